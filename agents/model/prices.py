"""What calls cost: a table that comes with the program and one of the person's own that goes before it."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agents.model.settings import Endpoint
from app.errors import ShotwrightError
from app.files import write_whole

BUILT_IN = Path(__file__).parents[2] / "resources" / "model_prices.json"
# A picture is counted as this many tokens where the endpoint does not say: four 512-pixel tiles of 170, and 85.
PICTURE_TOKENS = 765
# What chat templates put round each message.
MESSAGE_TOKENS = 16
CHARS_PER_TOKEN = 4


class Price(BaseModel):
    """US dollars per million tokens in and out (speech: per million characters in)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    input: float = Field(ge=0)
    output: float = Field(0.0, ge=0)

    def of(self, tokens_in: int, tokens_out: int) -> float:
        """Dollars for that many tokens."""
        return (self.input * tokens_in + self.output * tokens_out) / 1e6


class PriceTable(BaseModel):
    """Prices by the exact name of a model."""

    model_config = ConfigDict(extra="ignore")

    currency: str = "USD"
    unit: str = "per million tokens; for speech per million characters"
    models: dict[str, Price] = Field(default_factory=dict)

    @classmethod
    def load(cls, own: Path | None = None) -> PriceTable:
        """The built-in table with the person's entries before it. Raises ShotwrightError(input) for a damaged one."""
        table = cls.model_validate_json(BUILT_IN.read_bytes())
        own = own or prices_file()
        try:
            table.models |= cls.model_validate_json(own.read_bytes()).models
        except FileNotFoundError:
            pass
        except (OSError, ValidationError) as error:
            raise ShotwrightError("input", f"{own}: {error}", "Correct the price table or remove it.") from error
        return table

    def save(self, own: Path | None = None) -> None:
        """Keeps this table as the person's own. Raises ShotwrightError(disk)."""
        write_whole(own or prices_file(), self.model_dump_json(indent=1))

    def find(self, endpoint: Endpoint) -> Price | None:
        """The price of an endpoint's model, or None where it is not known. What runs on this machine is free."""
        return self.models.get(endpoint.model) or (Price(input=0) if endpoint.local else None)


def prices_file() -> Path:
    """Where the person's own prices are kept."""
    return Path(platformdirs.user_config_path("shotwright")) / "prices.json"


def likely_tokens(text: str, pictures: int = 0) -> int:
    """About how many tokens a text and pictures make (four characters each in English)."""
    return -(-len(text) // CHARS_PER_TOKEN) + pictures * PICTURE_TOKENS


def most_tokens(text: str, pictures: int = 0) -> int:
    """How many tokens a text and pictures make at most: a byte-level tokeniser never makes more than one a byte.
    A picture is counted at twice its usual number."""
    return len(text.encode("utf-8", "replace")) + 2 * pictures * PICTURE_TOKENS

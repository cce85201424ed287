"""What a person set for all their films: how much a model may cost, and how this machine works for them.

Which models answer is kept beside it, see `agents.model.settings`; how the window looks is the window's own.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import ShotwrightError
from app.files import write_whole


class Settings(BaseModel):
    """Values with their defaults."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    money: float | None = Field(None, ge=0, description="US dollars a film may cost in calls of models; none: no bound")
    tokens: int | None = Field(None, ge=0, description="tokens a film may use, in and out together; none: no bound")
    workers: int | None = Field(None, ge=1, le=64, description="Blender processes at a time; none: by the cores")

    @classmethod
    def load(cls, file: Path | None = None) -> Settings:
        """As saved; none saved gives the defaults. Raises ShotwrightError(input) for a damaged file."""
        file = file or settings_file()
        try:
            return cls.model_validate_json(file.read_bytes())
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise ShotwrightError("input", f"{file} cannot be read: {error}", "Check its permissions.") from error
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(p) for p in first["loc"]) or "the file"
            raise ShotwrightError(
                "input", f"{file}: {field}: {first['msg']}", "Correct the file, or remove it for the defaults."
            ) from error

    def save(self, file: Path | None = None) -> None:
        """Raises ShotwrightError(disk)."""
        write_whole(file or settings_file(), self.model_dump_json(indent=1))


def settings_file() -> Path:
    """Where the settings of this person are kept."""
    return Path(platformdirs.user_config_path("shotwright")) / "settings.json"

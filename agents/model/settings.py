"""Which endpoint and model answers for which kind of work and for which role of the crew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from app.errors import ShotwrightError
from app.files import write_whole

Kind = Literal["text", "vision", "embedding", "speech"]
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
OPENAI = "https://api.openai.com/v1"
VARIABLES: dict[Kind, str] = {
    "text": "SHOTWRIGHT_MODEL",
    "vision": "SHOTWRIGHT_VISION_MODEL",
    "embedding": "SHOTWRIGHT_EMBEDDING_MODEL",
    "speech": "SHOTWRIGHT_SPEECH_MODEL",
}
"""Environment variables that name a model; its address is in OPENAI_BASE_URL and its key in OPENAI_API_KEY."""


class Endpoint(BaseModel):
    """One model behind one OpenAI-compatible address. It names its key and never holds it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: str = Field(description="address up to and with the version, such as http://localhost:11434/v1")
    model: str = Field(min_length=1)
    key: str = Field("", description="name of the key in the keyring or environment; empty where none is needed")
    temperature: float | None = Field(None, ge=0, le=2)
    seed: int | None = None
    answer_tokens: int = Field(4096, ge=16, description="the most tokens one answer may have")
    context_tokens: int | None = Field(None, ge=256, description="what the model can read at once, if known")

    @field_validator("base_url")
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("an address starts with http:// or https:// and names a host")
        if parts.username or parts.password:
            raise ValueError("an address holds no user name or password; give the key by name")
        return value.strip().rstrip("/")

    @property
    def local(self) -> bool:
        """Whether the model runs on this machine, where calls cost no money."""
        return urlsplit(self.base_url).hostname in LOCAL_HOSTS


class Limits(BaseModel):
    """How long to wait and how hard to try. Times in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    connect_s: float = Field(10.0, gt=0)
    idle_s: float = Field(
        300.0, gt=0, description="the longest silence before or inside an answer: a large model at home reads slowly"
    )
    total_s: float = Field(600.0, gt=0, description="the longest one attempt may take")
    attempts: int = Field(5, ge=1, le=20)
    concurrent: int = Field(4, ge=1, le=64, description="calls to one address at the same time")
    answer_chars: int = Field(200_000, ge=1000, description="an answer longer than this is cut")


class ModelSettings(BaseModel):
    """Endpoints per kind of work, and others for single roles of the crew ("director", "reviewer")."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: dict[Kind, Endpoint] = Field(default_factory=dict)
    roles: dict[str, Endpoint] = Field(default_factory=dict)
    limits: Limits = Limits()
    crew: str = Field("", description="who plays what, as in agents.roles.casting; empty: models where one is set up")

    def endpoint(self, role: str, kind: Kind = "text") -> Endpoint:
        """The endpoint of a role, else that of the kind. Raises ShotwrightError(endpoint) where none is set."""
        found = (self.roles.get(role) if kind in ("text", "vision") else None) or self.kinds.get(kind)
        if found is None:
            raise ShotwrightError(
                "endpoint", f"no {kind} model is set up", f"Name an address and a model for {kind} in the settings."
            )
        return found

    @classmethod
    def load(cls, file: Path | None = None) -> ModelSettings:
        """Settings as saved; none saved gives empty ones. Raises ShotwrightError(endpoint) for a damaged file."""
        file = file or settings_file()
        try:
            return cls.model_validate_json(file.read_bytes())
        except FileNotFoundError:
            return cls()
        except (OSError, ValidationError) as error:
            raise ShotwrightError("endpoint", f"{file}: {error}", "Correct the file or remove it.") from error

    def within(self, environ: Mapping[str, str]) -> ModelSettings:
        """These settings with what the environment says before them: models by `VARIABLES`, SHOTWRIGHT_CREW. A model
        for text is asked to look at pictures too, unless another is named for that.
        Raises ShotwrightError(endpoint) for an address that cannot be."""
        named = {kind: environ[name].strip() for kind, name in VARIABLES.items() if environ.get(name, "").strip()}
        if "text" in named:
            named.setdefault("vision", named["text"])
        address = environ.get("OPENAI_BASE_URL", "").strip()
        key = "OPENAI_API_KEY" if environ.get("OPENAI_API_KEY", "").strip() else ""
        found: dict[Kind, Endpoint] = {}
        try:
            for kind, model in named.items():
                mine = self.kinds.get(kind)
                if mine is not None and not address:
                    found[kind] = mine.model_copy(update={"model": model})
                else:
                    found[kind] = Endpoint(base_url=address or OPENAI, model=model, key=key)
        except ValidationError as error:
            raise ShotwrightError(
                "endpoint", f"OPENAI_BASE_URL: {error.errors()[0]['msg']}", "Correct the variable or unset it."
            ) from error
        crew = environ.get("SHOTWRIGHT_CREW", "").strip() or self.crew
        return self.model_copy(update={"kinds": self.kinds | found, "crew": crew})

    def save(self, file: Path | None = None) -> None:
        """Writes the settings. Raises ShotwrightError(disk)."""
        write_whole(file or settings_file(), self.model_dump_json(indent=1))


def settings_file() -> Path:
    """Where the settings of this person are kept."""
    return Path(platformdirs.user_config_path("shotwright")) / "models.json"

"""What an endpoint's model can do, as found out once and remembered."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agents.model.settings import Endpoint
from app.errors import ShotwrightError
from app.files import digest, write_whole

log = logging.getLogger(__name__)
Ability = Literal["json_schema", "json_mode", "vision", "tools"]
ABILITIES: tuple[Ability, ...] = ("json_schema", "json_mode", "vision", "tools")


class Capabilities(BaseModel):
    """known: abilities found to be there or not; limit: the request's field for the length of an answer; without:
    fields of a request that the endpoint does not take."""

    model_config = ConfigDict(extra="forbid")

    known: dict[Ability, bool] = Field(default_factory=dict)
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    without: set[str] = Field(default_factory=set)


class CapabilityStore:
    """Capabilities per endpoint and model, in a file of the person's cache."""

    def __init__(self, file: Path | None = None):
        self._file = file or Path(platformdirs.user_cache_path("shotwright")) / "capabilities.json"
        self._all: dict[str, Capabilities] | None = None

    def of(self, endpoint: Endpoint) -> Capabilities:
        """What is known, to be changed in place and then saved."""
        if self._all is None:
            self._all = self._read()
        return self._all.setdefault(digest(endpoint.base_url, endpoint.model), Capabilities())

    def forget(self, endpoint: Endpoint) -> None:
        """Has the endpoint probed anew, for instance after its server was updated."""
        self.of(endpoint)
        self._all.pop(digest(endpoint.base_url, endpoint.model))
        self.save()

    def save(self) -> None:
        """A failure is logged: what is lost costs a probe."""
        made = {name: each.model_dump(mode="json") for name, each in (self._all or {}).items()}
        try:
            write_whole(self._file, _File(entries=made).model_dump_json(indent=1))
        except ShotwrightError as error:
            log.warning("capabilities were not saved: %s", error)

    def _read(self) -> dict[str, Capabilities]:
        try:
            return _File.model_validate_json(self._file.read_bytes()).entries
        except FileNotFoundError:
            return {}
        except (OSError, ValidationError) as error:
            log.warning("capabilities in %s are not readable: %s", self._file, error)
            return {}


class _File(BaseModel):
    entries: dict[str, Capabilities]

"""What the studio remembers between runs: theme, window, recent projects."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Literal

from platformdirs import user_config_path, user_documents_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import ShotwrightError
from app.files import write_whole

log = logging.getLogger(__name__)
RECENT = 8


class Preferences(BaseModel):
    """Values with their defaults. `file`: where they are kept; unknown values in it are ignored."""

    model_config = ConfigDict(extra="ignore", validate_assignment=True)

    theme: Literal["dark", "light", "system"] = "dark"
    language: str = ""
    scale: int = Field(100, ge=75, le=250, description="size of everything on screen, in per cent")
    view: str = "grid"
    card_width: int = 232
    words: bool = True
    geometry: str = ""
    splitter: list[int] = Field(default_factory=list)
    recent: list[str] = Field(default_factory=list)
    folder: str = ""
    keys: dict[str, list[str]] = Field(default_factory=dict)
    volume: int = 80
    autosave: int = Field(3, ge=0, le=60, description="minutes; 0 for never")
    safe: bool = Field(False, exclude=True, description="safe mode: nothing is read from or written to the file")
    plan_renews: bool = True

    file: Path = Field(default_factory=lambda: user_config_path("shotwright") / "studio.json", exclude=True)

    @classmethod
    def load(cls, file: Path | None = None) -> Preferences:
        """From `file`; a missing or damaged one gives the defaults."""
        made = cls() if file is None else cls(file=file)
        try:
            data = json.loads(made.file.read_text(encoding="utf-8"))
            return cls.model_validate({**data, "file": made.file})
        except FileNotFoundError:
            return made
        except (OSError, ValueError, ValidationError) as error:
            log.warning("preferences in %s are not readable: %s", made.file, error)
            return made

    def save(self) -> None:
        """Writes them; a failure is logged, since no work is lost by it."""
        if self.safe:
            return
        try:
            write_whole(self.file, self.model_dump_json(indent=1))
        except ShotwrightError as error:
            log.warning("preferences were not saved: %s", error)

    def remember(self, folder: Path) -> None:
        """Puts a project in front of the recent ones."""
        text = str(folder)
        self.recent = [text, *(r for r in self.recent if r != text)][:RECENT]
        self.folder = str(folder.parent)
        self.save()

    def forget(self, folder: str) -> None:
        self.recent = [r for r in self.recent if r != folder]
        self.save()

    @property
    def projects_folder(self) -> Path:
        """Where new projects go unless told otherwise."""
        return Path(self.folder) if self.folder else user_documents_path() / "Shotwright"

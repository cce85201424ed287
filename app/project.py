"""A film project on disk: one folder, one writer, nothing lost.

film.json        the document, always whole
journal.jsonl    edits since film.json was written; replayed if the application died
backups/         earlier film.json files: the newest ten, then one an hour for a day and one a day for a month
takes/ voices/   keyframes and measurements of takes, spoken lines
cache/           rendered frames by content; may be deleted
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from app.document import FORMAT, Film
from app.edits import EDIT, AnyEdit
from app.errors import ShotwrightError
from app.files import digest, disk_error, write_whole

BACKUPS = 10
FILM = "film.json"
HOUR_S, DAY_S = 3600.0, 86_400.0

MIGRATIONS: dict[int, Callable[[dict], dict]] = {}
"""Format -> the function that turns a document of that format into the next one."""


def load_film(path: Path) -> Film:
    """Reads a film.json of this or an earlier format. Raises ShotwrightError(project)."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ShotwrightError("project", f"there is no project in {path.parent}", f"A project has a {FILM}.") from None
    except OSError as error:
        raise disk_error(path, error) from error
    except (ValueError, UnicodeDecodeError) as error:
        raise ShotwrightError(
            "project", f"{path} is damaged: {error}", f"Earlier versions are in {path.parent / 'backups'}."
        ) from error
    found = data.get("format") if isinstance(data, dict) else None
    if not isinstance(found, int):
        raise ShotwrightError("project", f"{path} is not a Shotwright film (no format number)")
    if found > FORMAT:
        raise ShotwrightError(
            "project",
            f"{path} was made by a newer Shotwright (format {found}, this one reads up to {FORMAT})",
            "Update Shotwright to open it. Nothing was changed.",
        )
    for step in range(found, FORMAT):
        data = MIGRATIONS[step](data)
    try:
        return Film.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(p) for p in first["loc"])
        raise ShotwrightError(
            "project", f"{path}: {place}: {first['msg']}", f"Earlier versions are in {path.parent / 'backups'}."
        ) from error


@dataclass(frozen=True)
class Recovery:
    """Edits made after the last save of a session that did not end well."""

    edits: int
    attempts: int


@dataclass(frozen=True)
class Backup:
    """An earlier version of the film. written: when it was saved, seconds since 1970."""

    path: Path
    written: float


def kept_backups(written: Sequence[float], now: float) -> set[int]:
    """Which backups stay (indices): the newest ten, then the last of each hour for a day and of each day for a
    month. written: seconds since 1970, in any order."""
    order = sorted(range(len(written)), key=lambda i: -written[i])
    kept = set(order[:BACKUPS])
    seen: set[tuple[str, int]] = set()
    for index in order:
        age = now - written[index]
        slot = ("hour", int(age // HOUR_S)) if age < DAY_S else ("day", int(age // DAY_S))
        if age < 30 * DAY_S and slot not in seen:
            seen.add(slot)
            kept.add(index)
    return kept


class Project:
    """A project folder opened for writing. Use `create` or `open`; call `close` when done."""

    def __init__(self, folder: Path):
        # Workers run elsewhere: every path handed to them has to be whole.
        self.folder = folder.resolve()
        self._lock = FileLock(self.folder / ".lock")
        self.set_aside: Path | None = None
        """The journal that could not be brought back when the project was opened, if there was one."""

    # ---- opening and closing

    @classmethod
    def create(cls, folder: Path, film: Film) -> Project:
        """A new project in an empty or missing folder. Raises ShotwrightError(project, disk)."""
        if (folder / FILM).exists():
            raise ShotwrightError("project", f"{folder} holds a project already", "Open it, or choose another folder.")
        project = cls(folder)
        project._acquire()
        try:
            project.save(film)
        except BaseException:
            project.close()
            raise
        return project

    @classmethod
    def open(cls, folder: Path) -> tuple[Project, Film]:
        """The project and its film as last saved. What came after is offered by `recovery`."""
        if not (folder / FILM).exists():
            raise ShotwrightError("project", f"there is no project in {folder}", f"A project folder holds a {FILM}.")
        project = cls(folder)
        project._acquire()
        try:
            return project, load_film(folder / FILM)
        except BaseException:
            project.close()
            raise

    def _acquire(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout:
            raise ShotwrightError(
                "project", f"{self.folder} is open in another Shotwright", "Close it there first."
            ) from None
        except OSError as error:
            raise disk_error(self.folder, error) from error

    def close(self) -> None:
        self._lock.release()

    # ---- folders

    def path(self, *parts: str) -> Path:
        return self.folder.joinpath(*parts)

    def relative(self, path: Path) -> str:
        """A path inside the project as the document stores it (forward slashes)."""
        return path.relative_to(self.folder).as_posix()

    # ---- saving

    def save(self, film: Film) -> None:
        """Writes film.json whole, keeps the one before as a backup, empties the journal."""
        target = self.folder / FILM
        text = film.model_dump_json(indent=1)
        if target.exists():
            if target.read_bytes() == text.encode():
                self._start_journal(text)
                return
            self._back_up(target)
        write_whole(target, text)
        self._start_journal(text)

    def _back_up(self, target: Path) -> None:
        folder = self.folder / "backups"
        try:
            folder.mkdir(exist_ok=True)
            kept = sorted(folder.glob("film-*.json"))
            number = int(kept[-1].stem.split("-")[1]) + 1 if kept else 1
            shutil.copy2(target, folder / f"film-{number:06d}.json")
            there = self.backups()
            stays = kept_backups([b.written for b in there], time.time())
            for index, old in enumerate(there):
                if index not in stays:
                    old.path.unlink()
        except OSError as error:
            raise disk_error(folder, error) from error

    def backups(self) -> list[Backup]:
        """Earlier versions of the film, the newest first; read one with `load_film`."""
        found = sorted(self.path("backups").glob("film-*.json"), reverse=True)
        return [Backup(path, path.stat().st_mtime) for path in found]

    # ---- journal

    @property
    def _journal(self) -> Path:
        return self.folder / "journal.jsonl"

    def _start_journal(self, text: str) -> None:
        write_whole(self._journal, json.dumps({"base": digest(text), "attempts": 0}) + "\n")

    def record(self, edit: AnyEdit) -> None:
        """Appends an edit that was applied to the journal."""
        try:
            with self._journal.open("a", encoding="utf-8") as file:
                file.write(edit.model_dump_json() + "\n")
        except OSError as error:
            raise disk_error(self._journal, error) from error

    def _journal_lines(self) -> tuple[dict, list[str]]:
        try:
            lines = self._journal.read_text(encoding="utf-8").splitlines()
            return (json.loads(lines[0]), lines[1:]) if lines else ({}, [])
        except (OSError, ValueError):
            return {}, []

    def recovery(self) -> Recovery | None:
        """What can be recovered, or None. A recovery that failed twice is set aside and not offered again."""
        head, lines = self._journal_lines()
        text = (self.folder / FILM).read_text(encoding="utf-8")
        if not lines:
            return None
        if head.get("base") != digest(text) or head.get("attempts", 0) >= 2:
            self.set_aside = self.set_recovery_aside(text)
            return None
        return Recovery(edits=len(lines), attempts=head.get("attempts", 0))

    def recover(self, film: Film) -> int:
        """Applies the journal to `film` (as opened). A broken last line is the crash itself and is left out.
        Returns how many edits came back. Raises ShotwrightError(project); the film may then be half changed:
        open it again."""
        head, lines = self._journal_lines()
        head["attempts"] = head.get("attempts", 0) + 1
        write_whole(self._journal, "\n".join([json.dumps(head), *lines]) + "\n")
        done = 0
        for index, line in enumerate(lines):
            try:
                edit = EDIT.validate_json(line)
            except ValidationError:
                if index == len(lines) - 1:
                    break
                raise ShotwrightError("project", f"{self._journal}: line {index + 2} is damaged") from None
            edit.apply(film)
            done += 1
        return done

    def set_recovery_aside(self, text: str | None = None) -> Path | None:
        """Moves the journal to backups/ (declined or hopeless) and starts a new one. Returns where it went."""
        target = None
        if self._journal.exists():
            folder = self.folder / "backups"
            folder.mkdir(exist_ok=True)
            number = len(list(folder.glob("journal-*.jsonl"))) + 1
            target = folder / f"journal-{number:06d}.jsonl"
            shutil.move(self._journal, target)
        self._start_journal(text if text is not None else (self.folder / FILM).read_text(encoding="utf-8"))
        return target

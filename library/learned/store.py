"""The user's library of learned functions: every version kept, with who wrote it, why, and for which shot.

One JSON file per function in the folder. Nothing is ever removed: replacing adds a version, retiring takes the
function out of use, rolling back brings an earlier version into use again; all of it is written down.
"""

from __future__ import annotations

import datetime
import difflib
from pathlib import Path
from typing import Literal

import platformdirs
from filelock import FileLock
from pydantic import Field, ValidationError

from app.document import LearnedFunction, Model, Origin, SubProcess
from app.errors import ShotwrightError
from app.files import digest, write_whole
from library.learned.language import Checked, check_function

FORMAT = 1


class Version(Model):
    """One text of a function. shot: which shot it was written for, in words."""

    version: int
    source: str
    by: Origin
    why: str
    shot: str = ""
    made: str = ""


class Change(Model):
    """What was done to a function: "written", "replaced", "rolled back" or "retired"; to: the version in use then."""

    what: Literal["written", "replaced", "rolled back", "retired"]
    to: int | None
    by: Origin
    why: str
    at: str


class Entry(Model):
    """A learned function. active: the version in use, None when it is retired."""

    format: int = FORMAT
    name: str
    sub_process: SubProcess
    active: int | None
    versions: list[Version]
    changes: list[Change] = Field(default_factory=list)

    def function(self, version: int | None = None) -> LearnedFunction:
        """A version (the active one when none is named). Raises ShotwrightError(input)."""
        number = self.active if version is None else version
        found = next((v for v in self.versions if v.version == number), None)
        if found is None:
            what = "is retired" if number is None else f"has no version {number}"
            raise ShotwrightError("input", f"{self.name} {what}", f"It has versions 1 to {len(self.versions)}.")
        return LearnedFunction(name=self.name, sub_process=self.sub_process, version=found.version, source=found.source)

    @property
    def checked(self) -> Checked:
        """The latest version's signature and docstring."""
        number = self.active or len(self.versions)
        return check_function(self.function(number).source, self.sub_process)


def learned_folder() -> Path:
    """Where this person's learned functions are kept."""
    return Path(platformdirs.user_data_path("shotwright")) / "library" / "learned"


class LearnedLibrary:
    """The learned functions in a folder. Safe to use from several processes."""

    def __init__(self, folder: Path | None = None):
        self.folder = folder or learned_folder()

    # ---- reading

    def entries(self) -> list[Entry]:
        """All functions by name, retired ones too. Raises ShotwrightError(disk) for a damaged file."""
        return [self._read(path) for path in sorted(self.folder.glob("*.json"))]

    def entry(self, name: str) -> Entry:
        """Raises ShotwrightError(input) where there is none of that name."""
        path = self._path(name)
        if not path.exists():
            known = ", ".join(e.name for e in self.entries()) or "none"
            raise ShotwrightError("input", f"there is no learned function {name!r}", f"There are: {known}.")
        return self._read(path)

    def active(self, sub_process: str | None = None) -> list[LearnedFunction]:
        """Those in use, of one sub-process or of all."""
        entries = [e for e in self.entries() if e.active is not None and sub_process in (None, e.sub_process)]
        return [each.function() for each in entries]

    def state(self, name: str) -> str:
        """What a shot that uses the function depends on: the digest of the version in use, "" when there is none."""
        path = self._path(name)
        if not path.exists():
            return ""
        entry = self._read(path)
        return "" if entry.active is None else digest(entry.function().source)

    def diff(self, name: str, old: int | None = None, new: int | None = None) -> str:
        """A unified diff of two versions: by default the last one against the one before it."""
        entry = self.entry(name)
        new = new or entry.active or len(entry.versions)
        old = old if old is not None else new - 1
        before = entry.function(old).source.splitlines() if old > 0 else []
        after = entry.function(new).source.splitlines()
        names = (f"{name} version {old}" if old > 0 else "nothing", f"{name} version {new}")
        return "\n".join(difflib.unified_diff(before, after, *names, lineterm=""))

    # ---- changing

    def write(self, source: str, sub_process: SubProcess, by: Origin, why: str, shot: str = "") -> LearnedFunction:
        """A new function, or a new version of one there is; it comes into use. The same text again changes nothing.
        Raises StageError where the source is not allowed, ShotwrightError(input, disk)."""
        checked = check_function(source, sub_process)
        with self._locked():
            path = self._path(checked.name)
            entry = self._read(path) if path.exists() else None
            if entry is not None and entry.sub_process != sub_process:
                raise ShotwrightError(
                    "input",
                    f"{checked.name} belongs to {entry.sub_process}, not to {sub_process}",
                    "Give it another name.",
                )
            if entry is None:
                entry = Entry(name=checked.name, sub_process=sub_process, active=None, versions=[])
            known = next((v for v in entry.versions if v.source == source), None)
            if known is not None and known.version == entry.active:
                return entry.function()
            what = "replaced" if entry.versions else "written"
            if known is None:
                known = Version(version=len(entry.versions) + 1, source=source, by=by, why=why, shot=shot, made=_now())
                entry.versions.append(known)
            return self._use(entry, known.version, what, by, why).function()

    def roll_back(self, name: str, by: Origin, why: str = "", version: int | None = None) -> LearnedFunction | None:
        """Brings an earlier version into use: the named one, else the one before; before the first there is nothing,
        and the function is retired. Returns what is in use then. Raises ShotwrightError(input, disk)."""
        with self._locked():
            entry = self.entry(name)
            now = entry.active if entry.active is not None else len(entry.versions) + 1
            target = version if version is not None else now - 1
            if target < 1:
                self._use(entry, None, "rolled back", by, why)
                return None
            entry.function(target)
            return self._use(entry, target, "rolled back", by, why).function()

    def retire(self, name: str, by: Origin, why: str = "") -> None:
        """Takes a function out of use; takes made with it can still be rendered."""
        with self._locked():
            entry = self.entry(name)
            if entry.active is not None:
                self._use(entry, None, "retired", by, why)

    def _use(self, entry: Entry, version: int | None, what: str, by: Origin, why: str) -> Entry:
        entry.active = version
        entry.changes.append(Change(what=what, to=version, by=by, why=why, at=_now()))
        write_whole(self._path(entry.name), entry.model_dump_json(indent=1))
        return entry

    # ---- on disk

    def _path(self, name: str) -> Path:
        if not name.isidentifier() or not name.isascii():
            raise ShotwrightError("input", f"{name!r} is no name of a function")
        return self.folder / f"{name}.json"

    def _locked(self) -> FileLock:
        self.folder.mkdir(parents=True, exist_ok=True)
        return FileLock(self.folder / ".lock", timeout=20)

    def _read(self, path: Path) -> Entry:
        try:
            return Entry.model_validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise ShotwrightError("disk", f"{path} cannot be read: {error}", "Move it away and try again.") from error


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")

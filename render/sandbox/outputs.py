"""What is taken from a worker: only files in the folders of its job. Whatever else it claims is refused."""

from __future__ import annotations

import re
from pathlib import Path

from app.errors import ShotwrightError
from render.protocol import (
    BlendJob,
    DocumentationJob,
    EntryJob,
    Event,
    FilmBlendJob,
    FramesJob,
    ImportJob,
    Job,
    StageJob,
    TurntableJob,
)

FRAME = re.compile(r"[0-9a-f]{1,128}\.png")


def folders(job: Job) -> list[Path]:
    """The folders a job writes to, resolved."""
    match job:
        case StageJob():
            found = [job.folder, job.people]
        case FramesJob():
            found = [job.cache, job.people]
        case BlendJob():
            found = [str(Path(job.file).parent), job.people]
        case DocumentationJob() | FilmBlendJob():
            found = [str(Path(job.file).parent)]
        case ImportJob():
            found = [str(Path(job.out).parent)]
        case EntryJob() | TurntableJob():
            found = [str(Path(job.files[0]).parent), job.people]
    return [Path(each).resolve() for each in found]


def check_event(job: Job, event: Event) -> None:
    """Raises ShotwrightError(render) where an event names another job, or a file that is not the job's to give."""
    if event.job != job.id:
        raise _lie(job, f"it spoke of job {event.job!r}")
    if event.file:
        _inside(job, event.file)
    if event.kind != "done":
        return
    match job:
        case StageJob():
            pictures = [each for name in ("keyframes", "views") for each in _list(job, event.result.get(name, []))]
            for keyframe in pictures:
                if not isinstance(keyframe, dict) or not isinstance(keyframe.get("frame"), int):
                    raise _lie(job, "its keyframes are malformed")
                _inside(job, keyframe.get("file"))
        case FramesJob():
            for name in _list(job, event.result.get("frames", [])):
                if not isinstance(name, str) or not FRAME.fullmatch(name):
                    raise _lie(job, f"it named a frame {str(name)[:80]!r}")
                _inside(job, str(Path(job.cache) / name[:2] / name))
        case BlendJob() | DocumentationJob() | FilmBlendJob():
            if event.result.get("file") != job.file:
                raise _lie(job, "it wrote another file than asked")
            _inside(job, job.file)
        case ImportJob():
            if event.result.get("file") != job.out:
                raise _lie(job, "it wrote another file than asked")
            _list(job, event.result.get("notes", []))
            _inside(job, job.out)
        case EntryJob() | TurntableJob():
            if event.result.get("files") != job.files:
                raise _lie(job, "it wrote other files than asked")
            for file in job.files:
                _inside(job, file)


def _list(job: Job, value: object) -> list:
    if not isinstance(value, list):
        raise _lie(job, "its result is malformed")
    return value


def _inside(job: Job, name: object) -> None:
    """Raises where `name` is no file below the job's own folder once every link is followed."""
    if not isinstance(name, str) or not name or "\0" in name:
        raise _lie(job, "it named no file")
    path, own = Path(name), folders(job)[0]
    if not path.is_absolute() or not path.resolve().is_relative_to(own) or path.is_symlink():
        raise _lie(job, f"{name[:200]} is not in its folder")
    if not path.is_file():
        raise _lie(job, f"{name[:200]} is not there, or no plain file")


def _lie(job: Job, what: str) -> ShotwrightError:
    return ShotwrightError("render", f"what the worker sent for {job.id} was refused: {what}")

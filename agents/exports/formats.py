"""What a film can be written as, and how a person says what they want."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from app.document import Film
from app.errors import ShotwrightError
from render.interchange.layout import Layout

Needs = Literal["frames", "takes", "words", "project"]


@dataclass(frozen=True)
class Format:
    """suffix: of the file, "" for a folder; needs: every rendered frame, a take of every shot, the words alone, or
    the project's files; clips: whether a film of every shot can lie beside it."""

    key: str
    title: str
    suffix: str
    needs: Needs
    about: str
    clips: bool = False


FORMATS: dict[str, Format] = {
    f.key: f
    for f in (
        Format("mp4", "Film (MP4)", ".mp4", "frames", "H.264 and AAC with soft subtitles, and an .srt beside it"),
        Format("gif", "Animated GIF", ".gif", "frames", "Small and silent, for chats and pages"),
        Format("png", "PNG sequence", "", "frames", "A numbered picture for every frame, in a folder"),
        Format("pdf", "Storyboard (PDF)", ".pdf", "takes", "Pages with pictures, dialogue, notes and camera plots"),
        Format("csv", "Shot list (CSV)", ".csv", "takes", "A table for spreadsheets, a row for every shot"),
        Format("srt", "Subtitles (SRT)", ".srt", "takes", "The dialogue with its times"),
        Format("vtt", "Subtitles (WebVTT)", ".vtt", "takes", "The dialogue with its times, for web pages"),
        Format("fountain", "Screenplay (Fountain)", ".fountain", "words", "Plain text that every script program reads"),
        Format("fdx", "Screenplay (Final Draft)", ".fdx", "words", "A Final Draft document"),
        Format("otio", "OpenTimelineIO", ".otio", "takes", "The cut for editing programs, shot by shot", True),
        Format("fcpxml", "Final Cut Pro XML", ".fcpxml", "takes", "The cut for Final Cut Pro and Resolve", True),
        Format("edl", "EDL (CMX 3600)", ".edl", "takes", "The cut as the oldest edit list there is", True),
        Format("blend", "Blender file", ".blend", "takes", "Every shot as a scene of one .blend, with the cut"),
        Format("blends", "Blender files, one a shot", "", "takes", "A .blend of every shot, in a folder"),
        Format("zip", "Project (ZIP)", ".zip", "project", "The whole project with its media, to open elsewhere"),
    )
}


@dataclass(frozen=True)
class Preset:
    """A film for a purpose. height: of the picture in pixels, None for the quality's own."""

    key: str
    title: str
    quality: str
    height: int | None


PRESETS: dict[str, Preset] = {
    p.key: p
    for p in (
        Preset("draft", "Draft: 480 wide, quickest with light", "animatic", None),
        Preset("web", "Web: 720p", "preview", 720),
        Preset("hd", "Full HD: 1080p", "final", 1080),
        Preset("uhd", "Ultra HD: 2160p", "final", 2160),
        Preset("layout", "Layout: no light, for blocking", "flat", None),
    )
}


@dataclass(frozen=True)
class Wish:
    """What somebody wants written. path: the file, or the folder for formats of many files; quality and size: of
    rendered pictures; layout: of PDF pages; clips: write a film of every shot beside a cut; shots: only these, in
    film order (None: all that are not omitted); restage: make new takes of shots that are out of date first."""

    format: str
    path: Path
    quality: str = "preview"
    size: tuple[int, int] | None = None
    layout: Layout = field(default_factory=Layout)
    clips: bool = True
    shots: tuple[str, ...] | None = None
    restage: bool = False

    def check(self) -> Format:
        """The format. Raises ShotwrightError(input) for one that is not on offer."""
        if self.format not in FORMATS:
            raise ShotwrightError("input", f"unknown format {self.format!r}", f"Use one of {', '.join(FORMATS)}.")
        if FORMATS[self.format].key == "pdf":
            self.layout.check()
        return FORMATS[self.format]


def size_for(film: Film, height: int | None) -> tuple[int, int] | None:
    """Pixels of a picture of that height in the film's shape, both even; None for no height."""
    if height is None:
        return None
    return round(height * film.size[0] / film.size[1] / 2) * 2, height // 2 * 2


def format_of(path: Path) -> str:
    """The format that a file name asks for by its suffix. Raises ShotwrightError(input)."""
    suffix = path.suffix.lower()
    found = next((f.key for f in FORMATS.values() if f.suffix and f.suffix == suffix), None)
    if found is None:
        raise ShotwrightError("input", f"{path.name} says no format", f"Use --as with one of {', '.join(FORMATS)}.")
    return found


@dataclass(frozen=True)
class Trouble:
    """What went wrong with one shot while the rest was written. name: as people call it."""

    shot: str
    name: str
    text: str


@dataclass
class Report:
    """What was written and read back. said: what was found in it, for people ("1280x720, 12.5 s, 3.4 MB")."""

    format: str
    path: Path
    files: list[Path] = field(default_factory=list)
    said: str = ""
    troubles: list[Trouble] = field(default_factory=list)

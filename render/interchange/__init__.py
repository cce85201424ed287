"""What a cut can be handed on as: edit lists, timelines, tables, pages, pictures.

An exporter of one file from the cut alone is an entry of `EXPORTERS`; those that need the frames themselves
(GIF, numbered PNGs) are in `render.interchange.pictures`, captions in `render.captions`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from render.interchange.cut import Cut, CutLine, CutShot
from render.interchange.edl import write_edl
from render.interchange.fcpxml import write_fcpxml
from render.interchange.otio import write_otio
from render.interchange.shot_list import write_shot_list


@dataclass(frozen=True)
class Exporter:
    """title: what a menu shows; suffix: of the file; write(cut, path) raises ShotwrightError."""

    title: str
    suffix: str
    write: Callable[[Cut, Path], None]


def _storyboard(cut: Cut, path: Path) -> None:
    # The page library takes a good part of a second to load, which the window's start can do without.
    from render.interchange.storyboard import write_storyboard

    write_storyboard(cut, path)


EXPORTERS: dict[str, Exporter] = {
    "csv": Exporter("Shot list", ".csv", write_shot_list),
    "edl": Exporter("Edit decision list (CMX 3600)", ".edl", write_edl),
    "fcpxml": Exporter("Final Cut Pro XML", ".fcpxml", write_fcpxml),
    "otio": Exporter("OpenTimelineIO", ".otio", write_otio),
    "pdf": Exporter("Storyboard", ".pdf", _storyboard),
}

__all__ = ["EXPORTERS", "Cut", "CutLine", "CutShot", "Exporter"]

"""What is played again and again."""

from __future__ import annotations

from collections.abc import Collection

from ui.studio.language import mark
from ui.studio.player.running import Running

MODES = {
    "off": mark("Play once"),
    "shot": mark("Loop this shot"),
    "selection": mark("Loop the selected shots"),
    "film": mark("Loop the film"),
}


def stretch(mode: str, running: Running, current: str | None, selection: Collection[str]) -> tuple[int, int] | None:
    """First frame and the one after the last of what is looped; None for nothing. current: the shot that is looped
    in mode "shot"; selection: shots, of which gaps between them are played too."""
    if mode == "film":
        return (0, running.length) if running.length else None
    wanted = {current} if mode == "shot" else set(selection) if mode == "selection" else set()
    spans = [s for s in running.spans if s.shot in wanted]
    return (spans[0].start, max(s.start + s.length for s in spans)) if spans else None

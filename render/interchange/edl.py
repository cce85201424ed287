"""CMX 3600 edit decision lists."""

from __future__ import annotations

from pathlib import Path

from app.files import write_whole
from app.timebase import clock
from render.interchange.cut import Cut, CutShot, one_line

RECORD_HOUR = 1
"""Programmes start at hour one by custom, which leaves room for leader."""

_NAME = 60


def write_edl(cut: Cut, path: Path) -> None:
    """Writes one video event per shot, and one audio event per shot where the cut has sound; times are
    non-drop timecode at the rounded rate. Names and words go into comment lines. Raises ShotwrightError:
    export, disk."""
    write_whole(Path(path), edl(cut))


def edl(cut: Cut) -> str:
    """The list as text."""
    cut.check()
    base = RECORD_HOUR * 3600 * round(float(cut.fps))
    out = [f"TITLE: {one_line(cut.title)[:70]}", "FCM: NON-DROP FRAME", ""]
    event = 0
    for shot in cut.shots:
        record = clock(base + shot.start, cut.fps), clock(base + shot.end, cut.fps)
        event += 1
        out.append(_event(event, "V", (clock(0, cut.fps), clock(shot.length, cut.fps)), record))
        out += _comments(shot)
        if cut.sound is not None:
            event += 1
            out.append(_event(event, "AA", (clock(shot.start, cut.fps), clock(shot.end, cut.fps)), record))
            out.append(f"* FROM CLIP NAME: {one_line(cut.sound.name)[:_NAME]}")
        out.append("")
    return "\n".join(out)


def _event(number: int, channel: str, source: tuple[str, str], record: tuple[str, str]) -> str:
    return f"{number:03d}  {'AX':<8} {channel:<5} C        {source[0]} {source[1]} {record[0]} {record[1]}"


def _comments(shot: CutShot) -> list[str]:
    media = shot.clip or shot.image
    out = [f"* FROM CLIP NAME: {one_line(media.name if media else f'Shot {shot.name}')[:_NAME]}"]
    told = [f"SHOT {shot.name}", shot.shot_type, shot.move, f"{shot.lens:g} mm" if shot.lens else ""]
    out.append(f"* COMMENT: {one_line(', '.join(t for t in told if t))}")
    if shot.description:
        out.append(f"* COMMENT: {one_line(shot.description)}")
    out += [f"* COMMENT: {one_line(f'{line.speaker}: {line.text}')}" for line in shot.dialogue]
    return out

"""OpenTimelineIO files, written without the library (its format is plain JSON)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.files import write_whole
from render.interchange.cut import Cut, CutShot


def write_otio(cut: Cut, path: Path) -> None:
    """Writes a timeline of one video track, and one audio track where the cut has sound. Dialogue becomes markers,
    what else is known of a shot metadata under "shotwright". Raises ShotwrightError: export, disk."""
    write_whole(Path(path), json.dumps(timeline(cut), ensure_ascii=False, indent=2))


def timeline(cut: Cut) -> dict[str, Any]:
    """The timeline as plain data (schema Timeline.1)."""
    cut.check()
    rate = float(cut.fps)
    tracks = [_track("Shots", "Video", [_clip(shot, rate) for shot in cut.shots])]
    if cut.sound is not None:
        media = _media(cut.sound, cut.length, rate)
        tracks.append(_track("Sound", "Audio", [_item("Clip.2", cut.sound.stem, _range(0, cut.length, rate), **media)]))
    return {
        "OTIO_SCHEMA": "Timeline.1",
        "name": cut.title,
        "metadata": {"shotwright": {"size": list(cut.size), "fps": str(cut.fps)}},
        "global_start_time": None,
        "tracks": _item("Stack.1", "tracks", None, children=tracks),
    }


def _clip(shot: CutShot, rate: float) -> dict[str, Any]:
    markers = [
        {
            "OTIO_SCHEMA": "Marker.2",
            "name": f"{line.speaker}: {line.text}",
            "comment": "",
            "color": "CYAN",
            "marked_range": _range(line.start, max(line.length, 1), rate),
            "metadata": {"shotwright": {"speaker": line.speaker, "text": line.text, "delivery": line.delivery}},
        }
        for line in shot.dialogue
    ]
    told = {
        "number": shot.number,
        "description": shot.description,
        "shot_type": shot.shot_type,
        "lens_mm": shot.lens,
        "move": shot.move,
        "notes": shot.notes,
        "scene": shot.scene,
    }
    media = _media(shot.clip or shot.image, shot.length, rate)
    return _item(
        "Clip.2",
        shot.name,
        _range(0, shot.length, rate),
        markers=markers,
        metadata={"shotwright": told},
        **media,
    )


def _media(path: Path | None, length: int, rate: float) -> dict[str, Any]:
    reference: dict[str, Any] = {
        "OTIO_SCHEMA": "MissingReference.1" if path is None else "ExternalReference.1",
        "name": "" if path is None else path.name,
        "metadata": {},
        "available_range": None if path is None else _range(0, length, rate),
        "available_image_bounds": None,
    }
    if path is not None:
        reference["target_url"] = path.absolute().as_uri()
    return {"media_references": {"DEFAULT_MEDIA": reference}, "active_media_reference_key": "DEFAULT_MEDIA"}


def _item(schema: str, name: str, source_range: dict | None, **more: Any) -> dict[str, Any]:
    base = {"name": name, "source_range": source_range, "effects": [], "markers": [], "enabled": True, "metadata": {}}
    return {"OTIO_SCHEMA": schema, **base, **more}


def _track(name: str, kind: str, children: list[dict]) -> dict[str, Any]:
    return _item("Track.1", name, None, kind=kind, children=children)


def _range(start: int, length: int, rate: float) -> dict[str, Any]:
    return {"OTIO_SCHEMA": "TimeRange.1", "start_time": _time(start, rate), "duration": _time(length, rate)}


def _time(frames: int, rate: float) -> dict[str, Any]:
    return {"OTIO_SCHEMA": "RationalTime.1", "rate": rate, "value": float(frames)}

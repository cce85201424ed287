"""The cut of a film document."""

from __future__ import annotations

import ast
import json
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any

from app.document import Film, Line, Scene, Shot
from app.script import told
from app.timebase import frames
from library.camera.sizes import usual_lens
from library.shots import SHOTS
from render.interchange.cut import Cut, CutLine, CutShot, one_line
from render.voices.words import written_words

_NO_MOVE = frozenset({"static", "shift", "focus_on"})
"""Functions of the cinematography module that change a shot without moving the camera."""


def cut_of(
    film: Film,
    folder: Path,
    clips: Mapping[str, Path] | None = None,
    sound: Path | None = None,
    only: Container[str] | None = None,
) -> Cut:
    """The cut of the shots that are not omitted, or of those of them that `only` holds.

    folder: the project's, in which takes name their keyframes; clips: shot id -> film of exactly that shot; sound:
    the whole mix. Numbers count omitted shots too, as the studio does, so that they stay put."""
    shots, at = [], 0
    for number, scene, shot in film.numbered():
        if not shot.omitted and (only is None or shot.id in only):
            shots.append(_shot(film, scene, shot, number, at, Path(folder), (clips or {}).get(shot.id)))
            at += shots[-1].length
    return Cut(film.title, film.rate, film.size, tuple(shots), sound)


def _shot(film: Film, scene: Scene, shot: Shot, number: int, at: int, folder: Path, clip: Path | None) -> CutShot:
    take = shot.take
    keyframes = sorted(take.keyframes, key=lambda k: k.frame) if take else []
    # The middle one shows a shot best: the first may catch people before they move.
    image = folder / keyframes[len(keyframes) // 2].file if keyframes else None
    lens, moves = camera_of((take.program if take else shot.program).cinematography)
    plan = _plan(folder, take.measurements) if take and take.measurements else None
    return CutShot(
        number=number,
        label=shot.label,
        start=at,
        length=max(1, take.length if take and take.length else shot.length),
        image=image if image is not None and image.is_file() else None,
        clip=clip,
        dialogue=_dialogue(film, shot),
        description=_description(film, shot),
        shot_type=shot.shot_type,
        lens=lens or _measured_lens(plan) or usual_lens(shot.shot_type),
        move=", ".join(moves),
        notes=shot.notes,
        scene=scene.heading or scene.place,
        plan=plan,
    )


def _plan(folder: Path, measurements: str) -> dict[str, Any] | None:
    """The view from above that was measured with the take; None for a file that is gone."""
    try:
        return json.loads((folder / measurements).read_text(encoding="utf-8")).get("plan")
    except (OSError, ValueError, AttributeError):
        return None


def _measured_lens(plan: dict[str, Any] | None) -> float | None:
    """Millimetres the shot began with, where the program leaves that to the camera."""
    lenses = (plan or {}).get("lens") or []
    return float(round(lenses[0])) if lenses and isinstance(lenses[0], int | float) else None


def _dialogue(film: Film, shot: Shot) -> tuple[CutLine, ...]:
    """The words heard in the shot, at the times of its take."""
    starts = {s.beat: frames(s.start, film.rate) for s in shot.take.speech} if shot.take else {}
    names = {c.id: c.name for c in film.characters}
    out = []
    for line in shot.lines:
        text = line.text
        if line.words is not None:
            text = " ".join(written_words(text)[slice(*line.words)])
        speaker = names.get(line.speaker, line.speaker)
        out.append(CutLine(speaker, text, starts.get(line.id, 0), line.frames or 0, line.delivery))
    return tuple(out)


def _description(film: Film, shot: Shot) -> str:
    """What happens, as a screenplay has it; in a shot without words, what the guidance asks of the people."""
    happens = [told(film, b) for b in shot.beats if not isinstance(b, Line)]
    return " ".join(dict.fromkeys(t for t in happens if t)) or ("" if shot.lines else one_line(shot.guidance.motion))


def camera_of(snippet: str) -> tuple[float | None, list[str]]:
    """(focal length in millimetres or None, names of the camera moves) of a cinematography snippet; nothing for
    one that cannot be read."""
    try:
        tree = ast.parse(snippet)
    except (SyntaxError, ValueError):
        return None, []
    shots = {shot.function for shot in SHOTS}
    lens, moves = None, []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id not in shots | _NO_MOVE:
            moves.append(node.func.id.replace("_", " "))
        for keyword in node.keywords:
            value = getattr(keyword.value, "value", None)
            if keyword.arg == "lens" and isinstance(value, int | float):
                lens = float(value)
    return lens, moves

"""The cut of a film document."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

from app.document import Action, Film, Move, Pause, Scene, Shot
from app.timebase import frames
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
) -> Cut:
    """The cut of the shots that are not omitted. folder: the project's, in which takes name their keyframes; clips:
    shot id -> film of exactly that shot; sound: the whole mix. Numbers count omitted shots too, as the studio
    does, so that they stay put."""
    shots, at = [], 0
    for number, scene, shot in film.numbered():
        if not shot.omitted:
            shots.append(_shot(film, scene, shot, number, at, Path(folder), (clips or {}).get(shot.id)))
            at += shots[-1].length
    return Cut(film.title, film.rate, film.size, tuple(shots), sound)


def _shot(film: Film, scene: Scene, shot: Shot, number: int, at: int, folder: Path, clip: Path | None) -> CutShot:
    take = shot.take
    keyframes = sorted(take.keyframes, key=lambda k: k.frame) if take else []
    # The middle one shows a shot best: the first may catch people before they move.
    image = folder / keyframes[len(keyframes) // 2].file if keyframes else None
    lens, moves = camera_of((take.program if take else shot.program).cinematography)
    return CutShot(
        number=number,
        label=shot.label,
        start=at,
        length=max(1, take.length if take and take.length else shot.length),
        image=image if image is not None and image.is_file() else None,
        clip=clip,
        dialogue=_dialogue(film, shot),
        description=_description(shot),
        shot_type=shot.shot_type,
        lens=lens,
        move=", ".join(moves),
        notes=shot.notes,
        scene=scene.heading or scene.place,
    )


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


def _description(shot: Shot) -> str:
    """What happens: the words actions and moves came from, or what the guidance asks of the people."""
    told = [one_line(b.text) for b in shot.beats if isinstance(b, Action | Move | Pause) and b.text.strip()]
    return " ".join(dict.fromkeys(told)) or one_line(shot.guidance.motion)


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

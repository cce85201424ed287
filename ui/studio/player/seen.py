"""What is seen and read at a frame of the running film."""

from __future__ import annotations

from pathlib import Path

from app.document import Film
from ui.studio import words
from ui.studio.player.running import Running
from ui.studio.player.stills import still_at
from ui.studio.workspace import Workspace

LINGER_S = 0.3
"""How long a caption stays after its line."""


def still(workspace: Workspace, running: Running, frame: int) -> Path | None:
    """The keyframe that stands for a frame of the film; None where the shot there has none yet."""
    span, film = running.at(frame), workspace.film
    if span is None or film is None:
        return None
    take = film.shot(span.shot).take
    frames = [(k.frame, workspace.file(k.file)) for k in take.keyframes] if take else []
    return still_at(frames, frame - span.start)


def caption(film: Film | None, running: Running, frame: int) -> str:
    """The line that is heard at a frame, "" where nobody speaks."""
    span = running.at(frame)
    if span is None or film is None:
        return ""
    shot = film.shot(span.shot)
    second = (frame - span.start) / float(running.fps)
    heard = {s.beat: s.start for s in shot.take.speech} if shot.take else {}
    for line in reversed(shot.lines):
        start = heard.get(line.id, 0.0)
        length = (line.frames or span.length) / float(running.fps)
        if start <= second <= start + length + LINGER_S:
            return words.heard(line)
    return ""


def cut(film: Film | None) -> tuple:
    """What the running film is made of, to see whether it is another one."""
    if film is None:
        return ()
    shots = tuple((s.id, s.length, s.active_take, *(x.text for x in s.lines)) for s in film.shots(omitted=False))
    return film.fps, film.size, shots

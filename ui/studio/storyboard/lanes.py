"""What stands in the lanes of the timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.document import Action, Film, Line, Move, Shot
from library.shots import SHOTS
from ui.studio import words
from ui.studio.language import mark
from ui.studio.storyboard.card import camera_text

LANES = (mark("Dialogue"), mark("Motion"), mark("Camera"), mark("Sound"), mark("Music"))
DIALOGUE, MOTION, CAMERA, SOUND, MUSIC = range(len(LANES))


@dataclass(frozen=True)
class Block:
    """Something in a lane. start, length: frames from the start of the film; beat: the line it is, if one; room: frames
    until another begins in the same lane, where its words have to end."""

    lane: int
    start: float
    length: float
    text: str
    shot: str
    beat: str = ""
    moving: bool = False
    room: float = 0.0


def blocks(film: Film, shot: Shot, start: int) -> list[Block]:
    """What stands in the lanes during a shot that begins at frame `start`."""
    fps = float(film.rate)
    heard = {s.beat: s.start * fps for s in shot.take.speech} if shot.take else {}
    out: list[Block] = []
    at = 0.0
    begun: dict[str, float] = {}
    for beat in shot.beats:
        length = float(beat.frames or 0)
        during = getattr(beat, "during", None)
        begin = heard.get(beat.id, begun.get(during, at) if during else at)
        begun[beat.id] = begin
        if isinstance(beat, Line):
            text = f"{words.name_of(film, beat.speaker)}: {words.heard(beat)}"
            if shot.take is not None:
                out.append(Block(SOUND, start + begin, length or shot.length - begin, "", shot.id, beat.id))
            out.append(Block(DIALOGUE, start + begin, length or shot.length - begin, text, shot.id, beat.id))
        elif isinstance(beat, Action | Move):
            out.append(
                Block(MOTION, start + begin, length or shot.length - begin, words.beat_text(film, beat), shot.id)
            )
        if not during:
            at = begin + length
    known = SHOTS.find(shot.shot_type)
    moving = known and known.certain and known.entry.moving
    camera = camera_text(shot.program.cinematography, shot.shot_type)
    named = ", ".join(t for t in (shot.shot_type, camera) if t)
    out.append(Block(CAMERA, start, shot.length, named, shot.id, moving=bool(moving)))
    music = words.music_under(film.scene_of(shot.id), shot.id)
    if music:
        out.append(Block(MUSIC, start, shot.length, words.titled(music), shot.id))
    end = float(start + shot.length)
    out = _together(out)
    return [_bounded(block, out, end) for block in out]


def _together(found: list[Block]) -> list[Block]:
    """What several people begin to do at once is one block, since their words would stand on each other."""
    out: dict[tuple, Block] = {}
    for block in found:
        key = (block.lane, round(block.start)) if block.lane == MOTION else (id(block),)
        first = out.get(key)
        if first is not None:
            block = replace(first, text=f"{first.text}; {block.text}", length=max(first.length, block.length))
        out[key] = block
    return list(out.values())


def _bounded(block: Block, others: list[Block], end: float) -> Block:
    """The block within its shot, with the room its words have."""
    length = max(min(block.length, end - block.start), 1)
    later = (b.start for b in others if b.lane == block.lane and b.start > block.start)
    return replace(block, length=length, room=min(*later, block.start + length, end) - block.start)

"""Breaking a scene's lines and acts into shots: what is seen and heard between two cuts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from agents.house.acting import in_the_face
from agents.house.language.motion import Act
from agents.input.screenplay import Element
from app.document import Action, AnyBeat, Line, Move, Pause, Standing
from render.voices.words import script

LONG_LINE = 26
"""Words from which a line is cut over two shots."""
SUDDEN = ("Surprise", "Surprised")
"""What one feels from one moment to the next and not before."""
SHORT_LINE = 5
"""Two lines of at most this many words share a shot."""


@dataclass
class Draft:
    """A shot to be. kind: "open", "line", "reaction", "move", "act", "felt" (a strong feeling after a move); subject:
    id of who it is about; asked: shot type the writer named; weight: "turn" at the emotional turn; at: line in the
    input; staging: where everybody is when it begins; extras: beat id -> looks, turns and expressions that go along
    with it; element: of the screenplay, that it was made from."""

    kind: str
    beats: list[AnyBeat] = field(default_factory=list)
    subject: str = ""
    others: list[str] = field(default_factory=list)
    asked: str = ""
    weight: str = ""
    at: int | None = None
    staging: list[Standing] = field(default_factory=list)
    extras: dict[str, list[Act]] = field(default_factory=dict)
    element: Element | None = None

    @property
    def lines(self) -> list[Line]:
        return [b for b in self.beats if isinstance(b, Line)]

    @property
    def moves(self) -> bool:
        return any(isinstance(b, Move) for b in self.beats)


def halves(text: str) -> tuple[int, int] | None:
    """(word index to cut at, number of words) of a long line: after a sentence or clause near the middle.
    None if it is short or has no place to breathe."""
    words = script(text).words
    count = len(words)
    if count < LONG_LINE:
        return None
    best: tuple[float, int] | None = None
    for index in range(6, count - 5):
        last = words[index - 1].text
        if re.search(r"[.!?…][\"')\]]*$", last):
            cost = abs(index - count / 2)
        elif re.search(r"[,;:—–-][\"')\]]*$", last):
            cost = abs(index - count / 2) + 4
        else:
            continue
        if best is None or cost < best[0]:
            best = (cost, index)
    return (best[1], count) if best and best[0] <= count * 0.35 + 4 else None


def merge_short(drafts: list[Draft], apart: Callable[[Draft, Draft], bool]) -> list[Draft]:
    """Quick exchanges of a few words share a shot of both speakers. apart: whether those of two drafts stand too far
    apart for one."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        quick = last is not None and _quick(last) and _quick(draft) and last.subject != draft.subject
        if quick and not apart(last, draft):
            join(last, draft)
            continue
        out.append(draft)
    return out


def _quick(draft: Draft) -> bool:
    lines = draft.lines
    return (
        draft.kind == "line" and len(lines) == 1 and not draft.weight and not draft.moves and lines[0].words is None
        and len(lines[0].text.split()) <= SHORT_LINE
    )  # fmt: skip


def turns(beats: list[AnyBeat]) -> list[tuple[str, list[AnyBeat]]]:
    """(id of who acts, beats) of a stage direction, cut where somebody else begins to act by themselves; what is done
    to or with the one before stays in their shot, and so do pauses and what happens meanwhile."""
    out: list[tuple[str, list[AnyBeat]]] = []
    for beat in beats:
        who = getattr(beat, "character", "")
        last = out[-1] if out else None
        if last is None:
            out.append((who, [beat]))
        elif not who or beat.during or who == last[0] or getattr(beat, "with_", None) == last[0]:
            last[1].append(beat)
        else:
            out.append((who, [beat]))
    return out


def felt(beats: list[AnyBeat], new_id: Callable[[], str]) -> tuple[list[AnyBeat], Action | None]:
    """What happens, and what somebody feels at the end of it that has to be seen from near: a strong feeling while or
    after somebody goes through the picture. None where there is none, or where more happens after it. new_id:
    of the beat with which it goes on meanwhile, where it is no start."""
    last = next((b for b in reversed(beats) if isinstance(b, Action) and in_the_face(b.action)), None)
    rest = [b for b in beats if b is not last]
    if last is None or not any(isinstance(b, Move) for b in rest):
        return beats, None
    meanwhile = last.during or last.id
    if any(b.during != meanwhile for b in beats[beats.index(last) + 1 :]):
        return beats, None
    lead = next((b for b in rest if last.during in (None, b.id) and b.during in (None, last.id)), rest[0])
    at_once = last.during is not None or any(b.during == last.id for b in rest)
    for beat in rest:
        if beat.during == last.id:
            beat.during = None if beat is lead else lead.id
    if at_once and not last.action.endswith(SUDDEN):
        rest.append(last.model_copy(update={"id": new_id(), "during": lead.id}))
    last.during = None
    return rest, last


def join(first: Draft, second: Draft) -> None:
    """Puts the second shot's beats into the first."""
    first.beats += second.beats
    first.extras |= second.extras
    there = {s.character for s in first.staging}
    first.staging += [s for s in second.staging if s.character not in there]
    first.others = list(dict.fromkeys(n for n in (*first.others, second.subject, *second.others) if n != first.subject))
    first.weight = first.weight or second.weight


def fewer(drafts: list[list[Draft]], most: int, gently: bool = False) -> list[list[Draft]]:
    """At most `most` shots over all scenes: neighbours share a shot, the shortest first. Every spoken word
    stays; a scene keeps at least one shot. Silent reactions go first; `gently` leaves them, the opening and the
    turn alone and rather keeps more shots."""
    scenes = [list(s) for s in drafts]

    def count() -> int:
        return sum(len(s) for s in scenes)

    if not gently:
        for scene in scenes:
            for draft in [d for d in scene if d.kind == "reaction"]:
                if count() > most and len(scene) > 1:
                    scene.remove(draft)
    while count() > most:
        pairs = [
            (_together(scene[i], scene[i + 1]) + 200 * (i == 0), k, i)
            for k, scene in enumerate(scenes)
            for i in range(len(scene) - 1)
            if not gently or (i > 0 and _plain(scene[i]) and _plain(scene[i + 1]))
        ]
        if not pairs:
            break
        _, k, i = min(pairs)
        join(scenes[k][i], scenes[k].pop(i + 1))
    for scene in scenes:
        for draft in scene:
            _rejoin(draft)
    return scenes


def _together(first: Draft, second: Draft) -> int:
    """Characters of speech two shots would hold."""
    return sum(len(line.text) for draft in (first, second) for line in draft.lines)


def _plain(draft: Draft) -> bool:
    return draft.kind == "line" and not draft.weight and not draft.moves and len(draft.lines) == 1


def _rejoin(draft: Draft) -> None:
    """Two halves of one line that landed in the same shot are one line again."""
    beats: list[AnyBeat] = []
    for beat in draft.beats:
        last = next((b for b in reversed(beats) if isinstance(b, Line)), None)
        if isinstance(beat, Line) and last is not None and beat.line and beat.line == last.line:
            last.words = (last.words[0], beat.words[1])
            total = len(script(last.text).words)
            if last.words == (0, total):
                last.words, last.line = None, ""
            for other in draft.beats:
                if isinstance(other, (Action, Move)) and other.during == beat.id:
                    other.during = last.id
            continue
        beats.append(beat)
    draft.beats = beats


def silence(frames: int, text: str, beat_id: str) -> Pause:
    return Pause(id=beat_id, frames=frames, text=text)

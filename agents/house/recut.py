"""Cutting one shot in two, and making one shot of several."""

from __future__ import annotations

from agents.catalogue import Catalogue
from agents.house.retelling import retold
from agents.house.staging import RISE, SIT
from agents.timing import heard_seconds, schedule
from app.document import Action, AnyBeat, Film, Line, Move, Pause, Shot, Standing, new_id
from app.edits import Group, InsertShot, RemoveShot
from app.errors import ShotwrightError
from app.labels import label_after
from app.timebase import seconds

LEAST = 2
"""Frames either part of a shot that is cut must have."""


def split(film: Film, shot_id: str, frame: int, catalogue: Catalogue) -> Group:
    """Cuts a shot before `frame` (from its start): beats that lie behind go to a new shot after it, a line that
    is being spoken is cut at the word. The first part keeps the takes.
    Raises ShotwrightError(project) where it cannot be cut."""
    shot = _free(film, shot_id)
    if not LEAST <= frame <= shot.length - LEAST:
        raise ShotwrightError(
            "project", f"{_name(film, shot)} cannot be cut at frame {frame}", "Put the playhead inside the shot."
        )
    return _cut(film, shot, frame, *_parted(film, shot, seconds(frame, film.rate)), catalogue)


def split_at_beat(film: Film, shot_id: str, beat_id: str, catalogue: Catalogue) -> Group:
    """Cuts a shot before one of its beats. Raises ShotwrightError(project)."""
    shot = film.shot(shot_id)
    _free(film, shot_id)
    at = next((n for n, b in enumerate(shot.beats) if b.id == beat_id), 0)
    if at == 0 or getattr(shot.beats[at], "during", None):
        raise ShotwrightError("project", f"{_name(film, shot)} cannot be cut there", "Choose a later line.")
    before = {b.id for b in shot.beats[:at]}
    first, second = [], []
    for beat in shot.beats:
        host = getattr(beat, "during", None)
        (first if (host or beat.id) in before else second).append(beat.model_copy())
    share = _slots(film, shot)[beat_id][0] / max(seconds(schedule(shot, film.rate).length, film.rate), 0.1)
    frame = min(max(round(share * shot.length), LEAST), max(shot.length - LEAST, LEAST))
    return _cut(film, shot, frame, first, second, catalogue)


def merge(film: Film, shot_ids: list[str], catalogue: Catalogue) -> Group:
    """One shot of several that follow each other: the first one, with all beats one after the other and as long as
    all together. Raises ShotwrightError(project)."""
    wanted = set(shot_ids)
    order = [s.id for s in film.shots()]
    places = [n for n, s in enumerate(order) if s in wanted]
    if len(places) < 2:
        raise ShotwrightError("project", "one shot alone cannot be merged", "Select two shots or more.")
    if places[-1] - places[0] + 1 != len(places):
        raise ShotwrightError("project", "only shots that follow each other can be merged")
    shots = [_free(film, order[n]) for n in places]
    if len({film.scene_of(s.id).id for s in shots}) > 1:
        raise ShotwrightError("project", "shots of two scenes cannot be merged", "Move them into one scene first.")
    first = shots[0]
    made = first.model_copy(
        deep=True,
        update={
            "beats": _rejoined([b.model_copy(deep=True) for s in shots for b in s.beats]),
            "length": sum(s.length for s in shots),
            "subjects": list(dict.fromkeys(p for s in shots for p in s.subjects)),
            "staging": list({p.character: p for s in reversed(shots) for p in reversed(s.staging)}.values())[::-1],
            "notes": "\n".join(s.notes for s in shots if s.notes),
            "remarks": [r for s in shots for r in s.remarks],
        },
    )
    retell(film, first.id, made, catalogue)
    return _replaced(film, shots, [made], f"merge {len(shots)} shots")


# ---- parts


def _cut(
    film: Film, shot: Shot, frame: int, first: list[AnyBeat], second: list[AnyBeat], catalogue: Catalogue
) -> Group:
    """The edit that makes two shots of one, `frame` frames long the first."""
    head = shot.model_copy(deep=True, update={"beats": first, "length": frame})
    tail = shot.model_copy(
        deep=True,
        update={
            "id": new_id("shot"),
            "label": label_after(film, shot.id),
            "beats": _renamed(second),
            "length": max(shot.length - frame, 1),
            "staging": _afterwards(shot, first, film, catalogue),
            "takes": [],
            "active_take": None,
            "remarks": [],
            "not_understood": {},
        },
    )
    for part in (head, tail):
        retell(film, shot.id, part, catalogue)
    return _replaced(film, [shot], [head, tail], f"split {_name(film, shot)}")


def _free(film: Film, shot_id: str) -> Shot:
    shot = film.shot(shot_id)
    if shot.locked:
        raise ShotwrightError("project", f"{_name(film, shot)} is locked", "Unlock it first.")
    return shot


def _name(film: Film, shot: Shot) -> str:
    number = next(n for n, _, s in film.numbered() if s.id == shot.id)
    return f"shot {shot.label or number}"


def _replaced(film: Film, old: list[Shot], new: list[Shot], name: str) -> Group:
    """The edit that puts `new` where `old` stood."""
    scene = film.scene_of(old[0].id)
    index = [s.id for s in scene.shots].index(old[0].id)
    inserts = [InsertShot(scene=scene.id, index=index + n, shot=s) for n, s in enumerate(new)]
    return Group(name=name, edits=[*(RemoveShot(shot=s.id) for s in old), *inserts])


def _slots(film: Film, shot: Shot) -> dict[str, tuple[float, float]]:
    """Beat id -> (start, end) in seconds: as heard in the take, else as planned."""
    slots = {n: (s.start, s.end) for n, s in schedule(shot, film.rate).slots.items()}
    if shot.take is not None:
        lines = {b.id: b for b in shot.lines}
        for said in shot.take.speech:
            if said.beat in lines:
                slots[said.beat] = (said.start, said.start + heard_seconds(lines[said.beat], film.rate))
    return slots


def _parted(film: Film, shot: Shot, at: float) -> tuple[list[AnyBeat], list[AnyBeat]]:
    slots = _slots(film, shot)
    sides: tuple[list[AnyBeat], list[AnyBeat]] = ([], [])
    where: dict[str, int] = {}
    for beat in shot.beats:
        host = getattr(beat, "during", None)
        if host in where:
            sides[where[host]].append(beat.model_copy())
            continue
        start, end = slots.get(beat.id, (0.0, 0.0))
        if start < at < end and isinstance(beat, Line | Pause):
            share = (at - start) / (end - start)
            parts = _cut_line(beat, share) if isinstance(beat, Line) else _cut_pause(beat, share)
            if parts is not None:
                sides[0].append(parts[0])
                sides[1].append(parts[1])
                where[beat.id] = 0
                continue
        side = 0 if (start + end) / 2 < at else 1
        where[beat.id] = side
        sides[side].append(beat.model_copy())
    return sides


def _cut_line(line: Line, share: float) -> tuple[Line, Line] | None:
    """A line cut between two words; None where it is too short for that."""
    first, last = line.words or (0, len(line.text.split()))
    word = first + round((last - first) * share)
    if not first < word < last:
        return None
    whole = line.line or line.id
    before = line.model_copy(update={"line": whole, "words": (first, word), "frames": None})
    after = line.model_copy(update={"id": new_id("beat"), "line": whole, "words": (word, last), "frames": None})
    return before, after


def _cut_pause(pause: Pause, share: float) -> tuple[Pause, Pause]:
    before = min(max(round(pause.frames * share), 1), max(pause.frames - 1, 1))
    rest = pause.model_copy(update={"id": new_id("beat"), "frames": max(pause.frames - before, 1)})
    return pause.model_copy(update={"frames": before}), rest


def _renamed(beats: list[AnyBeat]) -> list[AnyBeat]:
    """Beats of a new shot; ids that are new already stay."""
    names = {b.id: new_id("beat") for b in beats}
    return [
        b.model_copy(
            update={"id": names[b.id]} | ({"during": names.get(b.during)} if getattr(b, "during", None) else {})
        )
        for b in beats
    ]


def _afterwards(shot: Shot, beats: list[AnyBeat], film: Film, catalogue: Catalogue) -> list[Standing]:
    """Where everybody is once these beats are over."""
    place = film.scene_of(shot.id).place
    people = {s.character: s for s in shot.staging}
    for beat in beats:
        who = getattr(beat, "character", None)
        if who not in people:
            continue
        if isinstance(beat, Move):
            spot = catalogue.position(place, beat.destination)
            where = spot.name if spot else beat.destination
            people[who] = people[who].model_copy(update={"position": where, "posture": "standing"})
        elif isinstance(beat, Action) and beat.action in (SIT, RISE):
            posture = "sitting" if beat.action == SIT else "standing"
            people[who] = people[who].model_copy(update={"posture": posture})
    return list(people.values())


def _rejoined(beats: list[AnyBeat]) -> list[AnyBeat]:
    """Parts of one line that follow each other become one part again."""
    out: list[AnyBeat] = []
    gone: dict[str, str] = {}
    for beat in beats:
        host = getattr(beat, "during", None)
        if host in gone:
            beat.during = gone[host]
        last = next((b for b in reversed(out) if not getattr(b, "during", None)), None)
        if (
            isinstance(beat, Line)
            and isinstance(last, Line)
            and beat.line
            and beat.line == last.line
            and beat.words is not None
            and last.words is not None
            and last.words[1] == beat.words[0]
        ):
            words = (last.words[0], beat.words[1])
            whole = words == (0, len(last.text.split()))
            last.words, last.frames = (None if whole else words), None
            last.line = "" if whole else last.line
            gone[beat.id] = last.id
            continue
        out.append(beat)
    return out


def retell(film: Film, like: str, part: Shot, catalogue: Catalogue) -> None:
    """Says anew in the guidance what the beats and the staging of a part are, where no person wrote it."""
    part.guidance = part.guidance.model_copy(update=retold(film, like, part, catalogue))

"""Turning accepted changes into one edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agents.catalogue import library_catalogue
from agents.house.recut import retell
from agents.redraft.units import Unit, pairs, units_of
from agents.timing import schedule
from app.document import AnyBeat, Film, Line, Scene, Shot, Source, new_id
from app.edits import (
    AddCharacter,
    AnyEdit,
    Group,
    InsertScene,
    InsertShot,
    MoveScene,
    MoveShots,
    RemoveScene,
    RemoveShot,
    SetField,
)
from app.labels import label_after, label_in


@dataclass(frozen=True)
class Applied:
    """film: as it is; new: the directed new draft; scenes: new scene id -> the film's; source: of the film after."""

    film: Film
    new: Film
    scenes: dict[str, str]
    source: Source | None


def apply_changes(given: Applied, changes: Sequence[Any], name: str) -> Group:
    """The edit. It is tried on a copy of the film step by step, so that places stay right."""
    return _Making(given).all(changes, name)


class _Making:
    def __init__(self, given: Applied):
        self.given, self.new = given, given.new
        self.film = given.film.model_copy(deep=True)
        self.edits: list[AnyEdit] = []
        self.ids: dict[str, str] = {}
        self.placed: dict[tuple[str, ...], str] = {}

    def _do(self, edit: AnyEdit) -> None:
        edit.apply(self.film)
        self.edits.append(edit)

    def all(self, changes: Sequence[Any], name: str) -> Group:
        self._people(changes)
        for each in sorted(changes, key=lambda c: _ORDER[c.kind]):
            getattr(self, "_" + each.kind.replace(" ", "_"))(each)
        if self.given.source is not None and self.given.source != self.film.source:
            self._do(SetField(target="film", field="source", value=self.given.source.model_dump(mode="json")))
        return Group(name=name, edits=self.edits)

    # ---- people

    def _people(self, changes: Sequence[Any]) -> None:
        """Characters of the new draft are the film's of the same name; who is needed and not there joins the cast."""
        known = {c.name.casefold(): c.id for c in self.film.characters}
        needed = self._needed(changes)
        for person in self.new.characters:
            have = known.get(person.name.casefold())
            if have is None and person.id in needed:
                taken = any(person.id == c.id for c in self.film.characters)
                made = person.model_copy(deep=True, update={"id": new_id("character")} if taken else {})
                self._do(AddCharacter(character=made))
                have = made.id
            if have is not None:
                self.ids[person.id] = have

    def _needed(self, changes: Sequence[Any]) -> set[str]:
        shots: list[Shot] = []
        for each in changes:
            if each.kind == "scene added":
                shots += self.new.find(each.new_scene).shots
            elif each.new is not None and each.kind in ("added", "changed", "moved"):
                shots += _shots_of(self.new, each.new)
        text = " ".join(s.model_dump_json(include={"beats", "staging", "subjects"}) for s in shots)
        return {c.id for c in self.new.characters if f'"{c.id}"' in text}

    def _ours(self, shot: Shot, beats: list[AnyBeat] | None = None) -> Shot:
        """A shot of the new draft with the film's people and ids of its own."""
        data = shot.model_copy(update={"beats": beats} if beats is not None else {}).model_dump(mode="json")
        names = {b["id"]: new_id("beat") for b in data["beats"]}
        made = Shot.model_validate(_replaced(data, {**self.ids, **names}))
        known = {c.id for c in self.film.characters}
        made.staging = [s for s in made.staging if s.character in known]
        made.subjects = [s for s in made.subjects if s in known]
        return made.model_copy(update={"id": new_id("shot"), "label": ""})

    # ---- scenes

    def _scene_added(self, each: Any) -> None:
        scene: Scene = self.new.find(each.new_scene)
        made = scene.model_copy(
            deep=True, update={"id": new_id("scene"), "shots": [self._ours(s) for s in scene.shots]}
        )
        made.characters = [self.ids[c] for c in scene.characters if c in self.ids]
        order = [s.id for s in self.new.scenes]
        before = [self.given.scenes.get(i) for i in order[: order.index(scene.id)]]
        before = [b for b in before if b] + [self.placed[(i,)] for i in order if (i,) in self.placed]
        places = [n for n, s in enumerate(self.film.scenes) if s.id in before]
        at = max(places, default=-1) + 1
        for n, shot in enumerate(made.shots, 1):
            shot.label = label_in(self.film, at + 1, n)
        self._do(InsertScene(index=at, scene=made))
        self.placed[(scene.id,)] = made.id

    def _scene_removed(self, each: Any) -> None:
        self._do(RemoveScene(scene=each.scene))

    def _scene_changed(self, each: Any) -> None:
        new: Scene = self.new.find(each.new_scene)
        old: Scene = self.film.find(each.scene)
        self._do(SetField(target=old.id, field="heading", value=new.heading))
        for name in ("place", "mood"):
            wrote = old.origins.get(name)
            if getattr(new, name) != getattr(old, name) and (wrote is None or wrote.by != "person"):
                self._do(SetField(target=old.id, field=name, value=getattr(new, name), origin=new.origins.get(name)))

    def _transition(self, each: Any) -> None:
        old, new = (self.film.find(each.scene), self.new.find(each.new_scene)) if each.scene else (self.film, self.new)
        for field in ("transition", "transition_words") if each.scene else ("ending", "ending_words"):
            if getattr(old, field) != getattr(new, field):
                target = each.scene or "film"
                self._do(SetField(target=target, field=field, value=getattr(new, field), origin=new.origins.get(field)))

    def _scene_moved(self, each: Any) -> None:
        wanted = [self.given.scenes[s.id] for s in self.new.scenes if s.id in self.given.scenes]
        for at, scene in enumerate(wanted):
            others = [s.id for s in self.film.scenes]
            before = wanted[at - 1] if at else None
            index = others.index(before) + 1 if before else min(others.index(s) for s in wanted)
            here = others.index(scene)
            if here < index:
                index -= 1
            if here != index:
                self._do(MoveScene(scene=scene, index=index))

    # ---- speeches and directions

    def _added(self, each: Any) -> None:
        """The shots of the new draft in which this unit stands alone, or one made for it alone. Between two units of
        one shot it joins that shot."""
        scene: Scene = self.film.find(each.scene)
        before, after = self._neighbours(scene, each)
        if before is not None and after is not None and before[0] == after[0]:
            self._joined(self.film.shot(before[0]), each.new, before[1])
            return
        for shot in _shots_of(self.new, each.new):
            key = (shot.id, *([] if _only(shot, each.new) else each.new.beats))
            if key in self.placed:
                continue
            made = self._ours(shot, None if len(key) == 1 else _beats_of(shot, each.new))
            if len(key) > 1:
                self._fit(made, each.scene)
            index = self._after(self.film.find(scene.id), each)
            beside = self.film.find(scene.id).shots[max(index - 1, 0) :][:1]
            made.label = label_after(self.film, beside[0].id) if beside else ""
            self._do(InsertShot(scene=scene.id, index=index, shot=made))
            self.placed[key] = made.id
            self.placed[("unit", *each.new.beats)] = made.id

    def _joined(self, shot: Shot, unit: Unit, behind: str) -> None:
        """Puts the beats of a unit into a shot, behind one of its beats and what goes along with that."""
        made: list[AnyBeat] = []
        for source in _shots_of(self.new, unit):
            made += self._ours(source, _beats_of(source, unit)).beats
        made = _whole(made)
        at = max(n for n, b in enumerate(shot.beats) if behind in (b.id, getattr(b, "during", None)))
        self._put(shot, [*shot.beats[: at + 1], *made, *shot.beats[at + 1 :]], retold=True)

    def _neighbours(self, scene: Scene, each: Any) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
        """(shot, last beat) of the unit before and (shot, first beat) of the one after, as the film has them now."""
        theirs = units_of(self.new, self.new.find(each.new_scene))
        mine = units_of(self.film, scene)
        found, _ = pairs(mine, theirs)
        at = next(n for n, u in enumerate(theirs) if u == each.new)
        before = next((mine[found[n]] for n in range(at - 1, -1, -1) if found[n] is not None), None)
        after = next((mine[found[n]] for n in range(at + 1, len(theirs)) if found[n] is not None), None)
        return (
            None if before is None else (_last_shot(scene, before), before.beats[-1]),
            None if after is None else (after.shot, after.beats[0]),
        )

    def _after(self, scene: Scene, each: Any) -> int:
        """Behind the shot of the unit before it, and behind the silent looks that follow that."""
        own = [s.id for s in scene.shots]
        before, after = self._neighbours(scene, each)
        shot = self.placed.get(("unit", *each.new.beats)) or (before[0] if before else None)
        if shot not in own:
            return 0
        index = own.index(shot) + 1
        told = {u.shot for u in units_of(self.film, scene)}
        while index < len(own) and not told & set(_whole_line(scene, own[index])) and own[index] != (after or ("",))[0]:
            index += 1
        return index

    def _changed(self, each: Any) -> None:
        old, new = each.old, each.new
        if old.speaker and new.speaker:
            self._reworded(old, new)
        else:
            self._redone(old, new)

    def _reworded(self, old: Unit, new: Unit) -> None:
        """New words of a line, in every shot it runs over; its parts keep their share of the words."""
        line_id = old.beats[0]
        speaker = self._speaker(new)
        count = len(new.text.split())
        for shot in list(self.film.shots()):
            parts = [b for b in shot.lines if b.id == line_id or b.line == line_id]
            if not parts:
                continue
            beats = [b.model_copy() for b in shot.beats]
            for beat in beats:
                if not isinstance(beat, Line) or not (beat.id == line_id or beat.line == line_id):
                    continue
                was = len(beat.text.split())
                if beat.words is not None:
                    first, last = (round(w * count / max(was, 1)) for w in beat.words)
                    beat.words = (min(first, count), max(min(last, count), min(first, count)))
                beat.text, beat.frames = new.text, None
                beat.delivery = new.delivery or ("" if old.delivery else beat.delivery)
                beat.speaker = speaker
            self._put(shot, beats, retold=False)

    def _speaker(self, unit: Unit) -> str:
        person = next((c for c in self.new.characters if c.name.casefold() == unit.speaker.casefold()), None)
        if person is not None and person.id in self.ids:
            return self.ids[person.id]
        return self.film.character(unit.speaker).id

    def _redone(self, old: Unit, new: Unit) -> None:
        """A direction told otherwise: what was made of the old one gives way to what is made of the new one."""
        shot = self.film.shot(old.shot)
        made: list[AnyBeat] = []
        for source in _shots_of(self.new, new):
            made += self._ours(source, _beats_of(source, new)).beats
        at = next((n for n, b in enumerate(shot.beats) if b.id in old.beats), len(shot.beats))
        kept = [b for b in shot.beats if b.id not in old.beats and getattr(b, "during", None) not in old.beats]
        before = sum(1 for b in shot.beats[:at] if b in kept)
        self._put(shot, [*kept[:before], *made, *kept[before:]], retold=True)

    def _put(self, shot: Shot, beats: list[AnyBeat], retold: bool) -> None:
        after = shot.model_copy(deep=True, update={"beats": beats})
        if retold:
            self._fit(after, self.film.scene_of(shot.id).id, like=shot.id)
            for name in ("motion", "character"):
                text = getattr(after.guidance, name)
                if text != getattr(shot.guidance, name):
                    origin = shot.origins.get(f"guidance.{name}")
                    self._do(SetField(target=shot.id, field=f"guidance.{name}", value=text, origin=origin))
        self._do(SetField(target=shot.id, field="beats", value=[b.model_dump(mode="json") for b in beats]))
        wrote = shot.origins.get("length")
        if wrote is None or wrote.by != "person":
            length = schedule(after, self.film.rate).length
            self._do(SetField(target=shot.id, field="length", value=length, origin=wrote or after.origins.get("beats")))

    def _fit(self, shot: Shot, scene: str, like: str = "") -> None:
        """Guidance and length that fit the beats a shot was left with."""
        other = like or next((s.id for s in self.film.find(scene).shots), "")
        if other:
            retell(self.film, other, shot, library_catalogue())
        shot.length = schedule(shot, self.film.rate).length

    def _removed(self, each: Any) -> None:
        """The beats go; a shot that nothing is left of goes too."""
        ids = set(each.old.beats)
        for shot in list(self.film.shots()):
            gone = {b.id for b in shot.beats if b.id in ids or getattr(b, "line", "") in ids}
            if not gone:
                continue
            beats = [b for b in shot.beats if b.id not in gone and getattr(b, "during", None) not in gone]
            if beats or shot.locked:
                self._put(shot, beats, retold=True)
            else:
                self._do(RemoveShot(shot=shot.id))

    def _moved(self, each: Any) -> None:
        scene: Scene = self.film.find(each.scene)
        before, after = self._neighbours(scene, each)
        if before is not None and after is not None and before[0] == after[0]:
            self._joined(self.film.shot(before[0]), each.new, before[1])
            self._do(RemoveShot(shot=each.shot))
            return
        own = [s.id for s in scene.shots]
        index = own.index(before[0]) + 1 if before is not None and before[0] in own else 0
        self._do(MoveShots(shots=[each.shot], scene=scene.id, index=index))


_ORDER = {
    "scene changed": 0, "changed": 1, "scene added": 2, "added": 3, "moved": 3, "removed": 4, "scene removed": 5,
    "scene moved": 6, "transition": 7,
}  # fmt: skip
"""What is put in finds its place beside what is there; so it comes before what is taken out."""


def _shots_of(film: Film, unit: Unit) -> list[Shot]:
    """The shots a unit runs over: its own, and the later parts of a long line."""
    return [s for s in film.shots() if any(_of(b, unit) for b in s.beats)]


def _beats_of(shot: Shot, unit: Unit) -> list[AnyBeat]:
    """The beats of a unit in a shot, with what goes along with them."""
    own = {b.id for b in shot.beats if _of(b, unit)}
    return [b.model_copy() for b in shot.beats if b.id in own or getattr(b, "during", None) in own]


def _last_shot(scene: Scene, unit: Unit) -> str:
    """The last shot a unit of the film runs over."""
    found = [s.id for s in scene.shots if any(_of(b, unit) for b in s.beats)]
    return found[-1] if found else unit.shot


def _whole_line(scene: Scene, shot_id: str) -> list[str]:
    """A shot, and where it holds a later part of a line also the shot in which that line begins."""
    shot = next(s for s in scene.shots if s.id == shot_id)
    lines = {b.line for b in shot.lines if b.line}
    return [shot_id, *(s.id for s in scene.shots if lines & {b.id for b in s.lines})]


def _whole(beats: list[AnyBeat]) -> list[AnyBeat]:
    """Parts of one line as one line."""
    out: list[AnyBeat] = []
    for beat in beats:
        if isinstance(beat, Line) and beat.words is not None:
            if beat.words[0] > 0:
                continue
            beat = beat.model_copy(update={"words": None, "line": ""})
        out.append(beat)
    kept = {b.id for b in out}
    return [b for b in out if getattr(b, "during", None) in (None, *kept)]


def _of(beat: AnyBeat, unit: Unit) -> bool:
    return beat.id in unit.beats or getattr(beat, "line", "") in unit.beats


def _only(shot: Shot, unit: Unit) -> bool:
    """Whether a shot holds nothing to read but this unit."""
    return all(_of(b, unit) or not b.text for b in shot.beats)


def _replaced(data: Any, names: dict[str, str]) -> Any:
    """Plain data with ids exchanged."""
    if isinstance(data, dict):
        return {k: _replaced(v, names) for k, v in data.items()}
    if isinstance(data, list):
        return [_replaced(v, names) for v in data]
    return names.get(data, data) if isinstance(data, str) else data

"""What a new draft changes in a film, each change to accept or decline, and all of it as one edit."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Literal

from agents.input.screenplay import Screenplay
from agents.redraft.apply import Applied, apply_changes
from agents.redraft.units import Unit, keys_of, pairs, scene_likeness, units_of
from app.document import Film, Scene, Source
from app.edits import Group
from app.script import beginning_of, ending_of

SAME_SCENE = 0.45
"""Likeness from which a scene of the new draft is one the film has."""

Kind = Literal[
    "added", "changed", "removed", "moved", "scene added", "scene changed", "scene removed", "scene moved", "transition"
]  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One thing the new draft changes. where: "Scene 2, shot 2.3"; before, after: as text; shot: id of the shot it
    is about in the film ("" for a new one); held: why it is not made ("the shot is locked"), or ""."""

    id: int
    kind: Kind
    where: str
    before: str = ""
    after: str = ""
    shot: str = ""
    held: str = ""
    scene: str = ""
    new_scene: str = ""
    old: Unit | None = None
    new: Unit | None = None
    follows: Unit | None = None


@dataclass
class Redraft:
    """The comparison of a film with a new draft that was directed."""

    film: Film
    new: Film
    changes: list[Change] = field(default_factory=list)
    scenes: dict[str, str] = field(default_factory=dict)
    source: Source | None = None

    @property
    def open(self) -> list[Change]:
        """Those that can be made."""
        return [c for c in self.changes if not c.held]

    def edit(self, accepted: Container[int] | None = None, name: str = "new draft") -> Group:
        """All accepted changes (None: every one that can be made) as one step for the person.
        Raises ShotwrightError where the film is no longer the one that was compared."""
        chosen = [c for c in self.open if accepted is None or c.id in accepted]
        return apply_changes(Applied(self.film, self.new, self.scenes, self.source), chosen, name)


def redraft(
    film: Film,
    new: Film,
    earlier: Screenplay | None = None,
    source: Source | None = None,
    scenes: dict[str, str] | None = None,
) -> Redraft:
    """Compares a film with a directed new draft of its screenplay.

    earlier: the draft the film was made from, by which a person's own changes in the film are told from changes of
    the draft: what the draft did not change is left as the film has it. source: what the film is made from
    afterwards. scenes: new scene id -> the film's, where that is known; the draft is then one typed in the film, in
    which a direction of how to speak that is not there was taken out.

    Omitted shots count as there: a new draft neither brings them back nor takes them out.
    """
    return _Comparison(film, new, keys_of(earlier), source, scenes).done()


class _Comparison:
    def __init__(
        self, film: Film, new: Film, earlier: set | None, source: Source | None, scenes: dict[str, str] | None
    ):
        self.film, self.new, self.earlier, self.typed = film, new, earlier, scenes is not None
        self.out = Redraft(film, new, scenes=scenes or {}, source=source)
        self.old_units = {s.id: units_of(film, s) for s in film.scenes}
        self.new_units = {s.id: units_of(new, s) for s in new.scenes}
        self.labels = {s.id: s.label or str(n) for n, _, s in film.numbered()}
        self.numbers = {s.id: n for n, s in enumerate(film.scenes, 1)}

    def done(self) -> Redraft:
        if not self.typed:
            self.out.scenes = self._matched_scenes()
        back = {old: new for new, old in self.out.scenes.items()}
        for number, scene in enumerate(self.new.scenes, 1):
            old = self.out.scenes.get(scene.id)
            if old is None:
                self._scene_added(number, scene)
            else:
                self._scene(self.film.find(old), scene)
        for scene in self.film.scenes:
            if scene.id not in back:
                self._scene_removed(scene)
        self._order()
        self._transition("The end", self.film, self.new, ending_of(self.film), ending_of(self.new))
        self._moves()
        return self.out

    def _add(self, kind: Kind, where: str, **more: object) -> None:
        self.out.changes.append(Change(len(self.out.changes), kind, where, **more))

    # ---- scenes

    def _matched_scenes(self) -> dict[str, str]:
        """New scene id -> old scene id, the likest first; among equals the nearest in order."""
        scored = []
        for n, new in enumerate(self.new.scenes):
            for o, old in enumerate(self.film.scenes):
                alike = scene_likeness(new.heading, self.new_units[new.id], old.heading, self.old_units[old.id])
                if alike >= SAME_SCENE:
                    scored.append((-alike, abs(n - o), n, o))
        found: dict[str, str] = {}
        taken: set[int] = set()
        for _, _, n, o in sorted(scored):
            new = self.new.scenes[n].id
            if new not in found and o not in taken:
                found[new] = self.film.scenes[o].id
                taken.add(o)
        return found

    def _scene_added(self, number: int, scene: Scene) -> None:
        units = self.new_units[scene.id]
        if self.earlier is not None and units and all(u.key in self.earlier for u in units):
            return  # the person took the scene out of the film
        told = "\n".join([scene.heading, *(u.told for u in units)])
        self._add("scene added", f"Scene {number}", after=told, new_scene=scene.id)

    def _scene_removed(self, scene: Scene) -> None:
        units = self.old_units[scene.id]
        if self.earlier is not None and not any(u.key in self.earlier for u in units):
            return  # the person made the scene in the film
        locked = next((s for s in scene.shots if s.locks), None)
        held = f"shot {self.labels[locked.id]} is locked" if locked else ""
        told = "\n".join([scene.heading or scene.place, *(u.told for u in units)])
        shot = scene.shots[0].id if scene.shots else ""
        where = f"Scene {self.numbers[scene.id]}"
        self._add("scene removed", where, before=told, shot=shot, held=held, scene=scene.id)

    def _order(self) -> None:
        """Matched scenes that stand in another order among themselves."""
        wanted = [self.out.scenes[s.id] for s in self.new.scenes if s.id in self.out.scenes]
        have = [s.id for s in self.film.scenes if s.id in set(wanted)]
        if wanted != have:
            names = ", ".join(str(self.numbers[s]) for s in wanted)
            self._add("scene moved", "Scenes", before=", ".join(str(self.numbers[s]) for s in have), after=names)

    # ---- one scene

    def _scene(self, old: Scene, new: Scene) -> None:
        number = self.numbers[old.id]
        if new.heading and new.heading != old.heading:
            self._add("scene changed", f"Scene {number}", before=old.heading, after=new.heading, scene=old.id,
                      new_scene=new.id)  # fmt: skip
        begins = beginning_of(old, number), beginning_of(new, self.new.scenes.index(new) + 1)
        self._transition(f"Scene {number}", old, new, *begins)
        mine, theirs = self.old_units[old.id], self.new_units[new.id]
        found, gone = pairs(mine, theirs)
        for at, unit in enumerate(theirs):
            index = found[at]
            if index is None:
                follows = theirs[at - 1] if at else None
                self._add("added", f"Scene {number}", after=unit.told, scene=old.id, new_scene=new.id, new=unit,
                          follows=follows)  # fmt: skip
            else:
                self._unit(number, old, mine[index], unit)
        for index in sorted(gone):
            unit = mine[index]
            if self.film.shot(unit.shot).omitted:
                continue
            self._add("removed", self._where(number, unit), before=unit.told, shot=unit.shot,
                      held=self._held(unit.shot), scene=old.id, old=unit)  # fmt: skip

    def _transition(self, where: str, old: Scene | Film, new: Scene | Film, before: list, after: list) -> None:
        """How a scene begins, or the film ends (in words). What somebody chose in the film stays as it is there."""
        chosen = {"transition", "ending"} & set(old.origins)
        if before != after and (self.typed or not chosen):
            named = {"scene": old.id, "new_scene": new.id} if isinstance(old, Scene) else {}
            self._add("transition", where, before=" ".join(before), after=" ".join(after), **named)

    def _unit(self, number: int, scene: Scene, old: Unit, new: Unit) -> None:
        if old.told == new.told or (not self.typed and old.key == new.key and not new.delivery):
            return
        if self.earlier is not None and new.key in self.earlier and old.key != new.key:
            return  # the draft is as it was; the person rewrote it in the film
        self._add("changed", self._where(number, old), before=old.told, after=new.told, shot=old.shot,
                  held=self._held(old.shot), scene=scene.id, old=old, new=new)  # fmt: skip

    def _where(self, number: int, unit: Unit) -> str:
        return f"Scene {number}, shot {self.labels.get(unit.shot, '')}"

    def _held(self, shot: str) -> str:
        return "the shot is locked" if self.film.shot(shot).locked else ""

    def _moves(self) -> None:
        """What is gone in one place and new in another moves with its takes, where a shot is nothing else."""
        alone: dict[str, int] = {}
        for units in self.old_units.values():
            for unit in units:
                alone[unit.shot] = alone.get(unit.shot, 0) + 1
        removed = {c.old.key: c for c in self.out.changes if c.kind == "removed" and not c.held}
        out: list[Change] = []
        gone: set[int] = set()
        for each in self.out.changes:
            there = removed.get(each.new.key) if each.kind == "added" and each.new else None
            if there is None or there.id in gone or alone[there.shot] != 1:
                out.append(each)
                continue
            gone.add(there.id)
            out.append(
                Change(each.id, "moved", there.where, there.before, each.where, there.shot, "", each.scene,
                       each.new_scene, there.old, each.new, each.follows)
            )  # fmt: skip
        self.out.changes = [c for c in out if c.id not in gone and not self._own(c)]

    def _own(self, each: Change) -> bool:
        """Whether a difference is the person's work in the film: what they took out, or wrote there themselves."""
        if self.earlier is None:
            return False
        if each.kind == "added":
            return each.new.key in self.earlier
        return each.kind == "removed" and each.old.key not in self.earlier

"""Every change to a film, as an object that can be checked, applied, undone, written down and replayed.

`apply` changes the film and returns the edit that takes the change back. Who makes the change is part of the
edit: the crew may replace only what no person wrote and no lock holds (`protected`).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from app.document import (
    HOUSE,
    PERSON,
    SUB_PROCESSES,
    Character,
    Film,
    Model,
    Origin,
    Proposal,
    Remark,
    Review,
    Scene,
    Shot,
    Take,
)
from app.errors import ShotwrightError


class _Edit(Model):
    """What all edits share. Each has `label` (what the undo menu says) and `apply(film)`, which makes the
    change and returns its inverse, or raises ShotwrightError and leaves the film as it was."""

    by: Origin = PERSON

    def targets(self) -> list[str]:
        """Ids of what changes, for whoever shows it ("film" for the film itself)."""
        return ["film"]


class SetField(_Edit):
    """Sets a field of the film, a scene, a shot or a character. `field` may be dotted: "guidance.lighting"."""

    kind: Literal["set"] = "set"
    target: str
    field: str
    value: Any = None
    origin: Origin | None = None  # for the inverse: the origin to restore

    @property
    def label(self) -> str:
        return f"change {self.field.replace('.', ' ').replace('_', ' ')}"

    def targets(self) -> list[str]:
        return [self.target]

    def apply(self, film: Film) -> AnyEdit:
        owner = film.find(self.target)
        holder: Any = owner
        *path, last = self.field.split(".")
        for name in path:
            holder = getattr(holder, name, None)
        if holder is None or last not in type(holder).model_fields or self.field in ("id", "origins", "takes"):
            raise ShotwrightError("project", f"{type(owner).__name__.lower()} has no field {self.field!r} to set")
        old = getattr(holder, last)
        before = owner.origins.get(self.field)
        try:
            value = TypeAdapter(type(holder).model_fields[last].annotation).validate_python(self.value)
            setattr(holder, last, value)
        except ValidationError as error:
            first = error.errors()[0]
            raise ShotwrightError("project", f"{self.field}: {first['msg']} (got {self.value!r})") from error
        origin = self.origin if self.origin is not None else self.by
        if origin.name == "(none)":
            owner.origins.pop(self.field, None)
        else:
            owner.origins[self.field] = origin
        return SetField(
            by=self.by,
            target=self.target,
            field=self.field,
            value=_plain(old),
            origin=before or Origin(by="house", name="(none)"),
        )


class InsertShot(_Edit):
    kind: Literal["insert shot"] = "insert shot"
    scene: str
    index: int
    shot: Shot

    @property
    def label(self) -> str:
        return "add a shot"

    def targets(self) -> list[str]:
        return [self.scene, self.shot.id]

    def apply(self, film: Film) -> AnyEdit:
        scene = _scene(film, self.scene)
        if any(s.id == self.shot.id for s in film.shots()):
            raise ShotwrightError("project", f"the shot {self.shot.id} is in the film already")
        if not 0 <= self.index <= len(scene.shots):
            raise ShotwrightError("project", f"scene {scene.heading!r} has no place {self.index} for a shot")
        scene.shots.insert(self.index, self.shot.model_copy(deep=True))
        return RemoveShot(by=self.by, shot=self.shot.id)


class RemoveShot(_Edit):
    kind: Literal["remove shot"] = "remove shot"
    shot: str

    @property
    def label(self) -> str:
        return "delete a shot"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> AnyEdit:
        scene = film.scene_of(self.shot)
        index = next(i for i, s in enumerate(scene.shots) if s.id == self.shot)
        shot = scene.shots.pop(index)
        return InsertShot(by=self.by, scene=scene.id, index=index, shot=shot)


class MoveShots(_Edit):
    """Moves shots, in film order, so that they stand in `scene` before what is at `index` there now."""

    kind: Literal["move shots"] = "move shots"
    shots: list[str]
    scene: str
    index: int

    @property
    def label(self) -> str:
        return "move a shot" if len(self.shots) == 1 else f"move {len(self.shots)} shots"

    def targets(self) -> list[str]:
        return [self.scene, *self.shots]

    def apply(self, film: Film) -> AnyEdit:
        scene = _scene(film, self.scene)
        if not 0 <= self.index <= len(scene.shots):
            raise ShotwrightError("project", f"scene {scene.heading!r} has no place {self.index} for a shot")
        wanted = set(self.shots)
        missing = wanted - {s.id for s in film.shots()}
        if missing:
            raise ShotwrightError("project", f"there is no shot {sorted(missing)[0]!r} to move")
        order = Arrange(by=self.by, order={s.id: [x.id for x in s.shots] for s in film.scenes})
        moved = [s for s in film.shots() if s.id in wanted]
        before = sum(1 for s in scene.shots[: self.index] if s.id in wanted)
        for each in film.scenes:
            each.shots = [s for s in each.shots if s.id not in wanted]
        at = self.index - before
        scene.shots = [*scene.shots[:at], *moved, *scene.shots[at:]]
        return order


class Arrange(_Edit):
    """Puts all shots into the given order (scene id -> shot ids); the inverse of every move."""

    kind: Literal["arrange"] = "arrange"
    order: dict[str, list[str]]

    @property
    def label(self) -> str:
        return "move shots"

    def apply(self, film: Film) -> AnyEdit:
        now = {s.id: [x.id for x in s.shots] for s in film.scenes}
        if sorted(x for v in now.values() for x in v) != sorted(x for v in self.order.values() for x in v):
            raise ShotwrightError("project", "the new order does not name exactly the shots of the film")
        shots = {s.id: s for s in film.shots()}
        for scene in film.scenes:
            scene.shots = [shots[i] for i in self.order.get(scene.id, [])]
        return Arrange(by=self.by, order=now)


class InsertScene(_Edit):
    kind: Literal["insert scene"] = "insert scene"
    index: int
    scene: Scene

    @property
    def label(self) -> str:
        return "add a scene"

    def apply(self, film: Film) -> AnyEdit:
        if not 0 <= self.index <= len(film.scenes):
            raise ShotwrightError("project", f"the film has no place {self.index} for a scene")
        film.scenes.insert(self.index, self.scene.model_copy(deep=True))
        return RemoveScene(by=self.by, scene=self.scene.id)


class RemoveScene(_Edit):
    kind: Literal["remove scene"] = "remove scene"
    scene: str

    @property
    def label(self) -> str:
        return "delete a scene"

    def apply(self, film: Film) -> AnyEdit:
        scene = _scene(film, self.scene)
        index = film.scenes.index(scene)
        film.scenes.pop(index)
        return InsertScene(by=self.by, index=index, scene=scene)


class MoveScene(_Edit):
    kind: Literal["move scene"] = "move scene"
    scene: str
    index: int

    @property
    def label(self) -> str:
        return "move a scene"

    def apply(self, film: Film) -> AnyEdit:
        scene = _scene(film, self.scene)
        old = film.scenes.index(scene)
        if not 0 <= self.index < len(film.scenes):
            raise ShotwrightError("project", f"the film has no place {self.index} for a scene")
        film.scenes.insert(self.index, film.scenes.pop(old))
        return MoveScene(by=self.by, scene=self.scene, index=old)


class AddCharacter(_Edit):
    kind: Literal["add character"] = "add character"
    character: Character
    index: int | None = None

    @property
    def label(self) -> str:
        return f"add {self.character.name}"

    def apply(self, film: Film) -> AnyEdit:
        if any(c.name.casefold() == self.character.name.casefold() for c in film.characters):
            raise ShotwrightError("project", f"there is a character called {self.character.name!r} already")
        at = len(film.characters) if self.index is None else self.index
        film.characters.insert(at, self.character.model_copy(deep=True))
        return RemoveCharacter(by=self.by, character=self.character.id)


class RemoveCharacter(_Edit):
    kind: Literal["remove character"] = "remove character"
    character: str

    @property
    def label(self) -> str:
        return "remove a character"

    def apply(self, film: Film) -> AnyEdit:
        character = film.character(self.character)
        used = [n for n, _, s in film.numbered() if character.id in _people(s)]
        if used:
            raise ShotwrightError(
                "project", f"{character.name} is in shot {used[0]}", "Take the character out of the shots first."
            )
        index = film.characters.index(character)
        film.characters.pop(index)
        return AddCharacter(by=self.by, character=character, index=index)


class AddTake(_Edit):
    """Keeps a new take and makes it the active one, with the program it was made from."""

    kind: Literal["add take"] = "add take"
    shot: str
    take: Take
    activate: bool = True
    index: int | None = None

    @property
    def label(self) -> str:
        return "new take"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> AnyEdit:
        shot = film.shot(self.shot)
        inverse = DropTake(by=self.by, shot=self.shot, take=self.take.id, active=shot.active_take)
        at = len(shot.takes) if self.index is None else self.index
        shot.takes = [*shot.takes[:at], self.take.model_copy(deep=True), *shot.takes[at:]]
        if self.activate:
            shot.active_take = self.take.id
        return inverse


class DropTake(_Edit):
    kind: Literal["drop take"] = "drop take"
    shot: str
    take: str
    active: str | None = None

    @property
    def label(self) -> str:
        return "discard a take"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> AnyEdit:
        shot = film.shot(self.shot)
        take = next((t for t in shot.takes if t.id == self.take), None)
        if take is None:
            raise ShotwrightError("project", f"shot {shot.label or shot.id} has no take {self.take!r}")
        was_active, at = shot.active_take == self.take, shot.takes.index(take)
        shot.takes = [t for t in shot.takes if t.id != self.take]
        if was_active:
            kept = [t.id for t in shot.takes]
            shot.active_take = self.active if self.active in kept else (kept[-1] if kept else None)
        return AddTake(by=self.by, shot=self.shot, take=take, activate=was_active, index=at)


class SetReview(_Edit):
    """Adds a review to a take (a person's, the house's or a model's)."""

    kind: Literal["review"] = "review"
    shot: str
    take: str
    review: Review | None

    @property
    def label(self) -> str:
        return "review"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> AnyEdit:
        take = next((t for t in film.shot(self.shot).takes if t.id == self.take), None)
        if take is None:
            raise ShotwrightError("project", f"there is no take {self.take!r} to review")
        old, take.review = take.review, self.review
        return SetReview(by=self.by, shot=self.shot, take=self.take, review=old)


class KeepTake(_Edit):
    """Marks a take to stay when takes are cleaned up, or takes the mark away."""

    kind: Literal["keep take"] = "keep take"
    shot: str
    take: str
    kept: bool = True

    @property
    def label(self) -> str:
        return "keep a take" if self.kept else "keep a take no longer"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> AnyEdit:
        take = next((t for t in film.shot(self.shot).takes if t.id == self.take), None)
        if take is None:
            raise ShotwrightError("project", f"there is no take {self.take!r} to keep")
        old, take.kept = take.kept, self.kept
        return KeepTake(by=self.by, shot=self.shot, take=self.take, kept=old)


class SetRemark(_Edit):
    """Adds a remark to a shot, puts another in place of the one with its id, or (None) removes it. What came of
    a remark is nobody's guidance: no lock holds it back."""

    kind: Literal["remark"] = "remark"
    shot: str
    id: str
    remark: Remark | None
    index: int | None = None

    @property
    def label(self) -> str:
        return "remove a note" if self.remark is None else "note"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> AnyEdit:
        shot = film.shot(self.shot)
        at = next((n for n, r in enumerate(shot.remarks) if r.id == self.id), None)
        if at is None and self.remark is None:
            raise ShotwrightError("project", f"there is no note {self.id!r} on shot {shot.label or shot.id}")
        old = shot.remarks[at] if at is not None else None
        rest = [r for r in shot.remarks if r.id != self.id]
        place = at if at is not None else (len(rest) if self.index is None else self.index)
        new = [self.remark.model_copy(deep=True)] if self.remark is not None else []
        shot.remarks = [*rest[:place], *new, *rest[place:]]
        return SetRemark(by=self.by, shot=self.shot, id=self.id, remark=old, index=at)


class MeasureShot(_Edit):
    """Notes how long the lines of a shot really are, and how long that makes the shot. Measurements are not
    somebody's words: no lock holds them back, but a length a person set stays."""

    kind: Literal["measure"] = "measure"
    shot: str
    frames: dict[str, int | None]
    length: int

    @property
    def label(self) -> str:
        return "measure the lines"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> AnyEdit:
        shot = film.shot(self.shot)
        inverse = MeasureShot(
            by=self.by,
            shot=self.shot,
            length=shot.length,
            frames={b.id: b.frames for b in shot.lines if b.id in self.frames},
        )
        for line in shot.lines:
            if line.id in self.frames:
                line.frames = self.frames[line.id]
        shot.length = self.length
        return inverse


class AddProposal(_Edit):
    kind: Literal["add proposal"] = "add proposal"
    proposal: Proposal

    @property
    def label(self) -> str:
        return "proposal"

    def apply(self, film: Film) -> AnyEdit:
        film.proposals = [
            p for p in film.proposals if (p.target, p.field) != (self.proposal.target, self.proposal.field)
        ] + [self.proposal]
        return DropProposal(by=self.by, proposal=self.proposal.id)


class DropProposal(_Edit):
    kind: Literal["drop proposal"] = "drop proposal"
    proposal: str

    @property
    def label(self) -> str:
        return "decline a proposal"

    def apply(self, film: Film) -> AnyEdit:
        found = next((p for p in film.proposals if p.id == self.proposal), None)
        if found is None:
            raise ShotwrightError("project", f"there is no proposal {self.proposal!r}")
        film.proposals = [p for p in film.proposals if p.id != self.proposal]
        return AddProposal(by=self.by, proposal=found)


class ReplaceFilm(_Edit):
    """Replaces the whole film (a new plan from an input); its id stays."""

    kind: Literal["replace film"] = "replace film"
    film: Film

    @property
    def label(self) -> str:
        return "new plan"

    def apply(self, film: Film) -> AnyEdit:
        old = film.model_copy(deep=True)
        for name in type(film).model_fields:
            if name != "id":
                setattr(film, name, getattr(self.film.model_copy(deep=True), name))
        return ReplaceFilm(by=self.by, film=old)


class Group(_Edit):
    """Several edits that are one step for the person. If one fails, those before it are taken back."""

    kind: Literal["group"] = "group"
    name: str
    edits: list[AnyEdit]

    @property
    def label(self) -> str:
        return self.name

    def targets(self) -> list[str]:
        return [t for e in self.edits for t in e.targets()]

    def apply(self, film: Film) -> AnyEdit:
        inverses: list[AnyEdit] = []
        try:
            for edit in self.edits:
                inverses.insert(0, edit.apply(film))
        except ShotwrightError:
            for inverse in inverses:
                inverse.apply(film)
            raise
        return Group(by=self.by, name=self.name, edits=inverses)


AnyEdit = Annotated[
    SetField
    | InsertShot
    | RemoveShot
    | MoveShots
    | Arrange
    | InsertScene
    | RemoveScene
    | MoveScene
    | AddCharacter
    | RemoveCharacter
    | AddTake
    | DropTake
    | SetReview
    | KeepTake
    | SetRemark
    | MeasureShot
    | AddProposal
    | DropProposal
    | ReplaceFilm
    | Group,
    Field(discriminator="kind"),
]

Group.model_rebuild()
EDIT: TypeAdapter[AnyEdit] = TypeAdapter(AnyEdit)


def protected(film: Film, edit: SetField) -> str:
    """Why the crew may not make this change ("" when it may): a person wrote the field, or a lock holds it."""
    if edit.by.by == "person":
        return ""
    owner = film.find(edit.target)
    names = {edit.field, edit.field.split(".")[0]}
    if any(owner.origins.get(n, HOUSE).by == "person" for n in names):
        return f"a person wrote {edit.field}"
    if isinstance(owner, Shot):
        sub_process = edit.field.split(".")[-1]
        if owner.locked:
            return "the shot is locked"
        if sub_process in SUB_PROCESSES and sub_process in owner.locks:
            return f"{sub_process} is locked"
    return ""


def _people(shot: Shot) -> set[str]:
    people = {s.character for s in shot.staging} | set(shot.subjects)
    for beat in shot.beats:
        people |= {getattr(beat, n) for n in ("speaker", "character", "with_") if getattr(beat, n, None)}
    return people


def _scene(film: Film, scene_id: str) -> Scene:
    found = film.find(scene_id)
    if not isinstance(found, Scene):
        raise ShotwrightError("project", f"{scene_id!r} is not a scene")
    return found


def _plain(value: Any) -> Any:
    """A field's value as JSON-ready data, so that edits can be written to the journal."""
    return TypeAdapter(Any).dump_python(value, mode="json")

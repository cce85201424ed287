"""Several edits as one step, the whole film at once, and every kind of edit there is."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from app.document import Film
from app.edits.base import Edit
from app.edits.cast import AddCharacter, RemoveCharacter
from app.edits.fields import SetField
from app.edits.order import Arrange, InsertScene, InsertShot, MoveScene, MoveShots, RemoveScene, RemoveShot
from app.edits.remarks import AddProposal, DropProposal, SetRemark
from app.edits.takes import AddTake, DropTake, KeepTake, MeasureShot, SetReview
from app.errors import ShotwrightError


class ReplaceFilm(Edit):
    """Replaces the whole film (a new plan from an input); its id stays."""

    kind: Literal["replace film"] = "replace film"
    film: Film

    @property
    def label(self) -> str:
        return "new plan"

    def apply(self, film: Film) -> Edit:
        old = film.model_copy(deep=True)
        for name in type(film).model_fields:
            if name != "id":
                setattr(film, name, getattr(self.film.model_copy(deep=True), name))
        return ReplaceFilm(by=self.by, film=old)


class Group(Edit):
    """Several edits that are one step for the person. If one fails, those before it are taken back."""

    kind: Literal["group"] = "group"
    name: str
    edits: list[AnyEdit]

    @property
    def label(self) -> str:
        return self.name

    def targets(self) -> list[str]:
        return [t for e in self.edits for t in e.targets()]

    def apply(self, film: Film) -> Edit:
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

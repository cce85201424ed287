"""One field set, and which fields the crew may not set."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from app.document import HOUSE, SUB_PROCESSES, Film, Origin, Shot
from app.edits.base import Edit
from app.errors import ShotwrightError


class SetField(Edit):
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

    def apply(self, film: Film) -> Edit:
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


def _plain(value: Any) -> Any:
    """A field's value as JSON-ready data, so that edits can be written to the journal."""
    return TypeAdapter(Any).dump_python(value, mode="json")

"""What all edits share."""

from __future__ import annotations

from app.document import PERSON, Film, Model, Origin, Scene
from app.errors import ShotwrightError


class Edit(Model):
    """What all edits share. Each has `label` (what the undo menu says) and `apply(film)`, which makes the
    change and returns its inverse, or raises ShotwrightError and leaves the film as it was."""

    by: Origin = PERSON

    def targets(self) -> list[str]:
        """Ids of what changes, for whoever shows it ("film" for the film itself)."""
        return ["film"]


def scene_of(film: Film, scene_id: str) -> Scene:
    """The scene with this id. Raises ShotwrightError when there is none, or the id is something else's."""
    found = film.find(scene_id)
    if not isinstance(found, Scene):
        raise ShotwrightError("project", f"{scene_id!r} is not a scene")
    return found

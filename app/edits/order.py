"""Shots and scenes that come, go and move."""

from __future__ import annotations

from typing import Literal

from app.document import Film, Scene, Shot
from app.edits.base import Edit, scene_of
from app.errors import ShotwrightError


class InsertShot(Edit):
    kind: Literal["insert shot"] = "insert shot"
    scene: str
    index: int
    shot: Shot

    @property
    def label(self) -> str:
        return "add a shot"

    def targets(self) -> list[str]:
        return [self.scene, self.shot.id]

    def apply(self, film: Film) -> Edit:
        scene = scene_of(film, self.scene)
        if any(s.id == self.shot.id for s in film.shots()):
            raise ShotwrightError("project", f"the shot {self.shot.id} is in the film already")
        if not 0 <= self.index <= len(scene.shots):
            raise ShotwrightError("project", f"scene {scene.heading!r} has no place {self.index} for a shot")
        scene.shots.insert(self.index, self.shot.model_copy(deep=True))
        return RemoveShot(by=self.by, shot=self.shot.id)


class RemoveShot(Edit):
    kind: Literal["remove shot"] = "remove shot"
    shot: str

    @property
    def label(self) -> str:
        return "delete a shot"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> Edit:
        scene = film.scene_of(self.shot)
        index = next(i for i, s in enumerate(scene.shots) if s.id == self.shot)
        shot = scene.shots.pop(index)
        return InsertShot(by=self.by, scene=scene.id, index=index, shot=shot)


class MoveShots(Edit):
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

    def apply(self, film: Film) -> Edit:
        scene = scene_of(film, self.scene)
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


class Arrange(Edit):
    """Puts all shots into the given order (scene id -> shot ids); the inverse of every move."""

    kind: Literal["arrange"] = "arrange"
    order: dict[str, list[str]]

    @property
    def label(self) -> str:
        return "move shots"

    def apply(self, film: Film) -> Edit:
        now = {s.id: [x.id for x in s.shots] for s in film.scenes}
        if sorted(x for v in now.values() for x in v) != sorted(x for v in self.order.values() for x in v):
            raise ShotwrightError("project", "the new order does not name exactly the shots of the film")
        shots = {s.id: s for s in film.shots()}
        for scene in film.scenes:
            scene.shots = [shots[i] for i in self.order.get(scene.id, [])]
        return Arrange(by=self.by, order=now)


class InsertScene(Edit):
    kind: Literal["insert scene"] = "insert scene"
    index: int
    scene: Scene

    @property
    def label(self) -> str:
        return "add a scene"

    def apply(self, film: Film) -> Edit:
        if not 0 <= self.index <= len(film.scenes):
            raise ShotwrightError("project", f"the film has no place {self.index} for a scene")
        film.scenes.insert(self.index, self.scene.model_copy(deep=True))
        return RemoveScene(by=self.by, scene=self.scene.id)


class RemoveScene(Edit):
    kind: Literal["remove scene"] = "remove scene"
    scene: str

    @property
    def label(self) -> str:
        return "delete a scene"

    def apply(self, film: Film) -> Edit:
        scene = scene_of(film, self.scene)
        index = film.scenes.index(scene)
        film.scenes.pop(index)
        return InsertScene(by=self.by, index=index, scene=scene)


class MoveScene(Edit):
    kind: Literal["move scene"] = "move scene"
    scene: str
    index: int

    @property
    def label(self) -> str:
        return "move a scene"

    def apply(self, film: Film) -> Edit:
        scene = scene_of(film, self.scene)
        old = film.scenes.index(scene)
        if not 0 <= self.index < len(film.scenes):
            raise ShotwrightError("project", f"the film has no place {self.index} for a scene")
        film.scenes.insert(self.index, film.scenes.pop(old))
        return MoveScene(by=self.by, scene=self.scene, index=old)

"""Guidance of the crew said anew when what it tells of has changed: beats and staging. A person's words stay."""

from __future__ import annotations

from typing import Any

from agents.catalogue import Catalogue
from agents.house.guidance import character_intent, context_of, motion_intent
from agents.house.language import character, motion
from app.document import HOUSE, Film, Shot
from app.edits import AnyEdit, Group, SetField


def retold(film: Film, like: str, shot: Shot, catalogue: Catalogue) -> dict[str, str]:
    """Part -> text, for motion and character guidance of `shot` that the crew wrote. like: id of a shot of the film
    in whose scene it plays."""
    context = context_of(film, film.scene_of(like), shot, catalogue)
    tell = {
        "motion": lambda: motion.describe(motion_intent(film, shot, catalogue, {}), context),
        "character": lambda: character.describe(character_intent(film, shot), context),
    }
    out = {}
    for name, make in tell.items():
        origin = shot.origins.get(f"guidance.{name}") or shot.origins.get("guidance")
        if getattr(shot.guidance, name).strip() and (origin is None or origin.by in ("house", "model")):
            out[name] = make()
    return out


def with_beats(film: Film, shot_id: str, beats: list[dict[str, Any]], catalogue: Catalogue, name: str) -> AnyEdit:
    """The edit that gives a shot other beats, and says its motion anew where the crew wrote it and nothing is
    locked. name: what the undo menu calls it. Raises ShotwrightError(project) for beats that are none."""
    edit = SetField(target=shot_id, field="beats", value=beats)
    trial = film.model_copy(update={"scenes": [film.scene_of(shot_id).model_copy(deep=True)]})
    edit.apply(trial)
    shot = trial.shot(shot_id)
    texts = retold(trial, shot_id, shot, catalogue)
    edits: list[AnyEdit] = [edit]
    if "motion" in texts and not shot.is_locked("motion") and texts["motion"] != shot.guidance.motion:
        edits.append(SetField(by=HOUSE, target=shot_id, field="guidance.motion", value=texts["motion"]))
    return Group(name=name, edits=edits)

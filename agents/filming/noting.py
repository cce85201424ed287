"""The Director's part when a person leaves a note on a shot: which guidance changes because of it."""

from __future__ import annotations

from agents.filming.answers import Noted
from agents.filming.floor import Floor, shot_values
from agents.filming.guiding import LONGEST, lists
from agents.house.notes import Revision, expected
from agents.model.messages import material
from app.document import Film
from app.errors import ShotwrightError


async def revise(floor: Floor, film: Film, shot_id: str, text: str) -> Revision | None:
    """What a note changes in a shot's guidance; None where the model cannot say. Raises ShotwrightError where nothing
    can be asked any more: a wrong key, a budget that is reached, a full disk."""
    scene, shot = film.scene_of(shot_id), film.shot(shot_id)
    catalogue = floor.crew.house.catalogue
    values = lists(catalogue, scene.place) | shot_values(film, scene, shot)
    try:
        answer = await floor.ask(
            "director", "note", shot, Noted, check=_broken, note=material("the note", text),
            known=await floor.known("director", text, place=scene.place), **values,
        )  # fmt: skip
    except ShotwrightError as error:
        floor.hand_over("director", "note", shot, error)
        return None
    out = Revision(not_understood=list(answer.cannot))
    changed = []
    for change in answer.changes:
        old, new = getattr(shot.guidance, change.sub_process), change.text.strip()
        if not new or new == old:
            continue
        if shot.is_locked(change.sub_process):
            out.locked.append(change.sub_process)
            continue
        out.guidance[change.sub_process] = new
        changed.append(f"{change.sub_process}: {old} → {new}")
    out.expects = expected(film, shot_id, out.guidance, catalogue)
    floor.crew.tell("director", "note", "proposed", text, changed=tuple(changed), shot=shot.id)
    return out


def _broken(answer: Noted) -> list[str]:
    out = [f"{c.sub_process}: more than {LONGEST} characters" for c in answer.changes if len(c.text) > LONGEST]
    names = [c.sub_process for c in answer.changes]
    twice = sorted({n for n in names if names.count(n) > 1})
    return [*out, *(f"{name}: give one text for it, not several" for name in twice)]

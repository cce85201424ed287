"""What a person changes on the floor plan, as one edit: placement, walks, camera.

The change is written where the shot's story is: staging and beats, the guidance in plain words, and the snippet the
guidance compiles to. A snippet a person wrote is changed in the one call it is about. Nothing is changed where a
lock holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from agents.catalogue import Catalogue, library_catalogue
from agents.house import amend
from agents.house.guidance import context_of
from agents.house.language.character import Placement
from agents.house.language.motion import Act
from agents.house.programmer import compile_shot
from app.document import HOUSE, Film, Line, Move, Pause, Program, Shot, Standing
from app.edits import AnyEdit, Group, SetField
from app.errors import ShotwrightError
from app.spot import value_of

FOLLOWING = {
    "character": ("character", "motion", "cinematography"),
    "motion": ("motion", "cinematography"),
    "cinematography": ("cinematography",),
}
"""The snippets that may become others when the guidance of a part does."""


@dataclass
class _Change:
    """What one gesture changes: fields of the shot, guidance texts, and snippets a person wrote."""

    name: str
    fields: dict[str, object] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    snippets: dict[str, str] = field(default_factory=dict)


def place(
    film: Film,
    shot: Shot,
    person: str,
    at: str | None = None,
    facing: str | None = None,
    posture: str | None = None,
    catalogue: Catalogue | None = None,
) -> AnyEdit:
    """A person (by id) begins the shot elsewhere, faces something else or sits; None leaves it as it is.

    at, facing: a name or what `app.spot` writes; facing "" lets them face whoever is nearest. Somebody who sat
    stands when there is no seat at the new place. Raises ShotwrightError when the character part is locked.
    """
    _unlocked(shot, "character")
    catalogue = catalogue or library_catalogue()
    scene = film.scene_of(shot.id)
    staging = [s.model_copy() for s in shot.staging]
    mine = next((s for s in staging if s.character == person), None)
    if mine is None:
        mine = Standing(character=person, position="")
        staging.append(mine)
    mine.position = mine.position if at is None else at
    mine.facing = mine.facing if facing is None else (facing or None)
    spot = catalogue.position(scene.place, mine.position)
    wanted = posture or mine.posture
    mine.posture = "sitting" if wanted == "sitting" and spot is not None and spot.seat is not None else "standing"
    name = film.character(person).name
    words = {c.id: c.name for c in film.characters}
    looks = words.get(mine.facing or "", mine.facing or "")
    change = _Change("move a person" if at is not None else "turn a person" if facing is not None else "sit or stand")
    change.fields["staging"] = [s.model_dump(mode="json") for s in staging]
    copy = shot.model_copy(update={"staging": staging})
    context = context_of(film, scene, copy, catalogue)
    change.texts["character"] = amend.placed(
        shot.guidance.character, Placement(name, mine.position, mine.posture, looks), context
    )
    if _by_person(shot, "character"):
        named: dict[str, object] = {"at": value_of(mine.position) if mine.position else None}
        named["facing"] = value_of(looks) if looks else None
        named["posture"] = "sitting" if mine.posture == "sitting" else None
        change.snippets["character"] = amend.with_call(shot.program.character, "add_person", name, named)
    return _edit(film, shot, change, catalogue)


def walk(
    film: Film, shot: Shot, person: str, to: str, via: tuple[str, ...] = (), catalogue: Catalogue | None = None
) -> AnyEdit:
    """A person (by id) walks to a place or point, by way of others: their first walk of the shot goes there, else
    one is added along with the first line. Raises ShotwrightError when the motion part is locked."""
    _unlocked(shot, "motion")
    catalogue = catalogue or library_catalogue()
    context = context_of(film, film.scene_of(shot.id), shot, catalogue)
    name = film.character(person).name
    change = _Change("draw a path")
    act = Act(name, "walk", target=to, via=via)
    had = bool(amend.walks(shot.guidance.motion, name, context))
    change.texts["motion"] = amend.walked(shot.guidance.motion, act, 1 if shot.lines else None, context)
    beats = [b.model_copy() for b in shot.beats]
    mine = next((b for b in beats if isinstance(b, Move) and b.character == person), None)
    if mine is not None:
        mine.destination, mine.via, mine.frames = to, list(via), None
    elif not had:
        along = next((b for b in beats if isinstance(b, (Line, Pause))), None)
        made = Move(character=person, destination=to, via=list(via), during=along.id if along else None)
        beats.insert(beats.index(along) + 1 if along else len(beats), made)
    change.fields["beats"] = [b.model_dump(mode="json") for b in beats]
    if _by_person(shot, "motion"):
        named = {"via": [value_of(v) for v in via] or None}
        change.snippets["motion"] = amend.with_call(shot.program.motion, "walk_to", name, named, value_of(to))
    return _edit(film, shot, change, catalogue)


def stay(film: Film, shot: Shot, person: str, catalogue: Catalogue | None = None) -> AnyEdit:
    """A person (by id) walks nowhere. Raises ShotwrightError when the motion part is locked."""
    _unlocked(shot, "motion")
    catalogue = catalogue or library_catalogue()
    context = context_of(film, film.scene_of(shot.id), shot, catalogue)
    name = film.character(person).name
    change = _Change("take a path away")
    change.texts["motion"] = amend.unwalked(shot.guidance.motion, name, context)
    beats = [b for b in shot.beats if not (isinstance(b, Move) and b.character == person)]
    change.fields["beats"] = [b.model_dump(mode="json") for b in beats]
    if _by_person(shot, "motion"):
        change.snippets["motion"] = amend.without_call(shot.program.motion, "walk_to", name)
    return _edit(film, shot, change, catalogue)


def film_from(
    film: Film,
    shot: Shot,
    at: str = "",
    look_at: str = "",
    lens: float | None = None,
    catalogue: Catalogue | None = None,
) -> AnyEdit:
    """The camera stands at a point ("": where the shot type puts it) and is aimed at a person or point ("": at whom
    the shot films); lens in millimetres, None as it is. Raises ShotwrightError when the camera is locked."""
    _unlocked(shot, "cinematography")
    catalogue = catalogue or library_catalogue()
    context = context_of(film, film.scene_of(shot.id), shot, catalogue)
    change = _Change("move the camera" if at else "give the camera back to the shot type")
    text = amend.filmed(shot.guidance.cinematography, at, look_at, context)
    change.texts["cinematography"] = text if lens is None else amend.with_lens(text, lens, context)
    if _by_person(shot, "cinematography"):
        snippet = shot.program.cinematography
        if at:
            named = {"look_at": value_of(look_at) if look_at else None}
            snippet = amend.with_call(snippet, "camera_at", None, named, value_of(at))
        else:
            snippet = amend.without_call(snippet, "camera_at")
        change.snippets["cinematography"] = snippet if lens is None else _with_lens(snippet, lens, catalogue)
    return _edit(film, shot, change, catalogue)


def change_lens(film: Film, shot: Shot, lens: float, catalogue: Catalogue | None = None) -> AnyEdit:
    """The shot is filmed through a lens of so many millimetres. Raises ShotwrightError when the camera is locked."""
    _unlocked(shot, "cinematography")
    catalogue = catalogue or library_catalogue()
    context = context_of(film, film.scene_of(shot.id), shot, catalogue)
    change = _Change("change the lens")
    change.texts["cinematography"] = amend.with_lens(shot.guidance.cinematography, lens, context)
    if _by_person(shot, "cinematography"):
        change.snippets["cinematography"] = _with_lens(shot.program.cinematography, lens, catalogue)
    return _edit(film, shot, change, catalogue)


def _with_lens(snippet: str, lens: float, catalogue: Catalogue) -> str:
    used = next((s.function for s in catalogue.shots if f"{s.function}(" in snippet), None)
    return amend.with_call(snippet, used, None, {"lens": lens}) if used else snippet


# ---- putting it together


def compiled(film: Film, shot: Shot, catalogue: Catalogue | None = None) -> Program:
    """The program the house crew makes of a shot's guidance as it stands."""
    return compile_shot(film, film.scene_of(shot.id), shot, catalogue or library_catalogue()).program


def _unlocked(shot: Shot, sub_process: str) -> None:
    if shot.is_locked(sub_process):
        what = "the shot" if shot.locked else sub_process
        raise ShotwrightError("project", f"{what} is locked", "Unlock it in the inspector to change it here.")


def _by_person(shot: Shot, sub_process: str) -> bool:
    origin = shot.origins.get(f"program.{sub_process}")
    return origin is not None and origin.by == "person" and bool(getattr(shot.program, sub_process).strip())


def _edit(film: Film, shot: Shot, change: _Change, catalogue: Catalogue) -> AnyEdit:
    """The gesture as one edit: the person's part, then the snippets that follow from it, signed by the crew."""
    edits: list[AnyEdit] = [SetField(target=shot.id, field=f, value=v) for f, v in change.fields.items()]
    for name, text in change.texts.items():
        if text != getattr(shot.guidance, name):
            edits.append(SetField(target=shot.id, field=f"guidance.{name}", value=text))
    after = Shot.model_validate(shot.model_dump() | change.fields)
    after.guidance = shot.guidance.model_copy(update=change.texts)
    plan = compile_shot(film, film.scene_of(shot.id), after, catalogue)
    for name in FOLLOWING[next(iter(change.texts))]:
        if name in change.snippets:
            edits.append(SetField(target=shot.id, field=f"program.{name}", value=change.snippets[name]))
        elif not (_by_person(shot, name) or shot.is_locked(name)):
            new = getattr(plan.program, name)
            if new != getattr(shot.program, name):
                edits.append(SetField(by=HOUSE, target=shot.id, field=f"program.{name}", value=new))
    if plan.not_understood != shot.not_understood:
        edits.append(SetField(by=HOUSE, target=shot.id, field="not_understood", value=plan.not_understood))
    return Group(name=change.name, edits=edits)

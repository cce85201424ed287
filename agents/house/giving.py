"""Something out of the library given to a shot: a mood, a shot type, an action, a person, a place, a prop or a
camera move becomes guidance, and where it is played a beat."""

from __future__ import annotations

from agents.catalogue import Catalogue
from agents.house.guidance import context_of
from agents.house.language import camera_moves
from agents.house.language.character import CharacterIntent, Placement
from agents.house.language.cinematography import CameraIntent
from agents.house.language.context import Context
from agents.house.language.lighting import LightingIntent
from agents.house.language.motion import Act, MotionIntent, Step
from agents.house.language.motion_intent import manner_of
from agents.house.language.scene import Added, SceneIntent
from agents.house.programmer import Intents
from agents.house.wishes import guidance_for
from app.document import Action, Character, Film, Shot, Standing
from app.edits import AnyEdit, Group, SetField
from app.errors import ShotwrightError

KINDS = ("mood", "shot", "action", "character", "place", "prop", "move")
PARTS = {
    "mood": ("lighting",), "shot": ("cinematography",), "action": ("motion",), "character": ("character",),
    "place": ("scene",), "prop": ("scene",), "move": ("cinematography",),
}  # fmt: skip
"""Which part of a shot a kind of thing changes."""


def give(film: Film, shot_id: str, kind: str, name: str, catalogue: Catalogue) -> Group:
    """The edit that gives a shot the thing called `name`. Raises ShotwrightError(project) when the shot or the
    part is locked, or when the thing is not known or does not fit."""
    shot = film.shot(shot_id)
    number = next(n for n, _, s in film.numbered() if s.id == shot_id)
    called = f"shot {shot.label or number}"
    if kind not in KINDS:
        raise ShotwrightError("project", f"a {kind} cannot be given to a shot", f"There are: {', '.join(KINDS)}.")
    for part in PARTS[kind]:
        if shot.is_locked(part):
            what = "it" if shot.locked else f"its {part}"
            raise ShotwrightError("project", f"{called} is not changed: {what} is locked", "Unlock it first.")
    context = context_of(film, film.scene_of(shot_id), shot, catalogue)
    wish, fields = _GIVERS[kind](film, shot, name, context)
    texts = guidance_for(shot, wish, context)
    changes = {**fields, **{f"guidance.{n}": t for n, t in texts.items()}}
    edits: list[AnyEdit] = [SetField(target=shot_id, field=f, value=v) for f, v in changes.items()]
    if not edits:
        raise ShotwrightError("project", f"{called} has {name} already")
    return Group(name=f"give {name} to {called}", edits=edits)


def _unknown(kind: str, name: str, near: object = None) -> ShotwrightError:
    hint = f"The nearest is {near}." if near else ""
    return ShotwrightError("project", f"there is no {kind} {name!r} in the library", hint)


def _mood(film: Film, shot: Shot, name: str, context: Context):
    found = context.catalogue.mood(name)
    if found is None or not found.certain:
        raise _unknown("mood", name, found and found.entry.name)
    return Intents(lighting=LightingIntent(mood=found.entry.name)), {}


def _shot(film: Film, shot: Shot, name: str, context: Context):
    found = context.catalogue.shot(name)
    if found is None or not found.certain:
        raise _unknown("shot type", name, found and found.entry.name)
    subjects = context.subjects[: found.entry.most] if len(context.subjects) > found.entry.most else ()
    fields = {"shot_type": found.entry.name} if shot.shot_type != found.entry.name else {}
    return Intents(cinematography=CameraIntent(shot_type=found.entry.name, subjects=subjects)), fields


def _move(film: Film, shot: Shot, name: str, context: Context):
    words = context.words(name)
    moves = tuple(camera_moves.read_moves(words, context))
    still = name.casefold() in ("static", "static camera")
    if not moves and not still:
        raise _unknown("camera move", name)
    return Intents(cinematography=CameraIntent(moves=moves, still=still)), {}


def _prop(film: Film, shot: Shot, name: str, context: Context):
    found = context.catalogue.props.find(name)
    if found is None or not found.certain:
        raise _unknown("prop", name, found and found.entry.name)
    return Intents(scene=SceneIntent(added=(Added(found.entry.name),))), {}


def _place(film: Film, shot: Shot, name: str, context: Context):
    found = context.catalogue.place(name)
    if found is None or not found.certain:
        raise _unknown("place", name, found and found.entry.name)
    return Intents(scene=SceneIntent(place=found.entry.name)), {}


def _character(film: Film, shot: Shot, name: str, context: Context):
    person = film.character(name)
    fields: dict[str, object] = {}
    wish = Intents()
    if person.id not in [s.character for s in shot.staging]:
        spot = _free_spot(shot, context)
        facing = shot.staging[0].character if shot.staging else None
        stand = Standing(character=person.id, position=spot, facing=facing)
        fields["staging"] = [s.model_dump(mode="json") for s in (*shot.staging, stand)]
        looks_at = next((c.name for c in film.characters if c.id == facing), "")
        wish = Intents(character=CharacterIntent((Placement(person.name, spot, "standing", looks_at),)))
    if person.id not in shot.subjects:
        fields["subjects"] = [*shot.subjects, person.id]
    return wish, fields


def _free_spot(shot: Shot, context: Context) -> str:
    taken = {s.position for s in shot.staging}
    places = context.catalogue.places
    spots = [p.name for p in places[context.place].positions] if context.place in places else []
    free = next((s for s in spots if s not in taken), None)
    if free is None:
        raise ShotwrightError("project", f"every position of {context.place or 'the place'} is taken")
    return free


def _action(film: Film, shot: Shot, name: str, context: Context):
    found, variation = context.catalogue.action(name)
    if found is None or not found.certain:
        raise _unknown("action", name, found and found.entry.name)
    person, action = _actor(film, shot, found.entry.name, context)
    line = next(((n, b) for n, b in enumerate(shot.lines, 1) if film.character(b.speaker).id == person.id), None)
    beat = Action(character=person.id, action=action, variation=variation, during=line[1].id if line else None)
    fields = {"beats": [b.model_dump(mode="json") for b in (*shot.beats, beat)]}
    if not shot.guidance.motion.strip():
        return Intents(), fields  # the program follows the beats
    step = Step((Act(person.name, "perform", action, variation=variation),), line[0] if line else None)
    return Intents(motion=MotionIntent((step,))), fields


def _actor(film: Film, shot: Shot, action: str, context: Context) -> tuple[Character, str]:
    """Who does it: somebody of the shot in a posture that fits, the one who is filmed first before others; where
    nobody's does, the same manner of acting in the posture of the first."""
    postures = {s.character: s.posture for s in shot.staging}
    order = [*shot.subjects, *(b.speaker for b in shot.lines), *postures]
    people = [film.character(p) for p in dict.fromkeys(order)]
    present = [p for p in people if p.id in postures] or people
    if not present:
        raise ShotwrightError("project", f"nobody is there to do {action!r}", "Put a character into the shot first.")
    fitting = [p for p in present if context.catalogue.fits(action, postures.get(p.id, "standing"))]
    if fitting:
        return fitting[0], action
    likewise = context.catalogue.action_for(manner_of(action), postures.get(present[0].id, "standing"))
    if likewise is None:
        needed = getattr(context.catalogue.actions[action], "posture", "standing")
        raise ShotwrightError("project", f"{present[0].name} cannot do {action!r}: it is done {needed}")
    return present[0], likewise


_GIVERS = {
    "mood": _mood,
    "shot": _shot,
    "move": _move,
    "prop": _prop,
    "place": _place,
    "character": _character,
    "action": _action,
}

"""The programmer: compiles a shot's beats, staging and guidance to five snippets of library calls.

The guidance wins: what its texts say is what is called; what they leave open follows from the beats and the
staging. The same shot gives the same program, to the letter.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from agents.catalogue import Catalogue
from agents.house.calls import call
from agents.house.guidance import character_intent, context_of
from agents.house.language import character, cinematography, lighting, motion, scene
from agents.house.language.character import CharacterIntent, Placement
from agents.house.language.cinematography import CameraIntent
from agents.house.language.context import Context
from agents.house.language.lighting import LightingIntent
from agents.house.language.motion import MotionIntent
from agents.house.language.scene import SceneIntent
from agents.house.language.words import Words
from agents.house.motion_plan import MotionPlan, plan_motion
from agents.lexicons import lexicon
from app.document import SUB_PROCESSES, Film, Program, Scene, Shot
from app.spot import point_of, value_of
from app.timebase import frames

LANGUAGES = {
    "scene": scene, "character": character, "motion": motion, "lighting": lighting, "cinematography": cinematography,
}  # fmt: skip
ELSEWHERE = {
    "scene": ("lighting", "cinematography"),
    "character": ("motion", "cinematography", "lighting"),
    "motion": ("cinematography", "lighting", "scene"),
    "lighting": ("cinematography", "scene", "motion"),
    "cinematography": ("lighting", "motion", "scene"),
}
"""Whose words are looked for, in order, in what a text's own reader did not understand."""


@dataclass
class Intents:
    """What the five texts say, and what of them nobody understood."""

    scene: SceneIntent = field(default_factory=SceneIntent)
    character: CharacterIntent = field(default_factory=CharacterIntent)
    motion: MotionIntent = field(default_factory=MotionIntent)
    lighting: LightingIntent = field(default_factory=LightingIntent)
    cinematography: CameraIntent = field(default_factory=CameraIntent)
    not_understood: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Plan:
    """A compiled shot. length: frames it needs."""

    program: Program
    not_understood: dict[str, list[str]]
    length: int


def compile_shot(film: Film, place: Scene, shot: Shot, catalogue: Catalogue) -> Plan:
    """The program of a shot, what of its guidance was not understood, and the length it needs."""
    context = context_of(film, place, shot, catalogue)
    intents = understand(shot, context)
    stands = _stands(film, shot, intents, context)
    planned = plan_motion(film, place, shot, intents.motion, stands, context)
    for name, problems in (("motion", planned.problems),):
        if problems:
            intents.not_understood.setdefault(name, []).extend(problems)
    for name, words in intents.character.looks:
        intents.not_understood.setdefault("character", []).append(
            f"{name} wears {words}: looks belong to the character; change them in the cast"
        )
    program = Program(
        scene=_scene(place, intents),
        character=_character(planned.stands),
        motion="\n".join(planned.calls),
        lighting=_lighting(place, intents, planned),
        cinematography=_camera(film, shot, intents, planned, context),
    )
    extra = intents.cinematography.longer
    change = frames(extra, film.rate) if extra > 0 else -frames(-extra, film.rate)
    length = max(frames(1.0, film.rate), planned.length + change)
    return Plan(program, {k: v for k, v in intents.not_understood.items() if v}, length)


def understand(shot: Shot, context: Context) -> Intents:
    """Reads the five texts; words that belong to another sub-process are understood there."""
    intents = Intents()
    left: list[tuple[str, Words]] = []
    for name in SUB_PROCESSES:
        text = getattr(shot.guidance, name)
        words = context.words(text)
        intent = LANGUAGES[name].read(words, context)
        setattr(intents, name, intent)
        said = list(getattr(intent, "unstageable", ()))
        if said:
            intents.not_understood.setdefault(name, []).extend(said)
        left.append((name, words))
    for name, words in left:
        if words.leftovers():
            for other in ELSEWHERE[name]:
                found = LANGUAGES[other].read(words, context)
                setattr(intents, other, _merged(getattr(intents, other), found))
        unknown = words.leftovers()
        if unknown:
            intents.not_understood.setdefault(name, []).extend(unknown)
    return intents


def _merged(own, found):
    """The own intent with what was found elsewhere on top; empty fields say nothing."""
    empty = type(found)()
    changes = {}
    for name in type(found).__dataclass_fields__:
        value = getattr(found, name)
        if value == getattr(empty, name):
            continue
        mine = getattr(own, name)
        changes[name] = (*mine, *value) if isinstance(value, tuple) and isinstance(mine, tuple) else value
    return replace(own, **changes)


# ---- scene and character


def _scene(place: Scene, intents: Intents) -> str:
    calls = [call("use_place", intents.scene.place or place.place)]
    colours = lexicon("colours")
    for each in intents.scene.added:
        named = {each.relation: each.to} if each.relation else {}
        colour = colours.get(each.colour)
        calls.append(call("add_prop", each.prop, **named, **({"colour": colour} if colour else {})))
    calls += [call("remove_prop", name) for name in intents.scene.removed]
    return "\n".join(calls)


def _stands(film: Film, shot: Shot, intents: Intents, context: Context) -> dict[str, Placement]:
    """Where everybody begins: the staging, with what the text says on top. Those the text names for the first
    time come along; somebody told to sit where no seat is gets the nearest free one."""
    stands = {p.person: p for p in character_intent(film, shot).people}
    for each in intents.character.people:
        mine = stands.get(each.person, Placement(each.person))
        stands[each.person] = Placement(
            each.person, each.at or mine.at, each.posture or mine.posture or "standing", each.facing or mine.facing
        )
    place = intents.scene.place or context.place
    if intents.scene.place and intents.scene.place != context.place:
        context.place = place
        stands = {n: replace(s, at=_same_spot(context.catalogue, place, s.at)) for n, s in stands.items()}
    for name in intents.character.absent:
        stands.pop(name, None)
    taken: set[str] = set()
    for name, stand in stands.items():
        spot = context.catalogue.seat(place, stand.at) if stand.posture == "sitting" else None
        if stand.posture == "sitting" and not (spot and spot.name not in taken):
            seat = _seat(context.catalogue, place, stand.at, taken | {s.at for n, s in stands.items() if n != name})
            if seat is None:
                intents.not_understood.setdefault("character", []).append(f"{name} cannot sit: there is no free seat")
                stands[name] = replace(stand, posture="standing")
            else:
                stands[name] = replace(stand, at=seat)
        taken.add(stands[name].at)
    for name, stand in stands.items():
        if stand.facing in context.others and stand.facing not in stands:
            stands[name] = replace(stand, facing="")
    return stands


def _same_spot(catalogue: Catalogue, place: str, at: str) -> str:
    return at if point_of(at) is None and (catalogue.position(place, at) or catalogue.thing(place, at)) else ""


def _seat(catalogue: Catalogue, place: str, near: str, taken: set[str]) -> str | None:
    if place not in catalogue.places:
        return None
    free = [p.name for p in catalogue.places[place].positions if p.seat and p.name not in taken]
    return min(free, key=lambda p: catalogue.distance(place, near, p) or 99.0, default=None)


def _character(stands: dict[str, Placement]) -> str:
    calls = []
    for stand in stands.values():
        named: dict[str, object] = {}
        if stand.at:
            named["at"] = value_of(stand.at)
        if stand.facing:
            named["facing"] = value_of(stand.facing)
        if stand.posture == "sitting":
            named["posture"] = "sitting"
        calls.append(call("add_person", stand.person, **named))
    return "\n".join(calls)


# ---- light and camera


def _lighting(place: Scene, intents: Intents, planned: MotionPlan) -> str:
    intent = intents.lighting
    named = {"strength": intent.strength} if intent.strength != 1.0 else {}
    calls = [call("light_mood", intent.mood or place.mood, **named)]
    if intent.stops:
        calls.append(call("exposure", stops=intent.stops))
    calls += [call("lamp", name, on=on) for name, on in intent.lamps]
    keyed = {k.person: k for k in intent.keys}
    for person in planned.stands:
        key = keyed.get(person)
        warmth = (key.warmth if key else 0.0) + intent.warmth
        if key is None and not warmth:
            continue
        arguments: dict[str, object] = {}
        if key and key.side:
            arguments["side"] = key.side
        if key and key.strength != 1.0:
            arguments["strength"] = key.strength
        if warmth:
            arguments["warmth"] = max(-1.0, min(1.0, round(warmth, 3)))
        calls.append(call("key_light", person, **arguments))
    return "\n".join(calls)


def _camera(film: Film, shot: Shot, intents: Intents, planned: MotionPlan, context: Context) -> str:
    intent = intents.cinematography
    names = {c.id: c.name for c in film.characters}
    by_person = shot.origins.get("shot_type")
    text_by = shot.origins.get("guidance.cinematography")
    chosen = by_person is not None and by_person.by == "person" and not (text_by is not None and text_by.by == "person")
    shot_type = shot.shot_type if chosen or not intent.shot_type else intent.shot_type
    found = context.catalogue.shot(shot_type)
    entry = found.entry
    present = list(planned.stands)
    own = [names[s] for s in shot.subjects if s in names]
    subjects = [s for s in (intent.subjects or own) if s in present]
    if intent.shot_type and not intent.subjects and entry.size <= 1:
        subjects = list(present)
    if not subjects:
        subjects = present
    calls = [_shot_call(entry, subjects, present, intent, planned)]
    if intent.at:
        aimed = {"look_at": value_of(intent.look_at)} if intent.look_at else {}
        calls.append(call("camera_at", value_of(intent.at), **aimed))
    for move in intent.moves:
        timed = {} if not move.start else {"start": move.start}
        if move.end is not None:
            timed["end"] = move.end
        if move.kind == "push":
            calls.append(call("push_in" if move.amount > 0 else "pull_out", amount=abs(move.amount), **timed))
        elif move.kind == "reveal":
            calls.append(call("reveal", **timed))
        elif move.kind == "orbit":
            calls.append(call("orbit", degrees=move.amount, **timed))
        elif move.kind == "handheld":
            calls.append(call("handheld", amount=move.amount))
        elif move.kind == "focus" and move.subject in present:
            calls.append(call("focus_on", move.subject, **timed))
    if intent.shift:
        calls.append(call("shift", intent.shift))
    if intent.still:
        calls.append(call("static"))
    return "\n".join(calls)


def _shot_call(entry, subjects: list[str], present: list[str], intent: CameraIntent, planned: MotionPlan) -> str:
    """The call of a shot type, with as many subjects as it films."""
    arguments: dict[str, object] = {}
    if entry.things and intent.thing:
        who: list[object] = [intent.thing]
    elif entry.size <= 1 and set(subjects) == set(present):
        who = []
    elif entry.second:
        who = subjects[:1]
        if len(subjects) > 1:
            arguments[entry.second] = subjects[1]
    else:
        named = list(dict.fromkeys([*subjects, *present]))[: max(entry.least, len(subjects))]
        who = [named[: entry.most]] if min(len(named), entry.most) > 1 else named[:1]
    if entry.name == lexicon("shot_roles")["follow"] and planned.walkers and (not who or who[0] not in planned.walkers):
        who = [planned.walkers[0]]
    for name in ("side", "angle", "height", "lens", "fill"):
        value = getattr(intent, name)
        if value is not None and not (name == "height" and value == "eye"):
            arguments[name] = value
    return call(entry.function, *who, **arguments)

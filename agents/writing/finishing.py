"""The finishing: the composer's cues, the colourist's grades, the editor's transitions and trims, in one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agents.input.screenplay import Screenplay
from agents.model.faults import RulesBroken
from agents.model.ledger import Planned
from agents.model.messages import material
from agents.people import Prefilled
from agents.prompts import prompt
from agents.writing import vocabulary
from agents.writing.answers import finishing
from agents.writing.room import Room, summary
from agents.writing.script import Framings
from app.document import Cue, Film, Scene, Source
from app.timebase import seconds
from render.grade import GRADES
from render.music import FEELINGS

if TYPE_CHECKING:
    from agents.ensemble import Ensemble

ROLES = ("composer", "colourist", "editor")
LEAST_TRIM = 0.15
"""Seconds; a smaller change is none."""
SCRIPT_TOKENS, DESCRIPTION_TOKENS = 2900, 2200
"""What the question took for a film of three scenes, and for a description, with what is looked up."""


async def finish(room: Room, play: Screenplay, shots: Framings, film: Film, came_from: dict[str, str]) -> None:
    """Puts music, grades, transitions and trims on the film, as far as models or persons play these roles. Who plays
    several of them is asked once for all of them."""
    for roles in _players(room.crew):
        await _meeting(room, play, shots, film, came_from, roles)


def planned(crew: Ensemble, source: Source) -> list[Planned]:
    """The calls it usually takes."""
    tokens = DESCRIPTION_TOKENS if source.kind == "description" else SCRIPT_TOKENS
    return [Planned(role=roles[0], calls=1, tokens_in=tokens, tokens_out=250) for roles in _players(crew)]


def _players(crew: Ensemble) -> list[tuple[str, ...]]:
    """The roles that are not the house crew's, those of one player together."""
    players: dict[str, list[str]] = {}
    for role in ROLES:
        if crew.modelled(role):
            players.setdefault(crew.player(role), []).append(role)
    return [tuple(roles) for roles in players.values()]


async def _meeting(
    room: Room, play: Screenplay, shots: Framings, film: Film, came_from: dict[str, str], roles: tuple[str, ...]
) -> None:
    """What one player decides for the roles it has."""
    at = _places(play, came_from)
    words = {"grades": vocabulary.grades(), "feelings": vocabulary.feelings()}
    duties = "\n".join(prompt(f"writing/finishing_{role}", **words) for role in roles)

    async def work() -> None:
        try:
            answer = await room.ask(
                roles[0], "finishing", finishing(roles), check=lambda a: _unknown(a, film, came_from, at),
                script=room.script(play, shots=shots), cut=material("the cut", cut(film, came_from, at)),
                roles=", ".join(roles), duties=duties, prefilled=as_it_stands(film, roles),
            )  # fmt: skip
        except RulesBroken as error:
            answer = error.answer
            for rule in error.rules:
                room.note(f"{roles[0]}, finishing", rule, "left out")
        _apply(room, answer, film, came_from, at, roles)

    await room.or_house(roles[0], "finishing", work, lambda: None)


def as_it_stands(film: Film, roles: tuple[str, ...]) -> Prefilled:
    """The answer that changes nothing, for a person to change: no music and no trims, each scene with its own grade
    and transition."""
    scenes = []
    for number, scene in enumerate(film.scenes, 1):
        own: dict[str, Any] = {"scene": number}
        if "composer" in roles:
            own["music"] = []
        if "colourist" in roles:
            own["grade"] = scene.grade if scene.grade in GRADES else next(iter(GRADES))
        if "editor" in roles:
            own["transition"] = scene.transition
        scenes.append(own)
    return Prefilled(finishing(roles).model_validate({"scenes": scenes}))


def _places(play: Screenplay, came_from: dict[str, str]) -> dict[str, str]:
    """Every entry -> the one its shot was made from: an entry without a shot of its own is seen in that of the one
    before it, or at the start of a scene in that of the one after."""
    shown, out = set(came_from.values()), {}
    for scene in play.scenes:
        ids = [e.id for e in scene.elements if e.id]
        last = next((i for i in ids if i in shown), "")
        for each in ids:
            last = each if each in shown else last
            out[each] = last
    return out | {entry: entry for entry in shown if entry}


def cut(film: Film, came_from: dict[str, str], at: dict[str, str]) -> str:
    """The cut for a prompt: every shot with the entry it shows, its seconds, its picture and what a script says of
    transitions."""
    lines = []
    for number, scene in enumerate(film.scenes, 1):
        own = f", which the script says: {' '.join(scene.transition_words)}" if scene.transition_words else ""
        total = seconds(sum(s.length for s in scene.shots), film.rate)
        lines.append(f"Scene {number}: {total:.1f} s, begins with a {scene.transition}{own}, light: {scene.mood}")
        for shot in scene.shots:
            text = shot.guidance.cinematography.rstrip(".")
            entries = " ".join(f"[{entry}]" for entry in at if at[entry] == came_from.get(shot.id))
            lines.append(f"- {entries} {seconds(shot.length, film.rate):.1f} s, {text}")
    return "\n".join(lines)


def _unknown(answer: Any, film: Film, came_from: dict[str, str], at: dict[str, str]) -> list[str]:
    """What an answer speaks of that is not there."""
    wrong = [f"there is no scene {s.scene}" for s in answer.scenes if s.scene > len(film.scenes)]
    for each in answer.scenes:
        named = [n.strip("[] ") for c in getattr(each, "music", ()) for n in (c.first, c.last)]
        here = _entries(film, each, came_from)
        wrong += [f"scene {each.scene} has no entry {n!r}" for n in named if at.get(n) not in here]
    trimmed = [t.entry.strip("[] ") for t in getattr(answer, "trims", ())]
    return list(dict.fromkeys([*wrong, *(f"there is no entry {n!r} to trim" for n in trimmed if n not in at)]))


def _entries(film: Film, each: Any, came_from: dict[str, str]) -> set[str]:
    if each.scene > len(film.scenes):
        return set()
    return {came_from.get(s.id, "") for s in film.scenes[each.scene - 1].shots}


def _apply(
    room: Room, answer: Any, film: Film, came_from: dict[str, str], at: dict[str, str], roles: tuple[str, ...]
) -> None:
    for each in answer.scenes:
        if each.scene > len(film.scenes):
            continue
        scene, told = film.scenes[each.scene - 1], []
        if "composer" in roles:
            scene.music = _cues(scene, each.music, came_from, at)
            scene.origins["music"] = room.crew.signed("composer")
            told += [f"music: {c.feeling}" for c in scene.music] or ["no music"]
        if "colourist" in roles and each.grade in GRADES and not room.options.grade:
            scene.grade = each.grade
            scene.origins["grade"] = room.crew.signed("colourist")
            told.append(f"grade: {each.grade}")
        if "editor" in roles and each.scene > 1 and not scene.transition_words:  # a script's own stand
            scene.transition = each.transition
            scene.origins["transition"] = room.crew.signed("editor")
            told.append(f"begins with a {each.transition}")
        if told:
            room.crew.tell(roles[0], "finishing", "made", f"scene {each.scene}: {'; '.join(told)}. {each.why}".strip())
    if "editor" in roles:
        _trim(room, answer.trims, film, came_from, at)


def _cues(scene: Scene, cues: Any, came_from: dict[str, str], at: dict[str, str]) -> list[Cue]:
    """Cues from entries to shots, in order and without overlap."""
    order = [came_from.get(s.id, "") for s in scene.shots]
    out: list[Cue] = []
    free = 0
    for cue in cues:
        first, last = (at.get(entry.strip("[] "), "") for entry in (cue.first, cue.last))
        if cue.feeling not in FEELINGS or first not in order or last not in order:
            continue
        begin, end = max(free, order.index(first)), len(order) - 1 - order[::-1].index(last)
        if begin <= end:
            out.append(Cue(feeling=cue.feeling, first=scene.shots[begin].id, last=scene.shots[end].id))
            free = end + 1
    return out


def _trim(room: Room, trims: Any, film: Film, came_from: dict[str, str], at: dict[str, str]) -> None:
    """Trims go into the camera guidance, which is where a person would write them."""
    last = {entry: shot for shot, entry in came_from.items()}
    changes = []
    for trim in trims:
        shot_id = last.get(at.get(trim.entry.strip("[] "), ""))
        if shot_id is None or abs(trim.seconds) < LEAST_TRIM:
            continue
        shot = film.shot(shot_id)
        words = f"{abs(trim.seconds):.1f} s {'longer' if trim.seconds > 0 else 'shorter'}"
        shot.guidance.cinematography = f"{shot.guidance.cinematography.rstrip('. ')}, {words}."
        shot.origins["guidance.cinematography"] = room.crew.signed("editor")
        changes.append(f"shot {shot.label}: {words}" + (f": {trim.why}" if trim.why else ""))
    room.crew.tell("editor", "finishing", "corrected", summary(changes, "trim"), changed=tuple(changes))

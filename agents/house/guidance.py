"""The five guidance texts of a shot, written from its beats, staging and framing."""

from __future__ import annotations

import itertools

from agents.catalogue import Catalogue
from agents.house.acting import tone
from agents.house.cinematographer import Framing
from agents.house.language import character, cinematography, lighting, motion, scene
from agents.house.language.character import CharacterIntent, Placement
from agents.house.language.context import Context
from agents.house.language.lighting import LightingIntent
from agents.house.language.motion import Act, MotionIntent, Step
from agents.house.language.scene import SceneIntent
from agents.house.staging import RISE, SIT
from agents.lexicons import lexicon
from app.document import Action, AnyBeat, Film, Guidance, Line, Move, Pause, Scene, Shot


def context_of(film: Film, place: Scene, shot: Shot, catalogue: Catalogue) -> Context:
    """What the guidance of this shot is about."""
    names = {c.id: c.name for c in film.characters}
    present = tuple(names[s.character] for s in shot.staging if s.character in names)
    return Context(
        catalogue=catalogue,
        place=place.place,
        people=present,
        others=tuple(n for n in names.values() if n not in present),
        genders={c.name: c.gender for c in film.characters},
        postures={names[s.character]: s.posture for s in shot.staging if s.character in names},
        lines=tuple((film.character(line.speaker).name, line.text) for line in shot.lines),
        subjects=tuple(names[s] for s in shot.subjects if s in names),
    )


def character_intent(film: Film, shot: Shot) -> CharacterIntent:
    """Where everybody is when the shot begins."""
    names = {c.id: c.name for c in film.characters}
    return CharacterIntent(
        tuple(
            Placement(names[s.character], s.position, s.posture, names.get(s.facing or "", s.facing or ""))
            for s in shot.staging
        )
    )


def motion_intent(film: Film, shot: Shot, catalogue: Catalogue, extras: dict[str, list[Act]]) -> MotionIntent:
    """What the beats say, as steps: an act with its own turn, or the acts on a line."""
    names = {c.id: c.name for c in film.characters}
    present = {s.character for s in shot.staging}
    steps: list[Step] = []
    number = 0
    for beat in shot.beats:
        if getattr(beat, "during", None):
            continue
        along = [b for b in shot.beats if getattr(b, "during", None) == beat.id]
        acts = [a for b in (beat, *along) if (a := _act(b, names, present)) is not None]
        if isinstance(beat, Line):
            number += 1
            feeling = _feeling(beat, along, catalogue)
            if feeling and beat.speaker in present:
                acts.append(Act(names[beat.speaker], "express", feeling))
        for extra in itertools.chain(extras.get(beat.id, ()), *(extras.get(b.id, ()) for b in along)):
            acts.insert(_before_reacting(acts, extra), extra)
        if acts:
            steps.append(Step(tuple(acts), number if isinstance(beat, Line) else None))
    return MotionIntent(tuple(steps))


def _before_reacting(acts: list[Act], extra: Act) -> int:
    """Where an act that goes along belongs: who turns does so before they react, everything else comes last."""
    if extra.kind == "turn":
        for index, act in enumerate(acts):
            if act.person == extra.person and act.what.startswith(("Standing ", "Sitting ")):
                return index
    return len(acts)


def _feeling(line: Line, along: list[AnyBeat], catalogue: Catalogue) -> str:
    """The emotion on the speaker's face: that of the action given for the line, else of the words."""
    own = next((b for b in along if isinstance(b, Action) and b.character == line.speaker), None)
    manner = own.action.removeprefix("Standing ").removeprefix("Sitting ") if own else ""
    manners = lexicon("cues")["manners"]
    if manner in manners and manner not in ("Talking", "Thinking"):
        emotion = manners[manner].get("emotion", "")
    else:
        heard = tone(line.text, line.delivery)
        emotion = heard.emotion if own is None or heard.manner in ("Depressed", "Crying", "Happy") else ""
    return emotion if emotion in catalogue.emotions else ""


def _act(beat: AnyBeat, names: dict[str, str], present: set[str]) -> Act | None:
    if isinstance(beat, (Line, Pause)) or beat.character not in present:
        return None
    person = names[beat.character]
    if isinstance(beat, Move):
        run = beat.manner == "running"
        target = names.get(beat.destination, beat.destination)
        manner = "" if run else beat.manner
        return Act(person, "run" if run else "walk", target=target, manner=manner, via=tuple(beat.via))
    if isinstance(beat, Action):
        if beat.action in (SIT, RISE):
            return Act(person, "sit" if beat.action == SIT else "stand")
        strength = 0.6 if beat.strength < 0.9 else 1.4 if beat.strength > 1.2 else 1.0
        target = names.get(beat.with_ or "", "")
        return Act(person, "perform", beat.action, target, strength=strength, variation=beat.variation,
                   thing=beat.thing)  # fmt: skip
    return None


def write_guidance(
    film: Film, place: Scene, shot: Shot, catalogue: Catalogue, framing: Framing, extras: dict[str, list[Act]]
) -> Guidance:
    """Five texts in plain English that say all the shot's program is made from."""
    context = context_of(film, place, shot, catalogue)
    return Guidance(
        scene=scene.describe(SceneIntent(place.place), context),
        character=character.describe(character_intent(film, shot), context),
        motion=motion.describe(motion_intent(film, shot, catalogue, extras), context),
        lighting=lighting.describe(LightingIntent(mood=place.mood), context),
        cinematography=cinematography.describe(framing.intent, context),
    )

"""Idea development and the first draft: profiles and outline, dialogue, staging."""

from __future__ import annotations

from typing import Any

from agents.catalogue import Catalogue
from agents.house import screenwriter
from agents.input.screenplay import Doing, Screenplay, Speech
from agents.model.faults import RulesBroken
from agents.writing import vocabulary
from agents.writing.answers import Dialogue
from agents.writing.blockingcheck import broken
from agents.writing.room import Room, summary
from agents.writing.script import cast_told, from_outline, numbered, told, with_dialogue, with_staging

MOST_LINES = 12
"""Entries a scene of our own may have."""


async def outline(room: Room) -> Screenplay | None:
    """The director's profiles and scenes, without words yet; None where the house writes the whole."""
    if not (room.crew.modelled("director") and room.crew.modelled("screenwriter")):
        return None

    async def work() -> Screenplay:
        def check(answer: Any) -> list[str]:
            return outline_breaks(answer, room.catalogue)

        try:
            answer = await room.ask(
                "director", "outline", room.forms.outline, check, topic=room.topic,
                people=room.options.most_people, scenes=room.options.most_scenes,
                places=vocabulary.places(room.catalogue), lights=vocabulary.moods(room.catalogue),
            )  # fmt: skip
        except RulesBroken as error:
            answer = mend_outline(error.answer, room.catalogue)
            room.crew.tell("director", "outline", "repaired", "; ".join(error.rules))
            room.note("director, outline", "; ".join(error.rules), "mended by rule")
        made = from_outline(answer)
        scenes = [f"{s.heading} ({s.place}, {s.time}): {', '.join(s.who)}" for s in made.scenes]
        text = f"“{made.title}”: {summary(made.profiles, 'character')}, {summary(made.scenes, 'scene')}"
        room.crew.tell("director", "outline", "made", text, changed=tuple(scenes))
        return made

    return await room.or_house("director", "outline", work, lambda: None)


def outline_breaks(outline: Any, catalogue: Catalogue) -> list[str]:
    """The rules an outline breaks, in words."""
    out = []
    names = [p.name.strip() for p in outline.characters]
    out += [f"rule “names of one word”: {n!r}" for n in names if len(n.split()) != 1]
    out += [f"rule “distinct names”: {n!r} twice" for n in dict.fromkeys(names) if names.count(n) > 1]
    used: set[str] = set()
    for number, scene in enumerate(outline.scenes, 1):
        cast = list(dict.fromkeys(scene.characters))
        used |= set(cast)
        strangers = [c for c in cast if c not in names]
        if strangers:
            out.append(f"rule “only the cast”: scene {number} has {', '.join(strangers)}, who have no profile")
        room = len(catalogue.places[scene.location].positions)
        if len(cast) > room:
            out.append(f"rule “capacity”: {scene.location} holds {room} people and scene {number} has {len(cast)}")
        if len(cast) < 2 <= len(names):
            out.append(f"rule “at least two in a scene”: scene {number} has {len(cast)}")
    idle = [n for n in names if n not in used]
    if idle:
        out.append(f"rule “everybody is used”: {', '.join(idle)} in no scene")
    return out


def mend_outline(outline: Any, catalogue: Catalogue) -> Any:
    """The nearest outline that breaks no rule."""
    profiles, renamed = [], {}
    for person in outline.characters:
        name = person.name.split()[0] if person.name.split() else "Somebody"
        taken = {p.name for p in profiles}
        name = next(n for n in (name, *(f"{name}{k}" for k in range(2, 99))) if n not in taken)
        renamed.setdefault(person.name, name)
        profiles.append(person.model_copy(update={"name": name}))
    names = [p.name for p in profiles]
    casts = []
    for scene in outline.scenes:
        cast = [renamed.get(c, c) for c in scene.characters]
        casts.append([c for c in dict.fromkeys(cast) if c in names])
    for name in names:
        if not any(name in cast for cast in casts):
            min(casts, key=len).append(name)
    scenes = []
    for scene, cast in zip(outline.scenes, casts, strict=True):
        cast += [n for n in names if n not in cast][: max(0, min(2, len(names)) - len(cast))]
        place = scene.location
        if len(catalogue.places[place].positions) < len(cast):
            roomy = [p for p in catalogue.places if len(p.positions) >= len(cast)]
            place = min(roomy, key=lambda p: len(p.positions)).name if roomy else place
            cast = cast[: len(catalogue.places[place].positions)]
        scenes.append(scene.model_copy(update={"characters": cast, "location": place}))
    return outline.model_copy(update={"characters": profiles, "scenes": scenes})


async def dialogue(room: Room, play: Screenplay) -> Screenplay | None:
    """The words of every scene, by the screenwriter; None where there are none for some scene."""

    async def work() -> Screenplay | None:
        answer = await room.ask(
            "screenwriter", "dialogue", Dialogue, _speaks(len(play.scenes)), topic=room.topic, most=MOST_LINES,
            outline=told(play, staging=False), cast=cast_told(play),
        )  # fmt: skip
        made = with_dialogue(play, answer)
        lines = [e for s in made.scenes for e in s.elements]
        room.crew.tell("screenwriter", "dialogue", "made", f"{len(lines)} lines and beats")
        return made if all(s.elements for s in made.scenes) else None

    return await room.or_house("screenwriter", "dialogue", work, lambda: None)


def _speaks(scenes: int) -> Any:
    def check(answer: Dialogue) -> list[str]:
        there = {s.scene for s in answer.scenes if any(e.kind == "line" for e in s.entries)}
        return [f"rule “every scene speaks”: scene {n} has no line" for n in range(1, scenes + 1) if n not in there]

    return check


def by_house(room: Room) -> Screenplay:
    """The house screenwriter's screenplay of an idea."""
    return numbered(screenwriter.write(room.source.text, room.options.seed, room.catalogue, room.options.max_shots))


async def staging(room: Room, play: Screenplay) -> Screenplay:
    """Positions, actions and moves where the script has none, by the screenwriter."""
    bare = [e for s in play.scenes for e in s.elements if isinstance(e, (Speech, Doing)) and not (e.acts or e.walks)]
    if not room.crew.modelled("screenwriter") or not (bare or any(not s.where for s in play.scenes)):
        return play

    async def work() -> Screenplay:
        answer = await room.ask(
            "screenwriter", "staging", room.forms.staging, script=room.script(play),
            positions=vocabulary.positions(room.catalogue, used_places(room, play)),
            actions=vocabulary.actions(room.catalogue),
        )  # fmt: skip
        made = with_staging(play, answer)
        points = broken(made, room.catalogue)
        breaks = tuple(f"{p.about}: {p.rule}: {p.text}" for p in points)
        room.crew.tell("screenwriter", "staging", "made", summary(points, "broken rule"), changed=breaks)
        return made

    return await room.or_house("screenwriter", "staging", work, lambda: play)


def used_places(room: Room, play: Screenplay) -> list[str]:
    """Names of the places a script is set in."""
    found = [room.catalogue.place(s.place or s.heading or "living room") for s in play.scenes]
    return list(dict.fromkeys(f.entry.name for f in found))

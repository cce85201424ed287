"""The Director's part: from a description to five guidances per shot."""

from __future__ import annotations

from agents.catalogue import Catalogue
from agents.filming.answers import FiveTexts
from agents.filming.floor import Floor, guidance_text, people_text
from agents.filming.vocabulary import positions
from agents.house.casting import cast
from agents.house.draws import Ids
from agents.input.screenplay import ParsedScene, Profile, Screenplay
from agents.model.messages import material
from app.document import SUB_PROCESSES, Character, Film, Guidance, Origin, Scene, Shot
from app.errors import ShotwrightError
from library.registry import plain

LONGEST = 600
"""Characters of one guidance."""


async def guide(floor: Floor, film: Film) -> None:
    """Completes the guidance of every shot of a film that was made from a description. Words the house crew could
    not take are no longer left out once they stand in a guidance."""
    for scene in film.scenes:
        for shot in scene.shots:
            await _shot(floor, film, scene, shot)
    said = plain(" ".join(text for s in film.shots() for text in s.guidance.model_dump().values()))
    film.notices = [n for n in film.notices if not all(word in said for word in plain(n.text).split())]


async def _shot(floor: Floor, film: Film, scene: Scene, shot: Shot) -> None:
    catalogue = floor.crew.house.catalogue
    try:
        texts = await floor.ask(
            "director", "guidance", shot, FiveTexts, check=lambda answer: broken(answer, film),
            description=material("the description of the film", film.source.text),
            draft=guidance_text(shot), people=people_text(film, shot), place=scene.place,
            missed=material("what was left out", "\n".join(n.text for n in film.notices) or "nothing"),
            known=await floor.known("director", film.source.text, place=scene.place), **lists(catalogue, scene.place),
        )  # fmt: skip
    except ShotwrightError as error:
        floor.hand_over("director", "guidance", shot, error)
        return
    by = floor.crew.signed("director")
    changed = [f"{person.name} is in the film" for person in _introduced(floor, film, texts, by)]
    for name in SUB_PROCESSES:
        text = " ".join(getattr(texts, name).split())
        if text and text != getattr(shot.guidance, name):
            changed.append(f"{name}: {getattr(shot.guidance, name)} → {text}")
            shot.guidance = Guidance(**{**shot.guidance.model_dump(), name: text})
            shot.origins[f"guidance.{name}"] = by
    floor.crew.tell("director", "guidance", "made", f"{len(changed)} texts", changed=tuple(changed), shot=shot.id)


def _introduced(floor: Floor, film: Film, texts: FiveTexts, by: Origin) -> list[Character]:
    """Puts people into the film whom the description means."""
    known = {c.name.casefold() for c in film.characters}
    profiles = [
        Profile(p.name, p.gender, p.age, words=p.appearance) for p in texts.people if p.name.casefold() not in known
    ]
    if not profiles:
        return []
    scene = ParsedScene(who=[p.name for p in profiles])
    play = Screenplay(logline=film.source.text, profiles=profiles, scenes=[scene])
    ids = Ids("people " + " ".join(p.name for p in profiles))
    people, _ = cast(play, floor.crew.house.catalogue, film.seed, ids, film.characters)
    film.characters += [p.model_copy(update={"origins": {"description": by}}) for p in people]
    film.scenes[0].characters += [p.id for p in people]
    return people


def broken(answer: FiveTexts, film: Film) -> list[str]:
    """Rules that a guidance breaks."""
    out = [f"{name}: more than {LONGEST} characters" for name in SUB_PROCESSES if len(getattr(answer, name)) > LONGEST]
    names = [*(c.name for c in film.characters), *(p.name for p in answer.people)]
    if answer.character and not any(name.casefold() in answer.character.casefold() for name in names):
        people = ", ".join(names)
        out.append(f"character: name the people of the film ({people})")
    return out


def lists(catalogue: Catalogue, place: str) -> dict[str, str]:
    """The names a guidance is written with."""
    return {
        "positions": positions(catalogue, place),
        "places": ", ".join(catalogue.places.names),
        "actions": ", ".join(a.name for a in catalogue.actions),
        "moods": ", ".join(catalogue.moods.names),
        "shots": ", ".join(s.name for s in catalogue.shots),
        "things": ", ".join(catalogue.things(place)),
    }

"""From a source to a directed film by models, stage after stage as in FilmAgent. The house crew does the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agents.house.crew import Options
from agents.house.guidance import context_of
from agents.house.language import cinematography
from agents.house.language.cinematography import CameraIntent
from agents.input import parse
from agents.input.screenplay import Screenplay
from agents.model.ledger import Planned
from agents.repairs import repair
from agents.rules import check
from agents.writing import discussion, finishing, idea, shooting
from agents.writing.blockingcheck import mended
from agents.writing.room import Room, summary
from agents.writing.script import Framings, numbered, peopled
from app.document import Film, Notice, Source

if TYPE_CHECKING:
    from agents.ensemble import Ensemble

WRITING_ROLES = ("director", "screenwriter", "actor", "cinematographer", *finishing.ROLES)
IDEA_CALLS = (
    Planned(role="director", calls=1, tokens_in=2200, tokens_out=600),
    Planned(role="screenwriter", calls=1, tokens_in=1600, tokens_out=1000),
)
SCRIPT_CALLS = (
    Planned(role="screenwriter", calls=2, tokens_in=4600, tokens_out=800),
    Planned(role="director", calls=2, tokens_in=2800, tokens_out=250),
    Planned(role="cinematographer", calls=4, tokens_in=3600, tokens_out=650),
    Planned(role="director", calls=1, tokens_in=3600, tokens_out=300),
)
NOTES_CALLS = (
    Planned(role="actor", calls=1, tokens_in=2000, tokens_out=250),
    Planned(role="director", calls=1, tokens_in=2000, tokens_out=200),
)
"""What the stages of a film of three scenes took when somebody who writes well answered."""


def writes(crew: Ensemble, source: Source) -> bool:
    """Whether models have anything to write for this source. A description is its own guidance."""
    return source.kind not in ("description", "empty") and any(crew.modelled(r) for r in WRITING_ROLES)


def planned(crew: Ensemble, source: Source) -> list[Planned]:
    """The calls the writing usually takes."""
    if source.kind == "empty":
        return []
    calls: tuple[Planned, ...] = ()
    if writes(crew, source):
        calls = (*SCRIPT_CALLS, *((*IDEA_CALLS, *NOTES_CALLS) if source.kind == "idea" else ()))
    return [*(c for c in calls if crew.modelled(c.role)), *finishing.planned(crew, source)]


async def develop(crew: Ensemble, source: Source, options: Options) -> Film:
    """The film. Raises ShotwrightError: input or json for a source that cannot be read, key or endpoint for models
    that cannot be reached, rule where the budget is reached."""
    given = parse(source)
    room = Room(crew, source, options, verbatim=given is not None)
    play = peopled(numbered(given)) if given is not None else await _written(room)
    play = await idea.staging(room, play)
    play = await discussion.director(room, play)
    play = await discussion.actors(room, play)
    play, points = mended(play, room.catalogue, room.verbatim)
    for point in points:
        room.note(f"{point.about}: {point.text}", f"rule “{point.rule}”", "mended by rule")
    if points:
        texts = tuple(f"{p.about}: {p.rule}: {p.text}" for p in points)
        crew.tell("screenwriter", "script", "repaired", summary(points, "broken rule"), changed=texts)
    shots = await shooting.shots(room, play)
    film = await _finished(room, play, shots)
    film.notices += room.notices
    return film


async def _written(room: Room) -> Screenplay:
    """A script for an idea: outline and dialogue."""
    play = await idea.outline(room)
    if play is not None:
        play = await idea.dialogue(room, play)
    if play is None:
        play = idea.by_house(room)
        room.crew.tell("screenwriter", "dialogue", "handed over", "the house screenwriter's scene")
    return play


async def _finished(room: Room, play: Screenplay, shots: Framings) -> Film:
    """The directed film, kept within the rules, with its finishing."""
    film, came_from = room.film(play, shots, whole=True)
    if not room.verbatim:
        # There is no file in which these could be looked up.
        film.notices = [n.model_copy(update={"line": None}) for n in film.notices]
    house = room.crew.house
    if shots:
        _within_rules(room, film)
    by = room.crew.signed("cinematographer")
    for shot in film.shots():
        shot.origins |= {"shot_type": by, "subjects": by, "guidance.cinematography": by}
    await finishing.finish(room, play, shots, film, came_from)
    for scene in film.scenes:
        for shot in scene.shots:
            shot.length = house.length(film, scene, shot)
    return film


def _within_rules(room: Room, film: Film) -> None:
    """What breaks a rule still is repaired by rule, and the film says so."""
    before = {s.id: (s.shot_type, list(s.subjects)) for s in film.shots()}
    broken = repair(film, room.catalogue)
    if not broken:
        return
    labels = {s.id: f"shot {n}" for n, _, s in film.numbered()}
    changes = []
    for scene in film.scenes:
        for shot in scene.shots:
            if before[shot.id] == (shot.shot_type, list(shot.subjects)):
                continue
            context = context_of(film, scene, shot, room.catalogue)
            names = tuple(film.character(s).name for s in shot.subjects)
            wide = len(names) > 1 and set(shot.subjects) == {s.character for s in shot.staging}
            intent = CameraIntent(shot.shot_type, () if wide else names)
            shot.guidance.cinematography = cinematography.describe(intent, context)
            changes.append(f"{labels[shot.id]}: {before[shot.id][0]} → {shot.guidance.cinematography}")
    for violation in broken:
        film.notices.append(
            Notice(
                text=labels.get(violation.shot, film.find(violation.scene).heading),
                problem=f"rule “{violation.rule}”: {violation.text}", used="mended by rule",
            )
        )  # fmt: skip
    left = check(film, room.catalogue)
    said = summary(broken, "broken rule") + (f", {len(left)} left" if left else "")
    room.crew.tell("cinematographer", "shots", "repaired", said, changed=tuple(changes))

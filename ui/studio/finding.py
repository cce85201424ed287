"""What the palette can find: commands, and the shots, people and places of the film that is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from rapidfuzz import fuzz

from ui.studio import words
from ui.studio.actions import Actions, keys_text
from ui.studio.language import counted, tr
from ui.studio.workspace import Workspace

LEAST_LIKE = 75
ENOUGH = 60


@dataclass(frozen=True)
class Entry:
    """text: its name; detail: at the right edge; more: further words it is found by; run: what choosing it does."""

    text: str
    detail: str
    icon: str
    run: Callable[[], object]
    more: str = ""
    action: QAction | None = None


def entries(actions: Actions, workspace: Workspace) -> list[Entry]:
    """All that can be chosen now, commands first."""
    return [*_commands(actions), *_shots(workspace), *_people(workspace), *_places(workspace)]


def _commands(actions: Actions) -> Iterator[Entry]:
    for name, action in actions.by_id.items():
        if name != "palette" and action.isEnabled():
            act = action.data()
            more = f"{tr(act.menu)} {act.text}"
            yield Entry(action.text().rstrip("…"), keys_text(action), act.icon, action.trigger, more, action)


def _shots(workspace: Workspace) -> Iterator[Entry]:
    film = workspace.film
    for number, scene, shot in film.numbered() if film else ():
        speaker, said = words.first_words(film, shot)
        text = f"{words.shot_name(number, shot)}: {f'{speaker}: ' if speaker else ''}{said or shot.shot_type}"
        yield Entry(
            text, tr(shot.shot_type), "film", lambda s=shot.id: workspace.select(s), f"{scene.place} {scene.heading}"
        )


def _people(workspace: Workspace) -> Iterator[Entry]:
    film = workspace.film
    for person in film.characters if film else ():
        theirs = [s.id for s in film.shots() if _in(person.id, s)]
        if theirs:
            detail = counted(len(theirs), tr("{n} shot"), tr("{n} shots"))
            yield Entry(person.name, detail, "character", lambda t=theirs: workspace.select(t[0], t), person.occupation)


def _in(person: str, shot) -> bool:
    return person in shot.subjects or any(person in (_who(b)) for b in shot.beats)


def _who(beat) -> tuple[str, ...]:
    return tuple(v for v in (getattr(beat, "speaker", None), getattr(beat, "character", None)) if v)


def _places(workspace: Workspace) -> Iterator[Entry]:
    film = workspace.film
    places = dict.fromkeys(s.place for s in film.scenes if s.place) if film else ()
    for place in places:
        there = [shot.id for scene in film.scenes if scene.place == place for shot in scene.shots]
        if there:
            detail = counted(len(there), tr("{n} shot"), tr("{n} shots"))
            yield Entry(place, detail, "scene", lambda t=there: workspace.select(t[0], t))


def rank(query: str, all_: list[Entry]) -> list[Entry]:
    """What fits the words, the best first. With nothing typed: the commands."""
    wanted = query.strip().casefold()
    if not wanted:
        return [e for e in all_ if e.action is not None]
    scored = []
    for at, entry in enumerate(all_):
        name, more = entry.text.casefold(), entry.more.casefold()
        score = max(fuzz.partial_ratio(wanted, name), fuzz.partial_ratio(wanted, more) - 10 if more else 0)
        score += 40 * any(w.startswith(wanted) for w in name.split()) + 10 * (entry.action is not None)
        score += 20 * name.startswith(wanted)
        if score >= LEAST_LIKE + 10 * (entry.action is not None):
            scored.append((-score, at, entry))
    return [e for _, _, e in sorted(scored, key=lambda s: s[:2])][:ENOUGH]

"""The director: turns a screenplay into a film of scenes and shots with staging, acting and guidance."""

from __future__ import annotations

from dataclasses import replace

from agents.house import breakdown
from agents.house.casting import cast
from agents.house.draws import Ids
from agents.house.introduced import introduced
from agents.house.scene_director import Directing, SceneDirector
from agents.input.screenplay import Screenplay
from app.document import Film, Notice, Source

USUAL_SHOTS = 14
"""Shots a scene of our own is broken into at most."""


def direct(play: Screenplay, source: Source, how: Directing) -> Film:
    """The film of a screenplay: cast, scenes, shots with staging and guidance; no programs yet.

    A strict screenplay keeps its shots; what cannot be staged is replaced by the nearest match, with a notice.
    """
    ids = Ids(source.kind, source.text, how.seed)
    film = Film(
        id=ids("film"), title=play.title or _title(source, play), title_page=dict(play.title_page),
        logline=play.logline, source=source, fps=how.fps, size=how.size, seed=how.seed,
        notices=list(play.notices), ending=play.ending,
        ending_words=list(play.ending_words),
    )  # fmt: skip
    if source.kind in ("fountain", "fdx"):
        play = replace(play, profiles=introduced(play))
    film.characters, notices = cast(play, how.catalogue, how.seed, ids)
    film.notices += notices
    directors: list[SceneDirector] = []
    for number, parsed in enumerate(play.scenes):
        before = directors[-1] if directors else None
        directors.append(SceneDirector(film, parsed, number, play, how, ids, before))
    drafts = [d.drafts() for d in directors]
    if source.kind == "idea" and not play.directed:
        drafts = breakdown.fewer(drafts, USUAL_SHOTS, gently=True)
    if how.max_shots is not None and sum(map(len, drafts)) > how.max_shots:
        drafts = breakdown.fewer(drafts, max(how.max_shots, 1))
        count = sum(map(len, drafts))
        if count > how.max_shots:
            film.notices.append(
                Notice(
                    text=f"at most {how.max_shots} shots",
                    problem=f"{len(drafts)} scenes need a shot each",
                    used=f"{count} shots",
                )
            )
    seen: set[str] = set()
    for director, own in zip(directors, drafts, strict=True):
        film.scenes.append(director.scene(own, seen))
    return film


def _title(source: Source, play: Screenplay) -> str:
    if source.kind in ("idea", "description"):
        words = source.text.split()
        short = " ".join(words[:8]).rstrip(".,;:!?")
        return short[:1].upper() + short[1:] + ("…" if len(words) > 8 else "")
    if source.name:
        name = source.name.removesuffix("/script.json").rsplit(".", 1)[0]
        return name.replace("_", " ").replace("-", " ").strip().capitalize()
    return play.scenes[0].heading.title() if play.scenes else "Untitled"

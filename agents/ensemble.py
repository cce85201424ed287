"""The crew of a production: each role is played by a model or by the house crew."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from agents.crew_events import CrewDiary, CrewEvent, CrewEvents
from agents.filming import comparing, expected, guiding, noting, programming, refining, reviewing
from agents.filming.floor import Floor
from agents.house import notes
from agents.house.crew import HouseCrew, Options
from agents.house.refiner import changed_lines
from agents.model.client import ModelClient, Said
from agents.model.ledger import Budget, Ledger, Totals
from agents.model.settings import ModelSettings
from agents.people import PERSON_NAME, People
from agents.production.crew import Compared, Kit, Programmed, Refined, Staged
from agents.roles import HOUSE_NAME, MODEL_PLAYER, ROLES, Casting, casting
from agents.writing import develop as writing
from agents.writing import finishing
from agents.writing.room import Room
from agents.writing.script import numbered
from app.document import HOUSE, Film, Origin, Review, Scene, Shot, Source
from app.edits import Group
from app.errors import ShotwrightError
from app.events import Signal


class Ensemble:
    """A crew after `casting`. Whatever no model plays, and whatever a model cannot do, the house crew does.

    client: makes the model client when first needed; None where nobody but the house crew can play. events: what
    everybody of the crew does (see `CrewEvent`). people: who is asked for the roles that a person plays. said: what
    happens while a role is asked; spent: the ledger, at every call. Use it from one event loop and close it at the end.
    """

    def __init__(self, cast: Casting, client: Callable[[], ModelClient] | None = None, house: HouseCrew | None = None):
        self.house = house or HouseCrew()
        self.events: CrewEvents = Signal()
        self.people = People()
        self.said: Signal[Said] = Signal()
        self.spent: Signal[Ledger] = Signal()
        self._make, self._client = client, None
        self._floor: Floor | None = None
        self.recast(cast)

    @property
    def client(self) -> ModelClient:
        """The models' client. Raises ShotwrightError(project, disk) where it cannot be made."""
        if self._client is None:
            assert self._make is not None, "no model plays in this crew"
            self._client = self._make()
            self._client.people = self.people
            self._client.said.connect(self.said.emit)
            self._client.ledger.changed.connect(lambda _: self.spent.emit(self._client.ledger))
        return self._client

    async def close(self) -> None:
        """Closes the connections to models."""
        if self._client is not None:
            await self._client.__aexit__()
            self._client = None

    # ---- who plays

    def recast(self, cast: Casting) -> None:
        """Lets others play from the next question on."""
        self.casting = cast
        self.people.roles = {role for role in ROLES if self._make is not None and cast.personal(role)}

    def offers_model(self, role: str) -> bool:
        """Whether a model is set up that could play the role."""
        if self._make is None:
            return False
        try:
            return bool(self.client.settings.endpoint(role))
        except ShotwrightError:
            return False

    def modelled(self, role: str) -> bool:
        """Whether a model plays the role, or a person who is asked what the model would be."""
        return self._make is not None and self.casting.modelled(role)

    def player(self, role: str) -> str:
        """Who plays a role: the name of a model, "house crew" or "you"."""
        if self.people.plays(role):
            return PERSON_NAME
        return self.client.settings.endpoint(role).model if self.modelled(role) else HOUSE_NAME

    def signed(self, role: str) -> Origin:
        """How the work of a role is signed. What a person answers in a role's place is the crew's work, which a re-run
        may replace; only what they change in the film itself is theirs."""
        if self.people.plays(role):
            return Origin(by="house", name=PERSON_NAME)
        return Origin(by="model", name=self.player(role)) if self.modelled(role) else HOUSE

    @property
    def origin(self) -> Origin:
        return self.signed("director")

    def tell(self, role: str, stage: str, what: str, text: str = "", **more: Any) -> None:
        """Emits a `CrewEvent` with what the production has cost so far. more: round, changed, shot."""
        used = self._client.ledger.totals if self._client is not None else Totals()
        cost = {"calls": used.calls, "tokens": used.tokens_in + used.tokens_out, "money": used.money}
        self.events.emit(CrewEvent(role, self.player(role), stage, what, text=text, **more, **cost))

    @property
    def models(self) -> ModelClient | None:
        """The models' client where one can be made."""
        return self.client if self._make is not None else None

    # ---- before a production

    def estimate(self, source: Source, options: Options) -> Totals:
        """What the models are expected to use for a film of this source, written and filmed; nothing where none plays.
        Raises ShotwrightError(input or json) for a source that cannot be read."""
        writes = writing.writes(self, source)
        calls = [*writing.planned(self, source), *expected.planned(self, source, options, writes)]
        planned = [p for p in calls if not self.people.plays(p.role)]
        return self.client.estimate(planned) if planned else Totals()

    # ---- what a crew does (`agents.production.crew.Crew`)

    async def develop(self, source: Source, options: Options | None = None) -> Film:
        """A film with cast, scenes and directed shots. Raises ShotwrightError: input or json for the source, key,
        endpoint or rule (the budget) where the models' part cannot go on."""
        if writing.writes(self, source):
            return await writing.develop(self, source, options or Options())
        if source.kind == "description":
            return await self._describe(source, options or Options())
        film = await self.house.develop(source, options)
        self._tell_house(film)
        return film

    async def _describe(self, source: Source, options: Options) -> Film:
        """The film of a description: the house crew's, guided by the director, with its finishing."""
        play = numbered(self.house.screenplay(source, options))
        came_from: dict[str, str] = {}
        film = self.house.direct(play, source, options, came_from)
        self._tell_house(film)
        if self._floor is not None and self.modelled("director"):
            await guiding.guide(self._floor, film)
        room = Room(self, source, options, verbatim=False, stands=True)
        await finishing.finish(room, play, {}, film, came_from)
        film.notices += room.notices
        for scene in film.scenes:
            for shot in scene.shots:
                shot.length = self.length(film, scene, shot)
        return film

    def _tell_house(self, film: Film) -> None:
        """Tells what the house crew made of a source."""
        lines = sum(len(shot.lines) for shot in film.shots())
        self.tell("screenwriter", "script", "made", f"{len(film.scenes)} scenes, {lines} lines")
        self.tell("cinematographer", "shots", "made", f"{sum(1 for _ in film.shots())} shots")

    async def known(self, role: str, query: str, k: int = 4) -> str:
        """What the library knows about a query, quoted for a prompt; "" where nothing can be looked up."""
        return await self._floor.known(role, query, k) if self._floor is not None else ""

    def equip(self, kit: Kit) -> None:
        """Takes what the production has: without it nobody but the house crew films."""
        self._floor = Floor(self, kit)

    def filming(self, role: str) -> Floor | None:
        """Where a role films, None where the house crew plays it."""
        return self._floor if self.modelled(role) else None

    @property
    def wants_views(self) -> bool:
        """Whether the reviewer looks at pictures."""
        floor = self.filming("reviewer")
        return floor is not None and reviewing.sees(floor)

    async def program(self, film: Film, scene: Scene, shot: Shot) -> Programmed:
        """The program of a shot from its guidance."""
        draft = await self.house.program(film, scene, shot)
        floor = self.filming("programmer")
        return draft if floor is None else await programming.program(floor, film, scene, shot, draft)

    def by_rule(self, film: Film, scene: Scene, shot: Shot) -> Programmed:
        """The program that the house crew would write."""
        return self.house.by_rule(film, scene, shot)

    def length(self, film: Film, scene: Scene, shot: Shot) -> int:
        """Frames the shot needs for its lines as measured, its acts and what its guidance asks for."""
        return self.house.length(film, scene, shot)

    async def note(self, film: Film, shot_id: str, text: str) -> Group:
        """A person's note on a shot with the changes the crew proposes for it, as one edit. Raises ShotwrightError
        where a model plays the director and the production cannot go on."""
        floor = self.filming("director")
        revision = await noting.revise(floor, film, shot_id, text) if floor is not None else None
        by = HOUSE if revision is None else self.signed("director")
        if revision is None:
            revision = await asyncio.to_thread(notes.revise, film, shot_id, text, self.house.catalogue)
        return notes.noted(film, shot_id, text, revision, crew=by)

    async def review(self, staged: Staged) -> Review:
        """Judges a staged shot."""
        measured = await self.house.review(staged)
        floor = self.filming("reviewer")
        if floor is not None:
            return await reviewing.review(floor, staged, measured)
        problems = tuple(f"{f.sub_process}: {f.message}" for f in measured.problems)
        what = "criticised" if problems else "verified"
        self.tell("reviewer", "review", what, measured.verdict, changed=problems, shot=staged.shot.id)
        return measured

    async def compare(self, first: Staged, second: Staged, reviews: tuple[Review, Review]) -> Compared:
        """Which of two takes of a shot is better: asked of the reviewer both ways round where a model plays it."""
        floor = self.filming("reviewer")
        if floor is not None:
            try:
                return await comparing.compare(floor, first, second, reviews)
            except ShotwrightError as error:
                floor.hand_over("reviewer", "compare", first.shot, error)
        return await self.house.compare(first, second, reviews)

    async def refine(
        self, film: Film, scene: Scene, shot: Shot, made: Programmed, review: Review, locked: set[str]
    ) -> Refined | None:
        """A better program, or None when nothing can be changed."""
        floor = self.filming("programmer")
        if floor is None:
            refined = await self.house.refine(film, scene, shot, made, review, locked)
            if refined is not None:
                changed = changed_lines(made.program, refined.made.program)
                self.tell("programmer", "refinement", "corrected", changed=changed, shot=shot.id)
            return refined
        return await refining.refine(floor, film, scene, shot, made, review, locked)


def cast_crew(
    settings: ModelSettings,
    folder: Callable[[], Path],
    who: str = "",
    budget: Budget | None = None,
    house: HouseCrew | None = None,
) -> Ensemble:
    """A crew by settings. who: a casting in words, before that of the settings; folder: the project's, asked for when
    a model is first needed. Raises ShotwrightError: input for a casting that is wrong, endpoint where a model is
    asked for and none is set up."""
    usual = MODEL_PLAYER if "text" in settings.kinds else ",".join(f"{role}=model" for role in settings.roles)
    cast = casting(who or settings.crew or usual)
    roles = dict(settings.roles)
    for role in (r for r in ROLES if cast.modelled(r) and not cast.personal(r)):
        endpoint = settings.endpoint(role)
        player = cast.player(role)
        if player != MODEL_PLAYER:
            roles[role] = endpoint.model_copy(update={"model": player})
    settled = settings.model_copy(update={"roles": roles})
    crew = Ensemble(cast, lambda: ModelClient(settled, folder(), budget), house)
    crew.events.connect(CrewDiary(folder).write)
    return crew

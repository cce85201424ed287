"""The house crew: every role of the film crew without a model."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agents.catalogue import Catalogue, library_catalogue
from agents.house import notes, refiner, reviewer
from agents.house.describer import describe_scene
from agents.house.director import Directing, direct
from agents.house.programmer import Plan, compile_shot
from agents.house.screenwriter import write
from agents.input import parse
from agents.input.screenplay import Screenplay
from agents.production.crew import Compared, Kit, Programmed, Refined, Staged, by_problems
from agents.repairs import repair
from agents.rules import report
from app.document import HOUSE, Film, Review, Scene, Shot, Source
from app.errors import ShotwrightError


@dataclass(frozen=True)
class Options:
    """How a film is developed. max_shots None: as many as the scenes need; mood: the light of every scene of an idea or
    description, grade: the colours of every scene, "" for both as the words have it. For a crew of models: most_people
    and most_scenes it writes; rounds of correction after a critique; debate_rounds of the cinematographers."""

    max_shots: int | None = None
    seed: int = 0
    fps: str = "24"
    size: tuple[int, int] = (1280, 720)
    mood: str = ""
    grade: str = ""
    most_people: int = 4
    most_scenes: int = 3
    rounds: int = 3
    debate_rounds: int = 1


class HouseCrew:
    """Writes, casts, directs, programs, reviews and refines by rules. `catalogue` None: the library's own."""

    origin = HOUSE
    wants_views = False

    def __init__(self, catalogue: Catalogue | None = None):
        self._catalogue = catalogue

    @property
    def catalogue(self) -> Catalogue:
        return self._catalogue if self._catalogue is not None else library_catalogue()

    def equip(self, kit: Kit) -> None:
        """The house crew needs nothing."""

    async def develop(self, source: Source, options: Options | None = None) -> Film:
        """A film with cast, scenes and directed shots. Raises ShotwrightError(input or json)."""
        return self.develop_now(source, options or Options())

    def develop_now(self, source: Source, options: Options) -> Film:
        """As `develop`, at once."""
        return self.direct(self.screenplay(source, options), source, options)

    def screenplay(self, source: Source, options: Options) -> Screenplay:
        """What is filmed of a source. Raises ShotwrightError(input or json)."""
        play = parse(source)
        if play is not None:
            return play
        if source.kind == "idea":
            return write(source.text, options.seed, self.catalogue, options.max_shots)
        if source.kind == "description":
            return describe_scene(source.text, self.catalogue)
        raise ShotwrightError("input", "there is nothing to make a film from", "Type an idea or open a script.")

    def direct(
        self, play: Screenplay, source: Source, options: Options, came_from: dict[str, str] | None = None
    ) -> Film:
        """The film of a screenplay. came_from: takes shot id -> id of the element that the shot was made from."""
        how = Directing(
            self.catalogue, options.seed, str(options.fps), tuple(options.size), options.max_shots, self.origin,
            options.mood, options.grade, {} if came_from is None else came_from,
        )  # fmt: skip
        film = direct(play, source, how)
        if play.strict:
            repair(film, self.catalogue, strict=True)
            film.notices += report(film, self.catalogue)
        for scene in film.scenes:
            for shot in scene.shots:
                shot.length = self.length(film, scene, shot)
        return film

    def plan(self, film: Film, scene: Scene, shot: Shot) -> Plan:
        """The program of a shot, what was not understood, and the length in frames it needs."""
        return compile_shot(film, scene, shot, self.catalogue)

    def length(self, film: Film, scene: Scene, shot: Shot) -> int:
        """Frames the shot needs for its lines, acts and what its guidance adds ("longer")."""
        return self.plan(film, scene, shot).length

    def by_rule(self, film: Film, scene: Scene, shot: Shot) -> Programmed:
        """The program of a shot from its guidance, and per sub-process what was not understood."""
        plan = self.plan(film, scene, shot)
        return Programmed(plan.program, plan.not_understood)

    async def program(self, film: Film, scene: Scene, shot: Shot) -> Programmed:
        """As `by_rule`."""
        return self.by_rule(film, scene, shot)

    async def review(self, staged: Staged) -> Review:
        """Judges a staged shot by its measurements."""
        return reviewer.review(staged.numbers, staged.program.motion)

    async def compare(self, first: Staged, second: Staged, reviews: tuple[Review, Review]) -> Compared:
        """The take with fewer problems, by measurement."""
        return by_problems(reviews)

    async def refine(
        self, film: Film, scene: Scene, shot: Shot, made: Programmed, review: Review, locked: set[str]
    ) -> Refined | None:
        """A better program, or None when nothing can be changed."""
        better = refiner.refined(film, shot, made, review, locked) or made
        guided = _guided(shot, {name: text for name, (text, _) in made.guidance.items()})
        said = notes.worded(film, guided, review, locked, self.catalogue)
        if said:
            plan = self.plan(film, scene, _guided(guided, said))
            texts = {name: getattr(plan.program, name) for name in said}
            length = max(plan.length, better.length or 0)  # what is added to the motion takes its time
            better = replace(
                better,
                program=better.program.model_copy(update=texts),
                length=length if length > shot.length else None,
                guidance=better.guidance | {name: (text, review.by) for name, text in said.items()},
            )
        return None if better == made else Refined(better)


def _guided(shot: Shot, texts: dict[str, str]) -> Shot:
    """The shot with other guidance."""
    return shot.model_copy(update={"guidance": shot.guidance.model_copy(update=texts)})

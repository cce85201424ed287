"""What the stages of the writing share: asking a role, standing in for it, and the film that a script becomes."""

from __future__ import annotations

import copy
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any

from agents.collaboration import Point
from agents.house.crew import Options
from agents.house.director import Directing, direct
from agents.input.screenplay import Screenplay
from agents.model.client import Check
from agents.model.faults import BudgetReached, Fault, RulesBroken
from agents.model.messages import material, user
from agents.people import Prefilled
from agents.prompts import conversation
from agents.rules import check
from agents.writing.answers import Forms, forms
from agents.writing.script import Framings, expanded, numbered, readable, told
from app.document import Film, Notice, Source
from app.errors import ShotwrightError

if TYPE_CHECKING:
    from agents.ensemble import Ensemble


LOOKED_UP = {
    "outline": "what a scene is, turning points, length, palette of places",
    "dialogue": "lines, subtext, voices apart, pauses, exposition",
    "critique": "subtext, scene, obstacle, turn, visual writing",
    "staging": "blocking, distance, levels, use of the room, business",
    "notes": "thought before word, listening, status, talking on screen",
    "shots": "shot sizes, coverage of a dialogue, reaction shot, opening a scene",
    "judge": "shot grammar, variety, earn the close-up",
    "finishing": "rhythm of editing, transitions, grade by mood, where music enters",
}
"""Stage -> what is looked up for it, beside the idea itself."""

IDEA = 300
"""Characters of the idea that are looked up."""


class Room:
    """One production's writing. verbatim: a person wrote the words, and they stay; stands: there is a film already, so
    that a model which was never reached costs its part alone. notices: what the film tells."""

    def __init__(self, crew: Ensemble, source: Source, options: Options, verbatim: bool, stands: bool = False):
        self.crew, self.source, self.options, self.verbatim = crew, source, options, verbatim
        self.catalogue = crew.house.catalogue
        self.forms: Forms = forms(self.catalogue, options.most_people, options.most_scenes)
        self.notices: list[Notice] = []
        self._answered = stands
        self._checked: dict[str, list[Point]] = {}

    # ---- asking

    async def ask[A](
        self, role: str, stage: str, answer: type[A], check: Check | None = None, round_: int = 0,
        prefilled: Prefilled | None = None, **values: object,
    ) -> A:  # fmt: skip
        """What a role answers to `resources/prompts/writing/<stage>.md`; prefilled: what a person finds filled in.
        Raises as `ModelClient.reply`."""
        self.crew.tell(role, stage, "asked", round=round_)
        told, question = conversation(f"roles/{role}", f"writing/{stage}", **values)
        asked = [told, user("\n\n".join(filter(None, (question.text, await self._known(role, stage)))))]
        reply = await self.crew.client.reply(role, asked, answer, check=check, prefilled=prefilled)
        self._answered = True
        if reply.remembered:
            self.crew.tell(role, stage, "remembered", round=round_)
        for dropped in reply.dropped:
            self.note(f"{role}, {stage}", f"not valid: {dropped}", "left out")
        return reply.answer

    async def _known(self, role: str, stage: str) -> str:
        """What the library knows for a stage: on the craft, and on what the idea is about."""
        if stage not in LOOKED_UP:
            return ""
        return await self.crew.known(role, f"{LOOKED_UP[stage]} {self.source.text[:IDEA]}")

    async def or_house[T](
        self, role: str, stage: str, work: Callable[[], Awaitable[T]], otherwise: Callable[[], T]
    ) -> T:
        """What `work` makes, or what the house crew does where a model cannot. A wrong key or address, a budget that is
        reached and a full disk stop the production: everything answered so far is kept for the next run."""
        try:
            return await work()
        except ShotwrightError as error:
            if self.stops(error):
                self.crew.tell(role, stage, "stopped", error.what)
                raise
            self.crew.tell(role, stage, "handed over", error.what)
            self.note(f"{role}, {stage}", f"{error.layer}: {error.what}"[:300], "the house crew stood in")
            return otherwise()

    def stops(self, error: ShotwrightError) -> bool:
        """Whether an error ends the production instead of handing a stage to the house crew."""
        if isinstance(error, RulesBroken):
            return False
        if isinstance(error, BudgetReached) or error.layer in ("key", "disk", "project"):
            return True
        # What has answered before is down for the moment; what never has is a wrong address or name of a model.
        return not self._answered and (error.layer == "endpoint" or isinstance(error, Fault))

    def note(self, text: str, problem: str, used: str = "") -> None:
        """Records something for the person, once."""
        notice = Notice(text=text, problem=problem, used=used)
        if notice not in self.notices:
            self.notices.append(notice)

    def script(self, play: Screenplay, staging: bool = True, shots: Framings | None = None) -> str:
        """The script for a prompt, marked as material."""
        return material("the script", told(play, staging, shots))

    @property
    def topic(self) -> str:
        """What the film is made from, marked as material."""
        return material(
            "the idea of the film", self.source.text if not self.verbatim else self.source.name or "a script"
        )

    # ---- the film a script becomes

    def film(self, play: Screenplay, shots: Framings, whole: bool = False) -> tuple[Film, dict[str, str]]:
        """The film and shot id -> id of the entry it shows. whole: with the bound on shots kept."""
        made = expanded(play, shots) if shots else _left_to_the_house(play)
        numbered(made)
        how = Directing(
            self.catalogue, self.options.seed, str(self.options.fps), tuple(self.options.size),
            self.options.max_shots if whole else None, self.crew.signed("director"), self.options.mood,
            self.options.grade,
        )  # fmt: skip
        film = direct(made, self.source, how)
        return film, how.came_from

    def broken_shots(self, play: Screenplay, shots: Framings) -> list[Point]:
        """What the shots break of the rules; `about` is the entry's id, or "scene 2"."""
        script = told(play, shots=shots)
        if script not in self._checked:
            film, came_from = self.film(play, shots)
            scenes = {s.id: f"scene {n}" for n, s in enumerate(film.scenes, 1)}
            self._checked[script] = [
                Point(about=came_from.get(v.shot, "") or scenes[v.scene], rule=v.rule, text=v.text)
                for v in check(film, self.catalogue)
            ]
        return self._checked[script]


def _left_to_the_house(play: Screenplay) -> Screenplay:
    made = copy.deepcopy(play)
    for scene in made.scenes:
        scene.elements = [readable(e) for e in scene.elements]
    return made


def points_told(points: Sequence[Point]) -> str:
    """Points for a prompt, one a line, each with the name of the rule it breaks or the kind it is of."""
    return "\n".join(f"- {p.about} ({p.rule if taste(p) else f'rule: {p.rule}'}): {p.text}" for p in points) or "- none"


def taste(point: Point) -> bool:
    """Whether a point is somebody's opinion, and not about a rule that is measured."""
    return point.rule in ("action", "theme", "coherence") or point.rule.startswith("note of ")


def summary(items: Sequence[Any], what: str) -> str:
    """ "3 scenes"."""
    return f"{len(items)} {what}" + ("s" if len(items) != 1 else "")

"""What the roles of a shot share: asking, standing in for a model that fails, and the shot told in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from agents.knowledge import quoted
from agents.model.client import Check
from agents.model.faults import BudgetReached, RulesBroken
from agents.model.messages import Message, Picture, material, system, user
from agents.people import Prefilled
from agents.production.crew import Kit
from agents.prompts import prompt
from app.document import SUB_PROCESSES, Film, Line, Program, Scene, Shot
from app.errors import ShotwrightError
from app.timebase import seconds

if TYPE_CHECKING:
    from agents.ensemble import Ensemble


IN_PROMPTS = {"programmer": ("functions", "learned", "blender"), "reviewer": ("functions", "learned")}
"""Role -> sources that its prompts hold already, or that its answers have no use for: a program calls functions of the
library and nothing of Blender's."""

RELEVANT = 0.5
"""Share of the best passage's score below which a passage only takes room."""


class Floor:
    """The models' part of filming one production's shots. kit: library, workers and knowledge of the production."""

    def __init__(self, crew: Ensemble, kit: Kit):
        self.crew, self.kit = crew, kit
        self.blind: set[str] = set()

    async def ask[A](
        self, role: str, stage: str, shot: Shot, answer: type[A], /, *, check: Check | None = None,
        pictures: Sequence[Picture] = (), more: Sequence[Message] = (), prefilled: Prefilled | None = None,
        **values: object,
    ) -> A:  # fmt: skip
        """What a role answers to `resources/prompts/filming/<stage>.md`. more: what was said afterwards; prefilled:
        what a person in the role's place finds filled in.
        Raises as `ModelClient.reply`."""
        self.crew.tell(role, stage, "asked", shot=shot.id)
        asked = [system(prompt(f"roles/{role}")), user(prompt(f"filming/{stage}", **values), *pictures), *more]
        reply = await self.crew.client.reply(role, asked, answer, check=check, prefilled=prefilled)
        if reply.remembered:
            self.crew.tell(role, stage, "remembered", shot=shot.id)
        return reply.answer

    def hand_over(self, role: str, stage: str, shot: Shot, error: ShotwrightError) -> None:
        """Tells that the house crew does it. Raises the error where it ends the production: a wrong key, a budget
        that is reached, a full disk."""
        fatal = isinstance(error, BudgetReached) or error.layer in ("key", "disk", "project")
        if fatal and not isinstance(error, RulesBroken):
            self.crew.tell(role, stage, "stopped", error.what, shot=shot.id)
            raise error
        self.crew.tell(role, stage, "handed over", error.what, shot=shot.id)

    async def known(self, role: str, query: str, k: int = 4, place: str = "") -> str:
        """What the library knows about a query, quoted for a prompt, without what the prompt says anyway; "" where
        nothing can be looked up. place: one that the prompt describes."""
        if self.kit.retrieve is None:
            return ""
        found = await self.kit.retrieve(role, query, 3 * k)
        told = IN_PROMPTS.get(role, ())
        least = RELEVANT * max((p.score for p in found), default=0.0)
        fresh = [
            p
            for p in found
            if p.source not in told and p.title.removeprefix("place: ") != (place or None) and p.score >= least
        ]
        return quoted(fresh[:k])


# ---- the shot in words


def guidance_text(shot: Shot) -> str:
    """The five guidances, marked as material."""
    texts = shot.guidance.model_dump()
    return material("the shot's guidance", "\n".join(f"{name}: {texts[name] or '(open)'}" for name in SUB_PROCESSES))


def lines_text(film: Film, shot: Shot) -> str:
    """The spoken lines with their ids and lengths, or that there are none."""
    told = []
    for line in shot.lines:
        length = f", {seconds(line.frames, film.rate):.1f} s" if line.frames else ""
        told.append(f'- "{line.id}" ({film.character(line.speaker).name}{length}): {line.text}')
    return material("the lines of the shot", "\n".join(told)) if told else "Nobody speaks in this shot."


def people_text(film: Film, shot: Shot) -> str:
    """Who can be on the stage and how they look. Where they are is said by the guidance and the program."""
    told = []
    here = {s.character for s in shot.staging}
    for each in sorted(film.characters, key=lambda c: c.id not in here):
        said = [f"{each.gender}, {each.years}", each.occupation, each.description]
        away = "" if each.id in here else " (not in this shot so far)"
        told.append(f"- {each.name}{away}: " + "; ".join(filter(None, dict.fromkeys(said))))
    return "\n".join(told) or "- nobody"


def program_text(program: Program, parts: Sequence[str] = SUB_PROCESSES) -> str:
    """Snippets for a prompt."""
    texts = program.model_dump()
    return "\n\n".join(f"# {name}\n{texts[name].strip() or '# (empty)'}" for name in parts)


def shot_values(film: Film, scene: Scene, shot: Shot, length: int | None = None) -> dict[str, Any]:
    """What every prompt about a shot says of it. length: frames, where a program gives it another."""
    number = next((n for n, _, s in film.numbered() if s.id == shot.id), 0)
    spoken = {"idea": film.logline, "description": film.source.text}.get(film.source.kind, scene.synopsis)
    long = seconds(length or shot.length, film.rate)
    return {
        "shot": f"shot {number} of “{film.title}”, {shot.shot_type}, {long:.2f} seconds",
        "story": material("what the scene is about", spoken or scene.synopsis or film.logline or "nothing is said"),
        "place": scene.place,
        "guidance": guidance_text(shot),
        "people": people_text(film, shot),
        "lines": lines_text(film, shot),
    }


def joined(lines: Sequence[str]) -> str:
    """Lines of a snippet as text; a line that holds several is taken apart as it is."""
    return "\n".join(line.rstrip() for line in lines).strip()


def spoken_lines(program: Program, shot: Shot) -> list[Line]:
    """Lines of the shot that a program leaves out."""
    return [
        line for line in shot.lines if f'"{line.id}"' not in program.motion and f"'{line.id}'" not in program.motion
    ]

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

    async def known(self, role: str, query: str, k: int = 4) -> str:
        """What the library knows about a query, quoted for a prompt; "" where nothing can be looked up."""
        if self.kit.retrieve is None:
            return ""
        return quoted(await self.kit.retrieve(role, query, k))


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
    """Who can be on the stage, and where the staging has them."""
    names = {c.id: c.name for c in film.characters}
    told = []
    for standing in shot.staging:
        if standing.character in names:
            facing = f", facing {names.get(standing.facing, standing.facing)}" if standing.facing else ""
            told.append(f"- {names[standing.character]}: {standing.posture} at {standing.position}{facing}")
    others = [c.name for c in film.characters if c.id not in {s.character for s in shot.staging}]
    if others:
        told.append(f"- not in this shot so far: {', '.join(others)}")
    return "\n".join(told) or "- nobody"


def program_text(program: Program, parts: Sequence[str] = SUB_PROCESSES) -> str:
    """Snippets for a prompt."""
    texts = program.model_dump()
    return "\n\n".join(f"# {name}\n{texts[name].strip() or '# (empty)'}" for name in parts)


def shot_values(film: Film, scene: Scene, shot: Shot) -> dict[str, Any]:
    """What every prompt about a shot says of it."""
    number = next((n for n, _, s in film.numbered() if s.id == shot.id), 0)
    spoken = {"idea": film.logline, "description": film.source.text}.get(film.source.kind, scene.synopsis)
    return {
        "shot": f"shot {number} of “{film.title}”, {shot.shot_type}, {seconds(shot.length, film.rate):.2f} seconds",
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

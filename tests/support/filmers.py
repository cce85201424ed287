"""An endpoint that plays the filming side of a crew, and a stage without Blender to film on."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

from agents.crew_events import CrewEvent
from agents.ensemble import Ensemble
from agents.house.crew import HouseCrew, Options
from agents.input import read
from agents.production.crew import Kit, Programmed, Retrieve, Staged, View
from agents.production.inputs import called
from agents.production.taking import Taken, take_shot
from agents.roles import Casting, casting
from app.document import SUB_PROCESSES, Film, Program, Take
from library.learned.store import LearnedLibrary
from library.program import run_program
from library.stage import Spoken, Stage
from tests.support.asking import client
from tests.support.mannequin import mannequin
from tests.support.players import Players, text_of


def reviewed(request: dict[str, Any], no: dict[str, tuple[str, str]] | None = None) -> dict[str, Any]:
    """A review that answers every question of a request with yes, but "no" where a question holds a key of `no`, with
    (what was seen, what is suggested)."""
    parts: dict[str, dict[str, Any]] = {}
    name = ""
    for line in text_of(request).splitlines():
        if line.startswith("## "):
            name = line[3:].strip()
        question = re.match(r"- ([A-Z]\d+): (.*)", line)
        if not question or name not in SUB_PROCESSES:
            continue
        part = parts.setdefault(name, {"sub_process": name, "answers": [], "verdict": "pass", "suggestions": []})
        wrong = next((v for k, v in (no or {}).items() if k in question[2]), None)
        answer = {
            "question": question[1],
            "answer": "no" if wrong else "yes",
            "note": wrong[0] if wrong else "so it is",
        }
        part["answers"].append(answer)
        if wrong:
            part["verdict"] = "reject"
            part["suggestions"].append(wrong[1])
    return {"parts": list(parts.values())}


class Filmers(Players):
    """Plays the filming side of a crew. Reviews pass unless told otherwise, and the finishing changes nothing."""

    usual: ClassVar[dict[str, Any]] = {
        "review": reviewed,
        "Finishing": {"scenes": [{"scene": 1, "music": [], "grade": "natural", "transition": "cut"}], "trims": []},
    }
    otherwise: ClassVar[Any] = {}


# ---- a stage without Blender

SEEN = {
    "size": "medium", "in_frame": 1.0, "visible": 1.0, "eyes_visible": True, "x": 0.5, "y": 0.7, "top": 0.9,
    "bottom": 0.05, "fill": 0.85, "head": 0.3, "face_angle": 30.0, "box": [0.4, 0.6, 0.6, 0.8],
}  # fmt: skip


def measured(stage: Stage) -> dict[str, Any]:
    """What a worker would measure on a shot that is framed and lit well, with the motions really on the stage."""
    people = {}
    motions = []
    for name, role in stage.roles.items():
        frames = {str(f): SEEN for f in (0, stage.frames // 2, stage.frames - 1)}
        people[name] = {"frames": frames, "lowest": [0.0], "seat_gap": [], "in_furniture": 0.0}
        for doing in role.performance.doings:
            at = [round(float(v), 2) for v in role.performance.at]
            when = {"from_s": doing.start, "to_s": doing.end, "start": at, "end": at}
            motions.append({"person": name, "what": doing.action.name, **when})
    return {
        "shot_type": "Medium Shot", "filmed": list(stage.roles), "people": people, "motions": motions, "frames": [0],
        "camera": {"clearance": [0.6], "person_clearance": [1.2], "crossed_line": False, "moving": False, "jerk": 0.0,
                   "lens": [50.0], "location": [[0.0, -4.0, 1.5]]},
        "exposure": {"0": {"mean": 0.4, "contrast": 0.6, "clipped": 0.0, "crushed": 0.0, "faces": {}}},
    }  # fmt: skip


def staged_on(film: Film, program: Any, functions: Any, frames: int = 96) -> Stage:
    """The stage after a program ran on it. Raises ShotwrightError(program)."""
    shot_lines = {line.id: Spoken(1.0) for shot in film.shots() for line in shot.lines}
    cast = {c.name: c.look for c in film.characters}
    stage = Stage(cast, lambda look: mannequin(), shot_lines, frames, Fraction(24))
    run_program(program, stage, functions)
    return stage


@dataclass
class Filmed:
    film: Film
    taken: Taken
    told: list[CrewEvent]
    learned: LearnedLibrary
    tries: list[str] = field(default_factory=list)

    @property
    def take(self) -> Take:
        return self.taken.take

    def said(self, what: str) -> list[CrewEvent]:
        return [event for event in self.told if event.what == what]


def film_shot(
    server: Filmers, folder: Path, text: str, *, cast: str = "model", locked: frozenset[str] = frozenset(),
    numbers: Callable[[dict[str, Any]], dict[str, Any]] = lambda n: n, change: Callable[[Film], None] = lambda f: None,
    shows: Callable[[dict[str, Any], Program], dict[str, Any]] = lambda n, p: n, picture: Path | None = None,
    rounds: int = 3, retrieve: Retrieve | None = None, house: HouseCrew | None = None,
) -> Filmed:  # fmt: skip
    """The first shot of a description, taken by a crew whose models `server` plays. numbers: changes what is measured;
    shows: the same by the program; change: the film before its shot is taken; picture: what every view shows."""

    learned = LearnedLibrary(folder / "learned")
    crew = Ensemble(casting(cast) if isinstance(cast, str) else Casting(cast), lambda: client(server, folder), house)
    told: list[CrewEvent] = []
    tries: list[str] = []
    crew.events.connect(told.append)

    async def try_out(film, shot, program, functions) -> None:
        tries.append(", ".join(f"{f.name} {f.version}" for f in functions))
        staged_on(film, program, functions)

    async def run() -> Filmed:
        crew.equip(Kit(learned, try_out, retrieve))
        film = await crew.develop(read(text), Options())
        change(film)
        scene, shot = film.scenes[0], next(film.shots())

        async def stage(made: Programmed, number: int) -> Take:
            functions = called(made.program, learned.active())
            found = numbers(measured(staged_on(film, made.program, functions, made.length or shot.length)))
            found = shows(found, made.program)
            views = (View("shot", "frame 0", 0, picture),) if picture else ()
            review = await crew.review(Staged(film, scene, shot, made.program, found, views))
            review = review.model_copy(update={"rounds": number})
            return Take(program=made.program, functions=functions, review=review, note="\n".join(made.notes))

        def key(made: Programmed) -> str:
            functions = called(made.program, learned.active())
            return f"{made.length} {made.program.model_dump_json()}" + "".join(f.source for f in functions)

        try:
            taken = await take_shot(crew, film, scene, shot, stage, key, set(locked), rounds, lambda n, why: None)
        finally:
            await crew.close()
        return Filmed(film, taken, told, learned, tries)

    return asyncio.run(run())

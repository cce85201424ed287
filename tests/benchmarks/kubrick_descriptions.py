"""Five descriptions through the whole loop to MP4, with models played by a scripted endpoint on loopback.

`python -m tests.benchmarks.kubrick_descriptions OUT [NUMBER …] [--size 96x54]` prints, per description: rounds, calls,
tokens, what critiques changed, learned functions written, used and rolled back, and whether a production that is killed
in the middle goes on without asking twice.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from pathlib import Path
from typing import Any

from agents.ensemble import Ensemble
from agents.house.crew import Options
from agents.input import read
from agents.production.producer import Producer, worker_folders
from agents.roles import casting
from app.document import PERSON, Film
from app.errors import ShotwrightError
from app.project import Project
from app.session import Session
from library.learned.store import LearnedLibrary
from render.film import probe
from render.pool import WorkerPool
from tests.support.asking import client
from tests.support.filmers import Filmers, reviewed


def snippet(sub_process: str, *lines: str) -> dict[str, Any]:
    return {"sub_process": sub_process, "lines": list(lines), "because": "the review asked for it"}


def refinement(*snippets: dict, functions: tuple[dict, ...] = (), seconds: float | None = None) -> dict[str, Any]:
    return {"snippets": list(snippets), "functions": list(functions), "retire": [], "seconds": seconds}


def texts(**said: str) -> dict[str, Any]:
    names = ("scene", "character", "motion", "lighting", "cinematography")
    return {"people": [], **{name: said.get(name, "") for name in names}}


def first_no(words: str, note: str, advice: str):
    """A review that says no once to the questions that hold some words, and then to none."""
    return [lambda request: reviewed(request, {words: (note, advice)}), reviewed]


PACE = {
    "sub_process": "motion",
    "why": "pacing, walking to a seat and sitting down have to follow one another however long each takes",
    "lines": [
        "def pace_then_sit(stage, person, spots, start=0.0):",
        '    """Walks to several spots in turn and then sits down on the nearest seat. spots: names of positions."""',
        "    at = start",
        "    for spot in spots:",
        "        at = walk_to(stage, person, spot, start=at)",
        "    return sit_down(stage, person, start=at)",
    ],
}

CASES: list[tuple[str, dict[str, Any]]] = [
    (
        "a woman in a red coat walks along the roadside at dusk, stops and waves, the camera tracks her",
        {
            "guidance": texts(lighting="Blue hour light."),
            "review": first_no("Do light and mood", "it is night rather than dusk", "Use golden hour."),
            "refine": refinement(snippet("lighting", 'light_mood(stage, "golden hour")')),
        },
    ),
    (
        "a man in a suit paces the office at night, sits down and buries his face in his hands, slow push in",
        {
            "guidance": texts(cinematography="Long Shot of Man, push in by 20 %."),
            "review": first_no("all of it", "he buries his face while walking and never sits", "Sit first."),
            "refine": refinement(
                snippet(
                    "motion",
                    't = pace_then_sit(stage, "Man", ["Position 2", "Position 3"])',
                    'perform(stage, "Man", "Burying Face in Hands", start=t)',
                ),
                functions=(PACE,), seconds=11.0,
            ),
        },
    ),
    (
        "two friends play billiards, one jumps for joy, the camera arcs around them",
        {
            "guidance": texts(
                motion="Friend jumps for joy.", cinematography="360-Degree Arc Shot of Friend and Friend 2."
            ),
            "review": first_no("natural for what is done", "the other stands like a post", "Let Friend 2 laugh."),
            "refine": refinement(
                snippet(
                    "motion", 'perform(stage, "Friend", "Joyful Jump")',
                    'perform(stage, "Friend 2", "Standing Laughing", start=0.6)',
                )
            ),
        },
    ),
    (
        "a cook turns, surprised, as a stranger enters the large kitchen, handheld",
        {
            "guidance": texts(),
            "review": first_no("composition good", "the cook is too small to read the surprise", "Come closer."),
            "refine": refinement(
                snippet("cinematography", 'medium_shot(stage, "Cook")', "handheld(stage, amount=0.5)")
            ),
        },
    ),
    (
        "a girl laughs on the sofa, the camera pulls back and shows her family",
        {
            "guidance": texts(
                character="Girl sits at Position 2. Mother is at Position 3, facing Girl.", motion="Girl laughs.",
                cinematography="Medium Shot of Girl, pull out by 60 %.",
            )
            | {"people": [{"name": "Mother", "gender": "female", "age": 41, "appearance": "brown bun, green dress"}]},
            "review": first_no("light lead the eye", "the mother is in the dark", "Light the mother."),
            "refine": refinement(
                snippet("lighting", 'light_mood(stage, "day")', 'key_light(stage, "Mother", strength=1.5)')
            ),
        },
    ),
]  # fmt: skip


async def produce(folder: Path, text: str, server: Filmers, size: tuple[int, int], export: bool) -> dict[str, Any]:
    """One description through the producer; a folder that has a film already is gone on with."""
    made = folder / "project"
    project, film = Project.open(made) if (made / "film.json").exists() else (Project.create(made, Film()), Film())
    session = Session(film, project)
    learned = LearnedLibrary(folder / "learned")
    crew = Ensemble(casting("model"), lambda: client(server, made))
    told: list[Any] = []
    crew.events.connect(told.append)
    pool = WorkerPool(1, writable=worker_folders(project))
    try:
        producer = Producer(session, pool, crew, learned)
        if not any(True for _ in session.film.shots()):
            await producer.develop(read(text), Options(size=size))
            session.save()
        await producer.stage()
        session.save()
        found: dict[str, Any] = {
            "shots": [
                {
                    "verdict": shot.take.review.verdict, "rounds": shot.take.review.rounds, "seconds": shot.length / 24,
                    "functions": [f.name for f in shot.take.functions], "stale": producer.stale(shot.id),
                }
                for shot in session.film.shots()
            ],
            "changed": [c for e in told if e.what in ("corrected", "made") for c in e.changed],
            "remembered": sum(e.what == "remembered" for e in told),
            "cost": crew.client.ledger.totals.model_dump(),
        }  # fmt: skip
        if export:
            path = await producer.export(folder / "film.mp4", "animatic", size)
            found["film_s"] = round(probe(path).duration, 2)
        for name in [e.name for e in learned.entries() if e.active]:
            learned.roll_back(name, PERSON, "taken back by the benchmark")
            found["stale after rolling back"] = [producer.stale(s.id) for s in session.film.shots()]
        return found
    finally:
        await pool.close()
        await crew.close()
        project.close()


async def film(folder: Path, number: int, size: tuple[int, int]) -> dict[str, Any]:
    """A description, killed after its second answer and then gone on with."""
    text, answers = CASES[number]
    with Filmers(**answers) as server:
        server.dies = 2
        try:
            await produce(folder, text, server, size, export=False)
        except ShotwrightError as error:
            killed = error.layer
        else:
            killed = "not killed"
        before, server.dies = len(server.asked), None
        found = await produce(folder, text, server, size, export=True)
        twice = len(server.requests) - len({json.dumps(r["messages"], sort_keys=True) for r in server.requests})
        return {"killed": killed, "asked before": before, "asked": server.asked, "asked twice": twice, **found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("numbers", type=int, nargs="*", help="descriptions, from 1 (default: all)")
    parser.add_argument("--size", default="96x54")
    options = parser.parse_args()
    width, height = (int(v) for v in options.size.split("x"))
    for number in options.numbers or range(1, len(CASES) + 1):
        folder = options.out / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        found = asyncio.run(film(folder, number - 1, (width, height)))
        print(json.dumps({"description": CASES[number - 1][0], **found}, indent=1, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()

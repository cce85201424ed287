"""Descriptions and ideas through all loops to MP4, with models played by a scripted endpoint on loopback.

`python -m tests.benchmarks.whole_films OUT [NUMBER …] [--size 96x54] [--fps 12]` makes each film in a process of its
own that is killed (SIGKILL) in the middle and then started again, and prints for each film the calls of every stage,
what changed because of critique, debate and review, learned functions written, used and rolled back, and what was asked
for again after its answer had come.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from agents.crew_events import CrewDiary, diary
from agents.ensemble import Ensemble
from agents.house.crew import HouseCrew, Options
from agents.input import read
from agents.production.producer import Producer, worker_folders
from agents.roles import casting
from agents.rules import check
from app.document import PERSON, Film
from app.project import Project
from app.session import Session
from library.learned.store import LearnedLibrary
from render.film import probe
from render.pool import WorkerPool
from tests.benchmarks.film_cases import CASES, Case, Crew
from tests.support.asking import client

BY_CRITIQUE = {"critique": "critique", "notes": "note", "shots": "debate", "refinement": "review"}
"""Stage -> what its corrections come from."""


async def produce(folder: Path, text: str, url: str, size: tuple[int, int], fps: str) -> None:
    """A film through the producer to MP4; a folder that has a film already is gone on with."""
    made = folder / "project"
    project, film = Project.open(made) if (made / "film.json").exists() else (Project.create(made, Film()), Film())
    session = Session(film, project)
    learned = LearnedLibrary(folder / "learned")
    crew = Ensemble(casting("model"), lambda: client(SimpleNamespace(url=url), made))
    crew.events.connect(CrewDiary(lambda: made).write)
    pool = WorkerPool(1, writable=worker_folders(project))
    try:
        producer = Producer(session, pool, crew, learned)
        if not any(True for _ in session.film.shots()):
            options = Options(size=size, fps=fps, most_people=2, most_scenes=1, rounds=2)
            await producer.develop(read(text), options)
            session.save()
        await producer.stage()
        session.save()
        path = await producer.export(folder / "film.mp4", "animatic", size)
        shots = list(session.film.shots())
        found: dict[str, Any] = {
            "shots": [
                {"verdict": s.take.review.verdict, "rounds": s.take.review.rounds,
                 "functions": [f.name for f in s.take.functions], "note": s.take.note} for s in shots
            ],
            "seconds": round(probe(path).duration, 2), "tokens": crew.client.ledger.totals.model_dump(),
            "rules": len(check(session.film, HouseCrew().catalogue)) if session.film.source.kind == "idea" else 0,
        }  # fmt: skip
        for name in [e.name for e in learned.entries() if e.active]:
            learned.roll_back(name, PERSON, "taken back by the benchmark")
            found["rolled back"] = {name: next(r for s in shots for r in producer.stale(s.id))}
        (folder / "found.json").write_text(json.dumps(found), encoding="utf-8")
    finally:
        await pool.close()
        await crew.close()
        project.close()


def run(*args: Any) -> None:
    asyncio.run(produce(*args))


def film(folder: Path, case: Case, size: tuple[int, int], fps: str) -> dict[str, Any]:
    """A film, killed as soon as so many of its answers are kept, and then gone on with."""
    context = multiprocessing.get_context("spawn")
    with Crew(**case.answers) as server:
        first = context.Process(target=run, args=(folder, case.text, server.url, size, fps))
        first.start()
        while first.is_alive() and len(list((folder / "project" / "answers").rglob("*.json"))) < case.dies:
            time.sleep(0.02)
        killed = first.is_alive()
        first.kill()
        first.join()
        kept = len(list((folder / "project" / "answers").rglob("*.json")))
        asked = len(server.requests)
        second = context.Process(target=run, args=(folder, case.text, server.url, size, fps))
        second.start()
        second.join()
        if second.exitcode:
            raise SystemExit(f"“{case.text}” was not gone on with")
        asked_twice = len(server.requests) - len({json.dumps(r["messages"], sort_keys=True) for r in server.requests})
        names = list(server.asked)
    found = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    told = [entry.event for entry in diary(folder / "project")[0]]
    because = [e for e in told if e.what in ("corrected", "judged")]
    changed = {
        why: list(dict.fromkeys(c for e in because if e.stage == stage for c in e.changed))
        for stage, why in BY_CRITIQUE.items()
    }
    return found | {
        "text": case.text, "calls": Counter(names), "killed": killed, "kept": kept,
        # What was under way when the process died has no answer, and is asked for once more.
        "in flight": asked - kept, "repeated": asked_twice - (asked - kept), "changed": changed,
        "remembered": sum(e.what == "remembered" for e in told),
        "library": [e.text for e in told if e.stage == "library" and e.what == "made"],
    }  # fmt: skip


def line(number: int, found: dict[str, Any]) -> str:
    """A film as one row of the table."""
    rounds = "/".join(str(s["rounds"]) for s in found["shots"])
    verdicts = "/".join(s["verdict"] for s in found["shots"])
    functions = ", ".join({f for s in found["shots"] for f in s["functions"]}) or "-"
    back = "yes" if found.get("rolled back") else "-"
    calls = sum(found["calls"].values())
    tokens = found["tokens"]["tokens_in"] + found["tokens"]["tokens_out"]
    changed = " ".join(f"{why} {len(c)}" for why, c in found["changed"].items() if c)
    return (
        f"{number:<3}{calls:>5}{tokens:>9,}  {rounds:<8}{verdicts:<18}{changed:<36}{functions:<15}{back:<6}"
        f"{found['kept']:>4}{found['remembered']:>5}{found['repeated']:>5}{found['seconds']:>7.1f}{found['rules']:>4}"
    )


HEAD = (
    f"{'':<3}{'calls':>5}{'tokens':>9}  {'rounds':<8}{'verdicts':<18}{'changed because of':<36}{'function used':<15}"
    f"{'back':<6}{'kept':>4}{'rem.':>5}{'rep.':>5}{'s':>7}{'bad':>4}"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("numbers", type=int, nargs="*", help="films, from 1 (default: all)")
    parser.add_argument("--size", default="96x54")
    parser.add_argument("--fps", default="12")
    options = parser.parse_args()
    size = tuple(int(v) for v in options.size.split("x"))
    rows, stages = [], Counter()
    for number in options.numbers or range(1, len(CASES) + 1):
        folder = options.out / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        found = film(folder, CASES[number - 1], size, options.fps)
        stages.update(found["calls"])
        rows.append(line(number, found))
        print(json.dumps(found, indent=1, ensure_ascii=False), flush=True)
    print("", HEAD, *rows, sep="\n")
    print("\ncalls by stage:", ", ".join(f"{name} {count}" for name, count in stages.most_common()))


if __name__ == "__main__":
    main()

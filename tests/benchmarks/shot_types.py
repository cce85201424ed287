"""Share of (place, position, shot type) triples that pass the measured review, staged without pictures.

    python tests/benchmarks/shot_types.py [--nine] [--every N] [--place NAME] [--shot NAME] [--json FILE]

At each position stands (or, where there is a seat, sits) one person who is filmed; shot types that need a second
one get somebody at the nearest other position. Every failure is listed with what the review says.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from agents.house.reviewer import review
from app.document import Program
from app.look import Look
from library.places import PLACES
from library.places.model import Place, Position
from library.shots import SHOTS, ShotType
from render.protocol import StageSpec
from render.worker.measure import measure
from render.worker.staging import stage_shot

FRAMES = 48
CAST = {"A": Look(), "B": Look(gender="male", hair="buzz", height=1.80), "C": Look(hair="crop", height=1.6)}
WALKING = ("Tracking Shot",)
STANDING = ("360-Degree Arc Shot", "Curve Surround Shot", "Tilt Shot")
"""Shot types of a person who stands."""


@dataclass(frozen=True)
class Triple:
    place: Place
    position: Position
    shot: ShotType


def triples(every: int, place: str | None, shot: str | None, nine: bool) -> list[Triple]:
    """All of them, those of the FilmAgent paper's nine shot types, or every so manieth."""
    shots = list(SHOTS)[:9] if nine else list(SHOTS)
    found = [Triple(p, spot, s) for p in PLACES for spot in p.positions for s in shots]
    found = [t for t in found if place in (None, t.place.name) and shot in (None, t.shot.name)]
    return found[::every]


def program(triple: Triple) -> Program:
    """The shot's program."""
    place, spot, shot = triple.place, triple.position, triple.shot
    near = sorted((p for p in place.positions if p is not spot), key=lambda p: math.dist(p.at, spot.at))
    company = max(shot.least - 1, 1 if shot.second else 0)
    if shot.name == "Group Shot":
        company = 2
    company = min(company, len(near))
    sits = spot.seat is not None and shot.name not in (*STANDING, *WALKING)
    lines = [f'add_person(stage, "A", at="{spot.name}"{", posture=" + chr(34) + "sitting" + chr(34) if sits else ""})']
    for name, other in zip("BC", near[:company], strict=False):
        lines.append(f'add_person(stage, "{name}", at="{other.name}", facing="A")')
    if company and not sits:
        lines[0] = f'add_person(stage, "A", at="{spot.name}", facing="B")'
    motion = ""
    if shot.name in WALKING and near:
        motion = f'walk_to(stage, "A", "{near[0].name}")'
    second = f', {shot.second}="B"' if shot.second else ""
    names = '["A", "B"]' if shot.name == "Two-Shot" else '"A"'
    camera = f"{shot.function}(stage)" if shot.name == "Group Shot" else f"{shot.function}(stage, {names}{second})"
    return Program(
        scene=f'use_place(stage, "{place.name}")',
        character="\n".join(lines),
        motion=motion,
        lighting='light_mood(stage, "day")',
        cinematography=camera,
    )


def judge(triple: Triple, people: str) -> list[str]:
    """What the review says against the shot's camera."""
    spec = StageSpec(program=program(triple), frames=FRAMES, cast=CAST)
    try:
        numbers = measure(stage_shot(spec, people))
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    found = review(numbers).findings
    return [f"{f.check}: {f.message}" for f in found if not f.passed and f.sub_process == "cinematography"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--every", type=int, default=1, help="take every so manieth triple")
    parser.add_argument("--nine", action="store_true", help="only the nine shot types of the FilmAgent paper")
    parser.add_argument("--place")
    parser.add_argument("--shot")
    parser.add_argument("--people", default=tempfile.gettempdir(), help="folder built people are kept in")
    parser.add_argument("--json", type=Path, help="write the failures here too")
    given = parser.parse_args()
    chosen = triples(given.every, given.place, given.shot, given.nine)
    failures: dict[str, list[str]] = {}
    tried, failed = Counter(), Counter()
    start = time.perf_counter()
    for triple in chosen:
        tried[triple.shot.name] += 1
        problems = judge(triple, given.people)
        if problems:
            failed[triple.shot.name] += 1
            label = f"{triple.place.name}, {triple.position.name}, {triple.shot.name}"
            failures[label] = problems
            print(f"{label}: {'; '.join(problems)}", flush=True)
    for name in tried:
        print(f"{name:26} {tried[name] - failed[name]:4} of {tried[name]:4}")
    share = 1 - len(failures) / max(len(chosen), 1)
    print(
        f"{share:.1%} of {len(chosen)} triples pass, {(time.perf_counter() - start) / max(len(chosen), 1):.2f} s each"
    )
    if given.json:
        given.json.write_text(json.dumps(failures, indent=1))


if __name__ == "__main__":
    main()

"""What people and places cost: build time, triangles, and seconds a frame in each tier.

    python tests/benchmarks/stage_costs.py [--people DIR] [--json FILE]

Eight people are built (kept in DIR), each place is built, then a dialogue of two people is staged and rendered.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.document import Program
from library.cast.detail import far
from library.cast.looks import look_of
from library.cast.store import person
from library.entries import PROFILES
from library.places import PLACES
from library.places.build import build
from render.protocol import StageSpec
from render.tiers import tier
from render.worker.frames import FrameRenderer
from render.worker.staging import stage_shot

TIERS = {"flat": (320, 180), "board": (320, 180), "animatic": (480, 270), "preview": (640, 360)}
FRAMES = 24


def people(folder: Path) -> list[dict]:
    out = []
    for k, words in enumerate(PROFILES[:8]):
        begun = time.perf_counter()
        made = person(look_of(words, seed=k), folder)
        built = time.perf_counter() - begun
        begun = time.perf_counter()
        person(look_of(words, seed=k), folder)
        again = time.perf_counter() - begun
        out.append(
            {"who": words, "build_s": round(built, 2), "load_s": round(again, 3), "triangles": made.triangle_count,
             "far": far(made).triangle_count}
        )  # fmt: skip
    return out


def places() -> list[dict]:
    out = []
    for place in PLACES:
        begun = time.perf_counter()
        pieces = build(place)
        unique = {id(p.mesh): p.mesh.triangle_count for p in pieces}
        out.append(
            {"place": place.name, "build_s": round(time.perf_counter() - begun, 2), "triangles": sum(unique.values())}
        )
    return out


def frames(folder: Path) -> list[dict]:
    program = Program(
        scene='use_place(stage, "Apartment living room")',
        character='add_person(stage, "A", at="Position 4", facing="B")\nadd_person(stage, "B", at="Position 5")',
        motion='perform(stage, "A", "Standing Talking")\nperform(stage, "B", "Standing Listening")',
        lighting='light_mood(stage, "day")',
        cinematography="two_shot(stage)",
    )
    cast = {"A": look_of(PROFILES[0], seed=0), "B": look_of(PROFILES[4], seed=4)}
    out = []
    for name, size in TIERS.items():
        spec = StageSpec(program=program, frames=FRAMES, size=size, cast=cast, seed=len(out))
        begun = time.perf_counter()
        staged = stage_shot(spec, str(folder))
        built = time.perf_counter() - begun
        with tempfile.TemporaryDirectory() as scratch:
            renderer = FrameRenderer(staged, tier(name, size, size), Path(scratch))
            renderer.picture(0)
            begun = time.perf_counter()
            for frame in range(2, 12, 2):
                renderer.picture(frame)
            spent = (time.perf_counter() - begun) / 5
        out.append({"tier": name, "size": size, "stage_s": round(built, 2), "s_per_frame": round(spent, 2)})
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.people or Path(scratch)
        found = {"people": people(folder), "places": places(), "frames": frames(folder)}
    for rows in found.values():
        for row in rows:
            print("  ".join(f"{k} {v}" for k, v in row.items()))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()

"""Is everybody readable in every mood in every place? Renders each pair with two people in medium shot.

    python -m tests.benchmarks.moods [--place NAME] [--mood NAME] [--sheet FILE] [--width PX]

Prints every finding of the review about light that failed, and how bright the faces came out; `--sheet` tiles
all pictures, a row for each place and a column for each mood.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import cv2
import numpy as np

from agents.house.reviewer import review
from app.document import Program
from app.look import Look
from library.moods import MOODS
from library.places import PLACES
from library.places.model import Place
from render.protocol import StageSpec, TierSpec
from render.worker.frames import FrameRenderer
from render.worker.measure import exposure, measure
from render.worker.staging import stage_shot

CAST = {
    "A": Look(gender="female", skin="#F0A780", hair="bob"),
    "B": Look(gender="male", skin="#7C4A30", hair="crop", height=1.8),
}


def program(place: Place, mood: str) -> Program:
    """Two people at the place's first two standing positions that are not on top of each other."""
    one, two = (p.name for p in place.positions[:2])
    return Program(
        scene=f'use_place(stage, "{place.name}")',
        character=f'add_person(stage, "A", at="{one}", facing="B")\nadd_person(stage, "B", at="{two}", facing="A")',
        lighting=f'light_mood(stage, "{mood}")',
        cinematography='medium_shot(stage, "A")',
    )


def lit(place: Place, mood: str, tier: TierSpec, folder: str) -> tuple[np.ndarray, list[str], dict[str, float]]:
    """The picture, what the review says against its light, and brightness by face."""
    staged = stage_shot(StageSpec(program=program(place, mood), frames=1, cast=CAST), folder)
    numbers = measure(staged)
    picture = FrameRenderer(staged, tier, Path(folder)).picture(0)
    boxes = {n: p["frames"]["0"]["box"] for n, p in numbers["people"].items() if p["frames"]["0"]["eyes_visible"]}
    numbers["exposure"] = {"0": exposure(picture, boxes)}
    problems = [f.message for f in review(numbers).problems if f.sub_process == "lighting"]
    return picture, problems, numbers["exposure"]["0"]["faces"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--place")
    parser.add_argument("--mood")
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--width", type=int, default=240)
    given = parser.parse_args()
    tier = TierSpec(name="board", size=(given.width, given.width * 9 // 16 // 2 * 2), samples=2, still_parts=False)
    rows, failed, count = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for place in PLACES:
            row = []
            for mood in MOODS:
                if given.place not in (None, place.name) or given.mood not in (None, mood.name):
                    continue
                picture, problems, faces = lit(place, mood.name, tier, folder)
                count += 1
                failed += bool(problems)
                told = "  ".join(f"{n} {v:.2f}" for n, v in faces.items())
                print(f"{place.name:24}{mood.name:20}{told:18}{'; '.join(problems) or 'ok'}", flush=True)
                label = (4, picture.shape[0] - 6)
                cv2.putText(picture, f"{place.name}, {mood.name}", label, cv2.FONT_HERSHEY_SIMPLEX, 0.3, (255,) * 3, 1)
                row.append(picture)
            if row:
                rows.append(np.hstack(row))
    print(f"{count - failed} of {count} pairs of place and mood pass")
    if given.sheet:
        cv2.imwrite(str(given.sheet), np.vstack(rows))


if __name__ == "__main__":
    main()

"""What a crew of models asks, and what of the rules is left broken. Run by hand: python -m tests.benchmarks.crew_calls

A film of three scenes and four people is written against a scripted endpoint that makes rule breaks and finds faults,
and the calls and tokens of each stage are counted against the 31 to 41 calls of FilmAgent's own code. Then every
FilmAgent script beside the repository (SHOTWRIGHT_SHARED) is given to a crew whose models mend nothing, so that the
rules alone stand in, and the rule breaks before and after are counted.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from agents.ensemble import Ensemble
from agents.house.crew import HouseCrew, Options
from agents.input import read
from agents.roles import Casting
from agents.rules import check
from app.document import Film, Source
from tests.support.asking import client
from tests.support.writers import IDEA, Writers

FILMAGENT = (31, 41)
AIM = 15
BEYOND = ("Finishing",)
"""What FilmAgent has no roles for."""
SHARED = Path(os.environ.get("SHOTWRIGHT_SHARED", Path(__file__).resolve().parents[3] / "shared"))
IDLE = {"Critique": {"points": []}, "Shots": {"shots": [{"entry": "9.9", "shot": "Long Shot", "of": []}]},
        "Arguments": {"points": []}, "Rulings": {"rulings": []}}  # fmt: skip


def made(server: Writers, folder: Path, source: Source, house: HouseCrew) -> Film:
    async def run() -> Film:
        crew = Ensemble(Casting("model"), lambda: client(server, folder), house)
        try:
            return await crew.develop(source, Options())
        finally:
            await crew.close()

    return asyncio.run(run())


def tokens(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Answer asked for -> (calls, tokens in, tokens out), from the exchanges kept in the project."""
    out: dict[str, tuple[int, int, int]] = {}
    for file in sorted((folder / "exchanges").glob("*.json")):
        kept = json.loads(file.read_text(encoding="utf-8"))
        calls, tokens_in, tokens_out = out.get(kept["wanted"], (0, 0, 0))
        said = [len(json.dumps(kept["answer"])) // 4]
        turns = kept["turns"]
        out[kept["wanted"]] = (
            calls + len(turns), tokens_in + sum(t["tokens_in"] for t in turns), tokens_out + sum(said),
        )  # fmt: skip
    return out


def main() -> int:
    house = HouseCrew()
    with tempfile.TemporaryDirectory() as folder:
        with Writers() as server:
            film = made(server, Path(folder), read(IDEA), house)
        rows = tokens(Path(folder))
    print(f"{'stage':14}{'calls':>6}{'in':>9}{'out':>8}")
    for name, row in rows.items():
        print(f"{name:14}{row[0]:>6}{row[1]:>9,}{row[2]:>8,}")
    calls = sum(row[0] for row in rows.values())
    own = calls - sum(row[0] for name, row in rows.items() if name in BEYOND)
    left = len(check(film, house.catalogue))
    print(f"\n{len(film.scenes)} scenes, {len(film.characters)} people, {sum(1 for _ in film.shots())} shots")
    print(f"calls: {own} for FilmAgent's stages (theirs: {FILMAGENT[0]} to {FILMAGENT[1]}), {calls} with the finishing")
    print(f"broken rules in the film: {left}")
    before, after = Counter(), Counter()
    for file in sorted((SHARED / "data" / "filmagent" / "scripts").glob("*/script.json")):
        source = read(file)
        before.update(v.rule for v in check(house.develop_now(source, Options()), house.catalogue))
        with tempfile.TemporaryDirectory() as folder, Writers(**IDLE) as server:
            after.update(v.rule for v in check(made(server, Path(folder), source, house), house.catalogue))
    print(
        f"\nFilmAgent's scripts: {sum(before.values())} broken rules as written, {sum(after.values())} after the crew"
    )
    for rule, count in before.most_common():
        print(f"  {rule}: {count} -> {after[rule]}")
    return 0 if own <= AIM and not left and not after else 1


if __name__ == "__main__":
    sys.exit(main())

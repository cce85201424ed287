"""`shotwright update PROJECT INPUT`: a new draft of the screenplay into a film that was worked on."""

from __future__ import annotations

import argparse
from pathlib import Path

from agents.input import read
from agents.redraft import Change
from agents.redraft.compare import compare
from app.errors import ShotwrightError
from ui.commands.casting import add_crew, crew_of
from ui.commands.common import producing
from ui.console import Console, add_common, run, shot_numbers

SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}


def main_update(argv: list[str]) -> int:
    """Lists what a new draft changes, and changes it: one step that undo takes back."""
    parser = argparse.ArgumentParser(
        prog="shotwright update",
        description="Merges a new draft of the screenplay. Takes, locks and what you changed in the film stay.",
    )
    parser.add_argument("project", metavar="PROJECT", type=Path, help="the project folder")
    parser.add_argument(
        "input", metavar="INPUT", help="a screenplay (.fountain, .fdx, .txt) or a FilmAgent script.json"
    )
    parser.add_argument("--dry-run", action="store_true", help="only list what would change")
    parser.add_argument(
        "--only", type=shot_numbers, metavar="N", help="only these changes of the list, for example 1,3-5"
    )
    parser.add_argument("--stage", action="store_true", help="stage the new and changed shots afterwards")
    add_crew(parser)
    add_common(parser)
    options = parser.parse_args(argv)

    async def work(console: Console) -> None:
        source = read(options.input)
        async with producing(console, options.project, crew=crew_of(options, options.project)) as producer:
            found = compare(producer.film, source)
            numbered = dict(enumerate(found.changes, 1))
            for number, each in numbered.items():
                _tell(console, number, each)
            unknown = [n for n in options.only or () if n not in numbered]
            if unknown:
                raise ShotwrightError("input", f"there is no change {unknown[0]}", f"There are {len(numbered)}.")
            if not numbered:
                console.say("Nothing changes: the film reads as this draft does.", changes=0)
            if options.dry_run or not numbered:
                return
            chosen = {numbered[n].id for n in options.only} if options.only else None
            made = sum(1 for c in found.open if chosen is None or c.id in chosen)
            producer.session.apply(found.edit(chosen))
            producer.session.save()
            stale = [s.id for s in producer.film.shots(omitted=False) if not s.locked and producer.stale(s.id)]
            console.say(
                f"{made} changes made. {len(stale)} shots are to be staged"
                + ("." if options.stage else f" (shotwright render {options.project} does that)."),
                made=made, to_stage=len(stale),
            )  # fmt: skip
            if options.stage:
                await producer.stage(stale)

    return run(options, work)


def _tell(console: Console, number: int, each: Change) -> None:
    sign = SIGNS.get(each.kind, {"scene added": "+", "scene removed": "-"}.get(each.kind, "~"))
    lines = [f"{number:3} {sign} {each.where}: {each.kind}" + (f" (not made: {each.held})" if each.held else "")]
    lines += [f"      - {line}" for line in each.before.splitlines()]
    lines += [f"      + {line}" for line in each.after.splitlines()]
    console.table(
        "\n".join(lines), change=number, kind=each.kind, where=each.where, before=each.before, after=each.after,
        shot=each.shot, held=each.held,
    )  # fmt: skip

"""`shotwright library list|show|sheet|learned`: what can be filmed, in words and in pictures."""

from __future__ import annotations

import argparse
import asyncio
import textwrap
from pathlib import Path

from agents.production.folders import people_folder
from agents.production.progress import JobReporter, Progress
from app.errors import ShotwrightError
from app.events import Signal
from app.settings import Settings
from library.entries import KINDS, Entry, entries, find
from render.entries import contact_sheet, entry_pictures, pictures_folder
from render.pool import WorkerPool
from ui.commands import learned
from ui.console import Console, add_common, run

COLUMN = 26


def main(argv: list[str]) -> int:
    if argv[:1] == ["learned"]:
        return learned.main(argv[1:])
    parser = argparse.ArgumentParser(
        prog="shotwright library",
        description="Shows what the library holds: people, places, things, acting, camera, light.",
    )
    parts = parser.add_subparsers(dest="part", required=True, metavar="list|show|sheet|learned")
    listing = parts.add_parser("list", help="print the names, of one kind or of all")
    listing.add_argument("kind", nargs="?", choices=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    showing = parts.add_parser("show", help="print what there is to know about one entry")
    showing.add_argument("name", nargs="+", metavar="NAME", help="a name or what people call it")
    showing.add_argument("-o", "--out", type=Path, help="also write its picture to this file (.png or .jpg)")
    sheet = parts.add_parser("sheet", help="draw a contact sheet from real renders")
    sheet.add_argument("kind", choices=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    sheet.add_argument("-o", "--out", type=Path, help="the picture to write (default library-KIND.png)")
    parts.add_parser("learned", help="functions the crew wrote: list, show, diff, rollback, retire", add_help=False)
    for each in (listing, showing, sheet):
        add_common(each)
    options = parser.parse_args(argv)
    return run(options, {"list": _list, "show": _show, "sheet": _sheet}[options.part](options))


def _list(options: argparse.Namespace):
    async def work(console: Console) -> None:
        for kind in [options.kind] if options.kind else KINDS:
            known = entries(kind)
            if not options.json:
                console.table(f"{kind} ({len(known)})")
            family = None
            for entry in known:
                if entry.family != family and entry.family and not options.json:
                    console.table(f"  {entry.family}")
                family = entry.family
                first = textwrap.shorten(entry.description, 84, placeholder=" …")
                console.table(f"    {entry.name:{COLUMN}} {first}".rstrip(), **_data(entry))

    return work


def _show(options: argparse.Namespace):
    async def work(console: Console) -> None:
        entry = find(" ".join(options.name))
        lines = [f"{entry.name} ({entry.kind})", *textwrap.wrap(entry.description, 100)]
        if entry.synonyms:
            lines += textwrap.wrap("also: " + ", ".join(entry.synonyms), 100, subsequent_indent="  ")
        for label, text in entry.facts.items():
            lines += textwrap.wrap(f"{label}: {text}", 100, subsequent_indent="  ")
        console.table("\n".join(lines), **_data(entry))
        if options.out:
            await _draw(console, options.out, entry.name, [entry])

    return work


def _sheet(options: argparse.Namespace):
    async def work(console: Console) -> None:
        known = list(entries(options.kind))
        await _draw(console, options.out or Path(f"library-{options.kind}.png"), options.kind.capitalize(), known)

    return work


async def _draw(console: Console, path: Path, title: str, known: list[Entry]) -> None:
    done = 0
    steps: Signal[Progress] = Signal()
    steps.connect(console.progress)
    with JobReporter(steps, title) as reporter:
        async with WorkerPool(Settings.load().workers, writable=[pictures_folder(), people_folder()]) as pool:

            async def draw(entry: Entry) -> list[Path]:
                nonlocal done
                files = await entry_pictures(pool, entry, pictures_folder(), people_folder())
                done += 1
                reporter.tell("progress", done, len(known), entry.name)
                return files

            # a person is built on one core: several at a time use all of them
            try:
                async with asyncio.TaskGroup() as group:
                    tasks = [group.create_task(draw(entry)) for entry in known]
            except* ShotwrightError as failures:
                raise failures.exceptions[0] from None
    contact_sheet(path, title, [(entry, task.result()) for entry, task in zip(known, tasks, strict=True)])
    console.say(str(path), file=str(path), entries=[e.name for e in known])


def _data(entry: Entry) -> dict:
    return {
        "kind": entry.kind,
        "name": entry.name,
        "family": entry.family,
        "description": entry.description,
        "synonyms": list(entry.synonyms),
        "facts": entry.facts,
    }

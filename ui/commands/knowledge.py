"""`shotwright knowledge add|list|remove|search|rebuild`: what the crew can look up."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import asdict
from pathlib import Path

from agents.knowledge import embed, embedder, prepare
from agents.model.client import ModelClient
from agents.model.settings import ModelSettings
from app.errors import ShotwrightError
from library.knowledge import ROLES, SOURCES, Knowledge, Passage
from library.knowledge.passages import SOURCE_NAMES
from render.pool import WorkerPool
from ui.console import Console, add_common, positive, run

SHOWN_LINES = 8


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="shotwright knowledge",
        description="What the crew can look up: Blender's documentation, the function library, the catalogue, film "
        "craft, your own tutorials, and your shots that passed.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        add_common(made)
        return made

    add = command("add", "add tutorials (.srt .vtt .txt .md .pdf); one of the same name is replaced")
    add.add_argument("files", metavar="FILE", type=Path, nargs="+")
    command("list", "list what was added and what is there")
    remove = command("remove", "take away what was added, or the shots of a film")
    remove.add_argument("names", metavar="NAME", nargs="+", help="as `knowledge list` shows it")
    search = command("search", "show what is found for a question")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--role", choices=ROLES, help="look where this role looks (default: everywhere)")
    search.add_argument("--source", choices=SOURCES, action="append", help="look only here; may be given again")
    search.add_argument("-k", type=positive, default=5, metavar="N", help="how many passages (default 5)")
    rebuild = command("rebuild", "make the index anew")
    rebuild.add_argument(
        "--vectors", action="store_true", help="embed every passage by the embedding model of the settings"
    )
    options = parser.parse_args(argv)
    works = {"add": _add, "list": _list, "remove": _remove, "search": _search, "rebuild": _rebuild}
    return run(options, lambda console: works[options.command](console, options))


async def _add(console: Console, options: argparse.Namespace) -> None:
    knowledge = Knowledge()
    for file in options.files:
        item = await asyncio.to_thread(knowledge.shelf.add, file)
        console.say(f"{item.name} is added: {_counted(item.passages)}", added=item.name, passages=item.passages)
    if knowledge.index.stamps:
        await asyncio.to_thread(knowledge.refresh)


async def _list(console: Console, options: argparse.Namespace) -> None:
    knowledge = Knowledge()
    for item in knowledge.shelf.items():
        text = f"{item.source:10} {item.at[:10]}  {item.passages:5}  {item.name}"
        console.table(text, name=item.name, source=item.source, at=item.at, passages=item.passages)
    await _ready(console, knowledge)
    counts = await asyncio.to_thread(knowledge.counts)
    lines = [f"{counts.get(s, 0):6}  {SOURCE_NAMES[s]}" for s in SOURCES]
    console.table("\n".join(["The index holds:", *lines]), index=counts)


async def _remove(console: Console, options: argparse.Namespace) -> None:
    knowledge = Knowledge()
    for name in options.names:
        for item in await asyncio.to_thread(knowledge.shelf.remove, name):
            console.say(f"{item.name} is gone: {_counted(item.passages)}", removed=item.name, source=item.source)
    if knowledge.index.stamps:
        await asyncio.to_thread(knowledge.refresh)


async def _search(console: Console, options: argparse.Namespace) -> None:
    if not options.query.strip():
        raise ShotwrightError("input", "there is nothing to look for", "Type a question in quotes.")
    knowledge = Knowledge()
    await _ready(console, knowledge)
    role = options.role or ""
    # A library that is asked by hand ranks by words; vectors cost a call each.
    found = await asyncio.to_thread(knowledge.retrieve, role, options.query, options.k, sources=options.source)
    if not found:
        console.say("Nothing fits.", found=0)
    for passage in found:
        console.table(_shown(passage), passage=asdict(passage))


async def _rebuild(console: Console, options: argparse.Namespace) -> None:
    knowledge = Knowledge()
    settings = ModelSettings.load() if options.vectors else None
    if settings is not None:
        settings.endpoint("librarian", "embedding")
    await asyncio.to_thread(knowledge.index.renew)
    await _ready(console, knowledge)
    counts = await asyncio.to_thread(knowledge.counts)
    console.say(f"{sum(counts.values())} passages from {len(counts)} sources.", index=counts)
    if settings is not None:
        async with ModelClient(settings, knowledge.shelf.folder) as client:
            before = client.ledger.totals
            made = await embed(knowledge, client, SOURCES)
            totals = client.ledger.totals
            tokens, money = totals.tokens_in - before.tokens_in, totals.money - before.money
            console.say(
                f"{made} passages embedded by {embedder(client).split()[-1]}: {tokens} tokens, {money:.4f} USD.",
                embedded=made, tokens=tokens, money=money,
            )  # fmt: skip


async def _ready(console: Console, knowledge: Knowledge) -> None:
    """Waits until the index is up to date; says so where that takes a while."""
    if not knowledge.blender_file.exists():
        if not console.as_json:
            console.say("Reading Blender's documentation and making the index (once, under a minute).")
        async with WorkerPool(1) as pool:
            await prepare(knowledge, pool)
    await asyncio.to_thread(knowledge.refresh)


def _counted(passages: int) -> str:
    return "1 passage" if passages == 1 else f"{passages} passages"


def _shown(passage: Passage) -> str:
    lines = passage.text.splitlines()
    more = [f"    … {len(lines) - SHOWN_LINES} more lines"] if len(lines) > SHOWN_LINES else []
    where = f", {passage.where}" if passage.where and passage.where != passage.title else ""
    head = f"{passage.score:6.2f}  {passage.title}  ({SOURCE_NAMES[passage.source]}{where})"
    return "\n".join([head, *(f"    {line}" for line in lines[:SHOWN_LINES]), *more])

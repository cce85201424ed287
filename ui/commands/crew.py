"""`shotwright crew PROJECT`: who plays what, what was asked and criticised, what changed because of it, its cost."""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import asdict
from pathlib import Path

from agents.crew_events import DiaryEntry
from agents.crewbook import Asked, CrewBook
from agents.model.ledger import Totals
from app.project import load_film
from ui.console import Console, add_common, run

FOLLOW_S = 0.5


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="shotwright crew",
        description="Shows what the crew of a project did: who plays which role, rounds, critiques, what changed "
        "because of them, what was asked of models, and the cost so far.",
    )
    parser.add_argument("project", metavar="PROJECT", type=Path, help="the project folder")
    parser.add_argument("--follow", action="store_true", help="go on showing what happens, until Ctrl+C")
    parser.add_argument("--role", help="only what this role did")
    add_common(parser)
    options = parser.parse_args(argv)

    async def work(console: Console) -> None:
        book = CrewBook(options.project)
        names = _shot_names(options.project)
        told = _tell(console, book, options, names)
        if not told and not options.follow:
            console.say("The crew did nothing here yet.", steps=0)
        if not options.follow:
            _cost(console, book)
            return
        spent = None
        while True:
            if _tell(console, book, options, names) or spent is None:
                totals = book.ledger().totals
                if totals != spent:
                    spent = totals
                    console.table(f"    so far: {cost(totals)}", cost=totals.model_dump())
            await asyncio.sleep(FOLLOW_S)

    return run(options, work)


def _shot_names(folder: Path) -> dict[str, str]:
    return {shot.id: f"shot {number}" for number, _, shot in load_film(folder / "film.json").numbered()}


def _tell(console: Console, book: CrewBook, options: argparse.Namespace, names: dict[str, str]) -> int:
    """Shows what is new, in the order it happened. Returns how much."""
    entries: list[DiaryEntry | Asked] = sorted([*book.asked(), *book.steps()], key=lambda each: each.at)
    for entry in entries:
        if isinstance(entry, DiaryEntry):
            if options.role in (None, entry.event.role):
                console.table(step(entry, names), step={"at": entry.at, **asdict(entry.event)})
        elif options.role in (None, entry.role):
            data = asdict(entry) | {"file": str(entry.file)}
            console.table(question(entry, book.folder), asked=data)
    return len(entries)


def step(entry: DiaryEntry, names: dict[str, str]) -> str:
    """A step as lines of text: when, who, what, and what changed."""
    event = entry.event
    where = ", ".join(
        part
        for part in (
            event.stage,
            f"round {event.round}" if event.round else "",
            names.get(event.shot or "", event.shot or ""),
        )
        if part
    )
    first, *more = event.text.splitlines() or [""]
    head = f"{entry.at[11:19]}  {event.role} ({event.player}) {event.what}: {where}"
    lines = [head, *([f"    {first}"] if first else []), *(f"    {line}" for line in more)]
    return "\n".join([*lines, *(f"    -> {change}" for change in event.changed)])


def question(asked: Asked, folder: Path) -> str:
    """An exchange with a model or a person as lines of text."""
    turns = f"{asked.turns} answers, " if asked.turns > 1 else ""
    tokens = f"{asked.tokens:,} tokens, " if asked.tokens else ""
    head = f"{asked.at[11:19]}  {asked.role} ({asked.player}) was asked for {asked.wanted}: {asked.outcome}"
    lines = [head, f"    {turns}{tokens}{asked.file.relative_to(folder)}"]
    lines += [f"    {asked.error}"] if asked.error else []
    return "\n".join([*lines, *(f"    looked up: {title}" for title in asked.looked_up)])


def cost(totals: Totals) -> str:
    """ "12 calls, 34,120 tokens, 0.0213 USD"."""
    calls = "1 call" if totals.calls == 1 else f"{totals.calls} calls"
    money = f"{totals.money:.4f} USD" + (f" and {totals.unpriced} calls without a price" if totals.unpriced else "")
    return f"{calls}, {totals.tokens_in + totals.tokens_out:,} tokens, {money}"


def _cost(console: Console, book: CrewBook) -> None:
    ledger = book.ledger()
    if not ledger.entries:
        return
    by = ledger.by("role")
    lines = [f"    {role:18}{cost(totals)}" for role, totals in sorted(by.items(), key=lambda each: -each[1].money)]
    console.table(
        "\n".join([f"Cost so far: {cost(ledger.totals)}", *lines]),
        cost=ledger.totals.model_dump(),
        roles={role: totals.model_dump() for role, totals in by.items()},
    )

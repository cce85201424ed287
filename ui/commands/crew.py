"""`shotwright crew PROJECT`: who plays what, what was asked and criticised, what changed because of it, its cost."""

from __future__ import annotations

import argparse
import asyncio
import difflib
from dataclasses import asdict
from pathlib import Path

from agents.crew_events import DiaryEntry
from agents.crewbook import Asked, CrewBook
from agents.model.ledger import Totals
from app.document import Proposal
from app.errors import ShotwrightError
from app.project import Project, load_film
from app.proposals import accepting, declining
from app.session import Session
from ui.console import Console, add_common, run, shot_numbers

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
    parser.add_argument("--proposals", action="store_true", help="what the crew proposes, with numbers")
    parser.add_argument("--accept", type=shot_numbers, metavar="NUMBERS", help="make these proposed changes: 1,3-4")
    parser.add_argument("--decline", type=shot_numbers, metavar="NUMBERS", help="leave these as they are")
    add_common(parser)
    options = parser.parse_args(argv)

    async def work(console: Console) -> None:
        if options.proposals or options.accept or options.decline:
            _proposals(console, options)
            return
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


def _proposals(console: Console, options: argparse.Namespace) -> None:
    """Lists what is proposed, or decides on it. Raises ShotwrightError(input, project, disk)."""
    project, film = Project.open(options.project)
    try:
        if project.recovery() is not None:
            project.recover(film)
        session = Session(film, project)
        numbered = dict(enumerate(film.proposals, 1))
        for numbers, make, done in (
            (options.accept, accepting, "Accepted"), (options.decline, declining, "Declined")
        ):  # fmt: skip
            missing = [n for n in numbers or () if n not in numbered]
            if missing:
                raise ShotwrightError("input", f"there is no proposal {missing[0]}", f"There are {len(numbered)}.")
            if numbers:
                session.apply(make(session.film, [numbered[n] for n in numbers]))
                console.say(f"{done}: {', '.join(map(str, numbers))}", **{done.casefold(): numbers})
        session.save()
        if not options.accept and not options.decline:
            names = _shot_names(options.project)
            for number, each in numbered.items():
                console.table(proposed(number, each, names), proposal=number, **each.model_dump(mode="json"))
            if not numbered:
                console.say("Nothing is proposed.", proposals=0)
    finally:
        project.close()


def proposed(number: int, each: Proposal, names: dict[str, str]) -> str:
    """A proposal as lines of text: where, who, why, and what would change."""
    head = f"{number}. {names.get(each.target, each.target)}, {each.field} ({each.by.name or each.by.by}): {each.why}"
    old, new = (str(v if v is not None else "").splitlines() for v in (each.old, each.new))
    changes = difflib.unified_diff(old, new, lineterm="", n=1)
    return "\n".join([head, *(f"    {line}" for line in changes if not line.startswith(("---", "+++", "@@")))])


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

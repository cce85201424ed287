"""`shotwright library learned list|show|diff|rollback|retire`: functions the crew wrote."""

from __future__ import annotations

import argparse

from app.document import PERSON
from library.learned.store import Entry, LearnedLibrary
from ui.console import Console, add_common, run


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="shotwright library learned",
        description="Functions the crew wrote because the library lacked them: every version, who wrote it and why.",
    )
    parts = parser.add_subparsers(dest="part", required=True, metavar="list|show|diff|rollback|retire")

    def part(name: str, text: str) -> argparse.ArgumentParser:
        made = parts.add_parser(name, help=text)
        add_common(made)
        if name != "list":
            made.add_argument("name", metavar="NAME", help="the function's name")
        return made

    part("list", "print the functions, retired ones too")
    part("show", "print one with its source and history").add_argument("--version", type=int, metavar="N")
    diff = part("diff", "show what a version changed (default: the one in use)")
    diff.add_argument("--old", type=int, metavar="N", help="compare with this version (default: the one before)")
    diff.add_argument("--new", type=int, metavar="N")
    back = part("rollback", "bring an earlier version into use; before the first the function is retired")
    back.add_argument("--to", type=int, metavar="N", help="the version (default: the one before)")
    for each in (back, part("retire", "take it out of use; takes made with it stay as they are")):
        each.add_argument("--why", default="", metavar="TEXT", help="kept in its history")
    options = parser.parse_args(argv)
    works = {"list": _list, "show": _show, "diff": _diff, "rollback": _rollback, "retire": _retire}

    async def work(console: Console) -> None:
        works[options.part](console, LearnedLibrary(), options)

    return run(options, work)


def _list(console: Console, library: LearnedLibrary, options: argparse.Namespace) -> None:
    entries = library.entries()
    if not entries and not options.json:
        console.table("No functions were learned yet.")
    for entry in entries:
        state = f"version {entry.active}" if entry.active else "retired"
        console.table(f"{entry.name:28} {entry.sub_process:15} {state:10} {_first(entry)}", **_data(entry))


def _show(console: Console, library: LearnedLibrary, options: argparse.Namespace) -> None:
    entry = library.entry(options.name)
    number = options.version or entry.active or len(entry.versions)
    shown = entry.function(number)
    state = f"version {entry.active} of {len(entry.versions)} in use" if entry.active else "retired"
    lines = [f"{entry.checked.signature}  ({entry.sub_process}; {state})", "", shown.source, ""]
    for each in entry.versions:
        lines.append(
            f"version {each.version}, {each.made}, by {_who(each.by)} for {each.shot or 'no shot'}: {each.why}"
        )
    for change in entry.changes:
        lines.append(f"{change.at}  {change.what} by {_who(change.by)}{': ' + change.why if change.why else ''}")
    console.table("\n".join(lines), **_data(entry), source=shown.source)


def _diff(console: Console, library: LearnedLibrary, options: argparse.Namespace) -> None:
    text = library.diff(options.name, options.old, options.new)
    console.table(text or "Nothing differs.", name=options.name, diff=text)


def _rollback(console: Console, library: LearnedLibrary, options: argparse.Namespace) -> None:
    now = library.roll_back(options.name, PERSON, options.why, options.to)
    said = f"version {now.version} is in use" if now else "it is retired"
    console.say(
        f"{options.name}: {said}. Shots that used another version are out of date.",
        **_data(library.entry(options.name)),
    )


def _retire(console: Console, library: LearnedLibrary, options: argparse.Namespace) -> None:
    library.retire(options.name, PERSON, options.why)
    console.say(f"{options.name} is retired. Shots that used it are out of date.", **_data(library.entry(options.name)))


def _who(origin) -> str:
    return origin.name or {"person": "you", "house": "the house crew"}.get(origin.by, origin.by)


def _first(entry: Entry) -> str:
    return entry.checked.docstring.split("\n")[0]


def _data(entry: Entry) -> dict[str, object]:
    return {
        "name": entry.name, "sub_process": entry.sub_process, "active": entry.active,
        "versions": [v.model_dump(mode="json", exclude={"source"}) for v in entry.versions],
        "changes": [c.model_dump(mode="json") for c in entry.changes],
    }  # fmt: skip

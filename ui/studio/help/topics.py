"""The pages of the help, as Markdown: written ones from `resources/help`, the others from what they describe."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from resources import FOLDER
from ui.studio import words
from ui.studio.actions import MENUS, Actions, keys_text
from ui.studio.language import mark, tr

GUIDE = FOLDER / "help"
KEYS = "keys"
FUNCTIONS = "functions/"
GROUPS = {"guide": mark("Guide"), "functions": mark("Functions for programs")}


@dataclass(frozen=True)
class Topic:
    """One page. id: what links name; group: a key of GROUPS; text: Markdown that begins with its title."""

    id: str
    group: str
    title: str
    text: str


def guide() -> list[Topic]:
    """The written pages, in the order of their file names ("10-first-film.md" has the id "first-film")."""
    made = []
    for file in sorted(GUIDE.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        title = text.splitlines()[0].lstrip("# ").strip()
        made.append(Topic(file.stem.split("-", 1)[1], "guide", title, text))
    return made


def keys(actions: Actions) -> Topic:
    """All actions with the keys they have now."""
    lines = [f"# {tr('Keys')}", "", tr("Change them in the settings, under Keys."), ""]
    for menu in MENUS:
        lines += [f"## {tr(menu)}", "", f"| {tr('Action')} | {tr('Keys')} |", "|---|---|"]
        for action in actions.by_id.values():
            if action.data().menu == menu:
                lines.append(f"| {tr(action.data().text).rstrip('…')} | {keys_text(action) or '–'} |")
        lines.append("")
    return Topic(KEYS, "guide", tr("Keys"), "\n".join(lines))


def functions() -> list[Topic]:
    """What a program may call, one page for each of the five parts, from the docstrings. Imports the library."""
    from library.functions import MODULES, signature
    from library.functions import functions as of

    made = []
    for part, module in MODULES.items():
        title = words.part_name(part)
        lines = [f"# {title}", "", _prose(module.__doc__), ""]
        for name, function in of(part).items():
            lines += [f"## {name}", "", f"`{signature(function)}`", "", _prose(function.__doc__), ""]
        made.append(Topic(FUNCTIONS + part, "functions", title, "\n".join(lines)))
    return made


def _prose(text: str | None) -> str:
    """A docstring as Markdown: its paragraphs, and argument lists line by line."""
    return re.sub(r"\n(?=[a-z_, ]+: )", "\n\n", inspect.cleandoc(text or ""))


def found(topics: list[Topic], query: str) -> list[Topic]:
    """Pages with all the words, those with them in the title first; all of them when nothing is asked."""
    wanted = query.casefold().split()
    fits = [t for t in topics if all(w in t.text.casefold() for w in wanted)]
    return sorted(fits, key=lambda t: not all(w in t.title.casefold() for w in wanted)) if wanted else topics

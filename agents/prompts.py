"""Prompts: text files in `resources/prompts`, with `$name` where something is put in."""

from __future__ import annotations

from functools import cache
from string import Template

from agents.lexicons import RESOURCES
from agents.model.messages import Message, system, user

FOLDER = RESOURCES / "prompts"


@cache
def _template(name: str) -> Template:
    return Template((FOLDER / f"{name}.md").read_text(encoding="utf-8"))


def prompt(name: str, **values: object) -> str:
    """The text of `resources/prompts/<name>.md` with the values put in. The same values give the same text, which an
    answer is remembered by. Raises KeyError for a value that is missing."""
    return _template(name).substitute({key: str(value) for key, value in values.items()}).strip()


def conversation(role: str, name: str, **values: object) -> list[Message]:
    """What a role is asked: `<role>.md` says who it is, `<name>.md` what to do."""
    return [system(prompt(role)), user(prompt(name, **values))]

"""A person at the terminal in a role's place: the question as a page with its pictures, the answer as a file to edit.

Every question gets a folder in the project's `questions/`: `question.md`, its pictures, and `answer.json` with a draft
to change. With EDITOR set the draft is opened there; else it is edited wherever one likes. Enter gives it.
"""

from __future__ import annotations

import asyncio
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from agents.ensemble import Ensemble
from agents.people import Question
from app.errors import ShotwrightError
from app.files import write_whole
from ui.console import Console

ASKING = 'Enter to give the answer, "anyway" to have it mended by rule, "house" to leave it to the house crew: '


def attend(console: Console, crew: Ensemble, folder: Path) -> Callable[[], None]:
    """Answers questions for roles that a person plays, one after the other, where somebody is at the terminal.
    Returns what ends that."""
    if console.as_json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return lambda: None
    waiting: asyncio.Queue[Question] = asyncio.Queue()

    async def answer() -> None:
        while True:
            question = await waiting.get()
            if not question.settled:
                await _one(console, question, folder / "questions")

    task = asyncio.get_running_loop().create_task(answer(), name="answers at the terminal")
    leave = crew.people.attend(waiting.put_nowait)

    def end() -> None:
        leave()
        task.cancel()

    return end


async def _one(console: Console, question: Question, folder: Path) -> None:
    own = folder / f"{sum(1 for _ in folder.glob('*')) + 1:03d} {question.role}"
    draft = lay_out(question, own)
    console.say(f"You are asked as the {question.role}: {own / 'question.md'}\nYour answer: {draft}")
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    while not question.settled:
        if editor:
            await asyncio.to_thread(subprocess.run, [*shlex.split(editor), str(draft)], check=False)
        said = await console.line(ASKING)
        if said is None or said.casefold() == "house":
            question.hand_over()
            return
        try:
            question.give(json.loads(draft.read_text(encoding="utf-8")), anyway=said.casefold() == "anyway")
        except (OSError, ValueError) as error:
            console.say(f"{draft}: {error}")
        except ShotwrightError as error:
            console.say(f"{error.what}\n{error.hint}")


def lay_out(question: Question, folder: Path) -> Path:
    """Writes a question with its pictures, and a draft of the answer; returns the draft's file.
    Raises ShotwrightError(disk)."""
    folder.mkdir(parents=True, exist_ok=True)
    page, count = [], 0
    for message in question.messages:
        if message.role == "system":
            continue
        page.append(message.text)
        for picture in message.pictures:
            count += 1
            name = f"picture-{count:02d}.{picture.format}"
            write_whole(folder / name, picture.data)
            page.append(f"{picture.label}\n![{picture.label}]({name})")
    form = question.form.model_json_schema()
    prefilled = question.prefilled
    if prefilled is not None:
        page += [f"- {key}: {words}" for key, words in prefilled.words.items()]
    page.append(f"The answer's fields:\n\n```json\n{json.dumps(form, indent=1, ensure_ascii=False)}\n```")
    write_whole(folder / "question.md", "\n\n".join(page) + "\n")
    draft = prefilled.draft.model_dump(mode="json") if prefilled is not None else blank(form, form.get("$defs", {}))
    file = folder / "answer.json"
    write_whole(file, json.dumps(draft, indent=1, ensure_ascii=False) + "\n")
    return file


def blank(schema: dict[str, Any], known: dict[str, Any]) -> Any:
    """An empty answer of a schema to fill in. known: its named parts."""
    if "$ref" in schema:
        return blank(known[schema["$ref"].rpartition("/")[2]], known)
    if "default" in schema:
        return schema["default"]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        kinds = [each for each in schema["anyOf"] if each.get("type") == "null"] or schema["anyOf"]
        return blank(kinds[0], known)
    if schema.get("type") == "object":
        return {name: blank(each, known) for name, each in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [blank(schema["items"], known)] if schema.get("items") else []
    least = schema.get("minimum", 0)
    return {"string": "", "integer": least, "number": least, "boolean": False}.get(schema.get("type", ""))

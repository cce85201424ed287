"""Every exchange with a model, kept for the person to read."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from agents.citations import cited
from agents.model.messages import Message
from app.files import digest, write_whole

Outcome = Literal["asking", "answered", "salvaged", "remembered", "rules broken", "failed", "cancelled"]


@dataclass
class Turn:
    """One attempt: what was said and what was wrong with it. money: US dollars, None where unknown."""

    mode: str
    text: str
    problem: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    money: float | None = None


@dataclass
class Exchange:
    """A question to a role, everything said in answer to it, and how it ended."""

    role: str
    wanted: str
    endpoint: str
    model: str
    messages: list[Message]
    outcome: Outcome = "asking"
    turns: list[Turn] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    answer: Any = None
    error: str = ""

    @property
    def looked_up(self) -> list[str]:
        """The passages of the knowledge that were quoted in the question."""
        return list(dict.fromkeys(title for message in self.messages for title in cited(message.text)))


class ExchangeLog:
    """Writes each exchange as JSON and as Markdown into a folder of the project, numbered; pictures lie beside."""

    def __init__(self, folder: Path):
        self.folder = folder
        taken = [int(p.name.split("-")[0]) for p in folder.glob("[0-9]*-*.json")] if folder.exists() else []
        self._last = max(taken, default=0)

    def write(self, exchange: Exchange) -> Path:
        """Keeps an exchange; returns the Markdown file. Raises ShotwrightError(disk)."""
        self._last += 1
        name = re.sub(r"\W+", "-", f"{exchange.role}-{exchange.wanted}").strip("-")[:60]
        stem = self.folder / f"{self._last:05d}-{name}"
        messages = [
            {"role": m.role, "text": m.text, "pictures": [self._picture(p.data, p.format) for p in m.pictures]}
            for m in exchange.messages
        ]
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        data = {"at": at, **asdict(exchange), "messages": messages, "looked_up": exchange.looked_up}
        write_whole(stem.with_suffix(".json"), json.dumps(data, indent=1, ensure_ascii=True))
        page = _page(exchange, messages, at)
        write_whole(stem.with_suffix(".md"), page.encode("utf-8", "replace"))
        return stem.with_suffix(".md")

    def _picture(self, data: bytes, form: str) -> str:
        path = self.folder / "pictures" / f"{digest(data)}.{form}"
        if not path.exists():
            write_whole(path, data)
        return path.relative_to(self.folder).as_posix()


def _page(exchange: Exchange, messages: list[dict[str, Any]], at: str) -> str:
    where = f" at {exchange.endpoint}" if exchange.endpoint else ""
    lines = [f"# {exchange.role}: {exchange.wanted}", "", f"{exchange.model}{where}, {at}.", ""]
    lines += [f"Outcome: **{exchange.outcome}**. {exchange.error}".rstrip(), ""]
    for message in messages:
        lines += [f"## Asked ({message['role']})", "", _block(message["text"]), ""]
        lines += [f"![]({picture})\n" for picture in message["pictures"]]
    for number, turn in enumerate(exchange.turns, 1):
        money = "" if turn.money is None else f", {turn.money:.4f} USD"
        lines += [f"## Said ({number}; {turn.mode}; {turn.tokens_in} tokens in, {turn.tokens_out} out{money})", ""]
        lines += [_block(turn.text), ""]
        if turn.problem:
            lines += ["Not accepted:", "", _block(turn.problem), ""]
    parts = (("Left out", exchange.dropped), ("On the way", exchange.notes), ("Looked up", exchange.looked_up))
    for title, items in parts:
        if items:
            lines += [f"## {title}", "", *(f"- {' '.join(item.split())}" for item in items), ""]
    if exchange.answer is not None:
        lines += ["## Answer", "", _block(json.dumps(exchange.answer, indent=1, ensure_ascii=False)), ""]
    return "\n".join(lines)


def _block(text: str) -> str:
    """A code block with a fence longer than any in the text."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"

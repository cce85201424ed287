"""Captions from spoken words: broken where a reader would pause, two short lines at most, no word dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from render.voices.speak import WordTime

LINE = 42
"""Characters of a line, the most that subtitle guides allow for Latin letters."""

READING = 17.0
"""Characters a second that a caption is held for where the next one leaves room."""

_SHORTEST_S = 5 / 6
_LONGEST_S = 7.0
_HOLD_S = 0.3
_PAUSE_S = 0.6
_CLAUSE = re.compile(r"[,;:–—-][\"'”’)\]]*$")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
_WEAK = frozenset({
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "and", "or", "but", "my", "your",
    "his", "her", "its", "our", "their", "is", "am", "are", "was",
})  # fmt: skip
"""Words that lean on the next one: a break after them reads badly."""


@dataclass(frozen=True)
class Caption:
    """Text shown from `start` to `end` (seconds); lines are parted by a line break."""

    start: float
    end: float
    text: str


def captions(lines: Iterable[tuple[float, Sequence[WordTime]]], length_s: float) -> list[Caption]:
    """Captions of a film of `length_s` seconds. lines: (second at which an utterance starts, its words).

    Every word appears once, in the order of its time. A caption has one or two lines of at most 42 characters
    (a longer word stands alone), breaks at clauses and pauses where it can, stays for reading where there is
    room, and never overlaps another.
    """
    out: list[Caption] = []
    for start, words in sorted(lines, key=lambda each: each[0]):
        words = [w for word in words for w in _single(word)]
        out += [_caption(start, chunk) for chunk in _chunks(words)]
    out.sort(key=lambda c: c.start)
    return _timed(out, length_s)


def srt(items: Iterable[Caption]) -> str:
    """SubRip text: numbered from 1, times HH:MM:SS,mmm."""
    blocks = (f"{n}\n{_stamp(c.start)} --> {_stamp(c.end)}\n{c.text}\n" for n, c in enumerate(items, 1))
    return "\n".join(blocks)


def vtt(items: Iterable[Caption]) -> str:
    """WebVTT text. The three characters that begin a tag or an entity there are written as entities."""
    blocks = []
    for number, each in enumerate(items, 1):
        text = each.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        times = f"{_stamp(each.start)} --> {_stamp(each.end)}".replace(",", ".")
        blocks.append(f"{number}\n{times}\n{text}\n")
    return "\n".join(["WEBVTT\n", *blocks])


def parse_srt(text: str) -> list[Caption]:
    """The captions of SubRip or WebVTT text. Blocks that cannot be read are passed over."""
    out = []
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").strip("\ufeff\n")):
        lines = block.split("\n")
        for index, line in enumerate(lines[:2]):
            found = re.match(r"\s*(\d+):(\d\d):(\d\d)[,.](\d{3})\s*-->\s*(\d+):(\d\d):(\d\d)[,.](\d{3})", line)
            if found:
                n = [int(g) for g in found.groups()]
                start, end = (((n[i] * 60 + n[i + 1]) * 60 + n[i + 2]) * 1000 + n[i + 3] for i in (0, 4))
                out.append(Caption(start / 1000, end / 1000, "\n".join(lines[index + 1 :])))
                break
    return out


def wrap(words: Sequence[str]) -> str | None:
    """The words on one line, or on two that are about equal and part at a good place; None where they need more."""
    text = " ".join(words)
    if len(text) <= LINE or len(words) == 1:
        return text
    best, best_cost = None, float("inf")
    for cut in range(1, len(words)):
        first, second = " ".join(words[:cut]), " ".join(words[cut:])
        if (len(first) > LINE and cut > 1) or (len(second) > LINE and cut < len(words) - 1):
            continue
        cost = abs(len(first) - len(second)) + _break_cost(words[cut - 1])
        if cost < best_cost:
            best, best_cost = f"{first}\n{second}", cost
    return best


def _break_cost(word: str) -> float:
    """How bad it is to break after this word."""
    if _SENTENCE.search(word):
        return 0.0
    if _CLAUSE.search(word):
        return 4.0
    return 30.0 if word.lower() in _WEAK else 16.0


def _single(word: WordTime) -> list[WordTime]:
    """A written word may carry a loose dash; captions break only between what is parted by spaces."""
    parts = word.text.split()
    return [word] if len(parts) == 1 else [replace(word, text=p) for p in parts]


def _chunks(words: list[WordTime]) -> list[list[WordTime]]:
    """The cheapest division into captions, by dynamic programming over the places to break."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        choice = (float("inf"), end - 1)
        for start in range(end - 1, -1, -1):
            chunk = words[start:end]
            if len(chunk) > 1 and (
                wrap([w.text for w in chunk]) is None or chunk[-1].end - chunk[0].start > _LONGEST_S
            ):
                break
            choice = min(choice, (best[start][0] + _chunk_cost(words, start, end), start))
        best.append(choice)
    cuts, end = [], len(words)
    while end > 0:
        start = best[end][1]
        cuts.append(words[start:end])
        end = start
    return cuts[::-1]


def _chunk_cost(words: list[WordTime], start: int, end: int) -> float:
    cost = 20.0
    pause = words[end].start - words[end - 1].end if end < len(words) else 0.0
    if end < len(words) and pause < _PAUSE_S:
        cost += 2 * _break_cost(words[end - 1].text)
    inside = sum(
        15.0
        for a, b in zip(words[start : end - 1], words[start + 1 : end], strict=True)
        if b.start - a.end >= _PAUSE_S and _SENTENCE.search(a.text)
    )
    short = max(0.0, _SHORTEST_S - (words[end - 1].end - words[start].start)) if len(words) > end - start else 0.0
    return cost + inside + 25 * short


def _caption(offset: float, chunk: list[WordTime]) -> Caption:
    text = wrap([w.text for w in chunk]) or " ".join(w.text for w in chunk)
    return Caption(offset + chunk[0].start, offset + chunk[-1].end, text)


def _timed(items: list[Caption], length_s: float) -> list[Caption]:
    """Ends held for reading, starts put in order, nothing beyond the film, everything in whole milliseconds."""
    if not items:
        return []
    total = max(int(length_s * 1000), len(items))
    starts, floor = [], 0
    for index, each in enumerate(items):
        latest = total - (len(items) - index)
        at = min(max(round(each.start * 1000), floor), latest)
        starts.append(at)
        floor = at + 1
    out = []
    for index, (at, each) in enumerate(zip(starts, items, strict=True)):
        following = starts[index + 1] if index + 1 < len(items) else total
        wanted = max(each.end + _HOLD_S, each.start + _SHORTEST_S, each.start + len(each.text) / READING)
        out.append(Caption(at / 1000, min(max(round(wanted * 1000), at + 1), following) / 1000, each.text))
    return out


def _stamp(time: float) -> str:
    ms = round(time * 1000)
    return f"{ms // 3600000:02d}:{ms // 60000 % 60:02d}:{ms // 1000 % 60:02d},{ms % 1000:03d}"

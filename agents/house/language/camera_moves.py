"""Moves of the camera on top of a shot type: said and understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agents.house.language.context import Context
from agents.house.language.words import Words, number, quantity, split

GENTLE, USUAL, STRONG = 0.2, 0.3, 0.5


@dataclass(frozen=True)
class Move:
    """kind "push" (negative: pull out), "reveal" (pull out until everybody is seen), "orbit" (degrees),
    "handheld" (amount), "focus" (on `subject`). Seconds from the shot's start; end
    None: its end."""

    kind: str
    amount: float = 0.0
    subject: str = ""
    start: float = 0.0
    end: float | None = None


def move_text(move: Move) -> str:
    if move.kind == "push":
        text = f"{'push in' if move.amount > 0 else 'pull out'} by {number(abs(move.amount) * 100)} %"
    elif move.kind == "reveal":
        text = "pull out to show everybody"
    elif move.kind == "orbit":
        text = f"orbit by {number(move.amount)} degrees"
    elif move.kind == "handheld":
        text = f"handheld by {number(move.amount * 100)} %"
    else:
        text = f"focus on {move.subject}"
    if move.end is not None:
        text += f" from {number(move.start)} s to {number(move.end)} s"
    elif move.start:
        text += f" from {number(move.start)} s"
    return text


def _degree(words: Words, start: int, end: int) -> float:
    """How strong a move is, from words such as "slow" around it."""
    amount = USUAL
    for k in range(max(0, start - 3), min(len(words), end + 4)):
        word = words.tokens[k].word
        if words.tokens[k].is_stop or (word == "," and k >= end):
            break
        if word in ("slow", "slowly", "gentle", "gently", "slight", "slightly", "subtle", "soft", "softly"):
            words.claim(k)
            amount = GENTLE
        elif word in ("fast", "quick", "quickly", "strong", "strongly", "hard", "rapid"):
            words.claim(k)
            amount = STRONG
    return amount


def figure(words: Words, end: int, *units: str) -> float | None:
    """A number with its unit soon after token `end` ("by 30 %")."""
    for k in range(end, min(len(words), end + 5)):
        if words.tokens[k].is_stop or words.tokens[k].text == ",":
            return None
        value = quantity(words.tokens[k])
        if value is not None and k + 1 < len(words) and words.tokens[k + 1].word in units:
            words.claim(k, k + 2)
            return value
    return None


def _times(words: Words, end: int) -> tuple[float, float | None]:
    """ "from 1 s to 3 s" after a move."""
    start, stop = 0.0, None
    for k in range(end, min(len(words), end + 14)):
        if words.tokens[k].is_stop or words.tokens[k].text == ",":
            break
        if words.tokens[k].word in ("from", "to") and k + 2 < len(words) and words.tokens[k + 1].is_number:
            if words.tokens[k + 2].word not in ("s", "seconds", "second"):
                continue
            words.claim(k, k + 3)
            if words.tokens[k].word == "from":
                start = float(words.tokens[k + 1].word)
            else:
                stop = float(words.tokens[k + 1].word)
    return start, stop


def _each(words: Words, *phrases: str) -> Iterator[tuple[int, int]]:
    """Every unclaimed place of the phrases, in the order of the text: (start, end)."""
    parts = sorted((split(p) for p in phrases), key=lambda p: -len(p))
    i = 0
    while i < len(words):
        hit = next((p for p in parts if words.match(i, p) and words.free(i, i + len(p))), None)
        if hit is None:
            i += 1
            continue
        yield i, i + len(hit)
        i += len(hit)


_PUSH = ("push in", "push", "dolly in", "move in", "moves in", "creep in", "come closer", "slow zoom in")
_PULL = ("pull out", "pull back", "dolly out", "move back", "move out", "back away")
_REVEAL = tuple(
    f"{pull} {to} {whom}"
    for pull in _PULL
    for to in ("to show", "to reveal", "and show", "and reveal", "until it shows")
    for whom in ("everybody", "everyone", "all", "all of them", "the others", "the group")
)
_ORBIT = (
    "orbit", "circle", "arc around", "arc round", "swing around", "go around", "move around", "travel around",
    "rotate around", "spin around", "revolve",
)  # fmt: skip
_HANDHELD = ("handheld", "hand-held", "hand held", "shaky", "shaky camera", "on the shoulder")


def read_moves(words: Words, context: Context) -> list[Move]:
    found: list[tuple[int, Move]] = []

    def denied(i: int) -> bool:
        denial = words.negated(i)
        if denial is not None:
            words.claim(denial)
        return denial is not None

    for start, end in _each(words, *_REVEAL):
        words.claim(start, end)
        if not denied(start):
            found.append((start, Move("reveal", 1.0, "", *_times(words, end))))
    for sign, phrases in ((1, _PUSH), (-1, _PULL)):
        for start, end in _each(words, *phrases):
            words.claim(start, end)
            share = figure(words, end, "%", "percent")
            amount = share / 100 if share is not None else _degree(words, start, end)
            if not denied(start):
                found.append((start, Move("push", round(sign * amount, 4), "", *_times(words, end))))
    for start, end in _each(words, *_ORBIT):
        if _person_acts(words, context, start):
            continue
        words.claim(start, end)
        degrees = figure(words, end, "degrees", "degree", "°")
        if degrees is None:
            degree = _degree(words, start, end)
            degrees = 90.0 if degree == GENTLE else 360.0 if degree == STRONG else 180.0
        if not denied(start):
            found.append((start, Move("orbit", degrees, "", *_times(words, end))))
    for start, end in _each(words, *_HANDHELD):
        words.claim(start, end)
        share = figure(words, end, "%", "percent")
        degree = _degree(words, start, end)
        amount = share / 100 if share is not None else {GENTLE: 0.3, STRONG: 1.0}.get(degree, 0.5)
        if not denied(start):
            found.append((start, Move("handheld", round(amount, 4))))
    for start, end in _each(words, "focus on", "rack focus to", "focus to", "in focus"):
        person = next((p for k in range(end, min(len(words), end + 3)) if (p := context.person_at(words, k))), None)
        if person is None:
            continue
        at = next(k for k in range(end, end + 3) if context.person_at(words, k))
        words.claim(start, at + person[1])
        if not denied(start):
            found.append((start, Move("focus", 0.0, person[0], *_times(words, at + person[1]))))
    return [m for _, m in sorted(found, key=lambda f: f[0])]


def _person_acts(words: Words, context: Context, i: int) -> bool:
    """Whether a person, not the camera, is the one who circles."""
    clause = range(words.clause_start(i), i)
    if any(words.tokens[k].word == "camera" for k in clause):
        return False
    return any(context.person_at(words, k) for k in clause)

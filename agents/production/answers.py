"""Whether a new take does what was asked of it: the answers to the accepted notes on a shot."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import Any

from app.document import Origin, Remark, Shot, Take
from app.edits import SetRemark

Numbers = dict[str, Any]

ENOUGH = {"fill": 0.01, "brightness": 0.01}
"""Changes smaller than these are none."""
SAID = {
    "fill": "{who}'s head takes {after:.0%} of the frame's height, before {before:.0%}",
    "brightness": "mean brightness {after:.2f}, before {before:.2f}",
}


def answers(shot: Shot, take: Take, by: Origin, numbers: Callable[[Take], Numbers | None]) -> list[SetRemark]:
    """The edits that note on every accepted remark what the new take made of it. numbers: the measurements of a
    take, None where they are gone."""
    edits = []
    for remark in shot.remarks:
        if remark.state == "accepted":
            before = next((t for t in shot.takes if t.id == remark.take), None)
            met, verdict = judge(remark, take, numbers(before) if before else None, numbers(take))
            done = remark.model_copy(update={"state": "answered", "answer": take.id, "met": met, "verdict": verdict})
            edits.append(SetRemark(by=by, shot=shot.id, id=remark.id, remark=done))
    return edits


def judge(remark: Remark, take: Take, before: Numbers | None, after: Numbers | None) -> tuple[bool, str]:
    """(met, why in words): what had to grow or shrink by its numbers, and the review of the take."""
    parts, met = [], True
    for name, direction in remark.expects.items():
        old, new = _measure(name, before), _measure(name, after)
        if old is None or new is None:
            continue
        met = met and (new - old) * direction > ENOUGH[name]
        parts.append(SAID[name].format(who=_filmed(after), before=old, after=new))
    review = take.review
    if review is None:
        parts.append("not reviewed")
    elif review.verdict == "pass":
        parts.append("review passed")
    else:
        met = False
        parts.append(f"rejected: {review.problems[0].message}" if review.problems else "rejected")
    text = "; ".join(parts)
    return met, text[:1].upper() + text[1:]


def _filmed(numbers: Numbers | None) -> str:
    names = [n for n in (numbers or {}).get("filmed", []) if n in numbers.get("people", {})]
    return names[0] if names else ""


def _measure(name: str, numbers: Numbers | None) -> float | None:
    if not numbers:
        return None
    if name == "brightness":
        values = [p["mean"] for p in numbers.get("exposure", {}).values()]
    else:
        frames = numbers["people"][_filmed(numbers)]["frames"] if _filmed(numbers) else {}
        values = [f["head"] for f in frames.values() if "head" in f]
    return median(values) if values else None

"""What a comparison of two takes came to, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agents.production.crew import Compared


def verdict(made: Compared, first: int, second: int) -> str:
    """ "take 2 is better than take 1, by measurement: ...". first, second: numbers of the takes."""
    if made.better == "equal":
        which = f"takes {first} and {second} are equally good"
    else:
        better, worse = (first, second) if made.better == "first" else (second, first)
        which = f"take {better} is better than take {worse}"
    if made.by == "reviewer":
        how = "says the reviewer, asked both ways round" + ("" if made.looked else ", without seeing pictures")
    elif made.reasons:
        how = "by measurement: the reviewer's answer turned with the order"
    else:
        how = "by measurement: the built-in crew counts problems and does not look at pictures"
    return f"{which}, {how}"

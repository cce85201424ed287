"""What new shots are called among labelled ones. A film whose shots are only numbered keeps it that way."""

from __future__ import annotations

import re
from collections.abc import Collection
from string import ascii_uppercase

from app.document import Film


def label_after(film: Film, shot_id: str, taken: Collection[str] = ()) -> str:
    """A free label for a new shot behind another: "1.2A" after "1.2", then "1.2B". "" where that one is only numbered
    or has a name of its own. taken: labels about to be given away, too."""
    found = re.fullmatch(r"(.*\d)[A-Z]?", film.shot(shot_id).label)
    if found is None:
        return ""
    known = {s.label for s in film.shots()} | set(taken)
    return next((found[1] + letter for letter in ascii_uppercase if found[1] + letter not in known), "")


def label_in(film: Film, scene: int, shot: int) -> str:
    """A label for a shot of a new scene, both numbered from 1: "4.1" where shots are labelled that way and none is
    called so, else ""."""
    known = {s.label for s in film.shots()}
    label = f"{scene}.{shot}"
    return label if label not in known and any(re.match(r"\d+\.\d+", k) for k in known) else ""

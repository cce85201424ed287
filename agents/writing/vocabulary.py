"""What the stage offers, told to a model in words."""

from __future__ import annotations

from collections.abc import Iterable

from agents.catalogue import Catalogue
from agents.writing.answers import WALKS
from render.grade import GRADES
from render.music import FEELINGS


def places(catalogue: Catalogue) -> str:
    """Every place with how many people it holds and what is there."""
    return "\n".join(
        f"- {p.name}: at most {len(p.positions)} people. {p.description}".strip() for p in catalogue.places
    )


def moods(catalogue: Catalogue) -> str:
    """Every light with how it looks."""
    return "\n".join(f"- {m.name}: {_first(m.description)}" for m in catalogue.moods)


def positions(catalogue: Catalogue, names: Iterable[str]) -> str:
    """The positions of some places, with what is there."""
    out = []
    for name in dict.fromkeys(names):
        out.append(f"{name}:")
        out += [
            f"- {p.name} ({'one can sit' if p.seat else 'standing only'}): {p.description}"
            for p in catalogue.places[name].positions
        ]
    return "\n".join(out)


def actions(catalogue: Catalogue) -> str:
    """Every action under the posture it is done in."""
    out = []
    for posture, words in (("standing", "Standing"), ("sitting", "Sitting"), ("any", "Standing or sitting")):
        out.append(f"{words}:")
        out += [
            f"- {a.name}: {_first(a.description)}"
            for a in catalogue.actions
            if a.posture == posture and a.name not in WALKS
        ]
    return "\n".join(out)


def shots(catalogue: Catalogue) -> str:
    """Every shot type with its use."""
    kinds = (s for s in catalogue.shots if not s.things)
    return "\n".join(f"- {s.name}: {_first(s.description)} {s.rule}" for s in kinds)


def grades() -> str:
    return ", ".join(GRADES)


def feelings() -> str:
    return ", ".join(FEELINGS)


def _first(text: str) -> str:
    """The first sentence."""
    return text.strip().split("\n")[0].split(". ")[0].rstrip(".") + "."

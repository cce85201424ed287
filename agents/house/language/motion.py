"""Motion guidance: who does what, in which order, on which line.

A step is one sentence. Within it different people act at the same time and one person's acts follow each
other; looks and expressions go along with everything. A step may belong to a spoken line ("Line 2, Alex: ...").
"""

from __future__ import annotations

from agents.catalogue import Catalogue
from agents.house.language.context import Context
from agents.house.language.motion_intent import SLIGHT, STRONG, Act, MotionIntent, Step, after, manner_of, resolve
from agents.house.language.motion_reader import MotionReader
from agents.house.language.words import Words
from agents.lexicons import lexicon

__all__ = ["SLIGHT", "STRONG", "Act", "MotionIntent", "Step", "describe", "parse", "read", "resolve"]

_ADVERBS = {"slowly": "slowly", "briskly": "briskly", "tired": "tiredly", "angry": "angrily", "happy": "happily"}


def describe(intent: MotionIntent, context: Context) -> str:
    """The motion in plain English; one sentence a step."""
    postures = dict(context.postures)
    sentences = []
    for step in intent.steps:
        clauses = []
        for act in step.acts:
            clauses.append(_clause(act, postures.get(act.person, "standing"), context.catalogue))
            postures = after(act, postures)
        text = "; ".join(clauses)
        if step.line is not None:
            text = f"Line {step.line}, {context.lines[step.line - 1][0]}: {text}"
        sentences.append(f"{text}.")
    for act in intent.refused:
        clause = _clause(act, postures.get(act.person, "standing"), context.catalogue)
        sentences.append(f"Not: {clause}.")
    return "\n".join(sentences)


def _clause(act: Act, posture: str, catalogue: Catalogue) -> str:
    if act.kind == "perform":
        text = _performed(act, posture, catalogue)
    elif act.kind == "express":
        degree = "slightly " if act.strength == SLIGHT else "very " if act.strength == STRONG else ""
        return f"{act.person} is {degree}{act.what}"
    else:
        words = {"walk": "walks", "run": "runs", "enter": "enters", "leave": "leaves", "sit": "sits down",
                 "stand": "stands up", "turn": "turns", "look": "looks"}[act.kind]  # fmt: skip
        lead = {"look": "at", "sit": "on"}.get(act.kind, "to")
        target = f" {lead} {_the(act.target, catalogue)}" if act.target else ""
        text = words + target
        if act.via:
            text += f" by way of {' and '.join(_the(v, catalogue) for v in act.via)}"
    if act.kind not in ("look", "turn", "perform") and act.manner:
        text += f", {_ADVERBS[act.manner]}"
    if act.strength == SLIGHT:
        text += ", slightly"
    elif act.strength == STRONG:
        text += ", strongly"
    return f"{act.person} {text}"


def _performed(act: Act, posture: str, catalogue: Catalogue) -> str:
    manner = manner_of(act.what)
    entry = lexicon("acting").get(manner)
    if entry and resolve(catalogue, manner, posture) == act.what:
        text = entry["phrase"]
        if act.thing and "something" in text:
            text = text.replace("something", f"the {act.thing}")
        elif act.thing:
            text = " ".join(filter(None, (text, entry.get("with"), "the", act.thing)))
        if act.target:
            text = f"{text} {entry.get('to', 'to')} {_the(act.target, catalogue)}".replace("  ", " ")
    else:
        text = f"does “{act.what}”" + (f" with the {act.thing}" if act.thing else "")
        text += f" to {_the(act.target, catalogue)}" if act.target else ""
    return text + (f" (variation {act.variation})" if act.variation else "")


def _the(target: str, catalogue: Catalogue) -> str:
    return f"the {target}" if (target and target[0].islower() and target != "camera") or target == "camera" else target


def read(words: Words, context: Context) -> MotionIntent:
    """Claims what is about motion and returns it."""
    return MotionReader(words, context).read()


def parse(text: str, context: Context) -> tuple[MotionIntent, list[str]]:
    """(intent, what was not understood)."""
    words = context.words(text)
    intent = read(words, context)
    return intent, [*intent.unstageable, *words.leftovers()]

"""How a line is acted: from its words, its punctuation and what was said before."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from agents.lexicons import lexicon


@dataclass(frozen=True)
class Tone:
    """manner: of acting ("Talking", "Arguing" ...). emotion: on the face, "" for none. strength 0.6 to 1.4."""

    manner: str
    emotion: str = ""
    strength: float = 1.0


def tone(text: str, delivery: str = "", known: frozenset[str] | set[str] = frozenset()) -> Tone:
    """How a line is said. The writer's own word for it ("angrily") weighs most.

    known: the emotions there are; others are left out.
    """
    cues = lexicon("cues")
    spoken = " " + re.sub(r"[^\w'?!.…-]+", " ", text.casefold().replace("’", "'")) + " "
    bare = " " + re.sub(r"[^\w']+", " ", spoken) + " "
    scores: Counter[str] = Counter()
    for manner, entry in cues["manners"].items():
        for phrase in entry["words"]:
            if f" {phrase} " in (spoken if phrase[-1] in ".!" else bare):
                scores[manner] += 1.0 + 0.5 * phrase.count(" ")
        for phrase in entry.get("opening", ()):
            if bare.startswith(f" {phrase} "):
                scores[manner] += 2.0
    loud = text.count("!")
    if loud:
        for manner in ("Arguing", "Angry", "Happy", "Surprise", "Greeting"):
            if scores[manner]:
                scores[manner] += 0.8 * min(loud, 2)
        if not scores:
            scores["Arguing" if "?" in text or (" you " in bare and " not " in bare) else "Happy"] += 0.6
    if "?" in text and scores["Puzzled"]:
        scores["Puzzled"] += 1.0
    if "…" in text or "..." in text:
        scores["Thinking"] += 0.7
    for word in re.findall(r"[a-z]+", delivery.casefold()):
        for manner, entry in cues["manners"].items():
            if word in entry.get("delivery", ()):
                scores[manner] += 5.0
    if not scores or max(scores.values()) <= 0:
        return Tone("Talking")
    manner = min(scores, key=lambda m: (-scores[m], list(cues["manners"]).index(m)))
    emotion = cues["manners"][manner].get("emotion", "")
    strength = 1.4 if loud > 1 or text.isupper() else 1.0
    return Tone(manner, emotion if not known or emotion in known else "", strength)


def reaction(heard: Tone, question: bool) -> Tone:
    """How a listener takes a line said in this tone."""
    answers = lexicon("cues")["reactions"]
    entry = answers.get(heard.manner)
    if entry is None:
        return Tone("Thinking") if question else Tone("Listening")
    return Tone(entry["manner"], entry.get("emotion", ""), 0.6)


def addressee(text: str, speaker: str, present: list[str], names: dict[str, str], before: str | None) -> str | None:
    """Whom a line is said to: who is called by name, else who spoke last, else the first other.

    present: ids of those there; names: id -> name.
    """
    others = [p for p in present if p != speaker]
    called = []
    for person in others:
        name = re.escape(names[person].split()[0])
        found = re.search(rf"(?:^|[,.!?…] ?)\b{name}\b[,.!?…]|^{name}\b", text)
        if found:
            called.append((found.start(), person))
    if called:
        return min(called)[1]
    if before in others:
        return before
    return others[0] if others else None


def in_the_face(action: str) -> bool:
    """Whether an action is a strong feeling that is read in the face."""
    return action.removeprefix("Standing ").removeprefix("Sitting ") in lexicon("cues")["faces"]

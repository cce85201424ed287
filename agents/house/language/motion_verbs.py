"""The verbs of motion guidance: which phrase means which act."""

from __future__ import annotations

from functools import cache

from agents.catalogue import Catalogue
from agents.house.language.motion_intent import Kind
from agents.house.language.words import split
from agents.lexicons import lexicon


@cache
def verbs(catalogue: Catalogue) -> dict[str, list[tuple[tuple[str, ...], Kind, str]]]:
    """First word -> (phrase, kind, manner or action), longest phrases first."""
    table: dict[tuple[str, ...], tuple[Kind, str]] = {}
    going = {phrase: kind for kind in ("walk", "run", "sit", "stand") for phrase in lexicon("moving")[kind]}
    feelings = {w for words in lexicon("emotions").values() for w in words}
    for entry in catalogue.actions:
        kind = next((going[s.casefold()] for s in entry.synonyms if s.casefold() in going), None)
        for name in (entry.name, *entry.synonyms):
            if len(split(name)) == 2 and split(name)[-1] in feelings:
                continue
            if len(split(name)) > 1 or name.casefold() == name:
                table.setdefault(split(name), (kind, "") if kind else ("perform", entry.name))
    for emotion, words in lexicon("emotions").items():
        if emotion in catalogue.emotions:
            for word in (emotion, *words):
                table[split(word)] = ("express", emotion)
    for emotion in catalogue.emotions:
        table.setdefault(split(emotion), ("express", emotion))
    for kind, phrases in lexicon("moving").items():
        for phrase in phrases:
            table[split(phrase)] = (kind, "")
    for manner, entry in lexicon("acting").items():
        for phrase in entry["verbs"]:
            table[split(phrase)] = ("perform", manner)
    by_first: dict[str, list[tuple[tuple[str, ...], Kind, str]]] = {}
    for phrase, (kind, what) in table.items():
        by_first.setdefault(phrase[0], []).append((phrase, kind, what))
    for entries in by_first.values():
        entries.sort(key=lambda e: -len(e[0]))
    return by_first

"""What two drafts are compared by: one speech or one stage direction at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from agents.input.screenplay import Direction, Screenplay, Speech
from app.document import Film, Scene
from app.script import Paragraph, paragraphs

ALIKE = 0.5
"""Share of common words from which two units are one that was rewritten."""


@dataclass(frozen=True)
class Unit:
    """A speech (with speaker and delivery) or a direction (speaker ""). shot, beats: what it is in the film."""

    speaker: str
    text: str
    delivery: str = ""
    shot: str = ""
    beats: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Equal for what is the same words of the same person; case, spaces and quotes do not count."""
        return self.speaker.casefold(), _folded(self.text)

    @property
    def told(self) -> str:
        """The unit as a line of text."""
        how = f" ({self.delivery})" if self.delivery else ""
        return f"{self.speaker.upper()}{how}: {self.text}" if self.speaker else self.text


def _folded(text: str) -> str:
    plain = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("…", "...")
    return " ".join(re.sub(r"\s+", " ", plain).split()).casefold()


def units_of(film: Film, scene: Scene, omitted: bool = True) -> list[Unit]:
    """The speeches and directions of a scene, in order. omitted: those of shots left out too."""
    out: list[Unit] = []
    waiting: list[Paragraph] = []
    for each in paragraphs(film, omitted):
        if each.scene != scene.id or each.kind in ("heading", "synopsis", "transition"):
            continue
        if each.kind == "action":
            out.append(Unit("", each.text, "", each.shot, each.beats))
        elif each.kind != "speech":
            waiting.append(each)
        else:
            delivery = next((p.text for p in waiting if p.kind == "aside"), "")
            speaker = next((p.text for p in waiting if p.kind == "cue"), "")
            out.append(Unit(speaker, each.text, delivery, each.shot, each.beats))
            waiting = []
    return out


def keys_of(play: Screenplay | None) -> set[tuple[str, str]] | None:
    """The units of an earlier draft, by key; None where there was none."""
    if play is None:
        return None
    out = set()
    for scene in play.scenes:
        for each in scene.elements:
            if isinstance(each, Speech):
                out.add(Unit(each.speaker, each.text).key)
            elif isinstance(each, Direction):
                out.add(Unit("", each.text).key)
    return out


def pairs(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[int | None], set[int]]:
    """(for every new unit the index of the old one it continues or None, old indexes that go on in nothing).
    Order is kept: the same words first, then what was rewritten between them. Units that are still made of the same
    beats are the same, whatever they say."""
    found: list[int | None] = [None] * len(new)
    known = {u.beats[0]: i for i, u in enumerate(old) if u.beats}
    if new and all(u.beats and u.beats[0] in known for u in new):
        found = [known[u.beats[0]] for u in new]
        return found, set(range(len(old))) - set(found)
    matcher = SequenceMatcher(None, [u.key for u in old], [u.key for u in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for k in range(j2 - j1):
                found[j1 + k] = i1 + k
        elif tag == "replace":
            _rewritten(old, new, (i1, i2), (j1, j2), found)
    return found, set(range(len(old))) - {i for i in found if i is not None}


def _rewritten(old, new, where: tuple[int, int], at: tuple[int, int], found: list[int | None]) -> None:
    """The best pairing in order of two stretches that differ, by dynamic programming over their likeness."""
    (i1, i2), (j1, j2) = where, at
    if (i2 - i1) * (j2 - j1) > 10_000:  # a rewrite of everything is no rewrite of single lines
        return
    best: list[list[tuple[float, str]]] = [[(0.0, "")] * (j2 - j1 + 1) for _ in range(i2 - i1 + 1)]
    for i in range(i2 - i1 - 1, -1, -1):
        for j in range(j2 - j1 - 1, -1, -1):
            alike = likeness(old[i1 + i], new[j1 + j])
            options = [(best[i + 1][j][0], "old"), (best[i][j + 1][0], "new")]
            if alike >= ALIKE:
                options.append((best[i + 1][j + 1][0] + alike, "both"))
            best[i][j] = max(options)
    i = j = 0
    while i < i2 - i1 and j < j2 - j1:
        step = best[i][j][1]
        if step == "both":
            found[j1 + j] = i1 + i
        i += step != "new"
        j += step != "old"
    _in_place(old, new, where, at, found)


def _in_place(old, new, where: tuple[int, int], at: tuple[int, int], found: list[int | None]) -> None:
    """Between two units that go on, as many new ones as old ones, said by the same people, are those with all words
    exchanged: the shots stay theirs."""
    edges = [(where[0] - 1, at[0] - 1), *((found[j], j) for j in range(*at) if found[j] is not None), (where[1], at[1])]
    for (i, j), (i_next, j_next) in pairwise(edges):
        gap = range(1, i_next - i)
        same = i_next - i == j_next - j and all(
            old[i + k].key[0] == new[j + k].key[0] and bool(old[i + k].speaker) == bool(new[j + k].speaker) for k in gap
        )
        for k in gap if same else ():
            found[j + k] = i + k


def likeness(one: Unit, other: Unit) -> float:
    """0..1: how many words are the same in the same order; a speech is never a direction. The speaker counts."""
    if bool(one.speaker) != bool(other.speaker):
        return 0.0
    words = one.key[1].split(), other.key[1].split()
    same = SequenceMatcher(None, *words, autojunk=False).ratio()
    return same if one.key[0] == other.key[0] else same * 0.8


def scene_likeness(heading: str, units: Sequence[Unit], other: str, others: Sequence[Unit]) -> float:
    """0..1.5: share of common units, and half for a like heading."""
    mine, theirs = [u.key for u in units], [u.key for u in others]
    common = len(set(mine) & set(theirs))
    share = 2 * common / (len(mine) + len(theirs)) if mine or theirs else 0.0
    return share + 0.5 * SequenceMatcher(None, heading.casefold(), other.casefold()).ratio()

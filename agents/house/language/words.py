"""A text as tokens that parsers claim; what nobody claims was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from agents.lexicons import lexicon

_TOKEN = re.compile(
    r"“[^”]*”|\"[^\"]*\"|[+-]?\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|[.;:!?\n]|[,()—–]|\S"
)
_STOPS = frozenset(".;!?\n")


@dataclass(frozen=True)
class Token:
    """text as written, `word` in lower case after correction, `lemmas` its possible base forms."""

    text: str
    word: str
    lemmas: frozenset[str]
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.word[:1].isalpha()

    @property
    def is_number(self) -> bool:
        return bool(re.fullmatch(r"[+-]?\d+(?:\.\d+)?", self.word))

    @property
    def is_quote(self) -> bool:
        return self.text[:1] in '“"'

    @property
    def is_stop(self) -> bool:
        return self.text in _STOPS


@cache
def lemmas_of(word: str) -> frozenset[str]:
    """All base forms a word may come from, itself among them ("sitting" -> sitting, sit, sitte)."""
    irregular = lexicon("english")["irregular"]
    found = {word}
    if word in irregular:
        found.add(irregular[word])
    if word in ("his", "this", "its", "yes", "as", "us"):  # no forms of "hi", "thi" ...
        return frozenset(found)
    for end, swaps in (
        ("'s", ("",)), ("’s", ("",)), ("ies", ("y", "ie")), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)),
        ("ed", ("", "e")), ("ing", ("", "e")), ("ly", ("",)),
    ):  # fmt: skip
        if word.endswith(end) and len(word) > len(end) + 1:
            stem = word[: -len(end)]
            found.update(stem + s for s in swaps)
            if len(stem) > 2 and stem[-1] == stem[-2] and end in ("ed", "ing"):
                found.add(stem[:-1])
    return frozenset(found)


class Words:
    """The tokens of a text. `claimed` holds the indices somebody understood.

    vocabulary: the words that are known; an unknown word one slip away from a known one is read as that.
    """

    def __init__(self, text: str, vocabulary: Iterable[str] = ()):
        self.text = text.replace("’", "'").replace("‘", "'")
        known = frozenset(vocabulary)
        self.tokens: list[Token] = []
        for match in _TOKEN.finditer(self.text):
            word = match[0].casefold()
            if word[:1].isalpha() and known:
                word = corrected(word, known)
            self.tokens.append(Token(match[0], word, lemmas_of(word), match.start(), match.end()))
        self.claimed: set[int] = set()

    def __len__(self) -> int:
        return len(self.tokens)

    def claim(self, start: int, end: int | None = None) -> None:
        self.claimed.update(range(start, start + 1 if end is None else end))

    def free(self, start: int, end: int) -> bool:
        return not any(i in self.claimed for i in range(start, end))

    def match(self, i: int, phrase: Sequence[str]) -> bool:
        """Whether the words of `phrase` (base forms) stand at token i."""
        if i + len(phrase) > len(self.tokens):
            return False
        return all(p == self.tokens[i + k].word or p in self.tokens[i + k].lemmas for k, p in enumerate(phrase))

    def find(self, *phrases: str, unclaimed: bool = True) -> tuple[int, int] | None:
        """(start, end) of the first of the phrases in the text."""
        for phrase in phrases:
            parts = split(phrase)
            for i in range(len(self.tokens)):
                if self.match(i, parts) and (not unclaimed or self.free(i, i + len(parts))):
                    return i, i + len(parts)
        return None

    def take(self, *phrases: str) -> bool:
        """Claims the first of the phrases found."""
        found = self.find(*phrases)
        if found:
            self.claim(*found)
        return found is not None

    def clause_start(self, i: int, at_comma: bool = True) -> int:
        """Index of the first token of the clause token i is in."""
        while i > 0:
            before = self.tokens[i - 1]
            if before.is_stop or (at_comma and before.text in ",;") or before.word == "but":
                break
            i -= 1
        return i

    def sentence_end(self, i: int) -> int:
        while i < len(self.tokens) and not self.tokens[i].is_stop:
            i += 1
        return i

    def negated(self, i: int, reach: int = 4) -> int | None:
        """Index of a negation just before token i in the same clause, None if there is none."""
        negations = lexicon("english")["negations"]
        for k in range(i - 1, max(self.clause_start(i), i - reach) - 1, -1):
            if self.tokens[k].word in negations:
                return k
        return None

    def leftovers(self) -> list[str]:
        """The runs of words nobody claimed that carry meaning, as they were written."""
        stop = set(lexicon("english")["stop"])
        runs: list[list[int]] = []
        current: list[int] = []
        for i, token in enumerate(self.tokens):
            meaning = i not in self.claimed and (token.is_word or token.is_number) and token.word not in stop
            filler = i not in self.claimed and token.is_word and token.word in stop
            if meaning:
                current.append(i)
            elif filler and current:
                continue
            elif current:
                runs.append(current)
                current = []
        if current:
            runs.append(current)
        return [" ".join(self.text[self.tokens[r[0]].start : self.tokens[r[-1]].end].split()) for r in runs]


@cache
def split(phrase: str) -> tuple[str, ...]:
    """A phrase as the words it is matched by."""
    return tuple(t.casefold() for t in _TOKEN.findall(phrase.replace("’", "'")))


@cache
def _by_initial(known: frozenset[str]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for word in sorted(known):
        table.setdefault(word[:1], []).append(word)
    return table


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicon("idea_words")["verbs"])


def corrected(word: str, known: frozenset[str]) -> str:
    """The known word a slip of the finger away from `word`, or `word` itself.

    A slip: two letters swapped, in words of five letters and more one other, of six also one more or less, of eight
    two of these. The first letter is taken as right; short words and common verbs are left alone.
    """
    if len(word) < 4 or word in known or word in lexicon("english")["stop"]:
        return word
    if lemmas_of(word) & (known | _verbs()):
        return word
    allowed = 2 if len(word) >= 8 else 1
    best = None
    for form in sorted(lemmas_of(word), key=lambda f: (-len(f), f)):
        for other in _by_initial(known).get(word[0], ()):
            longer = abs(len(other) - len(form))
            if len(form) < 5 and sorted(form) != sorted(other):
                continue
            if longer <= (allowed if len(form) >= 6 else 0) and len(other) >= 4 and len(form) >= 4:
                slips = OSA.distance(form, other, score_cutoff=allowed)
                if slips <= allowed and (best is None or slips < best[0]):
                    best = (slips, other)
    return best[1] if best else word


def quantity(token: Token) -> float | None:
    """The number a token says, in figures or words."""
    if token.is_number:
        return float(token.word)
    return lexicon("english")["numbers"].get(token.word)


def joined(names: Sequence[str]) -> str:
    """ "Mia", "Mia and Alex", "Mia, Alex and Sam"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def number(value: float) -> str:
    """A number for people, without needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))

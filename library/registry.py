"""Named things with synonyms, found by what people call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz, process


class Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def synonyms(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Match[T]:
    """What was found. `how`: "exact" (the name), "synonym", or "nearest" with `score` 0..100."""

    entry: T
    how: str
    score: float = 100.0

    @property
    def certain(self) -> bool:
        return self.how != "nearest"


def plain(text: str) -> str:
    """Lower case, words only, one space between them."""
    return " ".join(re.findall(r"[a-z0-9']+", text.casefold()))


class Registry[T: Named]:
    """Entries by name. Looking up is forgiving (`find`), indexing is not (`[name]`)."""

    def __init__(self, kind: str, entries: tuple[T, ...] = ()):
        self.kind = kind
        self._entries: dict[str, T] = {}
        self._spoken: dict[str, tuple[T, str]] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: T) -> T:
        if entry.name in self._entries:
            raise ValueError(f"{self.kind} {entry.name!r} is there already")
        self._entries[entry.name] = entry
        self._spoken.clear()
        return entry

    def remove(self, name: str) -> None:
        del self._entries[name]
        self._spoken.clear()

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __getitem__(self, name: str) -> T:
        return self._entries[name]

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def find(self, text: str, cutoff: float = 0.0) -> Match[T] | None:
        """The entry people mean by `text`; None if even the nearest scores under `cutoff`."""
        wanted, spoken = plain(text), self._names()
        if not wanted or not spoken:
            return None
        if wanted in spoken:
            entry, how = spoken[wanted]
            return Match(entry, how)
        found = process.extractOne(wanted, spoken.keys(), scorer=fuzz.WRatio)
        if found is None or found[1] < cutoff:
            return None
        return Match(spoken[found[0]][0], "nearest", float(found[1]))

    def nearest(self, text: str, count: int = 3) -> list[str]:
        """Names of the entries that sound most like `text`, the nearest first."""
        spoken = self._names()
        ranked = process.extract(plain(text), spoken.keys(), scorer=fuzz.WRatio, limit=3 * count)
        return list(dict.fromkeys(spoken[key][0].name for key, _, _ in ranked))[:count]

    def _names(self) -> dict[str, tuple[T, str]]:
        """All names and synonyms as people say them, with what they mean and whether it is the name itself."""
        if not self._spoken:
            for entry in self:
                for synonym in entry.synonyms:
                    self._spoken.setdefault(plain(synonym), (entry, "synonym"))
            for entry in self:
                self._spoken[plain(entry.name)] = (entry, "exact")
        return self._spoken

"""The knowledge of one person's installation: gathers passages, keeps the index in step, answers queries."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path

import numpy as np
import platformdirs

from app.errors import ShotwrightError
from library.knowledge import sources
from library.knowledge.index import Damaged, PassageIndex
from library.knowledge.passages import Passage, Source
from library.knowledge.roles import leanings
from library.knowledge.shelf import Shelf
from library.knowledge.sources import standing
from library.learned.store import LearnedLibrary

log = logging.getLogger(__name__)

CANDIDATES = 24
"""Passages of each source that are weighed against each other."""

SHARE = 0.6
"""The most of one answer that comes from one source."""

RANK = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009)."""


def default_folder() -> Path:
    """Where the index lives: it can be made again at any time."""
    return Path(platformdirs.user_cache_path("shotwright")) / "knowledge"


class Knowledge:
    """Everything that can be looked up. Safe from several threads, and beside other processes with the same folders.

    learned: the functions that were learned; by default those of this user.
    """

    def __init__(
        self,
        folder: Path | None = None,
        shelf: Shelf | None = None,
        learned: LearnedLibrary | None = None,
    ):
        self.folder = folder or default_folder()
        self.shelf = shelf or Shelf()
        self.index = PassageIndex(self.folder / "passages")
        self.error: ShotwrightError | None = None
        self._learned = learned or LearnedLibrary()
        self._lock = threading.Lock()
        self._idle = threading.Event()
        self._idle.set()
        self._asked = self._broken = False

    @property
    def blender_file(self) -> Path:
        """Where the documentation of the installed Blender belongs; a worker writes it."""
        return self.folder / f"blender-{metadata.version('bpy')}.jsonl"

    # ---- asking

    def retrieve(
        self,
        role: str,
        query: str,
        k: int = 5,
        *,
        sources: Iterable[Source] | None = None,
        vector: np.ndarray | None = None,
        model: str = "",
    ) -> list[Passage]:
        """The `k` passages that fit a query best, the best first, from the sources the role looks in.

        role: of the crew, such as "programmer" (others look everywhere); sources: look in these instead;
        vector, model: the query as embedded by that model, to rank by meaning too where passages have vectors.
        Never waits for the index: what is not in it yet is not found. Never raises for a damaged index: that is made
        anew in the background. Raises ShotwrightError(disk).
        """
        if not self._asked:
            self.start()
        weights = leanings(role) if sources is None else dict.fromkeys(sources, 1.0)
        try:
            by_text = [self._weighed(self.index.search(query, s, CANDIDATES), w) for s, w in weights.items()]
            by_angle = []
            if vector is not None:
                by_angle = [self._weighed(self.index.near(model, vector, s, CANDIDATES), w) for s, w in weights.items()]
        except Damaged as damage:
            self._mend(damage)
            return []
        ranked = _ranked(by_text)
        nearest = _ranked(by_angle)
        if nearest:
            ranked = _fused(ranked, nearest)
        return _varied(ranked, k, math.ceil(k * SHARE) if sources is None and len(weights) > 2 else k)

    @staticmethod
    def _weighed(found: list[Passage], weight: float) -> list[Passage]:
        return [_scored(p, p.score * weight * standing(p)) for p in found]

    def counts(self) -> dict[str, int]:
        """Source -> number of passages in the index; empty while it is damaged."""
        try:
            return self.index.counts()
        except Damaged as damage:
            self._mend(damage)
            return {}

    def embedded(self, model: str) -> bool:
        """Whether a model has made vectors of passages."""
        try:
            return self.index.embedded(model)
        except Damaged:
            return False

    def without_vector(self, model: str, sources: Iterable[Source]) -> list[Passage]:
        """Passages of some sources that a model has not embedded yet; none while the index is damaged."""
        try:
            return self.index.without_vector(model, sources)
        except Damaged as damage:
            self._mend(damage)
            return []

    def add_vectors(self, model: str, passages: Sequence[Passage], vectors: np.ndarray) -> None:
        """Keeps the vectors (float of shape (passages, dimensions)) that a model gave to passages.
        Raises ShotwrightError(disk)."""
        try:
            self.index.add_vectors(model, passages, vectors)
        except Damaged as damage:
            self._mend(damage)

    # ---- keeping the index in step

    @property
    def busy(self) -> bool:
        """Whether the index is being made or brought up to date."""
        return not self._idle.is_set()

    def start(self) -> None:
        """Brings the index up to date in the background; nothing where that is happening already."""
        with self._lock:
            self._asked = True
            if self._idle.is_set():
                self._idle.clear()
                threading.Thread(target=self._work, name="knowledge", daemon=True).start()

    def wait(self, seconds: float | None = None) -> bool:
        """Waits for what `start` began; returns whether it is done."""
        return self._idle.wait(seconds)

    def _work(self) -> None:
        while True:
            try:
                if self._broken:
                    self._broken = False
                    self.index.renew()
                self.refresh()
                self.error = None
            except ShotwrightError as error:
                self.error = error
                log.warning("the knowledge index: %s", error)
            except Exception:
                log.exception("the knowledge index")
            with self._lock:
                if not self._broken:
                    self._idle.set()
                    return

    def refresh(self) -> bool:
        """Brings the index up to date; what ships first, Blender's documentation last. Returns whether something
        changed. Raises ShotwrightError(disk)."""
        try:
            return self._refresh()
        except Damaged as damage:
            log.warning("the knowledge index is damaged and made anew: %s", damage)
            self.index.renew()
        try:
            return self._refresh()
        except Damaged as damage:
            raise ShotwrightError(
                "disk", f"the knowledge index in {self.folder} cannot be made: {damage}", "Remove that folder."
            ) from damage

    def _refresh(self) -> bool:
        small = self.index.sync(self._gather())
        file = self.blender_file
        docs = self.index.sync({"blender": sources.blender(file)}) if file.exists() else False
        return small or docs

    def rebuild(self) -> None:
        """Makes the index anew. Raises ShotwrightError(disk)."""
        self.index.renew()
        self.refresh()

    def _gather(self) -> dict[Source, Sequence[Passage]]:
        return {
            "functions": list(sources.library()),
            "learned": self._learned_now(),
            "films": self.shelf.films(),
            "tutorials": self.shelf.tutorials(),
            "craft": list(sources.craft()),
            "catalogue": list(sources.catalogue()),
        }

    def _learned_now(self) -> list[Passage]:
        try:
            return list(sources.learned(self._learned))
        except ShotwrightError as error:
            log.warning("learned functions cannot be looked up: %s", error)
            return []

    def _mend(self, damage: Damaged) -> None:
        """Makes the index anew in the background."""
        log.warning("the knowledge index is damaged and made anew: %s", damage)
        with self._lock:
            self._broken = True
        self.start()


def _scored(passage: Passage, score: float) -> Passage:
    return Passage(passage.source, passage.title, passage.text, passage.where, passage.words, score)


def _ranked(lists: Iterable[list[Passage]]) -> list[Passage]:
    return sorted((p for found in lists for p in found), key=lambda p: (-p.score, p.id))


def _fused(one: list[Passage], other: list[Passage]) -> list[Passage]:
    """Two rankings as one, by reciprocal ranks."""
    passages = {p.id: p for p in [*one, *other]}
    scores = dict.fromkeys(passages, 0.0)
    for ranking in (one, other):
        for rank, passage in enumerate(ranking, 1):
            scores[passage.id] += 1.0 / (RANK + rank)
    return _ranked([[_scored(p, scores[id_]) for id_, p in passages.items()]])


def _varied(ranked: list[Passage], k: int, most: int) -> list[Passage]:
    """The first `k`, one of each title, and no more than `most` of a source while others have something."""
    chosen: list[Passage] = []
    left: list[Passage] = []
    titles = set()
    for passage in ranked:
        if (passage.source, passage.title) in titles:
            continue
        titles.add((passage.source, passage.title))
        full = sum(p.source == passage.source for p in chosen) >= most
        (left if full else chosen).append(passage)
        if len(chosen) == k:
            break
    return _ranked([[*chosen, *left][:k]])

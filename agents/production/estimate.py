"""How long rendering takes on this machine, learnt from every render."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from app.errors import ShotwrightError
from app.files import write_whole
from render.protocol import TierSpec

FIRST_GUESS = {"CYCLES": 3.2e-6, "WORKBENCH": 2.0e-6}
"""Seconds per pixel and sample on one core, before anything was measured."""


@dataclass
class Measured:
    rendered: int = 0


class Speeds:
    """Seconds per frame by tier, a running mean kept in the user's cache folder."""

    def __init__(self, file: Path | None = None):
        self.file = file or Path(platformdirs.user_cache_dir("shotwright")) / "speeds.json"
        try:
            self.known: dict[str, float] = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.known = {}

    @staticmethod
    def _name(tier: TierSpec) -> str:
        return f"{tier.engine} {tier.size[0]}x{tier.size[1]} {tier.samples}"

    @contextmanager
    def measure(self, tier: TierSpec, frames: int) -> Iterator[Measured]:
        """Times a block that renders up to `frames` frames; learns only if at least half were rendered."""
        measured, begun = Measured(), time.monotonic()
        yield measured
        if measured.rendered >= max(4, frames // (2 * tier.step)):
            each = (time.monotonic() - begun) / measured.rendered
            name = self._name(tier)
            self.known[name] = 0.7 * self.known.get(name, each) + 0.3 * each
            with suppress(ShotwrightError):  # an estimate that cannot be kept is no reason to fail a render
                write_whole(self.file, json.dumps(self.known, indent=1, sort_keys=True))

    def estimate(self, tier: TierSpec, frames: int, workers: int) -> float:
        """Seconds for that many frames with that many workers side by side."""
        each = self.known.get(self._name(tier))
        if each is None:
            each = FIRST_GUESS[tier.engine] * tier.size[0] * tier.size[1] * max(1, tier.samples)
        return each * frames / tier.step / max(1, workers)

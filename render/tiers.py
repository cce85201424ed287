"""How good, how fast: the render tiers.

Board and animatic are full-light pictures from one sample per pixel and a denoiser; the flat variant is
Blender's Workbench where speed is all. Measurements stand in `tests/benchmarks`.
"""

from __future__ import annotations

from app.errors import ShotwrightError
from render.protocol import TierSpec

WIDTHS = {"board": 480, "flat": 480, "animatic": 480, "preview": 960, "final": 1920}
QUALITIES = ("animatic", "preview", "final", "flat")


def tier(name: str, film_size: tuple[int, int], size: tuple[int, int] | None = None) -> TierSpec:
    """The tier of that name for a film of that aspect. `size` in pixels overrides the tier's own."""
    if name not in WIDTHS:
        raise ShotwrightError("input", f"there is no quality {name!r}", f"Use one of {', '.join(QUALITIES)}.")
    size = size or scaled(film_size, WIDTHS[name])
    if size[0] % 2 or size[1] % 2 or not (64 <= size[0] <= 7680 and 36 <= size[1] <= 4320):
        raise ShotwrightError("input", f"{size[0]}x{size[1]} is not a picture size", "Use even numbers from 64x36 up.")
    match name:
        case "board":
            return TierSpec(name=name, size=size, samples=1, still_parts=False)
        case "flat":
            return TierSpec(name=name, engine="WORKBENCH", size=size, step=2)
        case "animatic":
            return TierSpec(name=name, size=size, samples=1, step=2)
        case "preview":
            return TierSpec(name=name, size=size, samples=4, bounces=3)
        case _:
            return TierSpec(name=name, size=size, samples=24, bounces=4)


def scaled(film_size: tuple[int, int], width: int) -> tuple[int, int]:
    """A size of about that width in the film's aspect, both even."""
    height = round(width * film_size[1] / film_size[0] / 2) * 2
    return width // 2 * 2, max(36, height)

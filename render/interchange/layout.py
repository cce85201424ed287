"""How the pages of a printed storyboard look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.errors import ShotwrightError

FIELDS = ("type", "lens", "move", "length", "scene", "description", "dialogue", "notes", "plot")
"""What can stand with a picture; the first four share its heading line, "plot" is the view from above."""

PAPERS = ("a4", "letter")

GRIDS = {
    "landscape": {1: (1, 1), 2: (2, 1), 4: (2, 2), 6: (3, 2), 9: (3, 3)},
    "portrait": {1: (1, 1), 2: (1, 2), 3: (1, 3), 4: (2, 2), 6: (2, 3), 9: (3, 3)},
}
"""Columns and rows for each number of shots on a page."""

PER_PAGE = (1, 2, 3, 4, 6, 9)


@dataclass(frozen=True)
class Layout:
    """per_page: one of `PER_PAGE`; paper: one of `PAPERS`; fields: some of `FIELDS`."""

    per_page: int = 6
    paper: str = "a4"
    orientation: str = "landscape"
    fields: Sequence[str] = FIELDS

    def check(self) -> None:
        """Raises ShotwrightError(input) for values that are not on offer."""
        offers = (
            ("paper", self.paper, PAPERS),
            ("orientation", self.orientation, tuple(GRIDS)),
            ("shots a page", self.per_page, tuple(GRIDS.get(self.orientation, {1: 1}))),
            *(("field", f, FIELDS) for f in self.fields),
        )
        for what, value, offer in offers:
            if value not in offer:
                raise ShotwrightError("input", f"{what}: {value!r}", f"Use one of {', '.join(map(str, offer))}.")

    @property
    def grid(self) -> tuple[int, int]:
        """Columns and rows."""
        return GRIDS[self.orientation][self.per_page]

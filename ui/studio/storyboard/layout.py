"""Where cards stand: plain arithmetic in logical pixels, for the grid and for the strip."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

MARGIN = 16
GAP = 12
HEADER = 36
"""Height of a scene's heading in the grid."""


class Box(NamedTuple):
    x: float
    y: float
    w: float
    h: float

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


@dataclass(frozen=True)
class Group:
    """A scene with the rows of its shots; a collapsed one shows its heading only."""

    scene: str
    rows: list[int]
    collapsed: bool = False


class Drop(NamedTuple):
    """Before the `index`-th shot of `scene`; `mark` is the line to paint there."""

    scene: str
    index: int
    mark: Box


@dataclass
class Arrangement:
    """Boxes of all cards and scene headings, and how to find things in them.

    cards: row -> box (rows of collapsed scenes are missing); headings: (scene id, box); columns: cards beside
    each other; size: of everything.
    """

    cards: dict[int, Box] = field(default_factory=dict)
    headings: list[tuple[str, Box]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    columns: int = 1
    size: tuple[float, float] = (0.0, 0.0)
    vertical: bool = True
    _lines: list[tuple[float, list[int]]] = field(default_factory=list)

    def card_at(self, x: float, y: float) -> int | None:
        for row, box in self._near(x, y):
            if box.contains(x, y):
                return row
        return None

    def heading_at(self, x: float, y: float) -> str | None:
        return next((scene for scene, box in self.headings if box.contains(x, y)), None)

    def within(self, left: float, top: float, right: float, bottom: float) -> list[int]:
        """Rows whose cards touch a rectangle, in order."""
        return [
            row
            for row, b in self.cards.items()
            if b.x < right and b.x + b.w > left and b.y < bottom and b.y + b.h > top
        ]

    def step(self, row: int, dx: int, dy: int) -> int:
        """The row one card left, right, above or below; the same row at an edge."""
        shown = list(self.cards)
        if row not in self.cards:
            return shown[0] if shown else -1
        if dx:
            at = shown.index(row) + dx
            return shown[min(max(at, 0), len(shown) - 1)]
        here = self.cards[row]
        tops = sorted({b.y for b in self.cards.values()})
        at = tops.index(here.y) + dy
        if not 0 <= at < len(tops):
            return row
        line = [(abs(b.x - here.x), r) for r, b in self.cards.items() if b.y == tops[at]]
        return min(line)[1]

    def drop_at(self, x: float, y: float) -> Drop | None:
        """Where shots dropped at a point go: the gap between cards that is nearest."""
        best: tuple[float, Drop] | None = None
        for group in self.groups:
            for index, box in self._gaps(group):
                across = max(box.y - y, 0, y - (box.y + box.h))
                along = max(box.x - x, 0, x - (box.x + box.w))
                distance = across * 4 + along
                if best is None or distance < best[0]:
                    best = (distance, Drop(group.scene, index, box))
        return best[1] if best else None

    def _gaps(self, group: Group) -> list[tuple[int, Box]]:
        shown = [(i, self.cards[r]) for i, r in enumerate(group.rows) if r in self.cards]
        if not shown:
            heading = next((b for s, b in self.headings if s == group.scene), None)
            return [(len(group.rows), heading)] if heading else []
        gaps = [(i, Box(b.x - GAP / 2 - 1, b.y, 2, b.h)) for i, b in shown]
        gaps += [
            (i + 1, Box(b.x + b.w + GAP / 2 - 1, b.y, 2, b.h))
            for (i, b), after in zip(shown, [*shown[1:], None], strict=True)
            if after is None or after[1].y != b.y
        ]
        return gaps

    def _near(self, x: float, y: float) -> list[tuple[int, Box]]:
        return [(r, self.cards[r]) for top, rows in self._lines if top <= y for r in rows if self.cards[r].x <= x]


def card_height(width: float, text_lines: float, aspect: float = 16 / 9) -> float:
    """Height of a card: its picture and the text below."""
    return round(width / aspect) + text_lines


def grid(groups: list[Group], width: float, wish: float, text: float, aspect: float = 16 / 9) -> Arrangement:
    """Cards in rows under scene headings. They are as near to `wish` wide as fills each row exactly.
    `text`: height below the picture."""
    inner = max(width - 2 * MARGIN, 120)
    columns = max(1, round((inner + GAP) / (wish + GAP)))
    card = (inner + GAP) / columns - GAP
    height = card_height(card, text, aspect)
    made = Arrangement(columns=columns, groups=groups)
    y = MARGIN / 2
    for group in groups:
        made.headings.append((group.scene, Box(MARGIN, y, inner, HEADER)))
        y += HEADER
        if not group.collapsed:
            for start in range(0, len(group.rows), columns):
                line = group.rows[start : start + columns]
                for column, row in enumerate(line):
                    made.cards[row] = Box(MARGIN + column * (card + GAP), y, card, height)
                made._lines.append((y, line))
                y += height + GAP
        y += GAP / 2
    made.size = (width, y + MARGIN)
    return made


def strip_height(wish: float, text: float, aspect: float = 16 / 9) -> float:
    """Height of a strip whose cards are `wish` wide."""
    return MARGIN / 2 + HEADER + card_height(wish, text, aspect) + MARGIN


def strip(groups: list[Group], height: float, wish: float, text: float, aspect: float = 16 / 9) -> Arrangement:
    """All cards in one line, `wish` wide or as the height allows, scene headings above their first card."""
    picture = max(height - MARGIN * 1.5 - HEADER - text, 60)
    card = round(min(picture * aspect, wish))
    made = Arrangement(columns=1, groups=groups, vertical=False)
    x = float(MARGIN)
    top = MARGIN / 2 + HEADER
    for group in groups:
        start = x
        if not group.collapsed:
            for row in group.rows:
                made.cards[row] = Box(x, top, card, card_height(card, text, aspect))
                x += card + GAP
        x = max(x, start + 200)
        made.headings.append((group.scene, Box(start, MARGIN / 2, x - start - GAP, HEADER)))
        x += GAP
    made._lines.append((top, list(made.cards)))
    made.columns = max(1, len(made.cards))
    made.size = (x + MARGIN, height)
    return made

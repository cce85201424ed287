"""How a screenplay page looks and what its paragraphs are, as the trade sets them: ten characters an inch, action as
wide as 61 characters, speech and names indented."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextBlockUserData,
    QTextCharFormat,
    QTextFormat,
)

from app.document import Film
from app.script import HEADING, Paragraph, ParagraphKind, paragraphs, transition_of
from ui.studio.theme import fonts
from ui.studio.theme.style import theme

SIZE = 14
"""Of the letters, logical pixels."""

WIDE = 61
"""Characters of a line of action."""

INDENT = {"heading": 0, "synopsis": 0, "action": 0, "cue": 22, "aside": 16, "speech": 10, "transition": 0}
RIGHT = {"speech": 16, "aside": 20}
"""Characters from the left and from the right of the text."""

ABOVE = {"heading": 28, "synopsis": 4, "action": 12, "cue": 14, "aside": 0, "speech": 0, "transition": 14}
KINDS: tuple[ParagraphKind, ...] = ("heading", "synopsis", "action", "cue", "aside", "speech", "transition")
NEXT: dict[str, ParagraphKind] = {
    "heading": "action", "synopsis": "action", "action": "action", "cue": "speech", "aside": "speech",
    "speech": "action", "transition": "heading",
}  # fmt: skip
"""What a new paragraph after one is."""

TURN: dict[str, ParagraphKind] = {
    "action": "cue", "cue": "heading", "heading": "action", "synopsis": "action", "speech": "aside", "aside": "speech",
    "transition": "action",
}  # fmt: skip
"""What Tab makes of a paragraph."""

_KIND = QTextFormat.Property.UserProperty + 1
_VOICE_OVER = " (V.O.)"


@dataclass(frozen=True)
class Shown:
    """A paragraph as it stands on the page."""

    kind: ParagraphKind
    text: str
    scene: str
    shot: str
    beats: tuple[str, ...] = ()


class Belongs(QTextBlockUserData):
    """What a paragraph of the page is in the film."""

    def __init__(self, shown: Shown):
        super().__init__()
        self.shown = shown


def shown(film: Film) -> list[Shown]:
    """The paragraphs of a film as they are put on the page: names in capitals, brackets round how it is said."""
    return [Shown(p.kind, _on_page(p), p.scene, p.shot, p.beats) for p in paragraphs(film)]


def _on_page(each: Paragraph) -> str:
    if each.kind == "cue":
        return each.text.upper() + (_VOICE_OVER if each.unseen else "")
    return f"({each.text})" if each.kind == "aside" else each.text


def letter_width() -> float:
    """Of one character, logical pixels."""
    return QFontMetricsF(fonts.code(SIZE)).horizontalAdvance("0")


def formats(kind: ParagraphKind) -> tuple[QTextBlockFormat, QTextCharFormat]:
    """How paragraphs of a kind are set."""
    width = letter_width()
    block = QTextBlockFormat()
    block.setProperty(_KIND, KINDS.index(kind))
    block.setLeftMargin(INDENT[kind] * width)
    block.setRightMargin(RIGHT.get(kind, 0) * width)
    block.setTopMargin(ABOVE[kind])
    if kind == "transition":
        block.setAlignment(Qt.AlignmentFlag.AlignRight)
    block.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    letters = QTextCharFormat()
    letters.setFont(fonts.code(SIZE))
    tone = {"aside": "muted", "synopsis": "muted"}.get(kind, "text")
    letters.setForeground(QColor(getattr(theme.tokens, tone)))
    if kind == "heading":
        letters.setFontWeight(fonts.STRONG)
    if kind in ("heading", "cue"):
        letters.setFontCapitalization(letters.font().Capitalization.AllUppercase)
    if kind == "synopsis":
        letters.setFontItalic(True)
    return block, letters


def kind_of(block: QTextBlock) -> ParagraphKind:
    """What a paragraph is."""
    value = block.blockFormat().property(_KIND)
    return KINDS[int(value)] if value is not None else "action"


def guessed(text: str, kind: ParagraphKind) -> ParagraphKind:
    """What somebody means by a line of action that is written like a heading or a name."""
    text = text.strip()
    if kind != "action" or not text:
        return kind
    if HEADING.match(text) and not text.endswith("?"):
        return "heading"
    if transition_of(text):
        return "transition"
    name = re.sub(r"\s*\([^)]*\)", "", text)
    short = 1 < len(name) <= 30 and len(name.split()) <= 4
    if short and name == name.upper() and any(c.isalpha() for c in name) and name[-1] not in ".,:;!?":
        return "cue"
    return kind

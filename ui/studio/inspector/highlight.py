"""Colours of a program."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from ui.studio.theme.style import theme

RULES = (
    ("number", re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?")),
    ("call", re.compile(r"\b[a-z_]\w*(?=\()")),
    ("keyword", re.compile(r"\b(?:True|False|None|for|in|if|else|and|or|not)\b")),
    ("string", re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")),
    ("faint", re.compile(r"#.*$")),
)
"""(colour token, pattern); later ones win."""


class ProgramColours(QSyntaxHighlighter):
    """Calls, strings, numbers, words of the language and comments; arguments stay in the text colour."""

    def __init__(self, document):
        super().__init__(document)
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        for token, pattern in RULES:
            colour = QTextCharFormat()
            colour.setForeground(QColor(getattr(theme.tokens, token)))
            for match in pattern.finditer(text):
                self.setFormat(match.start(), match.end() - match.start(), colour)

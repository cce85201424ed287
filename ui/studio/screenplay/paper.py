"""Paper to type a screenplay on: paragraphs of a kind, which Return, Tab and pasting know about."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.studio.language import tr
from ui.studio.screenplay.page import NEXT, TURN, formats, guessed, kind_of


class Paper(QTextEdit):
    """Plain text in paragraphs, each a heading, an action, a name, a speech …"""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setProperty("kind", "screenplay")
        self.setAccessibleName(tr("Screenplay"))
        self.setTabChangesFocus(False)

    def blocks(self) -> list[QTextBlock]:
        """The paragraphs from first to last."""
        out, block = [], self.document().begin()
        while block.isValid():
            out.append(block)
            block = block.next()
        return out

    def new_paragraph(self) -> None:
        """Ends a paragraph; the next is of the kind that follows what was written."""
        cursor = self.textCursor()
        block = cursor.block()
        kind = guessed(block.text(), kind_of(block))
        self.set_kind(block, kind)
        cursor = self.textCursor()
        inside = not cursor.atBlockEnd() and not cursor.atBlockStart()
        cursor.insertBlock(*formats(kind if inside else NEXT[kind]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def turn(self, block: QTextBlock, back: bool) -> None:
        """Makes a paragraph the next kind, or the one before; from a name on to how it is said."""
        kind = kind_of(block)
        before = next((k for k, v in TURN.items() if v == kind and k != "synopsis"), "action")
        wanted = before if back else TURN[kind]
        if kind == "cue" and block.text().strip() and not back:
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock(*formats("aside"))
            cursor.insertText("()")
            cursor.movePosition(QTextCursor.MoveOperation.Left)
            self.setTextCursor(cursor)
            return
        self.set_kind(block, wanted)

    def set_kind(self, block: QTextBlock, kind) -> None:
        """Makes a paragraph a heading, an action, a name …"""
        if kind_of(block) == kind and block.charFormat().font().family():
            return
        form, letters = formats(kind)
        cursor = QTextCursor(block)
        cursor.setBlockFormat(form)
        cursor.setBlockCharFormat(letters)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)
        self.setCurrentCharFormat(letters)

    def insertFromMimeData(self, source) -> None:
        """Pasted text is read as a screenplay where it has several paragraphs."""
        text = source.text()
        if "\n\n" not in text.strip():
            self.insertPlainText(" ".join(text.split("\n")))
            return
        cursor = self.textCursor()
        for index, (kind, words) in enumerate(_pasted(text)):
            if index or cursor.block().text():
                cursor.insertBlock(*formats(kind))
            else:
                self.set_kind(cursor.block(), kind)
            cursor.insertText(words, formats(kind)[1])
        self.setTextCursor(cursor)


def _pasted(text: str) -> list[tuple]:
    from agents.input.fountain import parse_fountain
    from agents.input.screenplay import Speech

    out: list[tuple] = []
    play = parse_fountain(f".HERE\n\n{text}")
    for number, scene in enumerate(play.scenes):
        if number:
            out += [("transition", words) for words in scene.transition_words]
            out.append(("heading", scene.heading))
        for each in scene.elements:
            if isinstance(each, Speech):
                out.append(("cue", each.speaker.upper()))
                out += [("aside", f"({each.delivery})")] if each.delivery else []
                out.append(("speech", each.text))
            else:
                out.append(("action", each.text))
    return out + [("transition", words) for words in play.ending_words]

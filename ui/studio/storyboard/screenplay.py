"""The film as a screenplay page, in step with the storyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QTextBlockFormat, QTextBlockUserData, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.document import Film, Line, Pause, Shot
from ui.studio import words
from ui.studio.storyboard.model import ShotsModel
from ui.studio.theme import fonts
from ui.studio.theme.style import theme

PAGE = 620
"""Widest the text gets, logical pixels."""

INDENTS = {"heading": 0, "action": 0, "cue": 200, "aside": 150, "speech": 100}
RIGHT = {"speech": 100, "aside": 150}
ABOVE = {"heading": 28, "action": 12, "cue": 12, "aside": 0, "speech": 0}


def elements(film: Film) -> list[tuple[str, str, str]]:
    """(kind, text, shot id) for every paragraph. kind: "heading", "action", "cue", "aside" or "speech"."""
    out: list[tuple[str, str, str]] = []
    for number, scene in enumerate(film.scenes, 1):
        first = scene.shots[0].id if scene.shots else ""
        out.append(("heading", f"{number}  {(scene.heading or words.scene_title(number, scene)).upper()}", first))
        if scene.synopsis:
            out.append(("action", scene.synopsis, first))
        for shot in scene.shots:
            if not shot.omitted:
                out.extend(_of_shot(film, shot))
    return out


def _of_shot(film: Film, shot: Shot) -> list[tuple[str, str, str]]:
    out: list[tuple[str, str, str]] = []
    for beat in shot.beats:
        if isinstance(beat, Line):
            if beat.words is not None and beat.words[0] > 0:
                continue  # the line was written out where it begins
            out.append(("cue", words.name_of(film, beat.speaker).upper(), shot.id))
            if beat.delivery:
                out.append(("aside", f"({beat.delivery})", shot.id))
            out.append(("speech", beat.text, shot.id))
        elif not isinstance(beat, Pause) or beat.text:
            text = words.beat_text(film, beat)
            out.append(
                ("action", text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else "."), shot.id)
            )
    return out


class _Belongs(QTextBlockUserData):
    """Which shot a paragraph belongs to."""

    def __init__(self, shot: str):
        super().__init__()
        self.shot = shot


class ScreenplayView(QTextEdit):
    """A page to read: a click selects the shot, the selected shot is marked. asked(shot): a double click."""

    asked = Signal(str)

    def __init__(self, model: ShotsModel, parent: QWidget | None = None):
        super().__init__(parent)
        self.model = model
        self._written: list[tuple[str, str, str]] = []
        self._marked: list[int] = []
        self.document().setDocumentMargin(16)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setProperty("kind", "screenplay")
        self.setAccessibleName("Screenplay")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        model.workspace.selected.connect(self._follow)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged, model.dataChanged):
            signal.connect(self._changed)
        theme.changed.connect(self._repaint)

    # ---- the page

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._changed()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        side = max((self.width() - PAGE) // 2, 24)
        self.setViewportMargins(side, 0, side, 0)

    def _changed(self) -> None:
        if self.isVisible():
            self._write()

    def _repaint(self) -> None:
        self._written = []
        self._changed()

    def _write(self) -> None:
        film = self.model.workspace.film
        wanted = elements(film) if film else []
        if wanted == self._written:
            return
        self._written = wanted
        place = self.verticalScrollBar().value()
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index, (kind, text, shot) in enumerate(wanted):
            block, letters = _formats(kind)
            if index:
                cursor.insertBlock(block, letters)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(letters)
            cursor.insertText(text, letters)
            cursor.block().setUserData(_Belongs(shot))
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(place)
        self._follow()

    # ---- in step with the storyboard

    def _follow(self) -> None:
        """Marks the paragraphs of the selected shots and brings the current one into view."""
        if not self.isVisible():
            return
        workspace = self.model.workspace
        chosen = set(workspace.selection)
        block = self.document().begin()
        first = None
        self._marked = []
        while block.isValid():
            data = block.userData()
            if data is not None and data.shot in chosen:
                self._marked.append(block.blockNumber())
                if data.shot == workspace.current and first is None:
                    first = QTextCursor(block)
            block = block.next()
        self.viewport().update()
        if first is not None and not self.viewport().rect().contains(self.cursorRect(first).center()):
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def paintEvent(self, event) -> None:
        """A band behind the selected shots, and a bar at its left edge."""
        painter = QPainter(self.viewport())
        offset = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        for first, last in _runs(self._marked):
            document = self.document()
            top = layout.blockBoundingRect(document.findBlockByNumber(first)).top() - offset - 4
            bottom = layout.blockBoundingRect(document.findBlockByNumber(last)).bottom() - offset + 4
            band = QRectF(0, top, self.viewport().width(), bottom - top)
            painter.fillRect(band, theme.colour("surface"))
            painter.fillRect(QRectF(0, band.y(), 3, band.height()), theme.colour("accent"))
        painter.end()
        super().paintEvent(event)

    def _shot_at(self, event) -> str | None:
        data = self.cursorForPosition(event.position().toPoint()).block().userData()
        return data.shot or None if data is not None else None

    def mouseReleaseEvent(self, event) -> None:
        super().mouseReleaseEvent(event)
        shot = self._shot_at(event)
        if shot and not self.textCursor().hasSelection():
            self.model.workspace.select(shot)

    def mouseDoubleClickEvent(self, event) -> None:
        shot = self._shot_at(event)
        if shot:
            self.model.workspace.select(shot)
            self.asked.emit(shot)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """First and last of each run of consecutive numbers."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _formats(kind: str) -> tuple[QTextBlockFormat, QTextCharFormat]:
    block = QTextBlockFormat()
    block.setLeftMargin(INDENTS[kind])
    block.setRightMargin(RIGHT.get(kind, 0))
    block.setTopMargin(ABOVE[kind])
    block.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    letters = QTextCharFormat()
    letters.setFont(fonts.code(14))
    tone = {"aside": "muted", "cue": "text", "heading": "accent"}.get(kind, "text")
    letters.setForeground(QColor(getattr(theme.tokens, tone)))
    if kind == "heading":
        letters.setFontWeight(fonts.STRONG)
    return block, letters

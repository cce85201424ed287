"""The screenplay page: reading, writing, and keeping step with the storyboard."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from app.document import Film
from app.errors import ShotwrightError
from ui.studio.language import tr
from ui.studio.screenplay.page import WIDE, Belongs, Shown, formats, kind_of, letter_width, shown
from ui.studio.screenplay.paper import Paper
from ui.studio.storyboard.model import ShotsModel
from ui.studio.theme import fonts
from ui.studio.theme.style import theme

if TYPE_CHECKING:
    from agents.redraft.typed import Retyping

GUTTER = 84
"""Left of the text, where the shots are named; logical pixels."""

QUIET_MS = 700
"""After so long without a key, what was typed is taken over."""


class ScreenplayView(Paper):
    """A page to write on. What is typed becomes edits of the film: other words change a line, a new line makes a
    shot, one that is taken out takes its shot along; each is a step that undo takes back.

    asked(shot): a double click; said(words): something to tell.
    """

    asked = Signal(str)
    said = Signal(str)

    def __init__(self, model: ShotsModel, parent: QWidget | None = None):
        super().__init__(parent)
        self.model = model
        self.workspace = model.workspace
        self._written: list[Shown] = []
        self._marked: list[int] = []
        self._writing = False
        self._busy = False
        self._stale = False
        self._edits = 0
        self._block = -1
        self._step: tuple[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._quiet)
        self.workspace.selected.connect(self._follow)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged, model.dataChanged):
            signal.connect(self._changed)
        self.workspace.edited.connect(self._edited)
        theme.changed.connect(self._repaint)
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._moved)

    # ---- the page

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._changed()

    def hideEvent(self, event) -> None:
        self.take_over()
        super().hideEvent(event)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._set_width()

    def _set_width(self) -> None:
        """The text in the middle, as wide as a page, with the gutter at its left."""
        room = self.viewport().width()
        wide = WIDE * letter_width()
        side = max((room - wide + GUTTER) / 2, GUTTER)
        root = self.document().rootFrame().frameFormat()
        margins = (side, max(room - side - wide, 24), 32, 64)
        if (root.leftMargin(), root.rightMargin(), root.topMargin(), root.bottomMargin()) != margins:
            self._writing = True
            root.setLeftMargin(margins[0])
            root.setRightMargin(margins[1])
            root.setTopMargin(margins[2])
            root.setBottomMargin(margins[3])
            self.document().rootFrame().setFrameFormat(root)
            self._writing = False

    def _edited(self, edit: object) -> None:
        self._edits += 1
        self._changed()

    def _changed(self) -> None:
        if self.isVisible() and not self._busy:
            self._write()

    def _repaint(self) -> None:
        self.take_over()
        self._written, self._stale = [], True
        self._changed()

    def _write(self) -> None:
        """Puts the film on the page where the page says something else or has old colours; the caret stays where it
        was."""
        film = self.workspace.film
        wanted = shown(film) if film else []
        if wanted == self._written:
            return
        blocks = self.blocks()
        same = [(kind_of(b), _text(b)) for b in blocks] == [(w.kind, _plain(w)) for w in wanted]
        self._written = wanted
        if same and not self._stale:  # the page reads so already: only what it stands for is new
            for block, each in zip(blocks, wanted, strict=True):
                block.setUserData(Belongs(each))
            self._follow(scroll=False)
            return
        self._stale = False
        if not wanted and blocks and any(b.text() for b in blocks):
            self.clear()
        place, at = self.verticalScrollBar().value(), self.textCursor().position()
        self._writing = True
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index, each in enumerate(wanted):
            block, letters = formats(each.kind)
            if index:
                cursor.insertBlock(block, letters)
            else:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(letters)
            cursor.insertText(each.text, letters)
            cursor.block().setUserData(Belongs(each))
        if not wanted:
            block, letters = formats("heading")
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(letters)
        cursor.endEditBlock()
        self._set_width()
        cursor.setPosition(min(at, max(self.document().characterCount() - 1, 0)))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)
        self._block = self.textCursor().blockNumber()
        self._writing = False
        self._follow(scroll=False)

    # ---- writing

    @property
    def dirty(self) -> bool:
        """Whether the page says something the film does not."""
        if self._writing or not self.workspace.film:
            return False
        return [(k, t) for k, t, _ in self._page() if t] != [(w.kind, _plain(w)) for w in self._written if w.text]

    def _page(self) -> list[tuple[str, str, str]]:
        """(kind, text, id of the scene a heading is of) of every paragraph. The first heading keeps its scene where
        one was split in two."""
        out, seen = [], set()
        for block in self.blocks():
            data = block.userData()
            scene = data.shown.scene if data is not None and data.shown.kind == "heading" else ""
            if kind_of(block) != "heading" or scene in seen:
                scene = ""
            seen.add(scene)
            out.append((kind_of(block), _text(block), scene))
        return out

    def _typed(self) -> None:
        if not self._writing:
            self._timer.start()

    def _moved(self) -> None:
        """Leaving a paragraph takes over what was typed in it."""
        block = self.textCursor().blockNumber()
        if self._writing or block == self._block:
            return
        left, self._block = self.document().findBlockByNumber(self._block), block
        self._step = None
        if self.hasFocus():
            self._select_here()
        if left.isValid() and not self._waits(self.textCursor().block()):
            self._timer.start(0)

    def _quiet(self) -> None:
        if not self._waits(self.textCursor().block()):
            self.take_over(beside=True)

    def _waits(self, block: QTextBlock) -> bool:
        """Whether somebody is in the middle of something: a new empty paragraph, a name without words, or an action
        being written, which is understood when it is left."""
        kind = kind_of(block)
        if not self.hasFocus():
            return False
        following = block.next()
        spoken = following.isValid() and kind_of(following) in ("speech", "aside") and following.text().strip()
        if kind in ("cue", "aside"):
            return not spoken
        if kind in ("action", "heading"):
            data = block.userData()
            return data is None or data.shown.text != block.text()
        return not block.text().strip()

    def take_over(self, beside: bool = False) -> None:
        """Turns what was typed into an edit of the film, as one step. beside: what has to be directed first is done in
        a thread while the typing goes on."""
        self._timer.stop()
        film = self.workspace.film
        if self._busy or film is None or not self.dirty:
            return
        from agents.redraft.typed import Retyping, Typed

        page = self._page()
        work = Retyping(film, [Typed(kind, text, scene) for kind, text, scene in page])
        if beside and work.needs_directing:
            self.model.production.tasks.start(
                self._direct(work, film, page, self._edits), tr("Directing what was written")
            )
            return
        work.direct()
        self._apply(work)

    async def _direct(self, work: Retyping, film: Film, page: list[tuple[str, str, str]], edits: int) -> None:
        """Directs in a thread; what was overtaken by more typing or another change is left, and tried again."""
        await asyncio.to_thread(work.direct)
        if film is not self.workspace.film or not self.dirty or self._busy:
            return
        if edits != self._edits or page != self._page():
            self._timer.start()
        else:
            self._apply(work)

    def _apply(self, work: Retyping) -> None:
        self._busy = True
        try:
            found = work.finish()
            if found.open:
                self.workspace.apply(found.edit(name="write the screenplay"), merge=self._step_of(found.open))
            held = next((c for c in found.changes if c.held), None)
            if held is not None:
                self.said.emit(tr("{where} stays as it is: {why}").format(where=held.where, why=held.held))
        except ShotwrightError as error:
            self.workspace.failed.emit(error)
        finally:
            self._busy = False
        self._written = []  # what was not taken over is taken back on the page
        self._write()
        if self.hasFocus():
            self._select_here()
        data = self.textCursor().block().userData()
        self._step = (self._step[0], data.shown.shot) if self._step and data is not None else None

    def _step_of(self, changes: list) -> str:
        """The undo step a change belongs to: going on with a line that was just written is no step of its own."""
        goes_on = len(changes) == 1 and changes[0].kind == "changed" and self._step is not None
        if not goes_on or changes[0].shot != self._step[1]:
            self._step = (self.workspace.typing_key("film", "screenplay"), "")
        return self._step[0]

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.take_over()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
                self.take_over()
                event.ignore()
                return False
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if plain and (event.text().strip() or event.key() in _EDITING):
                event.accept()  # letters are written here, they are no shortcuts
                return True
        return super().event(event)

    def keyPressEvent(self, event) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.take_over()
                else:
                    self.new_paragraph()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.turn(self.textCursor().block(), back=event.key() == Qt.Key.Key_Backtab)
            case Qt.Key.Key_Escape:
                self.take_over()
                self.parentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)
            case _:
                super().keyPressEvent(event)

    # ---- in step with the storyboard

    def _select_here(self) -> None:
        """The shot of the paragraph the caret is in becomes the current one."""
        data = self.textCursor().block().userData()
        if data is not None and data.shown.shot and data.shown.shot != self.workspace.current:
            self.workspace.select(data.shown.shot)

    def _follow(self, scroll: bool = True) -> None:
        """Marks the paragraphs of the selected shots and brings the current one into view."""
        if not self.isVisible():
            return
        chosen = set(self.workspace.selection)
        first = None
        self._marked = []
        for block in self.blocks():
            data = block.userData()
            if data is not None and data.shown.shot in chosen and data.shown.kind != "heading":
                self._marked.append(block.blockNumber())
                if data.shown.shot == self.workspace.current and first is None:
                    first = QTextCursor(block)
        self.viewport().update()
        if scroll and first is not None and not self.hasFocus():
            place = self.cursorRect(first)
            if not self.viewport().rect().adjusted(0, 40, 0, -40).contains(place.center()):
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + place.y() - self.viewport().height() // 3)

    def mouseDoubleClickEvent(self, event) -> None:
        super().mouseDoubleClickEvent(event)
        data = self.cursorForPosition(event.position().toPoint()).block().userData()
        if data is not None and data.shown.shot:
            self.asked.emit(data.shown.shot)

    def paintEvent(self, event) -> None:
        """The sheet, a band behind the selected shots with a bar at its edge, and the shots' names beside the text."""
        painter = QPainter(self.viewport())
        root = self.document().rootFrame().frameFormat()
        left, right = root.leftMargin(), self.viewport().width() - root.rightMargin()
        painter.fillRect(self.viewport().rect(), theme.colour("canvas"))
        sheet = QRectF(left - GUTTER + 12, 0, right - left + GUTTER + 12, self.viewport().height())
        painter.fillRect(sheet, theme.colour("surface"))
        offset = self.verticalScrollBar().value()
        layout, document = self.document().documentLayout(), self.document()
        for first, last in _runs(self._marked):
            top = layout.blockBoundingRect(document.findBlockByNumber(first)).top() - offset - 4
            bottom = layout.blockBoundingRect(document.findBlockByNumber(last)).bottom() - offset + 4
            band = QRectF(sheet.x(), top, sheet.width(), bottom - top)
            painter.fillRect(band, theme.colour("hover"))
            painter.fillRect(QRectF(band.x(), band.y(), 3, band.height()), theme.colour("accent"))
        self._paint_names(painter, layout, offset, left)
        painter.end()
        super().paintEvent(event)

    def _paint_names(self, painter: QPainter, layout, offset: int, left: float) -> None:
        painter.setFont(fonts.digits(fonts.SMALL))
        before = None
        for block in self.blocks():
            data = block.userData()
            shot = data.shown.shot if data is not None and data.shown.kind != "heading" else None
            if shot and shot != before:
                box = layout.blockBoundingRect(block).translated(0, -offset)
                if -40 < box.top() < self.viewport().height():
                    row = self.model.row(shot)
                    name = self.model.card(shot).label or str(row + 1) if row >= 0 else ""
                    current = shot in self.workspace.selection
                    painter.setPen(theme.colour("text" if current else "muted"))
                    place = QRectF(left - GUTTER + 20, box.top(), GUTTER - 36, 20)
                    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, name)
            before = shot or before


_EDITING = (
    Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab,
)  # fmt: skip


def _text(block: QTextBlock) -> str:
    """The words of a paragraph; names count in capitals, as they are shown."""
    text = " ".join(block.text().split())
    return text.upper() if kind_of(block) == "cue" else text


def _plain(each: Shown) -> str:
    text = " ".join(each.text.split())
    return text.upper() if each.kind == "cue" else text


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """First and last of each run of consecutive numbers."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs

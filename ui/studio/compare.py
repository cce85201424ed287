"""Two takes of a shot, one over the other with a line to drag between them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QSlider, QWidget

from app.document import Shot, Take
from app.edits import SetField
from ui.studio.language import counted, tr
from ui.studio.palette import Sheet
from ui.studio.reports import difference
from ui.studio.theme import fonts
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails
from ui.studio.widgets import Segments, button, column, icon_button, label, row
from ui.studio.words import SUB_PROCESS_NAMES, part_name
from ui.studio.workspace import Workspace


class Wipe(QWidget):
    """Left of the line one picture, right of it the other. `mode`: "wipe" or "side" (beside each other)."""

    moved = Signal(float)

    def __init__(self, thumbnails: Thumbnails, aspect: float):
        super().__init__()
        self._thumbnails, self._aspect = thumbnails, aspect
        self.names = ("", "")
        self.files = (None, None)
        self.mode = "wipe"
        self.at = 0.5
        self.setMinimumSize(320, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Comparison of two takes"))
        self.setAccessibleDescription(tr("The arrow keys move the line between them"))
        thumbnails.arrived.connect(self._arrived)

    def _arrived(self, path: str) -> None:
        self.update()

    def _area(self) -> QRectF:
        wide = self._aspect * (2 if self.mode == "side" else 1)
        width = min(self.width(), self.height() * wide)
        return QRectF((self.width() - width) / 2, (self.height() - width / wide) / 2, width, width / wide)

    def _move(self, x: float) -> None:
        area = self._area()
        self.at = min(max((x - area.x()) / area.width(), 0.0), 1.0)
        self.moved.emit(self.at)
        self.update()

    def mousePressEvent(self, event) -> None:
        self._move(event.position().x())

    def mouseMoveEvent(self, event) -> None:
        if event.buttons():
            self._move(event.position().x())

    def keyPressEvent(self, event) -> None:
        step = {Qt.Key.Key_Left: -0.05, Qt.Key.Key_Right: 0.05}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        self.at = min(max(self.at + step, 0.0), 1.0)
        self.update()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = self._area()
        painter.fillRect(area, theme.colour("well"))
        pictures = [self._thumbnails.get(f, round(area.width()), self.devicePixelRatioF()) for f in self.files]
        if self.mode == "side":
            half = area.width() / 2
            for n, picture in enumerate(pictures):
                self._picture(
                    painter, picture, QRectF(area.x() + n * half, area.y(), half - (1 - n) * 2, area.height())
                )
        else:
            line = area.x() + area.width() * self.at
            for picture, clip in (
                (pictures[0], QRectF(area.x(), area.y(), line - area.x(), area.height())),
                (pictures[1], QRectF(line, area.y(), area.right() - line, area.height())),
            ):
                painter.save()
                painter.setClipRect(clip)
                self._picture(painter, picture, area)
                painter.restore()
            painter.fillRect(QRectF(line - 1, area.y(), 2, area.height()), QColor("#FFFFFF"))
        self._badges(painter, area)

    def _picture(self, painter: QPainter, picture: QPixmap | None, rect: QRectF) -> None:
        if picture is not None:
            painter.drawPixmap(rect, picture, QRectF(picture.rect()))

    def _badges(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(fonts.ui(fonts.SMALL, fonts.STRONG))
        for name, right in zip(self.names, (False, True), strict=True):
            width = painter.fontMetrics().horizontalAdvance(name) + 16
            box = QRectF(area.right() - width - 8 if right else area.x() + 8, area.y() + 8, width, 24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 170))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor("#FFFFFF"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


class CompareSheet(Sheet):
    """Shows the take in use against another one; either can be chosen."""

    def __init__(self, window: QWidget, workspace: Workspace, thumbnails: Thumbnails):
        super().__init__(window, 1120)
        self.workspace = workspace
        film = workspace.film
        self.wipe = Wipe(thumbnails, film.size[0] / film.size[1] if film else 16 / 9)
        self.mode = Segments((("wipe", tr("Wipe")), ("side", tr("Side by side"))), tr("How takes are compared"))
        self.title = label(style="heading")
        self.keep = button(tr("Keep this take"))
        self.use = button(tr("Use the other"), style="primary")
        self.verdict = label(style="small", wrap=True)
        self.time = QSlider(Qt.Orientation.Horizontal)
        self.time.setAccessibleName(tr("Keyframe that is compared"))
        self.time.setPageStep(1)
        self.changes = QLabel()
        self.changes.setTextFormat(Qt.TextFormat.RichText)
        self.changes.setWordWrap(True)
        self.changes.setAccessibleName(tr("What the takes were asked for"))
        head = row(self.title, None, self.mode, icon_button("cross", tr("Close the comparison"), self.close_sheet))
        foot = row(self.verdict, self.keep, self.use)
        foot.setStretch(0, 1)
        body = (head, self.wipe, self.time, self.changes, foot)
        self.panel.setLayout(column(*body, margins=(16, 16, 16, 16), gap=12))
        self.panel.layout().setStretch(1, 1)
        self.mode.chosen.connect(self._set_mode)
        self.keep.clicked.connect(self.close_sheet)
        self.use.clicked.connect(self._use)
        self.time.valueChanged.connect(self._show_frame)
        self._pair: tuple[Take, Take] | None = None
        self._shot: Shot | None = None
        self._other: Take | None = None

    def show_takes(self, shot: Shot, used: Take, other: Take) -> None:
        """Opens the sheet with two takes of a shot."""
        self._shot, self._other = shot, other
        self._pair = (used, other)
        most = max(len(t.keyframes) for t in (used, other))
        self.time.setRange(0, max(most - 1, 0))
        self.time.setVisible(most > 1)
        self.time.setValue(most // 2)
        self._show_frame()
        self.changes.setText(changes_between(used, other))
        self.changes.setVisible(bool(self.changes.text()))
        self.wipe.names = (
            tr("Take {number}, in use").format(number=used.number),
            tr("Take {number}").format(number=other.number),
        )
        self.title.setText(tr("Compare takes"))
        self.keep.setText(tr("Keep take {number}").format(number=used.number))
        self.use.setText(tr("Use take {number}").format(number=other.number))
        problems = [len(t.review.problems) if t.review else None for t in (used, other)]
        texts = [f"{n}: {_problems(p)}" for n, p in zip(self.wipe.names, problems, strict=True)]
        self.verdict.setText("; ".join(texts))
        self.open()
        self.wipe.setFocus()

    def _fit(self) -> None:
        super()._fit()
        host = self.parentWidget()
        self.panel.setGeometry(self.panel.x(), 40, self.panel.width(), min(host.height() - 80, 760))

    def _show_frame(self) -> None:
        """The keyframes of both takes at the same share of the shot."""
        share = self.time.value() / max(self.time.maximum(), 1)
        files = [
            self.workspace.file(t.keyframes[round(share * (len(t.keyframes) - 1))].file) if t.keyframes else None
            for t in self._pair
        ]
        self.wipe.files = (files[0], files[1])
        self.wipe.update()

    def _set_mode(self, mode: str) -> None:
        self.wipe.mode = mode
        self.wipe.update()

    def _use(self) -> None:
        self.workspace.apply(SetField(target=self._shot.id, field="active_take", value=self._other.id))
        self.close_sheet()


def changes_between(used: Take, other: Take) -> str:
    """What the other take was asked for that the one in use was not, part by part (HTML); "" for the same."""
    lines = []
    for name in SUB_PROCESS_NAMES:
        old, new = getattr(used.guidance, name), getattr(other.guidance, name)
        if old != new:
            lines.append(f"<b>{part_name(name)}</b>&nbsp; {difference(old, new)}")
    return "<br>".join(lines)


def _problems(count: int | None) -> str:
    if count is None:
        return tr("not reviewed")
    return counted(count, tr("{n} problem"), tr("{n} problems")) if count else tr("review passed")

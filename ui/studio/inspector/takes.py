"""The takes of a shot: which one is used, what they look like, which to keep."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.document import Shot, Take
from app.edits import DropTake, Group, KeepTake, SetField
from ui.studio.language import counted, tr
from ui.studio.theme.style import kind, theme
from ui.studio.thumbnails import Thumbnails
from ui.studio.widgets import button, clear, column, icon_button, label, row
from ui.studio.workspace import Workspace


class Picture(QWidget):
    """A keyframe, kept in its proportions."""

    def __init__(self, thumbnails: Thumbnails, path, width: int, aspect: float, parent: QWidget | None = None):
        super().__init__(parent)
        self._thumbnails, self._path, self._width, self._aspect = thumbnails, path, width, aspect
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        thumbnails.arrived.connect(self._arrived)

    def sizeHint(self) -> QSize:
        return QSize(self._width, round(self._width / self._aspect))

    def _arrived(self, path: str) -> None:
        if path == str(self._path):
            self.update()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("well"))
        pixmap = self._thumbnails.get(self._path, self._width, self.devicePixelRatioF())
        if pixmap is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(self.rect()), pixmap, QRectF(pixmap.rect()))


class TakesPage(QScrollArea):
    """compare(take id, take id): show two takes side by side; judge(take id, take id): have the crew say which of them
    is better."""

    compare = Signal(str, str)
    judge = Signal(str, str)

    def __init__(self, workspace: Workspace, thumbnails: Thumbnails, parent: QWidget | None = None):
        super().__init__(parent)
        self.workspace, self.thumbnails = workspace, thumbnails
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Takes"))
        body = kind(QWidget(), "page")
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(16, 12, 16, 16)
        self._layout.setSpacing(8)
        self.setWidget(body)

    def show_shot(self, shot: Shot | None) -> None:
        """Lists the takes, newest first."""
        clear(self._layout)
        if shot is None or not shot.takes:
            text = tr("No takes yet. Regenerate the shot to make one.")
            self._layout.addWidget(label(text, "muted", wrap=True))
        else:
            for take in reversed(shot.takes):
                self._layout.addWidget(self._row(shot, take))
            spare = spare_takes(shot)
            if spare:
                text = tr("Discard the other take") if len(spare) == 1 else tr("Discard the {n} other takes")
                clean = button(text.format(n=len(spare)), self.clean_up, "trash")
                clean.setToolTip(tr("Takes in use and takes that are kept stay; undo brings the others back"))
                self._layout.addLayout(row(None, clean))
        self._layout.addStretch(1)

    def _row(self, shot: Shot, take: Take) -> QFrame:
        film = self.workspace.film
        active = take.id == shot.active_take
        frame = kind(QFrame(), "card")
        said = tr("Take {number}, in use") if active else tr("Take {number}")
        frame.setAccessibleName(said.format(number=take.number))
        path = self.workspace.file(take.keyframes[len(take.keyframes) // 2].file) if take.keyframes else None
        picture = Picture(self.thumbnails, path, 112, film.size[0] / film.size[1])
        head = row(label(tr("Take {number}").format(number=take.number), "strong"), gap=6)
        if active:
            sign = label()
            theme.dress(sign, "check", "accent")
            head.addWidget(sign)
            head.addWidget(label(tr("In use"), "busy"))
        elif take.kept:
            head.addWidget(label(tr("Kept"), "small"))
        head.addStretch(1)
        texts = column(head, label(_made(take), "small"), label(_verdict(take), "small"), gap=2)
        buttons = row(gap=4)
        if not active:
            buttons.addWidget(
                button(tr("Use"), lambda: self._use(shot.id, take.id), tip=tr("Make this take the active one"))
            )
            if shot.take is not None:
                buttons.addWidget(
                    icon_button("compare", tr("Compare with the take in use"), lambda: self._compare(shot, take))
                )
                ask = tr("Ask the reviewer whether this take is better than the one in use")
                buttons.addWidget(icon_button("review", ask, lambda: self.judge.emit(shot.active_take, take.id)))
        buttons.addStretch(1)
        name = tr("Keep no longer") if take.kept else tr("Keep this take when others are discarded")
        pin = icon_button("pin", name, lambda: self._keep(shot.id, take), check=True)
        pin.setChecked(take.kept)
        buttons.addWidget(pin)
        if len(shot.takes) > 1:
            away = icon_button("trash", tr("Discard this take"), lambda: self._discard(shot.id, take.id))
            away.setEnabled(not take.kept)
            buttons.addWidget(away)
        texts.addLayout(buttons)
        frame.setLayout(row(picture, texts, margins=(8, 8, 8, 8), gap=10))
        frame.layout().setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        return frame

    def _use(self, shot: str, take: str) -> None:
        self.workspace.apply(SetField(target=shot, field="active_take", value=take))

    def _discard(self, shot: str, take: str) -> None:
        self.workspace.apply(DropTake(shot=shot, take=take))

    def _keep(self, shot: str, take: Take) -> None:
        self.workspace.apply(KeepTake(shot=shot, take=take.id, kept=not take.kept))

    def clean_up(self) -> None:
        """Discards the takes that are neither in use nor kept, as one step."""
        shot = self.workspace.shot
        gone = spare_takes(shot) if shot is not None else []
        if gone:
            edits = [DropTake(shot=shot.id, take=t.id) for t in gone]
            self.workspace.apply(Group(name="discard other takes", edits=edits))

    def _compare(self, shot: Shot, take: Take) -> None:
        self.compare.emit(shot.active_take, take.id)


def spare_takes(shot: Shot) -> list[Take]:
    """Takes that are neither in use nor kept."""
    return [t for t in shot.takes if t.id != shot.active_take and not t.kept]


def _made(take: Take) -> str:
    try:
        return datetime.fromisoformat(take.made).astimezone().strftime("%d %b, %H:%M")
    except ValueError:
        return take.made


def _verdict(take: Take) -> str:
    if take.review is None:
        return take.note or tr("Not reviewed")
    if take.review.verdict == "pass":
        return tr("Review passed")
    return counted(len(take.review.problems), tr("{n} problem"), tr("{n} problems"))

"""The takes of a shot: which one is used, what they look like, which to keep."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.document import Shot, Take
from app.edits import DropTake, Group, KeepTake, SetField
from ui.studio.language import counted, tr
from ui.studio.theme.style import kind, theme
from ui.studio.thumbnails import Thumbnails
from ui.studio.widgets import button, column, icon_button, label, row
from ui.studio.workspace import Workspace


class Picture(QWidget):
    """A keyframe, kept in its proportions."""

    def __init__(self, thumbnails: Thumbnails, width: int, parent: QWidget | None = None):
        super().__init__(parent)
        self._thumbnails, self._width = thumbnails, width
        self._path: Path | None = None
        self._aspect = 16 / 9
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        thumbnails.arrived.connect(self._arrived)

    def show_file(self, path: Path | None, aspect: float) -> None:
        """aspect: width over height of the picture in the file."""
        self._path, self._aspect = path, aspect
        self.updateGeometry()
        self.update()

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
        self._rows: list[TakeRow] = []
        self._nothing = label(tr("No takes yet. Regenerate the shot to make one."), "muted", wrap=True)
        self._clean = button(tr("Discard the other take"), self.clean_up, "trash")
        self._clean.setToolTip(tr("Takes in use and takes that are kept stay; undo brings the others back"))
        self._layout.addWidget(self._nothing)
        self._layout.addLayout(row(None, self._clean))
        self._layout.addStretch(1)
        self.setWidget(body)

    def show_shot(self, shot: Shot | None) -> None:
        """Lists the takes, newest first. Rows stay and are filled anew: making them holds up a step through a film."""
        takes = list(reversed(shot.takes)) if shot is not None else []
        while len(self._rows) < len(takes):
            self._rows.append(TakeRow(self))
            self._layout.insertWidget(len(self._rows), self._rows[-1])
        for n, each in enumerate(self._rows):
            each.setVisible(n < len(takes))
            if n < len(takes):
                each.show_take(shot, takes[n])
        self._nothing.setVisible(not takes)
        spare = spare_takes(shot) if shot is not None else []
        text = tr("Discard the other take") if len(spare) == 1 else tr("Discard the {n} other takes")
        self._clean.setText(text.format(n=len(spare)))
        self._clean.setVisible(bool(spare))

    def use(self, shot: str, take: str) -> None:
        self.workspace.apply(SetField(target=shot, field="active_take", value=take))

    def discard(self, shot: str, take: str) -> None:
        self.workspace.apply(DropTake(shot=shot, take=take))

    def keep(self, shot: str, take: str) -> None:
        """Keeps a take when others are discarded, or no longer."""
        kept = next(t.kept for t in self.workspace.film.shot(shot).takes if t.id == take)
        self.workspace.apply(KeepTake(shot=shot, take=take, kept=not kept))

    def clean_up(self) -> None:
        """Discards the takes that are neither in use nor kept, as one step."""
        shot = self.workspace.shot
        gone = spare_takes(shot) if shot is not None else []
        if gone:
            edits = [DropTake(shot=shot.id, take=t.id) for t in gone]
            self.workspace.apply(Group(name="discard other takes", edits=edits))


class TakeRow(QFrame):
    """One take of a shot with what can be done with it."""

    def __init__(self, page: TakesPage) -> None:
        super().__init__()
        self._page, self._shot, self._take, self._active = page, "", "", ""
        kind(self, "card")
        self.picture = Picture(page.thumbnails, 112)
        self.name, self.made, self.verdict = label(style="strong"), label(style="small"), label(style="small")
        self.sign, self.used, self.kept = label(), label(tr("In use"), "busy"), label(tr("Kept"), "small")
        theme.dress(self.sign, "check", "accent")
        self.use = button(tr("Use"), lambda: page.use(self._shot, self._take), tip=tr("Make this take the active one"))
        self.compare = icon_button(
            "compare", tr("Compare with the take in use"), lambda: page.compare.emit(self._active, self._take)
        )
        ask = tr("Ask the reviewer whether this take is better than the one in use")
        self.ask = icon_button("review", ask, lambda: page.judge.emit(self._active, self._take))
        self.pin = icon_button("pin", "", lambda: page.keep(self._shot, self._take), check=True)
        self.away = icon_button("trash", tr("Discard this take"), lambda: page.discard(self._shot, self._take))
        head = row(self.name, self.sign, self.used, self.kept, None, gap=6)
        buttons = row(self.use, self.compare, self.ask, None, self.pin, self.away, gap=4)
        texts = column(head, self.made, self.verdict, buttons, gap=2)
        self.setLayout(row(self.picture, texts, margins=(8, 8, 8, 8), gap=10))
        self.layout().setAlignment(self.picture, Qt.AlignmentFlag.AlignTop)

    def show_take(self, shot: Shot, take: Take) -> None:
        active = take.id == shot.active_take
        self._shot, self._take, self._active = shot.id, take.id, shot.active_take
        said = tr("Take {number}, in use") if active else tr("Take {number}")
        self.setAccessibleName(said.format(number=take.number))
        self.name.setText(tr("Take {number}").format(number=take.number))
        workspace = self._page.workspace
        middle = take.keyframes[len(take.keyframes) // 2].file if take.keyframes else ""
        self.picture.show_file(workspace.file(middle), workspace.film.size[0] / workspace.film.size[1])
        self.made.setText(_made(take))
        self.verdict.setText(_verdict(take))
        for each, shown in (
            (self.sign, active), (self.used, active), (self.kept, take.kept and not active), (self.use, not active),
            (self.compare, not active and shot.take is not None), (self.ask, not active and shot.take is not None),
            (self.away, len(shot.takes) > 1),
        ):  # fmt: skip
            each.setVisible(shown)
        name = tr("Keep no longer") if take.kept else tr("Keep this take when others are discarded")
        self.pin.setToolTip(name)
        self.pin.setAccessibleName(name)
        self.pin.setChecked(take.kept)
        self.away.setEnabled(not take.kept)


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

"""The storyboard along time: seeking, choosing, stretching and dragging shots, and zoom."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from app.edits import SetField
from ui.studio import words
from ui.studio.language import tr
from ui.studio.player.running import Span
from ui.studio.storyboard.decor import DRAGGED, drag_picture
from ui.studio.storyboard.model import MIME, ShotsModel, asset_in, shots_in
from ui.studio.storyboard.timepicture import NAMES, PICTURE, RULER, SCENE, TimelinePicture
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails

LEAST, MOST = 0.4, 40.0
"""Pixels per frame the zoom goes between."""
GRIP = 6


class TimelineBody(TimelinePicture):
    """What scrolls. sought(frame); asked(shot); given(kind, name, shots): a thing out of the library was dropped;
    menu_asked(point): a right click on a shot, which is chosen then, in global coordinates."""

    sought = Signal(int)
    asked = Signal(str)
    given = Signal(str, str, list)
    menu_asked = Signal(QPoint)

    def __init__(self, model: ShotsModel, thumbnails: Thumbnails):
        super().__init__(model, thumbnails)
        self._stretch: tuple[Span, int] | None = None
        self._grabbed: tuple[Span, QPoint] | None = None
        self._merge = ""
        self._anchor = ""
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Timeline"))

    # ---- mouse and keyboard

    def _edge(self, point: QPoint) -> Span | None:
        """The shot whose end is under the pointer."""
        top = RULER + SCENE
        if not top <= point.y() <= top + PICTURE:
            return None
        for span in self.running.spans:
            if abs(self.x(span.start + span.length) - point.x()) <= GRIP:
                return span
        return None

    def contextMenuEvent(self, event) -> None:
        span = self.running.at(self.frame_at(event.pos().x()))
        if span is not None and event.pos().x() >= NAMES:
            if span.shot not in self.model.workspace.selection:
                self.model.workspace.select(span.shot)
            self.menu_asked.emit(event.globalPos())

    def mousePressEvent(self, event) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        edge = self._edge(point)
        film = self.model.workspace.film
        if edge is not None and not film.shot(edge.shot).locked:
            self._stretch = (edge, point.x())
            self._merge = self.model.workspace.typing_key(edge.shot, "length")
            return
        span = self._picture_at(point)
        if span is not None and not event.modifiers():
            self._grabbed = (span, point)
            if span.shot in self.model.workspace.selection:
                return  # several may be dragged; the click is done when the button is let go
        self._seek(point, event.modifiers())

    def _picture_at(self, point: QPoint) -> Span | None:
        """The shot whose picture is at a point."""
        top = RULER + SCENE
        if not top <= point.y() <= top + PICTURE or point.x() < NAMES:
            return None
        span = self.running.at(self.frame_at(point.x()))
        return span if span is not None and point.x() <= self.x(span.start + span.length) else None

    def _seek(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        frame = self.frame_at(point.x())
        span = self.running.at(frame)
        if span is None:
            return
        workspace = self.model.workspace
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            chosen = [s for s in workspace.selection if s != span.shot]
            workspace.select(span.shot, [*chosen, span.shot])
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and workspace.current:
            order = [s.shot for s in self.running.spans]
            anchor = self._anchor if self._anchor in order else workspace.current
            ends = sorted(order.index(s) for s in (anchor, span.shot) if s in order)
            workspace.select(span.shot, order[ends[0] : ends[-1] + 1])
        elif point.y() > RULER:
            self._anchor = span.shot
            workspace.select(span.shot)
        self.sought.emit(frame)

    def mouseMoveEvent(self, event) -> None:
        point = event.position().toPoint()
        if self._stretch is not None:
            span, x = self._stretch
            length = max(1, span.length + round((point.x() - x) / self.scale))
            edit = SetField(target=span.shot, field="length", value=length)
            if length != self.model.workspace.film.shot(span.shot).length:
                self.model.workspace.apply(edit, merge=self._merge)
        elif self._grabbed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (point - self._grabbed[1]).manhattanLength() >= QApplication.startDragDistance():
                self._drag()
            return
        elif event.buttons() & Qt.MouseButton.LeftButton and point.y() <= RULER:
            self._seek(point, event.modifiers())
        shape = Qt.CursorShape.SplitHCursor if self._stretch or self._edge(point) else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event) -> None:
        self._stretch = None
        grabbed, self._grabbed = self._grabbed, None
        if grabbed is not None:
            self._seek(event.position().toPoint(), event.modifiers())

    # ---- drag and drop

    def _drag(self) -> None:
        """Drags the selected shots until they are dropped somewhere."""
        self._grabbed = None
        rows = [self.model.index(self.model.row(s.id)) for s in self.model.workspace.shots]
        drag = QDrag(self)
        drag.setMimeData(self.model.mimeData(rows))
        first = self.model.card(self.model.workspace.shots[0].id)
        file = self.model.workspace.file(first.pictures[first.poster]) if first.pictures else None
        ratio, film = self.devicePixelRatioF(), self.model.workspace.film
        text = f"{len(rows)} shots" if len(rows) > 1 else words.shot_name(first.number, film.shot(first.shot))
        picture = self.thumbnails.get(file, DRAGGED, ratio)
        drag.setPixmap(drag_picture(picture, text, len(rows), film.size[0] / film.size[1], ratio))
        drag.setHotSpot(QPoint(24, 24))
        drag.exec(Qt.DropAction.MoveAction)
        self.dragLeaveEvent(None)

    def dragEnterEvent(self, event) -> None:
        if event.mimeData().hasFormat(MIME) or asset_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event) -> None:
        point = event.position().toPoint()
        span = self.running.at(self.frame_at(point.x()))
        asset = asset_in(event.mimeData()) is not None
        self.target = span.shot if asset and span is not None else None
        self.place = span if not asset else None
        self.behind = span is not None and point.x() > self.x(span.start + span.length / 2)
        event.setDropAction(Qt.DropAction.CopyAction if asset else Qt.DropAction.MoveAction)
        event.setAccepted(span is not None)
        self.update()

    def dragLeaveEvent(self, event) -> None:
        self.place = self.target = None
        self.update()

    def dropEvent(self, event) -> None:
        self.dragMoveEvent(event)
        asset, span, target = asset_in(event.mimeData()), self.place, self.target
        self.dragLeaveEvent(event)
        if asset is not None and target is not None:
            chosen = self.model.workspace.selection
            self.given.emit(*asset, list(chosen) if target in chosen else [target])
        elif span is not None and event.mimeData().hasFormat(MIME):
            scene = self.model.workspace.film.scene_of(span.shot)
            index = [s.id for s in scene.shots].index(span.shot) + (1 if self.behind else 0)
            self.model.move(shots_in(event.mimeData()), scene.id, index)

    def mouseDoubleClickEvent(self, event) -> None:
        span = self.running.at(self.frame_at(event.position().x()))
        if span is not None:
            self.asked.emit(span.shot)

    def keyPressEvent(self, event) -> None:
        workspace = self.model.workspace
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(event.key())
        if step is not None and not event.modifiers():
            shown = [s.shot for s in self.running.spans]
            at = shown.index(workspace.current) if workspace.current in shown else -1
            if shown:
                workspace.select(shown[min(max(at + step, 0), len(shown) - 1)])
        else:
            super().keyPressEvent(event)


class TimelineView(QScrollArea):
    """Scrolls and zooms the timeline; follows film, selection and player."""

    def __init__(self, model: ShotsModel, thumbnails: Thumbnails, parent: QWidget | None = None):
        super().__init__(parent)
        self.body = TimelineBody(model, thumbnails)
        self.model = model
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Timeline"))
        self.setFocusProxy(self.body)
        self._stale = True
        self._fitted = ""
        self._chosen: set[str] = set()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._outdated)
        model.dataChanged.connect(self._changed)
        model.workspace.selected.connect(self._follow)
        thumbnails.arrived.connect(lambda _: self.body.update())
        theme.changed.connect(self.body.update)
        self.horizontalScrollBar().valueChanged.connect(self.body.update)

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self._renew()

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self.isVisible() and not self._stale:
            self.body.renew({self.model.shot_at(row) for row in range(first.row(), last.row() + 1)})
        else:
            self._outdated()

    def _renew(self) -> None:
        self._stale = False
        self.body.renew()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._renew()
        film = self.model.workspace.film
        if film is not None and film.id != self._fitted and self.body.running.length:
            self._fitted = film.id
            room = self.viewport().width() - NAMES - 32
            self.body.scale = min(max(room / self.body.running.length, 2.5), 8.0)
            self.body.renew()
        self._follow()

    def show_frame(self, frame: int) -> None:
        """Puts the playhead on a frame and keeps it in view."""
        self.body.put(frame)
        if self.isVisible():
            x = round(self.body.x(frame))
            bar = self.horizontalScrollBar()
            if not bar.value() + NAMES <= x <= bar.value() + self.viewport().width() - 24:
                bar.setValue(x - NAMES - 40)

    def zoom(self, factor: float) -> None:
        """Shows time larger or smaller round the playhead."""
        self.body.scale = min(max(self.body.scale * factor, LEAST), MOST)
        self.body.renew()
        self.show_frame(self.body.frame)

    def wheelEvent(self, event) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.2 if event.angleDelta().y() > 0 else 1 / 1.2)
            event.accept()
            return
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (event.angleDelta().x() or event.angleDelta().y()))
        event.accept()

    def _follow(self) -> None:
        chosen = set(self.model.workspace.selection)
        self.body.touch(chosen ^ self._chosen)
        self._chosen = chosen
        span = self.body.running.of(self.model.workspace.current)
        if span is not None and self.isVisible():
            bar = self.horizontalScrollBar()
            x, end = self.body.x(span.start), self.body.x(span.start + span.length)
            if x - NAMES < bar.value() or end > bar.value() + self.viewport().width():
                bar.setValue(round(x - NAMES - 24))

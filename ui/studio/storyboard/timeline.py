"""The storyboard along time: pictures as wide as they last, and lanes for speech, motion and camera."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.document import Action, Film, Line, Move, Shot
from app.edits import SetField
from app.timebase import clock
from library.shots import SHOTS
from ui.studio import words
from ui.studio.player.running import Running, Span
from ui.studio.player.stills import still_at
from ui.studio.storyboard.model import ShotsModel
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme
from ui.studio.theme.tokens import scene_colour
from ui.studio.thumbnails import Thumbnails

NAMES = 88
RULER = 28
SCENE = 24
PICTURE = 92
LANE = 30
GAP = 6
LANES = ("Speech", "Motion", "Camera")
GRIP = 6
LEAST, MOST = 0.4, 40.0
"""Pixels per frame the zoom goes between."""


@dataclass(frozen=True)
class Block:
    """Something in a lane. start, length: frames from the start of the film."""

    lane: int
    start: float
    length: float
    text: str
    shot: str


def blocks(film: Film, shot: Shot, start: int) -> list[Block]:
    """What stands in the lanes during a shot that begins at frame `start`."""
    fps = float(film.rate)
    heard = {s.beat: s.start * fps for s in shot.take.speech} if shot.take else {}
    out: list[Block] = []
    at = 0.0
    begun: dict[str, float] = {}
    for beat in shot.beats:
        length = float(beat.frames or 0)
        during = getattr(beat, "during", None)
        begin = heard.get(beat.id, begun.get(during, at) if during else at)
        begun[beat.id] = begin
        if isinstance(beat, Line):
            text = f"{words.name_of(film, beat.speaker)}: {words.heard(beat)}"
            out.append(Block(0, start + begin, length or shot.length - begin, text, shot.id))
        elif isinstance(beat, Action | Move):
            out.append(Block(1, start + begin, length or shot.length - begin, words.beat_text(film, beat), shot.id))
        if not during:
            at = begin + length
    known = SHOTS.find(shot.shot_type)
    moving = known and known.certain and known.entry.moving
    lens = f"{shot.shot_type}, moving" if moving else shot.shot_type
    out.append(Block(2, start, shot.length, lens, shot.id))
    room = float(start + shot.length)
    return [Block(b.lane, b.start, max(min(b.length, room - b.start), 1), b.text, b.shot) for b in out]


class TimelineBody(QWidget):
    """What scrolls. sought(frame); asked(shot)."""

    sought = Signal(int)
    asked = Signal(str)

    def __init__(self, model: ShotsModel, thumbnails: Thumbnails):
        super().__init__()
        self.model, self.thumbnails = model, thumbnails
        self.scale = 6.0
        self.running = Running(None)
        self.frame = 0
        self._blocks: dict[str, list[Block]] = {}
        self._stretch: tuple[Span, int] | None = None
        self._merge = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Timeline")
        self.setMinimumHeight(RULER + SCENE + PICTURE + len(LANES) * (LANE + GAP) + 2 * GAP)

    # ---- geometry

    def sizeHint(self) -> QSize:
        return QSize(round(NAMES + self.running.length * self.scale + 120), self.minimumHeight())

    def x(self, frame: float) -> float:
        """Where a frame stands."""
        return NAMES + frame * self.scale

    def frame_at(self, x: float) -> int:
        return min(max(round((x - NAMES) / self.scale), 0), max(self.running.length - 1, 0))

    def renew(self) -> None:
        """Reads the film anew."""
        self.running = Running(self.model.workspace.film)
        self._blocks.clear()
        self.resize(self.sizeHint().expandedTo(QSize(0, self.height())))
        self.updateGeometry()
        self.update()

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

    def mousePressEvent(self, event) -> None:
        point = event.position().toPoint()
        edge = self._edge(point)
        film = self.model.workspace.film
        if edge is not None and not film.shot(edge.shot).locked:
            self._stretch = (edge, point.x())
            self._merge = self.model.workspace.typing_key(edge.shot, "length")
            return
        self._seek(point, event.modifiers())

    def _seek(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        frame = self.frame_at(point.x())
        span = self.running.at(frame)
        if span is None:
            return
        workspace = self.model.workspace
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            chosen = [s for s in workspace.selection if s != span.shot]
            workspace.select(span.shot, [*chosen, span.shot])
        elif point.y() > RULER:
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
        elif event.buttons() & Qt.MouseButton.LeftButton and point.y() <= RULER:
            self._seek(point, event.modifiers())
        shape = Qt.CursorShape.SplitHCursor if self._stretch or self._edge(point) else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event) -> None:
        self._stretch = None

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

    # ---- painting

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.colour("canvas"))
        film = self.model.workspace.film
        if film is None:
            return
        left, right = event.rect().left(), event.rect().right()
        self._ruler(painter, left, right)
        self._lane_lines(painter, left, right)
        for span in self.running.spans:
            if self.x(span.start + span.length) >= left and self.x(span.start) <= right:
                self._shot(painter, film, span)
        self._scenes(painter, film, left, right)
        self._names(painter, left)
        self._playhead(painter)

    def _ruler(self, painter: QPainter, left: int, right: int) -> None:
        fps = round(float(self.running.fps))
        step = next(s for s in (1, 2, 5, 10, 15, 30, 60, 120, 300) if s * fps * self.scale >= 72 or s == 300)
        painter.setFont(fonts.digits(11))
        second = max(0, int((left - NAMES) / (self.scale * fps)) // step * step)
        while self.x(second * fps) <= right:
            x = self.x(second * fps)
            painter.setPen(theme.colour("line_strong"))
            painter.drawLine(round(x), RULER - 6, round(x), RULER)
            painter.setPen(theme.colour("muted"))
            text = clock(second * fps, self.running.fps)[3:8]
            painter.drawText(QRectF(x + 4, 4, 60, RULER - 8), Qt.AlignmentFlag.AlignVCenter, text)
            second += step
        painter.setPen(theme.colour("line"))
        painter.drawLine(left, RULER, right, RULER)

    def _scenes(self, painter: QPainter, film: Film, left: int, right: int) -> None:
        painter.setFont(fonts.ui(fonts.SMALL, fonts.STRONG))
        metrics = QFontMetricsF(painter.font())
        for index, scene in enumerate(film.scenes):
            spans = [s for s in self.running.spans if s.scene == index]
            if not spans:
                continue
            x, end = self.x(spans[0].start), self.x(spans[-1].start + spans[-1].length)
            if end < left or x > right:
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scene_colour(index, scene.colour)))
            painter.drawRoundedRect(QRectF(x + 1, RULER + SCENE - 5, end - x - 2, 3), 1.5, 1.5)
            painter.setPen(theme.colour("text"))
            at = min(max(x + 2, left + NAMES + 4), max(end - 60, x + 2))
            text = metrics.elidedText(words.scene_title(index + 1, scene), Qt.TextElideMode.ElideRight, end - at - 4)
            painter.drawText(QRectF(at, RULER + 1, end - at, SCENE - 6), Qt.AlignmentFlag.AlignVCenter, text)

    def _lane_top(self, lane: int) -> int:
        return RULER + SCENE + PICTURE + GAP * 2 + lane * (LANE + GAP)

    def _lane_lines(self, painter: QPainter, left: int, right: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        for lane in range(len(LANES)):
            painter.drawRect(QRectF(left, self._lane_top(lane), right - left + 1, LANE))

    def _shot(self, painter: QPainter, film: Film, span: Span) -> None:
        card = self.model.card(span.shot)
        chosen = span.shot in self.model.workspace.selection
        tokens = theme.tokens
        ratio = self.devicePixelRatioF()
        rect = QRectF(self.x(span.start) + 1, RULER + SCENE, span.length * self.scale - 2, PICTURE)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(tokens.selected if chosen else tokens.raised))
        picture = QRectF(rect.x(), rect.y(), rect.width(), PICTURE - 22)
        if card.pictures:
            self._keyframes(painter, film, span, picture, ratio)
        else:
            painter.fillRect(picture, QColor(tokens.well))
        foot = QRectF(rect.x() + 6, rect.bottom() - 21, rect.width() - 12, 20)
        tone = getattr(tokens, card.state.tone)
        painter.drawPixmap(round(foot.x()), round(foot.y() + 3), icons.pixmap(card.state.icon, tone, 14, ratio))
        painter.setFont(fonts.ui(fonts.SMALL, fonts.STRONG))
        painter.setPen(QColor(tokens.text))
        room = foot.adjusted(18, 0, 0, 0)
        text = QFontMetricsF(painter.font()).elidedText(
            f"{card.label or card.number}  {card.length}", Qt.TextElideMode.ElideRight, max(room.width(), 0)
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.line), 2 if chosen else 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if span.shot not in self._blocks:
            self._blocks[span.shot] = blocks(film, film.shot(span.shot), span.start)
        for block in self._blocks[span.shot]:
            self._block(painter, block, span.scene)

    def _keyframes(self, painter: QPainter, film: Film, span: Span, rect: QRectF, ratio: float) -> None:
        """The keyframes side by side, each where it stands in time."""
        take = film.shot(span.shot).take
        frames = [(k.frame, self.model.workspace.file(k.file)) for k in take.keyframes]
        wide = rect.height() * film.size[0] / film.size[1]
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(rect, theme.colour("well"))
        x = rect.x()
        while x < rect.right():
            file = still_at(frames, round((x - rect.x() + wide / 2) / self.scale))
            pixmap = self.thumbnails.get(file, round(wide), ratio)
            if pixmap is not None:
                painter.drawPixmap(QRectF(x, rect.y(), wide, rect.height()), pixmap, QRectF(pixmap.rect()))
            x += wide + 1

    def _block(self, painter: QPainter, block: Block, scene: int) -> None:
        tokens = theme.tokens
        rect = QRectF(self.x(block.start) + 1, self._lane_top(block.lane) + 2, block.length * self.scale - 2, LANE - 4)
        if rect.width() < 2:
            return
        colour = QColor(scene_colour(scene, self.model.workspace.film.scenes[scene].colour))
        colour.setAlphaF(0.28 if block.lane == 0 else 0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, 4, 4)
        if rect.width() < 24:
            return
        painter.setFont(fonts.ui(fonts.SMALL))
        painter.setPen(QColor(tokens.text))
        inner = rect.adjusted(8, 0, -6, 0)
        text = QFontMetricsF(painter.font()).elidedText(block.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)

    def _names(self, painter: QPainter, left: int) -> None:
        """The lane names stay at the left edge while the rest scrolls."""
        tokens = theme.tokens
        edge = self.parentWidget().mapToGlobal(QPoint(0, 0)).x() - self.mapToGlobal(QPoint(0, 0)).x()
        x = max(edge, 0)
        painter.fillRect(QRectF(x, RULER + 1, NAMES - 8, self.height()), QColor(tokens.canvas))
        painter.setFont(fonts.ui(fonts.SMALL, fonts.MEDIUM))
        painter.setPen(QColor(tokens.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(x + 16, RULER + SCENE, NAMES - 24, PICTURE), middle, "Picture")
        for lane, name in enumerate(LANES):
            painter.drawText(QRectF(x + 16, self._lane_top(lane), NAMES - 24, LANE), middle, name)

    def _playhead(self, painter: QPainter) -> None:
        x = self.x(self.frame)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.drawLine(round(x), 8, round(x), self._lane_top(len(LANES)) - GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QRectF(x - 4, 4, 8, 8))


class TimelineView(QScrollArea):
    """Scrolls and zooms the timeline; follows film, selection and player."""

    def __init__(self, model: ShotsModel, thumbnails: Thumbnails, parent: QWidget | None = None):
        super().__init__(parent)
        self.body = TimelineBody(model, thumbnails)
        self.model = model
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setAccessibleName("Timeline")
        self.setFocusProxy(self.body)
        self._stale = True
        self._fitted = ""
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged, model.dataChanged):
            signal.connect(self._outdated)
        model.workspace.selected.connect(self._follow)
        thumbnails.arrived.connect(lambda _: self.body.update())
        theme.changed.connect(self.body.update)
        self.horizontalScrollBar().valueChanged.connect(self.body.update)

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self._renew()

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
        self.body.frame = frame
        if self.isVisible():
            self.body.update()
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
        self.body.update()
        span = self.body.running.of(self.model.workspace.current)
        if span is not None and self.isVisible():
            bar = self.horizontalScrollBar()
            x, end = self.body.x(span.start), self.body.x(span.start + span.length)
            if x - NAMES < bar.value() or end > bar.value() + self.viewport().width():
                bar.setValue(round(x - NAMES - 24))

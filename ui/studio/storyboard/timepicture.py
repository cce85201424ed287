"""How the timeline looks: pictures as wide as they last, and lanes for dialogue, motion, camera and sound."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from app.document import Film
from app.timebase import clock
from ui.studio import words
from ui.studio.language import tr
from ui.studio.player.running import Running, Span
from ui.studio.player.stills import still_at
from ui.studio.storyboard.decor import paint_mark
from ui.studio.storyboard.kept import Allowance, Kept, sharp
from ui.studio.storyboard.lanes import CAMERA, DIALOGUE, LANES, SOUND, Block, blocks
from ui.studio.storyboard.model import ShotsModel
from ui.studio.storyboard.waves import Waves
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme
from ui.studio.theme.tokens import scene_colour
from ui.studio.thumbnails import Thumbnails

NAMES = 88
RULER = 28
SCENE = 24
PICTURE = 92
STILL = PICTURE - 22
LANE = 30
GAP = 6
COLUMNS, SMALL = 32 * 2**20, 16 * 2**20
"""Bytes of whole shots, and of keyframes in the size they are painted in, kept ready."""
WIDEST = 4096
"""Device pixels up to which a shot is kept whole."""


class TimelinePicture(QWidget):
    """Geometry and painting of the timeline. place, behind: the shot that dragged shots would go before or behind;
    target: the shot that would be given a thing out of the library."""

    def __init__(self, model: ShotsModel, thumbnails: Thumbnails):
        super().__init__()
        self.model, self.thumbnails = model, thumbnails
        self.scale = 6.0
        self.running = Running(None)
        self.waves = Waves(model.workspace, model.production.tasks, self)
        self.waves.arrived.connect(lambda shot: self.touch([shot]))
        self.frame = 0
        self.place: Span | None = None
        self.behind = False
        self.target: str | None = None
        self._blocks: dict[str, list[Block]] = {}
        self._columns, self._small = Kept(COLUMNS), Kept(SMALL)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.update)
        self.setMinimumHeight(RULER + SCENE + PICTURE + len(LANES) * (LANE + GAP) + 2 * GAP)

    # ---- geometry

    def sizeHint(self) -> QSize:
        return QSize(round(NAMES + self.running.length * self.scale + 120), self.minimumHeight())

    def x(self, frame: float) -> float:
        """Where a frame stands."""
        return NAMES + frame * self.scale

    def frame_at(self, x: float) -> int:
        return min(max(round((x - NAMES) / self.scale), 0), max(self.running.length - 1, 0))

    def renew(self, changed: set[str] | None = None) -> None:
        """Reads the film anew; only what is shown of the shots that changed, if they take the same time."""
        before = self.running.spans
        self.running = Running(self.model.workspace.film)
        if changed and before == self.running.spans:
            for shot in changed:
                self._blocks.pop(shot, None)
            self.touch(changed)
            return
        self._blocks.clear()
        self.resize(self.sizeHint().expandedTo(QSize(0, self.height())))
        self.updateGeometry()
        self.update()

    def touch(self, shots: Iterable[str]) -> None:
        """Paints these shots anew and leaves the others."""
        for span in map(self.running.of, shots):
            if span is not None:
                self.update(self._box(span))

    def put(self, frame: int) -> None:
        """Puts the playhead on a frame."""
        for at in (self.frame, frame):
            self.update(round(self.x(at)) - 6, 0, 12, self.height())
        self.frame = frame

    def _box(self, span: Span) -> QRect:
        """What a shot takes up, frame and all."""
        return (
            QRectF(self.x(span.start), 0, span.length * self.scale, self.height()).toAlignedRect().adjusted(-2, 0, 2, 0)
        )

    def _room(self, span: Span) -> QRectF:
        """Where the pictures of a shot stand, with the line below them."""
        return QRectF(self.x(span.start) + 1, RULER + SCENE, span.length * self.scale - 2, PICTURE)

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
        allowance = Allowance()
        for span in self.running.spans:
            if event.region().intersects(self._box(span)):
                self._shot(painter, film, span, allowance)
        if allowance.short:
            self._rest.start()
        self._scenes(painter, film, left, right)
        self._drop_mark(painter)
        self._names(painter, left)
        self._playhead(painter)

    def _drop_mark(self, painter: QPainter) -> None:
        """Where dragged shots would go, or the shot that would be given a thing."""
        if self.place is not None:
            x = self.x(self.place.start + (self.place.length if self.behind else 0))
            paint_mark(painter, QRectF(x - 1, RULER + SCENE, 2, PICTURE))
        span = self.running.of(self.target) if self.target else None
        if span is not None:
            rect = QRectF(self.x(span.start), RULER + SCENE, span.length * self.scale, PICTURE)
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)

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

    def _shot(self, painter: QPainter, film: Film, span: Span, allowance: Allowance) -> None:
        """A shot with its lanes: out of what is kept, if nothing of it changed; its place where that waits."""
        ratio, box = self.devicePixelRatioF(), self._box(span)
        chosen = span.shot in self.model.workspace.selection
        stills = self._stills(film, span, ratio)
        if span.shot not in self._blocks:
            self._blocks[span.shot] = blocks(film, film.shot(span.shot), span.start)
        known = self._blocks[span.shot]
        if not sharp(ratio) or box.width() * ratio > WIDEST:
            self._column(painter, span, stills, known, chosen)
            return
        card = self.model.card(span.shot)
        keys = tuple(p.cacheKey() if p is not None else 0 for p in stills)
        colour = film.scenes[span.scene].colour
        heard = tuple((line, tuple(peaks)) for line, peaks in self.waves.of(film.shot(span.shot)).items())
        key = (card, span, self.scale, chosen, keys, tuple(known), colour, heard, theme.tokens)

        def paint(painter: QPainter) -> None:
            painter.translate(-box.topLeft())
            self._column(painter, span, stills, known, chosen)

        size = QSizeF(box.width(), self.minimumHeight())
        whole = self._columns.get(key, size, ratio, paint, allowance=allowance)
        if whole is None:
            painter.fillRect(self._room(span), theme.colour("raised"))
        else:
            painter.drawPixmap(box.topLeft(), whole)

    def _column(
        self, painter: QPainter, span: Span, stills: list[QPixmap | None], known: list[Block], chosen: bool
    ) -> None:
        card, tokens, ratio = self.model.card(span.shot), theme.tokens, self.devicePixelRatioF()
        rect = self._room(span)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(tokens.selected if chosen else tokens.raised))
        picture = QRectF(rect.x(), rect.y(), rect.width(), STILL)
        painter.fillRect(picture, QColor(tokens.well))
        self._paint_stills(painter, stills, picture, ratio)
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
        for block in known:
            self._block(painter, block, span.scene)

    def _still_width(self, film: Film) -> float:
        return STILL * film.size[0] / film.size[1]

    def _stills(self, film: Film, span: Span, ratio: float) -> list[QPixmap | None]:
        """The keyframes side by side, each where it stands in time; None for one that is not read yet."""
        take = film.shot(span.shot).take
        if take is None or not take.keyframes:
            return []
        frames = [(k.frame, self.model.workspace.file(k.file)) for k in take.keyframes]
        wide, room = self._still_width(film), span.length * self.scale - 2
        count = math.ceil(room / (wide + 1))
        files = [still_at(frames, round((n * (wide + 1) + wide / 2) / self.scale)) for n in range(count)]
        return [self.thumbnails.get(f, round(wide), ratio) for f in files]

    def _paint_stills(self, painter: QPainter, stills: list[QPixmap | None], rect: QRectF, ratio: float) -> None:
        size = QSizeF(self._still_width(self.model.workspace.film), rect.height())
        place = QRectF(QPointF(0, 0), size)
        for n, still in enumerate(stills):
            if still is not None:
                small = self._small.get(
                    still.cacheKey(), size, ratio, lambda p, s=still: p.drawPixmap(place, s, QRectF(s.rect()))
                )
                painter.drawPixmap(QPointF(rect.x() + n * (size.width() + 1), rect.y()), small)

    def _block(self, painter: QPainter, block: Block, scene: int) -> None:
        tokens = theme.tokens
        rect = QRectF(self.x(block.start) + 1, self._lane_top(block.lane) + 2, block.length * self.scale - 2, LANE - 4)
        if rect.width() < 2:
            return
        colour = QColor(scene_colour(scene, self.model.workspace.film.scenes[scene].colour))
        if block.lane == SOUND:
            self._wave(painter, block, rect, colour)
            return
        colour.setAlphaF(0.28 if block.lane == DIALOGUE else 0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, 4, 4)
        if rect.width() < 24:
            return
        painter.setFont(fonts.ui(fonts.SMALL))
        painter.setPen(QColor(tokens.text))
        inner = rect.adjusted(8, 0, -6, 0)
        inner.setRight(min(inner.right(), self.x(block.start + block.room) - 4))
        if block.lane == CAMERA and block.moving and rect.width() > 60:
            sign = icons.pixmap("cinematography", tokens.muted, 14, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(inner.x(), rect.center().y() - 7), sign)
            inner.adjust(18, 0, 0, 0)
        text = QFontMetricsF(painter.font()).elidedText(block.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)

    def _wave(self, painter: QPainter, block: Block, rect: QRectF, colour: QColor) -> None:
        """How loud a line is, mirrored about the middle of the lane; a flat bar until that is known."""
        film = self.model.workspace.film
        peaks = self.waves.of(film.shot(block.shot)).get(block.beat, [])
        painter.setPen(Qt.PenStyle.NoPen)
        middle, half = rect.center().y(), rect.height() / 2
        colour.setAlphaF(0.25 if not peaks else 0.7)
        painter.setBrush(colour)
        if not peaks:
            painter.drawRoundedRect(QRectF(rect.x(), middle - 1.5, rect.width(), 3), 1.5, 1.5)
            return
        above = [QPointF(self.x(block.start + n), middle - max(p**0.5, 0.03) * half) for n, p in enumerate(peaks)]
        below = [QPointF(p.x(), 2 * middle - p.y()) for p in reversed(above)]
        painter.drawPolygon(QPolygonF([*above, *below]))

    def _names(self, painter: QPainter, left: int) -> None:
        """The lane names stay at the left edge while the rest scrolls."""
        tokens = theme.tokens
        edge = self.parentWidget().mapToGlobal(QPoint(0, 0)).x() - self.mapToGlobal(QPoint(0, 0)).x()
        x = max(edge, 0)
        painter.fillRect(QRectF(x, RULER + 1, NAMES - 8, self.height()), QColor(tokens.canvas))
        painter.setFont(fonts.ui(fonts.SMALL, fonts.MEDIUM))
        painter.setPen(QColor(tokens.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(x + 16, RULER + SCENE, NAMES - 24, PICTURE), middle, tr("Picture"))
        for lane, name in enumerate(LANES):
            painter.drawText(QRectF(x + 16, self._lane_top(lane), NAMES - 24, LANE), middle, tr(name))

    def _playhead(self, painter: QPainter) -> None:
        x = self.x(self.frame)
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.drawLine(round(x), 8, round(x), self._lane_top(len(LANES)) - GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QRectF(x - 4, 4, 8, 8))

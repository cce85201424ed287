"""The floor plan of the current shot, with its picture, which renews itself."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from agents.house import restaging
from app.document import Shot
from app.edits import AnyEdit
from app.errors import ShotwrightError
from ui.studio import words
from ui.studio.language import tr
from ui.studio.plan.canvas import PlanCanvas
from ui.studio.plan.drawing import Drawing, draw
from ui.studio.plan.people import PeopleFields
from ui.studio.plan.renewal import Renewal
from ui.studio.preferences import Preferences
from ui.studio.production import Production
from ui.studio.theme.style import kind
from ui.studio.thumbnails import Thumbnails
from ui.studio.widgets import column, icon_button, label, row, rule
from ui.studio.workspace import Workspace

log = logging.getLogger(__name__)
SIDE = 240


class PlanPanel(QWidget):
    """Follows the current shot. Every drag is one edit of the film."""

    def __init__(
        self,
        workspace: Workspace,
        production: Production,
        thumbnails: Thumbnails,
        preferences: Preferences,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self.workspace, self.production = workspace, production
        self.thumbnails, self.preferences = thumbnails, preferences
        self.renewal = Renewal(workspace, production, self)
        self.renewal.on = preferences.plan_renews
        self._shot: str | None = None
        self._numbers: tuple[str, dict[str, Any] | None] = ("", None)
        self.canvas = PlanCanvas()
        self.fields = PeopleFields()
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.title = label(style="heading")
        self.said = label(style="small", wrap=True)
        self.walk = icon_button("walk", tr("Draw a path: drag from a person, or click from point to point"), check=True)
        self.fit = icon_button("fit", tr("Show the whole place"), self.canvas.fit)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedSize(SIDE - 24, (SIDE - 24) * 9 // 16)
        self.picture.setAccessibleName(tr("Picture of the shot"))
        kind(self.picture, "well")
        self.state = label(style="small", wrap=True)
        self.renews = QCheckBox(tr("Renew by itself"))
        self.renews.setToolTip(tr("Make a new take a moment after each change"))
        self.renews.setChecked(self.renewal.on)
        side = QWidget()
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(side, "surface")
        side.setFixedWidth(SIDE)
        shown = QWidget()
        shown.setLayout(column(self.picture, self.state, self.renews, margins=(12, 12, 12, 8), gap=6))
        side.setLayout(column(shown, rule(), self.fields, gap=0))
        side.layout().setStretch(2, 1)
        head = QWidget()
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(head, "surface")
        line = row(self.title, self.said, self.walk, self.fit, margins=(16, 6, 8, 6), gap=12)
        line.setStretch(1, 1)
        head.setLayout(line)
        sheet = QWidget()
        sheet.setLayout(column(head, rule(), self.canvas, gap=0))
        sheet.layout().setStretch(2, 1)
        self.setLayout(row(sheet, side, gap=0))
        self.layout().setStretch(0, 1)
        self.setFocusProxy(self.canvas)

    def _connect(self) -> None:
        canvas, fields, do = self.canvas, self.fields, self._do
        for source in (canvas, fields):
            source.placed.connect(lambda who, at: do(lambda f, s: restaging.place(f, s, who, at=at)))
            source.turned.connect(lambda who, to: do(lambda f, s: restaging.place(f, s, who, facing=self._facing(to))))
            source.stays.connect(lambda who: do(lambda f, s: restaging.stay(f, s, who)))
            source.lens.connect(lambda mm: do(lambda f, s: restaging.change_lens(f, s, mm)))
            source.filmed.connect(self._film)
        canvas.walked.connect(lambda who, to, via: do(lambda f, s: restaging.walk(f, s, who, to, tuple(via))))
        fields.walked.connect(lambda who, to: do(lambda f, s: restaging.walk(f, s, who, to)))
        fields.seated.connect(lambda who, how: do(lambda f, s: restaging.place(f, s, who, posture=how)))
        fields.given_back.connect(lambda: do(lambda f, s: restaging.film_from(f, s)))
        fields.chosen.connect(canvas.select)
        canvas.reverted.connect(self.redraw)
        canvas.said.connect(self._say)
        self.walk.toggled.connect(canvas.start_walking)
        self.renews.toggled.connect(self._switch)
        self.workspace.selected.connect(self.refresh)
        self.workspace.opened.connect(self.refresh)
        self.workspace.edited.connect(self._edited)
        self.production.shots_changed.connect(lambda shots: self._show_state() if self._shot in shots else None)
        self.renewal.changed.connect(self._show_state)
        self.thumbnails.arrived.connect(lambda _: self._show_picture())

    # ---- showing

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.refresh()

    def event(self, event) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.accept()  # Tab goes through the plan and its fields
            return True
        return super().event(event)

    def refresh(self) -> None:
        """Shows the current shot as it is now."""
        if not self.isVisible():
            return
        shot = self.workspace.shot
        fresh = (shot.id if shot else None) != self._shot
        self._shot = shot.id if shot else None
        if shot is None:
            self.title.setText(tr("No shot is selected"))
            self.canvas.show_drawing(None, [], fresh)
            return
        number = next(n for n, _, s in self.workspace.film.numbered() if s.id == shot.id)
        self.title.setText(tr("{shot_name} from above").format(shot_name=words.shot_name(number, shot)))
        self.canvas.setAccessibleName(tr("Floor plan of {name}").format(name=words.shot_name(number, shot).lower()))
        if fresh:
            self._say("", False)
        self._redraw(shot, fresh)
        self._show_picture()
        self._show_state()

    def redraw(self) -> None:
        """The plan as the film has it, without what was being dragged."""
        if self.workspace.shot is not None and self.isVisible():
            self._redraw(self.workspace.shot, False)

    def _redraw(self, shot: Shot, fresh: bool) -> None:
        film = self.workspace.film
        drawing = self._drawing(shot)
        self.canvas.locked = {n for n in ("character", "motion", "cinematography") if shot.is_locked(n)}
        self.canvas.show_drawing(drawing, [c.id for c in film.characters], fresh)
        self.fields.show_drawing(film, shot, drawing)
        if drawing is not None and drawing.problems and not self.said.text():
            self._say(drawing.problems[0], True)

    def _drawing(self, shot: Shot) -> Drawing | None:
        film = self.workspace.film
        program = shot.program
        if not program.scene.strip():  # never staged: what the crew would make of the guidance
            program = restaging.compiled(film, shot)
        return draw(film, shot, program, self._measured(shot))

    def _measured(self, shot: Shot) -> dict[str, Any] | None:
        name = shot.take.measurements if shot.take else ""
        if self._numbers[0] != name:
            numbers = None
            path = self.workspace.file(name)
            try:
                numbers = json.loads(path.read_text(encoding="utf-8")) if path else None
            except (OSError, ValueError) as error:
                log.warning("measurements %s cannot be read: %s", name, error)
            self._numbers = (name, numbers)
        return self._numbers[1]

    def _show_picture(self) -> None:
        shot = self.workspace.shot
        if shot is None or not self.isVisible():
            return
        take = shot.take
        middle = take.keyframes[len(take.keyframes) // 2] if take and take.keyframes else None
        path = self.workspace.file(middle.file) if middle else None
        found = self.thumbnails.get(path, self.picture.width(), self.devicePixelRatioF())
        if found is None:
            self.picture.setPixmap(QPixmap())
            self.picture.setText("" if path else tr("No picture yet"))
            return
        ratio = self.devicePixelRatioF()
        fitted = found.scaled(
            self.picture.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitted)

    def _show_state(self) -> None:
        shot = self.workspace.shot
        if shot is None or not self.isVisible():
            return
        doing = self.production.doing(shot.id)
        failure = self.production.failure(shot.id)
        stale = self.production.stale(shot.id)
        if doing is not None:
            steps = " " + tr("{done} of {total}").format(done=doing.done, total=doing.total) if doing.total else ""
            text, style = (tr("Renewing…") + steps if doing.running else tr("Waiting to be renewed")), "busy"
        elif self.renewal.waiting(shot.id):
            text, style = tr("Renewed in a moment"), "busy"
        elif failure is not None:
            text, style = tr("Not renewed: {why}").format(why=failure.what), "bad"
        elif stale:
            text, style = tr("Out of date") if shot.take else tr("Not staged yet"), "warning"
        else:
            text, style = tr("Up to date"), "good"
        self.state.setText(text)
        kind(self.state, style)

    def _say(self, text: str, bad: bool) -> None:
        self.said.setText(text)
        kind(self.said, "bad" if bad else "small")

    # ---- changing

    def _switch(self, on: bool) -> None:
        self.renewal.switch(on)
        self.preferences.plan_renews = on
        self.preferences.save()

    def _edited(self, edit: AnyEdit) -> None:
        if self._shot in edit.targets() or "film" in edit.targets():
            self.refresh()

    def _facing(self, name: str) -> str:
        """A person's id for a name; other words as they are."""
        film = self.workspace.film
        return next((c.id for c in film.characters if c.name == name), name)

    def _film(self, at: str, look_at: str) -> None:
        drawing = self.canvas.drawing
        lens = float(round(drawing.camera.lens)) if drawing and drawing.camera else None
        self._do(lambda f, s: restaging.film_from(f, s, at, look_at, lens))

    def _do(self, make: Callable[..., AnyEdit]) -> None:
        shot = self.workspace.shot
        if shot is None:
            return
        try:
            edit = make(self.workspace.film, shot)
        except ShotwrightError as error:
            self._say(f"{error.what[:1].upper()}{error.what[1:]}. {error.hint}".strip(), True)
            self.redraw()
            return
        self._say("", False)
        if not self.workspace.apply(edit):
            self.redraw()

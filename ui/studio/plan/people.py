"""Everything of the floor plan as fields, for whoever does not drag: people, camera, lens."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.document import Film, Shot
from app.spot import degrees, point_of, spot
from ui.studio.fields import Combo, DoubleSpin
from ui.studio.language import mark, tr
from ui.studio.plan.drawing import Camera, Drawing, Person
from ui.studio.plan.gestures import aim_of
from ui.studio.plan.sheet import colour_of
from ui.studio.theme.style import kind
from ui.studio.widgets import button, clear, column, label, row

NOBODY, NOWHERE, SHOT = mark("Whoever is nearest"), mark("Stays"), mark("Who is filmed")


class PeopleFields(QScrollArea):
    """placed(person, spot), turned(person, facing), seated(person, posture), walked(person, to), stays(person),
    filmed(at, look_at), lens(mm), given_back(): chosen in a field. chosen(id): a person's name was clicked."""

    placed = Signal(str, str)
    turned = Signal(str, str)
    seated = Signal(str, str)
    walked = Signal(str, str)
    stays = Signal(str)
    filmed = Signal(str, str)
    lens = Signal(float)
    given_back = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("People and camera of the floor plan"))
        self._body = kind(QWidget(), "page")
        self._layout = QVBoxLayout(self._body)
        self._layout.setContentsMargins(12, 8, 12, 12)
        self._layout.setSpacing(10)
        self.setWidget(self._body)
        self._fields: dict[tuple[str, str], QComboBox | QDoubleSpinBox] = {}
        self._shown: object = None

    def show_drawing(self, film: Film, shot: Shot, drawing: Drawing | None) -> None:
        """Fields for the people on the plan and the camera; kept while only values change."""
        shape = None
        if drawing is not None:
            locks = [shot.is_locked(n) for n in ("character", "motion", "cinematography")]
            people = [(p.id, p.name) for p in drawing.people]
            shape = (shot.id, drawing.place.name, people, drawing.camera is not None, locks)
        if shape != self._shown or shape is None:
            self._shown = shape
            self._build(film, shot, drawing)
        if drawing is not None:
            for person in drawing.people:
                self._fill_person(drawing, person)
            if drawing.camera is not None:
                self._fill_camera(drawing, drawing.camera)

    def field(self, who: str, what: str) -> QComboBox | QDoubleSpinBox:
        """The field of a person (or "camera"): "spot", "facing", "posture", "walk", "lens", "height", "aim"."""
        return self._fields[who, what]

    # ---- building

    def _build(self, film: Film, shot: Shot, drawing: Drawing | None) -> None:
        self._fields.clear()
        clear(self._layout)
        if drawing is None:
            self._layout.addWidget(label(tr("Choose a place for the scene first."), "muted", wrap=True))
            self._layout.addStretch(1)
            return
        order = [c.id for c in film.characters]
        if not drawing.people:
            self._layout.addWidget(label(tr("Nobody is in this shot."), "muted", wrap=True))
        for person in drawing.people:
            self._layout.addWidget(self._person(person, order.index(person.id), shot))
        if drawing.camera is not None:
            self._layout.addWidget(self._camera(shot))
        self._layout.addStretch(1)

    def _person(self, person: Person, index: int, shot: Shot) -> QWidget:
        name = button(person.name, lambda: self.chosen.emit(person.id), style="example", tip=tr("Select on the plan"))
        name.setIcon(_dot(index))
        name.setAccessibleName(tr("Select {name}").format(name=person.name))
        rows = []
        for what, title in (("spot", "At"), ("posture", ""), ("facing", "Faces"), ("walk", "Walks")):
            if what == "posture":
                continue
            combo = self._combo(person.id, what, f"{person.name}: {title.lower()}")
            combo.setEnabled(not shot.is_locked("motion" if what == "walk" else "character"))
            rows.append(_row(title, combo))
        posture = self._combo(person.id, "posture", f"{person.name}: sits or stands")
        posture.addItems(["Stands", "Sits"])
        posture.setEnabled(not shot.is_locked("character"))
        rows.insert(1, _row(tr("There"), posture))
        self._connect(person.id)
        group = QWidget()
        group.setLayout(column(name, *rows, gap=4))
        return group

    def _camera(self, shot: Shot) -> QWidget:
        free = not shot.is_locked("cinematography")
        lens = self._number("camera", "lens", tr("Lens in millimetres"), 12, 300, tr(" mm"), 0, 1.0)
        height = self._number("camera", "height", tr("Height of the camera in metres"), 0.1, 20, tr(" m"), 2, 0.1)
        aim = self._combo("camera", "aim", tr("What the camera looks at"))
        back = button(
            tr("Back to the shot type"), self.given_back.emit, tip=tr("The shot type finds the camera's place again")
        )
        for each in (lens, height, aim, back):
            each.setEnabled(free)
        self._back = back
        lens.valueChanged.connect(lambda v: self.lens.emit(float(v)))
        group = QWidget()
        group.setLayout(
            column(
                label(tr("Camera"), "section"),
                _row(tr("Lens"), lens),
                _row(tr("Height"), height),
                _row(tr("Looks at"), aim),
                back,
                gap=4,
            )
        )
        return group

    def _combo(self, who: str, what: str, name: str) -> QComboBox:
        made = Combo()
        made.setAccessibleName(name)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setMinimumContentsLength(6)
        self._fields[who, what] = made
        return made

    def _number(
        self, who: str, what: str, name: str, least: float, most: float, unit: str, digits: int, step: float
    ) -> QDoubleSpinBox:
        made = DoubleSpin()
        made.setRange(least, most)
        made.setDecimals(digits)
        made.setSingleStep(step)
        made.setSuffix(unit)
        made.setKeyboardTracking(False)
        made.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        made.setAccessibleName(name)
        made.lineEdit().setTextMargins(6, 0, 6, 0)
        made.setFixedHeight(28)
        self._fields[who, what] = made
        return made

    def _connect(self, who: str) -> None:
        take = lambda what: self._fields[who, what].currentData()  # noqa: E731
        self._fields[who, "spot"].activated.connect(lambda _: self.placed.emit(who, take("spot")))
        self._fields[who, "facing"].activated.connect(lambda _: self.turned.emit(who, take("facing")))
        self._fields[who, "posture"].activated.connect(
            lambda index: self.seated.emit(who, "sitting" if index else "standing")
        )
        self._fields[who, "walk"].activated.connect(
            lambda _: self.walked.emit(who, take("walk")) if take("walk") else self.stays.emit(who)
        )

    # ---- filling

    def _fill_person(self, drawing: Drawing, person: Person) -> None:
        places = drawing.place.positions
        spots = [(_free(p, drawing.taken(p, person.id)), p.name) for p in places]
        _fill(self._fields[person.id, "spot"], spots, person.spot or spot(*person.at))
        others = [(p.name, p.name) for p in drawing.people if p is not person]
        ways = [(tr(NOBODY), ""), *others, (tr("The camera"), "camera")]
        ways += [(f"{d} ({n})", degrees(y)) for d, n, y in _SIDES]
        _fill(self._fields[person.id, "facing"], ways, person.facing)
        here = next((p for p in places if p.name == person.spot), None)
        posture = self._fields[person.id, "posture"]
        with QSignalBlocker(posture):
            posture.setCurrentIndex(1 if person.seated else 0)
        posture.parentWidget().setVisible(here is not None and here.seat is not None)
        goals = [(tr(NOWHERE), ""), *((tr("To {place}").format(place=p.name), p.name) for p in places)]
        goals += [(tr("To the {thing}").format(thing=t.name), t.name) for t in drawing.things if t.kind == "floor"]
        _fill(self._fields[person.id, "walk"], goals, person.goal, tr("To {place}").split("{", 1)[0])

    def _fill_camera(self, drawing: Drawing, camera: Camera) -> None:
        for what, value in (("lens", camera.lens), ("height", camera.at[2])):
            number = self._fields["camera", what]
            with QSignalBlocker(number):
                number.setValue(value)
            number.lineEdit().home(False)
        height, aim = self._fields["camera", "height"], self._fields["camera", "aim"]
        names = [(tr(SHOT), ""), *((p.name, p.name) for p in drawing.people)]
        names += [(t.name, t.name) for t in drawing.things if t.kind in ("floor", "on", "wall")]
        _fill(aim, names, camera.aimed or (spot(*camera.target) if camera.pointed else ""))
        for field, signal in ((height, height.valueChanged), (aim, aim.activated)):
            if field.property("wired"):
                signal.disconnect()
            field.setProperty("wired", True)
        at = camera.at
        height.valueChanged.connect(lambda v: self.filmed.emit(spot(at[0], at[1], v), aim_of(camera)))
        aim.activated.connect(lambda _: self.filmed.emit(spot(*at), aim.currentData()))
        self._back.setVisible(camera.placed)


_SIDES = (("Front", "0°", 0), ("Right", "90°", 90), ("Back", "180°", 180), ("Left", "-90°", -90))


def _free(position, holder: str) -> str:
    seat = " · seat" if position.seat else ""
    return f"{position.name} ({holder})" if holder else f"{position.name}{seat}"


def _fill(combo: QComboBox, choices: list[tuple[str, str]], value: str, lead: str = "") -> None:
    """Puts (text, value) in and shows a value; one that is no choice gets an entry of its own."""
    with QSignalBlocker(combo):
        combo.clear()
        for text, data in choices:
            combo.addItem(text, data)
            combo.setItemData(combo.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        at = next((i for i, (_, d) in enumerate(choices) if d == value), -1)
        if at < 0:
            words = f"{lead}{value}" if point_of(value) is None else f"{lead}{value.strip('()')} m"
            combo.addItem(words.strip(), value)
            at = combo.count() - 1
        combo.setCurrentIndex(at)


def _row(title: str, field: QWidget) -> QWidget:
    words = label(title, "small")
    words.setFixedWidth(48)
    words.setBuddy(field)
    made = QWidget()
    made.setLayout(row(words, field, gap=6))
    made.layout().setStretch(1, 1)
    return made


def _dot(index: int) -> QPixmap:
    made = QPixmap(24, 24)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(index))
    painter.drawEllipse(1, 1, 10, 10)
    painter.end()
    return made

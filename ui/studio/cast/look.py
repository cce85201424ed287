"""How somebody looks: in words, or field by field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.document import Character
from app.look import Look
from library.cast import vocabulary
from library.cast.beards import BEARDS
from library.cast.hair import STYLES
from library.cast.headwear import HATS
from library.cast.looks import look_of
from library.cast.outfits import OUTFITS
from ui.studio.cast.form import choice, fill, show, slider, titled
from ui.studio.cast.swatches import Swatches
from ui.studio.language import mark, tr
from ui.studio.widgets import Segments, button, column, label, number_field, row

SKINS = ("#F3BFA0 pale", "#F0AE88 fair", "#EA9E76 rosy", "#DF9169 light tan", "#D2875A tan", "#BF7646 bronze",
         "#A5633A light brown", "#85492B brown", "#663822 dark brown", "#4E2B1B deep")  # fmt: skip
BUILDS = (mark("slim"), mark("lean"), mark("average"), mark("stout"), mark("heavy"))


class LookFields(QWidget):
    """described(words, look): a look made of words. changed(look, merge): a field; merge: part of one drag."""

    described = Signal(str, object)
    changed = Signal(object, bool)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._person: Character | None = None
        self._tries = 0
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("a tired nurse in her fifties, short grey hair"))
        self.words.setAccessibleName(tr("Looks in words"))
        self.apply = button(tr("Dress"), self._describe, style="primary", tip=tr("Make the look of these words"))
        self.again = button(tr("Another"), self._another, "regenerate", tip=tr("Other looks the same words fit"))
        self.gender = Segments((("female", tr("Female")), ("male", tr("Male"))), tr("Gender"))
        self.years = number_field(4, 100, tr("Age"), tr(" years"))
        self.height_ = number_field(90, 210, tr("Height"), tr(" cm"))
        self.build = slider(-100, 100, tr("Build"), self._build, self.settled.emit)
        self.build_words = label(style="small")
        self.build_words.setFixedWidth(52)
        self.skin = Swatches(tr("Skin"))
        self.hair = choice(tr("Hair style"), lambda v: self._set(hair=v))
        self.hair_colour = Swatches(tr("Hair colour"))
        self.eyes = Swatches(tr("Eyes"))
        self.beard = choice(tr("Beard"), lambda v: self._set(beard=v))
        self.hat = choice(tr("Hat"), lambda v: self._set(hat=v))
        self.glasses = QCheckBox(tr("Glasses"))
        self.outfit = choice(tr("Outfit"), self._dress)
        self.palette_ = Swatches(tr("Clothes"), free=False)
        self.parts = [Swatches(tr(name)) for name in ("Main colour", "Second colour", "Accent")]
        self.setLayout(
            column(
                row(self.words, self.apply, self.again, gap=6),
                6,
                titled(tr("Gender"), self.gender),
                titled(tr("Age, height"), self.years, self.height_),
                titled(tr("Build"), self.build, self.build_words),
                titled(tr("Skin"), self.skin),
                titled(tr("Eyes"), self.eyes),
                titled(tr("Hair"), self.hair),
                titled("", self.hair_colour),
                titled(tr("Beard, hat"), self.beard, self.hat),
                titled("", self.glasses),
                titled(tr("Outfit"), self.outfit),
                titled(tr("Palette"), self.palette_),
                *(titled(n, p) for n, p in zip((tr("Main"), tr("Second"), tr("Accent")), self.parts, strict=True)),
                None,
                gap=6,
            )
        )
        self.words.returnPressed.connect(self._describe)
        self.gender.chosen.connect(lambda v: self._set(gender=v))
        self.years.valueChanged.connect(lambda v: self._set(years=v))
        self.height_.valueChanged.connect(lambda v: self._set(height=v / 100))
        self.skin.chosen.connect(lambda c: self._set(skin=c[0]))
        self.eyes.chosen.connect(lambda c: self._set(eyes=c[0]))
        self.hair_colour.chosen.connect(lambda c: self._set(hair_colour=c[0]))
        self.glasses.clicked.connect(lambda on: self._set(glasses=on))
        self.palette_.chosen.connect(lambda c: self._set(colours=c))
        for n, part in enumerate(self.parts):
            part.chosen.connect(lambda c, n=n: self._set(colours=_with(self._look.colours, n, c[0])))

    @property
    def _look(self) -> Look:
        return self._person.look

    def show_person(self, person: Character) -> None:
        """Shows the look of a person."""
        if self._person is None or person.id != self._person.id:
            self.words.setText(person.description)
            self._tries = 0
        self._person = person
        look = person.look
        self.gender.choose(look.gender)
        show(self.years, look.years)
        show(self.height_, round(look.height * 100))
        show(self.build, round(look.build * 100))
        self.build_words.setText(tr(BUILDS[min(4, int((look.build + 1) * 2.5))]))
        self.skin.offer([((s.split(" ", 1)[0],), s.split(" ", 1)[1]) for s in SKINS], (look.skin,))
        self.eyes.offer(_named(vocabulary.EYE_COLOURS), (look.eyes,))
        fill(self.hair, [(_title(n), n) for n in STYLES], look.hair)
        self.hair_colour.offer(_named(vocabulary.HAIR_COLOURS), (look.hair_colour,))
        fill(self.beard, [(tr("No beard"), None), *((_title(n), n) for n in BEARDS)], look.beard)
        fill(self.hat, [(tr("No hat"), None), *((_title(n), n) for n in HATS)], look.hat)
        self.glasses.setChecked(look.glasses)
        fill(self.outfit, [(_title(n), n) for n in OUTFITS], look.outfit)
        sets = vocabulary.PALETTES.get(look.outfit, ())
        self.palette_.offer([(c, tr("set {n}").format(n=n)) for n, c in enumerate(sets, 1)], look.colours)
        for n, part in enumerate(self.parts):
            part.offer(_named(vocabulary.COLOURS, 18), (look.colours[n],))

    # ---- changing

    def _set(self, **changes) -> None:
        if self._person is not None and any(getattr(self._look, k) != v for k, v in changes.items()):
            self.changed.emit(self._look.model_copy(update=changes), False)

    def _build(self, value: int) -> None:
        if self._person is not None and round(self._look.build * 100) != value:
            self.changed.emit(self._look.model_copy(update={"build": value / 100}), True)

    def _dress(self, outfit: str) -> None:
        """Another outfit comes in the first of its own sets of colours."""
        if outfit != self._look.outfit:
            sets = vocabulary.PALETTES.get(outfit, ())
            self._set(outfit=outfit, colours=sets[0] if sets else self._look.colours)

    def _describe(self) -> None:
        text = self.words.text().strip()
        if text and self._person is not None:
            self.described.emit(text, look_of(text, seed=self._tries))

    def _another(self) -> None:
        self._tries += 1
        self._describe()


def _with(colours: tuple[str, ...], at: int, colour: str) -> tuple[str, ...]:
    return (*colours[:at], colour, *colours[at + 1 :])


def _named(table: dict[str, str], most: int = 14) -> list[tuple[tuple[str, ...], str]]:
    """Colours of a table of words, each once, by the first word for it."""
    seen: dict[str, str] = {}
    for word, colour in table.items():
        seen.setdefault(colour, word)
    return [((colour,), word) for colour, word in seen.items()][:most]


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()

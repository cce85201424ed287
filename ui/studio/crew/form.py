"""A form for a typed answer, made from its JSON schema (JSON Schema 2020-12 as pydantic writes it)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFrame,
    QLineEdit,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.studio.fields import Combo, DoubleSpin
from ui.studio.language import tr
from ui.studio.theme.style import kind
from ui.studio.widgets import Prose, button, column, icon_button, label, number_field, row

Schema = Mapping[str, Any]
SHORT = 80
"""A text of at most so many characters gets a single line."""

LARGE = 1_000_000
BESIDE = 128
"""Width of the name of a field that stands beside it, logical pixels."""


class Field(QWidget):
    """Something to fill in. `value` is plain data. changed(): the person typed or chose."""

    changed = Signal()

    def value(self) -> Any:
        raise NotImplementedError

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        """Puts a value in. words: texts that are shown in other words and not to be changed."""
        raise NotImplementedError


def field_of(schema: Schema, definitions: Schema, name: str) -> Field:
    """The field for a schema. name: what it is called, for people and screen readers."""
    schema = _resolved(schema, definitions)
    if "const" in schema:
        return Constant(schema["const"])
    if "enum" in schema:
        return Choice(list(schema["enum"]), name, schema.get("default"))
    variants = schema.get("anyOf") or schema.get("oneOf")
    if variants:
        given = [v for v in variants if v.get("type") != "null"]
        if len(given) == 1:
            return Optional(field_of({**given[0], "title": schema.get("title", "")}, definitions, name), name)
        return Variants(given, definitions, name)
    match schema.get("type"):
        case "string":
            return Text(name, schema)
        case "boolean":
            return YesNo(name, bool(schema.get("default", False)))
        case "integer" | "number":
            return Number(name, schema)
        case "array" if _plain_texts(schema, definitions):
            return Lines(name)
        case "array" if "items" in schema:
            return Items(schema, definitions, name)
        case "object" if "properties" in schema:
            return Group(schema, definitions)
    return Plain(name)


def form(schema: Schema) -> Field:
    """The form for a whole answer."""
    return field_of(schema, schema.get("$defs", {}), "")


def _resolved(schema: Schema, definitions: Schema) -> Schema:
    if "$ref" in schema:
        found = definitions[schema["$ref"].rsplit("/", 1)[-1]]
        return {**found, **{k: v for k, v in schema.items() if k != "$ref"}}
    if len(schema.get("allOf", ())) == 1:
        return _resolved({**schema["allOf"][0], **{k: v for k, v in schema.items() if k != "allOf"}}, definitions)
    return schema


def spoken(name: str) -> str:
    """A name in code as words: "sub_process" -> "Sub process"."""
    return name.replace("_", " ").strip().capitalize()


def _plain_texts(schema: Schema, definitions: Schema) -> bool:
    items = _resolved(schema.get("items", {}), definitions)
    return items.get("type") == "string" and "enum" not in items


class Constant(Field):
    """What is the same in every answer; nothing is shown."""

    def __init__(self, value: Any):
        super().__init__()
        self._value = value
        self.hide()

    def value(self) -> Any:
        return self._value

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        pass


class Choice(Field):
    """One of a few."""

    def __init__(self, values: list[Any], name: str, default: Any = None):
        super().__init__()
        self.box = Combo()
        self.box.setAccessibleName(name)
        for each in values:
            self.box.addItem(tr("(none)") if each == "" else str(each), each)
        self.box.setCurrentIndex(values.index(default) if default in values else 0)
        self.box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.setLayout(row(self.box, None))

    def value(self) -> Any:
        return self.box.currentData()

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        self.box.setCurrentIndex(max(self.box.findData(value), 0))


class Text(Field):
    """Words: one line where they are few, else as many as there are."""

    def __init__(self, name: str, schema: Schema):
        super().__init__()
        default = str(schema.get("default", ""))
        if schema.get("maxLength", LARGE) <= SHORT:
            self.edit: QLineEdit | Prose = QLineEdit(default)
            self.edit.setMaxLength(schema["maxLength"])
            self.edit.textEdited.connect(lambda _: self.changed.emit())
        else:
            self.edit = Prose(lines=1, most=8)
            self.edit.show_text(default)
            self.edit.typed.connect(lambda _: self.changed.emit())
        self.edit.setAccessibleName(name)
        self.meant = label(wrap=True)
        self.meant.hide()
        self.setLayout(column(self.meant, self.edit))

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(str(value))
        else:
            self.edit.show_text(str(value))
        self.meant.setText(words.get(value, ""))
        self.meant.setVisible(value in words)
        self.edit.setVisible(value not in words)

    def value(self) -> str:
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()


class YesNo(Field):
    def __init__(self, name: str, on: bool):
        super().__init__()
        self.box = QCheckBox(tr("Yes"))
        self.box.setAccessibleName(name)
        self.box.setChecked(on)
        self.box.toggled.connect(lambda _: self.changed.emit())
        self.setLayout(row(self.box, None))

    def value(self) -> bool:
        return self.box.isChecked()

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        self.box.setChecked(bool(value))


class Number(Field):
    """A number between its bounds."""

    def __init__(self, name: str, schema: Schema):
        super().__init__()
        whole = schema["type"] == "integer"
        step = 1 if whole else 0
        low = schema.get("minimum", schema.get("exclusiveMinimum", -LARGE - step) + step)
        high = schema.get("maximum", schema.get("exclusiveMaximum", LARGE + step) - step)
        if whole:
            self.box: QSpinBox | QDoubleSpinBox = number_field(int(low), int(high), name)
        else:
            self.box = DoubleSpin()
            self.box.setRange(low, high)
            self.box.setDecimals(3)
            self.box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
            self.box.setAccessibleName(name)
        self.box.setValue(schema.get("default", max(low, min(high, 0))))
        self.box.setMinimumWidth(120)
        self.box.valueChanged.connect(lambda _: self.changed.emit())
        self.setLayout(row(self.box, None))

    def value(self) -> float:
        return self.box.value()

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        self.box.setValue(value)


class Optional(Field):
    """A field that may be left out."""

    def __init__(self, inner: Field, name: str):
        super().__init__()
        self.inner = inner
        self.given = QCheckBox(tr("Given"))
        self.given.setAccessibleName(tr("{name} is given").format(name=name))
        self.given.toggled.connect(self._toggled)
        inner.changed.connect(self.changed)
        inner.setVisible(False)
        self.setLayout(column(self.given, inner, gap=4))

    def _toggled(self, on: bool) -> None:
        self.inner.setVisible(on)
        self.changed.emit()

    def value(self) -> Any:
        return self.inner.value() if self.given.isChecked() else None

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        self.given.setChecked(value is not None)
        if value is not None:
            self.inner.fill(value, words)


class Group(Field):
    """Several fields with their names."""

    def __init__(self, schema: Schema, definitions: Schema):
        super().__init__()
        self.fields: dict[str, Field] = {}
        body = column(gap=4)
        for name, part in schema["properties"].items():
            resolved = _resolved(part, definitions)
            made = field_of(part, definitions, spoken(name))
            made.changed.connect(self.changed)
            self.fields[name] = made
            if isinstance(made, Constant):
                continue
            title = label(spoken(name), "section")
            beside = isinstance(made, (Choice, Number, YesNo))
            if beside:
                title.setFixedWidth(BESIDE)
                title.setWordWrap(True)
                body.addLayout(row(title, made))
            else:
                body.addWidget(title)
            if resolved.get("description"):
                body.addWidget(label(resolved["description"], "small", wrap=True))
            if not beside:
                body.addWidget(made)
            body.addSpacing(6)
        self.setLayout(body)

    def value(self) -> dict[str, Any]:
        return {name: each.value() for name, each in self.fields.items()}

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        for name, each in self.fields.items():
            if name in value:
                each.fill(value[name], words)


class Variants(Field):
    """One of several kinds of answer, each with fields of its own."""

    def __init__(self, variants: list[Schema], definitions: Schema, name: str):
        super().__init__()
        self.box = Combo()
        self.box.setAccessibleName(tr("Kind of {name}").format(name=name.lower()))
        self.pages = QStackedWidget()
        for each in variants:
            resolved = _resolved(each, definitions)
            self.box.addItem(resolved.get("title") or spoken(str(resolved.get("type", "?"))))
            made = field_of(resolved, definitions, name)
            made.changed.connect(self.changed)
            self.pages.addWidget(made)
        self.box.currentIndexChanged.connect(self.pages.setCurrentIndex)
        self.box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.setLayout(column(row(self.box, None), self.pages, gap=4))

    def value(self) -> Any:
        return self.pages.currentWidget().value()

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        pages = [self.pages.widget(at) for at in range(self.pages.count())]
        fitting = (at for at, page in enumerate(pages) if _fits(page, value))
        at = next(fitting, 0)
        self.box.setCurrentIndex(at)
        pages[at].fill(value, words)


class Items(Field):
    """A list to which items are added and from which they are taken."""

    def __init__(self, schema: Schema, definitions: Schema, name: str):
        super().__init__()
        self._schema, self._definitions, self._name = schema["items"], definitions, name
        self._most = schema.get("maxItems", 10**6)
        self.fields: list[Field] = []
        self._rows: list[QFrame] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        one = _resolved(self._schema, definitions).get("title") or tr("item")
        self.add_button = button(tr("Add {one}").format(one=_split(one)), self.add, icon="plus", style="quiet")
        self.setLayout(column(self._list, row(self.add_button, None), gap=6))
        for _ in range(schema.get("minItems", 0)):
            self.add()

    def add(self) -> Field:
        """One item more; the caret goes into it."""
        made = field_of(self._schema, self._definitions, f"{self._name} {len(self.fields) + 1}")
        made.changed.connect(self.changed)
        frame = kind(QFrame(), "card")
        gone = icon_button("trash", tr("Take this out"), lambda: self._take(frame, made))
        body = row(made, gone, margins=(10, 8, 8, 8), gap=8)
        body.setStretch(0, 1)
        frame.setLayout(body)
        self.fields.append(made)
        self._rows.append(frame)
        self._list.addWidget(frame)
        self._counted()
        return made

    def _take(self, frame: QFrame, made: Field) -> None:
        self.fields.remove(made)
        self._rows.remove(frame)
        self._list.removeWidget(frame)
        frame.hide()
        frame.deleteLater()
        self._counted()

    def _counted(self) -> None:
        self.add_button.setEnabled(len(self.fields) < self._most)
        self.changed.emit()

    def value(self) -> list[Any]:
        return [each.value() for each in self.fields]

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        for frame, made in zip(list(self._rows), list(self.fields), strict=True):
            self._take(frame, made)
        for each in value:
            self.add().fill(each, words)


class Lines(Field):
    """A list of texts, one a line."""

    def __init__(self, name: str):
        super().__init__()
        self.edit = Prose(lines=2, most=14)
        self.edit.setAccessibleName(tr("{name}, one a line").format(name=name))
        self.edit.setPlaceholderText(tr("One a line"))
        self.edit.typed.connect(lambda _: self.changed.emit())
        self.setLayout(column(self.edit))

    def value(self) -> list[str]:
        return [line.rstrip() for line in self.edit.toPlainText().splitlines() if line.strip()]

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        self.edit.show_text("\n".join(value))


class Plain(Field):
    """Anything else, as JSON."""

    def __init__(self, name: str):
        super().__init__()
        self.edit = Prose(lines=3)
        self.edit.setAccessibleName(tr("{name}, as JSON").format(name=name))
        self.edit.setPlaceholderText("{}")
        self.edit.typed.connect(lambda _: self.changed.emit())
        kind(self.edit, "code")
        self.setLayout(column(self.edit))

    def value(self) -> Any:
        text = self.edit.toPlainText()
        try:
            return json.loads(text)
        except ValueError:
            return text

    def fill(self, value: Any, words: Mapping[str, str]) -> None:
        self.edit.show_text(json.dumps(value, ensure_ascii=False))


def _fits(page: Field, value: Any) -> bool:
    """Whether a variant is the one a value was made by: the same names, and what is constant is the same."""
    if not isinstance(page, Group):
        return not isinstance(value, dict)
    constants = {name: each.value() for name, each in page.fields.items() if isinstance(each, Constant)}
    return isinstance(value, dict) and set(value) <= set(page.fields) and constants.items() <= value.items()


def _split(title: str) -> str:
    """A class's name as words: "PointAnswer" -> "point"."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in title).split()
    kept = [word for word in words if word not in ("answer", "form")]
    return " ".join(kept or words)

"""What a new draft would change, to look through before anything is changed."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from agents.redraft.changes import Change, Redraft
from ui.studio.language import counted, mark, tr
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, column, label, row, rule

NAMES = {
    "added": mark("Added"), "changed": mark("Changed"), "removed": mark("Taken out"), "moved": mark("Moved"),
    "scene added": mark("Scene added"), "scene changed": mark("New heading"), "scene removed": mark("Scene taken out"),
    "transition": mark("Other transition"),
    "scene moved": mark("Scenes in another order"),
}  # fmt: skip
TONES = {"added": "good", "scene added": "good", "removed": "bad", "scene removed": "bad"}


class RedraftDialog(QDialog):
    """decided(ids): these changes are accepted. jump(shot): look at a shot."""

    decided = Signal(object)
    jump = Signal(str)

    def __init__(self, found: Redraft, name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.found = found
        self.setWindowTitle(tr("New draft"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 620)
        self.boxes: dict[int, QCheckBox] = {}
        body = kind(QWidget(), "page")
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(8)
        for each in found.changes:
            self._list.addWidget(self._row(each))
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(body)
        area.setAccessibleName(tr("Changes"))
        self.every = button(tr("All"), lambda: self._tick(True), style="quiet")
        self.none = button(tr("None"), lambda: self._tick(False), style="quiet")
        self.accept_button = button("", self._accept, "passed", "primary")
        self.accept_button.setDefault(True)
        intro = tr("“{name}” differs from the film. Takes, locks and what you changed in the film stay; everything "
                   "accepted is one step that can be undone.").format(name=name)  # fmt: skip
        self.setLayout(
            column(
                row(label(tr("New draft"), "title"), None, self.every, self.none), label(intro, "muted", wrap=True),
                area, rule(), row(None, button(tr("Decline"), self.reject), self.accept_button),
                margins=(24, 20, 24, 16), gap=12,
            )
        )  # fmt: skip
        self.layout().setStretch(2, 1)
        self._count()

    def _row(self, each: Change) -> QFrame:
        frame = kind(QFrame(), "card")
        box = QCheckBox()
        box.setChecked(not each.held)
        box.setEnabled(not each.held)
        box.setAccessibleName(f"{tr(NAMES[each.kind])}, {each.where}")
        box.toggled.connect(lambda _: self._count())
        self.boxes[each.id] = box
        head = row(box, kind(label(tr(NAMES[each.kind])), TONES.get(each.kind, "strong")), label(each.where, "small"))
        head.addStretch(1)
        if each.shot:
            show = button(tr("Show"), lambda: self.jump.emit(each.shot), style="quiet")
            show.setAccessibleName(tr("Show {name}").format(name=each.where))
            head.addWidget(show)
        text = QLabel(compared(each.before, each.after))
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName("; ".join(t for t in (each.before, each.after) if t))
        parts = [head, text]
        if each.held:
            parts.append(label(tr("Stays as it is: {why}").format(why=each.held), "small"))
        frame.setLayout(column(*parts, margins=(12, 8, 12, 10), gap=4))
        return frame

    def _tick(self, on: bool) -> None:
        for box in self.boxes.values():
            box.setChecked(on and box.isEnabled())

    @property
    def accepted_ids(self) -> set[int]:
        return {i for i, box in self.boxes.items() if box.isChecked()}

    def _count(self) -> None:
        count = len(self.accepted_ids)
        self.accept_button.setText(counted(count, tr("Accept one change"), tr("Accept {n} changes")))
        self.accept_button.setEnabled(count > 0)

    def _accept(self) -> None:
        self.decided.emit(self.accepted_ids)
        self.accept()


def compared(before: str, after: str) -> str:
    """Both texts as rich text, words that are gone struck out and new ones marked; not by colour alone."""
    if not before or not after:
        return _lines(before or after, "del" if before else "ins")
    old, new = before.split(), after.split()
    out: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            out.append(escape(" ".join(old[i1:i2])))
        else:
            out += [_marked(" ".join(old[i1:i2]), "del")] if i2 > i1 else []
            out += [_marked(" ".join(new[j1:j2]), "ins")] if j2 > j1 else []
    return " ".join(out)


def _lines(text: str, how: str) -> str:
    return "<br>".join(_marked(line, how) for line in text.splitlines())


def _marked(text: str, how: str) -> str:
    tone = theme.tokens.bad if how == "del" else theme.tokens.good
    line = "line-through" if how == "del" else "underline"
    return f'<span style="color:{tone}; text-decoration:{line}">{escape(text)}</span>'

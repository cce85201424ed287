"""A new film: from an idea, from a script, or empty."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from app.errors import ShotwrightError
from app.timebase import RATES
from library.moods import MOODS
from ui.studio import words
from ui.studio.fields import Combo
from ui.studio.language import mark, tr
from ui.studio.pages.crewchoice import CrewChoice
from ui.studio.preferences import Preferences
from ui.studio.theme.style import kind
from ui.studio.widgets import Prose, Segments, button, column, combo, label, number_field, row, rule

KINDS = (("idea", mark("Idea")), ("script", mark("Screenplay")), ("empty", mark("Empty")))
SIZES = {"16:9 wide": (1280, 720), "2.39:1 scope": (1720, 720), "1.85:1 flat": (1332, 720), "4:3": (960, 720),
         "1:1 square": (1080, 1080), "9:16 upright": (720, 1280)}  # fmt: skip
EXAMPLES = (
    "Two old friends meet by chance at the roadside and one of them is hiding something",
    "A knight walks down the street at night, the camera slowly circles him",
    "Mia tells her brother that she has sold their parents' house",
)


@dataclass(frozen=True)
class Request:
    """What the person asked for. text: the idea or the script's path, "" for an empty film; mood, grade: light and
    colours of all scenes, "" for those of the words; named: the title is the person's, not made from the text."""

    text: str
    title: str
    folder: Path
    max_shots: int | None
    fps: str
    size: tuple[int, int]
    seed: int
    mood: str = ""
    grade: str = ""
    named: bool = False


class NewFilm(QWidget):
    """started(Request), given_up(), models(): the person wants to set up a model."""

    started = Signal(object)
    given_up = Signal()
    models = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None):
        super().__init__(parent)
        self.preferences = preferences
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "canvas")
        self._folder_chosen = False
        self.kinds = Segments([(k, tr(t)) for k, t in KINDS], tr("Kind of film"))
        self.idea = Prose(lines=5, most=12)
        self.idea.setUndoRedoEnabled(True)
        self.idea.setAccessibleName(tr("Idea or description"))
        self.idea.setPlaceholderText(
            tr(
                "One sentence is enough, or describe shot by shot. "
                "Name people, a place and the time of day if you like."
            )
        )
        self.file = QLineEdit()
        self.file.setAccessibleName(tr("Script file"))
        self.file.setPlaceholderText(tr("A screenplay (.fountain, .txt, Final Draft .fdx) or a FilmAgent script.json"))
        self.browse = button(tr("Choose…"), self._choose_file)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the film"))
        self.name.setPlaceholderText(tr("From the idea"))
        self.folder = QLineEdit()
        self.folder.setAccessibleName(tr("Project folder"))
        self.crew = CrewChoice()
        self.shots = number_field(0, 200, tr("At most this many shots"), tr(" shots"))
        self.shots.setSpecialValueText(tr("As many shots as it takes"))
        self.size = Combo()
        self.size.addItems(list(SIZES))
        self.size.setAccessibleName(tr("Picture shape"))
        self.fps = Combo()
        self.fps.addItems(list(RATES))
        self.fps.setCurrentText("24")
        self.fps.setAccessibleName(tr("Frames a second"))
        self.seed = number_field(0, 999_999, tr("Variation"))
        self.seed.setToolTip(tr("Another number gives another film from the same words"))
        self.mood = combo(
            [(tr("Light as the words say"), "")] + [(words.titled(m), m) for m in MOODS.names], tr("Light of the film")
        )
        self.grade = combo([(tr("Colours as they are"), "")], tr("Colours of the film"))
        self.grade.setToolTip(tr("Put on in the animatic and in what is exported; can be changed scene by scene"))
        self.problem = label(style="bad", wrap=True)
        self.start = button(tr("Make the storyboard"), self.begin, style="primary")
        self.start.setDefault(True)
        self._build()
        self.kinds.chosen.connect(self.choose)
        self.idea.typed.connect(lambda _: self._propose_folder())
        self.idea.committed.connect(self.begin)
        self.file.textChanged.connect(lambda _: self._propose_folder())
        self.name.textChanged.connect(lambda _: self._propose_folder())
        self.folder.textEdited.connect(lambda _: setattr(self, "_folder_chosen", True))
        self.choose("idea")

    def _build(self) -> None:
        self._examples = QWidget()
        self._examples.setLayout(column(label(tr("Or try one of these"), "section"), gap=4))
        for text in EXAMPLES:
            made = button(text, lambda t=text: self.idea.setPlainText(t))
            kind(made, "example")
            self._examples.layout().addWidget(made)
        self._file_row = QWidget()
        self._file_row.setLayout(row(self.file, self.browse))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        crew_row = row(self.crew, button(tr("Models…"), self.models.emit, style="quiet"))
        crew_row.setStretch(0, 1)
        folder_row = row(self.folder, button(tr("Choose…"), self._choose_folder))
        for text, field in (
            (tr("Name"), self.name), (tr("Folder"), folder_row), (tr("Crew"), crew_row), (tr("Length"), self.shots),
            (tr("Look"), row(self.mood, self.grade)),
            (tr("Picture"), row(self.size, self.fps, label(tr("fps"), "muted"), None)), (tr("Variation"), self.seed),
        ):  # fmt: skip
            form.addRow(label(text, "muted"), field)
        self._form = form
        self.body = QWidget()
        self.body.setMaximumWidth(680)
        self.body.setLayout(
            column(
                None,
                label(tr("New film"), "title"),
                8,
                self.kinds,
                self.idea,
                self._examples,
                self._file_row,
                rule(),
                form,
                self.problem,
                row(None, button(tr("Cancel"), self.given_up.emit), self.start),
                None,
                gap=12,
            )
        )
        outer = QHBoxLayout(self)
        outer.setContentsMargins(48, 16, 48, 16)
        outer.addStretch(1)
        outer.addWidget(self.body, 6)
        outer.addStretch(1)

    def choose(self, key: str) -> None:
        """Shows the fields of a kind: "idea", "script" or "empty"."""
        self.kinds.choose(key)
        self.idea.setVisible(key == "idea")
        self._examples.setVisible(key == "idea")
        self._file_row.setVisible(key == "script")
        self._form.setRowVisible(2, key != "empty")
        self._form.setRowVisible(3, key != "empty")
        self._form.setRowVisible(4, key != "empty")
        self._form.setRowVisible(6, key == "idea")
        self.mood.setVisible(key == "idea")
        self._offer_grades()
        names = {"script": tr("From the screenplay"), "empty": tr("Untitled")}
        self.name.setPlaceholderText(names.get(key, tr("From the idea")))
        self.start.setText(tr("Make an empty film") if key == "empty" else tr("Make the storyboard"))
        self.problem.setText("")
        self.crew.refresh()
        self._propose_folder()
        {"idea": self.idea, "script": self.file, "empty": self.name}[key].setFocus()

    def _offer_grades(self) -> None:
        if self.grade.count() == 1:
            from render.grade import GRADES  # the first look at this page waits for it, not the first window

            for name in GRADES:
                self.grade.addItem(words.titled(name), name)

    # ---- the fields

    @property
    def title(self) -> str:
        """The name given, or one from the idea or the file."""
        if self.name.text().strip():
            return self.name.text().strip()
        if self.kinds.value == "idea":
            return " ".join(self.idea.toPlainText().split()[:6])
        if self.kinds.value == "script" and self.file.text().strip():
            path = Path(self.file.text().strip())
            return path.parent.name if path.name == "script.json" else path.stem
        return tr("Untitled")

    def _propose_folder(self) -> None:
        if self._folder_chosen:
            return
        name = re.sub(r"[^\w\- ]+", "", self.title).strip()[:48] or tr("Untitled")
        folder = self.preferences.projects_folder / name
        number = 2
        while folder.exists():
            folder = self.preferences.projects_folder / f"{name} {number}"
            number += 1
        self.folder.setText(str(folder))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, tr("Choose a script"))
        dialog.setNameFilters([f"{tr('Scripts')} (*.fountain *.fdx *.txt *.json)", f"{tr('All files')} (*)"])
        dialog.fileSelected.connect(self.file.setText)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("Choose where the film is kept"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(str(self.preferences.projects_folder))
        dialog.fileSelected.connect(self._folder_picked)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _folder_picked(self, folder: str) -> None:
        path = Path(folder)
        name = Path(self.folder.text()).name
        self.folder.setText(str(path / name if any(path.iterdir()) else path))
        self._folder_chosen = True

    def reset(self) -> None:
        """Empties the page for another film."""
        self._folder_chosen = False
        self.idea.setPlainText("")
        self.file.clear()
        self.name.clear()
        self.seed.setValue(0)
        self.mood.setCurrentIndex(0)
        self.grade.setCurrentIndex(0)
        self.problem.setText("")

    def begin(self) -> None:
        """Starts the film that was described, or says what is missing."""
        key = self.kinds.value
        text = {"idea": self.idea.toPlainText().strip(), "script": self.file.text().strip(), "empty": ""}[key]
        if key == "idea" and not text:
            self.fail(tr("Write an idea first: one sentence is enough."), self.idea)
            return
        if key == "script" and not Path(text).is_file():
            self.fail(
                tr("There is no file {text}.").format(text=text) if text else tr("Choose a script first."), self.file
            )
            return
        if key == "script":
            from agents.input import read  # the first script waits for it, not the first window

            try:  # before there is a project
                read(Path(text))
            except ShotwrightError as error:
                self.fail("\n".join(filter(None, (words.sentence(error.what), error.hint))), self.file)
                return
        if not self.folder.text().strip():
            self.fail(tr("Say which folder the film is kept in."), self.folder)
            return
        self.problem.setText("")
        if key != "empty":
            try:
                self.crew.keep()
            except ShotwrightError as error:
                self.fail(f"{error.what} {error.hint}".strip(), self.crew)
                return
        self.started.emit(
            Request(
                text=text,
                title=self.title if self.name.text().strip() else words.titled(self.title),
                named=bool(self.name.text().strip()),
                folder=Path(self.folder.text().strip()).expanduser(),
                max_shots=self.shots.value() or None,
                fps=self.fps.currentText(),
                size=SIZES[self.size.currentText()],
                seed=self.seed.value(),
                mood=self.mood.currentData() if key == "idea" else "",
                grade=self.grade.currentData() if key != "empty" else "",
            )
        )

    def fail(self, text: str, field: QWidget | None = None) -> None:
        """Says what is missing, at the place where it is missing."""
        self.problem.setText(text)
        (field or self.folder).setFocus()

"""One sub-process of a shot: what is asked for, what the program does, what was measured."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.document import Shot, SubProcess
from app.edits import SetField
from ui.studio import words
from ui.studio.inspector.findings import FindingList
from ui.studio.inspector.program import ProgramEditor
from ui.studio.language import mark, tr
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import Prose, column, icon_button, label, row
from ui.studio.workspace import Workspace

HINTS = {
    "scene": mark("Where and when: “the living room at night, a lamp on the coffee table”"),
    "character": mark("Who is there and how: “Mia stands by the window, facing Alex”"),
    "motion": mark("What people do: “Alex walks to the window and sits down”"),
    "lighting": mark("How it is lit: “golden hour, Mia's face brighter”"),
    "cinematography": mark("How it is filmed: “slow push in on Mia”"),
}


class SubProcessPage(QWidget):
    """Guidance, its lock, the snippet of the program, and what the review found about it."""

    def __init__(self, workspace: Workspace, name: SubProcess, parent: QWidget | None = None):
        super().__init__(parent)
        self.workspace, self.name = workspace, name
        self._shot: str | None = None
        self._keys: dict[str, str] = {}
        self._shown_findings: tuple | None = None
        title = words.part_name(name)

        self.guidance = Prose(lines=4, most=12)
        self.guidance.setPlaceholderText(HINTS[name])
        self.guidance.setAccessibleName(tr("{name} guidance").format(name=title))
        self.guidance.setAccessibleDescription(tr("What this part of the shot should be, in plain words"))
        self.lock = icon_button("unlock", tr("Lock {name}").format(name=title.lower()), self._toggle_lock, check=True)
        self.author = label(style="small")
        self.notes = label(style="warning", wrap=True)
        self.program = ProgramEditor(workspace, name, title)
        self.snippet = self.program.text
        self.snippet_author = label(style="small")
        self._findings = FindingList(workspace)
        self._findings_title = label(tr("Review"), "section")

        self.setLayout(
            column(
                row(label(tr("Guidance"), "section"), None, self.author, self.lock),
                self.guidance,
                self.notes,
                8,
                row(label(tr("Program"), "section"), None, self.snippet_author),
                self.program,
                8,
                self._findings_title,
                self._findings,
                None,
                margins=(16, 12, 16, 16),
                gap=6,
            )
        )
        for editor, field in ((self.guidance, f"guidance.{name}"), (self.snippet, f"program.{name}")):
            editor.typed.connect(lambda text, f=field: self._typed(f, text))
            editor.entered.connect(lambda f=field: self._keys.pop(f, None))
            editor.left.connect(lambda f=field: self._keys.pop(f, None))

    # ---- showing

    def show_shot(self, shot: Shot | None) -> None:
        """Shows this part of a shot, or nothing."""
        if shot is None or shot.id != self._shot:
            self._keys.clear()
        self._shot = shot.id if shot else None
        self.setEnabled(shot is not None)
        if shot is None:
            self.guidance.show_text("")
            self.program.show_shot(None, "")
            return
        self.guidance.show_text(getattr(shot.guidance, self.name))
        self.program.show_shot(shot, getattr(shot.program, self.name))
        self.author.setText(words.author(_origin(shot, "guidance", self.name)))
        self.snippet_author.setText(words.author(_origin(shot, "program", self.name)))
        self._show_lock(shot)
        missed = shot.not_understood.get(self.name, [])
        self.notes.setVisible(bool(missed))
        self.notes.setText(tr("Not understood: ") + "; ".join(f"“{m}”" for m in missed))
        self._show_findings(shot)

    def _show_lock(self, shot: Shot) -> None:
        locked = shot.is_locked(self.name)
        self.lock.setChecked(locked)
        self.lock.setEnabled(not shot.locked)
        theme.dress(self.lock, "lock" if locked else "unlock")
        title = words.part_name(self.name).lower()
        if shot.locked:
            text = tr("The whole shot is locked, {part} too").format(part=title)
        else:
            text = (tr("Unlock {part}") if locked else tr("Lock {part}")).format(part=title)
        self.lock.setToolTip(text)
        self.lock.setAccessibleName(text)
        for editor in (self.guidance, self.snippet):
            editor.setReadOnly(locked)
        kind(self.guidance, "locked" if locked else "")

    def _show_findings(self, shot: Shot) -> None:
        review = shot.take.review if shot.take else None
        shown = (shot.id, id(review), frozenset(shot.locks))
        if shown == self._shown_findings:
            return
        self._shown_findings = shown
        found = [f for f in review.findings if f.sub_process == self.name] if review else []
        self._findings_title.setVisible(bool(found))
        self._findings.show_findings(shot, found)

    # ---- changing

    def _typed(self, field: str, text: str) -> None:
        if self._shot is None:
            return
        key = self._keys.setdefault(field, self.workspace.typing_key(self._shot, field))
        self.workspace.apply(SetField(target=self._shot, field=field, value=text), merge=key)

    def _toggle_lock(self) -> None:
        shot = self.workspace.shot
        if shot is not None and not shot.locked:
            self.workspace.apply(SetField(target=shot.id, field="locks", value=sorted(shot.locks ^ {self.name})))


def _origin(shot: Shot, part: str, name: str):
    return shot.origins.get(f"{part}.{name}") or shot.origins.get(part)

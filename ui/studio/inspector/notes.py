"""A note to the crew about a shot, and what came of it: the change it proposes, the decision, the answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.document import Proposal, Remark, Shot
from app.edits import DropProposal, Group, SetRemark
from ui.studio import proposals, words
from ui.studio.language import tr
from ui.studio.production import Production
from ui.studio.reports import difference
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import Prose, button, column, icon_button, label, row
from ui.studio.workspace import Workspace

SIGNS = {
    "open": ("note", "muted"),
    "proposed": ("note", "accent"),
    "accepted": ("queued", "accent"),
    "declined": ("cross", "faint"),
}
STYLES = {"accent": "busy", "good": "good", "warning": "warning"}


def state_text(remark: Remark) -> str:
    """How a note stands, in a word or two."""
    match remark.state:
        case "open":
            return tr("Nothing proposed")
        case "proposed":
            return tr("Change proposed")
        case "accepted":
            return tr("Accepted, waits for a new take")
        case "declined":
            return tr("Declined")
    return tr("Done") if remark.met is not False else tr("Not met")


class NoteBox(QWidget):
    """Where a note is typed. Ctrl+Enter or the button hands it to the crew."""

    def __init__(self, workspace: Workspace, production: Production):
        super().__init__()
        self.workspace, self.production = workspace, production
        self.text = Prose(lines=1, most=5)
        self.text.setPlaceholderText(tr("“closer”, “make it night”, “Mia should sit down”"))
        self.text.setAccessibleName(tr("Note to the crew"))
        self.text.setAccessibleDescription(tr("The crew proposes a change of the guidance; you accept or decline it"))
        self.send = button(tr("Propose a change"), self.note, "note")
        self.send.setToolTip(tr("Reads the note and proposes what it changes (Ctrl+Enter)"))
        self.send.setEnabled(False)
        self.setLayout(column(label(tr("Note to the crew"), "section"), self.text, row(None, self.send), gap=6))
        self.text.typed.connect(lambda text: self.send.setEnabled(bool(text.strip())))
        self.text.committed.connect(self.note)

    def note(self) -> None:
        """Keeps the note on the current shot, with what the crew proposes."""
        shot, text = self.workspace.shot, self.text.toPlainText().strip()
        if shot is not None and text and self.send.isEnabled():
            self.send.setEnabled(False)
            self.production.tasks.start(self._note(shot.id, text), tr("Reading a note"))

    async def _note(self, shot: str, text: str) -> None:
        scene = self.workspace.film.scene_of(shot).model_copy(deep=True)
        film = self.workspace.film.model_copy(update={"scenes": [scene]})  # the window may go on changing its own
        try:
            edit = await self.production.note(film, shot, text)
            if self.workspace.film is not None and any(s.id == shot for s in self.workspace.film.shots()):
                self.workspace.apply(edit)
                self.text.show_text("")
        finally:
            self.send.setEnabled(bool(self.text.toPlainText().strip()))


class RemarkCard(QFrame):
    """One note. compare(take id, take id): the take it was about against the one that answers it."""

    compare = Signal(str, str)

    def __init__(self, workspace: Workspace, shot: Shot, remark: Remark, regenerate: Callable[[], object]):
        super().__init__()
        self.workspace, self.remark, self._shot, self._regenerate = workspace, remark, shot, regenerate
        kind(self, "card")
        self.setAccessibleName(f"{remark.text}: {state_text(remark)}. {remark.verdict}")
        sign, tone = SIGNS.get(remark.state, ("passed", "good"))
        if remark.met is False:
            sign, tone = "warning", "warning"
        icon = label()
        icon.setFixedWidth(16)
        theme.dress(icon, sign, tone)
        state = label(state_text(remark), STYLES.get(tone, "small"))
        away = icon_button("trash", tr("Remove the note"), self.remove)
        texts = column(label(f"“{remark.text}”", wrap=True), state, gap=2)
        if remark.verdict:
            texts.addWidget(label(remark.verdict, "small", wrap=True))
        head = row(icon, texts, away, gap=8)
        head.setStretch(1, 1)
        for widget in (icon, away):
            head.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        body = column(head, margins=(10, 8, 6, 10), gap=8)
        for proposal in self.proposals:
            body.addWidget(_change(proposal))
        buttons = self._buttons()
        if buttons is not None:
            body.addLayout(buttons)
        self.setLayout(body)

    @property
    def proposals(self) -> list[Proposal]:
        """What is proposed because of this note."""
        film = self.workspace.film
        return [p for p in film.proposals if p.remark == self.remark.id] if film else []

    def _buttons(self):
        remark, shot = self.remark, self._shot
        if self.proposals:
            take = button(tr("Accept and regenerate"), self.accept, "regenerate", "primary")
            return row(take, button(tr("Decline"), self.decline), None, margins=(24, 0, 0, 0))
        if remark.state == "accepted":
            return row(button(tr("Regenerate"), self._regenerate, "regenerate"), None, margins=(24, 0, 0, 0))
        known = {t.id for t in shot.takes}
        if remark.state == "answered" and {remark.take, remark.answer} <= known and remark.take != remark.answer:
            show = button(tr("Compare before and after"), self._compare, "compare")
            return row(show, None, margins=(24, 0, 0, 0))
        return None

    def accept(self) -> None:
        """Makes the change and a new take with it."""
        if proposals.accept(self.workspace, self.proposals):
            self._regenerate()

    def decline(self) -> None:
        """Leaves the guidance as it is."""
        proposals.decline(self.workspace, self.proposals)

    def remove(self) -> None:
        """Takes the note away, and what is proposed because of it."""
        gone = [DropProposal(proposal=p.id) for p in self.proposals]
        edit = SetRemark(shot=self._shot.id, id=self.remark.id, remark=None)
        self.workspace.apply(Group(name="remove a note", edits=[*gone, edit]))

    def _compare(self) -> None:
        self.compare.emit(self.remark.take, self.remark.answer)


def _change(proposal: Proposal) -> QWidget:
    """A proposed change as text: what goes is struck out, what comes is underlined."""
    part = proposal.field.split(".")[-1]
    name = words.part_name(part) if part in words.SUB_PROCESS_NAMES else part.replace("_", " ")
    text = QLabel(difference(str(proposal.old), str(proposal.new)))
    text.setTextFormat(Qt.TextFormat.RichText)
    text.setWordWrap(True)
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    spoken = tr("{part}. Now: {old}. Proposed: {new}")
    text.setAccessibleName(spoken.format(part=name, old=proposal.old, new=proposal.new))
    made = QWidget()
    made.setLayout(column(label(name, "section"), text, margins=(24, 0, 4, 0), gap=2))
    return made

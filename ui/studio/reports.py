"""What the crew has to say about the film: things it could not take as written, and changes it proposes."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.document import Film, Notice, Proposal
from ui.studio import words
from ui.studio.language import tr
from ui.studio.listsheet import ListSheet
from ui.studio.proposals import accept, decline
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, column, label, row
from ui.studio.workspace import Workspace


def count(film: Film | None) -> int:
    """How many notes and proposals there are."""
    return len(film.notices) + len(film.proposals) if film else 0


def difference(old: str, new: str) -> str:
    """Both texts as one, by words: what goes is struck out, what comes is underlined (HTML)."""
    before, after = old.split(), new.split()
    out: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = escape(" ".join(before[a:b])), escape(" ".join(after[c:d]))
        if tag == "equal":
            out.append(gone)
            continue
        if gone:
            out.append(f'<s style="color:{theme.tokens.bad}">{gone}</s>')
        if come:
            out.append(f'<u style="color:{theme.tokens.good}">{come}</u>')
    return " ".join(out)


def title_of(film: Film, proposal: Proposal) -> str:
    """What a proposal is about: "Shot 4, lighting guidance"."""
    *group, name = proposal.field.split(".")
    part = (words.part_name(name) if name in words.SUB_PROCESS_NAMES else name.replace("_", " ")).lower()
    part = f"{part} {group[0]}" if group else part
    for number, _, shot in film.numbered():
        if shot.id == proposal.target:
            return f"{words.shot_name(number, shot)}, {part}"
    for number, scene in enumerate(film.scenes, 1):
        if scene.id == proposal.target:
            return f"{words.scene_title(number, scene)}, {part}"
    for person in film.characters:
        if person.id == proposal.target:
            return f"{person.name}, {part}"
    return part.capitalize()


class ReportSheet(ListSheet):
    """Lists both; a proposal can be accepted or declined, each as one undo step."""

    def __init__(self, window: QWidget, workspace: Workspace):
        super().__init__(window, 760, tr("Notes from the crew"))
        self.workspace = workspace
        workspace.edited.connect(self._edited)
        self.refresh()

    def _edited(self, edit: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Reads notes and proposals anew."""
        film = self.workspace.film
        parts: list[QWidget] = []
        if film is None or not count(film):
            parts.append(label(tr("Nothing to report: all of it could be taken as written."), "muted", wrap=True))
        if film is not None and film.proposals:
            parts.append(label(tr("Proposed changes, where you wrote or locked something"), "section"))
            parts += [self._proposal(film, p) for p in film.proposals]
        if film is not None and film.notices:
            parts.append(label(tr("What could not be taken as written"), "section"))
            parts += [_notice(n) for n in film.notices]
        self.fill(*parts)

    def _proposal(self, film: Film, proposal: Proposal) -> QFrame:
        frame = kind(QFrame(), "card")
        change = QLabel(difference(_text(proposal.old), _text(proposal.new)))
        change.setTextFormat(Qt.TextFormat.RichText)
        change.setWordWrap(True)
        change.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        change.setAccessibleName(
            tr("Now: {text}. Proposed: {text2}").format(text=_text(proposal.old), text2=_text(proposal.new))
        )
        author = words.author(proposal.by)
        reason = tr(", for the note “{why}”") if proposal.remark else tr(". Not applied: {why}.")
        reason = reason.format(why=proposal.why)
        why = author + reason
        take = button(tr("Accept"), lambda: accept(self.workspace, [proposal]))
        leave = button(tr("Decline"), lambda: decline(self.workspace, [proposal]))
        buttons = row(take, leave, None)
        parts = (label(title_of(film, proposal), "strong"), change, label(why, "small", True), buttons)
        frame.setLayout(column(*parts, margins=(12, 10, 12, 10), gap=6))
        return frame


def _notice(notice: Notice) -> QFrame:
    frame = kind(QFrame(), "card")
    sign = label()
    sign.setFixedWidth(16)
    theme.dress(sign, "info", "warning")
    where = tr("Line {n}: ").format(n=notice.line) if notice.line else ""
    texts = column(label(f"{where}{notice.problem}", wrap=True), gap=4)
    texts.addWidget(label(f"“{notice.text}”", "muted", wrap=True))
    if notice.used:
        texts.addWidget(label(tr("Used instead: {used}").format(used=notice.used), "small", wrap=True))
    body = row(sign, texts, margins=(12, 10, 12, 10))
    body.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    body.setStretch(1, 1)
    frame.setLayout(body)
    return frame


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)

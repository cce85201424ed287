"""What a review found, with its numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.document import Film, Finding, Review, Shot
from app.edits import Group, SetField
from ui.studio import words
from ui.studio.inspector.notes import NoteBox, RemarkCard
from ui.studio.language import tr
from ui.studio.production import Production
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, clear, column, label, row
from ui.studio.workspace import Workspace


def measured(finding: Finding) -> str:
    """ "0.42 of 0.30 to 0.55": the number of a finding beside what was asked, or "" where there is none."""
    if finding.value is None:
        return finding.limit and f"asked: {finding.limit}"
    unit = f" {finding.unit}" if finding.unit else ""
    value = f"{finding.value:.3g}{unit}"
    return f"{value}, asked: {finding.limit}" if finding.limit else value


class FindingRow(QFrame):
    """One finding: passed or not (icon and word), its message, its number, and its suggestion."""

    def __init__(self, workspace: Workspace, shot: Shot, finding: Finding, named: bool = False):
        super().__init__()
        self.workspace, self.shot_id, self.finding = workspace, shot.id, finding
        kind(self, "card")
        icon = label()
        theme.dress(icon, "passed" if finding.passed else "warning", "good" if finding.passed else "warning")
        icon.setAccessibleName(tr("Passed") if finding.passed else tr("Problem"))
        icon.setFixedWidth(16)
        message = label(finding.message or finding.check, wrap=True)
        texts = column(message, gap=2)
        small = [measured(finding)]
        if finding.frame is not None:
            small.append(f"frame {finding.frame}")
        if named:
            small.insert(0, words.part_name(finding.sub_process))
        detail = " · ".join(s for s in small if s)
        if detail:
            texts.addWidget(label(detail, "small", wrap=True))
        if finding.suggestion is not None and not finding.passed:
            texts.addWidget(label(finding.suggestion.text, "muted", wrap=True))
            use = button(
                tr("Apply suggestion"), self._use, style="quiet", tip=tr("Puts it into the guidance of the shot")
            )
            use.setEnabled(not shot.is_locked(finding.suggestion.sub_process))
            texts.addLayout(row(use, None))
        body = row(icon, texts, margins=(10, 8, 10, 8), gap=8)
        body.setStretch(1, 1)
        body.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        self.setLayout(body)
        self.setAccessibleName(f"{'Passed' if finding.passed else 'Problem'}: {finding.message}")

    def _use(self) -> None:
        """Puts the suggestion into the guidance, as one step."""
        from agents.catalogue import library_catalogue
        from agents.house.notes import suggested

        film, suggestion = self.workspace.film, self.finding.suggestion
        if film is None or suggestion is None:
            return
        texts = suggested(film, self.shot_id, suggestion, library_catalogue()).guidance
        edits = [SetField(target=self.shot_id, field=f"guidance.{n}", value=t) for n, t in texts.items()]
        if edits:
            self.workspace.apply(Group(name="apply a suggestion", edits=edits))


class ReviewPage(QScrollArea):
    """A note to the crew and those there are, then the review of the active take: verdict, problems first, then
    what passed. compare(take id, take id): show two takes."""

    compare = Signal(str, str)

    def __init__(self, workspace: Workspace, production: Production, regenerate: Callable[[], object]):
        super().__init__()
        self.workspace, self._regenerate = workspace, regenerate
        self._shown: tuple | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Review"))
        self.note = NoteBox(workspace, production)
        self._layout = QVBoxLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        body = kind(QWidget(), "page")
        body.setLayout(column(self.note, 4, self._layout, None, margins=(16, 12, 16, 16), gap=8))
        self.setWidget(body)

    def show_shot(self, shot: Shot | None) -> None:
        """Shows notes and review of a shot."""
        film = self.workspace.film
        shown = _shape(film, shot)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._layout)
        self.note.setEnabled(shot is not None and not shot.locked)
        for remark in reversed(shot.remarks if shot is not None else []):
            card = RemarkCard(self.workspace, shot, remark, self._regenerate)
            card.compare.connect(self.compare)
            self._layout.addWidget(card)
        self._layout.addWidget(label(tr("Review"), "section"))
        review = shot.take.review if shot and shot.take else None
        if review is None:
            text = tr("No review yet. A shot is reviewed when it is staged or regenerated.")
            self._layout.addWidget(label(text, "muted", wrap=True))
        else:
            self._verdict(review)
            for finding in sorted(review.findings, key=lambda f: f.passed):
                self._layout.addWidget(FindingRow(self.workspace, shot, finding, named=True))
        if shot is not None and shot.notes:
            self._layout.addWidget(label(tr("Notes"), "section"))
            self._layout.addWidget(label(shot.notes, wrap=True))

    def _verdict(self, review: Review) -> None:
        problems = len(review.problems)
        passed = review.verdict == "pass"
        sign = label()
        theme.dress(sign, "passed" if passed else "warning", "good" if passed else "warning")
        sign.setFixedWidth(16)
        counted = f"{problems} problem{'' if problems == 1 else 's'} in {len(review.findings)} checks"
        by = review.by.name or {"person": "you", "house": "the house crew"}.get(review.by.by, review.by.by)
        self._layout.addLayout(row(sign, label(tr("Passed") if passed else tr("Rejected"), "heading"), None))
        self._layout.addWidget(label(tr("{counted}, by {by}").format(counted=counted, by=by), "small", wrap=True))


def _shape(film: Film | None, shot: Shot | None) -> tuple | None:
    """What the page shows, to see whether it changed."""
    if film is None or shot is None:
        return None
    proposed = tuple((p.id, p.remark) for p in film.proposals)
    review = shot.take.review if shot.take else None
    remarks = tuple(r.model_dump_json() for r in shot.remarks)
    return shot.id, shot.active_take, id(review), remarks, proposed, frozenset(shot.locks), shot.notes

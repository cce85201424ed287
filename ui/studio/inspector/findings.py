"""What a review found, with its numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.document import Finding, Shot
from app.edits import SetField
from ui.studio import words
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
        icon.setAccessibleName("Passed" if finding.passed else "Problem")
        icon.setFixedWidth(16)
        message = label(finding.message or finding.check, wrap=True)
        texts = column(message, gap=2)
        small = [measured(finding)]
        if finding.frame is not None:
            small.append(f"frame {finding.frame}")
        if named:
            small.insert(0, words.SUB_PROCESS_NAMES[finding.sub_process])
        detail = " · ".join(s for s in small if s)
        if detail:
            texts.addWidget(label(detail, "small", wrap=True))
        if finding.suggestion is not None and not finding.passed:
            texts.addWidget(label(finding.suggestion.text, "muted", wrap=True))
            use = button("Use suggestion", self._use, style="quiet", tip="Adds it to the guidance of the shot")
            use.setEnabled(not shot.is_locked(finding.suggestion.sub_process))
            texts.addLayout(row(use, None))
        body = row(icon, texts, margins=(10, 8, 10, 8), gap=8)
        body.setStretch(1, 1)
        body.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        self.setLayout(body)
        self.setAccessibleName(f"{'Passed' if finding.passed else 'Problem'}: {finding.message}")

    def _use(self) -> None:
        suggestion = self.finding.suggestion
        film = self.workspace.film
        if film is None or suggestion is None:
            return
        old = getattr(film.shot(self.shot_id).guidance, suggestion.sub_process)
        new = f"{old.rstrip()}\n{suggestion.text}" if old.strip() else suggestion.text
        field = f"guidance.{suggestion.sub_process}"
        self.workspace.apply(SetField(target=self.shot_id, field=field, value=new))


class ReviewPage(QScrollArea):
    """The review of the active take: verdict, problems first, then what passed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None):
        super().__init__(parent)
        self.workspace = workspace
        self.setWidgetResizable(True)
        self.setAccessibleName("Review")
        body = kind(QWidget(), "page")
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(16, 12, 16, 16)
        self._layout.setSpacing(8)
        self.setWidget(body)

    def show_shot(self, shot: Shot | None) -> None:
        """Shows the review of the active take of a shot."""
        clear(self._layout)
        review = shot.take.review if shot and shot.take else None
        if review is None:
            text = "No review yet. A shot is reviewed when it is staged or regenerated."
            self._layout.addWidget(label(text, "muted", wrap=True))
        else:
            problems = len(review.problems)
            verdict = "Passed" if review.verdict == "pass" else "Needs work"
            counted = f"{problems} problem{'' if problems == 1 else 's'} in {len(review.findings)} checks"
            by = review.by.name or {"person": "you", "house": "the house crew"}.get(review.by.by, review.by.by)
            self._layout.addWidget(label(verdict, "heading"))
            self._layout.addWidget(label(f"{counted}, by {by}", "small"))
            for finding in sorted(review.findings, key=lambda f: f.passed):
                self._layout.addWidget(FindingRow(self.workspace, shot, finding, named=True))
        if shot is not None and shot.notes:
            self._layout.addWidget(label("Notes", "section"))
            self._layout.addWidget(label(shot.notes, wrap=True))
        self._layout.addStretch(1)

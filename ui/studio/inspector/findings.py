"""What a review found, with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from app.document import Film, Finding, Review, Shot
from app.edits import Group, SetField
from ui.studio import words
from ui.studio.inspector.notes import NoteBox, RemarkCard
from ui.studio.inspector.passed import Passed
from ui.studio.language import tr
from ui.studio.production import Production
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, clear, column, label, row
from ui.studio.workspace import Workspace


def measured(finding: Finding) -> str:
    """ "0.42, asked: 0.30 to 0.55": the number of a finding beside what was asked, or "" where there is none."""
    limit = finding.limit.replace(">=", tr("at least")).replace("<=", tr("at most"))
    asked = tr("asked: {limit}").format(limit=limit) if limit else ""
    if finding.value is None:
        return asked
    unit = f" {finding.unit}" if finding.unit else ""
    value = f"{finding.value:.3g}{unit}"
    return f"{value}, {asked}" if asked else value


class FindingRow(QFrame):
    """One problem: its message, its number, and its suggestion. Shows one after the other, since making widgets anew
    at every step through a film would hold up the window."""

    def __init__(self, workspace: Workspace, named: bool = False):
        super().__init__()
        self.workspace, self._named = workspace, named
        self.shot_id, self.finding = "", None
        kind(self, "card")
        self._icon = label()
        self._icon.setFixedWidth(16)
        self._icon.setAccessibleName(tr("Problem"))
        theme.dress(self._icon, "warning", "warning")
        self._message = label(wrap=True)
        self._detail = label(style="small", wrap=True)
        self._suggestion = label(style="muted", wrap=True)
        self._apply = button(
            tr("Apply suggestion"), self._use, style="quiet", tip=tr("Puts it into the guidance of the shot")
        )
        texts = column(self._message, self._detail, self._suggestion, row(self._apply, None), gap=2)
        body = row(self._icon, texts, margins=(10, 8, 10, 8), gap=8)
        body.setStretch(1, 1)
        body.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        self.setLayout(body)

    def show_finding(self, shot: Shot, finding: Finding) -> None:
        """Shows a finding of a shot."""
        self.shot_id, self.finding = shot.id, finding
        self._message.setText(finding.message or finding.check)
        _say(self._detail, _detail(finding, self._named))
        offered = finding.suggestion is not None
        _say(self._suggestion, finding.suggestion.text if offered else "")
        _show(self._apply, offered)
        self._apply.setEnabled(offered and not shot.is_locked(finding.suggestion.sub_process))
        self.setAccessibleName(f"{tr('Problem')}: {finding.message}")

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


class FindingList(QWidget):
    """Problems below each other, then what passed."""

    def __init__(self, workspace: Workspace, named: bool = False):
        super().__init__()
        self.workspace, self._named = workspace, named
        self._rows: list[FindingRow] = []
        self._problems = column()
        self._passed = Passed()
        self.setLayout(column(self._problems, self._passed))

    def show_findings(self, shot: Shot | None, findings: Sequence[Finding]) -> None:
        """Shows findings of a shot; hidden where there are none."""
        problems = [f for f in findings if not f.passed]
        while len(self._rows) < len(problems):
            self._rows.append(FindingRow(self.workspace, self._named))
            self._problems.addWidget(self._rows[-1])
        for at, each in enumerate(self._rows):
            if at < len(problems):
                each.show_finding(shot, problems[at])
            _show(each, at < len(problems))
        passed = [f for f in findings if f.passed]
        self._passed.show_checks([(f.message or f.check, _detail(f, self._named)) for f in passed])
        _show(self._passed, bool(passed))
        _show(self, bool(findings))


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
        self._remarks = column()
        self._sign = label()
        self._sign.setFixedWidth(16)
        self._verdict = label(style="heading")
        self._counted = label(style="small", wrap=True)
        self._list = FindingList(workspace, named=True)
        self._notes_title = label(tr("Notes"), "section")
        self._notes = label(wrap=True)
        head = row(self._sign, self._verdict, None)
        review = (label(tr("Review"), "section"), head, self._counted, self._list, self._notes_title, self._notes)
        body = kind(QWidget(), "page")
        body.setLayout(column(self.note, 4, self._remarks, *review, None, margins=(16, 12, 16, 16), gap=8))
        self.setWidget(body)

    def show_shot(self, shot: Shot | None) -> None:
        """Shows notes and review of a shot."""
        film = self.workspace.film
        shown = _shape(film, shot)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._remarks)
        self.note.setEnabled(shot is not None and not shot.locked)
        for remark in reversed(shot.remarks if shot is not None else []):
            card = RemarkCard(self.workspace, shot, remark, self._regenerate)
            card.compare.connect(self.compare)
            self._remarks.addWidget(card)
        review = shot.take.review if shot and shot.take else None
        self._show_verdict(review)
        self._list.show_findings(shot, review.findings if review else ())
        notes = shot.notes if shot is not None else ""
        _show(self._notes_title, bool(notes))
        _say(self._notes, notes)

    def _show_verdict(self, review: Review | None) -> None:
        for widget in (self._sign, self._verdict):
            _show(widget, review is not None)
        kind(self._counted, "small" if review else "muted")
        if review is None:
            self._counted.setText(tr("No review yet. A shot is reviewed when it is staged or regenerated."))
            return
        problems = len(review.problems)
        passed = review.verdict == "pass"
        theme.dress(self._sign, "passed" if passed else "warning", "good" if passed else "warning")
        self._verdict.setText(tr("Passed") if passed else tr("Rejected"))
        counted = f"{problems} problem{'' if problems == 1 else 's'} in {len(review.findings)} checks"
        by = review.by.name or {"person": "you", "house": "the house crew"}.get(review.by.by, review.by.by)
        self._counted.setText(tr("{counted}, by {by}").format(counted=counted, by=by))


def _detail(finding: Finding, named: bool) -> str:
    """What it belongs to, its number and where in the shot; `named`: with the sub-process."""
    parts = [words.part_name(finding.sub_process)] if named else []
    parts.append(measured(finding))
    if finding.frame is not None:
        parts.append(f"frame {finding.frame}")
    return " · ".join(p for p in parts if p)


def _say(line: QLabel, text: str) -> None:
    """Shows a line of text, or none."""
    line.setText(text)
    _show(line, bool(text))


def _show(widget: QWidget, visible: bool) -> None:
    """Qt lays out anew at every call, whether it changes anything or not."""
    if widget.isHidden() == visible:
        widget.setVisible(visible)


def _shape(film: Film | None, shot: Shot | None) -> tuple | None:
    """What the page shows, to see whether it changed."""
    if film is None or shot is None:
        return None
    proposed = tuple((p.id, p.remark) for p in film.proposals)
    review = shot.take.review if shot.take else None
    remarks = tuple(r.model_dump_json() for r in shot.remarks)
    return shot.id, shot.active_take, id(review), remarks, proposed, frozenset(shot.locks), shot.notes

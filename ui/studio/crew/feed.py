"""What the crew did, the newest first."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from agents.crew_events import CrewEvent, DiaryEntry
from ui.studio.crew.watch import CrewWatch, Doing
from ui.studio.language import mark, tr
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, clear, column, label, row

SHOWN = 60
LINES = 6
"""Lines of a step's text that are shown at first."""

SAYINGS: dict[str, tuple[str, str, str]] = {
    "asked": (mark("asked about {stage}"), "queued", "muted"),
    "made": (mark("made {stage}"), "check", "good"),
    "criticised": (mark("criticised {stage}"), "warning", "warning"),
    "corrected": (mark("corrected {stage}"), "person-edit", "accent"),
    "verified": (mark("checked {stage}"), "passed", "good"),
    "noted": (mark("gave notes on {stage}"), "speech", "muted"),
    "adopted": (mark("took up notes on {stage}"), "check", "good"),
    "proposed": (mark("proposed {stage}"), "idea", "accent"),
    "argued": (mark("argued about {stage}"), "speech", "muted"),
    "judged": (mark("judged {stage}"), "compare", "accent"),
    "repaired": (mark("mended {stage} by rule"), "program", "warning"),
    "remembered": (mark("{stage}: answer remembered"), "takes", "muted"),
    "handed over": (mark("left {stage} to the house crew"), "right", "warning"),
    "stopped": (mark("stopped in {stage}"), "failed", "bad"),
}
"""What happened -> the words for it, icon and colour."""


def title_of(event: CrewEvent) -> str:
    """ "Director criticised script, round 2"."""
    said = tr(SAYINGS[event.what][0]).format(stage=event.stage)
    turn = tr(", round {n}").format(n=event.round) if event.round else ""
    return f"{event.role.capitalize()} {said}{turn}"


class StepRow(QFrame):
    """One step: who did what, when, in what words, and what changed because of it."""

    def __init__(self, watch: CrewWatch, entry: DiaryEntry):
        super().__init__()
        event = entry.event
        kind(self, "card")
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, *SAYINGS[event.what][1:])
        texts = column(label(title_of(event), "strong", wrap=True), gap=3)
        texts.addWidget(label(" · ".join(filter(None, (event.player, _clock(entry.at)))), "small"))
        if event.text.strip():
            self._add_text(texts, event.text.strip())
        for change in event.changed:
            texts.addLayout(_change(change))
        number = shot_number(watch, event.shot)
        if number:
            show = button(
                tr("Shot {n}").format(n=number), lambda: watch.workspace.select(event.shot), "film", "quiet",
                tip=tr("Shows this shot"),
            )  # fmt: skip
            texts.addLayout(row(show, None))
        body = row(sign, texts, margins=(10, 8, 10, 8), gap=8)
        body.setStretch(1, 1)
        body.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(body)
        changed = ". ".join(event.changed)
        self.setAccessibleName(f"{title_of(event)}, {event.player}. {event.text} {changed}".strip())

    def _add_text(self, texts: QVBoxLayout, text: str) -> None:
        lines = text.splitlines()
        shown = label("\n".join(lines[:LINES]), "muted", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts.addWidget(shown)
        if len(lines) > LINES:

            def open_up() -> None:
                shown.setText(text)
                more.hide()

            more = button(tr("{n} more lines").format(n=len(lines) - LINES), open_up, style="quiet")
            texts.addLayout(row(more, None))


def _change(text: str) -> QVBoxLayout:
    sign = label()
    sign.setFixedWidth(16)
    theme.dress(sign, "right", "accent")
    sign.setAccessibleName(tr("Changed"))
    body = row(sign, label(text, wrap=True), gap=4)
    body.setStretch(1, 1)
    body.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
    return body


def _clock(at: str) -> str:
    """The time of day here of a moment in UTC."""
    try:
        return f"{datetime.datetime.fromisoformat(at).astimezone():%H:%M:%S}"
    except ValueError:
        return ""


def shot_number(watch: CrewWatch, shot: str | None) -> int | None:
    """A shot's number for people; None where the film has no such shot."""
    film = watch.workspace.film
    return next((n for n, _, s in film.numbered() if s.id == shot), None) if film and shot else None


class NowRow(QWidget):
    """Who is busy with what at this moment."""

    def __init__(self, role: str, player: str, doing: Doing):
        super().__init__()
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, "person-edit" if doing.mine else "rendering", "accent")
        said = label(f"{role.capitalize()}: {doing.text}", "busy", wrap=True)
        said.setToolTip(player)
        body = row(sign, said, margins=(2, 0, 2, 0), gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.setAccessibleName(f"{role} ({player}): {doing.text}")


class Feed(QScrollArea):
    """Steps as they happen. add_top: puts widgets of others above them."""

    def __init__(self, watch: CrewWatch, name_of: Callable[[str], str], parent: QWidget | None = None):
        super().__init__(parent)
        self.watch, self._name_of = watch, name_of
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What the crew does"))
        body = kind(QWidget(), "page")
        self._now = QVBoxLayout()
        self._now.setSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._empty = label(
            tr("Nothing yet. What the crew makes, criticises and changes is told here as it happens."), "muted", True
        )
        whole = column(self._now, self._empty, self._list, None, margins=(16, 8, 16, 16), gap=8)
        body.setLayout(whole)
        self.setWidget(body)
        watch.stepped.connect(self._stepped)
        watch.doing_changed.connect(self.show_now)
        watch.workspace.opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the steps of the open film anew."""
        clear(self._list)
        for entry in self.watch.steps[-SHOWN:]:
            self._list.insertWidget(0, StepRow(self.watch, entry))
        self._empty.setVisible(not self.watch.steps)
        self.show_now()

    def show_now(self) -> None:
        """Shows who is busy."""
        clear(self._now)
        for role, doing in self.watch.doing.items():
            self._now.addWidget(NowRow(role, self._name_of(role), doing))

    def _stepped(self, entry: DiaryEntry) -> None:
        self._empty.hide()
        self._list.insertWidget(0, StepRow(self.watch, entry))
        while self._list.count() > SHOWN:
            gone = self._list.takeAt(self._list.count() - 1).widget()
            gone.hide()
            gone.deleteLater()

"""The crew panel: cost, what waits for the person, what the crew does, and who plays what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.studio.crew.casting import CastingPage
from ui.studio.crew.feed import Feed
from ui.studio.crew.watch import Cost, CrewWatch
from ui.studio.language import counted, mark, tr
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import Segments, button, clear, column, icon_button, label, row

if TYPE_CHECKING:
    from agents.people import Question

NEAR = 0.8
"""Share of the budget from which it is nearly used."""

BEGINNING = 150
"""Characters of a question that are shown in the panel."""

PAGES = (("feed", mark("What happens")), ("casting", mark("Who plays")))


def cost_text(cost: Cost) -> str:
    """ "12 calls, 34,120 tokens, 0.02 of 1.00 USD"."""
    calls = counted(cost.calls, tr("{n} call"), tr("{n} calls"))
    if cost.most_calls is not None:
        calls = tr("{used} of {most} calls").format(used=cost.calls, most=cost.most_calls)
    tokens = tr("{n} tokens").format(n=f"{cost.tokens:,}")
    if cost.most_tokens is not None:
        tokens = tr("{used} of {most} tokens").format(used=f"{cost.tokens:,}", most=f"{cost.most_tokens:,}")
    money = tr("{n} USD").format(n=f"{cost.money:.2f}")
    if cost.most_money is not None:
        money = tr("{used} of {most} USD").format(used=f"{cost.money:.2f}", most=f"{cost.most_money:.2f}")
    if cost.unpriced:
        money += " " + tr("and {n} calls without a price").format(n=cost.unpriced)
    return f"{calls}, {tokens}, {money}"


class CostLine(QWidget):
    """What the models used, against the budget."""

    def __init__(self, watch: CrewWatch):
        super().__init__()
        self.watch = watch
        self._sign = label()
        self._sign.setFixedWidth(16)
        self._text = label(style="small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        head = row(self._sign, self._text, gap=8)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._bar, margins=(16, 0, 16, 8), gap=6))
        watch.cost_changed.connect(self.refresh)
        watch.crew_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the cost so far."""
        cost, crew = self.watch.cost, self.watch.crew
        share = cost.share
        paid = cost.calls > 0 or (crew is not None and crew.casting.any_model)
        if not paid:
            text, tone = tr("No model plays: nothing is asked over the network, nothing is paid."), "muted"
        elif share is not None and share >= 1:
            text, tone = tr("The budget is used up: {cost}").format(cost=cost_text(cost)), "bad"
        elif share is not None and share >= NEAR:
            text, tone = tr("The budget is nearly used: {cost}").format(cost=cost_text(cost)), "warning"
        else:
            text, tone = cost_text(cost), "muted"
        theme.dress(self._sign, "warning" if tone in ("bad", "warning") else "info", tone)
        kind(self._text, tone if tone in ("bad", "warning") else "small")
        self._text.setText(text)
        self._bar.setVisible(paid and share is not None)
        self._bar.setValue(round(1000 * (share or 0)))
        self._bar.setAccessibleName(tr("Share of the budget that is used"))


class WaitingRow(QFrame):
    """A question that waits for the person."""

    def __init__(self, question: Question, answer, leave):
        super().__init__()
        kind(self, "card")
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, "person-edit", "accent")
        title = label(tr("The {role} waits for you").format(role=question.role), "strong", wrap=True)
        head = row(sign, title, gap=8)
        head.setStretch(1, 1)
        asked = next((m.text for m in reversed(question.messages) if m.role == "user"), "")
        words = " ".join(asked.split())
        first = label(f"{words[:BEGINNING]}…" if len(words) > BEGINNING else words, "muted", wrap=True)
        buttons = row(
            button(tr("Answer…"), lambda: answer(question), style="primary"),
            button(tr("Leave to the house crew"), lambda: leave(question), style="quiet"), None,
        )  # fmt: skip
        self.setLayout(column(head, first, buttons, margins=(12, 10, 12, 10), gap=8))
        self.setAccessibleName(title.text())


class CrewPanel(QWidget):
    """closed(): the person wants it out of the way. answer(question): they want to answer. proposals(): they want to
    see what the crew proposes."""

    closed = Signal()
    answer = Signal(object)
    proposals = Signal()

    def __init__(self, watch: CrewWatch, parent: QWidget | None = None):
        super().__init__(parent)
        self.watch = watch
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "surface")
        self.setAccessibleName(tr("Crew"))
        self.setMinimumWidth(340)
        self.cost = CostLine(watch)
        self._waiting = QVBoxLayout()
        self._waiting.setContentsMargins(16, 0, 16, 0)
        self._waiting.setSpacing(8)
        self._proposed = label(style="strong")
        self._proposals = kind(QFrame(), "card")
        look = button(tr("Look at them…"), self.proposals.emit)
        self._proposals.setLayout(row(self._proposed, None, look, margins=(12, 8, 8, 8)))
        self.feed = Feed(watch, self._player)
        self.casting = CastingPage(watch)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.feed)
        self.pages.addWidget(self.casting)
        self.segments = Segments([(key, tr(text)) for key, text in PAGES], tr("Pages of the crew panel"))
        self.segments.chosen.connect(self.show_page)
        head = row(
            label(tr("Crew"), "section"), None, icon_button("cross", tr("Close the crew panel"), self.closed.emit),
            margins=(16, 8, 8, 4),
        )  # fmt: skip
        body = column(
            head, self.cost, self._waiting, row(self._proposals, margins=(16, 0, 16, 0)),
            row(self.segments, margins=(16, 8, 16, 0)), self.pages, gap=4,
        )  # fmt: skip
        body.setStretch(5, 1)
        self.setLayout(body)
        watch.asked.connect(lambda _: self.refresh())
        watch.settled.connect(lambda _: self.refresh())
        watch.workspace.edited.connect(lambda _: self.show_proposals())
        watch.workspace.opened.connect(self.refresh)
        self.refresh()

    def show_page(self, key: str) -> None:
        """Shows a page: "feed" or "casting"."""
        self.segments.choose(key)
        self.pages.setCurrentIndex([k for k, _ in PAGES].index(key))

    def refresh(self) -> None:
        """Shows what waits and what is proposed."""
        clear(self._waiting)
        for question in self.watch.questions:
            self._waiting.addWidget(WaitingRow(question, self.answer.emit, lambda q: q.hand_over()))
        self.show_proposals()

    def show_proposals(self) -> None:
        """Shows how many changes the crew proposes."""
        film = self.watch.workspace.film
        count = len(film.proposals) if film else 0
        self._proposed.setText(counted(count, tr("{n} proposed change"), tr("{n} proposed changes")))
        self._proposals.setVisible(count > 0)

    def _player(self, role: str) -> str:
        crew = self.watch.crew
        return crew.player(role) if crew is not None else ""


class CrewButton(QPushButton):
    """Says in the toolbar whether the crew works or waits for the person; opens the panel."""

    def __init__(self, watch: CrewWatch, parent: QWidget | None = None):
        super().__init__(parent)
        self.watch = watch
        self.setCheckable(True)
        kind(self, "quiet")
        theme.dress(self, "character")
        watch.doing_changed.connect(self.refresh)
        watch.asked.connect(lambda _: self.refresh())
        watch.settled.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Shows what is going on."""
        busy = list(self.watch.doing)
        if self.watch.questions:
            text, icon, tone = tr("Waits for you"), "person-edit", "accent"
        elif busy:
            text, icon, tone = busy[0].capitalize(), "rendering", "accent"
        else:
            text, icon, tone = tr("Crew"), "character", "muted"
        self.setText(text)
        self.setAccessibleName(tr("Crew: {what}").format(what=text))
        self.setToolTip(tr("Who is doing what, and what it costs"))
        theme.dress(self, icon, tone)

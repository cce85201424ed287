"""What the crew of the open film does, kept for the panel: steps, who is busy with what, questions, cost."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from agents.crew_events import CrewEvent, DiaryEntry, diary
from agents.roles import ROLES, role_of
from ui.studio.language import tr
from ui.studio.production import Production
from ui.studio.workspace import Workspace

if TYPE_CHECKING:
    from agents.ensemble import Ensemble
    from agents.model.client import Said
    from agents.model.ledger import Ledger
    from agents.people import Question

KEPT = 200
"""Steps that are kept in the window; the project keeps all."""


@dataclass
class Doing:
    """What a role is busy with. characters: of the answer so far; mine: it waits for the person."""

    text: str
    characters: int = 0
    mine: bool = False


@dataclass
class Cost:
    """What the models used so far and may use at most; bounds are None where there are none."""

    calls: int = 0
    tokens: int = 0
    money: float = 0.0
    unpriced: int = 0
    most_calls: int | None = None
    most_tokens: int | None = None
    most_money: float | None = None

    @property
    def share(self) -> float | None:
        """How much of the budget is used, 0 to 1, by the bound that is nearest; None without a budget."""
        pairs = ((self.calls, self.most_calls), (self.tokens, self.most_tokens), (self.money, self.most_money))
        shares = [used / most if most else 1.0 for used, most in pairs if most is not None]
        return min(max(shares), 1.0) if shares else None


@dataclass
class _Watched:
    crew: Ensemble | None = None
    leave: list[Callable[[], None]] = field(default_factory=list)


class CrewWatch(QObject):
    """stepped(entry): somebody did something; doing_changed(): who is busy with what; crew_changed(): another crew or
    casting, or none; asked(question), settled(question): a person is waited for, and no longer; cost_changed()."""

    stepped = Signal(object)
    doing_changed = Signal()
    crew_changed = Signal()
    asked = Signal(object)
    settled = Signal(object)
    cost_changed = Signal()

    def __init__(self, workspace: Workspace, production: Production, parent: QObject | None = None):
        super().__init__(parent)
        self.workspace, self.production = workspace, production
        self.steps: list[DiaryEntry] = []
        self.doing: dict[str, Doing] = {}
        self.questions: list[Question] = []
        self.cost = Cost()
        self._watched = _Watched()
        workspace.opened.connect(self._opened)
        production.crewed.connect(self._crewed)

    @property
    def crew(self) -> Ensemble | None:
        """The crew of the open film; None until it is got ready."""
        return self._watched.crew

    def player(self, role: str) -> str:
        """Who plays a role: "house", "person" or "model"; the house crew before a crew is ready."""
        if self.crew is None:
            return "house"
        if self.crew.people.plays(role):
            return "person"
        return "model" if self.crew.modelled(role) else "house"

    def recast(self, role: str, who: str) -> None:
        """Lets "house", "person" or "model" play a role from the next question on, while this film is open."""
        if self.crew is not None and who != self.player(role):
            self.crew.recast(self.crew.casting.with_player(role, who))
            self.crew_changed.emit()

    # ---- what happens

    def _opened(self) -> None:
        project = self.workspace.project
        self.steps = diary(project.folder)[0][-KEPT:] if project is not None else []
        self.doing.clear()
        self.cost = Cost()
        if self.steps:
            last = self.steps[-1].event
            self.cost = Cost(last.calls, last.tokens, last.money)
        self.crew_changed.emit()
        self.cost_changed.emit()

    def _crewed(self, crew: Any) -> None:
        for leave in self._watched.leave:
            leave()
        self._watched = _Watched(crew)
        for question in self.questions:
            self.settled.emit(question)
        self.questions.clear()
        self.doing.clear()
        if crew is not None:
            self._watched.leave = [
                crew.events.connect(self._stepped),
                crew.said.connect(self._said),
                crew.spent.connect(self._spent),
                crew.people.attend(self._asked),
                crew.people.settled.connect(self._settled),
            ]
            if crew.casting.any_model and self.workspace.project is not None:
                self._spent(crew.client.ledger)
        self.crew_changed.emit()
        self.doing_changed.emit()

    def _stepped(self, event: CrewEvent) -> None:
        entry = DiaryEntry(datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"), event)
        self.steps = [*self.steps, entry][-KEPT:]
        if event.calls and not self.cost.most_calls:
            self.cost.calls, self.cost.tokens, self.cost.money = event.calls, event.tokens, event.money
        self.stepped.emit(entry)
        self.cost_changed.emit()

    def _said(self, said: Said) -> None:
        role = said.role
        match said.what:
            case "asked":
                self.doing[role] = Doing(tr("Thinking"))
            case "text":
                doing = self.doing.setdefault(role, Doing(""))
                doing.characters += len(said.text)
                doing.text = tr("Answering, {n} characters").format(n=f"{doing.characters:,}")
            case "waiting":
                self.doing[role] = Doing(tr("Waiting: {why}").format(why=said.text))
            case "rejected":
                first = (said.text.splitlines() or [""])[0].removeprefix("- ")
                self.doing[role] = Doing(tr("Asked again: {why}").format(why=first))
            case _:
                self.doing.pop(role, None)
        self.doing_changed.emit()

    def _spent(self, ledger: Ledger) -> None:
        used, budget = ledger.totals, ledger.budget
        self.cost = Cost(
            used.calls, used.tokens_in + used.tokens_out, used.money, used.unpriced, budget.calls, budget.tokens,
            budget.money,
        )  # fmt: skip
        self.cost_changed.emit()

    def _asked(self, question: Question) -> None:
        self.questions.append(question)
        self.doing[question.role] = Doing(tr("Waits for you"), mine=True)
        self.asked.emit(question)
        self.doing_changed.emit()

    def _settled(self, question: Question) -> None:
        if question in self.questions:
            self.questions.remove(question)
        self.doing.pop(question.role, None)
        self.settled.emit(question)
        self.doing_changed.emit()

    def role_name(self, role: str) -> str:
        """A role for people: "Second cinematographer"."""
        return role.capitalize() if role_of(role) in ROLES else role

"""A person in a role's place: they get the question a model would get, and answer it in a form made from its schema."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from agents.model.answers import problems, validate
from agents.model.faults import Declined, RulesBroken
from agents.model.messages import Message
from agents.roles import role_of
from app.errors import ShotwrightError
from app.events import Signal

PERSON_NAME = "you"


@dataclass(frozen=True)
class Prefilled:
    """What a person finds filled in. draft: an answer to change; words: texts of the draft that are shown in other
    words and not to be changed, such as ids of questions."""

    draft: BaseModel
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class Question:
    """Something a person is asked in a role's place. form: the typed answer; check: names the rules it breaks."""

    role: str
    messages: tuple[Message, ...]
    form: type[BaseModel]
    check: Callable[[Any], Sequence[str]]
    prefilled: Prefilled | None = None
    _answer: asyncio.Future[BaseModel] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    @property
    def settled(self) -> bool:
        """Whether it is answered, handed over or no longer asked."""
        return self._answer.done()

    def give(self, data: Any, anyway: bool = False) -> None:
        """Answers with plain data. anyway: an answer that breaks rules is given to be mended by rule.
        Raises ShotwrightError: json for what is not valid, rule for what breaks rules; it stays open then."""
        try:
            answer = validate(self.form, data)
        except (ValidationError, TypeError, ValueError) as error:
            text = problems(error) if isinstance(error, ValidationError) else str(error)
            raise ShotwrightError("json", text, "Correct these fields.") from error
        rules = list(self.check(answer))
        if rules and not anyway:
            raise ShotwrightError("rule", "\n".join(rules), "Correct the answer, or give it to be mended by rule.")
        if self.settled:
            return
        if rules:
            self._answer.set_exception(RulesBroken(PERSON_NAME, answer, rules))
        else:
            self._answer.set_result(answer)

    def hand_over(self) -> None:
        """Leaves the answer to the house crew."""
        if not self.settled:
            self._answer.set_exception(Declined(PERSON_NAME, "left to the house crew"))


class People:
    """The persons of one crew. roles: those a person plays.

    asked: somebody is waited for; settled: not any more. Used from one event loop.
    """

    def __init__(self) -> None:
        self.roles: set[str] = set()
        self.asked: Signal[Question] = Signal()
        self.settled: Signal[Question] = Signal()
        self.waiting: list[Question] = []
        self._attending = 0

    def plays(self, role: str) -> bool:
        """Whether a person plays the role ("actor Mia" is an actor)."""
        return role_of(role) in self.roles

    def attend(self, asked: Callable[[Question], object]) -> Callable[[], None]:
        """Tells somebody of every question, those that wait already too; the returned function ends that."""
        disconnect = self.asked.connect(asked)
        self._attending += 1
        for question in tuple(self.waiting):
            asked(question)

        def leave() -> None:
            disconnect()
            self._attending -= 1

        return leave

    async def ask[A: BaseModel](
        self,
        role: str,
        messages: Sequence[Message],
        form: type[A],
        check: Callable[[Any], Sequence[str]],
        prefilled: Prefilled | None = None,
    ) -> A:
        """Waits for a person's answer, however long that takes. Raises ShotwrightError(input) where nobody attends,
        Declined when the person leaves it to the house crew, RulesBroken when they give it to be mended."""
        if not self._attending:
            raise ShotwrightError(
                "input", f"the {role} is played by you, and nobody can be asked here",
                "Open the film in the studio, go on at a terminal, or let the house crew or a model play the role.",
            )  # fmt: skip
        question = Question(role, tuple(messages), form, check, prefilled)
        self.waiting.append(question)
        self.asked.emit(question)
        try:
            return await question._answer
        finally:
            question._answer.cancel()
            self.waiting.remove(question)
            self.settled.emit(question)

"""What can go wrong with a model, each with its layer and what to do about it."""

from __future__ import annotations

from typing import Any

from app.errors import Layer, ShotwrightError


class Fault(ShotwrightError):
    """A call that failed.

    retry: the same call may succeed later; wait_s: how long the endpoint asks to wait, if it does; refused: it was
    turned away and cost nothing; parameter: the field of the request that is not taken, "" where a request is
    rejected without naming one, else None; missing: the endpoint knows no such model or address.
    """

    def __init__(
        self,
        layer: Layer,
        what: str,
        hint: str = "",
        *,
        retry: bool = False,
        wait_s: float | None = None,
        refused: bool = False,
        parameter: str | None = None,
        missing: bool = False,
    ):
        super().__init__(layer, what, hint)
        self.retry, self.wait_s, self.refused = retry, wait_s, refused
        self.parameter, self.missing = parameter, missing


class Declined(ShotwrightError):
    """The model would not answer for reasons of its own policy."""

    def __init__(self, model: str, said: str):
        super().__init__(
            "model", f"{model} declined to answer: {said.strip()[:300]}", "Say it differently, or use another model."
        )


class NoAnswer(ShotwrightError):
    """What the model said does not hold the answer asked for, after it was asked twice."""

    def __init__(self, model: str, wanted: str, problem: str):
        super().__init__(
            "json",
            f"{model} gave no valid {wanted}: {problem}",
            "Try again, use a more able model for this role, or let the house crew do it.",
        )


class RulesBroken(ShotwrightError):
    """A valid answer that breaks rules. answer: that answer, so that it can be repaired; rules: what it breaks."""

    def __init__(self, model: str, answer: Any, rules: list[str]):
        super().__init__("rule", f"{model}'s answer breaks rules: " + "; ".join(rules), "Repair it by rule.")
        self.answer, self.rules = answer, rules


class BudgetReached(ShotwrightError):
    """The next call could pass the budget and was not made."""

    def __init__(self, what: str):
        super().__init__("rule", f"the budget is reached: {what}", "Raise the budget to go on; nothing made is lost.")

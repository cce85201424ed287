"""Options of the commands about who plays in the crew and what that may cost."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from agents.ensemble import Ensemble, cast_crew
from agents.house.crew import Options
from agents.model.ledger import Budget, Totals, over
from agents.model.settings import ModelSettings
from app.errors import ShotwrightError
from app.settings import Settings
from ui.console import Console, positive


def add_crew(parser: argparse.ArgumentParser) -> None:
    """Adds --crew, --model and --budget."""
    group = parser.add_argument_group("crew")
    group.add_argument(
        "--crew",
        metavar="WHO",
        default="",
        help='who plays: "house" (no model), "model", or role by role: model,reviewer=house or '
        "house,director=NAME (default: the settings; models where one is set up)",
    )
    group.add_argument(
        "--model",
        metavar="NAME",
        help="the model, at the address in OPENAI_BASE_URL with the key in OPENAI_API_KEY (also: SHOTWRIGHT_MODEL)",
    )
    group.add_argument(
        "--budget",
        type=budget,
        metavar="MOST",
        help='the most the models may cost: 0.50 (US dollars), "200000 tokens" or "40 calls"',
    )


def add_writing(parser: argparse.ArgumentParser) -> None:
    """Adds the bounds of what models write: --max-people, --max-scenes, --rounds, --debate-rounds."""
    group = parser.add_argument_group("what models write")
    usual = Options()
    for name, value, what in (
        ("people", usual.most_people, "people at most"),
        ("scenes", usual.most_scenes, "scenes at most"),
    ):
        group.add_argument(f"--max-{name}", type=positive, default=value, metavar="N", help=f"{what} (default {value})")
    for name, value, what in (
        ("rounds", usual.rounds, "corrections after a critique"),
        ("debate-rounds", usual.debate_rounds, "rounds of the cinematographers' debate"),
    ):
        group.add_argument(f"--{name}", type=positive, default=value, metavar="N", help=f"{what} (default {value})")


def budget(text: str) -> Budget:
    """ "0.50", "$0.50", "200000 tokens", "200k tokens" or "40 calls" as a budget. Raises
    argparse.ArgumentTypeError."""
    found = re.fullmatch(r"\$?\s*(\d+(?:\.\d+)?)\s*(k?)\s*(usd|\$|dollars?|tokens?|calls?)?", text.strip().casefold())
    if not found:
        raise argparse.ArgumentTypeError(f'{text!r} is not a budget like 0.50, "200000 tokens" or "40 calls"')
    amount, unit = float(found[1]) * (1000 if found[2] else 1), (found[3] or "usd").rstrip("s")
    if unit in ("token", "call"):
        return Budget(**{f"{unit}s": int(amount)})
    return Budget(money=amount)


def crew_of(options: argparse.Namespace, folder: Path) -> Ensemble:
    """The crew that the options, the environment and the settings name, for the project in `folder`.
    Raises ShotwrightError(input, endpoint)."""
    environ = dict(os.environ) | ({"SHOTWRIGHT_MODEL": options.model} if options.model else {})
    settings, own = ModelSettings.load().within(environ), Settings.load()
    most = options.budget or Budget(money=own.money, tokens=own.tokens)
    return cast_crew(settings, lambda: folder, options.crew, most)


def agree(console: Console, crew: Ensemble, expected: Totals, given: Budget | None) -> None:
    """Tells what the models are expected to use before anything is asked, and settles the budget: the one given, the
    one a person at the terminal answers with, else that of the settings. Raises ShotwrightError(rule) where the
    estimate passes it."""
    if not crew.casting.any_model or not expected.calls:
        return
    ledger = crew.client.ledger
    tokens = expected.tokens_in + expected.tokens_out
    cost = f"{expected.money:.2f} USD" if not expected.unpriced else "at a price that is not known"
    console.say(
        f"The film is expected to take about {expected.calls} calls of models and {tokens:,} tokens, {cost}.",
        estimate=expected.model_dump(),
    )
    if given is None:
        ledger.budget = _asked(console) or ledger.budget
        if ledger.budget.money is not None and expected.unpriced:
            console.say("note: without a price there is no bound in money; bound tokens or calls with --budget.")
            ledger.budget = ledger.budget.model_copy(update={"money": None})
    problem = over(ledger.budget, expected)
    if problem is not None:
        raise problem


def _asked(console: Console) -> Budget | None:
    """What a person at the terminal allows; None where nobody is asked or the answer is plain yes."""
    if console.as_json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    while True:
        answer = console.ask('Go on? Enter for yes, "no", or the most it may cost: ')
        if answer.casefold() in ("", "y", "yes"):
            return None
        if answer.casefold() in ("n", "no"):
            raise ShotwrightError("input", "nothing was asked of a model", "Use --crew house to go on without.")
        try:
            return budget(answer)
        except argparse.ArgumentTypeError as error:
            console.say(str(error))

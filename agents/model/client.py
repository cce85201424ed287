"""Asking a role's model for a typed answer, and getting one whatever it says first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from pydantic import BaseModel, ValidationError

from agents.model import probe, store
from agents.model.answers import Reading, Salvage, read, salvage, validate
from agents.model.caller import Call, Caller
from agents.model.capabilities import Ability, CapabilityStore
from agents.model.exchanges import Exchange, ExchangeLog, Turn
from agents.model.faults import Declined, Fault, NoAnswer, RulesBroken
from agents.model.keys import Keys
from agents.model.ledger import Budget, Ledger, Planned, Totals, estimate
from agents.model.messages import Message, assistant, system, user
from agents.model.prices import PriceTable
from agents.model.retry import Backoff
from agents.model.schema import described, wanted
from agents.model.settings import Endpoint, Kind, ModelSettings
from agents.model.transport import Received
from agents.people import PERSON_NAME, People, Prefilled
from app.errors import ShotwrightError
from app.events import Signal

Mode = Literal["schema", "json", "plain"]
Check = Callable[[Any], Sequence[str]]
QUOTED_CHARS = 12_000
EMBEDDED_AT_ONCE = 64


@dataclass(frozen=True)
class Said:
    """Something that happened while a role was asked. text: what was said, what is waited for, or what is wrong."""

    role: str
    what: Literal["asked", "text", "waiting", "rejected", "answered", "remembered"]
    text: str = ""


@dataclass(frozen=True)
class Reply[A: BaseModel]:
    """A valid answer. dropped: items left out since they were not valid; remembered: it was not asked for again."""

    answer: A
    model: str
    dropped: tuple[str, ...] = ()
    remembered: bool = False


class ModelClient:
    """Asks the models of one production. Use it from one event loop, as an async context manager.

    folder: the project's, which keeps `answers/`, `exchanges/` and `ledger.jsonl`; said: what a window shows live;
    people: who is asked instead of a model for the roles that persons play.
    """

    def __init__(
        self,
        settings: ModelSettings,
        folder: Path,
        budget: Budget | None = None,
        *,
        keys: Keys | None = None,
        prices: PriceTable | None = None,
        capabilities: CapabilityStore | None = None,
        backoff: Backoff | None = None,
    ):
        self.settings = settings
        self.prices = prices or PriceTable.load()
        self.ledger = Ledger(folder / "ledger.jsonl", budget)
        self.said: Signal[Said] = Signal()
        self.people: People | None = None
        self._store = store.AnswerStore(folder / "answers")
        self._log = ExchangeLog(folder / "exchanges")
        self._caller = Caller(
            keys or Keys(), self.ledger, self.prices, capabilities or CapabilityStore(), settings.limits, backoff
        )

    def apart(self, folder: Path) -> ModelClient:
        """Another client of the same models, with files and a ledger of its own and no budget."""
        caller = self._caller
        return ModelClient(
            self.settings, folder, keys=caller.keys, prices=self.prices, capabilities=caller.capabilities,
            backoff=caller.backoff,
        )  # fmt: skip

    async def __aenter__(self) -> ModelClient:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._caller.close()

    # ---- typed answers

    async def ask[A: BaseModel](
        self, role: str, messages: Sequence[Message], answer: type[A], *, check: Check | None = None, again: int = 0
    ) -> A:
        """As `reply`, the answer alone."""
        return (await self.reply(role, messages, answer, check=check, again=again)).answer

    async def reply[A: BaseModel](
        self,
        role: str,
        messages: Sequence[Message],
        answer: type[A],
        *,
        check: Check | None = None,
        again: int = 0,
        prefilled: Prefilled | None = None,
    ) -> Reply[A]:
        """A valid answer of a role to a conversation, which may hold pictures.

        check: names the rules that an answer breaks; again: asks for another answer to the same question, the
        first being 0; prefilled: what a person who plays the role finds filled in. An answer that is not valid or
        breaks rules goes back once with what is wrong; what then is
        still wrong is left out where it is an item of a list.
        Raises NoAnswer (json), RulesBroken (rule), Declined (model), BudgetReached (rule), Fault (key, endpoint,
        model), ShotwrightError(endpoint, key, disk). Cancelling ends the call and keeps what was said.
        """
        seeing = any(message.pictures for message in messages)
        person = self.people if self.people is not None and self.people.plays(role) else None
        endpoint = None if person else self.settings.endpoint(role, "vision" if seeing else "text")
        name = endpoint.model if endpoint else PERSON_NAME
        check = check or (lambda _: ())
        key = store.key(endpoint, list(messages), answer.model_json_schema(), again)
        exchange = Exchange(role, answer.__name__, endpoint.base_url if endpoint else "", name, list(messages))
        remembered = self._remembered(key, answer, check, name)
        if remembered is not None:
            self.said.emit(Said(role, "remembered"))
            return Reply(remembered.answer, name, tuple(remembered.dropped), remembered=True)
        try:
            if person is not None:
                self.said.emit(Said(role, "asked"))
                made = Salvage(await person.ask(role, messages, answer, check, prefilled), [])
            else:
                made = await self._converse(exchange, endpoint, answer, check, seeing)
            exchange.answer, exchange.dropped = made.answer.model_dump(mode="json"), made.dropped
            exchange.outcome = "salvaged" if made.dropped else "answered"
            self._store.keep(key, store.Kept(answer=exchange.answer, dropped=made.dropped))
        except asyncio.CancelledError:
            exchange.outcome = "cancelled"
            raise
        except RulesBroken as error:
            exchange.outcome, exchange.error = "rules broken", str(error)
            self._store.keep(key, store.Kept(answer=error.answer.model_dump(mode="json"), final=True))
            raise
        except ShotwrightError as error:
            exchange.outcome, exchange.error = "failed", str(error)
            raise
        finally:
            self._log.write(exchange)
        self.said.emit(Said(role, "answered"))
        return Reply(made.answer, name, tuple(made.dropped))

    def _remembered[A: BaseModel](self, key: str, answer: type[A], check: Check, name: str) -> Salvage[A] | None:
        """An answer given before. Raises RulesBroken for one that was sent back for its rules and kept breaking them;
        one that breaks a rule which is newer than it is asked for again."""
        kept = self._store.find(key)
        if kept is None:
            return None
        try:
            found = validate(answer, kept.answer)
        except ValidationError:
            return None
        rules = list(check(found))
        if rules and kept.final:
            raise RulesBroken(name, found, rules)
        return None if rules else Salvage(found, kept.dropped)

    async def _converse[A: BaseModel](
        self, exchange: Exchange, endpoint: Endpoint, answer: type[A], check: Check, seeing: bool
    ) -> Salvage[A]:
        if seeing and not await probe.supports(self._caller, endpoint, "vision"):
            raise Fault("model", f"{endpoint.model} cannot see pictures", "Set a vision model in the settings.")
        self.said.emit(Said(exchange.role, "asked"))
        talk, tokens = list(exchange.messages), endpoint.answer_tokens
        readings: list[Reading[A]] = []
        breaking: RulesBroken | None = None
        for _ in range(2):
            received, turn = await self._say(exchange, endpoint, talk, tokens, answer, seeing)
            if received.refusal or received.finish == "content_filter":
                raise Declined(endpoint.model, received.refusal or received.text or "its filter stopped the answer")
            cut = received.cut or received.finish == "length"
            # Mending a long answer takes seconds, in which a window has to go on moving.
            reading = await asyncio.to_thread(read, received.text, answer, cut)
            if reading.answer is not None:
                rules = list(check(reading.answer))
                if not rules:
                    return Salvage(reading.answer, [])
                breaking = RulesBroken(endpoint.model, reading.answer, rules)
            turn.problem = reading.problem or "\n".join(f"- {rule}" for rule in rules)
            self.said.emit(Said(exchange.role, "rejected", turn.problem))
            readings.append(reading)
            talk += _correction(received.text, turn.problem)
            tokens = endpoint.answer_tokens * 2 if reading.cut else endpoint.answer_tokens
        if breaking is not None:
            raise breaking
        return await asyncio.to_thread(self._rest, endpoint, answer, readings, check)

    def _rest[A: BaseModel](
        self, endpoint: Endpoint, answer: type[A], readings: list[Reading[A]], check: Check
    ) -> Salvage[A]:
        """The valid part of the better of two answers that are not valid."""
        parts = [part for reading in readings if (part := salvage(answer, reading)) is not None]
        if not parts:
            raise NoAnswer(endpoint.model, answer.__name__, readings[-1].problem)
        best = max(parts, key=lambda part: len(part.answer.model_dump_json()))
        rules = list(check(best.answer))
        if rules:
            raise RulesBroken(endpoint.model, best.answer, rules)
        return best

    async def _say(
        self,
        exchange: Exchange,
        endpoint: Endpoint,
        talk: list[Message],
        tokens: int,
        answer: type[BaseModel],
        seeing: bool,
    ) -> tuple[Received, Turn]:
        """One question in the best form the endpoint takes: by schema, as JSON, or in plain words."""
        role, known = exchange.role, self._caller.capabilities.of(endpoint).known

        def waiting(fault: Fault, wait_s: float) -> None:
            exchange.notes.append(f"waited {wait_s:.1f} s: {fault.what}")
            self.said.emit(Said(role, "waiting", fault.what))

        mode = await self._mode(endpoint)
        while True:
            heard: list[str] = []

            def listen(piece: str, heard: list[str] = heard) -> None:
                heard.append(piece)
                self.said.emit(Said(role, "text", piece))

            asked = talk if mode == "schema" else _told(talk, described(answer))
            call = Call(
                role, "vision" if seeing else "text", endpoint, asked, tokens, _form(mode, answer), listen, waiting
            )
            try:
                received = await self._caller.complete(call)
                break
            except Fault as fault:
                if (
                    mode == "plain"
                    or fault.parameter is None
                    or fault.parameter.split(".")[0] not in ("", "response_format")
                ):
                    exchange.turns.append(Turn(mode, "".join(heard), fault.what))
                    raise
                ability: Ability = "json_schema" if mode == "schema" else "json_mode"
                exchange.notes.append(f"asked without {ability}: {fault.what}")
                if fault.parameter:
                    known[ability] = False
                    self._caller.capabilities.save()
                mode = "json" if mode == "schema" and known.get("json_mode", True) else "plain"
            except asyncio.CancelledError:
                exchange.turns.append(Turn(mode, "".join(heard), "cancelled"))
                raise
        price = self.prices.find(endpoint)
        money = None if price is None else price.of(received.tokens_in, received.tokens_out)
        turn = Turn(mode, received.text, "", received.tokens_in, received.tokens_out, money)
        exchange.turns.append(turn)
        return received, turn

    async def _mode(self, endpoint: Endpoint) -> Mode:
        if await probe.supports(self._caller, endpoint, "json_schema"):
            return "schema"
        return "json" if await probe.supports(self._caller, endpoint, "json_mode") else "plain"

    # ---- the other kinds of work

    async def embed(self, role: str, texts: Sequence[str]) -> np.ndarray:
        """Vectors of texts, float32 of shape (texts, dimensions). Raises as `reply`."""
        endpoint = self.settings.endpoint(role, "embedding")
        rows: list[list[float]] = []
        for start in range(0, len(texts), EMBEDDED_AT_ONCE):
            rows += await self._caller.embed(role, endpoint, list(texts[start : start + EMBEDDED_AT_ONCE]))
        sizes = {len(row) for row in rows}
        if len(sizes) > 1 or sizes == {0}:
            raise Fault("model", f"{endpoint.model} gave vectors of sizes {sorted(sizes)}", "Use another model.")
        made = np.array(rows, np.float32).reshape(len(rows), -1 if rows else 0)
        if not np.isfinite(made).all():
            raise Fault(
                "model", f"{endpoint.model} gave vectors with numbers that are not finite", "Use another model."
            )
        return made

    async def speak(self, role: str, text: str, voice: str, instructions: str = "") -> bytes:
        """Speech as a WAV file. Raises as `reply`."""
        return await self._caller.speak(role, self.settings.endpoint(role, "speech"), text, voice, instructions)

    # ---- before a production

    async def probe(self, role: str, kind: Kind = "text") -> dict[Ability, bool]:
        """What the model of a role can do. Raises Fault, ShotwrightError(endpoint, key)."""
        return await probe.probe(self._caller, self.settings.endpoint(role, kind))

    async def offered(self, endpoint: Endpoint) -> list[str]:
        """Names of the models at an address. Raises Fault, ShotwrightError(key)."""
        return await self._caller.models(endpoint)

    def estimate(self, plan: Sequence[Planned]) -> Totals:
        """What planned calls will use. Raises ShotwrightError(endpoint)."""
        return estimate(plan, lambda role, kind: self.prices.find(self.settings.endpoint(role, kind)))


def _form(mode: Mode, answer: type[BaseModel]) -> dict[str, Any]:
    if mode == "schema":
        return {"response_format": wanted(answer)}
    return {"response_format": {"type": "json_object"}} if mode == "json" else {}


def _correction(said: str, problem: str) -> list[Message]:
    """What follows an answer that was not accepted. Empty turns are left out, since endpoints reject them."""
    quoted = [assistant(said[:QUOTED_CHARS])] if said.strip() else []
    return [
        *quoted,
        user(f"This answer was not accepted:\n{problem}\nGive the whole answer again, corrected, as JSON."),
    ]


def _told(talk: list[Message], what: str) -> list[Message]:
    """A conversation with something added to its system message: many models take only one, and only in front."""
    if talk and talk[0].role == "system":
        return [system(f"{talk[0].text}\n\n{what}"), *talk[1:]]
    return [system(what), *talk]

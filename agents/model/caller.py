"""Calls with everything round them: key, place in the queue, budget, retries, and descent in parameters."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from agents.model.capabilities import CapabilityStore
from agents.model.faults import Fault
from agents.model.keys import Keys
from agents.model.ledger import Ledger
from agents.model.messages import Message
from agents.model.prices import MESSAGE_TOKENS, PriceTable, likely_tokens, most_tokens
from agents.model.retry import Backoff
from agents.model.settings import Endpoint, Kind, Limits
from agents.model.transport import Listener, Received, Transport

DISPENSABLE = ("stream_options", "seed", "temperature", "stream")
GONE_S = 120.0
"""Seconds for which an address that answered no attempt is asked only once for each question."""


@dataclass(frozen=True)
class Call:
    """A chat completion to be made. extra: further fields of the request, such as response_format."""

    role: str
    kind: Kind
    endpoint: Endpoint
    messages: list[Message]
    answer_tokens: int
    extra: dict[str, Any] = field(default_factory=dict)
    on_text: Listener | None = None
    on_retry: Callable[[Fault, float], object] = lambda fault, wait_s: None


class Caller:
    """Makes calls; one for all endpoints, used from one event loop. Close it when done."""

    def __init__(
        self,
        keys: Keys,
        ledger: Ledger,
        prices: PriceTable,
        capabilities: CapabilityStore,
        limits: Limits,
        backoff: Backoff | None = None,
    ):
        self.ledger, self.prices, self.capabilities = ledger, prices, capabilities
        self.keys, self._limits = keys, limits
        self.backoff = backoff or Backoff(attempts=limits.attempts)
        self._transports: dict[Endpoint, Transport] = {}
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._unreached: dict[str, float] = {}
        self._probing: dict[Endpoint, asyncio.Lock] = {}

    async def close(self) -> None:
        """Closes all connections."""
        for transport in self._transports.values():
            await transport.close()
        self._transports.clear()

    def probing(self, endpoint: Endpoint) -> asyncio.Lock:
        """Held while an endpoint is probed, so that callers at the same time wait for one probe."""
        return self._probing.setdefault(endpoint, asyncio.Lock())

    async def complete(self, call: Call) -> Received:
        """The answer to a call. A field that the endpoint does not take is left out from then on.
        Raises Fault, BudgetReached, ShotwrightError(key)."""
        transport = self._transport(call.endpoint)
        known = self.capabilities.of(call.endpoint)
        while True:
            payload = self._payload(call)
            try:
                attempts = 1 if self._gone(call.endpoint.base_url) else None
                made = await self.backoff.run(
                    lambda p=payload: self._attempt(call, transport, p), call.on_retry, attempts
                )
                self._unreached.pop(call.endpoint.base_url, None)
                return made
            except Fault as fault:
                if fault.retry and fault.wait_s is None:
                    self._unreached[call.endpoint.base_url] = time.monotonic()
                name = fault.parameter
                if name == "" and not call.extra:
                    name = next((each for each in DISPENSABLE if each in payload), "")
                if name == "max_tokens" and known.limit == "max_tokens":
                    known.limit = "max_completion_tokens"
                elif name in DISPENSABLE and name in payload:
                    known.without.add(name)
                else:
                    raise await transport.explain(fault) from fault
                self.capabilities.save()

    def _gone(self, address: str) -> bool:
        """Whether an address did not answer a short while ago, after every attempt: then one is enough to see whether
        it is back, and a film does not wait for it at each question."""
        return time.monotonic() - self._unreached.get(address, -math.inf) < GONE_S

    async def embed(self, role: str, endpoint: Endpoint, texts: list[str]) -> list[list[float]]:
        """Vectors of texts. Raises as `complete`."""
        transport = self._transport(endpoint)
        text = "".join(texts)

        async def attempt() -> list[list[float]]:
            async with self._paid(role, "embedding", endpoint, most_tokens(text), 0) as paid:
                vectors, counted = await transport.embed(texts)
                paid.set(counted or likely_tokens(text), 0, not counted)
                return vectors

        return await self._simple(transport, attempt)

    async def speak(self, role: str, endpoint: Endpoint, text: str, voice: str, instructions: str) -> bytes:
        """Speech as a WAV file. Raises as `complete`."""
        transport = self._transport(endpoint)

        async def attempt() -> bytes:
            # Speech is paid by the character.
            async with self._paid(role, "speech", endpoint, len(text), 0) as paid:
                data = await transport.speak(text, voice, instructions)
                paid.set(len(text), 0, False)
                return data

        return await self._simple(transport, attempt)

    async def models(self, endpoint: Endpoint) -> list[str]:
        """Names of the models an endpoint offers; costs nothing. Raises Fault, ShotwrightError(key)."""
        return await self._transport(endpoint).models()

    async def _simple[T](self, transport: Transport, attempt: Callable[[], Awaitable[T]]) -> T:
        try:
            return await self.backoff.run(attempt, lambda fault, wait_s: None)
        except Fault as fault:
            raise await transport.explain(fault) from fault

    async def _attempt(self, call: Call, transport: Transport, payload: dict[str, Any]) -> Received:
        text = "\n".join(message.text for message in call.messages) + str(call.extra)
        pictures = sum(len(message.pictures) for message in call.messages)
        received = Received()
        most = most_tokens(text, pictures) + MESSAGE_TOKENS * len(call.messages)
        async with self._paid(call.role, call.kind, call.endpoint, most, call.answer_tokens) as paid:
            try:
                await transport.complete(payload, received, call.on_text)
            finally:
                tokens_in = received.tokens_in or likely_tokens(text, pictures)
                estimated = received.tokens_in is None or received.tokens_out is None
                tokens_out = likely_tokens(received.text) if received.tokens_out is None else received.tokens_out
                paid.set(tokens_in, tokens_out, estimated)
        received.tokens_in, received.tokens_out = tokens_in, tokens_out
        return received

    def _payload(self, call: Call) -> dict[str, Any]:
        known, endpoint = self.capabilities.of(call.endpoint), call.endpoint
        payload = {
            "model": endpoint.model,
            "messages": [message.payload() for message in call.messages],
            known.limit: call.answer_tokens,
            "stream": True,
            "stream_options": {"include_usage": True},
            "temperature": endpoint.temperature,
            "seed": endpoint.seed,
            **call.extra,
        }
        whole = "stream" in known.without or not payload["stream"]
        without = known.without | ({"stream_options"} if whole else set())
        return {name: value for name, value in payload.items() if value is not None and name not in without}

    def _transport(self, endpoint: Endpoint) -> Transport:
        if endpoint not in self._transports:
            self._transports[endpoint] = Transport(endpoint, self.keys.find(endpoint.key), self._limits)
        return self._transports[endpoint]

    def _paid(self, role: str, kind: Kind, endpoint: Endpoint, tokens_in: int, tokens_out: int) -> _Paid:
        gate = self._gates.setdefault(endpoint.base_url, asyncio.Semaphore(self._limits.concurrent))
        return _Paid(self, gate, role, kind, endpoint, tokens_in, tokens_out)


class _Paid:
    """A place in the queue and a line in the ledger for one attempt, settled however the attempt ends."""

    def __init__(self, caller: Caller, gate: asyncio.Semaphore, role: str, kind: Kind, endpoint: Endpoint, *most: int):
        self._ledger, self._gate = caller.ledger, gate
        self._price = caller.prices.find(endpoint)
        self._send = (role, kind, endpoint.model, self._price, *most)
        # Until something else is known an attempt counts as what went out, without an answer.
        self._used = (most[0], 0, True)

    def set(self, tokens_in: int, tokens_out: int, estimated: bool) -> None:
        self._used = (tokens_in, tokens_out, estimated)

    async def __aenter__(self) -> _Paid:
        await self._gate.acquire()
        try:
            self._entry = self._ledger.send(*self._send)
        except BaseException:
            self._gate.release()
            raise
        return self

    async def __aexit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            refused = isinstance(error, Fault) and error.refused
            self._ledger.settle(self._entry, self._price, *((0, 0, False) if refused else self._used))
        finally:
            self._gate.release()

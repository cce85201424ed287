"""One attempt at one call of an OpenAI-compatible endpoint, with every failure as a typed fault."""

from __future__ import annotations

import asyncio
import email.utils
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import openai
from openai.types import CreateEmbeddingResponse
from openai.types.chat import ChatCompletion
from rapidfuzz import process

from agents.model.faults import Fault
from agents.model.messages import encodable
from agents.model.settings import Endpoint, Limits

Listener = Callable[[str], object]
PASSING = (408, 409, 425, 429)


@dataclass
class Received:
    """What has come of an answer so far. tokens_in, tokens_out: as the endpoint counted, None where it did not;
    cut: it was longer than allowed and the rest was not read."""

    text: str = ""
    refusal: str = ""
    finish: str | None = None
    tool_calls: int = 0
    tokens_in: int | None = None
    tokens_out: int | None = None
    cut: bool = False


def wait_asked(headers: Any, now: float) -> float | None:
    """Seconds that Retry-After (RFC 9110: seconds or a date) or retry-after-ms asks to wait; None if neither is
    there or readable."""
    for name, scale in (("retry-after-ms", 1e-3), ("retry-after", 1.0)):
        text = headers.get(name)
        if text is None:
            continue
        try:
            seconds = float(text) * scale
        except ValueError:
            try:
                seconds = email.utils.parsedate_to_datetime(text).timestamp() - now
            except (TypeError, ValueError):
                continue
        if seconds == seconds:
            return max(0.0, seconds)
    return None


class Transport:
    """The connection to one endpoint. Close it when done.

    key: "" for endpoints that need none; now: seconds since 1970, for Retry-After dates.
    All calls raise Fault.
    """

    def __init__(self, endpoint: Endpoint, key: str, limits: Limits, now: Callable[[], float] = time.time):
        self.endpoint, self.limits = endpoint, limits
        self._key, self._now = key, now
        self._sdk = openai.AsyncOpenAI(
            api_key=key or "none",
            base_url=endpoint.base_url,
            max_retries=0,
            timeout=openai.Timeout(limits.idle_s, connect=limits.connect_s),
            # What runs on this machine is not reached through a proxy.
            http_client=openai.DefaultAsyncHttpxClient(trust_env=not endpoint.local),
        )

    async def close(self) -> None:
        await self._sdk.close()

    async def complete(self, payload: dict[str, Any], received: Received, on_text: Listener | None = None) -> None:
        """Makes a chat completion and fills `received` as it comes, so that it holds the part that came when this
        fails or is cancelled. `on_text` hears each piece."""
        with self._faults():
            async with asyncio.timeout(self.limits.total_s):
                if payload.get("stream"):
                    await self._stream(payload, received, on_text)
                else:
                    await self._whole(payload, received, on_text)

    async def _whole(self, payload: dict[str, Any], received: Received, on_text: Listener | None) -> None:
        made = await self._sdk.chat.completions.create(**payload)
        if not isinstance(made, ChatCompletion) or not made.choices:
            raise self._foreign()
        _count(received, made.usage)
        choice = made.choices[0]
        received.finish = choice.finish_reason
        received.refusal = choice.message.refusal or ""
        received.tool_calls = len(choice.message.tool_calls or ())
        self._add(received, choice.message.content, on_text)

    async def _stream(self, payload: dict[str, Any], received: Received, on_text: Listener | None) -> None:
        chunks = 0
        async with await self._sdk.chat.completions.create(**payload) as stream:
            async for chunk in stream:
                chunks += 1
                _count(received, chunk.usage)
                for choice in (chunk.choices or ())[:1]:
                    received.finish = choice.finish_reason or received.finish
                    if choice.delta is not None:
                        received.refusal += choice.delta.refusal or ""
                        self._add(received, choice.delta.content, on_text)
                if received.cut:
                    return
        if not chunks:
            raise Fault("endpoint", f"{self.endpoint.base_url} does not stream its answers", parameter="stream")
        if received.finish is None:
            raise Fault("endpoint", f"{self.endpoint.base_url} broke off in the middle of an answer", retry=True)

    def _add(self, received: Received, text: str | None, on_text: Listener | None) -> None:
        text = encodable(text or "")
        room = self.limits.answer_chars - len(received.text)
        received.cut = len(text) > room
        text = text[:room]
        received.text += text
        if text and on_text is not None:
            on_text(text)

    async def embed(self, texts: list[str]) -> tuple[list[list[float]], int | None]:
        """Vectors of texts in their order, and the tokens counted."""
        with self._faults():
            async with asyncio.timeout(self.limits.total_s):
                made = await self._sdk.embeddings.create(
                    model=self.endpoint.model, input=texts, encoding_format="float"
                )
            if not isinstance(made, CreateEmbeddingResponse):
                raise self._foreign()
            by_index = {each.index: each.embedding for each in made.data}
            if sorted(by_index) != list(range(len(texts))):
                raise Fault("model", f"{self.endpoint.model} gave {len(by_index)} vectors for {len(texts)} texts")
            return [by_index[i] for i in range(len(texts))], made.usage.prompt_tokens if made.usage else None

    async def speak(self, text: str, voice: str, instructions: str) -> bytes:
        """Speech as a WAV file."""
        more = {"instructions": instructions} if instructions else {}
        with self._faults():
            async with asyncio.timeout(self.limits.total_s):
                made = await self._sdk.audio.speech.create(
                    model=self.endpoint.model, input=text, voice=voice, response_format="wav", **more
                )
                data = made.content
        if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
            raise Fault("endpoint", f"{self.endpoint.base_url} sent something that is not a WAV file")
        return data

    async def models(self) -> list[str]:
        """Names of the models the endpoint offers."""
        with self._faults():
            async with asyncio.timeout(self.limits.connect_s + self.limits.idle_s):
                return sorted([str(each.id) async for each in self._sdk.models.list()])

    async def explain(self, fault: Fault) -> Fault:
        """Tells an unknown model from a wrong address, where the endpoint said "not found"."""
        if not fault.missing:
            return fault
        try:
            names = await self.models()
        except Fault:
            return fault
        close = [name for name, _, _ in process.extract(self.endpoint.model, names, limit=3)]
        hint = f"It offers {', '.join(close)}." if close else "It offers no models: load or install one there."
        return Fault("model", f"{self.endpoint.base_url} has no model {self.endpoint.model!r}", hint)

    def _foreign(self) -> Fault:
        return Fault(
            "endpoint",
            f"{self.endpoint.base_url} does not answer like an OpenAI-compatible server",
            "Check the address; most end with /v1.",
        )

    @contextmanager
    def _faults(self) -> Iterator[None]:
        address = self.endpoint.base_url
        try:
            yield
        except openai.APITimeoutError as error:
            raise Fault("endpoint", f"{address} did not answer in time", "Is it overloaded?", retry=True) from error
        except openai.APIConnectionError as error:
            hint = "Is the server running?" if self.endpoint.local else "Check the address and the network."
            raise Fault("endpoint", f"cannot reach {address}, or the connection broke", hint, retry=True) from error
        except openai.APIStatusError as error:
            raise self._status(error) from error
        except openai.APIError as error:
            raise Fault("endpoint", f"{address} failed: {self._clean(error.message)}", retry=True) from error
        except TimeoutError as error:
            raise Fault("endpoint", f"{address} took longer than {self.limits.total_s:g} s", retry=True) from error
        except (AttributeError, TypeError, LookupError) as error:
            raise self._foreign() from error
        except ValueError as error:
            raise Fault("endpoint", f"{address} sent a damaged answer: {error}"[:300], retry=True) from error

    def _status(self, error: openai.APIStatusError) -> Fault:
        address, model, said = self.endpoint.base_url, self.endpoint.model, self._clean(error.message)
        status = error.status_code
        if status in (401, 403):
            name = f"key {self.endpoint.key!r}" if self.endpoint.key else "a call without a key"
            return Fault(
                "key", f"{address} does not accept {name}: {said}", "Check the key in the settings.", refused=True
            )
        if status == 402 or error.code == "insufficient_quota":
            return Fault(
                "key", f"the account at {address} has no credit left: {said}", "Add credit there.", refused=True
            )
        if status in PASSING or status >= 500:
            busy = "is busy" if status == 429 else f"failed with status {status}"
            wait = wait_asked(error.response.headers, self._now())
            hint = "Wait a little and try again, or use another endpoint."
            return Fault("endpoint", f"{address} {busy}: {said}", hint, retry=True, wait_s=wait, refused=True)
        if status == 404:
            hint = f"Check the address, and that the model {model!r} is installed there."
            return Fault("endpoint", f"{address} was not found: {said}", hint, refused=True, missing=True)
        hint = "Use another model for this role, or shorten what it is asked."
        return Fault(
            "model", f"{model} did not take the request: {said}", hint, refused=True, parameter=error.param or ""
        )

    def _clean(self, text: str) -> str:
        text = text.replace(self._key, "(the key)") if self._key else text
        return text if len(text) <= 300 else text[:300] + "…"


def _count(received: Received, usage: Any) -> None:
    """Takes over token counts that make sense; some servers send zeros or nothing."""
    if usage is None:
        return
    if isinstance(usage.prompt_tokens, int) and usage.prompt_tokens > 0:
        received.tokens_in = usage.prompt_tokens
    if isinstance(usage.completion_tokens, int) and usage.completion_tokens >= 0:
        received.tokens_out = usage.completion_tokens

"""An OpenAI-compatible server on loopback that plays scripted and misbehaving models."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import threading
import wave
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

EVERYTHING = frozenset({"json_schema", "json_mode", "vision", "tools"})


@dataclass(frozen=True)
class Play:
    """How one request is met.

    text: what the model says; an object is said as JSON. pieces: how many parts a stream comes in. status: other
    than 200 gives an error of that code, with `headers` and the fields `code` and `param`. drop: the connection
    breaks after so many characters; hang: nothing more comes after so many. usage: token counts, None for none.
    body: sent as it is instead of anything else.
    """

    text: Any = ""
    pieces: int = 3
    finish: str | None = "stop"
    refusal: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    code: str | None = None
    param: str | None = None
    message: str = "scripted error"
    drop: int | None = None
    hang: int | None = None
    usage: tuple[int, int] | None = (100, 20)
    body: bytes | None = None

    @property
    def said(self) -> str:
        return self.text if isinstance(self.text, str) else json.dumps(self.text)


def fails(status: int, **more: Any) -> Play:
    """A request met with an error."""
    return Play(status=status, **more)


class ScriptedEndpoint:
    """Plays one Play per request, in order. Use as a context manager.

    abilities: what the model can do when it is probed; a response format it does not know is rejected.
    streams: False for a server that answers whole although asked to stream.
    takes: False for the names of request fields the server rejects.
    requests: bodies of the requests in order, without probes; paths: all addresses asked for.
    """

    def __init__(
        self,
        *plays: Play | Any,
        abilities: frozenset[str] | set[str] = EVERYTHING,
        streams: bool = True,
        rejects: Sequence[str] = (),
        models: Sequence[str] = ("scripted",),
        dimensions: int = 4,
    ):
        self.plays = [play if isinstance(play, Play) else Play(play) for play in plays]
        self.abilities, self.streams, self.rejects = abilities, streams, rejects
        self.models, self.dimensions = models, dimensions
        self.requests: list[dict[str, Any]] = []
        self.probes: list[dict[str, Any]] = []
        self.authorization: list[str] = []
        self.busy = self.busiest = 0
        self.lock = threading.Lock()
        self.closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = False
        self._server.script = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> ScriptedEndpoint:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def next(self, request: dict[str, Any]) -> Play:
        """The play for a request, or an error that says the script has ended."""
        with self.lock:
            probed = self._probed(request)
            if probed is not None:
                self.probes.append(request)
                return probed
            for name in self.rejects:
                if name in request:
                    return fails(400, param=name, message=f"unsupported parameter {name}")
            self.requests.append(request)
            form = request.get("response_format")
            kind = form["type"] if isinstance(form, dict) else None
            ability = {"json_schema": "json_schema", "json_object": "json_mode"}.get(kind)
            if ability and ability not in self.abilities:
                return fails(400, param="response_format", message=f"{kind} is not supported")
            return self.plays.pop(0) if self.plays else fails(418, message="the script has ended")

    def _probed(self, request: dict[str, Any]) -> Play | None:
        text = json.dumps(request.get("messages", ""))
        for mark, ability, answer in (
            ("Is a lamp whose shutter", "json_schema", {"lamp_state": "unshuttered"}),
            ("Which colour has ripe grass", "json_mode", {"colour": "green"}),
            ("Which colour fills this picture", "vision", "Red."),
            ("Take down the word lamp", "tools", "tool"),
        ):
            if mark in text:
                if ability in self.abilities:
                    return Play(answer, usage=(10, 5))
                if ability == "vision":
                    return Play("I cannot see pictures.", usage=(10, 5))
                return fails(400, param="response_format", message="not supported")
        return None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: Any) -> None:
        """Says nothing: the tests read what was asked from the endpoint."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        if self.path != "/v1/models":
            return self._error(fails(404, message="no such address"))
        data = [{"id": name, "object": "model", "created": 0, "owned_by": "us"} for name in self.server.script.models]
        return self._send(200, "application/json", json.dumps({"object": "list", "data": data}).encode())

    def do_POST(self) -> None:
        script: ScriptedEndpoint = self.server.script
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        script.authorization.append(self.headers.get("Authorization", ""))
        with script.lock:
            script.busy += 1
            script.busiest = max(script.busiest, script.busy)
        try:
            self._answer(script, request)
        finally:
            with script.lock:
                script.busy -= 1

    def _answer(self, script: ScriptedEndpoint, request: dict[str, Any]) -> None:
        if self.path == "/v1/embeddings":
            return self._embeddings(script, request)
        if self.path not in ("/v1/chat/completions", "/v1/audio/speech"):
            return self._error(fails(404, message="no such address"))
        play = script.next(request)
        if play.status != 200:
            return self._error(play)
        if play.body is not None:
            return self._send(200, "text/html", play.body)
        if self.path == "/v1/audio/speech":
            return self._send(200, "audio/wav", _wav())
        if request.get("stream") and script.streams:
            return self._stream(play)
        return self._whole(play)

    def _embeddings(self, script: ScriptedEndpoint, request: dict[str, Any]) -> None:
        script.requests.append(request)
        if script.plays:
            return self._error(script.plays.pop(0))
        data = [
            {"object": "embedding", "index": i, "embedding": list(_vector(text, script.dimensions))}
            for i, text in enumerate(request["input"])
        ]
        made = {"object": "list", "model": "m", "data": data[::-1], "usage": {"prompt_tokens": 7, "total_tokens": 7}}
        return self._send(200, "application/json", json.dumps(made).encode())

    def _error(self, play: Play) -> None:
        error = {"message": play.message, "type": "scripted", "code": play.code, "param": play.param}
        self._send(play.status, "application/json", json.dumps({"error": error}).encode(), play.headers)

    def _send(self, status: int, kind: str, data: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _whole(self, play: Play) -> None:
        message: dict[str, Any] = {"role": "assistant", "content": play.said, "refusal": play.refusal or None}
        if play.said == "tool":
            function = {"name": "note", "arguments": '{"word": "lamp"}'}
            message |= {"content": None, "tool_calls": [{"id": "1", "type": "function", "function": function}]}
        choice = {"index": 0, "message": message, "finish_reason": play.finish or "stop"}
        made = {"id": "1", "object": "chat.completion", "created": 0, "model": "scripted", "choices": [choice]}
        self._send(200, "application/json", json.dumps(made | _usage(play)).encode())

    def _stream(self, play: Play) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        stop = play.drop if play.drop is not None else play.hang
        text = play.said if stop is None else play.said[:stop]
        size = max(1, -(-len(text) // max(1, play.pieces)))
        for start in range(0, len(text), size):
            self._event({"content": text[start : start + size]})
        if play.drop is not None:
            self.close_connection = True
            return
        if play.hang is not None:
            self.server.script.closing.wait()
            self.close_connection = True
            return
        if play.refusal:
            self._event({"refusal": play.refusal})
        self._event({}, finish=play.finish)
        if play.usage:
            self._chunk(json.dumps({"id": "1", "object": "chat.completion.chunk", "choices": []} | _usage(play)))
        self._chunk("[DONE]")
        self.wfile.write(b"0\r\n\r\n")

    def _event(self, delta: dict[str, Any], finish: str | None = None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        event = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "scripted", "choices": [choice]}
        self._chunk(json.dumps(event))

    def _chunk(self, data: str) -> None:
        line = f"data: {data}\n\n".encode()
        self.wfile.write(f"{len(line):x}\r\n".encode() + line + b"\r\n")
        self.wfile.flush()


def _usage(play: Play) -> dict[str, Any]:
    if play.usage is None:
        return {}
    tokens_in, tokens_out = play.usage
    counts = {"prompt_tokens": tokens_in, "completion_tokens": tokens_out, "total_tokens": tokens_in + tokens_out}
    return {"usage": counts}


def _vector(text: str, dimensions: int) -> list[float]:
    return [byte / 255 for byte in hashlib.blake2b(text.encode(), digest_size=dimensions).digest()]


def _wav() -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16000)
        file.writeframes(b"\0\0" * 1600)
    return made.getvalue()

"""The doctor: whole reports on half-broken machines, and no secrets in them."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from render.engines import EngineReport, ProbeError
from ui import cli, doctor

KEY = "sk-very-secret"


@pytest.fixture
def endpoint():
    """A model endpoint on this machine that knows one key; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            good = self.headers.get("Authorization") == f"Bearer {KEY}"
            body = {"/v1/models": b'{"data": [{"id": "a"}, {"id": "b"}]}', "/odd/models": b'{"models": []}'}.get(
                self.path
            )
            self.send_response(401 if not good else 200 if body else 404)
            self.end_headers()
            self.wfile.write(body or b"not json")

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def ask_model(monkeypatch, base: str, key: str = KEY) -> doctor.Check:
    monkeypatch.setenv("OPENAI_BASE_URL", base)
    monkeypatch.setenv("OPENAI_API_KEY", key)
    (check,) = doctor.model()
    assert KEY not in doctor.line(check) + json.dumps(check.facts)
    return check


def test_a_working_endpoint_lists_its_models(monkeypatch, endpoint):
    check = ask_model(monkeypatch, endpoint + "/v1/")
    assert check.state == "ok"
    assert check.facts["models"] == ["a", "b"]


@pytest.mark.parametrize(
    ("path", "key", "words"),
    [
        ("/v1", "wrong", "HTTP 401"),
        ("/wrong", KEY, "HTTP 404"),
        ("/odd", KEY, "no models"),
    ],
)
def test_what_is_wrong_with_an_endpoint_is_said(monkeypatch, endpoint, path, key, words):
    check = ask_model(monkeypatch, endpoint + path, key)
    assert check.state == "note"
    assert words in check.summary


@pytest.mark.parametrize(
    "base", ["http://127.0.0.1:1/v1", f"http://me:{KEY}@127.0.0.1:1/v1?key={KEY}", "nonsense", "http://"]
)
def test_an_endpoint_out_of_reach_is_a_note_without_secrets(monkeypatch, base):
    assert ask_model(monkeypatch, base).state == "note"


def test_without_an_endpoint_nothing_is_contacted(monkeypatch):
    monkeypatch.setattr(doctor.urllib.request, "urlopen", lambda *a, **k: pytest.fail("contacted"))
    (check,) = doctor.model()
    assert check.state == "note"


@pytest.mark.parametrize(("required", "state"), [("pytest>=1", "ok"), ("no-such-package==1.*", "problem")])
def test_missing_packages_are_named(monkeypatch, required, state):
    lines = [required, 'never-asked-for>=1; extra == "dev"']
    monkeypatch.setattr(doctor.metadata, "requires", lambda name: lines)
    check = list(doctor.python())[-1]
    assert check.state == state
    assert ("no-such-package" in check.summary) is (state == "problem")
    assert "never-asked-for" not in check.summary


def test_voice_and_encoder_work_here():
    assert [check.state for each in (doctor.voices, doctor.encoder) for check in each()] == ["ok", "ok"]


def test_missing_libraries_are_a_problem_only_when_needed(monkeypatch):
    monkeypatch.setattr(doctor.platform, "system", lambda: "Linux")
    for name, state in (("libpulse.so.0", "note"), ("libEGL.so.1", "problem")):
        monkeypatch.setattr(doctor, "_loads", lambda soname, name=name: soname != name)
        (check,) = doctor.system_libraries()
        assert (check.state, check.facts) == (state, {"missing": [name]})


def test_no_screen_is_a_note(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(doctor.platform, "system", lambda: "Linux")

    def fail(code, **environ):
        raise RuntimeError("could not load the Qt platform plugin")

    monkeypatch.setattr(doctor, "_child", fail)
    screen, player = doctor.display()
    assert (screen.state, player.state) == ("note", "note")
    assert "DISPLAY" in screen.summary


def engine_states(monkeypatch, renderer: str | None, working: set[str], cards: dict[str, list[str]]) -> dict[str, str]:
    """States of the checks about Blender on a made-up machine."""

    def ask(question):
        if renderer is None:
            raise ProbeError("Blender crashed (SIGABRT)")
        return {"bpy": "5.2.3 LTS", "renderer": renderer, "backend": "OPENGL"}

    def probe(engine, device="CPU", timeout=0.0):
        works = engine in working or device in working
        return EngineReport(engine, device, works, 0.1 if works else None, "" if works else "no")

    monkeypatch.setattr(doctor.engines, "ask", ask)
    monkeypatch.setattr(doctor.engines, "probe", probe)
    monkeypatch.setattr(doctor.engines, "cards", lambda: cards)
    return {check.name: check.state for check in doctor.blender()}


def test_a_machine_without_a_card_is_fine(monkeypatch):
    states = engine_states(monkeypatch, "llvmpipe", {"CYCLES", "WORKBENCH", "EEVEE"}, {})
    assert states == {"Blender": "ok", "Cycles": "ok", "Workbench": "ok", "EEVEE": "note", "Graphics cards": "note"}


def test_a_card_is_tried_with_every_back_end(monkeypatch):
    cards = {"CUDA": ["Card"], "OPTIX": ["Card"]}
    states = engine_states(monkeypatch, "Card/PCIe", {"WORKBENCH", "EEVEE", "CPU", "OPTIX"}, cards)
    assert states["EEVEE"] == "ok"
    assert (states["Cycles CUDA"], states["Cycles OPTIX"]) == ("note", "ok")


def test_films_need_cycles(monkeypatch):
    states = engine_states(monkeypatch, None, set(), {})
    assert states["Blender"] == states["Cycles"] == "problem"
    assert states["Workbench"] == "note"


def made_up(monkeypatch, *checks):
    monkeypatch.setattr(doctor, "CHECKS", checks)


def test_a_check_that_fails_itself_leaves_the_others(monkeypatch):
    def broken_thing():
        raise ImportError("no module named x")
        yield

    made_up(monkeypatch, broken_thing, lambda: iter([doctor.Check("Good", "ok", "works")]))
    broken, good = doctor.report()
    assert (broken.name, broken.state, good.state) == ("Broken thing", "problem", "ok")
    assert "no module named x" in broken.summary


@pytest.mark.parametrize(("state", "status"), [("ok", 0), ("note", 0), ("problem", 1)])
def test_the_command_prints_for_people_and_programs(monkeypatch, capsys, state, status):
    made_up(monkeypatch, lambda: iter([doctor.Check("Thing", state, "a summary", "a hint", {"n": 1})]))
    assert cli.main(["doctor"]) == status
    assert "a summary" in capsys.readouterr().out
    assert cli.main(["doctor", "--json"]) == status
    printed = json.loads(capsys.readouterr().out)
    assert printed == {
        "problems": status,
        "checks": [{"name": "Thing", "state": state, "summary": "a summary", "hint": "a hint", "facts": {"n": 1}}],
    }

"""The client's own promises: nothing asked twice, everything kept, cancelled at once, several kinds of models."""

from __future__ import annotations

import asyncio
import io
import json
import wave

import numpy as np
import pytest
from PIL import Image
from pydantic import BaseModel

from agents.model.faults import RulesBroken
from agents.model.ledger import Budget
from agents.model.messages import Picture, system, user
from app.errors import ShotwrightError
from tests.support.asking import KEY, client
from tests.support.endpoint import Play, ScriptedEndpoint, fails

QUESTION = [system("You name things."), user("Name a town.")]


class Town(BaseModel):
    name: str
    streets: list[str] = []


def picture() -> Picture:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "blue").save(made, "PNG")
    return Picture(made.getvalue(), "Keyframe 1")


def run(use, tmp_path, *plays, server=None, **more):
    """What `use(model, server)` gives."""

    async def inside():
        with ScriptedEndpoint(*plays, **(server or {})) as endpoint:
            async with client(endpoint, tmp_path, **more) as model:
                return await use(model, endpoint)

    return asyncio.run(inside())


def exchanges(folder):
    return [json.loads(path.read_text()) for path in sorted((folder / "exchanges").glob("*.json"))]


def test_what_was_answered_is_not_asked_again_by_a_later_run(tmp_path):
    async def twice(model, server):
        return [await model.reply("director", QUESTION, Town) for _ in range(2)]

    async def changed(model, server):
        await model.ask("director", [*QUESTION, user("A small one.")], Town)
        await model.ask("director", QUESTION, Town, again=1)
        return [request["messages"] for request in server.requests]

    with ScriptedEndpoint({"name": "Aby"}, {"name": "Bel"}, {"name": "Cor"}) as server:

        async def runs():
            async with client(server, tmp_path) as model:
                first = await twice(model, server)
            async with client(server, tmp_path, budget=Budget(calls=0)) as model:
                again = await model.reply("director", QUESTION, Town)
            async with client(server, tmp_path) as model:
                return [*first, again], await changed(model, server)

        replies, asked = asyncio.run(runs())
    assert [reply.answer.name for reply in replies] == ["Aby"] * 3
    assert [reply.remembered for reply in replies] == [False, True, True]
    assert len(asked) == 3


@pytest.mark.parametrize("damage", [b"", b"{", b'{"answer": {"name": 3}}', b"\xff\xfe"])
def test_a_damaged_answer_on_disk_is_asked_for_again(tmp_path, damage):
    async def use(model, server):
        await model.ask("director", QUESTION, Town)
        (kept,) = (tmp_path / "answers").iterdir()
        kept.write_bytes(damage)
        return await model.ask("director", QUESTION, Town)

    assert run(use, tmp_path, {"name": "Aby"}, {"name": "Bel"}).name == "Bel"


def test_a_remembered_answer_still_has_to_keep_the_rules(tmp_path):
    async def use(model, server):
        await model.ask("director", QUESTION, Town)
        return await model.ask("director", QUESTION, Town, check=lambda town: ["no A"] if town.name[0] == "A" else [])

    assert run(use, tmp_path, {"name": "Aby"}, {"name": "Bel"}).name == "Bel"


def test_every_exchange_can_be_read_whole_and_holds_no_key(tmp_path):
    async def use(model, server):
        question = [user("What is in this picture?", picture())]
        return await model.ask("reviewer", question, Town)

    fence = "``` and ```` and \ud800"
    run(use, tmp_path, fence, fails(429), {"name": "Aby"})
    (kept,) = exchanges(tmp_path)
    assert (kept["role"], kept["outcome"], kept["answer"]["name"]) == ("reviewer", "answered", "Aby")
    assert [turn["problem"] != "" for turn in kept["turns"]] == [True, False]
    assert kept["turns"][1]["tokens_in"] == 100
    assert any("waited" in note for note in kept["notes"])
    (shown,) = kept["messages"][0]["pictures"]
    assert (tmp_path / "exchanges" / shown).read_bytes() == picture().data
    (page,) = (tmp_path / "exchanges").glob("*.md")
    text = page.read_text()
    assert "`````\n``` and ````" in text
    assert "429" not in text or "waited" in text
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and KEY.encode() in p.read_bytes()]


def test_exchanges_are_numbered_on_and_keep_failures(tmp_path):
    async def use(model, server):
        return await asyncio.gather(
            *(model.ask("director", [user(str(i))], Town) for i in range(2)), return_exceptions=True
        )

    run(use, tmp_path, {"name": "Aby"}, fails(401))
    run(use, tmp_path / ".", fails(401), fails(401))
    kept = exchanges(tmp_path)
    assert len(kept) == 4
    assert sorted(each["outcome"] for each in kept) == ["answered", "failed", "failed", "failed"]


def test_a_stream_is_heard_piece_by_piece(tmp_path):
    async def use(model, server):
        heard = []
        model.said.connect(heard.append)
        await model.ask("director", QUESTION, Town)
        return heard

    heard = run(use, tmp_path, Play({"name": "Aberystwyth"}, pieces=5))
    pieces = [each.text for each in heard if each.what == "text"]
    assert len(pieces) > 3
    assert json.loads("".join(pieces)) == {"name": "Aberystwyth"}
    assert (heard[0].what, heard[-1].what) == ("asked", "answered")


def test_cancelling_ends_the_call_keeps_what_was_said_and_leaves_the_client_usable(tmp_path):
    async def use(model, server):
        begun = asyncio.Event()
        model.said.connect(lambda said: begun.set() if said.what == "text" else None)
        task = asyncio.create_task(model.ask("director", QUESTION, Town))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        entry = model.ledger.entries[-1]
        return entry, await model.ask("director", [user("Another.")], Town)

    entry, town = run(use, tmp_path, Play({"name": "Aberystwyth"}, hang=12), {"name": "Bel"}, concurrent=1)
    assert (entry.state, entry.estimated) == ("done", True)
    assert entry.tokens_out > 0
    assert town.name == "Bel"
    first = exchanges(tmp_path)[0]
    assert first["outcome"] == "cancelled"
    assert first["turns"][0]["text"].startswith('{"name"')


def test_no_more_calls_at_once_than_allowed(tmp_path):
    async def use(model, server):
        await asyncio.gather(*(model.ask("director", [user(str(i))], Town) for i in range(8)))
        return server.busiest

    assert run(use, tmp_path, *[{"name": "x"}] * 8, concurrent=2) <= 2


def test_pictures_go_to_the_vision_model_as_data_urls_with_their_labels(tmp_path):
    async def use(model, server):
        await model.ask("reviewer", [user("Look.", picture())], Town)
        return server.requests[0]["messages"][0]["content"]

    parts = run(use, tmp_path, {"name": "x"})
    assert [part.get("text") for part in parts[:2]] == ["Look.", "Keyframe 1"]
    assert parts[2]["image_url"]["url"].startswith("data:image/png;base64,")


def test_a_model_that_cannot_see_is_found_out_before_it_is_asked(tmp_path):
    async def use(model, server):
        with pytest.raises(ShotwrightError) as caught:
            await model.ask("reviewer", [user("Look.", picture())], Town)
        return caught.value, server.requests

    error, requests = run(use, tmp_path, {"name": "x"}, server={"abilities": {"json_schema"}})
    assert (error.layer, requests) == ("model", [])


@pytest.mark.parametrize("abilities", [{"json_schema", "json_mode", "vision", "tools"}, {"json_mode", "tools"}, set()])
def test_a_probe_tells_what_a_model_can_do(tmp_path, abilities):
    async def use(model, server):
        return await model.probe("director")

    found = run(use, tmp_path, server={"abilities": abilities})
    assert {name for name, there in found.items() if there} == abilities


def test_vectors_come_in_the_order_of_the_texts(tmp_path):
    texts = [f"text {i}" for i in range(70)]

    async def use(model, server):
        return await model.embed("library", texts), await model.embed("library", texts[5:6]), len(server.requests)

    rows, single, calls = run(use, tmp_path)
    assert (rows.shape, rows.dtype, calls) == ((70, 4), np.float32, 3)
    assert np.array_equal(rows[5], single[0])


def test_no_texts_need_no_call(tmp_path):
    async def use(model, server):
        return await model.embed("library", []), server.requests

    rows, requests = run(use, tmp_path)
    assert (len(rows), requests) == (0, [])


def test_speech_is_a_wav_file_and_anything_else_an_error(tmp_path):
    async def use(model, server):
        good = await model.speak("voices", "Hello.", "alloy")
        with pytest.raises(ShotwrightError) as caught:
            await model.speak("voices", "Hello.", "alloy")
        return good, caught.value, model.ledger.by("kind")["speech"]

    data, error, used = run(use, tmp_path, Play(), Play(body=b"<html>"))
    with wave.open(io.BytesIO(data)) as file:
        assert file.getnframes() > 0
    assert error.layer == "endpoint"
    assert used.tokens_in == 12


def test_the_models_of_an_address_can_be_listed(tmp_path):
    async def use(model, server):
        return await model.offered(model.settings.endpoint("director"))

    assert run(use, tmp_path, server={"models": ["b", "a"]}) == ["a", "b"]


def test_an_answer_that_keeps_breaking_rules_is_not_asked_for_again(tmp_path):
    async def ask(model, server):
        for _ in range(2):
            with pytest.raises(RulesBroken) as caught:
                await model.ask("director", QUESTION, Town, check=lambda _: ["rule “never”"])
            assert caught.value.answer.name == "Bel"
        return len(server.requests)

    assert run(ask, tmp_path, {"name": "Aby"}, {"name": "Bel"}) == 2


def test_an_address_that_is_gone_is_not_waited_for_at_every_question(tmp_path):
    async def three(model, server):
        for number in range(2):
            with pytest.raises(ShotwrightError, match="endpoint"):
                await model.ask("director", [*QUESTION, user(f"Number {number}.")], Town)
        return await model.ask("director", QUESTION, Town), len(server.requests)

    plays = [*[fails(503)] * 4, {"name": "Aby"}]
    found, requests = run(three, tmp_path, *plays, attempts=3)
    assert found.name == "Aby"
    assert requests == 3 + 1 + 1

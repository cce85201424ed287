"""Who plays in the crew, by settings, environment and the command line."""

from __future__ import annotations

import argparse
import asyncio

import pytest

from agents.ensemble import HOUSE_NAME, Ensemble, cast_crew
from agents.house.crew import Options
from agents.input import read
from agents.model.ledger import Budget
from agents.model.settings import Endpoint, ModelSettings
from agents.roles import Casting, casting
from app.document import HOUSE
from app.errors import ShotwrightError
from tests.support.asking import client
from tests.support.endpoint import ScriptedEndpoint
from ui.commands.casting import budget

LOCAL = Endpoint(base_url="http://localhost:11434/v1", model="small")


@pytest.mark.parametrize(
    ("words", "models"),
    [
        ("house", set()),
        ("", set()),
        ("director=model", {"director"}),
        ("house, reviewer=model ,actor=gpt-4o", {"reviewer", "actor"}),
    ],
)
def test_a_casting_in_words(words, models):
    made = casting(words)
    assert {role for role in ("director", "reviewer", "actor", "editor") if made.modelled(role)} == models
    assert casting(str(made)) == made


def test_everybody_but_one():
    made = casting("model,reviewer=house")
    assert made.modelled("director")
    assert not made.modelled("reviewer")


@pytest.mark.parametrize("words", ["modle", "director", "director=", "producer=model"])
def test_a_wrong_casting_is_told(words):
    with pytest.raises(ShotwrightError) as caught:
        casting(words)
    assert caught.value.layer == "input"
    assert words.split("=")[0] in caught.value.what


def test_models_come_from_the_environment():
    found = ModelSettings().within({"SHOTWRIGHT_MODEL": "m", "OPENAI_BASE_URL": LOCAL.base_url})
    assert found.endpoint("director").model == "m"
    assert found.endpoint("reviewer", "vision").model == "m"
    assert found.endpoint("director").key == ""
    far = ModelSettings().within({"SHOTWRIGHT_MODEL": "m", "OPENAI_API_KEY": "k", "SHOTWRIGHT_CREW": "actor=model"})
    assert far.endpoint("actor").base_url.startswith("https://api.openai.com")
    assert far.crew == "actor=model"
    assert far.endpoint("actor").key == "OPENAI_API_KEY"
    assert "k" not in far.endpoint("actor").model_dump().values()
    assert ModelSettings().within({"OPENAI_API_KEY": "k"}) == ModelSettings()
    with pytest.raises(ShotwrightError, match="OPENAI_BASE_URL"):
        ModelSettings().within({"SHOTWRIGHT_MODEL": "m", "OPENAI_BASE_URL": "nowhere"})


def test_models_play_where_one_is_set_up(tmp_path):
    settings = ModelSettings(kinds={"text": LOCAL}, roles={"actor": LOCAL.model_copy(update={"model": "large"})})
    crew = cast_crew(settings, lambda: tmp_path, "model,editor=other,reviewer=house")
    players = [crew.player(r) for r in ("director", "actor", "editor", "reviewer")]
    assert players == ["small", "large", "other", HOUSE_NAME]
    assert crew.origin.name == "small"
    assert crew.signed("reviewer") == HOUSE
    assert cast_crew(settings, lambda: tmp_path).modelled("director")
    assert not cast_crew(settings, lambda: tmp_path, "house").casting.any_model
    assert not cast_crew(ModelSettings(), lambda: tmp_path).casting.any_model
    only_actor = cast_crew(ModelSettings(roles={"actor": LOCAL}), lambda: tmp_path)
    assert only_actor.modelled("actor")
    assert not only_actor.modelled("director")
    with pytest.raises(ShotwrightError) as caught:
        cast_crew(ModelSettings(), lambda: tmp_path, "model")
    assert caught.value.layer == "endpoint"


async def tells(crew: Ensemble) -> list:
    heard = []
    crew.events.connect(heard.append)
    crew.tell("director", "outline", "made", "three scenes", changed=("a scene",))
    await crew.close()
    return heard


def test_events_say_who_did_what_and_what_it_cost(tmp_path):
    with ScriptedEndpoint() as server:
        (event,) = asyncio.run(tells(Ensemble(Casting("model"), lambda: client(server, tmp_path))))
    assert (event.role, event.player, event.what, event.changed) == ("director", "scripted", "made", ("a scene",))
    assert (event.calls, event.tokens, event.money) == (0, 0, 0.0)
    assert asyncio.run(tells(Ensemble(Casting())))[0].player == HOUSE_NAME


def test_without_models_the_film_is_the_house_crews(crew):
    source, options = read("Two friends meet at the roadside"), Options()
    made = asyncio.run(Ensemble(Casting(), house=crew).develop(source, options))
    assert made == crew.develop_now(source, options)


def test_an_estimate_counts_writing_and_filming(tmp_path):
    def calls(text: str, cast: str) -> int:
        crew = Ensemble(casting(cast), lambda: client(server, tmp_path / cast))
        total = crew.estimate(read(text), Options(most_scenes=2))
        asyncio.run(crew.close())
        return total.calls

    idea, described = "Two friends fall out over a boat", "a woman waves on the roadside"
    with ScriptedEndpoint() as server:
        assert calls(idea, "house") == 0
        assert calls(described, "reviewer=model") == 2
        assert calls(described, "model") == 6
        assert calls(described, "house,composer=model") == calls(described, "house,colourist=model,editor=model") == 1
        assert calls(described, "house,composer=model,editor=person") == 1
        assert calls(described, "house,composer=person") == 0
        written = calls(idea, "model,programmer=house,reviewer=house")
        assert 12 <= written <= 15
        assert calls(idea, "model,programmer=house") == written + 20
        assert calls(idea, "model") > written + 20


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("0.5", Budget(money=0.5)),
        ("$2", Budget(money=2)),
        ("40 calls", Budget(calls=40)),
        ("200k tokens", Budget(tokens=200_000)),
    ],
)
def test_budgets_in_words(text, most):
    assert budget(text) == most


@pytest.mark.parametrize("text", ["", "much", "-1", "5 apples"])
def test_what_is_no_budget_is_told(text):
    with pytest.raises(argparse.ArgumentTypeError):
        budget(text)

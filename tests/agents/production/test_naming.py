"""Whose name a film bears when the crew has written it."""

from __future__ import annotations

import asyncio

import pytest

from agents.house.crew import HouseCrew, Options
from agents.input import read
from agents.production.producer import Producer
from app.document import PERSON, Film
from app.session import Session
from library.learned.store import LearnedLibrary


class IdlePool:
    """Developing a film starts workers ahead of need and renders nothing."""

    def warm_up(self) -> None:
        pass


@pytest.mark.parametrize(("by", "title"), [(PERSON, "Working title"), (None, "A woman waves at the roadside")])
def test_a_name_a_person_gave_stays(tmp_path, by, title):
    film = Film(title="Working title", origins={"title": by} if by else {})
    producer = Producer(Session(film), IdlePool(), HouseCrew(), LearnedLibrary(tmp_path))
    asyncio.run(producer.develop(read("a woman waves at the roadside"), Options()))
    assert producer.film.title == title
    assert list(producer.film.shots())

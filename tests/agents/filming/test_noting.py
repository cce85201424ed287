"""A person's note on a shot, read by the model that plays the director."""

from __future__ import annotations

import asyncio

import pytest

from agents.ensemble import Ensemble
from agents.house.crew import HouseCrew, Options
from agents.input import read
from agents.production.crew import Kit
from agents.roles import casting
from app.document import Film
from app.edits import Group
from app.errors import ShotwrightError
from library.learned.store import LearnedLibrary
from tests.support.asking import client
from tests.support.filmers import Filmers
from tests.support.players import text_of

TEXT = "a woman in a red coat walks along the roadside at dusk, stops and waves, the camera tracks her"
NOTE = "she should hesitate first, and it ought to feel like the last evening of summer"
CHANGES = {
    "changes": [
        {"sub_process": "motion", "text": "Woman thinks. Then Woman walks to Position 2. Then Woman waves."},
        {"sub_process": "lighting", "text": "Golden hour light, 1 stop brighter."},
        {"sub_process": "cinematography", "text": "Medium Shot of Woman."},
    ],
    "cannot": ["of summer"],
}  # fmt: skip


def noted(server: Filmers, folder, lock: str = "") -> tuple[Film, Group]:
    film = HouseCrew().develop_now(read(TEXT), Options())
    shot = next(film.shots())
    if lock:
        shot.locks.add(lock)
    crew = Ensemble(casting("director=model"), lambda: client(server, folder))
    crew.equip(Kit(LearnedLibrary(folder / "learned"), None))

    async def run() -> Group:
        try:
            return await crew.note(film, shot.id, NOTE)
        finally:
            await crew.close()

    return film, asyncio.run(run())


def parts(edit: Group) -> tuple:
    remark, *proposals = edit.edits
    return remark.remark, {p.proposal.field: p.proposal for p in proposals}


def test_the_director_proposes_what_a_note_asks_for(tmp_path):
    with Filmers(note=CHANGES) as server:
        film, edit = noted(server, tmp_path)
    remark, proposals = parts(edit)
    assert set(proposals) == {"guidance.motion", "guidance.lighting", "guidance.cinematography"}
    assert all(p.by.by == "model" and p.remark == remark.id for p in proposals.values())
    assert remark.state == "proposed"
    assert remark.by.by == "person"
    assert remark.expects == {"brightness": 1, "fill": 1}
    assert "of summer" in remark.verdict
    told = text_of(server.requests[0])
    assert f"{NOTE}" in told
    assert next(film.shots()).guidance.motion in told


def test_a_locked_part_is_left_and_said(tmp_path):
    with Filmers(note=CHANGES) as server:
        remark, proposals = parts(noted(server, tmp_path, "motion")[1])
    assert "guidance.motion" not in proposals
    assert "motion locked" in remark.verdict.casefold()


@pytest.mark.parametrize("said", ["I would rather not.", {"changes": "all"}], ids=["prose", "wrong types"])
def test_what_the_model_cannot_read_the_house_crew_reads(tmp_path, said):
    with Filmers(note=said) as server:
        remark, proposals = parts(noted(server, tmp_path)[1])
    assert server.asked == ["note", "note"]
    assert all(p.by.by == "house" for p in proposals.values())
    assert "not understood" in remark.verdict.casefold()


def test_a_key_that_is_not_taken_is_told(tmp_path):
    with Filmers(dies=0) as server, pytest.raises(ShotwrightError) as caught:
        noted(server, tmp_path)
    assert caught.value.layer == "key"

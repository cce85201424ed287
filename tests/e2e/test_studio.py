"""The studio under a real X server, with a real mouse and keyboard: drag, type, undo, close."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.document import Film
from app.project import Project, load_film
from tests.e2e.desktop import Desktop, available, desktop
from tests.support import demo

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not available(), reason="needs Xvfb and xdotool")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of twelve shots with pictures."""
    made = tmp_path / "film"
    made.mkdir()
    Project.create(made, demo.film(demo.paint(made, 3, (160, 90)))).close()
    return made


@pytest.fixture
def desk(folder: Path, tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tmp_path / "home", folder, ["takes/demo/key-0.jpg"]) as made:
        made.wait(lambda: made.state["shots"])
        yield made


def saved(desk: Desktop, folder: Path) -> Film:
    """The film as saved now."""
    desk.key("ctrl+s")
    desk.wait(lambda: not desk.state["dirty"])
    return load_film(folder / "film.json")


def order(film: Film) -> list[str]:
    return [s.id for s in film.shots()]


def test_a_working_day_in_short(desk, folder):
    fifth = desk.ask(find="card:4")
    desk.drag(desk.middle("card:0"), (fifth[0] + fifth[2] - 12, fifth[1] + fifth[3] // 2))
    assert order(saved(desk, folder)).index("shot-1") == 4, "the first card was dragged behind the fifth"

    desk.click("tab:Scene")
    desk.click("Scene guidance")
    desk.key("ctrl+a")
    desk.type("Night, one lamp.")
    assert saved(desk, folder).shot("shot-1").guidance.scene == "Night, one lamp."
    desk.key("ctrl+z")
    assert saved(desk, folder).shot("shot-1").guidance.scene.startswith("The living room.")
    desk.key("ctrl+z")
    assert order(saved(desk, folder)) == [f"shot-{n}" for n in range(1, 13)]

    desk.click("card:1")
    desk.key("l")
    assert "shot" in saved(desk, folder).shot("shot-2").locks
    desk.key("l")
    desk.key("ctrl+r")
    desk.wait(lambda: desk.state["takes"]["shot-2"] == 3)

    desk.key("ctrl+c")
    desk.key("ctrl+v")
    assert len(order(saved(desk, folder))) == 13
    desk.key("ctrl+z")
    desk.key("b")
    cut = saved(desk, folder)
    assert len(order(cut)) == 13
    assert cut.shot("shot-2").lines[0].words is not None, "the line is cut at a word"
    desk.key("ctrl+z")
    desk.key("Tab", "Tab", "Tab", "o")
    assert saved(desk, folder).shot("shot-2").omitted, "Tab went round the views and the keys still reach the shots"
    desk.key("o")

    desk.key("alt+Right")
    assert order(saved(desk, folder))[:3] == ["shot-1", "shot-3", "shot-2"]
    desk.key("ctrl+q")
    desk.process.wait(15)
    assert desk.process.returncode == 0


def test_a_kill_loses_nothing(desk, folder):
    desk.click("card:1")
    desk.key("l")
    desk.wait(lambda: desk.state["locked"].count("shot-2"))
    desk.process.kill()
    desk.process.wait()
    project, film = Project.open(folder)
    assert project.recovery().edits == 1
    assert project.recover(film) == 1
    assert "shot" in film.shot("shot-2").locks
    project.close()
    assert json.loads((folder / "film.json").read_text())["title"] == "The right words"


def test_a_line_is_written_on_the_screenplay_page_and_the_film_exported(desk, folder):
    desk.key("4")
    desk.pause(1)
    desk.do("mousemove", "575", "463", "click", "1")
    desk.key("End")
    desk.type(" Really?")
    desk.pause(1.2)
    assert saved(desk, folder).shot("shot-4").lines[0].text == "Outside this door? Really?"
    desk.key("Return")
    desk.type("TOM")
    desk.key("Return")
    desk.type("Behind it.")
    desk.wait(lambda: len(desk.state["shots"]) == 13)
    film = saved(desk, folder)
    assert [line.text for s in film.shots() for line in s.lines if line.text == "Behind it."] == ["Behind it."]
    desk.key("ctrl+z")
    assert len(order(saved(desk, folder))) == 12
    desk.key("ctrl+e")
    desk.click("Export")
    desk.wait(lambda: (folder.parent / "film.mp4").exists())


def test_a_person_is_dragged_on_the_floor_plan_and_given_a_voice(desk, folder):
    desk.click("card:0")
    before = load_film(folder / "film.json").shot("shot-1")
    desk.key("5")
    desk.wait(lambda: desk.ask(find="person:0"), 90)
    desk.pause(1)
    x, y = desk.middle("person:0")
    desk.drag((x, y), (x + 70, y + 40))
    after = saved(desk, folder).shot("shot-1")
    assert after.guidance.character != before.guidance.character or after.staging != before.staging
    desk.key("ctrl+z")
    assert saved(desk, folder).shot("shot-1").staging == before.staging

    desk.key("6")
    name, voice = next(iter(desk.state["voices"].items()))
    desk.click(f"item:{name}")
    desk.click("Voice")
    desk.click("combo:Voice")
    desk.key("Down", "Return")
    desk.wait(lambda: desk.state["voices"][name] != voice)
    desk.click("Listen")
    desk.wait(lambda: list(folder.rglob("*.wav")), 60)

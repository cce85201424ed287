"""What the crew does is written down in the project and can be followed while it grows."""

from __future__ import annotations

from agents.crew_events import DIARY, CrewDiary, CrewEvent, diary
from agents.ensemble import cast_crew
from agents.model.settings import ModelSettings
from app.errors import ShotwrightError

EVENT = CrewEvent(
    "director", "house crew", "outline", "made", text="one scene", changed=("scene 1: Office",), money=0.5
)


def test_steps_are_written_and_read_from_where_one_was(tmp_path):
    write = CrewDiary(lambda: tmp_path).write
    write(EVENT)
    (first,), at = diary(tmp_path)
    assert first.event == EVENT
    assert diary(tmp_path, at) == ([], at)
    write(CrewEvent("reviewer", "m", "review", "criticised", round=2, shot="shot-1"))
    with (tmp_path / DIARY).open("ab") as file:
        file.write(b'broken\n{"at": "2026", "role"')
    more, end = diary(tmp_path, at)
    assert [entry.event.round for entry in more] == [2]
    with (tmp_path / DIARY).open("ab") as file:
        file.write(b': "x"}\n')
    assert diary(tmp_path, end)[0] == []


def test_the_crew_keeps_a_diary_as_soon_as_the_film_has_a_folder(tmp_path):
    def nowhere():
        raise ShotwrightError("project", "the film has no folder yet")

    folder = nowhere
    crew = cast_crew(ModelSettings(), lambda: folder())
    crew.tell("director", "outline", "made", "two scenes")
    folder = lambda: tmp_path / "film"  # noqa: E731
    crew.tell("director", "outline", "made", "three scenes")
    assert [entry.event.text for entry in diary(tmp_path / "film")[0]] == ["three scenes"]
    assert diary(tmp_path / "nothing") == ([], 0)

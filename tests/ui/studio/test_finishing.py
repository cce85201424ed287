"""Music, colours and transitions by menu, and the look chosen for a new film."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from tests.ui.studio.conftest import until
from ui.studio import commands, words
from ui.studio.scenemenu import scene_menu
from ui.studio.storyboard.lanes import MUSIC, blocks


def choose(menu: QMenu, title: str, choice: str) -> None:
    part = next(a.menu() for a in menu.actions() if a.menu() and a.text() == title)
    next(a for a in part.actions() if a.text() == choice).trigger()


def cues(scene) -> list[tuple[str, str, str]]:
    return [(c.feeling, c.first, c.last) for c in scene.music]


def test_a_scene_gets_music_colours_and_a_transition_and_undo_takes_them_back(studio):
    window, film = studio.window, studio.workspace.film
    scene = film.scenes[1]
    for title, choice in (("Music", "Sad"), ("Colours of the film", "Warm"), ("Begins with", "Dissolve")):
        choose(scene_menu(window, studio.workspace, scene.id, lambda: None), title, choice)
    assert cues(scene) == [("sad", scene.shots[0].id, scene.shots[-1].id)]
    assert (scene.grade, scene.transition) == ("warm", "dissolve")
    assert words.finishing(scene) == "dissolve, warm colours, sad music"
    for _ in range(3):
        studio.workspace.undo()
    assert (scene.music, scene.grade, scene.transition) == ([], "", "cut")


def test_other_music_under_some_shots_goes_on_around_them(studio):
    film = studio.workspace.film
    scene = next(s for s in film.scenes if len(s.shots) > 2)
    ids = [s.id for s in scene.shots]
    commands.set_music(studio.workspace, ids, "warm")
    studio.workspace.select(ids[1])
    choose(studio.window.editing.menu(studio.window, studio.window.actions_), "Music under it", "Tense")
    rest = [("warm", ids[2], ids[-1])]
    assert cues(scene) == [("warm", ids[0], ids[0]), ("tense", ids[1], ids[1]), *rest]
    heard = [b.text for b in blocks(film, scene.shots[1], 0) if b.lane == MUSIC]
    assert heard == ["Tense"]
    commands.set_music(studio.workspace, ids, "")
    assert cues(scene) == []


def test_only_the_first_shot_of_a_scene_says_how_it_begins(studio):
    film, window = studio.workspace.film, studio.window

    def titles() -> list[str]:
        return [a.text() for a in window.editing.menu(window, window.actions_).actions()]

    scene = film.scenes[1]
    studio.workspace.select(scene.shots[0].id)
    assert "Begins with" in titles()
    choose(window.editing.menu(window, window.actions_), "Begins with", "Fade from black")
    assert scene.transition == "fade"
    studio.workspace.select(scene.shots[1].id)
    assert "Begins with" not in titles()


def test_light_and_colours_of_a_new_film_go_to_the_crew(empty_studio, run):
    window = empty_studio.window
    window.new_film("idea")
    page = window.new_page
    page.idea.setPlainText("Two friends meet")
    page.mood.setCurrentIndex(page.mood.findData("night"))
    page.grade.setCurrentIndex(page.grade.findData("black and white"))
    page.begin()
    run(until(lambda: empty_studio.workspace.film is not None and empty_studio.workspace.film.scenes))
    assert {(s.mood, s.grade) for s in empty_studio.workspace.film.scenes} == {("night", "black and white")}
    page.reset()
    assert (page.mood.currentData(), page.grade.currentData()) == ("", "")

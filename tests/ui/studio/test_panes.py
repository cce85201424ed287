"""Panels beside the storyboard: where there is little room one a side is open."""

from __future__ import annotations

from ui.studio.panes import NARROW


def open_panels(window) -> set[str]:
    panels = {"outline": window.outline, "library": window.library, "inspector": window.inspector,
              "crew": window.crew.pane, "jobs": window.jobs}  # fmt: skip
    return {name for name, panel in panels.items() if panel.isVisible()}


def test_a_panel_takes_the_place_of_its_neighbour_and_gives_it_back(studio):
    window = studio.window
    window.toggle_jobs()
    assert open_panels(window) == {"outline", "jobs"}
    window.crew.toggle()
    assert open_panels(window) == {"outline", "crew"}
    window.crew.toggle()
    window.toggle_jobs()
    assert open_panels(window) == {"outline", "inspector"}


def test_where_there_is_room_all_stand_beside_each_other(studio):
    window = studio.window
    window.toggle_jobs()
    window.resize(NARROW + 200, 800)
    assert open_panels(window) == {"outline", "inspector", "jobs"}
    window.resize(NARROW - 200, 800)
    assert open_panels(window) == {"outline", "jobs"}


def test_every_view_remembers_its_picture(studio):
    window = studio.window
    window.set_view("strip")
    assert window.panes.picture.isVisible()
    window.set_view("cast")
    assert not window.panes.picture.isVisible()
    window.actions_["picture"].trigger()
    window.set_view("grid")
    assert not window.panes.picture.isVisible()
    window.set_view("cast")
    assert window.panes.picture.isVisible()


def test_the_screenplay_follows_a_theme_chosen_while_it_was_hidden(studio):
    window = studio.window
    window.set_view("screenplay")
    window.set_view("grid")
    before = window.screenplay.document().firstBlock().next().charFormat().foreground().color()
    window.set_theme("light")
    window.set_view("screenplay")
    after = window.screenplay.document().firstBlock().next().charFormat().foreground().color()
    window.set_theme("dark")
    assert before != after

"""What a new user does on the first day, from an idea to an MP4, step by step with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.desktop import Desktop

IDEA = "Two old friends meet by chance at the roadside and one of them is hiding something"
LIGHT = "Night, warm light from the windows."

Shoot = Callable[[str, str], object]


def first_day(
    desk: Desktop,
    film: Path,
    shoot: Shoot = lambda name, text: None,
    patience_s: float = 60,
    shots: int = 0,
    quick: bool = False,
) -> None:
    """Raises AssertionError at the first step that does not do what it should. shoot(name, caption) is called when a
    step is on screen; film: where the MP4 goes; patience_s: for each job; shots: at most so many, 0 for as many as
    it takes; quick: exports at the quickest quality."""
    shoot("welcome", "Start")
    if shots:
        desk.key("ctrl+n")
        desk.click("At most this many shots")
        desk.key("ctrl+a")
        desk.type(str(shots))
    desk.click("Idea or description")
    desk.type(IDEA)
    desk.pause(1)
    shoot("idea", "Type an idea")
    desk.click("Make the storyboard")

    desk.wait(lambda: desk.state["shots"], patience_s)
    desk.wait(lambda: desk.state["staged"] > len(desk.state["shots"]) // 3, patience_s)
    shoot("fills", "The board fills by itself")
    desk.idle(patience_s * 4)
    before = desk.state["shots"]
    assert not desk.state["empty"], "every shot is staged"

    first, third = desk.middle("card:0"), desk.ask(find="card:2")
    desk.drag(first, (third[0] + third[2] - 12, first[1]), lambda: shoot("drag", "Drag a shot to another place"))
    desk.wait(lambda: desk.state["shots"].index(before[0]) == 2)

    desk.click("card:0")
    shot = desk.state["current"]
    takes = desk.state["takes"][shot]
    desk.click("tab:Lighting")
    desk.click("Lighting guidance")
    desk.key("ctrl+a")
    desk.type(LIGHT)
    desk.wait(lambda: desk.state["guidance"][shot]["lighting"] == LIGHT)
    shoot("guidance", "Say what you want instead, in plain words")
    desk.key("ctrl+r")
    desk.wait(lambda: desk.state["takes"][shot] > takes, patience_s)
    desk.idle(patience_s)
    shoot("regenerated", "Only this shot is made again")

    desk.key("ctrl+2")
    desk.key("l")
    desk.wait(lambda: shot in desk.state["locked"])
    shoot("locked", "Lock what you like")

    desk.key("6")
    voices = desk.state["voices"]
    name = next(iter(voices))
    desk.click(f"item:{name}")
    desk.click("Voice")
    desk.click("combo:Voice")
    desk.key("Down", "Down", "Return")
    desk.wait(lambda: desk.state["voices"][name] != voices[name])
    shoot("voice", "Give somebody another voice")

    desk.key("ctrl+2", "1")
    desk.click("card:0")
    desk.key("space")
    desk.wait(lambda: desk.state["frame"] > 24)
    shoot("play", "Play it")
    desk.key("space")

    desk.key("ctrl+e")
    desk.click("File")
    desk.key("ctrl+a")
    desk.type(str(film))
    if quick:
        desk.click("combo:Preset")
        desk.key("Home", "Return")
    shoot("export", "Export it")
    desk.click("Export")
    desk.wait(lambda: any(t.startswith("Exporting") or film.name in t for t, _ in desk.state["works"]), patience_s)
    desk.idle(patience_s * 6)
    assert film.exists(), desk.state["works"]
    shoot("exported", "The film is there")

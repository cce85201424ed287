"""Makes the pictures of the documentation under a display of its own: resources/screenshots/.

Run: python tests/e2e/screenshots.py [--panels] [--sequence] [--shots N]

The sequence is a real first day: an idea, the crew, Blender, an MP4. The panels are those of a sample film in both
themes. Needs Xvfb and xdotool; the sequence takes minutes without a graphics card.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from render.probe import probe  # noqa: E402
from tests.e2e.desktop import Desktop, available, desktop  # noqa: E402
from tests.e2e.first_day import first_day  # noqa: E402

FOLDER = ROOT / "resources" / "screenshots"
QUALITY = 66
PATIENCE_S = 900.0

PANELS: dict[str, tuple[str, ...]] = {
    "grid": ("1",), "strip": ("2",), "timeline": ("3",), "plan": ("5",), "cast": ("6",),
    "find": ("ctrl+shift+p",), "keys": ("ctrl+k",), "jobs": ("F8",), "crew": ("F4",), "notes": ("F9",),
    "export": ("ctrl+e",), "help": ("F1",), "settings": ("ctrl+comma",),
    "screenplay": ("4",),
}  # fmt: skip
"""Name of a picture -> the keys that show it. The screenplay is last: what is pressed there is typed."""

CLOSED_BY = {"jobs": ("F8",), "crew": ("F4",)}


def keep(desk: Desktop, name: str) -> None:
    """Writes what is on screen as a small picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    desk.picture().convert("RGB").save(FOLDER / f"{name}.webp", quality=QUALITY, method=6)
    print(name, flush=True)


def sequence(shots: int) -> None:
    """The first day, step by step."""
    with tempfile.TemporaryDirectory() as text, desktop(Path(text) / "home") as desk:
        number = 0

        def shoot(name: str, caption: str) -> None:
            nonlocal number
            number += 1
            keep(desk, f"{number:02d}-{name}")

        film = Path(text) / "film.mp4"
        first_day(desk, film, shoot, PATIENCE_S, shots, quick=True)
        print(probe(film))


def panels() -> None:
    """Every view, panel and window of a sample film, dark and light."""
    sample = ROOT / "resources" / "samples" / "at-the-roadside"
    with tempfile.TemporaryDirectory() as text:
        project = Path(text) / "At the roadside"
        shutil.copytree(sample, project)
        with desktop(Path(text) / "home", project) as desk:
            desk.wait(lambda: desk.state["shots"])
            desk.click("card:1")
            desk.pause(8)
            for theme in ("dark", "light"):
                desk.ask(theme=theme)
                for name, keys in PANELS.items():
                    desk.do("windowfocus", desk.window)
                    desk.key("ctrl+2")
                    desk.key(*keys)
                    desk.pause(2)
                    keep(desk, f"{name}-{theme}")
                    desk.key(*CLOSED_BY.get(name, ("Escape",)))
                    desk.pause(0.5)
                desk.click("Grid")
                desk.click("card:1")
            desk.key("ctrl+w")
            for theme in ("light", "dark"):
                desk.ask(theme=theme)
                desk.pause(1)
                keep(desk, f"welcome-{theme}")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Makes the pictures of the documentation.")
    parser.add_argument("--panels", action="store_true", help="only the panels")
    parser.add_argument("--sequence", action="store_true", help="only the first day")
    parser.add_argument("--shots", type=int, default=6, help="how long the film of the first day is")
    options = parser.parse_args(arguments)
    if not available():
        print("Xvfb and xdotool are needed (apt install xvfb xdotool).", file=sys.stderr)
        return 3
    if options.panels or not options.sequence:
        panels()
    if options.sequence or not options.panels:
        sequence(options.shots)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Makes the pictures of the documentation under a display of its own: resources/screenshots/.

Run: python tests/e2e/screenshots.py [--panels] [--sequence] [--shots N] [--scale 2 --out DIR]

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

import av  # noqa: E402
from PIL import Image  # noqa: E402

from render.probe import probe  # noqa: E402
from tests.e2e.desktop import Desktop, available, desktop  # noqa: E402
from tests.e2e.first_day import first_day  # noqa: E402

FOLDER = ROOT / "resources" / "screenshots"
QUALITY = 66
PATIENCE_S = 900.0

PANELS: dict[str, tuple[str, ...]] = {
    "grid": ("1",), "strip": ("2",), "timeline": ("3",), "plan": ("5",), "cast": ("6",),
    "library": ("1", "F3"), "jobs": ("F8",), "crew": ("F4",),
    "beats": ("click:Beats",), "review": ("click:Review",), "takes": ("click:Takes",),
    "find": ("ctrl+shift+p",), "keys": ("ctrl+k",), "notes": ("F9",), "export": ("ctrl+e",),
    "help": ("F1",), "settings": ("ctrl+comma",),
    "screenplay": ("4",),
}  # fmt: skip
"""Name of a picture -> the keys that show it; "click:NAME" is a click on what has that name. The screenplay is last:
what is pressed there is typed."""

CLOSED_BY = {"jobs": ("F8",), "crew": ("F4",), "library": ("F3",)}
DRAWN = ("cast", "library", "plan")
"""What is drawn by Blender when it is first looked at."""


def keep(desk: Desktop, name: str, folder: Path = FOLDER) -> None:
    """Writes what is on screen as a small picture."""
    folder.mkdir(parents=True, exist_ok=True)
    desk.picture().convert("RGB").save(folder / f"{name}.webp", quality=QUALITY, method=6)
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
        opened(film).save(FOLDER / f"{number + 1:02d}-film.webp", quality=QUALITY, method=6)


def opened(film: Path) -> Image.Image:
    """Four pictures out of the film as it was written, which is opened and probed for that.
    Raises ShotwrightError where it is no film with sound."""
    found = probe(film)
    print(found, flush=True)
    frames = []
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        for share in (0.15, 0.4, 0.65, 0.9):
            container.seek(int(share * float(stream.duration * stream.time_base) * 1_000_000))
            frames.append(next(container.decode(stream)).to_image())
    width, height = frames[0].size
    sheet = Image.new("RGB", (2 * width + 8, 2 * height + 8))
    for at, frame in enumerate(frames):
        sheet.paste(frame, (at % 2 * (width + 8), at // 2 * (height + 8)))
    return sheet


def panels(scale: float = 1.0, folder: Path = FOLDER) -> None:
    """Every view, panel and window of a sample film, dark and light. scale: pixels of the screen to a logical one."""
    sample = ROOT / "resources" / "samples" / "at-the-roadside"
    with tempfile.TemporaryDirectory() as text:
        project = Path(text) / "At the roadside"
        shutil.copytree(sample, project)
        with desktop(Path(text) / "home", project, scale=scale) as desk:
            desk.wait(lambda: desk.state["shots"])
            desk.click("card:1")
            desk.key("ctrl+r")  # so that there is a second take, a job with its log and something of the crew to read
            desk.wait(lambda: len(desk.state["takes"]) and desk.state["takes"][desk.state["current"]] > 1, PATIENCE_S)
            desk.idle(PATIENCE_S)
            for theme in ("dark", "light"):
                desk.ask(theme=theme)
                for name, keys in PANELS.items():
                    desk.do("windowfocus", desk.window)
                    desk.key("ctrl+2")
                    for key in keys:
                        what, _, name_of = key.partition(":")
                        desk.click(name_of) if what == "click" and name_of else desk.key(key)
                    desk.pause(2)
                    if name in DRAWN:
                        desk.wait(lambda: desk.state["drawn"], PATIENCE_S)
                        desk.pause(1)
                    keep(desk, f"{name}-{theme}", folder)
                    desk.key(*CLOSED_BY.get(name, ("Escape",)))
                    desk.pause(0.5)
                desk.click("Grid")
                desk.click("card:1")
            desk.key("ctrl+s")  # or closing asks about the new take
            desk.pause(1)
            desk.key("ctrl+w")
            for theme in ("light", "dark"):
                desk.ask(theme=theme)
                desk.pause(1)
                keep(desk, f"welcome-{theme}", folder)
                desk.key("ctrl+n")
                desk.pause(1)
                keep(desk, f"new-film-{theme}", folder)
                desk.click("Cancel")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Makes the pictures of the documentation.")
    parser.add_argument("--panels", action="store_true", help="only the panels")
    parser.add_argument("--sequence", action="store_true", help="only the first day")
    parser.add_argument("--shots", type=int, default=6, help="how long the film of the first day is")
    parser.add_argument("--scale", type=float, default=1.0, help="of the panels, for example 2 for 200 per cent")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the panels go")
    options = parser.parse_args(arguments)
    if not available():
        print("Xvfb and xdotool are needed (apt install xvfb xdotool).", file=sys.stderr)
        return 3
    if options.panels or not options.sequence:
        panels(options.scale, options.out)
    if options.sequence or not options.panels:
        sequence(options.shots)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

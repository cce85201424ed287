"""Makes the sample films that the first page offers, from words, with Blender: resources/samples/.

Run: python packaging/samples.py [NAME …]     all, or only these; a few minutes each without a graphics card

A sample is a project with what a storyboard needs and nothing else: the document, and of the takes in use the
keyframes as small JPEGs and what was measured, to the millimetre.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "samples"
WIDTH = 360
QUALITY = 74

SAMPLES = {
    "at-the-roadside": (
        "At the roadside",
        "From one sentence",
        "Two old friends meet by chance at the roadside and one of them is hiding something",
        8,
    ),
    "the-spare-key": ("The spare key", "From a screenplay", "resources/screenplays/the_spare_key.fountain", 10),
    "night-office": (
        "The late shift",
        "From a description",
        "Late at night in the office Ines sits at the desk and types. Tom comes in and tells her that the project is "
        "cancelled. She stands up, walks to the window and looks out. He says that he is sorry.",
        8,
    ),
}
"""Folder -> title, where it comes from, input, most shots."""


def make(name: str) -> None:
    """Plans a sample and puts what is needed of it into resources/samples. Raises CalledProcessError."""
    title, source, words, most = SAMPLES[name]
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch) / name
        words = str(ROOT / words) if words.startswith("resources/") else words
        command = [sys.executable, "-m", "ui.cli", "plan", words, "--project", str(project), "--max-shots", str(most)]
        subprocess.run([*command, "--crew", "house"], check=True, cwd=ROOT)
        keep(project, FOLDER / name, title, source)


def keep(project: Path, target: Path, title: str, source: str) -> None:
    """Writes the sample of a finished project."""
    from PIL import Image

    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    film = json.loads((project / "film.json").read_text(encoding="utf-8"))
    film["title"], film["notices"] = title, []
    for scene in film["scenes"]:
        for shot in scene["shots"]:
            shot["takes"] = [t for t in shot["takes"] if t["id"] == shot["active_take"]]
            for take in shot["takes"]:
                (target / "takes").mkdir(exist_ok=True)
                numbers = json.loads((project / take["measurements"]).read_text(encoding="utf-8"))
                take["measurements"] = f"takes/{shot['id']}.json"
                write(target / take["measurements"], rounded(numbers))
                for number, key in enumerate(take["keyframes"]):
                    file = f"takes/{shot['id']}-{number}.jpg"
                    with Image.open(project / key["file"]) as picture:
                        height = round(WIDTH * picture.height / picture.width)
                        small = picture.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
                    small.save(target / file, quality=QUALITY, optimize=True)
                    key["file"] = file
    write(target / "film.json", film)
    (target / "about.txt").write_text(source + "\n", encoding="utf-8")


def write(file: Path, found: object) -> None:
    file.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def rounded(found: object) -> object:
    """The same with three decimals."""
    if isinstance(found, dict):
        return {key: rounded(value) for key, value in found.items()}
    if isinstance(found, list):
        return [rounded(value) for value in found]
    return round(found, 3) if isinstance(found, float) else found


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Makes the sample films.")
    parser.add_argument("names", nargs="*", choices=[*SAMPLES, []], help="only these")
    for name in parser.parse_args(arguments).names or SAMPLES:
        make(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

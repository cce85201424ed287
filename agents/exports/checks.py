"""Opening what was written: what is in it, in words, or an error where it is not what was meant."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlparse
from xml.etree import ElementTree

import cv2
import numpy as np
from PIL import Image as Pillow

from agents.input.fdx import parse_fdx
from agents.input.fountain import parse_fountain
from app.archive import is_archive
from app.document import Film
from app.errors import ShotwrightError
from app.project import FILM
from app.script import paragraphs
from render.captions import Caption, parse_srt
from render.interchange import Cut
from render.interchange.layout import Layout
from render.probe import FilmProbe

_BLEND = (b"BLENDER", b"\x28\xb5\x2f\xfd", b"\x1f\x8b")
"""How a .blend begins: plain, or packed by zstd or gzip."""


def size_of(path: Path) -> str:
    """The size of a file in words: "3.4 MB"."""
    count = float(path.stat().st_size)
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "bytes" or count >= 100 else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"


def _wrong(path: Path, what: str) -> ShotwrightError:
    return ShotwrightError("export", f"{path.name} came out wrong: {what}", "Export it again.")


def film(made: FilmProbe) -> str:
    sound = "with sound" if made.audio_codec else "silent"
    width, height = made.size
    return f"{width}x{height}, {made.duration:.1f} s, {made.frames} frames, {sound}, {size_of(made.path)}"


def clip(made: FilmProbe, frames: int) -> None:
    if made.frames != frames:
        raise _wrong(made.path, f"{made.frames} frames instead of {frames}")


def gif(path: Path, length_s: float) -> str:
    with Pillow.open(path) as image:
        lasts = 0.0
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            lasts += image.info.get("duration", 0) / 1000
        said = f"{image.width}x{image.height}, {getattr(image, 'n_frames', 1)} pictures, {lasts:.1f} s, {size_of(path)}"
    if abs(lasts - length_s) > 0.1 + 0.02 * length_s:
        raise _wrong(path, f"it lasts {lasts:.2f} s instead of {length_s:.2f} s")
    return said


def pictures(files: list[Path], total: int) -> str:
    sizes = set()
    for file in (files[0], files[len(files) // 2], files[-1]):
        image = cv2.imdecode(np.fromfile(file, np.uint8), cv2.IMREAD_COLOR)
        if image is None:
            raise _wrong(file, "it is no picture")
        sizes.add((image.shape[1], image.shape[0]))
    missing = [f.name for f in files if not f.is_file()]
    if len(files) != total or missing or len(sizes) != 1:
        raise _wrong(files[0].parent, f"{len(files)} pictures instead of {total}, sizes {sorted(sizes)}")
    width, height = sizes.pop()
    return f"{total} pictures of {width}x{height}"


def subtitles(path: Path, shown: list[Caption]) -> str:
    text = path.read_text(encoding="utf-8")
    found = parse_srt(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    if [c.text for c in found] != [c.text for c in shown]:
        raise _wrong(path, f"{len(found)} captions instead of {len(shown)}")
    return f"{len(found)} captions, the last at {found[-1].end:.1f} s" if found else "no captions: nobody speaks"


def screenplay(path: Path, made: Film) -> str:
    """Raises where not every line reads back as it stands in the film, word for word."""
    text = path.read_text(encoding="utf-8")
    play = (parse_fdx if path.suffix.lower() == ".fdx" else parse_fountain)(text, path.name)
    meant = [p.text for p in paragraphs(made) if p.kind == "speech"]
    found = [s.text for scene in play.scenes for s in scene.speeches]
    if found != meant:
        first = next((m for m, f in zip(meant, [*found, *[""] * len(meant)], strict=False) if m != f), "")
        raise _wrong(path, f"a line does not read back: {first[:80]!r}")
    return f"{len(play.scenes)} scenes, {len(found)} speeches, {sum(len(t.split()) for t in found)} spoken words"


def pages(path: Path, made: Cut, layout: Layout) -> str:
    data = path.read_bytes()
    count = len(re.findall(rb"/Type\s*/Page[^s]", data))
    least = -(-len(made.shots) // layout.per_page)
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-64:] or count < least:
        raise _wrong(path, f"{count} pages instead of {least}")
    plots = sum(1 for s in made.shots if s.plan) if "plot" in layout.fields else 0
    told = f", {plots} camera plots" if plots else ""
    return f"{count} page{'' if count == 1 else 's'}, {len(made.shots)} shots{told}, {size_of(path)}"


def cut(key: str, path: Path, made: Cut) -> str:
    """Counts the shots and their frames in an edit list or a table, and looks whether the media are there."""
    text = path.read_text(encoding="utf-8-sig")
    media: list[str] = []
    match key:
        case "csv":
            rows = list(csv.reader(text.splitlines(keepends=True)))
            at = rows[0].index("Frames")
            lengths = [int(r[at]) for r in rows[1:]]
        case "otio":
            clips = json.loads(text)["tracks"]["children"][0]["children"]
            lengths = [int(c["source_range"]["duration"]["value"]) for c in clips]
            media = [m["target_url"] for c in clips for m in c["media_references"].values() if "target_url" in m]
        case "fcpxml":
            root = ElementTree.fromstring(text)
            spine = root.find(".//spine")
            lengths = [_frames(item.get("duration", "0s"), made) for item in spine]
            media = [m.get("src", "") for m in root.iter("media-rep")]
        case _:
            events = re.findall(r"^\d{3,}\s+\S+\s+V\s+C\s+(\S+) (\S+)", text, re.MULTILINE)
            base = round(float(made.fps))
            lengths = [_clock(b, base) - _clock(a, base) for a, b in events]
    if lengths != [s.length for s in made.shots]:
        raise _wrong(path, f"{len(lengths)} shots of {sum(lengths)} frames instead of {len(made.shots)}")
    lost = [m for m in media if not Path(unquote(urlparse(m).path)).is_file()]
    if lost:
        raise _wrong(path, f"{lost[0]} is not there")
    told = f", {len(media)} media files" if media else ""
    return f"{len(lengths)} shots, {sum(lengths)} frames{told}"


def _frames(time: str, made: Cut) -> int:
    top, _, bottom = time.removesuffix("s").partition("/")
    return round(float(made.fps) * float(top) / float(bottom or 1))


def _clock(time: str, base: int) -> int:
    hours, minutes, seconds, frames = map(int, time.split(":"))
    return ((hours * 60 + minutes) * 60 + seconds) * base + frames


def blends(files: list[Path]) -> str:
    """What Blender found on loading each file again was compared by the worker; here only that they are there."""
    for file in files:
        with file.open("rb") as opened:
            if not opened.read(7).startswith(_BLEND):
                raise _wrong(file, "it is no Blender file")
    if len(files) == 1:
        return size_of(files[0])
    return f"{len(files)} files, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB"


def archive(path: Path, made: Film, missing: list[str]) -> str:
    with zipfile.ZipFile(path) as packed:
        bad = packed.testzip()
        names = packed.namelist()
        film_name = next((n for n in names if n.endswith(f"/{FILM}")), None)
        if bad or film_name is None or not is_archive(path):
            raise _wrong(path, f"{bad} is damaged" if bad else "there is no film in it")
        if Film.model_validate_json(packed.read(film_name)) != made:
            raise _wrong(path, "the film in it is another one")
    told = f"; {len(missing)} files were missing in the project" if missing else ""
    return f"{len(names)} files, {size_of(path)}{told}"

"""Pictures of a cut as files: numbered PNGs, and an animated GIF."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
from PIL import Image as Pillow

from app.errors import ShotwrightError
from app.files import disk_error, part_of, write_whole
from render.film import Image, fitted, read_image

Progress = Callable[[int], None]

GIF_WIDTH, GIF_FPS = 480, 12
"""Widest and fastest an animated GIF is made: it is for chats and web pages, the film is the MP4."""

_COLOURS = 255
_SAMPLES = 32


def write_png_sequence(
    folder: Path,
    frames: Iterable[tuple[Image, int]],
    name: str = "frame",
    first: int = 1,
    progress: Progress | None = None,
    size: tuple[int, int] | None = None,
) -> list[Path]:
    """Writes `name.0001.png` and on into `folder`, which is made; a held picture becomes as many files as frames.

    frames: (image, frames held). size: a picture of another size is scaled to fit, black at the sides.
    Returns the files in order. Raises ShotwrightError: input, disk."""
    folder = Path(folder)
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", name).strip(" .") or "frame"
    out: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for image, held in frames:
            if held < 1:
                continue
            path = folder / f"{safe}.{first + len(out):04d}.png"
            if isinstance(image, str | Path) and Path(image).suffix.lower() == ".png" and _is_of(image, size):
                shutil.copyfile(image, path)
            else:
                pixels = read_image(image)
                data = cv2.imencode(".png", cv2.cvtColor(fitted(pixels, size) if size else pixels, cv2.COLOR_RGB2BGR))[
                    1
                ]
                write_whole(path, data.tobytes())
            out.append(path)
            for _ in range(held - 1):
                out.append(folder / f"{safe}.{first + len(out):04d}.png")
                shutil.copyfile(path, out[-1])
            if progress:
                progress(len(out))
    except OSError as error:
        raise disk_error(folder, error) from error
    if not out:
        raise ShotwrightError("input", "there are no pictures to write")
    return out


def _is_of(image: str | Path, size: tuple[int, int] | None) -> bool:
    """Whether a picture has this size already; read from its head."""
    if size is None:
        return True
    with Pillow.open(image) as opened:
        return opened.size == size


def write_gif(path: Path, frames: Iterable[tuple[Image, int]], fps: Fraction, width: int = GIF_WIDTH) -> None:
    """Writes an animated GIF that loops, at most `width` pixels wide and `GIF_FPS` frames a second, in one palette
    chosen over the whole film. It lasts as long as the frames do, to the hundredth of a second the format
    counts in. Raises ShotwrightError: input, disk."""
    path = Path(path)
    pictures, ends = _sampled(frames, fps, width)
    if not pictures:
        raise ShotwrightError("input", "there are no pictures to make a GIF of")
    palette = _palette(pictures)
    paletted = [p.quantize(palette=palette, dither=Pillow.Dither.FLOYDSTEINBERG) for p in pictures]
    marks = [0, *(round(float(end / fps) * 100) for end in ends)]
    lengths = [10 * max(2, b - a) for a, b in pairwise(marks)]
    try:
        part = part_of(path)
        try:
            more = {"append_images": paletted[1:], "save_all": True, "duration": lengths, "loop": 0}
            paletted[0].save(part, "GIF", optimize=False, **more)
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise disk_error(path, error) from error


def _sampled(frames: Iterable[tuple[Image, int]], fps: Fraction, width: int) -> tuple[list[Pillow.Image], list[int]]:
    """The pictures to show, and the frame each is shown up to, at most one for every 1/12 s."""
    step = max(Fraction(1), fps / GIF_FPS)
    pictures: list[Pillow.Image] = []
    ends: list[int] = []
    at, due = 0, Fraction(0)
    for image, held in frames:
        if held < 1:
            continue
        if at >= due:
            small = _small(read_image(image), width)
            pictures.append(small.resize(pictures[0].size) if pictures and small.size != pictures[0].size else small)
            ends.append(at + held)
            due = at + step
        else:
            ends[-1] = at + held
        at += held
    return pictures, ends


def _small(pixels: np.ndarray, width: int) -> Pillow.Image:
    height, have = pixels.shape[:2]
    if have > width:
        pixels = cv2.resize(pixels, (width, max(1, round(height * width / have))), interpolation=cv2.INTER_AREA)
    return Pillow.fromarray(pixels)


def _palette(pictures: list[Pillow.Image]) -> Pillow.Image:
    """One palette for all, from up to 32 pictures spread over the film."""
    chosen = pictures[:: max(1, -(-len(pictures) // _SAMPLES))]
    tiles = [np.asarray(p.resize((96, 54), Pillow.Resampling.BOX)) for p in chosen]
    return Pillow.fromarray(np.concatenate(tiles)).quantize(_COLOURS, method=Pillow.Quantize.MEDIANCUT)

"""Pictures of the library's entries, kept by content: what did not change is never rendered again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import platformdirs
from PIL import Image, ImageDraw, ImageFont

from app.errors import ShotwrightError
from app.files import digest, write_whole
from library.assets import FAMILY, AssetLibrary
from library.entries import Entry
from render.pool import WorkerPool
from render.protocol import EntryJob

ROOT = Path(__file__).resolve().parent.parent
SIZES = {"cast": (240, 300), "props": (240, 240), "actions": (200, 240)}
"""Kind -> pixels of one picture."""

SIZE = (384, 216)

SAMPLES = {"cast": 4, "actions": 4}
"""Kind -> samples of one picture: in a plain studio no more are seen."""

USUAL_SAMPLES = 8


def pictures_folder() -> Path:
    """Where pictures of the library and of people are kept, for all projects of this user."""
    return Path(platformdirs.user_cache_dir("shotwright")) / "library"


@cache
def version() -> str:
    """A hash of all code a picture depends on."""
    files = sorted([*(ROOT / "library").rglob("*.py"), *(ROOT / "render" / "worker").glob("*.py")])
    return digest(*(part for f in files for part in (f.relative_to(ROOT).as_posix(), f.read_bytes())))


async def entry_pictures(
    pool: WorkerPool,
    entry: Entry,
    folder: Path,
    people: Path,
    size: tuple[int, int] | None = None,
    samples: int | None = None,
) -> list[Path]:
    """The pictures that show an entry (several for what moves), from `folder` or rendered into it.
    size: pixels, and samples; both default to those of its kind. Raises ShotwrightError."""
    size, samples = size or SIZES.get(entry.kind, SIZE), samples or SAMPLES.get(entry.kind, USUAL_SAMPLES)
    count = len(entry.sample().moments)
    name = re.sub(r"[^a-z0-9]+", "-", entry.name.lower()).strip("-")
    assets = AssetLibrary().named_in(f'"{entry.name}"') if entry.family == FAMILY else []
    key = digest(version(), entry.kind, entry.name, repr(size), repr(samples), *assets)
    files = [folder / f"{entry.kind}-{name}-{k}-{key}.jpg" for k in range(count)]
    if not all(f.exists() for f in files):
        job = EntryJob(
            id=f"{entry.kind} {entry.name}",
            of=entry.kind,
            name=entry.name,
            size=size,
            samples=samples,
            files=[str(f) for f in files],
            people=str(people),
            assets=assets,
        )
        await pool.submit(job)
    return files


BACK, INK, QUIET, LINE = "#1E2225", "#F0EEE8", "#A4ABAD", "#3A4145"
GAP, LABEL, HEADING, MARGIN = 12, 26, 44, 28


def contact_sheet(path: Path, title: str, shown: Sequence[tuple[Entry, Sequence[Path]]], width: int = 1680) -> None:
    """Writes the pictures of entries as one labelled page (.png or .jpg), grouped by family.
    Raises ShotwrightError(input, disk)."""
    if path.suffix.lower() not in (".png", ".jpg", ".jpeg"):
        raise ShotwrightError("input", f"{path.name} is no picture file", "Name it .png or .jpg.")
    cells: dict[str, list[tuple[Entry, Image.Image]]] = {}
    for entry, files in shown:
        cells.setdefault(entry.family, []).append((entry, _strip([Image.open(f).convert("RGB") for f in files])))
    big, small = _font("SemiBold", 30), _font("Medium", 15)
    page = Image.new("RGB", (width, 60_000), BACK)
    draw = ImageDraw.Draw(page)
    draw.text((MARGIN, MARGIN), title, INK, font=big)
    y, right = MARGIN + 56, MARGIN + round(big.getlength(title))
    for family, group in cells.items():
        if family:
            draw.line((MARGIN, y + HEADING - 8, width - MARGIN, y + HEADING - 8), LINE)
            draw.text((MARGIN, y + 8), family, QUIET, font=_font("SemiBold", 18))
            y += HEADING
        x = MARGIN
        for entry, picture in group:
            if x > MARGIN and x + picture.width > width - MARGIN:
                x, y = MARGIN, y + picture.height + LABEL + GAP
            page.paste(picture, (x, y))
            draw.text((x, y + picture.height + 4), _fitted(entry.name, small, picture.width), INK, font=small)
            x += picture.width + GAP
            right = max(right, x - GAP)
        y += group[-1][1].height + LABEL + GAP
    page = page.crop((0, 0, right + MARGIN, y + MARGIN - GAP))
    write_whole(path, _encoded(page, path.suffix))


def _strip(pictures: list[Image.Image]) -> Image.Image:
    """Pictures side by side, edge to edge."""
    out = Image.new("RGB", (sum(p.width for p in pictures), pictures[0].height))
    x = 0
    for picture in pictures:
        out.paste(picture, (x, 0))
        x += picture.width
    return out


def _fitted(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(ROOT / "resources" / "fonts" / f"Inter-{weight}.otf"), size)


def _encoded(page: Image.Image, suffix: str) -> bytes:
    import io

    buffer = io.BytesIO()
    if suffix.lower() == ".png":
        page.save(buffer, "PNG")
    else:
        page.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()

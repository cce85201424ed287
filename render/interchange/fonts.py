"""Fonts for printed pages: Inter, and Noto for every other script, from the Blender package's own fonts."""

from __future__ import annotations

import importlib.util
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from app.errors import ShotwrightError

TEXT_FONT = "Inter"

UNKNOWN = "□"
"""Printed for a character that no font has."""

_REGULAR, _BOLD = 400, 700
_ALWAYS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x180)))) + "–—‘’“”…" + UNKNOWN
"""Latin letters are always in, so that most documents share one cut of the text font."""


@dataclass(frozen=True)
class PageFonts:
    """Font files with just the characters of one document. regular and bold: the text font; others: name -> file
    for characters it lacks; missing: characters that no font has."""

    regular: Path
    bold: Path
    others: dict[str, Path]
    missing: frozenset[str]


def page_fonts(text: str, folder: Path) -> PageFonts:
    """Cuts the fonts down to the characters of `text` and writes them into `folder` as plain TrueType or OpenType.
    Raises ShotwrightError(export) where the Blender package has no fonts."""
    known = _covered()
    text_font = next((f for f in known if f.name.startswith(TEXT_FONT)), None)
    if text_font is None:
        raise ShotwrightError("export", "the fonts of the package bpy were not found", "Run the set-up again.")
    needed = {c for c in text if not c.isspace() and c.isprintable()}
    latin = known[text_font] & (needed | set(_ALWAYS))
    out = {"regular": _cut(text_font, latin, _REGULAR), "bold": _cut(text_font, latin, _BOLD)}
    left = needed - latin
    for font, characters in known.items():
        if left & characters:
            # Marks belong to the script they stand in, so each font gets all of them that it has.
            out[f"font{len(out)}"] = _cut(font, frozenset(needed & characters), _REGULAR)
            left -= characters
    files = {name: folder / f"{name}.ttf" for name in out}
    for name, data in out.items():
        files[name].write_bytes(data)
    regular, bold = files.pop("regular"), files.pop("bold")
    return PageFonts(regular, bold, files, frozenset(left))


@lru_cache(maxsize=1)
def _covered() -> dict[Path, frozenset[str]]:
    """Font file -> its characters; the text font first, the large and the symbol fonts last."""
    found = importlib.util.find_spec("bpy")
    roots = [Path(p) for p in (found.submodule_search_locations or [])] if found else []
    files = sorted(f for root in roots for f in root.glob("*/datafiles/fonts/*.woff2"))

    def order(file: Path) -> tuple[int, str]:
        rank = next((i for i, word in enumerate(("CJK", "Math", "Symbol", "Emoji", "Mono"), 2) if word in file.name), 1)
        return (0 if file.name.startswith(TEXT_FONT) else rank, file.name)

    out = {}
    for file in sorted(files, key=order):
        with TTFont(file, lazy=True) as font:
            out[file] = frozenset(map(chr, font.getBestCmap()))
    return out


@lru_cache(maxsize=16)
def _cut(file: Path, characters: frozenset[str], weight: int) -> bytes:
    """The font with only these characters, as an uncompressed file."""
    options = subset.Options(hinting=False, notdef_outline=True)
    options.drop_tables = [*options.drop_tables, "FFTM"]
    if "CJK" in file.name:
        # Its features choose between national forms; looking for them among 45,000 glyphs takes long.
        options.layout_features = []
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=map(ord, characters))
    with TTFont(file, lazy=True, recalcTimestamp=False) as font:
        cutter.subset(font)
        if "fvar" in font:
            place = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
            if "wght" in place:
                place["wght"] = weight
            instancer.instantiateVariableFont(font, place, inplace=True)
        font.flavor = None
        out = io.BytesIO()
        font.save(out)
    return out.getvalue()

"""Colours and measures of the two themes, by what they are for."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

ThemeName = Literal["dark", "light"]

GRID = 8
"""Every margin and gap is a multiple or a half of this many logical pixels."""

RADIUS = 6


@dataclass(frozen=True)
class Tokens:
    """One theme. Colours are '#RRGGBB'.

    canvas: behind the storyboard; surface: panels; raised: cards and fields; hover: under the pointer;
    line, line_strong: hairlines; text, muted, faint: words by importance (all readable on surface);
    accent: selection and focus; fill: the one filled button and its text on_fill; selected: background of a
    chosen row; good, warning, bad: states (always with a word or an icon beside them); well: behind pictures.
    """

    name: ThemeName
    canvas: str
    surface: str
    raised: str
    hover: str
    line: str
    line_strong: str
    text: str
    muted: str
    faint: str
    accent: str
    fill: str
    on_fill: str
    selected: str
    good: str
    warning: str
    bad: str
    well: str
    call: str
    string: str
    number: str
    keyword: str


DARK = Tokens(
    name="dark",
    canvas="#131417",
    surface="#1A1B1F",
    raised="#222429",
    hover="#2A2C33",
    line="#2B2D33",
    line_strong="#41444D",
    text="#E7E8EB",
    muted="#A7ABB4",
    faint="#8A8F99",
    accent="#7AA5FF",
    fill="#3A6FE0",
    on_fill="#FFFFFF",
    selected="#26324B",
    good="#5FC296",
    warning="#E0AE52",
    bad="#F0807A",
    well="#0C0D0F",
    call="#8FB6FF",
    string="#8CCFA2",
    number="#E3B267",
    keyword="#C3A1F0",
)

LIGHT = Tokens(
    name="light",
    canvas="#ECEDF0",
    surface="#F8F8FA",
    raised="#FFFFFF",
    hover="#EDEEF1",
    line="#DDDFE4",
    line_strong="#BFC3CB",
    text="#1A1C20",
    muted="#525761",
    faint="#666B76",
    accent="#2F64D6",
    fill="#2F64D6",
    on_fill="#FFFFFF",
    selected="#DCE6FB",
    good="#1B7A51",
    warning="#855A00",
    bad="#B7352F",
    well="#D9DBE0",
    call="#1F55C0",
    string="#1B7244",
    number="#94590A",
    keyword="#7039B8",
)

THEMES: dict[ThemeName, Tokens] = {"dark": DARK, "light": LIGHT}

SCENE_COLOUR_NAMES = ("Blue", "Teal", "Violet", "Amber", "Coral", "Green")
SCENE_COLOURS = ("#7AA5FF", "#5FC2B4", "#C79BEA", "#E0AE52", "#EE8F7E", "#8DBF6B")
"""Scenes are told apart by number and name; the colour only helps the eye."""


def scene_colour(index: int, own: str = "") -> str:
    """The colour of the scene at `index`: the one a person gave it, else the one its place gets."""
    return own or SCENE_COLOURS[index % len(SCENE_COLOURS)]


def colour_names() -> list[str]:
    """Names of all colour tokens."""
    return [f.name for f in fields(Tokens) if f.name != "name"]

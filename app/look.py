"""How a person looks: the few values a person is built from."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Colour = str
"""A colour as '#RRGGBB' (sRGB)."""


class Look(BaseModel):
    """Everything a body, face and outfit are built from. Names of hair styles, outfits, beards and hats
    come from the catalogue; the cast builder refuses unknown ones with the nearest known name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gender: Literal["female", "male"] = "female"
    years: int = Field(30, ge=4, le=100)
    height: float = Field(1.70, ge=0.9, le=2.1, description="metres, from the sole to the crown, barefoot")
    build: float = Field(0.0, ge=-1, le=1, description="-1 slim, 0 average, 1 heavy")
    skin: Colour = "#DC9068"
    eyes: Colour = "#5A3A22"
    hair: str = "bob"
    hair_colour: Colour = "#3A241A"
    beard: str | None = None
    glasses: bool = False
    hat: str | None = None
    outfit: str = "casual"
    colours: tuple[Colour, ...] = Field(("#2F4A66", "#A98557", "#EDE6D8"), description="main, second, accent")
    face: dict[str, float] = Field(default_factory=dict, description="feature -> -1..1, for example nose_length")

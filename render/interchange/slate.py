"""A card that stands in for a shot without pictures."""

from __future__ import annotations

from importlib import resources

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

_GROUND, _EDGE, _TEXT, _SOFT = (22, 24, 28), (58, 62, 70), (236, 238, 242), (150, 156, 166)


def slate(size: tuple[int, int], title: str, text: str = "") -> np.ndarray:
    """(H, W, 3) uint8 RGB: a dark card with the shot's name and, smaller, why it is not there."""
    width, height = size
    image = Pillow.new("RGB", size, _GROUND)
    draw = ImageDraw.Draw(image)
    inset = max(2, min(size) // 24)
    draw.rectangle((inset, inset, width - inset - 1, height - inset - 1), outline=_EDGE, width=max(1, height // 240))
    draw.text((width / 2, height * 0.46), title, _TEXT, _font("SemiBold", height / 9), anchor="mm")
    if text:
        font = _font("Regular", height / 22)
        room = width * 0.8
        lines: list[str] = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if draw.textlength(longer, font) > room and lines[-1]:
                lines.append(word)
            else:
                lines[-1] = longer
        draw.multiline_text((width / 2, height * 0.6), "\n".join(lines[:4]), _SOFT, font, anchor="ma", align="center")
    return np.asarray(image)


def _font(weight: str, size: float) -> ImageFont.FreeTypeFont:
    with resources.as_file(resources.files("resources") / "fonts" / f"Inter-{weight}.otf") as file:
        return ImageFont.truetype(str(file), max(8, round(size)))

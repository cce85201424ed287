"""The look of somebody who is related to somebody else."""

from __future__ import annotations

import numpy as np

from app.look import Look
from library.cast.colour import hex_of, mix
from library.cast.looks import eyes_said, hair_colour_said, look_of

GREYING = 42
"""Years from which hair turns grey."""
_GREY = "#B4B1AD"


def related(of: Look, words: str, *, gender: str, years: int, seed: int, share: float, twin: bool = False) -> Look:
    """The look that `look_of` gives for the words, as that of a blood relative of somebody who looks like `of`: skin,
    eyes and hair colour unless the words say them, and `share` (0..1) of the face. Twins of one gender have hair,
    height and build in common too."""
    own = look_of(words, gender=gender, years=years, seed=seed, skin=of.skin)
    changes: dict[str, object] = {
        "eyes": eyes_said(words) or of.eyes,
        "face": {k: round(share * of.face.get(k, 0.0) + (1 - share) * v, 3) for k, v in own.face.items()},
    }
    if hair_colour_said(words) is None and of.years <= max(GREYING, years):
        grey = float(np.clip((years - GREYING) / 24, 0, 1)) if of.years <= GREYING else 0.0
        changes["hair_colour"] = hex_of(mix(of.hair_colour, _GREY, np.array(0.92 * grey)))
    if twin and own.gender == of.gender:
        changes |= {"hair": of.hair, "height": of.height, "build": of.build, "beard": of.beard}
    return own.model_copy(update=changes)

"""The skin that shows: neck, arms, hands and legs where the outfit leaves them bare."""

from __future__ import annotations

import numpy as np

from library.cast.body import Body
from library.cast.colour import mix
from library.cast.figure import Figure
from library.cast.hands import add_hand
from library.cast.head import SKIN, skin_tones
from library.cast.outfits.wardrobe import Outfit
from library.cast.shell import LEFT_ARM, LEFT_HAND, LEFT_LEG, RIGHT_ARM, RIGHT_LEG, TRUNK, Shell, cut
from library.cast.skinning import BODY_BONES, shell_weights
from library.geometry.mesh import MeshData
from library.geometry.sdf import smoothstep

_UNDER = 0.14
"""How far skin goes on under a cuff or hem, as a share of the limb's segment."""


def bare_skin(fig: Figure, outfit: Outfit) -> MeshData:
    """The skinned mesh of what `outfit` leaves bare, in metres."""
    body = Body(fig)
    top = fig.joints["Head"][2] + 0.030 * fig.scale
    shell = cut(body, None, lambda a: np.full_like(a, top), 2.0, 2.02, neck_rows=6, spacing=0.038)
    for limb in (LEFT_ARM, RIGHT_ARM):
        add_hand(shell, fig, limb)
    shell = shell.keep(_visible(shell, fig, outfit))
    tones = skin_tones(fig)
    colours = np.tile(tones["base"], (len(shell.vertices), 1))
    hand = shell.limb >= LEFT_HAND
    knuckle = hand * (0.16 + 0.26 * smoothstep(shell.along, 0.75, 1.0))
    out = MeshData.build(shell.vertices, shell.faces, SKIN, mix(colours, tones["blush"], knuckle))
    out.bones, out.weights = list(BODY_BONES), shell_weights(shell, fig)
    return out


def _visible(shell: Shell, fig: Figure, outfit: Outfit) -> np.ndarray:
    """(F,) faces not hidden by cloth."""
    p, s = shell.vertices, fig.scale
    shoulder = fig.joints["LeftArm"][2]
    low = min(outfit.low_neck, fig.joints["Neck"][2] - 0.005 * s) - 0.045 * s
    front = np.where(p[:, 1] < fig.joints["Neck"][1], low, max(low, fig.joints["Neck"][2] - 0.055 * s))
    show = (shell.limb == TRUNK) & (p[:, 2] > front)
    if outfit.shoulders:
        show |= (shell.limb == TRUNK) & (p[:, 2] > shoulder - 0.10 * s)
    arms = (shell.limb == LEFT_ARM) | (shell.limb == RIGHT_ARM)
    show |= arms & (shell.along > outfit.sleeve - _UNDER)
    if outfit.sleeve < 3:
        show |= shell.limb >= LEFT_HAND
    legs = (shell.limb == LEFT_LEG) | (shell.limb == RIGHT_LEG)
    show |= legs & (shell.along > outfit.leg - _UNDER)
    if outfit.leg < 0.2:
        show |= (shell.limb == TRUNK) & (p[:, 2] < fig.joints["LeftUpLeg"][2])
    corner = np.where(shell.faces >= 0, shell.faces, shell.faces[:, :1])
    return show[corner].all(1)

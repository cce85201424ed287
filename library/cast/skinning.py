"""Which bone moves which vertex: weights from where a vertex lies on its limb, softened over the mesh."""

from __future__ import annotations

import numpy as np

from library.cast.figure import Figure
from library.cast.hands import finger_weights
from library.cast.person import FINGERS
from library.cast.shell import LEFT_ARM, LEFT_HAND, LEFT_LEG, RIGHT_ARM, RIGHT_HAND, RIGHT_LEG, TRUNK, Shell
from library.geometry.sdf import neighbour_mean, quad_edges, smoothstep

BODY_BONES = (
    "Hips", "Spine", "Spine1", "Spine2", "Neck", "Head",
    *(f"{s}{b}" for s in ("Left", "Right")
      for b in ("Shoulder", "Arm", "ForeArm", "Hand", "UpLeg", "Leg", "Foot", "ToeBase")),
    *(f"{s}Hand{f}{i}" for s in ("Left", "Right") for f in FINGERS for i in (1, 2, 3)),
)  # fmt: skip
_INDEX = {b: i for i, b in enumerate(BODY_BONES)}


def shell_weights(shell: Shell, fig: Figure, hanging: float = 0.0, passes: int = 8) -> np.ndarray:
    """(V, len(BODY_BONES)) weights of a shell.

    hanging: 0 for cloth that follows the trunk; 1 for a skirt or coat whose part below the hips follows
    the thighs.
    """
    weights = _first(shell, fig)
    if hanging:
        weights = _hang(shell, fig, weights)
    edges = quad_edges(shell.faces)
    soft = _softness(shell, fig)
    for _ in range(passes):
        weights = weights + 0.6 * soft[:, None] * (neighbour_mean(weights, edges) - weights)
    return sharpened(weights)


def sharpened(weights: np.ndarray, limit: int = 4) -> np.ndarray:
    """At most `limit` bones a vertex, rows that sum to 1."""
    if weights.shape[1] > limit:
        least = np.partition(weights, -limit, axis=1)[:, -limit][:, None]
        weights = np.where(weights >= least, weights, 0)
    weights = np.where(weights < 0.012, 0, weights)
    return (weights / np.maximum(weights.sum(1, keepdims=True), 1e-9)).astype(np.float32)


def trunk_weights(p: np.ndarray, fig: Figure) -> np.ndarray:
    """(n, bones) weights of points on the trunk by height, with the collar bones near the shoulders."""
    j, s = fig.joints, fig.scale
    z = p[:, 2]
    out = np.zeros((len(p), len(BODY_BONES)))
    names = ("Hips", "Spine", "Spine1", "Spine2", "Neck", "Head")
    up = [np.ones(len(p))]
    for name in names[1:]:
        half = (0.075 if name.startswith("Spine") else 0.030 if name == "Neck" else 0.045) * s
        up.append(smoothstep(z, j[name][2] - half, j[name][2] + half))
    for i, name in enumerate(names):
        out[:, _INDEX[name]] = up[i] * (1 - (up[i + 1] if i + 1 < len(up) else 0))
    for side, sign in (("Left", 1), ("Right", -1)):
        x = p[:, 0] * sign
        collar = smoothstep(x, 0.045 * s, 0.95 * j["LeftArm"][0]) * smoothstep(
            z, j["LeftArm"][2] - 0.11 * s, j["LeftArm"][2] - 0.01 * s
        )
        out *= 1 - 0.8 * collar[:, None]
        out[:, _INDEX[f"{side}Shoulder"]] += 0.8 * collar
    return out


def _first(shell: Shell, fig: Figure) -> np.ndarray:
    out = np.zeros((len(shell.vertices), len(BODY_BONES)))
    trunk = shell.limb == TRUNK
    out[trunk] = trunk_weights(shell.vertices[trunk], fig)
    for limb, side in ((LEFT_ARM, "Left"), (RIGHT_ARM, "Right")):
        rows, t = shell.limb == limb, shell.along[shell.limb == limb]
        bend = smoothstep(t, 0.84, 1.16)
        hand = smoothstep(t, 1.90, 2.05)
        out[rows, _INDEX[f"{side}Arm"]] = 1 - bend
        out[rows, _INDEX[f"{side}ForeArm"]] = bend * (1 - hand)
        out[rows, _INDEX[f"{side}Hand"]] = bend * hand
    for limb, side in ((LEFT_LEG, "Left"), (RIGHT_LEG, "Right")):
        rows, t = shell.limb == limb, shell.along[shell.limb == limb]
        bend = smoothstep(t, 0.84, 1.16)
        foot = smoothstep(t, 1.88, 2.06)
        out[rows, _INDEX[f"{side}UpLeg"]] = 1 - bend
        out[rows, _INDEX[f"{side}Leg"]] = bend * (1 - foot)
        out[rows, _INDEX[f"{side}Foot"]] = bend * foot
    for limb, side in ((LEFT_HAND, "Left"), (RIGHT_HAND, "Right")):
        out[shell.limb == limb, _INDEX[f"{side}Hand"]] = 1
        for finger in FINGERS:
            rows = (shell.limb == limb) & (shell.bone == f"{side}Hand{finger}")
            if rows.any():
                columns = [_INDEX[f"{side}Hand"], *(_INDEX[f"{side}Hand{finger}{i}"] for i in (1, 2, 3))]
                out[np.ix_(rows, columns)] = finger_weights(shell.along[rows])
    return out


def hanging_weights(p: np.ndarray, fig: Figure) -> np.ndarray:
    """(n, bones) weights of cloth below the hips: thighs left and right, then half the shins."""
    j, s = fig.joints, fig.scale
    hip, knee = j["LeftUpLeg"], j["LeftLeg"]
    out = np.zeros((len(p), len(BODY_BONES)))
    down = smoothstep(p[:, 2], hip[2] + 0.055 * s, hip[2] - 0.075 * s)
    left = smoothstep(p[:, 0], -0.065 * s, 0.065 * s)
    shin = 0.75 * smoothstep(p[:, 2], knee[2] + 0.06 * s, knee[2] - 0.16 * s)
    out[:, _INDEX["Hips"]] = 1 - down
    for side, share in (("Left", left), ("Right", 1 - left)):
        out[:, _INDEX[f"{side}UpLeg"]] = down * share * (1 - shin)
        out[:, _INDEX[f"{side}Leg"]] = down * share * shin
    return out


def _hang(shell: Shell, fig: Figure, weights: np.ndarray) -> np.ndarray:
    p, hip = shell.vertices, fig.joints["LeftUpLeg"][2]
    blend = smoothstep(p[:, 2], hip + 0.13 * fig.scale, hip + 0.03 * fig.scale) * (shell.limb == TRUNK)
    return weights * (1 - blend[:, None]) + hanging_weights(p, fig) * blend[:, None]


def _softness(shell: Shell, fig: Figure) -> np.ndarray:
    """Where weights are smoothed: strong at shoulders and hips, none on fingers."""
    s = fig.scale
    hip = fig.joints["LeftUpLeg"]
    shoulder = fig.joints["LeftArm"]
    m = np.abs(shell.vertices[:, 0])
    at = np.stack([m, shell.vertices[:, 1], shell.vertices[:, 2]], 1)
    # less below the armpit: a raised arm must not take the side of the chest along
    off = (at - shoulder) * [1, 1, 1.15]
    off[:, 2] *= np.where(off[:, 2] < 0, 1.45, 1.0)
    near = np.maximum(
        smoothstep(np.linalg.norm(off, axis=1), 0.205 * s, 0.09 * s),
        smoothstep(np.linalg.norm((at - hip) * [0.6, 1, 1], axis=1), 0.22 * s, 0.10 * s),
    )
    soft = np.where(shell.limb >= LEFT_HAND, 0, np.maximum(near, 0.25))
    return soft

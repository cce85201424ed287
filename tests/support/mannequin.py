"""A jointed wooden figure with the standard rig: a person simple enough to build in milliseconds."""

from __future__ import annotations

import numpy as np

from library.cast.person import BONES, FACE_KEYS, FINGERS, MOUTHS, Part, Person, Rig
from library.geometry.mesh import Material, MeshData

_WOOD = Material("wood", roughness=0.7)
_THICK = {"Hips": 0.10, "Spine": 0.10, "Spine1": 0.105, "Spine2": 0.11, "Neck": 0.04, "Shoulder": 0.04, "Arm": 0.042,
          "ForeArm": 0.034, "Hand": 0.030, "UpLeg": 0.065, "Leg": 0.05, "Foot": 0.04, "ToeBase": 0.035}  # fmt: skip


def _joints(height: float) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Heads and tails of the left half and the middle at 1 m tall, scaled to `height`."""
    heads = {
        "Hips": (0, 0.0, 0.52), "Spine": (0, 0.0, 0.57), "Spine1": (0, 0.005, 0.635), "Spine2": (0, 0.01, 0.70),
        "Neck": (0, 0.015, 0.80), "Head": (0, 0.005, 0.845), "LeftEye": (0.022, -0.045, 0.905),
        "LeftShoulder": (0.02, 0.01, 0.785), "LeftArm": (0.098, 0.012, 0.785),
        "LeftUpLeg": (0.055, 0.0, 0.50), "LeftLeg": (0.058, -0.003, 0.275), "LeftFoot": (0.060, 0.012, 0.045),
        "LeftToeBase": (0.066, -0.068, 0.012),
    }  # fmt: skip
    tails = {"Head": (0, 0.005, 0.99), "LeftEye": (0.022, -0.06, 0.905), "LeftToeBase": (0.070, -0.112, 0.010)}
    heads = {k: np.array(v, float) for k, v in heads.items()}
    tails = {k: np.array(v, float) for k, v in tails.items()}
    down = np.array([0.7071, 0.0, -0.7071])
    heads["LeftForeArm"] = heads["LeftArm"] + 0.155 * down
    heads["LeftHand"] = heads["LeftForeArm"] + 0.135 * down
    for i, finger in enumerate(FINGERS):
        if finger == "Thumb":
            start, line, step = heads["LeftHand"] + 0.014 * down + [0, -0.018, 0], down + [0, -0.9, 0], 0.018
        else:
            across = 0.018 - 0.012 * (i - 1)
            start, line = heads["LeftHand"] + 0.05 * down + [0, -across, 0], down + [0, -across * 1.5, 0]
            step = (0.019, 0.021, 0.019, 0.015)[i - 1]
        line = line / np.linalg.norm(line)
        for joint in (1, 2, 3):
            heads[f"LeftHand{finger}{joint}"] = start + (joint - 1) * step * line
        tails[f"LeftHand{finger}3"] = start + 3 * step * line
    return {k: v * height for k, v in heads.items()}, {k: v * height for k, v in tails.items()}


def mannequin(height: float = 1.70) -> Person:
    """A person of `height` metres made of one tapered box a bone."""
    heads, tails = _joints(height)
    flip = np.array([-1.0, 1.0, 1.0])
    for table in (heads, tails):
        table.update({"Right" + k[4:]: v * flip for k, v in list(table.items()) if k.startswith("Left")})
    follow = {"Hips": "Spine", "Spine": "Spine1", "Spine1": "Spine2", "Spine2": "Neck", "Neck": "Head"}
    for side in ("Left", "Right"):
        follow.update({f"{side}{a}": f"{side}{b}" for a, b in (
            ("Shoulder", "Arm"), ("Arm", "ForeArm"), ("ForeArm", "Hand"), ("Hand", "HandMiddle1"),
            ("UpLeg", "Leg"), ("Leg", "Foot"), ("Foot", "ToeBase"))})  # fmt: skip
        follow.update({f"{side}Hand{f}{j}": f"{side}Hand{f}{j + 1}" for f in FINGERS for j in (1, 2)})
    tails.update({bone: heads[after] for bone, after in follow.items()})
    names = tuple(BONES)
    at, to = np.array([heads[n] for n in names]), np.array([tails[n] for n in names])
    axes = np.stack([_axes(b - a) for a, b in zip(at, to, strict=True)])
    parents = np.array([-1 if BONES[n] is None else names.index(BONES[n]) for n in names])
    rig = Rig(names, parents, at, to, axes)
    parts = [Part(n, _block(n, at[i], to[i], height), n) for i, n in enumerate(names) if "Eye" not in n and n != "Head"]
    parts.append(Part("head", _head(heads["Head"], height), "Head"))
    parts += [
        Part(n, _ball(heads[n] + [0, -0.012 * height, 0], 0.012 * height, "#202020"), n)
        for n in ("LeftEye", "RightEye")
    ]
    z = height
    measures = {
        "height": z, "eye_height": 0.905 * z, "hip_height": 0.50 * z, "shoulder_width": 0.25 * z, "leg": 0.50 * z,
        "arm": 0.29 * z, "foot_length": 0.15 * z, "sole": 0.045 * z, "seat": 0.055 * z, "radius": 0.17 * z,
        "chest_depth": 0.075 * z,
        "skin": 0.62,
    }  # fmt: skip
    landmarks = {
        "crown": ("Head", (0, 0, 1)), "eyes": ("Head", (0, -0.055, 0.905)), "chin": ("Head", (0, -0.05, 0.845)),
        "neck": ("Neck", (0, 0, 0.82)), "chest": ("Spine2", (0, -0.07, 0.73)), "waist": ("Spine", (0, 0, 0.59)),
        "hips": ("Hips", (0, 0, 0.52)), "knees": ("LeftLeg", (0, 0, 0.275)), "feet": ("LeftFoot", (0, 0, 0)),
    }  # fmt: skip
    landmarks = {k: (bone, np.array(p, float) * z) for k, (bone, p) in landmarks.items()}
    return Person(rig, tuple(parts), measures, landmarks)


def _axes(line: np.ndarray) -> np.ndarray:
    y = line / np.linalg.norm(line)
    side = np.array([1.0, 0.0, 0.0]) if abs(y[0]) < 0.8 else np.array([0.0, 1.0, 0.0])
    z = np.cross(side, y)
    z /= np.linalg.norm(z)
    return np.stack([np.cross(y, z), y, z], axis=1)


def _block(name: str, a: np.ndarray, b: np.ndarray, height: float) -> MeshData:
    plain = name.removeprefix("Left").removeprefix("Right")
    thick = _THICK.get(plain, 0.009 / 1.7) * (height / 1.7 if plain in _THICK else height)
    axes = _axes(b - a)
    wide, deep = axes[:, 0] * thick, axes[:, 2] * thick
    if plain.startswith(("Hips", "Spine")):
        wide = wide * 1.35
    if plain == "Hand":
        wide, deep = _hand_section(axes, thick)
    ring = [wide + deep, deep - wide, -wide - deep, wide - deep]
    vertices = [a + r for r in ring] + [b + r * 0.86 for r in ring]
    faces = [(0, 1, 2, 3), (7, 6, 5, 4), (0, 4, 5, 1), (1, 5, 6, 2), (2, 6, 7, 3), (3, 7, 4, 0)]
    colour = {"L": "#C05040", "R": "#4060C0"}.get(name[0] if name.startswith(("Left", "Right")) else "", "#C8A878")
    return MeshData.build(vertices, faces, _WOOD, colour, smooth=False)


def _hand_section(axes: np.ndarray, thick: float) -> tuple[np.ndarray, np.ndarray]:
    fore = np.array([0.0, 1.0, 0.0])
    return fore * thick, np.cross(axes[:, 1], fore) * thick * 0.4


def _ball(at: np.ndarray, radius: float, colour: str, stretch=(1.0, 1.0, 1.0)) -> MeshData:
    rings, steps = 7, 12
    vertices, faces = [], []
    for i in range(rings + 1):
        for j in range(steps):
            u, v = np.pi * i / rings, 2 * np.pi * j / steps
            p = np.array([np.sin(u) * np.cos(v), np.sin(u) * np.sin(v), np.cos(u)]) * stretch
            vertices.append(at + p * radius)
    for i in range(rings):
        for j in range(steps):
            k = (j + 1) % steps
            faces.append((i * steps + j, (i + 1) * steps + j, (i + 1) * steps + k, i * steps + k))
    return MeshData.build(vertices, faces, _WOOD, colour)


def _head(at: np.ndarray, height: float) -> MeshData:
    mesh = _ball(at + np.array([0, -0.008, 0.072]) * height, 0.058 * height, "#C8A878", (0.82, 0.95, 1.25))
    keys = (*(f"mouth_{m}" for m in MOUTHS), *FACE_KEYS)
    mesh.shape_keys = {k: np.zeros_like(mesh.vertices) + 0.0001 * (i + 1) for i, k in enumerate(keys)}
    return mesh

"""A whole head in metres, in the person's space: skin, lids, lips, teeth, tongue, ears and brows."""

from __future__ import annotations

import numpy as np

from library.cast.colour import luminance, mix, shade
from library.cast.expressions import MOUTH_POSES, TONGUE, jaw_offsets, shape_keys
from library.cast.eyes import brows, eyeball
from library.cast.figure import Figure
from library.cast.headform import Head, beard_edge
from library.cast.headmesh import HeadMesh
from library.cast.wrinkles import wrinkles
from library.geometry import sdf
from library.geometry.loft import ball, sweep
from library.geometry.mesh import Material, MeshData, flipped, joined, srgb

SKIN = Material("skin", "skin", roughness=0.46, specular=0.42, bump=0.06, bump_scale=900)
_MOUTH = Material("mouth", roughness=0.45, specular=0.4)
_TEETH = Material("teeth", roughness=0.25, specular=0.5, emission=0.10)
HAIR = Material("hair", "hair", roughness=0.56, specular=0.42)


def place(fig: Figure, points: np.ndarray) -> np.ndarray:
    """Points of the head's own space (head units) in the person's space, metres."""
    return np.asarray(points) * fig.head + origin(fig)


def origin(fig: Figure) -> np.ndarray:
    """Middle of the head in the person's space."""
    return np.array([0.0, -0.004 * fig.scale, fig.height - 0.5 * fig.head])


def placed(fig: Figure, mesh: MeshData) -> MeshData:
    """A mesh of head units, shape keys included, moved to the person's space."""
    return mesh.moved(origin(fig), scale=fig.head)


def build_head(
    fig: Figure, form: Head, mesh: HeadMesh, hair_colour: np.ndarray, more: list[MeshData]
) -> tuple[MeshData, dict[str, MeshData]]:
    """The head with every shape key, joined with `more` (head units), and the two eyes by bone name; metres."""
    skin = _skin(fig, form, mesh)
    thick = (1.08 - 0.30 * fig.female - 0.25 * fig.child + 0.06 * fig.old) * (1 + 0.3 * fig.feature("brows"))
    pieces = [skin, *_teeth(form), _tongue(form), *ears(fig, form), brows(form, hair_colour, HAIR, thick), *more]
    pieces += wrinkles(form, skin_tones(fig)["base"], SKIN)
    eyes = {
        f"{name}Eye": placed(fig, eyeball(form, side, fig.look.eyes)) for name, side in (("Left", 1), ("Right", -1))
    }
    return placed(fig, joined(pieces)), eyes


def skin_tones(fig: Figure) -> dict[str, np.ndarray]:
    """Base, lips, blush and shadow colours of the skin."""
    base = srgb(fig.look.skin)
    light = luminance(base)
    red = mix("#8E3B3A", "#C9545C", np.array(np.clip((light - 0.2) / 0.5, 0, 1)))
    lips = mix(base, red, np.array(0.34 + 0.26 * fig.female - 0.10 * fig.old))
    blush = mix(base, mix("#9A3A28", "#EE6A55", np.array(np.clip((light - 0.15) / 0.5, 0, 1))), np.array(0.5))
    return {"base": base, "lips": lips, "blush": blush, "shadow": shade(base, 0.80, 1.12)}


def _skin(fig: Figure, form: Head, mesh: HeadMesh) -> MeshData:
    tones, f, v = skin_tones(fig), form.face, mesh.vertices
    colours = np.tile(tones["base"], (len(v), 1))
    x = np.abs(v[:, 0])
    cheek = np.exp(-((np.linalg.norm(np.stack([x - 0.185, v[:, 2] + 0.145], 1), axis=1) / 0.095) ** 2)) * (
        v[:, 1] < -0.05
    )
    nose = np.exp(-((np.linalg.norm(v - [0, -0.455, -0.155], axis=1) / 0.075) ** 2))
    colours = mix(
        colours,
        tones["blush"],
        np.clip((0.38 + 0.22 * fig.child + 0.1 * fig.old) * cheek + (0.30 + 0.2 * fig.child) * nose, 0, 0.75),
    )
    socket = np.exp(
        -(
            (
                np.linalg.norm(np.stack([(x - f.eye_x) / 1.2, v[:, 2] - f.eye_z + 0.02], 1), axis=1)
                / (1.15 * f.eye_radius)
            )
            ** 2
        )
    ) * (v[:, 1] < -0.1)
    colours = mix(colours, tones["shadow"], (0.20 + 0.25 * fig.old + 0.3 * max(0, fig.feature("tired"))) * socket)
    if fig.look.beard:
        grown = sdf.smoothstep(beard_edge(form, v, mesh.lip), -0.035, 0.075) * (mesh.part == "skin")
        shade = 0.12 if fig.look.beard in ("goatee", "moustache") else 0.45
        colours = mix(colours, mix(tones["shadow"], fig.look.hair_colour, np.array(0.55)), shade * grown)
    upper = mesh.above > 0
    across = np.clip(x / f.mouth_width, 0, 1)
    edge = np.where(upper, 0.030, 0.035) * f.lips**0.5 * (0.30 + 0.70 * np.clip(1 - across**3, 0, 1) ** 0.7)
    painted = (mesh.part == "skin") & (mesh.lip < 1)
    colours = mix(
        colours, tones["lips"], np.where(painted, sdf.smoothstep(mesh.lip, edge * 1.12, edge * 0.88), 0) * 0.95
    )
    lash = srgb("#1A1110")
    line = np.where(mesh.upper, 0.055 + 0.045 * f.female * (1 - f.child), 0.012)
    strength = np.where(mesh.upper, 0.80 + 0.15 * f.female, 0.35)
    colours = mix(colours, lash, np.where(mesh.lid <= line, strength, 0) * (mesh.lid < 9))
    rim = (mesh.part == "lid") & ~mesh.upper
    colours[rim] = mix(tones["base"], "#E58F86", np.array(0.5))
    colours[mesh.part == "mouth"] = srgb("#B2545A")
    depth = np.where(mesh.part == "mouth", -mesh.lip, 0)
    colours = mix(colours, "#5E2028", sdf.smoothstep(depth, 0.015, 0.11))
    out = MeshData.build(v, mesh.faces, SKIN, colours)
    inside = (mesh.part[np.maximum(mesh.faces, 0)] == "mouth").any(1)
    out.materials.append(_MOUTH)
    out.material[inside] = 1
    out.shape_keys = {k: o.astype(np.float32) for k, o in shape_keys(form, mesh).items()}
    return out


def _arc(form: Head, count: int, z: float, back: float, width: float) -> np.ndarray:
    """A curve along the gums: `back` behind the lips, head units."""
    f = form.face
    x = np.linspace(-1, 1, count) * f.mouth_width * width
    probe = np.array([[0.0, -1.0, 0.0]])
    front = -sdf.cast(form, np.array([0.0, 0.0, f.mouth_z + 0.05]), probe)[0]
    return np.stack([x, front + back + 0.075 * (x / f.mouth_width) ** 2, np.full(count, z)], 1)


def _teeth(form: Head) -> list[MeshData]:
    f, out = form.face, []
    for z, back, half, low in ((0.002, 0.031, 0.027, False), (-0.036, 0.044, 0.014, True)):
        path = _arc(form, 11, f.mouth_z + z, back, 0.86)
        v, faces = sweep(path, np.array([0.0, -1.0, 0.0]), half, 0.010, 6)
        mesh = MeshData.build(v, faces, _TEETH, "#F4EEE4")
        for key, pose in MOUTH_POSES.items():
            offset = jaw_offsets(v, pose.jaw if low else 0.0, np.ones(len(v)))
            offset[:, 0] += 0.9 * (min(pose.wide, 1.0) - 1) * v[:, 0]
            if pose.wide < 1 or (low and pose.jaw):
                mesh.shape_keys[key] = offset.astype(np.float32)
        out.append(mesh)
    return out


def _tongue(form: Head) -> MeshData:
    f = form.face
    tip = _arc(form, 3, f.mouth_z - 0.040, 0.040, 0.8)[1]
    v, faces = ball(tip + [0, 0.105, 0], (0.074, 0.105, 0.034), 8, 12)
    out = MeshData.build(v, faces, _MOUTH, "#DE7076")
    for key, pose in MOUTH_POSES.items():
        offset = jaw_offsets(v, pose.jaw * 0.9, np.ones(len(v)))
        offset[:, 2] += TONGUE.get(key, 0.0) * sdf.smoothstep(v[:, 1], tip[1] + 0.10, tip[1])
        if pose.jaw or key in TONGUE:
            out.shape_keys[key] = offset.astype(np.float32)
    return out


def ears(fig: Figure, form: Head) -> list[MeshData]:
    """Both ears, head units."""
    size = 1.0 + 0.16 * fig.old + 0.2 * fig.feature("ears") - 0.06 * fig.female
    probe = np.array([[1.0, 0.0, 0.0]])
    side = sdf.cast(form, np.array([0.0, 0.055, -0.06]), probe)[0]
    centre = np.array([side + 0.004, 0.070, -0.055])
    back, up = np.array([0.42, 0.90, 0.06]), np.array([0.10, 0.20, 0.97])
    back /= np.linalg.norm(back)
    up = up - back * (up @ back)
    up /= np.linalg.norm(up)
    out_ = np.cross(back, up)
    out_ = out_ if out_[0] > 0 else -out_
    frame = np.stack([out_, back, up])

    def field(p):
        q = (p - centre) @ frame.T / size
        wide = 0.058 * (1 + 0.20 * np.clip(q[..., 2] / 0.1, -1, 1))
        body = (
            np.sqrt((q[..., 0] / 0.030) ** 2 + ((q[..., 1] - 0.012) / wide) ** 2 + (q[..., 2] / 0.102) ** 2) - 1
        ) * 0.030
        bowl = (
            np.sqrt(
                ((q[..., 0] - 0.034) / 0.024) ** 2
                + ((q[..., 1] - 0.008) / 0.036) ** 2
                + ((q[..., 2] - 0.012) / 0.068) ** 2
            )
            - 1
        ) * 0.024
        d = sdf.smooth_max(body, -bowl, 0.014)
        lobe = sdf.ellipsoid(q, (0.004, -0.014, -0.082), (0.022, 0.030, 0.030))
        tragus = sdf.ellipsoid(q, (0.012, -0.040, -0.008), (0.016, 0.014, 0.024))
        return sdf.smooth_min(sdf.smooth_min(d, lobe, 0.02), tragus, 0.014) * size

    reach = 0.14 * size
    v, quads = sdf.mesh(field, centre - reach, centre + reach, 0.023)
    tones = skin_tones(fig)
    q = (v - centre) @ frame.T / size
    colours = mix(
        np.tile(tones["base"], (len(v), 1)),
        tones["blush"],
        0.35 + 0.3 * sdf.smoothstep(q[:, 0], 0.02, 0.0) * (np.abs(q[:, 2]) < 0.07),
    )
    left = MeshData.build(v, quads, SKIN, colours)
    right = MeshData.build(v * [-1, 1, 1], flipped(quads), SKIN, colours)
    return [left, right]

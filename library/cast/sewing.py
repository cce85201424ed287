"""Making garments: a cut shell becomes a skinned mesh with closed hems, colours and cloth."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy  # its parts load when they are first used

from library.cast.body import Body, Ease
from library.cast.colour import mix, shade
from library.cast.figure import Figure
from library.cast.shell import Shell, cut, fold_in, lifted
from library.cast.skinning import BODY_BONES, sharpened, shell_weights
from library.geometry.mesh import Material, MeshData
from library.geometry.sdf import smoothstep

COTTON = Material(
    "cotton",
    folds=0.5,
    roughness=0.85,
    specular=0.25,
    sheen=0.30,
    bump=0.22,
    bump_scale=420,
    variation=0.03,
    variation_scale=14,
)
KNIT = Material(
    "knit",
    folds=0.4,
    roughness=0.92,
    specular=0.2,
    sheen=0.45,
    bump=0.40,
    bump_scale=260,
    variation=0.04,
    variation_scale=20,
)
WOOL = Material(
    "wool",
    folds=0.4,
    roughness=0.88,
    specular=0.22,
    sheen=0.40,
    bump=0.25,
    bump_scale=340,
    variation=0.03,
    variation_scale=18,
)
DENIM = Material(
    "denim",
    folds=0.45,
    roughness=0.86,
    specular=0.2,
    sheen=0.15,
    bump=0.30,
    bump_scale=500,
    variation=0.07,
    variation_scale=9,
)
SATIN = Material("satin", folds=0.4, roughness=0.42, specular=0.5, sheen=0.2, variation=0.02, variation_scale=10)
LEATHER = Material("leather", roughness=0.48, specular=0.42, bump=0.15, bump_scale=300)
RUBBER = Material("rubber", roughness=0.70, specular=0.3)
STEEL = Material("steel", roughness=0.30, specular=0.6, metallic=1.0, variation=0.05, variation_scale=12)
BRASS = Material("brass", roughness=0.28, metallic=1.0)
PLASTIC = Material("plastic", roughness=0.35, specular=0.5)


def sewn(
    shell: Shell,
    fig: Figure,
    material: Material,
    colour,
    hanging: float = 0.0,
    hem: float = 0.028,
    thickness: float = 0.006,
) -> MeshData:
    """The skinned mesh of a shell with every open edge turned in.

    colour: one colour, or a function (points (V, 3)) -> (V, 3) sRGB.
    """
    for loop in shell.boundary():
        fold_in(shell, loop, thickness * fig.scale, hem * fig.scale)
    colours = colour(shell.vertices) if callable(colour) else colour
    out = MeshData.build(shell.vertices, shell.faces, material, colours)
    out.bones, out.weights = list(BODY_BONES), shell_weights(shell, fig, hanging)
    return seated(out, fig) if hanging else out


def seated(mesh: MeshData, fig: Figure) -> MeshData:
    """Gives hanging cloth the shape key "sit": drawn close to the thighs, so that a seated skirt drapes
    over them instead of standing open. Returns `mesh`."""
    p, s = mesh.vertices.astype(float), fig.scale
    hip, knee = fig.joints["LeftUpLeg"], fig.joints["LeftLeg"]
    down = smoothstep(p[:, 2], hip[2] + 0.07 * s, hip[2] - 0.06 * s)
    t = np.clip((hip[2] - p[:, 2]) / (hip[2] - knee[2]), 0, 2)
    middle = hip[1] + (knee[1] - hip[1]) * np.minimum(t, 1)
    radius = Body(fig).leg_radius(t) + 0.042 * s
    levels = np.linspace(p[:, 2].min(), p[:, 2].max(), 24)
    near = np.abs(p[:, 2][:, None] - levels) < 1.2 * (levels[1] - levels[0])
    depth = np.interp(p[:, 2], levels, np.where(near, np.abs(p[:, 1] - middle)[:, None], 0.05).max(0))
    width = np.interp(p[:, 2], levels, np.where(near, np.abs(p[:, 0])[:, None], 0.05).max(0))
    closer = np.minimum(1, radius / depth)
    inward = np.minimum(1, (hip[0] + radius + 0.02 * s) / width)
    offset = np.stack([p[:, 0] * (inward - 1), (p[:, 1] - middle) * (closer - 1), 0 * t], 1)
    mesh.shape_keys["sit"] = (offset * down[:, None]).astype(np.float32)
    return mesh


def garment(
    fig: Figure,
    ease: Ease,
    material: Material,
    colour,
    low: float | None,
    neckline: Callable[[np.ndarray], np.ndarray] | float,
    sleeve: float | None = None,
    leg: float | None = None,
    opening: Callable[[np.ndarray], np.ndarray] | None = None,
    hanging: float = 0.0,
    spacing: float = 0.042,
    relief: Callable[[Shell], np.ndarray] | None = None,
) -> MeshData:
    """Cuts and sews a garment; see `shell.cut` for the edges. relief: metres each vertex is pushed out."""
    edge = neckline if callable(neckline) else lambda a: np.full_like(np.asarray(a, float), neckline)
    body = Body(fig, ease)
    shell = cut(body, low, edge, sleeve, leg, opening, spacing=spacing)
    if relief is not None:
        shell.vertices = lifted(shell, body.whole if low is None else body.upper, relief(shell))
    return sewn(shell, fig, material, _in_pleats(body, colour) if ease.pleats[0] else colour, hanging)


def _in_pleats(body: Body, colour) -> Callable[[np.ndarray], np.ndarray]:
    """The colour of pleated cloth: darker in the valleys, so that pleats are read in soft light too."""

    def painted(points: np.ndarray) -> np.ndarray:
        return mix(colour, shade(colour, 0.62, 1.08), 0.8 * np.clip(body.pleat(points), 0, 1))

    return painted


def follow(mesh: MeshData, host: MeshData, nearest: int = 4) -> MeshData:
    """`mesh` skinned like the nearest points of `host`: pockets, buttons, collars, straps."""
    gap, index = scipy.spatial.cKDTree(host.vertices).query(mesh.vertices, nearest)
    share = 1 / np.maximum(gap, 1e-4)
    share /= share.sum(1, keepdims=True)
    mesh.bones = list(host.bones)
    mesh.weights = sharpened((host.weights[index] * share[..., None]).sum(1))
    return mesh


def rigid(mesh: MeshData, fig: Figure, *bones: str) -> MeshData:
    """`mesh` moved by one bone alone, within a skinned mesh."""
    mesh.bones = list(bones[:1])
    mesh.weights = np.ones((len(mesh.vertices), 1), np.float32)
    return mesh

"""Armour and capes."""

from __future__ import annotations

import numpy as np

from library.cast.body import Body, Ease, limb_point
from library.cast.figure import ARM, Figure
from library.cast.outfits import details
from library.cast.outfits.wardrobe import Outfit, hip, neck_height, round_neck, top, trousers, waist
from library.cast.sewing import BRASS, COTTON, LEATHER, SATIN, STEEL, follow
from library.cast.shoes import TALL_BOOT, shoes
from library.geometry.loft import ball, grid_faces
from library.geometry.mesh import Material, MeshData


def knight(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """Breastplate, shoulder and knee plates over mail, a coloured tabard and cape."""
    main, second, accent = colours
    s = fig.scale
    mail = top(
        fig,
        "#6A6F76",
        STEEL_MAIL,
        trunk=0.010,
        loose=0.3,
        arm=0.010,
        wrist=0.008,
        sleeve=1.94,
        low=hip(fig) - 0.01 * s,
        neckline=round_neck(fig, 0.020),
    )
    field = Body(fig, Ease(trunk=0.016, waist=0.3, bust=0.75, shoulder=0.004))
    z0, z1 = waist(fig) + 0.010 * s, fig.joints["LeftArm"][2] + 0.022 * s
    pieces = [mail]
    for middle, half in ((0.0, 1.28), (np.pi, 1.28)):
        z = np.repeat(np.linspace(z0, z1, 10)[:, None], 13, 1)
        width = np.array([half, half, half, half, half, half, 1.18, 0.98, 0.80, 0.66])[:, None]
        plate = details.plate(field, middle + width * np.linspace(-1, 1, 13), z, 0.009, STEEL, main, rim=0.014)
        pieces.append(follow(plate, mail))
    rim = details.ring_collar(fig, main, STEEL, thick=0.010, drop=0.030, ease=0.018)
    pieces += [rim, follow(details.buttons(field, [z1 - 0.11 * s], 0.0, 0.026, accent, BRASS), mail)]
    low = hip(fig) - 0.24 * s
    skirt = Ease(trunk=0.020, waist=0.3, flare=((0.05, 0.018), (1 - low / hip(fig), 0.030)))
    for middle in (0.0, np.pi):
        z = np.repeat(np.linspace(low, waist(fig) + 0.012 * s, 8)[:, None], 9, 1)
        cloth = details.plate(
            Body(fig, skirt),
            middle + np.repeat(np.linspace(-0.62, 0.62, 9)[None], 8, 0),
            z,
            0.006,
            COTTON,
            second,
            rim=0.010,
        )
        pieces.append(details.on_trunk(cloth, fig, True))
    belt = follow(details.band(field, waist(fig) + 0.004 * s, 0.040, 0.012, LEATHER, "#4A3022"), mail)
    buckle = follow(
        details.box_plate(field, 0.0, waist(fig) + 0.004 * s, 0.05, 0.042, 0.018, BRASS, accent, 3, 3), mail
    )
    pieces += [belt, buckle, *armour_limbs(fig, main, accent)]
    pieces.append(details.cape(fig, field, second, hip(fig) - 0.34 * s, COTTON))
    pieces += [
        trousers(fig, "#4A4E55", STEEL_MAIL, thigh=0.008, knee=0.008, ankle=0.008),
        shoes(fig, TALL_BOOT, main, "#3A3430"),
    ]
    return Outfit(pieces, sleeve=1.94, low_neck=neck_height(fig) - 0.02 * s)


STEEL_MAIL = Material(
    "mail", roughness=0.45, specular=0.5, metallic=0.8, bump=0.7, bump_scale=300, variation=0.12, variation_scale=60
)


def armour_limbs(fig: Figure, steel, trim) -> list[MeshData]:
    """Shoulder caps, arm guards and knee caps."""
    s = fig.scale
    j = fig.joints
    body = Body(fig, Ease(arm=0.014, wrist=0.014, thigh=0.012, knee=0.012))
    out = []
    for side, sign in (("Left", 1), ("Right", -1)):
        mirror = np.array([sign, 1, 1])
        v, faces = ball((0, 0, 0), np.array([0.070, 0.074, 0.058]) * s, 8, 16)
        keep = v[:, 2] > -0.022 * s
        cap = MeshData.build(
            (v + j["LeftArm"] + [0.012 * s, 0, 0.018 * s]) * mirror,
            faces[keep[np.where(faces >= 0, faces, faces[:, :1])].all(1)],
            STEEL,
            steel,
        )
        out.append(rigid_to(cap, {f"{side}Shoulder": 0.45, f"{side}Arm": 0.55}))
        out.append(
            rigid_to(
                tube(fig, body, ("LeftArm", "LeftForeArm", "LeftHand"), 1.22, 1.90, 0.004, steel, mirror),
                {f"{side}ForeArm": 1.0},
            )
        )
        v, faces = ball(j["LeftLeg"] + [0, -0.040 * s, 0], np.array([0.058, 0.048, 0.066]) * s, 7, 14)
        out.append(rigid_to(MeshData.build(v * mirror, faces, STEEL, steel), {f"{side}UpLeg": 0.5, f"{side}Leg": 0.5}))
    for mesh in out:
        if (np.asarray(mesh.vertices)[:, 0]).mean() < 0:
            mesh.faces = np.where(
                mesh.faces[:, 3:] < 0, np.concatenate([mesh.faces[:, 2::-1], mesh.faces[:, 3:]], 1), mesh.faces[:, ::-1]
            ).astype(np.int32)
    return out


def tube(fig: Figure, body: Body, chain, start: float, end: float, lift: float, colour, mirror) -> MeshData:
    """A guard round a limb with rolled edges."""
    t = np.concatenate([[start, start, start + 0.03], np.linspace(start + 0.1, end - 0.1, 4), [end - 0.03, end, end]])
    grow = np.array([-0.008, 0.006, 0.003, 0.0, 0.0, 0.0, 0.0, 0.003, 0.006, -0.008]) + lift
    centre = limb_point(fig.joints, chain, t)
    radius = body.arm_radius(t) + grow * fig.scale
    a = 2 * np.pi * np.arange(16) / 16
    front = np.array([0.0, -1.0, 0.0])
    ring = np.cos(a)[:, None] * np.cross(front, ARM) + np.sin(a)[:, None] * front
    v = (centre[:, None] + radius[:, None, None] * ring).reshape(-1, 3)
    return MeshData.build(v * mirror, grid_faces(len(t), 16).astype(np.int32), STEEL, colour)


def rigid_to(mesh: MeshData, shares: dict[str, float]) -> MeshData:
    """`mesh` moved as one piece by a fixed mix of bones."""
    mesh.bones = list(shares)
    mesh.weights = np.tile(np.array(list(shares.values()), np.float32), (len(mesh.vertices), 1))
    return mesh


def superhero(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A tight suit with emblem, belt, boots, gloves and cape."""
    main, second, accent = colours
    s = fig.scale
    body = top(
        fig,
        main,
        SATIN,
        trunk=0.006,
        loose=0.0,
        arm=0.005,
        wrist=0.005,
        sleeve=1.95,
        low=waist(fig) - 0.03 * s,
        neckline=round_neck(fig, 0.024),
        bust=1.0,
    )
    tights = trousers(fig, main, SATIN, trunk=0.008, thigh=0.006, knee=0.006, ankle=0.006)
    field = Body(fig, Ease(trunk=0.006))
    chest = fig.joints["LeftArm"][2] - 0.085 * s
    u = np.linspace(-1, 1, 9)
    z = chest + np.linspace(-0.060, 0.050, 8)[:, None] * s * np.ones(9)
    width = np.array([0.06, 0.22, 0.36, 0.46, 0.52, 0.54, 0.50, 0.36])[:, None]
    emblem = follow(details.plate(field, width * u, z, 0.004, SATIN, accent, rim=0.006), body)
    core = follow(
        details.plate(field, 0.62 * width * u, chest + (z - chest) * 0.62, 0.008, SATIN, second, rim=0.006), body
    )
    belt = follow(
        details.band(Body(fig, Ease(trunk=0.008)), waist(fig) - 0.008 * s, 0.040, 0.005, LEATHER, accent), tights
    )
    buckle = follow(
        details.buttons(Body(fig, Ease(trunk=0.012)), [waist(fig) - 0.008 * s], 0.0, 0.026, accent, BRASS), tights
    )
    guard = Body(fig, Ease(arm=0.010, wrist=0.010))
    gloves = []
    for side, sign in (("Left", 1), ("Right", -1)):
        glove = tube(
            fig, guard, ("LeftArm", "LeftForeArm", "LeftHand"), 1.35, 1.97, 0.003, second, np.array([sign, 1, 1])
        )
        glove.materials[0] = SATIN
        if sign < 0:
            glove.faces = glove.faces[:, ::-1].copy()
        gloves.append(rigid_to(glove, {f"{side}ForeArm": 1.0}))
    mantle = details.cape(fig, field, second, fig.joints["LeftLeg"][2] - 0.16 * s, SATIN, wide=0.34)
    collar = details.ring_collar(fig, second, SATIN, thick=0.011, drop=0.030, ease=0.014)
    return Outfit(
        [body, tights, emblem, core, belt, buckle, *gloves, mantle, collar, shoes(fig, TALL_BOOT, second, accent)],
        sleeve=1.95,
        low_neck=neck_height(fig) - 0.024 * s,
    )

"""Suits, coats and uniforms."""

from __future__ import annotations

import numpy as np

from library.cast.body import Body, Ease
from library.cast.figure import Figure
from library.cast.outfits import details
from library.cast.outfits.everyday import open_jacket
from library.cast.outfits.wardrobe import Outfit, hip, knee, neck_height, round_neck, top, trousers, waist
from library.cast.sewing import BRASS, COTTON, LEATHER, WOOL, follow, garment
from library.cast.shoes import BOOT, OXFORD, shoes
from library.geometry.sdf import smoothstep


def suit(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A buttoned jacket with lapels over shirt and tie."""
    main, second, accent = colours
    s = fig.scale
    neck, button = fig.joints["Neck"][2], waist(fig) + 0.070 * s

    def opening(z):
        return (
            0.012
            + 0.62 * smoothstep(z, button, neck + 0.08 * s) ** 0.9
            + 0.22 * smoothstep(z, button - 0.02 * s, hip(fig) - 0.08 * s)
        )

    ease = Ease(
        trunk=0.021, waist=0.40, bust=0.75, shoulder=0.010, arm=0.014, wrist=0.014, neck=0.010, thigh=0.026, knee=0.026
    )
    coat = garment(fig, ease, WOOL, main, hip(fig) - 0.045 * s, round_neck(fig, 0.0), 1.92, opening=opening)
    field = Body(fig, ease)
    inner = Body(fig, Ease(trunk=0.008, waist=0.3, bust=0.8, neck=0.006))
    front = details.panel(inner, 0.95, button - 0.05 * s, round_neck(fig, 0.045), COTTON, second)
    pieces = [
        coat,
        front,
        details.lapels(field, opening, button + 0.004 * s, 0.052, WOOL, main),
        details.collar(fig, second, height=0.034),
        details.coat_collar(field, 0.62, WOOL, main, height=0.016),
    ]
    if fig.female < 0.5:
        pieces.append(details.tie(inner, accent, button - 0.03 * s))
    pieces.append(
        follow(details.buttons(field, [button - 0.012 * s, button - 0.060 * s], 0.035, 0.008, "#2A2422"), coat)
    )
    pocket = details.box_plate(
        field, 0.62, fig.joints["LeftArm"][2] - 0.105 * s, 0.055, 0.014, 0.004, COTTON, accent, 4, 3
    )
    pants = trousers(fig, main, WOOL, thigh=0.014, knee=0.018, ankle=0.026)
    return Outfit(
        [*pieces, follow(pocket, coat), pants, shoes(fig, OXFORD, "#2A211D", "#1E1816")],
        sleeve=1.92,
        low_neck=neck_height(fig) - 0.045 * s,
    )


def coat(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A long coat open over a jumper, with lapels, trousers and boots."""
    main, second, accent = colours
    s = fig.scale
    neck = fig.joints["Neck"][2]
    low = knee(fig) + 0.02 * s
    share = 1 - low / hip(fig)
    skirts = ((0.05, 0.022), (share * 0.5, 0.046), (share + 0.02, 0.075))
    pieces = open_jacket(fig, main, WOOL, accent, low, 0.10, 0.34, hanging=1.0, skirts=skirts)
    ease = Ease(trunk=0.024, waist=0.6, bust=0.7, shoulder=0.004, neck=0.016, thigh=0.030, flare=skirts)

    def opening(z):
        return 0.10 + 0.34 * smoothstep(z, neck - 0.30 * s, neck + 0.02 * s)

    field = Body(fig, ease)
    pieces.append(details.lapels(field, opening, neck - 0.30 * s, 0.062, WOOL, main))
    pieces.append(
        follow(
            details.buttons(field, np.linspace(waist(fig), waist(fig) + 0.14 * s, 3), 0.26, 0.012, "#2E2620"), pieces[0]
        )
    )
    belt = follow(details.box_plate(field, 1.05, hip(fig) + 0.03 * s, 0.12, 0.024, 0.005, WOOL, main), pieces[0])
    return Outfit(
        [*pieces, belt, trousers(fig, second, WOOL), shoes(fig, BOOT, "#4A3226", "#231B17")],
        sleeve=1.95,
        low_neck=neck_height(fig) - 0.05 * s,
    )


def uniform(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A uniform with belt, pockets, badge, epaulettes and boots."""
    main, second, accent = colours
    s = fig.scale
    body = top(
        fig,
        main,
        COTTON,
        trunk=0.014,
        loose=0.4,
        arm=0.012,
        wrist=0.011,
        neckline=round_neck(fig, 0.045),
        sleeve=1.93,
        shoulder=0.005,
    )
    field = Body(fig, Ease(trunk=0.014, waist=0.4, bust=0.8, shoulder=0.005, thigh=0.02))
    chest = fig.joints["LeftArm"][2] - 0.105 * s
    pieces = [
        body,
        details.coat_collar(field, 0.3, COTTON, main, height=0.010),
        details.collar(fig, main),
        details.tie(field, second, waist(fig) + 0.06 * s, 0.028),
    ]
    for sign in (1, -1):
        pieces.append(
            follow(details.box_plate(field, sign * 0.62, chest, 0.078, 0.074, 0.006, COTTON, main, 4, 4), body)
        )
        pieces.append(follow(details.buttons(field, [chest + 0.018 * s], sign * 0.62, 0.006, accent, BRASS), body))
        pieces.append(epaulette(fig, body, sign, second))
    pieces.append(
        follow(details.box_plate(field, 0.60, chest + 0.060 * s, 0.034, 0.036, 0.008, BRASS, accent, 4, 4), body)
    )
    belt = details.band(field, waist(fig) - 0.004 * s, 0.042, 0.006, LEATHER, "#26211F")
    buckle = details.box_plate(field, 0.0, waist(fig) - 0.004 * s, 0.048, 0.042, 0.012, BRASS, accent, 3, 3)
    pieces += [
        follow(belt, body),
        follow(buckle, body),
        trousers(fig, second, COTTON, ankle=0.018),
        shoes(fig, BOOT, "#211D1C", "#151313"),
    ]
    return Outfit(pieces, sleeve=1.93, low_neck=neck_height(fig) - 0.045 * s)


def epaulette(fig: Figure, host, sign: int, colour):
    """A flap on one shoulder."""
    from library.geometry.loft import sweep
    from library.geometry.mesh import MeshData

    s = fig.scale
    shoulder, neck = fig.joints["LeftArm"], fig.joints["Neck"]
    t = np.linspace(0, 1, 6)[:, None]
    start, end = neck + [0.062 * s, 0.0, -0.004 * s], shoulder + [0.016 * s, 0, 0.064 * s]
    path = (start + (end - start) * t + [0, 0, 0.014 * s] * np.sin(np.pi * t)) * [sign, 1, 1]
    v, faces = sweep(
        path, np.array([0.25 * sign, 0, 1.0]), np.array([0.020, 0.022, 0.022, 0.022, 0.022, 0.012]) * s, 0.0045 * s, 8
    )
    return follow(MeshData.build(v, faces, COTTON, colour), host)

"""Clothes of work and sport."""

from __future__ import annotations

import numpy as np

from library.cast.body import Body, Ease
from library.cast.figure import Figure
from library.cast.outfits import details
from library.cast.outfits.everyday import open_jacket
from library.cast.outfits.wardrobe import Outfit, hip, knee, neck_height, round_neck, top, trousers, v_neck, waist
from library.cast.sewing import BRASS, COTTON, DENIM, KNIT, SATIN, STEEL, follow
from library.cast.shoes import BOOT, OXFORD, SNEAKER, shoes


def sport(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A track jacket with stripes, zipped up, and track trousers."""
    main, second, accent = colours
    s = fig.scale
    body = top(
        fig,
        main,
        SATIN,
        trunk=0.017,
        loose=0.5,
        arm=0.014,
        wrist=0.008,
        sleeve=1.93,
        low=hip(fig) - 0.005 * s,
        neckline=round_neck(fig, 0.030),
    )
    field = Body(fig, Ease(trunk=0.017, waist=0.5, bust=0.8, thigh=0.023))
    shoulder = fig.joints["LeftArm"][2]
    zip_ = np.linspace(hip(fig) + 0.02 * s, neck_height(fig) - 0.03 * s, 12)
    line = details.rope(details.cast_round(field, zip_, np.zeros(12)) - [0, 0.005 * s, 0], 0.0045 * s, accent, STEEL, 6)
    stripe = details.band(field, shoulder - 0.100 * s, 0.034, 0.006, SATIN, accent)
    collar = details.ring_collar(fig, second, KNIT, thick=0.013, drop=0.026, ease=0.010)
    hem = details.band(field, hip(fig) + 0.012 * s, 0.042, 0.001, KNIT, second)
    pants = trousers(fig, second, SATIN, thigh=0.014, knee=0.018, ankle=0.012)
    return Outfit(
        [
            body,
            follow(line, body),
            follow(stripe, body),
            collar,
            follow(hem, body),
            pants,
            shoes(fig, SNEAKER, accent, main),
        ],
        sleeve=1.93,
        low_neck=neck_height(fig) - 0.03 * s,
    )


def worker(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """Dungarees over a shirt, boots."""
    main, second, accent = colours
    s = fig.scale
    shirt = top(
        fig,
        second,
        COTTON,
        sleeve=1.35,
        trunk=0.011,
        loose=0.3,
        low=waist(fig) - 0.04 * s,
        arm=0.014,
        wrist=0.016,
        neckline=round_neck(fig, 0.036),
    )
    pants = trousers(fig, main, DENIM, thigh=0.018, knee=0.022, ankle=0.028, trunk=0.020)
    field = Body(fig, Ease(trunk=0.016, waist=0.35, bust=0.85))
    chest = fig.joints["LeftArm"][2] - 0.075 * s
    low = waist(fig) - 0.02 * s
    rows, columns = 8, 8
    z = np.repeat(np.linspace(low, chest, rows)[:, None], columns, 1)
    half = np.linspace(0.95, 0.62, rows)[:, None]
    bib = details.plate(field, half * np.linspace(-1, 1, columns), z, 0.006, DENIM, main, rim=0.012)
    pocket = details.box_plate(field, 0.0, chest - 0.055 * s, 0.10, 0.065, 0.011, DENIM, main, 5, 4)
    pieces = [shirt, pants, follow(bib, shirt), follow(pocket, shirt)]
    for sign in (1, -1):
        front = details.cast_round(
            field,
            np.linspace(chest - 0.02 * s, neck_height(fig) - 0.032 * s, 6),
            np.linspace(sign * 0.52, sign * 0.95, 6),
        )
        over = [[sign * 0.088 * s, fig.joints["Neck"][1] + 0.010 * s, neck_height(fig) + 0.020 * s]]
        back = details.cast_round(
            field,
            np.linspace(neck_height(fig) - 0.035 * s, low + 0.02 * s, 7),
            np.linspace(sign * 2.30, sign * 2.75, 7),
        )
        pieces.append(follow(strap(np.concatenate([front, over, back]), fig, main), shirt))
        pieces.append(follow(details.buttons(field, [chest - 0.014 * s], sign * 0.53, 0.011, accent, BRASS), shirt))
    belt = follow(details.band(Body(fig, Ease(trunk=0.020)), waist(fig) - 0.012 * s, 0.030, 0.002, DENIM, main), pants)
    return Outfit(
        [*pieces, belt, shoes(fig, BOOT, "#7A5232", "#3A2A1E")], sleeve=1.35, low_neck=neck_height(fig) - 0.036 * s
    )


def strap(points: np.ndarray, fig: Figure, colour):
    """A flat strap along points on the trunk."""
    from library.geometry.loft import spline, sweep, unit
    from library.geometry.mesh import MeshData

    path = spline(points, 16)
    out = unit((path - [0, fig.joints["Spine2"][1], fig.joints["Spine2"][2] - 0.05]) * [0.6, 1, 1])
    path = path + out * 0.004 * fig.scale
    v, faces = sweep(path, out, 0.017 * fig.scale, 0.0035 * fig.scale, 6)
    return MeshData.build(v, faces, DENIM, colour)


def cook(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A double-breasted cook's jacket, scarf and apron."""
    main, second, accent = colours
    s = fig.scale
    body = top(
        fig,
        main,
        COTTON,
        trunk=0.018,
        loose=0.5,
        arm=0.014,
        wrist=0.014,
        sleeve=1.80,
        neckline=round_neck(fig, 0.030),
        low=waist(fig) - 0.006 * s,
    )
    field = Body(fig, Ease(trunk=0.018, waist=0.5, bust=0.8, thigh=0.026))
    scarf = details.ring_collar(fig, accent, COTTON, thick=0.013, drop=0.026, ease=0.010)
    heights = np.linspace(waist(fig) + 0.06 * s, neck_height(fig) - 0.075 * s, 4)
    rows = [follow(details.buttons(field, heights, sign * 0.30, 0.008, "#33363C"), body) for sign in (1, -1)]
    low = knee(fig) + 0.05 * s
    share = 1 - low / hip(fig)
    skirt_ease = Ease(trunk=0.024, waist=0.5, flare=((0.05, 0.020), (share, 0.035)))
    z = np.repeat(np.linspace(low, waist(fig) + 0.015 * s, 11)[:, None], 11, 1)
    apron = details.plate(
        Body(fig, skirt_ease), np.repeat(np.linspace(-1.15, 1.15, 11)[None], 11, 0), z, 0.004, COTTON, second, rim=0.010
    )
    string = follow(details.band(field, waist(fig) + 0.008 * s, 0.022, 0.010, COTTON, second), body)
    return Outfit(
        [
            body,
            scarf,
            *rows,
            details.on_trunk(apron, fig, True),
            string,
            trousers(fig, "#4A4E57", COTTON),
            shoes(fig, OXFORD, "#26211F", "#1A1716"),
        ],
        sleeve=1.80,
        low_neck=neck_height(fig) - 0.03 * s,
    )


def doctor(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A white coat over coloured scrubs, with a stethoscope."""
    main, second, accent = colours
    s = fig.scale
    low = knee(fig) + 0.10 * s
    share = 1 - low / hip(fig)
    skirts = ((0.05, 0.020), (share + 0.02, 0.050))
    pieces = open_jacket(fig, main, COTTON, second, low, 0.16, 0.30, hanging=1.0, skirts=skirts, drop=0.085)
    inner = Body(fig, Ease(trunk=0.010, waist=0.5, bust=0.8, neck=0.007, thigh=0.02))
    pieces[1] = details.panel(inner, 0.81, hip(fig) - 0.02 * s, v_neck(fig, 0.095), COTTON, second)
    pieces[2] = details.neck_trim(inner, v_neck(fig, 0.095), 0.81, 0.005, COTTON, second)
    field = Body(fig, Ease(trunk=0.024, waist=0.6, bust=0.7, shoulder=0.004, flare=skirts))
    chest = fig.joints["LeftArm"][2] - 0.12 * s
    for phi, z, w, h in (
        (0.72, chest, 0.07, 0.075),
        (0.80, hip(fig) + 0.02 * s, 0.11, 0.11),
        (-0.80, hip(fig) + 0.02 * s, 0.11, 0.11),
    ):
        pieces.append(follow(details.box_plate(field, phi, z, w, h, 0.005, COTTON, main), pieces[0]))
    pieces.append(stethoscope(fig, field, accent, pieces[0]))
    return Outfit(
        [*pieces, trousers(fig, second, COTTON, ankle=0.022), shoes(fig, SNEAKER, "#EDEAE4", "#D8D4CC")],
        sleeve=1.95,
        low_neck=neck_height(fig) - 0.105 * s,
    )


def stethoscope(fig: Figure, field: Body, colour, host):
    """A tube round the neck with its disc on the chest."""
    from library.geometry.loft import ball, spline
    from library.geometry.mesh import MeshData, joined

    s = fig.scale
    neck = fig.joints["Neck"]
    chest = fig.joints["LeftArm"][2] - 0.135 * s
    left = details.cast_round(field, np.linspace(chest, neck[2] - 0.045 * s, 4), np.linspace(0.42, 0.62, 4)) - [
        0,
        0.012 * s,
        0,
    ]
    right = left * [-1, 1, 1]
    back = np.array(
        [
            [0.082, 0.010, 0.022],
            [0.056, 0.078, 0.030],
            [0.0, 0.096, 0.030],
            [-0.056, 0.078, 0.030],
            [-0.082, 0.010, 0.022],
        ]
    ) * s + [0, neck[1], neck[2]]
    path = spline(np.concatenate([left, back, right[::-1]]), 30)
    tube = details.rope(path, 0.0052 * s, "#2E3238", COTTON, 6)
    disc_v, disc_f = ball(left[0] + [0, -0.004 * s, -0.012 * s], np.array([0.017, 0.006, 0.017]) * s, 5, 12)
    return follow(joined([tube, MeshData.build(disc_v, disc_f, STEEL, "#C8CCD2")]), host)

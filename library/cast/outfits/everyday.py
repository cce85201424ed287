"""Clothes of every day."""

from __future__ import annotations

import numpy as np

from library.cast.body import Body, Ease
from library.cast.figure import Figure
from library.cast.outfits import details
from library.cast.outfits.wardrobe import (
    Outfit,
    hip,
    knee,
    neck_height,
    round_neck,
    skirt,
    top,
    trousers,
    v_neck,
    waist,
)
from library.cast.sewing import BRASS, COTTON, DENIM, KNIT, LEATHER, WOOL, follow, garment
from library.cast.shoes import FLAT, OXFORD, SNEAKER, shoes
from library.geometry.sdf import smoothstep


def casual(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A knitted jumper with a collar roll, trousers, sneakers."""
    main, second, accent = colours
    jumper = top(fig, main, KNIT, trunk=0.018, wrist=0.009, sleeve=1.93)
    cuffs = details.ring_collar(fig, main, KNIT, thick=0.0085, drop=0.026, ease=0.010)
    hem = details.band(
        Body(fig, Ease(trunk=0.018, waist=0.6, thigh=0.024)), hip(fig) + 0.004 * fig.scale, 0.040, 0.001, KNIT, main
    )
    return Outfit(
        [jumper, cuffs, follow(hem, jumper), trousers(fig, second), shoes(fig, SNEAKER, accent, "#EDE8DF")],
        sleeve=1.93,
        low_neck=neck_height(fig) - 0.03 * fig.scale,
    )


def tee(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A T-shirt, jeans, sneakers."""
    main, second, accent = colours
    shirt = top(
        fig,
        main,
        COTTON,
        sleeve=0.56,
        trunk=0.012,
        loose=0.55 - 0.3 * fig.female,
        arm=0.014,
        wrist=0.014,
        neckline=round_neck(fig, 0.036 + 0.012 * fig.female),
    )
    return Outfit(
        [shirt, trousers(fig, second), shoes(fig, SNEAKER, accent, "#EDE8DF")],
        sleeve=0.56,
        low_neck=neck_height(fig) - 0.05 * fig.scale,
    )


def shirt(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A shirt with collar and buttons tucked into belted trousers."""
    main, second, accent = colours
    pieces, body = tucked_shirt(fig, main)
    pieces += belted(fig, second, accent)
    low, high = waist(fig) + 0.03 * fig.scale, fig.joints["Neck"][2] - 0.035 * fig.scale
    pieces.append(follow(details.placket(body, low, high + 0.02 * fig.scale, COTTON, main), pieces[0]))
    pieces.append(follow(details.buttons(body, np.linspace(low, high, 6), 0.0, 0.0065, "#F2EDE4"), pieces[0]))
    return Outfit(
        [*pieces, shoes(fig, OXFORD, accent, "#2A2320")], sleeve=1.93, low_neck=neck_height(fig) - 0.045 * fig.scale
    )


def blouse(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A blouse and a skirt to the knee."""
    main, second, accent = colours
    blouse_ = top(
        fig,
        main,
        COTTON,
        sleeve=1.55,
        low=waist(fig) - 0.014 * fig.scale,
        trunk=0.008,
        loose=0.15,
        arm=0.012,
        wrist=0.020,
        neckline=v_neck(fig, 0.085),
        bust=1.0,
    )
    skirt_ = skirt(fig, second, flare=0.060, low=knee(fig) + 0.02 * fig.scale, pleats=(10, 0.020), trunk=0.012)
    belt = follow(
        details.band(Body(fig, Ease(trunk=0.012)), waist(fig) - 0.008 * fig.scale, 0.030, 0.004, LEATHER, accent),
        skirt_,
    )
    return Outfit(
        [blouse_, skirt_, belt, shoes(fig, FLAT, accent, "#2A2320")],
        sleeve=1.55,
        leg=0.85,
        low_neck=neck_height(fig) - 0.095 * fig.scale,
    )


def dress(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A dress with short sleeves, a belt and a wide skirt to the knee."""
    main, _second, accent = colours
    low = knee(fig) + 0.03 * fig.scale
    share = 1 - low / hip(fig)
    ease = Ease(
        trunk=0.009,
        arm=0.014,
        wrist=0.014,
        shoulder=0.004,
        flare=((0.06, 0.02), (share * 0.5, 0.050), (share + 0.02, 0.105)),
        pleats=(10, 0.028),
        neck=0.012,
    )
    body = garment(fig, ease, COTTON, main, low, round_neck(fig, 0.060, 0.01), 0.42, hanging=1.0)
    belt = follow(details.band(Body(fig, ease), waist(fig) + 0.020 * fig.scale, 0.026, 0.003, COTTON, accent), body)
    return Outfit(
        [body, belt, shoes(fig, FLAT, accent, "#3A302A")],
        sleeve=0.42,
        leg=0.85,
        low_neck=neck_height(fig) - 0.070 * fig.scale,
    )


def hoodie(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A hoodie with a pouch and cords, jeans, sneakers."""
    main, second, accent = colours
    s = fig.scale
    body = top(
        fig,
        main,
        COTTON,
        trunk=0.024,
        loose=0.85,
        arm=0.018,
        wrist=0.012,
        low=hip(fig) - 0.010 * s,
        neckline=round_neck(fig, 0.034),
        sleeve=1.94,
    )
    field = Body(fig, Ease(trunk=0.024, waist=0.85, bust=0.8, thigh=0.030))
    pouch = follow(details.box_plate(field, 0.0, hip(fig) + 0.095 * s, 0.20, 0.125, 0.010, COTTON, main, 7, 5), body)
    hem = follow(details.band(field, hip(fig) + 0.012 * s, 0.05, 0.002, KNIT, main), body)
    cords = []
    for sign in (1, -1):
        z = np.linspace(neck_height(fig) - 0.030 * s, neck_height(fig) - 0.150 * s, 8)
        p = details.cast_round(field, z, np.full(8, sign * 0.26))
        cords.append(follow(details.rope(p - [0, 0.006 * s, 0], 0.0042 * s, accent, COTTON, 6), body))
    return Outfit(
        [
            body,
            pouch,
            hem,
            *cords,
            details.hood(fig, body, main, COTTON),
            trousers(fig, second, DENIM),
            shoes(fig, SNEAKER, accent, "#EDE8DF"),
        ],
        sleeve=1.94,
        low_neck=neck_height(fig) - 0.04 * s,
    )


def jacket(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """An open jacket over a T-shirt."""
    main, second, accent = colours
    pieces = open_jacket(fig, main, WOOL, accent, low=hip(fig) - 0.025 * fig.scale, gap=0.20, flare=0.30)
    return Outfit(
        [*pieces, trousers(fig, second), shoes(fig, SNEAKER, "#5A3A28", "#E8E0D2")],
        sleeve=1.95,
        low_neck=neck_height(fig) - 0.05 * fig.scale,
    )


def tucked_shirt(fig: Figure, colour) -> tuple[list, Body]:
    """A shirt that ends in the trousers, its collar, and its field."""
    low = waist(fig) - 0.020 * fig.scale
    body = top(
        fig,
        colour,
        COTTON,
        trunk=0.010,
        loose=0.35 - 0.15 * fig.female,
        low=low,
        neckline=round_neck(fig, 0.045),
        arm=0.012,
        wrist=0.009,
        sleeve=1.93,
    )
    field = Body(fig, Ease(trunk=0.010, waist=0.35 - 0.15 * fig.female, bust=0.8, neck=0.007, shoulder=0.002))
    return [body, details.coat_collar(field, 0.02, COTTON, colour, height=0.012), details.collar(fig, colour)], field


def belted(fig: Figure, colour, leather) -> list:
    """Trousers with a belt and buckle."""
    pants = trousers(fig, colour, COTTON, trunk=0.014)
    field = Body(fig, Ease(trunk=0.014))
    z = waist(fig) - 0.014 * fig.scale
    belt = follow(details.band(field, z, 0.030, 0.004, LEATHER, leather), pants)
    buckle = follow(details.box_plate(field, 0.0, z, 0.036, 0.030, 0.009, BRASS, "#C9A04A", 3, 3), pants)
    return [pants, belt, buckle]


def open_jacket(
    fig: Figure,
    colour,
    material,
    under,
    low: float,
    gap: float,
    flare: float,
    hanging: float = 0.0,
    skirts=(),
    sleeve: float = 1.95,
    drop: float = 0.05,
) -> list:
    """A jacket open in front over a shirt front; gap: half angle of the opening, flare: more at the neck."""
    s = fig.scale
    neck = fig.joints["Neck"][2]

    def opening(z):
        return gap + flare * smoothstep(z, neck - 0.30 * s, neck + 0.02 * s)

    ease = Ease(
        trunk=0.024,
        waist=0.6,
        bust=0.7,
        shoulder=0.004,
        arm=0.016,
        wrist=0.016,
        neck=0.010,
        thigh=0.030,
        knee=0.030,
        flare=skirts,
    )
    coat = garment(fig, ease, material, colour, low, round_neck(fig, 0.0), sleeve, opening=opening, hanging=hanging)
    inner = Body(fig, Ease(trunk=0.010, waist=0.5, bust=0.8, neck=0.007, thigh=0.02))
    wide, neckline = gap + flare + 0.35, round_neck(fig, drop)
    front = details.panel(inner, wide, max(low, hip(fig) - 0.005 * s), neckline, COTTON, under)
    return [
        coat,
        front,
        details.neck_trim(inner, neckline, wide, 0.005, COTTON, under),
        details.coat_collar(Body(fig, ease), gap + flare, material, colour),
    ]

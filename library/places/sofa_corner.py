"""Sofa corner: deep blue walls, a mustard sofa and armchair under a wall of pictures."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, standing, window

LEFT, RIGHT, FRONT, BACK = -3.4, 3.4, -3.0, 2.6
LONG = Placed("sofa", (-0.35, 2.02), 0.0, "long sofa", options={"colour": "#D9A03A", "pillows": ("#2F4A66", "#E8DCC4")})
SHORT = Placed("short sofa", (2.3, 0.55), -80.0, "short sofa", options={"colour": "#D9A03A", "pillows": ("#B5473A",)})

PLACE = Place(
    name="Sofa Corner",
    synonyms=("lounge corner", "corner sofa", "sitting corner", "lounge area", "seating area", "nook"),
    description="A corner of two sofas round a low table, with open floor in front.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=2.9,
    palette=Palette(
        wall="#45667F",
        trim="#EFE6D6",
        floor="#8A5D38",
        floor_alt="#A3723F",
        accent="#D9A03A",
        curtain="#E6D6B8",
        door="#EFE6D6",
    ),
    view="street",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(2.3, 1.8, 0.7, 2.3),), "right": (door(1.2),)}),
    furniture=(
        LONG,
        SHORT,
        Placed(
            "rug",
            (0.1, 0.4),
            0.0,
            "rug",
            options={"size": (3.2, 2.2, 0.014), "colour": "#B5533F", "accent": "#EADBC0", "style": "diamonds"},
        ),
        Placed(
            "round table", (-0.3, 0.42), 0.0, "low table", options={"size": (0.85, 0.85, 0.42), "colour": "#E8DCC4"}
        ),
        Placed("fruit bowl", (-0.1, 0.12), 0.0, "fruit bowl", on="low table"),
        Placed("mug", (0.2, -0.1), 20.0, "mug", on="low table"),
        Placed("book", (-0.12, -0.2), 15.0, "book", on="low table"),
        Placed("floor lamp", (-1.75, 2.3), 0.0, "corner lamp"),
        Placed("picture", (-1.35, BACK), 0.0, "picture 1", z=1.5, options={"size": (0.5, 0.04, 0.6), "variant": 3}),
        Placed(
            "picture", (-0.72, BACK), 0.0, "picture 2", z=1.7, options={"size": (0.6, 0.04, 0.42), "style": "hills"}
        ),
        Placed(
            "picture", (-0.72, BACK), 0.0, "picture 3", z=1.22, options={"size": (0.6, 0.04, 0.42), "style": "stripes"}
        ),
        Placed(
            "picture", (-0.05, BACK), 0.0, "picture 4", z=1.3, options={"size": (0.56, 0.04, 0.74), "style": "portrait"}
        ),
        Placed("picture", (0.55, BACK), 0.0, "picture 5", z=1.5, options={"size": (0.5, 0.04, 0.6), "variant": 4}),
        Placed("side table", (1.1, 2.25), 0.0, "side table"),
        Placed("table lamp", (0.0, 0.0), 0.0, "table lamp", on="side table", options={"accent": "#B5473A"}),
        Placed(
            "bookshelf",
            (2.0, 2.42),
            0.0,
            "bookshelf",
            options={"size": (1.1, 0.32, 1.95), "colour": "#8A5A34", "variant": 2},
        ),
        Placed("snake plant", (2.95, 2.2), 0.0, "plant", options={"pot": "#B5473A"}),
        Placed("plant", (-2.8, 2.0), 0.0, "plant 2"),
        Placed("bookshelf", (-3.22, -1.6), 90.0, "low shelf", options={"size": (1.3, 0.32, 0.84), "colour": "#8A5A34"}),
        Placed("record player", (0.3, 0.0), 0.0, "record player", on="low shelf"),
        Placed("vase", (-0.35, 0.0), 0.0, "vase", on="low shelf", options={"colour": "#D9A03A"}),
        Placed("mirror", (RIGHT, 0.6), -90.0, "mirror", z=1.2),
        Placed("floor lamp", (3.0, -0.6), 0.0, "floor lamp"),
    ),
    positions=(
        sitting("Position 1", LONG, "In front of the long sofa, left."),
        sitting("Position 2", LONG, "In front of the long sofa, right.", 1),
        sitting("Position 3", SHORT, "In front of the short sofa."),
        standing("Position 4", (-1.9, 0.4), 50.0, "In the open, left."),
        standing("Position 5", (0.7, -0.7), -20.0, "In the open, in front."),
    ),
    entrances=(Position("door", (2.8, -1.8), -90.0, "From the hallway."),),
)

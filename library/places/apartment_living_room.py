"""Apartment living room: sage walls, a terracotta sofa, a window on the left, the hallway behind on the right."""

from library.places.model import Palette, Place, Placed, Position, Wall
from library.places.plan import THICK, arch, room_walls, sitting, standing, window

LONG_SOFA = Placed("sofa", (-0.5, 2.12), 0.0, "long sofa")
SHORT_SOFA = Placed("short sofa", (2.35, 0.55), -82.0, "short sofa")
LEFT, RIGHT, FRONT, BACK = -3.7, 3.7, -3.1, 2.7

PLACE = Place(
    name="Apartment living room",
    synonyms=("living room", "apartment", "flat", "lounge", "sitting room", "home", "parlour"),
    description="A sunny living room with a long and a short sofa round a coffee table; a hallway behind.",
    outline=(
        (LEFT, FRONT),
        (RIGHT, FRONT),
        (RIGHT, BACK),
        (3.3, BACK),
        (3.3, 4.3),
        (1.9, 4.3),
        (1.9, BACK),
        (LEFT, BACK),
    ),
    height=3.0,
    palette=Palette(
        wall="#7F9C93",
        trim="#EFE7D8",
        floor="#7E5230",
        floor_alt="#A8733F",
        accent="#B8552F",
        curtain="#EAD9BA",
    ),
    walls=(
        *room_walls(
            LEFT, RIGHT, FRONT, BACK, {"back": (arch(1.1, 1.25, 2.3),), "left": (window(1.85, 1.9, 0.55, 2.35),)}
        ),
        Wall((3.3, BACK + THICK), (3.3, 4.3), colour="#C9A27C"),
        Wall((3.3, 4.3), (1.9, 4.3), colour="#C9A27C"),
        Wall((1.9, 4.3), (1.9, BACK + THICK), colour="#C9A27C"),
    ),
    furniture=(
        LONG_SOFA,
        SHORT_SOFA,
        Placed("rug", (-0.1, 0.35), 0.0, "rug", options={"size": (3.3, 2.3, 0.014)}),
        Placed("coffee table", (-0.25, 0.42), 0.0, "coffee table"),
        Placed("books", (-0.27, 0.03), 8.0, "books", on="coffee table"),
        Placed("mug", (0.12, -0.1), 30.0, "mug", on="coffee table", options={"colour": "#E9E2D2"}),
        Placed("flowers", (0.36, 0.08), 0.0, "flowers", on="coffee table"),
        Placed("floor lamp", (-2.0, 2.3), 0.0, "floor lamp"),
        Placed("bookshelf", (1.2, 2.52), 0.0, "bookshelf"),
        Placed("plant", (-3.1, 2.1), 20.0, "plant"),
        Placed("picture", (-1.3, BACK), 0.0, "picture 1", z=1.42, options={"size": (0.52, 0.04, 0.66), "variant": 1}),
        Placed(
            "picture", (-0.5, BACK), 0.0, "picture 2", z=1.5, options={"size": (0.72, 0.04, 0.52), "style": "hills"}
        ),
        Placed("picture", (0.26, BACK), 0.0, "picture 3", z=1.44, options={"size": (0.46, 0.04, 0.6), "variant": 2}),
        Placed("console table", (3.46, -1.2), -90.0, "sideboard", options={"size": (1.4, 0.38, 0.8)}),
        Placed("table lamp", (-0.42, 0.0), 0.0, "table lamp", on="sideboard"),
        Placed("fern", (0.45, 0.0), 0.0, "fern", on="sideboard"),
        Placed("mirror", (RIGHT, -1.2), -90.0, "mirror", z=1.2, options={"size": (0.7, 0.04, 0.95)}),
        Placed(
            "picture", (RIGHT, 1.1), -90.0, "picture 4", z=1.35, options={"size": (0.8, 0.04, 0.6), "style": "stripes"}
        ),
        Placed("side table", (2.35, 1.72), 0.0, "side table"),
        Placed("vase", (0.0, 0.0), 0.0, "vase", on="side table"),
        Placed(
            "picture",
            (2.6, 4.3),
            0.0,
            "hallway picture",
            z=1.35,
            options={"size": (0.5, 0.04, 0.7), "style": "portrait"},
        ),
        Placed("coat rack", (3.05, 4.05), 0.0, "coat rack"),
        Placed("bookshelf", (-3.54, -1.9), 90.0, "low shelf", options={"size": (1.2, 0.32, 0.84)}),
        Placed("globe", (0.3, 0.0), 0.0, "globe", on="low shelf"),
        Placed("pouf", (-2.5, -0.5), 0.0, "pouf", options={"colour": "#D9A441"}),
    ),
    positions=(
        sitting("Position 1", LONG_SOFA, "In front of the long sofa, between 2 and 3.", 1),
        sitting("Position 2", SHORT_SOFA, "In front of the short sofa."),
        standing("Position 3", (-1.15, 1.3), 25.0, "In front of the long sofa's left end."),
        standing("Position 4", (2.6, 3.1), -10.0, "In the hallway behind the short sofa."),
        standing("Position 5", (-2.75, 1.25), 55.0, "By the window, diagonally behind the long sofa's end."),
    ),
    entrances=(Position("hallway", (2.5, 3.6), 0.0, "From the hallway."),),
    view="garden",
)

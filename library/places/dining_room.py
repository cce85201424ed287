"""Dining room: dusty rose over cream panelling, a laid table under two lamps."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, standing, window

LEFT, RIGHT, FRONT, BACK = -3.4, 3.4, -3.0, 2.7
PAD = {"accent": "#5E7F8A", "colour": "#8A5A34"}
CHAIR_1 = Placed("dining chair", (-0.5, 1.42), 0.0, "left chair", options=PAD)
CHAIR_2 = Placed("dining chair", (0.5, 1.42), 0.0, "right chair", options=PAD)
CHAIR_3 = Placed("dining chair", (1.8, 0.1), -82.0, "end chair", options=PAD)

PLACE = Place(
    name="Dining Room",
    synonyms=("dining hall", "dinner table", "restaurant", "breakfast room", "dinner"),
    description="A dining room with a laid table; the door is at the back on the right.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.0,
    palette=Palette(
        wall="#BD7C6B",
        trim="#F3E8D6",
        floor="#A87847",
        floor_alt="#BC8A55",
        accent="#5E7F8A",
        curtain="#EBDCC2",
        wall_low="#EDDFC8",
        door="#F3E8D6",
    ),
    floor="parquet",
    view="garden",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(2.2, 1.9, 0.7, 2.4),), "back": (door(0.85),)}),
    furniture=(
        CHAIR_1,
        CHAIR_2,
        CHAIR_3,
        Placed("dining table", (0.0, 0.1), 0.0, "dining table", options={"colour": "#8A5A34"}),
        Placed("dining chair", (-1.3, 0.1), 90.0, "left end chair", options=PAD),
        Placed(
            "rug",
            (0.1, 0.3),
            0.0,
            "rug",
            options={"size": (3.9, 2.7, 0.014), "colour": "#5E7F8A", "accent": "#EBDCC2", "style": "frame"},
        ),
        Placed("place setting", (-0.5, 0.26), 180.0, "place setting", on="dining table"),
        Placed("place setting", (0.5, 0.26), 180.0, "place setting 2", on="dining table"),
        Placed("place setting", (0.7, -0.18), 90.0, "place setting 3", on="dining table"),
        Placed("flowers", (0.0, 0.05), 0.0, "flowers", on="dining table"),
        Placed("candle", (-0.3, -0.05), 0.0, "candle", on="dining table"),
        Placed("candle", (0.28, -0.1), 0.0, "candle 2", on="dining table"),
        Placed("wine glass", (-0.22, 0.22), 0.0, "wine glass", on="dining table"),
        Placed("wine glass", (0.2, 0.26), 0.0, "wine glass 2", on="dining table"),
        Placed("fruit bowl", (-0.62, -0.15), 0.0, "fruit bowl", on="dining table"),
        Placed("pendant lamp", (-0.45, 0.1), 0.0, "pendant lamp", options={"colour": "#D9A94B"}),
        Placed("pendant lamp", (0.45, 0.1), 0.0, "pendant lamp 2", options={"colour": "#D9A94B"}),
        Placed("sideboard", (-0.6, 2.44), 0.0, "sideboard"),
        Placed("table lamp", (-0.6, 0.0), 0.0, "table lamp", on="sideboard"),
        Placed("bowl", (0.05, 0.0), 0.0, "bowl", on="sideboard", options={"colour": "#5E7F8A"}),
        Placed("vase", (0.55, 0.0), 0.0, "vase", on="sideboard", options={"colour": "#D9A94B"}),
        Placed(
            "picture",
            (-0.6, BACK),
            0.0,
            "painting",
            z=1.35,
            options={"size": (1.1, 0.05, 0.8), "style": "hills", "frame": "#B98B4B"},
        ),
        Placed("wall lamp", (-1.6, BACK), 0.0, "wall lamp", z=1.6),
        Placed("wall lamp", (0.5, BACK), 0.0, "wall lamp 2", z=1.6),
        Placed(
            "picture",
            (RIGHT, 0.2),
            -90.0,
            "picture",
            z=1.3,
            options={"size": (0.6, 0.04, 0.8), "style": "portrait", "frame": "#B98B4B"},
        ),
        Placed("cabinet", (3.12, -1.2), -90.0, "cabinet", options={"colour": "#8A5A34"}),
        Placed("plant", (-2.85, 2.15), 0.0, "plant"),
        Placed("fireplace", (-3.15, -1.7), 90.0, "fireplace"),
    ),
    positions=(
        sitting("Position 1", CHAIR_1, "In front of a chair behind the table, left."),
        sitting("Position 2", CHAIR_2, "In front of a chair behind the table, right."),
        sitting("Position 3", CHAIR_3, "In front of the chair at the table's right end."),
        standing("Position 4", (2.5, 1.9), -15.0, "At the entrance."),
    ),
    entrances=(Position("door", (2.55, 2.35), 0.0, "From the hall."),),
)

"""Billiard room: bottle green over dark panelling, a lit pool table in the middle."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, standing, window

LEFT, RIGHT, FRONT, BACK = -3.5, 3.5, -3.0, 2.6

PLACE = Place(
    name="Billiard room",
    synonyms=("pool room", "pool hall", "snooker room", "billiards", "games room", "club", "pub"),
    description="A club room round a pool table, with cues, darts and a jukebox.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.0,
    palette=Palette(
        wall="#4B6B5A",
        trim="#6A4128",
        floor="#6E4529",
        floor_alt="#85562F",
        accent="#A8392E",
        curtain="#8A3A32",
        wall_low="#6A4128",
        door="#5A3622",
        ceiling="#D9CDB8",
    ),
    floor="parquet",
    view="street",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(2.4, 1.7, 1.0, 2.4),), "right": (door(1.2),)}),
    furniture=(
        Placed("pool table", (0.0, -0.15), 0.0, "pool table"),
        Placed("billiard lamp", (0.0, -0.15), 0.0, "billiard lamp", z=-0.15),
        Placed(
            "rug",
            (0.0, -0.15),
            0.0,
            "rug",
            options={"size": (4.2, 3.0, 0.014), "colour": "#8A3A32", "accent": "#3E2A24", "style": "frame"},
        ),
        Placed("cue rack", (-1.55, BACK), 0.0, "cue rack", z=0.7),
        Placed("dartboard", (0.0, BACK), 0.0, "dartboard", z=1.5),
        Placed("jukebox", (1.5, 2.2), 0.0, "jukebox"),
        Placed(
            "picture", (-2.6, BACK), 0.0, "picture", z=1.35, options={"size": (0.7, 0.04, 0.9), "style": "portrait"}
        ),
        Placed(
            "picture", (0.85, BACK), 0.0, "picture 2", z=1.5, options={"size": (0.5, 0.04, 0.4), "style": "stripes"}
        ),
        Placed("wall lamp", (-0.75, BACK), 0.0, "wall lamp", z=1.65),
        Placed("wall lamp", (2.4, BACK), 0.0, "wall lamp 2", z=1.65),
        Placed("round table", (-2.75, 1.85), 0.0, "bar table", options={"size": (0.6, 0.6, 1.02), "colour": "#6A4128"}),
        Placed("wine glass", (0.1, 0.05), 0.0, "glass", on="bar table", options={"drink": "#C98A2E"}),
        Placed("bottle", (-0.1, 0.0), 0.0, "bottle", on="bar table"),
        Placed("bar stool", (-2.05, 1.95), 0.0, "bar stool", options={"colour": "#A8392E"}),
        Placed("bar stool", (-2.9, 1.05), 0.0, "bar stool 2", options={"colour": "#A8392E"}),
        Placed("armchair", (2.75, 1.7), -40.0, "armchair", options={"colour": "#7A3B2A"}),
        Placed("side table", (3.1, 0.75), 0.0, "side table"),
        Placed("table lamp", (0.0, 0.0), 0.0, "table lamp", on="side table"),
        Placed(
            "picture", (RIGHT, 0.6), -90.0, "picture 3", z=1.35, options={"size": (0.9, 0.04, 0.65), "style": "hills"}
        ),
        Placed("bookshelf", (-3.3, -1.2), 90.0, "shelf", options={"size": (1.1, 0.32, 1.2)}),
        Placed("trophy", (-0.25, 0.0), 0.0, "trophy", on="shelf"),
        Placed("trophy", (0.2, 0.0), 20.0, "trophy 2", on="shelf", options={"colour": "#B9BDC0"}),
    ),
    positions=(
        standing("Position 1", (-0.7, 1.1), 10.0, "Behind the pool table, left."),
        standing("Position 2", (0.7, 1.1), -10.0, "Behind the pool table, right."),
        standing("Position 3", (-1.8, -0.15), 75.0, "At the left end of the pool table."),
        standing("Position 4", (1.8, -0.15), -75.0, "At the right end of the pool table."),
    ),
    entrances=(Position("door", (2.9, -1.8), -90.0, "From the hall."),),
)

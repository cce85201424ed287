"""Large kitchen: a professional kitchen of steel and white tiles round a long table."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, standing, window

LEFT, RIGHT, FRONT, BACK = -4.1, 4.1, -3.3, 2.7
STEEL = "#9FA6A8"

PLACE = Place(
    name="Large kitchen",
    synonyms=("restaurant kitchen", "professional kitchen", "commercial kitchen", "big kitchen", "hotel kitchen"),
    description="A big kitchen: ranges and sinks along the back, a steel table in the middle, wide floor round it.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.2,
    palette=Palette(
        wall="#C9D2C6",
        trim="#F4F0E6",
        floor="#A57C68",
        floor_alt="#9B735F",
        accent="#B87348",
        curtain="#E6E1D7",
        wall_low="#6F9A9C",
        door="#6F8A8E",
    ),
    floor="tiles",
    view="yard",
    dress_windows="bare",
    walls=room_walls(
        LEFT,
        RIGHT,
        FRONT,
        BACK,
        {"left": (window(1.7, 1.7, 1.15, 2.5), window(4.2, 1.7, 1.15, 2.5)), "right": (door(1.6, 1.1),)},
    ),
    furniture=(
        Placed("fridge", (-3.6, 2.3), 0.0, "fridge", options={"colour": "#C9CDCE"}),
        Placed(
            "kitchen counter",
            (-2.25, 2.35),
            0.0,
            "left counter",
            options={"colour": STEEL, "top": "#C9B79A", "metal": "#E6E6E2"},
        ),
        Placed("stove", (-0.65, 2.34), 0.0, "range", options={"size": (1.24, 0.66, 0.93), "colour": "#8FA0A4"}),
        Placed("stove", (0.62, 2.34), 0.0, "range 2", options={"size": (1.24, 0.66, 0.93), "colour": "#8FA0A4"}),
        Placed(
            "cooker hood", (0.0, BACK), 0.0, "hood", z=1.85, options={"size": (2.7, 0.75, 1.0), "colour": "#B87348"}
        ),
        Placed(
            "kitchen sink", (1.9, 2.36), 0.0, "sink", options={"colour": STEEL, "top": "#C9B79A", "metal": "#E6E6E2"}
        ),
        Placed("storage rack", (3.28, 2.38), 0.0, "rack", options={"colour": "#9FA6A8"}),
        Placed("steel table", (0.1, 0.55), 0.0, "table", options={"size": (2.6, 0.85, 0.9)}),
        Placed("pot rack", (0.1, 0.55), 0.0, "pot rack", z=-0.2),
        Placed("chopping board", (-0.7, -0.05), 5.0, "chopping board", on="table"),
        Placed("fruit bowl", (0.95, 0.1), 0.0, "fruit bowl", on="table"),
        Placed("bowl", (0.2, 0.15), 0.0, "bowl", on="table"),
        Placed("bowl", (0.42, -0.12), 0.0, "bowl 2", on="table", options={"colour": "#B87348"}),
        Placed("plate", (-0.15, -0.15), 0.0, "plate", on="table"),
        Placed("pot", (-0.3, 0.12), 0.0, "pot", on="range", options={"colour": "#B87348"}),
        Placed("pot", (0.3, 0.12), 30.0, "pot 2", on="range", options={"colour": "#C9CDCE"}),
        Placed("frying pan", (-0.2, -0.05), 10.0, "frying pan", on="range 2"),
        Placed("pot", (0.35, 0.14), 0.0, "pot 3", on="range 2", options={"colour": "#B87348"}),
        Placed("jar", (-0.6, 0.12), 0.0, "jar", on="left counter"),
        Placed("jar", (-0.45, 0.15), 0.0, "jar 2", on="left counter", options={"colour": "#C8783F"}),
        Placed("microwave", (0.35, 0.05), 0.0, "microwave", on="left counter"),
        Placed(
            "wall shelf",
            (-2.3, BACK),
            0.0,
            "shelf",
            z=1.55,
            options={"size": (1.5, 0.26, 0.34), "palette": ("#E6DCC4", "#B87348", "#8FB0B4")},
        ),
        Placed("wall hooks", (RIGHT, 0.6), -90.0, "aprons", z=1.15),
        Placed("wall clock", (RIGHT, 1.6), -90.0, "clock", z=2.0),
        Placed("strip light", (-1.5, 0.0), 0.0, "strip light"),
        Placed("strip light", (1.6, 0.0), 0.0, "strip light 2"),
        Placed("sack", (3.6, -0.5), 20.0, "sack"),
        Placed("sack", (3.65, 0.25), -30.0, "sack 2"),
        Placed("steel table", (-3.65, -0.2), 90.0, "side table", options={"size": (1.8, 0.7, 0.9)}),
        Placed("cake", (0.3, 0.0), 0.0, "cake", on="side table"),
        Placed("herbs", (-0.5, 0.05), 0.0, "herbs", on="side table"),
        Placed("herbs", (-0.25, 0.1), 40.0, "herbs 2", on="side table"),
    ),
    positions=(
        standing("Position 1", (-2.1, -0.5), 40.0, "In the open, left."),
        standing("Position 2", (-0.5, 1.5), 0.0, "Between the table and the ranges."),
        standing("Position 3", (0.35, -0.6), 30.0, "In the open, close to 4."),
        standing("Position 4", (1.35, -0.6), -30.0, "In the open, close to 3."),
        standing("Position 5", (2.45, 0.9), -50.0, "In the open, right."),
    ),
    entrances=(Position("door", (3.5, -1.7), -90.0, "From the dining hall."),),
)

"""Apartment kitchen: butter walls, teal cupboards, a checkered floor, a window over the sink."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, standing, window

LEFT, RIGHT, FRONT, BACK = -3.3, 3.3, -2.9, 2.2
TEAL = "#5E8C86"

PLACE = Place(
    name="Apartment kitchen",
    synonyms=("kitchen", "kitchenette", "small kitchen", "flat kitchen", "cook room"),
    description="A cosy kitchen: units along the back wall, a breakfast table by the window, free floor in the middle.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=2.8,
    palette=Palette(
        wall="#E6CE98",
        trim="#F4EBDA",
        floor="#E6DAC2",
        floor_alt="#8FAFA6",
        accent="#D96B4A",
        curtain="#E79A72",
        door="#F1E6D2",
    ),
    floor="checker",
    view="street",
    walls=room_walls(
        LEFT,
        RIGHT,
        FRONT,
        BACK,
        {"back": (window(2.55, 1.15, 1.14, 2.2),), "left": (window(2.6, 1.5, 0.8, 2.2),), "right": (door(1.2),)},
    ),
    furniture=(
        Placed("fridge", (-2.82, 1.8), 0.0, "fridge"),
        Placed("kitchen counter", (-1.48, 1.86), 0.0, "counter", options={"colour": TEAL}),
        Placed("stove", (-0.25, 1.84), 0.0, "stove"),
        Placed("kitchen sink", (0.68, 1.86), 0.0, "sink", options={"colour": TEAL}),
        Placed(
            "kitchen counter", (1.9, 1.86), 0.0, "right counter", options={"colour": TEAL, "size": (1.22, 0.64, 0.9)}
        ),
        Placed("cooker hood", (-0.25, BACK), 0.0, "hood", z=1.75),
        Placed("wall cupboard", (-1.5, BACK), 0.0, "cupboard", z=1.5, options={"size": (1.7, 0.36, 0.75)}),
        Placed("wall cupboard", (2.0, BACK), 0.0, "right cupboard", z=1.5, options={"size": (1.0, 0.36, 0.75)}),
        Placed("toaster", (-0.55, 0.08), 8.0, "toaster", on="counter"),
        Placed("chopping board", (0.1, -0.05), -6.0, "chopping board", on="counter"),
        Placed("jar", (0.62, 0.15), 0.0, "jar", on="counter"),
        Placed("jar", (0.76, 0.12), 0.0, "jar 2", on="counter", options={"colour": "#C8783F"}),
        Placed("pot", (-0.15, 0.15), 20.0, "pot", on="stove"),
        Placed("frying pan", (0.16, -0.2), 20.0, "frying pan", on="stove"),
        Placed("herbs", (0.42, 0.24), 0.0, "herbs", on="sink"),
        Placed("kettle", (-0.3, 0.05), -20.0, "kettle", on="right counter"),
        Placed("mug", (0.02, -0.06), 40.0, "mug", on="right counter"),
        Placed("bowl", (0.3, 0.08), 0.0, "bowl", on="right counter"),
        Placed("round table", (-2.25, -0.75), 0.0, "breakfast table"),
        Placed("dining chair", (-2.25, 0.12), 0.0, "chair"),
        Placed("dining chair", (-1.42, -0.95), -75.0, "chair 2"),
        Placed("fruit bowl", (0.0, 0.05), 0.0, "fruit bowl", on="breakfast table"),
        Placed("mug", (0.25, -0.2), 160.0, "mug 2", on="breakfast table", options={"colour": "#2F5D62"}),
        Placed("magazine", (-0.26, -0.24), -12.0, "magazine", on="breakfast table"),
        Placed("pendant lamp", (-2.25, -0.75), 0.0, "pendant lamp", options={"colour": "#D96B4A"}),
        Placed("pendant lamp", (0.2, 0.2), 0.0, "pendant lamp 2", options={"colour": "#D96B4A"}),
        Placed("wall clock", (RIGHT, 0.3), -90.0, "clock", z=1.75),
        Placed("wall shelf", (RIGHT, 1.1), -90.0, "shelf", z=1.45, options={"size": (0.8, 0.22, 0.28)}),
        Placed("snake plant", (2.95, 1.85), 0.0, "plant"),
        Placed(
            "rug",
            (0.1, 0.95),
            0.0,
            "runner",
            options={"size": (2.2, 0.8, 0.014), "colour": "#E7D8BC", "accent": "#D96B4A"},
        ),
        Placed("waste basket", (2.95, -0.7), 0.0, "bin"),
    ),
    positions=(
        standing("Position 1", (-0.95, 1.0), 25.0, "At the innermost units, beside 2."),
        standing("Position 2", (0.15, 0.85), -20.0, "In the middle of the kitchen, beside 1."),
        standing("Position 3", (2.75, 0.55), -75.0, "On the far right, by the wall."),
        standing("Position 4", (1.3, -0.55), -35.0, "In the open."),
        standing("Position 5", (-0.35, -0.85), 30.0, "In the open."),
    ),
    entrances=(Position("door", (2.7, -1.7), -90.0, "From the hallway."),),
)

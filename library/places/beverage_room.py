"""Beverage room: a mustard break room with a drinks bar, a vending machine and a small table."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, standing, window

LEFT, RIGHT, FRONT, BACK = -3.1, 3.1, -2.7, 2.3
CHAIR = Placed("dining chair", (-1.25, 0.46), 0.0, "chair", options={"accent": "#2F5D62"})

PLACE = Place(
    name="Beverage Room",
    synonyms=("break room", "coffee room", "pantry", "tea room", "cafeteria", "canteen", "coffee shop", "cafe", "bar"),
    description="A break room with a coffee bar at the back, a vending machine and a round table.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=2.9,
    palette=Palette(
        wall="#DDAF5C",
        trim="#F5ECDA",
        floor="#B9A58C",
        floor_alt="#AE9A82",
        accent="#2F5D62",
        curtain="#F2E6CC",
        wall_low="#F0E3C6",
        door="#2F5D62",
    ),
    floor="tiles",
    view="city",
    dress_windows="blinds",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(2.1, 2.2, 0.95, 2.35),), "right": (door(1.35),)}),
    furniture=(
        CHAIR,
        Placed(
            "bar counter", (-0.55, 1.82), 0.0, "coffee bar", options={"colour": "#2F5D62", "size": (2.6, 0.66, 1.06)}
        ),
        Placed("coffee machine", (-0.75, 0.08), 0.0, "coffee machine", on="coffee bar"),
        Placed("mug", (-0.25, -0.05), 30.0, "mug", on="coffee bar"),
        Placed("mug", (-0.12, 0.05), 80.0, "mug 2", on="coffee bar", options={"colour": "#F1EBDD"}),
        Placed("teapot", (0.3, 0.05), 15.0, "teapot", on="coffee bar"),
        Placed("cake", (0.85, 0.05), 0.0, "cake", on="coffee bar"),
        Placed("bottle shelf", (-0.55, BACK), 0.0, "shelf", z=1.38, options={"size": (2.2, 0.26, 1.1)}),
        Placed("vending machine", (1.75, 1.86), 0.0, "vending machine"),
        Placed("water cooler", (2.68, 1.98), 0.0, "water cooler"),
        Placed("round table", (-1.25, -0.82), 0.0, "table", options={"size": (0.8, 0.8, 0.74)}),
        Placed("dining chair", (-2.05, -0.95), 80.0, "chair 2", options={"accent": "#2F5D62"}),
        Placed("glass", (0.12, 0.12), 0.0, "glass", on="table"),
        Placed("magazine", (-0.12, -0.08), 25.0, "magazine", on="table"),
        Placed("pendant lamp", (-1.25, -0.82), 0.0, "pendant lamp"),
        Placed("pendant lamp", (-1.2, 1.6), 0.0, "bar lamp"),
        Placed("pendant lamp", (0.1, 1.6), 0.0, "bar lamp 2"),
        Placed("bar stool", (-1.3, 1.22), 0.0, "bar stool"),
        Placed("bar stool", (0.35, 1.22), 20.0, "bar stool 2"),
        Placed("notice board", (RIGHT, 0.5), -90.0, "notice board", z=1.2),
        Placed("plant", (-2.5, 1.68), 0.0, "plant", options={"pot": "#F1EBDD"}),
        Placed("litter bin", (2.75, 0.6), 0.0, "bin"),
        Placed("poster", (-2.2, BACK), 0.0, "poster", z=1.3, options={"colour": "#2F5D62"}),
        Placed("door mat", (2.65, -1.35), 90.0, "door mat"),
    ),
    positions=(
        sitting("Position 1", CHAIR, "In front of a chair at the table."),
        standing("Position 2", (0.75, -0.1), -30.0, "In the open."),
        standing("Position 3", (2.0, -1.1), -55.0, "Near the entrance."),
    ),
    entrances=(Position("door", (2.6, -1.35), -90.0, "From the corridor."),),
)

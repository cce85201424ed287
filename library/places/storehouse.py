"""Storehouse: brick dust and steel shelving, cartons to the ceiling, one bare bulb."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, standing, window

LEFT, RIGHT, FRONT, BACK = -3.4, 3.4, -3.4, 3.3
CHAIR = Placed("folding chair", (-0.75, 2.35), 12.0, "chair")

PLACE = Place(
    name="Storehouse",
    synonyms=(
        "storeroom",
        "warehouse",
        "storage room",
        "stockroom",
        "basement",
        "cellar",
        "garage",
        "shed",
        "attic",
        "prison",
    ),
    description="A long storeroom: shelving on both sides, a cabinet in the middle, a chair at the very back.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.2,
    palette=Palette(
        wall="#A58F7C",
        trim="#6F665C",
        floor="#9A958C",
        floor_alt="#8F8A82",
        accent="#3E5A78",
        curtain="#8A857C",
        ceiling="#BDB4A6",
        door="#5B6C6A",
    ),
    floor="concrete",
    view="yard",
    dress_windows="bare",
    walls=room_walls(
        LEFT,
        RIGHT,
        FRONT,
        BACK,
        {"left": (window(1.3, 1.3, 1.7, 2.7), window(3.4, 1.3, 1.7, 2.7)), "right": (door(1.2, 1.1, 2.2),)},
    ),
    furniture=(
        CHAIR,
        Placed("cabinet", (0.85, 0.95), -14.0, "cabinet", options={"colour": "#6F7F6A"}),
        Placed("cardboard box", (-0.15, 0.0), 8.0, "box on cabinet", on="cabinet"),
        Placed("storage rack", (1.5, 2.98), 0.0, "back rack"),
        Placed("storage rack", (3.08, 1.6), -90.0, "right rack", options={"variant": 1}),
        Placed("storage rack", (3.08, -0.1), -90.0, "right rack 2", options={"variant": 2}),
        Placed("box stack", (-2.7, 2.75), 6.0, "box stack"),
        Placed("box stack", (-2.75, 0.75), 88.0, "box stack 2", options={"variant": 1}),
        Placed("pallet", (-2.45, -0.9), 4.0, "pallet"),
        Placed("sack", (-0.3, 0.05), 10.0, "sack", on="pallet"),
        Placed("sack", (0.3, -0.05), -10.0, "sack 2", on="pallet"),
        Placed("barrel", (-2.95, -2.0), 0.0, "barrel"),
        Placed("barrel", (-2.25, -2.2), 0.0, "barrel 2"),
        Placed("ladder", (-1.75, 2.75), 12.0, "ladder"),
        Placed("wooden crate seat", (-1.65, 1.55), 24.0, "crate"),
        Placed("tool box", (0.0, 0.0), 10.0, "tool box", on="crate"),
        Placed("hand truck", (1.9, 0.5), -40.0, "hand truck"),
        Placed("tyres", (2.85, -2.9), 0.0, "tyres"),
        Placed("tool board", (-0.3, BACK), 0.0, "tool board", z=1.25),
        Placed("broom", (0.45, 3.05), 0.0, "broom"),
        Placed("bucket", (0.12, 2.75), 0.0, "bucket"),
        Placed("paint tins", (-0.2, 0.0), 0.0, "paint tins", on="barrel 2"),
        Placed("pendant lamp", (0.0, 0.6), 0.0, "lamp", options={"colour": "#5B6C6A"}),
        Placed("pendant lamp", (-0.6, 2.4), 0.0, "back lamp", options={"colour": "#5B6C6A"}),
    ),
    positions=(
        sitting("Position 1", CHAIR, "In front of the chair at the very back."),
        standing("Position 2", (0.65, 0.15), -15.0, "In front of the cabinet in the middle."),
        standing("Position 3", (2.0, -1.7), -35.0, "Near the entrance."),
    ),
    entrances=(Position("door", (2.8, -2.2), -90.0, "From the yard."),),
)

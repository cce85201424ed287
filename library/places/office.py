"""Office: petrol walls over walnut panelling, a heavy desk, two guest chairs, the city behind the window."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, window

LEFT, RIGHT, FRONT, BACK = -3.5, 3.5, -3.1, 3.0
MAIN = Placed("executive chair", (0.2, 2.3), 0.0, "main chair")
GUEST_1 = Placed("armchair", (-1.3, -0.5), 140.0, "guest chair", options={"colour": "#B9713E"})
GUEST_2 = Placed("armchair", (1.7, -0.5), -140.0, "guest chair 2", options={"colour": "#B9713E"})

PLACE = Place(
    name="Office",
    synonyms=(
        "boss's office",
        "manager's office",
        "study",
        "workplace",
        "principal's office",
        "doctor's office",
        "hospital",
    ),
    description="A director's office: the desk faces the room, two guest chairs face the desk.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.0,
    palette=Palette(
        wall="#5B7F85",
        trim="#EDE3D0",
        floor="#7E5230",
        floor_alt="#94643A",
        accent="#B9713E",
        curtain="#D9C7A4",
        wall_low="#7A5236",
        door="#7A5236",
    ),
    floor="parquet",
    view="city",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(2.3, 1.9, 0.98, 2.45),), "right": (door(1.2),)}),
    furniture=(
        MAIN,
        GUEST_1,
        GUEST_2,
        Placed("executive desk", (0.2, 0.88), 0.0, "desk"),
        Placed("laptop", (0.0, 0.29), 180.0, "laptop", on="desk"),
        Placed("desk lamp", (-0.72, 0.1), 150.0, "desk lamp", on="desk"),
        Placed("telephone", (0.62, 0.1), 170.0, "telephone", on="desk"),
        Placed("name plate", (0.05, -0.34), 0.0, "name plate", on="desk"),
        Placed("papers", (0.42, -0.2), 10.0, "papers", on="desk"),
        Placed("pencil cup", (-0.45, 0.2), 0.0, "pencil cup", on="desk"),
        Placed("mug", (0.8, -0.2), 50.0, "mug", on="desk"),
        Placed(
            "rug",
            (0.2, 0.0),
            0.0,
            "rug",
            options={"size": (4.0, 3.2, 0.014), "colour": "#A8503C", "accent": "#EADBC0", "style": "frame"},
        ),
        Placed("bookshelf", (-1.15, 2.82), 0.0, "bookshelf", options={"size": (1.1, 0.32, 2.2), "colour": "#5E3A24"}),
        Placed(
            "bookshelf",
            (1.55, 2.82),
            0.0,
            "bookshelf 2",
            options={"size": (1.1, 0.32, 2.2), "colour": "#5E3A24", "variant": 1},
        ),
        Placed(
            "picture",
            (0.2, BACK),
            0.0,
            "painting",
            z=1.3,
            options={"size": (1.1, 0.05, 0.8), "style": "hills", "frame": "#B98B4B"},
        ),
        Placed("wall map", (RIGHT, 0.6), -90.0, "wall map", z=1.2),
        Placed("filing cabinet", (3.15, 2.65), 0.0, "filing cabinet", options={"colour": "#7A5236"}),
        Placed("globe", (0.0, 0.0), 20.0, "globe", on="filing cabinet"),
        Placed("floor lamp", (-2.2, 2.55), 0.0, "floor lamp"),
        Placed("plant", (-2.95, 2.35), 0.0, "plant"),
        Placed("sideboard", (3.24, -0.7), -90.0, "sideboard", options={"size": (1.6, 0.45, 0.78), "colour": "#7A5236"}),
        Placed("folders", (-0.4, 0.0), 0.0, "folders", on="sideboard"),
        Placed("trophy", (0.2, 0.0), 0.0, "trophy", on="sideboard"),
        Placed("trophy", (0.45, 0.05), 30.0, "trophy 2", on="sideboard"),
        Placed("coat rack", (-3.15, -0.9), 0.0, "coat rack"),
        Placed("waste basket", (1.5, 1.75), 0.0, "waste basket"),
    ),
    positions=(
        sitting("Position 1", GUEST_1, "In front of the left guest chair."),
        sitting("Position 2", GUEST_2, "In front of the right guest chair."),
        sitting("Position 3", MAIN, "In front of the main chair, behind the desk."),
    ),
    entrances=(Position("door", (2.9, -1.9), -90.0, "From the corridor."),),
)

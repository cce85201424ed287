"""Work room: a pale mint atelier for sewing and making, cloth and tools everywhere."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, standing, window

LEFT, RIGHT, FRONT, BACK = -3.7, 3.7, -2.9, 3.4
CHAIR_1 = Placed("dining chair", (-0.55, 1.1), 0.0, "chair", options={"accent": "#D9694A"})
CHAIR_2 = Placed("office chair", (2.0, 2.99), 0.0, "back chair", options={"colour": "#D9694A"})
CHAIR_4 = Placed("dining chair", (0.6, 1.1), 0.0, "chair 2", options={"accent": "#D9694A"})

PLACE = Place(
    name="Work room",
    synonyms=("workroom", "workshop", "studio", "atelier", "craft room", "sewing room", "laboratory", "lab"),
    description="A workshop: a big table in the middle, a desk at the back, cloth, thread and tools on the walls.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.1,
    palette=Palette(
        wall="#BFD0BC",
        trim="#F4F0E2",
        floor="#B58A58",
        floor_alt="#C79B68",
        accent="#D9694A",
        curtain="#F2EBDA",
        door="#D9694A",
    ),
    view="yard",
    dress_windows="bare",
    walls=room_walls(
        LEFT,
        RIGHT,
        FRONT,
        BACK,
        {"left": (window(1.8, 1.9, 0.9, 2.6), window(4.3, 1.9, 0.9, 2.6)), "right": (door(1.1),)},
    ),
    furniture=(
        CHAIR_1,
        CHAIR_2,
        CHAIR_4,
        Placed(
            "dining table", (0.1, -0.28), 0.0, "work table", options={"size": (2.5, 1.05, 0.75), "colour": "#C49A66"}
        ),
        Placed("sewing machine", (-0.5, 0.1), 180.0, "sewing machine", on="work table"),
        Placed("papers", (0.35, 0.2), 0.0, "papers", on="work table"),
        Placed("pencil cup", (0.75, 0.3), 0.0, "pencil cup", on="work table"),
        Placed("mug", (0.95, -0.1), 40.0, "mug", on="work table"),
        Placed("books", (-1.0, -0.25), 15.0, "books", on="work table"),
        Placed("writing desk", (2.0, 1.7), 0.0, "back desk"),
        Placed("laptop", (-0.1, 0.2), 180.0, "laptop", on="back desk"),
        Placed("desk lamp", (-0.55, 0.05), 150.0, "desk lamp", on="back desk"),
        Placed("folders", (0.5, -0.05), 180.0, "folders", on="back desk"),
        Placed("dress form", (-2.0, 2.4), 15.0, "dress form"),
        Placed("fabric rolls", (-0.75, 3.08), 0.0, "fabric rolls"),
        Placed("thread rack", (0.55, BACK), 0.0, "thread rack", z=1.35),
        Placed("tool board", (-0.75, BACK), 0.0, "tool board", z=1.45),
        Placed(
            "bookshelf",
            (-2.9, 3.22),
            0.0,
            "shelf",
            options={"size": (1.1, 0.32, 1.95), "colour": "#C49A66", "fill": 0.7},
        ),
        Placed("wall shelf", (2.0, BACK), 0.0, "wall shelf", z=1.75, options={"size": (1.4, 0.24, 0.3)}),
        Placed("ironing board", (-2.75, -0.2), 80.0, "ironing board"),
        Placed("workbench", (3.28, -0.2), -90.0, "workbench", options={"size": (1.8, 0.7, 0.9)}),
        Placed("tool box", (0.4, 0.0), 0.0, "tool box", on="workbench"),
        Placed("paint tins", (-0.45, 0.05), 0.0, "paint tins", on="workbench"),
        Placed("notice board", (RIGHT, -0.2), -90.0, "notice board", z=1.3),
        Placed("pendant lamp", (-0.5, -0.25), 0.0, "pendant lamp", options={"colour": "#D9694A"}),
        Placed("pendant lamp", (0.7, -0.25), 0.0, "pendant lamp 2", options={"colour": "#D9694A"}),
        Placed("cardboard box", (3.3, 1.3), 12.0, "box"),
        Placed("ladder", (3.2, 2.5), 0.0, "ladder"),
        Placed("plant", (-3.15, 1.5), 0.0, "plant"),
        Placed("waste basket", (-1.5, 0.65), 0.0, "waste basket"),
        Placed(
            "rug",
            (0.1, 0.2),
            0.0,
            "rug",
            options={"size": (3.6, 2.6, 0.014), "colour": "#E9DFC8", "accent": "#7FA08A", "style": "frame"},
        ),
    ),
    positions=(
        sitting("Position 1", CHAIR_1, "In front of the big table in the middle, left seat."),
        sitting("Position 2", CHAIR_2, "In front of the desk at the back."),
        standing("Position 3", (-1.55, -0.35), 70.0, "At the left end of the big table."),
        sitting("Position 4", CHAIR_4, "In front of the big table in the middle, right seat."),
        standing("Position 5", (1.95, -0.6), -40.0, "In the open."),
    ),
    entrances=(Position("door", (3.1, -1.8), -90.0, "From the corridor."),),
)

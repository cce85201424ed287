"""Meeting room: cool grey walls and a long table seen from its end, orange chairs, the city outside."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, window

LEFT, RIGHT, FRONT, BACK = -3.5, 3.5, -3.7, 3.5
SIDE, ROWS = 1.57, (0.95, 0.0, -0.95)
HEAD = Placed("executive chair", (0.0, 2.46), 0.0, "head chair", options={"colour": "#2F3D4E"})
RIGHT_CHAIRS = tuple(
    Placed("office chair", (SIDE, y), -90.0, f"right chair {k + 1}", options={"colour": "#D9783A"})
    for k, y in enumerate(ROWS)
)
LEFT_CHAIRS = tuple(
    Placed("office chair", (-SIDE, y), 90.0, f"left chair {k + 1}", options={"colour": "#D9783A"})
    for k, y in enumerate(reversed(ROWS))
)

PLACE = Place(
    name="Meeting room",
    synonyms=("conference room", "boardroom", "board room", "classroom", "briefing room"),
    description="A long table with a seat at its head and three on either side, a screen on the back wall.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=2.9,
    palette=Palette(
        wall="#AEBBC2",
        trim="#EEF0EE",
        floor="#56687A",
        floor_alt="#5E7185",
        accent="#D9783A",
        curtain="#E9ECEA",
        door="#8A5A34",
    ),
    floor="carpet",
    view="city",
    dress_windows="blinds",
    walls=room_walls(
        LEFT,
        RIGHT,
        FRONT,
        BACK,
        {"left": (window(1.9, 2.3, 0.75, 2.45), window(4.7, 2.3, 0.75, 2.45)), "right": (door(1.2),)},
    ),
    furniture=(
        HEAD,
        *RIGHT_CHAIRS,
        *LEFT_CHAIRS,
        Placed("meeting table", (0.0, 0.0), 90.0, "meeting table", options={"size": (3.0, 1.2, 0.75)}),
        Placed("laptop", (1.05, 0.0), 90.0, "laptop", on="meeting table"),
        Placed("papers", (0.9, 0.35), 5.0, "papers", on="meeting table"),
        Placed("papers", (-0.05, -0.35), 170.0, "papers 2", on="meeting table"),
        Placed("papers", (-0.95, 0.36), 10.0, "papers 3", on="meeting table"),
        Placed("mug", (0.6, -0.34), 30.0, "mug", on="meeting table"),
        Placed("mug", (-0.55, 0.3), 130.0, "mug 2", on="meeting table", options={"colour": "#2F3D4E"}),
        Placed("glass", (0.25, 0.36), 0.0, "glass", on="meeting table"),
        Placed("wall screen", (0.0, BACK), 0.0, "wall screen", z=1.15, options={"size": (2.2, 0.06, 1.25)}),
        Placed("whiteboard", (RIGHT, 0.4), -90.0, "whiteboard", z=0.95, options={"size": (2.4, 0.08, 1.2)}),
        Placed("sideboard", (2.4, 3.22), 0.0, "sideboard", options={"size": (1.4, 0.45, 0.78)}),
        Placed("coffee machine", (-0.4, 0.0), 0.0, "coffee machine", on="sideboard"),
        Placed("mug", (0.05, 0.0), 0.0, "mug 3", on="sideboard"),
        Placed("fern", (0.45, 0.0), 0.0, "fern", on="sideboard"),
        Placed("flip chart", (-2.6, 2.7), 22.0, "flip chart"),
        Placed("plant", (3.0, -3.2), 0.0, "plant"),
        Placed("snake plant", (-1.7, 3.2), 0.0, "plant 2", options={"pot": "#EEF0EE"}),
        Placed("strip light", (0.0, 1.0), 90.0, "strip light"),
        Placed("strip light", (0.0, -1.0), 90.0, "strip light 2"),
        Placed("wall clock", (1.75, BACK), 0.0, "clock", z=1.9),
        Placed("water cooler", (3.2, 2.1), -90.0, "water cooler"),
        Placed("waste basket", (3.2, -1.3), 0.0, "waste basket"),
    ),
    positions=(
        sitting("Position 1", HEAD, "In front of the middle seat at the head of the table."),
        sitting("Position 2", RIGHT_CHAIRS[0], "In front of the right seat next to the head."),
        sitting("Position 3", RIGHT_CHAIRS[1], "In front of the middle right seat."),
        sitting("Position 4", RIGHT_CHAIRS[2], "In front of the last right seat."),
        sitting("Position 5", LEFT_CHAIRS[0], "In front of the last left seat."),
        sitting("Position 6", LEFT_CHAIRS[1], "In front of the middle left seat."),
        sitting("Position 7", LEFT_CHAIRS[2], "In front of the left seat next to the head."),
    ),
    entrances=(Position("door", (2.8, -2.4), -90.0, "From the corridor."),),
)

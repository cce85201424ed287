"""Photo studio: a plain room with even light, where people and actions are shown without distraction."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, standing, window

LEFT, RIGHT, FRONT, BACK = -4.6, 4.6, -4.2, 3.0
LEFT_CHAIR = Placed("dining chair", (-2.5, 1.15), 25.0, "left chair")
RIGHT_CHAIR = Placed("dining chair", (2.5, 1.15), -25.0, "right chair")

PLACE = Place(
    name="Photo Studio",
    synonyms=("photographer's studio", "film studio", "casting studio", "portrait studio", "rehearsal room"),
    description="A plain room with soft walls and two chairs: for portraits, auditions and rehearsals.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.4,
    palette=Palette(
        wall="#6F9391",
        trim="#6F9391",
        floor="#7F9E9B",
        floor_alt="#7B9A97",
        accent="#C4572E",
        curtain="#E9E2D4",
        door="#5F7F7D",
    ),
    floor="concrete",
    view="city",
    dress_windows="bare",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(3.4, 2.4, 0.9, 2.7),), "right": (door(1.6),)}),
    furniture=(
        LEFT_CHAIR,
        RIGHT_CHAIR,
        Placed("floor lamp", (-4.1, 2.5), 0.0, "left lamp"),
        Placed("floor lamp", (4.1, 2.5), 0.0, "right lamp"),
    ),
    positions=(
        standing("Position 1", (0.0, 0.0), 0.0, "In the middle of the floor."),
        standing("Position 2", (1.1, -0.9), 0.0, "Right of the middle."),
        standing("Position 3", (-1.1, -0.9), 0.0, "Left of the middle."),
        sitting("Position 4", LEFT_CHAIR, "In front of the left chair."),
        sitting("Position 5", RIGHT_CHAIR, "In front of the right chair."),
    ),
    entrances=(Position("door", (4.0, -2.2), -90.0, "From the corridor."),),
)

"""Relaxing room: blush walls, pale boards, many plants, a fireplace and a deep sofa."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, standing, window

LEFT, RIGHT, FRONT, BACK = -3.7, 3.7, -3.1, 2.8
SOFA = Placed("sofa", (0.55, 2.2), 0.0, "sofa", options={"colour": "#7F9A7A", "pillows": ("#E8C8A8", "#C9735A")})

PLACE = Place(
    name="Relaxing Room",
    synonyms=("relax room", "rest room", "chill out room", "recreation room", "quiet room", "bedroom", "spa", "winter garden"),
    description="A soft, bright room with a sofa, plants, a piano and a fireplace.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.0,
    palette=Palette(
        wall="#D9B49C", trim="#F8EFE2", floor="#C59A66", floor_alt="#D6AF7E", accent="#7F9A7A", curtain="#F6ECDD",
        door="#F3E6D4",
    ),
    view="garden",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(1.6, 1.7, 0.35, 2.5), window(4.0, 1.7, 0.35, 2.5)), "front": (door(6.4),)}),
    furniture=(
        SOFA,
        Placed("rug", (0.5, 0.55), 0.0, "rug", options={"size": (3.2, 2.2, 0.014), "colour": "#F1E6D4", "accent": "#C9938A", "style": "diamonds"}),
        Placed("pouf", (-0.1, 0.55), 0.0, "pouf", options={"colour": "#C9735A"}),
        Placed("pouf", (0.75, 0.35), 0.0, "pouf 2", options={"colour": "#E3B878"}),
        Placed("teapot", (0.0, 0.0), 30.0, "teapot", on="pouf 2"),
        Placed("fireplace", (3.48, 0.7), -90.0, "fireplace"),
        Placed("candle", (-0.5, 0.0), 0.0, "candle", on="fireplace"),
        Placed("vase", (0.4, 0.0), 0.0, "vase", on="fireplace", options={"colour": "#7F9A7A"}),
        Placed("mirror", (RIGHT, 0.7), -90.0, "mirror", z=1.5, options={"size": (0.8, 0.04, 0.9)}),
        Placed("piano", (-2.1, 2.47), 0.0, "piano", options={"colour": "#6A4128"}),
        Placed("stool", (-2.1, 1.65), 0.0, "piano stool"),
        Placed("candle", (-0.5, 0.05), 0.0, "candle 2", on="piano"),
        Placed("fern", (0.45, 0.05), 0.0, "fern", on="piano"),
        Placed("picture", (0.1, BACK), 0.0, "picture", z=1.4, options={"size": (0.7, 0.04, 0.9), "style": "hills", "frame": "#D9C09A"}),
        Placed("picture", (1.0, BACK), 0.0, "picture 2", z=1.4, options={"size": (0.7, 0.04, 0.9), "variant": 1, "frame": "#D9C09A"}),
        Placed("hanging plant", (-0.85, 2.3), 0.0, "hanging plant"),
        Placed("hanging plant", (2.2, 2.35), 50.0, "hanging plant 2", z=-0.15),
        Placed("plant", (2.75, 2.25), 0.0, "plant", options={"pot": "#C9735A"}),
        Placed("snake plant", (-3.35, 2.4), 0.0, "snake plant"),
        Placed("plant", (-3.15, 0.0), 80.0, "plant 2"),
        Placed("paper lantern", (0.5, 0.4), 0.0, "paper lantern"),
        Placed("table lamp", (0.0, 0.0), 0.0, "table lamp", on="side table", options={"accent": "#C9735A"}),
        Placed("side table", (2.0, 2.35), 0.0, "side table"),
        Placed("armchair", (2.6, -1.0), -125.0, "armchair", options={"colour": "#E8C8A8"}),
        Placed("guitar", (-3.35, -1.6), 90.0, "guitar"),
        Placed("record player", (0.0, 0.0), 0.0, "record player", on="low shelf"),
        Placed("bookshelf", (3.53, -2.2), -90.0, "low shelf", options={"size": (1.2, 0.32, 0.84), "colour": "#B98B58"}),
    ),
    positions=(
        standing("Position 1", (-1.9, 0.5), 45.0, "In the open, left."),
        standing("Position 2", (-0.7, -0.75), 20.0, "In the open, in the middle."),
        standing("Position 3", (1.55, -0.55), -40.0, "In the open, right."),
        sitting("Position 4", SOFA, "In front of the sofa, beside 5."),
        sitting("Position 5", SOFA, "In front of the sofa, beside 4.", 1),
    ),
    entrances=(Position("door", (2.7, -2.6), 180.0, "From the hallway."),),
)  # fmt: skip

"""Reception room: cream and coral, a front desk at the back, a waiting sofa on the left."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, standing, window

LEFT, RIGHT, FRONT, BACK = -3.8, 3.8, -3.1, 3.0
SOFA = Placed("sofa", (-2.35, 0.9), 42.0, "sofa", options={"colour": "#D9735A", "pillows": ("#F1E6D2", "#6F9A94")})

PLACE = Place(
    name="Reception Room",
    synonyms=("reception", "lobby", "waiting room", "front desk", "entrance hall", "foyer", "hotel lobby", "bank", "police station"),
    description="A bright reception: a front desk at the back, a sofa for waiting, open floor between.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=3.1,
    palette=Palette(
        wall="#EBD9BF", trim="#FAF4E8", floor="#CFC0A8", floor_alt="#C6B69E", accent="#D9735A", curtain="#F4EADA",
        door="#8A5A34",
    ),
    floor="tiles",
    view="street",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(2.6, 2.4, 0.5, 2.55),), "right": (door(1.5, 1.2, 2.2),)}, {"back": "#7FA39B"}),
    furniture=(
        SOFA,
        Placed("front desk", (1.5, 1.55), 0.0, "front desk"),
        Placed("monitor", (-0.6, 0.12), 180.0, "monitor", on="front desk", z=-0.33, options={"style": "chart"}),
        Placed("keyboard", (-0.55, 0.3), 180.0, "keyboard", on="front desk", z=-0.33),
        Placed("bell", (0.35, -0.26), 0.0, "bell", on="front desk"),
        Placed("flowers", (0.95, -0.26), 0.0, "flowers", on="front desk"),
        Placed("papers", (-0.2, -0.26), 90.0, "papers", on="front desk"),
        Placed("office chair", (2.5, 2.4), -20.0, "desk chair", options={"colour": "#6F9A94"}),
        Placed("round rug", (-1.2, -0.35), 0.0, "rug", options={"colour": "#EADBC2", "accent": "#6F9A94", "size": (2.4, 2.4, 0.014)}),
        Placed("coffee table", (-0.98, -0.6), 42.0, "coffee table", options={"size": (0.9, 0.5, 0.4)}),
        Placed("magazine", (-0.2, 0.02), 20.0, "magazine", on="coffee table"),
        Placed("vase", (0.2, 0.05), 0.0, "vase", on="coffee table", options={"colour": "#6F9A94"}),
        Placed("arc lamp", (-3.0, 2.4), 0.0, "arc lamp"),
        Placed("plant", (-1.45, 2.5), 0.0, "plant"),
        Placed("plant", (3.3, -0.3), 0.0, "plant 2", options={"pot": "#D9735A"}),
        Placed("picture", (0.5, BACK), 0.0, "picture", z=1.5, options={"size": (0.8, 0.05, 0.8), "frame": "#B98B58"}),
        Placed("picture", (1.5, BACK), 0.0, "picture 2", z=1.5, options={"size": (0.8, 0.05, 0.8), "variant": 1, "frame": "#B98B58"}),
        Placed("picture", (2.5, BACK), 0.0, "picture 3", z=1.5, options={"size": (0.8, 0.05, 0.8), "variant": 2, "frame": "#B98B58"}),
        Placed("wall clock", (-0.6, BACK), 0.0, "clock", z=1.9),
        Placed("pendant lamp", (0.8, 1.45), 0.0, "pendant lamp", options={"colour": "#D9735A"}),
        Placed("pendant lamp", (2.2, 1.45), 0.0, "pendant lamp 2", options={"colour": "#D9735A"}),
        Placed("water cooler", (3.55, 1.1), -90.0, "water cooler"),
        Placed("notice board", (RIGHT, 0.5), -90.0, "notice board", z=1.25),
        Placed("coat rack", (-3.3, -1.8), 0.0, "coat rack"),
        Placed("door mat", (3.35, -1.6), 90.0, "door mat"),
    ),
    positions=(
        sitting("Position 1", SOFA, "In front of the sofa."),
        sitting("Position 2", SOFA, "In front of the sofa.", 1),
        standing("Position 3", (0.55, -0.25), -30.0, "In the open."),
        standing("Position 4", (1.9, 0.3), -40.0, "In the open, before the front desk."),
        standing("Position 5", (1.2, 2.38), 0.0, "Behind the front desk."),
    ),
    entrances=(Position("door", (3.3, -1.6), -90.0, "From the street."),),
)  # fmt: skip

"""Gaming room: violet walls, glowing screens, a sofa and two computer desks."""

from library.places.model import Palette, Place, Placed, Position
from library.places.plan import door, rectangle, room_walls, sitting, window

LEFT, RIGHT, FRONT, BACK = -3.9, 3.9, -3.0, 2.8
SOFA = Placed("sofa", (-2.05, 1.35), 28.0, "sofa", options={"colour": "#3F6FA3", "pillows": ("#E2694A", "#F2C14E")})
CHAIR_3 = Placed("gaming chair", (0.35, -0.15), 78.0, "middle chair", options={"colour": "#E2694A"})
CHAIR_4 = Placed("gaming chair", (2.08, 1.72), 87.0, "far chair", options={"colour": "#3FA3A5"})

PLACE = Place(
    name="Gaming room",
    synonyms=("game room", "computer room", "arcade", "playroom", "internet cafe", "esports room"),
    description="A den with a sofa, an arcade machine and two computer desks.",
    outline=rectangle(LEFT, RIGHT, FRONT, BACK),
    height=2.9,
    palette=Palette(
        wall="#6A5F96",
        trim="#3A3554",
        floor="#474668",
        floor_alt="#504F76",
        accent="#E2694A",
        curtain="#3F6FA3",
        ceiling="#CFC9E0",
        door="#3A3554",
    ),
    floor="carpet",
    view="city",
    dress_windows="blinds",
    walls=room_walls(LEFT, RIGHT, FRONT, BACK, {"left": (window(3.6, 1.6, 0.9, 2.2),), "front": (door(6.6),)}),
    furniture=(
        SOFA,
        CHAIR_3,
        CHAIR_4,
        Placed("gaming desk", (1.78, 0.15), -102.0, "middle desk"),
        Placed("gaming desk", (3.42, 1.66), -93.0, "far desk", options={"accent": "#3FE0C0"}),
        Placed(
            "monitor", (-0.1, 0.12), 0.0, "monitor", on="middle desk", options={"style": "game", "screen": "#5FA8D8"}
        ),
        Placed("keyboard", (-0.05, -0.2), 0.0, "keyboard", on="middle desk"),
        Placed("mug", (0.5, -0.1), 20.0, "mug", on="middle desk"),
        Placed(
            "monitor", (-0.32, 0.12), 12.0, "monitor 2", on="far desk", options={"style": "game", "screen": "#5FA8D8"}
        ),
        Placed("monitor", (0.32, 0.12), -12.0, "monitor 3", on="far desk"),
        Placed("keyboard", (0.0, -0.2), 0.0, "keyboard 2", on="far desk"),
        Placed("arcade machine", (0.4, 2.3), 0.0, "arcade machine"),
        Placed(
            "arcade machine", (1.25, 2.3), 0.0, "arcade machine 2", options={"colour": "#B5322A", "accent": "#3FE0C0"}
        ),
        Placed("poster", (-3.0, BACK), 0.0, "poster", z=1.35),
        Placed("poster", (-2.2, BACK), 0.0, "poster 2", z=1.42, options={"colour": "#B5322A", "accent": "#3FE0C0"}),
        Placed("poster", (-1.4, BACK), 0.0, "poster 3", z=1.35, options={"colour": "#2A2A44", "accent": "#F2C14E"}),
        Placed("string lights", (-2.0, BACK), 0.0, "string lights", z=2.3),
        Placed("string lights", (2.6, BACK), 0.0, "string lights 2", z=2.3),
        Placed("wall shelf", (RIGHT, 1.6), -90.0, "shelf", z=1.6, options={"size": (1.3, 0.24, 0.3)}),
        Placed("round rug", (-1.15, -0.25), 0.0, "rug", options={"colour": "#E2694A", "accent": "#3A3554"}),
        Placed("pouf", (-1.2, -0.45), 0.0, "pouf", options={"colour": "#F2C14E"}),
        Placed("game console", (0.0, 0.0), 20.0, "game console", on="pouf"),
        Placed("bean bag", (-2.9, -0.5), 60.0, "bean bag", options={"colour": "#E2694A"}),
        Placed("speaker", (-0.45, 2.5), 0.0, "speaker"),
        Placed("snake plant", (-3.55, 2.45), 0.0, "plant"),
        Placed("poster", (RIGHT, -0.6), -90.0, "poster 4", z=1.3, options={"colour": "#3FA3A5"}),
        Placed("sideboard", (3.62, -1.4), -90.0, "sideboard"),
        Placed("television", (0.0, 0.0), 0.0, "television", on="sideboard"),
        Placed("floor lamp", (-3.5, 0.9), 0.0, "floor lamp"),
    ),
    positions=(
        sitting("Position 1", SOFA, "In front of the sofa, beside 2."),
        sitting("Position 2", SOFA, "In front of the sofa, beside 1.", 1),
        sitting("Position 3", CHAIR_3, "In front of the computer desk in the middle."),
        sitting("Position 4", CHAIR_4, "In front of the computer desk at the far end."),
    ),
    entrances=(Position("door", (2.7, -2.5), 180.0, "From the hallway."),),
)

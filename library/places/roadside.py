"""Roadside: a quiet street of gabled houses with two benches on the pavement."""

from library.places.model import Palette, Place, Placed, Position, Strip
from library.places.plan import rectangle, sitting

LEFT_BENCH = Placed("bench", (-1.5, 0.72), 12.0, "left bench")
RIGHT_BENCH = Placed("bench", (1.5, 0.72), -12.0, "right bench")


def _fence() -> tuple[Placed, ...]:
    spans = (-10.6, -7.55, -3.2, -0.1, 2.95, 7.3, 10.4)
    return tuple(Placed("picket fence", (x, 1.62), 0.0, f"fence {k + 1}") for k, x in enumerate(spans))


def _houses() -> tuple[Placed, ...]:
    looks = (
        (-13.4, "#E4C9A0", "#8A5A4C", "#2F5D62", 1, 5.0),
        (-6.0, "#C58468", "#5F6670", "#3A566F", 2, 7.3),
        (1.2, "#93B5AE", "#8F5546", "#A24A38", 1, 5.0),
        (8.4, "#EBDDC3", "#5A6470", "#4F6B45", 2, 7.3),
        (15.6, "#D9A05F", "#6A4038", "#33506B", 1, 5.0),
    )
    return tuple(
        Placed(
            "house",
            (x, 6.6 + 0.3 * (k % 2)),
            0.0,
            f"house {k + 1}",
            options={
                "colour": wall,
                "roof": roof,
                "door": door,
                "storeys": floors,
                "entry": k,
                "size": (5.4, 5.2, height),
            },
        )
        for k, (x, wall, roof, door, floors, height) in enumerate(looks)
    )


def _opposite() -> tuple[Placed, ...]:
    looks = (
        (-12.0, "#D8B98C", "#5A6470", 2, 7.3),
        (-5.0, "#9FB59A", "#8C4A38", 1, 5.0),
        (2.0, "#E2C7A4", "#6A4038", 2, 7.3),
        (9.0, "#B98A72", "#4E5A66", 1, 5.0),
        (15.6, "#DCCFB4", "#8C4A38", 2, 7.3),
    )
    return tuple(
        Placed(
            "house",
            (x, -15.4),
            180.0,
            f"opposite house {k + 1}",
            options={
                "colour": wall,
                "roof": roof,
                "storeys": floors,
                "entry": k,
                "rows": 4,
                "fine": False,
                "size": (5.8, 5.2, height),
            },
        )
        for k, (x, wall, roof, floors, height) in enumerate(looks)
    )


PLACE = Place(
    name="Roadside",
    synonyms=("street", "road", "sidewalk", "pavement", "outside", "outdoors", "bus stop", "avenue", "lane"),
    description="A quiet street: two benches on the pavement before garden fences, trees and gabled houses.",
    outline=rectangle(-13.0, 13.0, -7.8, 1.4),
    exterior=True,
    palette=Palette(wall="#E4C9A0", trim="#F1E9DA", floor="#A8A096", floor_alt="#99928A", accent="#B23A2A"),
    strips=(
        Strip("grass", -40.0, -10.6, -0.03),
        Strip("pavement", -10.6, -8.2, -0.03),
        Strip("kerb", -8.2, -8.0, 0.0),
        Strip("road", -8.0, -1.9, -0.05),
        Strip("kerb", -1.9, -1.7, 0.012),
        Strip("pavement", -1.7, 1.24, 0.0),
        Strip("kerb", 1.24, 1.32, 0.015),
        Strip("grass", 1.32, 36.0, -0.01),
    ),
    length=100.0,
    furniture=(
        LEFT_BENCH,
        RIGHT_BENCH,
        *_fence(),
        *_houses(),
        *_opposite(),
        Placed("tree", (-2.4, 2.75), 0.0, "tree 1", options={"size": (2.8, 2.8, 4.9)}),
        Placed(
            "tree", (4.6, 2.9), 60.0, "tree 2", options={"colour": "#8FA83F", "size": (2.5, 2.5, 4.4), "variant": 1}
        ),
        Placed(
            "tree",
            (-9.2, 3.0),
            130.0,
            "tree 3",
            options={"colour": "#C08A38", "size": (2.6, 2.6, 4.6), "variant": 2, "cards": 120},
        ),
        Placed("tree", (10.9, 3.2), 200.0, "tree 4", options={"size": (2.8, 2.8, 4.9), "cards": 60}),
        Placed(
            "tree",
            (-8.4, -11.4),
            20.0,
            "tree 5",
            options={"colour": "#8FA83F", "size": (2.5, 2.5, 4.4), "variant": 1, "cards": 40, "detail": 2},
        ),
        Placed("tree", (5.6, -11.6), 80.0, "tree 6", options={"size": (2.8, 2.8, 4.9), "cards": 40, "detail": 2}),
        Placed("bush", (0.2, 2.5), 0.0, "bush 1"),
        Placed("bush", (7.1, 2.6), 15.0, "bush 2"),
        Placed("bush", (-6.0, 2.7), -10.0, "bush 3"),
        Placed("bush", (-2.4, 5.4), 4.0, "bush 4", options={"size": (1.5, 0.9, 0.95)}),
        Placed("bush", (4.8, 5.2), -5.0, "bush 5", options={"size": (1.3, 0.9, 0.9)}),
        Placed("lamp post", (3.55, -1.35), 0.0, "lamp post"),
        Placed("lamp post", (-7.0, -1.35), 0.0, "lamp post 2"),
        Placed("letter box", (-3.7, 0.95), 0.0, "letter box"),
        Placed("litter bin", (3.0, 0.95), 0.0, "litter bin"),
        Placed("hydrant", (-4.9, -1.3), 0.0, "hydrant"),
        Placed("bicycle", (5.6, 1.2), 4.0, "bicycle"),
        Placed("grass tufts", (-2.0, 1.62), 0.0, "tufts 1", options={"colour": "#6FA238"}),
        Placed("grass tufts", (2.0, 1.62), 0.0, "tufts 2", options={"colour": "#6FA238"}),
        Placed("grass tufts", (-6.0, 1.62), 0.0, "tufts 3", options={"colour": "#6FA238"}),
        Placed("grass tufts", (6.0, 1.62), 0.0, "tufts 4", options={"colour": "#6FA238"}),
        Placed("hedge", (-6.0, -12.2), 180.0, "hedge 1", options={"size": (8.0, 0.6, 1.0)}),
        Placed("hedge", (8.0, -12.2), 180.0, "hedge 2", options={"size": (8.0, 0.6, 1.0)}),
        Placed("hills", (0.0, 26.0), 0.0, "hills behind", options={"size": (90.0, 8.0, 8.0)}),
        Placed("hills", (0.0, -34.0), 180.0, "hills across", options={"size": (90.0, 8.0, 8.0)}),
        Placed("hills", (42.0, -4.0), -90.0, "hills right"),
        Placed("hills", (-42.0, -4.0), 90.0, "hills left"),
        Placed("poplar", (-16.5, 3.4), 0.0, "poplar 1"),
        Placed("poplar", (-9.2, 8.4), 40.0, "poplar 3"),
        Placed("poplar", (4.8, 9.6), 80.0, "poplar 4"),
        Placed("poplar", (-2.9, 10.4), 20.0, "poplar 5"),
        Placed("street sign", (8.6, -1.35), 0.0, "street sign"),
        Placed("flower box", (-8.2, 1.1), 0.0, "flower box"),
        Placed("bollard", (5.4, -1.42), 0.0, "bollard 1"),
        Placed("bollard", (6.9, -1.42), 0.0, "bollard 2"),
        Placed("poplar", (17.5, 3.4), 0.0, "poplar 2"),
    ),
    positions=(
        sitting("Position 1", LEFT_BENCH, "In front of the bench on the left."),
        sitting("Position 2", RIGHT_BENCH, "In front of the bench on the right."),
    ),
    entrances=(
        Position("left", (-9.0, -0.5), 90.0, "Along the pavement from the left."),
        Position("right", (9.0, -0.5), -90.0, "Along the pavement from the right."),
    ),
)

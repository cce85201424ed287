"""The places: named as the film scripts name them, with free positions, real seats and things that rest."""

from __future__ import annotations

import itertools
import json
import math
import os
from pathlib import Path

import numpy as np
import pytest

from library.motion.paths import shortest
from library.places import PLACES, find, places
from library.places.build import build
from library.places.model import Footprint, Placed
from library.places.resting import settle
from library.props import PROPS

NAMES = sorted(PLACES.names)
BODY = 0.27


@pytest.fixture(scope="module")
def built():
    return {p.name: build(p) for p in PLACES}


def listed() -> dict:
    root = Path(os.environ.get("SHOTWRIGHT_SHARED", Path(__file__).parents[3].parent / "shared"))
    path = root / "data" / "filmagent" / "positions.json"
    if not path.exists():
        pytest.skip("the list of positions is not here")
    return json.loads(path.read_text())


def local(foot: Footprint, point) -> tuple[float, float]:
    a = math.radians(foot.yaw)
    dx, dy = point[0] - foot.at[0], point[1] - foot.at[1]
    return dx * math.cos(a) + dy * math.sin(a), -dx * math.sin(a) + dy * math.cos(a)


def distance(foot: Footprint, point) -> float:
    x, y = local(foot, point)
    qx, qy = abs(x) - foot.size[0] / 2, abs(y) - foot.size[1] / 2
    return math.hypot(max(qx, 0), max(qy, 0)) + min(max(qx, qy), 0)


def corners(foot: Footprint) -> np.ndarray:
    a = math.radians(foot.yaw)
    turn = np.array([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])
    signs = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    return np.array(foot.at) + signs * np.array(foot.size) / 2 @ turn.T


def overlap(first: Footprint, second: Footprint) -> float:
    """Metres by which two footprints overlap along the axis that separates them best; negative when apart."""
    a, b = corners(first), corners(second)
    depth = math.inf
    for polygon in (a, b):
        for k in range(2):
            edge = polygon[k + 1] - polygon[k]
            normal = np.array([-edge[1], edge[0]]) / np.linalg.norm(edge)
            depth = min(
                depth, min((a @ normal).max(), (b @ normal).max()) - max((a @ normal).min(), (b @ normal).min())
            )
    return min(depth, min(first.top, second.top) - max(first.bottom, second.bottom))


def test_names_and_seats_are_those_of_the_scripts():
    wanted = listed()
    assert set(wanted) <= set(PLACES.names)
    for name, positions in wanted.items():
        place = PLACES[name]
        assert [p.name for p in place.positions] == [p["id"] for p in positions]
        assert place.capacity == len(positions)
        for mine, theirs in zip(place.positions, positions, strict=True):
            assert (mine.seat is not None) == theirs["sittable"], (name, mine.name)


def test_find_is_forgiving():
    assert find("Apartment living room").how == "exact"
    assert find("street").entry.name == "Roadside"
    assert find("conference room").entry.name == "Meeting room"
    near = find("Aparment livingroom")
    assert near.entry.name == "Apartment living room"
    assert near.how == "nearest"
    assert set(places()) == set(PLACES.names)


def test_an_unknown_position_names_the_known_ones():
    with pytest.raises(KeyError, match="Position 1"):
        PLACES["Office"].position("Position 9")
    assert PLACES["Office"].position("position 2").name == "Position 2"


@pytest.mark.parametrize("name", NAMES)
def test_positions_are_free_and_inside(name):
    place = PLACES[name]
    solid = [f for f in place.footprints() if f.bottom < 1.6 and f.top > 0.08]
    for spot in (*place.positions, *place.entrances):
        assert place.inside(spot.at, BODY), spot.name
        close = {f.name: round(distance(f, spot.at), 2) for f in solid if distance(f, spot.at) < BODY}
        assert not close, (spot.name, close)
    for k, first in enumerate(place.positions):
        for second in place.positions[k + 1 :]:
            assert math.dist(first.at, second.at) >= 0.9, (first.name, second.name)


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_way_from_every_position_to_every_other(name):
    place = PLACES[name]
    xs, ys = zip(*place.outline, strict=True)
    bounds = (min(xs), min(ys), max(xs), max(ys))
    for start, end in itertools.permutations(place.positions, 2):
        assert len(shortest(start.at, end.at, place.footprints(), bounds=bounds)) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_seats_are_on_furniture_and_reached_from_their_position(name):
    place = PLACES[name]
    for spot in place.positions:
        if spot.seat is None:
            continue
        assert any(distance(f, spot.seat.at) < -0.1 for f in place.footprints()), spot.name
        reach = np.subtract(spot.at, spot.seat.at)
        assert 0.4 < np.linalg.norm(reach) < 1.0, spot.name
        a = math.radians(spot.seat.yaw)
        assert reach @ np.array([math.sin(a), -math.cos(a)]) > 0.3, spot.name
    taken = [p.seat.at for p in place.positions if p.seat]
    assert len(set(taken)) == len(taken)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_floats_or_runs_into_another(name):
    place = PLACES[name]
    names = [p.name for p in place.furniture]
    assert len(set(names)) == len(names)
    settled = {s.placed.name: s for s in settle(place.furniture, place.height)}
    feet = {f.name: f for f in place.footprints()}
    for each in settled.values():
        if each.placed.on:
            carrier = settled[each.placed.on]
            surface = carrier.prop.surface if carrier.prop.surface is not None else carrier.size[2]
            assert carrier.at[2] < each.at[2] <= carrier.at[2] + max(surface, carrier.size[2]) + 1e-6
            assert distance(feet[carrier.placed.name], each.at[:2]) < -0.02, each.placed.name
        elif each.prop.mount in ("floor", "surface"):
            assert each.at[2] == pytest.approx(0, abs=1e-6), each.placed.name
        elif each.prop.mount == "wall":
            assert 0.2 < each.at[2] < place.height - each.size[2] + 0.3, each.placed.name
        else:
            assert each.at[2] > 1.5, each.placed.name
    standing = [f for n, f in feet.items() if settled[n].placed.on is None]
    for k, first in enumerate(standing):
        for second in standing[k + 1 :]:
            assert overlap(first, second) < 0.03, (first.name, second.name)


@pytest.mark.parametrize("name", [n for n in NAMES if not PLACES[n].exterior])
def test_furniture_stands_inside_the_walls(name):
    place = PLACES[name]
    low, high = np.min(place.outline, 0) - 0.03, np.max(place.outline, 0) + 0.03
    for foot in place.footprints():
        points = corners(foot)
        assert (points >= low).all(), foot.name
        assert (points <= high).all(), foot.name


@pytest.mark.parametrize("name", NAMES)
def test_pieces(name, built):
    place, pieces = PLACES[name], built[name]
    kinds = {p.kind for p in pieces}
    assert {"floor", "prop"} <= kinds <= {"floor", "wall", "ceiling", "prop", "backdrop"}
    names = [p.name for p in pieces]
    assert len(set(names)) == len(names)
    unique = {id(p.mesh): p.mesh.triangle_count for p in pieces}
    assert sum(unique.values()) <= 60_000
    for piece in pieces:
        if piece.kind == "wall" or (piece.kind == "prop" and PROPS[placed(place, piece.name).prop].mount == "wall"):
            assert piece.wall is not None, piece.name
        assert np.isfinite(piece.mesh.vertices).all()
    if not place.exterior:
        assert len([p for p in pieces if p.kind == "wall"]) == len(place.walls) >= 4
        assert place.windows
        assert "backdrop" in kinds


def placed(place, name: str) -> Placed:
    return next(p for p in place.furniture if p.name == name)


def test_equal_props_share_a_mesh(built):
    benches = [p.mesh for p in built["Roadside"] if p.name.endswith("bench")]
    assert len(benches) == 2
    assert benches[0] is benches[1]


@pytest.mark.parametrize("name", ["Office", "Roadside"])
def test_the_same_seed_builds_the_same_bytes(name, built):
    for first, second in zip(built[name], build(PLACES[name]), strict=True):
        assert first.name == second.name
        assert first.mesh.vertices.tobytes() == second.mesh.vertices.tobytes()
        assert first.mesh.colors.tobytes() == second.mesh.colors.tobytes()


@pytest.mark.parametrize("name", [n for n in NAMES if not PLACES[n].exterior])
def test_light_comes_in_and_lamps_are_there(name):
    place = PLACES[name]
    for window in place.windows:
        assert np.linalg.norm(window.inward) == pytest.approx(1)
        inside = np.add(window.at[:2], np.multiply(window.inward, 0.3))
        assert place.inside(tuple(inside))
    assert place.practicals
    for lamp in place.practicals:
        assert lamp.name in {p.name for p in place.furniture}
        assert place.inside(lamp.at[:2])
        assert 0 < lamp.at[2] < place.height


def test_things_put_on_a_table_without_a_spot_do_not_overlap():
    place = PLACES["Apartment living room"]
    extra = tuple(Placed("mug", name=f"extra {k}", on="coffee table") for k in range(4))
    feet = {f.name: f for f in place.footprints(place.furniture + extra)}
    on_table = [feet[p.name] for p in place.furniture + extra if p.on == "coffee table"]
    for k, first in enumerate(on_table):
        for second in on_table[k + 1 :]:
            assert overlap(first, second) < 0.01, (first.name, second.name)


def test_resting_on_itself_is_refused():
    with pytest.raises(ValueError, match="rests on itself"):
        settle([Placed("mug", name="a", on="b"), Placed("mug", name="b", on="a")])
    with pytest.raises(KeyError):
        settle([Placed("mug", name="a", on="nothing")])

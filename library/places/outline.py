"""What a thing looks like from above, as an architect draws it: its outline and its raised parts."""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np

from library.places.model import Placed, Point
from library.places.resting import Settled, turn
from library.props import PROPS

STEP = 0.01
"""Metres of a cell of the raster the outline is traced on; large things are traced more coarsely."""

CELLS = 400
Polygon = tuple[Point, ...]


def drawn(each: Settled) -> tuple[list[Polygon], list[Polygon]]:
    """(outlines, raised parts such as a back or arms) of a settled thing as polygons in the place, metres."""
    outer, inner = _traced(each.placed.prop, repr(sorted(each.placed.options.items())), _Carried(each.placed))

    def moved(polygon: Polygon) -> Polygon:
        return tuple((each.at[0] + x, each.at[1] + y) for x, y in (turn(p, each.yaw) for p in polygon))

    return [moved(p) for p in outer], [moved(p) for p in inner]


class _Carried:
    """Carries a placed thing past the cache, which goes by kind and options."""

    def __init__(self, placed: Placed):
        self.placed = placed

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Carried)


@lru_cache(maxsize=512)
def _traced(prop: str, options: str, key: _Carried) -> tuple[list[Polygon], list[Polygon]]:
    chosen = {k: v for k, v in key.placed.options.items() if k != "variant"}
    mesh = PROPS[prop].mesh(0, **chosen)
    low, high = mesh.bounds()
    step = max(STEP, float(max(high[:2] - low[:2])) / CELLS)
    size = np.ceil((high[:2] - low[:2]) / step).astype(int) + 5
    faces = mesh.faces
    corners = np.where(faces < 0, faces[:, :1], faces)
    flat = np.round(((mesh.vertices[:, :2] - low[:2]) / step + 2) * 16).astype(np.int32)[corners]
    heights = mesh.vertices[:, 2][corners].mean(1) / max(float(high[2]), 1e-6)
    whole = _filled(flat, size)
    outer = _polygons(whole, low, step)
    inner: list[Polygon] = []
    for share in (0.62, 0.85):
        raised = _filled(flat[heights > share], size)
        part = raised.sum() / max(whole.sum(), 1)
        if 0.04 < part < 0.85:
            inner = _polygons(raised, low, step)
            break
    return outer, inner


def _filled(faces: np.ndarray, size: np.ndarray) -> np.ndarray:
    mask = np.zeros((size[1], size[0]), np.uint8)
    for face in faces:
        cv2.fillConvexPoly(mask, face, 1, cv2.LINE_8, 4)
    return cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))


def _polygons(mask: np.ndarray, low: np.ndarray, step: float) -> list[Polygon]:
    found, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    least = 0.0015 * mask.shape[0] * mask.shape[1]
    out = []
    for contour in found:
        if cv2.contourArea(contour) < least:
            continue
        smooth = cv2.approxPolyDP(contour, max(1.0, 0.004 * cv2.arcLength(contour, True)), True)[:, 0]
        if len(smooth) > 2:
            out.append(tuple((float(low[0] + (x - 2) * step), float(low[1] + (y - 2) * step)) for x, y in smooth))
    return sorted(out, key=lambda p: -_area(p))[:12]


def _area(polygon: Polygon) -> float:
    pairs = zip(polygon, polygon[1:] + polygon[:1], strict=True)
    return abs(math.fsum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2

"""Pictures of a staged shot for whoever reviews it: the film's camera more often, and people by cameras of the review's
own that keep them in the picture whatever the film's camera does (Kubrick, He et al. 2025, section 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from mathutils import Vector

from library.blender.camera import realise_camera
from library.camera.lens import CameraTrack
from library.camera.setting import setting_of
from library.camera.solve import solve
from library.stage import CameraPlan
from render.protocol import TierSpec
from render.worker.frames import FrameRenderer, save_picture
from render.worker.staging import Staged

WIDTH = 320
MOST_PEOPLE = 4
MOST_MOTIONS = 4
DENSE = 7
"""Pictures of a moving camera over the shot, its ends included."""

NEAR_HALF = 0.6
"""Share of the way to a person within which a thing is in the way of a review, not part of what is shown."""

SHORTEST_S = 0.2
"""A motion of less is not shown by itself."""


@dataclass(frozen=True)
class Shown:
    """A picture to be made. camera: the review's own, None for the film's."""

    purpose: str
    label: str
    frame: int
    camera: str | None = None


def motions(staged: Staged) -> list[dict[str, Any]]:
    """Every motion in the shot, in order: who does what, seconds from and to, floor points at both ends (metres),
    metres on the way, and the top speed (m/s) of half a second."""
    fps, last = float(staged.stage.fps), staged.spec.frames - 1
    out = []
    for name, role in staged.stage.roles.items():
        acts = role.performance
        ground = staged.subjects[name].ground
        found = [(g.start, g.end, _gait(g)) for g in acts.goings]
        found += [(s.start, s.end, "sits down" if s.down else "stands up") for s in acts.seatings]
        found += [(d.start, d.end, f"does “{d.action.name}”") for d in acts.doings]
        for start, end, what in sorted(found):
            a, b = (int(np.clip(round(t * fps), 0, last)) for t in (start, end))
            if end < 0 or start * fps > last:
                continue
            steps = np.linalg.norm(np.diff(ground[a : b + 1], axis=0), axis=1)
            half = max(1, round(fps / 2))
            speed = max((float(steps[i : i + half].sum()) for i in range(len(steps))), default=0.0) * fps / half
            out.append(
                {
                    "person": name, "what": what, "from_s": round(float(start), 2), "to_s": round(float(end), 2),
                    "start": [round(float(v), 2) for v in ground[a]], "end": [round(float(v), 2) for v in ground[b]],
                    "way": round(float(steps.sum()), 2), "speed": round(speed, 2), "frames": [a, b],
                }
            )  # fmt: skip
    return sorted(out, key=lambda m: (m["from_s"], m["person"]))


def _gait(going: Any) -> str:
    if not going.travels:
        return "turns on the spot"
    return "runs" if going.gait.stance < 0.5 else "walks"


def chosen(staged: Staged, found: list[dict[str, Any]]) -> list[Shown]:
    """The pictures to make: the camera's way where it moves, both ends of the longest motions, and everybody who has
    no motion alone."""
    last = staged.spec.frames - 1
    out = []
    if staged.camera.moving:
        frames = sorted({round(i * last / (DENSE - 1)) for i in range(DENSE)} - set(staged.moments))
        out += [Shown("camera", f"camera at frame {f}", f) for f in frames]
    fps = float(staged.stage.fps)
    long = [m for m in found if m["frames"][1] - m["frames"][0] >= SHORTEST_S * fps]
    shown = sorted(long, key=lambda m: m["frames"][0] - m["frames"][1])[:MOST_MOTIONS]
    for each in (m for m in long if m in shown):
        a, b = each["frames"]
        for word, frame in (("begins", a), ("middle", (a + b) // 2), ("ends", b)):
            if word == "middle" and each["way"] > 0.5:
                continue
            if any(s.camera == each["person"] and abs(s.frame - frame) <= 2 for s in out):
                continue
            label = f"{each['person']} {each['what']}, {word}, frame {frame}"
            out.append(Shown("motion", label, frame, each["person"]))
    moving = {m["person"] for m in shown}
    still = [n for n in staged.subjects if n not in moving][:MOST_PEOPLE]
    return out + [Shown("person", f"{name} at frame 0", 0, name) for name in still]


def camera_on(staged: Staged, name: str) -> CameraTrack:
    """A camera that rests and holds one person head to foot all the way they go."""
    plan = CameraPlan("Long Shot", [name])
    stage = staged.stage
    aspect = stage.size[0] / stage.size[1]
    return solve(
        plan, staged.subjects, staged.sight, aspect, float(stage.fps), stage.frames, stage.seed, setting_of(stage)
    )


def render_views(
    staged: Staged, found: list[dict[str, Any]], tier: TierSpec, folder: Path, scratch: Path, threads: int
) -> list[dict[str, Any]]:
    """Makes the pictures. Returns for each its purpose, label, frame and file."""
    height = round(WIDTH * tier.size[1] / tier.size[0] / 2) * 2
    small = tier.model_copy(update={"size": (WIDTH, height), "still_parts": False})
    renderer = FrameRenderer(staged, small, scratch, threads)
    out = []
    cameras: dict[str, CameraTrack] = {}
    for number, each in enumerate(chosen(staged, found)):
        file = folder / f"view-{number:02d}.jpg"
        if each.camera is None:
            picture = renderer.raw(each.frame)
        else:
            track = cameras.setdefault(each.camera, None) or camera_on(staged, each.camera)
            cameras[each.camera] = track
            with _through(staged, track), _clear(staged, track, each):
                picture = renderer.raw(each.frame)
        save_picture(file, picture)
        out.append({"purpose": each.purpose, "label": each.label, "frame": each.frame, "file": str(file)})
    return out


@contextmanager
def _through(staged: Staged, track: CameraTrack) -> Iterator[None]:
    """Looks through another camera, with the walls it films through open; afterwards all is as it was."""
    scene = bpy.context.scene
    film = scene.camera
    seen = {name: each.visible_camera for name, each in staged.place.items()}
    # What was built behind walls that are open for the film's camera would stand in the way of this one.
    own = {piece.name for piece in staged.sight.pieces}
    for name, each in staged.place.items():
        each.visible_camera = name in own
    made = realise_camera(track, bpy.data.collections["Cinematography"])
    made.data.dof.use_dof = False
    staged.sight.open_walls(staged.place, track)
    try:
        yield
    finally:
        scene.camera = film
        data = made.data
        bpy.data.objects.remove(made)
        bpy.data.cameras.remove(data)
        for name, each in staged.place.items():
            each.visible_camera = seen[name]


@contextmanager
def _clear(staged: Staged, track: CameraTrack, shown: Shown) -> Iterator[None]:
    """Looks past the things near the camera that hide the person; what is near the person stays."""
    eye = track.location[shown.frame]
    hidden = []
    for piece in staged.sight.pieces:
        made = staged.place.get(piece.name)
        if piece.kind != "prop" or made is None or not made.visible_camera:
            continue
        corners = np.array([made.matrix_world @ Vector(c) for c in made.bound_box])
        for part in ("eyes", "chest", "knees"):
            crossed = _enters(eye, staged.subjects[shown.camera].points[part][shown.frame], corners)
            if crossed is not None and crossed < NEAR_HALF:
                made.visible_camera = False
                hidden.append(made)
                break
    try:
        yield
    finally:
        for made in hidden:
            made.visible_camera = True


def _enters(start: np.ndarray, end: np.ndarray, corners: np.ndarray) -> float | None:
    """The share of the way from start to end at which it enters the box round some corners (N, 3), None where it
    misses it (slab test, Kay and Kajiya 1986)."""
    way = np.where(np.abs(end - start) < 1e-9, 1e-9, end - start)
    a, b = (corners.min(0) - start) / way, (corners.max(0) - start) / way
    first, last = float(np.minimum(a, b).max()), float(np.maximum(a, b).min())
    return max(first, 0.0) if first <= last and last >= 0 and first <= 1 else None

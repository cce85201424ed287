"""Measuring a staged shot: what can be seen, how it is framed, what touches what.

Numbers only; judging them is the reviewer's business. Geometry is measured on the evaluated meshes, sight by
rays from the camera, at the start, middle and end of the shot and of each walk.
"""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np
from mathutils import Vector

from library.blender.realise import world_vertices
from library.camera.framing import size_at
from library.camera.heads import in_line
from library.camera.lens import CameraTrack
from library.camera.setting import setting_of
from library.camera.sizes import SIZES
from library.camera.subjects import Subject
from library.motion.performance import Performance
from library.places.model import Seat
from render.worker.staging import Staged
from render.worker.void import void_share

WAYPOINTS = 7
"""Moments of a moving camera."""

FACE_HALF, BROW = 0.26, 0.12
"""Half the width of a face and the height of its brows over the eyes, in heights of the head."""

PARTS = {
    "extreme": ("eyes",),
    "close": ("crown", "eyes", "chin", "neck"),
    "shoulder": ("crown", "eyes", "chin", "neck"),
    "bust": ("crown", "eyes", "chin", "neck", "chest"),
    "view": ("crown", "eyes", "chin"),
    "insert": ("hands",),
    "place": ("eyes", "chest"),
    "canted": ("crown", "eyes", "chin", "neck", "chest"),
    "group": ("crown", "eyes", "chin", "chest", "waist"),
    "medium": ("crown", "eyes", "chin", "neck", "chest", "waist"),
    "long": ("crown", "eyes", "chin", "chest", "waist", "hips", "knees", "feet"),
}


def measure(staged: Staged) -> dict[str, Any]:
    """Everything that is known about the staged shot, ready for JSON."""
    camera = staged.camera
    frames = staged.moments
    out: dict[str, Any] = {
        "frames": frames,
        "shot_type": staged.stage.camera.shot_type,
        "filmed": staged.filmed,
        "camera": _camera(staged, frames),
        "people": {},
        "speech": [list(s) for s in staged.stage.speech],
        "place": staged.stage.place.name if staged.stage.place else None,
        "plan": _plan(staged),
    }
    if staged.stage.camera.thing is not None:
        out["thing"] = _thing(staged, frames[len(frames) // 2])
    touching = _contacts(staged, frames)
    for name, subject in staged.subjects.items():
        seen = camera.project(np.stack(list(subject.points.values()), 1))
        names = list(subject.points)
        person: dict[str, Any] = {"frames": {}, **touching[name]}
        for frame in frames:
            person["frames"][str(frame)] = _seen(staged, subject, names, seen[frame], frame)
        if len(frames) > 1:
            person["start"] = [round(float(v), 3) for v in subject.ground[0]]
            person["end"] = [round(float(v), 3) for v in subject.ground[-1]]
        for who, goal, second in staged.stage.arrivals:
            frame = round(second * float(staged.stage.fps))
            if who == name and frame < staged.spec.frames:
                person["arrives"] = round(float(np.linalg.norm(staged.tracks[name].location[frame, :2] - goal)), 3)
        end = len(subject.ground) / float(staged.stage.fps)
        person["unseen"] = _unseen(staged.stage.roles[name].performance, end, bool(staged.stage.lines))
        person["speed"] = round(_top_speed(subject, float(staged.stage.fps)), 2)
        out["people"][name] = person
    return out


def _unseen(performance: Performance, end: float, spoken: bool) -> list[list[Any]]:
    """[what, seconds it begins and ends] of everything somebody was told to do that begins after the shot has ended,
    and of sitting down and standing up (in a shot without words, of all) of which less than half is seen. A cut in
    a dialogue follows the words: what goes with them may go on after it."""
    told = [
        (d.action.name, d.start, d.end)
        for d in performance.doings
        if d.start >= end or (not spoken and (d.start + d.end) / 2 >= end)
    ]
    told += [
        ("Sit Down" if c.down else "Stand Up", c.start, c.end)
        for c in performance.seatings
        if (c.start + c.end) / 2 >= end
    ]
    return [[what, round(float(start), 2), round(float(stop), 2)] for what, start, stop in told]


def _top_speed(subject: Subject, fps: float) -> float:
    """Metres a second, the fastest half second over the floor."""
    step = max(1, int(fps / 2))
    if len(subject.ground) <= step:
        return 0.0
    return float(np.linalg.norm(subject.ground[step:] - subject.ground[:-step], axis=1).max() * fps / step)


def _along(camera: CameraTrack, frames: list[int]) -> list[int]:
    """The moments at which a picture's background is looked at: more of them where the camera moves."""
    if not camera.moving:
        return frames[:1]
    return sorted({*frames, *(round(v) for v in np.linspace(0, frames[-1], WAYPOINTS))})


def _camera(staged: Staged, frames: list[int]) -> dict[str, Any]:
    camera = staged.camera
    fps = float(staged.stage.fps)
    clear = [round(staged.sight.clearance(camera.location[f]), 3) for f in frames]
    near = []
    for frame in frames:
        gaps = [
            np.linalg.norm(s.ground[frame] - camera.location[frame, :2]) - s.radius
            for n, s in staged.subjects.items()
            if n != staged.stage.camera.viewer
        ]
        near.append(round(float(min(gaps, default=9.0)), 3))
    jerk = 0.0
    if camera.moving and len(camera.lens) > 4:
        jerk = float(np.linalg.norm(np.diff(camera.location, 3, axis=0), axis=1).max() * fps**3)
    return {
        "location": [[round(float(v), 3) for v in camera.location[f]] for f in frames],
        "aim": [[round(float(v), 3) for v in camera.aim[f]] for f in frames],
        "lens": [round(float(camera.lens[f]), 1) for f in frames],
        "moving": camera.moving,
        "clearance": clear,
        "person_clearance": near,
        "outside": [round(staged.sight.outside(camera.location[f]), 3) for f in frames],
        "crossed_line": camera.crossed,
        "jerk": round(jerk, 2),
        "void": [round(void_share(staged, f), 3) for f in _along(camera, frames)],
        "reveals": any(move.kind == "reveal" for move in staged.stage.camera.moves),
        "pushes": max((m.amount for m in staged.stage.camera.moves if m.kind == "push" and m.amount > 0), default=0.0),
    }


def _seen(staged: Staged, subject: Subject, names: list[str], seen: np.ndarray, frame: int) -> dict[str, Any]:
    plan = staged.stage.camera
    size = size_at(plan.shot_type, plan.direction, frame / max(staged.spec.frames - 1, 1))
    at = {n: seen[i] for i, n in enumerate(names)}
    parts = [p for p in PARTS[size] if p in at]
    inside = [p for p in parts if 0.0 <= at[p][0] <= 1.0 and 0.0 <= at[p][1] <= 1.0 and at[p][2] > 0]
    visible = [p for p in inside if _clear(staged, subject, p, frame)]
    low = SIZES[size].low
    crown, bottom = at["crown"], at[low]
    to_camera = staged.camera.location[frame] - subject.points["eyes"][frame]
    cosine = float(subject.gaze[frame] @ to_camera / max(np.linalg.norm(to_camera), 1e-6))
    head = abs(float(at["crown"][1] - at["chin"][1]))
    return {
        "size": size,
        "in_frame": round(len(inside) / max(len(parts), 1), 3),
        "visible": round(len(visible) / max(len(inside), 1), 3) if inside else 0.0,
        "eyes_visible": bool("eyes" in visible),
        "x": round(float(at["eyes"][0]), 3),
        "y": round(float(at["eyes"][1]), 3),
        "top": round(float(crown[1]), 3),
        "bottom": round(float(bottom[1]), 3),
        "fill": round(float(crown[1] - bottom[1]), 3),
        "head": round(head, 3),
        "face_angle": round(float(np.degrees(np.arccos(np.clip(cosine, -1, 1)))), 1),
        "box": _face_box(at, staged.camera.aspect),
        "in_line": _in_line(staged, subject, frame),
    }


def _in_line(staged: Staged, subject: Subject, frame: int) -> dict[str, float]:
    """Other person -> share of a head that is lost because theirs and the subject's are one before the other."""
    others = {n: s for n, s in staged.subjects.items() if n not in (subject.name, staged.stage.camera.viewer)}
    shares = {n: in_line(staged.camera.location[frame], subject, s, frame) for n, s in others.items()}
    return {n: round(share, 3) for n, share in shares.items() if share > 0.0}


def _face_box(at: dict[str, np.ndarray], aspect: float) -> list[float]:
    """x0, y0, x1, y1 (0..1, y up) of the face in the picture: brow to chin, on the cheek's side where it is turned."""
    tall = abs(float(at["crown"][1] - at["chin"][1]))
    half = FACE_HALF * tall / aspect
    middle = 0.6 * float(at["eyes"][0]) + 0.4 * float(at["crown"][0])
    y0, y1 = float(at["chin"][1]), float(at["eyes"][1]) + BROW * tall
    return [round(v, 3) for v in (middle - half, min(y0, y1), middle + half, max(y0, y1))]


def _thing(staged: Staged, frame: int) -> dict[str, Any]:
    """Where the filmed thing is in the picture, its share of the frame's height, and whether a ray reaches it."""
    name = staged.stage.camera.thing
    thing = setting_of(staged.stage).things[name]
    signs = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) / 2
    points = np.vstack([thing.middle, thing.middle + signs * thing.size])
    seen = staged.camera.project_at(frame, points)
    start = Vector(staged.camera.location[frame])
    towards = Vector(thing.middle) - start
    graph = bpy.context.evaluated_depsgraph_get()
    hit, point, _, _, found, _ = bpy.context.scene.ray_cast(graph, start, towards.normalized(), distance=towards.length)
    reach = float(np.linalg.norm(thing.size)) / 2
    seen_freely = not hit or found.name == name or (point - start).length > towards.length - reach
    return {
        "name": name,
        "x": round(float(seen[0, 0]), 3),
        "y": round(float(seen[0, 1]), 3),
        "fill": round(float(max(np.ptp(seen[1:, 1]), np.ptp(seen[1:, 0]))), 3),
        "visible": bool(seen_freely),
    }


def _clear(staged: Staged, subject: Subject, part: str, frame: int) -> bool:
    """Whether a ray from the camera reaches a part of the person, past whatever the camera does not see."""
    scene = bpy.context.scene
    if scene.frame_current != frame:
        scene.frame_set(frame)
    graph = bpy.context.evaluated_depsgraph_get()
    start = Vector(staged.camera.location[frame])
    target = Vector(subject.points[part][frame])
    direction = (target - start).normalized()
    left = (target - start).length
    own = {o.name for o in staged.people[subject.name].parts.values()}
    for _ in range(12):
        hit, point, _, _, found, _ = scene.ray_cast(graph, start, direction, distance=left)
        if not hit or found.name in own:
            return True
        travelled = (point - start).length
        if left - travelled < 0.14:
            return True
        if found.visible_camera and not _see_through(found):
            return False
        start = point + direction * 0.005
        left -= travelled + 0.005
    return False


def _see_through(found: bpy.types.Object) -> bool:
    """Whether the whole object is glass or light."""
    return bool(found.data.materials) and all(m and m.name.startswith(("glass", "glow")) for m in found.data.materials)


def _contacts(staged: Staged, frames: list[int]) -> dict[str, dict[str, Any]]:
    """Feet on the ground, seats under the seated, nobody in the furniture; metres."""
    out: dict[str, dict[str, Any]] = {}
    scene = bpy.context.scene
    for name, role in staged.stage.roles.items():
        lowest, seats, inside = [], [], []
        for frame in frames:
            scene.frame_set(frame)
            lowest.append(round(_lowest(list(staged.people[name].parts.values())), 4))
            ground = staged.subjects[name].ground[frame]
            hips = float(staged.subjects[name].points["hips"][frame, 2])
            second = frame / float(staged.stage.fps)
            seated = _seat_at(role.performance, second)
            using = seated or _seat_changed_at(role.performance, second)
            if seated is not None:
                seats.append(round(hips - seated.height - role.person.measures["seat"], 4))
            depth = 0.0
            for foot in staged.stage.footprints():
                own = using is not None and foot.distance(using.at) <= 0.3
                if not own and foot.bottom < 1.2 and foot.top > 0.25:
                    depth = max(depth, -foot.distance((float(ground[0]), float(ground[1]))))
            inside.append(round(depth, 3))
        out[name] = {"lowest": lowest, "seat_gap": seats, "in_furniture": max(inside, default=0.0)}
    return out


def _seat_at(performance: Performance, second: float) -> Seat | None:
    """The seat somebody sits on at a time; None while standing, sitting down or getting up."""
    seat = performance.seat
    for change in sorted(performance.seatings, key=lambda c: c.start):
        if second >= change.start:
            seat = change.seat if change.down and second >= change.end else None
    return seat


def _seat_changed_at(performance: Performance, second: float) -> Seat | None:
    """The seat somebody is sitting down on or getting up from at a time."""
    return next((c.seat for c in performance.seatings if c.start <= second <= c.end), None)


def _lowest(objects: list[bpy.types.Object]) -> float:
    """Height of the lowest vertex of a person, metres."""
    points = [world_vertices(each)[:, 2] for each in objects if each.type == "MESH"]
    return float(min((z.min() for z in points if len(z)), default=np.inf))


def _plan(staged: Staged) -> dict[str, Any]:
    """The floor plan of the shot: outline, furniture, people with facing and way, camera with its view."""
    stage = staged.stage
    place = stage.place
    every = max(1, staged.spec.frames // 40)
    return {
        "outline": [list(map(float, p)) for p in place.outline] if place else [],
        "furniture": [
            {"name": f.name, "at": list(map(float, f.at)), "size": list(map(float, f.size)), "yaw": f.yaw}
            for f in stage.footprints()
        ],
        "positions": [
            {"name": p.name, "at": list(map(float, p.at)), "seat": p.seat is not None} for p in place.positions
        ]
        if place
        else [],
        "people": {
            n: {
                "path": [[round(float(v), 2) for v in p] for p in s.ground[::every]],
                "facing": [round(float(v), 2) for v in s.facing[0]],
            }
            for n, s in staged.subjects.items()
        },
        "camera": [[round(float(v), 2) for v in p] for p in staged.camera.location[::every]],
        "target": [[round(float(v), 2) for v in p] for p in staged.camera.aim[::every]],
        "lens": [round(float(v), 1) for v in staged.camera.lens[::every]],
    }


def exposure(picture: np.ndarray, boxes: dict[str, list[float]]) -> dict[str, Any]:
    """Brightness of a picture ((H, W, 3) uint8 BGR) and of the faces in it; luminance 0..1 by Rec. 709.

    boxes: person -> x0, y0, x1, y1 with y up. "clipped" and "crushed" are shares of all pixels.
    """
    height, width = picture.shape[:2]
    light = picture[..., ::-1].astype(np.float32) @ np.array([0.2126, 0.7152, 0.0722], np.float32) / 255
    faces = {}
    for name, (x0, y0, x1, y1) in boxes.items():
        rows = slice(max(0, int((1 - y1) * height)), min(height, int((1 - y0) * height)))
        columns = slice(max(0, int(x0 * width)), min(width, int(x1 * width)))
        patch = light[rows, columns]
        if patch.size >= 12:
            faces[name] = round(float(np.median(patch)), 3)
    return {
        "mean": round(float(light.mean()), 3),
        "contrast": round(float(np.percentile(light, 95) - np.percentile(light, 5)), 3),
        "clipped": round(float((light > 0.985).mean()), 4),
        "crushed": round(float((light < 0.015).mean()), 4),
        "faces": faces,
    }

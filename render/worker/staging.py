"""From a spec to a Blender scene: run the program, bake the acting, solve the camera, light it, build it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from pathlib import Path

import bpy
import numpy as np

from app.files import digest
from app.look import Look
from library.blender.animation import animate, move
from library.blender.camera import realise_camera
from library.blender.lights import realise_lights, shine_through
from library.blender.people import PersonObjects, realise_person
from library.blender.places import light_windows, paint_sky, realise_place
from library.blender.realise import mesh_object
from library.blender.sight import MeshSight
from library.camera.lens import CameraTrack, sensor_height
from library.camera.setting import setting_of
from library.camera.solve import solve
from library.camera.subjects import Subject, subject
from library.cast.detail import far
from library.cast.person import Person
from library.cast.store import person as stored_person
from library.light.lamps import LightRig
from library.light.rig import light_rig
from library.moods import MOODS
from library.motion.bake import bake
from library.motion.holding import ThingTrack, thing_track
from library.motion.track import Track
from library.places.build import Piece, build
from library.program import run_program
from library.props import PROPS
from library.stage import Spoken, Stage
from render.protocol import StageSpec
from render.worker.lent import use_assets
from render.worker.moments import moments


@dataclass(frozen=True)
class MovingThing:
    """A thing people handle: its object, where it is in every frame, and how far it reaches from its origin, metres."""

    made: bpy.types.Object
    track: ThingTrack
    radius: float


@dataclass
class Staged:
    """A staged shot: the data it came from and the Blender objects it became."""

    spec: StageSpec
    stage: Stage
    tracks: dict[str, Track]
    subjects: dict[str, Subject]
    camera: CameraTrack
    lights: LightRig
    sight: MeshSight
    people: dict[str, PersonObjects]
    place: dict[str, bpy.types.Object]
    things: dict[str, MovingThing]
    static: str

    @property
    def filmed(self) -> list[str]:
        plan = self.stage.camera
        if plan.thing is not None:
            return []
        return plan.subjects or [n for n in self.subjects if n != plan.viewer]

    @cached_property
    def moments(self) -> list[int]:
        """The frames that are looked at and shown."""
        rigs = {name: self.stage.roles[name].person.rig for name in self.filmed}
        return moments({name: self.tracks[name] for name in rigs}, self.subjects, rigs, self.spec.frames)

    def state(self, frame: int) -> str:
        """A hash of everything that changes from frame to frame, at this frame."""
        parts = [self.static]
        for name in sorted(self.tracks):
            track = self.tracks[name]
            rows = [track.location[frame], [track.yaw[frame]], track.rotations[frame].ravel(), track.hips[frame]]
            rows += [[track.keys[k][frame]] for k in sorted(track.keys)]
            parts.append(np.round(np.concatenate(rows), 5).tobytes())
        for name in sorted(self.things):
            track = self.things[name].track
            parts.append(np.round(np.concatenate([track.location[frame], track.rotation[frame]]), 5).tobytes())
        camera = self.camera
        rows = [
            camera.location[frame],
            camera.aim[frame],
            [camera.lens[frame], camera.focus[frame], camera.roll[frame]],
        ]
        parts.append(np.round(np.concatenate(rows), 5).tobytes())
        return digest(*parts)


_last: tuple[str, Staged] | None = None


SMALL = 0.055
"""Share of the picture's height under which a head is small enough for a person with few triangles."""

_built: dict[str, list[Piece]] = {}
BUILT = 4
"""Places kept as meshes."""


@lru_cache(maxsize=16)
def _person(look_json: str, folder: str) -> Person:
    return stored_person(Look.model_validate_json(look_json), Path(folder))


def stage_shot(spec: StageSpec, people_folder: str) -> Staged:
    """Stages a shot; the one staged last is kept, so several jobs on it build it once."""
    global _last
    key = digest(spec.model_dump_json())
    if _last is not None and _last[0] == key:
        return _last[1]
    _last = None
    staged = _stage(spec, people_folder)
    _last = (key, staged)
    return staged


def forget() -> None:
    """The stage that was kept is gone: somebody else opened another file."""
    global _last
    _last = None


def _stage(spec: StageSpec, people_folder: str) -> Staged:
    fps = Fraction(*spec.fps)
    if use_assets(spec.assets, people_folder):
        _built.clear()
    stage = Stage(
        spec.cast,
        lambda look: _person(look.model_dump_json(), people_folder),
        {k: Spoken(v.duration, tuple(tuple(c) for c in v.cues)) for k, v in spec.lines.items()},
        spec.frames,
        fps,
        spec.size,
        spec.seed,
    )
    run_program(spec.program, stage, spec.functions)

    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.fps, scene.render.fps_base = _blender_rate(fps)
    scene.frame_start, scene.frame_end = 0, spec.frames - 1
    scene.unit_settings.system = "METRIC"
    collections = {n: bpy.data.collections.new(n) for n in ("Scene", "Characters", "Lighting", "Cinematography")}
    for collection in collections.values():
        scene.collection.children.link(collection)

    place: dict[str, bpy.types.Object] = {}
    pieces: list[Piece] = []
    if stage.place is not None:
        pieces = pieces_of(stage)
        place = realise_place(stage.place, pieces, collections["Scene"])
    sight = MeshSight(stage.place, pieces)
    tracks, subjects, camera = _act(stage, sight)
    if stage.lens.used:
        # somebody looks into the lens: act again, now that it is known where the lens is
        stage.lens.times, stage.lens.places = np.arange(spec.frames) / float(fps), camera.location
        tracks, subjects, _ = _act(stage, sight, camera)
    practicals = stage.place.practicals_of(stage.props()) if stage.place else ()
    lights = light_rig(stage.light, stage.place, practicals, subjects, stage.camera.subjects, camera)

    people = {}
    for name, role in stage.roles.items():
        small = _largest(subjects[name], camera) < SMALL
        people[name] = realise_person(name, far(role.person) if small else role.person, collections["Characters"])
        parts = people[name]
        if name == stage.camera.viewer:
            for part in parts.parts.values():
                part.visible_camera = False
        animate(tracks[name], parts.armature, [o for o in parts.parts.values() if o.data.shape_keys], first=0)
    things = _things(stage, tracks, place, collections["Scene"])
    for name in lights.lit:
        if name in place:
            place[name]["glow"] = 1.0
    if stage.place is not None:
        paint_sky(place, lights.outside.stops, lights.outside.strength)
        light_windows(stage.place, place, MOODS[stage.light.mood].practicals)
    lit = bpy.data.collections.new("People and what they hold")
    lit.children.link(collections["Characters"])
    for thing in things.values():
        lit.objects.link(thing.made)
    view = bpy.data.collections.new("What is outside")
    for name, made in place.items():
        if name.startswith("view "):
            view.objects.link(made)
    lamps = realise_lights(lights, collections["Lighting"], subjects, float(fps), {"people": lit, "view": view})
    realise_camera(camera, collections["Cinematography"])
    if stage.place is not None:
        further = realise_place(stage.place, sight.open_walls(place, camera), collections["Scene"])
        if further:
            shine_through(stage.place, place, lamps)
        place |= further
    static = _static_digest(stage, lights)
    return Staged(spec, stage, tracks, subjects, camera, lights, sight, people, place, things, static)


def _largest(subject: Subject, camera: CameraTrack) -> float:
    """The largest share of the picture's height that somebody's head takes in the shot."""
    away = np.maximum(np.linalg.norm(subject.points["eyes"] - camera.location, axis=1), 0.2)
    return float((subject.head * camera.lens / (away * sensor_height(camera.aspect))).max())


def _things(
    stage: Stage, tracks: dict[str, Track], place: dict[str, bpy.types.Object], collection: bpy.types.Collection
) -> dict[str, MovingThing]:
    """The things people handle, moving with them; those that are not of the place are made."""
    bodies = {name: role.performance.body for name, role in stage.roles.items()}
    out = {}
    for thing in (*stage.things.values(), *stage.sliding()):
        name = thing.name
        made = place.get(name)
        if made is None:
            made = mesh_object(name, PROPS[thing.kind].mesh(0, **thing.options), collection)
        track = thing_track(thing, tracks, bodies, float(stage.fps))
        move(made, track)
        out[name] = MovingThing(made, track, float(np.linalg.norm(thing.size)))
    return out


def _act(
    stage: Stage, sight: MeshSight, camera: CameraTrack | None = None
) -> tuple[dict[str, Track], dict[str, Subject], CameraTrack]:
    """Bakes everybody's acting, finds where that puts them, and solves the camera (unless it is given)."""
    fps = float(stage.fps)
    tracks = bake({n: r.performance for n, r in stage.roles.items()}, stage.frames, fps) if stage.roles else {}
    subjects = {n: subject(n, r.person, tracks[n]) for n, r in stage.roles.items()}
    if camera is None:
        aspect = stage.size[0] / stage.size[1]
        camera = solve(stage.camera, subjects, sight, aspect, fps, stage.frames, stage.seed, setting_of(stage))
    return tracks, subjects, camera


def pieces_of(stage: Stage) -> list[Piece]:
    """The meshes of the stage's place; the last few are kept."""
    props = stage.props()
    key = f"{stage.place.name} {props!r}"
    if key not in _built:
        while len(_built) >= BUILT:
            del _built[next(iter(_built))]
        _built[key] = build(stage.place, 0, props)
    return _built[key]


def _blender_rate(fps: Fraction) -> tuple[int, float]:
    """Blender's fps and fps_base for a rational rate: 24000/1001 is 24 / 1.001."""
    whole = round(float(fps))
    return whole, float(Fraction(whole) / fps)


def _static_digest(stage: Stage, lights: LightRig) -> str:
    """A hash of everything that does not move: place, props, looks, things, light, optics."""
    looks = [f"{n}={r.person and stage.cast[n].model_dump_json()}" for n, r in sorted(stage.roles.items())]
    looks += [f"{name}: {thing.kind} {thing.options!r}" for name, thing in sorted(stage.things.items())]
    place = stage.place.name if stage.place else ""
    return digest(place, repr(stage.props()), *looks, repr(lights), repr(stage.camera), repr(stage.size))

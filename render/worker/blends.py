"""Saving staged shots as .blend files, alone or as one film, and looking into what was saved."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import bpy

from app.errors import ShotwrightError
from app.files import write_whole
from render.protocol import BlendJob, FilmBlendJob
from render.worker import staging
from render.worker.staging import stage_shot


def save_shot(job: BlendJob) -> dict[str, Any]:
    """The staged shot as a file that needs no other."""
    stage_shot(job.spec, job.people)
    return {"file": job.file, **_save(Path(job.file))}


def save_film(job: FilmBlendJob) -> dict[str, Any]:
    """One file with a scene for every shot, and first a scene that shows them one after the other."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    staging.forget()
    cut = bpy.context.scene
    cut.name = job.title[:50] or "Film"
    cut.render.fps = round(job.fps[0] / job.fps[1])
    cut.render.fps_base = cut.render.fps * job.fps[1] / job.fps[0]
    cut.render.resolution_x, cut.render.resolution_y = job.size
    editor = cut.sequence_editor_create()
    end = 0
    for number, each in enumerate(job.scenes, 1):
        with bpy.data.libraries.load(each.file, link=False) as (found, wanted):
            wanted.scenes = found.scenes[:1]
        if not wanted.scenes or wanted.scenes[0] is None:
            raise ShotwrightError("render", f"{each.file} holds no scene", "Export the film again.")
        scene = wanted.scenes[0]
        scene.name = f"{number:03d} {each.name}"[:60]
        strip = editor.strips.new_scene(name=each.name[:60], scene=scene, channel=1, frame_start=each.start)
        strip.frame_final_duration = each.length
        cut.timeline_markers.new(each.name[:60], frame=each.start)
        end = max(end, each.start + each.length)
    if job.sound:
        editor.strips.new_sound(name="Mix", filepath=job.sound, channel=2, frame_start=0)
    cut.frame_start, cut.frame_end = 0, max(end - 1, 0)
    return {"file": job.file, **_save(Path(job.file))}


def _save(path: Path) -> dict[str, Any]:
    """Writes what is open now, with all images inside, and says what is in the file. Raises ShotwrightError(export)
    where the written file lacks something."""
    for image in bpy.data.images:
        if image.source == "FILE" and not image.packed_file and image.filepath:
            image.pack()
    for sound in bpy.data.sounds:
        if not sound.packed_file:
            sound.pack()
    here = {"scenes": len(bpy.data.scenes), "objects": len(bpy.data.objects)}
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "saved.blend"
        bpy.ops.wm.save_as_mainfile(filepath=str(file), copy=True, compress=True)
        with bpy.data.libraries.load(str(file), link=True) as (found, _):
            saved = {"scenes": len(found.scenes), "objects": len(found.objects)}
        if saved != here:
            raise ShotwrightError("export", f"{path.name} came out wrong: {saved} instead of {here}", "Export again.")
        write_whole(path, file.read_bytes())
    outside = [i.name for i in bpy.data.images if i.source == "FILE" and i.filepath and not i.packed_file]
    outside += [s.name for s in bpy.data.sounds if not s.packed_file]
    return {**saved, "missing": outside}

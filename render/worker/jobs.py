"""What a worker does with each kind of job."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2

from app.files import write_whole
from library.assets import pack
from library.blender.documentation import documentation, version
from library.entries import entries
from render.protocol import (
    BlendJob,
    DocumentationJob,
    EntryJob,
    Event,
    FilmBlendJob,
    FramesJob,
    ImportJob,
    Job,
    StageJob,
    TurntableJob,
)
from render.worker.blends import save_film, save_shot
from render.worker.entries import entry_pictures
from render.worker.frames import FrameRenderer, render_frames, save_picture
from render.worker.importing import read_mesh
from render.worker.lent import use_assets
from render.worker.measure import exposure, measure
from render.worker.staging import stage_shot
from render.worker.turntable import turntable
from render.worker.views import motions, render_views

Send = Callable[[Event], None]
THUMBNAIL = 320


def run(job: Job, send: Send, threads: int) -> dict[str, Any]:
    """Runs a job and returns its result. Raises ShotwrightError."""
    send(Event(kind="started", job=job.id))
    match job:
        case StageJob():
            return _stage(job, send, threads)
        case FramesJob():
            return _frames(job, send, threads)
        case BlendJob():
            return save_shot(job)
        case FilmBlendJob():
            return save_film(job)
        case DocumentationJob():
            return _documentation(job)
        case EntryJob():
            return _entry(job, threads)
        case TurntableJob():
            return _turntable(job, threads)
        case ImportJob():
            return _import(job)


def _stage(job: StageJob, send: Send, threads: int) -> dict[str, Any]:
    staged = stage_shot(job.spec, job.people)
    numbers = measure(staged)
    numbers["motions"] = motions(staged)
    frames = job.keyframes if job.keyframes is not None else staged.moments
    send(Event(kind="progress", job=job.id, done=1, total=len(frames) + 1, message="staged"))
    keyframes = []
    numbers["exposure"] = {}
    with tempfile.TemporaryDirectory() as scratch:
        renderer = FrameRenderer(staged, job.tier, Path(scratch), threads)
        for index, frame in enumerate(frames):
            picture = renderer.picture(frame)
            file = Path(job.folder) / f"frame-{frame:05d}.jpg"
            save_picture(file, picture)
            small = cv2.resize(
                picture,
                (THUMBNAIL, round(THUMBNAIL * picture.shape[0] / picture.shape[1])),
                interpolation=cv2.INTER_AREA,
            )
            save_picture(file.with_name(f"{file.stem}-small.jpg"), small)
            boxes = {
                n: p["frames"][str(frame)]["box"]
                for n, p in numbers["people"].items()
                if str(frame) in p["frames"] and p["frames"][str(frame)]["eyes_visible"]
            }
            numbers["exposure"][str(frame)] = exposure(picture, boxes)
            keyframes.append({"frame": frame, "file": str(file)})
            send(
                Event(
                    kind="artefact",
                    job=job.id,
                    done=index + 2,
                    total=len(frames) + 1,
                    file=str(file),
                    message=f"frame {frame}",
                )
            )
        views = []
        if job.views:
            views = render_views(staged, numbers["motions"], job.tier, Path(job.folder), Path(scratch), threads)
    return {"measurements": numbers, "keyframes": keyframes, "views": views}


def _frames(job: FramesJob, send: Send, threads: int) -> dict[str, Any]:
    staged = stage_shot(job.spec, job.people)
    with tempfile.TemporaryDirectory() as scratch:
        renderer = FrameRenderer(staged, job.tier, Path(scratch), threads)

        def progress(done: int, total: int) -> None:
            send(Event(kind="progress", job=job.id, done=done, total=total))

        names, made = render_frames(renderer, job.spec.frames, Path(job.cache), progress)
    return {"frames": names, "rendered": made}


def _documentation(job: DocumentationJob) -> dict[str, Any]:
    found = documentation()
    write_whole(Path(job.file), "".join(json.dumps(each) + "\n" for each in found))
    return {"file": job.file, "blender": version(), "entries": len(found)}


def _entry(job: EntryJob, threads: int) -> dict[str, Any]:
    use_assets(job.assets, job.people)
    sample = entries(job.of)[job.name].sample()
    pictures = entry_pictures(sample, job.size, job.samples, job.people, threads)
    for file, picture in zip(job.files, pictures, strict=True):
        save_picture(Path(file), picture)
    return {"files": job.files}


def _turntable(job: TurntableJob, threads: int) -> dict[str, Any]:
    pictures = turntable(job.look, job.framing, len(job.files), job.size, job.samples, job.people, threads)
    for file, picture in zip(job.files, pictures, strict=True):
        save_picture(Path(file), picture)
    return {"files": job.files}


def _import(job: ImportJob) -> dict[str, Any]:
    mesh, notes = read_mesh(Path(job.file))
    write_whole(Path(job.out), pack(Path(job.file).stem, Path(job.file).name, mesh))
    return {"file": job.out, "notes": notes}

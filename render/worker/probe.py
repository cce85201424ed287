"""Answers one question about Blender on this machine, by trying it: `python -m render.worker.probe QUESTION`.

QUESTION is "about" (version, OpenGL), "devices" (graphics cards Cycles can use), or an engine, with a
device for Cycles: "CYCLES CPU", "CYCLES OPTIX", "WORKBENCH", "EEVEE". The answer is one JSON object
on standard output; what Blender itself prints goes to standard error. A crash is an answer too, so
every question has a process of its own.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import bpy

ENGINES = {"CYCLES": "CYCLES", "WORKBENCH": "BLENDER_WORKBENCH", "EEVEE": "BLENDER_EEVEE"}
BACKENDS = ("CUDA", "OPTIX", "HIP", "ONEAPI", "METAL")
SIZE = (64, 36)


def about() -> dict[str, Any]:
    """Blender's version and the OpenGL, Vulkan or Metal it found: renderer, vendor, backend, version (str)."""
    import gpu

    gpu.init()
    return {
        "bpy": bpy.app.version_string,
        "renderer": gpu.platform.renderer_get(),
        "vendor": gpu.platform.vendor_get(),
        "backend": gpu.platform.backend_type_get(),
        "driver": gpu.platform.version_get(),
    }


def devices() -> dict[str, list[str]]:
    """Names of the graphics cards Cycles sees, by backend; backends without any are left out."""
    preferences = bpy.context.preferences.addons["cycles"].preferences
    found = {name: [each.name for each in preferences.get_devices_for_type(name)] for name in BACKENDS}
    return {name: sorted(set(names)) for name, names in found.items() if names}


def render(engine: str, device: str = "CPU") -> dict[str, float]:
    """Renders a lit cube on a dark ground and looks at it.

    Returns seconds (of the first picture and of a second one) and contrast (largest minus smallest
    value, 0..1). Raises RuntimeError when the picture is empty or the device is not there.
    """
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = ENGINES[engine]
    scene.render.resolution_x, scene.render.resolution_y = SIZE
    scene.render.image_settings.file_format = "PNG"
    _cube_lit_from_the_camera(scene)
    if engine == "CYCLES":
        scene.cycles.samples = 1
        scene.cycles.use_denoising = False
        if device != "CPU":
            _use_card(device)
            scene.cycles.device = "GPU"
    elif engine == "EEVEE":
        scene.eevee.taa_render_samples = 1
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in ("first", "second"):
            scene.render.filepath = str(Path(folder, f"{turn}.png"))
            begun = time.perf_counter()
            bpy.ops.render.render(write_still=True)
            seconds.append(time.perf_counter() - begun)
        picture = bpy.data.images.load(scene.render.filepath)
        values = picture.pixels[:]
    colours = [value for index, value in enumerate(values) if index % 4 != 3]
    contrast = max(colours) - min(colours)
    if contrast < 0.1:
        raise RuntimeError("the picture is empty")
    return {"first": round(seconds[0], 3), "second": round(seconds[1], 3), "contrast": round(contrast, 3)}


def _cube_lit_from_the_camera(scene: bpy.types.Scene) -> None:
    mesh = bpy.data.meshes.new("cube")
    corners = [(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]
    sides = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    mesh.from_pydata(corners, [], sides)
    lamp = bpy.data.lights.new("lamp", "SUN")
    lamp.energy = 5.0
    camera = bpy.data.cameras.new("camera")
    for name, data in (("cube", mesh), ("lamp", lamp), ("camera", camera)):
        thing = bpy.data.objects.new(name, data)
        scene.collection.objects.link(thing)
        if name != "cube":
            thing.location = (0.0, 0.0, 8.0)
    scene.camera = scene.objects["camera"]


def _use_card(backend: str) -> None:
    preferences = bpy.context.preferences.addons["cycles"].preferences
    preferences.compute_device_type = backend
    preferences.refresh_devices()
    chosen = [each for each in preferences.devices if each.type == backend]
    if not chosen:
        raise RuntimeError(f"Cycles finds no {backend} device")
    for each in preferences.devices:
        each.use = each.type == backend


def main(question: list[str]) -> int:
    """Answers on the real standard output, after giving Blender's chatter standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    try:
        if question == ["about"]:
            answer = about()
        elif question == ["devices"]:
            answer = devices()
        else:
            answer = render(*question)
    except Exception as error:
        answer = {"error": f"{error or type(error).__name__}".strip().splitlines()[-1]}
    answers.write(json.dumps(answer) + "\n")
    answers.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

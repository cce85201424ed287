"""Rendering the frames of a staged shot, as few pixels as the shot allows.

A frame's file is named by the hash of everything in the picture, so a frame that exists is never rendered
again, and equal frames are rendered once. While camera and people stay where they are, the empty place is
rendered once (the plate) at better quality; each frame then renders only the regions people are in and keeps
of them what differs from the plate. The still parts of the picture are therefore perfectly still. Where
somebody walks or sits down, shadows move all over the place and every frame is rendered whole.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import bpy
import cv2
import numpy as np

from app.errors import ShotwrightError
from app.files import digest
from library.blender.lights import LOOK
from library.blender.realise import world_vertices
from library.camera.lens import SENSOR
from render.protocol import TierSpec
from render.version import code_version
from render.worker.staging import Staged

PLATE_SAMPLES = 4
MARGIN = 0.2
"""Metres round people whose light and shadow may change."""

STAYS = 0.3
"""Metres within which somebody who moves has not left their place."""

NEAR = 0.05
"""Metres in front of the camera from which on a point can be placed in the picture."""

FLAT_EXPOSURE = 0.5
"""Stops that Workbench's studio light lacks."""


def apply_tier(tier: TierSpec, threads: int, seed: int = 0, exposure: float = 0.0) -> None:
    """Sets engine, size, quality and view on the scene; exposure in stops."""
    scene = bpy.context.scene
    render = scene.render
    render.engine = "CYCLES" if tier.engine == "CYCLES" else "BLENDER_WORKBENCH"
    render.resolution_x, render.resolution_y = tier.size
    render.resolution_percentage = 100
    render.image_settings.media_type = "IMAGE"
    render.image_settings.file_format = "PNG"
    render.image_settings.color_mode = "RGB"
    render.image_settings.compression = 5
    render.use_persistent_data = True
    render.use_stamp = False
    for name in dir(render):
        if name.startswith("use_stamp_"):
            setattr(render, name, False)
    if threads:
        render.threads_mode, render.threads = "FIXED", threads
    # Workbench lights nothing: its colours are shown as they are, or everything would be dark
    flat = tier.engine == "WORKBENCH"
    view = scene.view_settings
    view.view_transform, view.look = ("Standard", "None") if flat else ("AgX", LOOK)
    view.exposure = FLAT_EXPOSURE if flat else exposure
    for each in scene.objects:
        # what Cycles keeps from the camera alone (opened walls, the ceiling) Workbench has to leave out
        if each.type == "MESH" and not each.visible_camera:
            each.hide_render = flat
    if not flat:
        cycles = scene.cycles
        cycles.device = "CPU"
        cycles.samples = tier.samples
        cycles.use_adaptive_sampling = False
        cycles.use_denoising = True
        cycles.denoiser = "OPENIMAGEDENOISE"
        cycles.denoising_prefilter = "ACCURATE" if tier.samples > 2 else "FAST"
        cycles.denoising_quality = "HIGH" if tier.samples > 8 else "FAST"
        cycles.max_bounces = tier.bounces
        cycles.diffuse_bounces = min(tier.bounces, 2)
        cycles.glossy_bounces = min(tier.bounces, 2)
        cycles.transmission_bounces = 2
        # a full glass is six walls, seen through another one twelve
        cycles.transparent_max_bounces = 12
        cycles.sample_clamp_indirect = 4.0
        cycles.caustics_reflective = cycles.caustics_refractive = False
        cycles.blur_glossy = 1.0
        cycles.seed = seed % 2**31
        cycles.use_animated_seed = False
        # at one sample the light tree costs a third, relief and far lamps a tenth, and neither shows
        cycles.use_light_tree = tier.samples > 2
        cycles.light_sampling_threshold = 0.01 if tier.samples > 1 else 0.05
        for material in bpy.data.materials:
            for node in material.node_tree.nodes:
                if node.bl_idname == "ShaderNodeBump":
                    node.mute = tier.samples == 1
        scene.camera.data.dof.use_dof = tier.samples > 1
    else:
        shading = scene.display.shading
        shading.light, shading.color_type = "STUDIO", "VERTEX"
        shading.show_cavity, shading.show_shadows, shading.show_specular_highlight = True, False, False
        scene.display.render_aa = "FXAA"
        scene.camera.data.dof.use_dof = False


def rendered(frame: int, scratch: Path) -> np.ndarray:
    """The scene's picture at a frame, as it is set up. Raises ShotwrightError(render)."""
    scene = bpy.context.scene
    scene.frame_set(frame)
    file = scratch / "render.png"
    file.unlink(missing_ok=True)
    scene.render.filepath = str(file)
    bpy.ops.render.render(write_still=True)
    picture = cv2.imread(str(file), cv2.IMREAD_COLOR)
    if picture is None:
        raise ShotwrightError("render", f"Blender rendered nothing at frame {frame}")
    return picture


class FrameRenderer:
    """Renders pictures of a staged shot in one tier.

    scratch: folder for Blender's own output. Pictures are (H, W, 3) uint8, BGR as OpenCV has them.
    """

    def __init__(self, staged: Staged, tier: TierSpec, scratch: Path, threads: int = 0):
        self.staged, self.tier, self.scratch, self.threads = staged, tier, scratch, threads
        self._plate: np.ndarray | None = None
        self._kept: dict[int, np.ndarray] = {}
        apply_tier(tier, threads, staged.spec.seed, staged.lights.exposure)

    def sources(self, frame: int) -> tuple[int, int]:
        """The rendered frames the picture at `frame` comes from: one twice, or the two it lies between."""
        step = max(1, self.tier.step)
        before = frame - frame % step
        after = before + step
        if frame == before or not self.staged.camera.moving or after >= self.staged.spec.frames:
            return before, before
        return before, after

    def key(self, frame: int) -> str:
        """Content name of the picture at a frame: everything it depends on."""
        before, after = self.sources(frame)
        names = [self._source_key(before)]
        if after != before:
            names += [self._source_key(after), f"{(frame - before) / (after - before):.4f}"]
        return names[0] if len(names) == 1 else digest(*names)

    def _source_key(self, frame: int) -> str:
        return digest(bpy.app.version_string, code_version(), self.tier.model_dump_json(), self.staged.state(frame))

    def picture(self, frame: int) -> np.ndarray:
        """The picture at a frame. Raises ShotwrightError(render)."""
        before, after = self.sources(frame)
        if after == before:
            return self._source(before)
        return between(self._source(before), self._source(after), (frame - before) / (after - before))

    def raw(self, frame: int) -> np.ndarray:
        """The frame as it is rendered now, whole, through whatever camera the scene has; nothing is kept."""
        return self._render(frame)

    def _source(self, frame: int) -> np.ndarray:
        """A rendered frame; the last two are kept for those between."""
        if frame not in self._kept:
            picture = self._rendered(frame)
            self._kept = {**dict(list(self._kept.items())[-1:]), frame: picture}
        return self._kept[frame]

    def _rendered(self, source: int) -> np.ndarray:
        if not self._has_still_parts():
            return self._render(source)
        if self._plate is None:
            self._plate = self._empty_place()
        out = self._plate.copy()
        for box in self._regions(source):
            self._compose(out, self._render(source, box), box)
        return out

    # ---- the parts

    def _render(self, frame: int, box: tuple[int, int, int, int] | None = None) -> np.ndarray:
        render = bpy.context.scene.render
        width, height = self.tier.size
        whole = box is None or box == (0, 0, width, height)
        render.use_border = render.use_crop_to_border = not whole
        if not whole:
            x0, y0, x1, y1 = box
            render.border_min_x, render.border_max_x = (x0 + 0.01) / width, (x1 + 0.01) / width
            render.border_min_y, render.border_max_y = (height - y1 + 0.01) / height, (height - y0 + 0.01) / height
        return rendered(frame, self.scratch)

    def _has_still_parts(self) -> bool:
        """Whether camera and light stay as they are: somebody who walks takes their shadow through the place."""
        hips = [self.staged.subjects[name].points["hips"] for name in self.staged.people]
        return (
            self.tier.still_parts
            and self.tier.engine == "CYCLES"
            and bool(hips)
            and not self.staged.camera.moving
            and all(np.ptp(each, axis=0).max() < STAYS for each in hips)
        )

    def _empty_place(self) -> np.ndarray:
        """The place with people's shadows but without them, with more samples: rendered once, shown in every frame."""
        scene = bpy.context.scene
        seen = [o for p in self.staged.people.values() for o in p.parts.values() if o.visible_camera]
        things = [t.made for t in self.staged.things.values() if not t.made.hide_render]
        scene.cycles.samples = max(self.tier.samples, PLATE_SAMPLES)
        for each in seen:
            each.visible_camera = False
        for each in things:
            each.hide_render = True
        try:
            return self._render(0)
        finally:
            scene.cycles.samples = self.tier.samples
            for each in seen:
                each.visible_camera = True
            for each in things:
                each.hide_render = False

    def _regions(self, frame: int) -> list[tuple[int, int, int, int]]:
        """Boxes of pixels (x0, y0, x1, y1; y down) that people, what they handle and their shadows are in."""
        bpy.context.scene.frame_set(frame)
        viewer = self.staged.stage.camera.viewer
        groups = [list(p.parts.values()) for name, p in self.staged.people.items() if name != viewer]
        groups += [[t.made] for t in self.staged.things.values()]
        found = [self._box(np.vstack([world_vertices(o) for o in each]), frame) for each in groups]
        return joined([box for box in found if box is not None])

    def _box(self, points: np.ndarray, frame: int) -> tuple[int, int, int, int] | None:
        """The pixels that (N, 3) points and the margin round them cover; None where they are out of frame."""
        width, height = self.tier.size
        camera = self.staged.camera
        seen = camera.project_at(frame, points)
        if (seen[:, 2] <= NEAR).any():
            return None if (seen[:, 2] <= NEAR).all() else (0, 0, width, height)
        margin = MARGIN * camera.lens[frame] / SENSOR * width / seen[:, 2]
        x, y = seen[:, 0] * width, (1 - seen[:, 1]) * height
        low = np.floor([(x - margin).min(), (y - margin).min()])
        high = np.ceil([(x + margin).max(), (y + margin).max()])
        x0, y0 = np.clip(low, 0, [width, height]).astype(int).tolist()
        x1, y1 = np.clip(high, 0, [width, height]).astype(int).tolist()
        return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None

    def _compose(self, out: np.ndarray, part: np.ndarray, box: tuple[int, int, int, int]) -> None:
        """Puts into `out`, softly keyed, what differs from the plate in a rendered region."""
        x0, y0, x1, y1 = box
        part = part[: y1 - y0, : x1 - x0]
        behind = self._plate[y0:y1, x0:x1]
        difference = np.abs(part.astype(np.float32) - behind).max(2)
        difference = cv2.GaussianBlur(difference, (0, 0), 1.6 * self.tier.size[0] / 480)
        weight = np.clip((difference - 5.0) / 10.0, 0, 1)
        grown = cv2.dilate(weight, np.ones((3, 3), np.uint8))
        weight = cv2.GaussianBlur(grown, (0, 0), 1.2 * self.tier.size[0] / 480)
        weight = _faded_to_edge(weight, box, self.tier.size)[..., None]
        out[y0:y1, x0:x1] = np.round(part * weight + behind * (1 - weight)).astype(np.uint8)


def joined(boxes: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """The boxes with those that overlap put together, until none do."""
    out: list[tuple[int, int, int, int]] = []
    for box in boxes:
        while True:
            over = [b for b in out if b[0] < box[2] and box[0] < b[2] and b[1] < box[3] and box[1] < b[3]]
            if not over:
                break
            out = [b for b in out if b not in over]
            every = [*over, box]
            box = (
                min(b[0] for b in every),
                min(b[1] for b in every),
                max(b[2] for b in every),
                max(b[3] for b in every),
            )
        out.append(box)
    return out


def between(first: np.ndarray, second: np.ndarray, share: float) -> np.ndarray:
    """The picture `share` of the way from one to the next, moved along dense inverse search optical flow
    (Kroeger et al. 2016) from both sides and blended."""
    grey = [cv2.cvtColor(p, cv2.COLOR_BGR2GRAY) for p in (first, second)]
    flow = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    there, back = flow.calc(grey[0], grey[1], None), flow.calc(grey[1], grey[0], None)
    y, x = np.mgrid[: first.shape[0], : first.shape[1]].astype(np.float32)
    a = cv2.remap(
        first, x - share * there[..., 0], y - share * there[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    rest = 1 - share
    b = cv2.remap(
        second, x - rest * back[..., 0], y - rest * back[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return cv2.addWeighted(a, rest, b, share, 0)


def _faded_to_edge(weight: np.ndarray, box: tuple[int, int, int, int], size: tuple[int, int]) -> np.ndarray:
    """Lets the region fade out over its own edges, save where they are the picture's edges."""
    height, width = weight.shape
    soft = max(3, size[0] // 40)
    x = np.ones(width, np.float32)
    y = np.ones(height, np.float32)
    ramp = (np.arange(soft, dtype=np.float32) + 0.5) / soft
    if box[0] > 0 and width > 2 * soft:
        x[:soft] = ramp
    if box[2] < size[0] and width > 2 * soft:
        x[-soft:] = ramp[::-1]
    if box[1] > 0 and height > 2 * soft:
        y[:soft] = ramp
    if box[3] < size[1] and height > 2 * soft:
        y[-soft:] = ramp[::-1]
    return weight * x[None, :] * y[:, None]


def render_frames(
    renderer: FrameRenderer, frames: int, cache: Path, progress: Callable[[int, int], None]
) -> tuple[list[str], int]:
    """Puts every frame of the shot into the cache. Returns file names by frame and how many were rendered."""
    names = [f"{renderer.key(f)}.png" for f in range(frames)]
    made = 0
    for frame, name in enumerate(names):
        file = cache / name[:2] / name
        if not file.exists():
            save_picture(file, renderer.picture(frame))
            made += 1
        progress(frame + 1, frames)
    return names, made


def save_picture(file: Path, picture: np.ndarray) -> None:
    """Writes a PNG or JPEG whole or not at all. Raises ShotwrightError(disk)."""
    from app.files import write_whole

    options = [cv2.IMWRITE_PNG_COMPRESSION, 3] if file.suffix == ".png" else [cv2.IMWRITE_JPEG_QUALITY, 92]
    ok, data = cv2.imencode(file.suffix, picture, options)
    if not ok:
        raise ShotwrightError("render", f"the picture for {file.name} could not be encoded")
    write_whole(file, data.tobytes())

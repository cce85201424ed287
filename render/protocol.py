"""What travels between the application and a worker process: one JSON object a line, both ways.

Jobs go in on the worker's standard input; events come back on its own copy of standard output, which
Blender cannot write to.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.document import LearnedFunction, Program
from app.errors import Layer, ShotwrightError
from app.look import Look


class Message(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SpokenLine(Message):
    """A line as heard: how long (seconds) and which mouth shape when: (seconds, shape or "rest", strength)."""

    duration: float
    cues: list[tuple[float, str, float]] = Field(default_factory=list)


class StageSpec(Message):
    """Everything a shot's stage is made from. The same spec gives the same picture, to the byte. functions: the
    learned ones that the program calls; assets: file names of the imported things it speaks of."""

    program: Program
    functions: list[LearnedFunction] = Field(default_factory=list)
    frames: int = Field(gt=0)
    fps: tuple[int, int] = (24, 1)
    size: tuple[int, int] = (1280, 720)
    seed: int = 0
    cast: dict[str, Look] = Field(default_factory=dict)
    lines: dict[str, SpokenLine] = Field(default_factory=dict)
    assets: list[str] = Field(default_factory=list)


class TierSpec(Message):
    """How frames are rendered. step: every how many frames one is rendered."""

    name: str
    engine: Literal["CYCLES", "WORKBENCH"] = "CYCLES"
    size: tuple[int, int]
    samples: int = 1
    bounces: int = 2
    step: int = 1
    still_parts: bool = True


class StageJob(Message):
    """Build the stage, measure it, render keyframes (frame numbers from 0; none given: chosen by the shot). views:
    also pictures for a reviewer who looks."""

    kind: Literal["stage"] = "stage"
    id: str
    spec: StageSpec
    tier: TierSpec
    folder: str
    people: str
    keyframes: list[int] | None = None
    views: bool = False


class FramesJob(Message):
    """Render every frame of the shot into the cache folder, skipping what is there already."""

    kind: Literal["frames"] = "frames"
    id: str
    spec: StageSpec
    tier: TierSpec
    cache: str
    people: str


class BlendJob(Message):
    """Save the staged shot as a .blend file with everything in it."""

    kind: Literal["blend"] = "blend"
    id: str
    spec: StageSpec
    file: str
    people: str


class DocumentationJob(Message):
    """Write the documentation of the running Blender to a file: JSON lines, see `library.blender.documentation`."""

    kind: Literal["documentation"] = "documentation"
    id: str
    file: str


class EntryJob(Message):
    """Show an entry of the library (`library.entries`): its pictures go to `files` (.png or .jpg), in the order of
    the moments of its sample."""

    kind: Literal["entry"] = "entry"
    id: str
    of: str
    name: str
    size: tuple[int, int]
    samples: int
    files: list[str] = Field(min_length=1)
    assets: list[str] = Field(default_factory=list)
    people: str


class TurntableJob(Message):
    """Show how somebody looks from all sides: one picture a file (.jpg), turned evenly from the front."""

    kind: Literal["turntable"] = "turntable"
    id: str
    look: Look
    framing: Literal["figure", "face"]
    size: tuple[int, int]
    samples: int
    files: list[str] = Field(min_length=1)
    people: str


class SceneOfFilm(Message):
    """One shot of a whole film's .blend: the file it was saved as, and where it lies in the cut (frames)."""

    file: str
    name: str
    start: int
    length: int = Field(gt=0)


class FilmBlendJob(Message):
    """Put shots saved as .blend files into one, a scene each, with a scene that is the cut. sound: the mix as a WAV
    file, packed into it; "" for none."""

    kind: Literal["film blend"] = "film blend"
    id: str
    scenes: list[SceneOfFilm] = Field(min_length=1)
    title: str
    fps: tuple[int, int]
    size: tuple[int, int]
    file: str
    sound: str = ""


class ImportJob(Message):
    """Read a 3D file's meshes into one, kept as an asset (`library.assets`) in `out`, in the same folder."""

    kind: Literal["import"] = "import"
    id: str
    file: str
    out: str


Job = StageJob | FramesJob | BlendJob | FilmBlendJob | DocumentationJob | EntryJob | TurntableJob | ImportJob


class Failure(Message):
    layer: Layer
    what: str
    hint: str = ""

    @classmethod
    def of(cls, error: ShotwrightError) -> Failure:
        return cls(layer=error.layer, what=error.what, hint=error.hint)

    def error(self) -> ShotwrightError:
        return ShotwrightError(self.layer, self.what, self.hint)


class Event(Message):
    """What a worker says. `job` is empty for "ready" and "log"."""

    kind: Literal["ready", "started", "progress", "artefact", "done", "failed", "log"]
    job: str = ""
    done: int = 0
    total: int = 0
    message: str = ""
    file: str = ""
    result: dict[str, Any] = Field(default_factory=dict)
    failure: Failure | None = None

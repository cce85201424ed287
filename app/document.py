"""The film document: characters, scenes, shots, beats, takes.

Plain pydantic models, saved as JSON. Identity is `id`; numbers and labels are for people. Lengths are
frames at the film's rate. Nothing here renders, asks a model or opens a window.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_serializer

from app.errors import ShotwrightError
from app.look import Look
from app.timebase import rate
from app.voice import Voice

FORMAT = 1

SubProcess = Literal["scene", "character", "motion", "lighting", "cinematography"]
SUB_PROCESSES: tuple[SubProcess, ...] = ("scene", "character", "motion", "lighting", "cinematography")


def new_id(prefix: str) -> str:
    """A short id that is unique in practice, for example "shot-9f3a61c2"."""
    return f"{prefix}-{secrets.token_hex(4)}"


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_assignment=True)


class Origin(Model):
    """Who wrote a field last. by: "person", "house" (the built-in crew), "model" (with its name) or "file"."""

    by: Literal["person", "house", "model", "file"]
    name: str = ""


PERSON = Origin(by="person")
HOUSE = Origin(by="house")


# ---- beats ---------------------------------------------------------------------------------------


class Beat(Model):
    id: str = Field(default_factory=lambda: new_id("beat"))


class Line(Beat):
    """Spoken words, kept as written. `words` is the range of words heard in this shot when a line is cut
    over several shots (they share `line`); `frames` is the measured length of what is heard here. `unseen`: only
    heard, a thought or a voice from outside, though the speaker may be in the picture."""

    kind: Literal["line"] = "line"
    speaker: str
    text: str
    delivery: str = ""
    line: str = ""
    words: tuple[int, int] | None = None
    frames: int | None = None
    unseen: bool = False


class Action(Beat):
    """A character does something from the catalogue.

    `during`: the beat it goes along with (else it takes its own turn); `variation`: which of the action's variations,
    when one was asked for; `thing`: the kind of prop it is done with, "" for its usual one; `text`: the words it came
    from; `frames`: its length when it takes its own turn.
    """

    kind: Literal["action"] = "action"
    character: str
    action: str
    during: str | None = None
    with_: str | None = None
    strength: float = 1.0
    variation: int | None = None
    thing: str = ""
    text: str = ""
    frames: int | None = None


class Move(Beat):
    """A character walks to a named position or thing, or to a point (see `app.spot`); `via`: points passed on the
    way; `during` as for an action."""

    kind: Literal["move"] = "move"
    character: str
    destination: str
    via: list[str] = Field(default_factory=list)
    during: str | None = None
    manner: str = ""
    text: str = ""
    frames: int | None = None


class Pause(Beat):
    """Time in which nobody speaks; `text` may hold a description that only guides the picture."""

    kind: Literal["pause"] = "pause"
    frames: int = 24
    text: str = ""


AnyBeat = Annotated[Line | Action | Move | Pause, Field(discriminator="kind")]


# ---- shots ---------------------------------------------------------------------------------------


class Guidance(Model):
    """What the shot should be, one text per sub-process, in plain words."""

    scene: str = ""
    character: str = ""
    motion: str = ""
    lighting: str = ""
    cinematography: str = ""


class Program(Model):
    """The Blender program of a shot: one snippet of library calls per sub-process."""

    scene: str = ""
    character: str = ""
    motion: str = ""
    lighting: str = ""
    cinematography: str = ""


class LearnedFunction(Model):
    """A function somebody wrote after the library was installed, in one version: Python source, called by
    snippets of `sub_process`. A take holds those it was made with, so that it can always be made again."""

    name: str
    sub_process: SubProcess
    version: int = Field(ge=1)
    source: str


class Standing(Model):
    """Where a character is when the shot begins. position: a name or a point (see `app.spot`); facing: somebody's
    id, a name, a point or degrees."""

    character: str
    position: str
    posture: Literal["standing", "sitting"] = "standing"
    facing: str | None = None


class Keyframe(Model):
    frame: int
    file: str
    label: str = ""


class Suggestion(Model):
    """A change a reviewer proposes: in words, and where it can be done by argument as data, for example
    {"argument": "distance", "factor": 0.8}."""

    sub_process: SubProcess
    text: str
    change: dict[str, Any] = Field(default_factory=dict)


class Finding(Model):
    """One thing a reviewer measured or saw. `value` and `limit` are numbers where there are numbers."""

    check: str
    sub_process: SubProcess
    passed: bool
    message: str
    subject: str = ""
    frame: int | None = None
    value: float | None = None
    limit: str = ""
    unit: str = ""
    suggestion: Suggestion | None = None


class Review(Model):
    by: Origin = HOUSE
    verdict: Literal["pass", "reject"] = "pass"
    findings: list[Finding] = Field(default_factory=list)
    rounds: int = 1

    @property
    def problems(self) -> list[Finding]:
        return [f for f in self.findings if not f.passed]


class Sounding(Model):
    """A line as it is heard in a take: which beat, who, and when (seconds from the start of the shot)."""

    beat: str
    speaker: str
    start: float


class Remark(Model):
    """A note of a reviewer on a shot, and what came of it.

    state: "open" (nothing could be proposed; `verdict` says why), "proposed" (changes wait to be accepted),
    "accepted" (a new take is still to be made), "declined", "answered" (`met` and `verdict` judge the take
    `answer`). take: what was looked at when it was written. expects: what has to grow (1) or shrink (-1) for it
    to be met: "fill", "brightness".
    """

    id: str = Field(default_factory=lambda: new_id("remark"))
    text: str
    by: Origin = PERSON
    made: str = ""
    state: Literal["open", "proposed", "accepted", "declined", "answered"] = "open"
    take: str | None = None
    expects: dict[str, int] = Field(default_factory=dict)
    answer: str | None = None
    met: bool | None = None
    verdict: str = ""


class Take(Model):
    """One staging of a shot, never changed afterwards (only its review may be added to, and whether it is kept).

    inputs: name of everything it was made from -> content hash; functions: learned ones its program calls;
    `measurements`: file with the numbers; kept: a person wants it to stay when takes are cleaned up.
    """

    id: str = Field(default_factory=lambda: new_id("take"))
    number: int = 1
    made: str = ""
    by: Origin = HOUSE
    program: Program = Field(default_factory=Program)
    functions: list[LearnedFunction] = Field(default_factory=list)
    guidance: Guidance = Field(default_factory=Guidance)
    length: int = 0
    seed: int = 0
    inputs: dict[str, str] = Field(default_factory=dict)
    speech: list[Sounding] = Field(default_factory=list)
    keyframes: list[Keyframe] = Field(default_factory=list)
    measurements: str = ""
    review: Review | None = None
    note: str = ""
    kept: bool = False


class Shot(Model):
    id: str = Field(default_factory=lambda: new_id("shot"))
    label: str = ""
    shot_type: str = "Medium Shot"
    subjects: list[str] = Field(default_factory=list)
    beats: list[AnyBeat] = Field(default_factory=list)
    staging: list[Standing] = Field(default_factory=list)
    length: int = 48
    guidance: Guidance = Field(default_factory=Guidance)
    program: Program = Field(default_factory=Program)
    locks: set[str] = Field(default_factory=set)
    notes: str = ""
    remarks: list[Remark] = Field(default_factory=list)
    omitted: bool = False
    takes: list[Take] = Field(default_factory=list)
    active_take: str | None = None
    not_understood: dict[str, list[str]] = Field(default_factory=dict)
    origins: dict[str, Origin] = Field(default_factory=dict)

    @field_serializer("locks")
    def _locks_in_order(self, locks: set[str]) -> list[str]:
        # A set comes in another order in every process: the same film must be the same file.
        return sorted(locks)

    @property
    def locked(self) -> bool:
        return "shot" in self.locks

    def is_locked(self, sub_process: str) -> bool:
        return self.locked or sub_process in self.locks

    @property
    def take(self) -> Take | None:
        """The active take."""
        return next((t for t in self.takes if t.id == self.active_take), None)

    @property
    def lines(self) -> list[Line]:
        return [b for b in self.beats if isinstance(b, Line)]


# ---- scenes, cast, film ----------------------------------------------------------------------------


class Character(Model):
    id: str = Field(default_factory=lambda: new_id("character"))
    name: str
    gender: Literal["female", "male"] = "female"
    years: int = 30
    occupation: str = ""
    traits: str = ""
    speaking_style: str = ""
    description: str = ""
    look: Look = Field(default_factory=Look)
    voice: Voice = Field(default_factory=Voice)
    origins: dict[str, Origin] = Field(default_factory=dict)


class Cue(Model):
    """Music under a scene: a feeling (`render.music`), from the beginning of one shot to the end of another (ids)."""

    feeling: str
    first: str
    last: str


Transition = Literal["cut", "dissolve", "fade"]


class Scene(Model):
    """colour: '#RRGGBB' a person gave it, "" for the one its number gets; grade: its colours in the film
    (`render.grade`), "" for none; transition: how it begins; transition_words: how a script says that, a line each
    ("FADE OUT.", "SMASH CUT TO:")."""

    id: str = Field(default_factory=lambda: new_id("scene"))
    colour: str = ""
    heading: str = ""
    place: str = ""
    mood: str = "day"
    synopsis: str = ""
    characters: list[str] = Field(default_factory=list)
    music: list[Cue] = Field(default_factory=list)
    grade: str = ""
    transition: Transition = "cut"
    transition_words: list[str] = Field(default_factory=list)
    shots: list[Shot] = Field(default_factory=list)
    origins: dict[str, Origin] = Field(default_factory=dict)


class Notice(Model):
    """Something in the input that could not be taken as it stands: where, what, and what was used instead."""

    line: int | None = None
    text: str
    problem: str
    used: str = ""


class Source(Model):
    """What a film is made from. `profiles`: text of the actors' profiles that lie beside a FilmAgent script."""

    kind: Literal["idea", "description", "fountain", "fdx", "filmagent", "empty"] = "empty"
    text: str = ""
    name: str = ""
    profiles: str = ""


class Proposal(Model):
    """A change somebody of the crew would make: where a person's work or a lock stands, or because of a remark."""

    id: str = Field(default_factory=lambda: new_id("proposal"))
    target: str
    field: str
    old: Any = None
    new: Any = None
    by: Origin = HOUSE
    why: str = ""
    remark: str = ""


class Film(Model):
    """title_page: what a script's title page says below the title ("Author" -> "Ann Lee"; texts may have several
    lines). ending: whether its last picture fades to black; ending_words: how a script says so ("FADE OUT.",
    "THE END")."""

    format: int = FORMAT
    id: str = Field(default_factory=lambda: new_id("film"))
    title: str = "Untitled"
    title_page: dict[str, str] = Field(default_factory=dict)
    logline: str = ""
    source: Source = Field(default_factory=Source)
    fps: str = "24"
    size: tuple[int, int] = (1280, 720)
    seed: int = 0
    characters: list[Character] = Field(default_factory=list)
    scenes: list[Scene] = Field(default_factory=list)
    ending: Literal["cut", "fade"] = "cut"
    ending_words: list[str] = Field(default_factory=list)
    notices: list[Notice] = Field(default_factory=list)
    proposals: list[Proposal] = Field(default_factory=list)
    origins: dict[str, Origin] = Field(default_factory=dict)

    @property
    def rate(self) -> Fraction:
        return rate(self.fps)

    def shots(self, omitted: bool = True) -> Iterator[Shot]:
        """All shots in film order."""
        for scene in self.scenes:
            yield from (s for s in scene.shots if omitted or not s.omitted)

    def numbered(self) -> Iterator[tuple[int, Scene, Shot]]:
        """(number from 1, scene, shot) in film order, omitted shots counted too so numbers stay put."""
        number = 0
        for scene in self.scenes:
            for shot in scene.shots:
                number += 1
                yield number, scene, shot

    def character(self, ref: str) -> Character:
        """By id, or by name without regard to case. Raises ShotwrightError(project)."""
        for each in self.characters:
            if ref == each.id or ref.casefold() == each.name.casefold():
                return each
        raise ShotwrightError("project", f"there is no character {ref!r} in {self.title!r}")

    def find(self, target: str) -> Film | Scene | Shot | Character:
        """Whatever has this id. Raises ShotwrightError(project)."""
        if target in ("film", self.id):
            return self
        for each in (*self.characters, *self.scenes, *self.shots()):
            if each.id == target:
                return each
        raise ShotwrightError("project", f"nothing in {self.title!r} has the id {target!r}")

    def shot(self, target: str) -> Shot:
        found = self.find(target)
        if not isinstance(found, Shot):
            raise ShotwrightError("project", f"{target!r} is not a shot")
        return found

    def scene_of(self, shot_id: str) -> Scene:
        for scene in self.scenes:
            if any(s.id == shot_id for s in scene.shots):
                return scene
        raise ShotwrightError("project", f"no scene holds the shot {shot_id!r}")

    @property
    def length(self) -> int:
        """Frames of the cut (omitted shots left out)."""
        return sum(s.length for s in self.shots(omitted=False))

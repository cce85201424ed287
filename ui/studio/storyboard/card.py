"""What a card says about a shot, as plain data."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from app.document import SUB_PROCESSES, Film, Scene, Shot
from app.errors import ShotwrightError
from library.camera.sizes import usual_lens
from library.shots import SHOTS
from ui.studio import words
from ui.studio.language import tr
from ui.studio.production import ShotWork


@dataclass(frozen=True)
class State:
    """How a shot stands. `icon` and `word` say it together; `tone` is a colour token; `why` explains."""

    name: str
    word: str
    icon: str
    tone: str
    why: str = ""


@dataclass(frozen=True)
class Feedback:
    """A reviewer's word on a shot, in one line. `icon` and `tone` as of a state."""

    text: str
    icon: str
    tone: str


@dataclass(frozen=True)
class Card:
    """All a card shows. `camera`: lens and moves in words; `pictures`: keyframe files of the active take, in time
    order, inside the project; `poster`: index of the one shown at rest; `feedback`: what a reviewer says;
    `progress`: 0..1 while the shot is worked on."""

    shot: str
    number: int
    label: str
    scene: str
    scene_number: int
    shot_type: str
    moving: bool
    camera: str
    length: str
    frames: int
    speaker: str
    words: str
    state: State
    locks: tuple[str, ...]
    locked: bool
    omitted: bool
    pictures: tuple[str, ...]
    poster: int
    feedback: Feedback | None
    problems: int
    notes: int
    takes: int
    progress: float | None = None

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        parts = [f"Shot {self.label or self.number}", self.shot_type, self.length, self.state.word.lower()]
        if self.locked:
            parts.append("locked")
        elif self.locks:
            parts.append("locked: " + ", ".join(words.part_name(n).lower() for n in self.locks))
        if self.state.why:
            parts.append(self.state.why)
        if self.camera:
            parts.insert(2, self.camera)
        if self.feedback is not None and self.feedback.text != self.state.why:
            parts.append(self.feedback.text)
        return ", ".join(parts)


def state_of(
    shot: Shot,
    doing: ShotWork | None = None,
    failure: ShotwrightError | None = None,
    stale: Callable[[str], list[str]] | None = None,
) -> State:
    """How a shot stands: what is done to it now, else what came of the last attempt, else its active take."""
    if doing is not None:
        if not doing.running:
            return State("queued", tr("Queued"), "queued", "muted", doing.job.title)
        if doing.total and doing.done >= doing.total:
            return State("review", tr("In review"), "review", "accent", doing.message)
        told = tr("Rendering {done}/{total}") if doing.total else tr("Staging")
        told = told.format(done=doing.done, total=doing.total)
        left = tr(", {time} left").format(time=words.duration(doing.eta_s)) if doing.eta_s else ""
        return State("working", told + left, "rendering", "accent", doing.message)
    if shot.omitted:
        return State("omitted", tr("Omitted"), "omit", "faint", tr("left out of the film"))
    if failure is not None:
        return State("failed", tr("Failed"), "failed", "bad", failure.what)
    take = shot.take
    if take is None:
        return State("empty", tr("Not staged"), "empty", "faint", tr("no take yet"))
    reasons = stale(shot.id) if stale else []
    if reasons:
        return State("stale", tr("Out of date"), "stale", "warning", "; ".join(reasons))
    if take.review is None:
        return State("review", tr("In review"), "review", "muted", tr("not reviewed yet"))
    if take.review.verdict == "reject":
        problems = take.review.problems
        return State(
            "rejected", tr("Rejected"), "warning", "warning", problems[0].message if problems else tr("Rejected")
        )
    return State("passed", tr("Passed"), "passed", "good", _checks(len(take.review.findings)))


def card_of(film: Film, number: int, scene_number: int, scene: Scene, shot: Shot, state: State, doing=None) -> Card:
    """The card of a shot. `doing`: the ShotWork that gives the progress bar, if any."""
    speaker, text = words.first_words(film, shot)
    take = shot.take
    frames = take.keyframes if take else []
    review = take.review if take else None
    return Card(
        shot=shot.id,
        number=number,
        label=shot.label,
        scene=scene.id,
        scene_number=scene_number,
        shot_type=shot.shot_type,
        moving=_moves(shot.shot_type),
        camera=camera_text(shot.program.cinematography, shot.shot_type),
        length=words.length(shot.length, film.rate),
        frames=shot.length,
        speaker=speaker,
        words=" ".join(text.split()),
        state=state,
        locks=SUB_PROCESSES if shot.locked else tuple(n for n in SUB_PROCESSES if n in shot.locks),
        locked=shot.locked,
        omitted=shot.omitted,
        pictures=tuple(k.file for k in frames),
        poster=len(frames) // 2,
        feedback=feedback_of(shot, state),
        problems=len(review.problems) if review else 0,
        notes=sum(len(v) for v in shot.not_understood.values()),
        takes=len(shot.takes),
        progress=doing.done / doing.total if doing and doing.running and doing.total else None,
    )


REMARKS = {
    "open": ("note", "muted"),
    "proposed": ("note", "accent"),
    "accepted": ("note", "accent"),
}


def feedback_of(shot: Shot, state: State) -> Feedback | None:
    """The latest note that is not done with, else the answer to it, else why the shot stands as it does."""
    last = shot.remarks[-1] if shot.remarks else None
    if last is not None and last.state in REMARKS:
        return Feedback(f"“{last.text}”", *REMARKS[last.state])
    if state.name in ("working", "queued", "empty", "review") or not state.why:
        return None
    if last is not None and last.state == "answered" and last.answer == shot.active_take:
        good = last.met is not False
        return Feedback(last.verdict, "passed" if good else "warning", "good" if good else "warning")
    if state.name == "passed":
        return None
    return Feedback(state.why, state.icon, state.tone)


CALLS = {
    "push_in": "push in",
    "pull_out": "pull out",
    "reveal": "reveal",
    "orbit": "orbit",
    "handheld": "handheld",
    "focus_on": "focus pull",
    "static": "static",
}
"""Calls of a program that are camera moves, and what they are called on a card."""


@lru_cache(maxsize=4096)
def camera_text(program: str, shot_type: str) -> str:
    """ "50 mm, push in": the lens and the moves a program asks for; the lens of the shot type where it names none."""
    lens, moves = usual_lens(shot_type), []
    try:
        calls = [n for n in ast.walk(ast.parse(program)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    except (SyntaxError, ValueError):
        calls = []
    for call in calls:
        if call.func.id in CALLS:
            moves.append(CALLS[call.func.id])
        value = next((getattr(k.value, "value", None) for k in call.keywords if k.arg == "lens"), None)
        if isinstance(value, int | float):
            lens = value
    return ", ".join([*([f"{lens:g} mm"] if lens is not None else []), *moves])


@lru_cache(maxsize=64)
def _moves(shot_type: str) -> bool:
    known = SHOTS.find(shot_type)
    return bool(known and known.certain and known.entry.moving)


def _checks(count: int) -> str:
    return "one check" if count == 1 else f"{count} checks"

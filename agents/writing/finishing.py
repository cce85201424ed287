"""The finishing: the composer's cues, the colourist's grades, the editor's transitions and trims, in one meeting."""

from __future__ import annotations

from typing import Any

from agents.input.screenplay import Screenplay
from agents.writing import vocabulary
from agents.writing.room import Room, summary
from agents.writing.script import Framings
from app.document import Cue, Film, Scene
from render.grade import GRADES
from render.music import FEELINGS

ROLES = ("composer", "colourist", "editor")
LEAST_TRIM = 0.15
"""Seconds; a smaller change is none."""


async def finish(room: Room, play: Screenplay, shots: Framings, film: Film, came_from: dict[str, str]) -> None:
    """Puts music, grades, transitions and trims on the film, as far as models play these roles."""
    playing = [r for r in ROLES if room.crew.modelled(r)]
    if not playing:
        return

    async def work() -> None:
        answer = await room.ask(
            playing[0], "finishing", room.forms.finishing, script=room.script(play, shots=shots),
            roles=", ".join(playing), grades=vocabulary.grades(), feelings=vocabulary.feelings(),
        )  # fmt: skip
        _apply(room, answer, film, came_from, playing)

    await room.or_house(playing[0], "finishing", work, lambda: None)


def _apply(room: Room, answer: Any, film: Film, came_from: dict[str, str], playing: list[str]) -> None:
    for each in answer.scenes:
        if each.scene > len(film.scenes):
            continue
        scene, told = film.scenes[each.scene - 1], []
        if "composer" in playing:
            scene.music = _cues(scene, each.music, came_from)
            scene.origins["music"] = room.crew.signed("composer")
            told += [f"music: {c.feeling}" for c in scene.music] or ["no music"]
        if "colourist" in playing and each.grade in GRADES and not room.options.grade:
            scene.grade = each.grade
            scene.origins["grade"] = room.crew.signed("colourist")
            told.append(f"grade: {each.grade}")
        if "editor" in playing and each.scene > 1 and not scene.transition_words:  # a script's own stand
            scene.transition = each.transition
            scene.origins["transition"] = room.crew.signed("editor")
            told.append(f"begins with a {each.transition}")
        room.crew.tell(playing[0], "finishing", "made", f"scene {each.scene}: {'; '.join(told)}. {each.why}".strip())
    if "editor" in playing:
        _trim(room, answer.trims, film, came_from)


def _cues(scene: Scene, cues: Any, came_from: dict[str, str]) -> list[Cue]:
    """Cues from entries to shots, in order and without overlap."""
    order = [came_from.get(s.id, "") for s in scene.shots]
    out: list[Cue] = []
    free = 0
    for cue in cues:
        first, last = cue.first.strip("[] "), cue.last.strip("[] ")
        if cue.feeling not in FEELINGS or first not in order or last not in order:
            continue
        begin, end = max(free, order.index(first)), len(order) - 1 - order[::-1].index(last)
        if begin <= end:
            out.append(Cue(feeling=cue.feeling, first=scene.shots[begin].id, last=scene.shots[end].id))
            free = end + 1
    return out


def _trim(room: Room, trims: Any, film: Film, came_from: dict[str, str]) -> None:
    """Trims go into the camera guidance, which is where a person would write them."""
    last = {entry: shot for shot, entry in came_from.items()}
    changes = []
    for trim in trims:
        shot_id = last.get(trim.entry.strip("[] "))
        if shot_id is None or abs(trim.seconds) < LEAST_TRIM:
            continue
        shot = film.shot(shot_id)
        words = f"{abs(trim.seconds):.1f} s {'longer' if trim.seconds > 0 else 'shorter'}"
        shot.guidance.cinematography = f"{shot.guidance.cinematography.rstrip('. ')}, {words}."
        changes.append(f"shot {shot.label}: {words}" + (f": {trim.why}" if trim.why else ""))
    room.crew.tell("editor", "finishing", "corrected", summary(changes, "trim"), changed=tuple(changes))

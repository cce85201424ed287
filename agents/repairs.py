"""Mending by rule what breaks one of `agents.rules`: as little as can be, until nothing more can be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from agents.catalogue import Catalogue
from agents.house.language.motion import resolve
from agents.house.staging import RISE, SIT
from agents.rules import (
    CHECKS,
    OVERUSED,
    Violation,
    check,
    expressive,
    most_actions,
    postures_after,
    postures_at,
    role_name,
    words_of,
)
from app.document import Action, Film, Move, Scene, Shot, Standing

Repair = Callable[[Film, Scene, Shot, Catalogue], None]
PASSES = 4


def repair(film: Film, catalogue: Catalogue, strict: bool = False) -> list[Violation]:
    """Fixes what a rule can fix and returns what was broken before. `strict` fixes only what cannot be staged.

    Shot types that change leave their guidance as it was: it has to be written again after.
    """
    before = check(film, catalogue)
    found = before
    for _ in range(PASSES):
        wanted = [v for v in found if not strict or v.staging]
        for violation in wanted:
            scene = film.find(violation.scene)
            fix = REPAIRS.get(violation.rule)
            if fix is not None and violation.shot:
                fix(film, scene, film.shot(violation.shot), catalogue)
            elif violation.rule in SCENE_REPAIRS:
                SCENE_REPAIRS[violation.rule](film, scene, catalogue)
        left = check(film, catalogue)
        if not wanted or left == found:
            break
        found = left
    return before


def _stand_them(film: Film, scene: Scene, shot: Shot, catalogue: Catalogue) -> None:
    """Who cannot sit stands."""
    changed = []
    for stand in shot.staging:
        fits = stand.posture == "standing" or catalogue.seat(scene.place, stand.position) is not None
        changed.append(stand if fits else stand.model_copy(update={"posture": "standing"}))
    shot.staging = changed


def _spread(film: Film, scene: Scene, shot: Shot, catalogue: Catalogue) -> None:
    """The later one of two at a position takes the nearest free one."""
    free = [p.name for p in catalogue.places[scene.place].positions]
    taken: set[str] = set()
    changed: list[Standing] = []
    for stand in shot.staging:
        if stand.position in taken:
            left = [p for p in free if p not in taken and p not in {s.position for s in shot.staging}]
            near = min(
                left, key=lambda p, at=stand.position: catalogue.distance(scene.place, at, p) or 99.0, default=None
            )
            if near is not None:
                stand = stand.model_copy(update={"position": near})
        taken.add(stand.position)
        changed.append(stand)
    shot.staging = changed


def _refit_actions(film: Film, scene: Scene, shot: Shot, catalogue: Catalogue) -> None:
    """An action that does not fit becomes the one of its kind that does, or goes."""
    postures, beats = postures_at(shot), []
    for beat in shot.beats:
        if isinstance(beat, Action) and beat.character in postures:
            if beat.action in (SIT, RISE):
                postures[beat.character] = "sitting" if beat.action == SIT else "standing"
            elif beat.action not in catalogue.actions or not catalogue.fits(beat.action, postures[beat.character]):
                manner = beat.action.removeprefix("Standing ").removeprefix("Sitting ")
                fitting = resolve(catalogue, manner, postures[beat.character])
                if fitting is None:
                    continue
                beat.action = fitting
        beats.append(beat)
    shot.beats = beats


def _go_on_as_before(film: Film, scene: Scene, shot: Shot, catalogue: Catalogue) -> None:
    """Who changed posture over the cut keeps the one before it."""
    index = scene.shots.index(shot)
    left = postures_after(scene.shots[index - 1]) if index else {}
    shot.staging = [s.model_copy(update={"posture": left.get(s.character, s.posture)}) for s in shot.staging]


def _fewer_actions(film: Film, scene: Scene, shot: Shot, catalogue: Catalogue) -> None:
    """The first actions stay, as many as there is time for."""
    count: Counter[tuple[str, str]] = Counter()
    beats = []
    for beat in shot.beats:
        if isinstance(beat, Action) and beat.during and beat.action not in (SIT, RISE):
            count[beat.character, beat.during] += 1
            if count[beat.character, beat.during] > most_actions(words_of(shot, beat.during)):
                continue
        beats.append(beat)
    shot.beats = beats


def _stay(film: Film, scene: Scene, shot: Shot, catalogue: Catalogue) -> None:
    """A walk onto somebody is left out."""
    at = {s.character: s.position for s in shot.staging}
    shot.beats = [
        b
        for b in shot.beats
        if not (isinstance(b, Move) and b.destination in {p for who, p in at.items() if who != b.character})
    ]


def _reshoot(film: Film, scene: Scene, shot: Shot, catalogue: Catalogue) -> None:
    """The shot becomes what breaks the fewest rules, as near to what it was as can be."""
    present = [s.character for s in shot.staging]
    own = [s for s in shot.subjects if s in present] or present[:1]
    others = [p for p in present if p not in own]
    options = [("medium", own[:1]), ("close", own[:1]), ("wide", present), ("medium", others[:1]), ("opening", present)]
    best = None
    for index, (role, subjects) in enumerate(options):
        if subjects or not present:
            shot.shot_type, shot.subjects = role_name(role), subjects
            cost = (len(check(film, catalogue)), index)
            if best is None or cost < best[0]:
                best = (cost, shot.shot_type, subjects)
    if best is not None:
        shot.shot_type, shot.subjects = best[1], best[2]


def _open_up(film: Film, scene: Scene, catalogue: Catalogue) -> None:
    """Long Shots among too many close ones, one where it breaks nothing else."""
    for shot in scene.shots[1:]:
        if not any(CHECKS["not too many close shots"](film, scene, catalogue)):
            return
        before = (shot.shot_type, shot.subjects)
        if before[0] not in (role_name("close"), role_name("medium")):
            continue
        count = len(check(film, catalogue))
        shot.shot_type, shot.subjects = role_name("wide"), [s.character for s in shot.staging]
        if len(check(film, catalogue)) > count:
            shot.shot_type, shot.subjects = before


def _vary(film: Film, scene: Scene, catalogue: Catalogue) -> None:
    """An action done too often is left out where it comes once too much."""
    used: Counter[str] = Counter()
    for shot in scene.shots:
        beats = []
        for beat in shot.beats:
            if isinstance(beat, Action) and beat.during and expressive(beat.action):
                used[beat.action] += 1
                if used[beat.action] > OVERUSED:
                    continue
            beats.append(beat)
        shot.beats = beats


REPAIRS: dict[str, Repair] = {
    "sit only on a seat": _stand_them,
    "distinct positions": _spread,
    "posture changes by sitting down or standing up": _go_on_as_before,
    "actions fit the posture": _refit_actions,
    "one action at a time": _fewer_actions,
    "a walk ends where nobody is": _stay,
    "a scene opens wide": _reshoot,
    "a truck shot only opens": _reshoot,
    "a zoom follows a long shot": _reshoot,
    "a tracking shot needs somebody who moves": _reshoot,
    "a shot has the people it films": _reshoot,
    "rare shots stay rare": _reshoot,
    "pans come in a row": _reshoot,
    "who is circled stands": _reshoot,
    "a curve surround greets a new face": _reshoot,
    "not three alike in a row": _reshoot,
}
"""How a broken rule is mended in a shot."""

SCENE_REPAIRS: dict[str, Callable[[Film, Scene, Catalogue], None]] = {
    "not too many close shots": _open_up,
    "no action overused": _vary,
}
"""How one is mended that is about a whole scene."""

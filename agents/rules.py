"""The rules of staging and filming, checked on a film without a model.

Where the literature states a rule in a prompt, it stands here as a check: postures change only by sitting down
or standing up, one sits only where there is a seat, positions are distinct and hold everybody, every shot type
keeps its usage condition. `agents.repairs` mends what is broken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from agents.catalogue import Catalogue
from agents.house.staging import RISE, SIT
from agents.lexicons import lexicon
from app.document import Action, Film, Line, Move, Notice, Scene, Shot

OVERUSED = 5
"""How often one expressive action may stand in a scene."""
ONCE_IN_A_SCENE = ("Extreme Close-up", "Dutch Angle", "Whip Pan")
ONCE_IN_A_FILM = ("Dolly Zoom",)
WORDS_AN_ACTION = 4
"""Words of a line that an action takes at least."""
STILL_SHARE = 0.8
"""Highest share of close and medium shots in a scene of six shots and more."""


@dataclass(frozen=True)
class Violation:
    """rule: its name. shot: id of the shot ("" for a whole scene). staging: it makes the shot impossible."""

    rule: str
    scene: str
    shot: str
    text: str
    staging: bool = False


Check = Callable[[Film, Scene, Catalogue], Iterator[Violation]]
CHECKS: dict[str, Check] = {}
"""Every check by its rule's name."""


def rule(name: str) -> Callable[[Check], Check]:
    """Enters a check."""

    def register(check: Check) -> Check:
        CHECKS[name] = check
        return check

    return register


def check(film: Film, catalogue: Catalogue) -> list[Violation]:
    """Everything in the film that breaks a rule, scene by scene."""
    return [v for scene in film.scenes for name in CHECKS for v in CHECKS[name](film, scene, catalogue)]


def report(film: Film, catalogue: Catalogue) -> list[Notice]:
    """The violations as notices, for a person's own script."""
    labels = {s.id: f"shot {n}" for n, _, s in film.numbered()}
    return [
        Notice(text=labels.get(v.shot, film.find(v.scene).heading), problem=v.text, used="kept as written")
        for v in check(film, catalogue)
    ]


def _broken(name: str, scene: Scene, shot: Shot | None, text: str, staging: bool = False) -> Violation:
    return Violation(name, scene.id, shot.id if shot else "", text, staging)


def postures_at(shot: Shot) -> dict[str, str]:
    return {s.character: s.posture for s in shot.staging}


# ---- people


@rule("a place that exists")
def _place(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    if scene.place not in catalogue.places:
        yield _broken("a place that exists", scene, None, f"there is no place {scene.place!r}", True)


@rule("capacity")
def _capacity(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    if scene.place not in catalogue.places:
        return
    room = len(catalogue.places[scene.place].positions)
    for shot in scene.shots:
        if len(shot.staging) > room:
            text = f"{scene.place} has {room} positions for {len(shot.staging)} people"
            yield _broken("capacity", scene, shot, text)
            return


@rule("distinct positions")
def _distinct(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for shot in scene.shots:
        taken = Counter(s.position for s in shot.staging)
        twice = [p for p, n in taken.items() if n > 1 and catalogue.position(scene.place, p)]
        if twice:
            yield _broken("distinct positions", scene, shot, f"{twice[0]} is given to two people", True)


@rule("sit only on a seat")
def _seats(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for shot in scene.shots:
        for stand in shot.staging:
            if stand.posture == "sitting" and catalogue.seat(scene.place, stand.position) is None:
                name = film.character(stand.character).name
                yield _broken(
                    "sit only on a seat", scene, shot, f"{name} sits at {stand.position}, which has no seat", True
                )


@rule("posture changes by sitting down or standing up")
def _posture_changes(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    name = "posture changes by sitting down or standing up"
    for before, after in zip(scene.shots, scene.shots[1:], strict=False):
        left = postures_after(before)
        for person, posture in postures_at(after).items():
            if person in left and left[person] != posture:
                who = film.character(person).name
                yield _broken(name, scene, after, f"{who} was {left[person]} and is {posture} after the cut")


def postures_after(shot: Shot) -> dict[str, str]:
    postures = postures_at(shot)
    for beat in shot.beats:
        if isinstance(beat, Move):
            postures[beat.character] = "standing"
        elif isinstance(beat, Action) and beat.action in (SIT, RISE):
            postures[beat.character] = "sitting" if beat.action == SIT else "standing"
    return postures


@rule("actions fit the posture")
def _actions(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for shot in scene.shots:
        postures = postures_at(shot)
        for beat in shot.beats:
            if not isinstance(beat, Action) or beat.character not in postures:
                continue
            who = film.character(beat.character).name
            if beat.action not in catalogue.actions:
                yield _broken("actions fit the posture", scene, shot, f"there is no action {beat.action!r}", True)
            elif beat.action not in (SIT, RISE) and not catalogue.fits(beat.action, postures[beat.character]):
                text = f"{who} is {postures[beat.character]} and does {beat.action}"
                yield _broken("actions fit the posture", scene, shot, text, True)
            if beat.action in (SIT, RISE):
                postures[beat.character] = "sitting" if beat.action == SIT else "standing"


def most_actions(words: int) -> int:
    """How many actions one person has time for, one after the other, on a line of so many words."""
    return max(1, words // WORDS_AN_ACTION)


def words_of(shot: Shot, beat: str) -> int:
    line = next((b for b in shot.lines if b.id == beat), None)
    if line is None:
        return 2 * WORDS_AN_ACTION
    return line.words[1] - line.words[0] if line.words else len(line.text.split())


@rule("one action at a time")
def _one_action(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for shot in scene.shots:
        told = Counter(
            (b.character, b.during)
            for b in shot.beats
            if isinstance(b, Action) and b.during and b.action not in (SIT, RISE)
        )
        for (person, beat), count in told.items():
            most = most_actions(words_of(shot, beat))
            if count > most:
                who = film.character(person).name
                text = f"{who} does {count} actions where there is time for {most}"
                yield _broken("one action at a time", scene, shot, text)


@rule("a walk ends where nobody is")
def _walks(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for shot in scene.shots:
        at = {s.character: s.position for s in shot.staging}
        going = {b.character for b in shot.beats if isinstance(b, Move)}
        for beat in shot.beats:
            if isinstance(beat, Move):
                spot = catalogue.position(scene.place, beat.destination)
                there = [p for p, where in at.items() if spot and where == spot.name and p != beat.character]
                if there and there[0] not in going:
                    who, other = film.character(beat.character).name, film.character(there[0]).name
                    text = f"{who} walks to {beat.destination}, where {other} is"
                    yield _broken("a walk ends where nobody is", scene, shot, text)
                at[beat.character] = spot.name if spot else beat.destination


def expressive(action: str) -> bool:
    """Whether an action is noticed when it comes again and again."""
    return not action.endswith(("Talking", "Listening", "Normal")) and action not in (SIT, RISE)


@rule("no action overused")
def _overused(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    # An action that goes on over the parts of a cut line is one.
    lines = {b.id: b.line or b.id for s in scene.shots for b in s.lines}
    done = {
        (b.character, lines.get(b.during or "", b.id), b.action)
        for s in scene.shots
        for b in s.beats
        if isinstance(b, Action) and expressive(b.action)
    }
    used = Counter(action for _, _, action in sorted(done))
    for action, count in used.items():
        if count > OVERUSED:
            yield _broken("no action overused", scene, None, f"{action} is done {count} times in this scene")


@rule("who speaks is there")
def _speakers(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    known = {c.id for c in film.characters}
    for shot in scene.shots:
        for beat in shot.beats:
            if isinstance(beat, Line) and beat.speaker not in known:
                yield _broken("who speaks is there", scene, shot, f"nobody is called {beat.speaker!r}", True)


# ---- shots


def role_name(name: str) -> str:
    return lexicon("shot_roles")[name]


def _wide(catalogue: Catalogue) -> set[str]:
    """Shot types that show the place with its people."""
    return {s.name for s in catalogue.shots if s.size <= 1}


@rule("a scene opens wide")
def _opening(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    fitting = {role_name(r) for r in ("opening", "wide", "entrance", "circle", "follow")} | _wide(catalogue)
    first = next((s for s in scene.shots if not s.omitted), None)
    asked = first is not None and first.lines and len(scene.shots) > 1
    if asked and first.shot_type not in fitting:
        yield _broken("a scene opens wide", scene, first, f"the scene opens with a {first.shot_type}")


@rule("a truck shot only opens")
def _truck(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for shot in scene.shots[1:]:
        if shot.shot_type == role_name("opening"):
            yield _broken("a truck shot only opens", scene, shot, f"a {shot.shot_type} stands inside the scene")


@rule("a zoom follows a long shot")
def _zoom(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for before, shot in zip([None, *scene.shots], scene.shots, strict=False):
        if shot.shot_type == role_name("zoom") and (
            before is None or before.shot_type not in {role_name("wide"), role_name("opening"), *_wide(catalogue)}
        ):
            yield _broken("a zoom follows a long shot", scene, shot, "no Long Shot stands before this Zoom Shot")


@rule("a tracking shot needs somebody who moves")
def _tracking(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    name = "a tracking shot needs somebody who moves"
    for shot in scene.shots:
        if shot.shot_type == role_name("follow") and not any(isinstance(b, Move) for b in shot.beats):
            yield _broken(name, scene, shot, "nobody walks in this Tracking Shot")


@rule("a shot has the people it films")
def _enough(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for shot in scene.shots:
        if shot.shot_type not in catalogue.shots:
            continue
        kind = catalogue.shots[shot.shot_type]
        least = max(kind.least, 2 if kind.second else 1)
        if shot.staging and len(shot.staging) < least:
            text = f"a {shot.shot_type} needs {least} people and {len(shot.staging)} are there"
            yield _broken("a shot has the people it films", scene, shot, text)


@rule("rare shots stay rare")
def _rare(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    seen: Counter[str] = Counter()
    for each in film.scenes:
        for shot in each.shots:
            whole_film = shot.shot_type in ONCE_IN_A_FILM
            if not whole_film and (shot.shot_type not in ONCE_IN_A_SCENE or each is not scene):
                continue
            seen[shot.shot_type] += 1
            if each is scene and seen[shot.shot_type] > 1:
                where = "film" if whole_film else "scene"
                text = f"the {shot.shot_type} comes a second time in this {where}"
                yield _broken("rare shots stay rare", scene, shot, text)


@rule("pans come in a row")
def _pans(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    pan = role_name("pan")
    for i, shot in enumerate(scene.shots):
        if shot.shot_type != pan or any(isinstance(b, Move) for b in shot.beats):
            continue
        beside = [s.shot_type for s in (*scene.shots[max(0, i - 1) : i], *scene.shots[i + 1 : i + 2])]
        if pan not in beside:
            yield _broken("pans come in a row", scene, shot, "this Pan Shot stands alone in a dialogue")


@rule("who is circled stands")
def _circled(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    for shot in scene.shots:
        if shot.shot_type in (role_name("entrance"), role_name("circle")):
            sitting = [p for p in shot.subjects if postures_at(shot).get(p) == "sitting"]
            if sitting:
                who = film.character(sitting[0]).name
                yield _broken("who is circled stands", scene, shot, f"{who} sits in this {shot.shot_type}")


@rule("a curve surround greets a new face")
def _entrances(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    seen: set[str] = set()
    for each in film.scenes:
        for shot in each.shots:
            if each is scene and shot.shot_type == role_name("entrance") and set(shot.subjects) & seen:
                who = film.character(next(iter(set(shot.subjects) & seen))).name
                text = f"{who} appeared before this {shot.shot_type}"
                yield _broken("a curve surround greets a new face", scene, shot, text)
            seen |= {s.character for s in shot.staging}


@rule("not three alike in a row")
def _three(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    shots = [s for s in scene.shots if not s.omitted]
    for i in range(2, len(shots)):
        three = shots[i - 2 : i + 1]
        if len({(s.shot_type, tuple(s.subjects)) for s in three}) == 1 and three[0].shot_type != role_name("pan"):
            text = f"three {three[0].shot_type}s of the same person in a row"
            yield _broken("not three alike in a row", scene, shots[i], text)


@rule("not too many close shots")
def _share(film: Film, scene: Scene, catalogue: Catalogue) -> Iterator[Violation]:
    if len(scene.shots) < 6:
        return
    near = sum(s.shot_type in (role_name("close"), role_name("medium")) for s in scene.shots)
    if near / len(scene.shots) > STILL_SHARE:
        text = f"{near} of {len(scene.shots)} shots are close or medium"
        yield _broken("not too many close shots", scene, None, text)

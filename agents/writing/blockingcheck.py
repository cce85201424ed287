"""Walking through a script: who stands and sits where, entry by entry, and what of it cannot be.

The same walk finds what breaks a rule and, if asked, mends it, so that a mended script is a clean one. The rules have
the names of `agents.rules`, which checks the film that the script becomes.
"""

from __future__ import annotations

import copy
from collections import Counter

from agents.catalogue import Catalogue
from agents.collaboration import Point
from agents.house.blocking import block
from agents.house.language.motion import resolve
from agents.house.staging import RISE, SIT
from agents.input.screenplay import AskedAct, Direction, Doing, Element, ParsedScene, Screenplay, Speech, Walk
from agents.rules import OVERUSED, expressive, most_actions
from agents.writing.script import known, people
from app.document import Notice

SPEAKER = "who speaks is there"
ACTOR = "who acts is there"
EXISTS = "a position that exists"
ACTION = "actions fit the posture"
POSTURE = "posture changes by sitting down or standing up"
SEAT = "sit only on a seat"
ONCE = "one action at a time"
OFTEN = "no action overused"
FREE = "a walk ends where nobody is"
BLOCKING = {
    "such position": EXISTS,
    "at this position already": "distinct positions",
    "no seat": SEAT,
    "has": "capacity",
}


def broken(play: Screenplay, catalogue: Catalogue) -> list[Point]:
    """What of the staging breaks a rule; `about` is an entry's id, or "scene 2"."""
    return _Walkthrough(copy.deepcopy(play), catalogue).walk()


def mended(play: Screenplay, catalogue: Catalogue, verbatim: bool) -> tuple[Screenplay, list[Point]]:
    """A copy that breaks none of these rules, and what was broken. verbatim: no word goes and nobody else speaks it."""
    made = copy.deepcopy(play)
    walk = _Walkthrough(made, catalogue, verbatim)
    points = walk.walk()
    return made, points


class _Walkthrough:
    """Mends as it goes on its own copy: what comes later is judged by what would be staged."""

    def __init__(self, play: Screenplay, catalogue: Catalogue, verbatim: bool = True):
        self.play, self.catalogue, self.verbatim = play, catalogue, verbatim
        self.points: list[Point] = []

    def walk(self) -> list[Point]:
        for number, scene in enumerate(self.play.scenes, 1):
            self._scene(number, scene)
        return self.points

    def _point(self, about: str, rule: str, text: str) -> None:
        self.points.append(Point(about=about, rule=rule, text=text))

    def _scene(self, number: int, scene: ParsedScene) -> None:
        found = self.catalogue.place(scene.place or scene.heading or "living room")
        self.place = found.entry.name
        self._cast(scene)
        scene.where = {known(scene, n) or n: p for n, p in scene.where.items()}
        scene.postures = {known(scene, n) or n: p for n, p in scene.postures.items()}
        stands, notices = block(self.catalogue, self.place, scene.who, scene.where, scene.postures, calm=False)
        for notice in notices:
            self._point(f"scene {number}", _blocking_rule(notice), _told(notice))
        scene.where = {n: s.position for n, s in stands.items()}
        scene.postures = {n: s.posture for n, s in stands.items()}
        self.at, self.posture = dict(scene.where), dict(scene.postures)
        self.used: Counter[str] = Counter()
        for element in list(scene.elements):
            if isinstance(element, Direction):
                # Who is named in prose may be anywhere afterwards; only the house's reading of it knows.
                for name in [n for n in scene.who if n.casefold() in element.text.casefold()]:
                    self.at.pop(name, None)
                    self.posture.pop(name, None)
            elif isinstance(element, (Speech, Doing)):
                self._element(scene, element)

    def _cast(self, scene: ParsedScene) -> None:
        """Who speaks belongs to the scene while there is room; else the line is nobody's and goes."""
        everybody = people(self.play)
        room = len(self.catalogue.places[self.place].positions)
        for element in list(scene.elements):
            if not isinstance(element, Speech):
                continue
            name = known(scene, element.speaker)
            if name is not None:
                element.speaker = name
                continue
            self._point(element.id, SPEAKER, f"{element.speaker} is not in this scene")
            joins = self.verbatim or (element.speaker in everybody and len(scene.who) < room)
            if joins:
                scene.who.append(element.speaker)
            else:
                scene.elements.remove(element)

    def _element(self, scene: ParsedScene, element: Speech | Doing) -> None:
        element.where = {n: p for n, p in element.where.items() if self._cut_to(scene, element, n, p)}
        walks, walked = element.walks, set()
        element.walks = []
        for walk in walks:
            if self._walk(scene, element, walk, walked):
                element.walks.append(walk)
                walked.add(walk.character)
                self.at[walk.character], self.posture[walk.character] = walk.destination, "standing"
        count: Counter[str] = Counter()
        words = len(element.text.split()) if isinstance(element, Speech) else 8
        element.acts = [a for a in element.acts if self._act(scene, element, a, count, words)]

    def _cut_to(self, scene: ParsedScene, element: Element, person: str, position: str) -> bool:
        """Whether somebody may be elsewhere after the cut, as a script says."""
        name, spot = known(scene, person), self.catalogue.position(self.place, position)
        if name is None or spot is None or self.at.get(name) == spot.name:
            return True
        if spot.name in {p for n, p in self.at.items() if n != name}:
            self._point(element.id, "distinct positions", f"{name} is put at {spot.name}, where somebody is")
            return False
        if self.posture.get(name) == "sitting" and not spot.seat:
            self._point(element.id, POSTURE, f"{name} sits and is put at {spot.name}, which has no seat")
            return False
        self.at[name] = spot.name
        return True

    def _walk(self, scene: ParsedScene, element: Element, walk: Walk, walked: set[str]) -> bool:
        """Whether the walk stays, perhaps to another position. A place is free once its holder has walked before."""
        name = known(scene, walk.character)
        if name is None:
            self._point(element.id, ACTOR, f"{walk.character} walks and is not in this scene")
            return False
        walk.character = name
        if name in walked:
            self._point(element.id, ONCE, f"{name} walks twice at once")
            return False
        spot = self.catalogue.position(self.place, walk.destination)
        if spot is None:
            if self.catalogue.thing(self.place, walk.destination) is not None:
                return True
            self._point(element.id, EXISTS, f"{self.place} has no {walk.destination}")
            return False
        walk.destination = spot.name
        if self.at.get(name) == spot.name:
            return False
        taken = {p for n, p in self.at.items() if n != name}
        if spot.name not in taken:
            return True
        who = next(n for n, p in self.at.items() if p == spot.name and n != name)
        self._point(element.id, FREE, f"{name} walks to {spot.name}, where {who} is")
        free = [p.name for p in self.catalogue.places[self.place].positions if p.name not in taken]
        near = min(free, key=lambda p: self.catalogue.distance(self.place, p, spot.name) or 99.0, default=None)
        if near is None or near == self.at.get(name):
            return False
        walk.destination = near
        return True

    def _act(self, scene: ParsedScene, element: Element, act: AskedAct, count: Counter[str], words: int) -> bool:
        """Whether the act stays, perhaps as another."""
        name = known(scene, act.character)
        if name is None:
            self._point(element.id, ACTOR, f"{act.character} acts and is not in this scene")
            return False
        act.character = name
        posture = self.posture.get(name)
        found, _ = self.catalogue.action(act.action)
        action = found.entry.name if found is not None and found.certain else act.action
        if posture is None:
            return True
        if action in (SIT, RISE):
            return self._changes(element, name, action, posture)
        if action not in self.catalogue.actions or not self.catalogue.fits(action, posture):
            exists = action in self.catalogue.actions
            text = f"{name} is {posture} and does {action}" if exists else f"there is no action {action!r}"
            self._point(element.id, ACTION, text)
            manner = action.removeprefix("Standing ").removeprefix("Sitting ")
            action = resolve(self.catalogue, manner, posture) or ""
            if not action:
                return False
            act.action = action
        count[name] += 1
        if count[name] > most_actions(words):
            self._point(
                element.id, ONCE, f"{name} does {count[name]} actions where there is time for {count[name] - 1}"
            )
            return False
        if expressive(action):
            self.used[action] += 1
            if self.used[action] > OVERUSED:
                self._point(element.id, OFTEN, f"{action} is done {self.used[action]} times in this scene")
                return False
        return True

    def _changes(self, element: Element, name: str, action: str, posture: str) -> bool:
        wanted = "sitting" if action == SIT else "standing"
        if posture == wanted:
            self._point(element.id, POSTURE, f"{name} is {posture} already and does {action}")
            return False
        spot = self.catalogue.position(self.place, self.at.get(name, ""))
        if action == SIT and not (spot and spot.seat):
            self._point(element.id, SEAT, f"{name} sits down at {self.at.get(name)}, which has no seat")
            return False
        self.posture[name] = wanted
        return True


def _blocking_rule(notice: Notice) -> str:
    return next(rule for words, rule in BLOCKING.items() if words in notice.problem)


def _told(notice: Notice) -> str:
    return f"{notice.text}: {notice.problem}"

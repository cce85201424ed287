"""The cinematographer: a shot type for every shot by film grammar, with variety and a curve of sizes.

The usage conditions are those of the shot types' own rules: a Truck or Long Shot opens, a Zoom follows a Long
Shot, a Tracking Shot needs somebody who walks, Pan Shots come in runs or with a move, a Curve Surround greets
somebody who stands and was not seen before.

Dialogue is covered as editors expect it: from the pair inwards. Two-Shots and Over-the-Shoulder Shots while people
feel each other out, singles as it tightens, faces at the turn, and a shot is answered by its match on the other side.
A script that names its shots by the FilmAgent paper's nine types is completed with those nine only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from agents.catalogue import Catalogue
from agents.house.acting import in_the_face, tone
from agents.house.breakdown import Draft
from agents.house.draws import draws
from agents.house.language.cinematography import CameraIntent, Move
from agents.house.staging import RISE, SIT
from agents.lexicons import lexicon
from app.document import Action

TENSE = ("Arguing", "Angry", "Deny")
MATCHING = ("shoulder", "chest", "close")
"""Roles of shots that are answered by the same shot of the other one."""
PAIRED = ("two", "medium")
"""Roles of shots that show two people who stand together from much the same place: one after the other they jump."""

FAR = 2.6
"""Metres between two from which a shot of both leaves their faces small."""
BETWEEN = 0.8
"""Metres from the line between two within which a third one is in the way of a shot over a shoulder."""
FAR_APART = 1.0
"""What a shot of two such is worth less than singles and shots over a shoulder."""
WIDER = 0.6
"""What a Long Shot of two is worth less next to such a shot: where they stand apart, it is hardly wider."""


@dataclass(frozen=True)
class Framing:
    """shot_type, subjects (ids; all present for a wide shot) and the camera's intent by names."""

    shot_type: str
    subjects: list[str]
    intent: CameraIntent


@dataclass(frozen=True)
class Setting:
    """What the cinematographer knows of a scene. asked: id() of a draft -> what its writer wants of the camera;
    names: character id -> name; place: where it is."""

    catalogue: Catalogue
    number: int
    last: bool
    strict: bool
    seed: int
    asked: dict[int, CameraIntent] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    place: str = ""


def frame_scene(drafts: list[Draft], setting: Setting, seen: set[str]) -> list[Framing]:
    """A framing for every shot of a scene; `seen` (ids of those who have appeared) grows."""
    grammar = _Grammar(drafts, setting, seen)
    return [grammar.frame(i) for i in range(len(drafts))]


def _in_the_face(action: str) -> bool:
    """Whether a close shot tells what somebody does: all that is a state of mind rather than a deed."""
    return action.startswith(("Standing ", "Sitting "))


class _Grammar:
    def __init__(self, drafts: list[Draft], setting: Setting, seen: set[str]):
        self.drafts, self.setting, self.seen = drafts, setting, seen
        roles = lexicon("shot_roles")
        shots = setting.catalogue.shots
        self.role = {role: name for role, name in roles.items() if name in shots}
        self.rng = draws("camera", setting.seed, setting.number, *(d.subject for d in drafts))
        self.given: list[str] = []
        self.turn = next((i for i, d in enumerate(drafts) if d.weight == "turn"), max(0, int(len(drafts) * 0.7)))
        self.tones = [tone(d.lines[0].text, d.lines[0].delivery).manner if d.lines else "" for d in drafts]

    def frame(self, i: int) -> Framing:
        draft = self.drafts[i]
        present = [s.character for s in draft.staging]
        asked = self._asked(draft, present)
        shot_type = asked.shot_type or self._choose(i, draft, present)
        self.given.append(shot_type)
        self.seen |= set(present)
        ids = {n: p for p, n in self.setting.names.items()}
        subjects = [ids[n] for n in asked.subjects if ids.get(n) in present]
        subjects = subjects or self._subjects(i, draft, shot_type, present)
        named = tuple(self.setting.names[s] for s in subjects)
        wide = self._is(shot_type, "wide", "opening") and set(subjects) == set(present) and len(present) > 1
        own = () if asked.still else asked.moves or self._moves(i, draft, shot_type)
        intent = replace(asked, shot_type=shot_type, subjects=() if wide else named, moves=own)
        return Framing(shot_type, subjects, intent)

    def _asked(self, draft: Draft, present: list[str]) -> CameraIntent:
        """What the writer wants; "the camera circles him" is a shot type of its own for somebody who stands."""
        asked = self.setting.asked.get(id(draft), CameraIntent())
        circles = [m for m in asked.moves if m.kind == "orbit"]
        stands = any(s.posture == "standing" for s in draft.staging)
        alone = len(present) == 1
        if circles and alone and not asked.shot_type and stands and "circle" in self.role and not draft.moves:
            rest = tuple(m for m in asked.moves if m.kind != "orbit")
            return replace(asked, shot_type=self.role["circle"], moves=rest)
        return asked

    def _is(self, shot_type: str, *roles: str) -> bool:
        return any(self.role.get(r) == shot_type for r in roles)

    # ---- which

    def _choose(self, i: int, draft: Draft, present: list[str]) -> str:
        posture = {s.character: s.posture for s in draft.staging}
        fresh = draft.subject in present and draft.subject not in self.seen
        if i == 0:
            if draft.moves and len(present) == 1:
                return self.role["follow"]
            alone = len(present) == 1 and not draft.lines and posture.get(draft.subject) == "standing"
            if alone and fresh and not draft.moves and len(self.drafts) > 1:
                return self.role["entrance"]
            if self._alone_with_it(draft):
                return self.role["medium"]
            if draft.moves or (len(self.drafts) == 1 and not self.setting.strict):
                return self.role["wide"]
            return self.role["opening"] if self.setting.number % 2 == 0 or len(present) > 2 else self.role["wide"]
        if draft.moves:
            if fresh and posture.get(draft.subject) == "standing" and self.given[-1] == self.role["follow"]:
                return self.role["pan"]
            return self.role["follow"] if self.given[-1] != self.role["follow"] else self.role["pan"]
        if draft.kind == "felt" and not self.setting.strict and "chest" in self.role:
            return self.role["chest"]
        if draft.kind in ("reaction", "felt"):
            tight = i >= self.turn - 1 or "chest" not in self.role or self.setting.strict
            return self.role["close" if tight else "chest"]
        if i == len(self.drafts) - 1 and len(self.drafts) > 5 and self.setting.last and len(present) > 1:
            if not self._is(self.given[-1], "wide", *(PAIRED if len(present) == 2 else ())):
                return self.role["wide"]
            return self.role["chest" if self._covered(present) else "medium"]
        if not draft.lines and self._full(draft) and not draft.others:
            return self.role["wide"]
        if draft.weight == "turn":
            return self.role["zoom"] if self.given[-1] == self.role["wide"] else self.role["close"]
        if draft.others and draft.kind in ("line", "act"):
            return self._together(draft, present)
        return self._scored(i, draft, present)

    def _alone_with_it(self, draft: Draft) -> bool:
        """Whether a scene is one shot of a feeling and nothing goes through the picture: it is read in the face."""
        done = [b.action for b in draft.beats if isinstance(b, Action)]
        single = len(self.drafts) == 1 and not self.setting.strict and not draft.lines and not draft.moves
        return single and bool(done) and in_the_face(done[-1]) and not self._full(draft)

    def _far(self, draft: Draft, other: str) -> bool:
        """Whether two stand so far apart that a shot of both leaves their faces small."""
        spots = {s.character: s.position for s in draft.staging}
        gap = self.setting.catalogue.distance(self.setting.place, spots.get(draft.subject, ""), spots.get(other, ""))
        return gap is not None and gap > FAR

    def _between(self, draft: Draft, one: str, other: str) -> bool:
        """Whether a third one stands so near the line between two that they are in the way of a shot along it."""
        spots = {s.character: self.setting.catalogue.point(self.setting.place, s.position) for s in draft.staging}
        a, b = spots.get(one), spots.get(other)
        if a is None or b is None:
            return False
        line = (b[0] - a[0], b[1] - a[1])
        length = max(math.hypot(*line), 1e-6)
        for person, at in spots.items():
            if person in (one, other) or at is None:
                continue
            away = (at[0] - a[0], at[1] - a[1])
            along = (away[0] * line[0] + away[1] * line[1]) / length
            aside = abs(away[0] * line[1] - away[1] * line[0]) / length
            if 0.0 < along < length and aside < BETWEEN:
                return True
        return False

    def _full(self, draft: Draft) -> bool:
        """Whether somebody does what only a full figure shows: jumps, dances, falls."""
        actions = self.setting.catalogue.actions
        done = [b.action for b in draft.beats if isinstance(b, Action) and b.action in actions]
        return any(getattr(actions[name], "full", False) for name in done)

    def _together(self, draft: Draft, present: list[str]) -> str:
        """A shot of people who do something with each other, of another size or from another side than the last."""
        pair = len(draft.others) == 1 and self._covered(present)
        ways = ("two", "shoulder", "wide") if pair else ("wide", "medium")
        if pair and draft.kind == "act":  # past a shoulder, hands and embraces are hidden
            ways = ("two", "wide", "medium")
        elif pair and self._far(draft, draft.others[0]):
            ways = ("shoulder", "wide", "two")
        if pair and self._between(draft, draft.subject, draft.others[0]):
            ways = tuple(w for w in ways if w != "shoulder") + ("medium",)
        alike = PAIRED if pair and self._is(self.given[-1], *PAIRED) else ()
        return next(self.role[r] for r in ways if r not in alike and self.role[r] != self.given[-1])

    def _covered(self, present: list[str]) -> bool:
        """Whether a dialogue may be covered with shots of the pair and their matching singles."""
        return not self.setting.strict and len(present) > 1 and {"two", "shoulder", "chest"} <= set(self.role)

    def _scored(self, i: int, draft: Draft, present: list[str]) -> str:
        """The best of several by how tense it is, how long nothing wide was seen, and what came before."""
        near = min(1.0, i / max(1, self.turn)) if i <= self.turn else 0.55
        scores = self._sizes(i, near)
        if self._covered(present) and draft.kind == "line":
            scores |= self._coverage(i, draft, near)
        done = [b.action for b in draft.beats if isinstance(b, Action)]
        hands = bool(done) and not draft.lines and not any(map(_in_the_face, done))
        hands = hands or bool({SIT, RISE} & set(done))
        for role in list(scores):
            if hands and role in ("close", "chest", "zoom"):
                scores[role] -= 1.0
            name = self.role.get(role)
            if name is None:
                del scores[role]
                continue
            same = self.given[-1] == name and self.drafts[i - 1].subject == draft.subject
            if role != "pan" and (same or (self.given[-1] == name and role not in MATCHING)):
                scores[role] -= 0.45
            if role in PAIRED and self.given[-1] != name and self._is(self.given[-1], *PAIRED):
                scores[role] -= 9.0
            alike = PAIRED if role == "wide" else ("wide",) if role in PAIRED else ()
            if len(present) == 2 and self._is(self.given[-1], *alike):
                scores[role] -= WIDER
            if self.given[-2:] == [name, name]:
                scores[role] -= 20.0
            scores[role] += 0.12 * float(self.rng.random())
        return self.role[max(scores, key=lambda r: scores[r])]

    def _sizes(self, i: int, near: float) -> dict[str, float]:
        """Role -> score of what any shot may be. near: 0 at the start to 1 at the turn."""
        since_wide = next((k for k, s in enumerate(reversed(self.given)) if self._is(s, "wide", "opening")), i)
        share = sum(self._is(s, "close", "chest", "shoulder", "medium") for s in self.given) / max(1, len(self.given))
        return {
            "medium": 1.15 - 0.45 * near,
            "close": 0.55 + 0.75 * near,
            "wide": 0.25 + 0.16 * since_wide + (0.3 if share > 0.7 else 0.0),
            "zoom": 1.3 if self.given[-1] == self.role["wide"] and near > 0.3 else -9.0,
            "pan": self._pan(i),
        }

    def _coverage(self, i: int, draft: Draft, near: float) -> dict[str, float]:
        """Role -> score of the shots of a dialogue; a shot is answered by its match when somebody else speaks."""
        answers = self.given[-1] if self.drafts[i - 1].subject != draft.subject else ""
        scores = {
            "two": 0.9 - 0.5 * near - (0.6 if self.role["two"] in self.given[-4:] else 0.0),
            "shoulder": 1.25 - 0.6 * near,
            "chest": 0.95 + 0.15 * near,
            "medium": 0.85 - 0.3 * near,
            "close": 0.35 + 0.9 * near,
        }
        other = self._other(i)
        if not other or self._between(draft, draft.subject, other):
            scores["shoulder"] = -9.0
        elif self._far(draft, other):
            scores["two"] -= FAR_APART
        for role in MATCHING:
            if self.role[role] == answers:
                scores[role] += 0.4
        return scores

    def _other(self, i: int) -> str:
        """Who the speaker of a shot talks to: who spoke before, or the only other one there."""
        draft = self.drafts[i]
        there = [s.character for s in draft.staging if s.character != draft.subject]
        before = next((d.subject for d in reversed(self.drafts[:i]) if d.kind == "line" and d.subject in there), "")
        return before or (there[0] if len(there) == 1 else "")

    def _pan(self, i: int) -> float:
        """Pans come two in a row or not at all, in a quarrel, once a scene."""
        pan = self.role.get("pan")
        if self.given[-1:] == [pan] and self.given[-2:] != [pan, pan] and i > 1 and not self.drafts[i - 1].moves:
            return 9.0
        following = self.drafts[i + 1] if i + 1 < len(self.drafts) else None
        pair = following is not None and following.kind == "line" and not following.weight and not following.others
        different = following is not None and following.subject != self.drafts[i].subject
        tense = self.tones[i] in TENSE and pair and different and self.tones[i + 1] in TENSE
        return 1.6 if tense and pan not in self.given and i + 2 < len(self.drafts) else -9.0

    # ---- of whom

    def _subjects(self, i: int, draft: Draft, shot_type: str, present: list[str]) -> list[str]:
        if self._is(shot_type, "wide", "opening"):
            again = i > 0 and self._is(self.given[i - 1], "wide", "opening")
            return [draft.subject] if again and draft.subject in present and self._full(draft) else present
        spoken = [line.speaker for line in draft.lines if line.speaker in present]
        subject = next((p for p in (draft.subject, *spoken, *present) if p in present), "")
        if not subject:
            return []
        if self._is(shot_type, "pan") and not draft.moves:
            before = self.drafts[i - 1].subject if i else ""
            if before in present and before != subject:
                return [before, subject]
        if self._is(shot_type, "shoulder", "two"):
            others = (*(o for o in draft.others if o in present), self._other(i), *present)
            return [subject, next(o for o in others if o and o != subject)]
        if self._is(shot_type, "medium") and draft.others:
            return [subject, *(o for o in draft.others if o in present)][:2]
        return [subject]

    def _moves(self, i: int, draft: Draft, shot_type: str) -> tuple[Move, ...]:
        """A slow push at the turn, a breath of the camera in a quarrel; everything else holds still."""
        if self.setting.strict or self.setting.catalogue.shots[shot_type].moving:
            return ()
        if self._alone_with_it(draft) and self._is(shot_type, "medium"):
            return (Move("push", 0.35),)
        if draft.weight == "turn" and self._is(shot_type, "close", "chest", "medium"):
            return (Move("push", 0.2),)
        if i == len(self.drafts) - 1 and self._is(shot_type, "wide") and self.setting.last and len(self.drafts) > 5:
            return (Move("push", -0.2),)
        if self.tones[i] in ("Arguing", "Angry") and self._is(shot_type, "close", "chest", "medium"):
            return (Move("handheld", 0.4),)
        return ()

"""From motion intents and beats to timed calls: lines in order, walks and acts in their turns, gazes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace

from agents.house.acting import addressee, tone
from agents.house.blocking import entrance
from agents.house.calls import call
from agents.house.language.character import Placement
from agents.house.language.context import Context
from agents.house.language.motion import Act, MotionIntent, Step, resolve
from agents.timing import (
    CUT_LEAST,
    GAP,
    LEAST,
    RISING,
    SITTING,
    TURNING,
    USUAL_ACTION,
    head,
    heard_seconds,
    schedule,
    tail,
    walk_seconds,
)
from app.document import Film, Line, Pause, Scene, Shot
from app.spot import value_of
from app.timebase import frames, seconds

NOTICED = 0.8
"""Seconds after which somebody turns round to one who comes."""
OVER_THE_CUT = 0.5
"""Seconds by which the last thing done in a silent shot outlasts it, so that nobody is seen to stop."""


@dataclass
class MotionPlan:
    """calls: text lines; stands: who begins where (those who come in begin at the door); walkers: names of
    those who walk; length: frames; problems: what was asked and cannot be."""

    calls: list[str] = field(default_factory=list)
    stands: dict[str, Placement] = field(default_factory=dict)
    walkers: list[str] = field(default_factory=list)
    length: int = 48
    problems: list[str] = field(default_factory=list)


@dataclass
class _Turn:
    """A stretch of time: a line, a pause or a step of acts."""

    line: Line | None = None
    step: Step | None = None
    pause: float | None = None
    number: int = 0
    start: float = 0.0
    end: float = 0.0


def plan_motion(
    film: Film, place: Scene, shot: Shot, intent: MotionIntent, stands: dict[str, Placement], context: Context
) -> MotionPlan:
    """Times everything. See `agents.house.programmer`."""
    return _Planner(film, place, shot, intent, stands, context).plan()


class _Planner:
    def __init__(self, film, place, shot, intent, stands, context):
        self.film, self.place, self.shot, self.intent, self.context = film, place, shot, intent, context
        self.catalogue = context.catalogue
        self.stands: dict[str, Placement] = dict(stands)
        self.out = MotionPlan(stands=self.stands)
        self.names = {c.id: c.name for c in film.characters}
        self.at = {n: s.at for n, s in stands.items()}
        self.posture = {n: s.posture or "standing" for n, s in stands.items()}
        self.free = dict.fromkeys(stands, 0.0)
        self.timed: list[tuple[float, int, str]] = []
        self.looking: set[tuple[str, int]] = set()
        self.last = False
        self.refused = {(a.person, a.kind, a.what) for a in intent.refused}

    def plan(self) -> MotionPlan:
        self._enter()
        turns = self._turns()
        parallel = self._parallel(turns)
        end = self._run(turns)
        end = max(end, self._alongside(parallel, turns))
        spoken = any(t.line for t in turns)
        own = schedule(self.shot, self.film.rate, self._way).length
        cut = any(t.line is not None and t.line.words is not None for t in turns)
        needed = frames(max(CUT_LEAST if cut else LEAST, end), self.film.rate)
        self.out.length = max(own, needed) if self._by_beats(turns) or not spoken else needed
        self.out.calls = [text for _, _, text in sorted(self.timed, key=lambda c: (c[0], c[1]))]
        return self.out

    def _by_beats(self, turns: list[_Turn]) -> bool:
        """Whether the text still says what the beats say."""
        return sum(t.step is not None for t in turns if t.line is None) == len(
            [b for b in self.shot.beats if not isinstance(b, (Line, Pause)) and not b.during]
        )

    def _say(self, time: float, order: int, function: str, *arguments: object, **named: object) -> None:
        named = {k: round(v, 2) if isinstance(v, float) else v for k, v in named.items()}
        arguments = tuple(value_of(a) if isinstance(a, str) else a for a in arguments)
        self.timed.append((time, order, call(function, *arguments, **named)))

    # ---- the order of things

    def _enter(self) -> None:
        """Those who come in begin at the door and walk to where they were to stand."""
        steps = []
        for step in self.intent.steps:
            acts = []
            for act in step.acts:
                if act.kind == "enter" and act.person in self.stands:
                    home = self.stands[act.person].at
                    taken = {s.at for s in self.stands.values()}
                    door = entrance(self.catalogue, self.context.place, taken, home)
                    if door is not None:
                        stand = self.stands[act.person]
                        self.stands[act.person] = replace(stand, at=door, posture="standing", facing="")
                        self.at[act.person], self.posture[act.person] = door, "standing"
                    act = replace(act, kind="walk", target=home)
                acts.append(act)
            steps.append(replace(step, acts=tuple(acts)))
        self.steps = steps

    def _turns(self) -> list[_Turn]:
        """Lines and pauses of the beats with the steps of the text between them, in order."""
        beats = [b for b in self.shot.beats if not getattr(b, "during", None)]
        lines = [b for b in beats if isinstance(b, Line)]
        on_line: dict[int, list[Act]] = {}
        for step in self.steps:
            if step.line is not None:
                on_line.setdefault(step.line, []).extend(step.acts)
        turns: list[_Turn] = []
        loose = self._loose()
        waiting = list(loose)
        number = 0
        for beat in beats:
            if isinstance(beat, Line):
                number += 1
                while waiting and waiting[0][0] < number:
                    turns.append(_Turn(step=waiting.pop(0)[1]))
                acts = on_line.get(number, [])
                turns.append(_Turn(line=beat, step=Step(tuple(acts), number), number=number))
            elif isinstance(beat, Pause):
                step = None
                has_acts = any(getattr(b, "during", None) == beat.id for b in self.shot.beats)
                if waiting and waiting[0][0] == number and (has_acts or not lines):
                    step = waiting.pop(0)[1]
                turns.append(_Turn(step=step, pause=seconds(beat.frames, self.film.rate)))
            elif waiting and waiting[0][0] == number:
                length = seconds(beat.frames, self.film.rate) if beat.frames is not None else None
                turns.append(_Turn(step=waiting.pop(0)[1], pause=length))
        turns += [_Turn(step=s) for _, s in waiting]
        return turns

    def _loose(self) -> list[tuple[int, Step]]:
        """Steps with a turn of their own: (number of the line before them, step). In a text that names no line
        they go along with the lines instead (see `_parallel`)."""
        anchored = any(s.line is not None for s in self.steps)
        from_beats = any(not isinstance(b, Line) and not getattr(b, "during", None) for b in self.shot.beats)
        if self.shot.lines and not anchored and not from_beats:
            return []
        out, number = [], 0
        for step in self.steps:
            if step.line is not None:
                number = step.line
            else:
                out.append((number, step))
        return out

    def _parallel(self, turns: list[_Turn]) -> list[Step]:
        used = {id(t.step) for t in turns}
        return [s for s in self.steps if s.line is None and id(s) not in used]

    # ---- carrying it out

    def _run(self, turns: list[_Turn]) -> float:
        time = head(turns[0].line) if turns and turns[0].line is not None else 0.0
        before: str | None = None
        busy = {a.person for s in self._parallel(turns) for a in s.acts if not a.along}
        for index, turn in enumerate(turns):
            if index and (turn.line is not None or turns[index - 1].line is not None):
                time += GAP
            turn.start = time
            if turn.line is not None:
                time += heard_seconds(turn.line, self.film.rate)
                turn.end = time
                before = self._line(turn, before, busy)
                time = max(time, *(self._chain(a, turn) for a in self._moving(turn)), time)
            else:
                self.last = index == len(turns) - 1 and not self.shot.lines
                until = time + turn.pause if turn.pause else None
                length = self._step(turn.step.acts, time, until) if turn.step else 0.0
                time = max(time + (turn.pause or 0.0), length)
                turn.end = time
        return time + (tail(turns[-1].line) if turns and turns[-1].line is not None else 0.2)

    def _moving(self, turn: _Turn) -> list[list[Act]]:
        """The walks and changes of posture on a line, per person."""
        per: dict[str, list[Act]] = {}
        for act in turn.step.acts:
            if not act.along and act.kind != "perform" and act.person in self.stands:
                per.setdefault(act.person, []).append(act)
        return list(per.values())

    def _chain(self, acts: list[Act], turn: _Turn) -> float:
        time = turn.start
        for act in acts:
            time = self._act(act, time, None)
        return time

    def _line(self, turn: _Turn, before: str | None, busy: set[str]) -> str:
        """One spoken line: the speaker acts, listeners look and answer."""
        line, acts = turn.line, turn.step.acts
        speaker = self.names[line.speaker]
        start, end = turn.start, turn.end
        present = list(self.stands)
        if speaker in present and not line.unseen:
            self._say(start, 0, "speak", speaker, line.id, start=start)
            to = addressee(line.text, speaker, present, {n: n for n in present}, before or self.stands[speaker].facing)
            gaze = next((a for a in acts if a.person == speaker and a.kind == "look"), None)
            target = gaze.target if gaze and gaze.target else to
            if target:
                self._say(start, 2, "look_at", speaker, target, start=max(0.0, start - 0.2))
        for act in acts:
            if act.person not in present or (act.kind == "look" and act.person == speaker):
                continue
            if act.kind == "look":
                self._look(act, start)
            elif act.kind == "express":
                self._express(act, start, end + 0.3)
        told = {a.person: None for a in acts if a.kind == "perform" and a.person in present}
        moving = {a.person for a in acts if not a.along and a.kind != "perform"}
        if speaker in present and speaker not in {*told, *moving, *busy}:
            manner = tone(line.text, line.delivery).manner
            action = resolve(self.catalogue, manner, self.posture[speaker])
            if action and (speaker, "perform", action) not in self.refused:
                self._say(start, 1, "perform", speaker, action, start=max(0.0, start - 0.1), end=end + 0.15)
        looked = {a.person for a in acts if a.kind == "look"}
        for person in (p for p in told if p not in moving):
            delay = 0.0 if person == speaker else min(0.5, 0.3 * (end - start))
            self._in_turn(
                [a for a in acts if a.kind == "perform" and a.person == person], start - 0.1 + delay, end + 0.15
            )
        for person in present:
            if person == speaker or speaker not in present:
                continue
            if person not in looked:
                self._say(start, 2, "look_at", person, speaker, start=max(0.0, start - 0.05))
            if person not in {*told, *moving, *busy}:
                action = resolve(self.catalogue, "Listening", self.posture[person])
                if action:
                    self._say(start, 3, "perform", person, action, start=max(0.0, start - 0.1), end=end + 0.15)
        for person in present:
            self.free[person] = max(self.free[person], end if person in told else 0.0)
        return speaker

    def _in_turn(self, acts: list[Act], start: float, end: float) -> None:
        """One person's acts on a line, one after the other, each for the same time."""
        start = max(0.0, start)
        each = (end - start) / len(acts)
        for number, act in enumerate(acts):
            self._perform(act, start + number * each, start + (number + 1) * each)

    def _step(self, acts: tuple[Act, ...], start: float, until: float | None = None) -> float:
        """Acts with their own turn: people at the same time, one person's acts one after the other. `until`: when
        the turn ends, where that is said."""
        clock: dict[str, float] = {}
        end = start
        for act in acts:
            if act.person not in self.stands:
                continue
            time = clock.get(act.person, start)
            if act.along:
                later = clock.get(act.person, start)
                (self._look if act.kind == "look" else self._feel)(act, later)
                end = max(end, later if until else later + 1.0)
                continue
            if act.kind == "turn" and any(a.kind in ("walk", "run", "enter") for a in acts if a.person != act.person):
                time += NOTICED
            last = until if until and until > time + 0.5 else None
            clock[act.person] = self._act(act, time, last)
            end = max(end, clock[act.person])
        return end

    def _feel(self, act: Act, start: float) -> None:
        self._express(act, start, None)

    def _alongside(self, steps: list[Step], turns: list[_Turn]) -> float:
        """Steps of a text that names no line run from the start, one after the other, while people speak."""
        time, end = 0.2, 0.0
        for step in steps:
            time = end = self._step(step.acts, time)
        resting = {a.person for s in steps for a in s.acts if not a.along}
        for turn in turns:
            if turn.line is None or turn.line.unseen:
                continue
            speaker = self.names[turn.line.speaker]
            if speaker in resting and turn.end - max(turn.start, self.free.get(speaker, 0.0)) > 1.0:
                action = resolve(self.catalogue, tone(turn.line.text).manner, self.posture[speaker])
                begin = max(turn.start - 0.1, self.free.get(speaker, 0.0))
                if action:
                    self._say(begin, 1, "perform", speaker, action, start=max(0.0, begin), end=turn.end + 0.15)
        return end

    def _act(self, act: Act, start: float, end: float | None) -> float:
        """One act; the second it ends."""
        if (act.person, act.kind, act.what) in self.refused:
            return start
        if act.kind in ("walk", "run", "leave"):
            finish = self._go(act, start)
        elif act.kind == "sit":
            finish = self._sit(act, start)
        elif act.kind == "stand":
            finish = self._rise(act.person, start)
        elif act.kind == "turn":
            target = act.target or next((n for n in self.stands if n != act.person), "camera")
            if target == "camera":
                self._say(start, 2, "look_at", act.person, "camera", start=start)
            else:
                self._say(start, 1, "turn_to", act.person, target, start=start)
            finish = start + TURNING
        else:
            finish = self._perform(act, start, end or start + USUAL_ACTION)
        self.free[act.person] = finish
        return finish

    def _perform(self, act: Act, start: float, end: float) -> float:
        """An action to a time; the last of a silent shot goes on over the cut."""
        if not self.catalogue.fits(act.what, self.posture[act.person]):
            manner = act.what.removeprefix("Standing ").removeprefix("Sitting ")
            other = resolve(self.catalogue, manner, self.posture[act.person])
            if other is None:
                self.out.problems.append(f"{act.person} cannot do “{act.what}” while {self.posture[act.person]}")
                return start
            act = replace(act, what=other)
        named: dict[str, object] = {"start": start, "end": end + (OVER_THE_CUT if self.last else 0.0)}
        if act.strength != 1.0:
            named["strength"] = act.strength
        if act.variation is not None:
            named["variation"] = act.variation
        if act.thing:
            named["thing"] = act.thing
        together = getattr(self.catalogue.actions[act.what], "partner", False)
        if act.target in self.stands and (together or act.what == "Pointing"):
            named["target"] = act.target
        if act.target and not together:
            self._look(replace(act, kind="look"), start)
        self._say(start, 1, "perform", act.person, act.what, **named)
        return end

    def _go(self, act: Act, start: float) -> float:
        start = self._rise(act.person, start)
        target = act.target
        if act.kind == "leave":
            taken = {a for n, a in self.at.items() if n != act.person}
            target = target or entrance(self.catalogue, self.context.place, taken) or ""
        if not target or target == act.person:
            target = self._somewhere(act.person)
        if not target or target == self.at.get(act.person):
            self.out.problems.append(f"{act.person} has nowhere to walk to")
            return start
        way = self._distance(act.person, target, act.via)
        named: dict[str, object] = {"via": [value_of(v) for v in act.via]} if act.via else {}
        if act.kind == "run":
            self._say(start, 1, "run_to", act.person, target, start=start, **named)
        else:
            named |= {"manner": act.manner} if act.manner else {}
            self._say(start, 1, "walk_to", act.person, target, start=start, **named)
        self.at[act.person] = target
        self.out.walkers.append(act.person)
        return start + walk_seconds(way, act.manner, act.kind == "run")

    def _sit(self, act: Act, start: float) -> float:
        if self.posture[act.person] == "sitting":
            return start
        place, here = self.context.place, self.at[act.person]
        taken = {a for n, a in self.at.items() if n != act.person}
        aim = self.catalogue.seat_at(place, act.target, taken) if act.target else None
        if aim and aim != here:
            start = self._go(replace(act, kind="walk", target=aim), start)
        elif self.catalogue.seat(place, here) is None:
            positions = self.catalogue.places[place].positions
            seats = [p.name for p in positions if p.seat and p.name not in taken]
            if not seats:
                self.out.problems.append(f"{act.person} cannot sit: there is no free seat")
                return start
            goal = act.target or here
            near = min(seats, key=lambda s: self.catalogue.distance(place, goal, s) or 50.0)
            start = self._go(replace(act, kind="walk", target=near), start)
        self._say(start, 1, "sit_down", act.person, start=start)
        self.posture[act.person] = "sitting"
        return start + SITTING

    def _rise(self, person: str, start: float) -> float:
        if self.posture[person] != "sitting":
            return start
        self._say(start, 1, "stand_up", person, start=start)
        self.posture[person] = "standing"
        return start + RISING

    def _look(self, act: Act, start: float) -> None:
        target = act.target or next((n for n in self.stands if n != act.person), "camera")
        if target in self.context.others and target not in self.stands:
            return
        self._say(start, 2, "look_at", act.person, target, start=max(0.0, start))

    def _express(self, act: Act, start: float, end: float | None) -> None:
        named: dict[str, object] = {"start": max(0.0, start - 0.1)}
        if end is not None:
            named["end"] = end
        strength = {0.6: 0.5, 1.4: 1.0}.get(act.strength, 0.8)
        self._say(start, 4, "express", act.person, act.what, **named, strength=strength)

    def _somewhere(self, person: str) -> str:
        """The farthest free position."""
        if self.context.place not in self.catalogue.places:
            return ""
        taken = set(self.at.values())
        free = [p.name for p in self.catalogue.places[self.context.place].positions if p.name not in taken]
        here = self.at[person]
        return max(free, key=lambda s: self.catalogue.distance(self.context.place, here, s) or 0.0, default="")

    def _distance(self, person: str, target: str, via: tuple[str, ...] = ()) -> float | None:
        stops = [self.at.get(person, ""), *via, self.at.get(target, target)]
        legs = [self.catalogue.way(self.context.place, a, b) for a, b in itertools.pairwise(stops)]
        return None if None in legs else sum(legs)

    def _way(self, person: str, destination: str) -> float | None:
        start = self.stands.get(self.names.get(person, ""), Placement("")).at
        return self.catalogue.way(self.context.place, start, destination)

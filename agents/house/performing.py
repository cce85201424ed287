"""What people do in a scene, as beats: actions on lines, answers of listeners, acts from stage directions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from agents.catalogue import Catalogue
from agents.house.acting import Tone, addressee, reaction, tone
from agents.house.blocking import entrance
from agents.house.breakdown import silence
from agents.house.draws import Ids, draws
from agents.house.language import lighting, motion, scene
from agents.house.language.context import Context
from agents.house.language.motion import Act, resolve
from agents.house.placing import Placing
from agents.house.staging import RISE, SIT, State
from agents.input.conventions import acted, introductions
from agents.input.screenplay import AskedAct, Direction, Doing, ParsedScene, Speech, Walk
from agents.lexicons import lexicon
from app.document import Action, AnyBeat, Film, Line, Move

NoticeOf = Callable[..., None]
PRESSED = 4
"""How often one action may be used in a scene before another of its kind is looked for."""


@dataclass
class Said:
    """A stage direction as beats. entering: ids of those who come in, leaving: of those who go."""

    beats: list[AnyBeat] = field(default_factory=list)
    extras: dict[str, list[Act]] = field(default_factory=dict)
    who: str = ""
    entering: list[str] = field(default_factory=list)
    leaving: set[str] = field(default_factory=set)


class Performer:
    """Makes beats for one scene; the state is read, never changed here. opening: directions before the first words."""

    def __init__(
        self, film: Film, state: State, ids: Ids, strict: bool, notice: NoticeOf, seed: int,
        opening: Sequence[Direction] = (),
    ):  # fmt: skip
        self._opening = [id(d) for d in opening]
        self.film, self.state, self.ids, self.strict, self.notice = film, state, ids, strict, notice
        self.catalogue: Catalogue = state.catalogue
        self.names = {c.id: c.name for c in film.characters}
        self.used: Counter[str] = Counter()
        self.before: str | None = None
        self._rng = draws("acting", film.source.text, seed, state.place)
        self._postures: dict[str, str] = {}
        self._whole = ""

    def context(self, subjects: tuple[str, ...] = ()) -> Context:
        """The scene as the language module sees it (everybody of the scene counts as there)."""
        people = tuple(self.names[p] for p in self.state.people)
        return Context(
            self.catalogue, self.state.place, people,
            tuple(n for n in self.names.values() if n not in people),
            {c.name: c.gender for c in self.film.characters},
            {self.names[p]: s.posture for p, s in self.state.people.items()},
            subjects=subjects,
        )  # fmt: skip

    # ---- lines

    def speech(self, speech: Speech, id_of: Callable[[str], str]) -> list[AnyBeat]:
        """The line, what the speaker does on it, and what listeners do."""
        speaker = id_of(speech.speaker)
        line = Line(
            id=self.ids("beat"), speaker=speaker, text=speech.text, delivery=speech.delivery, unseen=speech.unseen
        )  # fmt: skip
        if speech.part is not None:
            self._whole = self._whole if speech.part[0] else line.id
            line.line, line.words = self._whole, speech.part
        beats: list[AnyBeat] = [line]
        here = speaker in self.state.present and not speech.unseen
        self._postures = {p: s.posture for p, s in self.state.people.items()}
        beats += self._walks(speech.walks, id_of, speech.at, line.id)
        for asked in speech.acts:
            beats += self._asked(asked, id_of, line)
        if here and not any(isinstance(b, Action) and b.character == speaker for b in beats):
            beats += self._speaking(line, speech)
        if not self.strict:
            beats += self._listening(line, speech, speaker)
        self.before = speaker
        return beats

    def _speaking(self, line: Line, speech: Speech) -> list[AnyBeat]:
        heard = tone(speech.text, speech.delivery)
        action = self._fresh(heard.manner, self._posture(line.speaker))
        if action is None:
            return []
        return [self._action(line.speaker, action, line.id, strength=heard.strength)]

    def _fresh(self, manner: str, posture: str) -> str | None:
        """The action for a manner; one used too often in the scene gives way to plain talking and thinking."""
        options = [manner, "Talking", "Thinking"] if manner not in ("Talking",) else ["Talking"]
        for each in options:
            action = resolve(self.catalogue, each, posture)
            if action is not None and (self.used[action] < PRESSED or each == "Talking"):
                self.used[action] += 1
                return action
        return None

    def spoken_to(self, speech: Speech, speaker: str) -> str | None:
        """The id of the one a line is said to; None where the speaker is alone."""
        return addressee(speech.text, speaker, self.state.present, self.names, self.before)

    def _listening(self, line: Line, speech: Speech, speaker: str) -> list[AnyBeat]:
        """The one who is spoken to answers with the body, on lines that ask for it."""
        listener = self.spoken_to(speech, speaker)
        if listener is None or self.names[listener] in {a.character for a in speech.acts}:
            return []
        heard = tone(speech.text, speech.delivery)
        answer = reaction(heard, speech.text.rstrip().endswith("?"))
        if answer.manner == "Listening" or self._rng.random() < 0.35:
            return []
        action = resolve(self.catalogue, answer.manner, self._posture(listener))
        if action is None or self.used[action] >= PRESSED:
            return []
        self.used[action] += 1
        return [self._action(listener, action, line.id, strength=answer.strength)]

    def reaction(self, speech: Speech, speaker: str, id_of: Callable[[str], str]) -> tuple[list[AnyBeat], str]:
        """A silent look at the one who was spoken to: (beats, their id)."""
        listener = self.spoken_to(speech, speaker)
        if listener is None or listener == speaker:
            return [], ""
        answer = reaction(tone(speech.text, speech.delivery), False)
        if answer.manner in ("Listening", "Talking"):
            answer = Tone("Thinking", "surprised")
        pause = silence(round(1.7 * float(self.film.rate)), "", self.ids("beat"))
        action = resolve(self.catalogue, answer.manner, self._posture(listener))
        beats: list[AnyBeat] = [pause]
        if action is not None:
            beats.append(self._action(listener, action, pause.id, strength=0.8))
        return beats, listener

    def _posture(self, person: str) -> str:
        return self._postures.get(person) or self.state.posture(person)

    def _action(self, person: str, action: str, during: str | None, **more) -> Action:
        return Action(id=self.ids("beat"), character=person, action=action, during=during, **more)

    # ---- asked by name

    def doing(self, doing: Doing, id_of: Callable[[str], str]) -> list[AnyBeat]:
        """Walks and acts of a script's entry without words."""
        self._postures = {p: s.posture for p, s in self.state.people.items()}
        beats = self._walks(doing.walks, id_of, doing.at)
        first = beats[0].id if beats else None
        for asked in doing.acts:
            made = self._asked(asked, id_of, None)
            for beat in made:
                if first is not None:
                    beat.during = first
            first = first or (made[0].id if made else None)
            beats += made
        return beats or [silence(36, doing.text, self.ids("beat"))]

    def _walks(
        self, walks: list[Walk], id_of: Callable[[str], str], at: int | None, during: str | None = None
    ) -> list[AnyBeat]:
        """Walks at the same time: with the beat `during`, else with the first of them."""
        beats: list[AnyBeat] = []
        for walk in walks:
            person = id_of(walk.character)
            if person not in self.state.people:
                continue
            goal = self._destination(person, walk.destination, at)
            if goal == self.state.people[person].position:
                continue
            move = Move(
                id=self.ids("beat"), character=person, destination=goal,
                manner=walk.manner, during=during, text=walk.destination,
            )  # fmt: skip
            during = during or move.id
            self._postures[person] = "standing"
            beats.append(move)
        return beats

    def _destination(self, person: str, words: str, at: int | None) -> str:
        found = self.catalogue.position(self.state.place, words)
        if found is not None:
            return found.name
        thing = self.catalogue.thing(self.state.place, words)
        if thing is not None:
            return thing
        used = self.state.free_position(person) or self.state.people[person].position
        self.notice(at, words, f"{self.state.place} has no such position", used)
        return used

    def _asked(self, asked: AskedAct, id_of: Callable[[str], str], line: Line | None) -> list[AnyBeat]:
        """An action named by the writer: its own name, or the nearest that fits the posture, with a notice."""
        person = id_of(asked.character)
        if person not in self.state.people:
            return []
        posture = self._posture(person)
        found, variation = self.catalogue.action(asked.action)
        words = asked.action.rstrip("0123456789 ")
        exact = found is not None and found.certain
        action = found.entry.name if exact else None
        if action in (SIT, RISE):
            self._postures[person] = "sitting" if action == SIT else "standing"
            return [self._action(person, action, line.id if line else None, text=asked.action)]
        if action is not None and self.catalogue.fits(action, posture):
            self.used[action] += 1
            if found.how == "synonym":
                self.notice(asked.at, asked.action, "there is no action of this name", action)
            partner = next((p for p, n in self.names.items() if n.casefold() == asked.partner.casefold()), None)
            with_ = partner if partner in self.state.present and partner != person else None
            during = line.id if line else None
            return [self._action(person, action, during, variation=variation, text=asked.action, with_=with_)]
        manner = words.removeprefix("Standing ").removeprefix("Sitting ").removeprefix("standing ").strip()
        used = resolve(self.catalogue, manner.title() if manner.islower() else manner, posture)
        if used is None:
            if found is not None and self.catalogue.fits(found.entry.name, posture):
                used = found.entry.name
            else:
                used = resolve(self.catalogue, "Talking" if line and line.speaker == person else "Listening", posture)
        problem = f"{self.names[person]} is {posture} here" if exact else "there is no such action"
        self.notice(asked.at, asked.action, problem, used or "left out")
        if used is None:
            return []
        return [self._action(person, used, line.id if line else None, variation=variation, text=asked.action)]

    # ---- stage directions

    def who_comes_later(self, scene: ParsedScene, id_of: Callable[[str], str]) -> set[str]:
        """Ids of those who are not there at the start: their first mention says that they come in."""
        met: set[str] = set()
        later: set[str] = set()
        for element in scene.elements:
            if isinstance(element, Speech):
                if not element.unseen:
                    met.add(id_of(element.speaker))
            elif isinstance(element, Direction):
                intent, _ = motion.parse(acted(element.text), self.context())
                for act in intent.acts:
                    person = id_of(act.person)
                    if act.kind == "enter" and person not in met:
                        later.add(person)
                    met.add(person)
        return later if len(later) < len(self.state.people) else set()

    def prose(self, element: Direction) -> Said:
        """A direction in plain words as beats; what nobody understands guides the picture and is noted."""
        context = self.context((self.names[self.before],) if self.before else ())
        words = context.words(acted(element.text))
        if id(element) in self._opening:  # where people are at the start is done with
            Placing(context).read(words)
        intent = motion.read(words, context)
        scene.read(words, context)
        lighting.read(words, context)
        for phrase in sorted(lexicon("describing")["fillers"], key=len, reverse=True):
            while words.take(phrase):
                pass
        unknown = [*intent.unstageable, *_undescribed(words.leftovers(), element.text)]
        ids = {n: p for p, n in self.names.items()}
        said = Said()
        self._postures = {p: s.posture for p, s in self.state.people.items()}
        for step in intent.steps:
            first: str | None = None
            for act in step.acts:
                person = ids[act.person]
                self._seek_seat(act, person, said, element)
                beat = self._beat(act, person, said, first)
                if beat is None:
                    continue
                if first is None or any(getattr(b, "character", "") == person for b in said.beats[-1:]):
                    beat.during = None
                    first = beat.id
                beat.text = element.text  # the writer's words stay with what was made of them
                said.beats.append(beat)
                said.who = said.who or person
            self._along(step.acts, said, first)
        told = self.film.source.kind == "description"  # whoever read it has noted what is left out
        if not told and (any(" " in each for each in unknown) or (unknown and not said.beats)):
            self.notice(element.at, "; ".join(unknown), "this direction cannot be staged", "time is left for it")
        if not said.beats:
            beat = silence(round(2.0 * float(self.film.rate)), element.text, self.ids("beat"))
            said.beats.append(beat)
            self._along([a for s in intent.steps for a in s.acts], said, beat.id)
            said.who = said.who or next((ids[a.person] for a in intent.acts), "")
        return said

    def _seek_seat(self, act: Act, person: str, said: Said, element: Direction) -> None:
        """Where somebody is to sit down and there is nothing to sit on, they go to the nearest free seat first."""
        here = person in self.state.people and self._posture(person) == "standing"
        if act.kind != "sit" or not here:
            return
        wanted = self.state.seat_at(person, act.target)
        if self._seat_ahead(person, said) and wanted in (None, self._ahead(person, said)):
            return
        seat = wanted or self.state.free_seat(person)
        if seat is None:
            self.notice(element.at, element.text, f"{self.names[person]} finds no free seat here", "stays standing")
            return
        said.beats.append(Move(id=self.ids("beat"), character=person, destination=seat, text=element.text))

    def _along(self, acts: list[Act] | tuple[Act, ...], said: Said, beat: str | None) -> None:
        if beat is None and said.beats:
            beat = said.beats[-1].id
        if beat is not None:
            said.extras.setdefault(beat, []).extend(a for a in acts if a.along or a.kind == "turn")

    def _beat(self, act: Act, person: str, said: Said, during: str | None) -> Action | Move | None:
        if person not in self.state.people:
            return None
        if act.kind in ("walk", "run"):
            target = act.target
            to = next((p for p, n in self.names.items() if n == target), None)
            if to is not None and to in self.state.present and to != person:
                target = self._up_to(person, to, said)
            elif to is not None or not target:
                gone = {b.destination for b in said.beats if isinstance(b, Move)}
                target = self.state.free_position(person, gone) or (None if gone else self.state.way_in(person))
            self._postures[person] = "standing"
            if target is None:
                return None
            manner = "running" if act.kind == "run" else act.manner
            move = Move(id=self.ids("beat"), character=person, destination=target, during=during, manner=manner)
            if to is not None and to in self.state.present:
                said.extras.setdefault(move.id, []).append(Act(self.names[person], "look", target=act.target))
            return move
        if act.kind == "enter":
            if person in self.state.away and person not in said.entering:
                said.entering.append(person)
            home = self.state.people[person].position
            if person not in self.state.away and person not in said.entering:
                home = self.state.free_position(person) or home
            if person in self.state.away and self.state.way_in(person) is None:
                return None
            return Move(id=self.ids("beat"), character=person, destination=home, during=during, manner=act.manner)
        if act.kind == "leave":
            door = self._door(person)
            said.leaving.add(person)
            if door == self.state.people[person].position:
                return None
            return Move(id=self.ids("beat"), character=person, destination=door, during=during, manner=act.manner)
        if act.kind in ("sit", "stand"):
            name = SIT if act.kind == "sit" else RISE
            wanted = "sitting" if act.kind == "sit" else "standing"
            if self._posture(person) == wanted or (act.kind == "sit" and not self._seat_ahead(person, said)):
                return None
            self._postures[person] = wanted
            return self._action(person, name, during)
        if act.kind == "perform":
            other = next((p for p, n in self.names.items() if n == act.target), None)
            if other is None and getattr(self.catalogue.actions[act.what], "partner", False):
                other = self._only_other(person)
            what = act.what
            if not self.catalogue.fits(what, self._posture(person)):
                manner = what.removeprefix("Standing ").removeprefix("Sitting ")
                what = resolve(self.catalogue, manner, self._posture(person)) or what
            return self._action(
                person, what, during, strength=act.strength, variation=act.variation, thing=act.thing, with_=other
            )
        return None

    def _up_to(self, person: str, other: str, said: Said) -> str | None:
        """Where somebody goes who comes up to another; who is just coming in goes there instead of to their place."""
        last = said.beats[-1] if said.beats else None
        entering = person in said.entering and isinstance(last, Move) and last.character == person
        here = (self.state.way_in(person) or "") if entering else self._ahead(person, said)
        goes = any(isinstance(b, Move) and b.character == other for b in said.beats)
        target = self.state.beside(person, other, here, self._ahead(other, said) if goes else "")
        if not entering or target is None:
            return target
        last.destination = target
        said.extras.setdefault(last.id, []).append(Act(self.names[person], "look", target=self.names[other]))
        return None

    def _only_other(self, person: str) -> str | None:
        """Who "She hands it back" is done with where two are there."""
        others = [p for p in self.state.present if p != person]
        return others[0] if len(others) == 1 else None

    def _seat_ahead(self, person: str, said: Said) -> bool:
        """Whether there is a seat where the person is, or is going to be after the walks of this direction."""
        return self.catalogue.seat(self.state.place, self._ahead(person, said)) is not None

    def _ahead(self, person: str, said: Said) -> str:
        """Where the person is, or is going to be after the walks of this direction."""
        walks = [b for b in said.beats if isinstance(b, Move) and b.character == person]
        return walks[-1].destination if walks else self.state.people[person].position

    def _door(self, person: str) -> str:
        here = self.state.people[person].position
        return entrance(self.catalogue, self.state.place, self.state.taken(but=person) | {here}) or here


def _undescribed(unread: list[str], text: str) -> list[str]:
    """What nobody understood of a direction, without names and looks of those it introduces: casting reads that."""
    looks = " ".join(f"{name} {about}" for name, about in introductions(text)).casefold()
    looked = set(re.findall(r"[^\W_]+", looks))
    return [each for each in unread if not set(re.findall(r"[^\W_]+", each.casefold())) <= looked]

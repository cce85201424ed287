"""One scene directed: broken into shots by what is said and done, each with staging, framing and guidance."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from functools import partial

from agents.catalogue import Catalogue
from agents.house import blocking, breakdown
from agents.house.breakdown import Draft
from agents.house.cinematographer import FAR, Framing, Setting, frame_scene
from agents.house.draws import Ids
from agents.house.guidance import write_guidance
from agents.house.language import cinematography
from agents.house.language.cinematography import CameraIntent
from agents.house.language.motion import Act
from agents.house.lingering import linger
from agents.house.opening import opening
from agents.house.performing import Performer
from agents.house.scene_start import SceneStart
from agents.house.staging import RISE, SIT, State
from agents.input.screenplay import Direction, Doing, Element, ParsedScene, Screenplay, Speech
from agents.timing import schedule
from app.document import HOUSE, SUB_PROCESSES, Action, AnyBeat, Film, Move, Origin, Scene, Shot

ANGLE = re.compile(r"(?:EXTREME )?(?:CLOSE(?:[- ]?UP)?(?: ON)?|INSERT|ANGLE ON|ECU|CU)\b\s*[:–—-]?\s*(.+)")
"""A stage direction that only says what the camera looks at."""


@dataclass(frozen=True)
class Directing:
    """What a film is directed with. mood, grade: light and colours the person chose for all scenes, "" for those of the
    words; a script keeps its own light. by: who signs the fields; came_from: takes shot id -> id of the element that
    the shot was made from."""

    catalogue: Catalogue
    seed: int = 0
    fps: str = "24"
    size: tuple[int, int] = (1280, 720)
    max_shots: int | None = None
    by: Origin = field(default_factory=lambda: HOUSE)
    mood: str = ""
    grade: str = ""
    came_from: dict[str, str] = field(default_factory=dict)


class SceneDirector:
    """Directs one scene."""

    def __init__(
        self, film: Film, parsed: ParsedScene, number: int, play: Screenplay, how: Directing, ids: Ids,
        before: SceneDirector | None,
    ):  # fmt: skip
        self.film, self.parsed, self.number, self.play, self.how, self.ids = film, parsed, number, play, how, ids
        self.catalogue = how.catalogue
        chosen = how.mood if film.source.kind in ("idea", "description") else ""
        self.start = SceneStart(film, parsed, play, how.catalogue, chosen, before.start if before else None)
        self.place, self.people, self.names = self.start.place, self.start.people, self.start.names
        self.state = State(self.catalogue, self.place, {p: s.model_copy() for p, s in self.start.standing.items()})
        at_start = () if play.as_written else opening(parsed)
        self.performer = Performer(film, self.state, ids, play.as_written, self.start.notice, how.seed, at_start)

    # ---- broken into shots

    def drafts(self) -> list[Draft]:
        """The scene broken into shots, in order."""
        self.state.away = self.performer.who_comes_later(self.parsed, self.start.id_of)
        strict = self.play.as_written
        out: list[Draft] = []
        for element in self.parsed.elements:
            made = self._strict(element) if strict else self._free(element)
            out += made
        if not strict:
            out = breakdown.merge_short(self._opened(out), self._apart)
        if not out:
            beat = breakdown.silence(72, self.parsed.synopsis, self.ids("beat"))
            out = [Draft("open", [beat], self.people[0] if self.people else "", at=self.parsed.at)]
        return out

    def _draft(self, kind: str, beats: list[AnyBeat], who: str, element: Element, **more) -> Draft:
        """A shot from here on: staging as it is now, then the beats carried out."""
        draft = Draft(kind, beats, who, asked=element.shot, at=element.at, staging=self.state.snapshot(), **more)
        draft.element = element
        self.state.apply(beats)
        return draft

    def _strict(self, element: Element) -> list[Draft]:
        """One shot for one entry of a script, as written."""
        self._moved_meanwhile(element)
        if isinstance(element, Speech):
            speaker = self.start.id_of(element.speaker)
            self._towards_each_other(speaker, element)
            return [self._draft("line", self.performer.speech(element, self.start.id_of), speaker, element)]
        if isinstance(element, Doing):
            named = [*element.walks, *element.acts]
            who = self.start.id_of(named[0].character) if named else self.names.get(element.who.casefold(), "")
            kind = "move" if element.walks else "act"
            return [self._draft(kind, self.performer.doing(element, self.start.id_of), who, element)]
        return self._direction(element) if isinstance(element, Direction) else []

    def _moved_meanwhile(self, element: Element) -> None:
        """A script may give new positions between two entries without a move; the cut takes people there."""
        for name, words in element.where.items():
            person = self.names.get(name.casefold())
            if person is None or person not in self.state.people:
                continue
            found = self.catalogue.position(self.place, words)
            if found is None or self.state.people[person].position == found.name:
                continue
            if found.name not in self.state.taken(but=person):
                self.state.put(person, found.name, None if found.seat else "standing")

    def _free(self, element: Element) -> list[Draft]:
        if isinstance(element, Speech):
            return self._line(element)
        if isinstance(element, Doing):
            return self._strict(element)
        return self._direction(element) if isinstance(element, Direction) else []

    def _line(self, speech: Speech) -> list[Draft]:
        speaker = self.start.id_of(speech.speaker)
        self._towards_each_other(speaker, speech)
        beats = self.performer.speech(speech, self.start.id_of)
        draft = self._draft("line", beats, speaker, speech, weight=speech.weight)
        drafts = [draft]
        line = draft.lines[0]
        cut = breakdown.halves(line.text)
        if cut is not None and not speech.shot:
            line.line, line.words = line.id, (0, cut[0])
            rest = line.model_copy(update={"id": self.ids("beat"), "words": cut})
            follow = [b.model_copy(update={"id": self.ids("beat"), "during": rest.id}) for b in beats
                      if isinstance(b, Action) and b.character == speaker and b.action not in (SIT, RISE)]  # fmt: skip
            drafts.append(self._draft("line", [rest, *follow], speaker, speech, weight=speech.weight))
        if speech.weight == "turn":
            beats, who = self.performer.reaction(speech, speaker, self.start.id_of)
            if beats:
                drafts.append(self._draft("reaction", beats, who, speech))
        return drafts

    def _towards_each_other(self, speaker: str, speech: Speech) -> None:
        """Who speaks and the one spoken to have turned to each other, those who stand body and all."""
        other = self.performer.spoken_to(speech, speaker)
        if other is None or speech.unseen or speaker not in self.state.present:
            return
        self.state.face(speaker, other)
        self.state.face(other, speaker)

    def _direction(self, element: Direction) -> list[Draft]:
        """Shots of a stage direction: who comes in stands at the door first, who leaves is gone after; the camera
        goes along when somebody else begins to act."""
        self._angle(element)
        said = self.performer.prose(element)
        for person in said.entering:
            self.state.bring_in(person)
        if not said.beats:
            return []
        drafts = []
        one = self._one_shot(element)
        for who, beats in [("", said.beats)] if one else breakdown.turns(said.beats):
            whole = one or self.play.as_written
            acts, feeling = (beats, None) if whole else breakdown.felt(beats, partial(self.ids, "beat"))
            if feeling is not None:  # what goes along with it but the face is seen before it
                along = [a for a in said.extras.get(feeling.id, ()) if a.kind != "express"]
                said.extras[feeling.id] = [a for a in said.extras.get(feeling.id, ()) if a.kind == "express"]
                said.extras[acts[0].id] = [*said.extras.get(acts[0].id, ()), *along]
                who = getattr(acts[0], "character", who)
            drafts.append(self._silent(acts, who or said.who, element, said.extras))
            if feeling is not None:
                drafts.append(self._silent([feeling], feeling.character, element, said.extras, "felt"))
        self.state.away |= said.leaving
        return drafts

    def _one_shot(self, element: Direction) -> bool:
        """Whether the camera words of a direction say one shot for all of it; a hand that shakes goes with any."""
        if self.play.as_written or not element.shot:
            return bool(element.shot)
        asked = cinematography.parse(element.shot, self.performer.context())[0]
        return bool(asked.shot_type or asked.still or any(m.kind != "handheld" for m in asked.moves))

    def _silent(
        self, beats: list[AnyBeat], who: str, element: Direction, extras: dict[str, list[Act]], kind: str = ""
    ) -> Draft:
        """A shot of what is done; whoever comes up to somebody faces them from then on."""
        kind = kind or ("move" if any(isinstance(b, Move) for b in beats) else "act")
        who = who or (self.state.present[0] if self.state.present else "")
        own = {b.id: extras[b.id] for b in beats if b.id in extras}
        partners = [b.with_ for b in beats if isinstance(b, Action) and b.with_ not in (None, who)]
        for beat in reversed(beats):
            if isinstance(beat, Action) and beat.with_ in self.state.people and beat.character in self.state.people:
                self.state.face(beat.character, beat.with_)
                self.state.face(beat.with_, beat.character)
        draft = self._draft(kind, beats, who, element, extras=own, others=list(dict.fromkeys(partners)))
        for act in itertools.chain(*own.values()):
            person, other = (self.names.get(n.casefold(), "") for n in (act.person, act.target))
            if act.kind == "look" and person in self.state.people and other in self.state.people:
                self.state.face(person, other)
        return draft

    def _angle(self, element: Direction) -> None:
        """A direction like "CLOSE ON SAM" or "INSERT - THE LAMP" asks for a shot."""
        found = ANGLE.match(element.text)
        if found is None or element.shot:
            return
        words = re.sub(r"^(?:the|a|an|his|her|their)\s+", "", found[1].strip(" .:"), flags=re.I)
        thing = self.catalogue.thing(self.place, words)
        if words.casefold() in self.names:
            element.shot = f"Close-up of {self.film.character(self.start.id_of(words)).name}"
        elif thing is not None:
            element.shot = f"Insert Shot of {thing}"
        else:
            element.shot = "Close-up"

    def _opened(self, drafts: list[Draft]) -> list[Draft]:
        """The first shot shows place and people: silent acts at the start with the first words, if few."""
        if not drafts:
            return drafts
        first = drafts[0]
        first.kind = "open"
        second = drafts[1] if len(drafts) > 1 else None
        if second is not None and not first.lines and second.kind == "line" and not second.weight:
            line = second.lines[0]
            if len(line.text.split()) <= 12 and line.words is None:
                breakdown.join(first, drafts.pop(1))
        return drafts

    def _apart(self, one: Draft, other: Draft) -> bool:
        """Whether those of two shots stand too far apart for both faces to be read in one."""
        spots = {s.character: s.position for s in one.staging}
        gap = self.catalogue.distance(self.place, spots.get(one.subject, ""), spots.get(other.subject, ""))
        return gap is not None and gap > FAR

    # ---- filmed

    def scene(self, drafts: list[Draft], seen: set[str]) -> Scene:
        """The scene with its shots; `seen` holds the ids of those who appeared before and grows."""
        scene = Scene(
            id=self.ids("scene"), heading=self.parsed.heading or self.place, place=self.place, mood=self.start.mood,
            synopsis=self.parsed.synopsis, characters=self.people, grade=self.how.grade,
            transition=self.parsed.transition, transition_words=list(self.parsed.transition_words),
            origins={"mood": self.how.by, "place": self.how.by},
        )  # fmt: skip
        framings = frame_scene(drafts, self._setting(drafts), seen)
        for index, (draft, framing) in enumerate(zip(drafts, framings, strict=True)):
            scene.shots.append(self._shot(scene, index, draft, framing))
        return scene

    def _setting(self, drafts: list[Draft]) -> Setting:
        asked = {}
        for draft in drafts:
            if draft.asked and self.play.as_written:
                asked[id(draft)] = self._chosen(draft)
            elif draft.asked:
                asked[id(draft)] = cinematography.parse(draft.asked, self.performer.context())[0]
        return Setting(
            catalogue=self.catalogue, number=self.number, last=self.number == len(self.play.scenes) - 1,
            strict=self.play.as_written, seed=self.how.seed, asked=asked,
            names={c.id: c.name for c in self.film.characters}, place=self.place,
        )  # fmt: skip

    def _chosen(self, draft: Draft) -> CameraIntent:
        """The framing a script or the crew names for a shot."""
        of, camera = (draft.element.subjects, draft.element.camera) if draft.element else ([], "")
        move = cinematography.parse(camera, self.performer.context(tuple(of)))[0] if camera else CameraIntent()
        return CameraIntent(self.shot_type(draft.asked, draft.at), tuple(of), moves=move.moves, still=move.still)

    def _shot(self, scene: Scene, index: int, draft: Draft, framing: Framing) -> Shot:
        self._unaware(draft)
        shot = Shot(
            id=self.ids("shot"), label=f"{self.number + 1}.{index + 1}", shot_type=framing.shot_type,
            subjects=framing.subjects, beats=draft.beats, staging=draft.staging,
        )  # fmt: skip
        spots = {s.character: s.position for s in draft.staging}

        def way(who: str, to: str) -> float | None:
            return self.catalogue.way(self.place, spots.get(who, ""), to)

        shot.length = schedule(shot, self.film.rate, way).length
        if self.film.source.kind == "description" and not shot.lines:
            travels = any(m.kind in ("push", "reveal", "orbit") for m in framing.intent.moves)
            moving = travels or self.catalogue.shots[shot.shot_type].moving
            linger(shot, self.catalogue, self.film.rate, moving, way, self.ids("beat"))
        shot.guidance = write_guidance(self.film, scene, shot, self.catalogue, framing, draft.extras)
        fields = ("shot_type", "subjects", "staging", *(f"guidance.{s}" for s in SUB_PROCESSES))
        shot.origins = dict.fromkeys(fields, self.how.by)
        self.how.came_from[shot.id] = draft.element.id if draft.element else ""
        return shot

    def _unaware(self, draft: Draft) -> None:
        """Who turns to somebody who comes begins with their back to them, at something that is there."""
        comes = {b.character for b in draft.beats if isinstance(b, Move)}
        turns = {a.person for acts in draft.extras.values() for a in acts if a.kind == "turn"}
        spots = {s.character: s.position for s in draft.staging}
        for stand in draft.staging:
            if stand.facing in comes and stand.character not in comes and self._name(stand.character) in turns:
                thing = blocking.busy_with(self.catalogue, self.place, stand.position, spots.get(stand.facing, ""))
                stand.facing = thing or stand.facing

    def _name(self, person: str) -> str:
        return self.film.character(person).name

    def shot_type(self, asked: str, at: int | None) -> str:
        """The shot type a writer asked for, or the nearest, with a notice."""
        found = self.catalogue.shot(asked)
        if not found.certain:
            self.start.notice(at, asked, "there is no such shot", found.entry.name)
        return found.entry.name

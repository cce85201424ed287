"""The director: turns a screenplay into a film of scenes and shots with staging, acting and guidance."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from functools import partial

from agents.catalogue import NEAR, Catalogue
from agents.house import blocking, breakdown
from agents.house.breakdown import Draft
from agents.house.casting import cast
from agents.house.cinematographer import Framing, Setting, frame_scene
from agents.house.draws import Ids
from agents.house.guidance import write_guidance
from agents.house.introduced import introduced
from agents.house.language import cinematography
from agents.house.language.cinematography import CameraIntent
from agents.house.language.context import Context
from agents.house.language.motion import Act
from agents.house.lingering import linger
from agents.house.opening import opened, opening
from agents.house.performing import Performer
from agents.house.staging import RISE, SIT, State
from agents.input.screenplay import Direction, Doing, Element, ParsedScene, Screenplay, Speech
from agents.lexicons import lexicon
from agents.timing import schedule
from app.document import (
    HOUSE,
    SUB_PROCESSES,
    Action,
    AnyBeat,
    Film,
    Move,
    Notice,
    Origin,
    Scene,
    Shot,
    Source,
    Standing,
)
from library.registry import Match, plain

SAME_NAME = 92.0
"""Score from which a name that is not known is surely a known one misspelt."""
USUAL_SHOTS = 14
"""Shots a scene of our own is broken into at most."""
ANGLE = re.compile(r"(?:EXTREME )?(?:CLOSE(?:[- ]?UP)?(?: ON)?|INSERT|ANGLE ON|ECU|CU)\b\s*[:–—-]?\s*(.+)")
"""A stage direction that only says what the camera looks at."""
GOES_ON = re.compile(r"(?:continuous|same(?: time| day)?|(?:(?:a )?(?:few )?(?:\w+ )?)?later)[ .]*", re.IGNORECASE)
"""A time of a heading that only says how it follows on the scene before."""
CALM = ("talk", "dinner", "coffee", "tea", "brainstorm", "meeting", "interview", "discuss", "chat", "reminisce", "sit")


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


def direct(play: Screenplay, source: Source, how: Directing) -> Film:
    """The film of a screenplay: cast, scenes, shots with staging and guidance; no programs yet.

    A strict screenplay keeps its shots; what cannot be staged is replaced by the nearest match, with a notice.
    """
    ids = Ids(source.kind, source.text, how.seed)
    film = Film(
        id=ids("film"), title=play.title or _title(source, play), logline=play.logline, source=source, fps=how.fps,
        size=how.size, seed=how.seed, notices=list(play.notices), ending=play.ending,
        ending_words=list(play.ending_words),
    )  # fmt: skip
    if source.kind in ("fountain", "fdx"):
        play = replace(play, profiles=introduced(play))
    film.characters, notices = cast(play, how.catalogue, how.seed, ids)
    film.notices += notices
    directors: list[_SceneDirector] = []
    for number, parsed in enumerate(play.scenes):
        before = directors[-1] if directors else None
        directors.append(_SceneDirector(film, parsed, number, play, how, ids, before))
    drafts = [d.drafts() for d in directors]
    if source.kind == "idea" and not play.directed:
        drafts = breakdown.fewer(drafts, USUAL_SHOTS, gently=True)
    if how.max_shots is not None and sum(map(len, drafts)) > how.max_shots:
        drafts = breakdown.fewer(drafts, max(how.max_shots, 1))
        count = sum(map(len, drafts))
        if count > how.max_shots:
            film.notices.append(
                Notice(
                    text=f"at most {how.max_shots} shots",
                    problem=f"{len(drafts)} scenes need a shot each",
                    used=f"{count} shots",
                )
            )
    seen: set[str] = set()
    for director, own in zip(directors, drafts, strict=True):
        film.scenes.append(director.scene(own, seen))
    return film


def _title(source: Source, play: Screenplay) -> str:
    if source.kind in ("idea", "description"):
        words = source.text.split()
        short = " ".join(words[:8]).rstrip(".,;:!?")
        return short[:1].upper() + short[1:] + ("…" if len(words) > 8 else "")
    if source.name:
        return source.name.rsplit(".", 1)[0].replace("_", " ").replace("-", " ").strip().capitalize()
    return play.scenes[0].heading.title() if play.scenes else "Untitled"


class _SceneDirector:
    """Directs one scene."""

    def __init__(
        self, film: Film, parsed: ParsedScene, number: int, play: Screenplay, how: Directing, ids: Ids,
        before: _SceneDirector | None,
    ):  # fmt: skip
        self.film, self.parsed, self.number, self.play, self.how, self.ids = film, parsed, number, play, how, ids
        self.catalogue = how.catalogue
        self.names = {c.name.casefold(): c.id for c in film.characters}
        self.place = self._place()
        self.mood = before.mood if before and GOES_ON.fullmatch(parsed.time) else self._mood()
        self.people = self._people()
        self.initial, notices = self._block()
        self._notice_all(notices)
        self.state = State(self.catalogue, self.place, {p: s.model_copy() for p, s in self.initial.items()})
        at_start = () if play.as_written else opening(parsed)
        self.performer = Performer(film, self.state, ids, play.as_written, self._notice, how.seed, at_start)

    # ---- what the scene is

    def _notice(self, at: int | None, text: str, problem: str, used: str = "") -> None:
        notice = Notice(line=at, text=text, problem=problem, used=used)
        if notice not in self.film.notices:
            self.film.notices.append(notice)

    def _notice_all(self, notices: list[Notice]) -> None:
        for notice in notices:
            self._notice(notice.line or self.parsed.at, notice.text, notice.problem, notice.used)

    def _id(self, name: str) -> str:
        return self.names[name.casefold()]

    def _place(self) -> str:
        words = self.parsed.place or self.parsed.heading
        found = self.catalogue.place(words) if words.strip() else None
        if found is None:
            found = self.catalogue.place(self.parsed.synopsis or "living room")
            self._notice(self.parsed.at, words or "(no place)", "no place is named here", found.entry.name)
            return found.entry.name
        found = self._indoors(words, found)
        if not found.certain:
            hint = self.catalogue.place(self.parsed.synopsis) if found.score < NEAR and self.parsed.synopsis else None
            outside = [p for p in self.catalogue.places if p.exterior]
            if hint is not None and hint.certain:
                found = hint
            elif outside and found.score < SAME_NAME and self.parsed.heading.casefold().startswith(("ext", "est")):
                found = Match(outside[0], "nearest")
            self._notice(self.parsed.at, words, "there is no such place", found.entry.name)
        elif found.how == "synonym" and self._renamed(words, found.entry.name):
            self._notice(self.parsed.at, words, "there is no place of this name", found.entry.name)
        return found.entry.name

    def _indoors(self, words: str, found: Match) -> Match:
        """A place with a roof, where a heading says INT. and what was found has none: one that its words mean, else,
        where nothing is meant for sure, one of the same kind of room."""
        if not found.entry.exterior or not re.match(r"int\b(?!\W*ext)", self.parsed.heading, re.IGNORECASE):
            return found
        inside = [p for p in self.catalogue.places if not p.exterior]
        spoken = f" {plain(words)} "
        meant = [
            (len(h), p.name) for p in inside for h in lexicon("places").get(p.name, ()) if f" {plain(h)} " in spoken
        ]
        if meant:
            return Match(self.catalogue.places[max(meant)[1]], "synonym")
        alike = [p for p in inside if plain(words).split()[-1:] == plain(p.name).split()[-1:]]
        return found if found.certain or not inside else Match((alike or inside)[0], "nearest")

    def _renamed(self, words: str, used: str) -> bool:
        """Whether a writer named a place otherwise than the library does: in a script by its very name, in a
        screenplay by no word of it."""
        if self.play.strict:
            return True
        named = set(re.findall(r"\w+", words.casefold()))
        return self.film.source.kind in ("fountain", "fdx") and not named & set(re.findall(r"\w+", used.casefold()))

    def _mood(self) -> str:
        """The light: what the person chose, else the heading's time, else a time said in the synopsis, else day."""
        if self.how.mood and self.film.source.kind in ("idea", "description"):
            return self.how.mood
        time = self.parsed.time
        moods = self.catalogue.moods
        default = moods["day"].name if "day" in moods else moods.names[0]
        if not time:
            return default
        found = moods.find(time)
        if found is not None and found.certain:
            return found.entry.name
        spoken = f" {' '.join(time.casefold().replace(',', ' ').replace('.', ' ').split())} "
        named = [
            (spoken.find(f" {p.casefold()} "), m.name)
            for m in moods
            for p in (m.name, *m.synonyms)
            if f" {p.casefold()} " in spoken and p not in ("dark", "bright", "continuous")
        ]
        if named:
            return min(named)[1]
        if self.parsed.synopsis != time and found is not None:
            self._notice(self.parsed.at, time, "there is no such time of day", default)
        return default

    def _people(self) -> list[str]:
        """Ids of those of the scene, in order of appearance; who is only heard is left out."""
        order: list[str] = []
        for name in (*self.parsed.who, *self.parsed.where):
            if name.casefold() in self.names:
                order.append(self._id(name))
        heard, seen = set(), set()
        for element in self.parsed.elements:
            if isinstance(element, Speech):
                (heard if element.unseen else seen).add(self._id(element.speaker))
                order.append(self._id(element.speaker))
            for act in getattr(element, "acts", ()):
                order.append(self._id(act.character))
                seen.add(self._id(act.character))
            for walk in getattr(element, "walks", ()):
                order.append(self._id(walk.character))
                seen.add(self._id(walk.character))
            if isinstance(element, Direction):
                text = element.text.casefold()
                mentioned = [c.id for c in self.film.characters if c.name.casefold() in text]
                order += mentioned
                seen |= set(mentioned)
        return [p for p in dict.fromkeys(order) if p in seen or p not in heard]

    def _block(self) -> tuple[dict[str, Standing], list[Notice]]:
        given = {self._id(n): p for n, p in self.parsed.where.items() if n.casefold() in self.names}
        postures = {self._id(n): p for n, p in self.parsed.postures.items() if n.casefold() in self.names}
        if self.film.source.kind in ("fountain", "fdx"):
            told = opened(self.parsed, self._context())
            given |= {self._id(n): p for n, p in told.where.items()}
            postures |= {self._id(n): p for n, p in told.postures.items()}
            self._notice_all(told.notices)
        calm = self.parsed.calm
        if calm is None:
            calm = not self.play.strict and any(w in self.parsed.synopsis.casefold() for w in CALM)
        if self.play.as_written:
            postures = {p: postures.get(p, "standing") for p in self.people}
        return blocking.block(self.catalogue, self.place, self.people, given, postures, bool(calm))

    def _context(self) -> Context:
        """The scene as its directions are read before anybody stands in it."""
        names = {c.id: c.name for c in self.film.characters}
        people = tuple(names[p] for p in self.people)
        others = tuple(n for n in names.values() if n not in people)
        return Context(self.catalogue, self.place, people, others, {c.name: c.gender for c in self.film.characters})

    # ---- its shots

    def drafts(self) -> list[Draft]:
        """The scene broken into shots, in order."""
        self.state.away = self.performer.who_comes_later(self.parsed, self._id)
        strict = self.play.as_written
        out: list[Draft] = []
        for element in self.parsed.elements:
            made = self._strict(element) if strict else self._free(element)
            out += made
        if not strict:
            out = breakdown.merge_short(self._opened(out))
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
            speaker = self._id(element.speaker)
            return [self._draft("line", self.performer.speech(element, self._id), speaker, element)]
        if isinstance(element, Doing):
            named = [*element.walks, *element.acts]
            who = self._id(named[0].character) if named else self.names.get(element.who.casefold(), "")
            kind = "move" if element.walks else "act"
            return [self._draft(kind, self.performer.doing(element, self._id), who, element)]
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
        speaker = self._id(speech.speaker)
        beats = self.performer.speech(speech, self._id)
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
            beats, who = self.performer.reaction(speech, speaker, self._id)
            if beats:
                drafts.append(self._draft("reaction", beats, who, speech))
        return drafts

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
            element.shot = f"Close-up of {self.film.character(self._id(words)).name}"
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

    def scene(self, drafts: list[Draft], seen: set[str]) -> Scene:
        """The scene with its shots; `seen` holds the ids of those who appeared before and grows."""
        scene = Scene(
            id=self.ids("scene"), heading=self.parsed.heading or self.place, place=self.place, mood=self.mood,
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
            return self.catalogue.distance(self.place, spots.get(who, ""), to)

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
            self._notice(at, asked, "there is no such shot", found.entry.name)
        return found.entry.name

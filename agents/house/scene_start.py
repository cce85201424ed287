"""How a scene begins: its place and light, who is in it, and where they stand or sit."""

from __future__ import annotations

import re

from agents.catalogue import NEAR, Catalogue
from agents.house import blocking
from agents.house.language.context import Context
from agents.house.opening import opened
from agents.input.screenplay import Direction, ParsedScene, Screenplay, Speech
from agents.lexicons import lexicon
from app.document import Film, Notice, Standing
from library.registry import Match, plain

SAME_NAME = 92.0
"""Score from which a name that is not known is surely a known one misspelt."""
GOES_ON = re.compile(r"(?:continuous|same(?: time| day)?|(?:(?:a )?(?:few )?(?:\w+ )?)?later)[ .]*", re.IGNORECASE)
"""A time of a heading that only says how it follows on the scene before."""
CALM = ("talk", "dinner", "coffee", "tea", "brainstorm", "meeting", "interview", "discuss", "chat", "reminisce", "sit")


class SceneStart:
    """place, mood: names of the library's; people: ids in order of appearance; standing: person -> where they are.
    Whatever is not as it is written is told in the film's notices."""

    def __init__(
        self, film: Film, parsed: ParsedScene, play: Screenplay, catalogue: Catalogue, mood: str,
        before: SceneStart | None,
    ):  # fmt: skip
        self.film, self.parsed, self.play, self.catalogue = film, parsed, play, catalogue
        self.names = {c.name.casefold(): c.id for c in film.characters}
        self.place = self._place()
        self.mood = before.mood if before and GOES_ON.fullmatch(parsed.time) else mood or self._mood()
        self.people = self._people()
        self.standing, notices = self._block()
        self._notice_all(notices)

    def notice(self, at: int | None, text: str, problem: str, used: str = "") -> None:
        """Tells, once, what is not as it is written. at: line of the file."""
        notice = Notice(line=at, text=text, problem=problem, used=used)
        if notice not in self.film.notices:
            self.film.notices.append(notice)

    def _notice_all(self, notices: list[Notice]) -> None:
        for notice in notices:
            self.notice(notice.line or self.parsed.at, notice.text, notice.problem, notice.used)

    def id_of(self, name: str) -> str:
        """The id of somebody by name."""
        return self.names[name.casefold()]

    def _place(self) -> str:
        words = self.parsed.place or self.parsed.heading
        found = self.catalogue.place(words) if words.strip() else None
        if found is None:
            found = self.catalogue.place(self.parsed.synopsis or "living room")
            self.notice(self.parsed.at, words or "(no place)", "no place is named here", found.entry.name)
            return found.entry.name
        found = self._indoors(words, found)
        if not found.certain:
            hint = self.catalogue.place(self.parsed.synopsis) if found.score < NEAR and self.parsed.synopsis else None
            outside = [p for p in self.catalogue.places if p.exterior]
            if hint is not None and hint.certain:
                found = hint
            elif outside and found.score < SAME_NAME and self.parsed.heading.casefold().startswith(("ext", "est")):
                found = Match(outside[0], "nearest")
            self.notice(self.parsed.at, words, "there is no such place", found.entry.name)
        elif found.how == "synonym" and self._renamed(words, found.entry.name):
            self.notice(self.parsed.at, words, "there is no place of this name", found.entry.name)
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
        """The light: the heading's time, else a time said in the synopsis, else day."""
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
            self.notice(self.parsed.at, time, "there is no such time of day", default)
        return default

    def _people(self) -> list[str]:
        """Ids of those of the scene, in order of appearance; who is only heard is left out."""
        order: list[str] = []
        for name in (*self.parsed.who, *self.parsed.where):
            if name.casefold() in self.names:
                order.append(self.id_of(name))
        heard, seen = set(), set()
        for element in self.parsed.elements:
            if isinstance(element, Speech):
                (heard if element.unseen else seen).add(self.id_of(element.speaker))
                order.append(self.id_of(element.speaker))
            for act in getattr(element, "acts", ()):
                order.append(self.id_of(act.character))
                seen.add(self.id_of(act.character))
            for walk in getattr(element, "walks", ()):
                order.append(self.id_of(walk.character))
                seen.add(self.id_of(walk.character))
            if isinstance(element, Direction):
                mentioned = [c.id for c in self.film.characters if self._mentions(element.text.casefold(), c.name)]
                order += mentioned
                seen |= set(mentioned)
        return [p for p in dict.fromkeys(order) if p in seen or p not in heard]

    def _mentions(self, text: str, name: str) -> bool:
        """Whether a direction is about somebody: by name, or among several ("the children")."""
        base = name.rstrip(" 0123456789").casefold()
        many = lexicon("people")["plurals"].get(base, f"{base}s")
        several = f"{base} 2" in self.names and re.search(rf"\b{many}\b", text) is not None
        return several or name.casefold() in text

    def _block(self) -> tuple[dict[str, Standing], list[Notice]]:
        given = {self.id_of(n): p for n, p in self.parsed.where.items() if n.casefold() in self.names}
        postures = {self.id_of(n): p for n, p in self.parsed.postures.items() if n.casefold() in self.names}
        if self.film.source.kind in ("fountain", "fdx"):
            told = opened(self.parsed, self._context())
            given |= {self.id_of(n): p for n, p in told.where.items()}
            postures |= {self.id_of(n): p for n, p in told.postures.items()}
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

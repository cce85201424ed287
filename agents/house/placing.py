"""Where a description has people from the start: on a seat, at a table, by the window."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from agents.house.language import motion
from agents.house.language.context import Context
from agents.house.language.words import Words
from agents.lexicons import lexicon
from app.document import Notice
from library.places.model import Position

_LEADS = ("on", "at", "in", "from", "by", "behind", "near", "beside", "against", "around", "round", "under")
_AIMED = frozenset(lexicon("describing")["aimed"])
_GOING = ("walk", "run", "enter", "leave", "turn", "look")
BESIDE = 2.0
"""Metres from a thing within which a position is at it."""
ON_IT = 1.0
"""Metres from the middle of a thing within which a seat is on it."""


@dataclass
class Placing:
    """where: name -> position or thing; postures: name -> "sitting" for those who sit from the start."""

    context: Context
    where: dict[str, str] = field(default_factory=dict)
    postures: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    _said: dict[str, str] = field(default_factory=dict)

    def read(self, words: Words) -> None:
        """Claims phrases that say where somebody is, and takes them up."""
        for i, token in enumerate(words.tokens):
            if token.word in _LEADS and i not in words.claimed:
                self._phrase(words, i)

    def sit(self, person: str, seated: bool) -> bool:
        """Gives somebody a seat if they have none. seated: they sit from the start. False where there is none."""
        if self.context.catalogue.seat(self.context.place, self.where.get(person, "")) is None:
            seats = sorted((p for p in self._free(person) if p.seat), key=self._off)
            if not seats:
                problem = f"{self.context.place} has no free seat"
                self._note(f"{person} sits", problem, "standing")
                return False
            if person in self._said:
                text = f"{person} sits at the {self._said[person]}"
                self._note(text, "there is no seat", f"the seat at {seats[0].name}")
            self.where[person] = seats[0].name
        if seated:
            self.postures[person] = "sitting"
        return True

    def _note(self, text: str, problem: str, used: str) -> None:
        notice = Notice(text=text, problem=problem, used=used)
        if notice not in self.notices:
            self.notices.append(notice)

    def _phrase(self, words: Words, i: int) -> None:
        found = self._noun(words, i)
        if found is None:
            return
        thing, point, start, end = found
        if words.tokens[i - 1].lemmas & _AIMED and words.tokens[i].word == "at":
            return
        lead, noun = words.tokens[i].word, words.tokens[end - 1].lemmas
        seat = lead in ("on", "in") and bool(noun & set(lexicon("describing")["seats"]))
        if lead in ("in", "on", "from") and not seat and thing:
            return
        people = self._who(words, i)
        before, _ = motion.parse(words.text[: words.tokens[i].start], self.context)
        last = {a.person: a for a in before.acts if not a.along or a.kind == "look"}
        going = _GOING if lead != "from" else _GOING[:4]
        here = [p for p in people if p not in self.where and (p not in last or last[p].kind not in going)]
        if not here:
            return
        words.claim(i, end)
        stands = any("stand" in t.lemmas for t in words.tokens[max(0, i - 3) : i])
        table = bool(noun & set(lexicon("describing")["tables"])) and lead in ("at", "around", "round") and not stands
        already = dict(self.postures)
        for person in here:
            self._put(person, thing, point, seat, table, " ".join(t.text for t in words.tokens[start:end]))

        if words.tokens[i - 1].word == "down":  # "sits down on the chair": stands before it until then
            self.postures = already

    def _put(
        self, person: str, thing: str, point: tuple[float, float] | None, seat: bool, table: bool, said: str
    ) -> None:
        free = self._free(person)
        if point is None:
            if seat:
                problem = f"{self.context.place} has no {said}"
                if self.sit(person, seated=True):
                    self._note(said, problem, "another seat")
            return
        if seat:
            free = [p for p in free if p.seat]
        elif table:
            free = sorted(free, key=lambda p: p.seat is None)

        def way(position: Position) -> float:
            at = position.seat.at if (seat or table) and position.seat else position.at
            return math.dist(at, point)

        best = min(free, key=way, default=None)
        near = [p for p in free if way(p) <= BESIDE]
        if table and any(p.seat for p in near):
            best = min((p for p in near if p.seat), key=way)
        own = self.context.catalogue.seat(self.context.place, thing) if seat else None
        if own and thing not in self.where.values() and (best is None or way(best) > ON_IT):
            self.where[person], self.postures[person] = thing, "sitting"
        elif best is not None and (seat or way(best) <= BESIDE):
            self.where[person] = best.name
            self._said[person] = said
            if seat or (table and best.seat):
                self.postures[person] = "sitting"
        elif seat:
            self.sit(person, seated=True)
        elif thing:
            self.where[person] = self._said[person] = thing

    def _noun(self, words: Words, i: int) -> tuple[str, tuple[float, float] | None, int, int] | None:
        """(thing or "", floor point, start, end) of what a lead at token i leads to."""
        seats, catalogue, place = set(lexicon("describing")["seats"]), self.context.catalogue, self.context.place
        for start in range(i + 1, min(i + 5, len(words))):
            token = words.tokens[start]
            if not token.is_word or token.word in _LEADS or self.context.person_at(words, start):
                return None
            part = self.context.part_of_place(words, start)
            if part is not None:
                return "", catalogue.point(place, part[0]), start, start + part[1]
            found = self.context.thing_at(words, start)
            if found is not None:
                return found[0], catalogue.point(place, found[0]), start, start + found[1]
            if token.lemmas & seats:
                return "", None, start, start + 1
        return None

    def _who(self, words: Words, i: int) -> tuple[str, ...]:
        """Those named last before token i: one, or several joined by "and"."""
        out: list[str] = []
        k = i - 1
        while k >= 0:
            found = self.context.person_at(words, k)
            if found is not None and found[0] not in out:
                out.insert(0, found[0])
                while k > 0 and (self.context.person_at(words, k - 1) or ("",))[0] == found[0]:
                    k -= 1  # a name of several words, met at its last
                joined = k > 0 and words.tokens[k - 1].word in ("and", "&", ",")
                if not joined:
                    break
                k -= 1
            elif words.tokens[k].word in ("they", "both", "all", "everybody"):
                return self.context.people
            elif out:
                break
            k -= 1
        return tuple(out) or self.context.people[:1]

    def _free(self, person: str) -> Sequence[Position]:
        taken = {where for name, where in self.where.items() if name != person}
        places = self.context.catalogue.places
        return [p for p in places[self.context.place].positions if p.name not in taken]

    def _off(self, position: Position) -> float:
        """Metres from those who have a place already, else from the middle of all positions."""
        positions = self.context.catalogue.places[self.context.place].positions
        given = [p.at for p in positions if p.name in self.where.values()] or [p.at for p in positions]
        middle = tuple(sum(at[k] for at in given) / len(given) for k in (0, 1))
        return math.dist(position.at, middle)

"""What a guidance text is about: who is there, where, and what there is to point at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from agents.catalogue import Catalogue
from agents.house.language.words import Words, split
from agents.lexicons import lexicon
from app.spot import point_of, spot

PRONOUNS = {"he": "male", "him": "male", "she": "female", "her": "female"}
EVERYBODY = ("everybody", "everyone", "all", "both", "they", "them")


@dataclass
class Context:
    """people: names present, in order of standing; others: names of the film that are not there.

    genders, postures: by name. lines: (speaker, words) of the shot in order.
    """

    catalogue: Catalogue
    place: str = ""
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    genders: dict[str, str] = field(default_factory=dict)
    postures: dict[str, str] = field(default_factory=dict)
    lines: tuple[tuple[str, str], ...] = ()
    subjects: tuple[str, ...] = ()

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that some parser knows, in lower case."""
        known: set[str] = set()
        for name in (*self.people, *self.others, *self.catalogue.things(self.place), *self.catalogue.emotions):
            known.update(split(name))
        for registry in (self.catalogue.places, self.catalogue.actions, self.catalogue.props, self.catalogue.shots,
                         self.catalogue.moods):  # fmt: skip
            for entry in registry:
                for text in (entry.name, *entry.synonyms):
                    known.update(split(text))
        for manner in lexicon("acting").values():
            for phrase in manner.get("verbs", ()):
                known.update(split(phrase))
        for name in ("guidance", "moving", "emotions", "manners"):
            for words in lexicon(name).values():
                for phrase in words:
                    known.update(split(phrase))
        return frozenset(w for w in known if w[:1].isalpha())

    def words(self, text: str) -> Words:
        return Words(text, self.vocabulary)

    @cached_property
    def _named(self) -> list[tuple[tuple[str, ...], str]]:
        """Spoken forms of each person's name, longest first: whole name, first and last word of it."""
        forms: dict[tuple[str, ...], str] = {}
        everybody = (*self.people, *self.others)
        for name in everybody:
            parts = split(name)
            forms.setdefault(parts, name)
            if len(parts) > 1 and parts[0] not in ("the", "a", "an", "old", "young"):
                forms.setdefault(parts[:1], name)
            if len(parts) > 1:
                forms.setdefault(parts[-1:], name)
        return sorted(forms.items(), key=lambda f: -len(f[0]))

    def person_at(self, words: Words, i: int) -> tuple[str, int] | None:
        """(name, tokens) if a person's name stands at token i ("the knight" counts for "Knight")."""
        for form, name in self._named:
            if all(
                i + k < len(words) and words.tokens[i + k].word in (p, f"{p}'s", f"{p}'") for k, p in enumerate(form)
            ):
                return name, len(form)
        return None

    @cached_property
    def _groups(self) -> dict[str, tuple[str, ...]]:
        """What several are called who have one name with numbers: "children" -> Child and Child 2."""
        plurals = lexicon("people")["plurals"]
        bases: dict[str, list[str]] = {}
        for name in self.people:
            bases.setdefault(name.rstrip(" 0123456789").casefold(), []).append(name)
        return {plurals.get(base, f"{base}s"): tuple(names) for base, names in bases.items() if len(names) > 1}

    def group_at(self, words: Words, i: int) -> tuple[str, ...]:
        """The names of those whom the word at token i means together ("the children")."""
        return self._groups.get(words.tokens[i].word, ())

    def pronoun(self, word: str, last: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Who a pronoun means: the last named of that gender, else the only one there, else nobody."""
        if word in ("they", "them", "both", "everybody", "everyone", "all"):
            return self.people
        gender = PRONOUNS.get(word.removesuffix("'s"))
        if gender is None:
            return ()
        fitting = [n for n in last if self.genders.get(n, gender) == gender]
        fitting = fitting or [n for n in self.people if self.genders.get(n) == gender]
        return tuple(fitting[:1])

    def point_at(self, words: Words, i: int) -> tuple[str, int] | None:
        """(point as `app.spot` writes it, tokens) where coordinates in brackets stand at token i."""
        for length in (5, 7):
            tokens = words.tokens[i : i + length]
            if len(tokens) == length and tokens[0].text == "(" and tokens[-1].text == ")":
                found = point_of("".join(t.text for t in tokens))
                if found is not None:
                    return spot(*found), length
        return None

    def thing_at(self, words: Words, i: int) -> tuple[str, int] | None:
        """(name, tokens) of a thing, position or point of the place at token i, longest first."""
        point = self.point_at(words, i)
        if point is not None:
            return point
        for length in (4, 3, 2, 1):
            if i + length > len(words):
                continue
            tokens = words.tokens[i : i + length]
            if not all(t.is_word or t.is_number for t in tokens):
                continue
            text = " ".join(t.word for t in tokens)
            if length > 1 and tokens[0].word in ("the", "a", "an", "to", "at", "on"):
                continue
            if length == 1 and text in lexicon("english")["placing"]:
                continue
            position = self.catalogue.position(self.place, text) if "position" in text else None
            if position is not None:
                return position.name, length
            thing = self.catalogue.thing(self.place, text)
            if thing is not None:
                return thing, length
            kind = self.catalogue.props.find(text)
            if length > 1 and kind is not None and kind.certain:
                return None
        return None

    def place_at(self, words: Words, i: int) -> int:
        """How many tokens at i name the place itself ("the park" at the roadside)."""
        if self.place not in self.catalogue.places:
            return 0
        entry = self.catalogue.places[self.place]
        names = (entry.name, *entry.synonyms, *lexicon("places").get(entry.name, ()))
        return max((len(n) for n in map(split, names) if words.match(i, n)), default=0)

    def part_of_place(self, words: Words, i: int) -> tuple[str, int] | None:
        """A part that every place has ("door", "window") and the position at it, or a floor point before it."""
        parts = lexicon("guidance")["parts of a place"]
        token = words.tokens[i]
        part = next((p for p in parts if p in token.lemmas), None)
        if part is None or self.place not in self.catalogue.places:
            return None
        positions = self.catalogue.places[self.place].positions
        hints = lexicon("parts")[part]
        for position in positions:
            if any(h in position.description.casefold() for h in hints):
                return position.name, 1
        point = self.catalogue.part(self.place, "window" if part == "window" else "door" if "door" in hints else "")
        if point is not None:
            return spot(*point), 1
        return (positions[-1].name, 1) if positions else None

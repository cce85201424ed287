"""People, things and places in motion guidance: who acts next, and what the open acts aim at."""

from __future__ import annotations

from agents.house.language.context import EVERYBODY, PRONOUNS
from agents.house.language.motion_acts import PLACING, Acts


class Aims(Acts):
    """Each method takes the token at i and gives how many tokens it understood, 0 for none."""

    def _person(self, i: int) -> int:
        word = self.words.tokens[i].word
        found = self.context.person_at(self.words, i)
        names, length = ((found[0],), found[1]) if found else (self.context.group_at(self.words, i), 1)
        if not names and (word in PRONOUNS or word in EVERYBODY):
            if word == "her" and i + 1 < len(self.words) and not self._wants_target(i):
                return 0
            names = self.context.pronoun(word, self._others() if self._wants_target(i) else self.mentioned)
            if word in ("they", "both", "all") and self.pending:
                names = self.pending if len(self.pending) > 1 else names
        if not names and word in ("one", "other", "others"):
            names, length = self._some(i)
        if not names:
            return 0
        self.words.claim(i, i + length)
        previous = self.words.tokens[i - 1].word if i else ""
        if self._wants_target(i) and names[0] != self.acts[self.open[0]].person and len(names) == 1:
            self._amend(target=names[0])
        elif previous in ("and", ",", "&") and self.pending and self._told_on(i):
            self.pending = tuple(dict.fromkeys((*self.pending, *names)))
        else:
            self.pending = names
            self.open = []
        self.mentioned = (*names, *self.mentioned)
        self.person_end = i + length
        return length

    def _told_on(self, i: int) -> bool:
        """Whether token i goes on with a list of people ("Mia, Tom and Sam"): nothing but its links stands since the
        last of them."""
        between = self.words.tokens[self.person_end : i]
        return all(t.word in ("and", ",", "&", "the", "both", "also") for t in between)

    def _others(self) -> tuple[str, ...]:
        """Those mentioned, the last first, but for who acts: what "walks up to her" can mean."""
        actor = self.acts[self.open[0]].person
        others = tuple(n for n in self.mentioned if n != actor)
        return (*others, *(n for n in self.context.people if n != actor))

    def _some(self, i: int) -> tuple[tuple[str, ...], int]:
        """ "one (of them) jumps", "the others laugh": the first of those there, and the rest; with how many words."""
        people = self.context.people
        length = 3 if self.words.match(i, ("one", "of", "them")) else 1
        near = 6 if self._verb_like(i + length) else 3
        follows = range(i + length, min(i + length + near, len(self.words)))
        if len(people) < 2 or self.words.tokens[i - 1].word in ("each", "another") or (
            not self._wants_target(i) and not any(self._entry(k) for k in follows)
        ):  # fmt: skip
            return (), 1
        if self.words.tokens[i].word == "one":
            return people[:1], length
        done = self.mentioned[:1] or people[:1]
        return tuple(p for p in people if p not in done), length

    def _verb_like(self, i: int) -> bool:
        """ "throws himself": a verb that means no act, so that the act may come later in the clause."""
        words = [t.word for t in self.words.tokens[i : i + 2]]
        return len(words) == 2 and words[0].endswith("s") and words[1] in ("himself", "herself", "his", "her", "back")

    def _way(self, i: int) -> int:
        """ "by way of (1, 2) and the sofa", "via Position 3": what an open walk passes."""
        start = next((i + len(p) for p in (("by", "way", "of"), ("via",)) if self.words.match(i, p)), None)
        if start is None or not self.open or self.acts[self.open[0]].kind not in ("walk", "run"):
            return 0
        end, passed = start, []
        while end < len(self.words):
            if passed and self.words.tokens[end].word in ("and", ","):
                end += 1
                continue
            end += self.words.tokens[end].word == "the"
            found = self.context.thing_at(self.words, end)
            if found is None:
                break
            passed.append(found[0])
            end += found[1]
        if not passed:
            return 0
        self.words.claim(i, end)
        self._amend(via=tuple(passed))
        return end - i

    def _target(self, i: int) -> int:
        if not self._wants_target(i):
            return 0
        kind = self.acts[self.open[0]].kind
        if self.words.tokens[i].word == "camera" and kind in ("look", "turn", "perform"):
            self.words.claim(i)
            self._amend(target="camera")
            return 1
        found = self.context.thing_at(self.words, i) or self.context.part_of_place(self.words, i)
        if found is None and self.words.tokens[i].word == "it" and self.thing:
            found = self.thing, 1
        if found is None:
            here = self.context.place_at(self.words, i) if kind in ("walk", "run") else 0
            if here:  # "runs across the park towards Tom"
                self.words.claim(i, i + here)
            return here
        self.words.claim(i, i + found[1])
        self._amend(target=found[0])
        self.thing = found[0]
        return found[1]

    def _held_ahead(self, i: int) -> bool:
        """Whether token i is the object of an act: "reads | a letter", "drinks from | the glass", "hands her | a
        letter"."""
        k = i - 1
        while k > 0 and (self.words.tokens[k].word in PLACING or self.words.tokens[k].word == "from"):
            k -= 1
        return k in self.words.claimed and (bool(self.acts[self.open[0]].target) or self._wants_target(k + 1))

    def _thing(self, i: int) -> int:
        """ "reads a letter", "does “Drinking” with the wine glass": what somebody does something with."""
        act = self.acts[self.open[0]] if self.open else None
        if act is None or act.kind != "perform" or act.thing or not self._held_ahead(i):
            return 0
        entry = self.context.catalogue.actions[act.what]
        handling = getattr(entry, "handling", "")
        if handling in ("", "at"):
            return 0
        for length in (3, 2, 1):
            tokens = self.words.tokens[i : i + length]
            if len(tokens) < length or not all(t.is_word for t in tokens):
                continue
            found = self.context.catalogue.props.find(" ".join(t.word for t in tokens))
            if found is not None and found.certain and getattr(found.entry, "mount", "") == "surface":
                self.words.claim(i, i + length)
                self._amend(thing=found.entry.name)
                return length
        return 0

"""Understanding motion guidance: tokens become acts, one clause after the other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from agents.catalogue import Catalogue
from agents.house.language.context import EVERYBODY, PRONOUNS, Context
from agents.house.language.motion_intent import SLIGHT, STRONG, Act, Kind, MotionIntent, Step, after, manner_of, resolve
from agents.house.language.words import Words, split
from agents.lexicons import lexicon

_TARGETED = ("walk", "run", "turn", "look", "perform", "sit")
_HURRIED = ("run", "rush", "burst", "storm", "dash")
_PLACING = frozenset(lexicon("english")["placing"])


@cache
def _verbs(catalogue: Catalogue) -> dict[str, list[tuple[tuple[str, ...], Kind, str]]]:
    """First word -> (phrase, kind, manner or action), longest phrases first."""
    table: dict[tuple[str, ...], tuple[Kind, str]] = {}
    going = {phrase: kind for kind in ("walk", "run", "sit", "stand") for phrase in lexicon("moving")[kind]}
    feelings = {w for words in lexicon("emotions").values() for w in words}
    for entry in catalogue.actions:
        kind = next((going[s.casefold()] for s in entry.synonyms if s.casefold() in going), None)
        for name in (entry.name, *entry.synonyms):
            if len(split(name)) == 2 and split(name)[-1] in feelings:
                continue
            if len(split(name)) > 1 or name.casefold() == name:
                table.setdefault(split(name), (kind, "") if kind else ("perform", entry.name))
    for emotion, words in lexicon("emotions").items():
        if emotion in catalogue.emotions:
            for word in (emotion, *words):
                table[split(word)] = ("express", emotion)
    for emotion in catalogue.emotions:
        table.setdefault(split(emotion), ("express", emotion))
    for kind, phrases in lexicon("moving").items():
        for phrase in phrases:
            table[split(phrase)] = (kind, "")
    for manner, entry in lexicon("acting").items():
        for phrase in entry["verbs"]:
            table[split(phrase)] = ("perform", manner)
    by_first: dict[str, list[tuple[tuple[str, ...], Kind, str]]] = {}
    for phrase, (kind, what) in table.items():
        by_first.setdefault(phrase[0], []).append((phrase, kind, what))
    for entries in by_first.values():
        entries.sort(key=lambda e: -len(e[0]))
    return by_first


class MotionReader:
    def __init__(self, words: Words, context: Context):
        self.words, self.context = words, context
        self.verbs = _verbs(context.catalogue)
        self.postures = dict(context.postures)
        self.subjects: tuple[str, ...] = context.people[:1] if len(context.people) == 1 else context.subjects
        self.pending: tuple[str, ...] = ()
        self.mentioned: tuple[str, ...] = ()
        self.person_end = 0
        self.thing = ""
        self.steps: list[Step] = []
        self.acts: list[Act] = []
        self.refused: list[Act] = []
        self.unstageable: list[str] = []
        self.line: int | None = None
        self.open: list[int] = []
        self.manner = ""
        self.refusing = False

    def read(self) -> MotionIntent:
        i = 0
        while i < len(self.words):
            i += self._token(i)
        self._close()
        return MotionIntent(tuple(self.steps), tuple(self.refused), tuple(self.unstageable))

    def _close(self) -> None:
        if self.acts:
            self.steps.append(Step(tuple(self.acts), self.line))
        self.acts, self.open, self.line, self.manner, self.refusing = [], [], None, "", False
        self.subjects, self.pending = self.pending or self.subjects, ()

    def _token(self, i: int) -> int:
        token = self.words.tokens[i]
        if token.is_stop and token.text != ";":
            self._close()
            return 1
        if token.text in ";,":
            self.open = [] if token.text == ";" else self.open
            return 1
        if token.word == "then":
            self._close()
            return 1
        if i in self.words.claimed:
            return 1
        return (
            self._line(i) or self._refusal(i) or self._quoted(i) or self._way(i) or self._handshake(i) or self._verb(i)
            or self._person(i) or self._thing(i) or self._target(i) or self._degree(i) or 1
        )  # fmt: skip

    def _line(self, i: int) -> int:
        tokens = self.words.tokens
        if tokens[i].word != "line" or i + 1 >= len(tokens) or not tokens[i + 1].is_number:
            return 0
        number = int(float(tokens[i + 1].word))
        if not 1 <= number <= len(self.context.lines):
            return 0
        self._close()
        self.line = number
        end = i + 2
        while end < len(tokens) and tokens[end].text != ":" and not tokens[end].is_stop and end < i + 8:
            end += 1
        if end < len(tokens) and tokens[end].text == ":":
            end += 1
        self.words.claim(i, end)
        self.subjects = (self.context.lines[number - 1][0],)
        return end - i

    def _refusal(self, i: int) -> int:
        if self.words.match(i, ("not", ":")):
            self.words.claim(i, i + 2)
            self.refusing = True
            return 2
        return 0

    def _quoted(self, i: int) -> int:
        """does “Standing Arguing”; other quotations are spoken words, which the beats hold."""
        token = self.words.tokens[i]
        if not token.is_quote:
            return 0
        self.words.claim(i)
        if i > 0 and "do" in self.words.tokens[i - 1].lemmas:
            found, variation = self.context.catalogue.action(token.text.strip('“”"'))
            if found is not None and found.certain:
                self.words.claim(i - 1)
                self._add(i, "perform", found.entry.name, variation)
        return 1

    def _handshake(self, i: int) -> int:
        """ "shakes her hand", "shakes Tom's hand"."""
        tokens = self.words.tokens
        if "shake" not in tokens[i].lemmas or i + 2 >= len(tokens) or "hand" not in tokens[i + 2].lemmas:
            return 0
        found = self.context.person_at(self.words, i + 1)
        own = {"his": "him", "her": "her"}.get(tokens[i + 1].word, "")
        named = (found[0],) if found else self.context.pronoun(own, self.mentioned)
        others = [n for n in named if n not in self._subjects()] or [
            n for n in self.context.people if n not in self._subjects()
        ]
        if not others or not (found or own):
            return 0
        self.words.claim(i, i + 3)
        self._act(i, "Handshake")
        self._amend(target=others[0])
        return 3

    def _verb(self, i: int) -> int:
        if i > 0 and self.words.tokens[i - 1].word in ("the", "a", "an", "his", "her", "their", "my", "your"):
            return 0
        if i > 0 and self.words.tokens[i - 1].word.endswith("'s") and not self.words.tokens[i].word.endswith("ing"):
            return 0  # "Tom's hand"
        entry = self._entry(i)
        if entry is None:
            return 0
        phrase, kind, what = entry
        end = i + len(phrase)
        if kind in ("walk", "run") and self.words.tokens[i].word in ("moves", "move") and self._about_camera(i):
            return 0
        if kind == "express":
            return self._emotion(i, end, what)
        if self._of_the_body(i, end, what):
            return 0
        self.words.claim(i, end)
        if kind == "perform":
            self._act(i, what)
        else:
            if kind in ("enter", "leave") and phrase[0] in _HURRIED:
                self.manner = "briskly"
            if phrase[0] == "jump" and all(self.postures.get(p) != "sitting" for p in self._subjects()):
                self._act(i, "Joyful Jump")  # who stands already does not rise by jumping up
            else:
                self._add(i, kind, "")
        return len(phrase)

    def _of_the_body(self, i: int, end: int, what: str) -> bool:
        """Whether a verb of handling is about hands and no thing: "takes her hand", "hands on her knees"."""
        after = self.words.tokens[end : end + 2]
        if what == "Giving" and self.words.tokens[i].word == "hands":
            return bool(after) and after[0].word in ("on", "in", "behind", "up", "at")
        return what == "Picking Up" and any(t.lemmas & {"hand", "arm"} for t in after)

    def _entry(self, i: int) -> tuple[tuple[str, ...], Kind, str] | None:
        token = self.words.tokens[i]
        options = [e for lemma in {token.word, *token.lemmas} for e in self.verbs.get(lemma, ())]
        fitting = [e for e in options if self.words.match(i, e[0]) and self.words.free(i, i + len(e[0]))]

        def rank(entry: tuple[tuple[str, ...], Kind, str]) -> tuple:
            """The longest phrase, the words as they stand before their base forms, acts before feelings."""
            phrase, kind, _ = entry
            as_written = all(p == self.words.tokens[i + k].word for k, p in enumerate(phrase))
            return len(phrase), as_written, kind != "express", phrase

        return max(fitting, key=rank, default=None)

    def _about_camera(self, i: int) -> bool:
        return any(t.word == "camera" for t in self.words.tokens[self.words.clause_start(i) : i])

    def _emotion(self, i: int, end: int, emotion: str) -> int:
        """ "is angry", "looks happy"; as an adverb of a walk it is its manner."""
        moving = self.acts and self.open and self.acts[self.open[0]].kind in ("walk", "run", "enter", "leave")
        manner = self._manner_at(i)
        if moving and manner and not self.pending:
            self._amend(manner=manner)
            self.words.claim(i, end)
            return end - i
        strength = 1.0
        start = i
        for k in (i - 1, i - 2):
            if k >= 0 and self.words.tokens[k].word in ("slightly", "little", "bit"):
                strength, start = SLIGHT, min(start, k)
            elif k >= 0 and self.words.tokens[k].word in ("very", "really", "extremely", "deeply"):
                strength, start = STRONG, min(start, k)
        self.words.claim(start, end)
        for k in (start - 1,):
            if k >= 0 and self.words.tokens[k].lemmas & {"be", "look", "feel", "seem", "become", "get"}:
                self.words.claim(k)
                self._drop_look(k)
        self._add(i, "express", emotion, strength=strength)
        return end - i

    def _drop_look(self, k: int) -> None:
        """ "looks happy" is no look at anything."""
        if self.words.tokens[k].lemmas & {"look"} and self.acts and self.acts[-1].kind == "look":
            self.acts.pop()

    def _manner_at(self, i: int) -> str:
        word = self.words.tokens[i].word
        return next((m for m, words in lexicon("manners").items() if word in words), "")

    def _act(self, i: int, what: str) -> None:
        """Adds an action by manner, in the posture each person is in at that point."""
        for person in self._subjects():
            posture = self.postures.get(person, "standing")
            catalogue = self.context.catalogue
            if posture == "sitting" and self._on_feet(what):
                self._add(i, "stand", "", who=(person,))
                posture = "standing"
            manner = manner_of(what)
            if manner != what or what in lexicon("acting"):
                action = resolve(catalogue, manner, posture)
            else:
                action = what if catalogue.fits(what, posture) else None
            if action is None:
                self.unstageable.append(f"{person} cannot do “{self.words.tokens[i].text}” while {posture}")
                continue
            if action == "Sit Down" or action == "Stand Up":
                self._add(i, "sit" if action == "Sit Down" else "stand", "", who=(person,))
            elif len(self._subjects()) == 2 and getattr(catalogue.actions[action], "partner", False):
                self._add(i, "perform", action, who=(person,))
                self._amend(target=self._subjects()[1])
                break
            else:
                self._add(i, "perform", action, who=(person,), keep=person != self._subjects()[0])

    def _on_feet(self, what: str) -> bool:
        """Whether the whole body is in an action, so that who sits gets up for it."""
        catalogue = self.context.catalogue
        if what not in catalogue.actions or catalogue.fits(what, "sitting"):
            return False
        return getattr(catalogue.actions[what], "full", False)

    def _subjects(self) -> tuple[str, ...]:
        if self.pending:
            self.subjects, self.pending = self.pending, ()
        return self.subjects

    def _add(
        self, i: int, kind: Kind, what: str, variation: int | None = None, strength: float = 1.0,
        who: tuple[str, ...] | None = None, keep: bool = False,
    ) -> None:  # fmt: skip
        people = who if who is not None else self._subjects()
        denial = self.words.negated(i)
        if denial is not None:
            self.words.claim(denial)
        if not keep:
            self.open = []
        for person in people:
            act = Act(person, kind, what, strength=strength, variation=variation)
            if self.manner and kind in ("walk", "run", "enter", "leave"):
                act = replace(act, manner=self.manner)
            if denial is not None or self.refusing:
                self.refused.append(act)
                continue
            self.acts.append(act)
            self.open.append(len(self.acts) - 1)
            self.postures = after(act, self.postures)
        self.manner = ""

    def _amend(self, **changes) -> None:
        for k in self.open:
            self.acts[k] = replace(self.acts[k], **changes)

    def _wants_target(self, i: int) -> bool:
        """Whether the words just before token i lead from an open act to its target."""
        if not self.open or self.acts[self.open[0]].kind not in _TARGETED or self.acts[self.open[0]].target:
            return False
        act, k = self.acts[self.open[0]], i - 1
        if act.kind == "perform" and getattr(self.context.catalogue.actions[act.what], "partner", False):
            # "gives a letter to Mia": what is given stands between
            while k > 0 and self.words.tokens[k].word in ("the", "a", "an", "his", "her"):
                k -= 1
            if self.words.tokens[k].word in ("to", "with"):
                return True
        for k in range(i - 1, -1, -1):
            word = self.words.tokens[k]
            if word.word in _PLACING:
                continue
            return k in self.words.claimed and word.is_word and not word.word.startswith("line")
        return False

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
        while k > 0 and (self.words.tokens[k].word in _PLACING or self.words.tokens[k].word == "from"):
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

    def _degree(self, i: int) -> int:
        token = self.words.tokens[i]
        if token.word in ("slightly", "strongly", "subtly", "wildly") and self.open:
            self.words.claim(i)
            self._amend(strength=SLIGHT if token.word in ("slightly", "subtly") else STRONG)
            return 1
        if self.words.match(i, ("variation",)) and i + 1 < len(self.words) and self.words.tokens[i + 1].is_number:
            self.words.claim(i, i + 2)
            self._amend(variation=int(float(self.words.tokens[i + 1].word)))
            return 2
        manner = self._manner_at(i)
        if not manner:
            return 0
        if self.open and self.acts[self.open[0]].kind in ("walk", "run", "enter", "leave"):
            self.words.claim(i)
            self._amend(manner=manner)
            return 1
        ahead = self._entry(i + 1) if i + 1 < len(self.words) else None
        if ahead and ahead[1] in ("walk", "run", "enter", "leave"):
            self.words.claim(i)
            self.manner = manner
            return 1
        return 0

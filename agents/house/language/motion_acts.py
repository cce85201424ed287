"""The acts of motion guidance as far as it was read: who does what, and which acts still take more."""

from __future__ import annotations

from dataclasses import replace

from agents.house.language.context import Context
from agents.house.language.motion_intent import Act, Kind, Step, after, manner_of, resolve
from agents.house.language.motion_verbs import verbs
from agents.house.language.words import Words
from agents.lexicons import lexicon

PLACING = frozenset(lexicon("english")["placing"])
_TARGETED = ("walk", "run", "turn", "look", "perform", "sit")


class Acts:
    """The acts of the clause being read are open: what follows may still say how, with what and to whom."""

    def __init__(self, words: Words, context: Context):
        self.words, self.context = words, context
        self.verbs = verbs(context.catalogue)
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

    def _close(self) -> None:
        if self.acts:
            self.steps.append(Step(tuple(self.acts), self.line))
        self.acts, self.open, self.line, self.manner, self.refusing = [], [], None, "", False
        self.subjects, self.pending = self.pending or self.subjects, ()

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
            if word.word in PLACING:
                continue
            return k in self.words.claimed and word.is_word and not word.word.startswith("line")
        return False

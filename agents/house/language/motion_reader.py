"""Understanding motion guidance: tokens become acts, one clause after the other."""

from __future__ import annotations

from agents.house.language.motion_aims import Aims
from agents.house.language.motion_intent import SLIGHT, STRONG, MotionIntent
from agents.lexicons import lexicon

_HURRIED = ("run", "rush", "burst", "storm", "dash")


class MotionReader(Aims):
    """Reads one guidance from left to right; each method takes a token and gives how many it understood."""

    def read(self) -> MotionIntent:
        i = 0
        while i < len(self.words):
            i += self._token(i)
        self._close()
        return MotionIntent(tuple(self.steps), tuple(self.refused), tuple(self.unstageable))

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

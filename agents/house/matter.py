"""What an idea is about: a thing, a deed, what is told or asked, in the idea's own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.house.language.words import lemmas_of
from agents.lexicons import lexicon

if TYPE_CHECKING:
    from agents.house.idea import Someone

_WORDS = lexicon("idea_words")
_DETERMINERS, _ENDS, _VAGUE = (frozenset(_WORDS[k]) for k in ("determiners", "ends", "vague"))
_DEED_LEADS, _ASKING, _TOLD = (frozenset(_WORDS[k]) for k in ("deed leads", "asking", "told"))


def thing(plain: list[str], used: set[int], names: set[str]) -> tuple[str, bool, bool]:
    """The most telling thing: (words, plural, owned). Things near the end weigh more, people and places nothing."""
    best: tuple[float, str, bool, bool] | None = None
    for i, word in enumerate(plain):
        if word not in _DETERMINERS or i + 1 >= len(plain):
            continue
        end = i + 1
        while end < len(plain) and end - i <= 4 and _of_thing(plain, end, end > i + 1):
            end += 1
        words = plain[i + 1 : end]
        span = set(range(i + 1, end))
        if not words or words[-1] in _VAGUE or words[-1] in names or span & used or words[-1] in _WORDS["abstract"]:
            continue
        if words[-1].endswith("'s") or words[-1].endswith("ly") or words[-1] in _WORDS["adjectives"]:
            continue
        score = 1.0 + 0.3 * len(words) + 0.5 * i / len(plain) + (0.6 if word in ("the", "his", "her", "their") else 0.0)
        plural = words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))
        if best is None or score > best[0]:
            best = (score, " ".join(words), plural, word in ("his", "her", "their", "my", "our"))
    return best[1:] if best else ("", False, False)


def _of_thing(plain: list[str], i: int, inside: bool) -> bool:
    """Whether the word at i belongs to the name of a thing; `inside`: it is not its first word."""
    word = plain[i]
    if word in _ENDS or word in _DETERMINERS or not word.replace("'", "").isalpha():
        return False
    holds = word.endswith("s") and not word.endswith("ss") and plain[i + 1 : i + 2] and plain[i + 1] in _DETERMINERS
    return not (inside and (holds or lemmas_of(word) & set(_WORDS["verbs"])))


def _clause(tokens: list[str], start: int, most: int = 9) -> list[str]:
    out = []
    for token in tokens[start : start + most]:
        if token in ".,;:!?" or token.casefold() in _WORDS["clause ends"]:
            break
        follows = tokens[start + len(out) + 1 : start + len(out) + 2]
        doing = follows and follows[0].casefold() in _WORDS["verbs"]
        if token.casefold() == "and" and len(out) >= 2 and not doing:
            break
        out.append(token)
    return out


def deed(tokens: list[str], plain: list[str], names: set[str]) -> tuple[str, int]:
    """What somebody is to do: (the words after "to", 0 if the first person does it, 1 the second)."""
    for i, word in enumerate(plain):
        if word != "to" or i == 0 or i + 1 >= len(plain) or plain[i + 1] in _DETERMINERS or plain[i + 1] in names:
            continue
        before = [lemmas_of(w) for w in plain[max(0, i - 4) : i]]
        asked = any(b & set(_ASKING) for b in before[:-1])
        led = bool(before[-1] & set(_DEED_LEADS)) or plain[i - 1] in _DEED_LEADS
        if not (asked or led) or (plain[i + 1] in ("be", "have") and len(plain) <= i + 2):
            continue
        if plain[i - 1] in ("going", "about") and plain[i + 1] in _DETERMINERS:
            continue
        words = _clause(tokens, i + 1)
        if 1 <= len(words) <= 8 and words[0].islower():
            deed = " ".join(words)
            doer = 1 if asked and not before[-1] & {"want", "plan", "decide", "try", "how", "whether"} else 0
            return deed, doer
    return "", 0


def doing(tokens: list[str], plain: list[str]) -> str:
    """What somebody apologises for or is accused of: "for forgetting their anniversary"."""
    for i, word in enumerate(plain[:-1]):
        following = plain[i + 1]
        if word in ("for", "of") and following.endswith("ing") and len(following) > 5 and following not in _VAGUE:
            words = _clause(tokens, i + 1)
            if 2 <= len(words) <= 7:
                return my(" ".join(words), "our")
    return ""


def told(tokens: list[str], plain: list[str], people: Sequence[Someone]) -> tuple[str, int, str]:
    """A clause somebody tells or finds out: (about a person, whose index, about something else)."""
    names = {p.name.casefold(): k for k, p in enumerate(people)}
    roles = {p.role.split()[-1]: k for k, p in enumerate(people) if p.role}
    for i, word in enumerate(plain):
        if i == 0 or not set(plain[max(0, i - 6) : i]) & _TOLD or word not in ("that", "she", "he", "they"):
            continue
        start = i + 1 if word == "that" else i
        words = _clause(tokens, start, 11)
        if not 3 <= len(words) <= 10:
            continue
        subject = words[0].casefold()
        if subject in ("she", "he", "they"):
            gender = {"she": "female", "he": "male"}.get(subject)
            other = len(people) > 1 and gender and people[0].gender != gender and people[1].gender == gender
            return " ".join(words), 1 if other else 0, ""
        if subject in names:
            return " ".join(["they", *words[1:]]), names[subject], ""
        if subject in _DETERMINERS and len(words) > 3 and words[1].casefold() in roles:
            return " ".join(["they", *words[2:]]), roles[words[1].casefold()], ""
        if subject in _DETERMINERS and words[1].casefold() in lexicon("people")["roles"]:
            return "", 0, ""  # "his passenger is his daughter" says who somebody is
        if subject in _DETERMINERS:
            return "", 0, my(" ".join(words), "our")
    return "", 0, ""


def question(tokens: list[str], plain: list[str]) -> str:
    """What somebody finds out, asks or knows, as a question: "who sold the family piano"."""
    leads = _TOLD | frozenset(_WORDS["wondering"])
    for i, word in enumerate(plain[:-1]):
        if word not in _WORDS["questions"] or plain[i + 1] == "to":
            continue
        before = plain[max(0, i - 3) : i]
        last = before[-1] if before else ""
        asked = word not in ("who", "which") and last in lexicon("people")["roles"]  # not "a man who lost his hat"
        led = asked or last in leads or last in ("out", "him", "her", "them")
        words = _clause(tokens, i, 11)
        if not led or not set(before) & leads or not 3 <= len(words) <= 10:
            continue
        if asked and words[1].casefold() in ("he", "she", "they"):  # "asks his father why he left": why you left
            return f"{words[0]} {as_person(' '.join(words[1:]), 'you')}"
        return my(" ".join(words), "our")
    return ""


def as_person(clause: str, person: str) -> str:
    """A clause of "he", "she" or "they" turned to "I" or "you": "he is moving" -> "I'm moving"."""
    words = clause.split()
    first = person == "I"
    verb = words[1] if len(words) > 1 else ""
    forms = {"is": "'m" if first else "'re", "are": "'m" if first else "'re", "was": " was" if first else " were",
             "were": " was" if first else " were", "has": " have", "have": " have", "had": " had", "will": "'ll",
             "isn't": "'m not" if first else "'re not", "hasn't": " haven't", "doesn't": " don't", "does": " do",
             "wasn't": " wasn't" if first else " weren't"}  # fmt: skip
    own = {"his": "my" if first else "your", "her": "my" if first else "your", "their": "my" if first else "your",
           "himself": "myself" if first else "yourself", "herself": "myself" if first else "yourself",
           "he": person, "she": person, "him": "me" if first else "you"}  # fmt: skip
    if verb in forms:
        head = person + forms[verb]
    elif verb.endswith("s") and not verb.endswith("ss"):
        options = sorted(lemmas_of(verb) - {verb}, key=lambda w: (-len(w), w))
        head = f"{person} {options[0] if options else verb}"
    else:
        head = f"{person} {verb}".rstrip()
    rest = [own.get(w.casefold(), w) for w in words[2:]]
    return " ".join([head, *rest])


def my(deed: str, person: str) -> str:
    """A deed with "his", "her" or "their" turned to "my" or "your"."""
    other, self_word = ("me", "myself") if person == "my" else ("you", "yourself")
    own = {"his": person, "her": person, "their": person, "him": other, "himself": self_word, "herself": self_word}
    return " ".join(own.get(w.casefold(), w) for w in deed.split())

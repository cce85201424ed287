"""Who a description shows: people called by their roles, how they look, and those it only implies ("her family")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agents.house.casting import gender_of, years_of
from agents.house.idea import Someone, look_after
from agents.house.language.words import lemmas_of
from agents.lexicons import lexicon

YOUNG = 18
"""Age below which somebody's family is parents and a brother or sister."""
MOST = 5
"""People a description of one shot can imply."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?]")


@dataclass
class Described:
    """names: role -> what the person is called; looks: phrases that only say how somebody looks; doing: what words in
    front of a role say that somebody does ("a crying boy"); groups: phrase -> the names of those it means."""

    people: list[Someone] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    looks: list[str] = field(default_factory=list)
    doing: list[tuple[str, str]] = field(default_factory=list)
    groups: dict[str, list[str]] = field(default_factory=dict)


def described(found: list[Someone], text: str) -> Described:
    """Those the description really mentions, called by what it calls them ("Knight"). found: as an idea has them."""
    out = Described()
    spoken = text.casefold()
    plain = [t.casefold().replace("’", "'") for t in _WORD.findall(text)]
    groups = lexicon("people")["groups"]
    for person in found:
        if person.named:
            name, called = person.name, person.name.casefold()
        elif person.words and person.role not in groups:
            name, called = _free(person.role.split()[-1].capitalize(), out.people), person.role
            out.names.setdefault(person.role, name)
            out.names.setdefault(person.role.split()[-1], name)  # "an old man" is "the man" afterwards
        else:
            continue
        before, doing, after = _around(plain, called)
        if after:
            out.looks.append(after)
        out.doing += [(name, word) for word in doing]
        words = " ".join(t for t in (before if person.role else "", person.role, after) if t)
        years = person.years or years_of(words)
        out.people.append(Someone(name, person.gender, person.role, words, years, person.named))
    _implied(out, spoken)
    out.names = _superlatives(out, spoken) | out.names
    if not out.people:
        _anybody(out, spoken, plain)
    return out


def _superlatives(out: Described, spoken: str) -> dict[str, str]:
    """Who "the youngest" is, with what they are called ("the youngest child") first."""
    found: dict[str, str] = {}
    for word, sign in lexicon("people")["superlatives"].items():
        of = [p for p in out.people if p.years is not None and sum(q.role == p.role for q in out.people) > 1]
        if not of or not re.search(rf"\bthe {word}\b", spoken):
            continue
        one = max(of, key=lambda p: sign * (p.years or 0))
        found |= {f"{word} {each}": one.name for each in (one.role, "one")} | {word: one.name}
    return found


def _free(name: str, people: list[Someone]) -> str:
    taken = {p.name for p in people}
    return next(n for n in (name, *(f"{name} {k}" for k in range(2, 99))) if n not in taken)


def _around(plain: list[str], called: str) -> tuple[str, list[str], str]:
    """The words round somebody: looks in front ("tall"), what they do in front ("crying"), looks behind ("in a red
    coat")."""
    plurals = lexicon("people")["plurals"]
    forms = [tuple(called.split()), tuple(f"{called}s".split()), tuple(plurals.get(called, called).split())]
    forms += [(word,) for word, single in lexicon("idea_words")["singular"].items() if single == called]
    at, form = next(((i, f) for i in range(len(plain)) for f in forms if tuple(plain[i : i + len(f)]) == f), (-1, ()))
    if at < 0:
        return "", [], ""
    stop, numbers = set(lexicon("english")["stop"]), lexicon("english")["numbers"]
    camera = {*lexicon("guidance")["camera"], "medium", "close-up"}
    acting = {v for entry in lexicon("acting").values() for v in entry.get("verbs", ())}
    before, doing, k = [], [], at - 1
    while k >= 0 and at - k <= 3:
        word = plain[k]
        if word in stop or word in numbers or word in camera or not word[:1].isalpha():
            break
        if word.endswith("ing") and {word[:-3], f"{word[:-3]}e", word[:-4]} & acting:
            doing.append(word)
        else:
            before.insert(0, word)
        k -= 1
    end, after = look_after(plain, at + len(form))
    return " ".join(before), doing, " ".join(plain[at + len(form) : end]) if after else ""


def _implied(out: Described, spoken: str) -> None:
    """Adds those a group word means: "her family" of a girl is her parents and a brother."""
    groups = lexicon("people")["groups"]
    lead = r"\b(?:an?|the|his|her|their|its)\s+(?:whole\s+|entire\s+)?"
    for match in re.finditer(rf"{lead}({'|'.join(groups)})\b", spoken):
        kinds = groups[match[1]]
        years = next((p.years for p in out.people if p.years), None)
        kind = "young" if years is not None and years < YOUNG and "young" in kinds else "usual"
        names = []
        for role, age in kinds[kind].items():
            if any(p.role == role for p in out.people) or len(out.people) >= MOST:
                continue
            name = _free(role.capitalize(), out.people)
            gender = gender_of(role) or ("male" if len(out.people) % 2 else "female")
            out.people.append(Someone(name, gender, role, role, age))
            names.append(name)
        if names:
            out.groups[match[0]] = names


def _anybody(out: Described, spoken: str, plain: list[str]) -> None:
    """Somebody where no role is known: the noun that the first sentence is about ("a violinist bows"), else a man, a
    woman or a person."""
    several = _several(plain)
    if several is not None:
        count, role = several
        for _ in range(count):
            gender = "male" if len(out.people) % 2 else "female"
            out.people.append(Someone(_free(role.capitalize(), out.people), gender, role, role))
        out.names[role] = out.people[0].name
        return
    known = next((w for w in ("woman", "man", "girl", "boy", "person", "someone", "somebody") if w in plain), None)
    subject = known or _subject(plain) or "person"
    if subject in ("someone", "somebody"):
        subject = "person"
    gender = gender_of("", subject) or ("male" if re.search(r"\b(he|his|him)\b", spoken) else "female")
    before, doing, after = _around(plain, subject)
    name = subject.capitalize()
    out.people.append(Someone(name, gender, subject, " ".join(t for t in (before, subject, after) if t)))
    out.names[subject] = name
    out.looks += [after] if after else []
    out.doing += [(name, word) for word in doing]


def _several(plain: list[str]) -> tuple[int, str] | None:
    """How many of what, where a number stands before a noun that does something: "two robots dance"."""
    numbers, acts = lexicon("english")["numbers"], set(lexicon("describing")["acts"])
    for i in range(len(plain) - 2):
        count = numbers.get(plain[i], 0)
        for k in (i + 1, i + 2):
            noun = plain[k] if k + 1 < len(plain) else ""
            does = noun and (plain[k + 1] in acts or lemmas_of(plain[k + 1]) & acts)
            if 1 < count <= MOST and count == int(count) and noun.endswith("s") and does:
                return int(count), f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]
    return None


def _subject(plain: list[str]) -> str:
    """The noun between an article at the beginning and a verb in the third person."""
    if not plain or plain[0] not in ("a", "an", "the"):
        return ""
    for i in range(2, min(6, len(plain))):
        verb = plain[i].endswith("s") and not plain[i].endswith("ss")
        if verb and plain[i - 1].isalpha() and plain[i - 1] not in lexicon("english")["stop"]:
            return plain[i - 1]
    return ""


def named(sentence: str, who: Described) -> str:
    """Roles replaced by the names they were given: "The knight walks" -> "Knight walks"."""
    numbers = "|".join(n for n, v in lexicon("english")["numbers"].items() if v == int(v) and v > 1)
    plurals = lexicon("people")["plurals"]
    for phrase, names in who.groups.items():
        sentence = re.sub(rf"\b{re.escape(phrase)}\b", " and ".join(names), sentence, flags=re.IGNORECASE)
    for role, name in who.names.items():
        many = plurals.get(role, f"{role}s")
        alike = [p.name for p in who.people if p.role == role]
        if len(alike) > 1:
            them = "they" if len(alike) == len(who.people) else " and ".join(alike)
            pairs = [re.escape(w) for w, single in lexicon("idea_words")["singular"].items() if single == role]
            for lead, word in (
                (rf"\b(?:the|{numbers})\s+(?:[a-z-]+\s+){{0,2}}?", re.escape(many)),
                (r"^\s*(?:[a-z-]+\s+){0,2}?", re.escape(many)),
                (r"", re.escape(many)),
                (r"\b(?:an?|the|her|his)\s+(?:[a-z-]+\s+){0,2}?", f"(?:{'|'.join(pairs) or many})"),
            ):
                sentence = re.sub(rf"{lead}\b{word}\b", them, sentence, flags=re.IGNORECASE)
        article = r"(?:\b(?:a|an|the|another|his|her|their)\s+(?:[a-z-]+\s+){0,2}?)?"
        one = re.compile(rf"{article}\b{re.escape(role)}\b(?!')", re.IGNORECASE)
        sentence = one.sub(name, sentence)
    return sentence

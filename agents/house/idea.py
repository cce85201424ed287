"""What an idea says: who, where, when, what about; in the idea's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from agents.catalogue import Catalogue
from agents.house import locations, matter
from agents.house.casting import gender_of, years_of
from agents.house.draws import draws, pick
from agents.house.language.words import lemmas_of
from agents.lexicons import lexicon
from library.cast.looks import names as first_names
from library.cast.looks import says_look

_WORDS = lexicon("idea_words")
_DETERMINERS, _ENDS = (frozenset(_WORDS[k]) for k in ("determiners", "ends"))

GROWN, YOUNGEST = 18, 5
"""Years from which somebody is no child, and of the youngest."""


@dataclass(frozen=True)
class Someone:
    """A person of the idea. named: the idea gave the name itself."""

    name: str
    gender: str
    role: str = ""
    words: str = ""
    years: int | None = None
    named: bool = False


@dataclass
class Idea:
    """thing: what it is about ("letter", with its own adjectives), plural or not; deed: what somebody wants to
    do ("open a bakery"), its doer the first person (0) or the second (1). topic: a clause that is told about
    somebody ("he is moving to Japan"), about: index of that person; fact: one about something else ("the map is
    fake"); question: what is found out or asked ("who sold the piano"). doing: what somebody did, as a gerund
    ("forgetting their anniversary"). relation: "friends", "couple" ...; place and mood: names in the catalogue, "" if
    unsaid."""

    text: str
    people: list[Someone] = field(default_factory=list)
    relation: str = ""
    place: str = ""
    mood: str = ""
    thing: str = ""
    plural: bool = False
    owned: bool = False
    deed: str = ""
    doer: int = 0
    topic: str = ""
    about: int = 0
    fact: str = ""
    question: str = ""
    doing: str = ""


def understand_idea(text: str, seed: int, catalogue: Catalogue) -> Idea:
    """Reads an idea. Who is missing is made up: a scene has two people at least, four at most."""
    tokens = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[.,;:!?]", text)
    plain = [t.casefold().replace("’", "'") for t in tokens]
    idea = Idea(text)
    people, used = _people(tokens, plain)
    idea.relation = _relation(plain)
    idea.place, place_words = locations.named(plain, catalogue)
    idea.mood = _mood(plain, catalogue)
    idea.people = _complete(people, plain, seed, text, idea.relation)
    names = {w for p in people for w in p.name.casefold().split()}
    idea.thing, idea.plural, idea.owned = matter.thing(plain, used | place_words, names)
    idea.deed, idea.doer = matter.deed(tokens, plain, names)
    idea.doing = matter.doing(tokens, plain)
    idea.topic, idea.about, idea.fact = matter.told(tokens, plain, idea.people)
    idea.question = matter.question(tokens, plain)
    return idea


# ---- who


def _people(tokens: list[str], plain: list[str]) -> tuple[list[Someone], set[int]]:
    """People named or called by a role, in order, and the tokens that speak of them."""
    roles = sorted((tuple(r.split()) for r in lexicon("people")["roles"]), key=len, reverse=True)
    numbers = lexicon("english")["numbers"]
    collective = lexicon("people")["collective"]
    known_names = first_names()
    english = bool(set(plain) & set(lexicon("english")["stop"]))
    found: list[tuple[int, Someone]] = []
    used: set[int] = set()
    i = 0
    while i < len(tokens):
        role = next((r for r in roles if tuple(plain[i : i + len(r)]) == r), None)
        if role is not None and not (i + 1 < len(plain) and plain[i + 1] in ("'s",)):
            if any(tuple(plain[i + len(role) : i + len(role) + len(r)]) == r for r in roles):
                i += len(role)  # "twin brothers": it says what kind of brothers
                continue
            count, words, start = _before(plain, i, numbers)
            word, many = _singular(" ".join(role))
            if plain[i - 1 : i] == ["another"]:
                many, count = False, 1
            used.update(range(start, i + len(role)))
            same = _the_same(found, plain, start)
            end, more = look_after(plain, i + len(role))
            if same:
                words_of = " ".join([*words, word, *more])
                person = found[-1][1]
                gender = person.gender or gender_of("", words_of) or ""
                found[-1] = (i, replace(person, role=word, words=words_of, years=years_of(words_of), gender=gender))
                used.update(range(i, end))
                i = end
                continue
            if _refers_back(plain, start, word, found) or (found and not count and " ".join(role) in collective):
                i += len(role)
                continue
            if role == ("couple",):  # not "an old partner", who is one of long standing
                words = ["elderly" if w == "old" else w for w in words]
            for k in range(min(4, count or (2 if many else 1))):
                about = " ".join([*words, word, *more])
                years = years_of(about)
                if years is not None and years < GROWN and "twin" not in about:
                    years = max(years - 2 * k, YOUNGEST)  # children are not all of one age
                found.append((i, Someone("", gender_of("", about) or "", word, about, years)))
            used.update(range(i, end))
            i = end
            continue
        token = tokens[i].title() if tokens[i].isupper() and plain[i] in known_names else tokens[i]
        nameish = token[:1].isupper() and token[1:].islower() and plain[i] not in _ENDS and plain[i] not in _DETERMINERS
        sentence_start = i == 0 or tokens[i - 1] in ".!?"
        if nameish and (plain[i] in known_names or (english and not sentence_start and _a_name(plain, i))):
            if all(p.name.casefold() != plain[i] for _, p in found):
                _name(found, i, token, plain, used)
            used.add(i)
        i += 1
    return [p for _, p in found][:4], used


def _the_same(found: list[tuple[int, Someone]], plain: list[str], start: int) -> bool:
    """Whether a role that is described from `start` on is that of the one right before: "Nora, a tired nurse", "his
    passenger is his daughter"."""
    if start and found and plain[start - 1] in ("is", "was") and found[-1][0] == start - 2:
        return plain[start] in _DETERMINERS
    return _introduced(found, plain, start)


def _introduced(found: list[tuple[int, Someone]], plain: list[str], start: int) -> bool:
    """Whether a role that is described from `start` on belongs to the name right before: "Nora, a tired nurse"."""
    last = found[-1] if found else None
    return last is not None and last[1].named and not last[1].role and plain[last[0] + 1 : start] == [","]


def look_after(plain: list[str], i: int) -> tuple[int, list[str]]:
    """(index behind it, words) of what somebody looks like, where that follows: "in a long coat", "with a beard"."""
    end, words = i, []
    while end < len(plain) and plain[end] in ("in", "with", "wearing", "and"):
        k = end + 1
        while k < len(plain) and k - end < 6 and plain[k] not in _ENDS and plain[k] not in ("in", "with", "and", ","):
            if plain[k] in lexicon("people")["roles"]:
                break
            k += 1
            if says_look(plain[k - 1]) and not (k < len(plain) and says_look(plain[k])):
                break
        if k == end + 1 or not says_look(plain[k - 1]):
            break
        words += plain[end:k]
        end = k
    return end, words


def _a_name(plain: list[str], i: int) -> bool:
    if plain[i] in lexicon("english")["stop"]:
        return False
    return plain[i] not in _WORDS["not names"] and plain[i - 1] not in ("the", "in", "at", "to", "from", "of", "near")


def _name(found: list[tuple[int, Someone]], i: int, token: str, plain: list[str], used: set[int]) -> None:
    """A name just after a role ("the baker Rosa") or just before one ("Rosa, a baker") belongs to it, and in a new
    sentence to one of a pair or group that nobody named yet ("Two friends meet. Mia ...")."""
    last = found[-1] if found else None
    if last is not None and not last[1].name and last[0] == i - 1 and last[1].role:
        found[-1] = (i, replace(last[1], name=token, named=True, gender=last[1].gender or gender_of(token) or ""))
        return
    gender = gender_of(token) or ""
    group = [k for k, (at, p) in enumerate(found) if _of_group(found, k) and set(".;:") & set(plain[at:i])]
    fits = next((k for k in group if found[k][1].gender in ("", gender) or not gender), None)
    if fits is not None:
        at, person = found[fits]
        found[fits] = (at, replace(person, name=token, named=True, gender=gender or person.gender))
        return
    found.append((i, Someone(token, gender, named=True)))


def _of_group(found: list[tuple[int, Someone]], k: int) -> bool:
    """Whether somebody is one of several whom a word for how people stand to each other means ("two friends")."""
    at, person = found[k]
    several = sum(a == at for a, _ in found) > 1
    return several and not person.name and person.role in lexicon("people")["no_occupation"]


def _before(plain: list[str], i: int, numbers: dict) -> tuple[int, list[str], int]:
    """(count, describing words, index of the first of them) in front of a role."""
    count, words, k = 0, [], i - 1
    while k >= 0 and len(words) < 3:
        word = plain[k]
        if word in numbers and numbers[word] == int(numbers[word]):
            count = int(numbers[word])
            k -= 1
            break
        if word in _DETERMINERS:
            k -= 1
            break
        if not _describes(word) and not (k == i - 1 and word in lexicon("people")["roles"]):
            break
        words.insert(0, word)
        k -= 1
    return count, words, k + 1


def _describes(word: str) -> bool:
    """Whether a word may stand before a role to describe it ("tired", "old")."""
    if word in _ENDS or not word.replace("-", "").isalpha() or word.endswith("ly"):
        return False
    if word in _WORDS["verbs"] or word in lexicon("people")["roles"]:
        return False
    verbal = word.endswith("s") and len(lemmas_of(word)) > 1
    return word in _WORDS["ending in s"] or not verbal


def _singular(role: str) -> tuple[str, bool]:
    """ "friends" -> ("friend", True)."""
    special = _WORDS["singular"]
    if role in special:
        return special[role], True
    if role.endswith("s") and role[:-1] in lexicon("people")["roles"]:
        return role[:-1], True
    return role, False


def _refers_back(plain: list[str], start: int, word: str, found: list[tuple[int, Someone]]) -> bool:
    """ "the knight" after "a knight" is the same person, and "the man" after "an old man"."""
    alike = [p for _, p in found if p.role == word or p.role.endswith(f" {word}")]
    return plain[start : start + 1] == ["the"] and bool(alike)


def _complete(people: list[Someone], plain: list[str], seed: int, text: str, relation: str) -> list[Someone]:
    """Everybody with a name and a gender; a partner for somebody alone."""
    rng = draws("people", text, seed)
    call = lexicon("people")["call"]
    people = list(people)
    women = sum(1 for w in plain if w in ("she", "her", "hers"))
    men = sum(1 for w in plain if w in ("he", "him", "his"))
    while len(people) < 2:
        people.append(Someone("", "", "friend" if people else ""))
    taken = {p.name for p in people if p.name}
    out: list[Someone] = []
    for index, person in enumerate(people):
        gender = person.gender
        if not gender and index == 0 and (women or men):
            gender = "female" if women >= men else "male"
        if not gender and out:
            same = {"sisters": "female", "brothers": "male"}.get(relation)
            opposite = "male" if out[0].gender == "female" else "female"
            gender = same or (opposite if index == 1 else pick(rng, ("female", "male")))
        gender = gender or {"sisters": "female", "brothers": "male"}.get(relation) or pick(rng, ("female", "male"))
        name = person.name
        if not name:
            free = [n for n in call[gender] if n not in taken]
            name = pick(rng, free)
            taken.add(name)
        out.append(replace(person, name=name, gender=gender))
    return out


def _relation(plain: list[str]) -> str:
    relations = lexicon("people")["relations"]
    named = [relations[w] for w in plain if w in relations]
    return next((r for r in named if r not in ("friend",)), named[0] if named else "")


def _mood(plain: list[str], catalogue: Catalogue) -> str:
    spoken = f" {' '.join(plain)} "
    named = [
        (len(p), m.name) for m in catalogue.moods for p in (m.name, *m.synonyms)
        if f" {p.casefold()} " in spoken and p not in ("dark", "bright", "continuous")
    ]  # fmt: skip
    return max(named)[1] if named else ""


def occupation(role: str) -> str:
    """The role if it is something one does for a living ("baker"), else "" ("sister")."""
    return "" if role in lexicon("people")["no_occupation"] else role

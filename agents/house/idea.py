"""What an idea says: who, where, when, what about; in the idea's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from agents.catalogue import Catalogue
from agents.house.casting import gender_of, years_of
from agents.house.draws import draws, pick
from agents.house.language.words import lemmas_of
from agents.lexicons import lexicon
from library.cast.looks import names as first_names
from library.cast.looks import says_look

_WORDS = lexicon("idea_words")
_DETERMINERS, _ENDS, _VAGUE = (frozenset(_WORDS[k]) for k in ("determiners", "ends", "vague"))
_DEED_LEADS, _ASKING, _TOLD = (frozenset(_WORDS[k]) for k in ("deed leads", "asking", "told"))


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
    fake"). doing: what somebody did, as a gerund ("forgetting their anniversary"). relation: "friends", "couple"
    ...; place and mood: names in the catalogue, "" if unsaid."""

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
    doing: str = ""


def understand_idea(text: str, seed: int, catalogue: Catalogue) -> Idea:
    """Reads an idea. Who is missing is made up: a scene has two people at least, four at most."""
    tokens = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[.,;:!?]", text)
    plain = [t.casefold().replace("’", "'") for t in tokens]
    idea = Idea(text)
    people, used = _people(tokens, plain)
    idea.relation = _relation(plain)
    idea.place, place_words = _place(text, plain, catalogue)
    idea.mood = _mood(plain, catalogue)
    idea.people = _complete(people, plain, seed, text, idea.relation)
    names = {w for p in people for w in p.name.casefold().split()}
    idea.thing, idea.plural, idea.owned = _thing(plain, used | place_words, names)
    idea.deed, idea.doer = _deed(tokens, plain, names)
    idea.doing = _doing(tokens, plain)
    idea.topic, idea.about, idea.fact = _told(tokens, plain, idea.people)
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
            named = _introduced(found, plain, start)
            end, more = look_after(plain, i + len(role))
            if named:
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
            for _ in range(min(4, count or (2 if many else 1))):
                about = " ".join([*words, word, *more])
                found.append((i, Someone("", gender_of("", about) or "", word, about, years_of(about))))
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
    if word in _ENDS or not word.isalpha() or word.endswith("ly"):
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


# ---- where and when


def _place(text: str, plain: list[str], catalogue: Catalogue) -> tuple[str, set[int]]:
    """The place said in the idea, by name or everyday word, the longest word winning; with its tokens."""
    best: tuple[int, str, set[int]] | None = None
    options = [(tuple(h.split()), n) for n, hints in lexicon("places").items() if n in catalogue.places for h in hints]
    options += [(tuple(s.casefold().split()), e.name) for e in catalogue.places for s in (e.name, *e.synonyms)]
    for phrase, name in options:
        for i in range(len(plain) - len(phrase) + 1):
            here = tuple(plain[i : i + len(phrase)])
            if here == phrase or (len(phrase) == 1 and phrase[0] in lemmas_of(plain[i]) and len(phrase[0]) > 3):
                led = bool({"in", "at", "on", "inside", "near", "by", "outside"} & set(plain[max(0, i - 3) : i]))
                weight = len(" ".join(phrase)) + (20 if led else 0)
                if best is None or weight > best[0]:
                    best = (weight, name, set(range(i, i + len(phrase))))
    return (best[1], best[2]) if best else ("", set())


def _mood(plain: list[str], catalogue: Catalogue) -> str:
    spoken = f" {' '.join(plain)} "
    named = [
        (len(p), m.name) for m in catalogue.moods for p in (m.name, *m.synonyms)
        if f" {p.casefold()} " in spoken and p not in ("dark", "bright", "continuous")
    ]  # fmt: skip
    return max(named)[1] if named else ""


# ---- what about


def _thing(plain: list[str], used: set[int], names: set[str]) -> tuple[str, bool, bool]:
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
    return not (inside and lemmas_of(word) & set(_WORDS["verbs"]))


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


def _deed(tokens: list[str], plain: list[str], names: set[str]) -> tuple[str, int]:
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


def _doing(tokens: list[str], plain: list[str]) -> str:
    """What somebody apologises for or is accused of: "for forgetting their anniversary"."""
    for i, word in enumerate(plain[:-1]):
        following = plain[i + 1]
        if word in ("for", "of") and following.endswith("ing") and len(following) > 5 and following not in _VAGUE:
            words = _clause(tokens, i + 1)
            if 2 <= len(words) <= 7:
                return my(" ".join(words), "our")
    return ""


def _told(tokens: list[str], plain: list[str], people: list[Someone]) -> tuple[str, int, str]:
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
        if subject in _DETERMINERS:
            return "", 0, my(" ".join(words), "our")
    return "", 0, ""


def occupation(role: str) -> str:
    """The role if it is something one does for a living ("baker"), else "" ("sister")."""
    return "" if role in lexicon("people")["no_occupation"] else role


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

"""What an idea says: who, where, when, what about; in the idea's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from agents.catalogue import Catalogue
from agents.house.casting import gender_of, years_of
from agents.house.draws import draws, pick
from agents.house.language.words import lemmas_of
from agents.lexicons import lexicon

_DETERMINERS = ("a", "an", "the", "his", "her", "their", "its", "some", "this", "that", "another", "every", "my", "our")
_ENDS = frozenset(
    ["and", "or", "but", "that", "who", "which", "to", "in", "on", "at", "of", "for", "with", "from", "about", "over", "by", "before", "after", "when", "while", "because", "as", "if", "is", "are", "was", "were", "has", "have", "had", "be", "been", "being", "will", "would", "can", "could", "than", "then", "into", "near", "under", "behind", "between", "during", "until", "without", "inside", "outside", "through", "across", "against", "up", "down", "off", "out", "again", "together", "alone"]
)
_DEED_LEADS = ("want", "plan", "decide", "try", "need", "hope", "refuse", "promise", "prepare", "agree", "dare", "intend",
               "wish", "dream", "learn", "start", "struggle", "fail", "forget", "choose", "about", "going", "ready",
               "afraid", "determined", "how", "whether")  # fmt: skip
_ASKING = ("ask", "beg", "convince", "persuade", "force", "order", "teach", "invite", "challenge", "want", "help", "tell")
_VAGUE = frozenset(
    ["something", "nothing", "anything", "everything", "chance", "time", "day", "night", "evening", "morning", "way", "idea", "plan", "story", "film", "scene", "one", "two", "three", "four", "secret", "truth", "news", "fact", "reason", "thing", "things", "stuff", "life", "world", "moment", "first", "last", "end", "beginning", "situation", "conversation", "talk", "argument", "quarrel", "fight", "love", "job", "question", "answer", "help", "problem", "mistake", "surprise", "decision", "future", "past", "years", "year", "week", "weeks", "month", "months", "hour", "minute", "midnight", "noon", "dawn", "dusk", "sunset", "sunrise", "rain", "storm", "winter", "summer", "spring", "autumn", "city", "town", "village", "place", "home", "house", "outside", "there", "here", "meeting", "reunion", "farewell", "goodbye", "breakup", "apology", "confession", "proposal", "celebration", "party", "competition", "contest", "match", "game", "dream", "trouble", "danger", "middle", "front", "back", "side", "door", "doorbell", "window", "wall", "floor", "street", "road", "car", "train", "bus", "phone", "thing", "sky", "sun", "moon", "ones", "people", "crowd", "middle", "lot", "bit", "lots", "same", "other", "another", "each", "all", "both", "who", "it", "them", "him", "her"]
)


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
    fake"). relation: "friends", "couple" ...; place and mood: names in the catalogue, "" if unsaid."""

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
    idea.topic, idea.about, idea.fact = _told(tokens, plain, idea.people)
    return idea


# ---- who


def _people(tokens: list[str], plain: list[str]) -> tuple[list[Someone], set[int]]:
    """People named or called by a role, in order, and the tokens that speak of them."""
    roles = sorted((tuple(r.split()) for r in lexicon("people")["roles"]), key=len, reverse=True)
    numbers = lexicon("english")["numbers"]
    collective = lexicon("people")["collective"]
    known_names = {n for g in ("female", "male") for n in lexicon("people")["names"][g]}
    english = bool(set(plain) & set(lexicon("english")["stop"]))
    found: list[tuple[int, Someone]] = []
    used: set[int] = set()
    i = 0
    while i < len(tokens):
        role = next((r for r in roles if tuple(plain[i : i + len(r)]) == r), None)
        if role is not None and not (i + 1 < len(plain) and plain[i + 1] in ("'s",)):
            count, words, start = _before(plain, i, numbers)
            word, many = _singular(" ".join(role))
            if plain[i - 1 : i] == ["another"]:
                many, count = False, 1
            used.update(range(start, i + len(role)))
            if _refers_back(plain, start, word, found) or (found and not count and " ".join(role) in collective):
                i += len(role)
                continue
            for _ in range(min(4, count or (2 if many else 1))):
                about = " ".join([*words, word])
                found.append((i, Someone("", gender_of("", about) or "", word, about, years_of(about))))
            i += len(role)
            continue
        token = tokens[i]
        nameish = token[:1].isupper() and token[1:].islower() and plain[i] not in _ENDS and plain[i] not in _DETERMINERS
        sentence_start = i == 0 or tokens[i - 1] in ".!?"
        if nameish and (plain[i] in known_names or (english and not sentence_start and _a_name(plain, i))):
            if all(p.name.casefold() != plain[i] for _, p in found):
                _name(found, i, token, plain, used)
            used.add(i)
        i += 1
    return [p for _, p in found][:4], used


def _a_name(plain: list[str], i: int) -> bool:
    months = {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
              "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas",
              "english", "french", "german", "mars", "earth", "moon", "i"}  # fmt: skip
    return plain[i] not in months and plain[i - 1] not in ("the", "in", "at", "to", "from", "of", "near")


def _name(found: list[tuple[int, Someone]], i: int, token: str, plain: list[str], used: set[int]) -> None:
    """A name just after a role ("the baker Rosa") or just before one ("Rosa, a baker") belongs to it."""
    last = found[-1] if found else None
    if last is not None and not last[1].name and last[0] == i - 1 and last[1].role:
        found[-1] = (i, replace(last[1], name=token, named=True, gender=last[1].gender or gender_of(token) or ""))
        return
    found.append((i, Someone(token, gender_of(token) or "", named=True)))


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
        if word in _ENDS or not word.isalpha() or word in lexicon("story_verbs")["verbs"] or word in lexicon("people")["roles"] or word.endswith(("ly",)) or word in ("meet", "meets", "tells", "asks") \
                or (word.endswith("s") and lemmas_of(word) - {word} and word not in ("famous", "nervous", "jealous", "curious", "furious", "anxious", "mysterious", "ambitious")):
            break
        words.insert(0, word)
        k -= 1
    return count, words, k + 1


def _singular(role: str) -> tuple[str, bool]:
    """"friends" -> ("friend", True)."""
    special = {"children": "child", "men": "man", "women": "woman", "thieves": "thief", "wives": "wife", "spies": "spy",
               "superheroes": "superhero", "enemies": "enemy", "couple": "partner", "lovers": "lover", "twins": "twin",
               "siblings": "sibling", "family": "relative", "team": "colleague", "band": "musician"}  # fmt: skip
    if role in special:
        return special[role], True
    if role.endswith("s") and role[:-1] in lexicon("people")["roles"]:
        return role[:-1], True
    return role, False


def _refers_back(plain: list[str], start: int, word: str, found: list[tuple[int, Someone]]) -> bool:
    """"the knight" after "a knight" is the same person."""
    return plain[start : start + 1] == ["the"] and any(p.role == word for _, p in found)


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
                led = i > 0 and any(w in ("in", "at", "on", "inside", "near", "by", "outside") for w in plain[max(0, i - 3) : i])
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
    verbs = lexicon("story_verbs")
    for i, word in enumerate(plain):
        if word not in _DETERMINERS or i + 1 >= len(plain):
            continue
        end = i + 1
        while end < len(plain) and end - i <= 4 and plain[end] not in _ENDS and plain[end].isalpha() \
                and not (end > i + 1 and (lemmas_of(plain[end]) & set(verbs["verbs"]))) and plain[end] not in _DETERMINERS:
            end += 1
        words = plain[i + 1 : end]
        span = set(range(i + 1, end))
        if not words or words[-1] in _VAGUE or words[-1] in names or span & used or words[-1] in verbs["abstract"]:
            continue
        if words[-1].endswith("'s") or words[-1].endswith("ly") or words[-1] in verbs["adjectives"]:
            continue
        score = 1.0 + 0.3 * len(words) + 0.5 * i / len(plain) + (0.6 if word in ("the", "his", "her", "their") else 0.0)
        plural = words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))
        if best is None or score > best[0]:
            best = (score, " ".join(words), plural, word in ("his", "her", "their", "my", "our"))
    return best[1:] if best else ("", False, False)


def _clause(tokens: list[str], start: int, most: int = 9) -> list[str]:
    out = []
    for token in tokens[start : start + most]:
        if token in ".,;:!?" or token.casefold() in ("but", "while", "because", "when", "before", "after", "until", "although"):
            break
        if token.casefold() == "and" and len(out) >= 2:
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


_TOLD = frozenset(
    ["tell", "tells", "told", "learn", "learns", "discover", "discovers", "discovered", "find", "finds", "found", "confess", "confesses", "admit", "admits", "reveal", "reveals", "say", "says", "realise", "realises", "realize", "realizes", "announce", "announces", "hear", "hears", "know", "knows", "suspect", "suspects"]
)


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
    own = {"his": person, "her": person, "their": person, "him": "me" if person == "my" else "you",
           "himself": "myself" if person == "my" else "yourself", "herself": "myself" if person == "my" else "yourself"}  # fmt: skip
    return " ".join(own.get(w.casefold(), w) for w in deed.split())

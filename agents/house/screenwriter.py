"""The screenwriter: a short scene from a one-line idea, out of story skeletons and the idea's own words.

A story is a file in `resources/stories`: `keywords` (word -> weight) and `all` (groups of which each must be
met) choose it, unless the people are in one of the `not relations`; words of `unless told` do not count where the
idea says what is told. `relations`, `places`, `mood`, `calm` and `most` (people) frame it, `beats` tell it. A beat is a
line ("who" A to D, "say": wordings, "as": how, "turn": the emotional turn, "extra": may go) or a stage direction
("do"). Wordings hold slots ({B}, {thing}, {deed_my}, {topic_I} ...) and threads ([tea+] opens one, [tea] is said
only in it, [!tea] only outside it), so that an answer always has its question.
"""

from __future__ import annotations

import re
from collections import Counter

import numpy as np

from agents.catalogue import Catalogue
from agents.house import locations
from agents.house.draws import draws, pick
from agents.house.idea import Idea, occupation, understand_idea
from agents.house.language.words import lemmas_of
from agents.house.matter import as_person, my
from agents.input.screenplay import Direction, ParsedScene, Profile, Screenplay, Speech
from agents.lexicons import lexicon, stories
from app.document import Notice

_SLOT = re.compile(r"\{(\w+)\}")
_FLAG = re.compile(r"\[(!?)(\w+)(\+?)\]")
"""Marks before a wording: [tea+] starts a thread, [tea] is said only in it, [!tea] only outside it."""
_OWN_WORDS = (
    "thing", "Thing", "deed_my", "deed_your", "Deed_your", "topic_I", "topic_you", "doing", "question", "did"
)  # fmt: skip
_MOST_USES = {"thing": 4, "deed": 3, "topic": 2, "doing": 1, "question": 3, "did": 2}


def write(text: str, seed: int, catalogue: Catalogue, most: int | None = None) -> Screenplay:
    """A scene of two to four people from an idea. most: shots the film may have at most.

    The same idea and seed give the same words; another seed gives another scene.
    """
    idea = understand_idea(text, seed, catalogue)
    name = situation_of(text, idea)
    story = stories()[name]
    comer = idea.people[0].role in ("stranger", "guest", "visitor", "traveller", "traveler", "tourist")
    if (idea.doer == 1 and name == "generic_deed") or (comer and name == "guest"):
        idea.people[:2] = idea.people[1::-1]
    if idea.thing.split() and idea.thing.split()[-1] in story["keywords"]:
        idea.thing = "" if name == "emergency" else idea.thing
    rng = draws("story", text, seed)
    people = idea.people[: story.get("most", 4)]
    idea.people = people
    place = _place(idea, story, catalogue, rng, len(people))
    teller = _Teller(idea, story, place, rng)
    scene = ParsedScene(
        heading=place, place=place, time=idea.mood or story.get("mood", ""), synopsis=text,
        who=[p.name for p in people], calm=story.get("calm", False), elements=teller.elements(most),
    )  # fmt: skip
    profiles = [Profile(p.name, p.gender, p.years, occupation(p.role), words=p.words) for p in people]
    notices = []
    if not _english(text):
        notices.append(
            Notice(text=text, problem="the idea does not seem to be English", used="a scene written in English")
        )
    return Screenplay(logline=text, profiles=profiles, scenes=[scene], notices=notices)


def _english(text: str) -> bool:
    """Whether any common English word is in the text."""
    known = {*lexicon("english")["stop"], *lexicon("people")["roles"], *lexicon("idea_words")["verbs"]}
    known |= {*lexicon("idea_words")["abstract"], *(w for s in stories().values() for w in s["keywords"])}
    return any(lemmas_of(w) & known for w in re.findall(r"[^\W\d_]+", text.casefold()))


def situation_of(text: str, idea: Idea) -> str:
    """The story whose words the idea holds; "generic" if none."""
    spoken = f" {' '.join(re.findall(r"[a-z0-9'-]+", text.casefold().replace('’', "'")))} "
    scores: Counter[str] = Counter()
    for name, story in stories().items():
        if idea.relation in story.get("not relations", ()):
            continue
        found: dict[str, int] = {}
        for word, weight in story.get("keywords", {}).items():
            if idea.topic and word in story.get("unless told", ()):
                continue
            match = re.search(rf" {re.escape(word)}(?:s|es|d|ed|ing)? ", spoken)
            if match:  # "discovers" counts once, as itself and not as a form of "discover" too
                found[match[0]] = max(weight, found.get(match[0], 0))
        scores[name] += sum(found.values())
        groups = story.get("all", ())
        if groups and all(any(re.search(rf" {re.escape(w)}(?:s|es|d|ed|ing)? ", spoken) for w in g) for g in groups):
            scores[name] += 8
        if idea.relation and idea.relation in story.get("relations", ()) and scores[name]:
            scores[name] += 1
    strongest = max(scores.values(), default=0)
    if idea.question and strongest < 6:
        return "finding_out"
    if idea.fact and scores["adventure"] + scores["plan"] >= strongest:
        return "discovery"
    if strongest < 5 or (idea.deed and strongest < 6 and scores["adventure"] == strongest):
        if idea.topic and not idea.about and strongest < 5:
            return "announcement"
        if idea.fact:
            return "discovery"
        if idea.deed and not strongest > 4:
            return "generic_deed"
    if strongest < 2:
        return "generic_deed" if idea.deed else "generic"
    return min(scores, key=lambda n: (-scores[n], n))


def _place(idea: Idea, story: dict, catalogue: Catalogue, rng: np.random.Generator, people: int) -> str:
    """Where the idea says; else where those work who meet there, not in private; else one of the story's own places
    that holds everybody."""
    if idea.place:
        return idea.place
    private = idea.relation in lexicon("people")["private"]
    work = "" if private else locations.workplace([p.role for p in idea.people], catalogue)
    if work and len(catalogue.places[work].positions) >= people:
        return work
    known = [p for p in story.get("places", ()) if p in catalogue.places]
    fitting = [p for p in known if len(catalogue.places[p].positions) >= people]
    if fitting:
        return fitting[int(rng.integers(min(2, len(fitting))))] if len(fitting) > 1 else fitting[0]
    roomy = [p.name for p in catalogue.places if len(p.positions) >= people]
    return (roomy or catalogue.places.names)[0]


class _Teller:
    """Fills a story's beats with words."""

    def __init__(self, idea: Idea, story: dict, place: str, rng: np.random.Generator):
        self.idea, self.story, self.rng = idea, story, rng
        self.cast = dict(zip("ABCD", idea.people, strict=False))
        self.slots = self._slots(place)
        self.said: set[str] = set()
        self.threads: set[str] = set()
        self.uses: Counter[str] = Counter()

    def elements(self, most: int | None) -> list:
        beats = [b for b in self.story["beats"] if b.get("who", "A") in self.cast]
        if most is not None:
            beats = _trimmed(beats, most)
        out = []
        for beat in beats:
            if "do" in beat:
                text = self._choose(beat["do"], "")
                if text:
                    out.append(Direction(text=text))
                continue
            text = self._choose(beat["say"], beat["who"])
            if text:
                out.append(
                    Speech(
                        speaker=self.cast[beat["who"]].name, text=text, delivery=beat.get("as", ""),
                        weight="turn" if beat.get("turn") else "",
                    )
                )  # fmt: skip
        return out

    def _choose(self, options: str | list[str], speaker: str) -> str:
        """One of the wordings: those that take up a thread or the idea's own words first, none twice."""
        options = [options] if isinstance(options, str) else options
        fitting = [o for o in options if o not in self.said and self._fits(o)]
        if not fitting:
            return ""
        weights = np.array([self._weight(o) for o in fitting])
        chosen = fitting[int(self.rng.choice(len(fitting), p=weights / weights.sum()))]
        self.said.add(chosen)
        self.threads |= {name for _, name, begins in _FLAG.findall(chosen) if begins}
        for slot in _SLOT.findall(chosen):
            if slot in _OWN_WORDS:
                self.uses[slot.split("_")[0].casefold()] += 1
        slots = self.slots | self._address(speaker)
        return _tidy(_SLOT.sub(lambda m: slots[m[1]], _FLAG.sub("", chosen)))

    def _address(self, speaker: str) -> dict[str, str]:
        """What the speaker calls the others: a child says "Dad", everybody says "Captain"."""
        people = lexicon("people")
        own = self.cast[speaker].role if speaker else ""
        out = {}
        for key, person in self.cast.items():
            address = people["address"].get(person.role)
            kin = person.role in people["kin"]
            if not speaker or key == speaker or address is None or (person.named and not kin):
                continue
            if not kin or own in people["young"]:
                out[key] = address
        return out

    def _fits(self, option: str) -> bool:
        if any(slot not in self.slots for slot in _SLOT.findall(option)):
            return False
        marks = [(denied, name) for denied, name, begins in _FLAG.findall(option) if not begins]
        return all((name in self.threads) != bool(denied) for denied, name in marks)

    def _weight(self, option: str) -> float:
        kinds = {s.split("_")[0].casefold() for s in _SLOT.findall(option) if s in _OWN_WORDS}
        weight = 1.0
        for kind in kinds:
            weight *= 3.0 / (1 + self.uses[kind]) if self.uses[kind] < _MOST_USES[kind] else 0.05
        answers = any(not denied and not begins for denied, _, begins in _FLAG.findall(option))
        return weight * (4.0 if answers else 1.0)

    def _slots(self, place: str) -> dict[str, str]:
        idea, slots = self.idea, {}
        for key, person in self.cast.items():
            female = person.gender == "female"
            slots |= {
                key: person.name,
                f"he_{key}": "she" if female else "he",
                f"He_{key}": "She" if female else "He",
                f"him_{key}": "her" if female else "him",
                f"his_{key}": "her" if female else "his",
                f"sibling_{key}": "sister" if female else "brother",
            }
            if occupation(person.role):
                slots[f"role_{key}"] = person.role
                slots[f"a_role_{key}"] = f"{'an' if person.role[0] in 'aeiou' else 'a'} {person.role}"
        words = lexicon("spoken_places").get(place, {"here": "this place", "room": "room"})
        slots |= {"here": words["here"], "the_place": words["the"]}
        slots["years"] = pick(self.rng, ("three years", "five years", "seven years", "ten years", "twelve years"))
        slots["oclock"] = pick(self.rng, ("five", "six", "seven", "nine"))
        if idea.doing:
            slots["doing"] = idea.doing
        if idea.thing:
            owner = idea.thing.split()[0].endswith("'s")
            named = idea.thing.capitalize() if owner else f"the {idea.thing}"
            slots |= {
                "thing": named, "Thing": named[:1].upper() + named[1:],
                "is": "are" if idea.plural else "is", "was": "were" if idea.plural else "was",
                "it": "them" if idea.plural else "it", "its": "they" if idea.plural else "it",
                "this": "these" if idea.plural else "this",
            }  # fmt: skip
        if idea.deed:
            slots |= {"deed_my": my(idea.deed, "my"), "deed_your": my(idea.deed, "your")}
            slots["Deed_your"] = slots["deed_your"][:1].upper() + slots["deed_your"][1:]
        if idea.topic and idea.about == 0:
            slots["topic_I"] = as_person(idea.topic, "I")
        if idea.topic and idea.about == 1:
            slots["topic_you"] = as_person(idea.topic, "you")
        if idea.fact:
            slots |= {"fact": idea.fact, "Fact": idea.fact[:1].upper() + idea.fact[1:]}
        if idea.question:
            slots["question"] = idea.question
            who, _, did = idea.question.partition(" ")
            if who == "who" and did.split()[0] not in ("is", "are", "was", "were", "has", "have", "will", "would"):
                slots["did"] = did
        return slots


def _trimmed(beats: list[dict], most: int) -> list[dict]:
    """Fewer beats for a shorter film, up to two to a shot: those marked as extra go first, then the middle; the
    turn and the end stay."""
    beats = list(beats)
    keep = max(2, 2 * most - 1)
    spare = [b for b in beats if b.get("extra")]
    while len(beats) > keep and spare:
        beats.remove(spare.pop())
    while len(beats) > keep:
        middle = [b for b in beats[1:-1] if not b.get("turn")]
        if not middle:
            break
        beats.remove(middle[len(middle) // 2])
    return beats


def _tidy(text: str) -> str:
    """One space between words, a capital at the start of each sentence."""
    text = re.sub(r"\s+([,.!?;:])", r"\1", " ".join(text.split()))
    return re.sub(r"(^|[.!?] )([a-z])", lambda m: m[1] + m[2].upper(), text)

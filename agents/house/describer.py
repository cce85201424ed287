"""The describer: a description of what is seen becomes one to a few shots, without invented words: only what it quotes
or reports is spoken.

The sentences are read with the guidance language: who, what they do in which order, where, when, how the camera
moves. What nobody understands is noted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from agents.catalogue import Catalogue
from agents.house import locations
from agents.house.blocking import entrance
from agents.house.described import described, named
from agents.house.idea import occupation, understand_idea
from agents.house.language import cinematography, lighting, motion, scene
from agents.house.language.context import Context
from agents.house.language.motion import Act
from agents.house.language.words import Words
from agents.house.opening import some_way_off
from agents.house.placing import Placing
from agents.house.reported import Said, parts
from agents.input.screenplay import Direction, Element, ParsedScene, Profile, Screenplay, Speech
from agents.lexicons import lexicon
from app.document import Notice

_QUOTE = re.compile(r"[“\"]([^”\"]+)[”\"]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][\"”])\s+(?=[A-Z])|\n+|;\s+")
_PART = re.compile(r"[,:;]\s+|\s+(?:while|as|and) (?=(?:the )?camera\b)")
_MEANWHILE = re.compile(r"\s+(?:as|while|when)\s+", re.IGNORECASE)
_LEADS = ("at", "to", "into", "from", "past", "for", "towards", "toward", "before", "behind", "beside", "near", "of")
_CAMERA = re.compile(
    "".join(f"(?<!{lead} the )(?<!{lead} )" for lead in _LEADS) + r"\bcamera\b|\b(?:lens|handheld|hand-held)\b",
    re.IGNORECASE,
)
_SHOWS = re.compile(r"(?:\band\s+)?\b(?:shows?|showing|reveals?|revealing|to (?:show|reveal))\b(.*)$", re.IGNORECASE)
"""What a camera move brings into the picture."""
_STRUCK = re.compile(r"(?:surprised|startled|shocked|astonished)", re.IGNORECASE)
"""A part of a sentence that says no more than how something comes to somebody ("turns, surprised, as …")."""
_FACE = re.compile(r"\b(?:face|eyes)\b", re.IGNORECASE)
_OF_FACE = re.compile(r"\bof (?:his|her|their|the) (?:face|eyes)\b", re.IGNORECASE)
_GOES = ("walk", "run", "enter", "leave")
CLOSE = ("Close-up", "Medium Close-up", "Extreme Close-up")
"""Shots of one face."""
REVEALED = 60
"""Per cent a camera pulls out to show the place round somebody."""
_LIT = re.compile(r"^(?:[\w-]+ ){1,3}(?:light|lighting|glow)$", re.IGNORECASE)
"""A part of a sentence that says only what the light is like."""


@dataclass
class _Reading:
    people: list[Profile]
    placing: Placing
    mood: str = ""
    last: list[str] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def describe_scene(text: str, catalogue: Catalogue) -> Screenplay:
    """A screenplay of one scene that shows what the description says, spoken words only where it quotes some."""
    unquoted = _QUOTE.sub("", text)
    idea = understand_idea(unquoted, 0, catalogue)
    who = described(idea.people, text)
    people = who.people
    place, notice = locations.described(idea.place, unquoted, [p.role for p in people], catalogue)
    profiles = [Profile(p.name, p.gender, p.years, occupation(p.role), words=p.words) for p in people]
    context = Context(
        catalogue, place, tuple(p.name for p in people), (), {p.name: p.gender for p in people},
        subjects=tuple(p.name for p in people[:1]),
    )  # fmt: skip
    reading = _Reading(profiles, Placing(context), idea.mood or _light(text), notices=notice)
    doing = list(who.doing)
    for sentence in filter(str.strip, _SENTENCE.split(text.strip())):
        for phrase in who.looks:
            sentence = re.sub(rf"\s*\b{re.escape(phrase)}", "", sentence, flags=re.IGNORECASE)
        sentence = _who(named(sentence, who), context.people)
        for name, verb in [d for d in doing if d[0] in sentence]:
            sentence = f"{sentence.rstrip(' .!')}, {name} {verb}"
            doing.remove((name, verb))
        for part in [sentence] if _QUOTE.search(sentence) else parts(sentence, context):
            if isinstance(part, Said):
                reading.elements.append(Speech(speaker=part.speaker, text=part.text, delivery=part.delivery))
            else:
                _sentence(part, context, reading)
    if not reading.elements:
        reading.elements.append(Direction(text=text))
    placing = reading.placing
    acts = [a for e in reading.elements if isinstance(e, Direction) for a in motion.parse(e.text, context)[0].acts]
    _at_the_door(acts, context, placing)
    if placing.postures:
        _on_their_feet(acts, context, placing)
    parsed = ParsedScene(
        heading=place, place=place, time=reading.mood, synopsis=text, who=[p.name for p in people],
        elements=reading.elements, calm=bool(placing.postures), where=placing.where, postures=placing.postures,
    )  # fmt: skip
    return Screenplay(
        logline=text, profiles=reading.people, scenes=[parsed], notices=[*reading.notices, *placing.notices]
    )


def _who(sentence: str, people: tuple[str, ...]) -> str:
    """ "waves to Mother, who cries" is of Mother: whoever was named last."""

    def of(match: re.Match) -> str:
        before = sentence[: match.start()]
        found = max(((before.rfind(name), len(name), name) for name in people if name in before), default=None)
        return f", {found[2]}" if found else match[0]

    return re.sub(r",\s+who\b", of, sentence)


def _on_their_feet(acts: list[Act], context: Context, placing: Placing) -> None:
    """Where some sit, those who go somewhere, or do something to somebody, stand."""
    for act in acts:
        entry = context.catalogue.actions[act.what] if act.kind == "perform" else None
        if act.kind in (*_GOES, "turn") or getattr(entry, "partner", False):
            placing.postures.setdefault(act.person, "standing")


def _at_the_door(acts: list[Act], context: Context, placing: Placing) -> None:
    """Who walks up to somebody begins some way off. Where everybody comes in there is nobody to wait for them: they
    begin at the entrance."""
    first = {a.person: a for a in reversed(acts) if not a.along}
    some_way_off(first, context, placing)
    if first and all(p in first and first[p].kind == "enter" for p in context.people):
        for person in context.people:
            door = entrance(context.catalogue, context.place, set(placing.where.values()))
            if door is not None and person not in placing.where:
                placing.where[person] = door


def _light(text: str) -> str:
    """The mood that words of light mean which are no name of one ("gloomy light")."""
    moods = lexicon("describing")["light"]
    return next((mood for words, mood in moods.items() if re.search(rf"\b{words}\b", text.casefold())), "")


def _sentence(sentence: str, context: Context, reading: _Reading) -> None:
    """One sentence: its camera words, what is said in quotes, and what is done."""
    said = _QUOTE.findall(sentence)
    camera, done = [], []
    for part in _PART.split(_QUOTE.sub("", sentence)):
        part = part.strip(" .!?")
        if not part or _LIT.search(part):
            continue
        part = "starts in surprise" if _STRUCK.fullmatch(part) else part
        if not _about_camera(part, context):
            done.append(part)
            continue
        filmed, _, acted = (p.strip() for p in _MEANWHILE.sub("\n", part, count=1).partition("\n"))
        camera.append(filmed)
        done += [_by_name(acted, filmed, context)] if acted else []
    told, after = _cut(camera, context)
    apart = _before_the_way(done, told, context)
    if not apart:
        apart, told = _before_the_face(done, told, context)
    if apart:
        _sentence(", ".join(done[:apart]), context, reading)
        done = done[apart:]
    acts = ", ".join(done)
    reading.last += [n for n in re.findall(r"\w+(?: \d)?", acts) if n in context.people]
    shot = _shown(_of_whom(told, reading, context), context)
    shot = _pushed(shot, _FACE.search(told) is not None, acts, context)
    words = context.words(acts)
    reading.placing.read(words)
    _seat(acts, context, reading)
    intent = motion.read(words, context)
    _rest(words, context, reading, "these words cannot be shown")
    if shot:
        view_words = context.words(shot)
        cinematography.read(view_words, context)
        _rest(view_words, context, reading, "these camera words are not known")
    talks = [a for a in intent.acts if a.kind == "perform" and a.what.endswith("Talking")]
    if said and len(talks) == len(intent.acts):
        acts = ""
    if not acts and not said and reading.elements and shot:
        before = reading.elements[-1].shot
        if _sized(before, context) and _sized(shot, context):
            reading.elements.append(Direction(shot=shot))
        else:
            reading.elements[-1].shot = _and(before, shot)
        return
    if acts or not said:
        reading.elements.append(Direction(text=acts, shot=shot))
    if after:
        reading.elements.append(Direction(shot=_of_whom(after, reading, context)))
    speaker = intent.acts[-1].person if intent.acts else reading.people[0].name
    for quote in said:
        text = " ".join(quote.split())
        text = f"{text[:-1]}." if text.endswith(",") else text
        reading.elements.append(Speech(speaker=speaker, text=text, shot="" if acts else shot))


def _by_name(acted: str, filmed: str, context: Context) -> str:
    """What "she" does while the camera films somebody, said of the one it films."""
    seen = [n for n in context.people if re.search(rf"\b{re.escape(n)}\b", filmed)]
    pronoun = re.match(r"(?:she|he|they)\b", acted, re.IGNORECASE)
    return f"{seen[0]}{acted[pronoun.end() :]}" if pronoun and len(seen) == 1 else acted


def _of_whom(shot: str, reading: _Reading, context: Context) -> str:
    """Camera words with the name of the one they mean by "her" or "his face": whoever was told of last."""
    pronoun = re.search(r"\b(her|him|his)\b(?: (?:face|eyes))?", shot, re.IGNORECASE)
    if pronoun is None or any(re.search(rf"\b{re.escape(n)}\b", shot) for n in context.people):
        return shot
    gender = "female" if pronoun[1].casefold() == "her" else "male"
    name = next((n for n in reversed(reading.last) if context.genders.get(n) == gender), "")
    return f"{shot[: pronoun.start()]}{name}{shot[pronoun.end() :]}" if name else shot


def _before_the_way(done: list[str], camera: str, context: Context) -> int:
    """How many parts of a sentence are told before somebody goes whom the camera follows, and are about others too:
    they are a shot of their own."""
    if not done or cinematography.parse(camera, context)[0].shot_type != lexicon("shot_roles")["follow"]:
        return 0
    acts = [motion.parse(part, context)[0].acts for part in done]
    first = next((n for n, own in enumerate(acts) if any(a.kind in _GOES for a in own)), 0)
    return first if len({a.person for own in acts[:first] for a in own}) > 1 else 0


def _cut(camera: list[str], context: Context) -> tuple[str, str]:
    """The camera words of a sentence, and those of a shot of its own that follows: "wide shot, then a close-up"."""
    for k, part in enumerate(camera[1:], 1):
        lead = re.match(r"(?:and )?(?:then|finally|cut to)\b[: ]*", part, re.IGNORECASE)
        if lead and _sized("; ".join(camera[:k]), context) and _sized(part, context):
            return "; ".join(camera[:k]), "; ".join([part[lead.end() :], *camera[k + 1 :]])
    return "; ".join(camera), ""


def _sized(shot: str, context: Context) -> bool:
    return bool(shot) and bool(cinematography.parse(shot, context)[0].shot_type)


def _before_the_face(done: list[str], camera: str, context: Context) -> tuple[int, str]:
    """(how many parts of a sentence come before a close shot that names nobody, its camera words): it is of the one
    who acts last, where others act before."""
    intent, _ = cinematography.parse(camera, context)
    if intent.subjects or intent.shot_type not in CLOSE or len(done) < 2:
        return 0, camera
    actors = [{a.person for a in motion.parse(part, context)[0].acts} for part in done]
    if len(actors[-1]) != 1:
        return 0, camera
    first = next((k + 1 for k in range(len(done) - 2, -1, -1) if actors[k] - actors[-1]), 0)
    if not first:
        return 0, camera
    return first, cinematography.describe(replace(intent, subjects=tuple(actors[-1])), context)


def _pushed(shot: str, face: bool, acts: str, context: Context) -> str:
    """Camera words of a push in that names neither size nor share: from a frame that shows what is done to one in
    which it is read in the face."""
    intent, _ = cinematography.parse(shot, context)
    if intent.shot_type or "%" in shot or not any(m.kind == "push" and m.amount > 0 for m in intent.moves):
        return shot
    who = intent.subjects[:1] or (context.people if len(context.people) == 1 else ())
    if not who:
        return shot
    goes = any(a.kind in _GOES or a.what == "Pacing" for a in motion.parse(acts, context)[0].acts)
    size, share = ("Medium Shot", 0.45) if face and not goes else ("Long Shot", 0.7 if face else 0.5)
    moves = tuple(replace(m, amount=share) if m.kind == "push" and m.amount > 0 else m for m in intent.moves)
    return cinematography.describe(replace(intent, shot_type=size, subjects=who, moves=moves), context)


def _shown(shot: str, context: Context) -> str:
    """Camera words without what the move brings into the picture: it begins near the one it is about and ends wide."""
    match = _SHOWS.search(shot)
    if match is None:
        return shot
    shot = shot[: match.start()].rstrip(" ,;")
    intent, _ = cinematography.parse(shot, context)
    first = context.people[0] if context.people else ""
    if any(m.kind == "push" and m.amount < 0 for m in intent.moves) and not intent.shot_type and first:
        shown = "to show everybody" if len(context.people) > 1 else f"by {REVEALED} %"
        return f"Medium Shot of {first}, pull out {shown}"
    return shot


def _seat(acts: str, context: Context, reading: _Reading) -> None:
    """The placing takes up a "sits" that says how somebody is and not what they do."""
    placing = reading.placing
    for person in context.people:
        own = [a for a in motion.parse(acts, context)[0].acts if a.person == person and not a.along]
        if not any(a.kind == "sit" for a in own):
            continue
        state = own[0].kind == "sit" and not re.search(r"\bsits? down\b|\btakes? a seat\b", acts, re.IGNORECASE)
        going = any(a.kind in ("walk", "run", "enter") for a in own)
        if not going and placing.sit(person, seated=state) and state:
            context.postures[person] = "sitting"
    for person, posture in placing.postures.items():
        context.postures[person] = posture


def _rest(words: Words, context: Context, reading: _Reading, problem: str) -> None:
    """Notes what is left of a text when place, time and names are taken out."""
    place = context.catalogue.places[context.place]
    known = (place.name, *place.synonyms, *lexicon("places").get(place.name, ()), *lexicon("describing")["fillers"])
    for phrase in sorted(known, key=len, reverse=True):
        while words.take(phrase):
            pass
    scene.read(words, context)
    lighting.read(words, context)
    for i in range(len(words)):
        person = context.person_at(words, i)
        if person is not None:
            words.claim(i, i + person[1])
    unknown = words.leftovers()
    if unknown:
        reading.notices.append(Notice(text="; ".join(unknown), problem=problem, used="left out"))


def _and(first: str, second: str) -> str:
    return f"{first}; {second}" if first else second


def _about_camera(part: str, context: Context) -> bool:
    """Whether a part of a sentence speaks of the camera or names a shot, and of little else."""
    if _CAMERA.search(part):
        return True
    words = context.words(_OF_FACE.sub("", part))
    intent = cinematography.read(words, context)
    if not (intent.shot_type or intent.height or intent.lens or intent.moves or intent.still or intent.angle):
        return False
    claimed = sum(words.tokens[i].is_word for i in words.claimed)
    if len(" ".join(words.leftovers()).split()) >= claimed:
        return False
    return claimed > 1 or not motion.parse(part, context)[0].acts

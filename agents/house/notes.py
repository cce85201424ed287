"""What a reviewer's note in plain words, or a suggestion of a review, means for the guidance of a shot."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace

from agents.catalogue import Catalogue
from agents.house.guidance import context_of
from agents.house.language.cinematography import CameraIntent
from agents.house.language.context import Context
from agents.house.language.lighting import KeyLight, LightingIntent
from agents.house.language.words import Words
from agents.house.programmer import ELSEWHERE, LANGUAGES, Intents
from agents.house.refiner import DEFAULT_ANGLE
from agents.house.wishes import guidance_for, join
from agents.lexicons import lexicon
from app.document import HOUSE, PERSON, SUB_PROCESSES, Film, Origin, Proposal, Remark, Review, Shot, Suggestion
from app.edits import AddProposal, Group, SetRemark

READERS = ("cinematography", "lighting", "motion", "character", "scene")
TIGHTEN = 1.25
"""What "a bit closer" multiplies the subject's share of the frame by."""


@dataclass
class Revision:
    """guidance: sub-process -> new text. expects: what has to grow (1) or shrink (-1). not_understood: words of the
    note. locked: parts it would change but for their lock."""

    guidance: dict[str, str] = field(default_factory=dict)
    expects: dict[str, int] = field(default_factory=dict)
    not_understood: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)


def revise(film: Film, shot_id: str, text: str, catalogue: Catalogue) -> Revision:
    """What a note ("closer, and make it night") changes in a shot's guidance."""
    return _revised(film, film.shot(shot_id), text, catalogue)


def _revised(film: Film, shot: Shot, text: str, catalogue: Catalogue) -> Revision:
    context = context_of(film, film.scene_of(shot.id), shot, catalogue)
    out = Revision()
    wish = Intents()
    for sentence in re.split(r"(?<=[.;!?\n])\s+|\n", _as_request(text)):
        found, missed = _read(sentence, shot, context)
        wish = join(wish, found)
        out.not_understood += missed
    return _changed(shot, wish, context, out)


def suggested(film: Film, shot_id: str, suggestion: Suggestion, catalogue: Catalogue) -> Revision:
    """What a suggestion of a review changes in a shot's guidance; its words are added where it holds no data."""
    shot = film.shot(shot_id)
    context = context_of(film, film.scene_of(shot_id), shot, catalogue)
    wish = _as_wish(shot, suggestion, context)
    if wish is not None:
        return _changed(shot, wish, context, Revision())
    name = suggestion.sub_process
    if shot.is_locked(name):
        return Revision(locked=[name])
    old = getattr(shot.guidance, name).rstrip()
    return Revision(guidance={name: f"{old}\n{suggestion.text}" if old else suggestion.text})


def worded(film: Film, shot: Shot, review: Review, locked: set[str], catalogue: Catalogue) -> dict[str, str]:
    """New guidance (sub-process -> text) for what a person or a model asks for in words in its review of a shot; the
    shot may be a copy with other guidance than the film's."""
    if review.by == HOUSE:
        return {}
    asked = [f.suggestion.text for f in review.problems if f.suggestion is not None and not f.suggestion.change]
    revision = _revised(film, shot, "\n".join(dict.fromkeys(asked)), catalogue)
    return {name: text for name, text in revision.guidance.items() if name not in locked}


def remark(film: Film, shot_id: str, text: str, catalogue: Catalogue, by: Origin = PERSON) -> Group:
    """A note on a shot with the changes the crew proposes for it, as one edit."""
    return noted(film, shot_id, text, revise(film, shot_id, text, catalogue), by)


def noted(film: Film, shot_id: str, text: str, revision: Revision, by: Origin = PERSON, crew: Origin = HOUSE) -> Group:
    """A note on a shot with the changes that `crew` proposes for it, as one edit."""
    shot = film.shot(shot_id)
    made = Remark(
        text=text.strip(),
        by=by,
        made=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        state="proposed" if revision.guidance else "open",
        take=shot.active_take,
        expects=revision.expects,
        verdict=_reservations(revision),
    )
    proposals = [
        Proposal(
            target=shot_id, field=f"guidance.{name}", old=getattr(shot.guidance, name), new=new, by=crew,
            why=made.text, remark=made.id,
        )
        for name, new in revision.guidance.items()
    ]  # fmt: skip
    edits = [SetRemark(by=by, shot=shot_id, id=made.id, remark=made)]
    return Group(by=by, name="note", edits=[*edits, *(AddProposal(by=crew, proposal=p) for p in proposals)])


def _reservations(revision: Revision) -> str:
    """What of a note will not be done, in words."""
    parts = []
    if revision.not_understood:
        parts.append("not understood: " + "; ".join(f"“{w}”" for w in revision.not_understood))
    if revision.locked:
        parts.append(f"{', '.join(revision.locked)} locked")
    if not parts and not revision.guidance:
        parts.append("the guidance asks for this already")
    return ". ".join(p[:1].upper() + p[1:] for p in parts)


def _changed(shot: Shot, wish: Intents, context: Context, out: Revision) -> Revision:
    for name, text in guidance_for(shot, wish, context).items():
        if shot.is_locked(name):
            out.locked.append(name)
        else:
            out.guidance[name] = text
    if wish.lighting.stops and "lighting" in out.guidance:
        out.expects["brightness"] = 1 if wish.lighting.stops > 0 else -1
    change = _tightness(shot, wish.cinematography, context)
    if change and "cinematography" in out.guidance:
        out.expects["fill"] = change
    return out


def expected(film: Film, shot_id: str, guidance: dict[str, str], catalogue: Catalogue) -> dict[str, int]:
    """What new guidance (sub-process -> text) makes grow or shrink, as a revision says it."""
    shot = film.shot(shot_id)
    context = context_of(film, film.scene_of(shot_id), shot, catalogue)
    out = {}
    if "lighting" in guidance:
        read = LANGUAGES["lighting"].parse
        stops = read(guidance["lighting"], context)[0].stops - read(shot.guidance.lighting, context)[0].stops
        out |= {"brightness": 1 if stops > 0 else -1} if stops else {}
    if "cinematography" in guidance:
        change = _tightness(shot, LANGUAGES["cinematography"].parse(guidance["cinematography"], context)[0], context)
        out |= {"fill": change} if change else {}
    return out


def _tightness(shot: Shot, wish: CameraIntent, context: Context) -> int:
    """1 when the wish goes closer, -1 when farther, 0 when neither can be told."""
    if wish.shot_type:
        now = context.catalogue.shots.find(_type_of(shot, context))
        before = now.entry.size if now else 0.0
        after = context.catalogue.shots[wish.shot_type].size
        return (after > before) - (after < before)
    filled = _filled(shot)
    if wish.fill is not None and filled is not None:
        return (wish.fill > filled) - (wish.fill < filled)
    return 0


# ---- reading a note


def _as_request(text: str) -> str:
    """Complaints said as what is wished for: "too dark" is "brighter"."""
    complaints = lexicon("notes")["complaints"]
    found = "|".join(re.escape(c) for c in sorted(complaints, key=len, reverse=True))
    return re.sub(rf"\b(?:{found})\b", lambda m: complaints[m[0].casefold()], text, flags=re.IGNORECASE)


def _read(sentence: str, shot: Shot, context: Context) -> tuple[Intents, list[str]]:
    """The reading of a sentence that leaves the fewest words over and then touches the fewest parts, whichever
    part of the shot it begins with."""
    best: tuple[tuple[int, int], Intents, list[str]] | None = None
    for own in READERS:
        words = context.words(sentence)
        nearness, of_people = _nearness(words, shot, context)
        wish = Intents(cinematography=nearness)
        for name in (own, *ELSEWHERE[own], *(n for n in SUB_PROCESSES if n not in ELSEWHERE[own] and n != own)):
            if name == "cinematography" and of_people:
                continue
            found = LANGUAGES[name].read(words, context)
            wish = join(wish, Intents(**{name: found}))
        missed = [m for m in words.leftovers() if m.casefold() not in lexicon("notes")["polite"]]
        parts = sum(getattr(wish, n) != getattr(Intents(), n) for n in SUB_PROCESSES)
        score = (sum(len(m.split()) for m in missed), parts)
        if best is None or score < best[0]:
            best = (score, wish, missed)
        if score <= (0, 1):
            break
    return best[1], best[2]


def _nearness(words: Words, shot: Shot, context: Context) -> tuple[CameraIntent, bool]:
    """ "closer", "a bit wider": the next shot type up or down, or the same one filling more or less. Also whether
    it is people who come closer to something, not the camera: "Mia stands closer to the window"."""
    said = lexicon("notes")
    for step, phrases in ((1, said["closer"]), (-1, said["wider"])):
        found = words.find(*phrases)
        if found is None:
            continue
        if _about_people(words, *found, context):
            words.claim(*found)
            return CameraIntent(), True
        words.claim(*found)
        amount = 1
        for k in range(max(0, found[0] - 3), found[0]):
            if words.tokens[k].word in (*said["little"], *said["much"]):
                words.claim(k)
                amount = 2 if words.tokens[k].word in said["much"] else 0
        words.take(*said["carriers"])
        return _nearer(shot, step, amount, context), False
    return CameraIntent(), False


def _about_people(words: Words, start: int, end: int, context: Context) -> bool:
    named = any(context.person_at(words, k) for k in range(words.clause_start(start), start))
    to_thing = end + 1 < len(words) and any(context.thing_at(words, k) for k in (end + 1, end + 2) if k < len(words))
    return named or to_thing


def _nearer(shot: Shot, step: int, amount: int, context: Context) -> CameraIntent:
    ladder = [n for n in lexicon("notes")["ladder"] if n in context.catalogue.shots]
    own = context.catalogue.shots.find(_type_of(shot, context))
    size = own.entry.size if own else 3.0
    filled = _filled(shot)
    together = own is not None and own.entry.least > 1  # both have to fit: closer means closer to one of them
    if not together and filled is not None and (amount == 0 or (own is not None and own.entry.name not in ladder)):
        factor = TIGHTEN ** (step * max(amount, 1))
        return CameraIntent(fill=round(min(max(filled * factor, 0.1), 1.3), 2))
    sizes = [context.catalogue.shots[n].size for n in ladder]
    beyond = [n for n, s in zip(ladder, sizes, strict=True) if (s > size if step > 0 else s < size)]
    if not beyond:
        edge = filled if filled is not None else 0.8
        return CameraIntent(fill=round(min(max(edge * TIGHTEN**step, 0.1), 1.3), 2))
    beyond = beyond if step > 0 else beyond[::-1]
    chosen = context.catalogue.shots[beyond[min(max(amount, 1), len(beyond)) - 1]]
    speakers = [n for n, _ in context.lines if n in context.subjects]
    most = 1 if together and step > 0 else chosen.most
    subjects = (speakers or list(context.subjects))[:most] if len(context.subjects) > most else ()
    return CameraIntent(shot_type=chosen.name, subjects=tuple(dict.fromkeys(subjects)))


def _type_of(shot: Shot, context: Context) -> str:
    """The shot type that is filmed: the guidance's, else the shot's own."""
    return LANGUAGES["cinematography"].parse(shot.guidance.cinematography, context)[0].shot_type or shot.shot_type


def _filled(shot: Shot) -> float | None:
    """The share of the frame's height the subject takes, as measured on the active take."""
    review = shot.take.review if shot.take else None
    found = [f.value for f in review.findings if f.check == "fills the frame" and f.value] if review else []
    return found[0] if found else None


# ---- suggestions


def _as_wish(shot: Shot, suggestion: Suggestion, context: Context) -> Intents | None:
    """The data of a suggestion as a wish; None where it holds none that guidance can say."""
    change = suggestion.change
    own = LANGUAGES["cinematography"].parse(shot.guidance.cinematography, context)[0]
    match change:
        case {"argument": "fill", "set": value}:
            return Intents(cinematography=CameraIntent(fill=round(min(max(value, 0.1), 1.3), 2)))
        case {"argument": "angle", "set": value}:
            return Intents(cinematography=CameraIntent(angle=float(value)))
        case {"argument": "angle", "add": value}:
            angle = own.angle if own.angle is not None else DEFAULT_ANGLE
            return Intents(cinematography=CameraIntent(angle=float((angle + value + 180) % 360 - 180)))
        case {"call": "exposure", "stops": value}:
            return Intents(lighting=LightingIntent(stops=float(value)))
        case {"call": "key_light", "subject": person, "factor": value}:
            light = LANGUAGES["lighting"].parse(shot.guidance.lighting, context)[0]
            key = next((k for k in light.keys if k.person == person), KeyLight(person))
            key = replace(key, strength=round(min(key.strength * value, 8.0), 2))
            return Intents(lighting=LightingIntent(keys=(key,)))
    return None

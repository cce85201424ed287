"""Who is in the film: characters from profiles, with look and voice."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from agents.catalogue import Catalogue
from agents.house.draws import Ids
from agents.house.family import aged, family
from agents.input.screenplay import Doing, Profile, Screenplay, Speech
from agents.lexicons import lexicon
from app.document import HOUSE, Character, Notice
from library.cast.kinship import related
from library.cast.looks import names as first_names
from library.cast.looks import years_said


def gender_of(name: str, words: str = "") -> str | None:
    """ "female" or "male" by what is said of somebody, else by the name, else by what they wear; None if nothing
    tells."""
    people = lexicon("people")
    tokens = set(re.findall(r"[a-z]+", f"{words} {_one_of(name)}".casefold()))
    called = next((first_names()[n] for n in re.findall(r"[^\W\d_]+", name.casefold()) if n in first_names()), None)
    return _told(tokens, people["words"]) or _in_the_word(tokens) or called or _told(tokens, people["worn"])


def _one_of(name: str) -> str:
    """One of those whom a name in the plural means: "Boys" -> "boy"."""
    people = lexicon("people")
    single = {many: one for one, many in people["plurals"].items()}
    words = name.rstrip(" 0123456789").casefold().split()
    return " ".join(single.get(w) or (w[:-1] if w.endswith("s") and w[:-1] in people["roles"] else w) for w in words)


def _told(tokens: set[str], table: dict[str, list[str]]) -> str | None:
    return next((gender for gender in ("female", "male") if tokens & set(table[gender])), None)


def _in_the_word(tokens: set[str]) -> str | None:
    """What a role's own ending tells: "postwoman", "salesman", "schoolgirl"."""
    roles = set(lexicon("people")["roles"])
    endings = {"female": ("woman", "girl", "lady"), "male": ("man", "boy")}
    return next((g for g, ends in endings.items() if any(t.endswith(ends) for t in tokens & roles)), None)


AGED = 71
"""Years of somebody who is called old and whose age nothing else says."""
_AGED = re.compile(
    r"(?<!year )(?<!years )(?<!year-)(?<!years-)\bold\b(?!-|\s+(?:friend|school|flame|rival|classmate|comrade|enem|"
    r"mate|partner|colleague|acquaintance|neighbou?r|lover|flatmate|roommate|love))"
)
"""Old in years: not an old friend."""


def years_of(words: str) -> int | None:
    """An age said in words ("in her fifties", "old", "a girl", "12-year-old")."""
    text = words.casefold()
    number = re.search(r"\b(\d{1,2})\b", text)
    if number and 4 <= int(number[1]) <= 100:
        return int(number[1])
    spelled = years_said(text)
    if spelled is not None:
        return spelled
    for phrase, years in lexicon("people")["ages"].items():
        if re.search(rf"\b{re.escape(phrase)}\b", text):
            return years
    return AGED if _AGED.search(text) else None


def members(play: Screenplay) -> list[str]:
    """Names of everybody who speaks, acts or is listed, in order of appearance; spellings folded together."""
    seen: dict[str, str] = {}
    for scene in play.scenes:
        names = [*scene.who, *scene.where]
        for element in scene.elements:
            if isinstance(element, Speech):
                names.append(element.speaker)
            if isinstance(element, (Speech, Doing)):
                names += [a.character for a in element.acts]
            if isinstance(element, Doing):
                names += [w.character for w in element.walks]
        for name in names:
            seen.setdefault(name.casefold(), name)
    for profile in play.profiles if not play.strict else ():
        if profile.words:
            seen.setdefault(profile.name.casefold(), profile.name)
    profiled = {p.name.casefold(): p.name for p in play.profiles}
    return [profiled.get(key, name) for key, name in seen.items()]


def cast(
    play: Screenplay, catalogue: Catalogue, seed: int, ids: Ids, there: Sequence[Character] = ()
) -> tuple[list[Character], list[Notice]]:
    """A character for everybody in the screenplay; relatives look alike. A notice for each who has no profile where
    profiles are given. there: whom the film has already."""
    given = {p.name.casefold(): p for p in play.profiles}
    notices: list[Notice] = []
    profiles: list[Profile] = []
    for name in members(play):
        if name.casefold() not in given and play.strict and play.profiles:
            notices.append(
                Notice(text=name, problem="this character is in no profile", used="a person made from the name")
            )
        profiles.append(given.get(name.casefold()) or Profile(name))
    people = [*((c.name, f"{c.description} {c.occupation}") for c in there), *((p.name, _said(p)) for p in profiles)]
    who = family(people, play.logline)
    years = {c.name: c.years for c in there} | {p.name: _years(p, seed) for p in profiles}
    told = {c.name for c in there} | {p.name for p in profiles if _age_is_said(p)}
    years = aged(years, told, who)
    characters: list[Character] = []
    for profile in profiles:
        characters.append(_character(profile, years[profile.name], catalogue, seed, ids, [*there, *characters]))
    looks = {c.name: c.look for c in (*there, *characters)}
    for profile, character in zip(profiles, characters, strict=True):
        bond = who.bonds.get(profile.name)
        if bond is not None:
            character.look = related(
                looks[bond.to], _about(profile), gender=character.gender, years=character.years,
                seed=_look_seed(profile, seed), share=bond.share, twin=bond.twin,
            )  # fmt: skip
    voices = catalogue.voices(characters)
    for character in characters:
        character.voice = voices[character.name]
    return characters, notices


def _said(profile: Profile) -> str:
    return f"{profile.words} {profile.occupation}"


def _about(profile: Profile) -> str:
    """What the look is made from."""
    return ", ".join(t for t in (profile.words, profile.occupation) if t) or profile.name


def _look_seed(profile: Profile, seed: int) -> int:
    return zlib.crc32(f"{profile.name} {seed}".encode()) & 0x7FFFFFFF


def _years(profile: Profile, seed: int) -> int:
    years = profile.years or years_of(f"{_said(profile)} {_one_of(profile.name)}")
    return 26 + (zlib.crc32(f"{profile.name} {seed}".encode()) % 20) if years is None else years


def _age_is_said(profile: Profile) -> bool:
    """Whether more than a word for a relative tells how old somebody is."""
    kin = "|".join(word for own in lexicon("people")["blood"].values() for word in own)
    spoken = f"{_said(profile)} {_one_of(profile.name)}".casefold()
    return years_of(re.sub(rf"\b(?:{kin})\b", "", spoken)) is not None or (
        profile.years is not None and profile.years != years_of(spoken)
    )


def _character(
    profile: Profile, years: int, catalogue: Catalogue, seed: int, ids: Ids, others: Sequence[Character]
) -> Character:
    gender = profile.gender or gender_of(profile.name, _said(profile))
    if gender is None:
        balance = sum(1 if c.gender == "female" else -1 for c in others)
        drawn = ("female", "male")[zlib.crc32(profile.name.encode()) % 2]
        gender = "male" if balance > 0 else "female" if balance < 0 else drawn
    return Character(
        id=ids("character"),
        name=profile.name,
        gender=gender,
        years=years,
        occupation=profile.occupation,
        traits=profile.traits,
        speaking_style=profile.speaking_style,
        description=profile.words,
        look=catalogue.look_of(_about(profile), gender=gender, years=years, seed=_look_seed(profile, seed)),
        origins={"look": HOUSE, "voice": HOUSE},
    )

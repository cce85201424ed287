"""Reported speech becomes spoken: "Tom tells her that he is sorry" is Tom's line "I'm sorry."

Who "he" and "she" are follows from who speaks to whom; where both are of one kind it is the speaker, and after
"ask" and "order" the one who is spoken to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agents.house.language import motion
from agents.house.language.context import Context
from agents.house.language.words import lemmas_of
from agents.house.matter import as_person, my
from agents.lexicons import lexicon

_SAYS = (
    r"say|tell|explain|announce|answer|reply|whisper|shout|admit|confess|warn|promise|insist|claim|repeat|murmur|cry"
)
_VERB = rf"(?P<verb>ask|order|beg|{_SAYS})(?:s|es|ies)?"
_TO = r"(?:\s+(?:to\s+)?(?P<to>him|her|them|everybody|everyone|(?:the\s+)?{names}))?"
_CLAUSE = r"(?P<clause>[^,;:.!?“”\"]+)"
_ASKED = "where|what|why|who|when|how"
_LEAD = rf"\s+(?P<lead>(?:that|if|whether|to|for|{_ASKED})\b|(?=(?:it|he|she|they|there|we|you)\b))\s*"
_HELLO = {
    "yes": "Yes.", "no": "No.", "hello": "Hello.", "hi": "Hi.", "goodbye": "Goodbye.", "good night": "Good night.",
    "good morning": "Good morning.", "sorry": "Sorry.", "thank you": "Thank you.", "thanks": "Thanks.",
}  # fmt: skip
_HER = {"she": "female", "her": "female", "he": "male", "him": "male"}
_AUXILIARY = frozenset("is are was were has have had can could will would may should must".split())  # noqa: SIM905
_AFTER = {"and", "or", "but", "to", "for", "at", "in", "on", "with", "from", "now", "again", "more", "so", "anymore"}
"""Words before which "her" is somebody and not something of theirs."""
_MOODS = {"whisper": "whispering", "shout": "shouting", "murmur": "quietly", "cry": "crying", "beg": "pleading"}


@dataclass(frozen=True)
class Said:
    """A line that a sentence reports. speaker: a name; delivery: how it is said, "" for plainly."""

    speaker: str
    text: str
    delivery: str = ""


def parts(sentence: str, context: Context) -> list[str | Said]:
    """The sentence in pieces, in order: what is done, and what is said. One piece where nothing is reported."""
    found = _find(sentence, context)
    if found is None:
        return [sentence]
    match, clause = found
    before = re.sub(r"(?:\s*,)?\s*(?:and|then|but)?\s*$", "", sentence[: match.start()]).strip()
    after = sentence[match.start("clause") + len(clause) :]
    after = re.sub(r"^\s*[,;]?\s*(?:and|then|but)\s+", "", after).strip(" .!?,")
    speaker = _speaker(sentence[: match.start()], context)
    said = _line(match, clause, speaker, _listener(match["to"], speaker, context), context) if speaker else ""
    if not said:
        return [sentence]
    verb = match["verb"]
    out: list[str | Said] = [before] if motion.parse(before, context)[0].acts else []
    out.append(Said(speaker, said, _MOODS.get(verb, "")))
    if after:
        led = after.split()[0].casefold() in ("she", "he", "they", "the") or context.person_at(context.words(after), 0)
        out += parts(after if led else f"{speaker} {after}", context)
    return out


def _find(sentence: str, context: Context) -> tuple[re.Match[str], str] | None:
    """The first reported clause of a sentence, and its words up to where something is done again."""
    names = "|".join(re.escape(n) for n in sorted(context.people, key=len, reverse=True)) or "(?!)"
    told = re.search(rf"\b{_VERB}{_TO.format(names=f'(?:{names})')}{_LEAD}{_CLAUSE}", sentence, re.IGNORECASE)
    words = "|".join(_HELLO)
    hello = re.search(rf"\b(?P<verb>say)s?\s+(?P<clause>{words})\b(?P<to>)(?P<lead>)", sentence, re.IGNORECASE)
    match = min((m for m in (told, hello) if m), key=lambda m: m.start(), default=None)
    if match is None:
        return None
    clause = match["clause"]
    for joint in re.finditer(r"\s+(?:and|then|before|while)\s+", clause):
        follows = clause[joint.end() :].split()[0].casefold()
        if follows.endswith("s") and lemmas_of(follows) & set(lexicon("describing")["acts"]):
            return match, clause[: joint.start()]
    return match, clause


def _speaker(before: str, context: Context) -> str:
    acts = motion.parse(f"{before} talks", context)[0].acts
    return acts[-1].person if acts else ""


def _listener(to: str | None, speaker: str, context: Context) -> str:
    others = [n for n in context.people if n != speaker]
    word = (to or "").casefold().removeprefix("the ")
    named = next((n for n in others if n.casefold() == word), "")
    fitting = [n for n in others if context.genders.get(n) == _HER.get(word)]
    return named or next(iter(fitting or others), "")


def _line(match: re.Match[str], clause: str, speaker: str, listener: str, context: Context) -> str:
    verb, lead = match["verb"].casefold(), (match["lead"] or "").casefold()
    if clause.casefold() in _HELLO:
        return _HELLO[clause.casefold()]
    clause = " ".join(clause.split())
    if lead == "to":
        wish = my(clause, "my" if verb == "ask" else "your")
        return _sentence(f"please {wish}" if verb in ("ask", "beg") else wish)
    if lead == "for":
        return _sentence(f"can I have {my(clause, 'my')}", "?") if verb in ("ask", "beg") else ""
    asks = lead in ("if", "whether") or verb == "ask"
    person = _person(clause, verb, speaker, listener, context)
    if lead in _ASKED.split("|") and not asks:
        return ""
    if not asks:
        clause = _own(clause, speaker, listener, context)
        return _sentence(as_person(clause, person) if person else clause)
    return _question("" if lead in ("if", "whether", "that") else lead, clause, person)


def _person(clause: str, verb: str, speaker: str, listener: str, context: Context) -> str:
    """ "I", "you" or "" for whom the clause is about."""
    first = clause.split()[0].casefold()
    gender = _HER.get(first)
    if first == "they":
        return "we"
    if gender is None or first in ("her", "him"):
        return "you" if first == listener.casefold() else "I" if first == speaker.casefold() else ""
    mine, yours = (context.genders.get(n) in (gender, None, "") for n in (speaker, listener))
    if mine and yours:
        return "you" if verb in ("ask", "order") else "I"
    return "I" if mine else "you" if yours else ""


def _own(clause: str, speaker: str, listener: str, context: Context) -> str:
    """A clause with "his", "her" and "him" turned to those who talk: the speaker's, else the listener's."""
    words = clause.split()
    out = []
    for word, follows in zip(words, [*words[1:], ""], strict=True):
        gender = {"his": "male", "her": "female", "him": "male"}.get(word.casefold())
        whole = word.casefold() == "him" or (word.casefold() == "her" and (not follows or follows in _AFTER))
        forms = ("me", "you") if whole else ("my", "your")
        if gender and listener and context.genders.get(listener) == gender != context.genders.get(speaker):
            out.append(forms[1])
        elif gender and context.genders.get(speaker) == gender:
            out.append(forms[0])
        else:
            out.append(word)
    return " ".join(out)


def _question(lead: str, clause: str, person: str) -> str:
    words = clause.split()
    if lead and (words[0] in _AUXILIARY or words[0].endswith("ed")):  # "what is wrong", "who called"
        return _sentence(f"{lead} {clause}", "?")
    subject = person or words[0]
    at = 1
    if not person:
        at = next((k for k, w in enumerate(words) if w in _AUXILIARY), 0)
        if not at:
            return _sentence(f"{lead} {clause}".strip(), "?")
        subject = " ".join(words[:at])
    verb = words[at] if at < len(words) else ""
    rest = my(" ".join(words[at + 1 :]), "your" if person == "you" else "my")
    forms = {"is": "am", "was": "was", "has": "have"} if person == "I" else {"is": "are", "was": "were", "has": "have"}
    if verb in _AUXILIARY:
        asked = f"{forms.get(verb, verb) if person else verb} {subject} {rest}"
    else:
        plain = min(lemmas_of(verb) - {verb}, key=lambda w: (-len(w), w), default=verb)
        asked = f"do {subject} {plain} {rest}"
    return _sentence(f"{lead} {asked}".strip(), "?")


def _sentence(text: str, end: str = ".") -> str:
    text = " ".join(text.split())
    return f"{text[:1].upper()}{text[1:]}{end}"

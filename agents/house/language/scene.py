"""Scene guidance: the place, what is added to it and what is taken away."""

from __future__ import annotations

from dataclasses import dataclass

from agents.house.language.context import Context
from agents.house.language.words import Words, split
from agents.lexicons import lexicon

_RELATIONS = ("on", "near", "at")
_ARTICLES = ("the", "a", "an", "his", "her", "their", "our", "my", "same", "small", "big", "old")


@dataclass(frozen=True)
class Added:
    """A thing put on the stage: `relation` "on", "near" or "at" the thing or position `to` ("" for anywhere)."""

    prop: str
    relation: str = ""
    to: str = ""
    colour: str = ""


@dataclass(frozen=True)
class SceneIntent:
    """place "" keeps the scene's own."""

    place: str = ""
    added: tuple[Added, ...] = ()
    removed: tuple[str, ...] = ()


def describe(intent: SceneIntent, context: Context) -> str:
    """The set in plain English."""
    parts = [intent.place] if intent.place else []
    for each in intent.added:
        relation = {"on": "on", "near": "near", "at": "at"}.get(each.relation, "")
        to = f" {relation} {each.to if each.to[:1].isupper() else f'the {each.to}'}" if relation else ""
        colour = f"{each.colour} " if each.colour else ""
        parts.append(f"Add a {colour}{each.prop}{to}")
    parts += [f"Remove the {name}" for name in intent.removed]
    return ". ".join(parts) + "." if parts else ""


def read(words: Words, context: Context) -> SceneIntent:
    """Claims what is about the set and returns it."""
    added, removed = _things(words, context)
    return SceneIntent(_place(words, context), added, removed)


def parse(text: str, context: Context) -> tuple[SceneIntent, list[str]]:
    """(intent, what was not understood)."""
    words = context.words(text)
    intent = read(words, context)
    return intent, words.leftovers()


def _place(words: Words, context: Context) -> str:
    """The place named last, at the start of a clause or after "in" or "at"; everyday words ("street") count only
    where they stand alone: "warm light from the window" is no place."""
    hints = {
        split(p): name for name, all_ in lexicon("places").items() if name in context.catalogue.places for p in all_
    }
    names = {split(p): e.name for e in context.catalogue.places for p in (e.name, *e.synonyms)}
    phrases = sorted((hints | names).items(), key=lambda p: -len(p[0]))
    place, i = "", 0
    while i < len(words):
        taken = 1
        for phrase, name in phrases:
            end = i + len(phrase)
            if words.match(i, phrase) and words.free(i, end) and words.negated(i) is None:
                if not _leads(words, i) or (phrase not in names and not _ends(words, end)):
                    continue
                if context.catalogue.thing(context.place, " ".join(phrase)) is not None:
                    continue
                words.claim(i, end)
                place, taken = name, len(phrase)
                break
        i += taken
    return place


def _leads(words: Words, i: int) -> bool:
    """Whether a clause starts at token i, or says "in" or "at" before it."""
    before = i - 1
    while before >= 0 and words.tokens[before].word in _ARTICLES:
        before -= 1
    return before < words.clause_start(i) or words.tokens[before].word in ("in", "at", "inside")


def _ends(words: Words, i: int) -> bool:
    """Whether nothing of the clause is left at token i."""
    return i >= len(words) or words.tokens[i].is_stop or words.tokens[i].text in ",;:"


def _things(words: Words, context: Context) -> tuple[tuple[Added, ...], tuple[str, ...]]:
    added: list[Added] = []
    removed: list[str] = []
    tokens = words.tokens
    i, verb = 0, ""
    while i < len(tokens):
        token = tokens[i]
        if token.is_stop or token.text == ";":
            verb = ""
            i += 1
            continue
        if token.lemmas & {"remove", "clear", "delete"} or words.match(i, ("take", "away")) or token.word == "without":
            verb = "remove"
            words.claim(i, i + (2 if words.match(i, ("take", "away")) else 1))
        elif token.word == "no" and context.thing_at(words, i + 1) is not None:
            verb = "remove"
            words.claim(i)
        elif token.lemmas & {"add", "put", "place"} or words.match(i, ("there", "be")):
            verb = "add"
            words.claim(i)
        elif verb and i not in words.claimed:
            i = _thing(words, context, i, verb, added, removed)
            continue
        i += 1
    return tuple(added), tuple(removed)


def _thing(
    words: Words, context: Context, i: int, verb: str, added: list[Added], removed: list[str]
) -> int:  # fmt: skip
    """Reads a thing after "add" or "remove"; the index after it."""
    if verb == "remove":
        found = context.thing_at(words, i)
        if found is None:
            return i + 1
        words.claim(i, i + found[1])
        removed.append(found[0])
        return i + found[1]
    kind = _kind(words, context, i)
    if kind is None:
        return i + 1
    name, length = kind
    colour = ""
    if i > 0 and words.tokens[i - 1].word in lexicon("colours") and i - 1 not in words.claimed:
        colour = words.tokens[i - 1].word
        words.claim(i - 1)
    words.claim(i, i + length)
    end = i + length
    relation = to = ""
    k = end
    while k < len(words) and not words.tokens[k].is_stop and words.tokens[k].text not in ",;" and k < end + 6:
        word = words.tokens[k].word
        if word in ("on", "onto"):
            relation = "on"
        elif word in ("near", "beside", "by", "next"):
            relation = "near"
        elif word in ("at", "in"):
            relation = relation or "at"
        target = _relative(words, context, k) if relation else None
        if target is not None:
            to = target[0]
            words.claim(k, k + target[1])
            k += target[1]
            break
        k += 1
    added.append(Added(name, relation if to else "", to, colour))
    return k if to else end


def _relative(words: Words, context: Context, k: int) -> tuple[str, int] | None:
    return context.thing_at(words, k) or context.person_at(words, k)


def _kind(words: Words, context: Context, i: int) -> tuple[str, int] | None:
    """A kind of prop at token i, longest name first."""
    for length in (3, 2, 1):
        if i + length > len(words):
            continue
        if not all(t.is_word for t in words.tokens[i : i + length]):
            continue
        text = " ".join(t.word for t in words.tokens[i : i + length])
        found = context.catalogue.props.find(text)
        if found is None or not found.certain:
            singular = " ".join(min(t.lemmas, key=len) for t in words.tokens[i : i + length])
            found = context.catalogue.props.find(singular) if length == 1 else None
        if found is not None and found.certain:
            return found.entry.name, length
    return None

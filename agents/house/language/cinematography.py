"""Camera guidance: shot type, subjects, side, height, lens, moves."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agents.house.language.camera_moves import Move, figure, move_text, read_moves
from agents.house.language.context import Context
from agents.house.language.words import Words, joined, number, quantity, split
from agents.lexicons import lexicon

_FILLERS = ("camera", "shot", "slowly", "slow", "quickly", "fast", "framing", "frame", "move", "moves", "moving")


@dataclass(frozen=True)
class CameraIntent:
    """shot_type "" keeps the shot's own; still: no camera move; longer: seconds to add to the shot; thing: of
    the place, filmed in place of people; at, look_at: where the camera stands (a point) and what it is aimed at (a
    person, thing or point), in place of where the shot type would have put it."""

    shot_type: str = ""
    subjects: tuple[str, ...] = ()
    side: str | None = None
    angle: float | None = None
    height: str | float | None = None
    lens: float | None = None
    fill: float | None = None
    shift: float = 0.0
    moves: tuple[Move, ...] = ()
    still: bool = False
    longer: float = 0.0
    thing: str = ""
    at: str = ""
    look_at: str = ""


def describe(intent: CameraIntent, context: Context) -> str:
    """The camera in plain English."""
    parts = []
    if intent.shot_type:
        of = f"the {intent.thing}" if intent.thing else joined(intent.subjects)
        parts.append(f"{intent.shot_type} of {of}" if of else intent.shot_type)
    elif intent.subjects:
        parts.append(f"Camera on {joined(intent.subjects)}")
    if intent.at:
        parts.append(f"camera at {intent.at}")
    if intent.look_at:
        the = "the " if intent.look_at[:1].islower() else ""
        parts.append(f"looking at {the}{intent.look_at}")
    if intent.side:
        parts.append(f"from the {intent.side}")
    if intent.angle is not None:
        parts.append(f"{number(intent.angle)} degrees off the face")
    if isinstance(intent.height, str):
        parts.append({"eye": "eye level", "low": "low angle", "high": "high angle"}[intent.height])
    elif intent.height is not None:
        parts.append(f"camera {number(intent.height)} m high")
    if intent.lens is not None:
        parts.append(f"{number(intent.lens)} mm lens")
    if intent.fill is not None:
        parts.append(f"filling {number(intent.fill * 100)} % of the frame")
    if intent.shift:
        parts.append(f"subject {number(abs(intent.shift))} to the frame's {'right' if intent.shift > 0 else 'left'}")
    parts += [move_text(m) for m in intent.moves]
    if intent.still:
        parts.append("static camera")
    if intent.longer:
        parts.append(f"{number(abs(intent.longer))} s {'longer' if intent.longer > 0 else 'shorter'}")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:] + "." if text else ""


def read(words: Words, context: Context) -> CameraIntent:
    """Claims what is about the camera and returns it."""
    at, look_at = _stand(words, context)
    moves = read_moves(words, context)
    intent = CameraIntent(at=at, look_at=look_at, moves=tuple(m for m in moves if m is not None), still=_still(words))
    intent = _shoulder(words, context, intent)
    shot_type = _shot_type(words, context)
    intent = replace(intent, shot_type=shot_type or intent.shot_type, longer=_longer(words), lens=_lens(words))
    intent = replace(intent, angle=_angle(words), height=_height(words), fill=_fill(words), shift=_shift(words))
    intent = replace(intent, side=_side(words))
    subjects = _subjects(words, context, bool(intent != CameraIntent()))
    if subjects:
        intent = replace(intent, subjects=_past(intent.subjects, subjects))
    intent = replace(intent, thing=_thing(words, context, intent.shot_type))
    if intent != CameraIntent():
        for word in _FILLERS:
            while words.take(word):
                pass
    return intent


def parse(text: str, context: Context) -> tuple[CameraIntent, list[str]]:
    """(intent, what was not understood)."""
    words = context.words(text)
    intent = read(words, context)
    return intent, words.leftovers()


def _stand(words: Words, context: Context) -> tuple[str, str]:
    """ "camera at (1, -3, 1.6), looking at Mia": where it stands and what it is aimed at."""
    at = look_at = ""
    for i in range(1, len(words)):
        point = context.point_at(words, i)
        if point is not None and words.tokens[i - 1].word in ("at", "from", "to") and _of_camera(words, i):
            words.claim(i, i + point[1])
            at = point[0]
            words.take("camera")
    if not at:
        return "", ""
    for phrase in ("looking at", "looks at", "aimed at", "pointed at"):
        found = words.find(phrase)
        if found is None:
            continue
        i = found[1] + (found[1] < len(words) and words.tokens[found[1]].word == "the")
        target = context.person_at(words, i) or context.thing_at(words, i)
        if target is not None:
            words.claim(found[0], i + target[1])
            look_at = target[0]
    return at, look_at


def _of_camera(words: Words, i: int) -> bool:
    """Whether the camera is what the clause before token i is about."""
    return any(t.word == "camera" for t in words.tokens[words.clause_start(i) : i])


def _still(words: Words) -> bool:
    found = words.find(
        "no camera move", "no camera movement", "no camera moves", "without camera move", "camera does not move",
        "camera doesn't move", "static camera", "static", "locked off", "locked camera", "still camera", "fixed camera",
        "camera stays still", "no movement of the camera", "no move",
    )  # fmt: skip
    if found is None:
        return False
    words.claim(*found)
    return True


def _shoulder(words: Words, context: Context, intent: CameraIntent) -> CameraIntent:
    """ "over Mia's shoulder", "over the shoulder of Mia": Mia listens, somebody else is filmed."""
    found = words.find("shoulder", "shoulders")
    if found is None or words.find("over") is None:
        return intent
    spoken = range(words.clause_start(found[0]), found[0])
    if found[1] < len(words) and words.tokens[found[1]].word == "of":
        spoken = range(found[1], min(len(words), found[1] + 3))
    at = next(((k, p) for k in spoken if (p := context.person_at(words, k))), None)
    own = context.catalogue.shot("over-the-shoulder shot")
    if own is None or not own.certain:
        return intent
    near = at[1][0] if at else ""
    starts, ends = [found[0]], [found[1]]
    if at:
        starts.append(at[0])
        ends.append(at[0] + at[1][1])
    words.claim(min(starts), max(ends))
    words.take("over")
    words.take("shot")
    far = next((p for p in (*context.subjects, *context.people) if p != near), "")
    return replace(intent, shot_type=own.entry.name, subjects=tuple(n for n in (far, near) if n and near))


def _past(shoulder: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
    """The people of the shot; past a shoulder (far, near) the listener stays second."""
    if len(shoulder) < 2:
        return named
    near = shoulder[1]
    far = next((n for n in named if n != near), shoulder[0])
    return far, near


def _thing(words: Words, context: Context, shot_type: str) -> str:
    """The thing of the place that a shot type which films things is of."""
    if not shot_type or not context.catalogue.shots[shot_type].things:
        return ""
    for i in range(len(words)):
        found = context.thing_at(words, i) if words.free(i, i + 1) else None
        if found is not None and words.free(i, i + found[1]):
            words.claim(i, i + found[1])
            return found[0]
    return ""


def _shot_type(words: Words, context: Context) -> str:
    """The shot type named last; a bare "close" or "long" counts only where the camera is meant."""
    phrases = []
    for entry in context.catalogue.shots:
        for text in (entry.name, *entry.synonyms):
            phrases.append((split(text), entry.name))
    phrases.sort(key=lambda p: -len(p[0]))
    name, i = "", 0
    while i < len(words):
        taken = 1
        for phrase, entry_name in phrases:
            end = i + len(phrase)
            if not words.match(i, phrase) or not words.free(i, end):
                continue
            if len(phrase) == 1 and phrase[0] in ("close", "long", "medium", "follow", "track", "pan", "arc", "mid"):
                after = words.tokens[end].word if end < len(words) else ""
                way = phrase[0] in ("pan", "track") and after in ("left", "right", "across")
                alone = i == words.clause_start(i) and after == ""
                if not (after in ("on", "of", "shot", ",") or alone or way):
                    continue
                if way:
                    words.claim(end)
            words.claim(i, end)
            if end < len(words) and words.tokens[end].is_number and "°" not in words.tokens[end].text:
                follows = words.tokens[end + 1].word if end + 1 < len(words) else ""
                if follows not in ("degrees", "mm", "m", "%", "s"):
                    words.claim(end)
            denial = words.negated(i)
            if denial is not None:
                words.claim(denial)
            else:
                name = entry_name
            taken = len(phrase)
            break
        i += taken
    if not name:
        follows = words.find("track", "follow")
        if follows is not None and _of_camera(words, follows[0]):
            words.claim(*follows)
            return lexicon("shot_roles")["follow"]
    if not name:
        if words.take("closer", "tighter", "tight"):
            name = _neighbour(context, 1)
        elif words.take("wider", "further away", "farther away"):
            name = _neighbour(context, -1)
    return name


def _neighbour(context: Context, step: int) -> str:
    """A still shot type one size tighter or wider than the middle one."""
    still = sorted((s for s in context.catalogue.shots if not s.moving), key=lambda s: s.size)
    return still[-1].name if step > 0 else still[0].name


def _longer(words: Words) -> float:
    total = 0.0
    for sign, phrases in ((1, ("longer", "hold longer")), (-1, ("shorter", "trim"))):
        found = words.find(*phrases)
        if found is None:
            continue
        words.claim(*found)
        amount = 1.0
        for k in range(max(0, found[0] - 3), found[0]):
            value = quantity(words.tokens[k])
            if value is not None:
                amount = value
                words.claim(k, found[0])
            elif words.tokens[k].word in ("much", "little", "bit"):
                words.claim(k)
                amount = 2.0 if words.tokens[k].word == "much" else 0.5
        total += sign * amount
    return round(total, 3)


def _before(words: Words, *units: str) -> float | None:
    """The number just before one of the units, claimed with it."""
    for k in range(1, len(words)):
        if words.tokens[k].word in units and k not in words.claimed and quantity(words.tokens[k - 1]) is not None:
            words.claim(k - 1, k + 1)
            return quantity(words.tokens[k - 1])
    return None


def _lens(words: Words) -> float | None:
    value = _before(words, "mm", "millimetre", "millimetres", "millimeter", "millimeters")
    if value is None:
        glued = next((k for k, t in enumerate(words.tokens) if t.text.casefold() == "mm"), None)
        value = quantity(words.tokens[glued - 1]) if glued else None
    if value is None:
        if words.take("wide angle", "wide-angle", "wide lens"):
            value = 24.0
        elif words.take("telephoto", "long lens", "tele"):
            value = 85.0
    words.take("lens") if value is not None else None
    return min(300.0, max(12.0, value)) if value is not None else None


def _angle(words: Words) -> float | None:
    value = _before(words, "degrees", "degree", "°")
    if value is not None:
        words.take("off the face", "off axis", "off")
        words.take("face")
        return value
    for phrases, angle in ((("in profile", "profile"), 90.0), (("frontal", "from the front"), 0.0),
                           (("from behind", "from the back"), 180.0)):  # fmt: skip
        if words.take(*phrases):
            return angle
    return None


def _height(words: Words) -> str | float | None:
    if words.take("low angle", "low-angle", "from below", "from a low angle"):
        return "low"
    if words.take("high angle", "high-angle", "from above", "bird's eye", "from a high angle", "overhead"):
        return "high"
    if words.take("eye level", "eye-level", "eye height"):
        return "eye"
    for k in range(len(words) - 2):
        metres = words.tokens[k].is_number and words.tokens[k + 1].word in ("m", "metres", "meters")
        if metres and words.tokens[k + 2].word == "high" and words.free(k, k + 3):
            words.claim(k, k + 3)
            return float(words.tokens[k].word)
    return None


def _fill(words: Words) -> float | None:
    found = words.find("filling", "fill")
    if found is None:
        return None
    share = figure(words, found[1], "%", "percent")
    if share is None:
        return None
    words.claim(*found)
    words.take("of the frame")
    return min(1.6, max(0.05, round(share / 100, 4)))


def _shift(words: Words) -> float:
    for side, sign in (("left", -1), ("right", 1)):
        for phrase in (f"to the frame's {side}", f"on the frame's {side}"):
            found = words.find(phrase)
            if found is None:
                continue
            value = quantity(words.tokens[found[0] - 1]) if found[0] else None
            words.claim(found[0] - (value is not None), found[1])
            words.take("subject")
            return sign * (value if value is not None else 1.0)
    return 0.0


def _side(words: Words) -> str | None:
    for side in ("left", "right"):
        if words.take(f"from the {side}", f"from {side}", f"{side} side", f"on the {side}"):
            return side
    return None


def _subjects(words: Words, context: Context, about_camera: bool) -> tuple[str, ...]:
    """The people the camera is on: names after "of" or "on", or any names in a text about the camera."""
    names: list[str] = []
    for i in range(len(words)):
        if i in words.claimed:
            continue
        person = context.person_at(words, i)
        if person is not None:
            led = i > 0 and words.tokens[i - 1].word in (
                "of",
                "on",
                "and",
                "to",
                ",",
                "the",
                "with",
                "towards",
                "around",
            )
            if led or about_camera:
                words.claim(i, i + person[1])
                names.append(person[0])
        elif about_camera and words.tokens[i].word in ("them", "both", "everybody", "everyone", "him", "her"):
            found = context.pronoun(words.tokens[i].word)
            if found:
                words.claim(i)
                names += found
    return tuple(dict.fromkeys(names))

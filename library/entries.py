"""Everything the library holds, by kind, and the little scene that shows each entry.

One list for the command line, the studio's library page and the contact sheets. Entries come from the registries
themselves, so that a new outfit, place, prop, action, shot type or mood is here by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.document import Program
from app.errors import ShotwrightError
from app.look import Look
from library.cast.beards import BEARDS
from library.cast.hair import STYLES
from library.cast.headwear import HATS
from library.cast.looks import look_of
from library.cast.outfits import OUTFITS
from library.functions import functions
from library.moods import MOODS
from library.motion.actions import ACTIONS
from library.places import PLACES
from library.props import PROPS
from library.registry import Match, Registry
from library.shots import SHOTS

STUDIO = "Photo Studio"
RATE = 24
"""Frames a second of the scenes that show entries."""


@dataclass(frozen=True)
class Sample:
    """A little scene that shows an entry: what is staged, and the frames worth a picture.

    Props have no scene: they are shown alone (`prop`).
    """

    program: Program = field(default_factory=Program)
    cast: dict[str, Look] = field(default_factory=dict)
    frames: int = 1
    moments: tuple[int, ...] = (0,)
    prop: str | None = None


@dataclass(frozen=True)
class Entry:
    """kind: "cast", "places", "props", "actions", "shots", "moods" or "moves". family: the heading it stands under.
    facts: what else there is to say, label -> text."""

    kind: str
    name: str
    description: str
    sample: Callable[[], Sample] = field(repr=False)
    family: str = ""
    synonyms: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)


PROFILES = (
    "a tired nurse in her fifties, short grey hair",
    "a cheerful boy of eight with curly red hair in a hoodie",
    "an old fisherman, bald, with a full white beard and a beanie",
    "a young businesswoman with a black bob and glasses",
    "a stout cook in his forties with a moustache",
    "a teenage girl with long blond hair and a tee",
    "a tall policeman with dark skin and a short beard",
    "a grandmother of seventy-five with a grey bun, in a blouse",
    "an athletic runner in her twenties, brown skin, ponytail",
    "a professor of sixty in a suit, slick grey hair, glasses",
)
"""People in words, as examples of what a description becomes."""


WOMENS = ("blouse", "dress")
"""Outfits that are shown on a woman."""


def _cast() -> list[Entry]:
    out = [
        Entry(
            "cast", words, "Somebody described in words.", lambda w=words, k=k: _portrait(look_of(w, seed=k)), "people"
        )
        for k, words in enumerate(PROFILES)
    ]
    for k, name in enumerate(OUTFITS):
        words = f"a {'woman' if k % 2 or name in WOMENS else 'man'} of {24 + 3 * k % 40}"
        look = look_of(words, seed=k).model_copy(update={"outfit": name, "hat": None})
        out.append(
            Entry("cast", f"{name} (outfit)", "What somebody wears.", lambda v=look: _figure(v), "outfits", (name,))
        )
    male = {"crop", "side_part", "slick", "spiky", "buzz", "mohawk", "bald_sides", "bald"}
    for k, name in enumerate(STYLES):
        look = look_of(f"a {'man' if name in male else 'woman'} of {22 + 5 * k % 45}, plain", seed=40 + k)
        look = look.model_copy(update={"hair": name, "hat": None, "beard": None, "glasses": False})
        title = name.replace("_", " ")
        out.append(
            Entry("cast", f"{title} (hair)", "A hair style.", lambda v=look: _portrait(v), "hair", (name, title))
        )
    for k, name in enumerate(BEARDS):
        look = look_of(f"a man of {30 + 7 * k % 40}", seed=70 + k).model_copy(update={"beard": name, "hat": None})
        out.append(Entry("cast", f"{name} (beard)", "A beard.", lambda v=look: _portrait(v), "beards", (name,)))
    for k, name in enumerate(HATS):
        look = look_of(f"a {'man' if k % 2 else 'woman'} of {25 + 6 * k % 40}", seed=90 + k)
        look = look.model_copy(update={"hat": name})
        title = name.replace("_", " ")
        out.append(
            Entry("cast", f"{title} (hat)", "Worn on the head.", lambda v=look: _portrait(v), "hats", (name, title))
        )
    return out


def _portrait(look: Look) -> Sample:
    return _alone(look, 'medium_close_up(stage, "Somebody", angle=25)')


def _figure(look: Look) -> Sample:
    return _alone(look, 'long_shot(stage, "Somebody", angle=20, fill=0.92)')


def _alone(look: Look, camera: str) -> Sample:
    program = Program(
        scene=f'use_place(stage, "{STUDIO}")',
        character='add_person(stage, "Somebody", at="Position 1", facing="camera")',
        motion='express(stage, "Somebody", "happy", strength=0.3)',
        lighting='light_mood(stage, "day")',
        cinematography=camera,
    )
    return Sample(program, {"Somebody": look}, 24, (12,))


def _places() -> list[Entry]:
    out = []
    for place in PLACES:
        seats = sum(p.seat is not None for p in place.positions)
        facts = {
            "positions": "; ".join(f"{p.name}: {p.description}" for p in place.positions),
            "seats": str(seats),
            "things": ", ".join(dict.fromkeys(p.name or p.prop for p in place.furniture)),
        }
        program = Program(
            scene=f'use_place(stage, "{place.name}")',
            lighting='light_mood(stage, "day")',
            cinematography="establishing_shot(stage)",
        )
        out.append(
            Entry(
                "places",
                place.name,
                place.description,
                lambda p=program: Sample(p),
                "outdoors" if place.exterior else "rooms",
                place.synonyms,
                facts,
            )
        )
    return out


def _props() -> list[Entry]:
    out = []
    for prop in PROPS:
        width, depth, height = prop.size
        facts = {"size": f"{width:g} x {depth:g} x {height:g} m"}
        if prop.seats:
            facts["seats"] = str(len(prop.seats))
        if prop.surface is not None:
            facts["things rest on it at"] = f"{prop.surface:g} m"
        show = lambda n=prop.name: Sample(prop=n)  # noqa: E731
        out.append(Entry("props", prop.name, prop.description, show, prop.family, prop.synonyms, facts))
    return out


def _actions() -> list[Entry]:
    out = []
    for action in ACTIONS:
        facts = {"posture": action.posture, "lasts": f"{action.seconds:g} s"}
        if action.partner:
            facts["with"] = "a partner"
        show = lambda n=action.name: _acted(n)  # noqa: E731
        family = "with somebody" if action.partner else action.posture
        out.append(Entry("actions", action.name, action.description, show, family, action.synonyms, facts))
    return out


LONG = "long_shot(stage, angle=20, fill=0.74)"

MOMENTS = 5
"""Pictures of an action's film strip."""

ACTOR = Look(gender="female", years=30, height=1.68, hair="bob", hair_colour="#7A3A22", outfit="tee", skin="#E0A07A")
PARTNER = Look(
    gender="male", years=38, height=1.78, hair="side_part", outfit="shirt", skin="#A8683F",
    colours=("#3F8A80", "#38455A", "#6B4A34"),
)  # fmt: skip


def _acted(name: str) -> Sample:
    action = ACTIONS[name]
    length = action.seconds + (1.2 if action.stays else 0.5)
    frames = round(length * RATE)
    cast = {"Mia": ACTOR}
    sits = action.posture == "sitting" or (action.posture == "any" and name in ("Typing", "Reading", "Drinking"))
    at = "Position 4" if sits or action.after == "sitting" else "Position 1"
    people = f'add_person(stage, "Mia", at="{at}", facing={-20 if at == "Position 1" else 15}'
    people += ', posture="sitting")' if sits else ")"
    motion = f'perform(stage, "Mia", "{name}", start=0.2)'
    if action.partner:
        cast["Ben"] = PARTNER
        people = 'add_person(stage, "Mia", at=(-0.5, 0.0), facing="Ben")\n'
        people += 'add_person(stage, "Ben", at=(0.5, 0.0), facing="Mia")'
        motion = f'perform(stage, "Mia", "{name}", start=0.2, target="Ben")'
    scene = f'use_place(stage, "{STUDIO}")'
    if action.handling == "take":
        scene += '\nadd_prop(stage, "gift", at=(0.12, -0.48), yaw=20)'
        motion = motion.replace("start=0.2", 'start=0.2, thing="gift"')
    program = Program(
        scene=scene,
        character=people,
        motion=motion,
        lighting='light_mood(stage, "day")',
        cinematography='tracking_shot(stage, "Mia", angle=65)' if action.travels else LONG,
    )
    moments = tuple(round((0.2 + action.seconds * (k + 0.5) / MOMENTS) * RATE) for k in range(MOMENTS))
    return Sample(program, cast, frames, tuple(min(m, frames - 1) for m in moments))


ROOM = "Apartment living room"


def _room(lighting: str, camera: str) -> Sample:
    """Two people in a room as moods and shot types are shown on."""
    character = 'add_person(stage, "Mia", at="Position 3", facing="Ben")\n'
    character += 'add_person(stage, "Ben", at="Position 1", facing="Mia")'
    program = Program(
        scene=f'use_place(stage, "{ROOM}")',
        character=character,
        motion='perform(stage, "Mia", "Standing Talking")\nperform(stage, "Ben", "Standing Listening")',
        lighting=lighting,
        cinematography=camera,
    )
    return Sample(program, {"Mia": ACTOR, "Ben": PARTNER}, 48, (24,))


def _shots() -> list[Entry]:
    out = []
    for shot in SHOTS:
        subject = "" if shot.least > 1 or shot.size < 2 else ', "Mia"'
        camera = f"{shot.function}(stage{subject})"

        def show(camera: str = camera, moving: bool = shot.moving) -> Sample:
            sample = _room('light_mood(stage, "day")', camera)
            return Sample(sample.program, sample.cast, sample.frames, (2, 24, 46) if moving else (24,))

        facts = {"when": shot.rule, "function": shot.function}
        out.append(
            Entry(
                "shots", shot.name, shot.description, show, "moving" if shot.moving else "still", shot.synonyms, facts
            )
        )
    return out


def _moods() -> list[Entry]:
    out = []
    for mood in MOODS:
        show = lambda n=mood.name: _room(f'light_mood(stage, "{n}")', "two_shot(stage)")  # noqa: E731
        out.append(Entry("moods", mood.name, mood.description, show, "", mood.synonyms))
    return out


CAMERA_MOVES = (
    ("static", "static", "", "The camera rests."),
    ("push in", "push_in", "amount=0.4", ""),
    ("pull out", "pull_out", "amount=0.4", ""),
    ("reveal", "reveal", "", ""),
    ("orbit", "orbit", "degrees=70", ""),
    ("handheld", "handheld", "amount=0.9", ""),
)
"""Name, library function, arguments that show it, description where the function's own is not it."""


def _moves() -> list[Entry]:
    known = functions("cinematography")
    out = []
    for name, function, arguments, description in CAMERA_MOVES:
        words = description or " ".join(known[function].__doc__.split())
        camera = f'medium_shot(stage, "Mia")\n{function}(stage{", " if arguments else ""}{arguments})'

        def show(camera: str = camera, still: bool = name == "static") -> Sample:
            sample = _room('light_mood(stage, "day")', camera)
            return Sample(sample.program, sample.cast, sample.frames, (24,) if still else (2, 24, 46))

        out.append(Entry("moves", name, words, show, "", (), {"function": function}))
    return out


KINDS: dict[str, Callable[[], list[Entry]]] = {
    "cast": _cast,
    "places": _places,
    "props": _props,
    "actions": _actions,
    "shots": _shots,
    "moods": _moods,
    "moves": _moves,
}


def entries(kind: str) -> Registry[Entry]:
    """All entries of a kind, in the library's order. Raises ShotwrightError(input) for an unknown kind."""
    if kind not in KINDS:
        raise ShotwrightError("input", f"the library has no {kind!r}", f"It has {', '.join(KINDS)}.")
    return Registry(kind, tuple(KINDS[kind]()))


def find(words: str, kind: str | None = None) -> Entry:
    """The entry meant, of one kind or of any. Raises ShotwrightError(input) naming the nearest."""
    found: list[Match[Entry]] = []
    for each in [kind] if kind else KINDS:
        match = entries(each).find(words)
        if match is not None and match.certain:
            return match.entry
        if match is not None:
            found.append(match)
    near = [m.entry for m in sorted(found, key=lambda m: -m.score)[:3]]
    hint = ", ".join(f"{e.name} ({e.kind})" for e in near)
    raise ShotwrightError("input", f"the library has nothing called {words!r}", f"The nearest: {hint}.")

"""An endpoint that plays the writing side of a crew: answers by what is asked, not by the order."""

from __future__ import annotations

from typing import Any

from tests.support.players import Players

IDEA = "Two sisters and their friends find out over one evening who sold the family piano"

OUTLINE = {
    "title": "The Piano",
    "logline": "Somebody sold the piano, and everybody had a reason.",
    "characters": [
        {"name": n, "gender": g, "age": a, "occupation": o, "personality": p, "speaking_style": s, "appearance": look}
        for n, g, a, o, p, s, look in (
            ("Ada", "female", 34, "music teacher", "proud, exact", "clipped", "tall, black hair, red cardigan"),
            ("Bea", "female", 29, "nurse", "warm, evasive", "trailing off", "small, blonde hair, green dress"),
            ("Carl", "male", 41, "dealer", "smooth", "salesman's ease", "bald, grey suit"),
            ("Dov", "male", 30, "carpenter", "blunt", "few words", "beard, blue overalls"),
        )
    ],
    "scenes": [
        {"topic": "The empty corner", "location": "Apartment living room", "light": "golden hour",
         "characters": ["Ada", "Bea"], "plot": "Ada comes home and the piano is gone.",
         "dialogue_goal": "Bea says that Dov carried it out."},
        {"topic": "The carrier", "location": "Storehouse", "light": "overcast", "characters": ["Ada", "Dov", "Carl"],
         "plot": "Ada finds Dov with the dealer.", "dialogue_goal": "Carl names the seller."},
        {"topic": "The reason", "location": "Sofa Corner", "light": "night",
         "characters": ["Ada", "Bea", "Carl", "Dov"], "plot": "Everybody is there when Bea admits it.",
         "dialogue_goal": "Ada forgives her, nearly."},
    ],
}  # fmt: skip


def _entry(character: str, words: str, kind: str = "line", delivery: str = "") -> dict[str, str]:
    return {"kind": kind, "character": character, "words": words, "delivery": delivery}


DIALOGUE = {
    "scenes": [
        {"scene": 1, "entries": [
            _entry("Ada", "Ada looks at the empty corner.", "beat"),
            _entry("Ada", "There was a piano in this room when I left for work this morning.", delivery="flat"),
            _entry("Bea", "Was there? I mean, yes. There was."),
            _entry("Ada", "Where is it, Bea?"),
            _entry("Bea", "Dov carried it out. With a strap. He has a strap for such things."),
        ]},
        {"scene": 2, "entries": [
            _entry("Dov", "I only carry things. I do not ask whose they are."),
            _entry("Ada", "You ate at our table and you did not ask?", delivery="angrily"),
            _entry("Carl", "Let us be friendly. Everything was signed."),
            _entry("Ada", "Signed by whom?"),
            _entry("Carl", "By a lady with your chin."),
        ]},
        {"scene": 3, "entries": [
            _entry("Bea", "I was going to tell you after dinner, I really was, but then you were so happy."),
            _entry("Ada", "Why?"),
            _entry("Bea", "The roof. You said we would manage. We were not managing."),
            _entry("Dov", "It is a good roof."),
            _entry("Ada", "Play me something on the roof, then."),
            _entry("Bea", "Bea sits down beside her.", "beat"),
        ]},
    ]
}  # fmt: skip


def _acts(*pairs: str) -> list[dict[str, str]]:
    return [{"character": p.split(":")[0], "action": p.split(":")[1]} for p in pairs]


def _at(*triples: str) -> list[dict[str, str]]:
    return [dict(zip(("character", "position", "posture"), t.split(":"), strict=True)) for t in triples]


STAGING = {
    "scenes": [
        {"scene": 1, "positions": _at("Ada:Position 3:standing", "Bea:Position 1:sitting"), "entries": [
            {"id": "1.1", "actions": _acts("Ada:Standing Surprise"), "moves": []},
            # Bea sits and is given an action for standing.
            {"id": "1.3", "actions": _acts("Bea:Standing Thinking"), "moves": []},
            {"id": "1.4", "actions": _acts("Ada:Standing Angry"),
             "moves": [{"character": "Ada", "destination": "Position 2", "manner": "briskly"}]},
        ]},
        {"scene": 2, "positions": _at("Ada:Position 3:standing", "Dov:Position 2:standing", "Carl:Position 1:sitting"),
         "entries": [
             {"id": "2.2", "actions": _acts("Ada:Standing Arguing", "Dov:Standing Depressed"), "moves": []},
             # Ada sits down where there is no seat.
             {"id": "2.4", "actions": _acts("Ada:Sit Down"), "moves": []},
         ]},
        {"scene": 3, "positions": _at("Ada:Position 1:sitting", "Bea:Position 4:standing", "Carl:Position 5:standing",
                                      "Dov:Position 3:sitting"),
         "entries": [
             {"id": "3.1", "actions": _acts("Bea:Standing Depressed", "Bea:Standing Crying"), "moves": []},
             {"id": "3.6", "actions": [], "moves": [{"character": "Bea", "destination": "Position 2", "manner": ""}]},
         ]},
    ]
}  # fmt: skip

CRITIQUE = {"points": [
    {"about": "2.5", "kind": "coherence", "problem": "Carl says it too lightly.", "suggestion": "Let him enjoy it."},
    {"about": "3.5", "kind": "theme", "problem": "The joke comes too soon.", "suggestion": "Leave a silence first."},
]}  # fmt: skip


def _change(id_: str, **more: Any) -> dict[str, Any]:
    empty = {"change": "replace", "kind": "line", "character": "", "words": "", "delivery": "", "actions": None,
             "moves": None}  # fmt: skip
    return {"id": id_, **empty, **more}


REWRITING = {"positions": [], "entries": [
    _change("1.3", actions=_acts("Bea:Sitting Thinking")),
    _change("2.4", actions=_acts("Ada:Standing Arguing")),
    _change("2.5", words="By a lady with your chin and, if I may say so, your temper.", delivery="amused"),
    _change("3.4", change="insert after", kind="beat", character="Ada", words="Nobody says anything.",
            actions=_acts("Ada:Sitting Thinking")),
]}  # fmt: skip
MET = {"points": [], "accepted": True}
NOTES = {"notes": [
    {"character": "Dov", "about": "2.1", "feedback": "He would not use a second sentence.",
     "words": "I only carry things."},
    {"character": "Ada", "about": "2.3", "feedback": "Not her line, so it does not count."},
]}  # fmt: skip
ADOPTED = {
    "reason": "It is truer.",
    "adopted": [{"note": 1, "reason": "Few words.", "words": "I only carry things."}],
}
UNWORDED = {
    "reason": "It is truer.",
    "adopted": [{"note": 1, "reason": "Few words.", "change": "Cut the second sentence."}],
}
"""A note whose words the screenwriter has to find, and the words found."""
SHORTER = {"positions": [], "entries": [_change("2.1", words="I only carry things.")]}


def _shot(entry: str, shot: str, *of: str, at: str = "", camera: str = "") -> dict[str, Any]:
    return {"entry": entry, "shot": shot, "of": list(of), "from_words": at, "camera": camera, "why": ""}


FACES = {"shots": [
    _shot("1.1", "Long Shot", "Ada", "Bea"), _shot("1.2", "Medium Shot", "Ada"),
    _shot("1.2", "Close-up", "Bea", at="when I left for work"), _shot("1.3", "Close-up", "Bea"),
    _shot("1.4", "Tracking Shot", "Ada"), _shot("1.5", "Medium Shot", "Bea", camera="slow push in"),
    _shot("2.1", "Long Shot"), _shot("2.2", "Medium Shot", "Ada"), _shot("2.3", "Medium Shot", "Carl"),
    _shot("2.4", "Close-up", "Ada"), _shot("2.5", "Medium Shot", "Carl"),
    _shot("3.1", "Long Shot"), _shot("3.2", "Close-up", "Ada"), _shot("3.3", "Close-up", "Bea"),
    _shot("3.4", "Medium Shot", "Dov"), _shot("3.4+1", "Long Shot"), _shot("3.5", "Close-up", "Ada"),
    _shot("3.6", "Tracking Shot", "Bea"),
]}  # fmt: skip
SPACE = {"shots": [
    *(s for s in FACES["shots"] if s["entry"] not in ("1.2", "2.3", "3.3")),
    _shot("1.2", "Two-Shot", "Ada", "Bea"), _shot("2.3", "Zoom Shot", "Carl"), _shot("3.3", "Medium Shot", "Bea"),
]}  # fmt: skip
ARGUMENTS = {
    "faces": {"points": [{"about": "3.3", "argument": "A medium shot keeps her hands.", "concedes": True}]},
    "space": {"points": [{"about": "1.2", "argument": "We have to see how far apart they are.", "concedes": False}]},
}
RULINGS = {"rulings": [
    {"about": "1.2", "choice": "first", "why": "Bea's face tells it all."},
    {"about": "2.3", "choice": "first", "why": "The zoom has no long shot before it."},
]}  # fmt: skip
FINISHING = {
    "scenes": [
        {"scene": 1, "music": [{"feeling": "mystery", "first": "1.1", "last": "1.2"}], "grade": "warm",
         "transition": "cut", "why": "The evening sun lies."},
        {"scene": 2, "music": [], "grade": "cool", "transition": "cut", "why": "No comfort here."},
        {"scene": 3, "music": [{"feeling": "sad", "first": "3.4+1", "last": "3.6"}], "grade": "natural",
         "transition": "fade", "why": "It ends quietly."},
    ],
    "trims": [{"entry": "3.4+1", "seconds": 1.0, "why": "Let it sink in."}],
}  # fmt: skip

SHORT: dict[str, Any] = {
    "Outline": OUTLINE | {"characters": OUTLINE["characters"][:2], "scenes": OUTLINE["scenes"][:1]},
    "Dialogue": {"scenes": [{"scene": 1, "entries": [
        _entry("Ada", "Where is the piano we grew up with?"), _entry("Bea", "Dov has it.")]}]},
    "Staging": {"scenes": [{"scene": 1, "positions": _at("Ada:Position 1:standing", "Bea:Position 2:sitting"),
                            "entries": [{"id": "1.1", "actions": _acts("Ada:Standing Arguing"), "moves": []}]}]},
    "Critique": {"points": []}, "Notes": {"notes": []},
    "Shots": {"shots": [_shot("1.1", "Long Shot", "Ada", "Bea"), _shot("1.2", "Close-up", "Bea")]},
    "Finishing": {"scenes": [{"scene": 1, "music": [], "grade": "warm", "transition": "cut", "why": ""}], "trims": []},
}  # fmt: skip
"""A film of two shots, to be put in place of `ANSWERS`."""

ANSWERS: dict[str, list[Any]] = {
    "Outline": [OUTLINE], "Dialogue": [DIALOGUE], "Staging": [STAGING], "Critique": [CRITIQUE],
    "Rewriting": [REWRITING], "Verification": [MET], "Notes": [NOTES], "Adopted": [ADOPTED],
    "Shots faces": [FACES], "Shots space": [SPACE], "Shots again": [FACES],
    "Arguments faces": [ARGUMENTS["faces"]], "Arguments space": [ARGUMENTS["space"]],
    "Rulings": [RULINGS], "Finishing": [FINISHING], "Restaging": [{"entries": [], "positions": []}],
}  # fmt: skip


class Writers(Players):
    """Plays the writing side of a crew."""

    usual = ANSWERS

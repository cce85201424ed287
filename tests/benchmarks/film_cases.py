"""Five descriptions and three ideas with what scripted models answer to them: a review that finds something, what is
changed because of it, and for the ideas a critique, a note and a debate."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.support.filmers import Filmers, reviewed
from tests.support.players import text_of
from tests.support.writers import MET


class Crew(Filmers):
    """Plays all roles, writing and filming."""


@dataclass(frozen=True)
class Case:
    """text: what the film is made from; answers: by name of the question; dies: answers after which it is killed."""

    text: str
    answers: dict[str, Any] = field(default_factory=dict)
    dies: int = 2


# ---- what filming roles say


def snippet(sub_process: str, *lines: str) -> dict[str, Any]:
    return {"sub_process": sub_process, "lines": list(lines), "because": "the review asked for it"}


def refinement(*snippets: dict, functions: tuple[dict, ...] = (), seconds: float | None = None) -> dict[str, Any]:
    return {"snippets": list(snippets), "functions": list(functions), "retire": [], "seconds": seconds}


def texts(**said: str) -> dict[str, Any]:
    names = ("scene", "character", "motion", "lighting", "cinematography")
    return {"people": [], **{name: said.get(name, "") for name in names}}


def finish(feeling: str, grade: str, first: str, last: str, longer: float = 0.5) -> dict[str, Any]:
    """A finishing of one scene: a cue from one entry to another, a grade, and the last held longer."""
    cue = {"feeling": feeling, "first": first, "last": last}
    one = {"scene": 1, "music": [cue], "grade": grade, "transition": "cut", "why": "It is what the scene is about."}
    return {"scenes": [one], "trims": [{"entry": last, "seconds": longer, "why": "Let it be seen."}]}


def first_no(words: str, note: str, advice: str):
    """A review that says no once to the questions that hold some words, and then to none."""
    return [lambda request: reviewed(request, {words: (note, advice)}), reviewed]


def handheld(request: dict[str, Any]) -> dict[str, Any]:
    """A refinement that lets the camera breathe: the camera's snippet with a line more."""
    own = re.search(r"# cinematography\n(.*?)(?=\n\n|\n# )", text_of(request), re.DOTALL)
    lines = own[1].splitlines() if own else []
    return refinement(snippet("cinematography", *lines, "handheld(stage, amount=0.3)"))


PACE = {
    "sub_process": "motion",
    "why": "pacing, walking to a seat and sitting down have to follow one another however long each takes",
    "lines": [
        "def pace_then_sit(stage, person, spots, start=0.0):",
        '    """Walks to several spots in turn and then sits down on the nearest seat. spots: names of positions."""',
        "    at = start",
        "    for spot in spots:",
        "        at = walk_to(stage, person, spot, start=at)",
        "    return sit_down(stage, person, start=at)",
    ],
}

# ---- what writing roles say


def idea(
    title: str, place: str, light: str, people: tuple[tuple[str, str, int, str, str], ...],
    lines: tuple[tuple[str, str], ...], *, point: tuple[str, str], better: str, note: tuple[int, str], broken: str,
    feeling: str, grade: str,
) -> dict[str, Any]:  # fmt: skip
    """A scene of two people: its dialogue, a point of the director's on one line and the screenwriter's better words,
    a note of an actor's on another with words, an action that does not fit the posture, and two cinematographers who
    differ on the last line."""
    first, second = (p[0] for p in people)
    ids = [f"1.{n}" for n in range(1, len(lines) + 1)]
    about, problem = point
    number, words = note
    speaker = {i: who for i, (who, _) in zip(ids, lines, strict=True)}
    rewritten = {"id": about, "change": "replace", "kind": "line", "character": "", "words": better, "delivery": "",
                 "actions": None, "moves": None}  # fmt: skip
    mended = rewritten | {"id": ids[0], "words": "", "actions": [{"character": first, "action": "Standing Talking"}]}

    def shots(last: str, of: list[str], camera: str = "") -> dict[str, Any]:
        opening = {"entry": ids[0], "shot": "Long Shot", "of": [first, second]}
        middle = [{"entry": i, "shot": "Medium Shot", "of": [speaker[i]]} for i in ids[1:-1]]
        shown = [opening, *middle, {"entry": ids[-1], "shot": last, "of": of, "camera": camera}]
        return {"shots": [{"from_words": "", "camera": "", "why": ""} | s for s in shown]}

    return {
        "Outline": {
            "title": title, "logline": title,
            "characters": [
                {"name": n, "gender": g, "age": a, "occupation": o, "personality": "stubborn, kind",
                 "speaking_style": "few words", "appearance": look} for n, g, a, o, look in people
            ],
            "scenes": [{"topic": title, "location": place, "light": light, "characters": [first, second],
                        "plot": title, "dialogue_goal": "One of them gives in."}],
        },
        "Dialogue": {"scenes": [{"scene": 1, "entries": [
            {"kind": "line", "character": who, "words": said, "delivery": ""} for who, said in lines]}]},
        "Staging": {"scenes": [{"scene": 1, "positions": [
            {"character": first, "position": "Position 3", "posture": "standing"},
            {"character": second, "position": "Position 1", "posture": "sitting"}], "entries": [
            {"id": ids[0], "actions": [{"character": first, "action": broken}], "moves": []}]}]},
        "Critique": {"points": [{"about": about, "kind": "coherence", "problem": problem, "suggestion": "Show it."}]},
        "Rewriting": {"positions": [], "entries": [rewritten, mended]},
        "Verification": MET,
        "Notes": {"notes": [{"character": lines[number - 1][0], "about": ids[number - 1],
                             "feedback": "I would say less.", "words": words}]},
        "Adopted": {"reason": "Less is more.", "adopted": [{"note": 1, "reason": "It is truer.", "words": words}]},
        "Shots faces": shots("Close-up", [lines[-1][0]], "slow push in"),
        "Shots space": shots("Two-Shot", [first, second]),
        "Arguments faces": {"points": [{"about": ids[-1], "argument": "The face decides.", "concedes": False}]},
        "Arguments space": {"points": [{"about": ids[-1], "argument": "They are together now.", "concedes": False}]},
        "Rulings": {"rulings": [{"about": ids[-1], "choice": "second", "why": "The ending is about the two."}]},
        "Finishing": finish(feeling, grade, ids[-1], ids[-1]),
        "review": first_no("composition good", "it is too still for what is said", "Let the camera breathe."),
        "refine": handheld,
    }  # fmt: skip


CASES: list[Case] = [
    Case(
        "a woman in a red coat walks along the roadside at dusk, stops and waves, the camera tracks her",
        {
            "Finishing": finish("sad", "warm", "1.1", "1.1"),
            "guidance": texts(lighting="Blue hour light."),
            "review": first_no("Do light and mood", "it is night rather than dusk", "Use golden hour."),
            "refine": refinement(snippet("lighting", 'light_mood(stage, "golden hour")')),
        },
    ),
    Case(
        "a man in a suit paces the office at night, sits down and buries his face in his hands, slow push in",
        {
            "Finishing": finish("tense", "cool", "1.1", "1.1", 1.0),
            "guidance": texts(cinematography="Long Shot of Man, push in by 20 %."),
            "review": first_no("all of it", "he turns on the spot instead of pacing through the room", "Pace first."),
            "refine": refinement(
                snippet(
                    "motion",
                    't = pace_then_sit(stage, "Man", ["Position 2", "Position 3"])',
                    'perform(stage, "Man", "Burying Face in Hands", start=t)',
                ),
                functions=(PACE,), seconds=17.0,
            ),
        },
        dies=1,
    ),
    Case(
        "two friends play billiards, one jumps for joy, the camera arcs around them",
        {
            "Finishing": finish("playful", "warm", "1.1", "1.1"),
            "guidance": texts(cinematography="Two-Shot of Friend and Friend 2, orbit by 90 degrees."),
            "review": first_no("natural for what is done", "the other stands like a post", "Let Friend 2 laugh."),
            "refine": refinement(
                snippet(
                    "motion", 'perform(stage, "Friend", "Playing Billiards", end=5.4)',
                    'perform(stage, "Friend 2", "Playing Billiards", end=5.4)',
                    'perform(stage, "Friend", "Joyful Jump", start=5.4)',
                    'perform(stage, "Friend 2", "Standing Laughing", start=5.6)',
                )
            ),
        },
        dies=3,
    ),
    Case(
        "a cook turns, surprised, as a stranger enters the large kitchen, handheld",
        {
            "Finishing": finish("tense", "cool", "1.1", "1.1"),
            "guidance": texts(),
            "review": first_no("composition good", "the cook is too small to read the surprise", "Come closer."),
            "refine": refinement(
                snippet("cinematography", 'medium_shot(stage, ["Cook", "Stranger"])', "handheld(stage, amount=0.5)")
            ),
        },
    ),
    Case(
        "a girl laughs on the sofa, the camera pulls back and shows her family",
        {
            "Finishing": finish("playful", "warm", "1.1", "1.1"),
            "guidance": texts(motion="Girl laughs; Mother laughs; Father is happy; Brother is happy."),
            "review": first_no("Is the picture neither", "the end is dark", "Light the mother."),
            "refine": refinement(
                snippet("lighting", 'light_mood(stage, "day")', 'key_light(stage, "Mother", strength=1.5)')
            ),
        },
        dies=1,
    ),
    Case(
        "A night porter and a guest quarrel about a suitcase that will not stop ringing",
        idea(
            "The ringing suitcase", "Reception Room", "night",
            (("Ivo", "male", 58, "night porter", "grey hair, dark red uniform"),
             ("Lena", "female", 33, "photographer", "short black hair, yellow coat")),
            (("Ivo", "It has been ringing since midnight, madam."), ("Lena", "Then answer it. It is not mine."),
             ("Ivo", "Your name is on it. In your own hand.")),
            point=("1.2", "She gives in too soon."), better="It can ring. I have never seen it before.",
            note=(3, "Your name is on it."), broken="Sitting Talking", feeling="mystery", grade="cool",
        ),
        dies=7,
    ),
    Case(
        "Two rivals put the chairs away after the chess final and one of them has kept the queen",
        idea(
            "The queen in the pocket", "Meeting room", "day",
            (("Greta", "female", 47, "teacher", "blonde bun, blue cardigan"),
             ("Tomas", "male", 51, "engineer", "beard, grey jumper")),
            (("Greta", "One piece is missing, Tomas, and only we two are here."), ("Tomas", "Count again."),
             ("Greta", "You wanted to keep it, to remember that you lost.")),
            point=("1.3", "She explains his feeling."), better="Keep it, then. You will want to remember.",
            note=(1, "One piece is missing, Tomas."), broken="Sitting Arguing", feeling="sad", grade="natural",
        ),
        dies=11,
    ),
    Case(
        "A grandmother and her grandson say goodbye to the lounge before the house is sold",
        idea(
            "Before the house is sold", "Relaxing Room", "golden hour",
            (("Nana", "female", 74, "pensioner", "white curls, green dress, glasses"),
             ("Emil", "male", 16, "pupil", "brown hair, red hoodie")),
            (("Emil", "We could still say no, Nana."), ("Nana", "The house is tired. I know how it feels."),
             ("Emil", "Then I will stay until the keys are gone.")),
            point=("1.2", "A joke would be braver."), better="The house is tired, and it snores at night.",
            note=(3, "Then I stay until the keys are gone."), broken="Sitting Thinking", feeling="sad", grade="warm",
        ),
        dies=13,
    ),
]  # fmt: skip

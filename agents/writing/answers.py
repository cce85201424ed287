"""What models answer on the writing side. Closed vocabularies come from the catalogue, so that a place, position,
action or shot type that is not there is not a valid answer."""

# Annotations are evaluated here and now: the classes depend on the catalogue.

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from agents.catalogue import Catalogue
from render.grade import GRADES
from render.music import FEELINGS

MANNERS = ("", "slowly", "briskly", "running", "angry", "tired")
CAMERA = ("", "slow push in", "push in", "slow pull out", "pull out", "handheld", "static camera")
WALKS = ("Walking", "Running")
TRANSITIONS = ("cut", "dissolve", "fade")


class Answer(BaseModel):
    model_config = ConfigDict(frozen=True)


class ProfileAnswer(Answer):
    name: str = Field(min_length=1, max_length=24, description="one word")
    gender: Literal["female", "male"]
    age: int = Field(ge=4, le=100)
    occupation: str
    personality: str
    speaking_style: str
    appearance: str = Field(description="build, hair and clothes, as one sees them")


class SpokenAnswer(Answer):
    kind: Literal["line", "beat"] = Field(description="line: somebody speaks; beat: something silent is seen")
    character: str = Field(description="who speaks, or whom the beat is about")
    words: str = Field(min_length=1, max_length=600, description="what is said, or what is seen")
    delivery: str = Field("", description="how it is said, in a word or two")


class DialogueScene(Answer):
    scene: int = Field(ge=1)
    entries: list[SpokenAnswer] = Field(min_length=1)


class Dialogue(Answer):
    scenes: list[DialogueScene] = Field(min_length=1)


class PointAnswer(Answer):
    about: str = Field(description="id of the entry, or the scene as “scene 2”")
    kind: Literal["action", "theme", "coherence"]
    problem: str
    suggestion: str


class Critique(Answer):
    points: list[PointAnswer] = Field(max_length=8)


class MetAnswer(Answer):
    about: str
    met: bool
    why: str


class Verification(Answer):
    points: list[MetAnswer]
    accepted: bool


class NoteAnswer(Answer):
    character: str
    about: str = Field(description="id of a line of this character")
    feedback: str
    words: str = Field("", max_length=600, description="the whole line as this character would say it, or empty")


class Notes(Answer):
    notes: list[NoteAnswer] = Field(max_length=24)


class AdoptedAnswer(Answer):
    note: int = Field(ge=1, description="number of the note")
    reason: str
    words: str = Field("", max_length=600, description="the whole line as it is to be spoken from now on, or empty")
    change: str = Field("", description="without words: what the screenwriter is to do about it")


class Adopted(Answer):
    reason: str
    adopted: list[AdoptedAnswer]


class ArgumentAnswer(Answer):
    about: str
    argument: str
    concedes: bool = Field(description="true: the other cinematographer's choice is the better one")


class Arguments(Answer):
    points: list[ArgumentAnswer]


class RulingAnswer(Answer):
    about: str
    choice: Literal["first", "second"]
    why: str


class Rulings(Answer):
    rulings: list[RulingAnswer]


class CueAnswer(Answer):
    feeling: Literal[*FEELINGS]
    first: str = Field(description="id of the entry the music begins with")
    last: str = Field(description="id of the entry it ends with")


class Trim(Answer):
    entry: str
    seconds: float = Field(ge=-1.0, le=2.0, description="longer, or shorter where negative")
    why: str = ""


@cache
def finishing(roles: tuple[str, ...]) -> type[Any]:
    """What some of "composer", "colourist" and "editor" decide: `scenes`, and `trims` of the editor's. A field of a
    role that is not among them is not asked for."""
    of_scene: dict[str, Any] = {"scene": (int, Field(ge=1))}
    whole: dict[str, Any] = {}
    if "composer" in roles:
        of_scene["music"] = (list[CueAnswer], Field(max_length=3))
    if "colourist" in roles:
        of_scene["grade"] = (Literal[*GRADES], ...)
    if "editor" in roles:
        of_scene["transition"] = (Literal[*TRANSITIONS], Field(description="how the scene begins"))
        whole["trims"] = (list[Trim], Field(default_factory=list, max_length=12))
    scene = create_model("FinishedScene", __base__=Answer, **of_scene, why=(str, ""))
    return create_model("Finishing", __base__=Answer, scenes=(list[scene], Field(min_length=1)), **whole)


@dataclass(frozen=True)
class Forms:
    """The answers whose words come from the catalogue, as pydantic models."""

    outline: type[Any]
    staging: type[Any]
    rewriting: type[Any]
    restaging: type[Any]
    shots: type[Any]


def forms(catalogue: Catalogue, most_people: int, most_scenes: int) -> Forms:
    """The forms for a catalogue and for at most so many people and scenes."""
    one_place = Literal[*catalogue.places.names]
    one_light = Literal[*catalogue.moods.names]
    # Who goes somewhere is given a move.
    one_action = Literal[*(a for a in catalogue.actions.names if a not in WALKS)]
    one_shot = Literal[*(s.name for s in catalogue.shots if not s.things)]
    spots = {p.name: None for place in catalogue.places for p in place.positions}
    one_spot = Literal[*spots]

    class OutlineScene(Answer):
        topic: str
        location: one_place
        light: one_light = Field(description="time of day or light")
        characters: list[str] = Field(min_length=1)
        plot: str
        dialogue_goal: str = Field(description="what the dialogue has to reach, so that the scene can end")

    class Outline(Answer):
        title: str
        logline: str
        characters: list[ProfileAnswer] = Field(min_length=1, max_length=most_people)
        scenes: list[OutlineScene] = Field(min_length=1, max_length=most_scenes)

    class Placed(Answer):
        character: str
        position: one_spot
        posture: Literal["standing", "sitting"] = "standing"

    class Act(Answer):
        character: str
        action: one_action
        partner: str = Field("", description="with whom, for a handshake, a hug, giving; else empty")

    class Move(Answer):
        character: str
        destination: one_spot
        manner: Literal[*MANNERS] = ""

    class StagedEntry(Answer):
        id: str
        actions: list[Act] = Field(default_factory=list)
        moves: list[Move] = Field(default_factory=list)

    class StagedScene(Answer):
        scene: int = Field(ge=1)
        positions: list[Placed] = Field(min_length=1)
        entries: list[StagedEntry]

    class Staging(Answer):
        scenes: list[StagedScene] = Field(min_length=1)

    class Repositioned(Placed):
        scene: int = Field(ge=1)

    class Restaged(Answer):
        id: str
        actions: list[Act] | None = Field(None, description="all actions of the entry; null keeps them")
        moves: list[Move] | None = Field(None, description="all moves of the entry; null keeps them")

    class Rewritten(Restaged):
        change: Literal["replace", "remove", "insert after"] = "replace"
        kind: Literal["line", "beat"] = "line"
        character: str = Field("", description="who speaks; empty keeps who it is")
        words: str = Field("", max_length=600, description="the new words; empty keeps them")
        delivery: str = ""

    class Rewriting(Answer):
        entries: list[Rewritten]
        positions: list[Repositioned] = Field(default_factory=list)

    class Restaging(Answer):
        entries: list[Restaged]
        positions: list[Repositioned] = Field(default_factory=list)

    class ShotAnswer(Answer):
        entry: str = Field(description="id of the entry")
        shot: one_shot
        of: list[str] = Field(description="names of those it is about")
        from_words: str = Field("", description="empty, or the words of the line at which the camera cuts to this shot")
        camera: Literal[*CAMERA] = ""
        why: str = ""

    class Shots(Answer):
        shots: list[ShotAnswer] = Field(min_length=1)

    return Forms(Outline, Staging, Rewriting, Restaging, Shots)

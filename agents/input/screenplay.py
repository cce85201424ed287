"""The parsed form of every input: scenes made of spoken words, acts, walks and stage directions.

Nothing is resolved here: places, positions, actions and shots are the words of the writer. `at` is the line
in the file the words came from (1 for the first), None where there is no file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from app.document import Notice, Transition


@dataclass
class AskedAct:
    """An action somebody was given by name; `state` is the posture the writer believes them in, `partner` the name
    of the one it is done with."""

    character: str
    action: str
    state: str = ""
    at: int | None = None
    partner: str = ""


@dataclass
class Walk:
    """Somebody goes somewhere."""

    character: str
    destination: str
    manner: str = ""
    at: int | None = None


@dataclass
class Element:
    """One step of a scene. `shot` is what the writer said of the camera (a strict or directed script: a shot type),
    `subjects` the names of those it films and `camera` its move in plain words (directed scripts), `where` the
    positions given, `id` its name for the crew."""

    at: int | None = None
    id: str = ""
    shot: str = ""
    subjects: list[str] = field(default_factory=list)
    camera: str = ""
    where: dict[str, str] = field(default_factory=dict)


@dataclass
class Speech(Element):
    """Spoken words. part: the words of `text` heard in this element, [first, end), where the camera cuts inside the
    line and several elements share it."""

    speaker: str = ""
    text: str = ""
    delivery: str = ""
    unseen: bool = False
    acts: list[AskedAct] = field(default_factory=list)
    walks: list[Walk] = field(default_factory=list)
    weight: str = ""
    part: tuple[int, int] | None = None


@dataclass
class Doing(Element):
    """Acts or walks without words. text: what is seen, where somebody described it; who: whom it is about."""

    text: str = ""
    who: str = ""
    acts: list[AskedAct] = field(default_factory=list)
    walks: list[Walk] = field(default_factory=list)


@dataclass
class Direction(Element):
    """A stage direction in prose."""

    text: str = ""


@dataclass
class Profile:
    """What is known of a character before casting. `words` describe the look."""

    name: str
    gender: str = ""
    years: int | None = None
    occupation: str = ""
    traits: str = ""
    speaking_style: str = ""
    words: str = ""


@dataclass
class ParsedScene:
    """goal: what the dialogue has to reach, where a crew set one; transition, transition_words: how the scene begins,
    and how that is written."""

    heading: str = ""
    place: str = ""
    time: str = ""
    synopsis: str = ""
    goal: str = ""
    who: list[str] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)
    postures: dict[str, str] = field(default_factory=dict)
    elements: list[Element] = field(default_factory=list)
    calm: bool | None = None
    transition: Transition = "cut"
    transition_words: list[str] = field(default_factory=list)
    at: int | None = None

    @property
    def speeches(self) -> list[Speech]:
        return [e for e in self.elements if isinstance(e, Speech)]


@dataclass
class Screenplay:
    """`strict`: a person wrote it shot by shot, and it is only reported on, never improved. `directed`: a crew has
    decided on every shot; each element is one. ending, ending_words: how the film ends, and how that is written.
    title_page: what stands below the title, by key."""

    title: str = ""
    title_page: dict[str, str] = field(default_factory=dict)
    logline: str = ""
    profiles: list[Profile] = field(default_factory=list)
    scenes: list[ParsedScene] = field(default_factory=list)
    ending: Literal["cut", "fade"] = "cut"
    ending_words: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    strict: bool = False
    directed: bool = False

    @property
    def as_written(self) -> bool:
        """Whether each element is one shot, acted as it says."""
        return self.strict or self.directed

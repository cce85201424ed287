"""The typed answers of a shot's roles."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.document import SubProcess


class Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewPerson(Answer):
    """Somebody the description means who is not among the people of the film yet."""

    name: str = Field(min_length=1, max_length=30)
    gender: Literal["female", "male"]
    age: int = Field(ge=4, le=100)
    appearance: str = Field("", description="hair, clothes and their colours, build")


class FiveTexts(Answer):
    """The guidance of a shot, one text for each sub-process, in plain sentences."""

    people: list[NewPerson] = Field(default_factory=list, max_length=6)

    scene: str = Field("", description="the place and what is added to it or taken away")
    character: str = Field("", description="who is there, where, in which posture, facing whom")
    motion: str = Field("", description="who does what, in order")
    lighting: str = Field("", description="time of day, mood, lamps, light on faces")
    cinematography: str = Field("", description="shot type, whom it films, how the camera moves")


class ChangedText(Answer):
    """The new text of one sub-process's guidance, whole."""

    sub_process: SubProcess
    text: str


class Noted(Answer):
    """What a note on a shot changes. cannot: words of the note that no guidance can meet."""

    changes: list[ChangedText]
    cannot: list[str] = Field(default_factory=list)


class Snippet(Answer):
    """The new text of one sub-process's snippet. lines: the whole snippet, one line of code each."""

    sub_process: SubProcess
    lines: list[str] = Field(min_length=1)
    because: str = ""


class WrittenProgram(Answer):
    """Snippets that replace those of the draft; what is not named stays."""

    snippets: list[Snippet]
    seconds: float | None = Field(None, ge=0.5, le=120, description="length of the shot, where it has to change")
    cannot: list[str] = Field(default_factory=list, description="what of the guidance no function here can do")


class WrittenFunction(Answer):
    """A function that is new, or replaces the learned one of the same name. lines: its whole source."""

    sub_process: SubProcess
    lines: list[str] = Field(min_length=1)
    why: str


class RetiredFunction(Answer):
    name: str
    why: str


class Refinement(Answer):
    """What changes because of a review. Functions only where no argument can do it."""

    snippets: list[Snippet]
    seconds: float | None = Field(None, ge=0.5, le=120, description="length of the shot, where it has to change")
    functions: list[WrittenFunction] = Field(default_factory=list)
    retire: list[RetiredFunction] = Field(default_factory=list)


class Judged(Answer):
    """The answer to one question, by its id. note: what was seen, in a sentence."""

    question: str
    answer: Literal["yes", "no", "cannot tell"]
    note: str = ""


class PartReview(Answer):
    """The review of one sub-process. suggestions: what to change, one thing each, where it is rejected."""

    sub_process: SubProcess
    answers: list[Judged]
    verdict: Literal["pass", "reject"]
    suggestions: list[str] = Field(default_factory=list)


class ReviewAnswer(Answer):
    parts: list[PartReview]


class Preference(Answer):
    """Which of two takes is better. why: in a sentence."""

    better: Literal["first", "second", "equal"]
    why: str = ""

"""A film as a screenplay: its paragraphs in order, each with the shot and the beats it stands for.

The screenplay page, the Fountain and Final Draft writers and the merge of a new draft all read a film this way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.document import Action, AnyBeat, Film, Line, Move, Pause, Scene, Shot, Transition

HEADING = re.compile(r"^(?:int\.?\s?/\s?ext|ext\.?\s?/\s?int|int|ext|est|i\s?/\s?e)[. ]", re.IGNORECASE)
"""How a scene heading usually begins."""

_TRANSITION = re.compile(
    r"(?:(?:SLOW|QUICK|SMASH|MATCH|JUMP|HARD) )?(?:CUT|FADE|DISSOLVE|WIPE|IRIS)\b[A-Z ]*[:.]?$"
    r"|(?:THE )?END[:.]?$|[A-Z ]+ TO:$"
)
_WRITTEN = {"dissolve": "DISSOLVE TO:", "fade": "FADE TO:"}

ParagraphKind = Literal["heading", "synopsis", "action", "cue", "aside", "speech", "transition"]


@dataclass(frozen=True)
class Paragraph:
    """kind: "heading", "synopsis", "action", "cue" (who speaks), "aside" (how, without brackets), "speech" or
    "transition" (before the heading of the scene that begins with it, or at the end). shot: id, "" where a scene has
    none; beats: ids of what it stands for. unseen: a cue of somebody who is heard only."""

    kind: ParagraphKind
    text: str
    scene: str
    shot: str = ""
    beats: tuple[str, ...] = ()
    unseen: bool = False


def paragraphs(film: Film, omitted: bool = False) -> list[Paragraph]:
    """The film as a screenplay. Words of people stand as they were written; what only the crew did is put into a
    short sentence, unless it goes along with a line. omitted: shots left out of the film too."""
    out: list[Paragraph] = []
    for number, scene in enumerate(film.scenes, 1):
        first = scene.shots[0].id if scene.shots else ""
        out += [Paragraph("transition", words, scene.id, first) for words in beginning_of(scene, number)]
        out.append(Paragraph("heading", heading_of(scene, number), scene.id, first))
        if scene.synopsis.strip():
            out.append(Paragraph("synopsis", _one_line(scene.synopsis), scene.id, first))
        for shot in scene.shots:
            if omitted or not shot.omitted:
                out += _of_shot(film, scene, shot)
    last = film.scenes[-1] if film.scenes else None
    shot = last.shots[-1].id if last is not None and last.shots else ""
    return out + [Paragraph("transition", words, last.id if last else "", shot) for words in ending_of(film)]


def transition_of(line: str) -> Transition | None:
    """How the next scene begins by a transition in capitals ("DISSOLVE TO:", "FADE OUT."), None for another line."""
    if not _TRANSITION.match(line):
        return None
    return "fade" if "FADE" in line else "dissolve" if "DISSOLVE" in line else "cut"


def meant_by(words: Sequence[str]) -> Transition:
    """What the transitions before a heading come to: "FADE OUT.", "FADE IN:" is one fade."""
    kinds = {transition_of(line.upper()) for line in words}
    return "fade" if "fade" in kinds else "dissolve" if "dissolve" in kinds else "cut"


def beginning_of(scene: Scene, number: int) -> list[str]:
    """The transitions before a scene's heading: as written, or the usual words once it is another one. number: of the
    scene, from 1."""
    if meant_by(scene.transition_words) == scene.transition:
        return scene.transition_words
    usual = "FADE IN:" if number == 1 and scene.transition == "fade" else _WRITTEN.get(scene.transition)
    return [usual] if usual else []


def ending_of(film: Film) -> list[str]:
    """The transitions at the end of a film: as written, or the usual words where it fades out."""
    if (meant_by(film.ending_words) == "cut") == (film.ending == "cut"):
        return film.ending_words
    return ["FADE OUT."] if film.ending == "fade" else []


def heading_of(scene: Scene, number: int) -> str:
    """What a scene is headed by: its own heading, else place and light, else its number."""
    made = ", ".join(p for p in (scene.place, scene.mood if scene.place else "") if p)
    return _one_line(scene.heading) or made or f"Scene {number}"


def _of_shot(film: Film, scene: Scene, shot: Shot) -> list[Paragraph]:
    out: list[Paragraph] = []
    seen = {s.character for s in shot.staging}
    for beat in shot.beats:
        if isinstance(beat, Line):
            if (beat.words is None or beat.words[0] == 0) and beat.text.strip():
                out += _of_line(film, scene, shot, beat, beat.unseen or (bool(seen) and beat.speaker not in seen))
            continue
        text = told(film, beat)
        if not text:
            continue
        last = out[-1] if out else None
        if last is not None and last.kind == "action" and last.text == text:
            out[-1] = Paragraph("action", text, scene.id, shot.id, (*last.beats, beat.id))
        elif not any(p.kind == "action" and p.text == text and beat.text for p in out):
            out.append(Paragraph("action", text, scene.id, shot.id, (beat.id,)))
    return out


def _of_line(film: Film, scene: Scene, shot: Shot, line: Line, unseen: bool) -> list[Paragraph]:
    where = (scene.id, shot.id, (line.id,))
    out = [Paragraph("cue", name_of(film, line.speaker), *where, unseen=unseen)]
    if line.delivery.strip():
        out.append(Paragraph("aside", _one_line(line.delivery), *where))
    return [*out, Paragraph("speech", _one_line(line.text), *where)]


def told(film: Film, beat: AnyBeat) -> str:
    """What an action, a move or a pause is in a screenplay; "" for what goes without saying there."""
    text = _one_line(beat.text)
    if isinstance(beat, Pause):
        return text
    if isinstance(beat, Move):
        own = text if text.casefold() != beat.destination.casefold() else ""
        return own or ("" if beat.during else f"{name_of(film, beat.character)} walks to {beat.destination}.")
    if isinstance(beat, Action):
        # A script may ask for an action by its bare name; that is no sentence.
        named = re.sub(r"\W|\d", "", text).casefold() == re.sub(r"\W|\d", "", beat.action).casefold()
        return text if text and not named and " " in text else ("" if beat.during else done(film, beat))
    return ""


def done(film: Film, beat: Action) -> str:
    """An action as a sentence: "Mia sits down." """
    verb = re.sub(r"^(Standing|Sitting)\s+", "", beat.action).strip().lower()
    first, _, rest = verb.partition(" ")
    if first.endswith("ing"):
        verb = f"is {verb}"
    elif first in ("sit", "stand", "look", "point", "nod", "wave", "turn", "shake", "pick", "put", "open", "close"):
        verb = f"{first}s {rest}".strip()
    else:
        verb = f"is {verb}" if not rest else verb
    other = f" with {name_of(film, beat.with_)}" if beat.with_ else ""
    return f"{name_of(film, beat.character)} {verb}{other}."


def name_of(film: Film, reference: str) -> str:
    """A character's name from an id or name; the reference itself when the film has no such character."""
    for each in film.characters:
        if reference == each.id or reference.casefold() == each.name.casefold():
            return each.name
    return reference


def spelled(cue: str) -> str:
    """A name as people write it, from the capitals of a cue: "MIA" is Mia; mixed case is kept."""
    cue = " ".join(cue.split())
    if cue != cue.upper():
        return cue
    return " ".join(
        "".join(p.capitalize() if k % 2 == 0 else p for k, p in enumerate(re.split(r"([-'’.])", w)))
        for w in cue.split()
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())

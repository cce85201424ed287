"""Names and sentences the studio uses for what is in a film."""

from __future__ import annotations

from fractions import Fraction

from app.document import Action, Film, Line, Move, Origin, Pause, Scene, Shot
from app.timebase import seconds
from ui.studio.language import mark, tr

SUB_PROCESS_NAMES = {
    "scene": "Scene",
    "character": "Character",
    "motion": "Motion",
    "lighting": "Lighting",
    "cinematography": "Camera",
}


def titled(name: str) -> str:
    """A name of the library as a choice in a menu: "Golden hour"."""
    return name[:1].upper() + name[1:]


def length(frames: int, fps: Fraction) -> str:
    """ "2 s 12 f": whole seconds and the frames left over."""
    base = round(float(fps))
    whole, rest = divmod(frames, base)
    if not whole:
        return f"{rest} f"
    return f"{whole} s {rest} f" if rest else f"{whole} s"


def running_time(frames: int, fps: Fraction) -> str:
    """ "1:05" minutes and seconds, rounded."""
    whole = round(seconds(frames, fps))
    return f"{whole // 60}:{whole % 60:02d}"


def duration(value_s: float) -> str:
    """About how long, for people: "8 s", "3 min", "1 h 20 min"."""
    if value_s < 60:
        return f"{max(1, round(value_s))} s"
    if value_s < 3600:
        return f"{round(value_s / 60)} min"
    return f"{int(value_s // 3600)} h {round(value_s % 3600 / 60)} min"


def name_of(film: Film, reference: str) -> str:
    """A character's name from an id or name; the reference itself when the film has no such character."""
    for each in film.characters:
        if reference == each.id or reference.casefold() == each.name.casefold():
            return each.name
    return reference


def first_words(film: Film, shot: Shot) -> tuple[str, str]:
    """(speaker or "", words): what a card shows of the shot's content."""
    for beat in shot.beats:
        if isinstance(beat, Line):
            return name_of(film, beat.speaker), heard(beat)
    for beat in shot.beats:
        text = beat_text(film, beat)
        if text:
            return "", text
    return "", shot.guidance.scene or shot.notes


def heard(line: Line) -> str:
    """The words of a line that are heard in this shot."""
    if line.words is None:
        return line.text
    first, last = line.words
    part = " ".join(line.text.split()[first:last])
    return f"{'… ' if first else ''}{part}{' …' if last < len(line.text.split()) else ''}"


def beat_text(film: Film, beat: Line | Action | Move | Pause) -> str:
    """A beat as a sentence."""
    if isinstance(beat, Line):
        return heard(beat)
    if isinstance(beat, Action):
        other = f" with {name_of(film, beat.with_)}" if beat.with_ else ""
        return beat.text or f"{name_of(film, beat.character)}: {beat.action.lower()}{other}"
    if isinstance(beat, Move):
        return beat.text or f"{name_of(film, beat.character)} walks to {beat.destination}"
    return beat.text


def scene_title(number: int, scene: Scene) -> str:
    """ "Scene 2 · Apartment, night": what a scene is called when it has no heading."""
    place = scene.heading or ", ".join(p for p in (scene.place, scene.mood) if p)
    return f"Scene {number}" + (f" · {place}" if place else "")


TRANSITIONS = {"cut": mark("Cut"), "dissolve": mark("Dissolve"), "fade": mark("Fade from black")}


def finishing(scene: Scene) -> str:
    """ "dissolve, warm colours, sad music": how a scene begins, its grade and its music; "" for nothing of it."""
    feelings = dict.fromkeys(cue.feeling for cue in scene.music)
    return ", ".join(
        [
            *([tr(TRANSITIONS[scene.transition]).lower()] if scene.transition != "cut" else []),
            *([tr("{name} colours").format(name=scene.grade)] if scene.grade not in ("", "natural") else []),
            *(tr("{name} music").format(name=feeling) for feeling in feelings),
        ]
    )


def music_under(scene: Scene, shot: str) -> str:
    """The feeling of the music under a shot; "" for none."""
    order = [s.id for s in scene.shots]
    for cue in scene.music:
        here = cue.first in order and cue.last in order
        if here and order.index(cue.first) <= order.index(shot) <= order.index(cue.last):
            return cue.feeling
    return ""


def shot_name(number: int, shot: Shot) -> str:
    return f"Shot {shot.label or number}"


def author(origin: Origin | None) -> str:
    """Who wrote something, in words; "" when nobody is recorded."""
    if origin is None:
        return ""
    if origin.by == "person":
        return "Written by you"
    if origin.by == "model":
        return f"Written by {origin.name or 'a model'}"
    if origin.by == "file":
        return "From the imported file"
    return "Written by the house crew"

"""Names and sentences the studio uses for what is in a film."""

from __future__ import annotations

from fractions import Fraction

from app.document import Action, Film, Line, Move, Origin, Pause, Scene, Shot
from app.timebase import seconds
from ui.studio.language import mark, tr

SUB_PROCESS_NAMES = {
    "scene": mark("Scene"),
    "character": mark("Character"),
    "motion": mark("Motion"),
    "lighting": mark("Lighting"),
    "cinematography": mark("Camera"),
}


def part_name(name: str) -> str:
    """What a sub-process is called: "Camera"."""
    return tr(SUB_PROCESS_NAMES[name])


def titled(name: str) -> str:
    """A name of the library as a choice in a menu: "Golden hour"."""
    return name[:1].upper() + name[1:]


def sentence(text: str) -> str:
    """A text with a capital at its beginning, unless it begins with the name of a file or of something in a program."""
    first = text.partition(" ")[0].rstrip(".,:;")
    return text if any(c in first for c in "._/\\") else titled(text)


def length(frames: int, fps: Fraction) -> str:
    """ "2 s 12 f": whole seconds and the frames left over."""
    base = round(float(fps))
    whole, rest = divmod(frames, base)
    if not whole:
        return tr("{f} f").format(f=rest)
    return tr("{s} s {f} f").format(s=whole, f=rest) if rest else tr("{s} s").format(s=whole)


def running_time(frames: int, fps: Fraction) -> str:
    """ "1:05" minutes and seconds, rounded."""
    whole = round(seconds(frames, fps))
    return f"{whole // 60}:{whole % 60:02d}"


def duration(value_s: float) -> str:
    """About how long, for people: "8 s", "3 min", "1 h 20 min"."""
    if value_s < 60:
        return tr("{s} s").format(s=max(1, round(value_s)))
    if value_s < 3600:
        return tr("{min} min").format(min=round(value_s / 60))
    return tr("{h} h {min} min").format(h=int(value_s // 3600), min=round(value_s % 3600 / 60))


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
        other = f" {tr('with {name}').format(name=name_of(film, beat.with_))}" if beat.with_ else ""
        return beat.text or f"{name_of(film, beat.character)}: {beat.action.lower()}{other}"
    if isinstance(beat, Move):
        went = tr("{name} walks to {where}").format(name=name_of(film, beat.character), where=beat.destination)
        return beat.text or went
    return beat.text


def scene_title(number: int, scene: Scene) -> str:
    """ "Scene 2 · Apartment, night": what a scene is called when it has no heading."""
    place = scene.heading or ", ".join(p for p in (scene.place, scene.mood) if p)
    title = tr("Scene {number}").format(number=number)
    return f"{title} · {place}" if place else title


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
    return tr("Shot {number}").format(number=shot.label or number)


def author(origin: Origin | None) -> str:
    """Who wrote something, in words; "" when nobody is recorded."""
    if origin is None:
        return ""
    if origin.by == "person":
        return tr("Written by you")
    if origin.by == "model":
        return tr("Written by {name}").format(name=origin.name or tr("a model"))
    if origin.by == "file":
        return tr("From the imported file")
    return tr("Written by the house crew")

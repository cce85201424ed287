"""Passages from what ships with Shotwright and from the documentation of the installed Blender."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path

from app.document import SUB_PROCESSES
from library.functions import MODULES, functions, signature
from library.knowledge.passages import Passage, spoken
from library.learned.store import LearnedLibrary
from library.moods import MOODS
from library.motion.actions import ACTIONS
from library.motion.faces import EMOTIONS
from library.places import PLACES
from library.props import PROPS
from library.shots import SHOTS
from resources import FOLDER

CRAFT = FOLDER / "craft"
ASKED_FOR = FOLDER / "lexicons" / "blender_words.json"
"""Blender's name -> words in which people ask for it, for the parts that films are made with."""

WINDOW_NAMES = re.compile(
    r"bpy\.ops\.(ui|screen|view2d|view3d|wm|outliner|text|console|file|preferences|extensions|info|workspace|asset|ed|"
    r"paint|sculpt|uv|image|spreadsheet|buttons|palette|brush|grease_pencil|gpencil|clip|mask|node|sequencer)\."
    r"|bpy\.types\.(Space|Theme|Preferences|Region|View2D|View3D|Window|Screen|Brush|UILayout|UI_|wm|Paint|Sculpt|"
    r"UserSolidLight|ToolSettings|USERPREF|WorkSpace|KeyMap|KeyConfig|Event|Addon|Asset|GreasePencil|MovieTracking)"
)
"""What is of use to somebody at Blender's own windows, and seldom to a program."""


def blender(file: Path) -> list[Passage]:
    """The documentation a worker wrote (see `library.blender.documentation`); none where the file is missing, and
    what is damaged in it is left out."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    asked = json.loads(ASKED_FOR.read_text(encoding="utf-8"))
    found = []
    for line in lines:
        try:
            entry = json.loads(line)
            name, text = str(entry["name"]), str(entry["text"])
        except (ValueError, KeyError, TypeError):
            continue
        words = f"{spoken(name)} {asked.get(name, '')}".strip()
        found.append(Passage("blender", name, text, name, words))
    return found


def standing(passage: Passage) -> float:
    """How much a passage counts against others of its source: parts of Blender's windows a half, operators less than
    the functions and properties beneath them."""
    if passage.source != "blender":
        return 1.0
    return 0.5 if WINDOW_NAMES.match(passage.where) else 0.8 if passage.where.startswith("bpy.ops.") else 1.0


def library() -> Iterator[Passage]:
    """Every function a program may call, by its docstring, and what the functions of a module have in common."""
    shots = {shot.function: shot for shot in SHOTS}
    for sub_process in SUB_PROCESSES:
        module = MODULES[sub_process]
        yield Passage("functions", f"{sub_process}: what its functions have in common", inspect.getdoc(module) or "",
                      module.__name__)  # fmt: skip
        for name, function in functions(sub_process).items():
            shot = shots.get(name)
            words = " ".join([spoken(name), *((shot.description, shot.rule, *shot.synonyms) if shot else ())])
            text = f"{signature(function)}\n{inspect.getdoc(function) or ''}"
            yield Passage("functions", f"{name} ({sub_process})", text, f"{module.__name__}.{name}", words)


def learned(functions_: LearnedLibrary) -> Iterator[Passage]:
    """The learned functions in use, by docstring, and why each was written. Raises ShotwrightError(disk)."""
    for entry in functions_.entries():
        if entry.active is None:
            continue
        checked = entry.checked
        version = next(v for v in entry.versions if v.version == entry.active)
        text = f"{checked.signature}\n{checked.docstring}\nWritten because: {version.why}"
        yield Passage("learned", f"{entry.name} ({entry.sub_process})", text, entry.name, spoken(entry.name))


def catalogue() -> Iterator[Passage]:
    """Places with their positions, actions, shot types, moods, props and feelings."""
    for place in PLACES:
        spots = [f"{p.name}: {p.description}" + (" One can sit here." if p.seat else "") for p in place.positions]
        things = ", ".join(dict.fromkeys(p.name or p.prop for p in place.furniture))
        text = "\n".join([place.description, "Positions:", *spots, f"Things: {things}."])
        yield _entry("place", place.name, text, place.synonyms, "exterior outside" if place.exterior else "interior")
    for action in ACTIONS:
        needs = "standing or sitting" if action.posture == "any" else action.posture
        text = f"{action.description} Starts {needs}"
        text += f", ends {action.after}." if action.after not in ("any", action.posture) else "."
        text += f" About {action.seconds:g} s." + (" Done with somebody." if action.partner else "")
        yield _entry("action", action.name, text, action.synonyms)
    for shot in SHOTS:
        text = f"{shot.description} {shot.rule} Function: {shot.function}."
        yield _entry("shot type", shot.name, text, shot.synonyms, "camera moving" if shot.moving else "camera still")
    for mood in MOODS:
        yield _entry("light mood", mood.name, mood.description, mood.synonyms, "lighting light shadows")
    for prop in PROPS:
        width, depth, height = prop.size
        text = f"{prop.description} {width:.2f} m wide, {depth:.2f} m deep, {height:.2f} m high."
        text += {
            "surface": " Rests on other things.",
            "wall": " Hangs on a wall.",
            "ceiling": " Hangs from above.",
        }.get(prop.mount, "") + (f" Seats {len(prop.seats)}." if prop.seats else "")
        yield _entry("prop", prop.name, text.strip(), prop.synonyms, prop.family)
    yield _entry("feelings", "what a face can show", f"{', '.join(EMOTIONS)}.", (), "emotion expression face")


def _entry(kind: str, name: str, text: str, synonyms: tuple[str, ...], more: str = "") -> Passage:
    return Passage("catalogue", f"{kind}: {name}", text, name, " ".join([*synonyms, more]).strip())


def craft(folder: Path = CRAFT) -> Iterator[Passage]:
    """Notes on film craft: each section under a `##` heading of a Markdown file is a passage of its own."""
    for file in sorted(folder.glob("*.md")):
        yield from sections("craft", file.read_text(encoding="utf-8"), file.stem.replace("-", " "), file.name)


def sections(source: str, text: str, subject: str, where: str) -> Iterator[Passage]:
    """The sections of a Markdown text. A first-level heading names the subject."""
    heading = re.search(r"^# +(.+?)\s*$", text, re.MULTILINE)
    subject = heading[1] if heading else subject
    parts = re.split(r"^#{2,3} +(.+?)\s*$", text, flags=re.MULTILINE)
    opening = re.sub(r"^# +.*$", "", parts[0], flags=re.MULTILINE).strip()
    if opening:
        yield Passage(source, subject, opening, where)
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        if body.strip():
            yield Passage(source, f"{subject}: {title}", body.strip(), where)

"""Cut, copy and paste of shots, in one film and between films."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from app.document import Character, Film, Line, Model, Pause, Scene, Shot, new_id
from app.edits import AddCharacter, AnyEdit, Group, InsertScene, InsertShot, SetField
from app.errors import ShotwrightError
from app.labels import label_after
from app.timebase import rate
from ui.studio import commands, words
from ui.studio.workspace import Workspace

log = logging.getLogger(__name__)
MIME = "application/x-shotwright-clip"


class Clip(Model):
    """Shots on their way: film id, folder and rate they come from, and the people in them."""

    film: str
    folder: str = ""
    fps: str
    people: list[Character]
    shots: list[Shot]


CLIP: TypeAdapter[Clip] = TypeAdapter(Clip)


def copy(workspace: Workspace) -> int:
    """Puts the selected shots on the clipboard, also as text for other programs. Returns how many."""
    film, shots = workspace.film, workspace.shots
    if film is None or not shots:
        return 0
    folder = str(workspace.project.folder) if workspace.project else ""
    people = [c for c in film.characters if any(c.id in _people(s) for s in shots)]
    clip = Clip(film=film.id, folder=folder, fps=film.fps, people=people, shots=shots)
    data = QMimeData()
    data.setData(MIME, CLIP.dump_json(clip))
    data.setText("\n".join(_as_text(film, s) for s in shots))
    QApplication.clipboard().setMimeData(data)
    return len(shots)


def cut(workspace: Workspace) -> tuple[int, int]:
    """Copies the selected shots and removes those that are not locked. Returns (removed, kept)."""
    count = copy(workspace)
    kept = commands.delete(workspace, "cut") if count else 0
    return count - kept, kept


def held() -> Clip | None:
    """What is on the clipboard, if it is shots. Never raises: what is damaged counts as nothing."""
    data = QApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(MIME):
        return None
    try:
        return CLIP.validate_json(bytes(data.data(MIME).data()))
    except ValidationError as error:
        log.warning("shots on the clipboard cannot be read: %s", error)
        return None


def let_go() -> None:
    """Leaves only text on the clipboard, when the application ends: Qt would still hold what Python made."""
    board = QApplication.clipboard()
    data = board.mimeData()
    if data is not None and data.hasFormat(MIME):
        board.setText(data.text())


def paste(workspace: Workspace) -> int:
    """New shots as on the clipboard after the current one; selects them. Takes come along, with their pictures
    from the other film's folder. People the film does not have are added to its cast. Returns how many."""
    clip, film = held(), workspace.film
    if clip is None or film is None:
        return 0
    edits, names = _cast(clip, film)
    scene, index = _where(workspace)
    if scene is None:
        new = Scene()
        edits.append(InsertScene(index=len(film.scenes), scene=new))
        scene = new.id
    at_home = clip.film == film.id and workspace.project is not None and clip.folder == str(workspace.project.folder)
    pasted = [commands.copied(_translated(s, names, clip, film), at_home) for s in clip.shots]
    given: list[str] = []
    if not at_home:
        for shot in pasted:
            shot.label = label_after(film, workspace.shots[-1].id, given) if workspace.shots else ""
            given.append(shot.label)
            _bring_takes(shot, clip, workspace)
    edits += [InsertShot(scene=scene, index=index + n, shot=s) for n, s in enumerate(pasted)]
    name = "paste a shot" if len(pasted) == 1 else f"paste {len(pasted)} shots"
    if not workspace.apply(Group(name=name, edits=edits)):
        return 0
    workspace.select(pasted[0].id, [s.id for s in pasted])
    return len(pasted)


def paste_guidance(workspace: Workspace) -> int:
    """The guidance on the clipboard in place of that of the selected shots, parts that are locked excepted."""

    def edits(shot: Shot, given: Shot, _: dict[str, str]) -> list[AnyEdit]:
        return [
            SetField(target=shot.id, field=f"guidance.{n}", value=getattr(given.guidance, n))
            for n in words.SUB_PROCESS_NAMES
            if not shot.is_locked(n) and getattr(shot.guidance, n) != getattr(given.guidance, n)
        ]

    return _onto(workspace, "paste guidance", edits)


def paste_beats(workspace: Workspace) -> int:
    """The lines and actions on the clipboard in place of those of the selected shots that are not locked."""

    def edits(shot: Shot, given: Shot, names: dict[str, str]) -> list[AnyEdit]:
        beats = commands.copied(_renamed(given, names)).beats
        return [SetField(target=shot.id, field="beats", value=[b.model_dump(mode="json") for b in beats])]

    return _onto(workspace, "paste lines and actions", edits)


def _onto(workspace: Workspace, name: str, edits: Callable[[Shot, Shot, dict[str, str]], list[AnyEdit]]) -> int:
    """One clip for all selected shots, or several pairwise in order. Returns how many shots were changed."""
    clip, film = held(), workspace.film
    shots = [s for s in workspace.shots if not s.locked]
    if clip is None or film is None or not shots:
        return 0
    cast, names = _cast(clip, film)
    made = [e for n, shot in enumerate(shots) for e in edits(shot, clip.shots[n % len(clip.shots)], names)]
    needed = cast if name != "paste guidance" else []
    return len(shots) if made and workspace.apply(Group(name=name, edits=[*needed, *made])) else 0


def _where(workspace: Workspace) -> tuple[str | None, int]:
    film, shots = workspace.film, workspace.shots
    if shots:
        scene = film.scene_of(shots[-1].id)
        return scene.id, [s.id for s in scene.shots].index(shots[-1].id) + 1
    if film.scenes:
        return film.scenes[-1].id, len(film.scenes[-1].shots)
    return None, 0


# ---- between films


def _cast(clip: Clip, film: Film) -> tuple[list[AnyEdit], dict[str, str]]:
    """Edits that add who is missing, and id there -> id here. People are the same by name."""
    here = {c.name.casefold(): c.id for c in film.characters}
    taken = {c.id for c in film.characters}
    edits: list[AnyEdit] = []
    names: dict[str, str] = {}
    for person in clip.people:
        known = here.get(person.name.casefold())
        if known is None:
            known = person.id if person.id not in taken else new_id("character")
            edits.append(AddCharacter(character=person.model_copy(update={"id": known})))
        names[person.id] = known
    return edits, names


def _people(shot: Shot) -> set[str]:
    found = {*shot.subjects, *(s.character for s in shot.staging)}
    for beat in shot.beats:
        found |= {getattr(beat, n) for n in ("speaker", "character", "with_") if getattr(beat, n, None)}
    return found


def _renamed(shot: Shot, names: dict[str, str]) -> Shot:
    """The shot with the people of this film."""
    if all(a == b for a, b in names.items()):
        return shot
    made = shot.model_copy(deep=True)
    made.subjects = [names.get(p, p) for p in made.subjects]
    for stand in made.staging:
        stand.character = names.get(stand.character, stand.character)
        stand.facing = names.get(stand.facing, stand.facing) if stand.facing else None
    for beat in made.beats:
        for field in ("speaker", "character", "with_"):
            value = getattr(beat, field, None)
            if value:
                setattr(beat, field, names.get(value, value))
    for take in made.takes:
        for said in take.speech:
            said.speaker = names.get(said.speaker, said.speaker)
    return made


def _translated(shot: Shot, names: dict[str, str], clip: Clip, film: Film) -> Shot:
    """The shot in the people and at the rate of this film; what lasts, lasts as long as before."""
    made = _renamed(shot, names)
    factor: Fraction = film.rate / rate(clip.fps)
    if factor != 1:
        made = made.model_copy(deep=True, update={"takes": [], "active_take": None})
        made.length = max(1, round(made.length * factor))
        for beat in made.beats:
            if isinstance(beat, Line):
                beat.frames = None
            elif isinstance(beat, Pause) or beat.frames is not None:
                beat.frames = max(1, round(beat.frames * factor))
    return made


def _bring_takes(shot: Shot, clip: Clip, workspace: Workspace) -> None:
    """Copies the pictures and measurements of takes into this film's folder; a take whose files are gone stays
    behind."""
    source = Path(clip.folder)
    kept = []
    for take in shot.takes:
        files = [*(k.file for k in take.keyframes), *([take.measurements] if take.measurements else [])]
        try:
            if workspace.project is None or not clip.folder:
                raise ShotwrightError("project", "the film has no folder")
            for name in files:
                target = workspace.project.path(*name.split("/"))
                if ".." in Path(name).parts or Path(name).is_absolute():
                    raise ShotwrightError("project", f"{name} is outside the film's folder")
                target.parent.mkdir(parents=True, exist_ok=True)
                if not target.exists():
                    shutil.copyfile(source.joinpath(*name.split("/")), target)
            kept.append(take)
        except (OSError, ShotwrightError) as error:
            log.warning("take %s stays behind: %s", take.id, error)
    shot.takes = kept
    if shot.active_take not in {t.id for t in kept}:
        shot.active_take = kept[-1].id if kept else None


def _as_text(film: Film, shot: Shot) -> str:
    number = next(n for n, _, s in film.numbered() if s.id == shot.id)
    speaker, text = words.first_words(film, shot)
    said = f"{speaker}: {text}" if speaker else text
    head = f"{words.shot_name(number, shot)}, {shot.shot_type}, {words.length(shot.length, film.rate)}"
    return f"{head}. {' '.join(said.split())}".rstrip()

"""Changes to shots and scenes a person asks for by menu or key, as edits."""

from __future__ import annotations

from app.document import Cue, Scene, Shot, new_id
from app.edits import AnyEdit, Group, InsertScene, InsertShot, MoveScene, MoveShots, RemoveScene, RemoveShot, SetField
from app.labels import label_after, label_in
from ui.studio.workspace import Workspace


def add_shot(workspace: Workspace, after: bool = True) -> None:
    """A new empty shot beside the current one, in its scene; selects it."""
    film = workspace.film
    if film is None:
        return
    order = [s.id for s in film.shots()]
    at = order.index(workspace.shot.id) + after if workspace.shot else len(order)
    label = label_after(film, order[at - 1]) if at else ""
    shot = Shot(length=round(2 * film.rate), label=label)
    edits: list[AnyEdit] = []
    if not film.scenes:
        scene = Scene()
        edits.append(InsertScene(index=0, scene=scene))
        edits.append(InsertShot(scene=scene.id, index=0, shot=shot))
    elif workspace.shot is None:
        scene = film.scenes[-1]
        edits.append(InsertShot(scene=scene.id, index=len(scene.shots), shot=shot))
    else:
        scene = film.scene_of(workspace.shot.id)
        index = [s.id for s in scene.shots].index(workspace.shot.id) + (1 if after else 0)
        shot = shot.model_copy(update={"shot_type": workspace.shot.shot_type})
        edits.append(InsertShot(scene=scene.id, index=index, shot=shot))
    if workspace.apply(edits[0] if len(edits) == 1 else Group(name="add a shot", edits=edits)):
        workspace.select(shot.id)


def duplicate(workspace: Workspace) -> None:
    """Copies of the selected shots behind them, with their takes; selects the copies."""
    film = workspace.film
    shots = workspace.shots
    if film is None or not shots:
        return
    last = shots[-1]
    scene = film.scene_of(last.id)
    index = [s.id for s in scene.shots].index(last.id) + 1
    copies = [copied(s) for s in shots]
    edits = [InsertShot(scene=scene.id, index=index + n, shot=c) for n, c in enumerate(copies)]
    name = "duplicate a shot" if len(edits) == 1 else f"duplicate {len(edits)} shots"
    if workspace.apply(Group(name=name, edits=edits)):
        workspace.select(copies[0].id, [c.id for c in copies])


def copied(shot: Shot, named: bool = True) -> Shot:
    """A shot with new ids for itself, its beats and its takes, unlocked; `named`: its label says it is a copy."""
    beats = {b.id: new_id("beat") for b in shot.beats}
    takes = {t.id: new_id("take") for t in shot.takes}
    label = f"{shot.label} copy" if shot.label and named else shot.label
    made = shot.model_copy(deep=True, update={"id": new_id("shot"), "label": label, "remarks": []})
    made.beats = [
        b.model_copy(
            update={"id": beats[b.id]} | ({"during": beats.get(b.during)} if getattr(b, "during", None) else {})
        )
        for b in made.beats
    ]
    made.takes = [
        t.model_copy(
            update={
                "id": takes[t.id],
                "speech": [s.model_copy(update={"beat": beats.get(s.beat, s.beat)}) for s in t.speech],
            }
        )
        for t in made.takes
    ]
    made.active_take = takes.get(shot.active_take)
    return made


def delete(workspace: Workspace, word: str = "delete") -> int:
    """Removes the selected shots that are not locked, as one step. Returns how many locked ones stay.
    word: what the undo menu calls it."""
    shots = workspace.shots
    free = [s for s in shots if not s.locked]
    film = workspace.film
    if film is not None and free:
        order = [s.id for s in film.shots()]
        gone = {s.id for s in free}
        last = max(order.index(s.id) for s in free)
        rest = [i for i in order[last:] if i not in gone] or [i for i in order if i not in gone][-1:]
        name = f"{word} a shot" if len(free) == 1 else f"{word} {len(free)} shots"
        if workspace.apply(Group(name=name, edits=[RemoveShot(shot=s.id) for s in free])) and rest:
            workspace.select(rest[0])
    return len(shots) - len(free)


def omit(workspace: Workspace) -> None:
    """Leaves the selected shots out of the film, or takes them back in when all are out."""
    shots = workspace.shots
    if not shots:
        return
    out = not all(s.omitted for s in shots)
    edits = [SetField(target=s.id, field="omitted", value=out) for s in shots if s.omitted != out]
    word = "omit" if out else "take back"
    name = f"{word} a shot" if len(edits) == 1 else f"{word} {len(edits)} shots"
    workspace.apply(Group(name=name, edits=edits))


def move(workspace: Workspace, step: int) -> None:
    """Moves the selected shots one place earlier (-1) or later (1); at the end of a scene into the next one."""
    film = workspace.film
    shots = workspace.shots
    if film is None or not shots:
        return
    chosen = {s.id for s in shots}
    edge = shots[0] if step < 0 else shots[-1]
    scene = film.scene_of(edge.id)
    ids = [s.id for s in scene.shots]
    at = ids.index(edge.id)
    if step < 0:
        while at > 0 and ids[at - 1] in chosen:
            at -= 1
        target, index = (scene, at - 1) if at > 0 else _neighbour(film.scenes, scene, -1)
    else:
        target, index = (scene, at + 2) if at < len(ids) - 1 else _neighbour(film.scenes, scene, 1)
    if target is not None:
        workspace.apply(MoveShots(shots=[s.id for s in shots], scene=target.id, index=index))


def _neighbour(scenes: list[Scene], scene: Scene, step: int) -> tuple[Scene | None, int]:
    at = scenes.index(scene) + step
    if not 0 <= at < len(scenes):
        return None, 0
    return scenes[at], len(scenes[at].shots) if step < 0 else 0


def add_scene(workspace: Workspace) -> None:
    """A scene after the current one, in the same place, with one empty shot; selects the shot."""
    film = workspace.film
    if film is None:
        return
    here = film.scene_of(workspace.shot.id) if workspace.shot else (film.scenes[-1] if film.scenes else None)
    index = film.scenes.index(here) + 1 if here else 0
    shot = Shot(shot_type="Long Shot", length=round(3 * film.rate))
    shot.label = label_in(film, index + 1, 1)
    scene = Scene(place=here.place if here else "", mood=here.mood if here else "day", shots=[shot])
    if workspace.apply(InsertScene(index=index, scene=scene)):
        workspace.select(shot.id)


def begin_scene(workspace: Workspace) -> None:
    """Begins a new scene at the current shot; where one begins already, joins it to the scene before."""
    film, shot = workspace.film, workspace.shot
    if film is None or shot is None:
        return
    scene = film.scene_of(shot.id)
    at, first = film.scenes.index(scene), scene.shots[0].id == shot.id
    if not first:
        moved = [s.id for s in scene.shots[[s.id for s in scene.shots].index(shot.id) :]]
        new = Scene(place=scene.place, mood=scene.mood, characters=list(scene.characters))
        edits = [InsertScene(index=at + 1, scene=new), MoveShots(shots=moved, scene=new.id, index=0)]
        workspace.apply(Group(name="begin a scene", edits=edits))
    elif at:
        before = film.scenes[at - 1]
        moved = [s.id for s in scene.shots]
        edits = [MoveShots(shots=moved, scene=before.id, index=len(before.shots)), RemoveScene(scene=scene.id)]
        workspace.apply(Group(name="join two scenes", edits=edits))


def step_scene(workspace: Workspace, step: int) -> None:
    """Goes to the first shot of the next scene (1), or of this one and then of the one before (-1)."""
    film, shot = workspace.film, workspace.shot
    if film is None or shot is None:
        return
    scenes = [s for s in film.scenes if s.shots]
    at = scenes.index(film.scene_of(shot.id))
    if step < 0 and scenes[at].shots[0].id != shot.id:
        step = 0
    workspace.select(scenes[min(max(at + step, 0), len(scenes) - 1)].shots[0].id)


def set_music(workspace: Workspace, shots: list[str], feeling: str) -> None:
    """Music of a feeling under these shots, scene by scene from the first to the last of them; "" for none. What plays
    there already makes way and goes on around it. One step."""
    film = workspace.film
    edits: list[AnyEdit] = []
    for scene in film.scenes if film is not None else ():
        order = [s.id for s in scene.shots]
        chosen = [n for n, shot in enumerate(order) if shot in set(shots)]
        if not chosen:
            continue
        first, last = chosen[0], chosen[-1]
        cues = [(first, Cue(feeling=feeling, first=order[first], last=order[last]))] if feeling else []
        for cue in scene.music:
            if cue.first not in order or cue.last not in order:
                continue
            begin, end = order.index(cue.first), order.index(cue.last)
            for a, b in ((begin, min(end, first - 1)), (max(begin, last + 1), end)):
                if a <= b:
                    cues.append((a, Cue(feeling=cue.feeling, first=order[a], last=order[b])))
        music = [cue for _, cue in sorted(cues, key=lambda each: each[0])]
        if music != scene.music:
            edits.append(SetField(target=scene.id, field="music", value=[c.model_dump() for c in music]))
    if edits:
        workspace.apply(edits[0] if len(edits) == 1 else Group(name="change the music", edits=edits))


def set_scene(workspace: Workspace, scene: str, field: str, value: str) -> None:
    """Changes a scene: its "heading", "place", "mood", "colour", "grade" or "transition"."""
    film = workspace.film
    if film is not None and getattr(film.find(scene), field) != value:
        workspace.apply(SetField(target=scene, field=field, value=value))


def move_scene(workspace: Workspace, scene: str, step: int) -> None:
    """Moves a scene one place earlier (-1) or later (1)."""
    film = workspace.film
    if film is None:
        return
    index = [s.id for s in film.scenes].index(scene) + step
    if 0 <= index < len(film.scenes):
        workspace.apply(MoveScene(scene=scene, index=index))


def delete_scene(workspace: Workspace, scene: str) -> bool:
    """Removes a scene with its shots, unless one of them is locked. True when it is gone."""
    film = workspace.film
    if film is None or any(s.locked for s in film.find(scene).shots):
        return False
    return workspace.apply(RemoveScene(scene=scene))

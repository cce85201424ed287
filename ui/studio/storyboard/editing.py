"""What a person does to shots on the storyboard beyond choosing them: cut, paste, split, merge, give, by key, menu
and drop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.edits import Group
from app.errors import ShotwrightError
from library.moods import MOODS
from library.shots import SHOTS
from ui.studio import clipboard, commands, words
from ui.studio.actions import Actions
from ui.studio.language import counted, tr
from ui.studio.player.running import Running
from ui.studio.scenemenu import music_menu
from ui.studio.workspace import Workspace

MOVES = ("push in", "slow push in", "pull out", "orbit", "handheld", "static camera")
MENU = (
    ("regenerate", "edit_guidance", "lock"),
    ("cut", "copy", "paste", "paste_guidance", "paste_beats"),
    ("add", "add_before", "duplicate", "split", "merge", "omit", "delete"),
    ("move_back", "move_on", "begin_scene"),
)


class Editing:
    """say(text, undo): tells what was done; `undo` offers to take it back. playhead(): frame of the film."""

    def __init__(self, workspace: Workspace, say: Callable[[str, bool], object], playhead: Callable[[], int]):
        self.workspace, self._say, self._playhead = workspace, say, playhead

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Action id -> what it does."""
        w = self.workspace
        return {
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "paste_guidance": lambda: self._pasted(clipboard.paste_guidance(w), tr("Guidance pasted into {shots}")),
            "paste_beats": lambda: self._pasted(clipboard.paste_beats(w), tr("Lines and actions pasted into {shots}")),
            "split": self.split,
            "merge": self.merge,
            "begin_scene": lambda: commands.begin_scene(w),
            "scene_back": lambda: commands.step_scene(w, -1),
            "scene_on": lambda: commands.step_scene(w, 1),
        }

    # ---- clipboard

    def cut(self) -> None:
        gone, kept = clipboard.cut(self.workspace)
        if gone:
            self._say(counted(gone, tr("{n} shot cut"), tr("{n} shots cut")), True)
        if kept:
            one, many = (
                tr("{n} locked shot kept; unlock first to cut"),
                tr("{n} locked shots kept; unlock first to cut"),
            )
            self._say(counted(kept, one, many), False)

    def copy(self) -> None:
        count = clipboard.copy(self.workspace)
        if count:
            self._say(counted(count, tr("{n} shot copied"), tr("{n} shots copied")), False)

    def paste(self) -> None:
        if clipboard.held() is None:
            self._say(tr("There are no shots on the clipboard"), False)
        else:
            clipboard.paste(self.workspace)

    def _pasted(self, count: int, said: str) -> None:
        if clipboard.held() is None:
            self._say(tr("There are no shots on the clipboard"), False)
        elif count:
            self._say(said.format(shots=_shots(count)), True)
        else:
            self._say(tr("Nothing was changed"), False)

    # ---- cutting

    def split(self) -> None:
        """Cuts the current shot at the playhead; where the playhead is elsewhere, before its second line or act,
        else in its middle."""
        from agents.house import recut  # the first cut waits for it, not the first window

        film, shot = self.workspace.film, self.workspace.shot
        if film is None or shot is None:
            return
        span = Running(film).of(shot.id)
        frame = self._playhead() - span.start if span is not None else -1
        beats = [b for b in shot.beats if not getattr(b, "during", None)]
        if span is not None and recut.LEAST <= frame <= shot.length - recut.LEAST:
            self._do(lambda c: recut.split(film, shot.id, frame, c))
        elif len(beats) > 1:
            self._do(lambda c: recut.split_at_beat(film, shot.id, beats[1].id, c))
        else:
            self._do(lambda c: recut.split(film, shot.id, shot.length // 2, c))

    def split_at_beat(self, beat: str) -> None:
        """Cuts the current shot before one of its lines or acts."""
        from agents.house import recut

        film, shot = self.workspace.film, self.workspace.shot
        if film is not None and shot is not None:
            self._do(lambda c: recut.split_at_beat(film, shot.id, beat, c))

    def merge(self) -> None:
        """Makes one shot of those selected; of a single one and the next."""
        from agents.house import recut

        film, chosen = self.workspace.film, [s.id for s in self.workspace.shots]
        if film is None or not chosen:
            return
        if len(chosen) == 1:
            order = [s.id for s in film.shots()]
            chosen = order[order.index(chosen[0]) :][:2]
        if self._do(lambda c: recut.merge(film, chosen, c)):
            self.workspace.select(chosen[0])

    def _do(self, make: Callable) -> bool:
        """Makes an edit with the library's catalogue and applies it; what is wrong is told."""
        from agents.catalogue import library_catalogue

        try:
            edit = make(library_catalogue())
        except ShotwrightError as error:
            self.workspace.failed.emit(error)
            return False
        return self.workspace.apply(edit)

    # ---- giving

    def give(self, kind: str, name: str, shots: list[str]) -> bool:
        """Gives shots something out of the library, as one step. What cannot take it is left and named."""
        from agents.catalogue import library_catalogue
        from agents.house.giving import give

        film = self.workspace.film
        edits, refused = [], None
        for shot in shots if film is not None else ():
            try:
                edits.append(give(film, shot, kind, name, library_catalogue()))
            except ShotwrightError as error:
                refused = error
        if refused is not None:
            self.workspace.failed.emit(refused)
        if not edits:
            return False
        step = edits[0] if len(edits) == 1 else Group(name=f"give {name} to {len(edits)} shots", edits=edits)
        if not self.workspace.apply(step):
            return False
        self._say(tr("{name} given to {shots}").format(name=words.titled(name), shots=_shots(len(edits))), True)
        return True

    def give_scene(self, kind: str, name: str, scene: str) -> bool:
        """A mood or place dropped on a scene's heading is the whole scene's; anything else goes to its shots."""
        if kind in ("mood", "place"):
            commands.set_scene(self.workspace, scene, kind, name)
            return True
        return self.give(kind, name, [s.id for s in self.workspace.film.find(scene).shots if not s.locked])

    # ---- the menu of a card

    def menu(self, parent: QWidget, actions: Actions) -> QMenu:
        """What can be done with the selected shots."""
        menu = QMenu(parent)
        for names in MENU:
            for name in names:
                menu.addAction(actions[name])
            menu.addSeparator()
        for title, kind, choices in (
            (tr("Shot type"), "shot", SHOTS.names),
            (tr("Light"), "mood", MOODS.names),
            (tr("Camera move"), "move", MOVES),
        ):
            part = menu.addMenu(title)
            for choice in choices:
                part.addAction(words.titled(choice), lambda k=kind, c=choice: self._give_selected(k, c))
            part.setEnabled(any(not s.locked for s in self.workspace.shots))
        music_menu(menu, tr("Music under it"), self.workspace, [s.id for s in self.workspace.shots])
        self._add_beginning(menu)
        return menu

    def _add_beginning(self, menu: QMenu) -> None:
        """How the scene begins, for its first shot."""
        film, shot = self.workspace.film, self.workspace.shot
        scene = film.scene_of(shot.id) if film is not None and shot is not None else None
        if scene is None or scene.shots[0].id != shot.id:
            return
        part = menu.addMenu(tr("Begins with"))
        for key, text in words.TRANSITIONS.items():
            action = part.addAction(
                tr(text), lambda k=key: commands.set_scene(self.workspace, scene.id, "transition", k)
            )
            action.setCheckable(True)
            action.setChecked(scene.transition == key)

    def _give_selected(self, kind: str, name: str) -> None:
        self.give(kind, name, [s.id for s in self.workspace.shots if not s.locked])

    def popup(self, parent: QWidget, actions: Actions, at: QPoint) -> None:
        """Opens the menu at a point of the screen."""
        menu = self.menu(parent, actions)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)


def _shots(count: int) -> str:
    return counted(count, tr("a shot"), tr("{n} shots"))

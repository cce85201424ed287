"""Everything a person can do in the studio, as data: menus, toolbar, palette and key sheet come from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from ui.studio.theme.style import theme


@dataclass(frozen=True)
class Act:
    """id: its name for settings; needs: "film", "shot" or "" for what has to be open or selected;
    where: "window", or "board" when its keys must not be taken from text fields."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: str = ""
    where: str = "window"
    check: bool = False
    tip: str = ""
    gap: bool = False


MENUS = ("File", "Edit", "Shot", "Play", "View", "Help")

ACTS: tuple[Act, ...] = (
    Act("new", "File", "New film…", ("Ctrl+N",), "plus"),
    Act("open", "File", "Open…", ("Ctrl+O",), "open"),
    Act("save", "File", "Save", ("Ctrl+S",), "save", "film"),
    Act("save_as", "File", "Save as…", ("Ctrl+Shift+S",), "", "film"),
    Act("export", "File", "Export…", ("Ctrl+E",), "export", "film", gap=True),
    Act("close", "File", "Close film", ("Ctrl+W",), "", "film", gap=True),
    Act("quit", "File", "Quit", ("Ctrl+Q",)),
    Act("undo", "Edit", "Undo", ("Ctrl+Z",), "undo", "film"),
    Act("redo", "Edit", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "film"),
    Act("select_all", "Edit", "Select all shots", ("Ctrl+A",), "", "film", "board", gap=True),
    Act("palette", "Edit", "Find a command…", ("Ctrl+K", "Ctrl+Shift+P"), "search", gap=True),
    Act("add", "Shot", "Add a shot after", ("N",), "plus", "film", "board"),
    Act("add_before", "Shot", "Add a shot before", ("Shift+N",), "", "shot", "board"),
    Act("duplicate", "Shot", "Duplicate", ("D",), "duplicate", "shot", "board"),
    Act("delete", "Shot", "Delete", ("Del", "Backspace"), "trash", "shot", "board"),
    Act("omit", "Shot", "Omit from the film", ("O",), "omit", "shot", "board"),
    Act("add_scene", "Shot", "Add a scene", ("Ctrl+Shift+N",), "scene", "film"),
    Act("move_back", "Shot", "Move earlier", ("Alt+Left",), "left", "shot", gap=True),
    Act("move_on", "Shot", "Move later", ("Alt+Right",), "right", "shot"),
    Act("lock", "Shot", "Lock or unlock", ("L",), "lock", "shot", "board", gap=True),
    Act("regenerate", "Shot", "Regenerate", ("Ctrl+R",), "regenerate", "shot"),
    Act("stage_stale", "Shot", "Stage all that is out of date", ("Ctrl+Shift+R",), "staged", "film"),
    Act("edit_guidance", "Shot", "Write guidance", ("Return",), "person-edit", "shot", "board"),
    Act("play", "Play", "Play or pause", ("Space",), "play", "film", "board"),
    Act("previous", "Play", "Previous shot", (",",), "step-back", "film", "board"),
    Act("next", "Play", "Next shot", (".",), "step-forward", "film", "board"),
    Act("frame_back", "Play", "One frame back", ("Shift+,",), "", "film", "board"),
    Act("frame_on", "Play", "One frame on", ("Shift+.",), "", "film", "board"),
    Act("animatic", "Play", "Make the animatic", ("Ctrl+M",), "film", "film", gap=True),
    Act("full_screen", "Play", "Picture on the full screen", ("F11",), "", "film"),
    Act("safe_areas", "Play", "Safe areas", ("S",), "", "film", "board", check=True),
    Act("grid", "View", "Grid", ("1",), "grid", "film", "board", check=True),
    Act("strip", "View", "Strip", ("2",), "strip", "film", "board", check=True),
    Act("timeline", "View", "Timeline", ("3",), "timeline", "film", "board", check=True),
    Act("screenplay", "View", "Screenplay", ("4",), "page", "film", "board", check=True),
    Act("next_view", "View", "Next view", ("V",), "", "film", "board"),
    Act("larger", "View", "Larger cards", ("Ctrl++", "Ctrl+="), "", "film", gap=True),
    Act("smaller", "View", "Smaller cards", ("Ctrl+-",), "", "film"),
    Act("outline", "View", "Scenes and cast", ("F5",), "outline", "film", check=True, gap=True),
    Act("inspector", "View", "Inspector", ("F6",), "panel", "film", check=True),
    Act("picture", "View", "Player picture", ("F7",), "film", "film", check=True),
    Act("jobs", "View", "Jobs", ("F8",), "jobs", "", check=True),
    Act("reports", "View", "Notes from the crew", ("F9",), "info", "film"),
    Act("dark", "View", "Dark theme", (), "moon", "", check=True, gap=True),
    Act("light", "View", "Light theme", (), "sun", "", check=True),
    Act("keys", "Help", "Keyboard", ("F1", "?"), "keyboard", "", "board"),
)


class Actions:
    """The QActions of the window, by id."""

    def __init__(
        self, window: QWidget, board: QWidget, handlers: dict[str, Callable[[], object]], keys: dict[str, str]
    ):
        """handlers: id -> what to do. keys: id -> keys a person chose instead of ours.
        Raises KeyError for an action nobody handles."""
        self.by_id: dict[str, QAction] = {}
        for act in ACTS:
            action = QAction(act.text, window)
            own = keys.get(act.id)
            action.setShortcuts([QKeySequence(k) for k in ((own,) if own else act.keys)])
            action.setCheckable(act.check)
            action.setData(act)
            if act.icon:
                theme.dress(action, act.icon)
            if act.tip:
                action.setStatusTip(act.tip)
            handler = handlers[act.id]
            action.triggered.connect(lambda _=False, h=handler: h())
            owner = board if act.where == "board" else window
            if act.where == "board":
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            owner.addAction(action)
            self.by_id[act.id] = action

    def __getitem__(self, name: str) -> QAction:
        return self.by_id[name]

    def fill(self, bar: QMenuBar) -> None:
        """Puts all actions into menus."""
        for name in MENUS:
            menu = bar.addMenu(name)
            for action in self.by_id.values():
                act: Act = action.data()
                if act.menu == name:
                    if act.gap:
                        menu.addSeparator()
                    menu.addAction(action)

    def enable(self, film: bool, shot: bool) -> None:
        """Switches actions by what is open and selected."""
        for action in self.by_id.values():
            needs = action.data().needs
            action.setEnabled(not needs or (film if needs == "film" else shot))


def keys_text(action: QAction) -> str:
    """The keys of an action as people read them: "Ctrl+K, Ctrl+Shift+P"."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(s.toString(native) for s in action.shortcuts())

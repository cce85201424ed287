"""Everything a person can do in the studio, as data: menus, toolbar, palette and key sheet come from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from ui.studio.language import mark, tr
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


MENUS = (mark("File"), mark("Edit"), mark("Shot"), mark("Play"), mark("View"), mark("Help"))

ACTS: tuple[Act, ...] = (
    Act("new", "File", mark("New film…"), ("Ctrl+N",), "plus"),
    Act("open", "File", mark("Open…"), ("Ctrl+O",), "open"),
    Act("unpack", "File", mark("Open a packed project…")),
    Act("save", "File", mark("Save"), ("Ctrl+S",), "save", "film"),
    Act("save_as", "File", mark("Save as…"), ("Ctrl+Shift+S",), "", "film"),
    Act("import", "File", mark("Import a new draft…"), ("Ctrl+I",), "script", "film", gap=True),
    Act("export", "File", mark("Export…"), ("Ctrl+E",), "export", "film"),
    Act("backups", "File", mark("Earlier versions…"), (), "undo", "film"),
    Act("settings", "File", mark("Settings…"), ("Ctrl+,",), "settings", gap=True),
    Act("close", "File", mark("Close film"), ("Ctrl+W",), "", "film", gap=True),
    Act("quit", "File", mark("Quit"), ("Ctrl+Q",)),
    Act("undo", "Edit", mark("Undo"), ("Ctrl+Z",), "undo", "film"),
    Act("redo", "Edit", mark("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "film"),
    Act("cut", "Edit", mark("Cut shots"), ("Ctrl+X",), "", "shot", "board", gap=True),
    Act("copy", "Edit", mark("Copy shots"), ("Ctrl+C",), "", "shot", "board"),
    Act("paste", "Edit", mark("Paste shots"), ("Ctrl+V",), "", "film", "board"),
    Act("paste_guidance", "Edit", mark("Paste only the guidance"), ("Ctrl+Shift+V",), "", "shot", "board"),
    Act("paste_beats", "Edit", mark("Paste only lines and actions"), ("Ctrl+Alt+V",), "", "shot", "board"),
    Act("select_all", "Edit", mark("Select all shots"), ("Ctrl+A",), "", "film", "board", gap=True),
    Act("palette", "Edit", mark("Find anything…"), ("Ctrl+Shift+P", "Ctrl+F"), "search", gap=True),
    Act("add", "Shot", mark("Add a shot after"), ("N",), "plus", "film", "board"),
    Act("add_before", "Shot", mark("Add a shot before"), ("Shift+N",), "", "shot", "board"),
    Act("duplicate", "Shot", mark("Duplicate"), ("D",), "duplicate", "shot", "board"),
    Act("split", "Shot", mark("Split at the playhead"), ("B",), "split", "shot", "board"),
    Act("merge", "Shot", mark("Merge into one shot"), ("M",), "merge", "shot", "board"),
    Act("delete", "Shot", mark("Delete"), ("Del", "Backspace"), "trash", "shot", "board"),
    Act("omit", "Shot", mark("Omit from the film"), ("O",), "omit", "shot", "board"),
    Act("add_scene", "Shot", mark("Add a scene"), ("Ctrl+Shift+N",), "scene", "film"),
    Act("begin_scene", "Shot", mark("Begin a scene here, or join it"), ("/",), "", "shot", "board"),
    Act("rename_scene", "Shot", mark("Rename the scene"), ("F2",), "", "shot", "board"),
    Act("move_back", "Shot", mark("Move earlier"), ("Alt+Left",), "left", "shot", gap=True),
    Act("move_on", "Shot", mark("Move later"), ("Alt+Right",), "right", "shot"),
    Act("lock", "Shot", mark("Lock or unlock"), ("L",), "lock", "shot", "board", gap=True),
    Act("regenerate", "Shot", mark("Regenerate"), ("Ctrl+R",), "regenerate", "shot"),
    Act("stage_stale", "Shot", mark("Stage all that is out of date"), ("Ctrl+Shift+R",), "staged", "film"),
    Act("edit_guidance", "Shot", mark("Write guidance"), ("Return",), "person-edit", "shot", "board"),
    Act("note", "Shot", mark("Note to the crew"), ("R",), "note", "shot", "board"),
    Act("play", "Play", mark("Play or pause"), ("Space",), "play", "film", "board"),
    Act("previous", "Play", mark("Previous shot"), (",",), "step-back", "film", "board"),
    Act("next", "Play", mark("Next shot"), (".",), "step-forward", "film", "board"),
    Act("frame_back", "Play", mark("One frame back"), ("Shift+,",), "", "film", "board"),
    Act("frame_on", "Play", mark("One frame on"), ("Shift+.",), "", "film", "board"),
    Act("scene_back", "Play", mark("Previous scene"), ("Ctrl+Left",), "", "film", "board"),
    Act("scene_on", "Play", mark("Next scene"), ("Ctrl+Right",), "", "film", "board"),
    Act("animatic", "Play", mark("Make the animatic"), ("Ctrl+M",), "film", "film", gap=True),
    Act("full_screen", "Play", mark("Picture on the full screen"), ("F11",), "", "film"),
    Act("safe_areas", "Play", mark("Safe areas"), ("S",), "", "film", "board", check=True),
    Act("grid", "View", mark("Grid"), ("1",), "grid", "film", "board", check=True),
    Act("strip", "View", mark("Strip"), ("2",), "strip", "film", "board", check=True),
    Act("timeline", "View", mark("Timeline"), ("3",), "timeline", "film", "board", check=True),
    Act("screenplay", "View", mark("Screenplay"), ("4",), "page", "film", "board", check=True),
    Act("plan", "View", mark("Floor plan"), ("5",), "plan", "film", "board", check=True),
    Act("cast", "View", mark("Cast"), ("6",), "character", "film", "board", check=True),
    Act("next_view", "View", mark("Next view"), ("Tab", "V"), "", "film", "board"),
    Act("captions", "View", mark("Words on the cards"), ("C",), "speech", "film", "board", check=True),
    Act("larger", "View", mark("Larger cards"), ("Ctrl++", "Ctrl+="), "", "film", gap=True),
    Act("smaller", "View", mark("Smaller cards"), ("Ctrl+-",), "", "film"),
    Act("outline", "View", mark("Scenes and cast"), ("F5",), "outline", "film", check=True, gap=True),
    Act("library", "View", mark("Library"), ("F3",), "library", "film", check=True),
    Act("inspector", "View", mark("Inspector"), ("F6",), "panel", "film", check=True),
    Act("picture", "View", mark("Player picture"), ("F7",), "film", "film", check=True),
    Act("jobs", "View", mark("Jobs"), ("F8",), "jobs", "", check=True),
    Act("crew", "View", mark("Crew"), ("F4",), "character", "film", check=True),
    Act("reports", "View", mark("Notes from the crew"), ("F9",), "info", "film"),
    Act("dark", "View", mark("Dark theme"), (), "moon", "", check=True, gap=True),
    Act("light", "View", mark("Light theme"), (), "sun", "", check=True),
    Act("system_theme", "View", mark("Theme of the system"), (), "", "", check=True),
    Act("go_outline", "View", mark("Go to scenes and cast"), ("Ctrl+1",), "", "film", gap=True),
    Act("go_board", "View", mark("Go to the storyboard"), ("Ctrl+2",), "", "film"),
    Act("go_inspector", "View", mark("Go to the inspector"), ("Ctrl+3",), "", "film"),
    Act("go_player", "View", mark("Go to the player"), ("Ctrl+4",), "", "film"),
    Act("help", "Help", mark("Help…"), ("F1",), "help"),
    Act("keys", "Help", mark("Keyboard"), ("Ctrl+K", "?"), "keyboard"),
    Act("about", "Help", mark("About Shotwright"), (), "", gap=True),
)


class Actions:
    """The QActions of the window, by id."""

    def __init__(
        self, window: QWidget, board: QWidget, handlers: dict[str, Callable[[], object]], keys: dict[str, list[str]]
    ):
        """handlers: id -> what to do. keys: id -> keys a person chose instead of ours (see `keymap`).
        Raises KeyError for an action nobody handles."""
        self.by_id: dict[str, QAction] = {}
        for act in ACTS:
            action = QAction(tr(act.text), window)
            action.setCheckable(act.check)
            action.setData(act)
            if act.icon:
                theme.dress(action, act.icon)
            if act.tip:
                action.setStatusTip(tr(act.tip))
            handler = handlers[act.id]
            action.triggered.connect(lambda _=False, h=handler: h())
            owner = board if act.where == "board" else window
            if act.where == "board":
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            owner.addAction(action)
            self.by_id[act.id] = action
        self.use_keys(keys)

    def use_keys(self, keys: dict[str, list[str]]) -> None:
        """Gives every action its keys: those a person chose, else ours."""
        for name, action in self.by_id.items():
            action.setShortcuts([QKeySequence(k) for k in keys.get(name, action.data().keys)])
            action.setToolTip(with_key(action, action.text().rstrip("…")))

    def __getitem__(self, name: str) -> QAction:
        return self.by_id[name]

    def fill(self, bar: QMenuBar) -> None:
        """Puts all actions into menus."""
        for name in MENUS:
            menu = bar.addMenu(tr(name))
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


def with_key(action: QAction, text: str) -> str:
    """A tip that ends with the action's first key: "Duplicate (D)"."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({key})" if key else text


def keys_text(action: QAction) -> str:
    """The keys of an action as people read them: "Ctrl+K, Ctrl+Shift+P"."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(s.toString(native) for s in action.shortcuts())

"""What each action of the window does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.studio import commands
from ui.studio.elsewhere import elsewhere
from ui.studio.inspector.facts import toggle_lock

if TYPE_CHECKING:
    from ui.studio.window import StudioWindow


def handlers(window: StudioWindow) -> dict[str, Callable[[], object]]:
    """Action id (see `actions.ACTS`) -> what it does."""
    w = window.workspace
    return window.editing.handlers() | {
        "new": lambda: window.new_film("idea"),
        "open": window.films.ask_open,
        "save": window.films.save,
        "save_as": window.films.ask_save_as,
        "export": window.exporting.ask,
        "import": window.importing.ask_script,
        "unpack": window.importing.ask_archive,
        "close": window.films.close,
        "quit": window.close,
        "undo": w.undo,
        "redo": w.redo,
        "select_all": window.board.selectAll,
        "palette": lambda: window.sheets.palette(window.actions_, elsewhere(window)),
        "add": lambda: commands.add_shot(w),
        "add_before": lambda: commands.add_shot(w, after=False),
        "duplicate": lambda: commands.duplicate(w),
        "delete": window.delete,
        "omit": lambda: commands.omit(w),
        "add_scene": lambda: commands.add_scene(w),
        "move_back": lambda: commands.move(w, -1),
        "move_on": lambda: commands.move(w, 1),
        "lock": lambda: toggle_lock(w),
        "regenerate": window.regenerate,
        "stage_stale": lambda: window.production.stage(),
        "edit_guidance": window.inspector.start_typing,
        "play": window.player.toggle,
        "previous": lambda: window.player.seek(window.player.running.beside(window.player.frame, -1)),
        "next": lambda: window.player.seek(window.player.running.beside(window.player.frame, 1)),
        "frame_back": lambda: window.player.step(-1),
        "frame_on": lambda: window.player.step(1),
        "animatic": window.player.make_animatic,
        "full_screen": window.player.full_screen,
        "safe_areas": lambda: window.player.show_safe_areas(window.actions_["safe_areas"].isChecked()),
        "grid": lambda: window.set_view("grid"),
        "strip": lambda: window.set_view("strip"),
        "timeline": lambda: window.set_view("timeline"),
        "screenplay": lambda: window.set_view("screenplay"),
        "plan": lambda: window.set_view("plan"),
        "cast": lambda: window.set_view("cast"),
        "next_view": window.next_view,
        "captions": lambda: window.show_words(not window.board.words_shown),
        "rename_scene": window.board.rename_scene,
        "note": window.write_note,
        "larger": lambda: window.zoom(1),
        "smaller": lambda: window.zoom(-1),
        "outline": lambda: window.panes.toggle(window.outline),
        "inspector": lambda: window.panes.toggle(window.inspector),
        "picture": lambda: window.panes.show_picture(not window.panes.is_open(window.panes.picture)),
        "jobs": window.toggle_jobs,
        "library": lambda: window.show_library(not window.panes.is_open(window.library)),
        "crew": window.crew.toggle,
        "reports": window.sheets.reports,
        "dark": lambda: window.set_theme("dark"),
        "light": lambda: window.set_theme("light"),
        "system_theme": lambda: window.set_theme("system"),
        "go_outline": lambda: window.go(window.outline, window.outline.scenes),
        "go_board": lambda: window.views.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason),
        "go_inspector": lambda: window.go(window.inspector, window.inspector.tabs),
        "go_player": lambda: window.go(window.player, window.player.play_button),
        "backups": window.sheets.backups,
        "settings": lambda: window.dialogs.settings(window.actions_),
        "help": lambda: window.dialogs.help(window.actions_),
        "about": window.dialogs.about,
        "keys": window.show_keys,
    }

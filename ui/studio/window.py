"""The main window: pages, panels, actions, and what happens between them."""

from __future__ import annotations

import asyncio
import importlib
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from ui.studio import commands
from ui.studio.actions import Actions, with_key
from ui.studio.arriving import arrive, from_outside
from ui.studio.autosave import Autosave
from ui.studio.crew.desk import CrewDesk
from ui.studio.dialogs import Dialogs
from ui.studio.exporting.window import Exporting
from ui.studio.films import Films
from ui.studio.gallery import Gallery
from ui.studio.handlers import handlers
from ui.studio.importing.window import Importing
from ui.studio.inspector.panel import Inspector
from ui.studio.jobs import JobDrawer
from ui.studio.judging import judge
from ui.studio.language import counted, tr
from ui.studio.lazyviews import cast, floor_plan, library
from ui.studio.notices import Bar, Notices
from ui.studio.outline import Outline
from ui.studio.pages.blank import BlankBoard
from ui.studio.pages.newfilm import NewFilm, Request
from ui.studio.pages.welcome import Welcome
from ui.studio.panes import Panes
from ui.studio.player.panel import Player
from ui.studio.preferences import Preferences
from ui.studio.production import Production, Work
from ui.studio.scenemenu import scene_menu
from ui.studio.screenplay.view import ScreenplayView
from ui.studio.sheets import Sheets
from ui.studio.storyboard.editing import Editing
from ui.studio.storyboard.model import ShotsModel
from ui.studio.storyboard.timeline import TimelineView
from ui.studio.storyboard.view import BoardView
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails
from ui.studio.toolbar import Toolbar
from ui.studio.widgets import Lazy, column
from ui.studio.workspace import Workspace

VIEWS = ("grid", "strip", "timeline", "screenplay", "plan", "cast")
BOARDS = VIEWS[:3]
"""The three views of the storyboard, between which one key goes."""


class StudioWindow(QMainWindow):
    """leaving: the window was closed and nothing is left to ask; the application may end."""

    leaving = Signal()

    def __init__(self, workspace: Workspace, production: Production, preferences: Preferences):
        super().__init__()
        self.workspace, self.production, self.preferences = workspace, production, preferences
        self._may_close = False
        self.setWindowTitle("Shotwright")
        self._fit_screen(1440, 900)
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        self.thumbnails = Thumbnails(parent=self)
        self.model = ShotsModel(workspace, production, self)
        self.board = BoardView(self.model, self.thumbnails)
        self.timeline = TimelineView(self.model, self.thumbnails)
        self.screenplay = ScreenplayView(self.model)
        self.plan = Lazy(lambda: floor_plan(workspace, production, self.thumbnails, preferences))
        self.gallery = Gallery(production, production.tasks, self)
        self.cast = Lazy(lambda: cast(workspace, production, self.gallery, self.thumbnails))
        self.library = Lazy(lambda: library(workspace, production, self))
        self.outline = Outline(workspace)
        self.inspector = Inspector(workspace, production, self.model, self.thumbnails, self.regenerate)
        self.player = Player(workspace, production, self.thumbnails)
        self.jobs = JobDrawer(production)
        self.crew = CrewDesk(self, workspace, production)
        self.blank = BlankBoard(workspace, production)
        self.welcome = Welcome(preferences, self.thumbnails)
        self.new_page = NewFilm(preferences)
        self.bar = Bar()
        self._build()
        self.notices = Notices(
            self.centralWidget(), lambda: self.player.height() + 16 if self._studio_shown else 16, self._beside_library
        )
        self.films = Films(self, workspace, production, preferences, self.bar, self.notices)
        self.importing = Importing(self, self.films, production, self.bar, self.notices)
        self.exporting = Exporting(self, workspace, production, self.notices)
        self.sheets = Sheets(self, workspace, self.thumbnails)
        self.dialogs = Dialogs(self, preferences, production.tasks, self.set_theme)
        self.autosave = Autosave(workspace, preferences.autosave, self.notices.error, self)
        self.editing = Editing(workspace, self._say, lambda: self.player.frame)
        self.actions_ = Actions(self, self.views, handlers(self), preferences.keys)
        self.actions_.fill(self.menuBar())
        self.toolbar = Toolbar(workspace, production, self.actions_, VIEWS, self.crew.button)
        self.studio.layout().insertWidget(0, self.toolbar)
        self._connect()
        self._restore()
        self._refresh()

    # ---- building

    def _build(self) -> None:
        # From the outside in: Qt dresses a widget and all in it anew each time it gets another parent.
        body = QWidget()
        self.setCentralWidget(body)
        self.pages = QStackedWidget()
        body.setLayout(column(self.bar, self.pages, gap=0))
        body.layout().setStretch(1, 1)
        self.studio = QWidget()
        for page in (self.welcome, self.new_page, self.studio):
            self.pages.addWidget(page)
        self.views = QStackedWidget(self.studio)
        self.panes = Panes(
            (self.outline, self.library), self.views, self.player.screen,
            (self.inspector, self.crew.pane, self.jobs), (self.outline, self.inspector), self.studio,
        )  # fmt: skip
        for view in (self.board, self.timeline, self.screenplay, self.plan, self.cast, self.blank):
            self.views.addWidget(view)
        self.panes.setSizes([208, 0, 840, 392, 0, 0])
        self.studio.setLayout(column(self.panes, self.player, gap=0))
        self.studio.layout().setStretch(0, 1)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.opened.connect(self._opened)
        workspace.edited.connect(lambda _: self._refresh())
        workspace.saved.connect(self._refresh)
        workspace.selected.connect(self._refresh)
        workspace.failed.connect(self.notices.error)
        self.production.finished.connect(self._job_ended)
        self.welcome.new_film.connect(self.new_film)
        self.welcome.idea.connect(self._film_of_idea)
        self.welcome.open_film.connect(self.films.ask_open)
        self.welcome.chosen.connect(lambda folder: self.films.open_folder(Path(folder)))
        self.welcome.sample.connect(self.films.open_sample)
        self.welcome.help.connect(lambda: self.dialogs.help(self.actions_, "first-film"))
        self.new_page.models.connect(lambda: self.dialogs.settings(self.actions_, "models"))
        self.new_page.started.connect(self._make_film)
        self.new_page.given_up.connect(self._show_page)
        self.blank.planned.connect(lambda text: self.production.plan(text, None, self.workspace.film.seed))
        self.blank.added.connect(lambda: commands.add_shot(self.workspace))
        self.board.asked.connect(lambda _: self.inspector.start_typing())
        self.board.customContextMenuRequested.connect(self._board_menu)
        self.board.given.connect(self.editing.give)
        self.board.given_scene.connect(self.editing.give_scene)
        self.board.scene_menu_asked.connect(self._scene_menu)
        self.board.resized_cards.connect(lambda width: setattr(self.preferences, "card_width", width))
        self.player.wanted.connect(lambda: self.panes.show_picture(True))
        self.player.said.connect(lambda text: self.notices.say(text))
        self.toolbar.jobs.clicked.connect(self.toggle_jobs)
        self.crew.join(self.notices, self.sheets, self.panes)
        self.jobs.closed.connect(self.toggle_jobs)
        self.panes.changed.connect(self._refresh)
        self.panes.left.connect(self._focus_view)
        self.inspector.takes.compare.connect(self.sheets.compare)
        self.inspector.takes.judge.connect(lambda *pair: judge(workspace, self.production, self.notices, *pair))
        self.inspector.dialogue.on_split = self.editing.split_at_beat
        self.inspector.review.compare.connect(self.sheets.compare)
        self.timeline.body.given.connect(self.editing.give)
        self.timeline.body.menu_asked.connect(lambda point: self.editing.popup(self, self.actions_, point))
        self.timeline.body.sought.connect(self.player.seek)
        self.timeline.body.asked.connect(lambda _: self.inspector.start_typing())
        self.screenplay.said.connect(lambda text: self.notices.say(text))
        self.screenplay.asked.connect(lambda _: self.inspector.show_page("dialogue"))
        self.player.at.connect(self.timeline.show_frame)

    def _fit_screen(self, width: int, height: int) -> None:
        """At most this large, and never larger than the screen."""
        room = self.screen().availableGeometry()
        self.resize(min(width, room.width()), min(height, room.height()))

    # ---- remembering

    def _restore(self) -> None:
        saved = self.preferences
        if saved.geometry:
            self.restoreGeometry(QByteArray.fromBase64(saved.geometry.encode()))
        if len(saved.splitter) == self.panes.count():
            self.panes.setSizes(saved.splitter)
        self.board.set_card_width(saved.card_width)
        self.show_words(saved.words)
        self.player.volume.setValue(saved.volume)
        self.set_view(saved.view if saved.view in VIEWS else "grid")

    def remember(self) -> None:
        """Writes window, panes and view to the preferences."""
        saved = self.preferences
        saved.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        saved.splitter = self.panes.sizes()
        saved.volume = self.player.volume.value()
        saved.save()

    # ---- showing

    @property
    def _studio_shown(self) -> bool:
        return self.pages.currentWidget() is self.studio

    def _show_page(self) -> None:
        """The storyboard when a film is open, else the welcome page."""
        if self.workspace.film is None:
            self.welcome.refresh()
            self.pages.setCurrentWidget(self.welcome)
            self.welcome.text.setFocus()
        else:
            self.pages.setCurrentWidget(self.studio)
            self._focus_view()
        self._refresh()

    def _opened(self) -> None:
        self.thumbnails.clear()
        self.notices.clear()
        self.bar.hide()
        self._show_page()
        if self.workspace.project is not None:
            self.preferences.remember(self.workspace.project.folder)
            self.production.tasks.start(self._prepare(), tr("Getting the crew ready"))

    async def _prepare(self) -> None:
        """What takes seconds the first time is done in a thread, so that nothing waits for it later."""
        film = self.workspace.film
        await self.production.prepare()
        drawing = await asyncio.to_thread(importlib.import_module, "ui.studio.plan.drawing")
        await asyncio.to_thread(drawing.prepare, film)

    def _refresh(self) -> None:
        workspace = self.workspace
        film, session = workspace.film, workspace.session
        self.setWindowModified(workspace.dirty)
        self.setWindowTitle(f"{film.title}[*] – Shotwright" if film else "Shotwright")
        self._show_view()
        self.toolbar.refresh()
        shown = film is not None and self._studio_shown
        self.actions_.enable(shown, shown and workspace.shot is not None)
        for name, text in (("undo", session.undo_label), ("redo", session.redo_label)) if session else ():
            word, none = {"undo": (tr("Undo"), tr("Nothing to undo")), "redo": (tr("Redo"), tr("Nothing to redo"))}[
                name
            ]
            self.actions_[name].setText(f"{word} {text}" if text else word)
            self.actions_[name].setToolTip(with_key(self.actions_[name], f"{word} {text}") if text else none)
            self.actions_[name].setEnabled(shown and bool(text))
        for name, panel in (
            ("outline", self.outline), ("library", self.library), ("inspector", self.inspector), ("jobs", self.jobs),
            ("picture", self.panes.picture),
        ):  # fmt: skip
            self.actions_[name].setChecked(self.panes.is_open(panel))
        self.actions_["crew"].setChecked(self.crew.shown)
        self.crew.button.setChecked(self.crew.shown)
        self.toolbar.jobs.setChecked(self.panes.is_open(self.jobs))
        for name, choice in (("dark", "dark"), ("light", "light"), ("system_theme", "system")):
            self.actions_[name].setChecked(self.preferences.theme == choice)

    def set_view(self, name: str) -> None:
        """ "grid", "strip", "timeline", "screenplay", "plan" or "cast"."""
        again, self.preferences.view = self.preferences.view == name, name
        if name in ("grid", "strip"):
            self.board.set_mode(name)
        self._show_view()
        self.panes.show_view(name, self.board.strip_height() if name == "strip" else 0)
        if self._studio_shown:
            self._focus_view(writing=again)
        for each in VIEWS:
            self.actions_[each].setChecked(each == name)

    def _show_view(self) -> None:
        """The chosen view, or the page of a film without shots."""
        writing = self.preferences.view == "screenplay" and not self.production.running
        if self.workspace.film is not None and self.model.rowCount() == 0 and not writing:
            wanted = self.blank
        else:
            own = {"timeline": self.timeline, "screenplay": self.screenplay, "plan": self.plan, "cast": self.cast}
            wanted = own.get(self.preferences.view, self.board)
        if self.views.currentWidget() is not wanted:
            filled = self.views.currentWidget() is self.blank
            self.views.setCurrentWidget(wanted)
            if filled and self._studio_shown:
                wanted.setFocus()

    def _focus_view(self, writing: bool = False) -> None:
        """The keys go to the view that is shown. The screenplay gets them when it is chosen again, or clicked: who only
        looks at it and presses 3 for the timeline should not write a 3 into it."""
        view = self.views.currentWidget()
        (self.views if view is self.screenplay and not writing else view).setFocus()

    def write_note(self) -> None:
        """Puts the caret where a note to the crew is typed."""
        self.panes.set_open(self.inspector, True)
        self.inspector.show_page("review")
        self.inspector.review.note.text.setFocus()

    def next_view(self) -> None:
        """From grid to strip to timeline and round again."""
        at = BOARDS.index(self.preferences.view) if self.preferences.view in BOARDS else -1
        self.set_view(BOARDS[(at + 1) % len(BOARDS)])

    def show_words(self, shown: bool) -> None:
        """Dialogue and feedback on the cards, or pictures with little else."""
        self.preferences.words = shown
        self.board.show_words(shown)
        self.actions_["captions"].setChecked(shown)

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1) cards or time."""
        if self.preferences.view == "timeline":
            self.timeline.zoom(1.25**step)
        else:
            self.board.set_card_width(self.board.card_width + 24 * step)

    def toggle_jobs(self) -> None:
        """Opens or closes the job drawer."""
        self.panes.toggle(self.jobs)

    def show_library(self, shown: bool) -> None:
        """Opens or closes the library."""
        self.panes.set_open(self.library, shown)
        if shown:
            self.library.widget.search.setFocus()

    def _beside_library(self) -> int:
        """Where messages begin: not over the buttons of the library."""
        return 16 + (self.library.width() if self._studio_shown and self.panes.is_open(self.library) else 0)

    def set_theme(self, name: str) -> None:
        """ "dark", "light" or "system"."""
        self.preferences.theme = name
        self.preferences.save()
        theme.apply(QApplication.instance(), name)
        self._refresh()

    def go(self, panel: QWidget, part: QWidget) -> None:
        """Puts the focus into a panel, which is opened if need be."""
        if panel is not self.player:
            self.panes.set_open(panel, True)
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_keys(self) -> None:
        actions = self.actions_
        self.sheets.keys(
            actions, lambda: self.dialogs.settings(actions, "keys"), lambda: self.dialogs.save_keys(actions)
        )

    def _board_menu(self, point) -> None:
        if self.board.indexAt(point).isValid():
            self.editing.popup(self, self.actions_, self.board.viewport().mapToGlobal(point))

    def _scene_menu(self, scene: str, point) -> None:
        menu = scene_menu(self, self.workspace, scene, lambda: self.board.rename_scene(scene))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _say(self, text: str, undo: bool) -> None:
        self.notices.say(text, action=(tr("Undo"), self.workspace.undo) if undo else None)

    # ---- films

    def new_film(self, what: str = "idea") -> None:
        """Shows the page for a new film: "idea", "script" or "empty"."""
        self.new_page.reset()
        self.pages.setCurrentWidget(self.new_page)
        self.new_page.choose(what)
        self._refresh()

    def _film_of_idea(self, text: str) -> None:
        """Makes a film of an idea with all else as proposed."""
        self.new_film("idea")
        self.new_page.idea.setPlainText(text)
        self.new_page.begin()

    def _make_film(self, request: Request) -> None:
        self.blank.propose(request.text)
        self.films.make(request, self.new_page.fail)

    def dragEnterEvent(self, event) -> None:
        if from_outside(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        event.acceptProposedAction()
        arrive(self, event.mimeData())

    # ---- work

    def regenerate(self) -> None:
        """New takes of the selected shots; locked ones are left and named."""
        shots = self.workspace.shots
        free = [s.id for s in shots if not s.locked and self.production.doing(s.id) is None]
        locked = sum(1 for s in shots if s.locked)
        if free:
            self.production.regenerate(free)
        if locked:
            one, many = tr("{n} locked shot left as it is"), tr("{n} locked shots left as they are")
            self.notices.say(counted(locked, one, many))

    def delete(self) -> None:
        """Deletes the selected shots; the message offers undo."""
        count = len(self.workspace.shots)
        kept = commands.delete(self.workspace)
        gone = count - kept
        if gone:
            text = counted(gone, tr("{n} shot deleted"), tr("{n} shots deleted"))
            self.notices.say(text, action=(tr("Undo"), self.workspace.undo))
        if kept:
            one, many = tr("{n} locked shot kept"), tr("{n} locked shots kept")
            self.notices.say(counted(kept, one, many), hint=tr("Unlock first to delete."))

    def _job_ended(self, work: Work) -> None:
        if work.state == "failed" and work.error is not None:
            self.notices.error(work.error)

    # ---- ending

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        if self.workspace.dirty:
            self.pages.setCurrentWidget(self.studio)
        self.films.unless_unsaved("closing", self._leave)

    def end(self) -> None:
        """Saves what there is and leaves without asking: the system shuts down."""
        self.autosave.save()
        self._leave()

    def _leave(self) -> None:
        self._may_close = True
        self.remember()
        self.player.pause()
        self.leaving.emit()

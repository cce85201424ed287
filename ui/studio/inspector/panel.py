"""The inspector: its head and its four pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabBar, QWidget

from app.document import SUB_PROCESSES
from app.edits import AnyEdit
from ui.studio import words
from ui.studio.inspector.beats import BeatsPage
from ui.studio.inspector.facts import Facts
from ui.studio.inspector.findings import ReviewPage
from ui.studio.inspector.guidance import SubProcessPage
from ui.studio.inspector.takes import TakesPage
from ui.studio.language import mark, tr
from ui.studio.production import Production
from ui.studio.storyboard.model import ShotsModel
from ui.studio.theme import icons
from ui.studio.theme.style import kind, theme
from ui.studio.thumbnails import Thumbnails
from ui.studio.widgets import Lazy, Segments, column, label, row, rule
from ui.studio.workspace import Workspace

PAGES = (
    ("guidance", mark("Guidance")), ("dialogue", mark("Beats")), ("review", mark("Review")), ("takes", mark("Takes")),
)  # fmt: skip


class Inspector(QWidget):
    """Follows the current shot."""

    def __init__(
        self,
        workspace: Workspace,
        production: Production,
        model: ShotsModel,
        thumbnails: Thumbnails,
        regenerate: Callable[[], object],
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self.workspace, self.model = workspace, model
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "surface")
        self.setAccessibleName(tr("Inspector"))
        self.setMinimumWidth(392)
        self.facts = Facts(workspace, production, regenerate)
        self.segments = Segments([(key, tr(text)) for key, text in PAGES], tr("Pages of the inspector"))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("Parts of the shot"))
        self.tabs.setExpanding(True)
        self.tabs.setIconSize(QSize(12, 12))
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(False)
        self._parts = {name: Lazy(lambda n=name: _scrolled(SubProcessPage(workspace, n))) for name in SUB_PROCESSES}
        self._part_stack = QStackedWidget()
        for name, page in self._parts.items():
            self.tabs.addTab(words.part_name(name))
            self._part_stack.addWidget(page)
        guidance = QWidget()
        guidance.setLayout(column(row(self.tabs, margins=(8, 0, 8, 0)), rule(), self._part_stack, gap=0))
        self.dialogue = BeatsPage(workspace)
        self.review = ReviewPage(workspace, production, regenerate)
        self.takes = TakesPage(workspace, thumbnails)
        self.pages = QStackedWidget()
        for page in (guidance, self.dialogue, self.review, self.takes):
            self.pages.addWidget(page)
        self._content = QWidget()
        self._content.setLayout(
            column(self.facts, row(self.segments, margins=(16, 0, 16, 8)), rule(), self.pages, gap=0)
        )
        self._content.layout().setStretch(3, 1)
        self._nothing = label(tr("No shot is selected."), "muted", wrap=True)
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self._nothing, self._content, gap=0))
        self.segments.chosen.connect(self.show_page)
        self.tabs.currentChanged.connect(self._turned)
        workspace.selected.connect(self.refresh)
        workspace.opened.connect(self.refresh)
        workspace.edited.connect(self._edited)
        production.shots_changed.connect(self._worked)
        theme.changed.connect(self._mark_tabs)
        self.refresh()

    def part(self, name: str) -> SubProcessPage:
        """The page of a sub-process; made when first asked for, since five of them take longer than all the rest."""
        return self._parts[name].widget.widget()

    def show_page(self, key: str) -> None:
        """Shows a page: "guidance", "dialogue", "review" or "takes"."""
        self.segments.choose(key)
        self.pages.setCurrentIndex([k for k, _ in PAGES].index(key))
        self._fill_page()

    def show_part(self, name: str) -> None:
        """Shows the tab of a sub-process."""
        self.show_page("guidance")
        self.tabs.setCurrentIndex(SUB_PROCESSES.index(name))

    def start_typing(self) -> None:
        """Puts the caret into the guidance that is shown."""
        self.show_page("guidance")
        self.part(SUB_PROCESSES[self.tabs.currentIndex()]).guidance.setFocus()

    def refresh(self) -> None:
        """Shows the current shot as it is now."""
        shot = self.workspace.shot
        self._nothing.setVisible(shot is None)
        self._content.setVisible(shot is not None)
        state = self.model.card(shot.id).state if shot and self.model.row(shot.id) >= 0 else None
        self.facts.show_shot(shot, state)
        review = shot.take.review if shot and shot.take else None
        problems = len(review.problems) if review else 0
        waiting = sum(r.state == "proposed" for r in shot.remarks) if shot else 0
        self.segments.set_text(
            "review", tr("Review {n}").format(n=problems + waiting) if problems + waiting else tr("Review")
        )
        count = len(shot.takes) if shot else 0
        self.segments.set_text("takes", tr("Takes {n}").format(n=count) if count else tr("Takes"))
        self._mark_tabs()
        self._fill_page()

    def _fill_page(self) -> None:
        """Only what is seen is filled: all of it at every step through a film would hold up the window."""
        at = self.pages.currentIndex()
        page = (self.part(SUB_PROCESSES[self.tabs.currentIndex()]), self.dialogue, self.review, self.takes)[at]
        page.show_shot(self.workspace.shot)

    def _turned(self, tab: int) -> None:
        self._part_stack.setCurrentIndex(tab)
        self._fill_page()

    def _mark_tabs(self) -> None:
        shot = self.workspace.shot
        for index, name in enumerate(SUB_PROCESSES):
            text = words.part_name(name)
            locked = shot is not None and shot.is_locked(name)
            missed = shot is not None and bool(shot.not_understood.get(name))
            sign, tone, said = (
                ("lock", "muted", tr(", locked")) if locked else ("warning", "warning", tr(", not all understood"))
            )
            # A shot that is locked as a whole says so at its head; five more locks would push the last tab out.
            if missed or (locked and not shot.locked):
                wanted = icons.icon(sign, *[getattr(theme.tokens, tone)] * 3)
            else:
                wanted = icons.QIcon()
            if self.tabs.tabIcon(index).cacheKey() != wanted.cacheKey():  # an icon set lays all tabs out anew
                self.tabs.setTabIcon(index, wanted)
            self.tabs.setAccessibleTabName(index, text + (said if locked or missed else ""))

    def _edited(self, edit: AnyEdit) -> None:
        if self.workspace.current in edit.targets() or set(edit.targets()) & {"film", *self.workspace.selection}:
            self.refresh()

    def _worked(self, shots: set[str]) -> None:
        if shots & set(self.workspace.selection):
            self.refresh()


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(kind(page, "page"))
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area

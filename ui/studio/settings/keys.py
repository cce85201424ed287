"""Giving every action the keys a person wants."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QKeySequenceEdit, QLineEdit, QTreeWidget, QTreeWidgetItem

from ui.studio.actions import MENUS, Actions
from ui.studio.keymap import Keymap, normal, shown
from ui.studio.language import tr
from ui.studio.preferences import Preferences
from ui.studio.settings.page import Page
from ui.studio.tasks import Tasks
from ui.studio.widgets import button, label, row

ID = Qt.ItemDataRole.UserRole


class KeysPage(Page):
    def __init__(self, tasks: Tasks, preferences: Preferences, actions: Actions):
        super().__init__(tasks, tr("Keys"), tr("Choose an action, press the keys it should have, and give them to it."))
        self.preferences, self.actions = preferences, actions
        self.keymap = Keymap(preferences.keys)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find an action or a key"))
        self.search.setAccessibleName(tr("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Actions and their keys"))
        self.list.setHeaderLabels([tr("Action"), tr("Keys"), ""])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.setMinimumHeight(220)
        self.recorder = QKeySequenceEdit()
        self.recorder.setMaximumSequenceLength(1)
        self.recorder.setClearButtonEnabled(True)
        self.recorder.setAccessibleName(tr("New keys"))
        self.use = button(tr("Use these"), lambda: self._give(False), style="primary")
        self.also = button(tr("Use these too"), lambda: self._give(True))
        self.none = button(tr("No keys"), self._clear)
        self.back = button(tr("As delivered"), self._reset)
        self.all_back = button(tr("All as delivered"), self._reset_all, style="quiet")
        self.conflict = label(style="warning", wrap=True)
        self.conflict.setMinimumHeight(20)
        self.add(self.search, self.list)
        self.body.setStretchFactor(self.list, 1)
        self.add(row(self.recorder, self.use, self.also), self.conflict, row(self.none, self.back, None, self.all_back))
        self.search.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.recorder.keySequenceChanged.connect(lambda _: self._check())
        self.fill()

    @property
    def chosen(self) -> str:
        """The id of the chosen action, or ""."""
        item = self.list.currentItem()
        return item.data(0, ID) or "" if item is not None else ""

    def fill(self) -> None:
        """Lists all actions with the keys they have now."""
        before = self.chosen
        self.list.clear()
        for menu in MENUS:
            head = QTreeWidgetItem([tr(menu)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addTopLevelItem(head)
            for name, action in self.actions.by_id.items():
                if action.data().menu == menu:
                    keys = ", ".join(shown(k) for k in self.keymap.of(name))
                    mine = tr("changed") if self.keymap.changed(name) else ""
                    item = QTreeWidgetItem(head, [tr(action.data().text).rstrip("…"), keys, mine])
                    item.setData(0, ID, name)
            head.setExpanded(True)
        self._filter(self.search.text())
        self.choose(before)

    def choose(self, name: str) -> None:
        """Marks an action."""
        for at in range(self.list.topLevelItemCount()):
            head = self.list.topLevelItem(at)
            for n in range(head.childCount()):
                if head.child(n).data(0, ID) == name:
                    self.list.setCurrentItem(head.child(n))
                    return
        self._chosen()

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for at in range(self.list.topLevelItemCount()):
            head = self.list.topLevelItem(at)
            fits = [
                wanted in f"{head.child(n).text(0)} {head.child(n).text(1)}".casefold()
                for n in range(head.childCount())
            ]
            for n, each in enumerate(fits):
                head.child(n).setHidden(not each)
            head.setHidden(not any(fits))

    def _chosen(self) -> None:
        self.recorder.clear()
        for part in (self.recorder, self.none, self.back):
            part.setEnabled(bool(self.chosen))
        self.back.setEnabled(bool(self.chosen) and self.keymap.changed(self.chosen))
        self._check()

    def _pressed(self) -> str:
        return normal(self.recorder.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def _check(self) -> None:
        keys = self._pressed()
        holder = self.keymap.holder(keys, self.chosen) if keys and self.chosen else ""
        fixed = bool(holder) and not self.keymap.action_of(keys, self.chosen)
        if fixed:
            text = tr("{keys} cannot be given away: {what}.").format(keys=shown(keys), what=holder)
        elif holder:
            text = tr("{keys} is taken from “{what}”.").format(keys=shown(keys), what=holder)
        else:
            text = ""
        self.conflict.setText(text)
        for part in (self.use, self.also):
            part.setEnabled(bool(keys and self.chosen) and not fixed)

    def _give(self, too: bool) -> None:
        name, keys = self.chosen, self._pressed()
        self.keymap.give(name, [*self.keymap.of(name), keys] if too else [keys])
        self._keep()

    def _clear(self) -> None:
        self.keymap.give(self.chosen, [])
        self._keep()

    def _reset(self) -> None:
        self.keymap.reset(self.chosen)
        self._keep()

    def _reset_all(self) -> None:
        self.keymap.reset_all()
        self._keep()

    def _keep(self) -> None:
        self.actions.use_keys(self.preferences.keys)
        self.preferences.save()
        self.fill()

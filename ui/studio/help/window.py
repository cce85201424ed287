"""The help window: searchable, beside the studio."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from ui.studio.actions import Actions
from ui.studio.help import topics as pages
from ui.studio.help.topics import Topic
from ui.studio.language import tr
from ui.studio.tasks import Tasks
from ui.studio.theme import fonts
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import column, row

ID = Qt.ItemDataRole.UserRole


def dress(document: QTextDocument, keys: bool = False) -> None:
    """Sets what Markdown cannot say: margins, quiet tables, room above headings. keys: tables of keys."""
    document.setDocumentMargin(16)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            form.setBorder(0)
            form.setCellPadding(3)
            form.setCellSpacing(0)
            if keys:
                form.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, 280)])
            frame.setFormat(form)
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        cursor = QTextCursor(block)
        level = form.headingLevel()
        if level:
            form.setTopMargin(0 if level == 1 else 20)
            form.setBottomMargin(8)
            cursor.setBlockFormat(form)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setFont(fonts.ui(fonts.TITLE if level == 1 else fonts.LARGE, fonts.STRONG))
            cursor.mergeCharFormat(letters)
        elif block.text() and not cursor.currentTable():
            form.setBottomMargin(8)
            form.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(form)
        block = block.next()


class HelpWindow(QDialog):
    def __init__(self, actions: Actions, tasks: Tasks, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(920, 640))
        self.setMinimumSize(640, 420)
        self.topics: list[Topic] = [*pages.guide(), pages.keys(actions)]
        self._wanted = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the help"))
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pages of the help"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kind(self.list, "side")
        self.text = QTextBrowser()
        kind(self.text, "reading")
        self.text.setAccessibleName(tr("Page"))
        self.text.setOpenLinks(False)
        left = QWidget()
        left.setFixedWidth(296)
        left.setLayout(column(self.search, self.list, margins=(12, 12, 12, 12)))
        self.setLayout(row(left, self.text, gap=0))
        self.layout().setStretch(1, 1)
        self.search.textChanged.connect(lambda _: self._list())
        self.search.returnPressed.connect(self._next)
        self.list.currentItemChanged.connect(lambda *_: self._read())
        self.text.anchorClicked.connect(self._follow)
        theme.changed.connect(self._read)
        self._list()
        loading = tasks.start(self._load_functions(), tr("Reading the function library"))
        self.destroyed.connect(lambda: loading.cancel())
        self.search.setFocus()

    def show_topic(self, name: str) -> None:
        """Opens a page by its id; one that is still being read is opened when it is there."""
        self._wanted = name
        self.search.clear()
        for at in range(self.list.count()):
            if self.list.item(at).data(ID) == name:
                self.list.setCurrentRow(at)

    @property
    def topic(self) -> Topic | None:
        """The page that is shown."""
        item = self.list.currentItem()
        return next((t for t in self.topics if item is not None and t.id == item.data(ID)), None)

    async def _load_functions(self) -> None:
        self.topics += await asyncio.to_thread(pages.functions)
        self._list()
        if self._wanted and self.topic is not None and self.topic.id != self._wanted:
            self.show_topic(self._wanted)

    def _list(self) -> None:
        before = self.topic.id if self.topic else ""
        self.list.blockSignals(True)
        self.list.clear()
        group = ""
        for topic in pages.found(self.topics, self.search.text()):
            if topic.group != group and not self.search.text():
                group = topic.group
                head = QListWidgetItem(tr(pages.GROUPS[group]))
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            item = QListWidgetItem(topic.title)
            item.setData(ID, topic.id)
            self.list.addItem(item)
        self.list.blockSignals(False)
        kept = [n for n in range(self.list.count()) if self.list.item(n).data(ID) == before]
        usable = [n for n in range(self.list.count()) if self.list.item(n).data(ID)]
        self.list.setCurrentRow((kept or usable or [-1])[0])
        self._read()

    def _read(self) -> None:
        topic = self.topic
        if topic is None:
            self.text.setPlainText(tr("Nothing is found for these words.") if self.search.text() else "")
            return
        colours = self.text.palette()
        colours.setColor(QPalette.ColorRole.Link, theme.colour("accent"))
        self.text.setPalette(colours)
        self.text.setMarkdown(topic.text)
        dress(self.text.document(), topic.id == pages.KEYS)
        wanted = self.search.text().split()
        if wanted:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(wanted[0])

    def _next(self) -> None:
        """The next place with the word on this page, from the start again after the last."""
        wanted = self.search.text().split()
        if wanted and not self.text.find(wanted[0]):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(wanted[0])

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        else:
            self.show_topic(url.path().removesuffix(".md"))

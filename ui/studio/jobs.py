"""The job drawer: what runs in the background, how far it is, how to stop it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.studio import words
from ui.studio.language import counted, tr
from ui.studio.production import Production, Work
from ui.studio.reveal import reveal
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, column, icon_button, label, row

SIGNS = {
    "queued": ("queued", "muted"),
    "running": ("rendering", "accent"),
    "done": ("passed", "good"),
    "failed": ("failed", "bad"),
    "cancelled": ("cross", "faint"),
}


def status(work: Work) -> str:
    """How a job stands, in words: "3 of 24, about 40 s left"."""
    if work.state == "queued":
        return tr("Waiting")
    if work.state == "running":
        parts = [tr("{done} of {total}").format(done=work.done, total=work.total)] if work.total else []
        if work.eta_s is not None:
            parts.append(tr("about {time} left").format(time=words.duration(work.eta_s)))
        return ", ".join(parts) or tr("Working")
    if work.state == "done":
        return tr("Done in {time}").format(time=words.duration(work.took_s))
    return {"failed": tr("Failed"), "cancelled": tr("Cancelled")}[work.state]


def cost(work: Work) -> str:
    """What a job cost in models: "12 calls, $0.04"; "" when no model was asked."""
    if not work.calls:
        return ""
    calls = counted(work.calls, tr("{n} call"), tr("{n} calls"))
    return f"{calls}, ${work.money:.2f}" if work.money >= 0.005 else calls


class JobRow(QFrame):
    """One job."""

    def __init__(self, production: Production, work: Work):
        super().__init__()
        self.work = work
        self._production = production
        kind(self, "card")
        self._sign = label()
        self._sign.setFixedWidth(16)
        self._title = label(work.title, "strong")
        self._status = label(style="small", wrap=True)
        self._message = label(style="small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = icon_button("cross", tr("Cancel this job"), lambda: production.cancel(work.id))
        self._show = button(tr("Show in folder"), self._reveal, style="quiet")
        self._retry = button(tr("Try again"), lambda: production.retry(work.id), style="quiet")
        self._more = button(tr("Log"), self._toggle_log, style="quiet")
        self._more.setCheckable(True)
        self._log = QPlainTextEdit()
        self._log.setReadOnly(True)
        self._log.setAccessibleName(tr("Log of {title}").format(title=work.title))
        self._log.setFixedHeight(140)
        self._log.hide()
        self._title.setWordWrap(True)
        head = row(self._sign, self._title, self._cancel, gap=8)
        head.setStretch(1, 1)
        foot = row(self._show, self._retry, self._more, None, gap=4)
        body = (head, self._bar, self._status, self._message, foot, self._log)
        self.setLayout(column(*body, margins=(12, 8, 8, 8), gap=6))
        self.refresh()

    def refresh(self) -> None:
        """Shows the job as it stands."""
        work = self.work
        theme.dress(self._sign, *SIGNS[work.state])
        self._status.setText(" · ".join(t for t in (status(work), work.where, cost(work)) if t))
        self._message.setText(work.message)
        self._message.setVisible(bool(work.message))
        kind(self._message, "bad" if work.state == "failed" else "small")
        self._bar.setVisible(work.open)
        self._bar.setRange(0, work.total or 0)
        self._bar.setValue(work.done)
        self._bar.setAccessibleName(f"{work.title}: {status(work)}")
        self._cancel.setVisible(work.open)
        self._show.setVisible(work.file is not None and work.state == "done")
        self._retry.setVisible(work.state in ("failed", "cancelled") and work.again is not None)
        self.setAccessibleName(f"{work.title}: {status(work)}")
        if self._log.isVisible():
            self._fill_log()

    def _toggle_log(self) -> None:
        self._log.setVisible(self._more.isChecked())
        self._fill_log()

    def _fill_log(self) -> None:
        bar = self._log.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        lines = (f"{datetime.fromtimestamp(when):%H:%M:%S}  {text}" for when, text in self.work.log)
        self._log.setPlainText("\n".join(lines))
        if at_end:
            bar.setValue(bar.maximum())

    def _reveal(self) -> None:
        if self.work.file is not None:
            reveal(self.work.file)


class JobDrawer(QWidget):
    """All jobs, the newest on top. closed(): the person wants it out of the way."""

    closed = Signal()

    def __init__(self, production: Production, parent: QWidget | None = None):
        super().__init__(parent)
        self.production = production
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "surface")
        self.setAccessibleName(tr("Jobs"))
        self.setMinimumWidth(320)
        self._rows: dict[str, JobRow] = {}
        body = kind(QWidget(), "page")
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(16, 8, 16, 16)
        self._list.setSpacing(8)
        self._empty = label(tr("Nothing runs in the background."), "muted", wrap=True)
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        self._clear = button(tr("Clear finished"), self._forget, style="quiet")
        head = row(
            label(tr("Jobs"), "section"),
            None,
            self._clear,
            icon_button("cross", tr("Close the job drawer"), self.closed.emit),
            margins=(16, 8, 8, 4),
        )
        self.setLayout(column(head, area, gap=0))
        production.changed.connect(self._changed)

    def _changed(self, work: Work) -> None:
        if work.id not in self._rows:
            self._rows[work.id] = JobRow(self.production, work)
            self._list.insertWidget(0, self._rows[work.id])
        self._rows[work.id].refresh()
        self._empty.setVisible(not self._rows)

    def _forget(self) -> None:
        self.production.clear()
        kept = {w.id for w in self.production.works}
        for name in [n for n in self._rows if n not in kept]:
            gone = self._rows.pop(name)
            self._list.removeWidget(gone)
            gone.deleteLater()
        self._empty.setVisible(not self._rows)


class JobsButton(QPushButton):
    """Says in the corner what runs; opens the drawer."""

    def __init__(self, production: Production, parent: QWidget | None = None):
        super().__init__(parent)
        self._production = production
        self.setCheckable(True)
        kind(self, "quiet")
        theme.dress(self, "jobs")
        production.changed.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Shows how many jobs run and how far the first one is."""
        running = self._production.running
        if not running:
            text = tr("No jobs")
        else:
            first = running[0]
            share = f"{round(100 * first.done / first.total)} %" if first.total else tr("Working")
            text = share if len(running) == 1 else tr("{n} jobs, {share}").format(n=len(running), share=share)
        self.setText(text)
        said = "; ".join(f"{w.title}, {status(w)}" for w in running) or text
        self.setToolTip(said)
        self.setAccessibleName(tr("Jobs"))
        self.setAccessibleDescription(said)
        theme.dress(self, "rendering" if running else "jobs", "accent" if running else "muted")

"""How this machine renders: its engines measured, and how many Blenders work side by side."""

from __future__ import annotations

import asyncio
import os

import psutil
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from app.errors import ShotwrightError
from app.settings import Settings
from render.engines import EngineReport, ProbeError, cards, probe
from ui.studio.language import tr
from ui.studio.settings.page import Page, field, form
from ui.studio.tasks import Tasks
from ui.studio.widgets import button, label, number_field, row, rule

ENGINES = (("CYCLES", "CPU"), ("WORKBENCH", "CPU"), ("EEVEE", "GPU"))
NAMES = {"CYCLES": "Cycles", "WORKBENCH": "Workbench", "EEVEE": "EEVEE"}


class MachinePage(Page):
    def __init__(self, tasks: Tasks):
        cores, memory = os.cpu_count() or 1, psutil.virtual_memory().total / 2**30
        super().__init__(
            tasks,
            tr("Rendering"),
            tr("This machine has {cores} cores and {memory:.0f} GB of memory.").format(cores=cores, memory=memory),
        )
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setAccessibleName(tr("Render engines"))
        self.table.setHeaderLabels([tr("Engine"), tr("Runs on"), tr("Result")])
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumHeight(150)
        self.measure = button(tr("Measure"), self._measure, "timeline")
        self.measured = label(style="small", wrap=True)
        self.workers = number_field(0, 64, tr("Blenders side by side"))
        self.workers.setSpecialValueText(tr("As many as the cores allow, at most 4"))
        rows = form()
        field(rows, tr("Blenders side by side"), self.workers)
        self.add(
            label(tr("Engines"), "section"),
            self.table,
            row(self.measure, self.measured),
            rule(),
            label(tr("Workers"), "section"),
            rows,
            label(
                tr("Each takes about 1 GB of memory. Counts from the next start on."), "small", wrap=True
            ),
            rule(),
            label(tr("Other machines"), "section"),
            label(
                tr("Films are rendered on this machine only; spreading one over a farm is not possible yet. For a farm "
                   "of your own, export the shots as .blend files."),
                "muted", wrap=True,
            ),
            self.problem,
            None,
        )  # fmt: skip
        self.body.itemAt(4).layout().setStretch(1, 1)
        for engine, device in ENGINES:
            self._row(engine, device, tr("not measured"))
        try:
            self.workers.setValue(Settings.load().workers or 0)
        except ShotwrightError as error:
            self.tell(error)
        self.workers.valueChanged.connect(lambda _: self._keep())

    def _row(self, engine: str, device: str, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([NAMES[engine], tr("processor") if device == "CPU" else device, text])
        self.table.addTopLevelItem(item)
        return item

    def _measure(self) -> None:
        self.measure.setEnabled(False)
        self.start(self._run(), tr("Measuring the render engines"))

    async def _run(self) -> None:
        try:
            self.table.clear()
            wanted = list(ENGINES)
            self.measured.setText(tr("Looking for graphics cards"))
            try:
                found = await asyncio.to_thread(cards)
                wanted += [("CYCLES", backend) for backend, names in found.items() if names]
            except ProbeError as error:
                self.tell(tr("Blender was not asked for graphics cards: {why}").format(why=error))
            for engine, device in wanted:
                self.measured.setText(tr("Trying {engine}").format(engine=NAMES[engine]))
                item = self._row(engine, device, "…")
                item.setText(2, told(await asyncio.to_thread(probe, engine, device)))
            self.measured.setText(tr("Each engine rendered a small picture in a process of its own."))
        finally:
            self.measure.setEnabled(True)

    def _keep(self) -> None:
        try:
            Settings.load().model_copy(update={"workers": self.workers.value() or None}).save()
            self.tell()
        except ShotwrightError as error:
            self.tell(error)


def told(report: EngineReport) -> str:
    """What came of trying an engine, in words."""
    if not report.works:
        return tr("does not work: {why}").format(why=report.detail)
    return tr("works, {ms:.0f} ms for a small picture").format(ms=1000 * report.seconds)

"""The transport bar: its controls, and how they look in each state."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSlider, QToolButton, QWidget

from ui.studio.language import mark, tr
from ui.studio.player.looping import MODES
from ui.studio.player.scrubber import Scrubber
from ui.studio.theme import fonts
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, icon_button, label, row

SOURCES = {
    "stills": mark("Stills"),
    "animatic": mark("Animatic"),
    "preview": mark("Preview"),
    "final": mark("Final film"),
}


class Transport(QWidget):
    """loop_chosen(mode): one of `MODES`; source_chosen(name): one of `SOURCES`."""

    loop_chosen = Signal(str)
    source_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "transport")
        self.setAccessibleName(tr("Player"))
        self.play_button = icon_button("play", tr("Play"))
        self.back = icon_button("step-back", tr("Previous shot"))
        self.next = icon_button("step-forward", tr("Next shot"))
        self.loop = icon_button("loop", tr(MODES["off"]))
        self.loop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.loop.setMenu(_menu(self, MODES, self.loop_chosen.emit))
        self.time = label("00:00:00:00")
        self.time.setFont(fonts.digits(fonts.BASE, fonts.MEDIUM))
        self.time.setAccessibleName(tr("Time"))
        self.total = label(style="small")
        self.total.setFont(fonts.digits(fonts.SMALL))
        self.scrubber = Scrubber()
        self.source = kind(QToolButton(), "quiet")
        self.source.setText(tr(SOURCES["stills"]))
        self.source.setToolTip(tr("What is played"))
        self.source.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.source.setMenu(_menu(self, SOURCES, self.source_chosen.emit))
        self.make = button(tr("Make animatic"), None, "film", "quiet", tr("Render the film small, with sound"))
        self.mute = icon_button("volume", tr("Mute"), check=True)
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setFixedWidth(72)
        self.volume.setAccessibleName(tr("Volume"))
        self.setLayout(
            row(
                self.back, self.play_button, self.next, self.loop, 4, self.time, self.total, 8, self.scrubber, 8,
                self.source, self.make, self.mute, self.volume,
                margins=(12, 6, 12, 6), gap=4,
            )
        )  # fmt: skip
        self.layout().setStretch(8, 1)

    def show_playing(self, playing: bool) -> None:
        """Play or pause on the middle button."""
        theme.dress(self.play_button, "pause" if playing else "play")
        _name(self.play_button, tr("Pause") if playing else tr("Play"))

    def show_loop(self, mode: str) -> None:
        """Which of the ways to loop is on."""
        theme.dress(self.loop, "loop", "muted" if mode == "off" else "accent")
        _name(self.loop, tr(MODES[mode]))
        _tick(self.loop.menu(), mode)

    def show_source(self, name: str) -> None:
        """What is played."""
        self.source.setText(tr(SOURCES[name]))
        _tick(self.source.menu(), name)

    def show_muted(self, muted: bool) -> None:
        """Whether there is sound."""
        theme.dress(self.mute, "muted" if muted else "volume")
        _name(self.mute, tr("Sound on") if muted else tr("Mute"))


def _name(control: QWidget, name: str) -> None:
    control.setToolTip(name)
    control.setAccessibleName(name)


def _tick(menu: QMenu, key: str) -> None:
    for action in menu.actions():
        action.setChecked(action.data() == key)


def _menu(parent: QWidget, choices: dict[str, str], chosen: Callable[[str], object]) -> QMenu:
    """A menu of which one entry is on."""
    made = QMenu(parent)
    for key, text in choices.items():
        action = made.addAction(tr(text))
        action.setCheckable(True)
        action.setData(key)
        action.triggered.connect(lambda _=False, k=key: chosen(k))
    made.actions()[0].setChecked(True)
    return made

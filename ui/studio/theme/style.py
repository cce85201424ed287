"""Applies a theme to the application and tells everybody who paints for themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QStyleFactory, QWidget

from ui.studio.theme import fonts, icons
from ui.studio.theme.sheet import sheet
from ui.studio.theme.tokens import THEMES, ThemeName, Tokens

ICON = "themeIcon"
TONE = "themeTone"


class Theme(QObject):
    """The theme in use. `changed` is emitted after a switch."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice: str = "dark"
        self._applied: tuple[str, QApplication] | None = None
        self.tokens: Tokens = THEMES["dark"]

    def apply(self, app: QApplication, choice: str = "dark") -> None:
        """choice: "dark", "light" or "system"."""
        if self._applied == (choice, app):
            return
        self._applied = (choice, app)
        fonts.load()
        self.choice = choice
        self.tokens = THEMES[_resolve(choice)]
        scheme = Qt.ColorScheme.Dark if self.tokens.name == "dark" else Qt.ColorScheme.Light
        if choice != "system":
            QGuiApplication.styleHints().setColorScheme(scheme)
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(fonts.ui())
        app.setPalette(palette(self.tokens))
        app.setStyleSheet(sheet(self.tokens))
        for widget in app.allWidgets():
            self._renew(widget)
        self.changed.emit()

    def colour(self, token: str) -> QColor:
        return QColor(getattr(self.tokens, token))

    def dress(self, target: QAction | QAbstractButton | QLabel, name: str, tone: str = "muted") -> None:
        """Gives a button, label or action an icon that follows the theme. `tone`: a colour token."""
        target.setProperty(ICON, name)
        target.setProperty(TONE, tone)
        self._renew(target)

    def _renew(self, target: QObject) -> None:
        name = target.property(ICON)
        if name:
            colour = getattr(self.tokens, target.property(TONE) or "muted")
            if isinstance(target, QLabel):
                target.setPixmap(icons.pixmap(name, colour, 16, target.devicePixelRatio()))
            else:
                gap = 4 if isinstance(target, QPushButton) else 0
                target.setIcon(icons.icon(name, colour, self.tokens.line_strong, self.tokens.accent, gap))
                if gap:
                    target.setIconSize(QSize(16 + gap, 16))
        if isinstance(target, QWidget):
            for action in target.actions():
                if action.property(ICON):
                    self._renew(action)


def _resolve(choice: str) -> ThemeName:
    if choice in THEMES:
        return choice
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def palette(tokens: Tokens) -> QPalette:
    """A Qt palette in the theme's colours."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.surface,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.raised,
        QPalette.ColorRole.AlternateBase: tokens.surface,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.bad,
        QPalette.ColorRole.Highlight: tokens.selected,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.faint,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Light: tokens.hover,
        QPalette.ColorRole.Midlight: tokens.hover,
        QPalette.ColorRole.Mid: tokens.line_strong,
        QPalette.ColorRole.Dark: tokens.line,
        QPalette.ColorRole.Shadow: tokens.well,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.line_strong))
    return made


def kind(widget: QWidget, name: str) -> QWidget:
    """Marks a widget for the style sheet: "title", "muted", "primary", "chip" ... Returns the widget."""
    if widget.property("kind") != name:
        widget.setProperty("kind", name)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    return widget


theme = Theme()
"""The one theme of the process."""

"""The style sheet: only what a palette cannot say."""

from __future__ import annotations

from string import Template

from resources import FOLDER
from ui.studio.theme.tokens import RADIUS, Tokens

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px 6px; }
QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: 2px 4px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $line_strong; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QPushButton, QToolButton {
    border: 1px solid $line_strong; border-radius: ${radius}px; padding: 5px 12px; background: $raised; color: $text;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; border-color: $line; background: transparent; }
QPushButton[kind="primary"] { background: $fill; border-color: $fill; color: $on_fill; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent; border-color: $accent; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $raised; border-color: $line; color: $faint; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { border-color: transparent; background: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked { background: $selected; color: $text; }
QToolButton[kind="quiet"] { padding: 5px 6px; }
QToolButton[kind="tool"] { border-color: transparent; background: transparent; padding: 5px 8px; }
QToolButton[kind="tool"]:hover { background: $hover; }
QToolButton[kind="tool"]:checked { background: $hover; }
QToolButton[kind="tool"]:focus { border-color: $accent; }
QToolButton[kind="picture"] { background: $raised; border-color: $line; padding: 6px; color: $muted; font-size: 12px; }
QToolButton[kind="picture"]:hover { border-color: $line_strong; }
QToolButton[kind="picture"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="example"] {
    text-align: left; border-color: transparent; background: transparent; color: $muted; padding: 4px 8px;
}
QPushButton[kind="example"]:hover { background: $hover; color: $text; }
QPushButton[kind="example"]:focus { border-color: $accent; }
QPushButton[kind="segment"] { border-color: transparent; background: transparent; padding: 4px 12px; color: $muted; }
QPushButton[kind="segment"]:hover { color: $text; background: $hover; }
QPushButton[kind="segment"]:checked { background: $raised; border-color: $line_strong; color: $text; }
QPushButton[kind="segment"]:focus { border-color: $accent; }
QWidget[kind="segments"] { background: $canvas; border-radius: ${radius}px; }
QPushButton[kind="choice"] { text-align: left; padding: 12px 16px; background: $surface; border-color: $line; }
QPushButton[kind="choice"]:hover { background: $hover; }
QPushButton[kind="choice"]:checked { border-color: $accent; background: $selected; }
QPushButton[kind="choice"]:focus { border-color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
    border: 1px solid $line; border-radius: ${radius}px; background: $raised; color: $text;
    selection-background-color: $fill; selection-color: $on_fill;
}
QLineEdit { padding: 4px 8px; }
QSpinBox, QDoubleSpinBox { padding: 4px 0; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    subcontrol-origin: margin; width: 0; height: 0; }
QLineEdit#qt_spinbox_lineedit { border: 0; padding: 0; background: transparent; }
QComboBox { padding: 4px 8px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:hover, QPlainTextEdit:hover, QSpinBox:hover, QComboBox:hover { border-color: $line_strong; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border-color: $accent;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled,
QLineEdit:read-only, QPlainTextEdit:read-only { background: $surface; color: $muted; }
QLineEdit[kind="plain"] {
    border-color: transparent; background: transparent; padding: 2px 0; placeholder-text-color: $text;
}
QLineEdit[kind="plain"]:hover { border-color: $line_strong; }
QLineEdit[kind="plain"]:focus { border-color: $accent; background: $raised; padding: 2px 4px; }
QLineEdit[kind="title"] {
    border-color: transparent; background: transparent; padding: 2px 4px; font-size: 15px; font-weight: 600;
}
QLineEdit[kind="title"]:hover { border-color: $line_strong; }
QLineEdit[kind="title"]:focus { border-color: $accent; background: $raised; }
QTextEdit[kind="screenplay"] { background: $canvas; border: 0; border-radius: 0; padding: 0; }
QPlainTextEdit[kind="code"] { background: $canvas; }
QPlainTextEdit[kind="locked"] { background: $surface; border-style: dashed; border-color: $line_strong; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line_strong; padding: 4px; outline: 0; }

QTreeView, QListView, QListWidget { border: 0; background: transparent; outline: 0; }
QTreeView::item, QListWidget::item { border-radius: 4px; padding: 4px; }
QTreeView::item:hover, QListWidget::item:hover { background: $hover; }
QTreeView::item:selected, QListWidget::item:selected { background: $selected; }
QListWidget[kind="side"] { background: $canvas; padding: 8px; }
QListWidget[kind="side"]::item { padding: 7px 10px; }
QListWidget[kind="side"]::item:disabled { color: $muted; padding-top: 12px; }
QTextBrowser[kind="reading"] { background: $surface; border: 0; border-radius: 0; padding: 8px 16px; }
QTreeView { show-decoration-selected: 1; }
QTreeView::item { border-radius: 0; }
QTreeView::branch, QTreeView::branch:selected { background: transparent; }
QHeaderView::section { background: $surface; border: 0; border-bottom: 1px solid $line; padding: 4px 8px; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    padding: 8px 6px; font-size: 12px; color: $muted; background: transparent;
    border: 0; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QProgressBar { border: 0; border-radius: 2px; background: $line; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; background: $text; }
QSlider::handle:horizontal:focus { background: $accent; }

QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; }
QDialog { background: $surface; border: 1px solid $line_strong; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid $faint; border-radius: 3px; background: $raised;
}
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked { background: $fill; border-color: $fill; image: url("$mark"); }
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox::indicator:disabled { background: transparent; border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $line_strong; }

QLabel[kind="title"] { font-size: 22px; font-weight: 600; }
QLabel[kind="heading"] { font-size: 15px; font-weight: 600; }
QLabel[kind="section"] { font-size: 12px; font-weight: 600; color: $muted; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="small"] { color: $muted; font-size: 12px; }
QLabel[kind="good"] { color: $good; font-size: 12px; }
QLabel[kind="warning"] { color: $warning; font-size: 12px; }
QLabel[kind="bad"] { color: $bad; font-size: 12px; }
QLabel[kind="busy"] { color: $accent; font-size: 12px; }
QFrame[kind="line"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="bar"] { background: $selected; border: 0; border-bottom: 1px solid $line_strong; }
QFrame[kind="toast"] { background: $raised; border: 1px solid $line_strong; border-radius: 8px; }
QFrame[kind="card"] { background: $raised; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[kind="panel"] { background: $raised; border: 1px solid $line_strong; border-radius: 8px; }
QWidget[kind="canvas"] { background: $canvas; }
QWidget[kind="surface"] { background: $surface; }
QWidget[kind="toolbar"] { background: $surface; border-bottom: 1px solid $line; }
QWidget[kind="transport"] { background: $surface; border-top: 1px solid $line; }
""")


def sheet(tokens: Tokens) -> str:
    """The style sheet in the colours of a theme."""
    arrow, mark = ((FOLDER / "icons" / f"{name}.svg").as_posix() for name in ("combo-arrow", "check-mark"))
    return _SHEET.substitute(vars(tokens), radius=RADIUS, chevron=arrow, mark=mark)

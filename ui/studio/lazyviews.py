"""Views that are imported when they are first looked at: each brings the whole library along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.studio.gallery import Gallery
from ui.studio.preferences import Preferences
from ui.studio.production import Production
from ui.studio.thumbnails import Thumbnails
from ui.studio.workspace import Workspace

if TYPE_CHECKING:
    from ui.studio.window import StudioWindow


def floor_plan(
    workspace: Workspace, production: Production, thumbnails: Thumbnails, preferences: Preferences
) -> QWidget:
    """The stage of the current shot from above."""
    from ui.studio.plan.panel import PlanPanel

    return PlanPanel(workspace, production, thumbnails, preferences)


def library(workspace: Workspace, production: Production, window: StudioWindow) -> QWidget:
    """The panel of what films are made of."""
    from ui.studio.library.panel import LibraryPanel

    panel = LibraryPanel(workspace, window.gallery, window.thumbnails, window.editing.give, production.import_asset)
    panel.closed.connect(lambda: window.show_library(False))
    return panel


def cast(workspace: Workspace, production: Production, gallery: Gallery, thumbnails: Thumbnails) -> QWidget:
    """The page of the people of a film."""
    from ui.studio.cast.page import CastPage

    return CastPage(workspace, production, gallery, thumbnails, production.tasks)

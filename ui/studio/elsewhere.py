"""What the palette finds outside the film: the library, the pages of the settings, and those of the help."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ui.studio.finding import Entry
from ui.studio.help import topics
from ui.studio.language import tr
from ui.studio.settings.names import NAMES

if TYPE_CHECKING:
    from ui.studio.window import StudioWindow

LIBRARY = "library.entries"


def elsewhere(window: StudioWindow) -> Iterator[Entry]:
    """All that can be opened now; the library's things only with a film, for which there is the panel."""
    for page, (name, more) in NAMES.items():
        run = _call(window.dialogs.settings, window.actions_, page)
        yield Entry(tr(name), tr("Settings"), "settings", run, tr(more))
    for topic in topics.guide():
        yield Entry(topic.title, tr("Help"), "help", _call(window.dialogs.help, window.actions_, topic.id))
    # The crew reads the library soon after a film is opened; the palette waits for nothing.
    if window.workspace.film is not None and LIBRARY in sys.modules:
        yield from _library(window)


def _library(window: StudioWindow) -> Iterator[Entry]:
    from library.entries import entries
    from ui.studio.library.items import ENTRIES, KINDS

    for kind, title in KINDS:
        for each in entries(ENTRIES[kind]) if kind in ENTRIES else ():
            run, more = _call(_show_thing, window, kind, each.name), ", ".join(each.synonyms)
            yield Entry(each.name, tr("Library: {kind}").format(kind=tr(title)), "library", run, more)


def _show_thing(window: StudioWindow, kind: str, name: str) -> None:
    window.show_library(True)
    window.library.widget.show_thing(kind, name)


def _call(function: Callable[..., object], *arguments: object) -> Callable[[], object]:
    return lambda: function(*arguments)

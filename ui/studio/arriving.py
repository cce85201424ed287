"""Files and folders that are dropped on the window from outside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from app.errors import ShotwrightError
from ui.studio.films import PACKED, SCRIPTS, dropped
from ui.studio.language import tr

if TYPE_CHECKING:
    from ui.studio.window import StudioWindow


def from_outside(data: QMimeData) -> list[Path]:
    """What is dragged here from a file manager."""
    return [Path(u.toLocalFile()) for u in data.urls() if u.isLocalFile()]


def arrive(window: StudioWindow, data: QMimeData) -> None:
    """A project is opened; a script is a new draft of the film that is open, or begins one; 3D files join the library.
    What cannot be used is refused with the reason."""
    from library.assets import FORMATS  # the first drop waits for it, not the first window

    files, path = from_outside(data), dropped(data)
    film = window.workspace.film is not None
    if path is None:
        models = [f for f in files if f.suffix.lower() in FORMATS]
        if models and len(models) == len(files) and film:
            window.show_library(True)
            window.library.widget.bring(models)
        elif files:
            window.notices.error(_refused(files, bool(models) and len(models) == len(files)))
    elif path.is_dir() or path.name == "film.json":
        window.films.open_folder(path)
    elif path.suffix.lower() == PACKED:
        window.importing.archive(path)
    elif film and window.model.rowCount():
        window.importing.dropped_script(path, lambda: film_of_script(window, path))
    else:
        film_of_script(window, path)


def film_of_script(window: StudioWindow, path: Path) -> None:
    """The page of a new film, with this script chosen."""
    window.new_film("script")
    window.new_page.file.setText(str(path))


def _refused(files: list[Path], models: bool) -> ShotwrightError:
    if models:
        return ShotwrightError("input", tr("3D files join the library of a film"), tr("Open a film first."))
    if len(files) > 1:
        return ShotwrightError("input", tr("these files cannot be opened together"), tr("Drop one at a time."))
    scripts = ", ".join(SCRIPTS)
    return ShotwrightError(
        "input",
        tr("{name} cannot be opened here").format(name=files[0].name),
        tr("Drop a film's folder, a packed project ({packed}), a screenplay ({scripts}), or a 3D file for the "
           "library.").format(packed=PACKED, scripts=scripts),
    )  # fmt: skip

"""The rules the source tree keeps, checked by machine."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("ui", "agents", "render", "library", "app")
COMMAND = "from importlinter.cli import lint_imports_command as run; run()"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter on the packages in `folder` with the contracts of pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-P", "-c", COMMAND, "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_keep_the_contracts():
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("app.film", "import render.pool"),
        ("render.pool", "import bpy"),
        ("library.places.room", "from mathutils import Vector"),
        ("ui.window", "import bpy"),
        ("agents.producer", "from PySide6 import QtCore"),
        ("ui.board", "import library.blender.realise"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path, module, line):
    made = {"render.pool": "", "library.blender.realise": "", **{f"{name}.__init__": "" for name in PACKAGES}}
    for name, text in (made | {module: line + "\n"}).items():
        path = tmp_path.joinpath(*name.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        for folder in path.relative_to(tmp_path).parents[:-1]:
            (tmp_path / folder / "__init__.py").touch()
        path.write_text(text)
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert module in done.stdout


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_folder_has_an_init(package):
    # Without one the import contracts and the installed wheel pass a folder by.
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}
    assert not [str(each.relative_to(ROOT)) for each in folders if not (each / "__init__.py").exists()]


def imports(folder: Path) -> dict[str, str]:
    """Modules that the sources in `folder` import, by full name, each with a file that does so."""
    found = {}
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            else:
                names = [node.module] if isinstance(node, ast.ImportFrom) and not node.level else []
            found |= {name: str(path.relative_to(ROOT)) for name in names}
    return found


@pytest.mark.parametrize("folder", [*PACKAGES, "tests"])
def test_every_module_of_ours_that_is_imported_exists(folder):
    # Also where the import stands in a function and no test comes by.
    ours = {name: path for name, path in imports(ROOT / folder).items() if name.split(".")[0] in PACKAGES}
    places = {name: ROOT.joinpath(*name.split(".")) for name in ours}
    assert not {
        name: ours[name]
        for name, place in places.items()
        if not place.with_suffix(".py").exists() and not (place / "__init__.py").exists()
    }


@pytest.mark.parametrize("folder", [*PACKAGES, "tests"])
def test_everything_imported_is_a_declared_dependency(folder):
    # What another package happens to bring along is missing one day on somebody else's machine.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + (project["optional-dependencies"]["dev"] if folder == "tests" else [])
    declared = {canonicalize_name(Requirement(line).name) for line in lines}
    brought = {name: {"bpy"} for name in ("bmesh", "bpy_extras", "gpu", "mathutils", "addon_utils", "idprop", "imbuf")}
    brought |= metadata.packages_distributions()
    own = set(sys.stdlib_module_names) | set(PACKAGES) | {"resources", "tests"}
    own |= {path.stem for path in [*(ROOT / "packaging").glob("*.py"), *(ROOT / "tests").rglob("*.py")]}
    used = {name.split(".")[0]: path for name, path in imports(ROOT / folder).items()}
    missing = {
        name: path
        for name, path in used.items()
        if name not in own and not declared & {canonicalize_name(each) for each in brought.get(name, [name])}
    }
    assert not missing


def test_the_folder_packaging_does_not_hide_the_package_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
    import packaging.version

    assert ROOT not in Path(packaging.version.__file__).parents or ".venv" in packaging.version.__file__


def test_the_worker_can_be_imported():
    """Nothing else of these tests starts Blender, and a worker that cannot start renders nothing."""
    done = subprocess.run(
        [sys.executable, "-c", "import render.worker.jobs"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr

"""Collects the words of the window for translators, and makes what the studio reads from their work.

Run: python packaging/translations.py            brings resources/translations/*.ts in line with the source
     python packaging/translations.py --add CODE  begins a language ("de", "pt_BR"); translate it with Qt Linguist
     python packaging/translations.py --release   makes the .qm files
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = FOLDER / "studio.ts"


def tool(name: str) -> str:
    """The Qt tool of this environment."""
    folder = Path(sys.executable).parent
    found = [folder / name, folder / (name + ".exe")]
    return next((str(f) for f in found if f.exists()), name)


def sources(root: Path = ROOT) -> list[str]:
    """All modules with words for the window."""
    return [str(f) for f in sorted((root / "ui" / "studio").rglob("*.py"))]


def collect(target: Path, language: str = "") -> None:
    """Adds new texts to a .ts file and marks those that are gone; translations stay."""
    target.parent.mkdir(parents=True, exist_ok=True)
    command = [tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", "-tr-function-alias", "QT_TR_NOOP+=mark"]
    command += ["-source-language", "en", *(["-target-language", language] if language else [])]
    subprocess.run([*command, *sources(), "-ts", str(target)], check=True, stdout=subprocess.DEVNULL)


def release(source: Path, target: Path) -> None:
    """Makes a .qm of a .ts file."""
    command = [tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main(arguments: list[str]) -> int:
    collect(TEMPLATE)
    if arguments[:1] == ["--add"]:
        collect(FOLDER / f"studio_{arguments[1]}.ts", arguments[1])
    for made in sorted(FOLDER.glob("studio_*.ts")):
        collect(made)
        if arguments == ["--release"]:
            release(made, made.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The words of the window in the person's language.

Text is written in English inside `tr("…")`, or inside `mark("…")` where it stands in a table and is translated when
shown; `packaging/translations.py` collects it for Qt Linguist. Text with values is translated first and filled in
after: `tr("{count} shots").format(count=3)`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources import FOLDER

TRANSLATIONS = FOLDER / "translations"
NAME = "studio_"
OWN = "en"
"""The language the studio is written in."""

_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """The text in the language in use; the English one where there is no translation."""
    return QCoreApplication.translate("", text)


def mark(text: str) -> str:
    """Marks text in a table for translation and returns it as it is; `tr` it when it is shown."""
    return text


def counted(number: int, one: str, many: str) -> str:
    """ "1 shot" or "3 shots": `one` and `many` are translated texts that may hold {n}."""
    return (one if number == 1 else many).format(n=number)


def languages(folder: Path = TRANSLATIONS) -> dict[str, str]:
    """Code -> the language's own name, English first, then what has been translated."""
    codes = [OWN, *sorted(f.stem.removeprefix(NAME) for f in folder.glob(f"{NAME}*.qm"))]
    return {code: QLocale(code).nativeLanguageName().capitalize() or code for code in dict.fromkeys(codes)}


def install(choice: str = "", folder: Path = TRANSLATIONS) -> str:
    """Uses a language for all that is shown from now on; "" follows the system. Returns the code in use.
    Call it before the window is made."""
    app = QCoreApplication.instance()
    while _installed:
        app.removeTranslator(_installed.pop())
    wanted = choice or QLocale.system().name()
    for code in (wanted, wanted.split("_")[0]):
        translator = QTranslator()
        if translator.load(f"{NAME}{code}.qm", str(folder)):
            app.installTranslator(translator)
            _installed.append(translator)
            return code
    return OWN

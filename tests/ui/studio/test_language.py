"""The window can be translated: every text goes through `tr`, is collected, and is shown in the language chosen."""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.studio import language
from ui.studio.actions import ACTS
from ui.studio.application import Studio
from ui.studio.preferences import Preferences

ROOT = Path(__file__).resolve().parents[3]
SHOWS = {
    "label": 0, "button": 0, "icon_button": 1, "number_field": 2, "setText": 0, "setToolTip": 0, "setStatusTip": 0,
    "setAccessibleName": 0, "setAccessibleDescription": 0, "setPlaceholderText": 0, "setWindowTitle": 0,
    "setSpecialValueText": 0, "say": 0, "_say": 0, "ask": 0, "addAction": 0, "addMenu": 0,
    "Segments": 1, "QCheckBox": 0, "set_text": 1, "_start": 0, "_dialog": 0, "_row": 0, "State": 1, "_words": 1,
}  # fmt: skip
"""Calls that show text -> which argument it is."""

NAMES = {"Shotwright", "[*] – Shotwright", "fps", "OPENAI_API_KEY", "Shotwright "}
"""Not words of a language."""

MODULES = sorted((ROOT / "ui" / "studio").rglob("*.py"))


def literal(node: ast.expr) -> bool:
    """Whether an expression is text that a person reads, written in English on the spot."""
    match node:
        case ast.Constant(value=str(text)):
            return any(c.isalpha() for c in text) and text not in NAMES and not text.startswith("<")
        case ast.JoinedStr(values=parts):
            return any(isinstance(p, ast.Constant) and literal(p) for p in parts) and not _markup(parts)
        case ast.IfExp(body=body, orelse=other):
            return literal(body) or literal(other)
        case ast.BinOp(left=left, right=right):
            return literal(left) or literal(right)
    return False


def _markup(parts: list[ast.expr]) -> bool:
    return isinstance(parts[0], ast.Constant) and str(parts[0].value).startswith("<")


def untranslated(source: str) -> list[str]:
    """Texts shown without going through `tr`, with their lines."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = SHOWS.get(name)
            shown = [node.args[at]] if at is not None and len(node.args) > at else []
            shown += [k.value for k in node.keywords if k.arg in ("tip", "hint")]
            found += [f"line {n.lineno}: {ast.unparse(n)}" for n in shown if literal(n)]
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(ROOT / "ui" / "studio").as_posix())
def test_no_text_is_shown_untranslated(module):
    assert not untranslated(module.read_text(encoding="utf-8"))


def test_the_check_finds_what_it_is_for():
    for bad in ('label("Word")', 'x.setText(f"{n} shots")', 'button(tr("A"), tip="Why")', 'say("a" if b else c)'):
        assert untranslated(bad), bad
    for good in ('label(tr("Word"))', 'x.setText(f"{n}")', 'x.setText("")', "label(text)"):
        assert not untranslated(good), good


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, cwd=ROOT)


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory) -> Path:
    """A folder with a translation in which every text stands in brackets."""
    sys.path.insert(0, str(ROOT / "packaging"))
    import translations

    sys.path.pop(0)
    folder = tmp_path_factory.mktemp("translations")
    file = folder / "studio_eo.ts"
    translations.collect(file, "eo")
    tree = Xml.parse(file)
    for message in tree.iter("message"):
        message.find("translation").attrib.pop("type", None)
        message.find("translation").text = f"[{message.find('source').text}]"
    tree.write(file, encoding="utf-8", xml_declaration=True)
    translations.release(file, folder / "studio_eo.qm")
    return folder


def test_every_action_is_collected(pseudo):
    sources = {s.text for s in Xml.parse(pseudo / "studio_eo.ts").iter("source")}
    assert len(sources) > 500
    assert {act.text for act in ACTS} <= sources


def test_the_template_is_up_to_date_enough_to_translate():
    sources = {s.text for s in Xml.parse(ROOT / "resources" / "translations" / "studio.ts").iter("source")}
    assert len(sources) > 500


def test_a_language_that_is_chosen_is_shown(pseudo, loop, run, engine, tmp_path):
    assert language.install("eo", pseudo) == "eo"
    try:
        studio = Studio(engine, Preferences(file=tmp_path / "p.json"))
        assert studio.window.actions_["regenerate"].text() == "[Regenerate]"
        assert studio.window.welcome.start.text() == "[Make the storyboard]"
        run(studio.shut_down())
    finally:
        language.install("en")
    assert language.tr("Regenerate") == "Regenerate"
    assert QApplication.instance() is not None


def test_languages_are_listed_by_their_own_names(pseudo):
    assert list(language.languages(pseudo)) == ["en", "eo"]

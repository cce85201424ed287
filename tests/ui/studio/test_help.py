"""Help is the real documentation, and it is found."""

from __future__ import annotations

from library.functions import functions
from tests.ui.studio.conftest import until
from ui.studio.dialogs import write_keys
from ui.studio.help import topics


def test_every_page_of_the_guide_begins_with_its_title_and_links_only_to_pages():
    import re

    pages = {t.id for t in topics.guide()} | {topics.KEYS} | {t.id for t in topics.functions()}
    for topic in topics.guide():
        assert topic.text.startswith("# "), topic.id
        for link in re.findall(r"\]\(([^)h][^)]*)\)", topic.text):
            assert link in pages, f"{topic.id} links to {link}"


def test_every_function_is_documented_in_the_window(studio, run):
    help_ = studio.window.dialogs.help(studio.window.actions_)
    run(until(lambda: len(help_.topics) > 5))
    help_.show_topic("functions/cinematography")
    text = help_.text.toPlainText()
    for name, function in functions("cinematography").items():
        assert name in text
        assert function.__doc__.replace("`", "").split(".")[0].split("\n")[0][:40] in text
    help_.close()


def test_searching_finds_pages_by_their_words(studio, run):
    help_ = studio.window.dialogs.help(studio.window.actions_)
    run(until(lambda: len(help_.topics) > 5))
    help_.search.setText("push_in")
    assert help_.topic.id == "functions/cinematography"
    help_.search.setText("zzqqxx")
    assert "Nothing is found" in help_.text.toPlainText()
    help_.close()


def test_the_key_sheet_is_written_as_a_pdf(studio, tmp_path):
    write_keys(studio.window.actions_, tmp_path / "keys.pdf")
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")

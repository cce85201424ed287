"""Files that are whole or not there, and readable by whom new files are."""

from __future__ import annotations

import os
import stat

import pytest

from app.errors import ShotwrightError
from app.files import part_of, write_whole


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_file_is_readable_by_whom_new_files_are(tmp_path, mask):
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "film.json", "{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "film.json").stat().st_mode) == 0o666 & ~mask


def test_nothing_is_left_of_what_cannot_be_written(tmp_path):
    (tmp_path / "film.json").mkdir()
    with pytest.raises(ShotwrightError):
        write_whole(tmp_path / "film.json", "{}")
    assert [p.name for p in tmp_path.iterdir()] == ["film.json"]


def test_two_at_once_get_two_files(tmp_path):
    assert part_of(tmp_path / "film.mp4") != part_of(tmp_path / "film.mp4")

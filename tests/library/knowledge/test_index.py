"""The index keeps in step, survives damage, and lets several processes at it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.errors import ShotwrightError
from library.knowledge import Knowledge, Passage, Shelf
from library.knowledge.index import PassageIndex

ROOT = Path(__file__).resolve().parents[3]


def craft(*texts: str) -> list[Passage]:
    return [Passage("craft", f"note {text}", f"about {text}") for text in texts]


def titles(found: list[Passage]) -> list[str]:
    return [p.title for p in found]


def test_only_what_changed_is_written_and_what_is_gone_is_not_found(tmp_path):
    index = PassageIndex(tmp_path / "index")
    tutorial = Passage("tutorials", "dolly", "push the dolly slowly")
    assert index.sync({"craft": craft("zooms", "pans"), "tutorials": [tutorial]})
    assert not index.sync({"craft": craft("zooms", "pans")})
    assert index.sync({"craft": craft("zooms", "cranes")})
    assert titles(index.search("a crane", "craft", 5)) == ["note cranes"]
    assert index.search("pans", "craft", 5) == []
    assert index.search("dolly", "tutorials", 5)[0].text == tutorial.text
    assert index.counts() == {"craft": 2, "tutorials": 1}


def test_another_process_reads_what_this_one_wrote_and_writes_beside_it(tmp_path):
    index = PassageIndex(tmp_path / "index")
    index.sync({"craft": craft("zooms")})
    code = (
        "import sys; from pathlib import Path; from library.knowledge.index import PassageIndex; "
        "from library.knowledge import Passage; i = PassageIndex(Path(sys.argv[1])); "
        "i.sync({sys.argv[2]: [Passage(sys.argv[2], sys.argv[2], 'about ' + sys.argv[2])]}); "
        "print(len(i.search('zooms', 'craft', 5)))"
    )
    others = [
        subprocess.Popen([sys.executable, "-c", code, str(index.folder), source], cwd=ROOT, stdout=subprocess.PIPE)
        for source in ("films", "tutorials")
    ]
    assert [each.communicate(timeout=100)[0].strip() for each in others] == [b"1", b"1"]
    again = PassageIndex(index.folder)
    assert again.counts() == {"craft": 1, "films": 1, "tutorials": 1}
    assert index.search("films", "films", 5)


@pytest.mark.parametrize("harm", ["data", "versions", "indices", "state", "all"])
def test_a_damaged_index_is_made_anew(small, harm):
    small.refresh()
    wanted = titles(small.retrieve("director", "the close-up"))
    assert wanted
    table = next((small.index.folder).glob("index-*/passages.lance"))
    if harm == "state":
        (small.index.folder / "state.json").write_text("{", encoding="utf-8")
    elif harm == "all":
        shutil.rmtree(small.folder)
    elif harm == "data":
        for file in (table / "data").iterdir():
            file.write_bytes(b"nothing")
    else:
        shutil.rmtree(table / f"_{harm}")
    later = Knowledge(small.folder, small.shelf)
    later.retrieve("director", "the close-up")
    later.wait(60)
    later.wait(60)
    assert titles(later.retrieve("director", "the close-up")) == wanted
    assert later.error is None


def test_the_first_question_does_not_wait(small):
    assert small.retrieve("director", "the close-up") == []
    assert small.wait(60)
    assert small.retrieve("director", "the close-up")


def test_a_new_version_of_the_library_is_in_the_index_after_the_next_start(small, monkeypatch):
    small.refresh()
    from library.knowledge import sources

    monkeypatch.setattr(sources, "craft", lambda: craft("holograms"))
    later = Knowledge(small.folder, small.shelf)
    assert later.refresh()
    assert titles(later.retrieve("director", "holograms")) == ["note holograms"]
    assert later.retrieve("director", "headroom", sources=["craft"]) == []


def test_vectors_find_by_meaning_what_words_do_not(tmp_path):
    knowledge = Knowledge(tmp_path / "index", Shelf(tmp_path / "shelf"))
    knowledge.index.sync({"craft": craft("zooms", "pans", "rain")})
    knowledge._asked = True  # only what the test put in
    missing = knowledge.without_vector("m", ["craft"])
    assert len(missing) == 3
    vectors = {"note zooms": [1, 0, 0], "note pans": [0, 1, 0], "note rain": [0, 0, 2]}
    knowledge.add_vectors("m", missing, np.array([vectors[p.title] for p in missing], float))
    assert knowledge.without_vector("m", ["craft"]) == []
    assert len(knowledge.without_vector("another", ["craft"])) == 3
    query = np.array([0.1, 0.0, 5.0])
    found = knowledge.retrieve("director", "bad weather", 1, vector=query, model="m")
    assert titles(found) == ["note rain"]
    both = knowledge.retrieve("director", "zooms", 2, vector=query, model="m")
    assert set(titles(both)) == {"note rain", "note zooms"}
    # A model that changed its size starts again instead of failing.
    knowledge.add_vectors("m", missing, np.ones((3, 5)))
    assert knowledge.retrieve("director", "bad weather", 1, vector=query, model="m") == []


def test_vectors_outlive_a_rebuild(tmp_path):
    index = PassageIndex(tmp_path / "index")
    index.sync({"craft": craft("zooms")})
    index.add_vectors("m", index.without_vector("m", ["craft"]), np.ones((1, 3)))
    index.renew()
    assert index.search("zooms", "craft", 5) == []
    index.sync({"craft": craft("zooms", "pans")})
    assert titles(index.without_vector("m", ["craft"])) == ["note pans"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "index").write_text("a file", encoding="utf-8")
    with pytest.raises(ShotwrightError) as caught:
        Knowledge(tmp_path / "index", Shelf(tmp_path / "shelf")).refresh()
    assert caught.value.layer == "disk"


def test_many_threads_may_ask_first(tmp_path):
    PassageIndex(tmp_path / "index").sync({"craft": craft("zooms")})
    code = (
        "import sys; from pathlib import Path; from concurrent.futures import ThreadPoolExecutor; "
        "from library.knowledge.index import PassageIndex; i = PassageIndex(Path(sys.argv[1])); "
        "work = [lambda: i.search('zooms', 'craft', 5), i.counts, lambda: i.embedded('m')] * 4; "
        "pool = ThreadPoolExecutor(12); done = [pool.submit(w) for w in work]; "
        "print(sum(d.exception() is None for d in done))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "index")], cwd=ROOT, capture_output=True, text=True, timeout=100
    )
    assert done.stdout.strip() == "12", done.stderr

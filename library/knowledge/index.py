"""The index of passages on disk, in LanceDB: full text always, and vectors where somebody made them.

One table holds the passages, one table for every embedding model the vectors by passage, so that a vector once paid
for outlives a rebuild. Writers wait for each other by a lock file; readers never wait, they see the last whole
version. A damaged index raises `Damaged`, and `renew` starts an empty one beside it.
"""

from __future__ import annotations

import datetime
import json
import logging
import re
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from filelock import FileLock, Timeout

from app.errors import ShotwrightError
from app.files import digest, disk_error, write_whole
from library.knowledge.passages import Passage, Source

if TYPE_CHECKING:
    from lancedb import DBConnection, Table

log = logging.getLogger(__name__)

_IMPORTING = threading.Lock()
FORMAT = 1
_ASKING = """
a an the how what which when where who why do does did can could should would will shall may might must i we you me us
my our your make makes made let want wants need needs please someone somebody something always
"""
ASKING = frozenset(_ASKING.split())
"""Words of asking, which say nothing about what is asked for."""

LOCK_S = 120.0
STALE_S = 5
FIELDS = ("source", "title", "text", "where", "words")
PASSAGES = pa.schema([(name, pa.string()) for name in ("id", *FIELDS, "searched")])


class Damaged(Exception):
    """The index cannot be read; its argument says why."""


class PassageIndex:
    """The index in a folder of its own, which is made when first written to."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._open: tuple[str, DBConnection] | None = None

    # ---- state: which folder is current, and what is in it

    def _state(self) -> dict[str, Any]:
        try:
            state = json.loads((self.folder / "state.json").read_text(encoding="utf-8"))
            if state["format"] == FORMAT and isinstance(state["stamps"], dict) and isinstance(state["current"], str):
                return state
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return {"format": FORMAT, "current": "", "stamps": {}}

    def _write_state(self, state: dict[str, Any]) -> None:
        write_whole(self.folder / "state.json", json.dumps(state, indent=1))

    @property
    def stamps(self) -> dict[str, str]:
        """Source -> digest of its passages, as they are in the index."""
        return self._state()["stamps"]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time, in all processes. Raises ShotwrightError(disk)."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / ".lock", timeout=LOCK_S):
                yield
        except Timeout as error:
            raise ShotwrightError("disk", f"another Shotwright is busy with {self.folder}", "Try again.") from error
        except OSError as error:
            raise disk_error(self.folder, error) from error

    def _database(self) -> DBConnection | None:
        current = self._state()["current"]
        if not current:
            return None
        if self._open is None or self._open[0] != current:
            every = datetime.timedelta(seconds=STALE_S)
            self._open = (current, _lancedb().connect(self.folder / current, read_consistency_interval=every))
        return self._open[1]

    def _table(self) -> Table | None:
        """The passages; None before the first were written. Raises Damaged where they are gone."""
        state = self._state()
        database = self._database()
        if database is None or not state["stamps"]:
            return None
        if "passages" not in _tables(database):
            raise Damaged("its passages are gone")
        return database.open_table("passages")

    # ---- writing

    def sync(self, sources: dict[Source, Sequence[Passage]]) -> bool:
        """Makes the index hold exactly these passages of the given sources; others stay. Returns whether something
        changed. Raises Damaged, ShotwrightError(disk)."""
        wanted = {name: digest(*(p.id for p in passages)) for name, passages in sources.items()}
        if all(self.stamps.get(name) == stamp for name, stamp in wanted.items()):
            return False
        with self._writing():
            state = self._state()
            changed = [name for name, stamp in wanted.items() if state["stamps"].get(name) != stamp]
            if not changed:
                return False
            if not state["current"]:
                state["current"] = f"index-{digest(*wanted.values())[:8]}"
                shutil.rmtree(self.folder / state["current"], ignore_errors=True)
                self._write_state(state)
            with _damage():
                self._put(changed, [p for name in changed for p in sources[name]])
            state["stamps"] |= {name: wanted[name] for name in changed}
            self._write_state(state)
        return True

    def _put(self, changed: list[Source], passages: list[Passage]) -> None:
        database = self._database()
        data = pa.Table.from_pylist(list({p.id: _row(p) for p in passages}.values()), schema=PASSAGES)
        if "passages" in _tables(database):
            table = database.open_table("passages")
            merge = table.merge_insert("id").when_not_matched_insert_all()
            merge.when_not_matched_by_source_delete(f"source IN ({_quoted(changed)})").execute(data)
        else:
            table = database.create_table("passages", data)
        table.create_index("searched", config=_lancedb().index.FTS(remove_stop_words=True, stem=True), replace=True)
        table.optimize(cleanup_older_than=datetime.timedelta(hours=1))

    def renew(self) -> None:
        """Forgets the passages and starts an empty index, of another name: others may have the old one open.
        Vectors are kept. Raises ShotwrightError(disk)."""
        with self._writing():
            old = self._state()["current"]
            self._write_state({"format": FORMAT, "current": "", "stamps": {}})
            self._open = None
            for each in self.folder.glob("index-*"):
                shutil.rmtree(each, ignore_errors=True)
            log.info("the index %s is made anew", old)

    # ---- searching

    def search(self, query: str, source: Source, most: int) -> list[Passage]:
        """Passages of a source by full text (BM25), the best first. Raises Damaged."""
        words = " ".join(w for w in re.findall(r"\w+", query.replace("_", " ")) if w.casefold() not in ASKING)
        with _damage():
            table = self._table() if words else None
            if table is None:
                return []
            found = table.search(_lancedb().query.MatchQuery(words, "searched"), query_type="fts").where(
                f"source = '{source}'"
            )
            rows = found.limit(most).to_list()
        return [_passage(row, row["_score"]) for row in rows]

    def counts(self) -> dict[str, int]:
        """Source -> number of passages. Raises Damaged."""
        with _damage():
            table = self._table()
            if table is None:
                return {}
            return {name: table.count_rows(f"source = '{name}'") for name in self.stamps}

    # ---- vectors

    def without_vector(self, model: str, sources: Iterable[Source]) -> list[Passage]:
        """Passages of some sources that a model has not embedded. Raises Damaged."""
        with _damage():
            table = self._table()
            if table is None:
                return []
            rows = table.search().where(f"source IN ({_quoted(sources)})").limit(10**6).to_list()
            vectors = self._vectors(model)
            done = set() if vectors is None else set(vectors.to_arrow().column("id").to_pylist())
        return [_passage(row, 0.0) for row in rows if row["id"] not in done]

    def embedded(self, model: str) -> bool:
        """Whether there are vectors of a model. Raises Damaged."""
        with _damage():
            return self._vectors(model) is not None

    def add_vectors(self, model: str, passages: Sequence[Passage], vectors: np.ndarray) -> None:
        """Keeps the vectors (float, one row each) that a model gave to passages.
        Raises Damaged, ShotwrightError(disk)."""
        if not passages:
            return
        length = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit = (vectors / np.where(length > 0, length, 1)).astype(np.float32)
        column = pa.FixedSizeListArray.from_arrays(pa.array(unit.ravel()), unit.shape[1])
        data = pa.table({"id": [p.id for p in passages], "source": [p.source for p in passages], "vector": column})
        with self._writing(), _damage():
            table = self._vectors(model)
            if table is not None and table.schema.field("vector").type.list_size != unit.shape[1]:
                _lancedb().connect(self.folder / "vectors").drop_table(_table_of(model))
                table = None
            if table is None:
                _lancedb().connect(self.folder / "vectors").create_table(_table_of(model), data)
            else:
                table.merge_insert("id").when_not_matched_insert_all().execute(data)

    def near(self, model: str, vector: np.ndarray, source: Source, most: int) -> list[Passage]:
        """Passages of a source by the angle between vectors, the nearest first. Raises Damaged."""
        with _damage():
            vectors, table = self._vectors(model), self._table()
            if vectors is None or table is None or vectors.schema.field("vector").type.list_size != vector.size:
                return []
            unit = vector.ravel() / (np.linalg.norm(vector) or 1.0)
            found = vectors.search(unit.astype(np.float32)).distance_type("cosine").where(f"source = '{source}'")
            # Vectors of passages that are gone stay behind: some of what is found may not be there any more.
            nearness = {row["id"]: 1.0 - row["_distance"] for row in found.limit(most * 2).to_list()}
            if not nearness:
                return []
            rows = table.search().where(f"id IN ({_quoted(nearness)})").limit(len(nearness)).to_list()
        return sorted((_passage(r, nearness[r["id"]]) for r in rows), key=lambda p: (-p.score, p.id))[:most]

    def _vectors(self, model: str) -> Table | None:
        if not (self.folder / "vectors").is_dir():
            return None
        database = _lancedb().connect(self.folder / "vectors")
        return database.open_table(_table_of(model)) if _table_of(model) in _tables(database) else None


def _lancedb() -> ModuleType:
    """LanceDB, which takes a second or two to import. One thread imports it: its modules import each other in a
    circle, which fails when two threads begin at different ends."""
    with _IMPORTING:
        import lancedb
        import lancedb.index
        import lancedb.query
    return lancedb


def _row(passage: Passage) -> dict[str, str]:
    """A passage as it lies in the table. Its title counts twice; all is searched as one, so that a word said in title
    and text does not outweigh two different words."""
    searched = " ".join([passage.title, passage.title, passage.words, passage.text]).replace("_", " ")
    return {"id": passage.id, "searched": searched, **{name: getattr(passage, name) for name in FIELDS}}


def _passage(row: dict[str, Any], score: float) -> Passage:
    return Passage(row["source"], row["title"], row["text"], row["where"], row["words"], float(score))


def _tables(database: DBConnection) -> list[str]:
    return list(database.list_tables().tables)


def _table_of(model: str) -> str:
    return f"of-{digest(model)}"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


@contextmanager
def _damage() -> Iterator[None]:
    """Whatever LanceDB raises means that its files are not as it left them; a full disk says so itself."""
    try:
        yield
    except (ShotwrightError, Damaged):
        raise
    except OSError as error:
        if error.errno is not None:
            raise disk_error(Path(str(error.filename or "the knowledge index")), error) from error
        raise Damaged(str(error)) from error
    except Exception as error:
        raise Damaged(f"{type(error).__name__}: {error}") from error

"""Hostile Python inside a confined worker: every escape is stopped by the layer that is there for it."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from render.pool import environment

cv2 = pytest.importorskip("cv2")
pytestmark = [
    pytest.mark.blender,
    pytest.mark.skipif(sys.platform != "linux", reason="Landlock and seccomp are parts of Linux"),
]
HOSTILE = Path(__file__).with_name("hostile.py")
SECRET = "the-secret-of-the-house"
SAYS = {
    "files": {errno.EACCES, errno.EXDEV, errno.EPERM},
    "system calls": {errno.EPERM, errno.ENOSYS},
    "limits": {errno.ENOMEM, errno.EFBIG, errno.EMFILE},
}
"""Layer -> the errors it refuses with."""


def outcomes(folder: Path, mode: str) -> dict[str, dict]:
    """What came of each escape, by name; under "layers" what holds."""
    scratch, outside = folder / "scratch", folder / "outside"
    scratch.mkdir(parents=True)
    outside.mkdir(exist_ok=True)
    for name in ("secret.txt", "victim.txt", "short.txt"):
        (outside / name).write_text(SECRET)
    cv2.imwrite(str(outside / "picture.png"), np.zeros((4, 4, 3), np.uint8))
    (scratch / "left-link").symlink_to(outside / "secret.txt")
    command = [sys.executable, str(HOSTILE), str(scratch), str(outside), str(os.getpid()), mode]
    done = subprocess.run(command, env=environment(scratch), capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr[-3000:]
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    if mode == "confined":
        assert {each["name"]: each["active"] for each in rows[0]["layers"]} == dict.fromkeys(
            ("privileges", "files", "limits", "system calls"), True
        )
        assert (outside / "secret.txt").read_text() == SECRET
        assert (outside / "victim.txt").exists()
        assert not (outside / "marker").exists()
    return {row["name"]: row for row in rows if "name" in row}


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Escapes without and with the sandbox. The application's own environment holds a secret meanwhile."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENAI_API_KEY", SECRET)
        bare = outcomes(folder / "bare", "bare")
        (folder / "confined" / "outside").mkdir(parents=True)
        os.link(folder / "bare" / "outside" / "other.blend", folder / "confined" / "outside" / "other.blend")
        return bare, outcomes(folder / "confined", "confined")


def test_the_escapes_are_real(both):
    bare, _ = both
    tame = {name: row for name, row in bare.items() if not row["escaped"]}
    assert not tame


def test_each_escape_is_stopped(both):
    _, confined = both
    assert len(confined) >= 80
    assert not {name for name, row in confined.items() if row["escaped"]}


def test_each_by_its_own_layer(both):
    _, confined = both
    strange = {
        name: row
        for name, row in confined.items()
        if row.get("errno") and row["layer"] in SAYS and row["errno"] not in SAYS[row["layer"]]
    }
    assert not strange
    assert {row["layer"] for row in confined.values()} == {"files", "system calls", "limits", "environment"}

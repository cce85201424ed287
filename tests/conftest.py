"""Settings every test runs under: no display, no model, no keys, and no traces in the user's folders."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in [n for n in os.environ if n.startswith("OPENAI_") or n.endswith(("_MODEL", "_CREW"))]:
    os.environ.pop(name)


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory):
    """Caches, settings and data of the user live in a folder of the test run's own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield

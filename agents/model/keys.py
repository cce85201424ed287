"""Keys of endpoints: from the environment or the system keyring, never in a file of ours."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Protocol

from app.errors import ShotwrightError

SERVICE = "shotwright"


class Ring(Protocol):
    """The part of a keyring that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def variable(name: str) -> str:
    """The environment variable of a key: SHOTWRIGHT_KEY_ and the name in capitals."""
    return "SHOTWRIGHT_KEY_" + re.sub(r"\W+", "_", name).upper()


class Keys:
    """Finds and keeps keys by name.

    environ: the variables to look in first, those of the process by default; ring: the keyring, that of the
    system by default.
    """

    def __init__(self, environ: Mapping[str, str] | None = None, ring: Ring | None = None):
        self._environ = os.environ if environ is None else environ
        self._ring = ring

    def find(self, name: str) -> str:
        """The key called `name`: variable SHOTWRIGHT_KEY_<NAME>, variable <name>, keyring, in this order.
        An empty name needs no key and gives "". Raises ShotwrightError(key)."""
        if not name:
            return ""
        found = self._environ.get(variable(name)) or self._environ.get(name) or self._stored(name)
        if not found or not found.strip():
            raise ShotwrightError(
                "key", f"there is no key {name!r}", f"Enter it in the settings, or set the variable {variable(name)}."
            )
        return found.strip()

    def store(self, name: str, key: str) -> None:
        """Puts a key in the keyring. Raises ShotwrightError(key) where the system has none."""
        self._use("set_password", name, key)

    def forget(self, name: str) -> None:
        """Takes a key out of the keyring. Raises ShotwrightError(key)."""
        self._use("delete_password", name)

    def _stored(self, name: str) -> str | None:
        from keyring.errors import KeyringError

        try:
            return self._open().get_password(SERVICE, name)
        except KeyringError:
            return None

    def _use(self, method: str, name: str, *more: str) -> None:
        from keyring.errors import KeyringError

        try:
            getattr(self._open(), method)(SERVICE, name, *more)
        except KeyringError as error:
            raise ShotwrightError(
                "key", f"the keyring did not take key {name!r}: {error}", f"Set the variable {variable(name)} instead."
            ) from error

    def _open(self) -> Ring:
        if self._ring is None:
            # Looking for the system's keyring takes a moment and is often not needed.
            import keyring

            self._ring = keyring.get_keyring()
        return self._ring

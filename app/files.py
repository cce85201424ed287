"""Writing files so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from pathlib import Path

from app.errors import ShotwrightError


def write_whole(path: Path, data: bytes | str) -> None:
    """Writes `path` by way of a temporary file, flushed to disk and renamed. Raises ShotwrightError(disk)."""
    data = data.encode() if isinstance(data, str) else data
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = part_of(path)
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise disk_error(path, error) from error


def part_of(path: Path) -> Path:
    """A new empty file beside `path`, to be written and then moved over it. Unlike what `tempfile` makes, others may
    read it where they may read new files at all. Raises OSError."""
    part = path.parent / f".{path.stem[:40]}.{secrets.token_hex(4)}.part"
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    return part


def disk_error(path: Path, error: OSError) -> ShotwrightError:
    """What went wrong with a file, and what to do, in words."""
    if error.errno == errno.ENOSPC:
        return ShotwrightError("disk", f"the disk is full: {path} was not written", "Free some space and try again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ShotwrightError("disk", f"{path} may not be written", "Choose another folder or change its permissions.")
    return ShotwrightError("disk", f"{path}: {error.strerror or error}")


def digest(*parts: bytes | str) -> str:
    """A short content hash (BLAKE2b, 16 bytes, hexadecimal) of the parts, each with its length."""
    out = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        out.update(len(data).to_bytes(8, "little"))
        out.update(data)
    return out.hexdigest()

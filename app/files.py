"""Writing files so that a crash or a full disk never leaves half of one."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from pathlib import Path

from app.errors import ShotwrightError


def write_whole(path: Path, data: bytes | str) -> None:
    """Writes `path` by way of a temporary file, flushed to disk and renamed. Raises ShotwrightError(disk)."""
    data = data.encode() if isinstance(data, str) else data
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise disk_error(path, error) from error


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

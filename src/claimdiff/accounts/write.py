"""Write a file so that it is there whole or not at all."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path


def write_atomic(path: str | os.PathLike[str], data: bytes | str) -> None:
    """Write ``data`` (text as UTF-8, line ends as they are) to ``path``; raise OSError where that cannot be.

    A file that exists keeps its mode and is never seen half written: the data goes to a new file beside it, which then takes
    its name. A link keeps pointing where it does; one that points to nothing is refused. A device or pipe (``/dev/stdout``)
    is written to as it is.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    given = Path(path)
    target = given.resolve() if given.is_symlink() else given
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        if given.is_symlink():
            message = "a link that points to nothing"
            raise FileNotFoundError(2, message, str(given)) from None
        mode = None
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(21, os.strerror(21), str(given))
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(raw)
        return
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(given))
    try:
        _replace(target, raw, mode)
    except OSError as error:  # told by the name that was asked for, not by that of the file beside it
        raise OSError(error.errno, error.strerror, str(given)) from error


def _replace(target: Path, raw: bytes, mode: int | None) -> None:
    beside = target.parent / f".{target.name[:100]}.{secrets.token_hex(8)}.tmp"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(raw)
            stream.flush()
            if mode is not None:
                os.fchmod(stream.fileno(), stat.S_IMODE(mode))
            os.fsync(stream.fileno())
        beside.replace(target)
    except BaseException:  # Ctrl-C too: nothing is left lying about
        with suppress(OSError):
            beside.unlink()
        raise
    _sync(target.parent)


def _sync(folder: Path) -> None:
    """Make the new name last through a loss of power, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

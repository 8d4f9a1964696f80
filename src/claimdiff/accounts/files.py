"""Read files that may be anything: never hang on one, never read more than is wanted, never leave the project."""

import errno
import os
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO, TextIO

from claimdiff.accounts.limits import MAX_BYTES
from claimdiff.display import quoted

MAX_SOURCE_BYTES = 16 * 1024 * 1024
"""The largest archived text that is read."""

_KINDS = (
    (stat.S_ISDIR, "a directory"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)


class FileFault(Exception):  # noqa: N818 - a fault in the data, not of the program
    """A file that cannot be read; ``code`` is the diagnostic's."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the code beside the message."""
        super().__init__(message)
        self.code = code


def read_file(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Return the file's bytes; raise FileFault where it is no regular file, too large or unreadable."""
    try:
        _refuse_special(path.stat(), limit)  # before opening: that alone would hang on a pipe
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as stream:
            _refuse_special(os.fstat(stream.fileno()), limit)  # what was opened may not be what was looked at
            data = stream.read(limit + 1)
    except OSError as error:
        raise FileFault("unreadable", _reason(error)) from error
    except ValueError as error:
        raise FileFault("unreadable", "the file's name holds a NUL character") from error
    if len(data) > limit:
        raise FileFault("too-large", _too_large(len(data), limit))
    return data


def read_stream(stream: BinaryIO | TextIO) -> bytes:
    """Return what a stream holds, at most one byte more than is ever read from a file."""
    data = stream.read(MAX_BYTES + 1)
    return data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data


def source_path(root: Path, name: str) -> Path:
    """Return the path of an archived text; it may not exist.

    Raise FileFault where the name is absolute or goes up, where following links leaves the root, and where it is anything but
    a regular file.
    """
    refusal = refused_name(name)
    if refusal:
        raise FileFault("source-file", refusal)
    home = root.resolve()
    try:
        path = (home / name).resolve()
        inside = path.is_relative_to(home)
        mode = path.stat().st_mode if inside else stat.S_IFREG
    except FileNotFoundError:
        return path
    except RuntimeError as error:  # how pathlib tells of a loop before Python 3.13
        raise FileFault("source-file", f"{quoted(name)}: links that lead in a circle; name a file") from error
    except OSError as error:
        raise FileFault("source-file", f"{quoted(name)}: {_reason(error)}") from error
    if not inside:
        raise FileFault("source-file", f"{quoted(name)} leads out of the project; keep the text inside it")
    kind = _special(mode)
    if kind:
        raise FileFault("source-file", f"{quoted(name)} is {kind}; name a file")
    return path


def refused_name(name: object) -> str | None:
    """Return why a name cannot be that of an archived text, wherever the project lies; None where it can, or is no text."""
    if not isinstance(name, str):
        return None
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive:
        return f"{quoted(name)} is an absolute path; give it from the project's folder, such as seeds/report.txt"
    if ".." in PurePosixPath(name.replace("\\", "/")).parts:
        return f'{quoted(name)} goes up with ".."; give it from the project\'s folder, such as seeds/report.txt'
    return None


def read_source(root: Path, name: str) -> str:
    """Return an archived text as it is; raise FileFault where it may not or cannot be read, or is not UTF-8."""
    path = source_path(root, name)
    try:
        return read_file(path, limit=MAX_SOURCE_BYTES).decode("utf-8-sig")
    except FileFault as fault:
        raise FileFault("source-file", f"{quoted(name)}: {fault}") from fault
    except UnicodeDecodeError as error:
        raise FileFault(
            "source-file", f"{quoted(name)} is not UTF-8 at byte {error.start}; save it as UTF-8"
        ) from error


def _refuse_special(status: os.stat_result, limit: int) -> None:
    kind = _special(status.st_mode)
    if kind:
        raise FileFault("unreadable", f"{kind}, not a file; name a file")
    if status.st_size > limit:
        raise FileFault("too-large", _too_large(status.st_size, limit))


def _special(mode: int) -> str | None:
    return next((name for test, name in _KINDS if test(mode)), None)


def _too_large(size: int, limit: int) -> str:
    return f"the file has {size:,} bytes and at most {limit:,} ({limit // (1024 * 1024)} MiB) are read; split it"


def _reason(error: OSError) -> str:
    match error.errno:
        case errno.ENOENT:
            return "no such file"
        case errno.EACCES | errno.EPERM:
            return "permission denied; allow reading"
        case errno.ELOOP:
            return "links that lead in a circle; name a file"
        case errno.ENAMETOOLONG:
            return "a name too long for the file system"
        case _:
            return os.strerror(error.errno).lower() if error.errno else "cannot be read"

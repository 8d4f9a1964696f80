"""Read single keys from a terminal; from anything else, lines."""

import codecs
import os
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

_NAMED = {"\r": "enter", "\n": "enter", "\x7f": "back", "\b": "back", "\x04": "eof"}
_PATIENCE = 0.05
"""Seconds in which the rest of an escape sequence arrives; an Escape key alone sends nothing more."""
_BREATH = 0.5
"""Seconds after which waiting for a key begins anew. An interrupt that comes in the instant before a system call blocks is
noticed only when the call returns."""


class Keys:
    """Keys as the dialogue wants them: characters, and ``enter``, ``back``, ``esc``, ``eof``."""

    def read(self, *, typing: bool) -> str:
        """Return the next key; ``typing`` tells that a text is asked for, which ends with ``enter``."""
        raise NotImplementedError


class LineKeys(Keys):
    """Lines of a stream: each character of a line is a key, an empty line is ``enter``; a text is a line."""

    def __init__(self) -> None:
        self._waiting: deque[str] = deque()

    def read(self, *, typing: bool) -> str:
        """Return the next key."""
        if not self._waiting:
            line = sys.stdin.readline()
            if not line:
                return "eof"
            text = line.rstrip("\r\n")
            self._waiting += text if typing else text.strip()
            if typing or not self._waiting:
                self._waiting.append("enter")
        return self._waiting.popleft()


class TerminalKeys(Keys):
    """Single keys of a terminal that is in cbreak mode."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def read(self, *, typing: bool) -> str:
        """Return the next key; keys that send a sequence (arrows …) mean nothing and are passed over."""
        while True:
            raw = self._byte()
            if not raw:
                return "eof"
            if raw == b"\x1b":
                if not self._sequence():
                    return "esc"
                continue
            character = self._decoder.decode(raw)
            if character:
                return _NAMED.get(character, character)

    def _byte(self) -> bytes:
        import select

        while not select.select([self._descriptor], [], [], _BREATH)[0]:
            pass
        return os.read(self._descriptor, 1)

    def _sequence(self) -> bool:
        """Pass over the rest of an escape sequence; False where there is none."""
        import select

        found = False
        while select.select([self._descriptor], [], [], _PATIENCE)[0]:
            raw = os.read(self._descriptor, 1)
            if found and (raw.isalpha() or raw == b"~" or not raw):
                break
            found = True
        return found


class ConsoleKeys(Keys):
    """Single keys of a Windows console."""

    def read(self, *, typing: bool) -> str:
        """Return the next key."""
        import msvcrt

        while True:
            character = str(msvcrt.getwch())  # type: ignore[attr-defined]
            if character in ("\0", "\xe0"):
                msvcrt.getwch()  # type: ignore[attr-defined]
                continue
            if character == "\x03":
                raise KeyboardInterrupt
            return "esc" if character == "\x1b" else _NAMED.get(character, character)


@contextmanager
def keys() -> Iterator[Keys]:
    """Give what reads keys from standard input; a terminal is as it was afterwards."""
    if not sys.stdin.isatty():
        yield LineKeys()
        return
    try:
        import termios
        import tty
    except ImportError:
        yield ConsoleKeys()
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield TerminalKeys(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

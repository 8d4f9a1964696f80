"""Check many targets, in several processes where there are enough of them to make up for starting those."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from claimdiff.check.run import Choice, Outcome, Target, check_target
from claimdiff.check.subject import Archive, Tools

if TYPE_CHECKING:
    from pathlib import Path

WORTH_IT = 40
"""From so many targets on several processes are faster than one."""
MOST = 8
_CHUNK = 8

Found = tuple[Outcome, tuple[str, ...]]


def outcomes(targets: Sequence[Target], choice: Choice, tools: Tools) -> Iterator[Found]:
    """Yield what is found in every target, in order, with the archived texts that it rests on."""
    processes = min(MOST, _processors())
    # A forked process has the lexicon already; where there is no fork, loading it anew in each costs what is won.
    if len(targets) < WORTH_IT or processes < 2 or sys.platform != "linux":
        worker = _Worker(choice, tools, targets)
        yield from map(worker.check, range(len(targets)))
        return
    _ = tools.lexicon, tools.weights
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(choice, tools, targets))
    try:
        yield from pool.map(_check, range(len(targets)), chunksize=_CHUNK)
    finally:
        pool.shutdown(cancel_futures=True)


class _Worker:
    """Checks one target after the other, with one archive for each project."""

    def __init__(self, choice: Choice, tools: Tools, targets: Sequence[Target]) -> None:
        self._choice, self._tools, self._targets = choice, tools, targets
        self._archives: dict[Path | None, Archive] = {}

    def check(self, place: int) -> Found:
        target = self._targets[place]
        root = target.project.root if target.project is not None else None
        if root not in self._archives:
            self._archives[root] = Archive(root)
        return check_target(target, self._choice, archive=self._archives[root], tools=self._tools)


_workers: list[_Worker] = []


def _begin(choice: Choice, tools: Tools, targets: Sequence[Target]) -> None:
    """Make a process ready; it has all of this by being forked. Ctrl-C is for the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _workers.append(_Worker(choice, tools, targets))


def _check(place: int) -> Found:
    return _workers[0].check(place)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""Reading in several processes: the same result as in one, whoever finishes first."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import NamedTuple

from graph.read_source import SourceReading, read_bytes
from graph.report import Refusal
from ontology.errors import InputError
from ontology.vocabulary import Vocabulary, load_vocabulary

#: tasks waiting for each worker; more would only fill memory with bytes
_AHEAD = 3


class Task(NamedTuple):
    """One source to read: its bytes, and the name of the document it is read as."""

    data: bytes
    name: str


def read_all(
    tasks: Iterable[Task], vocabulary: Vocabulary, kept: Path | str | None, workers: int
) -> Iterator[SourceReading | Refusal]:
    """Reads sources in the order given.

    Args:
        tasks: taken one by one, a few ahead of the result.
        vocabulary: known names and regions.
        kept: where each worker loads the same vocabulary from (as for `load_vocabulary`).
        workers: number of processes; one reads in this process.

    Raises:
        InputError: a worker was ended from outside (by want of memory, for instance).
    """
    if workers <= 1:
        for task in tasks:
            yield read_bytes(task.data, task.name, vocabulary)
        return
    context = multiprocessing.get_context("spawn")  # the same on every system
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(kept,))
    try:
        yield from _in_order(pool, tasks, workers * _AHEAD)
    except BrokenProcessPool as error:
        raise InputError(
            "读取进程意外结束(可能内存不足):请用 --workers 1 再试",
            "a reading process ended unexpectedly (out of memory?): try again with --workers 1",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, tasks: Iterable[Task], ahead: int
) -> Iterator[SourceReading | Refusal]:
    waiting: deque[Future[SourceReading | Refusal]] = deque()
    for task in tasks:
        waiting.append(pool.submit(_read, task))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_vocabulary: Vocabulary | None = None


def _begin(kept: Path | str | None) -> None:
    """Prepares a worker."""
    global _vocabulary
    # Ctrl-C is the parent's business
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _vocabulary, _ = load_vocabulary(kept)


def _end_with_parent() -> None:
    """Ends a worker whose parent was killed: nobody else would."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(task: Task) -> SourceReading | Refusal:
    if _vocabulary is None:
        raise RuntimeError("a worker must load its vocabulary before it reads")
    return read_bytes(task.data, task.name, _vocabulary)

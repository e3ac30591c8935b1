"""Reads the sources that a plan names, from the user's files or from the bytes that were kept."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator

from graph.apply import Application
from graph.report import Refusal
from graph.roots import shown
from graph.workers import Task, read_all
from loaders.refusal import unreadable
from ontology.bilingual import Bilingual

#: called with how many sources are read, how many there are to read, and the name of the last one
Progress = Callable[[int, int, str], None]

#: below this many bytes, starting a second process takes longer than it saves
_WORTH_WORKERS = 2_000_000


def read_planned(application: Application, workers: int | None, progress: Progress | None) -> None:
    """Reads the sources of a plan; each is taken, or refused and left as it was.

    Args:
        application: of the plan.
        workers: number of processes; None chooses by the amount of work.
        progress: told after every source.

    Raises:
        InputError: a worker was ended from outside.
        GraphError: the kept bytes of a source are gone.
    """
    plan = application.plan
    if workers is None:
        size = sum(path.stat().st_size for path in plan.files.values() if path.is_file())
        workers = (os.cpu_count() or 1) if size > _WORTH_WORKERS else 1
    taken: deque[tuple[str, bytes]] = deque()

    def tasks() -> Iterator[Task]:
        for sha256, name in plan.read.items():
            data = _bytes(application, sha256, name)
            if data is not None:
                taken.append((sha256, data))
                yield Task(data, name)

    readings = read_all(tasks(), application.kept.vocabulary, application.kept.place, workers)
    for done, reading in enumerate(readings, 1):
        sha256, data = taken.popleft()
        if isinstance(reading, Refusal):
            application.refuse(sha256, reading)
        else:
            application.take(reading, data)
        if progress is not None:
            progress(done, len(plan.read), plan.read[sha256])


def _bytes(application: Application, sha256: str, name: str) -> bytes | None:
    """The bytes of a source, from the user's file or, where that was not given again, as they were kept."""
    path = application.plan.files.get(sha256)
    if path is None:
        kept = application.directory.source(sha256)
        if hashlib.sha256(kept).hexdigest() != sha256:
            application.refuse(sha256, Refusal(name, damaged_copy(shown(name))))
            return None
        return kept
    try:
        data = path.read_bytes()
    except OSError as error:
        application.refuse(sha256, Refusal(name, unreadable(shown(name), error).message))
        return None
    if hashlib.sha256(data).hexdigest() != sha256:
        application.refuse(sha256, Refusal(name, _changing(shown(name))))
        return None
    return data


def damaged_copy(name: str) -> Bilingual:
    """The line on a source whose kept bytes are damaged and were not given again."""
    return Bilingual(
        f"{name}:sources/ 里保存的原文已损坏;请用原文件重新 build",
        f"{name}: the copy kept in sources/ is damaged; build again from the file itself",
    )


def _changing(name: str) -> Bilingual:
    return Bilingual(
        f"{name}:读取时文件正在被改写;请稍后重新 build",
        f"{name}: the file was changed while it was read; build again",
    )

"""How far long work has come: one line on standard error, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from zhengtu.cli.columns import columns, width
from zhengtu.cli.settings import Settings
from zhengtu.language import t

Progress = Callable[[int, int, str], None]
#: seconds between two changes of the line
_PACE = 0.1


@contextmanager
def progress(settings: Settings) -> Iterator[Progress | None]:
    """Gives what long work reports to: (done, total, what); None where nobody looks on."""
    if settings.quiet or not sys.stderr.isatty():
        yield None
        return
    began = time.monotonic()
    shown = 0.0

    def report(done: int, total: int, what: str) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown >= _PACE or done >= total:
            shown = now
            _write(_line(done, total, what, now - began))

    try:
        yield report
    finally:
        _write("")


def _line(done: int, total: int, what: str, passed: float) -> str:
    line = f"{done}/{total}"
    if done and passed > 1:
        left = passed / done * (total - done)
        line += t(f",约剩 {left:.0f} 秒", f", about {left:.0f} s left")
    return f"{line} {what}"


def _write(line: str) -> None:
    room = columns() - 1
    while width(line) > room:
        line = line[:-1]
    sys.stderr.write(f"\r{line}\x1b[K" if line else "\r\x1b[K")
    sys.stderr.flush()

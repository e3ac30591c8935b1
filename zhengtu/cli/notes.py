"""What is said on standard error beside the data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from unicodedata import category

from zhengtu.cli.settings import Settings
from zhengtu.language import say, t

if TYPE_CHECKING:
    from graph.report import Refusal

#: control, lone surrogates, line and paragraph ends, and what turns the direction of writing
_STEERING = ("Cc", "Cs", "Zl", "Zp", "Cf")


def one_line(line: str) -> str:
    """The line with control characters of a file's name escaped, so that it stays one and steers nothing."""
    if line.isprintable():
        return line
    return "".join(mark if category(mark) not in _STEERING else repr(mark)[1:-1] for mark in line)


def note(settings: Settings, line: str) -> None:
    """Says one line on standard error, unless --quiet."""
    if not settings.quiet:
        sys.stdout.flush()
        print(one_line(line), file=sys.stderr)  # noqa: T201


def complain(line: str) -> None:
    """Names something that was refused, always."""
    sys.stdout.flush()
    print(one_line(line), file=sys.stderr)  # noqa: T201


def refused(refusal: Refusal) -> None:
    """Names an input that was refused, and why."""
    reason = say(refusal.reason)
    named = reason if refusal.doc in reason else f"{refusal.doc}: {reason}"
    complain(t("未读:", "refused: ") + named)

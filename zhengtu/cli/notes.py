"""What is said on standard error beside the data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from zhengtu.cli.settings import Settings
from zhengtu.language import say, t

if TYPE_CHECKING:
    from graph.report import Refusal


def note(settings: Settings, line: str) -> None:
    """Says one line on standard error, unless --quiet."""
    if not settings.quiet:
        sys.stdout.flush()
        print(line, file=sys.stderr)  # noqa: T201


def complain(line: str) -> None:
    """Names something that was refused, always."""
    sys.stdout.flush()
    print(line, file=sys.stderr)  # noqa: T201


def refused(refusal: Refusal) -> None:
    """Names an input that was refused, and why."""
    reason = say(refusal.reason)
    named = reason if refusal.doc in reason else f"{refusal.doc}: {reason}"
    complain(t("未读:", "refused: ") + named)

"""What is said on standard error beside the data."""

from __future__ import annotations

import sys

from zhengtu.cli.settings import Settings


def note(settings: Settings, line: str) -> None:
    """Says one line on standard error, unless --quiet."""
    if not settings.quiet:
        sys.stdout.flush()
        print(line, file=sys.stderr)  # noqa: T201


def complain(line: str) -> None:
    """Names something that was refused, always."""
    sys.stdout.flush()
    print(line, file=sys.stderr)  # noqa: T201

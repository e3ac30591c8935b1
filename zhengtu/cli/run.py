"""One call of the command line: every end of it becomes one line and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from zhengtu.cli import streams
from zhengtu.cli.root_help import asks_for_help_alone, root_help
from zhengtu.cli.settings import Settings
from zhengtu.language import speak, wanted_language


def run(arguments: Sequence[str]) -> int:
    """Runs one command line.

    Args:
        arguments: without the program's name.

    Returns:
        the exit code: 0 done, 1 nothing could be done, 2 wrong use, 3 done in part, 130 interrupted.
    """
    streams.prepare()
    speak(wanted_language(arguments))
    settings = Settings(debug="--debug" in arguments)
    try:
        code = _call(arguments, settings)
        sys.stdout.flush()
    except BrokenPipeError:
        streams.hush()
        return 0
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where every error ends
        if settings.debug:
            import traceback

            traceback.print_exc()
        from zhengtu.cli.endings import ended_by

        return ended_by(error)
    return code if isinstance(code, int) else 0


def _call(arguments: Sequence[str], settings: Settings) -> object:
    """Runs the command; click's own `main` is left out, as it answers errors in its own way."""
    if asks_for_help_alone(arguments):
        sys.stdout.write(root_help())
        return 0
    from click.exceptions import Exit

    from zhengtu.cli.app import cli

    try:
        with cli.make_context("zhengtu", list(arguments), obj=settings) as context:
            return cli.invoke(context)
    except Exit as end:
        return end.exit_code

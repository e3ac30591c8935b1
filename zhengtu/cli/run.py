"""One call of the command line: every end of it becomes one line and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from click.exceptions import Exit

from zhengtu.cli import streams
from zhengtu.cli.app import cli
from zhengtu.cli.settings import Settings
from zhengtu.language import current_language, speak, t, wanted_language

DONE, FAILED, MISUSED, PARTLY = 0, 1, 2, 3
INTERRUPTED = 130


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
        return DONE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where every error ends
        if settings.debug:
            import traceback

            traceback.print_exc()
        return _ended_by(error)
    return code if isinstance(code, int) else DONE


def _call(arguments: Sequence[str], settings: Settings) -> object:
    """Runs the command; click's own `main` is left out, as it answers errors in its own way."""
    try:
        with cli.make_context("zhengtu", list(arguments), obj=settings) as context:
            return cli.invoke(context)
    except Exit as end:
        return end.exit_code


def _ended_by(error: BaseException) -> int:
    """Says in one line what ended the command, and gives the exit code."""
    from ontology.errors import ZhengtuError
    from zhengtu.cli.system import told_by_system

    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return _end(INTERRUPTED, t("已中断;写完的都在。", "interrupted; what was finished is kept."))
    if isinstance(error, click.UsageError):
        where = error.ctx.command_path if error.ctx else "zhengtu"
        hint = t(f"(用法见 {where} --help)", f"(see {where} --help)")
        return _end(MISUSED, f"{error.format_message()} {hint}")
    if isinstance(error, click.ClickException):
        return _end(FAILED, error.format_message())
    if isinstance(error, ZhengtuError):
        return _end(error.exit_code, error.in_language(current_language()))
    if isinstance(error, OSError):
        return _end(FAILED, told_by_system(error))
    if isinstance(error, MemoryError):
        return _end(FAILED, t("内存不够:请分批处理。", "out of memory: work in smaller batches."))
    told = f"{type(error).__name__}: {error}".splitlines()[0]
    return _end(
        FAILED,
        t(f"程序内部错误:{told}(加 --debug 看详情)", f"internal error: {told} (--debug shows more)"),
    )


def _end(code: int, line: str) -> int:
    print(t("错误:", "error: ") + " ".join(line.split()), file=sys.stderr)  # noqa: T201
    return code

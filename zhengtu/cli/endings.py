"""How a command ends when something is in its way: one line, and an exit code."""

from __future__ import annotations

import sys

import click

from ontology.errors import ZhengtuError
from zhengtu.cli.notes import one_line
from zhengtu.cli.system import told_by_system
from zhengtu.language import current_language, t

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


def ended_by(error: BaseException) -> int:
    """Says in one line what ended the command, and gives the exit code."""
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return _end(INTERRUPTED, t("已中断;写完的都在。", "interrupted; what was finished is kept."))
    if isinstance(error, click.UsageError):
        where = error.ctx.command_path if error.ctx else "zhengtu"
        hint = t(f"(用法见 {where} --help)", f"(see {where} --help)")
        return _end(MISUSED, f"{_misuse(error)} {hint}")
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


def _misuse(error: click.UsageError) -> str:
    """What click complains of; its own joins two sentences as English does."""
    if isinstance(error, click.NoSuchOption) and error.possibilities and current_language() == "zh":
        return f"{error.message}是不是{'、'.join(f'“{one}”' for one in error.possibilities)}?"
    return error.format_message()


def _end(code: int, line: str) -> int:
    print(t("错误:", "error: ") + one_line(" ".join(line.split())), file=sys.stderr)  # noqa: T201
    return code

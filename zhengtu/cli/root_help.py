"""The help of `zhengtu` itself: what it is for, its commands, the options that all of them take."""

from __future__ import annotations

from collections.abc import Sequence

from zhengtu.cli.columns import columns, definitions, wrap
from zhengtu.cli.contents import ABOUT, COMMANDS, COMMON, VERSION
from zhengtu.language import say, t

#: longer lines are hard to read
_WIDEST = 100


def asks_for_help_alone(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for this help and nothing else: then click need not be loaded."""
    left = [word for word in arguments if not word.startswith("--lang=")]
    if "--lang" in left[:-1]:
        at = left.index("--lang")
        if left[at + 1] not in ("zh", "en"):
            return False
        del left[at : at + 2]
    return left in ([], ["--help"], ["-h"]) and all(
        word in ("--lang=zh", "--lang=en") for word in arguments if word.startswith("--lang=")
    )


def root_help(room: int | None = None) -> str:
    """The text, with a line end.

    Args:
        room: columns; those of the terminal unless given.
    """
    room = min(columns(), _WIDEST) if room is None else room
    options = [VERSION, *COMMON.values()]
    lines = [
        t("用法:zhengtu [选项] 命令 …", "Usage: zhengtu [OPTIONS] COMMAND …"),
        "",
        *(f"  {line}" for line in wrap(say(ABOUT), room - 2)),
        "",
        t("命令:", "Commands:"),
        *definitions(((name, say(line)) for name, (_, line) in COMMANDS.items()), room),
        "",
        t("通用选项:", "Common options:"),
        *definitions(((option, say(text)) for option, text in options), room),
    ]
    return "\n".join(lines) + "\n"

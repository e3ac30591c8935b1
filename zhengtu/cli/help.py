"""Click's help, wrapped by the width of characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from zhengtu.cli.columns import columns, definitions, wrap

#: longer lines are hard to read
WIDEST = 100


class Formatter(click.HelpFormatter):
    """Click's help formatter, with lines measured in columns."""

    def write_text(self, text: str) -> None:
        """Writes a text at the current indent."""
        indent = " " * self.current_indent
        for line in wrap(text, self.width - self.current_indent):
            self.write(f"{indent}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Writes terms with their explanations in two columns."""
        for line in definitions(rows, self.width, self.current_indent):
            self.write(f"{line}\n")


class Context(click.Context):
    """A context that formats help with Formatter."""

    formatter_class = Formatter

    def __init__(self, *arguments: Any, **more: Any) -> None:
        more.setdefault("terminal_width", min(columns(), WIDEST))
        super().__init__(*arguments, **more)

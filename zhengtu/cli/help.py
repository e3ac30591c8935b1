"""Help in two languages, and wrapped by the width of characters: a Han character takes two columns."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

import click

#: marks that may not begin a line
_CLOSING = "、,。;:!?)》〉】」』”’…,.;:!?)"


def columns() -> int:
    """Columns of the terminal, 80 where there is none; shutil would cost 2 ms at every start."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns) or 80
    except (ValueError, OSError, AttributeError):
        return 80


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _pieces(paragraph: str) -> Iterable[str]:
    """What may not be broken: a run of narrow letters, or one wide letter with the marks behind it."""
    piece = ""
    for letter in paragraph:
        wide = east_asian_width(letter) in "WF"
        glued = letter in _CLOSING or not (wide or piece.endswith(" ") or (piece and width(piece[-1]) == 2))
        if piece and not glued:
            yield piece
            piece = ""
        piece += letter
    if piece:
        yield piece


def wrap(text: str, columns: int) -> list[str]:
    """Breaks a text into lines of at most so many columns; its own line ends stay."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for piece in _pieces(paragraph):
            if line and width(line) + width(piece.rstrip()) > columns:
                lines.append(line.rstrip())
                line = ""
            line += piece
        lines.append(line.rstrip())
    return lines


class Formatter(click.HelpFormatter):
    """Click's help formatter, with lines measured in columns."""

    def write_text(self, text: str) -> None:
        """Writes a text at the current indent."""
        indent = " " * self.current_indent
        for line in wrap(text, self.width - self.current_indent):
            self.write(f"{indent}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Writes terms with their explanations in two columns."""
        rows = list(rows)
        first = min(max(width(term) for term, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, explanation in rows:
            lines = wrap(explanation, max(self.width - first - self.current_indent, 20))
            gap = first - width(term)
            if gap < col_spacing:
                self.write(f"{indent}{term}\n{indent}{' ' * first}{lines[0]}\n")
            else:
                self.write(f"{indent}{term}{' ' * gap}{lines[0]}".rstrip() + "\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * first}{line}\n")


class Context(click.Context):
    """A context that formats help with Formatter."""

    formatter_class = Formatter

    def __init__(self, *arguments: Any, **more: Any) -> None:
        more.setdefault("terminal_width", min(columns(), 100))
        super().__init__(*arguments, **more)

"""How many columns a text takes, and how it is broken into lines: a Han character takes two."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

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


def definitions(rows: Iterable[tuple[str, str]], room: int, indent: int = 2) -> Iterator[str]:
    """Terms with their explanations in two columns, line by line.

    Args:
        rows: term and explanation.
        room: columns of a whole line.
        indent: blanks before each line.
    """
    rows = list(rows)
    first = min(max(width(term) for term, _ in rows), 30) + 2
    begin = " " * indent
    for term, explanation in rows:
        lines = wrap(explanation, max(room - first - indent, 20))
        gap = first - width(term)
        if gap < 2:
            yield f"{begin}{term}"
            gap, term = first, ""
        yield f"{begin}{term}{' ' * gap}{lines[0]}".rstrip()
        yield from (f"{begin}{' ' * first}{line}" for line in lines[1:])

"""A table in the form that is asked for: for people, JSON, CSV or Markdown."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import click

from zhengtu.cli.columns import columns as terminal_columns
from zhengtu.cli.columns import width
from zhengtu.cli.frame import option
from zhengtu.cli.output import byte_output, write_text

#: columns that a wrapped cell has at least: 已读文件中未见 stays on one line
_NARROWEST = 14

FORMS = ("table", "json", "csv", "md")

form_option = option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="table",
    zh="table(给人看)、json、csv(Excel 直接打开)、md",
    en="table (for people), json, csv (opens in Excel) or md",
)


class Table(NamedTuple):
    """Heads and rows; cells are text, numbers or None. Where a wrapped one is too wide its cells are broken
    into lines, else its rows are shown one below the other."""

    heads: Sequence[str]
    rows: Sequence[Sequence[object]]
    wrapped: bool = False


def write_table(table: Table, form: str, path: str | None, data: Any = None) -> None:
    """Writes a table.

    Args:
        table: as people see it.
        form: one of FORMS.
        path: of a file, or None for standard output.
        data: what JSON says; the rows as objects unless given.
    """
    if form == "json":
        write_text(json_text(data if data is not None else as_objects(table)), path, json=True)
    elif form == "csv":
        _write_csv(table, path)
    elif form == "md":
        write_text(as_markdown(table), path)
    elif path is not None:
        write_text(as_text(table, 10_000), path)
    else:
        draw(table)


def json_text(data: Any) -> str:
    """Indented JSON with a line end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_objects(table: Table) -> list[dict[str, object]]:
    """One object a row."""
    return [dict(zip(table.heads, row, strict=True)) for row in table.rows]


def _write_csv(table: Table, path: str | None) -> None:
    from graph.cells import write_csv

    with byte_output(path) as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        write_csv(text, table.heads, table.rows)
        text.flush()
        text.detach()


def as_markdown(table: Table) -> str:
    """A Markdown table; line ends and bars inside cells are made harmless."""

    def line(cells: Sequence[object]) -> str:
        return "| " + " | ".join(_markdown_cell(cell) for cell in cells) + " |\n"

    return line(table.heads) + line(["---"] * len(table.heads)) + "".join(line(row) for row in table.rows)


def _markdown_cell(cell: object) -> str:
    text = "" if cell is None else str(cell)
    for mark, harmless in (("\\", "\\\\"), ("|", "\\|"), ("<", "&lt;"), ("\r", ""), ("\n", "<br>")):
        text = text.replace(mark, harmless)
    return text


def draw(table: Table) -> None:
    """Shows a table to a person; where it is too wide for the terminal, row by row."""
    on_terminal = sys.stdout.isatty()
    sys.stdout.write(as_text(table, terminal_columns() if on_terminal else 160))


def as_text(table: Table, room: int) -> str:
    """A table drawn in text, or one block a row when it needs more columns than there are."""
    rows = [[_shown(cell) for cell in row] for row in table.rows]
    widths = [max(map(width, [head, *(row[i] for row in rows)])) for i, head in enumerate(table.heads)]
    fits = sum(widths) + 3 * len(widths) + 1 <= room
    if not fits and not (table.wrapped and room // len(widths) > _NARROWEST):
        return _blocks(table.heads, rows)
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    out = io.StringIO()
    drawn = Drawn(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=False)
    for head in table.heads:
        drawn.add_column(Text(head), no_wrap=fits, overflow="fold", min_width=min(width(head), _NARROWEST))
    for row in rows:
        drawn.add_row(*map(Text, row))  # Text, so that [brackets] of a document are no markup
    console = Console(file=out, width=room, color_system=None, legacy_windows=False)
    console.print(drawn)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n") + "\n"


def _shown(cell: object) -> str:
    """A cell on one line; control characters of a document never reach the terminal."""
    text = "" if cell is None else str(cell)
    if text.isprintable():
        return text
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())


def _blocks(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Each row as lines `head  value`, with a blank line between."""
    indent = max(map(width, heads))
    lines: list[str] = []
    for number, row in enumerate(rows, 1):
        lines.append(f"── {number} ──")
        lines += [
            head + " " * (indent - width(head) + 2) + cell
            for head, cell in zip(heads, row, strict=True)
            if cell
        ]
        lines.append("")
    return "\n".join(lines)

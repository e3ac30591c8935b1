"""What a cell of a CSV file may hold, so that a spreadsheet shows it as it is and runs nothing.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` before more text, turns `1-2` into a day and
drops the zero of `0532`. Such a cell gets a tab before it: spreadsheets then show the text as it stands (an
apostrophe would be shown as part of it), and a program gets the same text by stripping the cell.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import TextIOBase

#: the byte order mark by which Excel knows UTF-8
BOM = "\ufeff"

#: the full-width ones are run as well
_RUN = re.compile(r"[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]\s*\S")
#: control characters other than tab and line end: NUL ends a text, ESC steers the terminal that shows it
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
#: a signed number is no plain one: +5 would lose its sign
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?")
#: read as a day, a time, a fraction, a power of ten, or shortened (leading zero, more than 15 digits);
#: a full date (2021-09-30) may become one: it is one
_CHANGED = re.compile(
    r"\d{1,4}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?"
    r"|\d+[eE][+-]?\d+|0\d[\d.]*|\d{16,}"
)


def as_cell(value: object) -> str:
    """The text of a cell.

    Args:
        value: a number, a text, or None for an empty cell.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    text = _STEERING.sub("", text)
    if _NUMBER.fullmatch(text):
        return text
    if _RUN.match(text) or _CHANGED.fullmatch(text.strip()):
        return "\t" + text
    return text


def write_csv(out: TextIOBase, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes a table that opens right in a spreadsheet: byte order mark, CRLF, safe cells.

    Args:
        out: a text stream in UTF-8 that leaves line ends alone.
        heads: the first line.
        rows: the cells of each further line.
    """
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([as_cell(head) for head in heads])
    for row in rows:
        writer.writerow([as_cell(value) for value in row])

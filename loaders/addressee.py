"""The addressees (主送机关) of a notice: what stands before the colon at the start of a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.page_lines import Line
from loaders.page_rules import page_rules

#: central documents list their organs with nested brackets over several lines
_LONGEST, _MOST_LINES = 900, 12
#: a line this long may be broken anywhere
_FULL_LINE = 20
_DEPTH = {"(": 1, "〔": 1, "[": 1, ")": -1, "〕": -1, "]": -1}
_MARK = re.compile(r"[()〔〕\[\]:。!?《》“”]")


class Addressee(NamedTuple):
    """Addressees with their offsets, without the colon; `next_line` is the line behind it (the same line
    where the text runs on)."""

    start: int
    end: int
    value: str
    next_line: int


def read_addressee(text: str, lines: list[Line], index: int) -> Addressee | None:
    """The addressees that begin at a line, or None.

    Args:
        text: clean text.
        lines: of the page.
        index: of the line.
    """
    start = lines[index].start
    colon = _colon(text, start, lines, index)
    if colon is None:
        return None
    words = text[start:colon]
    squeezed = re.sub(r"\s", "", words)
    if not 3 <= len(squeezed) <= _LONGEST or page_rules().not_addressee.match(squeezed):
        return None
    bare = re.sub(r"[)〕]+$", "", squeezed)
    if not page_rules().addressee_end.search(bare) and not squeezed.endswith(("同志", "同志们")):
        return None
    if not re.search(r"[各、,()]|有关", squeezed) and len(squeezed) < 4:
        return None
    last = index
    while lines[last].end <= colon:
        # a list goes on over a line's end behind a comma or a full line
        if not lines[last].text.endswith((",", "、", ";", "(")) and len(lines[last].text) < _FULL_LINE:
            return None
        last += 1
    behind = last if lines[last].end > colon + 1 else last + 1
    return Addressee(start, colon, squeezed, behind)


def _colon(text: str, start: int, lines: list[Line], index: int) -> int | None:
    """The offset of the colon that ends a list of names, outside brackets."""
    last = min(index + _MOST_LINES, len(lines)) - 1
    depth = 0
    for mark in _MARK.finditer(text, start, min(lines[last].end, start + _LONGEST)):
        sign = mark[0]
        if sign in _DEPTH:
            depth = max(0, depth + _DEPTH[sign])
        elif sign == ":":
            if depth == 0:
                return mark.start()
        else:
            return None
    return None

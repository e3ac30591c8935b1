"""The lines of a page as its author meant them: flattened text is cut where its parts meet."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.dates import find_dates
from loaders.document_numbers import find_numbers
from loaders.organs import read_organs
from loaders.page_rules import page_rules

#: a physical line longer than this may hold more than one line of the page
_FLAT = 100
#: how far into a flattened line its head reaches, in code points
_HEAD = 600
#: a flattened head begins this near to the start of the page
_PAGE_HEAD = 4000
#: the longest list of organs before a date
_SIGNATURE = 200

_LINE = re.compile(r"[^\n]+")
_ADDRESSEE_START = re.compile(
    r"(?<=[知见定报告案函法号)》])\s?(?=(?:各|区直|市直|县直|省直|有关|机关)[^。:《》]{2,400}:)"
)
#: a blank between words, not between single letters (通 知)
_GAP = re.compile(r"(?<=[^\s]{2})\s{1,8}(?=[^\s]{2})")
_AFTER_DATE = re.compile(r"\s{0,4}(?:\Z|\n|(\([^()\n]{2,20}\))|附件|抄送|目\s?录)")
_PRINTED = re.compile(r"\s{0,4}印\s?发")
#: the title of an annexed paper, directly before the first words of its text
_FIRST_WORDS = re.compile(
    r"(?=为[了贯深进加全推认落切抢规促做扎确更构实提持充有保着积]|根据|按照|依据|第一章|第一条|一、|前言|目录)"
)
_TEXT_STARTS = re.compile(r"(?:(?<=[\s:。)])|^)(?:为[了贯深进加全推认落切]|根据|按照|依据)", re.MULTILINE)


class Line(NamedTuple):
    """A line with its offsets; `text` is without blanks at its ends."""

    start: int
    end: int
    text: str


def read_lines(text: str) -> list[Line]:
    """The non-empty lines of a clean text, flattened ones cut at the borders of head, signature and annex.

    Offsets count code points of the clean text.
    """
    cuts: set[int] = set()
    for line in _LINE.finditer(text):
        if line.start() > _PAGE_HEAD:
            break
        if line.end() - line.start() > _FLAT:
            cuts.update(_head_cuts(text, line.start(), line.end()))
    for date in find_dates(text):
        cuts.update(_signature_cuts(text, date.start, date.end))
    borders = sorted(cuts)
    lines: list[Line] = []
    next_cut = 0
    for match in _LINE.finditer(text):
        start = match.start()
        while next_cut < len(borders) and borders[next_cut] <= match.end():
            if borders[next_cut] > start:
                _add(lines, text, start, borders[next_cut])
                start = borders[next_cut]
            next_cut += 1
        _add(lines, text, start, match.end())
    return lines


def _add(lines: list[Line], text: str, start: int, end: int) -> None:
    """Appends the stretch without the blanks at its ends, if anything is left."""
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        lines.append(Line(first, first + len(stripped), stripped))


def _head_cuts(text: str, start: int, end: int) -> list[int]:
    """Borders in the head of a flattened line: at blanks, around the number, before the addressee."""
    stop = min(end, start + _HEAD)
    sentence = text.find("。", start, stop)
    head_end = sentence if sentence >= 0 else stop
    cuts = []
    for number in find_numbers(text, start, head_end):
        quoted = text.rfind("《", start, number.start) > text.rfind("》", start, number.start)
        if not quoted and text[number.start - 1 : number.start] not in ("(", "〔", "》"):
            cuts += [number.start, number.end]
            break
    if addressee := _ADDRESSEE_START.search(text, start, head_end):
        cuts.append(addressee.end())
    # blanks behind the first words of the text are damage, no borders (为贯彻 《X》)
    words = _TEXT_STARTS.search(text, start, head_end)
    gaps_end = words.end() if words else head_end
    cuts += [gap.end() for gap in _GAP.finditer(text, start, gaps_end)]
    return cuts + _title_cut(text, start, stop)


def _title_cut(text: str, start: int, stop: int) -> list[int]:
    """The end of a title that a flattened line begins with, if one does."""
    limit = min(stop, start + 120)
    for first in _FIRST_WORDS.finditer(text, start + 4, limit):
        title = text[start : first.start()].strip()
        if not re.search(r"[。;,:]", title) and page_rules().noun_end.search(title):
            return [first.start()]
    return []


def _signature_cuts(text: str, start: int, end: int) -> list[int]:
    """Borders around a signature that runs in with its paragraph, and behind the remark that follows it."""
    left = max(text.rfind(mark, max(0, start - _SIGNATURE), start) for mark in "。!;:)》\n") + 1
    if _PRINTED.match(text, end):
        return []
    words = text[left:start].strip()
    after = _AFTER_DATE.match(text, end)
    signed = bool(words) and bool(read_organs(text, left, start))
    if not signed and not (after and not words):
        return []
    if signed and not after and text[end : end + 1] in set("前至,、;。)起以上下的日"):
        return []
    cuts = [left, end]
    rest = end
    if after and after[1]:
        rest = after.end()
        cuts.append(rest)
    line_end = text.find("\n", rest)
    line_end = len(text) if line_end < 0 else line_end
    return cuts + _title_cut(text, rest, line_end)

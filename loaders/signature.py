"""The signature of a document: organs and date below its text, and the date of printing in its tail."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.dates import find_dates, whole_date
from loaders.organs import Organ, read_organs
from loaders.page_lines import Line
from loaders.page_rules import page_rules
from loaders.titles import read_title

#: joint signatures have up to this many lines of organs
_MOST_ORGAN_LINES = 20
#: a covering notice is this short
_NOTICE_LINES = 15
#: how far the head reaches that may name the one who signs, in code points
_HEAD_REACH = 600
_TEXT_ENDS = re.compile(r"[。!?;:)》”.]\Z")
_ANNEX = re.compile(
    r"(?:联\s?系|电\s?话|传\s?真|邮|地\s?址|电子|通[讯信]|E-?mail)|附\s?件\s?[\d一二三四五六]{0,2}\s?(?:[:.]|\Z)|附\s?[:]|\d{1,2}[.、]"
)
_REMARK = re.compile(
    r"\((?:此件|本文|联系|主动|依申请|有删|信息公开)|此件|附\s?件|抄送|抄报|主题词|目\s?录|主动公开|-->|[—-]\s?\d"
)
_MAYBE_DATE = re.compile(r"20\d\d|19\d\d|年.{1,4}月")
_HAN = re.compile(r"[一-鿿]")
_PRINTED = re.compile(r"印\s?发\Z")


class Signature(NamedTuple):
    """Organs (maybe none) and the date below a text; `next_line` is the index of the line behind it."""

    organs: tuple[Organ, ...]
    start: int
    end: int
    date: str
    next_line: int


def find_signature(text: str, lines: list[Line], index: int, addressed: bool = False) -> Signature | None:
    """The first signature at or behind a line, or None.

    Args:
        text: clean text.
        lines: of the page.
        index: of the first line below the head.
        addressed: whether the head has addressees, so that a notice's short text follows.

    A date in a table stands alone on its line too: a signature comes below a whole sentence, a remark or an
    annex line, and before the end, a remark or a title.
    """
    for at in range(index, len(lines)):
        line = lines[at]
        # a signature's line is short and holds a date
        if len(line.text) <= 120 and _MAYBE_DATE.search(line.text):
            found = _signature_at(text, lines, at, index, addressed)
            if found is not None:
                return found
    return None


def _signature_at(text: str, lines: list[Line], at: int, first: int, addressed: bool) -> Signature | None:
    line = lines[at]
    organs: list[Organ] = []
    iso = whole_date(line.text)
    start, end = line.start, line.end
    if iso is None:
        dates = list(find_dates(text, line.start, line.end))
        if len(dates) != 1 or dates[0].end != line.end:
            return None
        iso, start = dates[0].iso, dates[0].start
        organs = read_organs(text, line.start, start)
        if not organs:
            return None
    above = at - 1
    while above >= first and at - above <= _MOST_ORGAN_LINES:
        more = read_organs(text, lines[above].start, lines[above].end)
        if not more:
            break
        organs = more + organs
        above -= 1
    if not organs and above > first and _is_broken_name(lines[above].text):
        above -= 1
    ended = above < 0 or _ends_text(lines[above].text, bool(organs), above < first)
    # below a list without marks the issuer signs under its own name, as the head has it
    if not ended and not (organs and at + 1 == len(lines) and organs[0].name in text[:_HEAD_REACH]):
        return None
    # a notice's own signature needs no more; further down only the end, a remark or a title may follow
    near = bool(organs) and addressed and at - first <= _NOTICE_LINES
    if not near and not _may_follow(text, lines, at + 1, bool(organs)):
        return None
    return Signature(tuple(organs), start, end, iso, at + 1)


def _is_broken_name(line: str) -> bool:
    """Whether a short line above the date may be a name that the page has damaged."""
    return len(line) <= 25 and not _TEXT_ENDS.search(line) and not _ANNEX.match(line)


def _ends_text(above: str, signed: bool, head: bool) -> bool:
    """Whether the line above a signature ends a text or lists annexes."""
    if head:
        return signed
    return bool(_TEXT_ENDS.search(above) or _ANNEX.match(above))


def _may_follow(text: str, lines: list[Line], index: int, signed: bool) -> bool:
    """Whether the line below a signature is the end, a remark, page furniture or a title."""
    if index < len(lines) and not _HAN.search(lines[index].text) and len(lines[index].text) > 3:
        # file names and page numbers
        index += 1
    if index >= len(lines):
        return True
    line = lines[index]
    if _REMARK.match(line.text) or page_rules().furniture.search(line.text):
        return True
    if read_organs(text, line.start, line.end):
        # organs signing below one another each with a date, or the head of the next paper
        return signed or read_title(text, lines, index) is not None
    return read_title(text, lines, index) is not None


def find_printed(text: str, lines: list[Line]) -> list[tuple[int, int, str]]:
    """Dates of printing in the tail (X办公室 2021年7月2日印发): start, end, YYYY-MM-DD."""
    found = []
    for line in lines:
        if len(line.text) <= 80 and line.text.endswith("发") and _PRINTED.search(line.text):
            for date in find_dates(text, line.start, line.end):
                if _PRINTED.fullmatch(text[date.end : line.end].strip()):
                    found.append((date.start, date.end, date.iso))
    return found

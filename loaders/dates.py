"""Dates of documents: 2021年7月1日, 2023-02-23, 二○二三年三月一日, and those that lost their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: every sign that stands for a zero in a written-out year
_ZEROS = "〇○零◯ОOo0"
_NUMERALS = dict.fromkeys(_ZEROS, 0) | {sign: n for n, sign in enumerate("一二三四五六七八九", 1)}

# the first sign is a plain class, so that the search skips prose quickly; what may not stand before it is
# asked behind it
_DATE = re.compile(
    r"[12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d\s{0,2}[年/.-]\s{0,2}(\d{1,2})\s{0,2}[月/.-]\s{0,2}(\d{1,2})(?!\d)"
    r"\s{0,2}日?"
)
_WRITTEN_OUT = re.compile(
    rf"([一二][{_ZEROS}一二三四五六七八九]{{3}})\s?年\s?([元一二三四五六七八九十]{{1,3}})\s?月"
    r"\s?([一二三四五六七八九十]{1,4})\s?日"
)
_DAMAGED = re.compile(r"((?:19|20)\d\d)年?(\d{2,4})日?")


class FoundDate(NamedTuple):
    """A date at an offset of the text; `iso` is YYYY-MM-DD."""

    start: int
    end: int
    iso: str


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Full dates (year, month and day) between two offsets; impossible ones are left out.

    Args:
        text: clean text.
        start, end: offsets in code points.
    """
    stop = len(text) if end is None else end
    found = [*_DATE.finditer(text, start, stop), *_WRITTEN_OUT.finditer(text, start, stop)]
    for match in sorted(found, key=lambda match: match.start()):
        if iso := _iso(match):
            yield FoundDate(match.start(), match.end(), iso)


def whole_date(text: str) -> str | None:
    """The date that a line consists of, also between brackets, else None. A line that lost its signs
    (20251224, 2018213日) is read where only one day fits it."""
    line = text.strip().strip("()").strip()
    if match := _DATE.fullmatch(line) or _WRITTEN_OUT.fullmatch(line):
        return _iso(match)
    if match := _DAMAGED.fullmatch(line):
        return _mended(match[1], match[2])
    return None


def numeral(text: str) -> int | None:
    """The number that 一 … 九十九 stands for, or None."""
    tens, ten, ones = text.rpartition("十")
    if (ten and (tens not in _NUMERALS and tens)) or (ones and ones not in _NUMERALS):
        return None
    return (_NUMERALS[tens] * 10 if tens else 10) * bool(ten) + (_NUMERALS[ones] if ones else 0)


def _iso(match: re.Match[str]) -> str | None:
    if match.re is _DATE:
        return _checked(int(match[0][:4]), int(match[1]), int(match[2]))
    year = int("".join(str(_NUMERALS[sign]) for sign in match[1]))
    month, day = numeral(match[2].replace("元", "一")), numeral(match[3])
    return _checked(year, month or 0, day or 0)


def _checked(year: int, month: int, day: int) -> str | None:
    return f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _mended(year: str, rest: str) -> str | None:
    """Month and day that a run of digits can only mean: 213 → 2月13日, 116 → nothing (1月16日 or 11月6日)."""
    ways = set()
    for cut in (1, 2):
        month, day = rest[:cut], rest[cut:]
        # 0 in front is written in both or in neither: 0424 or 424
        padded = len(rest) == 4 and cut == 2
        plain = 0 < len(day) <= 2 and not month.startswith("0") and not day.startswith("0")
        if padded or plain:
            ways.add(_checked(int(year), int(month), int(day)))
    ways.discard(None)
    return ways.pop() if len(ways) == 1 else None

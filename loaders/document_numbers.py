"""Document numbers (发文字号) in all their forms, damaged ones included; registration numbers are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: The year in brackets and the number behind it; a lost bracket (〔2018104号) is allowed for.
_YEAR_AND_NUMBER = re.compile(
    r"[〔\[(【﹝〈„]\s?(?:19|20)\d\d\s?[〕\])】﹞〉‟]?\s{0,3}第?\s?\d{1,5}(?:-\d{1,3})?\s?号"
)
#: a line whose marks are lost at the end: X政字〔202115 or X政字〔2021〕15 for X政字〔2021〕15号
_LOST_MARKS = re.compile(r"([一-鿿]{2,12})[〔\[]((?:19|20)\d\d)(?:(\d{1,3})|[〕\]]\s?(\d{1,4}))\Z")
_ORDER = re.compile(r"令\s?\(?(?:(?:19|20)\d\d年?)?\s?第?\s?[\d〇零一二三四五六七八九十百]{1,6}\s?号\)?")
_NOTICE = re.compile(
    r"公\s?告\s?(?:\(?(?:19|20)\d\d年?\s?第\s?\d{1,4}\s?号\)?)|(?:19|20)\d\d年\s?第\s?\d{1,4}\s?号"
)
#: 字 of the number: place, organ and kind (鲁政办字), Latin letters only inside
_WORDS_BEFORE = re.compile(r"[一-鿿A-Za-z]{0,15}[一-鿿](?:\([一-鿿]{1,4}\)[一-鿿]{0,6})?\s{0,2}\Z")
#: words of the sentence that may stand directly before the 字
_NOT_OF_NUMBER = re.compile(
    r".*(?:根据|按照|依照|依据|贯彻|落实|执行|遵照|转发|印发|文号|字号|编号|文件|通知|意见|精神|参照|结合|以及|[的和及与见号按])"
)

#: the longest 字 that is sought before the bracket
_REACH = 24


class FoundNumber(NamedTuple):
    """A document number at an offset of the text; `value` is as written, without blanks."""

    start: int
    end: int
    value: str


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundNumber]:
    """Document numbers with a year in brackets between two offsets, left to right.

    Args:
        text: clean text.
        start, end: offsets in code points.
    """
    for match in _YEAR_AND_NUMBER.finditer(text, start, len(text) if end is None else end):
        before = _WORDS_BEFORE.search(text, max(start, match.start() - _REACH), match.start())
        if before is None:
            continue
        words = before[0]
        if other := _NOT_OF_NUMBER.match(words):
            words = words[other.end() :]
        if words.strip():
            first = match.start() - len(words)
            yield FoundNumber(first, match.end(), _tight(text[first : match.end()]))


def whole_number(text: str) -> str | None:
    """The number that a line or a cell consists of, also in brackets: 鲁政字〔2021〕128号, 国令第800号,
    公告(2025第17号); marks lost at the end (X政字〔202115) are put back. None for registration
    numbers and anything else."""
    line = text.strip()
    if line.startswith("(") and line.endswith(")"):
        line = line[1:-1].strip()
    if len(line) > 60:
        return None
    if (lost := _LOST_MARKS.match(line)) is not None:
        return f"{lost[1]}〔{lost[2]}〕{lost[3] or lost[4]}号"
    year = _YEAR_AND_NUMBER.search(line)
    if year and year.end() == len(line):
        words = _WORDS_BEFORE.match(line, 0, year.start())
        return _tight(line) if words else None
    order = _ORDER.search(line)
    if order and order.end() == len(line) and re.fullmatch(r"[一-鿿 ]{0,30}", line[: order.start()]):
        return _tight(line)
    if _NOTICE.fullmatch(line):
        return _tight(line)
    return None


def order_at(text: str, start: int, end: int) -> FoundNumber | None:
    """An order's number such as 国令第800号 between two offsets, or None."""
    match = _ORDER.search(text, start, end)
    if match is None:
        return None
    first = match.start()
    while first > start and "一" <= text[first - 1] <= "鿿":
        first -= 1
    return FoundNumber(first, match.end(), _tight(text[first : match.end()]))


def words_of(number: str) -> str:
    """The 字 of a number: 鲁政字〔2021〕128号 → 鲁政字."""
    match = re.match(r"[一-鿿]+", number)
    return match[0] if match else ""


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)

"""Numbers that can stand before a heading: 第一章, 一、 (一) 1. 1.1 (1) ①, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Ranks of the styles from the outermost to the innermost, as official documents nest them
# (GB/T 9704: 一、 > (一) > 1. > (1)); 第X条 and 一、 stand on one level.
BOOK, CHAPTER, SECTION, ARTICLE, HAN, PAREN_HAN, DIGIT = 0, 1, 2, 3, 4, 5, 6
DOTTED = 6  # 1.1 has DOTTED + 1, 1.1.1 DOTTED + 2 …: below 1., above (1)
PAREN_DIGIT, HALF_PAREN, CIRCLE = 12, 13, 14

#: How a number stands: at a line start, behind the end of a sentence, behind `:` or `;`, inside a sentence.
LINE, BREAK, LISTED, INSIDE = 3, 2, 1, 0

_HAN_DIGITS = "一二三四五六七八九十百零〇○"
_HAN_NUMERALS = frozenset(_HAN_DIGITS)
_DIGIT_NUMERALS = frozenset("0123456789")
_BLANKS = " \t\u3000\xa0"
_UNITS = {"篇": BOOK, "编": BOOK, "章": CHAPTER, "节": SECTION, "条": ARTICLE}

# Numbers are found by their last sign and its mark (三、 12. 四) 五章): a scan for one set of signs is
# several times as fast as trying every kind of number everywhere.
_MARK = re.compile(rf"[{_HAN_DIGITS}0-9][ \u3000]?[.．、﹒)）篇编章节条]")
_CIRCLE = re.compile("[①-⑳]")
_NUMBER = re.compile(
    rf"""第[ \u3000]?(?P<ordinal>[{_HAN_DIGITS}]{{1,6}}|\d{{1,3}})[ \u3000]?(?P<unit>[篇编章节条])
    |[(（][ \u3000]?(?P<paren_han>[{_HAN_DIGITS}]{{1,4}})[ \u3000]?[)）][ ]?[、.]?
    |[(（][ \u3000]?(?P<paren_digit>\d{{1,2}})[ \u3000]?[)）][ ]?[、.]?
    |(?P<han>[{_HAN_DIGITS}]{{1,4}})[ \u3000]?[、.．﹒]
    |(?P<dotted>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}})(?!\d)
    |(?P<digit>\d{{1,3}})(?:[ ]?[、﹒]|[.．])
    |(?P<half>\d{{1,2}})[)）]""",
    re.VERBOSE,
)
# nothing behind the number, nor on the line below it: an empty item or the cell of a table
_NO_TITLE = re.compile(
    rf"[ \u3000]{{0,8}}(?:\n?$|\n[ \u3000]{{0,8}}"
    rf"(?:\n|[①-⑳]|[(（第]?[0-9{_HAN_DIGITS}]{{1,4}}[.．、﹒)）章条\n]))"
)
_LONGEST_NUMERAL = 6
# 1 总则 without a point: only in documents that also count 1.1, 1.2; run in, 1.1 must follow its title
_BARE = re.compile(r"^[ \t\u3000]*(\d{1,2})[ \t\u3000]*(?=[\u4e00-\u9fff][^\n。,;:]{1,30}$)", re.MULTILINE)
_BARE_RUN_IN = re.compile(r"(?<![\d.])(\d{1,2})[ \u3000]*(?=[\u4e00-\u9fff、]{2,14}[ \u3000]*\1[.．]1(?!\d))")

_SENTENCE_ENDS = frozenset("。!?！？)〕】》”’…")
_LIST_MARKS = frozenset(":;：；")
# A number behind one of these belongs to the sentence: 第(三)项, (一)、(二), 按照第五条, A,1.…
_CLINGING = frozenset("、,，第见按即和至或及与前到在(（《〈“")
_CITING = frozenset("》照据按法例及和与或至的反本合、,到依")
# words that end in 一: 统一、 同一、 …
_ENDING_IN_ONE = frozenset("统唯同之其单专万如合归第逐划不独星期周")
_OTHER_WORDS = {
    "编": frozenset("制码排辑"),
    "节": frozenset("点能约目日假水奏"),
    "条": frozenset("线例件块龙"),
    "篇": frozenset("章幅"),
    "章": frozenset("程"),
}
_CITED = re.compile(r"[ ]?(?:规定|所[列述称]|的|、|和|至|到|或|及|之|第|款|项)")
_ITEM_CITED = re.compile(r"[项款目条、至和或及届期批次轮版]")
_COUNTED_ON = re.compile(rf"[{_HAN_DIGITS}]{{1,3}}(?:[、产类级线批期次季者是]|$)")
# what a title may begin with although it is a figure: 2025年…, 5G…, 12345热线
_FIGURE_TITLE = re.compile(r"(?:19|20)\d\d年|[2-6]G|\d{3,5}(?![\d.%万亿元个家])")
_MEASURED = re.compile(r"[%％万亿倍GTMkK]|公里|平方|个|家|版|米|元|吨|分|秒|小时|天|年|人|户|以|左右")


class Number(NamedTuple):
    """A number that may stand before a heading.

    Attributes:
        start, end: clean offsets of the number with its marks.
        style: BOOK … CIRCLE, in order of rank.
        value: what it counts; of 2.3 the 3.
        standing: LINE, BREAK, LISTED or INSIDE.
        label: as a path names it: 第一章, 一, (一), 3, 2.3, (3).
        prefix: of 2.3.1 the (2, 3), else empty.
    """

    start: int
    end: int
    style: int
    value: int
    standing: int
    label: str
    prefix: tuple[int, ...] = ()


def han_value(numeral: str) -> int:
    """The value of a Chinese or Arabic numeral up to 999, 0 if it is none (第〇条, 百).

    >>> [han_value(n) for n in ("三", "十", "二十一", "一百零五", "12")]
    [3, 10, 21, 105, 12]
    """
    if numeral.isascii():
        return int(numeral)
    total = digit = 0
    for sign in numeral:
        if sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif sign == "百":
            total, digit = total + digit * 100, 0
        else:
            digit = digit * 10 + max(0, "〇一二三四五六七八九".find(sign))
    return total + digit


def find_numbers(text: str) -> list[Number]:
    """All numbers of a clean text that may stand before a heading, in order; linear in its length."""
    numbers: list[Number] = []
    end = 0
    for mark in _MARK.finditer(text):
        if mark.start() < end:
            continue
        match = _NUMBER.match(text, _number_start(text, mark.start(), end))
        if match is None:
            continue
        end = match.end()
        number = _read(text, match)
        if number is not None and not _NO_TITLE.match(text, end):
            numbers.append(number)
    others = list(_circles(text))
    if any(DOTTED < number.style < PAREN_DIGIT for number in numbers):
        others += _bare_numbers(text)
    return sorted([*numbers, *others]) if others else numbers


def _number_start(text: str, last: int, least: int) -> int:
    """Where the number begins whose last sign is given: at 第, at its bracket, or at its first numeral."""
    numerals = _HAN_NUMERALS if text[last] in _HAN_NUMERALS else _DIGIT_NUMERALS
    start = last
    least = max(least, last - _LONGEST_NUMERAL)
    while start > least and text[start - 1] in numerals:
        start -= 1
    before = start - 2 if start > 1 and text[start - 1] in " \u3000" else start - 1
    return before if before >= 0 and text[before] in "第(（" else start


def _circles(text: str) -> Iterator[Number]:
    """① at the start of a line; inside a sentence it only enumerates."""
    for match in _CIRCLE.finditer(text):
        if standing_at(text, match.start()) == LINE and not _NO_TITLE.match(text, match.end()):
            yield Number(match.start(), match.end(), CIRCLE, ord(match[0]) - ord("①") + 1, LINE, match[0])


def _bare_numbers(text: str) -> Iterator[Number]:
    seen: set[int] = set()
    for pattern, standing in ((_BARE, LINE), (_BARE_RUN_IN, BREAK)):
        for match in pattern.finditer(text):
            value = int(match[1])
            if value and match.start(1) not in seen:
                seen.add(match.start(1))
                yield Number(match.start(1), match.end(), DIGIT, value, standing, str(value))


def standing_at(text: str, start: int) -> int:
    """How a mark at a clean offset stands: LINE, BREAK, LISTED or INSIDE."""
    before = start - 1
    while before >= 0 and text[before] in _BLANKS:
        before -= 1
    if before < 0 or text[before] == "\n":
        return LINE
    if text[before] in _LIST_MARKS:
        return LISTED
    return BREAK if before < start - 1 or text[before] in _SENTENCE_ENDS else INSIDE


def _read(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    standing = standing_at(text, start)
    before = text[start - 1] if start else "\n"
    if standing == INSIDE and before in _CLINGING:
        return None
    kind = match.lastgroup
    reader = _READERS["ordinal" if kind == "unit" else str(kind)]
    return reader(text, match, start, end, standing, before)


def _ordinal(
    text: str, match: re.Match[str], start: int, end: int, standing: int, before: str
) -> Number | None:
    unit, value = match["unit"], han_value(match["ordinal"])
    after = text[end : end + 1]
    if not value or after in _OTHER_WORDS.get(unit, ()):
        return None
    cited = before in _CITING and not (value == 1 and before in "法例")  # …管理办法第一章总则
    if standing != LINE and (cited or _CITED.match(text, end)):
        return None
    return Number(start, end, _UNITS[unit], value, standing, f"第{match['ordinal']}{unit}")


def _paren_han(
    text: str, match: re.Match[str], start: int, end: int, standing: int, before: str
) -> Number | None:
    value = han_value(match["paren_han"])
    if not value or _ITEM_CITED.match(text, end):
        return None
    return Number(start, end, PAREN_HAN, value, standing, f"({match['paren_han']})")


def _paren_digit(
    text: str, match: re.Match[str], start: int, end: int, standing: int, before: str
) -> Number | None:
    value = int(match["paren_digit"])
    if not value or _ITEM_CITED.match(text, end) or text[end : end + 1] in "=-":
        return None
    return Number(start, end, PAREN_DIGIT, value, standing, f"({value})")


def _han(text: str, match: re.Match[str], start: int, end: int, standing: int, before: str) -> Number | None:
    numeral = match["han"]
    value = han_value(numeral)
    if not value or before in _HAN_DIGITS or _COUNTED_ON.match(text, end):
        return None
    if standing != LINE:
        if text[end - 1] != "、" or before == "第" or before == "其":
            return None
        if standing == INSIDE and value == 1 and before in _ENDING_IN_ONE:
            return None
    return Number(start, end, HAN, value, standing, numeral)


def _dotted(
    text: str, match: re.Match[str], start: int, end: int, standing: int, before: str
) -> Number | None:
    parts = tuple(int(part) for part in re.split("[.．]", match["dotted"]))
    if before.isascii() and (before.isalnum() or before in ".-+/~"):
        return None
    if standing != INSIDE and len(parts) == 2 and _FIGURE_TITLE.match(text, match.end() - len(str(parts[1]))):
        point = start + len(str(parts[0])) + 1
        return Number(start, point, DIGIT, parts[0], standing, str(parts[0])) if parts[0] else None
    if 0 in parts or _MEASURED.match(text, end) or text[end : end + 1] in ("-", "~", "—", "/", ")", ","):
        return None
    label = ".".join(str(part) for part in parts)
    if text[end : end + 1] in (".", "．", "、"):
        end += 1
    return Number(start, end, DOTTED + len(parts) - 1, parts[-1], standing, label, parts[:-1])


def _digit(
    text: str, match: re.Match[str], start: int, end: int, standing: int, before: str
) -> Number | None:
    value, after = int(match["digit"]), text[end : end + 1]
    if not value or (before.isascii() and (before.isalnum() or before in ".-+/~*&")):
        return None
    if after.isdigit() and (standing == INSIDE or not _FIGURE_TITLE.match(text, end)):
        return None
    if after in (",", "。", "、", ")", ";", "%", ".", "-", "~", "/"):
        return None
    return Number(start, end, DIGIT, value, standing, str(value))


def _half(text: str, match: re.Match[str], start: int, end: int, standing: int, before: str) -> Number | None:
    value = int(match["half"])
    return Number(start, end, HALF_PAREN, value, LINE, f"{value})") if value and standing == LINE else None


_READERS = {
    "ordinal": _ordinal,
    "paren_han": _paren_han,
    "paren_digit": _paren_digit,
    "han": _han,
    "dotted": _dotted,
    "digit": _digit,
    "half": _half,
}

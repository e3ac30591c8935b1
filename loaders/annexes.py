"""Several documents in one file: covering notice, annexed plan, annexes, and the 目录 before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.document import Span
from loaders.numbering import INSIDE, LINE, LISTED, Number, standing_at

_HAN_DIGITS = "一二三四五六七八九十"
_ANNEX = re.compile(
    r"附[ \u3000]?[件录表][ \u3000]?"
    rf"(?P<number>\d{{1,2}}|[{_HAN_DIGITS}]{{1,2}}(?![、\u4e00-\u9fff])|[A-Z](?![A-Za-z]))?"
    r"[ \u3000]?(?P<colon>[::])?"
)
_SPEAKS_OF = re.compile(r"[ ]?(?:[所中的、,和与及))》>]|列|要求|规定|说明如)")
_CONTENTS = re.compile(r"目[ \u3000]{0,4}[录次](?=[ \u3000\n]*(?:第|[(（]?[一1]))")
_LEADER = re.compile(r"[.…·]{3,}[ \u3000]*\d*[ \u3000]*$")
_SIGNED = re.compile(
    r"[(（](?:此|本)[件文][^()（）\n]{2,14}[)）]"
    r"|^[ \u3000]*20\d\d年\d{1,2}月\d{1,2}日[ \u3000]*$"
    rf"|^[ \u3000]*二[〇○零0]{{1,2}}[{_HAN_DIGITS}〇○零]{{1,3}}年"
    rf"[{_HAN_DIGITS}]{{1,3}}月[{_HAN_DIGITS}]{{1,3}}日[ \u3000]*$",
    re.MULTILINE,
)
_LISTED_LINE = re.compile(r"[ \u3000]*\d{1,2}[.、．][^\n。]{1,80}$", re.MULTILINE)
_LONGEST_LIST = 400
_MOST_ENTRIES = 300
#: a table of contents without its name: this many entries, short lines, with no more than a line between
_FEWEST_ENTRIES, _LONGEST_ENTRY, _SHORT_GAP = 3, 60, 30
_LONGEST_TITLE = 100
_NEXT_LINE = re.compile(r"\s*([^\n]*)")
_NUMBERED = re.compile(r"(?<![\d.])1[.、．](?!\d)|[(（]?一[)）、]|第一[章条]")


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its label (附件, 附件2), its title, and the clean span of its heading."""

    label: str
    title: str
    heading: Span


def find_annexes(text: str) -> tuple[list[Annex], list[Span]]:
    """The annexes of a clean text, and the lists that only name them (附件:1.… 2.…)."""
    annexes: list[Annex] = []
    lists: list[Span] = []
    marks = [match for match in _ANNEX.finditer(text) if _begins(text, match)]
    for index, match in enumerate(marks):
        if lists and match.start() < lists[-1].end:
            continue
        following = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        if text[match.end() : following].isspace():
            continue
        if match["colon"] and _only_names(text, match, following):
            lists.append(_list_span(text, match, following))
            run_in = _ANNEX.match(text, lists[-1].end)
            if run_in and not run_in["colon"]:  # 附件:名词解释附件名词解释1.…
                annexes.append(_annex(text, run_in, text[match.end() : run_in.start()]))
        else:
            annexes.append(_annex(text, match))
    return annexes, lists


def _line_end(text: str, start: int) -> int:
    """Where a line ends; a line without end is cut, so that a long one is not run through for each mark."""
    limit = min(len(text), start + _LONGEST_LIST)
    end = text.find("\n", start, limit)
    return limit if end < 0 else end


def _begins(text: str, match: re.Match[str]) -> bool:
    standing = standing_at(text, match.start())
    if standing in (INSIDE, LISTED) or _SPEAKS_OF.match(text, match.end()):
        return False
    if standing == LINE:
        return "。" not in text[match.end() : _line_end(text, match.end())]
    return match["colon"] is not None


def _only_names(text: str, match: re.Match[str], following: int) -> bool:
    """Whether 附件: names what is annexed, and the annex itself stands elsewhere or in another file."""
    if re.match(r"[ \u3000\n]{0,4}1[.、．]", text[match.end() : match.end() + 6]):
        return True
    line_end = _line_end(text, match.end())
    if following - line_end < 3 or text.find("附件", match.end(), match.end() + 200) >= 0:
        return True
    rest = text[line_end : line_end + 300]
    return not match["number"] and (len(rest.strip()) < 100 or _SIGNED.search(rest) is not None)


def _list_span(text: str, match: re.Match[str], following: int) -> Span:
    end = _line_end(text, match.end())
    again = text.find("附件", match.end(), end)
    if again >= 0:
        return Span(match.start(), again)
    while line := _LISTED_LINE.match(text, end + 1):
        end = line.end()
    return Span(match.start(), min(end, following))


def _annex(text: str, match: re.Match[str], named: str = "") -> Annex:
    """Reads an annex's heading: the rest of its line, else the next line; run in, what the list named it."""
    label = "附件" + (match["number"] or "")
    end = _line_end(text, match.end())
    if named and text.startswith(named, match.end()):
        end = match.end() + len(named)
    elif not text[match.end() : end].strip():
        line = _NEXT_LINE.match(text, end)
        end = line.end() if line and line.end() - end <= _LONGEST_TITLE else end
    end = min(end, match.end() + _LONGEST_TITLE)
    if not named and (number := _NUMBERED.search(text, match.end(), end)):
        end = number.start()
    title = " ".join(text[match.end() : end].split())
    return Annex(label, title, Span(match.start(), end))


def without_contents(text: str, numbers: Sequence[Number], outside: Sequence[Span]) -> list[Number]:
    """Drops the numbers of a 目录, of lists of annexes and of page furniture.

    A table of contents ends where its first entry comes again.
    """
    dropped = list(outside)
    starts = [number.start for number in numbers]
    for match in _CONTENTS.finditer(text):
        first = bisect_left(starts, match.end())
        again = _comes_again(text, numbers[first : first + _MOST_ENTRIES])
        if again is not None:
            dropped.append(Span(match.start(), again))
    dropped += _bare_contents(text, numbers)
    dropped.sort()
    kept, index = [], 0
    for number in numbers:
        while index < len(dropped) and dropped[index].end <= number.start:
            index += 1
        hidden = index < len(dropped) and dropped[index].start <= number.start
        if not hidden and not _has_leader(text, number):
            kept.append(number)
    return kept


def _bare_contents(text: str, numbers: Sequence[Number]) -> list[Span]:
    """Tables of contents without the word 目录: runs of headings with no text between, each of which comes
    again below."""
    lines = [_short_line(text, number) for number in numbers]
    last = {line: index for index, line in enumerate(lines) if line}
    spans, first = [], 0
    for index, number in enumerate(numbers):
        listed = bool(lines[index]) and last[lines[index]] > index
        above = numbers[index - 1].end
        follows = (
            index > first
            and number.start - above <= len(lines[index - 1]) + _SHORT_GAP
            and text.find("。", above, number.start) < 0
        )
        if listed and (index == first or follows):
            continue
        if index - first >= _FEWEST_ENTRIES:
            spans.append(Span(numbers[first].start, numbers[index - 1].end))
        first = index if listed else index + 1
    return spans


def _short_line(text: str, number: Number) -> str:
    """The line of a heading that stands alone, number and all; empty for any other."""
    if number.standing != LINE:
        return ""
    end = text.find("\n", number.end, number.end + _LONGEST_ENTRY)
    line = "".join(text[number.start : end].split()) if end >= 0 else ""
    return "" if "。" in line else line


def _comes_again(text: str, entries: Sequence[Number]) -> int | None:
    if not entries:
        return None
    first = entries[0]
    title = "".join(text[first.end : first.end + 12].split())[:2]
    for number in entries[1:]:
        same = number.style == first.style and number.label == first.label
        if same and "".join(text[number.end : number.end + 12].split()).startswith(title):
            return number.start
    return None


def _has_leader(text: str, number: Number) -> bool:
    if number.standing != LINE:
        return False
    end = text.find("\n", number.end, number.end + 200)
    return end > 0 and _LEADER.search(text[number.end : end]) is not None


def signed_at(text: str, start: int, end: int) -> int | None:
    """The place behind the last signature (a date line, 此件公开发布) between two offsets, or None."""
    place = None
    for match in _SIGNED.finditer(text, start, end):
        place = match.end()
    return place

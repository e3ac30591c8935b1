"""Titles of documents: where one begins and ends, also over several lines, and when two are the same."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from loaders.dates import find_dates, whole_date
from loaders.document_numbers import FoundNumber, find_numbers, whole_number
from loaders.organs import is_organ
from loaders.page_lines import Line
from loaders.page_rules import BRACKETS, page_rules

#: the longest title, and the most lines it is broken into
_LONGEST, _MOST_LINES = 150, 5

_NUMBERED = re.compile(
    r"(?:[(]?[一二三四五六七八九十]{1,3}[、.)]|\d{1,3}[.、)．]|第[一二三四五六七八九十百\d]{1,4}[章节条编篇]|[—-]{2}|[①-⑳])"
)
_NO_TITLE = re.compile(r"[。;!?|>•\u2500-\u257f]|:$|https?:|…$|\.\.\.$")
_PAIRS = {"》": "《", "”": "“", ")": "(", "〉": "〈", "〕": "〔"}
_BRACKETS_ONLY = re.compile(rf"{BRACKETS[:-5]}{{1,3}}\Z")
_BRACKETS_END = re.compile(rf"{BRACKETS}\Z")
_DRAFT = re.compile(
    r"[(〔](?:征求意见稿|草案|试行|送审稿|修订稿|修订版|暂行|讨论稿|公开征求意见稿|草案征求意见稿)[)〕]"
)
_DROP = re.compile(r"[\s“”‘’\"'《》〈〉「」『』<>]")
_PAGE_NUMBER = re.compile(r"[—-]\s?\d{1,3}\s?[—-]\s*(?=[一-鿿《])")
#: the first words of a text, which may end in the title of a paper where a line is broken
_PREAMBLE = re.compile(r"为(?:了|深入|贯彻|进一步|加快|全面|推[进动]|认真|切实)|根据|按照|依据")
_FILE_ENDING = re.compile(r"\.(?:docx?|wps|pdf|ofd)\Z", re.IGNORECASE)
#: links to what explains the paper: 政策解读:《X》, 【图解】《X》
_LINKED = re.compile(r"(?:政策|相关|文字|图片|图文|视频)?(?:解读|图解)\s?:|【[^【】]{0,6}(?:解读|图解)】")
_ADDRESSED = re.compile(r"各[^。《》]{2,300}:\Z")
_DASHES = re.compile(r"[-—–~-]+")
#: 关于印发X的通知, also with 《X》 and with the organ before 关于
_HANDED_ON = re.compile(
    r"(?:印发|转发|批转|发布|公布|下发|颁发|实施)(?:了)?(.{4,120}?)的?(?:通知|公告|决定|令|函|通告)"
)
#: 关于公开征求《X(征求意见稿)》意见的公告, 关于《X》公开征求意见的公告
_ASKED_FOR = re.compile(r"征求.{0,80}意见|意见.{0,6}征集")


class Title(NamedTuple):
    """A title with its offsets; `next_line` is the index of the line behind it."""

    start: int
    end: int
    value: str
    next_line: int
    number: FoundNumber | None = None
    published: tuple[int, int, str] | None = None


def read_title(text: str, lines: list[Line], index: int) -> Title | None:
    """The title that begins at a line, over as many lines as it takes, or None.

    Args:
        text: clean text.
        lines: of the page.
        index: of the line.

    A number in front of it or in brackets behind it, and a date behind it, are taken off and given beside it.
    """
    if len(lines[index].text) > 2 * _LONGEST or _LINKED.match(lines[index].text):
        return None
    start, end, number, published = _bare(text, lines[index])
    pieces = [(start, end)]
    value = text[start:end]
    if not _could_start(value):
        return None
    following = index + 1
    while not _is_complete(value, lines[following].text if following < len(lines) else ""):
        if following >= len(lines) or following - index >= _MOST_LINES or not _continues(lines[following]):
            return None
        open_end = _is_open(value) or _goes_on(value, lines[following].text)
        if not open_end and _stands_alone(lines[following].text):
            return None
        line = lines[following]
        start_next, end_next, behind, published_next = _bare(text, line)
        number, published = number or behind, published or published_next
        pieces.append((start_next, end_next))
        value += text[start_next:end_next]
        following += 1
        if len(value) > _LONGEST:
            return None
    while (
        following < len(lines)
        and _BRACKETS_ONLY.match(lines[following].text)
        and not whole_date(lines[following].text)
    ):
        if whole_number(lines[following].text):
            break
        value += lines[following].text
        pieces.append((lines[following].start, lines[following].end))
        following += 1
    return Title(pieces[0][0], pieces[-1][1], tidy(value), following, number, published)


def _bare(text: str, line: Line) -> tuple[int, int, FoundNumber | None, tuple[int, int, str] | None]:
    """A line's offsets without a number and a date at its ends."""
    start, end = line.start, line.end
    number = published = None
    for found in find_numbers(text, start, end):
        rest = text[found.end : end].lstrip()
        if found.start == start and rest:
            number, start = found, end - len(rest)
        elif text[found.start - 1] in "(〔" and text[found.end : end].strip() in (")", "〕"):
            number, end = found, found.start - 1
    for found in find_numbers(text, max(start, end - 40), end):
        # X的通知-X政发〔2015〕1号
        if found.end == end and found.start > start + 8 and text[found.start - 1] in "-—|_ ":
            number, end = found, start + len(text[start : found.start].rstrip("-—|_ "))
    if (cut := re.search(r"[(〔][一-鿿]{2,12}[〔\[(]\d{4}[〕\])]?[.…]*\Z", text[start:end])) is not None:
        end = start + cut.start()
    for date in find_dates(text, start, end):
        if date.end == end and date.start > start + 6 and text[date.start - 1].isspace():
            published, end = (date.start, date.end, date.iso), date.start
    # 【全文废止】, 政务服务丨: remarks of the page
    while (remark := re.match(r"(?:【[^【】]{1,20}】|[一-鿿]{2,8}[丨|])\s*", text[start:end])) is not None:
        start += remark.end()
    while (remark := re.search(r"\s*【[^【】]{1,20}】\Z", text[start:end])) is not None:
        end = start + remark.start()
    # —1— is the foot of the page above
    if (page := _PAGE_NUMBER.match(text, start, end)) is not None:
        start = page.end()
    if (suffix := _FILE_ENDING.search(text, start, end)) is not None:
        end = suffix.start()
    piece = text[start:end]
    return start, start + len(piece.rstrip()), number, published


def bare_title(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of a title without a number or a remark at its ends."""
    return _bare(text, Line(start, end, text[start:end]))[:2]


def _could_start(value: str) -> bool:
    squeezed = re.sub(r"\s", "", value)
    return (
        5 <= len(squeezed) <= _LONGEST
        and not _NO_TITLE.search(value)
        and not _NUMBERED.match(value)
        and not _PREAMBLE.match(value)
        and squeezed not in page_rules().not_title
        and not page_rules().label.match(value)
        and value[0] not in ",、)》”的〕:和及与·"
        and not whole_date(value)
        and not whole_number(value)
    )


def _continues(line: Line) -> bool:
    """Whether a line may be the rest of a title."""
    return (
        len(line.text) <= 100
        and not _NO_TITLE.search(line.text)
        and not _NUMBERED.match(line.text)
        and not whole_date(line.text)
        and not whole_number(line.text)
        and not page_rules().label.match(line.text)
        and not page_rules().furniture.search(line.text)
    )


def _is_complete(value: str, following: str) -> bool:
    """Whether a title is whole: brackets closed, its kind at the end, and no 的通知 still to come."""
    squeezed = re.sub(r"\s", "", value)
    if not page_rules().noun_end.search(squeezed) or not _balanced(squeezed):
        return False
    if page_rules().wrapped.search(squeezed) and not page_rules().wrapping_end.search(squeezed):
        # sites leave the 的通知 out: X办公厅关于印发Y工作方案, and the number or the addressees follow
        return bool(whole_number(following)) or bool(_ADDRESSED.match(following))
    if following[:1] in ("的", "》", "”") and following:
        return False
    comma = squeezed.find(",")
    return comma < 0 or squeezed.count("《", 0, comma) > squeezed.count("》", 0, comma)


def _is_open(value: str) -> bool:
    """Whether a line can't be a title's last one: 关于印发, 《X, …的."""
    return (
        value.rstrip().endswith(("关于", "的", "和", "与", "及", "、"))
        or bool(page_rules().wrapped.search(value))
        or not _balanced(value)
    )


def _goes_on(value: str, following: str) -> bool:
    """Whether an organ's title breaks off before its kind: X市人民政府关于推动Y发展 / 谱写Z的意见."""
    organ, about, _ = value.partition("关于")
    return bool(about) and is_organ(re.sub(r"\s", "", organ)) and "关于" not in following


def _stands_alone(value: str) -> bool:
    """Whether a line is a title of its own, so that a site's name above it is no part of it."""
    if not (_is_complete(value, "") and _could_start(value)):
        return False
    return "关于" in value or len(_BRACKETS_END.sub("", value)) >= 12


def _balanced(value: str) -> bool:
    return all(value.count(closing) == value.count(opening) for closing, opening in _PAIRS.items())


def tidy(value: str) -> str:
    """A title on one line: line breaks and the blanks between single letters (通 知) are taken out, other
    blanks become one."""
    value = re.sub(r"(?<=[一-鿿])\s+(?=[一-鿿](?:\s|\Z))", "", value.strip())
    value = re.sub(r"\s*\n\s*", "", value)
    value = re.sub(r"\s+", " ", value)
    if value.startswith("《") and value.endswith("》") and value.count("《") == 1:
        return value[1:-1]
    return value


def same_title(value: str) -> str:
    """What two wordings of one title have in common: without blanks, quotation marks, shapes of brackets and
    dashes, and whether it is a draft."""
    folded = unicodedata.normalize("NFKC", _DROP.sub("", value))
    folded = folded.replace("〔", "(").replace("〕", ")").replace("[", "(").replace("]", ")")
    return _DASHES.sub("-", _DRAFT.sub("", folded))


def handed_on(title: str) -> str | None:
    """The paper that a notice's title hands on: 关于印发《X》的通知 → X, 关于印发X的通知 → X; else None."""
    if _ASKED_FOR.search(title):
        asked = re.search(r"《(.{3,120})》", title)
        return asked[1] if asked else None
    match = _HANDED_ON.search(title)
    if match is None:
        return None
    inner = match[1].strip()
    quoted = re.search(r"(.*?)[《〈](.{3,120})[》〉]\Z", inner)
    # 转发市大数据局《X》 names whose paper it is; in 2026年《X》责任分解 the marks hold another paper
    if quoted and (not quoted[1] or is_organ(re.sub(r"\s", "", quoted[1]))):
        return quoted[2]
    return inner

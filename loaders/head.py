"""The head of a document: box, organs, title, number and addressees, in whatever order a page has them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.addressee import Addressee, read_addressee
from loaders.box import BoxField, read_box_line
from loaders.dates import find_dates, whole_date
from loaders.document_numbers import FoundNumber, whole_number
from loaders.organs import Organ, read_organs
from loaders.page_lines import Line
from loaders.page_rules import page_rules
from loaders.titles import Title, read_title

#: a head that goes on longer than this is a list of links
_MOST_LINES = 80
#: a page's summary, notes or list of links above the head has fewer
_SUMMARY_LINES = 12
_TITLE_STARTS = re.compile(r"关于|印发|转发|批转")
_PROSE = re.compile(r"[。;]")
_BODY_STARTS = re.compile(
    r"(?:[(]?[一二三四五六七八九十]{1,3}[、.)]|第[一二三四五六七八九十]{1,3}[章条编篇]|1[.、]\s?[一-鿿]|目\s{0,6}[录次]\Z|[—-]{2}[一-鿿])"
)
_SKIPPED = re.compile(
    r"附\s?件\s?[\d一二三四五六七八九十]{0,3}\s?[:.]|附\s?[:]|\((?:此件|联系|信息公开)|此件|主动公开|抄送|-->"
)
_ANNEX_MARK = re.compile(r"附\s?件\s?[\d一二三四五六七八九十]{0,3}\s?\Z")


@dataclass
class Head:
    """What stands above the text of one document of a file; `next_line` is the index of the line behind it.

    Attributes:
        titles: in reading order, repeated ones too.
        organs: lines of organs directly above a title or a number, or of a red head (X文件).
        numbers: the document number, maybe repeated.
        addressee: of a notice, or None.
        box: labelled values of the page.
        published: dates of the page without a label: (start, end, YYYY-MM-DD).
        written: a date in brackets or alone below the title, likewise.
        junk: short lines that are none of these, such as the path of a page.
    """

    titles: list[Title] = field(default_factory=list)
    organs: list[Organ] = field(default_factory=list)
    numbers: list[FoundNumber] = field(default_factory=list)
    addressee: Addressee | None = None
    box: list[BoxField] = field(default_factory=list)
    published: list[tuple[int, int, str]] = field(default_factory=list)
    written: list[tuple[int, int, str]] = field(default_factory=list)
    junk: list[Line] = field(default_factory=list)
    next_line: int = 0

    @property
    def found(self) -> bool:
        """Whether the lines were the head of a document at all."""
        return bool(self.titles or self.addressee)


def read_head(text: str, lines: list[Line], index: int, most: int = _MOST_LINES) -> Head:
    """Reads the head that begins at a line; it ends behind the addressees, or where prose or a numbered
    heading begins.

    Args:
        text: clean text.
        lines: of the page.
        index: of the first line.
        most: number of lines that are looked at.
    """
    head, pending = Head(), []
    stop = min(len(lines), index + most)
    while index < stop:
        fields, behind = read_box_line(text, lines, index)
        if fields:
            head.box += fields
            _site_line(text, lines[index], fields, head)
            index = behind
            continue
        organs = read_organs(text, lines[index].start, lines[index].end)
        if organs and not _is_no_organ(text, lines, index):
            if lines[index].text.endswith("文件"):
                head.organs += organs
            pending += organs
            index += 1
            continue
        index, taken = _one_line(text, lines, index, head, pending)
        if not taken:
            break
        pending = []
    head.next_line = index
    return head


def _order_over_two_lines(lines: list[Line], index: int) -> FoundNumber | None:
    """The number of an order whose two halves stand one below the other: X人民政府令 / 第31号."""
    if not lines[index].text.endswith("令") or index + 1 >= len(lines):
        return None
    value = whole_number(lines[index].text + lines[index + 1].text)
    return FoundNumber(lines[index].start, lines[index + 1].end, value) if value else None


def _is_no_organ(text: str, lines: list[Line], index: int) -> bool:
    """Whether a line that is shaped like organs is a print link or the first line of a title (X数字政府 /
    建设方案)."""
    if page_rules().furniture.search(lines[index].text):
        return True
    ahead = lines[index + 1].text if index + 1 < len(lines) else ""
    return not _TITLE_STARTS.match(ahead) and read_title(text, lines, index) is not None


def _one_line(text: str, lines: list[Line], index: int, head: Head, pending: list[Organ]) -> tuple[int, bool]:
    """Reads a title, number, date or short line; gives the next index, and False where the text begins."""
    line = lines[index]
    if order := _order_over_two_lines(lines, index):
        head.numbers.append(order)
        head.organs += read_organs(text, line.start, line.end - 1)
        return index + 2, True
    if value := whole_number(line.text):
        head.numbers.append(FoundNumber(line.start, line.end, value))
        head.organs += [organ for organ in pending if organ not in head.organs]
        return index + 1, True
    if page_rules().furniture.search(line.text) and len(line.text) < 120:
        _page_dates(text, line, head)
        head.junk.append(line)
        return index + 1, True
    if iso := whole_date(line.text):
        (head.written if head.titles else head.published).append((line.start, line.end, iso))
        return index + 1, True
    if _SKIPPED.match(line.text) or _ANNEX_MARK.match(line.text):
        return index + 1, True
    if title := read_title(text, lines, index):
        _take_title(title, head, pending)
        return title.next_line, True
    if addressee := read_addressee(text, lines, index):
        head.addressee = addressee
        return addressee.next_line, False
    if _PROSE.search(line.text) or len(line.text) > 120 or _BODY_STARTS.match(line.text):
        ahead = _behind_summary(text, lines, index)
        return (ahead, True) if ahead else (index, False)
    _page_dates(text, line, head)
    head.junk.append(line)
    return index + 1, True


def _behind_summary(text: str, lines: list[Line], index: int) -> int | None:
    """The line where the document's own head goes on behind a page's summary or list of links, if one does:
    addressees follow within a few lines, directly or below a title or number."""
    for ahead in range(index + 1, min(index + _SUMMARY_LINES, len(lines))):
        if len(lines[ahead - 1].text) > 300:
            return None
        if read_addressee(text, lines, ahead):
            above = ahead - 1
            while above > index and (whole_number(lines[above].text) or read_title(text, lines, above)):
                above -= 1
            return above + 1
    return None


def _take_title(title: Title, head: Head, pending: list[Organ]) -> None:
    """Keeps a title with what stood on its lines; organs directly above it are its issuers."""
    head.titles.append(title)
    if title.number:
        head.numbers.append(title.number)
    if title.published:
        head.published.append(title.published)
    head.organs += [organ for organ in pending if organ not in head.organs]


def _site_line(text: str, line: Line, fields: list[BoxField], head: Head) -> None:
    """Keeps the words before a label, which name the site (X政务网 发布日期:…)."""
    before = text[line.start : fields[0].start].strip()
    for date in find_dates(text, line.start, fields[0].start):
        head.published.append(date)
    if before:
        head.junk.append(Line(line.start, fields[0].start, before))


def _page_dates(text: str, line: Line, head: Head) -> None:
    """A date on a line of the page above the text (2023-05-06 10:30 来源:…) is the day of publication."""
    for date in find_dates(text, line.start, line.end):
        # 2025年4月16日 星期三 is the day on which the page was saved
        if not re.match(r"\s*(?:星期|周[一二三四五六日])", text[date.end : line.end]):
            head.published.append(date)
        return

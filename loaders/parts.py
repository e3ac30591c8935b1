"""The documents that one file holds: a covering notice, the paper it hands on, a notice inside a notice."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from loaders.document import Document
from loaders.head import Head, read_head
from loaders.page_lines import Line, read_lines
from loaders.page_rules import page_rules
from loaders.signature import Signature, find_signature
from loaders.titles import Title, handed_on, same_title

#: a file with more is a collection of something else
_MOST_PARTS = 12
#: how many lines below a signature the next head may begin
_HEAD_REACH = 30

_QUOTED = re.compile(r"《([^《》]{3,150}(?:《[^《》]{1,100}》[^《》]{0,60}){0,2})》")
_HAN = re.compile("[一-鿿]")
_ISSUES = re.compile(r"印发|发布|公布|颁布|施行|起草|征求")
_HANDS_ON = re.compile(r"转发|批转")
#: what stands directly before or behind the title of the paper that a notice hands on
_HANDS = re.compile(r"(?:现将|将|制定|起草|拟定|形成|编制|现印发|现公布|修订)了?(?:新修订的)?\Z")
_HANDED = re.compile(r"(?:\([^()]{1,30}\))?(?:已|业|经|现|印发)")
_PASSES = re.compile(
    r"现将|给你们|现予|现印发|现转发|予以(?:印发|发布|公布)|已经.{0,40}(?:同意|审议|通过)|征求意见|征求.{0,12}意见"
)


@dataclass
class Part:
    """One document of a file: its head and signature. `text_start` is the offset where its text begins."""

    head: Head
    signature: Signature | None
    text_start: int


@dataclass
class Page:
    """A file's documents in reading order.

    Attributes:
        lines: of the page, without furniture below the first head.
        all_lines: with the furniture, where the tail tells when a paper was printed.
        parts: the documents; the first is the covering notice or the only one.
        named: titles that the notices hand on, whether or not these papers stand in the file.
        annexed: titles of handed-on papers that stand below without a head that was read.
    """

    lines: list[Line]
    all_lines: list[Line]
    parts: list[Part] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    annexed: list[Title] = field(default_factory=list)


def read_parts(document: Document) -> Page:
    """Cuts a file into its documents by their heads and signatures."""
    text = document.clean
    all_lines = read_lines(text)
    page = Page(all_lines, all_lines)
    head = read_head(text, page.lines, 0)
    lines = _without_furniture(page.lines, document, head.next_line)
    page.lines = lines
    while len(page.parts) < _MOST_PARTS:
        signature = find_signature(text, lines, head.next_line, head.addressee is not None)
        start = lines[head.next_line].start if head.next_line < len(lines) else len(text)
        page.parts.append(Part(head, signature, start))
        page.named += _named(text, lines, head, signature)
        if signature is None:
            break
        head = read_head(text, lines, signature.next_line, _HEAD_REACH)
        if not head.found or not _text_follows(lines, head.next_line) or not _is_document(head, page):
            break
    page.annexed = _standing(lines, page)
    return page


def _without_furniture(lines: list[Line], document: Document, head_lines: int) -> list[Line]:
    """The lines without page furniture below the head; the box in the head is furniture that is read."""
    starts = [span.start for span in document.furniture]

    def is_furniture(line: Line) -> bool:
        index = bisect_right(starts, line.start) - 1
        return index >= 0 and line.start < document.furniture[index].end

    return [line for number, line in enumerate(lines) if number < head_lines or not is_furniture(line)]


def _text_follows(lines: list[Line], index: int) -> bool:
    """Whether a head has a text below it: links at a page's end have none."""
    return any("。" in line.text or len(line.text) > 60 for line in lines[index : index + 12])


def _is_document(head: Head, page: Page) -> bool:
    """Whether the titles below a signature are a document's: tables and lists of an annex are none unless
    the notice names them."""
    named = {same_title(title) for title in page.named}
    head.titles = [
        title
        for title in head.titles
        if not page_rules().not_annex.search(title.value) or same_title(title.value) in named
    ]
    return head.found


def _named(text: str, lines: list[Line], head: Head, signature: Signature | None) -> list[str]:
    """Titles of the papers that a notice hands on, from its own title and its text."""
    named = [
        inner
        for title in head.titles
        # a paper that is passed on is another's, unless it stands in the file
        if (inner := handed_on(title.value)) and not _HANDS_ON.search(title.value)
    ]
    if head.addressee is None and not named:
        return named
    last = signature.next_line if signature else min(len(lines), head.next_line + 12)
    for line in lines[head.next_line : last]:
        for quoted in _QUOTED.finditer(line.text):
            sentence = _sentence_around(line.text, quoted.start(), quoted.end())
            before = _HANDS.search(line.text, max(0, quoted.start() - 12), quoted.start())
            if not before and not _HANDED.match(line.text, quoted.end()):
                continue
            if _PASSES.search(sentence) and _ISSUES.search(sentence) and not _HANDS_ON.search(sentence):
                named.append(quoted[1])
    return named


def _sentence_around(text: str, start: int, end: int) -> str:
    left = text.rfind("。", 0, start) + 1
    right = text.find("。", end)
    return text[left : right if right >= 0 else min(len(text), end + 200)]


def _standing(lines: list[Line], page: Page) -> list[Title]:
    """Titles of handed-on papers that stand alone on one or two lines below the first head."""
    read = {title.start for part in page.parts for title in part.head.titles}
    passed_on = [
        inner for part in page.parts for title in part.head.titles if (inner := handed_on(title.value))
    ]
    wanted = {same for title in [*page.named, *passed_on] if _HAN.search(same := same_title(title))}
    if not wanted:
        return []
    letters = {letter for title in wanted for letter in _HAN.findall(title)[:1]}
    found = []
    first = page.parts[0].head.next_line
    for index in range(first, len(lines)):
        line = lines[index]
        if len(line.text) > 120 or line.start in read:
            continue
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        both = line.text + following
        if letters.isdisjoint(both):
            continue  # most lines lack the first letter of any title
        if same_title(line.text) in wanted:
            found.append(Title(line.start, line.end, line.text, index + 1))
        elif following and len(following) < 80 and same_title(both) in wanted:
            found.append(Title(line.start, lines[index + 1].end, both, index + 2))
    return found

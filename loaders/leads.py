"""Sections without a number: leading sentences (完善顶层规划。…), —— leads, bare lines, 专栏 boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.document import Span

# A first sentence that only names what the paragraph is about, with the paragraph's text behind it.
_LEAD = re.compile(r"[ \t\u3000]*([^\s。,;:()!?][^。,;:()!?\n]{3,29})。(?=[^\n]{15})")
_DASH = re.compile(r"——([^。:;\n—]{2,40})[。:]")
_BARE = re.compile(r"[ \t\u3000]*([\u4e00-\u9fff“”、]{3,16})[ \t\u3000]*$")
_BOX = re.compile(r"[ \t\u3000]*(专栏[ \u3000]?[\d一二三四五六七八九十]{0,3}[^\n。;]{0,40})$")
# signatures, addressees and labels are no titles
_NO_TITLE = re.compile(r"(?:局|政府|办公室|办公厅|委员会|委|厅|日|号|通知|单位|部门|公司|管委会|如下)$")


class Lead(NamedTuple):
    """An unnumbered section: its clean span, its title, and whether leading sentences stand below."""

    heading: Span
    title: str
    bare: bool


def find_leads(text: str, paragraphs: Sequence[Span], numbered: Sequence[Span]) -> list[Lead]:
    """The unnumbered sections of a document, in reading order.

    Args:
        text: the clean text.
        paragraphs: its paragraphs.
        numbered: clean spans of the numbered headings, in reading order.
    """
    taken = {_first(text, heading.start) for heading in numbered}
    leads = list(_dashes(text))
    first_heading = numbered[0].start if numbered else None
    for index, paragraph in enumerate(paragraphs):
        if _first(text, paragraph.start) in taken:
            continue
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        below = first_heading is not None and paragraph.start > first_heading
        lead = _lead(text, paragraph, following, below)
        if lead:
            leads.append(lead)
    return sorted(set(leads))


def _first(text: str, start: int) -> int:
    while start < len(text) and text[start] in " \t\u3000\xa0":
        start += 1
    return start


def _dashes(text: str) -> Iterator[Lead]:
    for match in _DASH.finditer(text):
        if text[match.start() - 1 : match.start()].strip(" \t\u3000\n。;:”)") == "":
            yield Lead(Span(match.start(), match.end(1)), match[1].strip(), False)


def _has_body(text: str, paragraph: Span) -> bool:
    return paragraph.end - paragraph.start >= 40 or text[_first(text, paragraph.start)] == "—"


def _lead(text: str, paragraph: Span, following: Span | None, below: bool) -> Lead | None:
    match = _LEAD.match(text, paragraph.start, paragraph.end)
    if match:
        return Lead(Span(*match.span(1)), match[1], False) if match[1][0] not in "—-" else None
    if not below or following is None or paragraph.end - paragraph.start > 60:
        return None
    match = _BOX.match(text, paragraph.start, paragraph.end)
    if match:
        return Lead(Span(*match.span(1)), match[1].strip(), True)
    match = _BARE.match(text, paragraph.start, paragraph.end)
    if match and _has_body(text, following) and not _NO_TITLE.search(match[1]):
        return Lead(Span(*match.span(1)), match[1], True)
    return None

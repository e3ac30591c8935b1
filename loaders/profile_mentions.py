"""Metadata with their places: what heads, boxes and signatures state, as values in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.dates import find_dates
from loaders.document_numbers import find_numbers, whole_number
from loaders.head import Head
from loaders.organs import Organ, read_organs
from loaders.page_rules import page_rules
from loaders.parts import Page, Part
from loaders.signature import find_printed
from loaders.titles import bare_title, same_title, tidy

_HAN = re.compile(r"[一-鿿]")


class Stated(NamedTuple):
    """A value with its clean offsets, the rule that read it, what a date is `of`, and its part."""

    field: str
    value: str
    start: int
    end: int
    rule: str
    of: str | None
    part: int


def stated_titles(text: str, page: Page) -> list[Stated]:
    """All titles in reading order; one that repeats another with or without its organs takes its value."""
    found: list[Stated] = []
    for number, part in enumerate(page.parts):
        for title in part.head.titles:
            found.append(Stated("title", title.value, title.start, title.end, "title_line", None, number))
        for box in part.head.box:
            if box.field == "title" and len(_HAN.findall(box.value)) >= 5:
                start, end = bare_title(text, box.start, box.end)
                found.append(Stated("title", tidy(text[start:end]), start, end, "box", None, number))
    for title in page.annexed:
        number = _part_at(page, title.start)
        found.append(Stated("title", tidy(title.value), title.start, title.end, "annexed", None, number))
    if all(title.rule == "box" for title in found):
        found += _headline(text, page)
    return _one_value(sorted(found, key=lambda title: title.start))


def _headline(text: str, page: Page) -> list[Stated]:
    """The headline of a page without a title of an official kind: a short line that is repeated, else the
    first one of some length."""
    lines = [line for line in page.parts[0].head.junk if _is_headline(line.text)]
    texts = [line.text for line in lines]
    chosen = [line for line in lines if texts.count(line.text) > 1] or lines[:1]
    return [
        Stated("title", tidy(line.text), line.start, line.end, "headline", None, 0)
        for line in chosen
        if line.text == chosen[0].text
    ]


def _is_headline(line: str) -> bool:
    if not 8 <= len(line) <= 80 or re.search(r"[>›|:!?。\u2500-\u257f]|\s{3}|日\Z", line):
        return False
    return len(_HAN.findall(line)) >= 6 and not page_rules().furniture.search(line)


def _one_value(titles: list[Stated]) -> list[Stated]:
    """Gives titles that differ by blanks, shapes or the organs in front the value of the first of them."""
    values: list[str] = []
    result = []
    for title in titles:
        key = same_title(title.value)
        for value in values:
            known = same_title(value)
            shorter, longer = sorted((key, known), key=len)
            if key == known or (
                shorter.startswith(("关于", "印发", "转发", "批转")) and longer.endswith(shorter)
            ):
                title = title._replace(value=value)
                break
        else:
            values.append(title.value)
        result.append(title)
    return result


def _part_at(page: Page, offset: int) -> int:
    """The part that an annexed title opens: the one behind the last head above it."""
    above = [number for number, part in enumerate(page.parts) if part.text_start <= offset]
    return (above[-1] if above else 0) + 1


def stated_numbers(text: str, page: Page) -> Iterator[Stated]:
    """Document numbers on lines of their own, beside titles and in boxes."""
    for number, part in enumerate(page.parts):
        for found in part.head.numbers:
            yield Stated("number", found.value, found.start, found.end, "number_line", None, number)
        for box in part.head.box:
            if box.field == "number" and box.value:
                if value := whole_number(box.value):
                    yield Stated("number", value, box.start, box.end, "box", None, number)
                else:
                    for found in find_numbers(text, box.start, box.end):
                        yield Stated("number", found.value, found.start, found.end, "box", None, number)


def stated_dates(text: str, page: Page) -> Iterator[Stated]:
    """Dates with what they are of: signature, written, published or issued (printed)."""
    for number, part in enumerate(page.parts):
        head, signature = part.head, part.signature
        if signature:
            yield Stated(
                "date", signature.date, signature.start, signature.end, "signature", "signature", number
            )
        dated = [(box, date) for box in head.box for date in [*find_dates(text, box.start, box.end)][:1]]
        published = any(box.field == "published" for box, _ in dated)
        for box, date in dated:
            if box.field in ("written", "published"):
                yield Stated("date", date.iso, date.start, date.end, "box", box.field, number)
            elif box.field == "updated" and not published:
                # a page that says only when it was brought up to date
                yield Stated("date", date.iso, date.start, date.end, "box", "published", number)
        for start, end, iso in head.written:
            yield Stated("date", iso, start, end, "below_title", "written", number)
        for start, end, iso in head.published:
            yield Stated("date", iso, start, end, "page", "published", number)
    for start, end, iso in find_printed(text, page.all_lines):
        yield Stated("date", iso, start, end, "printed", "issued", 0)


def stated_addressees(page: Page) -> Iterator[Stated]:
    """Addressees of each notice."""
    for number, part in enumerate(page.parts):
        if found := part.head.addressee:
            yield Stated("addressee", found.value, found.start, found.end, "addressee", None, number)


def box_organs(text: str, head: Head) -> list[Organ]:
    """The organs that a box names as publisher."""
    for box in head.box:
        if box.field == "issuer" and box.value and (organs := read_organs(text, box.start, box.end)):
            return organs
    return []


def signed_organs(part: Part) -> list[Organ]:
    """The organs below a part's text."""
    return list(part.signature.organs) if part.signature else []

"""Titles in 《》 and standards by their codes, with the numbers that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.document_numbers import find_numbers, order_at

#: the longest title, and the longest bracket behind it that may hold its number
_LONGEST, _BRACKET = 200, 80

# nested titles one deep; what is not closed within a sentence opens nothing, the titles inside stand alone
_TITLE = re.compile(
    rf"《[^《》。]{{1,{_LONGEST}}}(?:《[^《》。]{{1,{_LONGEST}}}》[^《》。]{{0,{_LONGEST}}}){{0,3}}》"
    rf"|《(?:《[^《》。]{{1,{_LONGEST}}}》[^《》。]{{0,{_LONGEST}}}){{1,3}}》"
)
#: national, local, industry and group standards
STANDARD = re.compile(
    r"(?:GB|GA|YD|SJ|CJJ?|JGJ|GM|DB\s?\d{2,4}(?=\s?[/-]\s?T)|ISO(?:/IEC)?|IEC|ITU-T|T/[A-Z]{2,8})(?:\s?[/-]\s?[TZ])?"
    r"\s?[A-Z]?\d{2,6}(?:\.\d{1,3})*(?:\s?[-—–]{1,2}\s?(?:19|20)\d\d)?(?![/0-9A-Za-z])"
)
_ACRONYM = re.compile(r"\([A-Z][A-Za-z]{2,9}\)(?=贯标|国家标准|行业标准|地方标准|认证贯标)")
_NAME = re.compile(r"[一-鿿]{4,24}\Z")
_NAME_STARTS = re.compile(
    r"\A(?:.*(?:开展|推[进动广]|组织|引导|支持|鼓励|加快|实施|深化|加强|落实|贯彻|根据|按照|参与|的))?"
)


class Quoted(NamedTuple):
    """A paper or standard at a clean span (its number included).

    Attributes:
        start, end: from the mark to behind the bracket with its number.
        title: without the outer marks, or None where only a number stands.
        number: the document number or the standard's code, or None.
    """

    start: int
    end: int
    title: str | None
    number: str | None


def quoted_titles(text: str) -> Iterator[Quoted]:
    """The outermost titles in 《》, left to right, each with the number in the bracket behind it.

    A mark that is not closed within 200 code points or before a 。 opens nothing.
    """
    for match in _TITLE.finditer(text):
        yield _with_number(text, match.start(), match.end())


def _with_number(text: str, start: int, end: int) -> Quoted:
    title = re.sub(r"\s*\n\s*", "", text[start + 1 : end - 1]).strip()
    number, behind = _number_behind(text, end)
    if number is None:
        for found in find_numbers(text, max(0, start - 24), start):
            if found.end == start:
                return Quoted(found.start, end, title, found.value)
    return Quoted(start, behind, title, number)


def _number_behind(text: str, end: int) -> tuple[str | None, int]:
    """The number behind a title, in a bracket of its own or bare, and where it ends."""
    bracket = re.compile(r"\s{0,2}[(〔\[]").match(text, end)
    if bracket is None:
        for found in find_numbers(text, end, end + 30):
            if found.start == end:
                return found.value, found.end
        return None, end
    stop = _bracket_end(text, bracket.end())
    if stop is None:
        return None, end
    for found in find_numbers(text, bracket.end(), stop):
        return found.value, stop + 1
    standard = STANDARD.search(text, bracket.end(), stop)
    if standard:
        return standard[0], stop + 1
    order = order_at(text, bracket.end(), stop)
    return (order.value, stop + 1) if order else (None, end)


def _bracket_end(text: str, start: int) -> int | None:
    """The offset of the bracket that closes, the brackets of a year inside passed over."""
    depth = 1
    for place in range(start, min(len(text), start + _BRACKET)):
        sign = text[place]
        if sign in "(〔[":
            depth += 1
        elif sign in ")〕]":
            depth -= 1
            if depth == 0:
                return place
        elif sign in "。\n":
            return None
    return None


def cited_standards(text: str) -> Iterator[Quoted]:
    """Standards cited without 《》: by code (DB37/T 3890), or by name before its letters and 贯标."""
    for match in STANDARD.finditer(text):
        if re.match(r"[A-Za-z0-9]", text[match.start() - 1 : match.start()]):
            continue
        yield Quoted(match.start(), match.end(), match[0], None)
    for match in _ACRONYM.finditer(text):
        name = _NAME.search(text, max(0, match.start() - 24), match.start())
        if name:
            verbs = _NAME_STARTS.match(name[0])
            start = name.start() + (verbs.end() if verbs else 0)
            yield Quoted(start, match.end(), text[start : match.end()], None)


def bare_numbers(text: str) -> Iterator[Quoted]:
    """Document numbers that stand in the text without a title (国办函〔2021〕21号要求)."""
    for found in find_numbers(text):
        yield Quoted(found.start, found.end, None, found.value)

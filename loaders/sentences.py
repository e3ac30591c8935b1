"""Sentences of the clean text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document, Span
from loaders.outline import Outline

# What ends a sentence, and what it may not be cut inside: titles, quotations, brackets (one deep in another).
# A bracket group excludes its own opening sign, so that unclosed ones cost no second look.
_MARK = re.compile(
    # a class of signs first, so that the search skips prose quickly; which sign it was is asked behind it
    r"[。!?;！？；\n.《“(〔\[【]"
    r"(?:(?<=[。!?;！？；\n])[。!?;！？；\n]*[”’」]?"
    r"|(?<=[\u4e00-\u9fff]\.)(?=[\s\u4e00-\u9fff])"
    r"|(?<=《)[^《》\n]{1,120}》"
    r"|(?<=“)[^“”\n]{1,200}”"
    r"|(?<=\()(?:[^()\n]|\([^()\n]{0,100}\)){1,600}\)"
    r"|(?<=〔)(?:[^〔〕\n]|〔[^〔〕\n]{0,100}〕){1,600}〕"
    r"|(?<=\[)[^\[\]\n]{1,400}\]|(?<=【)[^【】\n]{1,400}】)"
)
_OPENERS = frozenset("(〔[【")
_SIGNS_BEHIND = "。!?;！？；.”’」"
_CLAUSE = re.compile(r"牵头|责任|负责|配合|单位|部门|落实")


def read_sentences(document: Document, outline: Outline) -> tuple[Span, ...]:
    """Cuts the clean text into sentences, sorted, without overlap; headings are sentences of their own.

    A sentence ends behind 。!?;(also half-width where it ends a clause of prose) or at a line end, never
        inside 《》 or
    quotation marks or brackets; a responsibility clause in brackets behind a sentence is a sentence of its
        own.
    Page furniture is left out.
    """
    text = document.clean
    fixed = [section.heading for section in outline.sections if section.numbered]
    stops = sorted([*((span, True) for span in fixed), *((span, False) for span in document.furniture)])
    sentences: list[Span] = []
    cursor = 0
    for span, keep in stops:
        if span.start < cursor:
            continue
        _cut(text, cursor, span.start, sentences)
        end = span.end
        if keep:
            if text[end : end + 1] in ("。", ";", "!", "?"):
                end += 1
            sentences.append(Span(span.start, end))
        cursor = end
    _cut(text, cursor, len(text), sentences)
    return tuple(sentences)


def _cut(text: str, start: int, end: int, sentences: list[Span]) -> None:
    """Adds the sentences between two offsets, without blanks at their ends and none of marks alone."""
    begin = start
    for behind in _ends(text, start, end):
        words = text[begin:behind]
        stripped = words.strip()
        if stripped and (stripped[0] not in _SIGNS_BEHIND or stripped.strip(_SIGNS_BEHIND)):
            if len(stripped) < len(words):
                begin += len(words) - len(words.lstrip())
            sentences.append(Span(begin, begin + len(stripped)))
        begin = behind


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences between two offsets end, the last at the second."""
    begin = start
    for match in _MARK.finditer(text, start, end):
        place, behind = match.span()
        sign = text[place]
        if sign in _OPENERS:
            if not _CLAUSE.search(text, place, behind) or text[begin:place].strip():
                continue
        elif sign in "《“":
            continue
        yield behind
        begin = behind
    yield end

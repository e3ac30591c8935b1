"""Sentences of the clean text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Document, Span
from loaders.outline import Outline

# What ends a sentence, and what it may not be cut inside: titles, quotations, brackets (one deep in another).
# A bracket group excludes its own opening sign, so that unclosed ones cost no second look.
_MARK = re.compile(
    # a look at the sign itself: at most places no kind of mark needs to be tried
    r"(?=[。!?;！？；\n.《“(〔\[【])"
    r"(?:[。!?;！？；\n]+[”’」]?"
    r"|(?<=[\u4e00-\u9fff])\.(?=[\s\u4e00-\u9fff])"
    r"|《[^《》\n]{1,120}》"
    r"|“[^“”\n]{1,200}”"
    r"|\((?:[^()\n]|\([^()\n]{0,100}\)){1,600}\)"
    r"|〔(?:[^〔〕\n]|〔[^〔〕\n]{0,100}〕){1,600}〕"
    r"|\[[^\[\]\n]{1,400}\]|【[^【】\n]{1,400}】)"
)
_OPENERS = frozenset("(〔[【")
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
        sentences.extend(_cut(text, cursor, span.start))
        end = span.end
        if keep:
            if text[end : end + 1] in ("。", ";", "!", "?"):
                end += 1
            sentences.append(Span(span.start, end))
        cursor = end
    sentences.extend(_cut(text, cursor, len(text)))
    return tuple(sentences)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences between two offsets."""
    begin = start
    for match in _MARK.finditer(text, start, end):
        place, behind = match.span()
        sign = text[place]
        if sign in _OPENERS:
            if not _CLAUSE.search(text, place, behind) or text[begin:place].strip():
                continue
        elif sign in "《“":
            continue
        if (sentence := _trimmed(text, begin, behind)) is not None:
            yield sentence
        begin = behind
    if (sentence := _trimmed(text, begin, end)) is not None:
        yield sentence


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The sentence without blanks at its ends, None if it is nothing but marks."""
    words = text[start:end]
    stripped = words.strip()
    if not stripped.strip("。!?;！？；.”’」"):
        return None
    if len(stripped) < len(words):
        start += len(words) - len(words.lstrip())
    return Span(start, start + len(stripped))

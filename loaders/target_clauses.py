"""The figures of a document that count, each with its sentence and clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.document import Span
from loaders.figures import Figure, find_figures
from loaders.reading import Reading
from loaders.rules import load_rules
from loaders.target_counts import counts, quoted_spans

_MARK = re.compile("[,。;!?\n]")
_YEAR = re.compile("到20[0-9]{2}年")
#: a clause is looked at as far as this to either side of a figure, in code points
_FAR = 80


class Counting(NamedTuple):
    """A figure that is a target, the sentence and the clause it stands in, and where what was said of the
    figure before it ends."""

    figure: Figure
    sentence: Span
    clause: Span
    floor: int


def find_counting(reading: Reading) -> Iterator[Counting]:
    """The figures that count, in order; none in titles, glossaries, names in
    quotation marks and page furniture.

    Args:
        reading: of the document.
    """
    text, last, norm = reading.text, 0, is_norm(reading)
    quotes: list[Span] = []
    quoted: Span | None = None
    for figure in find_figures(text):
        sentence = reading.sentence_at(figure.number)
        if sentence.start == sentence.end or reading.in_title(figure.number):
            continue
        section = reading.outline.section_at(figure.number)
        if section is not None and section.kind == "glossary":
            continue
        if norm and not _YEAR.search(text, sentence.start, figure.number):
            continue
        clause = _clause(text, figure, sentence)
        if not counts(text, figure, clause):
            continue
        if sentence != quoted:
            quotes, quoted = quoted_spans(text, sentence), sentence
        if any(quote.start < figure.number < quote.end for quote in quotes):
            continue
        yield Counting(figure, sentence, clause, max(clause.start, last))
        last = figure.end


def is_norm(reading: Reading) -> bool:
    """Whether a document lays down rules: what it counts are conditions, not targets."""
    norms = load_rules("target")["norms"]
    if reading.profile.genre in norms["genres"]:
        return True
    return any(title.rstrip("》”)").endswith(tuple(norms["titles"])) for title in reading.profile.titles)


def _clause(text: str, figure: Figure, sentence: Span) -> Span:
    """From the mark before a figure to the next, within the sentence."""
    start = max(sentence.start, figure.number - _FAR)
    for mark in _MARK.finditer(text, start, figure.number):
        start = mark.end()
    stop = _MARK.search(text, figure.end, min(sentence.end, figure.end + _FAR))
    return Span(start, stop.start() if stop else max(figure.end, min(sentence.end, figure.end + _FAR)))

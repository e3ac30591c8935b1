"""Targets: figures that are to be reached, or were, with what they count and by when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

from loaders.document import Span
from loaders.facts import Fact
from loaders.figures import Figure, find_figures
from loaders.page_rules import any_of
from loaders.reading import Reading
from loaders.rules import load_rules
from loaders.target_counts import counts, quoted_spans
from loaders.target_dates import Due, DueReader
from loaders.target_names import Counted, counted, shared_names

_MARK = re.compile("[,。;!?\n]")
#: a clause is looked at as far as this to either side of a figure, in code points
_FAR = 80


def read_targets(reading: Reading) -> Iterator[Fact]:
    """Facts of kind target, in order.

    Fields: indicator, comparator, value, unit, deadline, deadline_from, status, scope, period.
    """
    text, dues = reading.text, DueReader(reading)
    previous: Figure | None = None
    for figure in find_figures(text):
        sentence = reading.sentence_at(figure.number)
        if sentence.start == sentence.end or reading.in_title(figure.number):
            continue
        clause = _clause(text, figure, sentence)
        quotes = quoted_spans(text, sentence)
        if any(quote.start < figure.number < quote.end for quote in quotes) or not counts(text, figure, clause):
            continue
        floor = max(clause.start, previous.end if previous else 0)
        found = counted(text, figure, floor, clause)
        due = dues.due(figure.number, figure.end)
        yield from _facts(reading, figure, found, due, sentence)
        previous = figure


def _clause(text: str, figure: Figure, sentence: Span) -> Span:
    """From the mark before a figure to the next, within the sentence."""
    start = max(sentence.start, figure.number - _FAR)
    for mark in _MARK.finditer(text, start, figure.number):
        start = mark.end()
    stop = _MARK.search(text, figure.end, min(sentence.end, figure.end + _FAR))
    return Span(start, stop.start() if stop else max(figure.end, min(sentence.end, figure.end + _FAR)))


def _facts(reading: Reading, figure: Figure, found: Counted, due: Due, sentence: Span) -> Iterator[Fact]:
    start, end = min(found.span.start, figure.start), max(found.span.end, figure.end)
    for name in shared_names(found.indicator):
        yield reading.fact(
            "target",
            start,
            end,
            rule=f"figure-{figure.kind}",
            indicator=name,
            comparator=figure.comparator,
            value=figure.value,
            unit=_unit(reading.text, figure),
            deadline=due.deadline,
            deadline_from=due.deadline_from,
            status=due.status,
        )


def _unit(text: str, figure: Figure) -> str:
    """The unit; 大 (十大任务) counts things by 个 and work by 项."""
    if figure.kind != "big":
        return figure.unit
    return "项" if _work_behind().match(text, figure.end) else "个"


@cache
def _work_behind() -> re.Pattern[str]:
    return re.compile(rf"[^,。;、\n]{{0,6}}(?:{any_of(load_rules('target')['big_units']['项'])})")

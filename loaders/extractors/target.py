"""Targets: figures that are to be reached, or were, with what they count and by when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterator

from loaders.document import Span
from loaders.facts import Fact
from loaders.reading import Reading
from loaders.target_clauses import Counting, find_counting
from loaders.target_dates import Due, DueReader
from loaders.target_names import Counted, counted, shared_names, single_names
from loaders.target_scope import period_of, scope_of, unit_of
from loaders.target_tables import TableFigure, table_figures


def read_targets(reading: Reading) -> Iterator[Fact]:
    """Facts of kind target.

    Fields: indicator, comparator, value, unit, deadline, deadline_from (sentence, heading, item or plan
    horizon), status, scope (whom the figure speaks of), period (每年, 年均 …, or null).
    """
    dues = DueReader(reading)
    cells = list(table_figures(reading))
    for cell in cells:
        yield _of_cell(reading, cell, dues)
    closed = sorted(cell.cell for cell in cells)
    groups: list[Counting] = []
    before = ""
    for found in find_counting(reading):
        index = bisect_right(closed, found.figure.number, key=lambda span: span.start) - 1
        if index >= 0 and found.figure.number < closed[index].end:
            continue
        if groups and not _shares(reading.text, groups[-1], found):
            before = yield from _of_group(reading, groups, dues, before)
            groups = []
        groups.append(found)
    if groups:
        yield from _of_group(reading, groups, dues, before)


def _shares(text: str, last: Counting, found: Counting) -> bool:
    """Whether two figures hang together as 60%、70% do: nothing but a joint between them."""
    return text[last.figure.end : found.figure.start] in ("、", "和", "与", "及", "以及")


def _of_group(
    reading: Reading, group: list[Counting], dues: DueReader, before: str
) -> Generator[Fact, None, str]:
    """One figure, or several of one clause: A、B分别达到60%、70%.

    Args:
        before: what the figure before counts; a figure without words of its own counts that too.

    Returns:
        what the last one counts.
    """
    text, first = reading.text, group[0]
    names, last = [counted(text, first.figure, first.floor, first.clause)], group[-1]
    days: list[str] = []
    if len(group) > 1 and "分别" in text[first.clause.start : first.figure.start]:
        names = single_names(names[0], len(group))
        days = dues.listed(first.figure.number, len(group))
    for index, found in enumerate(group):
        figure = found.figure
        if index and len(names) < len(group):
            names.append(counted(text, figure, found.floor, found.clause))
        due = dues.due(figure.number, last.figure.end)
        if days:
            due = dues.of_day(days[index], figure.number)
        before = names[index].indicator or before or text[found.figure.number : found.figure.end]
        yield from _of_figure(reading, found, names[index]._replace(indicator=before), due)
    return before


def _of_figure(reading: Reading, found: Counting, name: Counted, due: Due) -> Iterator[Fact]:
    text, figure = reading.text, found.figure
    start, end = min(name.span.start, figure.start), max(name.span.end, figure.end)
    for indicator in shared_names(name.indicator):
        yield reading.fact(
            "target",
            start,
            end,
            rule=f"figure-{figure.kind}",
            indicator=indicator,
            comparator=figure.comparator,
            value=figure.value,
            unit=unit_of(text, figure),
            deadline=due.deadline,
            deadline_from=due.deadline_from,
            status=due.status,
            scope=scope_of(reading, figure, found.sentence),
            period=period_of(text, figure, found.sentence),
        )


def _of_cell(reading: Reading, cell: TableFigure, dues: DueReader) -> Fact:
    due = dues.of_column(cell.year, cell.reached)
    region = reading.profile.region
    return reading.fact(
        "target",
        *cell.cell,
        rule="figure-cell",
        sentence=Span(*cell.row),
        indicator=cell.indicator,
        comparator=cell.comparator,
        value=cell.value,
        unit=cell.unit,
        deadline=due.deadline,
        deadline_from=due.deadline_from,
        status=due.status,
        scope=region.name if region else None,
        period=None,
    )

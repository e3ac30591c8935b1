"""By when a figure holds, and whether it is planned or reached already."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.deadlines import iso_deadline
from loaders.document import Span
from loaders.outline import Section
from loaders.page_rules import any_of
from loaders.reading import Reading
from loaders.rules import load_rules
from loaders.target_items import ItemDeadlines


class Due(NamedTuple):
    """When: YYYY or YYYY-MM-DD or None, what that rests on, and the status (planned or achieved)."""

    deadline: str | None
    deadline_from: str | None
    status: str


class _Patterns(NamedTuple):
    date: re.Pattern[str]
    baseline: re.Pattern[str]
    achieved: re.Pattern[str]
    planned: re.Pattern[str]


_MONTH = r"(?:1[0-2]|0?[1-9])月份?(?:(?:3[01]|[12]\d|0?[1-9])日|底|末)?"
_DATE = rf"(?:19|20)\d\d年(?:{_MONTH}|上半年|下半年|[一二三四]季度|年?(?:底|末))?(?:之?前|以前|内)?"
#: without a year only a limit is one of the figure: 6月底前, 年底前, 年内
_LIMIT = r"(?:1[0-2]|[1-9])(?<!\d[0-9])月(?:份?(?:底|末)|(?:3[01]|[12]\d|[1-9])日)(?:之?前|以前)?|年(?:底|末)(?:之?前|以前)?|年内|今年"
_GOAL_YEAR = re.compile(r"到(20\d\d)年")
#: what makes of a year a name: 2024年度…大赛, 2024年版
_NO_TIME = re.compile("度(?!末|底|内)|版|款|第|号")
_DONE_BEHIND = re.compile(rf"[,，](?:在|于)?(?P<date>{_DATE}|{_LIMIT})(?:全部|全面|基本|力争)?(?:完成|建成|实现|达到|达标|投用)")
#: how far back a sentence is looked at, in code points
_FAR = 300


@cache
def _patterns() -> _Patterns:
    rules = load_rules("target")
    return _Patterns(
        date=re.compile(f"{_DATE}|{_LIMIT}"),
        baseline=re.compile(rf"(?:{any_of(rules['baseline'])})\Z"),
        achieved=re.compile(any_of(rules["achieved"])),
        planned=re.compile(any_of(rules["planned"])),
    )


class DueReader:
    """Reads when the figures of one document are due.

    Args:
        reading: of the document.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._items = ItemDeadlines(reading)
        profile = reading.profile
        self._year = int(profile.date[:4]) if profile.date else None
        horizon = int(profile.horizon) if profile.horizon else None
        if self._year is None or (horizon is not None and horizon == self._year + 1 and profile.genre == "work_points"):
            self._year = horizon
        self._achieved = frozenset(load_rules("target")["achieved_sections"])
        self._goal_years: dict[int, str | None] = {}
        self._horizon = profile.horizon or self._stated_horizon()

    def due(self, number: int, end: int) -> Due:
        """When a figure is due.

        Args:
            number, end: clean offsets of the figure.
        """
        sentence = self._reading.sentence_at(number)
        begin = self._begin(number, sentence)
        date = self._date_before(begin, number)
        if date is None and (behind := _DONE_BEHIND.search(self._text, end, sentence.end)):
            date = self._iso(behind["date"])
        section = self._reading.outline.section_at(number)
        if self._is_achieved(begin, number, section, date):
            return Due(date, "sentence" if date else None, "achieved")
        if date is not None:
            return Due(date, "sentence", "planned")
        return self._inherited(number, section)

    def _begin(self, number: int, sentence: Span) -> int:
        """Where what belongs together begins: the last 。, line end or heading before a figure."""
        floor = max(0, number - _FAR)
        begin = max(self._text.rfind(mark, floor, number) + 1 for mark in "。\n!?")
        return max(begin, floor) if begin <= sentence.start else sentence.start

    def _date_before(self, begin: int, number: int) -> str | None:
        """The last date before a figure that is no baseline (较2024年) and no name."""
        found = None
        for match in _patterns().date.finditer(self._text, begin, number):
            if _NO_TIME.match(self._text, match.end()) or self._reading.in_title(match.start()):
                continue
            if _patterns().baseline.search(self._text[max(begin, match.start() - 2) : match.start()]):
                continue
            found = self._iso(match[0]) or found
        return found

    def _iso(self, written: str) -> str | None:
        if written in ("年内", "今年") or written.startswith(("年底", "年末")):
            return str(self._year) if self._year else None
        return iso_deadline(written, self._year)

    def _is_achieved(self, begin: int, number: int, section: Section | None, date: str | None) -> bool:
        patterns, before = _patterns(), self._text[begin:number]
        if patterns.achieved.search(before):
            return True
        published = self._reading.profile.date
        if date is not None and published is not None:
            # a year that was over when the paper was written is reported on, not planned
            return date[:4] < published[:4]
        if patterns.planned.search(before):
            return False
        if self._reading.profile.genre == "news" and date is None:
            return section is None or section.kind not in ("goals", "tasks")
        return section is not None and section.kind in self._achieved

    # --- where the sentence says nothing --------------------------------------------------------

    def _inherited(self, number: int, section: Section | None) -> Due:
        """The deadline of the item, of a heading above, or the last year of the plan."""
        if (written := self._items.at(number, section)) and (date := self._iso(written)):
            return Due(date, "item", "planned")
        sections = self._reading.outline.sections
        above = section
        while above is not None:
            match = _patterns().date.search(above.title)
            if match and not _NO_TIME.match(above.title, match.end()) and (date := self._iso(match[0])):
                return Due(date, "heading", "planned")
            if above.kind == "goals" and (year := self._goal_year(above, number)):
                return Due(year, "heading", "planned")
            above = sections[above.parent] if above.parent is not None else None
        return Due(self._horizon, "plan horizon" if self._horizon else None, "planned")

    def _goal_year(self, section: Section, number: int) -> str | None:
        """到2027年,主要目标如下: the year under which the goals behind it stand."""
        years = [match for match in _GOAL_YEAR.finditer(self._text, section.span.start, min(section.span.end, number))]
        return years[-1][1] if years else None

    def _stated_horizon(self) -> str | None:
        """Without a period in the title: the last year that the goals name, else the document's year."""
        years = [
            match[1]
            for section in self._reading.outline.sections
            if section.kind == "goals"
            for match in _GOAL_YEAR.finditer(self._text, *section.span)
        ]
        return max(years) if years else str(self._year) if self._year else None

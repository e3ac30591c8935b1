"""By when a figure holds, and whether it is planned or reached already."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.dates import find_dates
from loaders.deadlines import iso_deadline
from loaders.document import Span
from loaders.outline import Section
from loaders.reading import Reading
from loaders.rules import any_of, load_rules
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
_LIMIT = (
    r"(?:1[0-2]|[1-9])(?<!\d[0-9])月(?:份?(?:底|末)|(?:3[01]|[12]\d|[1-9])日)(?:之?前|以前)?"
    r"|年(?:底|末)(?:之?前|以前)?|年内|今年|去年|上年|全年(?!龄)"
)
_GOAL_YEAR = re.compile(r"到(20\d\d)年")
#: what makes of a year a name: 2024年度…大赛, 2024年版
_NO_TIME = re.compile("度(?!末|底|内)|版|款|第|号|的[0-9]")
#: the plan that a news item reports on
_PLAN = re.compile("《[^《》\n]{2,60}?(?:20[0-9]{2})年?[-—–~至到]{1,2}(20[0-9]{2})年?[)）]?[^《》\n]{0,8}》")
_SINCE = re.compile(rf"(?:截至|截止)(?P<date>{_DATE})")
_DONE_BEHIND = re.compile(
    rf"[,，](?:在|于)?(?P<date>{_DATE}|{_LIMIT})(?:全部|全面|基本|力争)?(?:完成|建成|实现|达标|投用|投运|启用|上线|到位)(?=[,。;)\n]|$)"
)
_EVENT = re.compile("(?:1[0-2]|[1-9])月(?:(?:3[01]|[12][0-9]|[1-9])日)?[^底末]{0,80}(?:已|累计|目前)")
#: what is said behind these is to come: 已建成20个,到2032年达到50个
_AIM = re.compile("力争|争取|下一步|预计|到20[0-9]{2}年")
#: titles of papers that tell what was done, and headings of what comes next in them
_SUMS_UP = re.compile("(?:总结|完成情况|执行情况|落实情况|进展情况|工作情况)(?:的?报告|的?通报)?\\Z")
_COMING = re.compile("下一步|打算|计划|思路|安排|重点|目标")
#: an explanation speaks of what its paper plans
_EXPLAINS = re.compile("解读|问答|一图读懂")
_TITLE_YEAR = re.compile("(20[0-9]{2})年")
_LAST_YEAR = re.compile("(?<![较比])去年")
_YEAR_END = re.compile("年?年(?:底|末)")
#: how far back a sentence is looked at, in code points
_FAR = 300
#: and a paragraph
_PARAGRAPH = 1500
#: where a page without signature says its day, in code points
_HEAD = 600


@cache
def _patterns() -> _Patterns:
    rules = load_rules("target")
    return _Patterns(
        date=re.compile(f"{_DATE}|{_LIMIT}"),
        baseline=re.compile(rf"(?:{any_of(rules['baseline'])})\Z"),
        achieved=re.compile(rf"(?<![较比])(?:{any_of(rules['achieved'])})"),
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
        date = profile.date or next((found.iso for found in find_dates(self._text, 0, _HEAD)), None)
        self._year = int(date[:4]) if date else None
        horizon = int(profile.horizon) if profile.horizon else None
        if self._year is None or (
            horizon is not None and horizon == self._year + 1 and profile.genre == "work_points"
        ):
            self._year = horizon
        self._achieved = frozenset(load_rules("target")["achieved_sections"])
        explains = any(_EXPLAINS.search(title) for title in profile.titles)
        self._sums_up = any(_SUMS_UP.search(title) for title in profile.titles)
        self._is_news = not explains and profile.genre == "news" and profile.horizon is None
        plan = _PLAN.search(self._text) if self._is_news else None
        self._plan = (plan.end(), plan[1]) if plan else None
        self._horizon = profile.horizon or self._stated_horizon()

    def due(self, number: int, end: int) -> Due:
        """When a figure is due.

        Args:
            number, end: clean offsets of the figure.
        """
        sentence = self._reading.sentence_at(number)
        begin = self._begin(number, sentence)
        date = self._date_before(begin, number)
        if date is None and (behind := _DONE_BEHIND.search(self._text, end, min(sentence.end, end + _FAR))):
            date = self._iso(behind["date"])
        section = self._reading.outline.section_at(number)
        if self._is_achieved(begin, number, section, date):
            if date is not None and self._is_event(begin, number):
                date = None
            return self._reached(date, begin, number, section)
        if date is not None:
            return self._finer(Due(date, "sentence", "planned"), number, section)
        if self._plan is not None:
            return Due(self._plan[1], "plan horizon", "planned")
        return self._inherited(number, section)

    def listed(self, number: int, count: int) -> list[str]:
        """2025年、2026年,X分别达到A、B: the dates in order where there are as many as figures, else []."""
        begin = self._begin(number, self._reading.sentence_at(number))
        days = [
            day
            for match in _patterns().date.finditer(self._text, begin, number)
            if (day := self._iso(match[0]))
        ]
        return days if len(days) == count else []

    def of_day(self, day: str, number: int) -> Due:
        """What is due on a day that was read already."""
        begin = self._begin(number, self._reading.sentence_at(number))
        achieved = self._is_achieved(begin, number, self._reading.outline.section_at(number), day)
        return Due(day, "sentence", "achieved" if achieved else "planned")

    def of_column(self, year: str | None, reached: bool) -> Due:
        """What a column of an indicator table says: 2025年实际, 2028年目标."""
        if reached:
            return Due(year, "heading" if year else None, "achieved")
        date = self._reading.profile.date
        if year is not None and date is not None and int(year) < int(date[:4]):
            return Due(year, "heading", "achieved")
        if year is not None:
            return Due(year, "heading", "planned")
        return Due(self._horizon, "plan horizon" if self._horizon else None, "planned")

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
        """A written date; 去年 is the year before the document's."""
        if written in ("年内", "今年", "全年"):
            return str(self._year) if self._year else None
        if written in ("去年", "上年"):
            return str(self._year - 1) if self._year else None
        return iso_deadline(written, self._year) or (str(self._year) if self._year else None)

    def _is_achieved(self, begin: int, number: int, section: Section | None, date: str | None) -> bool:
        patterns, before = _patterns(), self._text[begin:number]
        done = max((match.end() for match in patterns.achieved.finditer(before)), default=0)
        aim = max((match.end() for match in _AIM.finditer(before)), default=0)
        if done > aim:
            return True
        if date is not None and self._reading.profile.date is not None:
            # a year that was over when the paper was written is reported on, not planned
            return int(date[:4]) < int(self._reading.profile.date[:4])
        if patterns.planned.search(before):
            return False
        if self._sums_up and (section is None or not _COMING.search(section.title)):
            return date is None
        if self._is_news and date is None:
            # before the plan that it reports on a news item tells what there is
            return self._plan is None or number < self._plan[0]
        return section is not None and section.kind in self._achieved

    def _finer(self, due: Due, number: int, section: Section | None) -> Due:
        """年内完成 in an item with 完成时限:11月底: the item says it more exactly."""
        written = self._items.at(number, section)
        date = self._iso(written) if written else None
        if due.deadline and date and len(due.deadline) == 4 and date.startswith(due.deadline + "-"):
            return Due(date, "item", due.status)
        return due

    def _reached(self, date: str | None, begin: int, number: int, section: Section | None) -> Due:
        """The date that a reached figure holds for: the sentence's, else the year of a heading (2025年工作
        回顾), else 截至… earlier in a section on what there is."""
        since = None
        for match in _SINCE.finditer(self._text, begin, number):
            since = match
        if date is not None:
            # 截至2025年底 is a day, 2025年底前 a year
            day = (
                date
                if since is None or len(date) > 4 or not _YEAR_END.search(since["date"])
                else f"{date}-12-31"
            )
            return Due(day, "sentence", "achieved")
        above = section if section is not None and section.kind in self._achieved else None
        while above is not None:
            told_above = _patterns().date.search(above.title)
            if told_above and (date := self._iso(told_above[0])):
                return Due(date, "heading", "achieved")
            above = self._above(above)
        if section is not None and section.kind in self._achieved:
            paragraph = self._reading.outline.paragraph_at(number)
            for earlier in _SINCE.finditer(
                self._text, max(section.span.start, paragraph.start, number - _PARAGRAPH), number
            ):
                since, date = earlier, self._iso(earlier["date"])
            if since is not None and date is not None:
                return self._reached(date, since.start(), number, None)._replace(deadline_from="heading")
        if self._sums_up and (
            years := [_TITLE_YEAR.findall(title) for title in self._reading.profile.titles]
        ):
            told_year = next((year for found in years for year in found), None)
            return Due(told_year, "heading" if told_year else None, "achieved")
        told = self._news_year(number)
        return Due(told, "heading" if told else None, "achieved")

    def _above(self, section: Section) -> Section | None:
        return self._reading.outline.sections[section.parent] if section.parent is not None else None

    def _news_year(self, number: int) -> str | None:
        """去年… said at the beginning of a news item's paragraph holds for its figures."""
        if not self._is_news:
            return None
        paragraph = self._reading.outline.paragraph_at(number)
        told = _LAST_YEAR.search(self._text, max(paragraph.start, number - _PARAGRAPH), number)
        if (
            told is not None
            and "已" in self._text[self._begin(number, self._reading.sentence_at(number)) : number]
        ):
            return None
        return self._iso(told[0]) if told else None

    def _is_event(self, begin: int, number: int) -> bool:
        """2021年6月上线X,已归集…: the day of the event is not the one that the figure holds for."""
        span = self._text[begin:number]
        return _SINCE.search(span) is None and _EVENT.search(span) is not None

    # --- where the sentence says nothing --------------------------------------------------------

    def _inherited(self, number: int, section: Section | None) -> Due:
        """The deadline of the item, of a heading above, or the last year of the plan."""
        if (written := self._items.at(number, section)) and (date := self._iso(written)):
            return Due(date, "item", "planned")
        above = section
        while above is not None:
            # a whole task as heading says its figures' dates as a sentence does
            match = None if number < above.heading.end else _patterns().date.search(above.title)
            if match and not _NO_TIME.match(above.title, match.end()) and (date := self._iso(match[0])):
                return Due(date, "heading", "planned")
            if above.kind == "goals" and (year := self._goal_year(above, number)):
                return Due(year, "heading", "planned")
            above = self._above(above)
        return Due(self._horizon, "plan horizon" if self._horizon else None, "planned")

    def _goal_year(self, section: Section, number: int) -> str | None:
        """到2027年,主要目标如下: the year under which the goals behind it stand."""
        start, end = max(section.span.start, number - _PARAGRAPH), min(section.span.end, number)
        years = _GOAL_YEAR.findall(self._text, start, end)
        return str(years[-1]) if years else None

    def _stated_horizon(self) -> str | None:
        """Without a period in the title: the last year that the goals name, else the document's year."""
        goals = [section.span for section in self._reading.outline.sections if section.kind == "goals"]
        whole = Span(0, len(self._text))
        years = [year for span in goals or [whole] for year in _GOAL_YEAR.findall(self._text, *span)]
        return max(years) if years else str(self._year) if self._year else None

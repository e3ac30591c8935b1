"""What kind of paper a document is, and how far it plans ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.dates import numeral

_RANGE = re.compile(r"(20\d\d)年?\s?[-—–~～至到]{0,2}\s?(20\d\d)年?")
_FIVE_YEARS = re.compile(r"十([一二三四五六七八九])五|第([一二三四五六七八九十]{1,3})个五年")
_YEAR = re.compile(r"(20\d\d)年")
#: 规划期限为2021-2025年, 规划期限至2026年, 实施期限为…
_STATED = re.compile(
    r"(?:规划|计划|方案|实施|行动|本规划|政策)(?:的)?(?:期限?|时限|周期)(?:为|至|到|是|:|自)?[^。;\n]{0,16}?(20\d\d)年?"
    r"(?:\s?[-—–~至到]{1,2}\s?(20\d\d))?"
)
#: kinds in the order in which they are looked for at the end of a title
_GENRES = (
    ("work_points", r"工作要点|要点|工作安排|重点工作"),
    ("plan", r"规划|纲要|计划|蓝图|路线图"),
    ("scheme", r"方案|预案|任务分解|行动"),
    ("regulation", r"条例|办法|规定|细则|规则|章程|制度|规范|标准|准则|法"),
    ("opinion", r"意见|措施|政策|十条|举措|建议"),
    ("report", r"报告|总结|白皮书"),
    ("reply", r"复函|批复|答复|函"),
    ("notice", r"通知|公告|通告|通报|决定|令|公报"),
    ("news", r"解读|问答"),
)
_BRACKETS_END = re.compile(r"(?:\s?[(〔][^()〔〕]{1,30}[)〕]){1,3}\Z")
_NEWS = re.compile(r"原标题|记者|新闻发布会|据悉|讯[)】]?\s|[>›]\s?正文|责任编辑|本报|通讯员")


def read_genre(titles: Sequence[str], head: str) -> str:
    """The kind of a document by its last title (the annexed paper's), else by the words of a news page.

    Args:
        titles: the document's own titles.
        head: the beginning of the clean text.
    """
    # the last title is the annexed paper's; a notice without one is a notice
    for title in reversed(titles):
        bare = _BRACKETS_END.sub("", title).rstrip("》”")
        for genre, endings in _GENRES:
            if re.search(rf"(?:{endings})\Z", bare):
                return genre
    return "news" if _NEWS.search(head) else "other"


def read_horizon(titles: Sequence[str], text: str) -> str | None:
    """The last year of a plan's period: a range in its title, a five-year plan, the stated period, or the
    year of a yearly plan.

    Args:
        titles: the document's own titles.
        text: clean text; the stated period is sought in its beginning.
    """
    for title in reversed(titles):
        if match := _RANGE.search(title):
            return match[2]
    for title in reversed(titles):
        if year := _five_years(title):
            return year
    if match := _STATED.search(text, 0, 6000):
        return match[2] or match[1]
    for title in reversed(titles):
        if match := _YEAR.search(title):
            return match[1]
    return None


def _five_years(title: str) -> str | None:
    """The last year of a five-year plan: 十四五 → 2025, 第十五个五年规划 → 2030. From the third on each ends
    in a year of 5 or 0."""
    match = _FIVE_YEARS.search(title)
    if match is None:
        return None
    count = numeral("十" + match[1]) if match[1] else numeral(match[2])
    return str(1955 + 5 * count) if count else None

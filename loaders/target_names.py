"""What a figure counts: the words before it (覆盖率达到95%) or behind it (95个应用)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.figures import Figure
from loaders.rules import any_of, load_rules

_EDGE = " \t\u3000\n,、;。:—-“"
_BEHIND = re.compile(r"[^,。;:!?\n、)]{1,40}")
#: 、 parts names surely; 和 may be part of one (饱和率), so may 及 (及时率)
_AND = (re.compile("、"), re.compile("、|以及|和(?!率|谐|度)|及(?!时|格)|与(?!会|率)"))
_DATED = re.compile(
    r"(?:截至|截止|到|至|在|自)?(?:(?:19|20)\d\d年)(?:(?:1[0-2]|[1-9])月)?(?:底|末|前|内|上半年|下半年)?(?:前)?,?|(?:1[0-2]|[1-9])月底前|年底前|年内"
)


class Counted(NamedTuple):
    """What a figure counts, and the clean span of the words that say so."""

    indicator: str
    span: Span


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]
    measure: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    rules = load_rules("target")
    return _Patterns(
        before=re.compile(rf"(?:{any_of(rules['strip_before'])})"),
        behind=re.compile(rf"(?:{any_of(rules['strip_behind'])})\Z"),
        measure=re.compile(rf"(?:{any_of(rules['measure_ends'])})(?:\([^()]{{0,20}}\))?\Z"),
    )


def counted(text: str, figure: Figure, floor: int, clause: Span) -> Counted:
    """The indicator of a figure.

    Args:
        text: clean text.
        figure: in it.
        floor: clean offset behind the figure before it in the same clause, else the clause's start.
        clause: clean span from mark to mark.
    """
    behind = _behind(text, figure, clause)
    before = _before(text, floor, figure.start)
    if figure.kind == "share" and behind is not None and text.startswith("的", figure.end):
        return Counted(f"{behind.indicator}比例", behind.span)
    if behind is not None and (figure.kind != "share" or before is None):
        return behind
    return before or Counted("", Span(figure.start, figure.end))


def _behind(text: str, figure: Figure, clause: Span) -> Counted | None:
    """20个以上多跨场景: the words behind the figure up to the next mark."""
    match = _BEHIND.match(text, figure.end, max(figure.end, clause.end))
    if match is None:
        return None
    words = match[0].lstrip("的").rstrip("的” ")
    if len(words) < 2 or words[0] in "以之左内":
        return None
    return Counted(words, Span(figure.start, match.end()))


def _before(text: str, floor: int, end: int) -> Counted | None:
    """覆盖率达到95%: the words before the figure without verbs at either end."""
    start = floor
    while start < end and text[start] in _EDGE.replace("“", ""):
        start += 1
    while (match := _DATED.match(text, start, end)) or (match := _patterns().before.match(text, start, end)):
        if match.end() >= end or match.end() == start:
            break
        start = match.end()
    stop = end
    while stop > start and (match := _patterns().behind.search(text[max(start, stop - 6) : stop])):
        stop -= len(match[0])
    words = text[start:stop].strip(_EDGE)
    return Counted(words, Span(start, end)) if len(words) >= 2 else None


def shared_names(indicator: str) -> list[str]:
    """合规率、及时率 → both; a list whose parts are no measures of their own stays whole."""
    for joint in _AND:
        parts = [part for part in joint.split(indicator) if part]
        if len(parts) > 1 and all(_patterns().measure.search(part) for part in parts):
            return parts
    return [indicator]


def single_names(found: Counted, count: int) -> list[Counted]:
    """A、B分别达到…: one name for each of `count` figures, or the whole for each where they don't match."""
    ways = [[part for part in joint.split(found.indicator) if part] for joint in _AND]
    parts = next((way for way in ways if len(way) >= count), None)
    if parts is None:
        return [found] * count
    # what stands before the list goes with its first name: 全市A、B
    return [Counted(part, found.span) for part in parts[len(parts) - count :]]

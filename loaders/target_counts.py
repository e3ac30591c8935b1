"""Which figures count: those that say how much of something concrete there is or is to be."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.figures import Figure
from loaders.page_rules import any_of
from loaders.rules import load_rules

#: how far before a figure the word is sought that makes it count, in code points
_REACH = 24
_THRESHOLD = re.compile("[^,;。、]{0,6}的(?!比例|比重|占比|覆盖|目标|水平|要求|速度|标准|增长|增速)[一-鿿]")
_FLOORS = (">=", "<=")
_LISTED = re.compile("[^,;。]、[^,;。]")
_SPEED_END = re.compile("为主|以上|[,。;、)]|接入|$")
#: behind a bare number its clause ends
_BARE_END = re.compile(r"(?:以上|以下|以内|左右)?\s*(?:[,。;、)\n]|$)")
_QUOTES = re.compile("“[^“”\n]{1,60}”")


class _Words(NamedTuple):
    not_counted: re.Pattern[str]
    rule_words: re.Pattern[str]
    time_verbs: re.Pattern[str]
    time_nouns: re.Pattern[str]
    star: re.Pattern[str]
    speed: re.Pattern[str]
    leads: re.Pattern[str]
    one_leads: re.Pattern[str]


@cache
def _words() -> _Words:
    rules = load_rules("target")
    return _Words(
        not_counted=re.compile(any_of(rules["not_counted"])),
        rule_words=re.compile(any_of(rules["rule_words"])),
        time_verbs=re.compile(any_of(rules["time_verbs"])),
        time_nouns=re.compile(any_of(rules["time_nouns"])),
        star=re.compile(any_of(rules["star_leads"])),
        speed=re.compile(any_of(rules["speed_nouns"])),
        leads=re.compile(rf"(?:{any_of(rules['han_leads'])})[了好约]?\Z"),
        one_leads=re.compile(rf"(?:{any_of(rules['one_leads'])})[了好]?\Z"),
    )


def quoted_spans(text: str, clause: Span) -> list[Span]:
    """What stands in quotation marks between two offsets: names, whose figures are no targets."""
    return [Span(*match.span()) for match in _QUOTES.finditer(text, *clause)]


def counts(text: str, figure: Figure, clause: Span) -> bool:
    """Whether a figure is a target.

    Args:
        text: clean text.
        figure: found in it.
        clause: clean span from the mark before it (, 。 ;) to the next.
    """
    if _words().not_counted.match(text, figure.end):
        return False
    if figure.kind in ("money", "share", "count", "bare") and _is_condition(text, figure, clause):
        return False
    if figure.kind == "time":
        return _is_shortened(text, figure, clause)
    if figure.kind == "bare":
        return _stands_bare(text, figure)
    if figure.kind == "star":
        return _words().star.search(text, max(clause.start, figure.number - _REACH), figure.number) is not None
    if figure.kind == "speed":
        led = _words().speed.search(text, max(clause.start, figure.number - _REACH), figure.number)
        return led is not None and _SPEED_END.match(text, figure.end) is not None
    if figure.kind == "physical" and _is_threshold(text, figure):
        return False
    if figure.spelt:
        return _is_counting(text, figure, clause)
    return True


def _is_condition(text: str, figure: Figure, clause: Span) -> bool:
    """Sums of grants and fines, and what a rule asks of those whom it is for (超过1亿元的项目)."""
    if figure.kind in ("money", "share") and _words().rule_words.search(text, *clause):
        return True
    return figure.kind != "share" and _is_threshold(text, figure)


def _is_threshold(text: str, figure: Figure) -> bool:
    """超过5000吨标准煤的企业, 2000万元以上的企业: who is meant, not how much is to be done."""
    if figure.comparator not in _FLOORS or _THRESHOLD.match(text, figure.end) is None:
        return False
    return figure.start < figure.number or figure.kind in ("money", "physical")


def _is_shortened(text: str, figure: Figure, clause: Span) -> bool:
    words, start = _words(), max(clause.start, figure.number - _REACH)
    if words.time_nouns.search(text, start, min(clause.end, figure.end + 6)):
        return True
    return words.time_verbs.search(text, max(start, figure.number - 6), figure.number) is not None


def _stands_bare(text: str, figure: Figure) -> bool:
    """A number without a unit: 不高于1.3 (a ratio), 超60万 (a large count)."""
    if _BARE_END.match(text, figure.unit_end) is None:
        return False
    if figure.unit:
        return True
    return figure.start < figure.number and "." in figure.value


def _is_counting(text: str, figure: Figure, clause: Span) -> bool:
    """A number in characters counts behind a list (A、B、C三大中心) or a word such as 等, 建成."""
    words = _words()
    lead = text[max(clause.start, figure.number - 5) : figure.number]
    if figure.value == "1":
        return figure.kind != "big" and words.one_leads.search(lead) is not None
    if figure.kind == "big":
        listed = _LISTED.search(text, clause.start, figure.number) is not None
        return listed or words.leads.search(lead) is not None
    return words.leads.search(lead) is not None

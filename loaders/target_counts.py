"""Which figures count: those that say how much of something concrete there is or is to be."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.figures import Figure
from loaders.rules import any_of, load_rules

#: how far before a figure the word is sought that makes it count, in code points
_REACH = 40
_THRESHOLD = re.compile("的(?!比例|比重|占比|覆盖|目标|水平|要求|速度|标准|增长|增速)[一-鿿]")
#: 20亿元以上企业: whom a sum tells apart
_WHO = re.compile("的?[一-鿿]{0,6}(?:企业|项目|单位|工程|机构|主体|公司|商户|产品)")
_LIMITS = (">=", "<=")
#: 由18%提高到37%, 由2025年的83%提升到: the figure that was
_WAS = re.compile("(?:由|从)(?:(?:19|20)[0-9]{2}年(?:底|末)?)?的?\\Z|[(]共\\Z")
#: “1468”, “1+4+N”: a framework whose numbers are spelt out in the sentence
#: 前3名: a rank
_RANK = re.compile("[前第][0-9一二三四五六七八九十]{1,3}[名位]")
_FRAMEWORK = re.compile(r"“[0-9N+]{2,12}”")
_LISTED = re.compile("[^,;。]、[^,;。]")
_SPEED_END = re.compile("为主|以上|[,。;、)]|接入|$")
#: behind a bare number its clause ends
_BARE_END = re.compile(r"(?:以上|以下|以内|左右)?\s*(?:[,。;、)\n.]|$)")
_LEVEL_LEADS = re.compile(
    r"(?:达到|保持在|稳定在|提升到|提高到|提升至|提高至|降至|降到|控制在|不[低高]于|不超过)\Z"
)
_QUOTES = re.compile("“[^“”\n]{1,60}”")


class _Words(NamedTuple):
    not_counted: re.Pattern[str]
    rule_words: re.Pattern[str]
    time_verbs: re.Pattern[str]
    time_nouns: re.Pattern[str]
    star: re.Pattern[str]
    speed: re.Pattern[str]
    told: re.Pattern[str]
    level: re.Pattern[str]
    ratio: re.Pattern[str]
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
        told=re.compile(any_of(rules["told"])),
        level=re.compile(rf"(?:{any_of(rules['level_leads'])})\Z"),
        ratio=re.compile(rf"(?:{any_of(rules['ratio_nouns'])})(?:降至|降到|为|达到|达|约)?\Z"),
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
    words = _words()
    if _RANK.match(text, figure.number - 1):
        return False
    if words.not_counted.match(text, figure.end):
        return False
    if words.told.search(text, *clause) or _WAS.search(text[figure.number - 8 : figure.number]):
        return False
    if figure.kind in ("money", "share", "count", "bare") and _is_condition(text, figure, clause):
        return False
    if figure.kind == "time":
        return _is_shortened(text, figure, clause)
    if figure.kind == "bare":
        return _stands_bare(text, figure)
    if figure.unit == "级":
        return words.level.search(text[max(clause.start, figure.start - 4) : figure.number]) is not None
    if figure.kind == "star":
        return (
            _words().star.search(text, max(clause.start, figure.number - _REACH), figure.number) is not None
        )
    if figure.kind == "speed":
        led = _words().speed.search(text, max(clause.start, figure.number - _REACH), figure.number)
        return led is not None and _SPEED_END.match(text, figure.end) is not None
    if figure.kind == "physical" and _is_threshold(text, figure):
        return False
    if figure.spelt and figure.kind != "share":
        return _is_counting(text, figure, clause)
    return True


def _is_condition(text: str, figure: Figure, clause: Span) -> bool:
    """Sums of grants and fines, and what a rule asks of those whom it is for (超过1亿元的项目)."""
    words = _words().rule_words
    if figure.kind == "money" and words.search(text, *clause):
        return True
    measured = text[max(clause.start, figure.start - 8) : figure.start]
    if figure.kind == "share" and "率" not in measured and words.search(text, *clause):
        return True
    return figure.kind != "share" and _is_threshold(text, figure)


def _is_threshold(text: str, figure: Figure) -> bool:
    """超过5000吨标准煤的企业, 2000万元以上的企业: who is meant, not how much is to be done."""
    if figure.comparator not in _LIMITS or text.startswith("不", figure.start):
        return False
    if figure.kind in ("money", "physical"):
        behind = _THRESHOLD if figure.start < figure.number else _WHO
        return behind.match(text, figure.end) is not None
    return figure.start < figure.number and _THRESHOLD.match(text, figure.end) is not None


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
    if figure.start < figure.number and "." in figure.value:
        return True
    lead = text[max(0, figure.number - 7) : figure.number]
    if "." in figure.value and _words().ratio.search(lead):
        return True
    return (figure.end > figure.unit_end or "不" in lead) and _LEVEL_LEADS.search(lead) is not None


def _is_counting(text: str, figure: Figure, clause: Span) -> bool:
    """A number in characters counts behind a list (A、B、C三大中心) or a word such as 等, 建成."""
    words = _words()
    lead = text[max(clause.start, figure.number - 5) : figure.number]
    if figure.value == "1" and not lead.endswith((":", "、", "即")):
        return figure.kind != "big" and words.one_leads.search(lead) is not None
    if words.leads.search(lead) is not None or lead.endswith("”"):
        return True
    if _LISTED.search(text, clause.start, figure.number) is not None and text[figure.number - 1] != "、":
        return True
    before = text[max(0, figure.number - 80) : figure.number]
    return before.endswith(("、", ":", "即")) and _FRAMEWORK.search(before) is not None

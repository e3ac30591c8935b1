"""Whom a figure speaks of, whether it returns every year, and the unit it is counted in."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.figures import Figure
from loaders.prefixes import place_at_start
from loaders.reading import Reading
from loaders.rules import any_of, load_rules

#: how far before a figure its scope is sought, in code points
_FAR = 60
#: a place that a sentence begins with
_NAMED = re.compile("(?:其中)?[^全各我本,。;、\n]{1,7}?[省市区县州盟旗]")
_SHARE_OF = re.compile(r"的(?P<whom>[一-鿿()、]{1,20}?)(?=达到|实现|建成|完成|纳入|接入|开展|[,。;]|$)")


class _Patterns(NamedTuple):
    scopes: re.Pattern[str]
    names: dict[str, str]
    periods: re.Pattern[str]
    work: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    rules = load_rules("target")
    names = {word: name for name, words in rules["scopes"].items() for word in words}
    return _Patterns(
        scopes=re.compile(any_of(names)),
        names=names,
        periods=re.compile(any_of(rules["period_words"])),
        work=re.compile(rf"[^,。;、\n]{{0,6}}(?:{any_of(rules['big_units']['项'])})"),
    )


def scope_of(reading: Reading, figure: Figure, sentence: Span) -> str | None:
    """Whom a figure speaks of: 中国, a named place, 60%以上的区(市), else the document's region.

    Args:
        reading: of the document.
        figure, sentence: the figure and the clean span of its sentence.
    """
    text, patterns = reading.text, _patterns()
    if figure.kind == "share" and (share := _SHARE_OF.match(text, figure.end)):
        return text[figure.number : figure.end] + share[0]
    start = max(sentence.start, figure.number - _FAR)
    whose = patterns.scopes.findall(text, start, figure.number)
    if whose:
        return patterns.names[whose[-1]]
    home = reading.profile.region
    named = _NAMED.match(text, sentence.start)
    place = place_at_start(named[0], home, reading.vocabulary.regions) if named else None
    if place is not None:
        return place[0].name
    return home.name if home is not None else None


def period_of(text: str, figure: Figure, sentence: Span) -> str | None:
    """每年, 年均, 每季度 …: the last such word before a figure in its part of the sentence, else None."""
    start = max(sentence.start, text.rfind(",", sentence.start, max(sentence.start, figure.number - 16)) + 1)
    found = _patterns().periods.findall(text, start, figure.number)
    return str(found[-1]) if found else None


def unit_of(text: str, figure: Figure) -> str:
    """The unit; 大 (十大任务) counts work by 项 and things by 个."""
    if figure.kind != "big":
        return figure.unit
    return "项" if _patterns().work.match(text, figure.end) else "个"

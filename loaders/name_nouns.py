"""The noun that belongs to a quoted name: “一岗一码”工作机制, but “一岗一码”事项."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.rules import any_of, load_rules

_SIGN = "[0-9A-Za-z一-鿿]"
#: longer modifiers than these join two things (工业应用程序开发大赛 has eight signs)
_LONGEST, _LONGEST_NUMBERED = 10, 14


class Noun(NamedTuple):
    """A noun behind a quoted name: where it ends (clean offset) and what kind of initiative it tells."""

    end: int
    kind: str


class _Patterns(NamedTuple):
    plain: re.Pattern[str]
    numbered: re.Pattern[str]
    platform: re.Pattern[str]
    kinds: dict[str, str]


@cache
def _patterns() -> _Patterns:
    rules = load_rules("initiative")
    kinds = {noun: kind for kind, nouns in rules["nouns"].items() for noun in nouns}
    heads = f"(?:{any_of(kinds)})(?!{any_of(rules['not_behind_noun'])})|{rules['managed']}"
    numbered = f"{heads}|{any_of(rules['numbered_nouns'])}"
    return _Patterns(
        plain=re.compile(f"{rules['bracket']}{_modifier(heads, _LONGEST)}({heads})"),
        numbered=re.compile(f"的?{_modifier(numbered, _LONGEST_NUMBERED)}({numbered})"),
        platform=re.compile(
            f"(?:(?!{any_of(rules['modifier_stops'][5:])}){_SIGN}){{0,10}}?(?:{any_of(rules['platform_nouns'])})"
        ),
        kinds=kinds,
    )


def _modifier(heads: str, longest: int) -> str:
    """Signs between the closing mark and the noun, as few as may be; none begins a word that breaks."""
    rules = load_rules("initiative")
    goes_on = {"平台": rules["platform_goes_on"], "数据": rules["data_goes_on"]}
    stops = [
        f"{re.escape(stop)}(?!{any_of(goes_on[stop])})" if stop in goes_on else re.escape(stop)
        for stop in rules["modifier_stops"]
    ]
    breaks = f"{'|'.join(stops)}|(?:{any_of(rules['modifier_verbs'])})(?!{heads})"
    return f"(?:(?!{heads}|{breaks}){_SIGN}){{0,{longest}}}"


def noun_behind(text: str, end: int, numbered: bool) -> Noun | None:
    """The noun that belongs to the quoted name that ends at a clean offset.

    Args:
        text: clean text.
        end: just behind the closing mark.
        numbered: whether the name is a numbered framework, A+B or A×B, whose noun may follow 的.
    """
    patterns = _patterns()
    found = (patterns.numbered if numbered else patterns.plain).match(text, end)
    if not found:
        return None
    return Noun(found.end(), patterns.kinds.get(found[1], "framework" if numbered else "mechanism"))


def kind_by_ending(name: str) -> str | None:
    """The kind that a name's own last words tell: 雨露计划 is a plan. None where they tell nothing."""
    kinds = _patterns().kinds
    return next((kinds[name[-size:]] for size in range(6, 1, -1) if name[-size:] in kinds), None)


def platform_behind(text: str, end: int) -> bool:
    """Whether the quoted words that end at a clean offset name a platform: “某地通”综合服务平台."""
    return _patterns().platform.match(text, end) is not None

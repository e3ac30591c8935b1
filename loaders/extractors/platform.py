"""Platforms: named information systems, found by the vocabulary, with what is done to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.actions import action_on
from loaders.facts import Fact
from loaders.known_names import KnownName
from loaders.reading import Reading
from loaders.rules import load_rules

_HAN = "[0-9A-Za-z一-鿿·]"
_QUOTES = {"“": "”", "‘": "’"}


class _NamePatterns(NamedTuple):
    quoted_tail: re.Pattern[str]
    plain_tail: re.Pattern[str]
    not_before: re.Pattern[str]


@cache
def _patterns() -> _NamePatterns:
    rules = load_rules("platform_names")

    def any_of(words: list[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

    own = f"(?:(?!{any_of(list(rules['breaks']))}){_HAN})"
    branch = f"(?:APP)?{own}{{0,8}}?(?:{any_of(rules['branches'])})"
    return _NamePatterns(
        quoted_tail=re.compile(f"{branch}|{any_of(rules['tails'])}"),
        plain_tail=re.compile(
            f"{own}{{0,8}}?(?:{any_of(rules['endings'])})|{branch}|{any_of(rules['tails'])}"
        ),
        not_before=re.compile(any_of(rules["not_before"])),
    )


def _name_at(text: str, known: KnownName) -> tuple[int, int, str]:
    """The name as it is written around a known name: clean start and end, and the wording without quotes."""
    patterns, start, end = _patterns(), known.start, known.end
    closing = _QUOTES.get(text[start - 1 : start])
    if closing and text[end : end + 1] == closing:
        tail = patterns.quoted_tail.match(text, end + 1)
        wording = text[start:end] + (tail[0] if tail else "")
        return start - 1, tail.end() if tail else end + 1, wording
    if closing:
        # the known name begins a longer quoted one: “爱X·某市掌上通”
        close = text.find(closing, end, end + 16)
        if close > 0 and "\n" not in text[end:close]:
            return start - 1, close + 1, text[start:close]
    tail = patterns.plain_tail.match(text, end)
    return start, tail.end() if tail else end, text[start : tail.end() if tail else end]


def read_platforms(reading: Reading) -> Iterator[Fact]:
    """Facts of kind platform: one for each sentence, name and action.

    Fields: name (as written), action, known (the vocabulary's name), platform_kind, owner (code of the region
    whose system it is, or null).
    """
    text, seen = reading.text, set()
    for known in reading.known:
        sentence = reading.sentence_at(known.start)
        if known.term.kind != "platform" or sentence.start == sentence.end or reading.in_title(known.start):
            continue
        start, end, name = _name_at(text, known)
        if _patterns().not_before.match(text, end):
            continue
        action = action_on(text, start, end, sentence)
        if (sentence, name, action) in seen:
            continue
        seen.add((sentence, name, action))
        yield reading.fact(
            "platform",
            start,
            end,
            rule="known_platform",
            name=name,
            action=action,
            known=known.term.name,
            platform_kind=known.term.type,
            owner=known.term.owner,
        )

"""Organs of a level in running text: 市委, 市政府, 市政府办公室, 市数据局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.body_words import is_body, is_group
from loaders.document import Span
from loaders.organization_names import Found
from loaders.organization_words import organization_words
from loaders.prefixes import place_at_start
from loaders.rules import any_of, load_rules
from loaders.word_gate import GatedPattern
from ontology.regions import Region, Regions

#: central names that are part of other words: 安全部, 建设部
_UNSURE = ("安全部", "建设部", "交通部", "文化部", "农业部", "铁道部", "监察部")
#: the words between a level and the ending of a department, in code points
_STEM = 16
#: a place before the level's sign, in code points
_PLACE = 12


class _Patterns(NamedTuple):
    ending: GatedPattern
    stem: re.Pattern[str]
    whole: GatedPattern
    gate: GatedPattern
    party: re.Pattern[str]
    types: dict[str, str]
    not_level_after: frozenset[str]


@cache
def _patterns() -> _Patterns:
    rules = load_rules("organization")
    endings = rules["departments"]
    central = [
        name for name in load_rules("bodies")["central"] if name.endswith("部") and name not in _UNSURE
    ]
    types = (
        dict(rules["whole"]) | dict.fromkeys(central, "department") | {"中央": "party", "中共中央": "party"}
    )
    ending = GatedPattern(re.compile(f"(?:{any_of(endings)})(?![长员托法理事级面部])"), endings)
    whole = GatedPattern(re.compile(f"(?:{any_of(types)})(?![门分署队委办])"), types)
    words = organization_words().level_bodies.words | ending.words | whole.words
    return _Patterns(
        ending=ending,
        # the words of other parts of a sentence end a name
        stem=re.compile(
            r"(?:国家|[省市区县旗盟州])[^要将应把对在经由等的及与并为从使让,。;、:()“”《》\s]{0,14}\Z"
        ),
        whole=whole,
        gate=GatedPattern(ending.pattern, words),
        party=re.compile(any_of(rules["central_behind"])),
        types=types,
        not_level_after=frozenset(rules["not_level_after"]),
    )


def office_names(text: str, sentence: Span, home: Region | None, regions: Regions) -> list[Found]:
    """Organs of the document's levels and of named places.

    Args:
        text: clean text.
        sentence: clean span.
        home, regions: the document's region and the table of regions.
    """
    words, found = organization_words(), []
    # one pass for the words of all three patterns
    places = _patterns().gate.places(text, *sentence)
    for match in words.level_bodies.tried(places, text, *sentence):
        start = _start(text, sentence, match.start(), home, regions)
        if start is not None:
            kind = "department" if match["office"] else words.level_types[match["body"]]
            found.append(Found(Span(start, match.end()), kind))
    departments = _patterns().ending.tried(places, text, *sentence)
    found += _departments(departments, text, sentence, home, regions)
    for match in _patterns().whole.tried(places, text, *sentence):
        if match[0] != "中央" or _patterns().party.match(text, match.end()):
            found.append(Found(Span(*match.span()), _patterns().types[match[0]]))
    return found


def _departments(
    endings: Iterator[re.Match[str]], text: str, sentence: Span, home: Region | None, regions: Regions
) -> Iterator[Found]:
    """Departments behind a level's sign: 市数据局; endings are rare, so they are looked for first."""
    done = sentence.start
    for match in endings:
        begin = max(done, match.start() - _STEM)
        stem = _patterns().stem.search(text[begin : match.start()])
        if stem is None:
            continue
        level = begin + stem.start()
        start = _start(text, sentence, level, home, regions)
        written = text[level : match.end()]
        if start is not None and len(written) > 3 and is_body(written) and not is_group(written):
            yield Found(Span(start, match.end()), "department")
            done = match.end()


def _start(text: str, sentence: Span, level: int, home: Region | None, regions: Regions) -> int | None:
    """Where the name begins whose level's sign stands at an offset: at its place, or at the sign."""
    for start in range(max(sentence.start, level - _PLACE), level):
        if text[start : level + 1] in regions.names or text[start:level] in regions.names:
            place = place_at_start(text[start : level + 1], home, regions)
            if place is not None and start + place[1] >= level:
                return start
    before = text[max(sentence.start, level - 1) : level]
    return None if before in _patterns().not_level_after else level

"""Entries that are one name skip the grammar, and say the same as with it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import clause_grammar
from loaders.bodies import BodyReader
from loaders.clause_grammar import ClauseParser
from loaders.clause_parts import ParsedClause
from loaders.document import Span
from loaders.plain_entries import plain_entry
from loaders.profile import Profile
from ontology.regions import Region, load_regions
from ontology.vocabulary import Vocabulary

WORDS = (
    *("区数据局", "市财政局", "公安分局", "各镇街", "各镇", "街", "企业", "有关部门", "副区长", "责任单位"),
    *(
        "牵头",
        "配合",
        "负责",
        "会同",
        "联合",
        "商",
        "由",
        "和",
        "等",
        "(牵头)",
        "☆",
        "牵头单位:",
        "2025年底前",
    ),
    *("、", ",", ";", " ", "(", ")"),
)

DISTRICT = Region("X90101", "柳塘区", "county", "370000", ("柳塘",))
REGIONS = load_regions().extended([DISTRICT])


def test_a_name_alone_is_plain() -> None:
    entry = plain_entry("由区数据局", Span(0, 5))
    assert entry is not None
    assert (entry.start, entry.end, entry.verb) == (1, 5, "")


def test_a_name_with_one_verb_behind_it_is_plain() -> None:
    entry = plain_entry("区数据局牵头", Span(0, 6))
    assert entry is not None
    assert (entry.end, entry.verb) == (4, "牵头")


@pytest.mark.parametrize(
    "words", ["区数据局会同财政局", "☆区数据局", "区数据局(牵头)", "2025年底前", "责任单位"]
)
def test_what_needs_the_grammar_is_not_plain(words: str) -> None:
    assert plain_entry(words, Span(0, len(words))) is None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_a_clause_reads_the_same_with_and_without_the_short_way(words: list[str]) -> None:
    text = "".join(words)
    short = _parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clause_grammar, "plain_entry", lambda text, span: None)
        assert _parse(text) == short


def _parse(text: str) -> ParsedClause:
    reader = BodyReader(text, Profile((), region=DISTRICT), Vocabulary((), REGIONS, "test"))
    return ClauseParser(text, reader).parse(Span(0, len(text)))

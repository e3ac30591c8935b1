"""Metadata facts: the profile's mentions with their places."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from loaders.document import Span
from loaders.extractors.metadata import read_metadata
from loaders.facts import Fact
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.regions import Region, load_regions
from ontology.vocabulary import Vocabulary

TEXT = """云泽政务网 发布日期:2023-02-23
市大数据局2023年数据工作要点
云数〔2023〕2号
各县区大数据局,市直有关单位:
现将工作要点印发给你们。
云泽市大数据局
2023年2月20日
"""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    places = [Region("990100", "云泽市", "prefecture", "370000", ("云泽",))]
    return Vocabulary((), load_regions().extended(places), "test")


def facts(text: str, vocabulary: Vocabulary) -> list[Fact]:
    return list(read_metadata(read(load_bytes(text.encode("utf-8"), "test.txt"), vocabulary)))


def test_every_field_is_a_fact(vocabulary: Vocabulary) -> None:
    stated = {(fact.fields["field"], fact.fields["value"]) for fact in facts(TEXT, vocabulary)}
    assert stated == {
        ("title", "市大数据局2023年数据工作要点"),
        ("number", "云数〔2023〕2号"),
        ("issuer", "云泽市大数据局"),
        ("addressee", "各县区大数据局,市直有关单位"),
        ("date", "2023-02-20"),
        ("date", "2023-02-23"),
        ("region", "云泽市"),
    }


def test_a_date_says_what_it_is_of_and_a_region_what_it_rests_on(vocabulary: Vocabulary) -> None:
    found = facts(TEXT, vocabulary)
    assert {fact.fields["of"] for fact in found if fact.fields["field"] == "date"} == {
        "published",
        "signature",
    }
    region = next(fact for fact in found if fact.fields["field"] == "region")
    assert region.fields["region_code"] == "990100"
    assert region.fields["region_from"] == "issuer"


def test_offsets_count_in_the_raw_text_and_the_sentence_holds_the_fact(vocabulary: Vocabulary) -> None:
    crlf = TEXT.replace("\n", "\r\n")
    for fact in facts(crlf, vocabulary):
        assert crlf[fact.start : fact.end].replace("\r", "") == fact.quote
        assert fact.sentence.start <= fact.start < fact.end <= fact.sentence.end
        assert isinstance(fact.sentence, Span)


def test_equal_values_at_two_places_are_one_fact_with_two_places(vocabulary: Vocabulary) -> None:
    twice = "云泽市数据管理办法\n发布日期:2023-02-23\n云泽市数据管理办法\n第一条 为了加强管理,制定本办法。\n"
    titles = [fact for fact in facts(twice, vocabulary) if fact.fields["field"] == "title"]
    assert len(titles) == 2
    assert len({fact.id for fact in titles}) == 1


def test_reading_is_a_stream(vocabulary: Vocabulary) -> None:
    reading = read(load_bytes(TEXT.encode("utf-8"), "test.txt"), vocabulary)
    assert isinstance(read_metadata(reading), Iterator)

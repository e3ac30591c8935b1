"""Heading facts, on their own and against the reference gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.document import Document, SourceMap
from loaders.extractors.heading import read_headings
from loaders.facts import Fact
from loaders.outline import read_outline
from loaders.profile import Profile
from loaders.reader import load
from loaders.reading import Reading
from loaders.sentences import read_sentences
from ontology.regions import Regions
from ontology.vocabulary import Vocabulary

SHARED = Path(__file__).parents[3] / "shared"


def headings_of(document: Document) -> list[Fact]:
    outline = read_outline(document)
    sentences = read_sentences(document, outline)
    return list(
        read_headings(Reading(document, Vocabulary((), Regions(()), ""), outline, sentences, Profile(())))
    )


def test_the_span_of_a_heading_is_its_number_and_title() -> None:
    text = "一、任务\n(一)建设平台。归集数据。\n"
    facts = headings_of(Document("样例.txt", "0" * 64, text, text, SourceMap(len(text))))
    assert [fact.quote for fact in facts] == ["一、任务", "(一)建设平台"]
    assert facts[1].fields == {"path": "一/(一)", "title": "建设平台"}
    assert (facts[1].start, facts[1].end) == (5, 12)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["jimo", "qingdao2023", "qingdao145"])
def test_headings_agree_with_the_reference(name: str) -> None:
    gold = SHARED / "gold" / f"{name}.jsonl"
    source = SHARED / "corpus" / f"{name}.txt"
    if not gold.exists() or not source.exists():
        pytest.skip("the reference material is not beside the project")
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    expected = [
        (row["start"], row["end"], row["path"], row["title"]) for row in rows if row["kind"] == "heading"
    ]
    found = [
        (fact.start, fact.end, fact.fields["path"], fact.fields["title"])
        for fact in headings_of(load(source))
    ]
    assert found == expected

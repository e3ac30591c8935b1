"""A name that a person gives finds its entity, and what is known of it."""

import pytest

from graph.names import UnknownNameError, resolve
from graph.search import search
from graph.show import show


@pytest.mark.parametrize(("name", "how"), [("临汀市", "name"), ("临汀", "alias"), (" 临汀市 ", "name")])
def test_a_region_is_found_by_its_full_and_its_short_name(graph, name, how):
    found = resolve(graph, name)
    assert (found.entity.name, found.entity.kind, found.how) == ("临汀市", "region", how)


def test_an_id_finds_its_entity(graph):
    assert resolve(graph, f"{graph.base}region/X101").entity.name == "临汀市"


def test_kinds_narrow_what_is_meant(graph):
    with pytest.raises(UnknownNameError):
        resolve(graph, "临汀市", {"platform"})


def test_an_unknown_name_gets_its_nearest(graph):
    with pytest.raises(UnknownNameError, match="临汀市") as caught:
        resolve(graph, "临汀市市")
    assert "临汀市" in caught.value.nearest
    assert "临汀市" in caught.value.in_language("zh")


def test_show_gives_both_directions_with_their_sentences(graph):
    shown = show(graph, "临汀市")
    assert {line.direction for line in shown.lines} >= {"out"}
    said = [line for line in shown.lines if line.relation != "within"]
    assert said
    for line in said:
        assert line.evidence
        for evidence in line.evidence:
            assert evidence.quote in evidence.sentence
    platform = next(line.other for line in said if line.other.kind == "platform")
    assert any(
        line.direction == "in" and line.other.name == "临汀市" for line in show(graph, platform.id).lines
    )
    assert any(
        line.relation == "within" and line.other.name == "云泽省" and not line.evidence
        for line in shown.lines
    )


def test_search_finds_entities_and_sentences_best_first(graph):
    found = search(graph, "泽政通")
    assert found.entities[0].name == "泽政通"
    assert found.sentences
    assert all("泽政通" in sentence.text for sentence in found.sentences)
    assert search(graph, "泽政通") == found


def test_search_wants_all_words_and_forgives_width_and_case(graph):
    assert search(graph, "") == search(graph, "  ") == ((), ())
    both = search(graph, "泽政通 接入").sentences
    assert both
    assert all("接入" in sentence.text for sentence in both)
    assert search(graph, "不会出现的词") == ((), ())
    assert len(search(graph, "临汀", limit=1).entities) == 1


def test_silent_sentences_hold_no_fact_and_are_counted(graph):
    for info in graph.documents():
        silent = graph.silent_sentences(info.doc)
        assert len(silent) == info.silent
        assert info.with_fact + info.silent <= info.sentences == len(graph.sentences(info.doc))
        places = [(fact.start, fact.end) for fact in graph.facts(info.doc)]
        text = graph.text(info.doc)
        for sentence in silent:
            assert text[sentence.start : sentence.end]
            assert not any(start < sentence.end and sentence.start < end for start, end in places)

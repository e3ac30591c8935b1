"""Named queries answer with true rows, each with its sentences, and say kindly when there is nothing."""

from __future__ import annotations

from typing import Any

import pytest

from graph.api import Graph
from ontology.errors import NotFoundError, UsageError
from queries.answers import Answer
from queries.run import answer


def rows(answered: Answer) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answered.as_data()["rows"]
    return found


def test_the_chain_of_a_body_has_role_partners_path_and_sentence(graph: Graph) -> None:
    answered = answer(graph, "responsibility-chain", {"organization": ["石榴市商务局"]})
    found = rows(answered)
    assert [(row["role"], row["path"]) for row in found] == [("lead", "一/(一)"), ("responsible", "一/(二)")]
    first = found[0]
    assert first["region"] == "石榴市"
    assert first["partners"] == "石榴市公安局(配合)、石榴市民政局(配合)"
    assert first["heading"].endswith("办好线上服务")
    assert first["platform"] == "屿事通"
    assert "牵头单位:市商务局" in first["sentence"]
    assert [place["doc"] for place in first["evidence"]] == ["石榴.txt"]


def test_every_row_of_a_chain_quotes_its_source(graph: Graph) -> None:
    for row in rows(answer(graph, "责任链")):
        assert row["evidence"]
        for place in row["evidence"]:
            assert graph.text(place["doc"])[place["start"] : place["end"]] == place["quote"]


def test_the_columns_are_those_that_programs_rely_on(graph: Graph) -> None:
    chain = answer(graph, "responsibility-chain").columns
    assert chain[:9] == (
        *("region", "group", "organization", "role", "task", "path"),
        *("platform", "target", "rests_on"),
    )
    shared = answer(graph, "共同举措").columns
    assert shared[:7] == ("initiative", "region", "state", "organization", "platform", "target", "document")


@pytest.mark.parametrize(
    ("parameters", "bodies"),
    [
        ({"region": ["芦花"]}, {"芦花市公安局", "芦花市商务局"}),
        ({"region": ["Q102"], "role": ["牵头"]}, {"芦花市公安局"}),
        ({"platform": ["屿事通"], "role": ["lead"]}, {"石榴市商务局", "芦花市公安局"}),
        (
            {"initiative": ["一网通办"], "region": ["石榴市"], "role": ["support"]},
            {"石榴市公安局", "石榴市民政局"},
        ),
        ({"platform": ["城市大脑"]}, {"石榴市商务局", "石榴市水务局"}),
        ({"document": ["芦花.txt"]}, {"芦花市公安局", "芦花市商务局"}),
        ({"organization": ["石榴市水务局", "芦花市公安局"]}, {"石榴市水务局", "芦花市公安局"}),
    ],
)
def test_parameters_narrow_the_chain(
    graph: Graph, parameters: dict[str, list[str]], bodies: set[str]
) -> None:
    assert {row["organization"] for row in rows(answer(graph, "责任链", parameters))} == bodies


def test_initiatives_stand_side_by_side_for_every_region_read(graph: Graph) -> None:
    found = rows(answer(graph, "shared-initiatives"))
    states = {
        (row["initiative"], row["region"]): row["state"] for row in found if row["kind"] != "platform_kind"
    }
    regions = {"南屿省", "石榴市", "芦花市"}
    assert {region for _, region in states} == regions
    assert {region: states["一网通办", region] for region in regions} == {
        "石榴市": "committed",
        "芦花市": "committed",
        "南屿省": "not_seen",
    }
    assert states["屿事通", "石榴市"] == "committed"
    assert states["数字乡村", "南屿省"] == "committed"
    assert states["数字乡村", "芦花市"] == "not_seen"


def test_what_was_not_seen_claims_nothing(graph: Graph) -> None:
    for row in rows(answer(graph, "shared-initiatives")):
        assert bool(row["evidence"]) is (row["state"] == "committed")
        if row["state"] == "not_seen":
            assert all(row[name] is None for name in ("organization", "platform", "target", "document"))


def test_a_kind_of_platform_shows_each_regions_own(graph: Graph) -> None:
    found = rows(answer(graph, "shared-initiatives", {"platform": ["城市大脑"]}))
    own = {row["region"]: row["platform"] for row in found if row["initiative"] == "城市大脑"}
    assert own["石榴市"] is not None and own["石榴市"].endswith("城市大脑")
    assert own["芦花市"] is None


def test_a_short_name_is_understood_and_said(graph: Graph) -> None:
    answered = answer(graph, "责任链", {"region": ["石榴"]})
    assert answered.parameters == {"region": "石榴市"}
    assert [note.zh for note in answered.notes] == ["“石榴”理解为 石榴市"]


def test_an_unknown_name_gets_its_nearest(graph: Graph) -> None:
    with pytest.raises(NotFoundError, match="石榴"):
        answer(graph, "责任链", {"region": ["石溜市"]})
    with pytest.raises(NotFoundError, match="石榴市水务局"):
        answer(graph, "责任链", {"organization": ["石榴市水物局"]})
    with pytest.raises(UsageError, match="责任链"):
        answer(graph, "责任练")
    with pytest.raises(UsageError, match="--organization"):
        answer(graph, "责任链", {"indicator": ["x"]})
    with pytest.raises(UsageError, match="lead"):
        answer(graph, "责任链", {"role": ["组长"]})


def test_without_rows_it_says_where_it_looked_and_what_is_there(graph: Graph) -> None:
    answered = answer(graph, "责任链", {"region": ["南屿省"]})
    assert answered.rows == ()
    told = "\n".join(line.zh for line in answered.nowhere)
    assert "3 个文件" in told
    assert "无责任.txt:该文件未列责任单位" in told
    assert "举措 " in told
    nowhere = "\n".join(line.zh for line in answer(graph, "责任链", {"region": ["成都市"]}).nowhere)
    assert "没有读过这个地区的文件" in nowhere


def test_names_that_look_like_sparql_stay_names(graph: Graph) -> None:
    for name in ('石榴市"} } #', "x> } INSERT DATA { <a", "\\u0022"):
        with pytest.raises(NotFoundError):
            answer(graph, "责任链", {"organization": [name]})


def test_an_answer_is_the_same_every_time(graph: Graph) -> None:
    for name in ("责任链", "共同举措"):
        assert answer(graph, name).as_data() == answer(graph, name).as_data()


@pytest.mark.parametrize(
    ("given", "option"),
    [
        ({"initiative": ["屿事通"]}, "--platform 屿事通"),
        ({"platform": ["一网通办"]}, "--initiative 一网通办"),
    ],
)
def test_a_name_of_another_parameter_is_told_with_its_option(
    graph: Graph, given: dict[str, list[str]], option: str
) -> None:
    with pytest.raises(NotFoundError, match=option) as caught:
        answer(graph, "shared-initiatives", given)
    assert option in caught.value.message.zh


@pytest.mark.parametrize(("word", "role"), [("牵头", "lead"), ("配合", "support"), ("负责", "responsible")])
def test_a_role_may_be_named_in_chinese(graph: Graph, word: str, role: str) -> None:
    assert answer(graph, "responsibility-chain", {"role": [word]}).parameters == {"role": role}

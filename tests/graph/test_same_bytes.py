"""The same bytes under two names: both documents stay, their evidence counts once."""

import json
import shutil

from graph.api import open_graph
from graph.build import build, remove


def test_both_names_stay_and_the_second_is_named(documents, options, tmp_path):
    shutil.copy(documents / "linting-plan.txt", documents / "zz-copy.txt")
    report = build(tmp_path / "graph", [documents], options)
    assert [tuple(twin) for twin in report.twins] == [("zz-copy.txt", "linting-plan.txt")]
    with open_graph(tmp_path / "graph") as graph:
        infos = {info.doc: info for info in graph.documents()}
        assert infos["zz-copy.txt"].twin_of == "linting-plan.txt"
        assert infos["zz-copy.txt"].facts == infos["linting-plan.txt"].facts


def test_evidence_counts_once_and_facts_are_given_for_each(documents, options, tmp_path, exported):
    build(tmp_path / "one", [documents], options)
    shutil.copy(documents / "linting-plan.txt", documents / "zz-copy.txt")
    build(tmp_path / "two", [documents], options)
    one, two = exported(tmp_path / "one"), exported(tmp_path / "two")
    assert one["triples"] == two["triples"]
    copied = [line for line in map(json.loads, two["facts"].splitlines()) if line["doc"] == "zz-copy.txt"]
    first = [line for line in map(json.loads, two["facts"].splitlines()) if line["doc"] == "linting-plan.txt"]
    assert [{**line, "doc": ""} for line in copied] == [{**line, "doc": ""} for line in first]


def test_taking_one_name_away_leaves_the_other(documents, options, tmp_path, exported):
    build(tmp_path / "one", [documents], options)
    shutil.copy(documents / "linting-plan.txt", documents / "aa-copy.txt")
    build(tmp_path / "two", [documents], options)
    remove(tmp_path / "two", ["aa-copy.txt"])
    assert exported(tmp_path / "one") == exported(tmp_path / "two")

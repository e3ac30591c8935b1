"""Entities and sentences are found by words."""

import shutil

from graph.api import open_graph
from graph.build import build
from graph.search import search


def test_a_sentence_without_a_fact_is_found_too(tmp_path, documents, options):
    (documents / "随笔.txt").write_text("云泽省随笔\n山间的溪水流过旧桥,行人不多。\n", encoding="utf-8")
    build(tmp_path / "graph", [documents], options)
    with open_graph(tmp_path / "graph") as graph:
        (found,) = search(graph, "溪水 旧桥").sentences
        assert (found.doc, graph.text(found.doc)[found.start : found.end]) == ("随笔.txt", found.text)


def test_entities_named_so_come_before_those_that_hold_the_word(tmp_path, documents, options):
    build(tmp_path / "graph", [documents], options)
    with open_graph(tmp_path / "graph") as graph:
        names = [entity.name for entity in search(graph, "泽事通").entities]
        assert names[0] == "泽事通" and all("泽事通" in name for name in names[:1])
        assert search(graph, "  ").entities == () and search(graph, "查无此词甲乙").sentences == ()


def test_the_same_bytes_under_two_names_are_searched_once(tmp_path, documents, options):
    shutil.copy(documents / "linting-plan.txt", documents / "副本.txt")
    build(tmp_path / "graph", [documents], options)
    with open_graph(tmp_path / "graph") as graph:
        sentences = search(graph, "大数据发展局").sentences
        places = [(one.start, one.end, one.text) for one in sentences]
        assert sentences and len(places) == len(set(places))

"""Paths that a user gives become names of documents."""

import os
import unicodedata
from pathlib import Path

import pytest

from graph.api import open_graph
from graph.build import build
from graph.roots import Key, collect, double, named_apart, shown
from loaders.reader import load
from ontology.errors import InputError


def files(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"关于{name}的说明。", encoding="utf-8")
    return folder


def names(*paths):
    return [item.key.relative for item in collect(paths).files]


def test_names_are_relative_to_the_folder_and_sorted(tmp_path):
    assert names(files(tmp_path / "a", "b.txt", "市/a.txt", "市/区/c.html")) == [
        "b.txt",
        "市/a.txt",
        "市/区/c.html",
    ]


def test_a_file_is_named_by_its_own_name(tmp_path):
    assert names(files(tmp_path, "市/a.txt") / "市" / "a.txt") == ["a.txt"]


def test_hidden_files_and_what_describes_the_folder_are_left_out(tmp_path):
    folder = files(
        tmp_path, "a.txt", ".hidden.txt", ".git/x.txt", "~$a.txt", "README.md", "gold.jsonl", "词表.yaml"
    )
    assert names(files(folder, "page_files/x.txt")) == ["a.txt"]


def test_a_graph_directory_beside_its_documents_is_no_document(tmp_path):
    assert names(files(tmp_path, "a.txt", "graph/zhengtu.json", "graph/sources/x.txt")) == ["a.txt"]


def test_loops_of_links_end(tmp_path):
    folder = files(tmp_path / "a", "x.txt", "sub/y.txt")
    other = files(tmp_path / "b", "z.txt")
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "out").symlink_to(other, target_is_directory=True)
    (other / "back").symlink_to(folder, target_is_directory=True)
    assert names(folder) == ["out/z.txt", "sub/y.txt", "x.txt"]


def test_a_file_that_two_paths_lead_to_is_taken_once(tmp_path):
    folder = files(tmp_path, "市/a.txt")
    assert names(folder, folder / "市", folder / "市" / "a.txt") == ["市/a.txt"]


def test_names_are_in_nfc(tmp_path):
    assert names(files(tmp_path, unicodedata.normalize("NFD", "Café.txt"))) == [
        unicodedata.normalize("NFC", "Café.txt")
    ]


def test_a_missing_path_is_refused_by_name(tmp_path):
    (refusal,) = collect([tmp_path / "没有.txt"]).refused
    assert refusal.doc.endswith("没有.txt")
    assert "no such file" in refusal.reason.en


def test_a_name_that_two_roots_share_gets_the_roots_name():
    keys = [Key("甲", "x.txt"), Key("乙", "x.txt"), Key("乙", "y.txt")]
    assert named_apart(keys) == {keys[0]: "甲/x.txt", keys[1]: "乙/x.txt", keys[2]: "y.txt"}


def test_names_apart_never_meet():
    keys = [Key("a", "x.txt"), Key("b", "x.txt"), Key("b", "a/x.txt")]
    assert len(set(named_apart(keys).values())) == 3


def test_roots_of_one_name_are_told_apart_by_the_folders_above(tmp_path):
    for place in ("甲", "乙"):
        files(tmp_path / place / "docs", "x.txt")
    collected = collect([tmp_path / "甲" / "docs", tmp_path / "乙" / "docs"])
    assert len(set(named_apart(item.key for item in collected.files).values())) == 2


@pytest.mark.parametrize("at_once", [True, False])
def test_two_roots_with_the_same_name_end_alike_at_once_or_one_by_one(tmp_path, options, exported, at_once):
    roots = [files(tmp_path / place, "要点.txt", f"{place}.txt") for place in ("甲", "乙")]
    (roots[0] / "要点.txt").write_text("加快建设另一个平台。", encoding="utf-8")
    steps = [roots] if at_once else [[roots[0]], [roots[1]], [roots[0]]]
    reports = [build(tmp_path / "graph", step, options) for step in steps]
    with open_graph(tmp_path / "graph") as graph:
        assert [info.doc for info in graph.documents()] == ["乙.txt", "乙/要点.txt", "甲.txt", "甲/要点.txt"]
    assert sum(len(report.replaced) for report in reports) == 0
    if not at_once:
        assert any("要点.txt" in line.en for line in reports[1].warnings)
        assert reports[2].unchanged == ("甲.txt", "甲/要点.txt")


def test_a_moved_folder_is_the_same_root(tmp_path, options):
    first = files(tmp_path / "old" / "docs", "a.txt")
    build(tmp_path / "graph", [first], options)
    (tmp_path / "new").mkdir()
    first.rename(tmp_path / "new" / "docs")
    assert build(tmp_path / "graph", [tmp_path / "new" / "docs"], options).unchanged == ("a.txt",)


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
@pytest.mark.parametrize(
    "name", ["a\nb.txt", "<b>&\"'.txt", "𠮷\u202e.txt", " %20#?.txt", "\\x{|}^`.txt", "😀.txt"]
)
def test_hostile_names_go_through_every_export(tmp_path, options, exported, name):
    folder = files(tmp_path / "docs", name)
    report = build(tmp_path / "graph", [folder], options)
    assert report.new == (name,)
    assert exported(tmp_path / "graph")["nquads"]
    assert "\n" not in shown(name)


@pytest.mark.skipif(
    os.name == "nt" or os.uname().sysname == "Darwin", reason="names there are always Unicode"
)
def test_a_name_that_is_no_utf8_is_carried_with_a_replacement(tmp_path, options, exported):
    folder = tmp_path / "docs"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xb2\xe2.txt")).write_bytes("加快建设。".encode())
    assert "\ufffd" in build(tmp_path / "graph", [folder], options).new[0]
    assert exported(tmp_path / "graph")["nquads"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_what_is_no_regular_file_is_refused_in_one_line(tmp_path):
    folder = files(tmp_path / "docs", "a.txt", "市/b.txt")
    os.mkfifo(folder / "市" / "pipe.txt")
    collected = collect([folder, folder / "市" / "pipe.txt"])
    assert [item.key.relative for item in collected.files] == ["a.txt", "市/b.txt"]
    assert "市/pipe.txt" in [refusal.doc for refusal in collected.refused]
    assert all("FIFO" in refusal.reason.en for refusal in collected.refused)
    with pytest.raises(InputError, match="FIFO"):
        load(folder / "市" / "pipe.txt")


NFC, NFD = (unicodedata.normalize(form, "Café.txt") for form in ("NFC", "NFD"))


@pytest.fixture
def two_spellings(tmp_path):
    folder = files(tmp_path / "docs", NFC, NFD)
    if len(list(folder.iterdir())) < 2:
        pytest.skip("this file system takes both spellings for one name")
    return folder


def test_of_two_spellings_the_first_is_read_and_the_other_named(two_spellings):
    collected = collect([two_spellings])
    assert [item.path.name for item in collected.files] == [NFD]
    assert [item.path.name for item in collected.doubles] == [NFC]
    assert r"Caf\xe9.txt" in double(collected.doubles[0], NFC).reason.en
    assert r"Cafe\u0301.txt" in double(collected.files[0], NFC).reason.zh


@pytest.mark.parametrize(("held", "other"), [(NFC, r"Cafe\u0301.txt"), (NFD, r"Caf\xe9.txt")])
def test_of_two_spellings_the_one_held_stays(two_spellings, tmp_path, options, held, other):
    content = {name: (two_spellings / name).read_bytes() for name in (NFC, NFD)}
    (two_spellings / (NFC if held == NFD else NFD)).unlink()
    build(tmp_path / "graph", [two_spellings], options)
    for name, data in content.items():
        (two_spellings / name).write_bytes(data)
    report = build(tmp_path / "graph", [two_spellings], options)
    assert (report.unchanged, report.replaced) == ((NFC,), ())
    (refusal,) = report.refused
    assert other in refusal.reason.en


def test_a_link_to_a_file_is_a_second_name_of_it(tmp_path, options):
    folder = files(tmp_path / "docs", "b.txt", "市/c.txt")
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "d.txt").symlink_to(folder / "市" / "c.txt")
    report = build(tmp_path / "graph", [folder, folder / "a.txt"], options)
    assert report.new == ("a.txt", "b.txt", "d.txt", "市/c.txt")
    assert [twin.doc for twin in report.twins] == ["b.txt", "市/c.txt"]

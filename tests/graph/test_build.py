"""A build ends with what changed, and the graph depends on the set of documents alone."""

import shutil
from dataclasses import replace

import pytest
from pyoxigraph import RdfFormat, parse

from graph.api import open_graph
from graph.build import build, remove
from graph.terms import LABEL
from loaders.extraction import extract
from loaders.reader import load
from ontology.errors import InputError, NotFoundError, UsageError, VocabularyError
from ontology.vocabulary import load_vocabulary

NAMES = ("bailuzhou-bureau.txt", "linting-plan.txt", "yunze-opinion.txt", "zhuyin-workpoints.txt")


def test_a_first_build_reads_every_document_as_new(documents, options, tmp_path):
    report = build(tmp_path / "graph", [documents], options)
    assert (report.new, report.documents, report.refused) == (NAMES, 4, ())
    assert report.gained > 50
    assert report.lost == 0


def test_a_second_build_leaves_everything_as_it_is(documents, options, tmp_path, exported):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    before = exported(directory)
    report = build(directory, [documents], options)
    assert (report.new, report.replaced, report.unchanged, report.reread) == ((), (), NAMES, ())
    assert (report.gained, report.lost) == (0, 0)
    assert exported(directory) == before
    assert len([place for place in directory.iterdir() if place.name.startswith("snapshot-")]) == 1


def test_a_changed_document_is_replaced_and_its_facts_counted(documents, options, tmp_path, exported):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    changed = documents / "linting-plan.txt"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text + "\n由临汀市大数据局牵头建设临汀城市大脑。\n", encoding="utf-8")
    report = build(directory, [documents], options)
    assert report.replaced == ("linting-plan.txt",)
    assert 0 < report.gained < 20
    build(tmp_path / "fresh", [documents], options)
    assert exported(directory) == exported(tmp_path / "fresh")


def test_order_of_arrival_and_number_of_processes_change_nothing(documents, options, tmp_path, exported):
    build(tmp_path / "at once", [documents], options)
    for name in reversed(NAMES):
        build(tmp_path / "one by one", [documents / name], options)
    build(tmp_path / "two processes", [documents], replace(options, workers=2))
    reference = exported(tmp_path / "at once")
    assert exported(tmp_path / "one by one") == reference
    assert exported(tmp_path / "two processes") == reference


def test_a_removed_document_was_never_there(documents, options, tmp_path, exported):
    build(tmp_path / "graph", [documents], options)
    report = remove(tmp_path / "graph", ["yunze-opinion.txt"])
    assert report.removed == ("yunze-opinion.txt",)
    assert report.lost > 0
    (documents / "yunze-opinion.txt").unlink()
    build(tmp_path / "never", [documents], options)
    assert exported(tmp_path / "graph") == exported(tmp_path / "never")
    kept = sorted(place.name for place in (tmp_path / "graph" / "sources").iterdir())
    assert kept == sorted(place.name for place in (tmp_path / "never" / "sources").iterdir())


def test_an_unknown_document_removes_nothing_and_the_nearest_is_named(documents, options, tmp_path):
    build(tmp_path / "graph", [documents], options)
    with pytest.raises(NotFoundError, match=r"linting-plan\.txt"):
        remove(tmp_path / "graph", ["linting-plam.txt"])
    with open_graph(tmp_path / "graph") as graph:
        assert len(graph.documents()) == 4


def test_a_document_no_longer_in_the_folder_is_kept_unless_told(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    (documents / "linting-plan.txt").unlink()
    assert build(directory, [documents], options).missing == ("linting-plan.txt",)
    assert build(directory, [documents], replace(options, sync=True)).removed == ("linting-plan.txt",)


def test_sync_of_one_folder_leaves_another_alone(documents, options, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    shutil.move(documents / "linting-plan.txt", other / "linting-plan.txt")
    build(tmp_path / "graph", [documents, other], options)
    report = build(tmp_path / "graph", [documents], replace(options, sync=True))
    assert (report.removed, report.missing, report.documents) == ((), (), 4)


def test_another_vocabulary_reads_again_and_says_why(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    assert build(directory, [documents], replace(options, vocabulary=None)).reread == ()
    (again,) = build(directory, [documents], replace(options, vocabulary="none")).reread
    assert again.count == 4
    assert "vocabulary" in again.reason.en


def test_another_reader_reads_documents_again_that_are_not_in_the_folder(
    documents, options, tmp_path, monkeypatch
):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    for name in NAMES[1:]:
        (documents / name).unlink()
    monkeypatch.setattr("graph.build.reader_version", lambda: "another")
    (again,) = build(directory, [documents], options).reread
    assert again.count == 4


def test_a_dry_run_tells_and_changes_nothing(documents, options, tmp_path):
    report = build(tmp_path / "graph", [documents], replace(options, dry_run=True))
    assert report.new == NAMES
    assert report.gained > 50
    assert not (tmp_path / "graph").exists()
    build(tmp_path / "graph", [documents / "linting-plan.txt"], options)
    before = sorted(tmp_path.joinpath("graph").rglob("*"))
    assert len(build(tmp_path / "graph", [documents], replace(options, dry_run=True)).new) == 3
    after = [place for place in sorted(tmp_path.joinpath("graph").rglob("*")) if place.name != "readers"]
    assert after == before


def test_progress_is_told_after_every_source(documents, options, tmp_path):
    told = []
    build(tmp_path / "graph", [documents], options, progress=lambda *step: told.append(step))
    assert [step[:2] for step in told] == [(number, 4) for number in (1, 2, 3, 4)]
    assert sorted(name for *_, name in told) == sorted(NAMES)


def test_what_cannot_be_read_is_refused_and_the_rest_goes_on(documents, options, tmp_path):
    (documents / "empty.txt").write_bytes(b"")
    (documents / "scan.pdf").write_bytes(b"%PDF-1.7 ...")
    (documents / "bytes.txt").write_bytes(bytes(range(256)) * 4)
    report = build(tmp_path / "graph", [documents, documents / "gone.txt"], options)
    assert report.new == NAMES
    assert len(report.refused) == 4
    assert all(item.doc.split("/")[-1] in item.reason.en for item in report.refused)
    with open_graph(tmp_path / "graph") as graph:
        assert graph.refused == report.refused
        assert len(graph.info()["refused"]) == 4


def test_a_document_that_can_no_longer_be_read_stays_as_it_was(documents, options, tmp_path, exported):
    build(tmp_path / "graph", [documents], options)
    before = exported(tmp_path / "graph")
    (documents / "linting-plan.txt").write_bytes(b"")
    report = build(tmp_path / "graph", [documents], options)
    assert [item.doc for item in report.refused] == ["linting-plan.txt"]
    assert report.replaced == ()
    assert exported(tmp_path / "graph") == before


def test_a_file_that_vanishes_is_refused(documents, options, tmp_path, monkeypatch):
    import graph.build as room

    collect = room.collect

    def collect_and_lose(paths):
        collected = collect(paths)
        (documents / "linting-plan.txt").unlink()
        return collected

    monkeypatch.setattr(room, "collect", collect_and_lose)
    report = build(tmp_path / "graph", [documents], options)
    assert [item.doc for item in report.refused] == ["linting-plan.txt"]
    assert len(report.new) == 3


def test_an_extractor_that_fails_costs_one_document(documents, options, tmp_path, monkeypatch):
    import graph.read_source as room

    real = room.read

    def fail(document, vocabulary):
        if document.name == "linting-plan.txt":
            raise RecursionError
        return real(document, vocabulary)

    monkeypatch.setattr(room, "read", fail)
    report = build(tmp_path / "graph", [documents], options)
    assert [item.doc for item in report.refused] == ["linting-plan.txt"]
    assert "RecursionError" in report.refused[0].reason.zh


def test_a_folder_without_documents_is_one_clear_line(options, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no file to read"):
        build(tmp_path / "graph", [tmp_path / "empty"], options)
    with pytest.raises(InputError, match=r"nowhere.*no such file"):
        build(tmp_path / "graph", [tmp_path / "nowhere"], options)
    assert not (tmp_path / "graph").exists()


def test_facts_come_back_exactly_as_they_were_read(documents, options, tmp_path, exported):
    build(tmp_path / "graph", [documents], options)
    known, _ = load_vocabulary(options.vocabulary)
    lines = [fact.as_json() for name in NAMES for fact in extract(load(documents / name), known)]
    assert exported(tmp_path / "graph")["facts"].decode() == "".join(f"{line}\n" for line in lines)


def test_the_base_iri_begins_all_identifiers_and_stays(documents, options, tmp_path, exported):
    mine = replace(options, base_iri="https://data.example.org/zt")
    build(tmp_path / "graph", [documents], mine)
    assert b"https://zhengtu.example/document" not in exported(tmp_path / "graph")["nquads"]
    assert b"https://data.example.org/zt/document/" in exported(tmp_path / "graph")["entities"]
    with pytest.raises(UsageError, match="another"):
        build(tmp_path / "graph", [documents], replace(options, base_iri="https://other.example/"))
    with pytest.raises(UsageError, match="whole address"):
        build(tmp_path / "new", [documents], replace(options, base_iri="not an address"))


def test_a_build_checks_what_it_changed_without_pyshacl_where_all_is_well(
    documents, options, tmp_path, monkeypatch
):
    monkeypatch.delattr("graph.check.violations")
    report = build(tmp_path / "graph", [documents], replace(options, check=True))
    assert [finding.text.en for finding in report.findings] == []


HOSTILE = '一、建设\x01“<b>&"\\平台\ufffd”\u2028\n由𠮷县大数据局牵头,😀局、\u202e局配合建设\ue000平台。\r\n\x0b《办法》'


def test_hostile_text_goes_through_every_export(options, tmp_path, exported):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "某.txt").write_text(HOSTILE + "加快推进数字化建设。" * 40, encoding="utf-8", newline="")
    report = build(tmp_path / "graph", [folder], replace(options, check=True))
    assert (report.new, report.findings) == (("某.txt",), ())
    data = exported(tmp_path / "graph")
    assert len(set(parse(data["nquads"], format=RdfFormat.N_QUADS))) == len(data["nquads"].splitlines())
    assert data["nquads"].count(b"\n") == len(data["nquads"].split(b"\n")) - 1
    known, _ = load_vocabulary(options.vocabulary)
    lines = [fact.as_json() for fact in extract(load(folder / "某.txt"), known)]
    assert data["facts"].decode().split("\n")[:-1] == lines


def test_decisions_are_remembered_and_must_be_there(documents, options, tmp_path):
    decisions = tmp_path / "decisions.yaml"
    with pytest.raises(VocabularyError, match="decisions"):
        build(tmp_path / "graph", [documents], replace(options, decisions=decisions))
    decisions.write_text("[]", encoding="utf-8")
    build(tmp_path / "graph", [documents], replace(options, decisions=decisions))
    assert build(tmp_path / "graph", [documents], replace(options, decisions=decisions)).reread == ()


def test_a_removal_does_not_refuse_again_what_a_build_refused(documents, options, tmp_path):
    (documents / "empty.txt").write_bytes(b"")
    build(tmp_path / "graph", [documents], options)
    assert remove(tmp_path / "graph", ["linting-plan.txt"]).refused == ()
    with open_graph(tmp_path / "graph") as graph:
        assert [item.doc for item in graph.refused] == ["empty.txt"]


def test_a_build_asks_pyshacl_where_the_quick_look_finds_something(documents, options, tmp_path, monkeypatch):
    import graph.apply as room

    real = room.derived_quads

    def without_labels(union, base):
        return (
            quad for quad in real(union, base) if quad.predicate != LABEL or "大脑" not in str(quad.object)
        )

    monkeypatch.setattr(room, "derived_quads", without_labels)
    report = build(tmp_path / "graph", [documents], replace(options, check=True))
    assert report.findings
    assert all("label" in finding.text.en for finding in report.findings)

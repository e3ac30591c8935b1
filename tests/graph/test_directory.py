"""A graph directory is never half-changed: one writer, readers that go on, nothing lost."""

import json
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from graph.api import open_graph
from graph.build import build, remove
from graph.directory import Directory
from graph.writer import writing
from ontology.errors import GraphError, NotFoundError

ROOT = Path(__file__).parent.parent.parent


def test_a_second_writer_is_refused_at_once_and_readers_go_on(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents / "linting-plan.txt"], options)
    with writing(Directory(directory)):
        began = time.perf_counter()
        with pytest.raises(GraphError, match="another process is writing"):
            build(directory, [documents], options)
        with pytest.raises(GraphError, match="another process is writing"):
            remove(directory, ["linting-plan.txt"])
        assert time.perf_counter() - began < 2
        with open_graph(directory) as graph:
            assert len(graph.documents()) == 1
    assert len(build(directory, [documents], options).new) == 3


def test_another_process_is_refused_too(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents / "linting-plan.txt"], options)
    program = f"from graph.build import build\nbuild({str(directory)!r}, [{str(documents)!r}])"
    with writing(Directory(directory)):
        run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode != 0
    assert "another process is writing" in run.stderr


def test_a_reader_keeps_what_it_opened(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents / "linting-plan.txt"], options)
    with open_graph(directory) as before:
        for name in ("yunze-opinion.txt", "zhuyin-workpoints.txt"):
            build(directory, [documents / name], options)
        remove(directory, ["linting-plan.txt"])
        with open_graph(directory) as after:
            assert [info.doc for info in after.documents()] == ["yunze-opinion.txt", "zhuyin-workpoints.txt"]
        assert [info.doc for info in before.documents()] == ["linting-plan.txt"]
        assert len(list(before.facts())) > 10
        assert before.sentences("linting-plan.txt")
    build(directory, [documents / "linting-plan.txt"], options)
    assert len(Directory(directory).snapshots()) == 1
    assert list((directory / "readers").iterdir()) == []


def test_the_lease_of_a_reader_that_died_holds_nothing_back(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents / "linting-plan.txt"], options)
    (directory / "readers").mkdir()
    (directory / "readers" / "snapshot-000001.12345-0").touch()
    build(directory, [documents], options)
    assert [place.name for place in Directory(directory).snapshots()] == ["snapshot-000002"]


def test_a_foreign_folder_is_refused_untouched(documents, options, tmp_path):
    foreign = tmp_path / "mine"
    foreign.mkdir()
    (foreign / "论文.docx").write_bytes(b"work")
    for attempt in (lambda: build(foreign, [documents], options), lambda: open_graph(foreign)):
        with pytest.raises(GraphError, match="holds something else"):
            attempt()
    assert [place.name for place in foreign.iterdir()] == ["论文.docx"]
    with pytest.raises(GraphError, match="holds something else"):
        build(documents / "linting-plan.txt", [documents], options)


def test_no_graph_yet_says_what_to_do(tmp_path):
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(GraphError, match="run zhengtu build"):
            open_graph(place)
        with pytest.raises(GraphError, match="run zhengtu build"):
            remove(place, ["a.txt"])
    assert not (tmp_path / "nowhere").exists()


def test_a_newer_format_is_refused(documents, options, tmp_path):
    build(tmp_path / "graph", [documents / "linting-plan.txt"], options)
    (tmp_path / "graph" / "zhengtu.json").write_text(json.dumps({"format": 99}))
    for attempt in (lambda: build(tmp_path / "graph", [documents]), lambda: open_graph(tmp_path / "graph")):
        with pytest.raises(GraphError, match="newer zhengtu"):
            attempt()


@pytest.mark.parametrize("damage", ["{", "[]", '{"base": 1}', ""])
def test_a_damaged_manifest_is_one_line(documents, options, tmp_path, damage):
    build(tmp_path / "graph", [documents / "linting-plan.txt"], options)
    (tmp_path / "graph" / "snapshot-000001" / "manifest.json").write_text(damage)
    for attempt in (
        lambda: build(tmp_path / "graph", [documents], options),
        lambda: open_graph(tmp_path / "graph"),
    ):
        with pytest.raises(GraphError, match=r"is damaged.*manifest\.json"):
            attempt()
    assert any((tmp_path / "graph" / "sources").iterdir())


def test_a_damaged_store_is_one_line(documents, options, tmp_path):
    build(tmp_path / "graph", [documents / "linting-plan.txt"], options)
    for part in (tmp_path / "graph" / "snapshot-000001" / "dataset").iterdir():
        part.write_bytes(b"half")
    with pytest.raises(GraphError, match="is damaged"):
        open_graph(tmp_path / "graph")
    with pytest.raises(GraphError, match="is damaged"):
        build(tmp_path / "graph", [documents], options)


def test_half_written_parts_are_cleared_away(documents, options, tmp_path, exported):
    directory = tmp_path / "graph"
    build(directory, [documents / "linting-plan.txt"], options)
    before = exported(directory)
    (directory / ".zhengtu-unfinished-snapshot" / "dataset").mkdir(parents=True)
    (directory / "dataset.is").unlink()
    for part in list((directory / "dataset").iterdir()):
        part.unlink()
        part.write_bytes(b"half")
    assert exported(directory) == before
    build(directory, [documents], options)
    build(tmp_path / "fresh", [documents], options)
    assert exported(directory) == exported(tmp_path / "fresh")


def test_a_kept_error_holds_no_store_open(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents / "linting-plan.txt"], options)

    def fail(*step):
        raise KeyError(step)

    with pytest.raises(KeyError) as caught:
        build(directory, [documents], options, progress=fail)
    assert build(directory, [documents], options).documents == 4
    assert caught.value


def test_an_empty_folder_becomes_a_graph_directory(documents, options, tmp_path):
    (tmp_path / "graph").mkdir()
    assert build(tmp_path / "graph", [documents], options).documents == 4


@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.3])
def test_a_build_killed_in_the_middle_leaves_the_graph_before(
    documents, options, tmp_path, exported, seconds
):
    directory = tmp_path / "graph"
    build(directory, [documents / "linting-plan.txt"], options)
    before = exported(directory)
    program = textwrap.dedent(f"""
        import graph.build as room
        real = room.Application.take
        def slow(self, *rest):
            real(self, *rest)
            print("taken", flush=True)
        room.Application.take = slow
        room.build({str(directory)!r}, [{str(documents)!r}], room.Options(check=False))
    """)
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout.readline().strip() == b"taken"
        time.sleep(seconds)
        child.kill()
    if len(Directory(directory).snapshots()) == 1 and Directory(directory).newest().name == "snapshot-000001":
        assert exported(directory) == before
    assert build(directory, [documents], options).documents == 4
    build(tmp_path / "fresh", [documents], options)
    assert exported(directory) == exported(tmp_path / "fresh")


def test_a_directory_may_be_copied_and_moved(documents, options, tmp_path, exported):
    build(tmp_path / "graph", [documents], options)
    before = exported(tmp_path / "graph")
    shutil.copytree(tmp_path / "graph", tmp_path / "某处 copy")
    (tmp_path / "graph").rename(tmp_path / "moved")
    assert exported(tmp_path / "某处 copy") == before
    assert exported(tmp_path / "moved") == before
    assert build(tmp_path / "moved", [documents], options).unchanged
    remove(tmp_path / "某处 copy", ["linting-plan.txt"])
    assert exported(tmp_path / "moved") == before


def test_a_directory_that_cannot_be_written_can_be_read(documents, options, tmp_path, monkeypatch):
    build(tmp_path / "graph", [documents], options)

    def deny(*_):
        raise PermissionError(13, "denied")

    monkeypatch.setattr("graph.published.FileLock", deny)
    with open_graph(tmp_path / "graph") as graph:
        assert len(graph.documents()) == 4


def test_what_a_killed_build_left_in_sources_goes_with_the_next_build(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    kept = {part.name for part in (directory / "sources").iterdir()}
    for name in ("a" * 64, "a" * 64 + ".txt", ".zhengtu-unfinished-1-0"):
        (directory / "sources" / name).write_bytes(b"left")
    assert len(build(directory, [documents], options).unchanged) == 4
    assert {part.name for part in (directory / "sources").iterdir()} == kept


def test_what_a_reader_needs_stays_in_sources(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    with open_graph(directory) as before:
        remove(directory, ["linting-plan.txt"])
        build(directory, [documents / "yunze-opinion.txt"], options)
        assert before.data("linting-plan.txt")


def test_removing_does_what_can_be_done_and_names_the_rest(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    report = remove(directory, ["linting-plan.text", "yunze-opinion.txt"])
    assert report.removed == ("yunze-opinion.txt",)
    (absent,) = report.not_there
    assert absent.doc == "linting-plan.text"
    assert "linting-plan.txt" in absent.reason.en
    with pytest.raises(NotFoundError, match=r"no document x\.txt, y\.txt"):
        remove(directory, ["x.txt", "y.txt"])
    assert report.documents == 3

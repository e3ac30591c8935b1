"""The commands keep the contract: data on standard output, the rest on standard error, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from loaders.reader import load
from zhengtu.cli.run import run

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch, example_graph: Path) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("ZHENGTU_GRAPH", str(example_graph))


def data_of(capsys: Capture, *arguments: str) -> Any:
    assert run([*arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_info_in_json_is_what_programs_rely_on(capsys: Capture, documents: list[Path]) -> None:
    data = data_of(capsys, "info")
    assert [row["doc"] for row in data["documents"]] == sorted(path.name for path in documents)
    assert data["refused"] == []
    for row in data["documents"]:
        assert {"doc", "title", "issuer", "number", "date", "region", "facts", "sentences", "silent"} <= set(
            row
        )
        assert sum(row["facts"].values()) > 0


def test_info_lists_silent_sentences_with_the_reason(capsys: Capture) -> None:
    documents = data_of(capsys, "info")["documents"]
    most = max(documents, key=lambda row: row["silent"])
    listed = data_of(capsys, "info", most["doc"], "--unread")
    assert len(listed) == most["silent"] > 0
    assert all(row["why"] and row["text"] and row["start"] < row["end"] for row in listed)


def test_info_of_an_unknown_document_names_the_nearest(capsys: Capture, documents: list[Path]) -> None:
    name = documents[0].name
    assert run(["info", name.replace("-", "_")]) == 1
    out, err = capsys.readouterr()
    assert out == "" and name in err


def test_ask_in_json_is_what_programs_rely_on(capsys: Capture) -> None:
    data = data_of(capsys, "ask", "responsibility-chain", "--role", "牵头")
    assert set(data) == {"query", "parameters", "columns", "rows"}
    assert data["parameters"] == {"role": "lead"}
    assert data["rows"]
    for row in data["rows"]:
        assert set(row) == {*data["columns"], "evidence"}
        for place in row["evidence"]:
            assert set(place) == {"doc", "start", "end", "quote"}


def test_ask_alone_lists_the_queries(capsys: Capture) -> None:
    assert [row["query"] for row in data_of(capsys, "ask")] == ["responsibility-chain", "shared-initiatives"]


def test_tables_say_that_something_was_not_seen(capsys: Capture) -> None:
    assert run(["ask", "共同举措"]) == 0
    assert "已读文件中未见" in capsys.readouterr().out
    rows = data_of(capsys, "ask", "共同举措")["rows"]
    assert {row["state"] for row in rows} == {"committed", "not_seen"}


def test_evidence_is_shown_below_each_row(capsys: Capture) -> None:
    first = next(row for row in data_of(capsys, "ask", "责任链")["rows"])
    assert run(["ask", "责任链", "--organization", first["organization"], "--evidence"]) == 0
    out = capsys.readouterr().out
    assert "「" in out and first["evidence"][0]["doc"] in out


def test_csv_opens_in_a_spreadsheet_and_markdown_is_a_table(capsysbinary: Any, tmp_path: Path) -> None:
    assert run(["ask", "责任链", "--format", "csv"]) == 0
    text = capsysbinary.readouterr().out.decode("utf-8")
    assert text.startswith("\ufeff地区,")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1 and len(rows) > 10
    file = tmp_path / "答 案.md"
    assert run(["ask", "共同举措", "--format", "md", "-o", str(file)]) == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("| 举措或平台 |") and set(lines[1]) == set("| -")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["ask", "责任练"], 2, "责任链"),
        (["ask", "责任链", "--indicator", "x"], 2, "--organization"),
        (["ask", "责任链", "--region", "临丁市"], 1, "临汀"),
        (["ask", "责任链", "--organization", "没有的局"], 1, "没有的局"),
        (["ask", "责任链", "--region", "成都"], 0, "没有读过这个地区的文件"),
        (["ask", "责任链", "--region", "临汀"], 0, "“临汀”理解为 临汀市"),
        (["show", "没有的局"], 1, "没有的局"),
        (["search", "绝无此词此句"], 0, "未见"),
        (["remove", "没有.txt"], 1, "没有.txt"),
        (["sparql", "SELECT * { SERVICE <http://x> {} }"], 1, "SERVICE"),
        (["sparql", "@没有.rq"], 1, "没有.rq:没有这个文件"),
        (["info", "--graph", "空无一物"], 1, "空无一物"),
        (["text", "没有.txt"], 1, "没有.txt"),
        (["score", "没有.jsonl", "没有.jsonl"], 1, "没有.jsonl"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line_with_its_exit_code(
    arguments: list[str], code: int, told: str, capsys: Capture
) -> None:
    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert told in err
    assert code == 0 or (out == "" and err.count("\n") == 1)


def test_quiet_leaves_only_data_and_errors(capsys: Capture) -> None:
    assert run(["ask", "责任链", "--region", "临汀", "--quiet", "--format", "json"]) == 0
    assert capsys.readouterr().err == ""


def test_debug_shows_the_traceback(capsys: Capture) -> None:
    assert run(["show", "没有的局", "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_show_and_search_lead_to_sentences(capsys: Capture) -> None:
    body = data_of(capsys, "ask", "责任链")["rows"][0]["organization"]
    shown = data_of(capsys, "show", body)
    assert shown["name"] == body and shown["lines"]
    assert any(place["sentence"] for line in shown["lines"] for place in line["evidence"])
    found = data_of(capsys, "search", body)
    assert body in [entity["name"] for entity in found["entities"]]


def test_sparql_answers_in_the_w3c_form(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    query = (
        "SELECT ?label { ?x a <https://zhengtu.example/ontology#Platform> ; "
        "<http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label LIMIT 2"
    )
    data = data_of(capsys, "sparql", query)
    assert data["head"]["vars"] == ["label"] and len(data["results"]["bindings"]) == 2
    file = tmp_path / "查 询.rq"
    file.write_text("\ufeff" + query, encoding="utf-8")
    assert data_of(capsys, "sparql", f"@{file}") == data
    assert run(["sparql", query]) == 0
    assert data["results"]["bindings"][0]["label"]["value"] in capsys.readouterr().out


def test_check_passes_on_the_examples(capsys: Capture, documents: list[Path]) -> None:
    assert run(["check"]) == 0
    assert f"核对了 {len(documents)} 个文件" in capsys.readouterr().err


def test_text_is_exactly_what_offsets_count_in(capsysbinary: Any, documents: list[Path]) -> None:
    for path in documents[:3]:
        assert run(["text", str(path)]) == 0
        assert capsysbinary.readouterr().out == load(path).raw.encode("utf-8")


def test_facts_are_sorted_lines_and_bad_files_are_named(
    capsys: Capture, documents: list[Path], examples: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "坏.txt"
    bad.write_bytes(b"")
    vocabulary = ["--vocabulary", str(examples / "vocabulary.yaml")]
    assert run(["facts", str(documents[0]), str(bad), *vocabulary]) == 3
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["doc"] for row in rows] == [documents[0].name] * len(rows)
    order = [(row["start"], row["end"], row["kind"], row["id"]) for row in rows]
    assert order == sorted(order) and order
    assert "未读" in err and "坏.txt" in err
    assert run(["facts", str(bad)]) == 1


def test_every_export_can_be_written_to_a_file(tmp_path: Path) -> None:
    from graph.exports import FORMATS as OFFERED
    from zhengtu.cli.commands.export import FORMATS

    assert set(FORMATS) <= set(OFFERED)
    for form in FORMATS:
        file = tmp_path / f"导出.{form}"
        assert run(["export", form, "-o", str(file)]) == 0
        assert file.stat().st_size > 100


def test_build_and_remove_say_what_changed(
    capsys: Capture, documents: list[Path], examples: Path, tmp_path: Path
) -> None:
    graph = ["--graph", str(tmp_path / "新 图")]
    vocabulary = ["--vocabulary", str(examples / "vocabulary.yaml")]
    assert run(["build", str(documents[0]), "--dry-run", *vocabulary, *graph]) == 0
    assert not (tmp_path / "新 图").exists() or run(["info", *graph]) == 1
    assert run(["build", str(documents[0]), str(tmp_path / "没有"), *vocabulary, *graph]) == 3
    out, err = capsys.readouterr()
    assert out == "" and "新增 1" in err and "没有" in err
    assert run(["build", str(documents[0]), *graph]) == 0
    assert "未变 1" in capsys.readouterr().err
    assert run(["remove", documents[0].name, *graph]) == 0
    assert "去掉 1" in capsys.readouterr().err
    assert run(["build", str(tmp_path / "没有"), *graph]) == 1


def test_demo_shows_two_answers_with_their_sentences(capsys: Capture) -> None:
    assert run(["demo"]) == 0
    out, err = capsys.readouterr()
    assert "二、" in out and "三、" in out
    assert out.count("「") > 10
    assert "示例" not in err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for a child alone")
def test_ctrl_c_ends_in_one_line_and_leaves_a_sound_directory(documents: list[Path], tmp_path: Path) -> None:
    many = tmp_path / "许多"
    many.mkdir()
    text = load(documents[0]).raw
    for number in range(300):
        (many / f"{number}.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
    graph = tmp_path / "图"
    command = [sys.executable, "-m", "zhengtu", "build", str(many), "--graph", str(graph), "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        while process.poll() is None and not graph.exists():
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b"" and err.decode("utf-8").count("\n") == 1 and "已中断" in err.decode("utf-8")
    assert run(["build", str(documents[0]), "--graph", str(graph)]) == 0
    assert run(["check", "--graph", str(graph)]) == 0


def test_output_that_cannot_be_written_is_one_line_with_the_file_and_what_to_do(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["export", "facts", "-o", "没有/a.jsonl"]) == 1
    assert capsys.readouterr().err == "错误:没有/a.jsonl:没有这个文件或文件夹;请核对路径\n"

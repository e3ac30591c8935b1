"""Scores are those of the reference scorer, on facts that were bent in every way."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import InputError
from zhengtu.cli.run import run
from zhengtu.score import pooled, read_rows, score_document, score_files

GOLD = [
    {"kind": "responsibility", "organization": "石榴市商务局", "role": "lead", "context": [10, 40]},
    {"kind": "responsibility", "organization": "石榴市公安局", "role": "support", "context": [10, 40]},
    {"kind": "heading", "title": "办好线上服务", "context": [0, 10]},
    {"kind": "target", "unit": "个", "value": "60万", "context": [50, 70]},
    {"kind": "initiative", "name": "一网通办", "context": [10, 40]},
    {"kind": "connection", "source": "甲平台", "target": "乙平台", "context": [70, 90]},
]


def found(**fields: Any) -> dict[str, Any]:
    return {"doc": "石榴.txt", "start": 12, "end": 15, "quote": "", **fields}


def test_equal_names_in_the_sentence_count_and_others_do_not() -> None:
    facts = [
        found(kind="responsibility", organization="“石榴市商务局”", role="lead"),
        found(kind="responsibility", organization="石榴市公安局", role="lead"),
        found(kind="heading", title="办好线上服务", start=20, end=30),
        found(kind="initiative", name="一网通办", start=900, end=904),
        found(kind="connection", source="乙平台", target="甲平台", start=75, end=80),
    ]
    table = score_document(GOLD, facts)
    assert table["responsibility"].strict.hit == 1
    assert table["heading"].strict.hit == 0
    assert table["initiative"].strict.f1 == 1
    assert table["connection"].strict.f1 == 1
    assert table["target"].strict.recall == 0


def test_a_repeat_is_no_error_and_a_large_unit_is_a_number() -> None:
    facts = [found(kind="target", unit="万个", value="60", start=55, end=58)] * 2
    score = score_document(GOLD, facts)["target"]
    assert (score.strict.hit, score.strict.found) == (1, 1)


def test_relaxed_lets_names_differ_a_little() -> None:
    score = score_document(GOLD, [found(kind="responsibility", organization="市商务局", role="lead")])
    assert (score["responsibility"].strict.hit, score["responsibility"].relaxed.hit) == (0, 1)


def test_a_line_that_is_no_fact_is_named(tmp_path: Path) -> None:
    path = tmp_path / "坏.jsonl"
    path.write_text('{"kind": "heading"}\n[1]\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_rows(path)
    assert "第 2 行" in caught.value.message.zh


def bent(rows: list[dict[str, Any]], doc: str, dice: random.Random) -> list[dict[str, Any]]:
    """Gold rows as a poor reader might have found them."""
    facts = []
    for row in rows:
        fact = {name: value for name, value in row.items() if name != "context"} | {"doc": doc}
        context = row.get("context")
        fact["start"] = context[0] if isinstance(context, list) else 0
        fact |= {"end": fact["start"] + 3, "quote": context if isinstance(context, str) else ""}
        fate = dice.random()
        if fate < 0.1:
            continue
        if fate < 0.25:
            for name in ("name", "title", "organization", "unit", "value", "source"):
                if isinstance(fact.get(name), str) and len(fact[name]) > 2:
                    fact[name] = fact[name][1:]
        elif fate < 0.4:
            fact |= {"start": fact["start"] + 400, "end": fact["end"] + 400}
        elif fate > 0.9:
            facts.append(dict(fact))
        facts.append(fact)
    dice.shuffle(facts)
    return facts


def gold_files(request: pytest.FixtureRequest, name: str) -> list[Path]:
    folder: Path = request.getfixturevalue(name)
    return sorted((folder / "gold" if name == "examples" else folder).glob("*.jsonl"))


@pytest.mark.parametrize("name", ["examples", "shared_gold"])
@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_the_reference_scorer(
    request: pytest.FixtureRequest,
    shared_scorer: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    seed: int,
) -> None:
    dice = random.Random(seed)
    gold = gold_files(request, name)
    facts = [fact for path in gold for fact in bent(read_rows(path), f"{path.stem}.txt", dice)]
    predicted = tmp_path / "facts.jsonl"
    predicted.write_text("\n".join(json.dumps(fact, ensure_ascii=False) for fact in facts), encoding="utf-8")
    reference = subprocess.run(
        [sys.executable, shared_scorer, predicted, *gold, "--json"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert run(["score", str(predicted), *map(str, gold), "--format", "json"]) == 0
    ours = json.loads(capsys.readouterr().out)
    assert flat(ours) == pytest.approx(flat(json.loads(reference.stdout)))


def flat(data: Any, path: str = "") -> dict[str, float]:
    if isinstance(data, dict):
        return {
            place: number
            for name, value in data.items()
            for place, number in flat(value, f"{path}/{name}").items()
        }
    return {path: data}


def test_perfect_facts_score_one(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    gold = gold_files(request, "examples")
    facts = []
    for path in gold:
        for row in read_rows(path):
            start = row["context"][0] if isinstance(row.get("context"), list) else 0
            facts.append(
                {"start": start, "end": start + 1, "quote": row.get("context"), **row, "doc": path.stem}
            )
    predicted = tmp_path / "facts.jsonl"
    predicted.write_text("\n".join(json.dumps(fact, ensure_ascii=False) for fact in facts), encoding="utf-8")
    assert pooled(score_files(predicted, gold).values())["total", "strict"].recall == pytest.approx(
        1, abs=0.01
    )

"""The quality gate: F1 may not fall below the pinned floors, which only rise."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "score_examples.py"
_spec = importlib.util.spec_from_file_location("score_examples", SCRIPT)
score_examples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(score_examples)

#: what the project promises, whatever the floors say
PROMISED = {
    "examples": {"responsibility": 0.95},
    "more": {},
    "blind": {"responsibility": 0.9},
    "reference": {"heading": 1.0, "citation": 0.97, "metadata": 0.95, "responsibility": 0.98},
}


@pytest.mark.parametrize("gold_set", score_examples.SETS, ids=lambda gold_set: gold_set.name)
def test_reading_is_no_worse_than_the_pinned_floors(gold_set):
    if not gold_set.gold.is_dir():
        pytest.skip("the reference material (gold) is not beside the project")
    floors = score_examples.floors()[gold_set.name]
    figures = score_examples.score_set(gold_set)
    low = {
        kind: (round(figures[kind].f1, 4), floor)
        for kind, floor in floors.items()
        if figures[kind].f1 < floor - 1e-9
    }
    assert low == {}, f"F1 fell below the floor: {low}"
    assert {kind: floors[kind] >= f1 for kind, f1 in PROMISED[gold_set.name].items()} == dict.fromkeys(
        PROMISED[gold_set.name], True
    )


def test_the_examples_hold_enough_responsibilities_of_every_role(examples):
    import json

    roles = [
        row["role"]
        for path in (examples / "gold").glob("*.jsonl")
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if row["kind"] == "responsibility"
    ]
    assert len(roles) >= 200
    assert roles.count("lead") >= 50 and roles.count("support") >= 50

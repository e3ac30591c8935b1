"""Copies in sources/ that were damaged are noticed and written anew."""

import pytest

from graph.api import open_graph
from graph.build import build

NAME = "linting-plan.txt"


@pytest.mark.parametrize("ending", ["", ".txt"])
@pytest.mark.parametrize("damage", [b"half", None])
def test_a_damaged_copy_is_mended_and_said(documents, options, tmp_path, ending, damage):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    with open_graph(directory) as graph:
        copy = directory / "sources" / (graph.sha256(NAME) + ending)
    whole = copy.read_bytes()
    copy.unlink()
    if damage is not None:
        copy.write_bytes(damage)
    report = build(directory, [documents], options)
    assert copy.read_bytes() == whole
    assert NAME in report.unchanged
    assert [line.en for line in report.warnings] == [
        f"{NAME}: its copy in sources/ was damaged and is mended"
    ]
    assert build(directory, [documents], options).warnings == ()


def test_a_damaged_copy_of_a_document_not_given_is_named(documents, options, tmp_path):
    directory = tmp_path / "graph"
    build(directory, [documents], options)
    with open_graph(directory) as graph:
        (directory / "sources" / graph.sha256(NAME)).write_bytes(b"half")
    (line,) = build(directory, [documents / "yunze-opinion.txt"], options).warnings
    assert line.en.startswith(f"{NAME}: the copy kept in sources/ is damaged")

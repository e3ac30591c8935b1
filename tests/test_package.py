"""The installed package works away from the checkout, its examples inside."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder into which the wheel was installed, without dependencies."""
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    place = tmp_path_factory.mktemp("wheel")
    run = {"cwd": ROOT, "check": True, "capture_output": True}
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)], **run)
    (wheel,) = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "site")
    return place / "site"


def zhengtu(installed, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "zhengtu", *arguments]
    return subprocess.run(
        command, cwd=installed.parent, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


def test_the_demo_runs_from_the_wheel(installed):
    done = zhengtu(installed, "--lang", "zh", "demo")
    assert done.returncode == 0, done.stderr
    assert "责任链" in done.stdout and "共同举措" in done.stdout
    code = "import zhengtu, graph; print(zhengtu.__file__, graph.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=installed.parent, env=environment, capture_output=True, text=True
    )
    assert told.stdout.count(str(installed)) == 2


def test_the_wheel_holds_what_it_needs_and_no_more(installed):
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert {
        "zhengtu/examples/vocabulary.yaml",
        "ontology/data/regions.json",
        "loaders/rules/bodies.yaml",
    } <= names
    assert {"queries/named/responsibility-chain/query.rq", "ontology/generated/zhengtu.shacl.ttl"} <= names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "docs/"))]
    assert any(name.endswith("licenses/NOTICE") for name in names)

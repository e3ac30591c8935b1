"""What tests share: the reference material beside the project, and programs that may not be installed."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# the same examples at every run: a change is judged by what it changes, not by luck
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def missing(what: str) -> None:
    """Skips for want of a program; where all tests are asked for in CI, that is a failure."""
    if os.environ.get("CI") == "true" and os.environ.get("ZHENGTU_ALL_TESTS"):
        pytest.fail(f"{what} is missing, and CI runs everything")
    pytest.skip(f"{what} is not installed (make test-all installs it)")


def program(*names: str) -> str:
    """The path of the first of these programs that is installed; else the test is skipped."""
    for name in names:
        if found := shutil.which(name):
            return found
    missing(names[0])
    raise AssertionError


def _shared(name: str) -> Path:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the reference material ({name}) is not beside the project")
    return path


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example documents."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def shared_corpus() -> Path:
    """Folder of the reference documents, when it is there."""
    return _shared("corpus")


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """Folder of their gold facts, when it is there."""
    return _shared("gold")


@pytest.fixture(scope="session")
def shared_scorer() -> Path:
    """The reference scorer, when it is there."""
    return _shared("eval/score.py")


@pytest.fixture(scope="session")
def office() -> str:
    """The office program that opens what a spreadsheet user opens."""
    return program("soffice", "libreoffice")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def fuseki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an empty dataset of a real Apache Jena Fuseki on loopback, in memory."""
    java = program("java")
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    cache = Path(os.environ.get("ZHENGTU_TEST_CACHE") or home / "zhengtu-tests")
    jars = sorted(cache.glob("jena-fuseki-server-*.jar"))
    if not jars:
        missing("Apache Jena Fuseki")
    port = _free_port()
    command = [
        java,
        "-Xmx1g",
        "-jar",
        str(jars[-1]),
        "--localhost",
        "--port",
        str(port),
        "--mem",
        "--update",
        "/ds",
    ]
    folder = tmp_path_factory.mktemp("fuseki")  # the server leaves a folder of its own where it runs
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(240):
            with (
                contextlib.suppress(OSError),
                urllib.request.urlopen(f"http://127.0.0.1:{port}/$/ping", timeout=2),
            ):
                break
            if server.poll() is not None:
                pytest.fail("Fuseki ended while starting")
            time.sleep(0.5)
        else:
            pytest.fail("Fuseki does not answer")
        yield f"http://127.0.0.1:{port}/ds"
    finally:
        server.terminate()
        server.wait(timeout=30)

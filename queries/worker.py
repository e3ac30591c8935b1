"""Runs users' queries in a process of their own, which is ended when the time is up.

pyoxigraph can't cancel a query, and a query can exhaust its stack: in a worker both cost the worker only.
A plain child process is used instead of `multiprocessing`, which would run the caller's main module again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

from ontology.bilingual import Bilingual
from ontology.errors import GraphError, QueryError

#: where our packages lie; -P keeps a foreign `queries` in the working directory out
_ROOT = str(Path(__file__).resolve().parent.parent)
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);from queries.worker_process import serve; serve(sys.argv[2])"
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave.

    Attributes:
        kind: `results` (SELECT, ASK) or `graph` (CONSTRUCT, DESCRIBE).
        content: SPARQL 1.1 JSON results, or Turtle, in UTF-8.
    """

    kind: str
    content: bytes


class Worker:
    """A warm process that answers queries over one graph directory.

    Args:
        directory: the graph directory; its newest snapshot is opened.

    Raises:
        GraphError: it can't be opened.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, _ROOT, str(self._directory.resolve())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        head, _ = _receive(process.stdout)
        if head.get("kind") != "ready":
            process.kill()
            process.wait()
            told = head.get("error") or ["查询进程没有启动。", "the query process did not start"]
            raise GraphError(*told)
        return process

    def query(self, text: str, timeout: float = 30.0) -> Result:
        """Runs one query that the guard has let pass.

        Args:
            text: SPARQL.
            timeout: seconds, after which the process is ended.

        Raises:
            QueryError: a syntax error, the time limit, or the end of the process.
        """
        if self._process.poll() is not None:
            self._process = self._start()
        expired = threading.Event()

        def end() -> None:
            expired.set()
            self._process.kill()

        limit = threading.Timer(timeout, end)
        limit.start()
        try:
            head, content = self._exchange(text)
        finally:
            limit.cancel()
        if head.get("kind") in ("results", "graph"):
            return Result(head["kind"], content)
        if head.get("error"):
            raise QueryError(*head["error"])
        self._process.wait()
        raise QueryError(*(_too_slow(timeout) if expired.is_set() else _broken()))

    def _exchange(self, text: str) -> tuple[dict[str, Any], bytes]:
        process = self._process
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(text).encode() + b"\n")
            process.stdin.flush()
            return _receive(process.stdout)
        except OSError:
            return {}, b""

    def close(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _receive(pipe: IO[bytes] | None) -> tuple[dict[str, Any], bytes]:
    """One message: a line of JSON with the size of the content, and the content; empty when the pipe ends."""
    assert pipe is not None
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return {}, b""
    head = json.loads(line)
    size = head.get("size", 0)
    content = pipe.read(size)
    return (head, content) if len(content) == size else ({}, b"")


def _too_slow(timeout: float) -> Bilingual:
    return Bilingual(
        f"查询超过 {timeout:g} 秒,已停止;请缩小范围,或用 --timeout 放宽。",
        f"the query took more than {timeout:g} s and was stopped; narrow it or raise --timeout",
    )


def _broken() -> Bilingual:
    return Bilingual(
        "查询使引擎中止(多半是结构太复杂或内存不够);请写得简单一些。",
        "the query broke the engine (too complex, or out of memory); make it simpler",
    )

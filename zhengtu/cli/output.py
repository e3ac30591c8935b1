"""Where data goes: standard output, or a file that is written in one step."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.atomic import replacing
from zhengtu.cli import streams
from zhengtu.cli.frame import option

output_option = option(
    "-o",
    "--output",
    metavar="FILE",
    zh="写进文件(写完才替换原文件);不给则写到标准输出",
    en="write to a file, replaced in one step (default: standard output)",
)


@contextmanager
def byte_output(path: str | None) -> Iterator[BinaryIO]:
    """A stream for the bytes of a file format: the file, else standard output."""
    if path is None or path == "-":
        yield streams.data_stream()
        return
    with replacing(Path(path)) as out:
        yield out


def write_text(text: str, path: str | None, json: bool = False) -> None:
    """Writes a text to the file in UTF-8, else to standard output in its own encoding.

    Args:
        text: with its line ends.
        path: of the file, or None.
        json: what the console's encoding lacks becomes \\u escapes instead of question marks.
    """
    if path is None or path == "-":
        if json:
            streams.write_json(text)
        else:
            sys.stdout.write(text)
        return
    with replacing(Path(path)) as out:
        out.write(text.encode("utf-8"))

"""Standard output and error as they are: a GBK console, a pipe that closes, bytes of a file."""

from __future__ import annotations

import codecs
import os
import sys
from typing import BinaryIO, TextIO


def _as_json_escape(error: UnicodeError) -> tuple[str, int]:
    """Writes what an encoding lacks as JSON does: \\uXXXX, a pair of them beyond the first plane."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    escaped = "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
    return escaped, error.end


codecs.register_error("zhengtu.json", _as_json_escape)


def prepare() -> None:
    """Lets output replace the characters that a console lacks instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def write_json(text: str, out: TextIO | None = None) -> None:
    """Writes JSON (or JSON Lines) to a stream; what its encoding lacks becomes \\u escapes.

    Args:
        text: with its line ends.
        out: standard output unless given.
    """
    out = sys.stdout if out is None else out
    encoding = getattr(out, "encoding", None) or "utf-8"
    out.write(text.encode(encoding, "zhengtu.json").decode(encoding))


def data_stream() -> BinaryIO:
    """Standard output for the bytes of a file format, which the console's encoding must not change."""
    sys.stdout.flush()
    return sys.stdout.buffer


def hush() -> None:
    """Points standard output nowhere after a pipe has closed, so that nothing complains at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # no real descriptor (tests): nothing will complain either
        pass
    finally:
        os.close(nowhere)

"""Compiles what click says in Chinese (.po) into the form that gettext loads (.mo).

Run `python -m zhengtu.cli.catalogue` after a change; a test holds the two together.
"""

from __future__ import annotations

import ast
import struct
from pathlib import Path

HOME = Path(__file__).parent / "locale" / "zh" / "LC_MESSAGES"
SOURCE, COMPILED = HOME / "zhengtu.po", HOME / "zhengtu.mo"


def read_catalogue(text: str) -> dict[str, str]:
    """The messages of a .po text: original (singular and plural joined by NUL) -> translation."""
    messages: dict[str, str] = {}
    entry: dict[str, str] = {}
    field = ""
    for line in [*text.splitlines(), ""]:
        if not line.strip():
            if "msgid" in entry:
                plural = entry.get("msgid_plural")
                key = entry["msgid"] if plural is None else f"{entry['msgid']}\0{plural}"
                messages[key] = entry["msgstr"]
            entry = {}
        elif not line.startswith("#"):
            word, _, rest = line.partition(" ")
            if word.startswith("msg"):
                field = word.removesuffix("[0]")
                entry[field] = ast.literal_eval(rest)
            else:
                entry[field] += ast.literal_eval(line)
    return messages


def compile_catalogue(text: str) -> bytes:
    """The .mo bytes of a .po text, in the format that GNU gettext documents."""
    pairs = [(k.encode(), v.encode()) for k, v in sorted(read_catalogue(text).items())]
    head = 7 * 4
    at = head + len(pairs) * 16
    tables: list[list[int]] = [[], []]
    data = b""
    for column in (0, 1):
        for pair in pairs:
            tables[column] += [len(pair[column]), at + len(data)]
            data += pair[column] + b"\0"
    numbers = [0x950412DE, 0, len(pairs), head, head + len(pairs) * 8, 0, 0, *tables[0], *tables[1]]
    return struct.pack(f"<{len(numbers)}I", *numbers) + data


if __name__ == "__main__":
    COMPILED.write_bytes(compile_catalogue(SOURCE.read_text(encoding="utf-8")))

"""Runs the commands that a text shows and puts in what they print: documentation that can't lie.

    python docs/shown_commands.py            rewrites README.md and README.en.md
    python docs/shown_commands.py --check    exits 1 where what is shown is not what is printed

A block is fenced as ```console; a line that begins with `$ ` is run by sh in a folder that holds a copy of
the examples, what stands below it up to the next such line is what it printed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: text → language of its reader
TEXTS = {"README.md": "zh_CN.UTF-8", "README.en.md": "en_US.UTF-8"}
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def _printed(command: str, folder: Path, language: str) -> str:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LANG": language,
        "LC_ALL": language,
        "LANGUAGE": language.split("_")[0],
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
        "ZHENGTU_GRAPH": str(folder / "graph"),
    }
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(f"{command}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def _run(block: str, folder: Path, language: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    shown = []
    for command in commands:
        printed = "\n".join(line.rstrip() for line in _printed(command[2:], folder, language).splitlines())
        shown.append(f"{command}\n{printed}\n" if printed else f"{command}\n")
    return "".join(shown)


def shown(text: str, language: str) -> str:
    """The text with every block as its commands print it now.

    Args:
        text: Markdown.
        language: locale of its reader.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        return _BLOCK.sub(lambda block: _run(block[0], folder, language), text)


def main(check: bool) -> int:
    """Rewrites or checks all texts; how many were stale."""
    stale = 0
    for name, language in TEXTS.items():
        path = ROOT / name
        old = path.read_text(encoding="utf-8")
        new = shown(old, language)
        if old != new:
            stale += 1
            sys.stdout.write(f"{name} shows what is not printed\n" if check else f"{name} rewritten\n")
            if not check:
                path.write_text(new, encoding="utf-8", newline="\n")
    return stale


if __name__ == "__main__":
    raise SystemExit(bool(main("--check" in sys.argv)) and "--check" in sys.argv)

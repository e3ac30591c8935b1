"""Runs the command line: `zhengtu …` or `python -m zhengtu …`."""

from __future__ import annotations

import sys

from zhengtu.cli.run import run


def main() -> None:
    """The command's entry point; ends the process with the command's exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

"""Runs the command line: `zhengtu …` or `python -m zhengtu …`."""

from __future__ import annotations

import sys


def main() -> None:
    """The command's entry point; ends the process with the command's exit code."""
    try:
        from zhengtu.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before the command began, or after it ended
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()

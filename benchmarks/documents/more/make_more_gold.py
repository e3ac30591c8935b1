#!/usr/bin/env python3
"""Compile gold/*.rows of this folder with ../make_gold.py; the options are the same."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "examples"))

import make_gold  # noqa: E402

make_gold.HERE = HERE
make_gold.GOLD = HERE / "gold"

if __name__ == "__main__":
    sys.exit(make_gold.main())

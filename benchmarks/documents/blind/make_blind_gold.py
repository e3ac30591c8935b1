#!/usr/bin/env python3
"""Compile, check, show or count the gold of the blind set, with the compiler of the examples.

usage: make_blind_gold.py [--check] [--show STEM] [--counts]
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "examples"))

import make_gold  # noqa: E402

if __name__ == "__main__":
    make_gold.HERE, make_gold.GOLD = HERE, HERE / "gold"
    sys.exit(make_gold.main())

"""Rules for reading, as data: term lists and verbs in YAML, each with the reason beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml reads the same, more slowly
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


@cache
def load_rules(name: str) -> Any:
    """The content of `loaders/rules/<name>.yaml`, read once.

    Args:
        name: of the file, without its ending.
    """
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest first, so that 建设完善 is not read as 建设."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

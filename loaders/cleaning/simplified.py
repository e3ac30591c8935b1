"""Traditional characters become simplified ones."""

from __future__ import annotations

from functools import cache
from typing import Any

from loaders.cleaning.mapped_text import MappedText

#: Code points that are converted at a time, so that a very long line needs no second copy in C++.
_BLOCK = 1 << 20


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def simplify(text: MappedText) -> None:
    """Converts with OpenCC."""
    old = text.text
    if old.isascii():
        return
    convert = _converter().convert
    blocks = [old[at : at + _BLOCK] for at in range(0, len(old), _BLOCK)]
    new = "".join(_same_length(block, convert(block)) for block in blocks)
    if new != old:
        text.exchange(new)


def _same_length(old: str, new: str) -> str:
    return new if len(new) == len(old) else old

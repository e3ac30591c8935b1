"""Traditional characters, variants and radicals become simplified characters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from loaders.cleaning.mapped_text import MappedText
from loaders.rules import load_rules

#: Code points that are converted at a time, so that a very long line needs no second copy in C++.
_BLOCK = 1 << 20

#: Distinct characters that only traditional text has, from which on a text counts as traditional; a short
#: text (a title, a sentence) may have but one.
_TRADITIONAL, _TRADITIONAL_IN_SHORT, _SHORT = 3, 1, 300


def to_simplified(text: str) -> str:
    """A text by OpenCC, code point for code point; where OpenCC would change the length, character by
    character."""
    convert = _converter().convert
    new = str(convert(text))
    if len(new) != len(text):
        new = "".join(one if len(one) == 1 else old for old in text for one in (str(convert(old)),))
    return new


def simplify(text: MappedText) -> None:
    """Converts a text, code point for code point.

    In text that is simplified already, characters of the simplified standard GB 2312 stay: 乾县 is no 干县.
    """
    old = text.text
    if old.isascii():
        return
    if _variants()[0].search(old):
        old = old.translate(_variants()[1])
    new = "".join(to_simplified(old[at : at + _BLOCK]) for at in range(0, len(old), _BLOCK))
    if new != old:
        new = _zhu().sub("着", new) if _is_traditional(old, new) else _keep_standard(old, new)
    if new != text.text:
        text.exchange(new)


def _is_traditional(old: str, new: str) -> bool:
    gone = len(set(old) - _standard() - set(new))
    return gone >= (_TRADITIONAL if len(old) > _SHORT else _TRADITIONAL_IN_SHORT)


def _keep_standard(old: str, new: str) -> str:
    pieces: list[str] = []
    done = 0
    for found in _changed_standard().finditer(old):
        pieces += (new[done : found.start()], found[0])
        done = found.end()
    return "".join([*pieces, new[done:]])


@cache
def _changed_standard() -> re.Pattern[str]:
    """The characters of simplified text that OpenCC takes for traditional ones."""
    standard = "".join(sorted(_standard()))
    pairs = zip(standard, to_simplified("\n".join(standard)).split("\n"), strict=True)
    return re.compile("[" + "".join(old for old, new in pairs if old != new) + "]")


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _variants() -> tuple[re.Pattern[str], dict[int, str]]:
    """What OpenCC does not convert, as a class to look for and a table: radicals and compatibility forms by
    NFKC, and a list."""
    table = {ord(old): str(new) for old, new in load_rules("variants")["variants"].items()}
    for point in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)):
        form = unicodedata.normalize("NFKC", chr(point))
        if len(form) == 1 and form != chr(point):
            table.setdefault(point, form)
    single = "".join(
        chr(point) for point in table if not 0x2E80 <= point < 0x2FE0 and not 0xF900 <= point < 0xFB00
    )
    return re.compile(f"[\u2e80-\u2fdf\uf900-\ufaff{single}]"), table


@cache
def _zhu() -> re.Pattern[str]:
    """著 that stands for 着: wherever it is in no word of its own."""
    words = load_rules("variants")["zhu_words"]
    before = "".join(word[0] for word in words if word[1] == "著")
    behind = "".join(word[1] for word in words if word[0] == "著")
    return re.compile(f"著(?<![{before}].)(?![{behind}])")


@cache
def _standard() -> frozenset[str]:
    """The characters of GB 2312, which simplified text is written with."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return frozenset(character for code in cells if (character := code.decode("gb2312", "ignore")))

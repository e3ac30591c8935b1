"""Names of issuing organs as heads and signatures write them: alone on a line, several in a row, letters
apart."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from loaders.page_rules import page_rules

_SEPARATORS = re.compile(r"[\s、,|·]+")
#: where one name ends and the next begins without a blank: 中共X委员会X人民政府
_JOINT = re.compile(
    r"(?:(?<=委员会)|(?<=办公厅)|(?<=办公室)|(?<=人民政府)|(?<=[省市县区旗州]委)(?!办公|员会))(?=中共|国务院|[一-鿿]{2,12}?人民政府)"
)
_HAN = re.compile(r"[一-鿿()]+\Z")


class Organ(NamedTuple):
    """A name with its offsets; `name` is without blanks."""

    start: int
    end: int
    name: str


def read_organs(text: str, start: int, end: int) -> list[Organ]:
    """The organs that a stretch consists of, or nothing when it holds anything else.

    Args:
        text: clean text.
        start, end: offsets of a line or of the words before 关于; blanks may stand between the letters of
            one name (科  技  部) and between names.
    """
    if end - start > 400 or page_rules().not_organ.search(text, start, end):
        return []
    found = []
    for first, last in _joined(text, start, end):
        for piece_start, piece_end in _apart(text, first, last):
            name = re.sub(r"\s", "", text[piece_start:piece_end]).removesuffix("文件")
            if not is_organ(name):
                return []
            found.append(Organ(piece_start, piece_end, name))
    return found


def is_organ(name: str) -> bool:
    """Whether a word is shaped like an organ's name: 3 to 40 signs, an organ's ending, Han only."""
    return 3 <= len(name) <= 40 and bool(_HAN.match(name) and page_rules().organ_end.search(name))


def _joined(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between separators; single letters in a row are one stretch."""
    pieces: list[tuple[int, int]] = []
    position = start
    lone = False
    for gap in [*_SEPARATORS.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        if stop > position:
            single = stop - position == 1
            if single and lone and pieces:
                pieces[-1] = (pieces[-1][0], stop)
            else:
                pieces.append((position, stop))
            lone = single
        position = gap.end() if gap else end
    return pieces


def _apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names written together without a blank, each on its own."""
    borders = [start, *(match.start() for match in _JOINT.finditer(text, start, end)), end]
    return [(left, right) for left, right in pairwise(borders) if right > left]

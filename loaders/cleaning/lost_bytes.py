"""Pairs of GBK bytes, and what can be said of a byte that was lost."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from loaders.cleaning.readings import is_read, toneless
from loaders.cleaning.simplified import to_simplified
from loaders.cleaning.words import best_word

#: Stands for a byte that was lost.
NO_BYTE = -1

_FIRST_LEAD, _LAST_LEAD = 0x81, 0xFE
_MARKS_LEAD = 0xA1
_OPENING = dict(zip("“‘《〈〔【「『", "”’》〉〕】」』", strict=True))
#: What a mark behind the lost byte counts beside words: more than a word of two characters, which chance
#: gives.
_OPENING_WORTH = 2.5


class Byte(NamedTuple):
    """A byte of a run, and the place of the character there that it came from."""

    value: int
    place: int


class Decoded(NamedTuple):
    """A character of two bytes, and the range of the run that they came from; empty if its first byte is
    lost."""

    character: str
    start: int
    end: int
    trail: int = 0


def decode_pairs(stream: list[Byte]) -> list[Decoded]:
    """Pairs the bytes of a run.

    Args:
        stream: of the run; a last odd byte is left out.
    """
    pairs = zip(stream[::2], stream[1::2], strict=False)
    return [Decoded(gbk(lead, trail), first, last + 1, trail) for (lead, first), (trail, last) in pairs]


def gbk(lead: int, trail: int) -> str:
    """The character of two GBK bytes; empty if there is none or the first is lost."""
    if lead == NO_BYTE:
        return ""
    character = bytes((lead, trail)).decode("gb18030", "replace")
    return character if len(character) == 1 else "\ufffd"


def lost_lead(left: str, characters: list[Decoded]) -> tuple[float, list[Decoded]]:
    """Finds the first character of a run, whose first byte was lost: the mark, or the character that makes
    the best word with its neighbours; `?` where none does.

    Args:
        left: the text before the run.
        characters: of the run.

    Returns:
        What that character is worth beside the weights of the others, and the characters with it.
    """
    first = characters[0]
    if first.character:
        return 0, characters
    right = to_simplified("".join(one.character for one in characters[1:4]))
    best, found = (_OPENING_WORTH, 0), "?"
    mark = gbk(_MARKS_LEAD, first.trail)
    if mark in _OPENING or mark == "\u3000":
        found = mark
    else:
        best = (1.0, 0)
    left = to_simplified(left)
    for character, simplified in _candidates(first.trail):
        length, rank = best_word(left, simplified, right)
        if (length, rank) > best:
            best, found = (length, rank), character
    return best[0] if found != "?" else 0, [first._replace(character=found), *characters[1:]]


@cache
def _candidates(trail: int) -> tuple[tuple[str, str], ...]:
    """The characters that end in a byte, as they are and simplified."""
    characters = [gbk(lead, trail) for lead in range(_FIRST_LEAD, _LAST_LEAD + 1)]
    return tuple((character, to_simplified(character)) for character in characters)


def lost_trail(lead: int, before: str, annotation: str | None) -> str | None:
    """The last character of a run, whose second byte was lost: the closing mark of one that stands open, or
    the character that the pinyin behind it tells; None where nothing tells.

    Args:
        lead: its first byte.
        before: the mended run before it.
        annotation: the pinyin behind it, if there is any.
    """
    if lead == _MARKS_LEAD:
        opened = [mark for mark in before if mark in _OPENING or mark in _OPENING.values()]
        return _OPENING.get(opened[-1]) if opened else None
    syllable = toneless(annotation) if annotation else None
    if syllable is None:
        return None
    read_so = [
        character
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF))
        if len(character := gbk(lead, trail)) == 1 and is_read(character, syllable[0])
    ]
    words = {
        character: best_word(to_simplified(before), to_simplified(character), "") for character in read_so
    }
    return max(read_so, key=lambda character: words[character], default=None)

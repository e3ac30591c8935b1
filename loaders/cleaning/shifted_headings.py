"""What the number of a heading becomes when its line is read shifted by one byte: `?。ㄒ唬` for 　（一）."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from loaders.cleaning.lost_bytes import Byte

_DIGITS = "一二三四五六七八九"
_NUMBERS = (
    *_DIGITS,
    "十",
    *(f"十{digit}" for digit in _DIGITS),
    "二十",
    *(f"二十{digit}" for digit in _DIGITS),
)
#: First byte of the sign that the second half of ） makes with the character behind it: ┩ ┲ ┒ …
_BRACKET_REST = 0xA9
#: Second byte of （, which pairs with the character behind it where the bracket holds no number.
_BRACKET_OPEN = b"\xa8"


class HeadingPrefix(NamedTuple):
    """The shifted number of a heading at the start of a run.

    Attributes:
        length: of it in the run, the `?` included.
        stream: the bytes that it stands for, with the places that they came from.
        swallows_lead: whether the next character's first byte belongs to the number.
    """

    length: int
    stream: tuple[Byte, ...]
    swallows_lead: bool


def heading_prefix(run: str, at_start: bool) -> HeadingPrefix | None:
    """The heading's number that a run begins with, or None.

    Args:
        run: `?` and what follows it.
        at_start: whether the run begins a line or a sentence.
    """
    for shifted, whole in _shifted_numbers():
        if not run.startswith(shifted, 1):
            continue
        length = 1 + len(shifted)
        following = run[length : length + 1].encode("gb18030", "replace")
        swallows = len(following) == 2 and following[0] == _BRACKET_REST
        # 。 alone is all that is left of （六）: it needs a sign behind it, or a heading's place
        if shifted == "。" and following[:1] == _BRACKET_OPEN:
            # `?。ù` begins with a whole （ and no number: （此件…
            continue
        if shifted == "。" and not (swallows or (at_start and len(following) == 2)):
            continue
        places = tuple(Byte(byte, min(at // 2, length - 1)) for at, byte in enumerate(whole))
        return HeadingPrefix(length, places, swallows)
    return None


@cache
def _shifted_numbers() -> tuple[tuple[str, bytes], ...]:
    """(what is left of it, its bytes) for each number, the longest remains first."""
    remains: dict[str, bytes] = {}
    for number in _NUMBERS:
        whole = f"　（{number}）".encode("gb18030")
        pairs = [whole[at : at + 2] for at in range(1, len(whole) - 1, 2)]
        for codec in ("gbk", "gb18030"):
            # some programs drop the pairs that GBK lacks, others show private-use characters
            # 二 and 二十 may leave the same: the smaller number is the likelier one
            remains.setdefault("".join(pair.decode(codec, "ignore") for pair in pairs), whole)
    return tuple(sorted(remains.items(), key=lambda item: (-len(item[0]), item[0])))

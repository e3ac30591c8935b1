"""Runs of GBK text that were read shifted by one byte: 規?;… for 规模化…, `?。ㄒ唬` for (一).

A program that lost half of a two-byte character shows `?` for it and pairs the bytes behind wrongly, until
an odd byte puts it right. Encoding the run as GBK again and pairing the bytes from the `?` on gives the old
text back, but for the byte that was lost. Pairs that GBK does not have are gone, so a word here and there
stays wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from loaders.cleaning.annotations import is_han
from loaders.cleaning.lost_bytes import NO_BYTE, Byte, Decoded, decode_pairs, lost_lead, lost_trail
from loaders.cleaning.mapped_text import Edit, MappedText
from loaders.cleaning.readings import toneless
from loaders.cleaning.shifted_headings import HeadingPrefix, heading_prefix
from loaders.cleaning.simplified import to_simplified
from loaders.cleaning.words import weigh

#: `?` with what can follow in a shifted run. Half-width marks stand there too where a page had its marks
#: narrowed.
_RUN = re.compile(r"[?？\ufffd](?:[;:,!()]*+[^\x00-\x7f])+")
#: What may be left of a pinyin annotation whose bracket was swallowed, or one that stands whole.
_ANNOTATION = re.compile(r"\(?([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})\)")
#: What a heading stands behind, besides the start of the text.
_BEFORE_HEADING = "\n。;； \u3000"
_WIDE = str.maketrans(";:,!()?", "；：，！（）？")

#: By how much a mended run must look more like words than the run as it stands. A question mark before real
#: text loses by far; the shortest damaged title wins by 6.
_GAIN = 4.0
#: The same before the lost first character is looked for.
_LEAST_GAIN = 1.0

#: Longest run that is looked at in one piece: a few pages.
_LONGEST = 4000


class _Mended(NamedTuple):
    """A mended run: how many characters of it (from the `?` on) the new ones replace, and these."""

    length: int
    characters: tuple[Decoded, ...]


def mend(text: MappedText) -> None:
    """Mends the shifted runs of a text."""
    text.edit(_edits(text.text))


def _edits(text: str) -> Iterator[Edit]:
    at = 0
    while found := _RUN.search(text, at):
        start, end = found.start(), min(found.end(), found.start() + _LONGEST)
        left = text[max(0, start - 3) : start]
        mended = _mend_run(left, text[start:end], text[end : end + 9])
        if mended is None:
            at = end
            continue
        words = "".join(one.character for one in mended.characters)
        yield Edit(start, start + mended.length, words, _origins(mended, start))
        at = max(end, start + mended.length)


def _origins(mended: _Mended, start: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + one.start, start + one.end) for one in mended.characters)


@lru_cache(maxsize=1024)
def _mend_run(left: str, run: str, tail: str) -> _Mended | None:
    """Mends one run, or None if it is better left alone.

    Args:
        left: the text before, for the words that the run completes.
        run: `?` and what follows it.
        tail: the text behind.
    """
    prefix = heading_prefix(run, at_start=left == "" or left[-1] in _BEFORE_HEADING)
    stream = _bytes(run, prefix)
    odd = len(stream) % 2 == 1 and stream[-1].place == len(run) - 1
    letter = odd and tail[:1].isascii() and tail[:1].isalpha()
    if letter:
        # the odd byte that put the run right may be a letter: 七M for the second half of 推 and 進
        run += tail[0]
        stream.append(Byte(ord(tail[0]), len(run) - 1))
    gain, length, characters = _cut(run, decode_pairs(stream), len(prefix.stream) // 2 if prefix else 0)
    if gain < _LEAST_GAIN:
        return None
    worth, characters = lost_lead(left, characters)
    if gain + worth < _GAIN:
        return None
    mended = _Mended(length, tuple(characters))
    if length < len(run) or not odd:
        return mended
    return _with_annotation(mended, tail[1:]) if letter else _with_last(mended, stream[-1], tail)


def _bytes(run: str, prefix: HeadingPrefix | None) -> list[Byte]:
    """The bytes of a run as GBK, up to the first character that GBK does not have."""
    stream = list(prefix.stream) if prefix else [Byte(NO_BYTE, 0)]
    sure = len(stream)
    for place in range(prefix.length if prefix else 1, len(run)):
        code = run[place].translate(_WIDE).encode("gb18030", "replace")
        if len(code) != 2:
            break
        stream += [Byte(value, place) for value in code]
    if prefix and prefix.swallows_lead:
        del stream[sure : sure + 1]
    return stream


def _cut(run: str, characters: list[Decoded], sure: int) -> tuple[float, int, list[Decoded]]:
    """How far the run is damaged: the place where mended text before and old text behind it look most like
    words together. Gives what is gained, the length and the characters up to there."""
    new = weigh(to_simplified("".join(one.character or "\u3000" for one in characters)))
    old = weigh(to_simplified(run))
    gained, place, best = 0.0, 0, (0.0, 0, 0)
    for index, (one, weight) in enumerate(zip(characters, new, strict=True), 1):
        gained += weight + (_GAIN if index <= sure else 0) - sum(old[place : one.end])
        place = max(place, one.end)
        best = max(best, (gained, place, index))
    gain, length, count = best
    return gain, length, characters[:count]


def _with_annotation(mended: _Mended, tail: str) -> _Mended:
    """Takes with it the annotation behind the last character, which was none of a character until now."""
    found = _ANNOTATION.match(tail)
    if found is None or not toneless(found[1]):
        return mended
    return mended._replace(length=mended.length + found.end())


def _with_last(mended: _Mended, last: Byte, tail: str) -> _Mended:
    """Adds the last character, of which the run holds only the first byte."""
    swallowed = _ANNOTATION.match(tail, 1) if tail.startswith(("?", "\ufffd")) else None
    before = "".join(one.character for one in mended.characters)
    character = lost_trail(last.value, before, swallowed[1] if swallowed else None)
    if character is None:
        return mended
    if swallowed is None or not is_han(character):
        return _Mended(mended.length, (*mended.characters, Decoded(character, last.place, mended.length)))
    # `?` stands for the second byte and the bracket of the annotation
    characters = (*mended.characters, Decoded(character, last.place, mended.length + 1))
    return _Mended(mended.length + swallowed.end(), characters)

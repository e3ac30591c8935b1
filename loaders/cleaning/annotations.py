"""Pinyin annotations behind characters: 數(shù), 會(huì ), 動(dong)(dong), 關(guan) 於.

Mirror sites put them in against copying. A real parenthesis must stay: (CIM), (a), 局域网(lan). What tells them
apart: a syllable with a tone mark is an annotation; one without is an annotation if the character before
it is read so, or if the page is annotated throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.cleaning.mapped_text import Edit, MappedText
from loaders.cleaning.readings import is_read, toneless

_LETTER = "a-zāáǎăàēéěĕèīíǐĭìōóǒŏòūúǔŭùǖǘǚǜüêńňǹḿɑɡ\u0300\u0301\u0304\u0306\u0308\u030c"
_BLANK = " \u00a0\u3000"
# a syllable has at most 6 letters; decomposed, two of its marks count too
_ONE = rf"[(（][{_BLANK}]?[{_LETTER}]{{1,8}}[{_BLANK}]?[)）]"
_ANNOTATIONS = re.compile(rf"{_ONE}(?:[{_BLANK}]?{_ONE})*[{_BLANK}]?")
_SYLLABLE = re.compile(rf"[{_LETTER}]+")

#: Certain annotations from which on a page counts as annotated throughout.
_THROUGHOUT = 3


class _Found(NamedTuple):
    """A run of annotations behind one character.

    Attributes:
        start, end: of the run, a blank behind it left out.
        behind: the end with that blank, if it belongs to the annotation.
        certain: whether it needs no support from the rest of the page.
    """

    start: int
    end: int
    behind: int
    certain: bool


def remove_annotations(text: MappedText) -> None:
    """Removes the annotations of a page; their place belongs to no clean character."""
    found = list(_annotations(text.text))
    throughout = sum(run.certain for run in found) >= _THROUGHOUT
    text.edit(Edit(run.start, run.behind, "") for run in found if run.certain or throughout)


def _annotations(text: str) -> Iterator[_Found]:
    for match in _ANNOTATIONS.finditer(text):
        start, behind = match.span()
        character = text[start - 1 : start]
        if not is_han(character):
            continue
        syllables = [toneless(written) for written in _SYLLABLE.findall(match[0])]
        if None in syllables:
            continue
        toned = any(syllable[1] for syllable in syllables if syllable)
        certain = toned or all(
            len(syllable[0]) > 1 and is_read(character, syllable[0]) for syllable in syllables if syllable
        )
        end = start + len(match[0].rstrip(_BLANK))
        # tools that write no tones write a blank instead; before anything but a character it is the page's own
        takes_blank = not toned and is_han(text[behind : behind + 1])
        yield _Found(start, end, behind if takes_blank else end, certain)


def is_han(character: str) -> bool:
    """Whether it is one Chinese character (or its variant or radical form)."""
    return (
        "一" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\u2e80" <= character <= "\u2fdf"
        or "\U00020000" <= character <= "\U0003ffff"
        or character == "〇"
    )

"""Pinyin annotations behind characters: 數(shù), 會(huì ), 動(dong)(dong), 關(guan) 於.

Mirror sites put them in against copying. A real parenthesis must stay: (CIM), (a), 局域网(lan). What tells
them apart: a syllable with a tone mark is an annotation; one without is an annotation if the character before
it is read so, or if the page is annotated throughout.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.cleaning.mapped_text import MappedText
from loaders.cleaning.readings import is_read, toneless

_LETTER = "a-zāáǎăàēéěĕèīíǐĭìōóǒŏòūúǔŭùǖǘǚǜüêńňǹḿɑɡ\u0300\u0301\u0304\u0306\u0308\u030c"
_BLANK = " \u00a0\u3000"
_HAN = "一-\u9fff〇\u3400-\u4dbf\uf900-\ufaff\u2e80-\u2fdf\U00020000-\U0003ffff"
# a syllable has at most 6 letters; decomposed, two of its marks count too
_INSIDE = rf"[{_BLANK}]?[{_LETTER}]{{1,8}}[{_BLANK}]?[)）]"
_ANNOTATIONS = re.compile(rf"[(（](?<=[{_HAN}].){_INSIDE}(?:[{_BLANK}]?[(（]{_INSIDE})*")
_SYLLABLE = re.compile(rf"[{_LETTER}]+")
_BLANK_BEFORE_HAN = re.compile(rf"[{_BLANK}](?=[{_HAN}])")
_ONE_HAN = re.compile(f"[{_HAN}]")

#: Certain annotations from which on a page counts as annotated throughout.
_THROUGHOUT = 3


def remove_annotations(text: MappedText) -> None:
    """Removes the annotations of a page; their place belongs to no clean character."""
    certain: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for match in _ANNOTATIONS.finditer(text.text):
        syllables = _syllables(match[0])
        if syllables is None:
            continue
        if not syllables:
            certain.append(match.span())
            continue
        start, end = match.span()
        sure = all(len(one) > 1 and is_read(text.text[start - 1], one) for one in syllables)
        # tools that write no tones write a blank behind; before a mark or letter it is the page's own
        takes_blank = _BLANK_BEFORE_HAN.match(text.text, end) is not None
        (certain if sure else others).append((start, end + takes_blank))
    text.cut(sorted(certain + others) if others and len(certain) >= _THROUGHOUT else certain)


@lru_cache(maxsize=4096)
def _syllables(run: str) -> tuple[str, ...] | None:
    """The toneless syllables of a run of annotations that need another proof; empty where a tone mark is
    proof enough, None where it is no pinyin."""
    found = [toneless(written) for written in _SYLLABLE.findall(run)]
    syllables = tuple(syllable[0] for syllable in found if syllable)
    if len(syllables) < len(found):
        return None
    return () if any(syllable[1] for syllable in found if syllable) else syllables


def is_han(character: str) -> bool:
    """Whether it is one Chinese character (or its variant or radical form)."""
    return _ONE_HAN.fullmatch(character) is not None

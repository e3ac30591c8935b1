"""Line ends, blanks, invisible characters, and one width for every mark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from loaders.cleaning.mapped_text import Edit, MappedText

#: Control and zero-width characters, soft hyphens, direction and variation marks: they show nothing.
_INVISIBLE = re.compile(
    "\r\n?|[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)


#: Blanks of other widths.
_BLANKS = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"


def remove_invisible(text: MappedText) -> None:
    """Makes every line end `\\n` and removes what shows nothing."""
    text.edit(_invisible(text.text))


def _invisible(text: str) -> Iterator[Edit]:
    for found in _INVISIBLE.finditer(text):
        line_end = found[0][0] in "\r\u2028\u2029"
        yield Edit(found.start(), found.end(), "\n" if line_end else "")


def fold_marks(text: MappedText) -> None:
    """Gives every letter, digit, blank and mark one form, code point for code point."""
    new = text.text.translate(_forms())
    if new != text.text:
        text.exchange(new)


@cache
def _forms() -> dict[int, str]:
    forms = {point: unicodedata.normalize("NFKC", chr(point)) for point in range(0xFF01, 0xFF5F)}
    forms.update((ord(blank), " ") for blank in _BLANKS)
    forms.update(zip(map(ord, "「」『』"), "“”‘’", strict=True))
    return forms

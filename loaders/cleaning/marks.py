"""Line ends, blanks, invisible characters, and one width for every mark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from loaders.cleaning.mapped_text import Edit, MappedText

#: Control and zero-width characters, soft hyphens, direction and variation marks: they show nothing.
_NOTHING = (
    "\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_INVISIBLE = re.compile(f"\r\n?|[\u2028\u2029]|[{_NOTHING}]+")
#: The same as one class, which is quicker to look for.
_ANY_INVISIBLE = re.compile(f"[\r\u2028\u2029{_NOTHING}]")
_LINE_ENDS = ("\r", "\u2028", "\u2029")

#: The marks that fill most documents, changed one kind at a time, which is quicker than a table.
_FREQUENT = tuple(zip("，（）：；？！．％　", ",():;?!.% ", strict=True))

#: Where any rarer form may hide.
_RARE = re.compile(
    "[\u00a0\u1680\u2000-\u200a\u2010-\u2013\u2015\u2022\u2027\u202f\u205f\u2219\u3000"
    "「」『』〝〞・︰︱﹐-﹫！-･]"
)


def remove_invisible(text: MappedText) -> None:
    """Makes every line end `\\n` and removes what shows nothing."""
    if _ANY_INVISIBLE.search(text.text):
        text.edit(_invisible(text.text))


def _invisible(text: str) -> Iterator[Edit]:
    for found in _INVISIBLE.finditer(text):
        yield Edit(found.start(), found.end(), "\n" if found[0].startswith(_LINE_ENDS) else "")


def fold_marks(text: MappedText) -> None:
    """Gives every letter, digit, blank and mark one form, code point for code point.

    Letters, digits and `,():;?!.%~-+[]` become half-width, other blanks a space, corner brackets
    quotation marks.
    `。、《》〈〉“”‘’〔〕【】·—` stay: Chinese has no half-width form for them.
    """
    new = text.text
    for wide, narrow in _FREQUENT:
        new = new.replace(wide, narrow)
    forms = _forms()
    new = _RARE.sub(lambda found: forms.get(found[0], found[0]), new)
    if new is not text.text:
        text.exchange(new)


@cache
def _forms() -> dict[str, str]:
    """Every other form of a letter, digit, blank or mark, and the form that stands for it."""
    forms = {}
    for point in (*range(0xFF01, 0xFF65), *range(0xFE50, 0xFE6C)):
        form = unicodedata.normalize("NFKC", chr(point))
        if len(form) == 1:
            forms[chr(point)] = form
    blanks = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
    for old, new in ((blanks, " "), ("「｢〝", "“"), ("」｣〞", "”"), ("『", "‘"), ("』", "’")):
        forms.update((character, new) for character in old)
    # hyphens and en dashes join ranges, the horizontal bar is a dash, bullets part names
    for old, new in (("\u2010\u2011\u2012\u2013", "-"), ("\u2015︱", "—"), ("•‧∙・･", "·"), ("︰", ":")):
        forms.update((character, new) for character in old)
    return forms

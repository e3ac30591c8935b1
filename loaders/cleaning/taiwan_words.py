"""Taiwan's words that a mirror site put in the place of the document's own: 網際網路 for 互联网."""

from __future__ import annotations

import re
from functools import cache

from loaders.cleaning.mapped_text import Edit, MappedText
from loaders.rules import load_rules

#: Distinct unmistakable words from which on a page counts as translated.
_SURE = 2


def restore_words(text: MappedText) -> None:
    """Puts the mainland words back on a page that was translated; expects simplified characters."""
    sure, every, table = _patterns()
    if len(set(sure.findall(text.text))) < _SURE:
        return
    text.edit(Edit(found.start(), found.end(), table[found[0]]) for found in every.finditer(text.text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    rules = load_rules("variants")["taiwan_words"]
    table: dict[str, str] = {**rules["sure"], **rules["then"], "档案": rules["档案"]["to"]}
    words = sorted({*rules["sure"], *rules["then"]}, key=lambda word: (-len(word), word))
    every = "|".join([*words, f"档案(?![{rules['档案']['unless_before']}])"])
    return re.compile("|".join(rules["sure"])), re.compile(every), table

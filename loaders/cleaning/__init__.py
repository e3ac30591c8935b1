"""From the raw text of a page to clean text, with a map that leads every offset back."""

from __future__ import annotations

from loaders.cleaning.annotations import remove_annotations
from loaders.cleaning.damage import mend
from loaders.cleaning.leftover_tags import remove_tags
from loaders.cleaning.mapped_text import MappedText
from loaders.cleaning.marks import fold_marks, remove_invisible
from loaders.cleaning.simplified import simplify
from loaders.cleaning.taiwan_words import restore_words
from loaders.document import SourceMap

#: The stages in their order.
STAGES = (
    remove_invisible,
    remove_tags,
    remove_annotations,
    mend,
    simplify,
    restore_words,
    fold_marks,
)


def clean_text(raw: str) -> tuple[str, SourceMap]:
    """Cleans a text.

    Args:
        raw: the decoded text.

    Returns:
        The clean text, and the map from its offsets to those of `raw` (both in code points).
    """
    text = MappedText(raw)
    for stage in STAGES:
        stage(text)
    return text.text, text.source_map()

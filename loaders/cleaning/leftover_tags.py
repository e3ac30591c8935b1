"""Tags that a mirror site left in the text of a page: paragraphs end lines, the rest is nothing."""

from __future__ import annotations

import re

from loaders.cleaning.mapped_text import Edit, MappedText

#: Fewer tags than this may be written about.
_FEWEST = 2

_BLOCKS = "p|br|div|tr|li|h[1-6]|table|ul|section"
#: `?` in the place of the `<` that was lost with the character before it
_TAG = re.compile(
    rf"(?:<|(?<=[?？])(?=/))/?(?:(?P<block>{_BLOCKS})|span|strong|b|font|td|th|tbody|em|u|a|img)"
    r"(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)


def remove_tags(text: MappedText) -> None:
    """Takes the tags out of a text; those that end a paragraph become a line's end."""
    if ">" not in text.text:
        return
    tags = list(_TAG.finditer(text.text))
    if len(tags) >= _FEWEST or any(text.text[tag.start()] == "/" for tag in tags):
        text.edit(Edit(tag.start(), tag.end(), "\n" if tag["block"] else "") for tag in tags)

"""Headings: every numbered section of the outline is a fact."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.facts import Fact
from loaders.reading import Reading


def read_headings(reading: Reading) -> Iterator[Fact]:
    """The numbered headings of a document, in order; the span is number and title."""
    for section in reading.outline.sections:
        if section.numbered:
            yield reading.fact(
                "heading",
                section.heading.start,
                section.heading.end,
                rule="numbered-heading",
                sentence=section.heading,
                path=section.path,
                title=section.title,
            )

"""Metadata: what a document says about itself, as the profile found it."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.facts import Fact
from loaders.reading import Reading


def read_metadata(reading: Reading) -> Iterator[Fact]:
    """Facts of kind metadata: title, number, issuer, date, region and addressee.

    Fields: field, value; a date is also `of` signature, written, published or issued; a region has its
    `region_code` and `region_from`; where a file holds several documents `part` tells which.
    """
    for mention in reading.profile.mentions:
        start, end = mention.span
        yield reading.fact(
            "metadata",
            start,
            end,
            rule=mention.rule,
            # furniture has no sentence: then the line is shown
            sentence=reading.sentence_at(start) if reading.sentence_at(start).end else mention.span,
            field=mention.field,
            value=mention.value,
            **dict(mention.more),
        )

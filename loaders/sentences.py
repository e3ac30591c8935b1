"""Sentences of the clean text."""

from __future__ import annotations

from loaders.document import Document, Span
from loaders.outline import Outline


def read_sentences(document: Document, outline: Outline) -> tuple[Span, ...]:
    """Cuts the clean text into sentences, sorted, without overlap; headings are sentences of their own.

    A sentence ends behind 。!?;(also half-width where it ends a clause of prose) or at a line end, never
        inside 《》 or
    quotation marks or brackets; a responsibility clause in brackets behind a sentence is a sentence of its
        own.
    Page furniture is left out.
    """
    raise NotImplementedError

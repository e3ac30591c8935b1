"""What a document says about itself: issuer, titles, number, dates, region, period."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.document import Document, Span
from loaders.outline import Outline
from ontology.regions import Region
from ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Mention:
    """A value with the clean span that it was read from, the rule, and further fields of the metadata
    fact."""

    field: str
    value: str
    span: Span
    rule: str
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """The metadata of a document, and what follows from it for reading the rest.

    Attributes:
        mentions: every metadata fact, in reading order.
        titles: the document's own titles, the covering notice's first.
        number: the document number as written, or None.
        issuer: full name of the (first) issuer, or None.
        region: the document's own region, or None.
        region_from: issuer, title, number, site or text: what the region rests on.
        date: YYYY-MM-DD of the work (signature before 成文日期 before 发布日期), or None.
        horizon: the last year of the plan's period (its title, its stated period, or the year of a yearly
            plan), or None.
        genre: plan, notice, work_points, scheme, regulation, news, report, opinion, reply or other.
        short_titles: what the document calls itself by 以下简称 (《规划》, 《要点》).
    """

    mentions: tuple[Mention, ...]
    titles: tuple[str, ...] = ()
    number: str | None = None
    issuer: str | None = None
    region: Region | None = None
    region_from: str | None = None
    date: str | None = None
    horizon: str | None = None
    genre: str = "other"
    short_titles: tuple[str, ...] = ()


def read_profile(document: Document, outline: Outline, vocabulary: Vocabulary) -> Profile:
    """Reads head, box, signature and tail of a document."""
    raise NotImplementedError

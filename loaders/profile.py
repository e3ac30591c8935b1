"""What a document says about itself: issuer, titles, number, dates, region, period."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.document import Document, Span
from loaders.outline import Outline
from loaders.parts import read_parts
from loaders.period import read_genre, read_horizon
from loaders.profile_issuers import Issuers, read_issuers
from loaders.profile_mentions import (
    Stated,
    stated_addressees,
    stated_dates,
    stated_numbers,
    stated_titles,
)
from loaders.short_titles import read_short_titles
from loaders.titles import same_title
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
    """Reads head, box, signature and tail of a document.

    Args:
        document: being read.
        outline: of the document.
        vocabulary: whose regions are used.
    """
    text = document.clean
    page = read_parts(document)
    titles = stated_titles(text, page)
    numbers = list(stated_numbers(text, page))
    dates = list(stated_dates(text, page))
    values = _own_titles(titles, page.named)
    genre = read_genre([title.value for title in titles], text[:3000])
    issuers = read_issuers(document, page, titles, numbers, vocabulary.regions, genre)
    stated = [*titles, *numbers, *dates, *stated_addressees(page), *issuers.stated]
    place = issuers.place
    return Profile(
        mentions=_mentions(stated, issuers),
        titles=values,
        number=numbers[0].value if numbers else None,
        issuer=issuers.first,
        region=place.region if place else None,
        region_from=place.rests_on if place else None,
        date=_date_of_work(dates),
        horizon=read_horizon(values, text),
        genre=genre,
        short_titles=read_short_titles(text),
    )


def _own_titles(titles: list[Stated], named: list[str]) -> tuple[str, ...]:
    """The titles that were read, and those that the notices hand on where the papers are not in the file."""
    own = {same_title(value): value for value in reversed([title.value for title in titles])}
    values = dict.fromkeys(own[same_title(title.value)] for title in titles)
    values.update(dict.fromkeys(value for value in named if same_title(value) not in own))
    return tuple(values)


def _mentions(stated: list[Stated], issuers: Issuers) -> tuple[Mention, ...]:
    """The values as mentions in reading order; where a file holds several documents each says its part."""
    several = any(one.part for one in stated)
    mentions = []
    for one in stated:
        more: tuple[tuple[str, str], ...] = (("of", one.of),) if one.of else ()
        if several:
            more += (("part", str(one.part)),)
        mentions.append(Mention(one.field, one.value, Span(one.start, one.end), one.rule, more))
    if place := issuers.place:
        more = (("region_from", place.rests_on), ("region_code", place.region.code))
        mentions.append(Mention("region", place.region.name, Span(place.start, place.end), "region", more))
    return tuple(sorted(mentions, key=lambda mention: (mention.span, mention.field, mention.value)))


def _date_of_work(dates: list[Stated]) -> str | None:
    """The first part's signature before 成文日期 before the day of publication."""
    first = [date for date in dates if date.part == 0] or dates
    for kind in ("signature", "written", "issued", "published"):
        for date in first:
            if date.of == kind:
                return date.value
    return None

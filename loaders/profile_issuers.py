"""The issuers of each document of a file and the file's own region, most trusted source first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.document import Document
from loaders.issuer import (
    Place,
    full_name,
    is_central,
    issuer_of_title,
    place_of_number,
    place_of_site,
    place_of_text,
    place_of_title,
)
from loaders.organs import Organ
from loaders.parts import Page, Part
from loaders.prefixes import expand_prefix, sure_places
from loaders.profile_mentions import Stated, box_organs, signed_organs
from ontology.regions import Region, Regions

#: an organ that says its level only
_LOCAL = re.compile(r"(?:中共)?[省市区县州旗盟](?:人民政府|政府|委|大数据|数据|办)")

#: labels of a page that name the site or the office that sent the text in
_SOURCES = ("来源", "信息来源", "文章来源")


@dataclass
class Issuers:
    """Issuers with their places, and the region of the first part that has one."""

    stated: list[Stated] = field(default_factory=list)
    first: str | None = None
    place: Place | None = None


def read_issuers(
    document: Document, page: Page, titles: list[Stated], numbers: list[Stated], regions: Regions, genre: str
) -> Issuers:
    """Issuers of all parts and the document's own region.

    Args:
        document: being read.
        page: its parts.
        titles, numbers: as they were read.
        regions: the table of regions.
        genre: a news page has no issuer of its own.
    """
    result = Issuers()
    everywhere: list[Place] = []
    for number, part in enumerate(page.parts):
        own_titles = [title for title in titles if title.part == number]
        organs = [] if genre == "news" else _organs_of(document.clean, part, own_titles, regions)
        places = _places(document, part, organs, number, titles, numbers, regions) + everywhere
        if number == 0:
            everywhere = places
        if not organs and number == 0 and genre != "news":
            organs = _of_box(document.clean, part, places, regions)
        named = [(organ, *full_name(organ.name, places, regions)) for organ in organs]
        for organ, value, _, _ in named:
            result.stated.append(Stated("issuer", value, organ.start, organ.end, "issuer", None, number))
        if number == 0:
            result.place = _as_written(_own_place(named, places, regions), document.clean)
        if result.first is None and named:
            result.first = named[0][1]
    return result


def _as_written(place: Place | None, text: str) -> Place | None:
    """A place with the name that it had when the document was written (江干区, now 上城区)."""
    if place is None:
        return None
    words = text[place.start : place.end]
    names = [name for name in place.region.former if name in words]
    if not names or place.region.name in words:
        return place
    return replace(place, region=replace(place.region, name=max(names, key=len)))


def _organs_of(text: str, part: Part, titles: list[Stated], regions: Regions) -> list[Organ]:
    """The issuing organs of a part: its head's or title's, else those that signed.

    A title may leave organs out (等六部门) or use a short name (市政府); then the signature tells more.
    """
    organs, more = list(part.head.organs), False
    for title in titles:
        if title.rule != "annexed":
            found = issuer_of_title(text, title.start, title.end)
            more = more or found.more
            organs += [organ for organ in found.organs if organ not in organs]
    signed = signed_organs(part)
    if not organs or not signed:
        return organs or signed
    names = {organ.name for organ in organs}
    local = not any(_has_place(organ, regions) for organ in organs)
    if more or names < {organ.name for organ in signed}:
        return organs + [organ for organ in signed if organ.name not in names]
    if local and any(_has_place(organ, regions) for organ in signed):
        return signed
    return organs + [organ for organ in signed if organ.name in names]


def _has_place(organ: Organ, regions: Regions) -> bool:
    _, region, how = expand_prefix(organ.name, None, regions)
    return region is not None and how == "written"


def _of_box(text: str, part: Part, places: list[Place], regions: Regions) -> list[Organ]:
    """The box's publisher, unless it is of another place than the title: a county's page carries a
    province's plan."""
    organs = box_organs(text, part.head)
    if not organs or not places or places[0].rests_on != "title":
        return organs
    _, region, _ = full_name(organs[0].name, places, regions)
    title = places[0].region
    if region is None or any(above.code == region.code for above in regions.path(title.code)):
        return organs
    return []


def _places(
    document: Document,
    part: Part,
    organs: list[Organ],
    number: int,
    titles: list[Stated],
    numbers: list[Stated],
    regions: Regions,
) -> list[Place]:
    """What the region may rest on, in the order of trust: organs and titles with a place, number, box, site,
    text."""
    text = document.clean
    places = []

    def add(region: Region | None, rests_on: str, start: int, end: int) -> None:
        if region is not None and region.level != "country":
            places.append(Place(region, rests_on, start, end))

    for organ in organs + signed_organs(part):
        _, region, _ = expand_prefix(organ.name, None, regions)
        add(region, "issuer", organ.start, organ.end)
    for title in titles:
        if title.part in (number, number + 1):
            add(place_of_title(title.value, regions), "title", title.start, title.end)
    for found in numbers:
        if found.part == number:
            add(place_of_number(found.value, regions, text), "number", found.start, found.end)
    for organ in box_organs(text, part.head):
        _, region, _ = expand_prefix(organ.name, None, regions)
        add(region, "site", organ.start, organ.end)
    if number == 0:
        for box in part.head.box:
            if box.label in _SOURCES:
                for left, right, region in sure_places(box.value, regions)[-1:]:
                    add(region, "site", box.start + left, box.start + right)
        for line in part.head.junk:
            add(place_of_site(text, line.start, line.end, regions), "site", line.start, line.end)
        if not places and (found_place := place_of_text(text, part.text_start, regions)):
            add(found_place[0], "text", found_place[1], found_place[2])
    return places


def _own_place(
    named: list[tuple[Organ, str, Region | None, Place | None]], places: list[Place], regions: Regions
) -> Place | None:
    """The document's region: its first issuer's, else the most trusted place; none for a central organ's."""
    for organ, _, region, by in named:
        if region is not None and region.level != "country":
            if by is not None and by.rests_on != "issuer":
                # the prefix is the issuer's, its meaning rests on something else
                return Place(region, by.rests_on, by.start, by.end)
            return Place(region, "issuer", organ.start, organ.end)
        if is_central(organ.name, regions):
            return None
        if region is None and _LOCAL.match(organ.name):
            # 区政府办公室 is of no place that is no 区
            return next((place for place in places if place.rests_on == "text"), None)
    return places[0] if places else None

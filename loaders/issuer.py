"""Who issued a document and where: names with their region, and what that rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from loaders.document_numbers import words_of
from loaders.organs import Organ, read_organs
from loaders.page_rules import page_rules
from loaders.prefixes import expand_prefix, place_at_start, sure_places
from loaders.rules import load_rules
from loaders.titles import handed_on
from ontology.regions import Region, Regions

#: how far into the text places are counted when nothing else tells, in code points
_TEXT_REACH = 2000

#: what a text says of its own place
_OWN_PLACE = re.compile(r"(?:的)?实际|行政区域")
_ACTUAL = re.compile(r"结合([一-鿿]{2,6}?)(?:的)?实际")
_LEVEL = re.compile(r"[我全本]([省市县区州旗盟])(?!域)")
#: the organs before 关于, a year or the kind of the paper
_TITLE_ISSUER = re.compile(
    r"(.{3,120}?)(等[一二三四五六七八九十\d]{1,3}(?:个)?(?:部门|单位|委局|部委|家))?\s?"
    r"(?=关于|印发|转发|批转|发布|公布|令\Z|(?:19|20)\d\d年|“十|工作(?:要点|报告|规则|总结|计划|安排))"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A region that a document may belong to, what it rests on (issuer, title, number, site or text), and the
    offsets of those words."""

    region: Region
    rests_on: str
    start: int
    end: int


class TitleIssuer(NamedTuple):
    """The organs that a title begins with; `more` tells that it leaves others out (等六部门)."""

    organs: tuple[Organ, ...]
    more: bool


class _Central(NamedTuple):
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    ministry: str
    party: tuple[str, ...]


@cache
def _central() -> _Central:
    rules = load_rules("central")
    return _Central(
        tuple(rules["starts"]),
        tuple(rules["ends"]),
        rules["ministry_ending"],
        tuple(rules["party_departments"]),
    )


def is_central(name: str, regions: Regions) -> bool:
    """Whether an organ is one of the whole country: 国务院办公厅, 科技部; not 国家税务总局X市税务局."""
    rules = _central()
    name = re.sub(r"(?:办公厅|办公室)\Z", "", name) or name
    if any(region.level != "country" for _, _, region in regions.find(name)):
        return False
    if name.startswith(rules.starts) or name.endswith(rules.ends):
        return True
    return name.endswith(rules.ministry) and not name.endswith(rules.party) and name[0] not in "市区县省州"


def issuer_of_title(text: str, start: int, end: int) -> TitleIssuer:
    """The organs that a title begins with (X市人民政府办公室关于…, 市大数据局2023年工作要点).

    Args:
        text: clean text.
        start, end: offsets of the title.
    """
    while start < end and text[start] in "《〈":
        start += 1
    match = _TITLE_ISSUER.match(text, start, end)
    if match is None:
        return TitleIssuer((), False)
    return TitleIssuer(tuple(read_organs(text, start, match.end(1))), bool(match[2]))


def place_of_title(value: str, regions: Regions) -> Region | None:
    """The place that a title is about: at its start, at the start of the paper it hands on, or anywhere."""
    inner = handed_on(value)
    for part in (value, inner or ""):
        part = part.removeprefix("关于").lstrip("《〈“")
        if own := place_at_start(part, None, regions):
            return own[0]
    for _, _, region in sure_places(value, regions):
        return region
    return None


def place_of_number(number: str, regions: Regions, text: str = "") -> Region | None:
    """The place that a number's 字 begins with: 鲁政字 → 山东省, 鄂州政发 → 鄂州市.

    Args:
        number: the document number.
        regions: the table of regions.
        text: of the document; of several places with one mark (张: 张家口, 张掖, 张家界) the likeliest is the
            first in a province that the text names.
    """
    words = words_of(number)
    for length in range(min(len(words) - 1, 6), 0, -1):
        rest = words[length:]
        if not rest.startswith(("政", "府", "办", "委", "党", "厅", "行", "人社", "大数据", "数据", "数")):
            continue
        places = [
            region
            for region in (regions.named(words[:length]) if length > 1 else [])
            if region.level in ("province", "prefecture", "county")
        ] or regions.marked(words[:length])
        # a look for the likeliest one's own name spares the look for all
        if len(places) > 1 and text.find(places[0].name, 0, _TEXT_REACH) < 0:
            named = {region.code[:2] for _, _, region in sure_places(text[:_TEXT_REACH], regions)}
            places = [place for place in places if place.code[:2] in named] or places
        if places:
            return places[0]
    return None


def place_of_site(text: str, start: int, end: int, regions: Regions) -> Region | None:
    """The place that a page's own lines name: X政务网, X > 要闻 > 正文."""
    line = text[start:end]
    if not page_rules().site.search(line) and not re.search(r"[>›»]|来源", line):
        return None
    found = sure_places(line, regions)
    return found[-1][2] if found else None


def place_of_text(text: str, start: int, regions: Regions) -> tuple[Region, int, int] | None:
    """The place that a text says it is for (结合X实际, X行政区域内), else the one named most often near the
    text's start; the first of equals. Places in titles of other papers count only where no other is named."""
    counts: dict[str, int] = {}
    first: dict[str, tuple[Region, int, int]] = {}
    near = text[start : start + _TEXT_REACH]
    places = sure_places(near, regions)
    for said in _ACTUAL.finditer(near):
        # a county's short form counts where only one is called so
        if len(named := regions.named(said[1])) == 1:
            return named[0], start + said.start(1), start + said.end(1)
    level = _own_level(near)
    outside = [found for found in places if not _is_quoted(near, found[0])]
    for left, right, region in outside or places:
        if _OWN_PLACE.match(near, right):
            return region, start + left, start + right
        if region.level != "township" and region.name.endswith(level):
            counts[region.code] = counts.get(region.code, 0) + 1
            first.setdefault(region.code, (region, start + left, start + right))
    if not counts:
        return None
    return first[max(counts, key=lambda code: counts[code])]


def _own_level(text: str) -> str:
    """The level that a text says it is of (我市, 全县), or nothing where it says several or none."""
    said = set(_LEVEL.findall(re.sub(r"《[^《》]{1,150}》", "", text)))
    return said.pop() if len(said) == 1 else ""


def _is_quoted(text: str, at: int) -> bool:
    return text.rfind("《", 0, at) > text.rfind("》", 0, at)


def full_name(name: str, places: list[Place], regions: Regions) -> tuple[str, Region | None, Place | None]:
    """An organ's name with its region.

    Args:
        name: as written.
        places: what the region may rest on, most trusted first.
        regions: the table of regions.

    Returns:
        the full name, its region, and the place that a local prefix was resolved by (None where the name
        says its own place).
    """
    bare = re.match(r"人民政府|政府办", name)
    for place in places:
        if bare:
            return place.region.name + name, place.region, place
        value, region, how = expand_prefix(name, place.region, regions)
        if how == "prefix" and region is not None:
            return value, region, place
    value, region, _ = expand_prefix(name, None, regions)
    return value, region, None

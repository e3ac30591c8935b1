"""Local prefixes of bodies: 区大数据局 in a document of 即墨区 is 即墨区大数据局."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from loaders.rules import load_rules
from ontology.regions import Region, Regions

#: the longest place name that is tried at the start of a body's name, in code points
_LONGEST_PLACE = 14


class _Rules(NamedTuple):
    levels: tuple[tuple[str, str], ...]
    autonomous: tuple[str, ...]
    not_prefix: tuple[str, ...]
    central: tuple[str, ...]
    not_place: frozenset[str]
    verb_places: frozenset[str]
    prefix_before: tuple[str, ...]
    branches: tuple[str, ...]
    before_short: tuple[str, ...]


@cache
def _rules() -> _Rules:
    rules = load_rules("prefixes")
    plain = [(prefix, ending) for prefix, endings in rules["levels"].items() for ending in endings]
    located = [(word + prefix, ending) for word in rules["locating"] for prefix, ending in plain]
    return _Rules(
        # longest first, so that 自治区 is not read as a district
        tuple(sorted(located + plain, key=lambda pair: -len(pair[0]))),
        tuple(rules["autonomous"]),
        tuple(rules["not_prefix"]),
        tuple(rules["central"]),
        frozenset(rules["not_place"]),
        frozenset(rules["verb_places"]),
        tuple(rules["prefix_before"]),
        tuple(rules["branches"]),
        tuple(rules["before_short"]),
    )


@lru_cache(maxsize=65536)
def expand_prefix(name: str, home: Region | None, regions: Regions) -> tuple[str, Region | None, str]:
    """The full name of a body whose local prefix stands for a region.

    Args:
        name: as written, without the marks around it: 区委网信办, 省大数据局, 上海银保监局.
        home: the region of the document, or None where it is unknown.
        regions: the table of regions.

    Returns:
        the full name; the region of the body, None for central organs and where nothing tells; and how it
        was named: `prefix` (a local prefix was replaced by the region's name) or `written`.
    """
    if name.startswith("中共") and not name.startswith("中共中央"):
        full, region, how = expand_prefix(name[2:], home, regions)
        return "中共" + full, region, how
    if name.startswith(_rules().central):
        return name, place_inside(name, home, regions), "written"
    own = place_at_start(name, home, regions)
    if own is not None:
        return name, own[0], "written"
    if home is not None:
        for prefix, ending in _rules().levels:
            if name.startswith(prefix) and _is_prefix(name, prefix):
                region = _level_of(name, prefix, ending, home, regions)
                if region is None:
                    return name, None, "written"
                return region.name + name[len(prefix) :], region, "prefix"
    return name, place_inside(name, home, regions), "written"


def _is_prefix(name: str, prefix: str) -> bool:
    """Whether the sign that a name begins with stands apart from the word behind it."""
    rest = name[len(prefix) :]
    return rest.startswith(_rules().prefix_before) or not name.startswith(_rules().not_prefix)


def _level_of(name: str, prefix: str, ending: str, home: Region, regions: Regions) -> Region | None:
    """The region that a prefix stands for: the first from home upwards whose name ends so."""
    # home may bear the name that it had when the document was written
    upwards = [home if region.code == home.code else region for region in reversed(regions.path(home.code))]
    if not any(region.code == home.code for region in upwards):
        upwards.insert(0, home)
    if prefix.endswith("区") and name.startswith(_rules().autonomous):
        for region in upwards:
            if region.name.endswith("自治区"):
                return region
    for region in upwards:
        # 大兴安岭地区 is called 地区, never 区
        if region.name.endswith(ending) and not (ending == "区" and region.name.endswith("地区")):
            return region
    return None


def place_at_start(name: str, home: Region | None, regions: Regions) -> tuple[Region, int] | None:
    """The innermost place that a name begins with, and its length: 青岛市即墨区… → 即墨区, 6.

    Args:
        name: of a body or a document.
        home: tells which of several places of one name is meant.
        regions: the table of regions.
    """
    found: Region | None = None
    length = 0
    while True:
        step = _one_place(name[length : length + _LONGEST_PLACE], found, home, regions)
        if step is None:
            return (found, length) if found is not None else None
        found, length = step[0], length + step[1]


def _one_place(
    head: str, above: Region | None, home: Region | None, regions: Regions
) -> tuple[Region, int] | None:
    """The longest place name at the start of `head`; below `above` when a place came before it."""
    for word in regions.names_at_start(head):
        if word in _rules().not_place:
            continue
        candidates = regions.named(word, within=above.code) if above is not None else regions.named(word)
        candidates = [region for region in candidates if above is None or region.code != above.code]
        region = _likeliest(candidates, home, regions)
        if region is not None and _is_trusted(word, head, region, above, home, regions):
            return region, len(word)
    return None


def _likeliest(candidates: list[Region], home: Region | None, regions: Regions) -> Region | None:
    """The one meant: the widest province or prefecture, else the one nearest to home, else the only one."""
    if not candidates:
        return None
    if home is not None:
        mine = [region.code for region in regions.path(home.code)]

        def shared(region: Region) -> int:
            path = [above.code for above in regions.path(region.code)]
            return sum(left == right for left, right in zip(path, mine, strict=False))

        best = max(candidates, key=shared)
        # the country alone in common tells nothing
        if shared(best) > 1:
            return best
    if len(candidates) == 1 or candidates[0].level in ("province", "prefecture"):
        return candidates[0]
    return None


def _is_trusted(
    word: str, head: str, region: Region, above: Region | None, home: Region | None, regions: Regions
) -> bool:
    """Whether a word at the start of a name is meant as the place.

    Full and former names are. Short forms are those of provinces and prefectures, and of counties beside or
    below the home; 市南水北调局 doesn't begin with 市南区's short form, because a prefix stands there.
    """
    if word == region.name or word in region.former:
        return True
    if head.startswith(tuple("市区县省州")) or above is not None:
        return False
    if region.level in ("country", "province", "prefecture"):
        return True
    if home is None or region.level not in ("county", "zone"):
        return False
    near = regions.path(home.code)
    return any(region.code == one.code or region.parent == one.code for one in near if one.level != "country")


def sure_places(text: str, regions: Regions) -> list[tuple[int, int, Region]]:
    """Places in running words that can't be common words: full names, provinces and cities also by their
    short forms, a county's short form behind 数字, 智慧 or at the start.

    Args:
        text: clean text; offsets are its code points.
        regions: the table of regions.
    """
    sure = []
    for start, end, region in regions.find(text):
        word = text[start:end]
        if region.level == "country" or word in _rules().not_place:
            continue
        if word in _rules().verb_places and _may_be_verb(text, start):
            continue
        full = word == region.name or word in region.former
        wide = region.level in ("province", "prefecture")
        if full or wide or start == 0 or text.startswith(_rules().before_short, max(0, start - 2)):
            sure.append((start, end, region))
    return sure


def _may_be_verb(text: str, start: int) -> bool:
    """Whether a word stands neither at a line's start nor behind a place above it."""
    return start > 0 and text[start - 1] not in "省市州\n"


def place_inside(name: str, home: Region | None, regions: Regions) -> Region | None:
    """The last place named in full or as a province's or city's short form inside a name: 人民银行青岛市分行,
    广东海事局.

    A short form inside counts only where a branch follows directly (中国证监会青岛监管局), so that common
    words that look like a place don't.
    """
    found: Region | None = None
    if len(name) > 3 and any(sign in name for sign in _rules().branches):
        for start, end, region in regions.find(name):
            full = name[start:end] == region.name
            if full or (
                region.level in ("province", "prefecture") and name.startswith(_rules().branches, end)
            ):
                found = region
    return found

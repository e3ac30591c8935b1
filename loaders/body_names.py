"""The full name of one body: its region instead of a local prefix, its own, carried, or the document's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.body_list import body_spans
from loaders.body_words import core, is_central, is_group, listed, type_of
from loaders.document import Span
from loaders.prefixes import expand_prefix, place_at_start, place_inside
from loaders.profile import Profile
from loaders.rules import load_rules
from ontology.regions import Region, Regions
from ontology.vocabulary import Vocabulary

_BLANK = re.compile(r"\s+")
#: an added short form is no part of the name: A局(以下简称B局)
_SHORT_FORM = re.compile(r"\((?:以下|下)?(?:统|简)称[^()]*\)$")
#: 团市委: the local prefix stands inside
_LEAGUE = re.compile("团([省市区县州旗盟]委)")
#: types whose bodies belong to the document's region where nothing else is said
_LOCAL_TYPES = frozenset({"department", "government", "party", "institution"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a document names it.

    Attributes:
        name: with its region instead of the local prefix: 即墨区大数据发展管理局.
        written: as it stands.
        span: clean span of the words (without a carried prefix).
        region: code of its region, or None (enterprises, central organs, unknown).
        bare: the name without region: 大数据发展管理局.
        name_from: written, prefix (区X局 → 即墨区X局), carried (from the body before it), or document.
        group: whether it is a group (各有关单位).
        type: government, party, department, leading_group, committee, enterprise, institution, park, other.
    """

    name: str
    written: str
    span: Span
    region: str | None
    bare: str
    name_from: str
    group: bool
    type: str


@cache
def _levels() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Signs that a local prefix may be, and words that only look as if they began with one."""
    rules = load_rules("prefixes")
    return tuple(sorted(rules["levels"], key=len, reverse=True)), tuple(rules["not_prefix"])


@lru_cache(maxsize=16384)
def place_of(name: str, home: Region | None, regions: Regions) -> tuple[Region, int] | None:
    """The place that a name begins with and its length; see `place_at_start`."""
    return place_at_start(name, home, regions)


#: what a name becomes, and what it hands on, by the name and what was handed to it
_Names = dict[tuple[str, str, str], tuple[Body, str, str]]
_MOST_NAMES = 4096


@lru_cache(maxsize=32)
def _plain_names(_home: Region | None, _regions: Regions) -> dict[str, bool]:
    """Whether names are plain, as far as they were asked for in documents of a region."""
    return {}


@lru_cache(maxsize=32)
def _names_read(_home: Region | None, _regions: Regions) -> _Names:
    """The names read so far in documents of a region: the same bodies come again and again."""
    return {}


def kind_of(name: str) -> str:
    """The type of a body; a group of places (各县区) means their governments."""
    return type_of(name) or ("government" if is_group(name) else "other")


class BodyNamer:
    """Names the bodies of a list one after the other; a local prefix is carried from body to body.

    Args:
        text: clean text.
        profile, vocabulary: of the document.
    """

    def __init__(self, text: str, profile: Profile, vocabulary: Vocabulary) -> None:
        self.text = text
        self.home: Region | None = profile.region
        self.regions = vocabulary.regions
        self._carry = ""
        self._party_carry = ""
        self._names = _names_read(self.home, self.regions)
        self._plain = _plain_names(self.home, self.regions)

    def forget(self) -> None:
        """Nothing is carried any further."""
        self._carry = self._party_carry = ""

    def named(self, span: Span) -> Body:
        """One body with its region.

        Args:
            span: clean span of its words.
        """
        written = self.text[span.start : span.end]
        key = (written, self._carry, self._party_carry)
        known = self._names.get(key)
        if known is not None:
            same, self._carry, self._party_carry = known
            return Body(
                same.name, written, span, same.region, same.bare, same.name_from, same.group, same.type
            )
        body = self._read(written, span)
        if len(self._names) >= _MOST_NAMES:
            self._names.clear()
        self._names[key] = (body, self._carry, self._party_carry)
        return body

    def _read(self, written: str, span: Span) -> Body:
        name = _BLANK.sub("", _SHORT_FORM.sub("", written)).strip('“”"')
        if is_central(name):
            self.forget()
            return Body(name, written, span, None, name, "written", False, kind_of(name))
        return (
            self._prefixed(name, written, span)
            or self._placed(name, written, span)
            or self._bare(name, written, span)
        )

    def is_plain(self, written: str) -> bool:
        """Whether words name one body, whatever stands beside them: no place alone, no word of a shared name.

        Args:
            written: the words, without blanks and marks at their ends.
        """
        plain = self._plain.get(written)
        if plain is None:
            place = place_of(written, self.home, self.regions)
            plain = (
                written not in listed("place_words")
                and (place is None or place[1] < len(written))
                and body_spans(written, Span(0, len(written))) == [(0, len(written))]
            )
            if len(self._plain) >= _MOST_NAMES:
                self._plain.clear()
            self._plain[written] = plain
        return plain

    def at_home(self, name: str, written: str, span: Span, how: str) -> Body:
        """A body or group of the document's own region; a central document's keep their wording.

        Args:
            name: without region.
            written, span: as it stands.
            how: document or carried.
        """
        home = self.home
        if home is None or home.level == "country":
            return Body(name, written, span, None, name, "written", is_group(name), kind_of(name))
        return Body(home.name + name, written, span, home.code, name, how, is_group(name), kind_of(name))

    # --- with a prefix or a place of its own ----------------------------------------------------

    def _prefixed(self, name: str, written: str, span: Span) -> Body | None:
        """区大数据局, 团市委: a local prefix that the document's region explains."""
        league = _LEAGUE.fullmatch(name)
        full, region, how = expand_prefix(league[1] if league else name, self.home, self.regions)
        if how != "prefix" or region is None:
            return None
        if league:
            return Body("团" + full, written, span, region.code, "团委", "prefix", False, "party")
        bare = full[len(region.name) :]
        self._set_carry(name[: len(name) - len(bare)], name)
        return Body(full, written, span, region.code, bare, "prefix", is_group(name), kind_of(name))

    def _placed(self, name: str, written: str, span: Span) -> Body | None:
        """青岛市教育局, 广东海事局: a place stands in front."""
        place = place_of(name, self.home, self.regions)
        if place is None or place[1] == len(name):
            return None
        _, region, _ = expand_prefix(name, self.home, self.regions)
        # 甲区政府、乙管委会: the place of a government says nothing of the next body
        whole = name[place[1] - 1] in "省市区县州盟旗" and name[place[1] :] not in listed("place_endings")
        self._set_carry(name[: place[1]] if whole else "", name)
        code = (region or place[0]).code
        return Body(name, written, span, code, name[place[1] :], "written", is_group(name), kind_of(name))

    def _set_carry(self, prefix: str, name: str) -> None:
        """What the next bare body takes; a group hands nothing on, 省委 is handed to organs of the party."""
        self.forget()
        if is_group(name) or name[len(prefix) :].startswith(listed("vertical")):
            return
        self._carry = prefix
        if name.startswith(prefix + "委") and not name.startswith(prefix + "委员会"):
            self._party_carry = prefix + "委"

    # --- without one ----------------------------------------------------------------------------

    def _bare(self, name: str, written: str, span: Span) -> Body:
        """A body without any prefix: it takes the one before it, else the document's region."""
        if is_group(name) or (is_bare_park(name) and not self._carry):
            self.forget()
            return self.at_home(name, written, span, "document")
        if self._is_apart(name):
            self.forget()
            return Body(name, written, span, self._own_region(name), name, "written", False, kind_of(name))
        if self._party_carry and core(name) in listed("party_organs"):
            return self._carried(self._party_carry, name, written, span, "party")
        if self._carry:
            return self._carried(self._carry, name, written, span, kind_of(name))
        if kind_of(name) in _LOCAL_TYPES:
            return self.at_home(name, written, span, "document")
        return Body(name, written, span, None, name, "written", False, kind_of(name))

    def _is_apart(self, name: str) -> bool:
        """Whether a body takes no prefix from others: vertical units, enterprises, parks with a name."""
        levels, not_prefix = _levels()
        if name.startswith(levels) and not name.startswith(not_prefix) and len(name) > 2:
            # the sign of a level that the document's region doesn't have: 区教育局 in a city's document
            return True
        if name.startswith(listed("vertical")) or (kind_of(name) == "park" and not is_bare_park(name)):
            return True
        head = core(name)
        return head.endswith(listed("own_name")) and not head.endswith(listed("department_committees"))

    def _own_region(self, name: str) -> str | None:
        """The place inside a name; a leading group or committee without one is the document's."""
        inside = place_inside(name, self.home, self.regions)
        if inside is not None:
            return inside.code
        local = self.home is not None and self.home.level != "country"
        return (
            self.home.code
            if local and self.home and kind_of(name) in ("leading_group", "committee")
            else None
        )

    def _carried(self, prefix: str, name: str, written: str, span: Span, kind: str) -> Body:
        full, region, _ = expand_prefix(prefix + name, self.home, self.regions)
        return Body(full, written, span, region.code if region else None, name, "carried", False, kind)


def is_bare_park(name: str) -> bool:
    """Whether a park has no name of its own: 高新区管委会, not 中关村管委会."""
    if type_of(name) != "park":
        return False
    stem = re.sub("(?:管委会|管理委员会)$", "", core(name))
    return not stem or stem in listed("bare_park")

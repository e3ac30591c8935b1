"""Names of bodies: whose they are, what a local prefix stands for, how a list carries it on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from loaders.body_list import body_spans, in_brackets, trimmed
from loaders.body_words import core, is_central, is_group, listed, type_of
from loaders.document import Span
from loaders.prefixes import expand_prefix, place_at_start, place_inside
from loaders.profile import Profile
from loaders.rules import load_rules
from ontology.regions import Region, Regions
from ontology.vocabulary import Vocabulary

_BLANK = re.compile(r"\s+")
#: 团市委: the local prefix stands inside
_LEAGUE = re.compile("团([省市区县州旗盟]委)")
#: what stands behind a place in a list, at most 150 code points
_LIST = re.compile("、[^,;。()\n]{2,150}")
_SEPARATOR = re.compile("[、,;。\n]")
#: an added short form is no part of the name: A局(以下简称B局)
_SHORT_FORM = re.compile(r"\((?:以下|下)?(?:统|简)称[^()]*\)$")
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
def _place(name: str, home: Region | None, regions: Regions) -> tuple[Region, int] | None:
    return place_at_start(name, home, regions)


class BodyReader:
    """Reads the entries of one list after the other and carries a local prefix from body to body.

    Args:
        text: clean text.
        profile, vocabulary: of the document.
    """

    def __init__(self, text: str, profile: Profile, vocabulary: Vocabulary) -> None:
        self._text = text
        self._home: Region | None = profile.region
        self._regions = vocabulary.regions
        self._carry = ""
        self._party_carry = ""
        self._held: int | None = None
        self._last: Body | None = None
        self._places: list[tuple[Span, Region]] = []

    def border(self) -> None:
        """A `,` `;` or `。`: nothing is carried over it."""
        self._carry = self._party_carry = ""
        self._last = self._held = None
        self._places = []

    def entry(self, span: Span, lenient: bool = False) -> list[Body] | None:
        """The bodies of one entry of a list.

        Args:
            span: of the entry.
            lenient: whether a name with an unknown ending counts (behind a label everything is a body).

        Returns:
            the bodies; [] for a part that belongs to its neighbour (各镇、街); None when it is no body.
        """
        span = trimmed(self._text, span)
        written = self._text[span.start : span.end]
        if (joined := self._joined(written, span)) is not None:
            return joined
        if self._held is not None:
            span = Span(self._held, span.end)
            self._held = None
        if each := self._carried_each(written, span):
            return [each]
        if (ended := self._shared_ending(span)) is not None:
            return ended
        spans = body_spans(self._text, span)
        if not spans and lenient and 2 <= len(written) <= 30:
            spans = [span]
        if not spans:
            return None
        bodies: list[Body] = []
        for part in spans:
            part_written = self._text[part.start : part.end]
            body = (self._carried_each(part_written, part) if bodies else None) or self._named(part)
            bodies.append(self._remember(body))
        return bodies

    def _remember(self, body: Body) -> Body:
        self._last = body
        return body

    # --- entries that hang together -------------------------------------------------------------

    def _joined(self, written: str, span: Span) -> list[Body] | None:
        """各镇、街 and 各县、区人民政府: one group whose words are listed; the first part waits for the rest."""
        places = listed("place_words")
        last = self._last
        if last is None or not last.group or not _only_places(last.written):
            if written in places and self._held is None:
                self._held = span.start
                return []
            return None
        if last.written == "各级" and written.startswith("各"):
            return [self._widened(last, written, span, "")]
        head = next((place for place in places if written.startswith(place)), None)
        if head is None or written in ("功能区", "园区"):
            return None
        rest = re.sub(r"^[(〔][^()〔〕]*[)〕]", "", written[len(head) :])
        if rest and rest not in listed("place_endings") and rest not in places:
            return None
        # 镇街 is a word of its own, so that 各镇、街 is written 各镇街
        mark = "" if last.written + written == "各镇街" else "、"
        return [self._widened(last, written, span, mark)]

    def _widened(self, last: Body, written: str, span: Span, mark: str) -> Body:
        self._last = replace(
            last,
            name=last.name + mark + written,
            written=self._text[last.span.start : span.end],
            bare=last.bare + mark + written,
            span=Span(last.span.start, span.end),
            type=type_of(written) or last.type,
        )
        return self._last

    def _carried_each(self, written: str, span: Span) -> Body | None:
        """功能区 in 各镇、街、功能区 stands for 各功能区, 政府 in 各级党委、政府 for 各级政府."""
        last = self._last
        if last is None or not last.group:
            return None
        if written not in listed("carries_each") and not self._other_level(written):
            return None
        if not last.bare.startswith("各"):
            return None
        whose = "各级" if last.bare.startswith("各级") else "各"
        if written in ("政府", "人民政府") and (party := re.fullmatch("(各.+?)(?:党委|委)", last.bare)) is not None:
            # 各县(市、区)委、政府: the same places
            whose = party[1]
        each = whose + written
        body = self._at_home(each, written, span, "carried")
        return self._remember(body)

    def _shared_ending(self, span: Span) -> list[Body] | None:
        """枕江区、望沧市政府: places listed before the word 政府 that they share; the places wait for it."""
        if not self._places and self._text[span.end : span.end + 1] != "、":
            return None
        name = self._text[span.start : span.end]
        place = _place(name, self._home, self._regions)
        if place is None:
            return None
        ending = name[place[1] :]
        if not ending:
            if not self._ending_follows(span.end):
                return None
            self._places.append((span, place[0]))
            return []
        waiting, self._places = self._places, []
        if not waiting or ending not in listed("place_endings"):
            return None
        bodies = [
            Body(self._text[at.start : at.end] + ending, self._text[at.start : at.end], at, region.code, ending, "carried", False, type_of(ending) or "other")
            for at, region in waiting
        ]
        return [*bodies, self._remember(self._named(span))]

    def _ending_follows(self, offset: int) -> bool:
        """Whether more places follow, the last of them with an ending they share."""
        following = _LIST.match(self._text, offset)
        for piece in following[0].split("、")[1:] if following else ():
            place = _place(piece, self._home, self._regions)
            if place is None:
                return False
            if place[1] < len(piece):
                return piece[place[1] :].startswith(listed("place_endings"))
        return False

    def _other_level(self, written: str) -> bool:
        """市人民政府 behind 各盟行政公署 in a region's document: the governments of a level below."""
        places = listed("place_words")
        place = next((place for place in places if written.startswith(place)), "")
        if not place or written[len(place) :] not in listed("place_endings"):
            return False
        return expand_prefix(written, self._home, self._regions)[2] != "prefix"

    # --- names ----------------------------------------------------------------------------------

    def _named(self, span: Span) -> Body:
        """One body with its region."""
        written = self._text[span.start : span.end]
        name = _BLANK.sub("", _SHORT_FORM.sub("", written)).strip('“”"')
        group, kind = is_group(name), _kind_of(name)
        if is_central(name):
            self._carry = self._party_carry = ""
            return Body(name, written, span, None, name, "written", group, kind)
        if (league := _LEAGUE.fullmatch(name)) is not None:
            full, region, how = expand_prefix(league[1], self._home, self._regions)
            code = region.code if region is not None else None
            return Body("团" + full, written, span, code, "团委", how, False, "party")
        full, region, how = expand_prefix(name, self._home, self._regions)
        if how == "prefix" and region is not None:
            bare = full[len(region.name) :]
            self._set_carry(name[: len(name) - len(bare)], name, group)
            return Body(full, written, span, region.code, bare, "prefix", group, kind)
        if (place := _place(name, self._home, self._regions)) is not None and place[1] < len(name):
            # 甲区政府、乙管委会: the place of a government says nothing of the next body
            whole = name[place[1] - 1] in "省市区县州盟旗" and name[place[1] :] not in listed("place_endings")
            self._set_carry(name[: place[1]] if whole else "", name, group)
            code = region.code if region is not None else place[0].code
            return Body(name, written, span, code, name[place[1] :], "written", group, kind)
        if group:
            self._carry = self._party_carry = ""
            return self._at_home(name, written, span, "document")
        if name.startswith(listed("vertical")) or self._has_unknown_prefix(name):
            self._carry = self._party_carry = ""
            return Body(name, written, span, region.code if region else None, name, "written", group, kind)
        return self._bare(name, written, span, kind)

    def _bare(self, name: str, written: str, span: Span, kind: str) -> Body:
        """A body without any prefix: it takes the one before it, else the document's region."""
        if core(name).endswith(listed("own_name")) and not core(name).endswith(
            listed("department_committees")
        ):
            self._carry = self._party_carry = ""
            inside = place_inside(name, self._home, self._regions)
            own = self._local() and kind in ("leading_group", "committee")
            code = inside.code if inside else self._home.code if own and self._home else None
            if _is_bare_park(name):
                return self._at_home(name, written, span, "document")
            return Body(name, written, span, code, name, "written", False, kind)
        if kind == "park" and not _is_bare_park(name):
            self._carry = self._party_carry = ""
            inside = place_inside(name, self._home, self._regions)
            return Body(name, written, span, inside.code if inside else None, name, "written", False, kind)
        if self._party_carry and core(name) in listed("party_organs"):
            return self._carried(self._party_carry, name, written, span, "party")
        if self._carry:
            return self._carried(self._carry, name, written, span, kind)
        if kind in _LOCAL_TYPES or _is_bare_park(name):
            return self._at_home(name, written, span, "document", kind)
        return Body(name, written, span, None, name, "written", False, kind)

    def _carried(self, prefix: str, name: str, written: str, span: Span, kind: str) -> Body:
        full, region, _ = expand_prefix(prefix + name, self._home, self._regions)
        code = region.code if region is not None else None
        return Body(full, written, span, code, name, "carried", False, kind)

    def _at_home(self, name: str, written: str, span: Span, how: str, kind: str | None = None) -> Body:
        """A body or group of the document's own region; a central document's keep their wording."""
        kind = kind or _kind_of(name)
        home = self._home
        if home is None or not self._local():
            return Body(name, written, span, None, name, "written", is_group(name), kind)
        return Body(home.name + name, written, span, home.code, name, how, is_group(name), kind)

    def _local(self) -> bool:
        return self._home is not None and self._home.level != "country"

    def _has_unknown_prefix(self, name: str) -> bool:
        """Whether a name begins with the sign of a level that the document's region doesn't have."""
        levels, not_prefix = _levels()
        return name.startswith(levels) and not name.startswith(not_prefix) and len(name) > 2

    def _set_carry(self, prefix: str, name: str, group: bool) -> None:
        """What the next bare body takes over; a group hands nothing on, 省委 is handed to organs of the party."""
        self._carry = self._party_carry = ""
        if group or name[len(prefix) :].startswith(listed("vertical")):
            return
        self._carry = prefix
        if name.startswith(prefix + "委") and not name.startswith(prefix + "委员会"):
            self._party_carry = prefix + "委"


def _is_bare_park(name: str) -> bool:
    """Whether a park has no name of its own: 高新区管委会, not 中关村管委会."""
    stem = re.sub("(?:管委会|管理委员会)$", "", core(name))
    return not stem or stem in listed("bare_park")


def _kind_of(name: str) -> str:
    """The type of a body; a group of places (各县区) means their governments."""
    return type_of(name) or ("government" if is_group(name) else "other")


def _only_places(written: str) -> bool:
    """Whether a group is 各 and words of places only: 各镇, 各市(州), 各级."""
    bare = re.sub(r"[(〔][^()〔〕]*[)〕]", "", written)
    parts = re.sub("^各", "", bare).split("、")
    return bare.startswith("各") and all(part in listed("place_words") or part == "级" for part in parts)


def read_bodies(text: str, span: Span, profile: Profile, vocabulary: Vocabulary) -> list[Body]:
    """The bodies of a list such as 区委网信办,区公安分局、大数据发展管理局,各有关单位.

    Args:
        text: the clean text.
        span: of the list, without label and verb.
        profile, vocabulary: of the document.
    """
    reader = BodyReader(text, profile, vocabulary)
    bodies: list[Body] = []
    for mark, part in entries(text, span):
        if mark and mark != "、":
            reader.border()
        for body in reader.entry(part, lenient=True) or ():
            if bodies and bodies[-1].span.start == body.span.start:
                bodies.pop()
            bodies.append(body)
    return bodies


def entries(text: str, span: Span) -> list[tuple[str, Span]]:
    """The entries of a list with the mark before each ("" before the first); marks in brackets don't count."""
    closed = in_brackets(text, *span)
    found: list[tuple[str, Span]] = []
    mark, start, bracket = "", span.start, 0
    for match in _SEPARATOR.finditer(text, *span):
        while bracket < len(closed) and closed[bracket].end <= match.start():
            bracket += 1
        if bracket < len(closed) and closed[bracket].start < match.start():
            continue
        found.append((mark, Span(start, match.start())))
        mark, start = match[0], match.end()
    found.append((mark, Span(start, span.end)))
    return [(mark, part) for mark, part in found if text[part.start : part.end].strip()]

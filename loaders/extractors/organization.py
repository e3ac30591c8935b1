"""Organizations: bodies that the running text names, each at its first mention."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.body_names import Body, BodyNamer
from loaders.document import Span
from loaders.extractors.duty_facts import duty_places
from loaders.facts import Fact
from loaders.organization_lists import listed_names
from loaders.organization_names import Found, NameFinder
from loaders.organization_offices import office_names
from loaders.reading import Reading

#: types that count only outside the sentences that give them duties
_DUTIFUL = frozenset({"government", "party", "department"})
_CENTRAL = frozenset({"中央", "中共中央", "党中央"})
_PROSE = re.compile(r"[。;!?,]")
#: whose paper is named or issued is told by the citation
_PAPER = re.compile("(?:、[一-鿿]{2,8}?)?(?:关于)?(?:联合)?(?:印发|出台|发布|公布|下发|制定)?(?:了|的)?《")


def read_organizations(reading: Reading) -> Iterator[Fact]:
    """Facts of kind organization: one for each distinct name, not the issuer.

    Fields: name (with its region), type, bare, written, organization_region, name_from.
    """
    clauses, duties = duty_places(reading)
    clauses = sorted(
        {
            *clauses,
            *(mention.span for mention in reading.profile.mentions if mention.span.end > mention.span.start),
        }
    )
    seen = _issuers(reading)
    namer = BodyNamer(reading.text, reading.profile, reading.vocabulary)
    prose: dict[int, bool] = {}
    for found in _named(reading):
        if not _counts(reading, found, clauses, prose):
            continue
        if found.type in _DUTIFUL and (
            _touches(duties, found.span) or _PAPER.match(reading.text, found.span.end)
        ):
            continue
        namer.forget()
        body = namer.named(found.span)
        if body.name_from == "document" and (found.type not in _DUTIFUL or body.written in _CENTRAL):
            body = replace(body, name=body.written, bare=body.written, name_from="written")
        if body.name in seen:
            continue
        seen.add(body.name)
        yield _fact(reading, found, body)


def _named(reading: Reading) -> list[Found]:
    """The names of the text, left to right; of those that overlap the longest."""
    text, region, regions = reading.text, reading.profile.region, reading.vocabulary.regions
    whole = Span(0, len(text))
    found = [*NameFinder(text, region, regions).names(whole), *office_names(text, whole, region, regions)]
    found += listed_names(text, whole)
    kept: list[Found] = []
    for name in sorted(found, key=lambda name: (name.span.start, -name.span.end)):
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return kept


def _counts(reading: Reading, found: Found, clauses: Sequence[Span], prose: dict[int, bool]) -> bool:
    """Whether a name stands in prose: what has marks inside is no signature and no line of a list.

    Args:
        prose: start of a sentence → whether it is prose; filled here.
    """
    sentence = reading.sentence_at(found.span.start)
    if sentence.start not in prose:
        prose[sentence.start] = _PROSE.search(reading.text, *sentence) is not None
    if sentence.start == sentence.end or not prose[sentence.start]:
        return False
    return not reading.in_title(found.span.start) and not _touches(clauses, found.span)


def _issuers(reading: Reading) -> set[str]:
    """Whoever issued the document; without one the government of its region, which speaks of itself."""
    found = {mention.value for mention in reading.profile.mentions if mention.field == "issuer"}
    region = reading.profile.region
    return found or ({f"{region.name}人民政府"} if region is not None else set())


def _touches(spans: Sequence[Span], span: Span) -> bool:
    index = bisect_right(spans, span.start, key=lambda other: other.start) - 1
    return (index >= 0 and span.start < spans[index].end) or (
        index + 1 < len(spans) and spans[index + 1].start < span.end
    )


def _fact(reading: Reading, found: Found, body: Body) -> Fact:
    return reading.fact(
        "organization",
        *found.span,
        rule=f"organization-{found.type}",
        name=body.name,
        type=found.type,
        bare=body.bare,
        written=body.written,
        organization_region=body.region,
        name_from=body.name_from,
    )

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
_PROSE = re.compile(r"[。;!?,]")
#: whose paper is named or issued is told by the citation
_PAPER = re.compile("(?:关于)?(?:联合)?(?:印发|出台|发布|公布|下发|制定)?(?:了|的)?《")


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
    finder = NameFinder(reading.text, reading.profile.region, reading.vocabulary.regions)
    for sentence in _running_text(reading, clauses):
        for found in _in_sentence(reading, finder, sentence):
            if found.type in _DUTIFUL and (
                _touches(duties, found.span) or _PAPER.match(reading.text, found.span.end)
            ):
                continue
            if reading.in_title(found.span.start) or _touches(clauses, found.span):
                continue
            namer.forget()
            body = namer.named(found.span)
            if body.name_from == "document" and found.type not in _DUTIFUL:
                body = replace(body, name=body.written, bare=body.written, name_from="written")
            if body.name in seen:
                continue
            seen.add(body.name)
            yield _fact(reading, found, body)


def _in_sentence(reading: Reading, finder: NameFinder, sentence: Span) -> list[Found]:
    """The names of one sentence, left to right; of those that overlap the longest."""
    region, regions = reading.profile.region, reading.vocabulary.regions
    found = list(finder.names(sentence))
    found += office_names(reading.text, sentence, region, regions)
    found += listed_names(reading.text, sentence)
    kept: list[Found] = []
    for name in sorted(found, key=lambda name: (name.span.start, -name.span.end)):
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return kept


def _running_text(reading: Reading, clauses: Sequence[Span]) -> Iterator[Span]:
    """Sentences of prose: what has marks inside is no signature and no line of a list."""
    for sentence in reading.sentences:
        index = bisect_right(clauses, sentence.start, key=lambda clause: clause.start) - 1
        if index >= 0 and sentence.end <= clauses[index].end:
            continue
        if _PROSE.search(reading.text, *sentence):
            yield sentence


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

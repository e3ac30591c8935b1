"""Initiatives: quoted names, named campaigns, the listed themes, and names of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.beginnings import beginning
from loaders.campaigns import find_campaigns
from loaders.facts import Fact
from loaders.name_nouns import platform_behind
from loaders.quotations import Quoted, find_quotations
from loaders.quoted_names import find_quoted_names, is_promoted
from loaders.reading import Reading
from loaders.rules import load_rules
from loaders.themes import THEME, find_themes
from ontology.vocabulary import Vocabulary

#: Sections that tell what is lacking or what the world is like, not what the region commits to.
NOT_OWN = frozenset({"problems", "situation", "glossary"})

#: a place without its level word: 某省某某市…
_PLACE = re.compile("([一-鿿]{2,6}?)(?:自治|省|市|县|区|旗|州|盟)(?:区|州|县|旗)?")
_QUOTES = re.compile("[“”‘’]")


class _Found(NamedTuple):
    start: int
    end: int
    name: str
    kind: str
    rule: str


def _wanted(reading: Reading, start: int) -> bool:
    """Whether what stands at a clean offset is the region's own doing: no title, no problem, no furniture."""
    if reading.in_title(start):
        return False
    sentence = reading.sentence_at(start)
    if sentence.start == sentence.end:
        return False
    if _speaks_of_others(reading.text[sentence.start : start]):
        return False
    section = reading.outline.section_at(start)
    return section is None or section.kind not in NOT_OWN or _mends(section.title)


def _speaks_of_others(before: str) -> bool:
    """Whether the words before a name in its sentence speak of the nation or the world alone."""
    elsewhere, ours = _scope()
    return elsewhere.search(before) is not None and ours.search(before) is None


@cache
def _scope() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = load_rules("initiative")
    return re.compile(rules["elsewhere"]), re.compile(rules["ours"])


def _mends(title: str) -> bool:
    """补齐短板 is a task, however much it speaks of what is lacking."""
    return title.startswith(tuple(load_rules("initiative")["mending"]))


def _places(reading: Reading) -> str:
    """Names of the own region without level words, as the issuer's name and the titles begin."""
    issuer = _PLACE.findall(reading.profile.issuer or "")
    titles = [found[1] for title in reading.profile.titles if (found := _PLACE.match(title))]
    return " ".join([*issuer, *titles])


#: wording -> usual name, for each vocabulary by its fingerprint
_wordings: dict[str, dict[str, str]] = {}


def _listed(vocabulary: Vocabulary) -> dict[str, str]:
    """The usual names of the vocabulary's initiatives, by every wording of them."""
    if vocabulary.fingerprint not in _wordings:
        _wordings[vocabulary.fingerprint] = {
            wording: term.name for term in vocabulary.of_kind("initiative") for wording in term.wordings
        }
    return _wordings[vocabulary.fingerprint]


def _all_found(reading: Reading) -> list[_Found]:
    """What the readers of names, campaigns and themes find, and where they find nothing the vocabulary."""
    text = reading.text
    quotations = find_quotations(text)
    quoted = Quoted(quotations)
    themes = list(find_themes(text, reading.vocabulary))
    themed = {theme.name for theme in themes} | {"放管服", "放管服改革"}
    known = {
        kind: frozenset(text[name.start : name.end] for name in reading.known if name.term.kind == kind)
        for kind in ("platform", "none")
    }
    names = list(find_quoted_names(text, quotations, _places(reading), known["platform"]))
    found = [_Found(*name) for name in names if name.name not in themed | known["none"]]
    for campaign in find_campaigns(text, {name.end for name in names}):
        if quoted.at(campaign.end - 1) == quoted.at(campaign.start):
            found.append(_Found(*campaign))
    found += [
        name
        for name in _known(reading, quoted)
        if not any(other.start <= name.start < other.end for other in found)
    ]
    found += [_Found(theme.start, theme.end, theme.name, THEME, "listed_theme") for theme in themes]
    return sorted(found)


def _known(reading: Reading, quoted: Quoted) -> Iterator[_Found]:
    """Names of the vocabulary: between marks of their own, or behind a verb that commits to them."""
    text = reading.text
    for known in reading.known:
        if known.term.kind != "initiative" or known.term.type == THEME:
            continue
        wording = _QUOTES.sub("", text[known.start : known.end])
        around = quoted.at(known.start)
        if around:
            stated = around.words == wording and not platform_behind(text, around.end)
        else:
            stated = is_promoted(text, known.start)
        if stated:
            kind = known.term.type or "goal"
            yield _Found(known.start, known.end, wording, kind, "known_initiative")


def read_initiatives(reading: Reading) -> Iterator[Fact]:
    """Facts of kind initiative: each name once a document, at the first sentence in which the region does it.

    Fields: name (as written, without quotation marks, with the noun that belongs to it; a listed theme by its
    listed name), known (the vocabulary's name for it, or null), theme (whether it is a listed theme), kind_of
    (theme, reform, campaign, project, plan, pilot, event, mechanism, framework, goal, brand, or the
    vocabulary's type), date (YYYY, YYYY-MM or YYYY-MM-DD when it is said to have begun, or null).
    """
    listed = _listed(reading.vocabulary)
    seen: set[str] = set()
    for found in _all_found(reading):
        if found.name in seen or not _wanted(reading, found.start):
            continue
        seen.add(found.name)
        yield reading.fact(
            "initiative",
            found.start,
            found.end,
            rule=found.rule,
            name=found.name,
            known=listed.get(found.name),
            theme=found.kind == THEME,
            kind_of=found.kind,
            date=beginning(reading.text, reading.sentence_at(found.start).start, found.start),
        )

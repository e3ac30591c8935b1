"""Which mentions of documents mean one document: a function of the set of all mentions.

Numbers decide first: one number is one document, two are never one. A mention without a number joins by its
title, if exactly one document of that title can be meant from where the mention stands; a place between whose
documents the title cannot choose keeps a document of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.derive.contribution import Paper
from graph.derive.papers import folded_title
from ontology.identifiers import Identifiers
from ontology.regions import Regions

#: identifies a document: its number, or whose it is and its title
_Key = tuple[str, str, str]


def meet(papers: Iterable[Paper], regions: Regions, base: str) -> Mapping[Paper, str]:
    """The identifier of the document that each mention means.

    Args:
        papers: all mentions of all sources.
        regions: tells which regions lie within which.
        base: IRI that identifiers begin with.
    """
    mentions = sorted(set(papers), key=repr)
    keys: dict[Paper, _Key] = {}
    titled: dict[str, dict[_Key, set[str]]] = defaultdict(lambda: defaultdict(set))

    def settle(paper: Paper, key: _Key) -> None:
        keys[paper] = key
        # the mention's own region, not the citing one's, says whose the document is
        for title in map(folded_title, paper.titles):
            titled[title][key].update([paper.region] if paper.region else [])

    for paper in mentions:
        if paper.number:
            settle(paper, ("number", paper.number, ""))
    loaded = [paper for paper in mentions if paper.loaded and not paper.number]
    joined = {paper: _meant(paper, titled, regions) for paper in loaded}
    for paper in loaded:
        settle(paper, joined[paper] or _own_key(paper))
    cited = [paper for paper in mentions if not paper.loaded and not paper.number]
    joined = {paper: _meant(paper, titled, regions) for paper in cited}
    for paper in cited:
        keys[paper] = joined[paper] or _own_key(paper)
    return {paper: _identifier(key, base) for paper, key in keys.items()}


def _own_key(paper: Paper) -> _Key:
    return ("title", paper.region or "", folded_title(paper.titles[0] if paper.titles else ""))


def _identifier(key: _Key, base: str) -> str:
    kind, first, title = key
    ids = Identifiers(base)
    return ids.document(number=first) if kind == "number" else ids.document(None, first, title)


def _meant(paper: Paper, titled: Mapping[str, Mapping[_Key, set[str]]], regions: Regions) -> _Key | None:
    """The one document that a mention by title can mean, or None."""
    found: dict[_Key, set[str]] = {}
    for title in map(folded_title, paper.titles):
        for key, places in titled.get(title, {}).items():
            found.setdefault(key, set()).update(places)
    here = paper.region or paper.seen_from
    at_home = [key for key, places in found.items() if here in places]
    if len(at_home) == 1:
        return at_home[0]
    near = [key for key, places in found.items() if not places or _in_line(here, places, regions)]
    return near[0] if len(near) == 1 else None


def _in_line(code: str | None, places: set[str], regions: Regions) -> bool:
    """Whether a region lies within, or holds, one of some places: a county cites its province, not another
    county."""
    if code is None:
        return True
    above = {region.code for region in regions.path(code)}
    return any(place in above or code in {region.code for region in regions.path(place)} for place in places)

"""Documents: works that sources carry or cite. What one source says; which are one, `meeting` decides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from graph import terms
from graph.derive.bodies import add_body
from graph.derive.contribution import OWN, WRITTEN, Contribution, Name, Node, Paper
from graph.derive.places import add_region
from graph.derive.source_view import SourceView
from ontology.identifiers import folded_number

RELATIONS = {"basis": "based_on", "cites": "cites"}

#: 关于印发《…》的通知: the notice and what it encloses are one work
_ENCLOSING = re.compile(r"关于(?:印发|转发|发布|公布)[《〈]?([^《〈].{1,150}?)[》〉]?的(?:通知|公告|函)$")
#: a title that begins with its issuer, who is left out as often as not
_ISSUED = re.compile(r"^.{2,24}?(?:政府|国务院|办公室|办公厅|委员会|党委|市委|省委|区委|县委|局|部)(?=关于)")
#: which place a title names counts only at its beginning (behind the issuer's name it is the issuer's)
_PLACE_WITHIN = 12


def add_papers(view: SourceView, contribution: Contribution) -> None:
    """The document itself with its issuer, and the documents that it cites."""
    own = own_paper(view)
    add_region(view, contribution, view.about.region)
    node = Node("document", {Name(OWN, title) for title in own.titles}, view.about.region)
    node.properties |= set(_properties(view))
    contribution.node(own, node)
    for fact in view.of_kind("metadata"):
        if fact.fields["field"] == "issuer":
            contribution.edge(
                own, "issued_by", add_body(view, contribution, fact, fact.fields["value"]), fact
            )
    for fact in view.of_kind("citation"):
        title, number = fact.fields.get("title") or None, fact.fields.get("number") or None
        if title is None and _folded(number) is None:
            continue
        paper = _paper(view, title, number)
        names = {Name(WRITTEN, title) for title in paper.titles} or {Name(WRITTEN, str(number))}
        contribution.node(paper, Node("document", names, paper.region, properties=_numbered(number)))
        contribution.edge(own, RELATIONS[str(fact.fields["relation"])], paper, fact)


def own_paper(view: SourceView) -> Paper:
    """The document that a source carries."""
    about = view.about
    words = (word for title in about.titles for word in _titles(title))
    titles = tuple(dict.fromkeys(words)) or (view.sha256[:16],)
    return Paper(_folded(about.number), titles, about.region, about.region, loaded=True)


def _properties(view: SourceView) -> Iterator[tuple[str, str]]:
    about = view.about
    yield "carriedBy", terms.source(view.base, view.sha256).value
    for title in about.titles:
        yield "titleOfWork", title
    if about.number:
        yield "number", about.number
    if about.date:
        yield "date", about.date
    if about.horizon:
        yield "horizon", about.horizon
    yield "genre", about.genre


def _numbered(number: str | None) -> set[tuple[str, str | int | Paper]]:
    return {("number", number)} if number else set()


def _paper(view: SourceView, title: str | None, number: str | None) -> Paper:
    titles = tuple(_titles(title)) if title else ()
    region = None
    for start, _, place in view.vocabulary.regions.find(titles[0] if titles else ""):
        if start < _PLACE_WITHIN:
            region = place.code
    if region is None and number:
        region = _marked(view, number)
    return Paper(_folded(number), titles, region, view.about.region)


def _marked(view: SourceView, number: str) -> str | None:
    """The region, of those that hold the document's own, whose mark a number begins with."""
    above = view.vocabulary.regions.path(view.about.region) if view.about.region else []
    return next((place.code for place in above if number.startswith(place.marks)), None)


def _titles(title: str) -> Iterator[str]:
    """The wordings by which a title may be cited: of what it brings into force, whole, without issuer."""
    enclosed = _ENCLOSING.search(title)
    if enclosed:
        yield enclosed[1]
    yield title
    if issued := _ISSUED.match(title):
        yield title[issued.end() :]


def _folded(number: str | None) -> str | None:
    return folded_number(number) or None if number else None


def folded_title(title: str) -> str:
    """A title as it is compared: width, quotation marks, brackets and blanks do not matter."""
    folded = "".join(unicodedata.normalize("NFKC", title).split())
    return folded.translate(_MARKS)


_MARKS = str.maketrans(dict.fromkeys("“”\"'‘’「」『』", None) | {"〈": "《", "〉": "》", "—": "-", "–": "-"})

"""What a user's words stand for: names become entities, kindly; words are checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from pyoxigraph import NamedNode

from graph.api import Graph
from graph.names import UnknownNameError, resolve
from ontology.bilingual import Bilingual
from ontology.captions import load_captions
from ontology.errors import NotFoundError, UsageError
from ontology.nearest import nearest
from queries.binding import Binding
from queries.definition import Definition, Parameter

_CARRIED_BY = NamedNode("https://zhengtu.example/ontology#carriedBy")
_BROADER = NamedNode("http://www.w3.org/2004/02/skos/core#broader")


class Understood(NamedTuple):
    """The parameters of one question.

    Attributes:
        bindings: parameter -> what its variable may be.
        names: parameter -> the full names, as the answer tells them.
        notes: lines on names that were not given in full.
        regions: codes of the regions asked for.
    """

    bindings: dict[str, Binding]
    names: dict[str, str | list[str]]
    notes: list[Bilingual]
    regions: list[str]


class _Meant(NamedTuple):
    iris: tuple[str, ...]
    name: str
    note: Bilingual | None = None


def understand(graph: Graph, definition: Definition, given: Mapping[str, Sequence[str]]) -> Understood:
    """Resolves the parameters of a question.

    Args:
        graph: open.
        definition: of the query.
        given: parameter -> the user's words.

    Raises:
        UsageError: the query has no such parameter, or a word is none of those allowed.
        NotFoundError: no such region, body …; the nearest are named.
    """
    understood = Understood({}, {}, [], [])
    for name, words in given.items():
        parameter = definition.parameter(name)
        if parameter.type == "word":
            terms = tuple(_allowed(parameter, definition, word) for word in words)
            understood.bindings[name] = Binding(parameter.variable, terms, literal=True)
            names = list(terms)
        else:
            meant = [_meant(graph, definition, parameter, word) for word in words]
            understood.bindings[name] = Binding(parameter.variable, tuple(i for m in meant for i in m.iris))
            names = [one.name for one in meant]
            understood.notes.extend(one.note for one in meant if one.note is not None)
            if parameter.type == "region":
                understood.regions.extend(iri.rpartition("/")[2] for one in meant for iri in one.iris)
        understood.names[name] = names[0] if len(names) == 1 else names
    return understood


def _allowed(parameter: Parameter, definition: Definition, word: str) -> str:
    """One of the words of a parameter, also by what the column of that name calls it."""
    called = {value: value for value in parameter.values}
    for column in definition.columns:
        if column.name == parameter.name:
            called |= {text: value for value, texts in column.words.items() for text in texts}
    if word in called:
        return called[word]
    allowed = "、".join(parameter.values)
    raise UsageError(
        f"--{parameter.name} 不能是 {word};可用:{allowed}",
        f"--{parameter.name} can't be {word}; it is one of {allowed.replace('、', ', ')}",
    )


def _meant(graph: Graph, definition: Definition, parameter: Parameter, word: str) -> _Meant:
    if parameter.type == "region":
        return _region(graph, word)
    if parameter.type == "document" and (carried := _carried(graph, word)):
        return carried
    try:
        resolved = resolve(graph, word, parameter.kinds)
    except UnknownNameError:
        _refuse_of_another(graph, definition, parameter, word)
        raise
    iris = [resolved.entity.id, *(other.id for other in resolved.also)]
    if parameter.expand and resolved.entity.kind == "platform_kind":
        iris = _subjects(graph, _BROADER, NamedNode(resolved.entity.id))
    name = resolved.entity.name
    note = None
    if len(resolved.also):
        note = Bilingual(
            f"“{word}”指 {len(iris)} 个实体,一并回答。",
            f"“{word}” stands for {len(iris)} entities; all are asked.",
        )
    elif name != word and resolved.entity.id != word:
        note = Bilingual(f"“{word}”理解为 {name}", f"“{word}” is taken for {name}")
    return _Meant(tuple(iris), name, note)


def _refuse_of_another(graph: Graph, definition: Definition, parameter: Parameter, word: str) -> None:
    """Says so where a name is known, but belongs to another parameter of the query."""
    for other in definition.parameters:
        if other is parameter or other.type in ("word", "region"):
            continue
        with suppress(UnknownNameError):
            resolved = resolve(graph, word, other.kinds)
            if resolved.how == "part":
                continue
            caption = load_captions().of_kind(resolved.entity.kind).caption
            raise NotFoundError(
                f"“{word}”是{caption.zh}:请用 --{other.name} {word},不用 --{parameter.name}",
                f"“{word}” is of the kind {caption.en}: use --{other.name} {word} instead of "
                f"--{parameter.name}",
            )


def _subjects(graph: Graph, property_: NamedNode, value: NamedNode) -> list[str]:
    """What has this property with this value, sorted."""
    quads = graph.store.quads_for_pattern(None, property_, value, graph.derived)
    return sorted(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))


def _carried(graph: Graph, word: str) -> _Meant | None:
    """A document by the name of its file."""
    for one in graph.documents():
        if one.doc == word:
            source = NamedNode(f"{graph.base}source/{one.sha256}")
            return _Meant(tuple(_subjects(graph, _CARRIED_BY, source)), word)
    return None


def _region(graph: Graph, word: str) -> _Meant:
    """A region by code, full, short or former name; among several of one name, those that were read."""
    regions = graph.vocabulary.regions
    exact = regions.get(word)
    found = [exact] if exact else regions.named(word)
    if len(found) > 1:
        read = {one.region for one in graph.documents()}
        full = [one for one in found if one.name == word]
        found = [one for one in found if {one.code, one.name} & read] or full or found
    if not found:
        near = _nearest_regions(graph, word)
        zh, en = (f",最接近的是 {'、'.join(near)}", f"; nearest: {', '.join(near)}") if near else ("", "")
        raise NotFoundError(f"没有地区 {word}{zh}", f"there is no region {word}{en}")
    iris = tuple(f"{graph.base}region/{one.code}" for one in found)
    name, note = found[0].name, None
    if len(found) > 1:
        paths = ["".join(above.name for above in regions.path(one.code)[1:]) for one in found]
        zh, en = "、".join(paths), ", ".join(paths)
        note = Bilingual(f"“{word}”有 {len(found)} 处:{zh}", f"“{word}” is {len(found)} places: {en}")
    elif word not in (name, found[0].code):
        note = Bilingual(f"“{word}”理解为 {name}", f"“{word}” is taken for {name}")
    return _Meant(iris, name, note)


def _nearest_regions(graph: Graph, word: str) -> list[str]:
    """Names like this one: first of regions of which something was read, then of any."""
    regions = graph.vocabulary.regions
    read = [place for one in graph.documents() if one.region for place in regions.named(one.region)]
    near = nearest(word, {name for one in read for name in (one.name, *one.short)})
    return near or nearest(word, {name for one in regions for name in (one.name, *one.short)})

"""Connections: a named system stands on, joins, exchanges with or moves to another."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Span
from loaders.facts import Fact
from loaders.reading import Reading
from loaders.system_links import Group, Link, groups_of, links_of

#: an antecedent stands at most so many sentences before
_FAR = 2
#: lists of systems in one sentence; more is no prose
_MOST = 60


def read_connections(reading: Reading) -> Iterator[Fact]:
    """Facts of kind connection: one for each sentence, source and target.

    Fields: source, target (names as facts of kind platform have them, or a class of systems), how (built_on,
    integrated, mutual, data_to, moves_to), name_from (sentence, or antecedent where an end was left out).
    """
    order = {sentence: index for index, sentence in enumerate(reading.sentences)}
    last: tuple[int, Group] | None = None
    for sentence, names in reading.systems:
        groups = groups_of(names)[:_MOST]
        seen: set[tuple[str, str]] = set()
        subject: Group | None = None
        targets: list[Group] = []
        for link in links_of(reading.text, groups, sentence):
            earlier = last[1] if last and order[sentence] - last[0] <= _FAR else None
            whole = _with_antecedent(link, groups, subject, targets, earlier)
            if whole and whole.source and whole.target:
                subject = whole.source
                targets.append(whole.target)
                yield from _facts(reading, whole, sentence, seen)
        named = [group for group in groups if not group.generic]
        if named:
            last = (order[sentence], named[0])


def _with_antecedent(
    link: Link, groups: list[Group], subject: Group | None, targets: list[Group], earlier: Group | None
) -> Link | None:
    """The link with both ends: one left out is what the sentence, or else the one before, speaks of.

    Args:
        link: with an end or both.
        groups: the systems of the sentence.
        subject: source of the link before in the sentence.
        targets: of the links before in the sentence; they are not what it speaks of.
        earlier: the system that the sentence before speaks of.
    """
    there = link.source or link.target
    if there is None or (link.source and link.target):
        return link if there else None
    before = [
        group for group in groups if group.end <= there.start and not group.generic and group not in targets
    ]
    # what is left out is what the sentence is about; 该平台 is the one named last
    nearest = before[-1 if link.rule == "onto_pronoun" else 0] if before else earlier
    found = subject if subject and link.target else nearest
    if found is None or {name.name for name in found.names} & {name.name for name in there.names}:
        return None
    return link._replace(source=link.source or found, target=link.target or found)


def _facts(reading: Reading, link: Link, sentence: Span, seen: set[tuple[str, str]]) -> Iterator[Fact]:
    for source in link.source.names if link.source else ():
        for target in link.target.names if link.target else ():
            ends = (source.name, target.name)
            if ends in seen or source.name == target.name:
                continue
            seen.add(ends)
            inside = [name for name in (source, target) if sentence.start <= name.start < sentence.end]
            yield reading.fact(
                "connection",
                min(name.start for name in inside),
                max(name.end for name in inside),
                rule=link.rule,
                sentence=sentence,
                source=source.name,
                target=target.name,
                how=link.how,
                name_from="sentence" if len(inside) == 2 else "antecedent",
            )

"""How two systems of a sentence are connected: which stands on, joins, or moves to which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.rules import load_rules
from loaders.system_name import SystemName

_BORDER = re.compile("[,;。:!?\n]")


class Group(NamedTuple):
    """Systems that are listed together and share what is said of them."""

    start: int
    end: int
    names: tuple[SystemName, ...]

    @property
    def generic(self) -> bool:
        """Whether it is a class of systems."""
        return self.names[0].generic


class Link(NamedTuple):
    """A connection: every source to every target; an end may be left out (None)."""

    source: Group | None
    target: Group | None
    how: str
    rule: str


class _Patterns(NamedTuple):
    built_before: re.Pattern[str]
    built_around: re.Pattern[str]
    built_verbs: re.Pattern[str]
    onto: re.Pattern[str]
    with_words: re.Pattern[str]
    with_predicate: re.Pattern[str]
    toward: re.Pattern[str]
    takes_in: re.Pattern[str]
    pronoun: re.Pattern[str]
    through: re.Pattern[str]
    how: dict[tuple[str, str], str]


@cache
def _patterns() -> _Patterns:
    rules = load_rules("connection")

    def any_of(words: Iterable[str]) -> str:
        return "|".join(sorted(words, key=lambda word: (-len(word), word)))

    how = {
        (way, word): kind
        for way in ("onto", "with", "toward")
        for kind, words in rules[way].items()
        for word in words
    }
    ways = {way: any_of(word for at, word in how if at == way) for way in ("onto", "with", "toward")}
    built = rules["built_on"]
    return _Patterns(
        built_before=re.compile(f"(?:{any_of(built['before'])})[^,;。]{{0,12}}$"),
        built_around=re.compile(any_of(built["around"])),
        built_verbs=re.compile(any_of(built["verbs"])),
        onto=re.compile(f"({ways['onto']})[^,;。、的]{{0,10}}$"),
        with_words=re.compile(f"(?:{any_of(rules['with_words'])})[“\\w]{{0,3}}$"),
        with_predicate=re.compile(f".{{0,16}}?({ways['with']})"),
        toward=re.compile(f".{{0,8}}?({ways['toward']})"),
        takes_in=re.compile(f"(?:{any_of(rules['takes_in'])})$"),
        # A接入该平台, A全部接入。
        pronoun=re.compile(f"[^,;。、]{{0,8}}?({ways['onto']})(?=该|此|上述|其[,;。]|[,;。])"),
        through=re.compile(f"(?:通过|经由|经|{any_of(built['before'])})[^,;。]{{0,4}}$"),
        how=how,
    )


def groups_of(names: Iterable[SystemName]) -> list[Group]:
    """The names of a sentence as the lists that they stand in, left to right."""
    groups: list[Group] = []
    for name in names:
        if groups and groups[-1].start == name.list_start and groups[-1].generic == name.generic:
            last = groups.pop()
            groups.append(Group(last.start, max(last.end, name.list_end), (*last.names, name)))
        else:
            groups.append(Group(name.list_start, name.list_end, (name,)))
    return groups


def links_of(text: str, groups: list[Group], sentence: Span) -> Iterator[Link]:
    """The connections that a sentence states.

    Args:
        text: clean text.
        groups: the systems of the sentence, see groups_of.
        sentence: clean span.
    """
    for index, group in enumerate(groups):
        stop = groups[index + 1].start if index + 1 < len(groups) else sentence.end
        left = groups[index - 1].end if index else sentence.start
        before, after = text[left : group.start], text[group.end : stop].lstrip("”")
        yield from _built_on(before, after, groups, index)
        link = _with(before, after, groups, index) or _onto(text, before, groups, index)
        link = link or _takes_in(before, after, groups, index) or _to_pronoun(after, group)
        if link:
            yield link


def _built_on(before: str, after: str, groups: list[Group], index: int) -> Iterator[Link]:
    """依托B建设A, 以B为底座打造A, 在B的基础上建设A; A基于B开发."""
    patterns, target = _patterns(), groups[index]
    lead = patterns.built_before.search(before)
    framed = "以" in before[-8:] or "在" in before[-8:]
    around = patterns.built_around.match(after) if framed else None
    if target.generic or not (lead or around):
        return
    if index + 1 < len(groups):
        verb = patterns.built_verbs.search(after)
        if verb and len(_BORDER.findall(after)) <= 1 and _near(after, verb.end()):
            yield Link(groups[index + 1], target, "built_on", "built_on")
            return
    if index and after.startswith(("二次开发", "开发", "建设", "搭建")) and not _BORDER.search(before):
        yield Link(groups[index - 1], target, "built_on", "built_on")


def _near(after: str, verb_end: int) -> bool:
    """Whether the verb governs the next name: no border stands between them."""
    return not _BORDER.search(after, verb_end)


def _onto(text: str, before: str, groups: list[Group], index: int) -> Link | None:
    """A接入B, 将A并入B, A迁移至B, A部署在B; without A its antecedent."""
    match = _patterns().onto.search(before)
    if not match or not _is_end(groups[index]):
        return None
    how = _patterns().how["onto", match[1]]
    source = groups[index - 1] if index and not _BORDER.search(before[: match.start()]) else None
    if source and _patterns().through.search(text, max(0, source.start - 12), source.start):
        # 通过P接入B: P is the way, not what joins
        source = None
    return Link(source, groups[index], how, "onto" if source else "onto_antecedent")


def _is_end(group: Group) -> bool:
    """A named system, or 省级平台; a class of systems is no target."""
    return not group.generic or group.names[0].rule == "platform_of_level"


def _to_pronoun(after: str, group: Group) -> Link | None:
    """A接入该平台, A全部接入。"""
    match = _patterns().pronoun.match(after)
    return Link(group, None, _patterns().how["onto", match[1]], "onto_pronoun") if match else None


def _with(before: str, after: str, groups: list[Group], index: int) -> Link | None:
    """A与B互联互通, 与B对接, A向B迁移."""
    patterns, target = _patterns(), groups[index]
    clause = _BORDER.split(after, maxsplit=1)[0]
    if patterns.with_words.search(before):
        match, way = patterns.with_predicate.match(clause), "with"
    elif before.endswith("向"):
        match, way = patterns.toward.match(clause), "toward"
    else:
        return None
    if not match or (not _is_end(target) and not index):
        return None
    source = groups[index - 1] if index and not _BORDER.search(before) else None
    return Link(source, target, patterns.how[way, match[1]], way if source else f"{way}_antecedent")


def _takes_in(before: str, after: str, groups: list[Group], index: int) -> Link | None:
    """接入各类系统, 融合各行业应用平台: the class joins the platform that takes it in."""
    group = groups[index]
    if not group.generic or not _patterns().takes_in.search(before) or after.startswith(("的数据", "数据")):
        return None
    # 联通各类平台的B
    described = after == "的" and index + 1 < len(groups)
    return Link(group, groups[index + 1] if described else None, "integrated", "takes_in")

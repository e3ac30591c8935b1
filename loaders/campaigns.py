"""Named actions, projects, reforms, pilots and contests without quotation marks, with their left boundary."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from loaders.rules import any_of, load_rules

_SIGN = "[0-9A-Za-z一-鿿、×+()]"
#: no name is longer, with the list that it may end
_LONGEST = 48
#: a name of one list member, without its noun
_SHORTEST = 2
_BORDER = re.compile(r"[,;。:!?\n\t“”‘’\"《》—/]")
#: which part of a programme a region has
_PART = re.compile(r"\([一-鿿]{2,8}(?:片区|赛区|站|段|标段)\)")
#: a heading that is a name ends here; longer ones are sentences
_HEADING_ENDS = ("", "\n", "。", " ", ":")
_LONGEST_HEADING = 16
#: 专栏3 or 行动一: before a name
_LABEL = re.compile(r"\n[一-鿿]{1,4}[一二三四五六七八九十0-9]{1,3}[: ]\Z")
#: kinds whose name makes a heading without a number; a line 三年行动计划 is the paper's own title
_UNNUMBERED = frozenset({"project", "campaign", "pilot"})
_SEPARATING = ("", "、", "和", "与", "及")
#: members of a list that are places tell where, not what: 某区、某县养老试点
_PLACE = re.compile(r"[一-鿿]{1,6}[区县市旗州盟]")
_PLACE_FIRST = re.compile(r"^[一-鿿]{1,6}?[区县市旗州盟]")
_NUMBER = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、是]|[((][一二三四五六七八九十0-9]{1,3}[))]|[0-9]{1,2}(?:\.[0-9]{1,2})*[.、\s])\s*"
)


class Campaign(NamedTuple):
    """A named campaign: clean span of the words it was read from, its name, its kind, its rule."""

    start: int
    end: int
    name: str
    kind: str
    rule: str


class _Words(NamedTuple):
    heads: re.Pattern[str]
    kinds: dict[str, str]
    generic: re.Pattern[str]
    unnamed: re.Pattern[str]
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    led: re.Pattern[str]
    verbs_of: dict[str, re.Pattern[str]]
    building: re.Pattern[str]
    between: re.Pattern[str]
    crossed: re.Pattern[str]


@cache
def _words() -> _Words:
    rules = load_rules("initiative")
    kinds = {head: kind for kind, heads in rules["campaigns"].items() for head in heads}
    # each word with its own look ahead: a search skips prose quickly when every branch begins with a sign
    heads = "|".join(
        f"{word}(?!{any_of(rules['not_behind'][kind])})"
        for kind, words in rules["campaigns"].items()
        for word in words
    )
    verbs = [*rules["strong_verbs"], *rules["weak_verbs"]]
    return _Words(
        heads=re.compile(heads),
        kinds=kinds,
        generic=re.compile(f"(?:{any_of(rules['generic'])}|[0-9年一二三四五六七八九十])*"),
        unnamed=re.compile(rules["unnamed"]),
        strong=re.compile(f"(?:{any_of(rules['strong_verbs'])})+"),
        weak=re.compile(f"(?:{any_of(rules['weak_verbs'])})+"),
        led=re.compile(f"(?:{any_of(rules['adverbs'])}){{0,3}}(?:{any_of(verbs)})"),
        verbs_of={kind: re.compile(any_of(verbs)) for kind, verbs in rules["verbs_of"].items()},
        building=re.compile(f"(?:{any_of(rules['building'])})\\Z"),
        between=re.compile(f"{rules['between']}*"),
        crossed=re.compile(f"{rules['crossed']}(?=[,;。:、\\s])"),
    )


def find_campaigns(text: str, ends: Collection[int] = ()) -> Iterator[Campaign]:
    """Named campaigns of a text, left to right; lists are spelt out.

    Args:
        text: clean text; offsets are its code points.
        ends: where quoted names of initiatives end; a list may go on behind them without a verb.
    """
    done, named = 0, False
    for head in _words().heads.finditer(text):
        if head.start() < done:
            continue
        last = _last_head(text, head)
        start = _next_in_list(text, done, last) if named else None
        if start is None:
            start = _left_boundary(text, max(done, last.start() - _LONGEST), last)
        end = _with_place(text, last.end())
        found = list(_spelt_out(text, start, last, end)) if start is not None else []
        named = bool(found) or end in ends
        if named or text[end : end + 1] in _SEPARATING:
            done = end  # else the head stands inside a longer name: 工程领域突出问题整治行动
        yield from found
    for crossed in _words().crossed.finditer(text):
        yield Campaign(*crossed.span(), crossed[0], "programme", "crossed_name")


def _last_head(text: str, head: re.Match[str]) -> re.Match[str]:
    """Of nouns that follow one another (改革试点, 改革三年行动) the last one is the head."""
    while further := _words().heads.match(text, head.end()):
        head = further
    return head


def _with_place(text: str, end: int) -> int:
    """A bracket that says which part belongs to the name: 试点(某某片区)."""
    bracket = _PART.match(text, end)
    return bracket.end() if bracket else end


def _next_in_list(text: str, done: int, head: re.Match[str]) -> int | None:
    """Where a name begins that follows another one: 开展甲试点、乙试点."""
    between = text[done : head.start()]
    if between[:1] in ("、", "和", "与", "及") and not _BORDER.search(between) and "、" not in between[1:]:
        return done + 1
    return None


def _left_boundary(text: str, floor: int, head: re.Match[str]) -> int | None:
    """Where the name before a head begins: behind the verb that leads to it; None where none does."""
    words = _words()
    left = max((border.end() for border in _BORDER.finditer(text, floor, head.start())), default=floor)
    heading = _heading_start(text, left, head)
    if heading is not None:
        return heading
    verbs = list(words.strong.finditer(text, left, head.start()))
    verb = verbs[-1] if verbs else words.weak.search(text, left, head.start())
    if verb is None:
        return None
    leading = words.verbs_of.get(words.kinds[head[0]])
    if leading and not leading.search(verb[0]):
        return None
    between = words.between.match(text, verb.end(), head.start())
    return between.end() if between else verb.end()


def _heading_start(text: str, left: int, head: re.Match[str]) -> int | None:
    """Where a heading that is nothing but a name begins, behind its number: (一)港口提质工程."""
    words = _words()
    if text[head.end() : head.end() + 1] not in _HEADING_ENDS:
        return None
    number = _NUMBER.match(text, left, head.start())
    opened = left == 0 or text[left - 1] in "\n。" or _LABEL.search(text, max(0, left - 12), left)
    if not opened or not (number or words.kinds[head[0]] in _UNNUMBERED):
        return None
    start = number.end() if number else left
    return None if words.led.match(text, start) or head.start() - start > _LONGEST_HEADING else start


def _spelt_out(text: str, start: int, head: re.Match[str], end: int) -> Iterator[Campaign]:
    """One campaign for each member of the list before a head: 甲、乙等专项行动 is two."""
    words, noun = _words(), text[head.start() : end]
    before = text[start : head.start()]
    members = before.removesuffix("等").split("、")
    if len(members) > 1 and not before.endswith("等"):
        members[-1:] = members[-1].split("和", maxsplit=1)
    if noun.startswith("工程") and words.building.search(before):
        return
    at = start
    of_places = len(members) > 1 and all(_PLACE.fullmatch(member) for member in members[:-1])
    for member in members:
        name = _PLACE_FIRST.sub("", member) if of_places else member
        if not (of_places and _PLACE.fullmatch(member)) and _is_name(name):
            yield Campaign(at, end, name + noun, words.kinds[head[0]], "named_campaign")
        at += len(member) + 1


def _is_name(modifier: str) -> bool:
    words = _words()
    return (
        len(modifier) >= _SHORTEST
        and "的" not in modifier
        and not words.generic.fullmatch(modifier)
        and not words.unnamed.search(modifier)
        and modifier.count("(") == modifier.count(")")
    )

"""Which quoted words name an initiative: by their own shape, what stands before them and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import rjieba

from loaders.name_nouns import Noun, kind_by_ending, noun_behind, platform_behind
from loaders.quotations import Quotation, in_lists
from loaders.rules import any_of, load_rules

_BORDER = re.compile(r"[,;。:!?\n”’\"]")
#: “甲汇”“乙汇”等平台
_PLATFORMS = re.compile("等[一-鿿]{0,6}?(?:平台|系统|应用程序|APP|小程序)")
#: before these the quoted words are what is done, no name: 为基层“松绑减压”, 积极“求变”
#: what stands before these is left behind: 从“能办”向“快办”
_FROM = re.compile('[向到](?:[“‘"]|全|更)|变为?[“‘"]')
#: a subject and what becomes of it: 政务服务“一网通办”, and its share
_CLOSING = re.compile(r"[,。;、\n]|\Z|率|比例|占比")
#: 以“双创”为抓手
_MEANS = re.compile("为(?:抓手|牵引|引领|目标|基础|载体)")
_DOING = re.compile("[为把将让使给]|所称|称为|进行|积极|主动|更加")
#: how many quoted words are remembered: the same names return in most papers
_REMEMBERED = 4096
#: how far a verb may stand before its quoted object
_REACH = 24


class QuotedName(NamedTuple):
    """A quoted name of an initiative: clean span with its noun, name without marks, kind, rule."""

    start: int
    end: int
    name: str
    kind: str
    rule: str


class _Words(NamedTuple):
    nothing: re.Pattern[str]
    ending_things: re.Pattern[str]
    behind: re.Pattern[str]
    against: re.Pattern[str]
    shapes: re.Pattern[str]
    numbered: re.Pattern[str]
    counted_goal: re.Pattern[str]
    promoting: re.Pattern[str]
    creating: re.Pattern[str]
    may_follow: re.Pattern[str]
    subject: re.Pattern[str]
    no_subject: re.Pattern[str]
    brand_behind: re.Pattern[str]
    platform: re.Pattern[str]
    platform_verbs: re.Pattern[str]
    app_nouns: re.Pattern[str]
    principle_before: re.Pattern[str]


@cache
def _words() -> _Words:
    rules = load_rules("initiative")
    nouns = [noun for some in rules["nouns"].values() for noun in some]
    return _Words(
        nothing=re.compile(f"{rules['periods']}|.{{0,2}}(?:{any_of(rules['metaphors'])}).{{0,4}}"),
        ending_things=re.compile(f"(?:{any_of(rules['ending_things'])})\\Z"),
        behind=re.compile(
            f"(?:的[一-鿿]{{0,4}}|为主要|为基本|为|之间的?|[一二三四五六七八九十两]大)?"
            f"(?:{any_of(rules['principle_behind'])})|等(?:{any_of(rules['listed_behind'])})"
        ),
        against=re.compile(f"(?:{any_of(rules['against'])})[^“”,;。]{{0,6}}\\Z"),
        shapes=re.compile("|".join(rules["shapes"])),
        numbered=re.compile(rules["numbered"]),
        counted_goal=re.compile(rules["counted_goal"]),
        promoting=re.compile(any_of(rules["promoting"])),
        creating=re.compile(f"(?:{any_of(rules['creating'])})[^,;。、]{{0,4}}\\Z"),
        may_follow=re.compile(f"\\Z|[^一-鿿A-Za-z]|(?:{any_of([*rules['may_follow'], *nouns])})"),
        subject=re.compile(f"(?:{any_of(rules['subject_verbs'])})([一-鿿]{{2,8}})\\Z"),
        no_subject=re.compile(rules["no_subject"]),
        brand_behind=re.compile(rules["brand_behind"]),
        platform=re.compile(rules["platform_endings"]),
        platform_verbs=re.compile(f"(?:{any_of(rules['platform_verbs'])})(?:好|了|全市|全省)?\\Z"),
        app_nouns=re.compile(any_of(rules["app_nouns"])),
        principle_before=re.compile(f"(?:{any_of(rules['principle_before'])})\\Z"),
    )


@cache
def _exhortation() -> re.Pattern[str]:
    return re.compile(f"(?:^|、|,)(?:{load_rules('initiative')['exhortation']})(?:$|、|,)")


def find_quoted_names(
    text: str, quotations: Sequence[Quotation], places: str, platforms: frozenset[str] = frozenset()
) -> Iterator[QuotedName]:
    """Names of initiatives among quoted words.

    Args:
        text: clean text.
        quotations: those of the text, left to right.
        places: names of the own region without level words, as one string; a quoted name that begins or ends
            with one is a brand.
        platforms: quoted words that are known to name platforms.
    """
    nouns = {one.end: noun_behind(text, one.end, _is_composed(one.words)) for one in quotations}
    systems = platforms | {one.words for one in quotations if _names_platform(text, one, nouns[one.end])}
    for row in in_lists(text, quotations):
        yield from _names_of_list(text, row, nouns, systems, places)


def _names_platform(text: str, quotation: Quotation, noun: Noun | None) -> bool:
    """Whether a mention shows that the words name a platform, there and everywhere in the document."""
    words = _words()
    if (noun and noun.kind in _BEATS_PLATFORM) or _is_numbered(quotation.words):
        return False
    composed = _is_composed(quotation.words)
    if (not composed and words.platform.fullmatch(quotation.words)) or words.app_nouns.match(
        text, quotation.end
    ):
        return True
    return not words.shapes.fullmatch(quotation.words) and (
        platform_behind(text, quotation.end)
        or bool(words.platform_verbs.search(text, max(0, quotation.start - 6), quotation.start))
    )


def _names_of_list(
    text: str, row: list[Quotation], nouns: dict[int, Noun | None], systems: frozenset[str], places: str
) -> Iterator[QuotedName]:
    """The members of one list; what stands before the first and behind the last holds for all."""
    last = row[-1]
    before = _clause_before(text, row[0].start)
    if len(row) > 1 and (
        any(_words().platform.fullmatch(member.words) for member in row) or _PLATFORMS.match(text, last.end)
    ):
        return
    for member in row:
        noun = nouns[member.end]
        if member.words in systems and not (noun and noun.kind in _BEATS_PLATFORM):
            continue
        if noun is None and platform_behind(text, member.end):
            continue
        kind = _verdict(text, member, noun, before, last.end, places)
        if kind is None and nouns[last.end] and _may_be_listed(text, member, before, last.end):
            kind = ("goal", False)  # 推广“共享车间”“轻量改造”模式: both are models
        if kind:
            yield _named(text, member, noun if kind[1] else None, kind[0], before)


def _may_be_listed(text: str, member: Quotation, before: str, behind: int) -> bool:
    return (
        len(member.words) > 2
        and not _words().nothing.fullmatch(member.words)
        and not _refused(text, member, before, behind)
    )


#: nouns that make an initiative even of a platform's name (“某地快办”改革)
_BEATS_PLATFORM = frozenset({"reform", "campaign", "project", "pilot", "event", "plan"})


def _named(text: str, member: Quotation, noun: Noun | None, kind: str, before: str) -> QuotedName:
    if noun is None:
        return QuotedName(member.start, member.end, member.words, kind, "quoted_name")
    subject = _subject(member, before)
    start = member.start - len(subject)
    name = subject + member.words + text[member.end : noun.end]
    return QuotedName(start, noun.end, name, noun.kind, "quoted_name_with_noun")


def _subject(member: Quotation, before: str) -> str:
    """The noun before two quoted signs, which say nothing alone: 高企“倍增”计划."""
    words = _words()
    told = words.subject.search(before) if len(member.words) == 2 else None
    if told is None or not member.words.isalpha() or words.no_subject.fullmatch(told[1]):
        return ""
    return told[1]


def _clause_before(text: str, start: int) -> str:
    """What stands before a quotation in its clause, at most _REACH code points."""
    left = max(0, start - _REACH)
    for border in _BORDER.finditer(text, left, start):
        left = border.end()
    return text[left:start]


@lru_cache(_REMEMBERED)
def _is_numbered(words: str) -> bool:
    return _words().numbered.fullmatch(words) is not None


def _is_composed(words: str) -> bool:
    """Numbered frameworks, A+B and A×B: their noun may follow 的."""
    return "+" in words or "×" in words or _is_numbered(words)


def _verdict(
    text: str, member: Quotation, noun: Noun | None, before: str, behind: int, places: str
) -> tuple[str, bool] | None:
    """(kind, whether the noun belongs to the name), or None where the words name nothing."""
    words = _words()
    inner = member.words
    if _is_numbered(inner):
        return ("framework", True) if noun or len(inner) > 2 else None
    if len(inner) < 2 or _refused(text, member, before, behind):
        return None
    if words.counted_goal.fullmatch(inner):
        return "goal", True
    if words.nothing.fullmatch(inner):
        # 一张网 is worn out alone, but “一张网”治理机制 is a mechanism of its own
        return (noun.kind, True) if noun and inner.startswith("一张") else None
    if noun:
        return noun.kind, True
    if len(inner) >= 4 and any(part in places for part in (inner[:2], inner[-2:])):
        return "brand", False
    if len(inner) > 2 and words.brand_behind.match(text, behind):
        return "brand", False
    if _has_shape(inner) or _committed(text, inner, before, behind):
        return kind_by_ending(inner) or "goal", False
    return None


def _refused(text: str, member: Quotation, before: str, behind: int) -> bool:
    """Principles, exhortations, problems, bodies, papers, and what a sentence turns away from."""
    words = _words()
    inner = member.words
    strong = _has_shape(inner)
    return bool(
        re.search("[。,!?;—]", inner)
        or _exhortation().search(inner)
        or words.ending_things.search(inner)
        or words.against.search(before)
        or _FROM.match(text, behind)
        or words.behind.match(text, behind)
        or (words.principle_before.search(before) and not strong)
        or (text[behind : behind + 1] == "的" and not _all_shapes(inner) and not re.search("[+×]", inner))
    )


def _committed(text: str, inner: str, before: str, behind: int) -> bool:
    """Whether the sentence commits to words whose own shape tells nothing."""
    words = _words()
    counted = inner[0] in "双三四五六七八九十百千万两"
    if (len(inner) < 3 and not counted) or before.endswith("的") or not words.may_follow.match(text, behind):
        return False
    if words.creating.search(before) or (not counted and _one_word(inner)):
        return False
    if words.promoting.search(before):
        return True
    # 政务服务“一网通办”, — a subject and what becomes of it; or 以“双创”为抓手
    becomes = 4 <= len(inner) <= 12 and len(before) >= 2 and before[-1] >= "一" and not _DOING.search(before)
    return bool(
        (becomes and _CLOSING.match(text, behind)) or (len(inner) <= 8 and _MEANS.match(text, behind))
    )


def is_promoted(text: str, start: int) -> bool:
    """Whether a verb that commits (推行, 实施, 深化) stands directly before a clean offset."""
    before = _clause_before(text, start)
    return any(len(before) - verb.end() <= 2 for verb in _words().promoting.finditer(before))


@lru_cache(_REMEMBERED)
def _has_shape(words: str) -> bool:
    """Whether a part of the words looks like a goal-state or a service model by itself."""
    shapes = _words().shapes
    return any(shapes.fullmatch(part) for part in words.split("、")) and not _one_word(words)


def _all_shapes(words: str) -> bool:
    """Whether each part looks like one: “全时在线、全域可感”的城市 names what the city becomes."""
    return all(_has_shape(part) for part in words.split("、"))


def _one_word(words: str) -> bool:
    """Whether the dictionary has the words as one: “供应链”, “生命线” are ordinary words in quotes. What it
    would only guess to be one word (信易贷) is a name."""
    return len(words) <= 4 and len(rjieba.cut(words, False)) == 1

"""The words that names of bodies in running text are made of, compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.rules import any_of, load_rules
from loaders.word_gate import GatedPattern

#: what follows an ending when the word is another: 大学生, 公司化, 集团军; or a system that bears the name
_NO_END = (
    "(?!生(?!产)|城(?!市|乡)|化(?!学)|军|制(?!定|造|作)|级(?!别)|法(?!律)|型"
    "|平台|系统|客户端|小程序|网站|公众号|APP|云平台|主机|机制|模式|章程|条例|经济|产品)"
)


class OrganizationWords(NamedTuple):
    """Patterns and lists of organization.yaml.

    Attributes:
        ending: an ending that tells a body; with the words that it may be.
        types: ending → type.
        by_topic: types whose names need no place.
        needs_place: endings that tell a body only with a place.
        plain_only: endings before which only a place may stand.
        heads: companies whose name stands before a place.
        generic: words that make no name.
        no_topic: words that give a group no topic.
        stops: words to the left of names.
        closing: endings behind which another name begins.
        level_bodies: 市委, 市政府 and their offices, behind a place or level.
        level_types: ending of these → type.
        classes: class word → type.
        class_list: 等……企业.
    """

    ending: re.Pattern[str]
    endings: GatedPattern
    types: dict[str, str]
    by_topic: frozenset[str]
    needs_place: frozenset[str]
    plain_only: frozenset[str]
    heads: frozenset[str]
    generic: frozenset[str]
    no_topic: frozenset[str]
    stops: frozenset[str]
    closing: tuple[str, ...]
    level_bodies: GatedPattern
    level_types: dict[str, str]
    classes: dict[str, str]
    class_list: re.Pattern[str]


@cache
def organization_words() -> OrganizationWords:
    """The words, read once."""
    rules = load_rules("organization")
    types = {ending: kind for kind, endings in rules["endings"].items() for ending in endings}
    classes = {word: kind for kind, words in rules["classes"].items() for word in words}
    level_types = dict(rules["bodies_of_level"])
    ending = re.compile(f"(?:{any_of(types)}){_NO_END}")
    levels = ("自治区", "兵团", *"省市区县旗盟州")
    return OrganizationWords(
        ending=ending,
        endings=GatedPattern(ending, types),
        types=types,
        by_topic=frozenset(rules["by_topic"]),
        needs_place=frozenset(rules["needs_place"]),
        plain_only=frozenset(rules["plain_only"]),
        heads=frozenset(rules["company_heads"]),
        generic=frozenset(rules["generic"]),
        no_topic=frozenset(rules["no_topic"]),
        stops=frozenset(rules["stops"]),
        closing=tuple(sorted({*types, "政府", "行署", "省委", "市委", "区委", "县委", "党委", "局"})),
        level_bodies=GatedPattern(
            re.compile(
                rf"(?:{any_of(levels)})(?P<body>{any_of(level_types)})(?P<office>{any_of(rules['offices'])})?"
                rf"(?!{any_of(rules['not_behind_level'])})"
            ),
            [level + body for level in levels for body in level_types],
        ),
        level_types=level_types,
        classes=classes,
        class_list=re.compile(
            rf"等(?:[0-9一二三四五六七八九十百]{{1,4}})?[余多]?[家个所批]?(?:{any_of(rules['class_modifiers'])}){{0,3}}"
            rf"(?P<class>{any_of(classes)})"
        ),
    )

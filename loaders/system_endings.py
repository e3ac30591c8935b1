"""Endings of the names of systems: which one a list shares, which shapes quoted names have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from loaders.rules import load_rules
from loaders.system_chunks import Item

QUOTES = re.compile("[“”‘’]")
#: 等行业数据平台, 等重点领域系统: a class
FIELD = re.compile("重点|主要|各|有关|领域|行业|级|性|[0-9]")


class Shapes(NamedTuple):
    """Patterns of names.

    Attributes:
        quoted: a name in quotation marks that is a system by its shape.
        none: what a service model or goal-state looks like in quotation marks.
        app: a quoted name and the word behind it that makes it an app.
        not_before: behind a name, it tells that a firm, event or place is meant.
        frames: verbs directly before a short quotation that make it an app.
        branches: endings that need the name of an app before them.
        bare: endings that are names by themselves.
    """

    quoted: re.Pattern[str]
    none: re.Pattern[str]
    app: re.Pattern[str]
    not_before: re.Pattern[str]
    frames: tuple[str, ...]
    branches: frozenset[str]
    bare: frozenset[str]


@cache
def shapes() -> Shapes:
    """The patterns, compiled once."""
    rules = load_rules("platform_names")

    def any_of(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

    heads = any_of([*rules["heads"], *rules["stores"]])
    begins, ends = any_of(rules["quoted_starts"]), any_of(rules["quoted_shapes"])
    return Shapes(
        quoted=re.compile(f"(?:{begins}).{{2,10}}|.{{1,8}}(?:{ends})|.{{2,14}}(?:{heads})"),
        none=re.compile("|".join(rules["quoted_none"])),
        app=re.compile(f"“([^“”\\n]{{2,10}})”(?:{any_of(rules['app_tails'])})"),
        not_before=re.compile(any_of(rules["not_before"])),
        frames=tuple(rules["frames"]),
        branches=frozenset(rules["branches"]),
        bare=frozenset(rules["bare"]),
    )


def app_names(text: str) -> frozenset[str]:
    """Names in quotation marks that the document itself calls an app (“某易办”APP, “某易办”某县专区)."""
    return frozenset(name for name in shapes().app.findall(text) if not shapes().none.search(name))


def shared_ending(text: str, items: tuple[Item, ...]) -> str:
    """The ending that the items before the first one with an ending share, or "".

    人口、法人基础库: 基础库; A、B三大基础支撑平台: 平台; A、B等共性平台: 共性平台.
    """
    at = next((index for index, item in enumerate(items) if item.head >= 0), -1)
    if at < 1 or any(item.quote >= 0 for item in items[:at]):
        return ""
    item = items[at]
    token = item.tokens[item.head]
    ending = text[token.start : token.end]
    if token.kind == "store" or (item.counter and not item.etc):
        whole = text[item.tokens[0].start : token.end]
        return whole if item.etc and not FIELD.search(whole) else ending
    whole = text[item.tokens[0].start : token.end]
    classes = load_rules("platform_names")["shared_classes"]
    return whole if item.etc and not item.counter and whole.startswith(tuple(classes)) else ""

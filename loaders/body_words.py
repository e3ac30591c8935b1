"""The words that names of bodies are made of: endings and their types, groups, roles, what is no body."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from loaders.rules import load_rules

#: a name longer than this is a sentence, in code points
LONGEST_NAME = 45
_BRACKET_AT_END = re.compile(r"\([^()]{0,60}\)$")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")


class _Words(NamedTuple):
    rules: dict[str, Any]
    types: dict[str, str]
    lengths: tuple[int, ...]
    not_bodies: frozenset[str]
    central: frozenset[str]
    never: re.Pattern[str]
    harmless: re.Pattern[str]
    group: re.Pattern[str]


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _words() -> _Words:
    rules: dict[str, Any] = load_rules("bodies")
    types = {ending: kind for kind, endings in rules["endings"].items() for ending in endings}
    return _Words(
        rules=rules,
        types=types,
        lengths=tuple(sorted({len(ending) for ending in types}, reverse=True)),
        not_bodies=frozenset(rules["not_bodies"]),
        central=frozenset(rules["central"]),
        never=re.compile(f'{_any(rules["never_inside"])}|[。;:!?《》“”"\\n=]'),
        harmless=re.compile(_any(rules["harmless"])),
        group=re.compile(f"^(?:{_any(rules['group_starts'])})|{_any(rules['group_inside'])}"),
    )


@cache
def listed(key: str) -> tuple[str, ...]:
    """A list of words of bodies.yaml, longest first.

    Args:
        key: of the list.
    """
    return tuple(sorted(_words().rules[key], key=len, reverse=True))


def core(name: str) -> str:
    """A name without the bracket at its end: 政府办公室(数据局) → 政府办公室."""
    return _BRACKET_AT_END.sub("", name)


@lru_cache(maxsize=16384)
def type_of(name: str) -> str | None:
    """The type of a body by its longest known ending, or None where the ending is unknown.

    Args:
        name: of the body, with or without its region.
    """
    words = _words()
    head = core(name)
    if head in words.central:
        return "government" if head == "国务院" else "party" if head.startswith("中央") else "department"
    for length in words.lengths:
        if length <= len(head) and (kind := words.types.get(head[-length:])) is not None:
            if kind == "committee" and head.endswith(listed("department_committees")):
                return "department"
            return kind
    return None


def is_central(name: str) -> bool:
    """Whether this is a central organ by its own name: 财政部, 国务院."""
    return core(name) in _words().central


@lru_cache(maxsize=16384)
def is_group(name: str) -> bool:
    """Whether a name stands for several bodies: 各有关单位, 区政府有关部门, 三大运营商."""
    words = _words()
    head = core(name)
    if not head.endswith(listed("group_endings")) or len(head) < 2:
        return False
    return words.group.search(_BRACKETS.sub("", head)) is not None


def is_role(name: str) -> bool:
    """Whether a name is a part played, not a body: 各牵头单位, 数据提供方."""
    return core(name).endswith(listed("roles"))


def is_person(name: str) -> bool:
    """Whether a name is an office that a person holds: 副区长."""
    return core(name).endswith(listed("persons"))


@lru_cache(maxsize=16384)
def is_body(name: str) -> bool:
    """Whether a text is, as a whole, the name of a body or group by its ending and its words.

    Args:
        name: without blanks, marks and verbs around it.
    """
    words = _words()
    head = core(name)
    if not 2 <= len(head) <= LONGEST_NAME or head in words.not_bodies or is_person(head):
        return False
    if head.endswith(listed("common_words")) and not head.endswith(listed("still_bodies")):
        return False
    if head.count("(") != head.count(")") or head.count("〔") != head.count("〕"):
        return False
    if words.never.search(words.harmless.sub("", head)) or head.startswith(("和", "与", "及", "等")):
        return False
    return head in words.central or is_group(head) or type_of(head) is not None

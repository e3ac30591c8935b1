"""How a text speaks of a paper: on its basis or in passing, what is done to it, and whose it is."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.organs import is_organ
from loaders.rules import any_of, load_rules

#: how far before a title its verb is sought, in code points
REACH = 60

_BORDER = re.compile(r"[。;!?\n]")
_LOOSE = re.compile(
    r"[\s、,和与及]|以及|还有|或者|或|同时|(?:等)?(?:文件|法律法规|规定|要求|精神|部署)+|\([^()]{1,40}\)"
)
_ORGAN_TAIL = re.compile(r"[一-鿿、 ]{3,40}\Z")


class Context(NamedTuple):
    """relation `basis` or `cites`; the action on the paper, or None; the organ named before it, or None."""

    relation: str
    action: str | None
    issuer: str | None


class _Patterns(NamedTuple):
    verbs: re.Pattern[str]
    basis: frozenset[str]
    basis_behind: re.Pattern[str]
    actions_behind: re.Pattern[str]
    not_before: re.Pattern[str]
    not_end: tuple[str, ...]


@cache
def _patterns() -> _Patterns:
    rules = load_rules("citation")
    return _Patterns(
        re.compile(any_of(rules["basis"] + rules["actions"])),
        frozenset(rules["basis"]),
        re.compile(rf"(?:的|等)?(?:要求|精神|规定)?(?:{any_of(rules['basis_behind'])})"),
        re.compile(rf"(?:的|等)?({any_of(rules['actions_behind'])})(?!的)"),
        re.compile(rf"(?:{any_of(rules['not_papers_before'])})(?:作品|版)?\s?\Z"),
        tuple(rules["not_papers_end"]),
    )


def is_paper(text: str, start: int, title: str) -> bool:
    """Whether 《》 hold a paper, not a play, a newspaper or a programme.

    Args:
        text: clean text.
        start: offset of the 《.
        title: what the marks hold.
    """
    if title.endswith(_patterns().not_end):
        return False
    return not _patterns().not_before.search(text, max(0, start - 8), start)


def read_context(text: str, start: int, end: int, before: Context | None, gap_start: int) -> Context:
    """The context of a title.

    Args:
        text: clean text.
        start, end: clean offsets of the title with its marks and number.
        before: the context of the title before it, if any.
        gap_start: where that title ended.

    Titles in one list (《A》《B》和《C》) share what stands before the first.
    """
    issuer_start, issuer = _issuer_before(text, max(gap_start, start - REACH), start)
    behind = _patterns().actions_behind.match(text, end)
    near = issuer_start - gap_start <= REACH
    if before is not None and near and not _LOOSE.sub("", text[gap_start:issuer_start]):
        action = behind[1] if behind else before.action
        return Context(before.relation, action, issuer)
    verb = _nearest_verb(text, max(gap_start, start - REACH), issuer_start)
    if _patterns().basis_behind.match(text, end):
        return Context("basis", None, issuer)
    if verb in _patterns().basis:
        return Context("basis", None, issuer)
    return Context("cites", behind[1] if behind else verb, issuer)


def _nearest_verb(text: str, start: int, end: int) -> str | None:
    """The verb nearest before a title in its clause; a comma ends the clause unless the verb stands directly
    behind it."""
    for border in _BORDER.finditer(text, start, end):
        start = border.end()
    start = max(start, text.rfind(",", start, end) + 1)
    nearest, behind, attribute = None, -1, None
    for match in _patterns().verbs.finditer(text, start, end):
        if text.startswith("的", match.end()) and match[0] not in _patterns().basis:
            # 根据新修订的《X》: a word about the paper, not what is done with it
            attribute = match[0]
            continue
        joined = match.start() == behind and match[0] not in _patterns().basis
        # 修订完善《X》: the first of two verbs tells what is done
        nearest, behind = nearest if joined else match[0], match.end()
    return nearest or attribute


def _issuer_before(text: str, start: int, end: int) -> tuple[int, str | None]:
    """The organ that stands directly before the mark (中共中央 国务院《X》), and where it begins."""
    tail = _ORGAN_TAIL.search(text, start, end)
    if tail is None:
        return end, None
    first = tail.start()
    for verb in _patterns().verbs.finditer(text, first, end):
        first = verb.end()
    words = text[first:end].strip(" 、了")
    names = [name for name in re.split(r"[、\s]+", words) if name]
    if not names or not all(is_organ(name) or name in ("中共中央", "国务院") for name in names):
        return end, None
    return first, "、".join(names)

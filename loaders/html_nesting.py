"""Bounds how deep the elements of a page nest, before a parser sees it.

Parsers look up the stack of open elements for nearly every tag, so that a page of 100,000 open tags takes
them quadratic time (15 s were measured). Browsers stop at 512 levels, and so does this.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.rules import load_rules

_DEEPEST = 512

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/><]*)[^<>]*>?")


@cache
def _flat() -> frozenset[str]:
    """Elements that have no content, or that the next one of their kind ends."""
    return frozenset(load_rules("html")["flat"])


def bound_nesting(page: str) -> str:
    """The page without the tags of elements that lie deeper than browsers go; their text stays.

    Args:
        page: HTML source.
    """
    if page.count("<") <= _DEEPEST:
        return page
    too_deep = _too_deep(page)
    if not too_deep:
        return page
    pieces, done = [], 0
    for start, end in too_deep:
        pieces.append(page[done:start])
        done = end
    return " ".join([*pieces, page[done:]])


def _too_deep(page: str) -> list[tuple[int, int]]:
    """Spans of the tags to leave out, found with a stack as a parser keeps it."""
    stack: list[str] = []
    open_tags: dict[str, int] = {}
    spans = []
    flat = _flat()
    for tag in _TAG.finditer(page):
        name = tag[2].lower()
        if name in flat:
            continue
        if not tag[1]:
            if len(stack) >= _DEEPEST:
                spans.append(tag.span())
            elif not tag[0].endswith("/>") or name not in ("svg", "path"):
                stack.append(name)
                open_tags[name] = open_tags.get(name, 0) + 1
        elif open_tags.get(name):
            while (closed := stack.pop()) != name:
                open_tags[closed] -= 1
            open_tags[name] -= 1
    return spans

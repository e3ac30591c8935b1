"""Cuts one entry of a list into the bodies it names: A局和各B, A局、B局等有关单位."""

from __future__ import annotations

import re
from functools import cache

from loaders.body_words import is_body, is_group, listed
from loaders.document import Span
from loaders.rules import load_rules

_BLANKS = " \t\u3000\n"
#: marks around a name that are no part of it
_AROUND = _BLANKS + "“”\"'‘’·.:-—"
_JOINTS = re.compile("以及|和|及|与")
_REST = re.compile(r"等(?!级|高|离)")
#: 等5个部门, 等12家单位: the count of what was listed
_COUNTED = re.compile(r"(?:[0-9一二三四五六七八九十]{1,3}(?:个|家))?(?:市|省|区|县)?(?:级|直)?")


@cache
def _rest_without_body() -> frozenset[str]:
    return frozenset(load_rules("responsibility")["rest_without_body"])


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks and marks at its ends."""
    start, end = span
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return Span(start, end)


def in_brackets(text: str, start: int, end: int) -> list[Span]:
    """The outermost (…) and 〔…〕 between two offsets; one that isn't closed reaches to the end."""
    spans: list[Span] = []
    depth, opened = 0, start
    for match in _BRACKETS.finditer(text, start, end):
        if match[0] in "(〔":
            if depth == 0:
                opened = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append(Span(opened, match.end()))
    if depth:
        spans.append(Span(opened, end))
    return spans


_BRACKETS = re.compile("[()〔〕]")


def body_spans(text: str, span: Span) -> list[Span]:
    """The bodies that one entry of a list names, or [] when it isn't one as a whole.

    Args:
        text: clean text.
        span: of the entry, between 、 and 、.
    """
    span = trimmed(text, span)
    name = text[span.start : span.end]
    if (rest := _rest(name)) is not None:
        listed_part = body_spans(text, Span(span.start, span.start + rest))
        return listed_part + _worded_rest(text, Span(span.start + rest + 1, span.end)) if listed_part else []
    if is_body(name) and _split(name) is None:
        return [span]
    if (joint := _split(name)) is not None:
        left, right = joint
        return body_spans(text, Span(span.start, span.start + left)) + body_spans_or_carried(
            text, Span(span.start + right, span.end)
        )
    return []


def body_spans_or_carried(text: str, span: Span) -> list[Span]:
    """As `body_spans`, also for a bare class word that takes 各 from the group before it: 各级党委和政府."""
    span = trimmed(text, span)
    return body_spans(text, span) or ([span] if text[span.start : span.end] in listed("carries_each") else [])


def _rest(name: str) -> int | None:
    """Where 等 ends the names of a list, if it does."""
    for match in _REST.finditer(name):
        if match.start() >= 2 and is_body(name[: match.start()]):
            return match.start()
    return None


def _worded_rest(text: str, span: Span) -> list[Span]:
    """What stands behind 等: 部门 adds no body, 有关单位 is a group of its own."""
    span = trimmed(text, span)
    name = text[span.start : span.end]
    counted = _COUNTED.match(name)
    bare = name[counted.end() :] if counted else name
    if not name or bare in _rest_without_body():
        return []
    if (joint := _split(name)) is not None:
        left = Span(span.start, span.start + joint[0])
        return _worded_rest(text, left) + body_spans_or_carried(text, Span(span.start + joint[1], span.end))
    for joint_word in _JOINTS.finditer(name):
        if name[: joint_word.start()] in _rest_without_body():
            return body_spans_or_carried(text, Span(span.start + joint_word.end(), span.end))
    return [span] if is_group(name) else []


def _split(name: str) -> tuple[int, int] | None:
    """Where 和 joins two bodies: (end of the left, start of the right); None where it belongs to a name.

    和 is part of 工业和信息化局, because 工业 is no body; it joins 财政局和各区政府, because both sides are.
    """
    depth_end = 0
    for match in _JOINTS.finditer(name):
        if match.start() < depth_end:
            continue
        bracket = name.rfind("(", 0, match.start())
        if bracket >= 0 and (closing := name.find(")", bracket)) > match.start():
            depth_end = closing
            continue
        left, right = name[: match.start()], name[match.end() :]
        if is_body(left) and _stands_alone(right):
            return match.start(), match.end()
    return None


def _stands_alone(right: str) -> bool:
    if right in listed("carries_each") or is_body(right):
        return True
    rest = _REST.search(right)
    return rest is not None and is_body(right[: rest.start()])

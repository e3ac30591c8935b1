"""Cuts one entry of a list into the bodies it names: A局和各B, A局、B局等有关单位."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.body_words import is_body, is_group, listed
from loaders.document import Span
from loaders.rules import load_rules

#: an entry longer than this is a sentence, in code points
_LONGEST_ENTRY = 200
_BLANKS = " \t\u3000\n"
#: marks around a name that are no part of it
_AROUND = _BLANKS + "“”\"'‘’·.:-—|"
_JOINTS = re.compile("以及|和|及|与")
_BLANK = re.compile(r"[ \t\u3000\n]+")
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
    return span if end - start == span.end - span.start else Span(start, end)


def in_brackets(text: str, start: int, end: int) -> list[Span]:
    """The outermost (…) and 〔…〕 between two offsets; one that isn't closed reaches to the end."""
    spans: list[Span] = []
    if text.find("(", start, end) < 0 and text.find("〔", start, end) < 0:
        return spans
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
    if span.end - span.start > _LONGEST_ENTRY:
        return []
    parts = _parts(text[span.start : span.end])
    return [Span(span.start + start, span.start + end) for start, end in parts]


@lru_cache(maxsize=16384)
def _parts(entry: str, carried: bool = False) -> tuple[Span, ...]:
    """The bodies of an entry, counted from its start; `carried`: a class word may take 各 from before."""
    start, end = trimmed(entry, Span(0, len(entry)))
    name = entry[start:end]
    found: tuple[Span, ...] = ()
    if (rest := _rest(name)) is not None:
        listed_part, worded = _parts(name[:rest]), _worded_rest(name[rest + 1 :])
        found = listed_part + _moved(worded, rest + 1) if listed_part and worded is not None else ()
    elif is_body(_BLANK.sub("", name)) and _split(name) is None and not _side_by_side(name):
        found = (Span(0, len(name)),)
    elif (blank := _BLANK.search(name)) is not None:
        # cells of a table set bodies apart by blanks; a name broken by one has no body on each side
        left, right = _parts(name[: blank.start()]), _parts(name[blank.end() :])
        found = left + _moved(right, blank.end()) if left and right else ()
    elif (joint := _split(name)) is not None:
        found = _parts(name[: joint[0]]) + _moved(_parts(name[joint[1] :], True), joint[1])
    if not found and carried and name in listed("carries_each"):
        found = (Span(0, len(name)),)
    return _moved(found, start)


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(start + by, end + by) for start, end in spans)


def _side_by_side(name: str) -> bool:
    """Whether blanks set bodies apart, each a body of its own."""
    parts = name.split()
    return len(parts) > 1 and all(is_body(part) for part in parts)


def _rest(name: str) -> int | None:
    """Where 等 ends the names of a list, if it does."""
    for match in _REST.finditer(name):
        if match.start() >= 2 and is_body(name[: match.start()]):
            return match.start()
    return None


def _worded_rest(behind: str) -> tuple[Span, ...] | None:
    """What stands behind 等: 部门 adds no body, 有关单位 is a group of its own; None for a sentence."""
    start, end = trimmed(behind, Span(0, len(behind)))
    name = behind[start:end]
    counted = _COUNTED.match(name)
    bare = name[counted.end() :] if counted else name
    if not name or bare in _rest_without_body():
        return ()
    for joint in _JOINTS.finditer(name):
        left, right = name[: joint.start()], _parts(name[joint.end() :], True)
        if right and (left in _rest_without_body() or is_group(left)):
            group = () if left in _rest_without_body() else (Span(start, start + len(left)),)
            return group + _moved(right, start + joint.end())
    if is_group(name):
        return (Span(start, end),)
    return () if is_body(name) and len(name) <= 10 else None


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

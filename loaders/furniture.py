"""Page furniture: navigation before the text, buttons and footers behind it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.rules import load_rules

#: Lines before the first line of prose, and after the last, in which furniture may stand.
_HEAD_LINES, _TAIL_LINES = 40, 30
#: Code points from which on a line is prose.
_PROSE = 60
#: Code points at the end of a flattened text in which trailing furniture is looked for.
_TAIL = 400

#: Links to what belongs to the document are none of the page's.
_ATTACHMENT = re.compile(r"\s{0,9}(?:附件|附表|附录|《)")
_LINE = re.compile(r"[^\n]+")
_BETWEEN = r"[\s|/\[\]()【】:、,.·]"
#: What a sentence ends with; button texts that run in with prose begin behind it.
_SENTENCE_ENDS = "。!?;)”》\n"


class _Rules(NamedTuple):
    """Compiled furniture rules: whole lines anywhere, before and after the text, and at the very end."""

    any: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    end: re.Pattern[str]


def find_furniture(text: str, links: Collection[Span] = ()) -> tuple[Span, ...]:
    """The page furniture of a clean text: spans in clean code points, sorted, apart from each other.

    Args:
        text: the clean text.
        links: lines that are nothing but links; before and behind the prose these are navigation.
    """
    linked = frozenset(links)
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    prose = [index for index, line in enumerate(lines) if line.end - line.start >= _PROSE]
    first = min(prose[0] if prose else len(lines), _HEAD_LINES)
    last = max(prose[-1] + 1 if prose else len(lines), len(lines) - _TAIL_LINES)
    found = []
    for index, line in enumerate(lines):
        before, behind = index < first, index >= last
        navigation = (before or behind) and line in linked and not _ATTACHMENT.match(text, line.start)
        if navigation or _is_furniture(text, line, before, behind):
            found.append(line)
    found += (span for span in _trailing(text) if not found or span.start >= found[-1].end)
    return tuple(found)


def _is_furniture(text: str, line: Span, before: bool, behind: bool) -> bool:
    if line.end - line.start >= _TAIL:
        return False
    rules = _rules()
    words = text[line.start : line.end].strip()
    return bool(
        rules.any.fullmatch(words)
        or (before and rules.head.fullmatch(words))
        or (behind and rules.tail.fullmatch(words))
    )


def _trailing(text: str) -> Iterator[Span]:
    """Button texts that run in with the end of the text, as in a flattened page."""
    start = max(0, len(text) - _TAIL)
    for found in _rules().end.finditer(text, start):
        if found.start() == 0 or text[found.start() - 1] in _SENTENCE_ENDS:
            yield Span(found.start(), found.end())


@cache
def _rules() -> _Rules:
    rules = load_rules("furniture")
    words = "|".join(re.escape(word) for word in sorted(rules["words"], key=lambda word: (-len(word), word)))
    # possessive, so that words that begin with others cost no second try
    buttons = f"{_BETWEEN}*+(?:(?>{words}){_BETWEEN}*+)++"
    columns = "|".join(map(re.escape, rules["columns"]))
    by_place = {"any": [buttons], "head": [columns], "tail": []}
    for rule in rules["lines"]:
        by_place[rule["where"]].append(rule["pattern"])
    compiled = {
        place: re.compile("|".join(f"(?:{one})" for one in every)) for place, every in by_place.items()
    }
    # a look at the first sign spares most places the whole list
    starts = "".join(sorted({re.escape(word[0]) for word in rules["words"]}))
    end = re.compile(f"(?=[{starts}])(?:(?>{words}){_BETWEEN}*+)++\\Z")
    return _Rules(compiled["any"], compiled["head"], compiled["tail"], end)

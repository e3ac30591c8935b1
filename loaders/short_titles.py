"""Short titles that a text introduces by 以下简称."""

from __future__ import annotations

import re

_SHORT = re.compile(r"(?:以下(?:统|并)?(?:简)?称|简称)(?:为)?\s?:?\s?[《“]([^《》“”\n]{1,40})[》”]")
#: 以下简称“意见” is a paper too
_PAPER = re.compile(
    r"(?:规划|方案|要点|意见|办法|通知|纲要|条例|计划|规定|细则|规范|标准|指南|措施|决定|行动|章程|预案)\Z"
)


def read_short_titles(text: str) -> tuple[str, ...]:
    """Short titles of papers, in the order of their first mention."""
    found: dict[str, None] = {}
    for match in _SHORT.finditer(text):
        if text[match.start(1) - 1] == "《" or _PAPER.search(match[1]):
            found.setdefault(match[1].strip())
    return tuple(found)

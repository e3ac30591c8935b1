"""Sentences that look as if they held a fact: where to look for what the reader did not see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ontology.bilingual import Bilingual

#: What it looks like → one short pattern of bounded length, so that the search is linear.
_SIGNS = {
    Bilingual("数字", "a figure"): re.compile(
        r"\d[0-9.,]{0,12} ?[%‰个项家万亿件次条类种户人名座处套款场位台只区县市镇村所级倍分]"
    ),
    Bilingual("书名号", "a title"): re.compile(r"《[^《》\n]{1,100}》"),
    Bilingual("引号", "a quoted term"): re.compile(r"“[^“”\n]{1,40}”"),
    Bilingual("机构", "a body"): re.compile(
        r"[一-鿿]{2}(?:局|厅|委|办公室|人民政府|委员会|集团|公司|领导小组|专班|中心)"
    ),
    Bilingual("责任", "responsibility"): re.compile(r"牵头|负责|责任单位|配合单位"),
    Bilingual("平台", "a platform"): re.compile(r"平台|系统|中台"),
}


def signs(sentence: str) -> Iterator[Bilingual]:
    """What a sentence shows of a fact: a figure with its unit, 《》, a quoted term, a body's name, a word of
    responsibility, or one for an information system.

    Args:
        sentence: clean text of a sentence from which no fact was read.
    """
    return (name for name, pattern in _SIGNS.items() if pattern.search(sentence))


def looks_silent(sentence: str) -> bool:
    """Whether a sentence without a fact looks as if it held one."""
    return next(signs(sentence), None) is not None

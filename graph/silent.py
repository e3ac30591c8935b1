"""Sentences that look as if they held a fact: where to look for what the reader did not see."""

from __future__ import annotations

import re

#: One short pattern a reason, each of bounded length, so that the search is linear.
_SIGNS = (
    re.compile(r"\d[0-9.,]{0,12} ?[%‰个项家万亿件次条类种户名座处套款场人位台只区县市镇村所级倍分]"),
    re.compile(r"《[^《》\n]{1,100}》"),
    re.compile(r"“[^“”\n]{1,40}”"),
    re.compile(r"[一-鿿]{2}(?:局|厅|委|办公室|人民政府|委员会|集团|公司|领导小组|专班|中心)"),
    re.compile(r"牵头|负责|责任单位|配合单位"),
    re.compile(r"平台|系统|中台"),
)


def looks_silent(sentence: str) -> bool:
    """Whether a sentence has a figure with its unit, 《》, a quoted term, a body's name, a word of
    responsibility, or one for an information system.

    Args:
        sentence: clean text of a sentence from which no fact was read.
    """
    return any(sign.search(sentence) for sign in _SIGNS)

"""A pattern behind a gate finds what it finds alone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from loaders.word_gate import GatedPattern

_WORDS = ("中心", "大数据中心", "大学", "大", "数据局")
_PATTERN = re.compile("(?:大数据中心|数据局|大学|中心|大)(?!生)")


@given(st.text("大数据中心学局生甲", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_the_gate_changes_no_match(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    start = min(start, end)
    gated = [match.span() for match in GatedPattern(_PATTERN, _WORDS).finditer(text, start, end)]
    assert gated == [match.span() for match in _PATTERN.finditer(text, start, end)]


def test_a_shorter_word_is_tried_where_the_longer_one_may_not_stand() -> None:
    found = GatedPattern(_PATTERN, _WORDS).finditer("某大学生,某大学", 0, 8)
    assert [match[0] for match in found] == ["大", "大学"]

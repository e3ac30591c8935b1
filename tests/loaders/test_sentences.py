"""Where sentences begin and end."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Document, SourceMap, Span
from loaders.outline import read_outline
from loaders.sentences import read_sentences


def sentences_of(text: str, furniture: tuple[Span, ...] = ()) -> list[str]:
    document = Document("样例.txt", "0" * 64, text, text, SourceMap(len(text)), furniture)
    return [text[span.start : span.end] for span in read_sentences(document, read_outline(document))]


def test_sentences_end_behind_their_marks_and_at_line_ends() -> None:
    assert sentences_of("建设平台;归集数据。行不行?行!\n没有句号的一行\n末句.下一句。") == [
        "建设平台;", "归集数据。", "行不行?", "行!", "没有句号的一行", "末句.", "下一句。",
    ]  # fmt: skip


def test_titles_quotations_and_brackets_are_not_cut() -> None:
    text = "依据《甲;乙。丙》和“一门;一窗。一次”(含县(市);乡镇)推进。版本4.0上线。"
    assert sentences_of(text) == [
        "依据《甲;乙。丙》和“一门;一窗。一次”(含县(市);乡镇)推进。",
        "版本4.0上线。",
    ]


def test_a_clause_in_brackets_behind_a_sentence_stands_alone() -> None:
    text = (
        "归集数据。(牵头单位:市数据局;配合单位:市财政局)开放数据。"
        "〔责任单位:各县(市、区)〕\n升级系统(市水务局负责)。"
    )
    assert sentences_of(text) == [
        "归集数据。",
        "(牵头单位:市数据局;配合单位:市财政局)",
        "开放数据。",
        "〔责任单位:各县(市、区)〕",
        "升级系统(市水务局负责)。",
    ]


def test_headings_are_sentences_of_their_own_also_when_run_in() -> None:
    text = "一、主要任务(一)建设平台。归集数据,开放接口。(二)培育产业。引进企业。"
    assert sentences_of(text) == [
        "一、主要任务",
        "(一)建设平台。",
        "归集数据,开放接口。",
        "(二)培育产业。",
        "引进企业。",
    ]


def test_page_furniture_has_no_sentences() -> None:
    assert sentences_of("首页\n建设平台。\n打印", (Span(0, 2), Span(9, 11))) == ["建设平台。"]


@given(st.text(alphabet="一二(1)、.。;“”《》()〔〕\n 第章条甲乙附件:牵头", max_size=120))
def test_sentences_are_sorted_apart_and_leave_no_word_out(text: str) -> None:
    document = Document("样例.txt", "0" * 64, text, text, SourceMap(len(text)))
    spans = read_sentences(document, read_outline(document))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    covered = set()
    for span in spans:
        covered.update(range(*span))
    assert all(place in covered for place, sign in enumerate(text) if sign in "一二甲乙牵头附件第章条1")


@pytest.mark.parametrize("pattern", ["(", "((a)", "“", "《", "〔", "。", "(a", "【"])
def test_hostile_input_takes_linear_time(pattern: str) -> None:
    text = (pattern * 100_000)[:100_000]
    document = Document("样例.txt", "0" * 64, text, text, SourceMap(len(text)))
    outline = read_outline(document)
    started = time.process_time()
    read_sentences(document, outline)
    assert time.process_time() - started < 2

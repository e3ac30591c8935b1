"""Tags that a mirror site left in a page's text."""

from __future__ import annotations

import time

import pytest

from loaders.cleaning import clean_text


def test_paragraphs_end_lines_and_other_tags_are_nothing() -> None:
    clean, _ = clean_text(
        '<p>各县人民政府:</p><p style="text-align: right;"> 2018年3月27日</p><strong>一、总体要求</strong><br/>'
    )
    lines = [line.strip() for line in clean.split("\n") if line.strip()]
    assert lines == ["各县人民政府:", "2018年3月27日", "一、总体要求"]


@pytest.mark.parametrize(
    "text", ["贯彻<关于数据工作的意见>和<数据办法>", "当 a<b 且 c>d 时", "写作<p>的标记"]
)
def test_what_is_no_leftover_stays(text: str) -> None:
    assert clean_text(text)[0] == text


def test_a_tag_whose_first_sign_was_lost_is_taken_out() -> None:
    assert "strong" not in clean_text("(一)指导思想?/strong>\n坚持统筹推进。")[0]


@pytest.mark.parametrize("piece", ["<", "<p ", "?/", "<p", "/p>"])
def test_hostile_tags_take_time_in_proportion_to_their_length(piece: str) -> None:
    started = time.process_time()
    clean_text(piece * (60_000 // len(piece)))
    assert time.process_time() - started < 4

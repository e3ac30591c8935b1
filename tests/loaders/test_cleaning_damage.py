"""Runs that were read shifted by one byte are mended; questions are left alone."""

from __future__ import annotations

import pytest

from loaders.cleaning import clean_text


def shifted(text: str, codec: str = "gbk") -> str:
    """What a program shows that lost the first byte of a text in GBK.

    Args:
        text: that was damaged.
        codec: gbk: pairs that GBK lacks are gone; gb18030: they are private-use characters.
    """
    data, shown, at = text.encode("gb18030")[1:], "?", 0
    while at < len(data):
        size = 1 if data[at] < 0x80 else 2
        shown += data[at : at + size].decode(codec, "ignore") if size == 2 else chr(data[at])
        at += size
    return shown


@pytest.mark.parametrize("number", "一二三四五六七八九十")
def test_a_shifted_heading_number_comes_back(number: str) -> None:
    page = "各有关单位要抓好落实。\n" + shifted(f"　（{number}）推进平台建设。") + "\n下一段"
    lines = clean_text(page)[0].split("\n")
    assert lines[1].startswith(f" ({number})")
    assert lines[2] == "下一段"


def test_a_private_use_pair_in_a_shifted_heading_is_known_too() -> None:
    assert clean_text("\n?。ǘ\ue46a┩平")[0].startswith("\n (二)推")


@pytest.mark.parametrize(
    ("page", "begins"),
    [("印发?斗桨浮,", "印发《方案》,"), ("深化" + shifted("“放管服”改革和发展") + ",", "深化“")],
)
def test_an_opening_mark_that_was_lost_comes_back(page: str, begins: str) -> None:
    assert clean_text(page)[0].startswith(begins)


def test_a_lost_first_byte_is_found_by_the_word_that_it_completes() -> None:
    # 规模化发展 without the first byte of 模: its second byte pairs with 化, and so on until the letter
    run = shifted("模化发展", "gb18030")
    clean, source_map = clean_text("推动规" + run + "5G应用")
    assert clean.startswith("推动规模化发")
    assert source_map.raw(3, 5).start == 3


def test_half_width_marks_within_a_run_count_as_the_wide_ones_they_were() -> None:
    assert clean_text("規?;\ue202七M(jìn)各項")[0] == "规模化推进各项"


def test_pinyin_tells_a_character_whose_second_byte_was_lost() -> None:
    assert clean_text("規?;\ue1e7渴饝?yīng)用")[0] == "规模化部署应用"


@pytest.mark.parametrize(
    "text",
    [
        "为什么?我们要这样做。",
        "怎么办?。",
        "能不能?斗争精神要发扬。",
        "能不能?耙地",
        "是否完成?(一)推进",
        "完成了吗?,没有",
        "?",
        "??",
        "a?b",
    ],
)
def test_a_question_is_left_alone(text: str) -> None:
    assert clean_text(text)[0] == text


def test_a_shifted_bracket_without_a_number_is_no_heading() -> None:
    lines = clean_text("二〇二〇年三月五日\n" + shifted("　（此件公开发布）") + "\n下一段")[0].split("\n")
    assert lines[1].strip().startswith("(此")
    assert "(六)" not in lines[1]

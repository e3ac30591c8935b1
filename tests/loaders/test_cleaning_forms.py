"""Traditional, variant, wide and invisible characters take one form each, and every offset leads back."""

from __future__ import annotations

from itertools import pairwise

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.cleaning import clean_text

SENTENCES = (
    "为贯彻落实省政府部署,云溪市人民政府办公室印发《数字云溪建设方案》(云政办发〔2026〕3号)。",
    "着力提升服务能力,沿着既定方向完善制度,关系群众、面向基层,后续再作调整。",
    "里程碑任务:1.公里级监测;2.干部培训;3.台账复核;“云上云溪”上线了吗?",
    "乾县、咸阳市、余杭区的系统相互联系,只有一只传感器仿真,钟表准确。",
    "卫生、丰富、发布、回复、了解、并行、借助、伙伴、升级、范围、冲突、周期、征求意见。",
)
WIDE = str.maketrans(",():;?!.%0123456789ABCXYZ ", "，（）：；？！．％０１２３４５６７８９ＡＢＣＸＹＺ　")


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_traditional_text_reads_as_its_simplified_original(config: str, sentence: str) -> None:
    clean, source_map = clean_text(opencc.OpenCC(config).convert(sentence))
    assert clean == sentence
    assert source_map.raw(3, 9) == (3, 9)


def test_translated_words_of_a_mirror_site_come_back() -> None:
    original = "建设数据库和软件系统,优化互联网应用。"
    clean, source_map = clean_text("建設資料庫和軟體系統,最佳化網際網路套用。")
    assert clean == original
    start = clean.index("互联网")
    assert source_map.raw(start, start + 3) == (14, 18)


def test_words_that_both_sides_use_stay_on_a_page_that_was_not_translated() -> None:
    text = "套用模板,档案局提供数据库。"
    assert clean_text(text)[0] == text


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("著力推進,沿著方向,顯著提升,著名專著", "着力推进,沿着方向,显著提升,著名专著"),
        ("衞生衛生羣眾裏面", "卫生卫生群众里面"),
        ("陜西省關於", "陕西省关于"),
        ("製度麵向關係鹹陽", "制度面向关系咸阳"),
        ("⼯业⽹络⻓远", "工业网络长远"),
        ("乾县", "乾县"),
        ("「一網通辦」『通辦』", "“一网通办”‘通办’"),
        ("２０２６年（试行）［附］", "2026年(试行)[附]"),
        ("1﹒总则﹕・•", "1.总则:··"),
        ("。、《》〈〉“”〔〕【】——", "。、《》〈〉“”〔〕【】——"),
        ("甲\u200b乙\ufeff丙\u00ad", "甲乙丙"),
        ("甲\r\n乙\r丙\n丁\u2028戊", "甲\n乙\n丙\n丁\n戊"),
        ("甲\u3000乙\u00a0丙", "甲 乙 丙"),
    ],
)
def test_each_character_takes_one_form(written: str, clean: str) -> None:
    assert clean_text(written)[0] == clean


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_width_of_marks_makes_no_difference(sentence: str) -> None:
    wide, source_map = clean_text(sentence.translate(WIDE))
    assert wide == sentence
    assert source_map.raw(0, len(wide)) == (0, len(sentence))


WORDS = ("數(shù)據", "平台", "\r\n", "（一）", "，", "\u200b", "建設", "２０２６")
PIECES = st.sampled_from(
    [
        "數(shù)據", "平台", "\r\n", "（一）", "，", "\u200b", "網際網路", "資料庫", "規?;\ue202七M(jìn)",
        "?", "甲乙", "(CIM)", "\ufffd", "🙂", "a", "　",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60)))
def test_the_source_map_is_monotone_and_stays_within_the_text(raw: str) -> None:
    clean, source_map = clean_text(raw)
    spans = [source_map.raw(place, place + 1) for place in range(len(clean))]
    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert all(left.start <= right.start and left.end <= right.end for left, right in pairwise(spans))
    assert source_map.raw(0, 0).start == source_map.raw(0, 0).end
    assert source_map.raw(len(clean), len(clean)).end <= len(raw)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=15),
    st.integers(0, 40),
    st.integers(1, 12),
)
def test_a_raw_slice_cleaned_again_holds_the_clean_quote(pieces: list[str], start: int, length: int) -> None:
    raw = "".join(pieces)
    clean, source_map = clean_text(raw)
    quote = clean[start : start + length]
    span = source_map.raw(start, start + len(quote))
    assert quote in clean_text(raw[span.start : span.end])[0]
    if quote.strip():
        assert source_map.clean(*span) == (start, start + len(quote))

"""Pinyin annotations go, real parentheses stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.cleaning import clean_text

SENTENCES = (
    "云溪市数据局要统筹推进公共数据平台建设,2026年底前接入不少于30个系统。",
    "责任单位:市发展改革委、工业和信息化局(国防科工办),各县(市、区)。",
    "城市信息模型(CIM)、数据管理能力成熟度(DCMM)、局域网(LAN)同步推广。",
)
TONED = {
    "数": "shù",
    "据": "jù",
    "统": "tǒng",
    "业": "yè",
    "单": "dān",
    "设": "shè",
    "县": "xiàn",
    "会": "huì",
    "绿": "lǜ",
}
PLAIN = {
    "数": "shu",
    "据": "ju",
    "统": "tong",
    "业": "ye",
    "单": "dan",
    "设": "she",
    "县": "xian",
    "会": "hui",
}


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("大數(shù)據(jù)", "大数据"),
        ("會(huì )議", "会议"),
        ("推動(dong)(dong)發展", "推动发展"),
        ("推動(dòng)(dòng)發展", "推动发展"),
        ("關(guan) 於做好", "关于做好"),
        ("數（shù）據（jù）", "数据"),
        ("绿(lǜ)色", "绿色"),
        ("绿(lu\u0308\u0300)色", "绿色"),
        ("广(ɡuǎnɡ)泛", "广泛"),
    ],
)
def test_annotations_of_every_shape_go(written: str, clean: str) -> None:
    assert clean_text(written)[0] == clean


@pytest.mark.parametrize(
    "written",
    [
        "模型(CIM)", "体系(a)", "(a)第一(b)第二", "局域网(lan)", "人工智能(ai)", "系统(app)", "标准(试行)",
        "单位(km)", "平台(v2)", "第一(shù字)", "abc(shù)", "市(区)", "(shù)",
    ],
)  # fmt: skip
def test_real_parentheses_stay(written: str) -> None:
    assert clean_text(written)[0] == written


def test_a_toneless_syllable_that_is_no_reading_goes_only_on_an_annotated_page() -> None:
    assert "(lan)" in clean_text("局域网(lan)建设")[0]
    page = "數(shù)據(jù)統(tǒng)籌,網(lan)"
    assert clean_text(page)[0] == "数据统筹,网"


@pytest.mark.parametrize("readings", [TONED, PLAIN], ids=["toned", "toneless"])
@settings(max_examples=60, deadline=None)
@given(sentence=st.sampled_from(SENTENCES), chosen=st.lists(st.booleans(), min_size=60, max_size=60))
def test_inserted_annotations_leave_the_clean_text_the_same(
    readings: dict[str, str], sentence: str, chosen: list[bool]
) -> None:
    annotated = "".join(
        f"{character}({readings[character]})" if take and character in readings else character
        for character, take in zip(sentence.ljust(60), chosen, strict=False)
    ).rstrip()
    expected = clean_text(sentence)[0]
    clean, source_map = clean_text(annotated)
    assert clean == expected
    for place in range(len(clean)):
        start, end = source_map.raw(place, place + 1)
        assert annotated[start:end] == sentence[place]

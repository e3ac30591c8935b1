"""Places in running text: longest first, ambiguous ones by what stands before, ordinary words never."""

from __future__ import annotations

import time

import pytest

from ontology.regions import load_regions

REGIONS = load_regions()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], region.code) for start, end, region in REGIONS.find(text)]


def test_a_chain_is_given_as_its_parts() -> None:
    assert found("青岛市即墨区大数据局") == [("青岛市", "370200"), ("即墨区", "370215")]


def test_an_ambiguous_name_is_told_by_the_place_before_it() -> None:
    assert found("鼓楼区") == []
    assert found("南京市鼓楼区")[1] == ("鼓楼区", "320106")
    assert found("徐州市鼓楼区")[1] == ("鼓楼区", "320302")
    assert found("南京市玄武区、鼓楼区")[2] == ("鼓楼区", "320106")
    assert found("北京市朝阳区和天津市和平区")[1::2] == [("朝阳区", "110105"), ("和平区", "120101")]


def test_a_wide_place_wins_over_a_narrow_one_of_the_same_short_name() -> None:
    assert found("吉林") == [("吉林", "220000")]
    assert found("吉林省吉林") == [("吉林省", "220000"), ("吉林", "220200")]


@pytest.mark.parametrize(
    "text",
    [
        "党委和政府要提高要求",
        "大力发展新兴产业",
        "合作市场",
        "确保定期更新",
        "推广安全用云",
        "省、市和县级部门",
        "城市南区与全市北部",
        "更新乡村数据",
        "第三明确职责",
        "阿里巴巴",
        "确保长治久安",
        "公安机关",
        "全市各区县",
        "建成县域数据中枢",
    ],
)
def test_words_that_only_look_like_a_place_are_none(text: str) -> None:
    assert found(text) == []


def test_a_short_county_name_counts_behind_its_city_or_alone() -> None:
    assert found("青岛即墨")[1] == ("即墨", "370215")
    assert found("“即墨”") == [("即墨", "370215")]


def test_an_ordinary_word_behind_a_place_is_none() -> None:
    assert found("广东新兴产业") == [("广东", "440000")]


def test_an_ending_that_belongs_to_the_next_word_leaves_the_short_name() -> None:
    assert found("青岛市场监管局") == [("青岛", "370200")]


def test_former_names_and_zones_are_found() -> None:
    assert found("原即墨市") == [("即墨市", "370215")]
    assert found("青岛高新区和雄安新区") == [("青岛高新区", "370200Z2"), ("雄安新区", "130000Z1")]


def test_a_zone_of_a_county_counts_only_behind_it() -> None:
    assert found("工业园区") == []


def test_offsets_count_code_points() -> None:
    assert [(start, end) for start, end, _ in REGIONS.find("𠮷在青岛市")] == [(2, 5)]


def test_finding_is_linear_on_hostile_text() -> None:
    list(REGIONS.find("青岛"))
    start = time.process_time()
    assert sum(1 for _ in REGIONS.find("市中区" * 30_000)) == 0
    assert sum(1 for _ in REGIONS.find("南京市鼓楼区" * 15_000)) == 30_000
    assert time.process_time() - start < 3

"""Local prefixes stand for the region of the document."""

from __future__ import annotations

import pytest

from loaders.prefixes import expand_prefix, place_at_start, sure_places
from ontology.regions import Region, Regions, load_regions


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions().extended(
        [
            Region("990000", "北岭省", "province", "100000", ("北岭",)),
            Region("990100", "云泽市", "prefecture", "990000", ("云泽",)),
            Region("990102", "石桥区", "county", "990100", ("石桥",)),
            Region("990181", "南屏市", "county", "990100", ("南屏",)),
            Region("990102001", "柳堤街道", "township", "990102"),
        ]
    )


def named(name: str, home: str, regions: Regions) -> tuple[str, str | None, str]:
    value, region, how = expand_prefix(name, regions.get(home), regions)
    return value, region.name if region else None, how


@pytest.mark.parametrize(
    ("name", "home", "full", "region"),
    [
        ("区大数据局", "990102", "石桥区大数据局", "石桥区"),
        ("市大数据局", "990102", "云泽市大数据局", "云泽市"),
        ("省大数据局", "990102", "北岭省大数据局", "北岭省"),
        ("区委网信办", "990102", "石桥区委网信办", "石桥区"),
        ("省政府办公厅", "990102", "北岭省政府办公厅", "北岭省"),
        ("市人社局", "990100", "云泽市人社局", "云泽市"),
        ("市级有关部门", "990100", "云泽市级有关部门", "云泽市"),
        ("全市各部门", "990100", "云泽市各部门", "云泽市"),
        ("市市场监管局", "990100", "云泽市市场监管局", "云泽市"),
        ("区市场监管局", "990102", "石桥区市场监管局", "石桥区"),
        ("市发展改革局", "990181", "南屏市发展改革局", "南屏市"),
        ("中共市委办公室", "990100", "中共云泽市委办公室", "云泽市"),
        ("街道党工委", "990102001", "柳堤街道党工委", "柳堤街道"),
    ],
)
def test_a_prefix_is_replaced_by_the_region_it_stands_for(
    name: str, home: str, full: str, region: str, regions: Regions
) -> None:
    assert named(name, home, regions) == (full, region, "prefix")


@pytest.mark.parametrize(
    "name",
    [
        "市场监管局",
        "市容环境中心",
        "区块链协会",
        "乡镇政府",
        "区(市)政府",
        "各有关单位",
        "财政局",
        "县域医共体",
    ],
)
def test_the_first_sign_of_a_word_is_no_prefix(name: str, regions: Regions) -> None:
    assert named(name, "990102", regions)[0] == name


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("石桥区教育局", "石桥区"),
        ("云泽市石桥区教育局", "石桥区"),
        ("云泽海事局", "云泽市"),
        ("上海银保监局", "上海市"),
        ("市南区教育局", "市南区"),
        ("人民银行云泽市分行", "云泽市"),
        ("国家税务总局云泽市税务局", "云泽市"),
    ],
)
def test_a_place_inside_the_name_is_kept(name: str, region: str, regions: Regions) -> None:
    assert named(name, "990102", regions) == (name, region, "written")


@pytest.mark.parametrize("name", ["国务院办公厅", "国家数据局", "中共中央办公厅", "中央网信办"])
def test_central_organs_have_no_region(name: str, regions: Regions) -> None:
    assert named(name, "990102", regions) == (name, None, "written")


def test_in_an_autonomous_region_the_party_committee_is_the_autonomous_regions(regions: Regions) -> None:
    assert named("区党委办公厅", "450100", regions)[0] == "广西壮族自治区党委办公厅"
    assert named("自治区大数据局", "450100", regions)[0] == "广西壮族自治区大数据局"


def test_in_a_district_of_an_autonomous_region_the_prefix_is_the_districts(regions: Regions) -> None:
    assert named("区教育局", "450103", regions)[0] == "青秀区教育局"


def test_without_a_home_nothing_is_replaced(regions: Regions) -> None:
    assert expand_prefix("市大数据局", None, regions) == ("市大数据局", None, "written")


def test_the_innermost_place_at_the_start_counts(regions: Regions) -> None:
    found = place_at_start("云泽市石桥区人民政府办公室", None, regions)
    assert found is not None
    assert (found[0].name, found[1]) == ("石桥区", 6)


def test_common_words_are_no_places(regions: Regions) -> None:
    assert [region.name for _, _, region in sure_places("公安部门保障和平稳定,云泽加快转型", regions)] == [
        "云泽市"
    ]

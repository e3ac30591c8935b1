"""Names of bodies in lists: regions, carried prefixes, groups, twins, types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.bodies import Body, read_bodies
from loaders.body_list import body_spans
from loaders.body_words import is_body, is_group, is_person, is_role, type_of
from loaders.document import Span
from loaders.profile import Profile
from ontology.regions import Region, load_regions
from ontology.vocabulary import Vocabulary

PROVINCE = Region("X9", "松岭省", "province", "100000", ("松岭",))
CITY = Region("X901", "桐溪市", "prefecture", "X9", ("桐溪",))
DISTRICT = Region("X90101", "柳塘区", "county", "X901", ("柳塘",))
VOCABULARY = Vocabulary((), load_regions().extended([PROVINCE, CITY, DISTRICT]), "test")


def bodies_of(text: str, region: Region | None = CITY) -> list[Body]:
    return read_bodies(text, Span(0, len(text)), Profile((), region=region), VOCABULARY)


def names(text: str, region: Region | None = CITY) -> list[str]:
    return [body.name for body in bodies_of(text, region)]


def test_prefix_is_carried_to_the_comma_and_no_further() -> None:
    found = bodies_of("省数据局、财政厅,审计局")
    assert [body.name for body in found] == ["松岭省数据局", "松岭省财政厅", "桐溪市审计局"]
    assert [body.name_from for body in found] == ["prefix", "carried", "document"]
    assert [body.region for body in found] == ["X9", "X9", "X901"]


def test_party_prefix_is_carried_to_organs_of_the_party_only() -> None:
    assert names("市委组织部、宣传部、教育局") == ["桐溪市委组织部", "桐溪市委宣传部", "桐溪市教育局"]


def test_prefix_is_not_carried_to_units_with_a_place_or_name_of_their_own() -> None:
    assert names("市公安局、桐溪海关、中国移动桐溪分公司、松岭大学") == [
        "桐溪市公安局",
        "桐溪海关",
        "中国移动桐溪分公司",
        "松岭大学",
    ]


def test_prefix_of_a_level_that_the_document_has_not_stays() -> None:
    assert names("区教育局", CITY) == ["区教育局"]
    assert bodies_of("区教育局", CITY)[0].region is None


def test_market_supervision_begins_with_no_prefix() -> None:
    assert names("市商务局、市场监管局") == ["桐溪市商务局", "桐溪市市场监管局"]


def test_ministries_keep_their_names_in_a_local_document() -> None:
    assert names("财政部、省财政厅") == ["财政部", "松岭省财政厅"]


def test_twin_name_is_one_body() -> None:
    (body,) = bodies_of("市政府办公室(市数据局)")
    assert body.name == "桐溪市政府办公室(市数据局)"
    assert body.type == "department"


def test_short_form_in_brackets_is_no_part_of_the_name() -> None:
    assert names("市行政审批服务局(以下简称市审批局)") == ["桐溪市行政审批服务局"]


def test_spans_hold_the_words_as_written() -> None:
    text = "区数据局、工业和信息化局"
    found = bodies_of(text, DISTRICT)
    assert [text[slice(*body.span)] for body in found] == ["区数据局", "工业和信息化局"]
    assert found[1].name == "柳塘区工业和信息化局"
    assert found[1].bare == "工业和信息化局"


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("工业和信息化局", ["工业和信息化局"]),
        ("文化和旅游厅", ["文化和旅游厅"]),
        ("国家粮食和物资储备局", ["国家粮食和物资储备局"]),
        ("人力资源和社会保障局", ["人力资源和社会保障局"]),
        ("财政局和各区政府", ["财政局", "各区政府"]),
        ("教育部和科技部", ["教育部", "科技部"]),
        ("市文化和旅游局和市体育局", ["市文化和旅游局", "市体育局"]),
        ("市数据局等部门", ["市数据局"]),
        ("市数据局等12个部门", ["市数据局"]),
        ("市数据局等有关单位", ["市数据局", "有关单位"]),
        ("市数据局等部门和各县区", ["市数据局", "各县区"]),
        ("各县(市、区)人民政府", ["各县(市、区)人民政府"]),
        ("加快建设数据中心", []),
        ("持续推进", []),
        ("经济社会", []),
    ],
)
def test_entry_is_cut_into_its_bodies(written: str, parts: list[str]) -> None:
    assert [written[slice(*span)] for span in body_spans(written, Span(0, len(written)))] == parts


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("市人民政府", "government"),
        ("市委宣传部", "party"),
        ("市卫生健康委员会", "department"),
        ("市专家咨询委员会", "committee"),
        ("数字化改革领导小组办公室", "leading_group"),
        ("市大数据中心", "institution"),
        ("松岭数科集团", "enterprise"),
        ("高新区管委会", "park"),
        ("市工商联", "other"),
        ("区政府办公室(区数据局)", "department"),
    ],
)
def test_ending_tells_the_type(name: str, kind: str) -> None:
    assert type_of(name) == kind


def test_groups_roles_and_persons_are_told_apart() -> None:
    assert is_group("各有关单位")
    assert is_group("区政府有关部门")
    assert not is_group("市财政局")
    assert is_role("各牵头单位")
    assert is_role("数据提供方")
    assert is_person("副区长")
    assert not is_body("市财政局局长")


@given(st.text(alphabet="市区各局委部办和、,等有关单位政府()〔〕中心(工业信息化a1 ", max_size=40))
def test_any_list_gives_spans_inside_it_in_order(text: str) -> None:
    found = bodies_of(text)
    assert all(0 <= body.span.start < body.span.end <= len(text) for body in found)
    assert [body.span.start for body in found] == sorted({body.span.start for body in found})

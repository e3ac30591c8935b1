"""Clauses of every layout: which body, in which role."""

from __future__ import annotations

import pytest

from loaders.document import Document, SourceMap
from loaders.extractors.responsibility import read_responsibilities
from loaders.outline import read_outline
from loaders.profile import Profile
from loaders.reading import Reading
from loaders.sentences import read_sentences
from ontology.regions import Region, load_regions
from ontology.vocabulary import Vocabulary

PROVINCE = Region("X9", "松岭省", "province", "100000", ("松岭",))
CITY = Region("X901", "桐溪市", "prefecture", "X9", ("桐溪",))
DISTRICT = Region("X90101", "柳塘区", "county", "X901", ("柳塘",))
COUNTY = Region("X90102", "青石县", "county", "X901", ("青石",))
STATE = Region("X902", "雾林自治州", "prefecture", "X9", ("雾林",))
AUTONOMOUS = Region("X8", "朔风自治区", "province", "100000", ("朔风",))
REGIONS = load_regions().extended([PROVINCE, CITY, DISTRICT, COUNTY, STATE, AUTONOMOUS])
CHINA = REGIONS.get("100000")

L, S, R = "lead", "support", "responsible"

#: clause, region of the document, what it says
CASES: list[tuple[str, Region | None, list[tuple[str, str]]]] = [
    # --- brackets with a label
    ("(责任单位:市数据局)", CITY, [(R, "桐溪市数据局")]),
    ("(责任单位:市数据局、工业和信息化局)", CITY, [(R, "桐溪市数据局"), (R, "桐溪市工业和信息化局")]),
    (
        "(责任单位:区委网信办,区公安分局、水务局)",
        DISTRICT,
        [(R, "柳塘区委网信办"), (R, "柳塘区公安分局"), (R, "柳塘区水务局")],
    ),
    (
        "(牵头单位:市数据局;责任单位:市财政局、各县区)",
        CITY,
        [(L, "桐溪市数据局"), (R, "桐溪市财政局"), (R, "桐溪市各县区")],
    ),
    (
        "(牵头单位:市数据局,配合单位:市财政局、审计局,各县区)",
        CITY,
        [(L, "桐溪市数据局"), (S, "桐溪市财政局"), (S, "桐溪市审计局"), (S, "桐溪市各县区")],
    ),
    ("(责任单位:市数据局;市财政局)", CITY, [(R, "桐溪市数据局"), (R, "桐溪市财政局")]),
    ("(责任部门:市数据局牵头、市财政局配合)", CITY, [(L, "桐溪市数据局"), (S, "桐溪市财政局")]),
    ("(责任单位:市数据局,各有关单位配合)", CITY, [(R, "桐溪市数据局"), (S, "桐溪市各有关单位")]),
    (
        "(责任单位:市数据局、民政局按职责分工负责,各镇街,各功能区配合)",
        CITY,
        [(R, "桐溪市数据局"), (R, "桐溪市民政局"), (S, "桐溪市各镇街"), (S, "桐溪市各功能区")],
    ),
    ("(责 任 单 位:市数据局)", CITY, [(R, "桐溪市数据局")]),
    ("(责任单位:市数据局责任单位:市财政局)", CITY, [(R, "桐溪市数据局"), (R, "桐溪市财政局")]),
    ("(牵头单位:市数据局;责任单位:市财政局,6月底完成)", CITY, [(L, "桐溪市数据局"), (R, "桐溪市财政局")]),
    ("(负责部门:市数据局、财政局;适用范围:全市)", CITY, [(R, "桐溪市数据局"), (R, "桐溪市财政局")]),
    ("(主办单位:县教育局;协办单位:县财政局)", COUNTY, [(L, "青石县教育局"), (S, "青石县财政局")]),
    ("(责任单位:市数据局(牵头)、财政局)", CITY, [(L, "桐溪市数据局"), (R, "桐溪市财政局")]),
    ("(责任单位:市数据局等有关单位)", CITY, [(R, "桐溪市数据局"), (R, "桐溪市有关单位")]),
    ("(责任单位:市数据局、财政局等部门)", CITY, [(R, "桐溪市数据局"), (R, "桐溪市财政局")]),
    ("(责任单位:市数据局;责任人:程某某)", CITY, [(R, "桐溪市数据局")]),
    ("(实施主体:各县(市、区)人民政府)", CITY, [(R, "桐溪市各县(市、区)人民政府")]),
    # --- other brackets
    (
        "〔牵头单位:州数据局;配合单位:各县〔市〕人民政府〕",
        STATE,
        [(L, "雾林自治州数据局"), (S, "雾林自治州各县〔市〕人民政府")],
    ),
    ("【责任单位:市数据局】", CITY, [(R, "桐溪市数据局")]),
    ("【责任单位】市数据局、财政局", CITY, [(R, "桐溪市数据局"), (R, "桐溪市财政局")]),
    ("[责任单位:市数据局]", CITY, [(R, "桐溪市数据局")]),
    # --- brackets with the verb last
    (
        "(市数据局牵头,市财政局、市审计局配合)",
        CITY,
        [(L, "桐溪市数据局"), (S, "桐溪市财政局"), (S, "桐溪市审计局")],
    ),
    (
        "(省数据局牵头,省财政厅等部门,松岭电力公司、各市政府配合)",
        PROVINCE,
        [(L, "松岭省数据局"), (S, "松岭省财政厅"), (S, "松岭电力公司"), (S, "松岭省各市政府")],
    ),
    ("(省数据局、省财政厅牵头)", PROVINCE, [(L, "松岭省数据局"), (L, "松岭省财政厅")]),
    (
        "(市数据局、财政局和各县区政府负责)",
        CITY,
        [(R, "桐溪市数据局"), (R, "桐溪市财政局"), (R, "桐溪市各县区政府")],
    ),
    ("(市数据局牵头,市财政局参与)", CITY, [(L, "桐溪市数据局"), (S, "桐溪市财政局")]),
    ("(市民政局指导,各县区落实)", CITY, [(S, "桐溪市民政局"), (R, "桐溪市各县区")]),
    ("(市民政局指导)", CITY, [(S, "桐溪市民政局")]),
    ("(市民政局指导,各县区负责落实)", CITY, [(S, "桐溪市民政局"), (R, "桐溪市各县区")]),
    ("(市数据局会同有关部门负责)", CITY, [(R, "桐溪市数据局"), (S, "桐溪市有关部门")]),
    ("(市数据局负责,持续推进)", CITY, [(R, "桐溪市数据局")]),
    ("(市数据局负责,2027年6月底前完成)", CITY, [(R, "桐溪市数据局")]),
    ("(市数据局牵头,市级有关部门按职责分工负责)", CITY, [(L, "桐溪市数据局"), (R, "桐溪市级有关部门")]),
    (
        "(市数据局、财政局按职责分工负责,各县区结合实际落实)",
        CITY,
        [(R, "桐溪市数据局"), (R, "桐溪市财政局"), (R, "桐溪市各县区")],
    ),
    (
        "(市数据局牵头;市财政局、审计局配合)",
        CITY,
        [(L, "桐溪市数据局"), (S, "桐溪市财政局"), (S, "桐溪市审计局")],
    ),
    (
        "(由市数据局牵头,会同市财政局、审计局推进)",
        CITY,
        [(L, "桐溪市数据局"), (S, "桐溪市财政局"), (S, "桐溪市审计局")],
    ),
    ("(市数据局牵头负责)", CITY, [(L, "桐溪市数据局")]),
    (
        "(省发展改革委、交通运输厅、能源局等省有关部门和各市政府按职责分工负责)",
        PROVINCE,
        [
            (R, "松岭省发展改革委"),
            (R, "松岭省交通运输厅"),
            (R, "松岭省能源局"),
            (R, "松岭省有关部门"),
            (R, "松岭省各市政府"),
        ],
    ),
    (
        "(发展改革委牵头,工业和信息化部、财政部等相关部门及各地区按职责分工负责)",
        CHINA,
        [(L, "发展改革委"), (R, "工业和信息化部"), (R, "财政部"), (R, "相关部门"), (R, "各地区")],
    ),
    ("(财政部、扶贫办、发展改革委负责)", CHINA, [(R, "财政部"), (R, "扶贫办"), (R, "发展改革委")]),
    # --- prefixes
    ("(责任单位:省委宣传部、文化和旅游厅)", PROVINCE, [(R, "松岭省委宣传部"), (R, "松岭省文化和旅游厅")]),
    (
        "(责任单位:省委办公厅、机要局、保密局)",
        PROVINCE,
        [(R, "松岭省委办公厅"), (R, "松岭省委机要局"), (R, "松岭省委保密局")],
    ),
    (
        "(责任单位:省发展改革委、数据局,桐溪海事局)",
        PROVINCE,
        [(R, "松岭省发展改革委"), (R, "松岭省数据局"), (R, "桐溪海事局")],
    ),
    (
        "(责任单位:省数据局、财政厅,市财政局)",
        CITY,
        [(R, "松岭省数据局"), (R, "松岭省财政厅"), (R, "桐溪市财政局")],
    ),
    ("(责任单位:财政局、发改局)", DISTRICT, [(R, "柳塘区财政局"), (R, "柳塘区发改局")]),
    (
        "(责任单位:区市场监管局、粮食和物资储备局)",
        DISTRICT,
        [(R, "柳塘区市场监管局"), (R, "柳塘区粮食和物资储备局")],
    ),
    ("(责任单位:市公安局,人民银行桐溪市分行)", CITY, [(R, "桐溪市公安局"), (R, "人民银行桐溪市分行")]),
    ("(责任单位:柳塘区、青石县政府)", CITY, [(R, "柳塘区政府"), (R, "青石县政府")]),
    (
        "(责任单位:自治区数据局、财政厅,各盟行政公署、市人民政府)",
        AUTONOMOUS,
        [
            (R, "朔风自治区数据局"),
            (R, "朔风自治区财政厅"),
            (R, "朔风自治区各盟行政公署"),
            (R, "朔风自治区各市人民政府"),
        ],
    ),
    ("(责任单位:市国投公司、之江实验室)", CITY, [(R, "桐溪市国投公司"), (R, "之江实验室")]),
    # --- twins, groups
    (
        "(责任单位:区政府办公室(区数据局)、财政局)",
        DISTRICT,
        [(R, "柳塘区政府办公室(区数据局)"), (R, "柳塘区财政局")],
    ),
    ("(责任单位:市科技局(市外国专家局))", CITY, [(R, "桐溪市科技局(市外国专家局)")]),
    ("(责任单位:各镇、街、功能区)", DISTRICT, [(R, "柳塘区各镇街"), (R, "柳塘区各功能区")]),
    ("(责任单位:各区、县级市)", CITY, [(R, "桐溪市各区、县级市")]),
    ("(责任单位:各县、区人民政府)", CITY, [(R, "桐溪市各县、区人民政府")]),
    ("(责任单位:各级党委、政府)", CITY, [(R, "桐溪市各级党委"), (R, "桐溪市各级政府")]),
    ("(责任单位:区政府有关部门)", DISTRICT, [(R, "柳塘区政府有关部门")]),
    ("(责任单位:各项目牵头单位)", CITY, [(R, "桐溪市各项目牵头单位")]),
    ("(责任单位:无)", CITY, []),
    # --- no clauses
    ("(以下简称市数据局)", CITY, []),
    ("(联系人:程某某,联系电话:略)", CITY, []),
    ("(详见附件)", CITY, []),
    ("(含市区、县城和重点镇)", CITY, []),
]


def reading_of(text: str, region: Region | None, **profile: object) -> Reading:
    """A reading built by hand, so that a clause is tested without a page around it."""
    document = Document("case.txt", "0" * 64, text, text, SourceMap(len(text)))
    outline = read_outline(document)
    return Reading(
        document,
        Vocabulary((), REGIONS, "test"),
        outline,
        read_sentences(document, outline),
        Profile((), region=region, **profile),  # type: ignore[arg-type]
    )


def said(text: str, region: Region | None) -> list[tuple[str, str]]:
    """(role, name) of every responsible body, in order."""
    facts = sorted(
        read_responsibilities(reading_of(text, region)), key=lambda fact: (fact.start, fact.fields["order"])
    )
    return [(fact.fields["role"], fact.fields["organization"]) for fact in facts]


@pytest.mark.parametrize(("clause", "region", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_clause_says(clause: str, region: Region | None, expected: list[tuple[str, str]]) -> None:
    assert said(f"一、夯实底座\n建设统一的云资源池,按季度公布使用率。{clause}\n", region) == expected

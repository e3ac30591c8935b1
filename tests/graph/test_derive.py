"""Who is who: facts of several sources meet in the nodes that a person means by them."""

import hashlib

import pytest

from graph.derive.contribute import contribution
from graph.derive.quads import derived_quads
from graph.derive.source_view import SourceView
from graph.derive.union import unite
from graph.read_source import About
from loaders.document import Span
from loaders.facts import Fact, fact_id, in_order
from ontology.regions import Region, load_regions
from ontology.vocabulary import Term, Vocabulary

BASE = "https://zhengtu.example/"
REGIONS = load_regions().extended(
    [
        Region("X1", "云泽省", "province", "100000", short=("云泽",)),
        Region("X101", "临汀市", "prefecture", "X1", short=("临汀",)),
        Region("X10101", "砚湖区", "county", "X101", short=("砚湖",)),
        Region("X102", "白鹿洲市", "prefecture", "X1"),
    ]
)
TERMS = (
    Term("泽事通", "platform", "政务服务移动端", "X1", ("泽事通APP",)),
    Term("城市大脑", "platform", "城市大脑", None, ("城市云脑",)),
    Term("一网通办", "initiative", None, None, ("一网通办改革",)),
    Term("工业和信息化局", "body", None, None, ("工信局",)),
)
KNOWN = Vocabulary(TERMS, REGIONS, "test-derive")


class Source:
    """A source made by hand; facts stand one behind the other in its text."""

    def __init__(self, region, *titles, number=None, text="一二三四五六七八九十" * 40):
        self.sha256 = hashlib.sha256(repr((region, titles, number)).encode()).hexdigest()
        self.about = About(titles=titles, number=number, region=region)
        self.text = text
        self.facts = []

    def fact(self, kind, at=None, **fields):
        start = at if at is not None else 10 * len(self.facts)
        id_ = fact_id(self.sha256, kind, fields)
        self.facts.append(
            Fact(kind, "某.txt", start, start + 5, "字", Span(start, start + 9), "rule", fields, id_)
        )
        return self

    def view(self):
        return SourceView(self.sha256, self.about, in_order(self.facts), self.text, KNOWN, BASE)


def united(*sources):
    return unite([contribution(source.view()) for source in sources], REGIONS, BASE)


def ids(union, kind):
    return sorted(id_.removeprefix(BASE) for id_, node in union.nodes.items() if node.kind == kind)


def relations(union, *wanted):
    found = sorted((s, r, o) for s, r, o in union.statements if r in wanted)
    return [(s.removeprefix(BASE), r, o.removeprefix(BASE)) for s, r, o in found]


def test_a_body_is_its_region_and_its_name():
    one = Source("X101").fact("organization", name="临汀市大数据局", type="department")
    two = Source("X102").fact("organization", name="白鹿洲市大数据局", type="department")
    assert ids(united(one, two), "organization") == [
        "organization/X101/大数据局",
        "organization/X102/大数据局",
    ]


def test_the_vocabularys_short_form_is_the_same_body_in_the_same_region_only():
    union = united(
        Source("X101").fact("organization", name="临汀市工信局", type="department"),
        Source("X10101").fact("organization", name="临汀市工业和信息化局", type="department"),
        Source("X102").fact("organization", name="白鹿洲市工信局", type="department"),
    )
    assert ids(union, "organization") == [
        "organization/X101/工业和信息化局",
        "organization/X102/工业和信息化局",
    ]
    names = {name.text for name in union.nodes[f"{BASE}organization/X101/工业和信息化局"].names}
    assert names == {"临汀市工业和信息化局", "临汀市工信局"}


def test_a_county_bureau_named_with_its_city_is_the_countys():
    union = united(Source("X101").fact("organization", name="临汀市砚湖区大数据局", type="department"))
    assert ids(union, "organization") == ["organization/X10101/大数据局"]


def test_real_neighbours_of_one_name_stay_apart():
    names = [
        "山东省大数据局",
        "山西省大数据局",
        "青岛市大数据局",
        "济南市大数据局",
        "青岛市即墨区大数据发展管理局",
    ]
    source = Source("370000")
    for name in names:
        source.fact("organization", name=name, type="department")
    assert ids(united(source), "organization") == [
        "organization/140000/大数据局",
        "organization/370000/大数据局",
        "organization/370100/大数据局",
        "organization/370200/大数据局",
        "organization/370215/大数据发展管理局",
    ]


def test_enterprises_of_one_name_in_two_cities_are_two():
    union = united(
        *(Source(code).fact("organization", name="供电公司", type="enterprise") for code in ("X101", "X102"))
    )
    assert len(ids(union, "organization")) == 2


def test_a_shared_platform_is_one_node_and_a_kind_has_many():
    union = united(
        Source("X101")
        .fact("platform", name="泽事通", action="use", known="泽事通")
        .fact("platform", name="城市云脑", action="build", known="城市大脑"),
        Source("X102")
        .fact("platform", name="泽事通APP", action="promote", known="泽事通")
        .fact("platform", name="城市大脑", action="exist", known="城市大脑"),
    )
    assert ids(union, "platform") == [
        "platform/X1/泽事通",
        "platform/X101/城市云脑",
        "platform/X102/城市大脑",
    ]
    assert relations(union, "uses", "promotes", "builds", "has") == [
        ("region/X101", "builds", "platform/X101/城市云脑"),
        ("region/X101", "uses", "platform/X1/泽事通"),
        ("region/X102", "has", "platform/X102/城市大脑"),
        ("region/X102", "promotes", "platform/X1/泽事通"),
    ]
    kinds = [edge for edge in relations(union, "same_kind") if edge[2].endswith("城市大脑")]
    assert [edge[0] for edge in kinds] == ["platform/X101/城市云脑", "platform/X102/城市大脑"]


@pytest.mark.parametrize("branch", ["泽事通临汀分厅", "泽事通·临汀掌上办"])
def test_a_branch_is_part_of_the_shared_platform(branch):
    union = united(Source("X101").fact("platform", name=branch, action="build", known="泽事通"))
    assert relations(union, "part_of") == [(f"platform/X101/{branch}", "part_of", "platform/X1/泽事通")]


def test_the_name_of_another_level_tells_whose_a_platform_is():
    union = united(
        Source("X101")
        .fact("platform", name="省大数据交易平台", action="use", known=None)
        .fact("platform", name="临汀市一体化大数据平台", action="build", known=None)
        .fact("platform", name="一体化大数据平台", action="use", known=None)
    )
    assert ids(union, "platform") == ["platform/X1/大数据交易平台", "platform/X101/一体化大数据平台"]


def test_ends_of_a_connection_are_platforms():
    union = united(Source("X101").fact("connection", source="城市云脑", target="泽事通"))
    assert relations(union, "connected_to") == [
        ("platform/X101/城市云脑", "connected_to", "platform/X1/泽事通")
    ]


def test_the_concept_is_shared_and_the_commitment_is_the_regions():
    union = united(
        Source("X101").fact("initiative", name="一网通办", known="一网通办"),
        Source("X102").fact("initiative", name="一网通办改革", known="一网通办"),
    )
    assert ids(union, "initiative") == ["initiative/一网通办"]
    assert ids(union, "commitment") == ["commitment/X101/一网通办", "commitment/X102/一网通办"]
    assert len(relations(union, "commits_to")) == 2


def test_the_bodies_of_a_clause_share_a_task_that_covers_what_stands_in_its_span():
    source = (
        Source("X101")
        .fact("heading", at=0, path="一", title="总则")
        .fact("heading", at=20, path="一/1", title="建平台")
    )
    source.fact("platform", at=40, name="泽事通", action="use", known="泽事通")
    source.fact("initiative", at=70, name="一网通办", known="一网通办")
    source.fact("platform", at=150, name="城市大脑", action="build", known="城市大脑")
    for order, (role, name) in enumerate(
        [("lead", "临汀市大数据局"), ("support", "临汀市工信局"), ("responsible", "各有关单位")]
    ):
        source.fact(
            "responsibility",
            at=90 + 6 * order,
            organization=name,
            role=role,
            task="建平台",
            task_span=[20, 120],
            order=order,
        )
    union = united(source)
    (task,) = ids(union, "task")
    assert {(s, r) for s, r, _ in relations(union, "leads", "supports", "responsible_for")} == {
        ("organization/X101/大数据局", "leads"),
        ("organization/X101/工业和信息化局", "supports"),
        ("organization/X101/各有关单位", "responsible_for"),
    }
    assert [o for _, _, o in relations(union, "covers")] == ["initiative/一网通办", "platform/X1/泽事通"]
    said = dict(union.nodes[BASE + task].properties)
    assert (said["path"], said["heading"], said["position"]) == ("一/1", "总则/建平台", 20)
    assert said["document"].startswith(f"{BASE}document/X101/")


def test_a_figure_is_the_regions_and_its_indicator_is_shared():
    stated = {
        "indicator": "数据集",
        "comparator": ">=",
        "value": "若干",
        "unit": "个",
        "deadline": None,
        "status": "planned",
    }
    union = united(*(Source(code).fact("target", **stated) for code in ("X101", "X102")))
    assert ids(union, "indicator") == ["indicator/数据集"]
    assert len(ids(union, "target")) == 2


# documents


def test_a_cited_and_a_loaded_document_meet_by_number_whatever_its_brackets():
    loaded = Source("X1", "云泽省数字规划", number="泽政字〔2021〕8号")
    citing = Source("X101", "临汀市方案").fact(
        "citation", title="数字规划", number="泽政字[2021] 8号", relation="basis"
    )
    union = united(loaded, citing)
    assert relations(union, "based_on") == [
        ("document/X101/临汀市方案", "based_on", "document/泽政字〔2021〕8号")
    ]


@pytest.mark.parametrize("number", ["泽政字〔2021〕9号", "泽政字〔2020〕8号", "泽政发〔2021〕8号"])
def test_another_number_is_another_document(number):
    loaded = Source("X1", "云泽省数字规划", number="泽政字〔2021〕8号")
    citing = Source("X101", "方案").fact("citation", title="云泽省数字规划", number=number, relation="cites")
    assert len(ids(united(loaded, citing), "document")) == 3


def test_a_title_alone_meets_the_number_that_others_give():
    union = united(
        Source("X101", "甲方案").fact(
            "citation", title="云泽省“十四五”数字规划", number="泽政字〔2021〕8号", relation="basis"
        ),
        Source("X102", "乙方案").fact(
            "citation", title='云泽省"十四五"数字规划', number=None, relation="basis"
        ),
    )
    assert [o for *_, o in relations(union, "based_on")] == ["document/泽政字〔2021〕8号"] * 2


def test_a_notice_and_what_it_encloses_are_one_work():
    loaded = Source("X1", "关于印发《云泽省数据办法》的通知", "云泽省数据办法")
    citing = Source("X101", "方案").fact("citation", title="云泽省数据办法", number=None, relation="basis")
    assert len(ids(united(loaded, citing), "document")) == 2


def test_one_title_of_two_cities_is_two_documents_and_a_citation_takes_its_own():
    union = united(
        Source("X101", "数字化工作要点", number="汀政办发〔2025〕1号"),
        Source("X102", "数字化工作要点", number="鹿政办发〔2025〕2号"),
        Source("X10101", "区方案").fact(
            "citation", title="临汀市数字化工作要点", number=None, relation="cites"
        ),
        Source("X101", "市方案").fact("citation", title="数字化工作要点", number=None, relation="cites"),
    )
    cited = {s: o for s, _, o in relations(union, "cites")}
    assert cited["document/X101/市方案"] == "document/汀政办发〔2025〕1号"


def test_the_issuer_of_a_document_is_an_entity():
    source = Source("X101", "临汀市方案").fact("metadata", field="issuer", value="临汀市人民政府")
    assert relations(united(source), "issued_by") == [
        ("document/X101/临汀市方案", "issued_by", "organization/X101/人民政府")
    ]


def test_a_document_without_title_or_region_has_a_name_all_the_same():
    union = united(Source(None).fact("initiative", name="一网通办", known="一网通办"))
    assert len(ids(union, "document")) == 1
    assert relations(union, "commits_to") == []


def test_the_union_is_the_same_in_any_order_and_changes_no_contribution():
    sources = [
        Source("X101", "甲").fact("platform", name="泽事通", action="use", known="泽事通"),
        Source("X102", "乙").fact("platform", name="泽事通APP", action="use", known="泽事通"),
        Source("X1", "丙", number="泽政字〔2021〕8号").fact(
            "organization", name="云泽省大数据局", type="department"
        ),
    ]
    contributions = [contribution(source.view()) for source in sources]
    first = set(derived_quads(unite(contributions, REGIONS, BASE), BASE))
    assert set(derived_quads(unite(contributions[::-1], REGIONS, BASE), BASE)) == first
    assert set(derived_quads(unite(contributions, REGIONS, BASE), BASE)) == first

"""Duties in running text: which sentence gives a body a duty, and which does not."""

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

CITY = Region("X901", "桐溪市", "prefecture", "370000", ("桐溪",))
VOCABULARY = Vocabulary((), load_regions().extended([CITY]), "test")

L, S, R = "lead", "support", "responsible"


def said(text: str) -> list[tuple[str, str]]:
    """(role, name) of every responsible body, in order."""
    document = Document("case.txt", "0" * 64, text, text, SourceMap(len(text)))
    outline = read_outline(document)
    sentences = read_sentences(document, outline)
    reading = Reading(document, VOCABULARY, outline, sentences, Profile((), region=CITY))
    found = sorted(read_responsibilities(reading), key=lambda fact: (fact.start, fact.fields["order"]))
    return [(fact.fields["role"], fact.fields["organization"]) for fact in found]


SPOKEN: list[tuple[str, list[tuple[str, str]]]] = [
    # 负责制 is a system, 负责制定 a duty
    ("市财政局负责制定管理细则,各部门负责抓好落实。", [(R, "桐溪市财政局"), (R, "桐溪市各部门")]),
    ("由市数据局牵头制定年度清单。", [(L, "桐溪市数据局")]),
    ("各县区实行首长负责制。", []),
    ("市数据局是全市公共数据的主管部门,负责统筹数据归集。", [(R, "桐溪市数据局")]),
    ("各县区人民政府是本地区工作的责任主体,应当健全机制。", [(R, "桐溪市各县区人民政府")]),
    ("数据是重要的生产要素,负责任地使用才有价值。", []),
    (
        "市公安局、市国家安全局等部门按照各自职责做好监管。",
        [(R, "桐溪市公安局"), (R, "桐溪市国家安全局")],
    ),
    ("各责任(配合)单位要主动对接。", []),
    (
        "市大数据产业领导小组(以下简称领导小组)是全市数据工作的领导机构,负责协调重大事项。",
        [(R, "桐溪市大数据产业领导小组")],
    ),
    # lists of bodies with their duties
    ("市公安局:负责现场警戒,疏导交通。", [(R, "桐溪市公安局")]),
    ("市卫生健康委、民政局:做好救治和救助工作。", [(R, "桐溪市卫生健康委"), (R, "桐溪市民政局")]),
    ("1.市数据局:牵头归集数据。", [(L, "桐溪市数据局")]),
    ("市公安局:电话5220000。", []),
    ("会议要求:加强管理。", []),
    ("市政府成立数据专班,由市数据局牵头,各有关部门参加。", [(L, "桐溪市数据局")]),
    ("由市数据局负责编制年度清单。", [(R, "桐溪市数据局")]),
    (
        "由市数据局牵头,市财政局、审计局配合,每年开展一次评估。",
        [(L, "桐溪市数据局"), (S, "桐溪市财政局"), (S, "桐溪市审计局")],
    ),
    ("由市数据局统筹全市云资源。", [(L, "桐溪市数据局")]),
    ("市财政局要优先安排运维经费。", [(R, "桐溪市财政局")]),
    ("市公安局应当定期核查账号。", [(R, "桐溪市公安局")]),
    (
        "市数据局要会同市财政局、审计局制定采购目录。",
        [(R, "桐溪市数据局"), (S, "桐溪市财政局"), (S, "桐溪市审计局")],
    ),
    ("各县区、各部门要结合实际细化措施。", [(R, "桐溪市各县区"), (R, "桐溪市各部门")]),
    ("各镇、街、功能区应因地制宜选择样板。", [(R, "桐溪市各镇街"), (R, "桐溪市各功能区")]),
    ("成立桐溪市数字底座建设领导小组,统筹协调推进各项任务。", [(L, "桐溪市数字底座建设领导小组")]),
    ("在市数字底座建设领导小组的统一领导下,健全会商制度。", [(L, "桐溪市数字底座建设领导小组")]),
    ("在数字桐溪工作委员会领导下,健全会商制度。", [(L, "数字桐溪工作委员会")]),
    ("市数据局和市财政局分别负责技术审查、资金审查。", [(R, "桐溪市数据局"), (R, "桐溪市财政局")]),
    ("各县区政府对本辖区隐患排查负总责。", [(R, "桐溪市各县区政府")]),
    ("请各县区于月底前报送台账。", [(R, "桐溪市各县区")]),
    ("以下任务均需各县区政府落实,不再逐条列出。", [(R, "桐溪市各县区政府")]),
    ("除专门列出外,以下任务均涉及各县区政府,不再逐条列出。", [(R, "桐溪市各县区政府")]),
    ("市数据主管部门负责统筹协调全市数据工作。", [(R, "桐溪市数据主管部门")]),
    ("各级各部门要压实责任。", [(R, "桐溪市各级各部门")]),
    ("各级党委、政府要高度重视。", [(R, "桐溪市各级党委"), (R, "桐溪市各级政府")]),
    ("各有关单位要积极配合做好迁移。", [(S, "桐溪市各有关单位")]),
    ("进度滞后的,由市政府督查室跟踪督办。", [(R, "桐溪市政府督查室")]),
    # none of these gives a body a duty
    ("充分发挥市数据局职能作用。", []),
    ("方案报市政府备案。", []),
    ("各牵头单位要按月报送进展。", []),
    ("数据提供方应当保证数据真实。", []),
    ("公共管理机构负责本机构数据安全。", []),
    ("县级以上人民政府应当加强领导。", []),
    ("政务部门应当编制目录。", []),
    ("企业要履行主体责任。", []),
    ("有关部门要求各地加强演练。", []),
    ("市数据局负责人介绍了有关情况。", []),
    ("市应急局应用系统已上线运行。", []),
    ("市数据局统筹协调作用发挥不够。", []),
    ("积极配合督查部门开展检查。", []),
    ("由市级层面统一规划,主阵地在各街道。", []),
    ("加强部门配合,明确责任分工。", []),
    ("领导小组由市数据局和市财政局组成。", []),
    ("由市数据局承建的平台已经验收。", []),
    ("新建系统应部署在统一云平台。", []),
    ("在市委、市政府坚强领导下,各项工作取得成效。", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SPOKEN, ids=[case[0] for case in SPOKEN])
def test_running_text_says(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert said(f"一、健全机制\n完善年度会商制度。{sentence}\n") == expected

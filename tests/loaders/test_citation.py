"""Citations: other papers, their numbers, how they are cited, and what is none."""

from __future__ import annotations

import time
from typing import Any

import pytest

from loaders.extractors.citation import read_citations
from loaders.quoted_titles import cited_standards, quoted_titles
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.regions import Region, load_regions
from ontology.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    (),
    load_regions().extended(
        [
            Region("990000", "北岭省", "province", "100000", ("北岭",)),
            Region("990100", "云泽市", "prefecture", "990000", ("云泽",)),
        ]
    ),
    "test",
)
HEAD = "云泽市数字政府建设方案\n"


def citations(sentence: str, head: str = HEAD) -> list[dict[str, Any]]:
    document = load_bytes((head + sentence + "\n").encode("utf-8"), "test.txt")
    return [dict(fact.fields) for fact in read_citations(read(document, VOCABULARY))]


def brief(sentence: str, head: str = HEAD) -> list[tuple[str | None, str | None, str]]:
    return [(one["title"], one["number"], one["relation"]) for one in citations(sentence, head)]


def test_the_number_in_the_bracket_behind_belongs_to_the_title() -> None:
    assert brief("根据《数据共享办法》(云政发〔2021〕6号)等文件精神,制定本方案。") == [
        ("数据共享办法", "云政发〔2021〕6号", "basis")
    ]


def test_titles_in_one_list_share_their_basis() -> None:
    found = brief(
        "根据《甲项规划纲要》和《乙项发展规划》(北政字〔2021〕8号)、《丙项行动计划(2023—2025年)》等,结合实际,制定本方案。"
    )
    assert found == [
        ("甲项规划纲要", None, "basis"),
        ("乙项发展规划", "北政字〔2021〕8号", "basis"),
        ("丙项行动计划(2023—2025年)", None, "basis"),
    ]


@pytest.mark.parametrize(
    ("inner", "title"),
    [
        ("《云泽市政府关于印发〈共享办法〉的通知》", "云泽市政府关于印发〈共享办法〉的通知"),
        ("《云泽市政府关于印发《共享办法》的通知》", "云泽市政府关于印发《共享办法》的通知"),
        ("《云泽市政府关于印发<共享办法>的通知》", "云泽市政府关于印发<共享办法>的通知"),
    ],
)
def test_a_title_within_a_title_is_one_citation(inner: str, title: str) -> None:
    assert brief(f"按照{inner}要求,抓好落实。") == [(title, None, "basis")]


def test_a_mark_that_is_never_closed_opens_nothing() -> None:
    assert brief("按照《未写完的标题推进工作。落实《共享办法》要求。") == [("共享办法", None, "basis")]


def test_a_title_with_a_line_break_inside_is_on_one_line() -> None:
    assert brief("按照《云泽市公共数据\n共享办法》要求,抓好落实。") == [
        ("云泽市公共数据共享办法", None, "basis")
    ]


def test_quotation_marks_and_signs_inside_a_title_are_kept() -> None:
    assert brief("落实《“十四五”数字北岭规划》《“互联网+政务服务”实施意见(试行)》。") == [
        ("“十四五”数字北岭规划", None, "basis"),
        ("“互联网+政务服务”实施意见(试行)", None, "basis"),
    ]


@pytest.mark.parametrize(
    ("sentence", "relation", "action"),
    [
        ("出台《公共数据开放细则》,释放数据价值。", "cites", "出台"),
        ("先后印发了《公共数据开放细则》。", "cites", "印发"),
        ("修订完善《公共数据开放细则》。", "cites", "修订"),
        ("研究制定《公共数据开放细则》。", "cites", "研究制定"),
        ("加快《公共数据开放细则》编制工作。", "cites", "编制"),
        ("认真贯彻落实《公共数据开放细则》。", "basis", None),
        ("严格执行《公共数据开放细则》。", "cites", None),
        ("以《公共数据开放细则》为依据开展工作。", "basis", None),
        ("《公共数据开放细则》明确提出三项任务。", "cites", None),
        ("按照全市部署,出台《公共数据开放细则》。", "cites", "出台"),
    ],
)
def test_the_verb_tells_how_a_paper_is_cited_and_what_is_done_to_it(
    sentence: str, relation: str, action: str | None
) -> None:
    (found,) = citations(sentence)
    assert (found["relation"], found["action"]) == (relation, action)


def test_the_organ_before_the_mark_is_no_part_of_the_title() -> None:
    (found,) = citations("根据中共中央办公厅、国务院办公厅《关于加强数据工作的意见》精神,推进改革。")
    assert found["title"] == "关于加强数据工作的意见"
    assert found["issuer"] == "中共中央办公厅、国务院办公厅"
    assert found["relation"] == "basis"
    (local,) = citations("2021年,省政府印发《数字北岭规划》。落实市数据局部署。")
    assert local["action"] == "印发"
    (named,) = citations("落实省政府《数字北岭规划》要求。")
    assert named["issuer"] == "北岭省政府"


def test_the_documents_own_title_is_no_citation() -> None:
    notice = "云泽市政府关于印发《云泽市数据方案》的通知\n各县区政府:\n《云泽市数据方案》已经市政府同意,现印发给你们。\n云泽市政府\n2022年2月2日\n"
    assert brief("云泽市数据方案\n根据《数据法规》,制定本方案。", notice) == [("数据法规", None, "basis")]
    draft = "云泽市数据规划(2024—2026年)(征求意见稿)\n"
    assert brief("《云泽市数据规划(2024-2026年)》分为三章。", draft) == []


def test_a_paper_that_is_only_passed_on_is_a_citation() -> None:
    notice = "云泽市政府办公室关于转发《北岭省数据共享意见》的通知\n各县区政府:\n现将《北岭省数据共享意见》转发给你们。\n云泽市政府办公室\n2022年2月2日\n"
    assert ("北岭省数据共享意见", None) in {one[:2] for one in brief("请认真执行。", notice)}


def test_short_titles_are_no_citations() -> None:
    sentence = "《云泽市“十四五”数据规划》(以下简称《规划》)即将实施。《规划》分为五章,《工作要点》另行印发。"
    assert brief(sentence, "某地推进转型\n") == [("云泽市“十四五”数据规划", None, "cites")]
    both = "根据《数据共享办法》(云政发〔2021〕6号,以下简称《共享办法》)和《数据目录指南》,落实《共享办法》。"
    assert brief(both) == [("数据共享办法", "云政发〔2021〕6号", "basis"), ("数据目录指南", None, "basis")]


def test_a_number_without_a_title_is_a_citation_without_title() -> None:
    assert brief("按照国办函〔2021〕21号要求,推进改革。") == [(None, "国办函〔2021〕21号", "basis")]


def test_the_documents_own_number_is_no_citation() -> None:
    assert brief("各县区政府:\n现印发给你们。", "云泽市政府关于数据工作的通知\n云政发〔2021〕9号\n") == []
    shown_twice = "云泽市政府关于数据工作的通知\n云政发〔2021〕9号\n为做好工作,通知如下。\n"
    assert brief("云政发〔2021〕9号", shown_twice) == []


def test_a_bracket_between_two_titles_parts_no_list() -> None:
    assert brief("根据《数据管理办法》(省政府令354号)和《数据共享规定》,制定本方案。") == [
        ("数据管理办法", "省政府令354号", "basis"),
        ("数据共享规定", None, "basis"),
    ]


def test_a_verb_that_describes_the_paper_is_not_what_is_done_to_it() -> None:
    assert brief("根据新修订的《数据条例》,制定本方案。") == [("数据条例", None, "basis")]
    assert brief("按照省里印发的《数据工作方案》要求,推进改革。") == [("数据工作方案", None, "basis")]


@pytest.mark.parametrize(
    "code",
    ["DB37/T3890", "DB37/T 3890.1-2020", "GB/T 36073-2018", "GB 17859—1999", "YD/T 1234", "T/SDBD 001-2020"],
)
def test_standards_are_cited_by_their_codes(code: str) -> None:
    assert [found.title for found in cited_standards(f"达到{code}要求")] == [code]


def test_a_standard_in_the_bracket_is_the_number_of_the_title() -> None:
    assert brief("达到《智慧城市评价指标》(DB99/T3890)四星级以上标准。") == [
        ("智慧城市评价指标", "DB99/T3890", "cites")
    ]


def test_a_standard_is_cited_by_name_before_its_letters() -> None:
    assert brief("开展数据资产评估模型(DAEM)贯标,提升能力。") == [("数据资产评估模型(DAEM)", None, "cites")]


@pytest.mark.parametrize("text", ["5G网络和4K超高清", "ISO镜像", "DB37", "GB级内存", "12345热线"])
def test_other_letters_and_figures_are_no_standards(text: str) -> None:
    assert not list(cited_standards(text))


@pytest.mark.parametrize(
    "sentence", ["在《云泽日报》开设专栏。", "推出话剧《数据人生》。", "拍摄专题片《数字云泽》。"]
)
def test_newspapers_and_plays_are_no_papers(sentence: str) -> None:
    assert brief(sentence) == []


@pytest.mark.parametrize(
    "piece", ["《", "》", "《甲", "《甲《乙》", "(", "一", "1", "〔2021〕", "以下简称《", "GB/T "]
)
def test_hostile_input_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece) + 1)
        start = time.process_time()
        for _ in quoted_titles(text):
            pass
        for _ in cited_standards(text):
            pass
        return time.process_time() - start

    seconds(1000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.01)

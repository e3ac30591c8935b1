"""Organizations of running text: where a name begins, what is no body, once a name."""

from __future__ import annotations

import time

import pytest

from loaders.extractors.organization import read_organizations
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.vocabulary import load_vocabulary

#: a real place, so that names have a region; the bodies are invented
TITLE = "丽水市人民政府办公室关于印发丽水市数字化工作方案的通知"


def bodies(body: str) -> list[tuple[str, str]]:
    text = f"{TITLE}\n各县(市、区)人民政府:\n{body}\n丽水市人民政府办公室\n2031年2月3日\n"
    reading = read(load_bytes(text.encode("utf-8"), "paper.txt"), load_vocabulary(None)[0])
    found = sorted(read_organizations(reading), key=lambda fact: fact.start)
    return [(fact.fields["name"], fact.fields["type"]) for fact in found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("方案已经市委、市政府同意,请认真落实。", [("丽水市委", "party"), ("丽水市政府", "government")]),
        ("按照省委、省政府部署,制定本方案。", [("浙江省委", "party"), ("浙江省政府", "government")]),
        (
            "成立市数字生态提升推进工作专班,研究重大问题。",
            [("丽水市数字生态提升推进工作专班", "leading_group")],
        ),
        ("组建智慧林业专家咨询委员会,提供论证。", [("智慧林业专家咨询委员会", "committee")]),
        (
            "联合丽水山居大学、青竹云创科技有限公司攻关,开放数据。",
            [("丽水山居大学", "institution"), ("青竹云创科技有限公司", "enterprise")],
        ),
        ("支持丽水绿谷数字产业园扩容,引导集聚。", [("丽水绿谷数字产业园", "park")]),
        (
            "引进蓝杉云、橙湾科技等行业龙头企业,壮大产业。",
            [("蓝杉云", "enterprise"), ("橙湾科技", "enterprise")],
        ),
        ("加强与丽水数据要素产业联盟合作,办好活动。", [("丽水数据要素产业联盟", "other")]),
        ("领导小组办公室设在市林业局,负责日常工作。", [("丽水市林业局", "department")]),
    ],
)
def test_a_name_is_bounded_by_places_marks_and_words(sentence: str, found: list[tuple[str, str]]) -> None:
    assert bodies(f"一、工作任务\n{sentence}") == found


@pytest.mark.parametrize(
    "sentence",
    [
        "支持龙头企业、高校和科研院所共建联合实验室,开放场景。",
        "建设数据产业园3个,引进软件公司20家。",
        "各有关单位要加强配合,各县(市、区)政府要抓好落实。",
        "发挥行业协会作用,规范运营公司行为。",
        "升级市一体化数据平台,接入城市大脑。",
        "方便大学生办理落户,提供云服务。",
        "完善社区政府服务站点,优化园区环境。",
        "政务、医疗、交通等领域企业应用数据,降低成本。",
    ],
)
def test_classes_of_bodies_systems_and_other_words_are_no_names(sentence: str) -> None:
    assert bodies(f"一、工作任务\n{sentence}") == []


def test_a_body_of_a_clause_counts_only_where_the_text_mentions_it_elsewhere() -> None:
    clause = "一、工作任务\n建设驿站,方便群众。(责任单位:市林业局、市水利局)\n"
    assert bodies(clause) == []
    assert bodies(clause + "二、组织保障\n日常调度设在市林业局,定期通报。") == [
        ("丽水市林业局", "department")
    ]


def test_each_name_is_told_once_and_the_issuer_never() -> None:
    text = "一、工作任务\n支持丽水山居大学办班,扩大规模。\n丽水市人民政府办公室与丽水山居大学签约,共建基地。"
    assert bodies(text) == [("丽水山居大学", "institution")]


def test_a_paper_s_issuer_in_passing_is_told_by_the_citation() -> None:
    assert bodies("一、工作任务\n贯彻国务院《某某条例》,依法办事。") == []


@pytest.mark.parametrize("sign", ["一", "(", "市", "公司", "、"])
def test_a_long_line_of_one_sign_is_read_in_time(sign: str) -> None:
    line = sign * (20_000 // len(sign))
    start = time.process_time()
    bodies(f"一、工作任务\n{line},完成。")
    assert time.process_time() - start < 5

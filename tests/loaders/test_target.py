"""Targets: what counts, by when, planned or reached, whose."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.extractors.target import read_targets
from loaders.facts import Fact
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.vocabulary import load_vocabulary

TITLE = "青岚市2031年数字化工作要点"
PLAN = "青岚市数字经济发展行动方案(2030—2032年)"


def targets(body: str, title: str = TITLE, name: str = "paper.txt") -> list[Fact]:
    text = f"{title}\n{body}\n青岚市人民政府办公室\n2031年2月3日\n"
    reading = read(load_bytes(text.encode("utf-8"), name), load_vocabulary(None)[0])
    return sorted(read_targets(reading), key=lambda fact: fact.start)


def values(body: str, title: str = TITLE) -> list[tuple[Any, Any]]:
    return [(fact.fields["value"], fact.fields["unit"]) for fact in targets(body, title)]


def one(body: str, title: str = TITLE) -> dict[str, Any]:
    (fact,) = targets(body, title)
    return dict(fact.fields)


@pytest.mark.parametrize(
    "sentence",
    [
        "对新建机房给予最高30万元补助。",
        "年营业收入超过2000万元的企业应当接入平台。",
        "收到申请后应当在5个工作日内答复。",
        "用好12345热线,提供7×24小时服务。",
        "打造“10分钟办事圈”。",
        "本方案提出12项举措。",
        "落实《青岚市百个场景50条》。",
        "先后征求46家单位意见。",
        "做到一个标准、一把尺子。",
    ],
)
def test_rules_grants_names_and_talk_are_no_targets(sentence: str) -> None:
    assert values(f"一、工作任务\n{sentence}") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("建成智慧泊位不少于600个。", [("600", "个")]),
        ("事项网办率、即办率分别达到90%、75%。", [("90", "%"), ("75", "%")]),
        ("培育云服务企业12家、软件园3个。", [("12", "家"), ("3", "个")]),
        ("把平均审批时间压缩至4个工作日以内。", [("4", "个工作日")]),
        ("归集人口、法人、房屋、林草等六大主题数据。", [("6", "个")]),
        ("搭建水务、气象、林草三个专题库。", [("3", "个")]),
        ("争创五星级智慧城市。", [("5", "星级")]),
        ("宽带接入速率千兆为主。", [("1000", "兆")]),
        ("注册用户由20万人增长到35万人。", [("35", "万人")]),
        ("建成一个区域性算力枢纽。", [("1", "个")]),
        ("新建数据中心电源使用效率不高于1.22。", [("1.22", "")]),
    ],
)
def test_what_counts_something_concrete_is_a_target(sentence: str, found: list[tuple[str, str]]) -> None:
    assert values(f"一、工作任务\n{sentence}") == found


def test_two_rates_that_share_a_figure_are_two_targets() -> None:
    found = targets("一、工作任务\n公示及时率、准确率不低于97%。")
    assert [fact.fields["indicator"] for fact in found] == ["公示及时率", "准确率"]
    assert {fact.fields["comparator"] for fact in found} == {">="}


@pytest.mark.parametrize(
    ("body", "deadline", "rests_on"),
    [
        ("一、工作任务\n到2032年,建成驿站40个。", "2032", "sentence"),
        ("一、工作任务\n较2029年增加15个百分点,到2032年上云企业达到300家。", None, None),
        ("一、工作任务\n6月底前建成驿站40个。", "2031-06-30", "sentence"),
        ("一、工作任务\n建成驿站40个,9月底前全部投用。", "2031-09-30", "sentence"),
        ("一、2031年目标\n建成驿站40个。", "2031", "heading"),
        ("一、工作任务\n1.建好驿站。建成驿站40个。\n完成时限:2031年10月底", "2031-10-31", "item"),
        ("一、工作任务\n建成驿站40个。", "2032", "plan horizon"),
    ],
)
def test_a_deadline_says_what_it_rests_on(body: str, deadline: str | None, rests_on: str | None) -> None:
    found = targets(body, PLAN)[-1].fields
    if deadline is None:
        deadline, rests_on = "2032", "sentence"
    assert (found["deadline"], found["deadline_from"], found["status"]) == (deadline, rests_on, "planned")


def test_two_years_before_respectively_go_to_two_figures() -> None:
    found = targets("一、工作任务\n2031年、2032年,交易额分别达到8亿元、15亿元。", PLAN)
    assert [(fact.fields["value"], fact.fields["deadline"]) for fact in found] == [
        ("8", "2031"),
        ("15", "2032"),
    ]


def test_what_was_reached_takes_the_day_it_holds_for_or_none() -> None:
    body = "一、发展现状\n截至2030年11月底,开通基站700座。\n上云企业超过90家。\n二、工作任务\n开通基站900座。"
    found = [(fact.fields["status"], fact.fields["deadline"]) for fact in targets(body, PLAN)]
    assert found == [("achieved", "2030-11-30"), ("achieved", None), ("planned", "2032")]


def test_what_is_aimed_at_behind_what_was_reached_is_planned() -> None:
    found = targets("一、工作任务\n目前已建成驿站20个,到2032年达到50个。", PLAN)
    assert [(fact.fields["status"], fact.fields["deadline"]) for fact in found] == [
        ("achieved", None),
        ("planned", "2032"),
    ]


def test_a_summary_tells_what_was_done_until_it_looks_ahead() -> None:
    body = "一、主要做法\n建成驿站40个。\n二、下一步打算\n建成驿站60个。"
    found = targets(body, "青岚市数字化局2030年工作总结")
    assert (found[0].fields["status"], found[0].fields["deadline"]) == ("achieved", "2030")
    assert found[1].fields["status"] == "planned"


def test_a_regulation_lays_down_conditions() -> None:
    body = "第一条 为规范数据管理,制定本办法。\n第二条 评审专家不少于5人,意见保存2份。"
    assert targets(body, "青岚市公共数据管理办法") == []


def test_the_scope_is_whom_the_sentence_speaks_of() -> None:
    assert one("一、发展形势\n2030年,我国算力规模达到400EFlops。")["scope"] == "中国"
    share = one("一、工作任务\n70%以上的乡镇建成驿站。")
    assert (share["scope"], share["comparator"]) == ("70%以上的乡镇", ">=")


def test_a_yearly_figure_says_so() -> None:
    assert one("一、工作任务\n每年培训网格员不少于800人次。", PLAN)["period"] == "每年"
    assert one("一、工作任务\n软件业收入年均增长12%左右。", PLAN)["period"] == "年均"


def test_a_table_of_indicators_gives_a_figure_for_each_cell() -> None:
    page = (
        f"<html><body><h1>{PLAN}</h1><p>一、工作目标</p><table>"
        "<tr><th>指标</th><th>单位</th><th>2029年实际</th><th>2032年目标</th></tr>"
        "<tr><td>上云企业</td><td>家</td><td>90</td><td>≥300</td></tr></table></body></html>"
    )
    reading = read(load_bytes(page.encode("utf-8"), "paper.html"), load_vocabulary(None)[0])
    found = [
        tuple(
            fact.fields[name] for name in ("indicator", "comparator", "value", "unit", "deadline", "status")
        )
        for fact in read_targets(reading)
    ]
    assert found == [
        ("上云企业", "=", "90", "家", "2029", "achieved"),
        ("上云企业", ">=", "300", "家", "2032", "planned"),
    ]


def test_every_target_names_what_it_counts() -> None:
    body = "一、工作任务\n覆盖率达到80%、60%。新建驿站40个,改造70处。"
    assert all(fact.fields["indicator"] for fact in targets(body))

"""Named campaigns without quotation marks."""

import time

import pytest

from loaders.beginnings import beginning
from loaders.campaigns import find_campaigns


def names(text):
    return [campaign.name for campaign in find_campaigns(text)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("实施网上服务提速行动,方便群众。", "网上服务提速行动"),
        ("统筹推进全区域数字转型试点建设。", "全区域数字转型试点"),
        ("推进工程领域突出问题专项整治行动。", "工程领域突出问题专项整治行动"),
        ("实施海洋新材料孵化和推广计划。", "海洋新材料孵化和推广计划"),
        ("开展用户侧服务改革。", "用户侧服务改革"),
        ("组织实施好平安湖滨建设攻势。", "平安湖滨建设攻势"),
        ("启动智能车间试点示范创建工作。", "智能车间试点示范创建"),
        ("积极争取国家要素配置改革试点落地。", "国家要素配置改革试点"),
        ("举办第四届湖滨青年创业大赛。", "第四届湖滨青年创业大赛"),
        ("推进国家数据设施试点(湖滨片区)。", "国家数据设施试点(湖滨片区)"),
        ("(一)港口提质工程\n目标:略。", "港口提质工程"),
        ("2.数据开放推进行动。编制目录。", "数据开放推进行动"),
        ("略。\n算力强基工程:建设机房。", "算力强基工程"),
        ("略。\n行动一:数据提质行动\n略。", "数据提质行动"),
        ("(二)实施算力强基行动。", "算力强基行动"),
    ],
)
def test_the_name_begins_behind_the_verb(sentence, name):
    assert names(sentence) == [name]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("实施标准完善、能力提升、场景赋能等专项行动。", ["标准完善", "能力提升", "场景赋能"]),
        ("开展清网、护苗等专项行动。", ["清网", "护苗"]),
    ],
)
def test_a_list_is_spelt_out(sentence, expected):
    assert names(sentence) == [f"{name}专项行动" for name in expected]


def test_the_last_two_of_a_list_are_joined_by_and():
    text = "瞄准优化环境、审批提速、法治建设和诚信建设攻坚战。"
    assert names(text) == ["优化环境攻坚战", "审批提速攻坚战", "法治建设攻坚战", "诚信建设攻坚战"]


def test_a_list_of_whole_names_needs_its_verb_once():
    assert names("开展算力计量试点、绿电直供试点。") == ["算力计量试点", "绿电直供试点"]


def test_places_before_a_name_tell_where_and_are_no_members():
    assert names("加快河东区、河西区智慧助老试点。") == ["智慧助老试点"]


@pytest.mark.parametrize(
    "sentence",
    [
        "推进一批重点工程。",
        "实施28项重点工程。",
        "制定行动方案。",
        "开展试点工作。",
        "加快水利工程智能化改造。",
        "工程建设项目审批全程网办。",
        "深化医药卫生体制改革。",
        "计划投资三千万元。",
        "完善组织体系、规划计划体系。",
        "完成年度计划。",
        "开展专项行动。",
        "发挥海洋技术试点国家实验室作用。",
        "支持湖滨学院开设数据工程专业。",
    ],
)
def test_generic_works_plans_and_papers_are_no_names(sentence):
    assert names(sentence) == []


def test_a_technology_times_a_trade_is_a_programme():
    assert names("1.数据要素×现代农业。建设示范基地。") == ["数据要素×现代农业"]


def test_a_date_tells_when_it_begins_but_a_deadline_does_not():
    assert beginning("2027年3月,启动清源行动", 0, 10) == "2027-03"
    assert beginning("2027年实施清源行动", 0, 7) == "2027"
    assert beginning("2027年底前实施清源行动", 0, 9) is None
    assert beginning("到2027年实施清源行动", 0, 8) is None


@pytest.mark.parametrize("sign", ["一", "(", "行动", "、", "实施一、", "甲区、", "数据要素×"])
def test_a_line_of_one_sign_takes_no_longer_than_its_length(sign):
    began = time.process_time()
    list(find_campaigns(sign * (100_000 // len(sign))))
    assert time.process_time() - began < 2

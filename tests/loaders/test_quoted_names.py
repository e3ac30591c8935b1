"""Quoted words that name an initiative, and those that name none."""

import pytest

from loaders.quotations import Quoted, find_quotations, in_lists
from loaders.quoted_names import find_quoted_names, is_promoted


def names(text, places="", platforms=frozenset()):
    return [name.name for name in find_quoted_names(text, find_quotations(text), places, platforms)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("深化“一窗速办”改革。", "一窗速办改革"),
        ("开展“银桥护航”专项行动。", "银桥护航专项行动"),
        ("探索“岗位管家”用工服务新模式。", "岗位管家用工服务新模式"),
        ("实施“千厂换新”技术改造提升工程。", "千厂换新技术改造提升工程"),
        ("健全“街道点单”工作机制,压实责任。", "街道点单工作机制"),
        ("完善“2+4+N”工作体系。", "2+4+N工作体系"),
        ("遵循“1245”的总体思路。", "1245的总体思路"),
        ("形成“一核多点”空间格局。", "一核多点空间格局"),
        ("推行“首席联络员”制度。", "首席联络员制度"),
        ("举办“湖滨杯”数据应用创新大赛。", "湖滨杯数据应用创新大赛"),
        ("实施“万店上线”(河西片区)活动。", "万店上线(河西片区)活动"),
    ],
)
def test_the_noun_behind_the_marks_belongs_to_the_name(sentence, name):
    assert names(sentence) == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("深化“零材料城市”建设。", "零材料城市"),
        ("新增“指尖办”事项40项。", "指尖办"),
        ("推进“一码畅行”场景落地。", "一码畅行"),
        ("推广“移动巡诊”服务。", "移动巡诊"),
        ("政务服务“异地代收”比例达到七成。", "异地代收"),
        ("举办“数据下乡”等活动。", "数据下乡"),
        ("以“双招双引”为抓手,壮大产业。", "双招双引"),
        ("推动“互联网+护理”进村。", "互联网+护理"),
        ("培育“湖滨好物”消费品牌。", "湖滨好物"),
    ],
)
def test_a_noun_that_only_says_what_is_done_with_it_stays_outside(sentence, name):
    assert names(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "做到“应接尽接”。",
        "实现数据“应归必归、应享尽享”。",
        "坚持“急用先行”,分步推进。",
        "按照“先易后难、分批推进”的原则办理。",
        "打通服务群众“最后一公里”。",
        "坚持全市“一盘棋”。",
        "推广“枫桥经验”。",
        "破除“玻璃门”。",
        "着力解决“往返跑”问题。",
        "构建高效“数据链”。",
        "打造生态“供应链”。",
        "为基层“松绑减压”。",
        "实施“十五五”规划。",
        "成立“数字改革专家委员会”。",
        "培育“链主”企业6家。",
        "着力打造“设施完备、服务周到”的社区。",
        "发挥“微”平台作用。",
        "落实“一把手”工程。",
        "增强“四个意识”。",
        "以“数字赋能、惠民利企”为主题办节。",
        "本办法所称“数据经纪人”,是指中介。",
        "落实“人才10条”。",
        "确保“不漏一户、不落一人”。",
        "围绕“优政、惠企”四大领域。",
    ],
)
def test_principles_metaphors_praise_and_ordinary_words_name_nothing(sentence):
    assert names(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "推广“湖滨通”。",
        "升级“湖滨快办”APP。",
        "建设“零材料城市”支撑平台。",
        "依托“小满管家”开展巡查。推广“小满管家”。",
        "鼓励“鲜生汇”“农品汇”等平台发展。",
        "上线“一部手机逛湖滨”。",
    ],
)
def test_a_platform_is_left_to_the_reader_of_platforms(sentence):
    assert names(sentence) == []


def test_a_reform_may_be_named_after_a_platform():
    assert names("深化“湖滨快办”改革。推广“湖滨快办”APP。") == ["湖滨快办改革"]


def test_what_a_change_starts_from_is_no_aim():
    assert names("从“能办”“可办”向“智慧办、主动办”升级。") == ["智慧办、主动办"]


def test_two_signs_alone_say_nothing_without_the_noun_before_them():
    assert names("实施科技企业“登高”计划。") == ["科技企业登高计划"]
    assert names("开展全市“净土”行动。") == ["净土行动"]
    assert names("开展公共数据“百日清零”行动。") == ["百日清零行动"]


def test_members_of_a_list_share_the_verb_before_it_and_the_last_takes_the_noun():
    assert names("推广“共享车间”“轻量改造”模式。") == ["共享车间", "轻量改造模式"]


def test_a_name_that_holds_the_own_place_is_a_brand():
    assert names("培育“乐享湖滨”。", places="湖滨") == ["乐享湖滨"]
    assert names("培育“乐享湖滨”。") == []


def test_known_platforms_are_none():
    assert names("推广“微邻里”。") == ["微邻里"]
    assert names("推广“微邻里”。", platforms=frozenset({"微邻里"})) == []


def test_lists_are_held_together_by_a_comma_of_lists_or_by_nothing():
    text = "“甲”“乙”、“丙”和“丁”,“戊”"
    rows = in_lists(text, find_quotations(text))
    assert [[one.words for one in row] for row in rows] == [["甲", "乙", "丙", "丁"], ["戊"]]


def test_a_mark_that_is_never_closed_opens_nothing():
    assert find_quotations("“一网\n通办” 和 “" + "长" * 60 + "”") == []


def test_straight_and_single_marks_are_marks_too():
    assert names('推行"就近办"服务,深化‘一窗速办’改革。') == ["就近办", "一窗速办改革"]


def test_an_offset_knows_the_marks_around_it():
    quoted = Quoted(find_quotations("推行“随手办”服务"))
    assert quoted.at(3) == quoted.at(6) == (2, 7, "随手办")
    assert quoted.at(1) is None and quoted.at(7) is None


def test_a_verb_directly_before_commits():
    assert is_promoted("全面推行随手办。", 4)
    assert not is_promoted("培训随手办人员。", 2)

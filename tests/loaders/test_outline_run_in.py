"""Headings of documents that lost their line ends."""

from __future__ import annotations

from collections import Counter

import pytest

from loaders.document import Document, SourceMap
from loaders.outline import read_outline


def numbered(text: str) -> list[tuple[str, str]]:
    document = Document("样例.txt", "0" * 64, text, text, SourceMap(len(text)))
    return [(section.path, section.title) for section in read_outline(document).sections if section.numbered]


def test_a_regulation_without_any_line_end() -> None:
    text = (
        "云汀市公共数据管理办法第一章总则第一条为规范公共数据管理,制定本办法。第二条本市行政区域内的活动适用本办法。"
        "第二章目录管理第三条公共数据实行目录管理。目录分为下列三类:(一)无条件共享;(二)有条件共享;(三)不予共享。"
        "第四条依据第三条规定编制目录。第三章附则第五条本办法自发布之日起施行。"
    )
    assert numbered(text) == [
        ("第一章", "总则"),
        ("第一章/第一条", "为规范公共数据管理,制定本办法"),
        ("第一章/第二条", "本市行政区域内的活动适用本办法"),
        ("第二章", "目录管理"),
        ("第二章/第三条", "公共数据实行目录管理"),
        ("第二章/第三条/(一)", "无条件共享"),
        ("第二章/第三条/(二)", "有条件共享"),
        ("第二章/第三条/(三)", "不予共享"),
        ("第二章/第四条", "依据第三条规定编制目录"),
        ("第三章", "附则"),
        ("第三章/第五条", "本办法自发布之日起施行"),
    ]


PLAN = """为建设数字云汀,制定本规划。
一、基础形势
“十三五”以来,全县统一、高效推进一、二、三产业融合,光缆长度达10.4万公里。
(一)发展现状
1.完善基础设施
全面建成机房3座,年均用电1.2亿度,覆盖率100%。
2.培育数字产业
全年引进企业20余家。
(二)存在问题
统筹力度不够,人才总量不足。
二、建设泛在智能的数字底座
抢抓新一轮科技机遇,统筹布局各类设施。
(一)升级通信网络
加快城域网扩容,到2025年出口带宽达到2T。
(二)打造算力设施
依托县级机房,建设边缘节点。
三、保障措施
(一)加强组织领导
各级各部门要落实责任,形成合力。
(二)强化资金保障
设立专项资金,鼓励社会参与。
"""


@pytest.mark.parametrize("between", ["", " "])
def test_a_plan_keeps_its_headings_without_line_ends(between: str) -> None:
    assert numbered(PLAN.replace("\n", between)) == numbered(PLAN)


def test_titles_that_end_with_a_full_stop_stay_whole() -> None:
    text = (
        "一、重点任务(一)积极推进市域治理“一网统管”。围绕城市运行,完善平台。"
        "(二)数字技术驱动生态治理精准化。布设监测站点,开展预警。(三)数字社会构建全面发力。服务更加便捷。"
    )
    assert [title for _, title in numbered(text)] == [
        "重点任务",
        "积极推进市域治理“一网统管”",
        "数字技术驱动生态治理精准化",
        "数字社会构建全面发力",
    ]


def test_a_blank_can_be_all_that_ends_a_title() -> None:
    text = (
        "一、指导思想 以群众满意为标准,坚持创新。二、工作目标 (一)总体目标。到2025年,建成体系。"
        "(二)具体目标 1.覆盖率达到90%以上;2.满意率达到95%以上。"
    )
    assert [title for _, title in numbered(text)] == ["指导思想", "工作目标", "总体目标", "具体目标"]


def test_items_that_are_one_sentence_each_are_their_own_title() -> None:
    text = (
        "一、优化服务(一)上线“云汀码”,拓展应用场景12个。(牵头单位:市数据局)"
        "(二)推行免申即享,发布清单300项。(牵头单位:市财政局;配合单位:市税务局)"
        "(三)优化热线服务,按期办结率保持在99%以上。(牵头单位:市热线办)"
    )
    assert [title for _, title in numbered(text)][1:] == [
        "上线“云汀码”,拓展应用场景12个",
        "推行免申即享,发布清单300项",
        "优化热线服务,按期办结率保持在99%以上",
    ]


def test_figures_that_enumerate_inside_a_sentence_are_no_headings() -> None:
    text = (
        "一、任务\n推进三项工作:1.归集数据;2.共享数据;3.开放数据。另有①甲,②乙,③丙。\n二、保障\n落实责任。\n"
    )
    assert [path for path, _ in numbered(text)] == ["一", "二"]


def test_an_emergency_plan_without_line_ends() -> None:
    text = (
        "云汀县应急预案1总则1.1编制目的为减轻灾害损失,制定本预案。1.2适用范围本预案适用于全县范围。"
        "2组织体系2.1指挥机构县政府设立指挥部,统一领导。"
    )
    assert Counter(path for path, _ in numbered(text)) == Counter(["1", "1/1.1", "1/1.2", "2", "2/2.1"])
    assert numbered(text)[:3] == [("1", "总则"), ("1/1.1", "编制目的"), ("1/1.2", "适用范围")]

"""Headings and sections of documents that keep their lines, in the habits of the genre."""

from __future__ import annotations

import time

import pytest

from loaders.document import Document, SourceMap, Span
from loaders.outline import Outline, read_outline


def outline_of(text: str, furniture: tuple[Span, ...] = ()) -> Outline:
    return read_outline(Document("样例.txt", "0" * 64, text, text, SourceMap(len(text)), furniture))


def numbered(text: str) -> list[tuple[str, str]]:
    return [(section.path, section.title) for section in outline_of(text).sections if section.numbered]


REGULATION = """云泽省数据条例
(2024年5月30日通过)
目  录
第一章 总则
第二章 数据归集
第三章 附则
第一章 总  则
第一条 为了规范数据处理活动,根据有关法律,制定本条例。
第二条 本省行政区域内的活动,适用本条例。法律另有规定的,从其规定。
第三条 下列用语的含义:
(一)数据,是指以电子方式的记录;
(二)数据处理,包括收集、存储。
第二章 数据归集
第四条 依照本条例第三条第(二)项规定,有关部门应当归集数据。
第五条 违反第四条规定的,责令改正。
第三章 附  则
第六条 本条例自2024年7月1日起施行。
"""


def test_a_regulation_has_chapters_articles_and_items_and_its_contents_are_no_headings() -> None:
    assert numbered(REGULATION) == [
        ("第一章", "总则"),
        ("第一章/第一条", "为了规范数据处理活动,根据有关法律,制定本条例"),
        ("第一章/第二条", "本省行政区域内的活动,适用本条例"),
        ("第一章/第三条", "下列用语的含义"),
        ("第一章/第三条/(一)", "数据,是指以电子方式的记录"),
        ("第一章/第三条/(二)", "数据处理,包括收集、存储"),
        ("第二章", "数据归集"),
        ("第二章/第四条", "依照本条例第三条第(二)项规定,有关部门应当归集数据"),
        ("第二章/第五条", "违反第四条规定的,责令改正"),
        ("第三章", "附则"),
        ("第三章/第六条", "本条例自2024年7月1日起施行"),
    ]


def test_an_article_may_have_a_topic_for_its_title() -> None:
    text = """第一章 总 则
第一条(目的和依据)
  为促进整合,制定本办法。
第二条 【适用范围】本市的活动,适用本办法。
"""
    assert numbered(text)[1:] == [
        ("第一章/第一条", "目的和依据"),
        ("第一章/第二条", "【适用范围】本市的活动,适用本办法"),
    ]


def test_rules_of_procedure_count_their_articles_through_the_chapters() -> None:
    text = """云泽省人民政府工作规则
第一章 总则
一、为使省政府工作规范化,制定本规则。
二、省政府工作的准则是,执政为民,依法行政。
第二章 组成人员职责
三、省长领导省政府的工作。副省长协助省长工作。
第三章 附则
四、本规则自印发之日起施行。
"""
    assert numbered(text) == [
        ("第一章", "总则"),
        ("第一章/一", "为使省政府工作规范化,制定本规则"),
        ("第一章/二", "省政府工作的准则是,执政为民,依法行政"),
        ("第二章", "组成人员职责"),
        ("第二章/三", "省长领导省政府的工作"),
        ("第三章", "附则"),
        ("第三章/四", "本规则自印发之日起施行"),
    ]


def test_an_opinion_counts_its_items_through_and_numbers_in_its_sentences_are_no_headings() -> None:
    text = """关于加快某项建设的意见
一、总体要求
(一)指导思想。以人民为中心,统一、高效推进。
(二)基本原则。
坚持统筹。加强设计,推动一、二、三产业融合发展,建设1.4GHz专网和4.0版系统。
二、主要任务
(三)夯实基础设施。到2025年,形成5.5万亿元规模(共23项)。
(四)培育市场主体。按照第(三)项的要求落实,推行1+4+N架构和12345热线。
三、保障措施
(五)加强组织领导。各部门要落实。
"""
    assert [path for path, _ in numbered(text)] == [
        "一", "一/(一)", "一/(二)", "二", "二/(三)", "二/(四)", "三", "三/(五)",
    ]  # fmt: skip


def test_work_points_count_through_and_titles_may_begin_with_a_figure() -> None:
    text = """2024年云汀县数字化工作要点
一、优化服务
1.推进一件事改革。办好10件事。
2.2024年建成便民中心。共12个。
3.12345热线提质。按期办结率98%。
二、夯实底座
4.5G基站建设。新建100座。
5.升级云平台。包括:1.扩容;2.迁移;3.备份。
三、强化保障
6．加强统筹。落实责任。
"""
    assert numbered(text) == [
        ("一", "优化服务"),
        ("一/1", "推进一件事改革"),
        ("一/2", "2024年建成便民中心"),
        ("一/3", "12345热线提质"),
        ("二", "夯实底座"),
        ("二/4", "5G基站建设"),
        ("二/5", "升级云平台"),
        ("三", "强化保障"),
        ("三/6", "加强统筹"),
    ]


def test_an_emergency_plan_counts_in_points_with_or_without_one_behind_the_first_figure() -> None:
    text = """云汀县防汛应急预案
目录
1总则……………………………3
1.1编制目的…………………3
2组织体系……………………5
1总则
1.1 编制目的
为做好防汛工作,制定本预案。
1.2 适用范围
本预案适用于全县,面积1.5万平方公里。
2组织体系
2.1 指挥机构
2.1.1 指挥部职责
统一指挥。
2.1.2 办公室职责
日常工作。
"""
    assert numbered(text) == [
        ("1", "总则"),
        ("1/1.1", "编制目的"),
        ("1/1.2", "适用范围"),
        ("2", "组织体系"),
        ("2/2.1", "指挥机构"),
        ("2/2.1/2.1.1", "指挥部职责"),
        ("2/2.1/2.1.2", "办公室职责"),
    ]


def test_gaps_and_repeated_numbers_lose_nothing() -> None:
    text = """数字云汀规划
一、总体要求
(一)指导思想
坚持创新。
(三)主要目标
到2025年建成。
二、重点任务
1.建设平台。甲。
2.培育产业。乙。
2.引进人才。丙。
4.优化环境。丁。
四、保障措施
加强领导。
四、附则
本规划由市数据局解释。
"""
    assert [path for path, _ in numbered(text)] == [
        "一", "一/(一)", "一/(三)", "二", "二/1", "二/2", "二/2", "二/4", "四", "四",
    ]  # fmt: skip


def test_parts_and_chapters_may_have_titles_of_two_phrases() -> None:
    text = """第一篇 发展环境
第一章 现实基础 面临形势
第一节 发展成就
成绩突出。
第二节 主要问题
问题不少。
"""
    assert numbered(text) == [
        ("第一篇", "发展环境"),
        ("第一篇/第一章", "现实基础 面临形势"),
        ("第一篇/第一章/第一节", "发展成就"),
        ("第一篇/第一章/第二节", "主要问题"),
    ]


def test_widths_and_blanks_of_numbers_do_not_matter() -> None:
    text = """第 一 章 总则
一、甲组工作
( 一 )甲项
1﹒甲目
2、乙目
(1)甲点
(2)乙点
（二）乙项
二 、乙组工作
"""
    assert [path for path, _ in numbered(text)] == [
        "第一章", "第一章/一", "第一章/一/(一)", "第一章/一/(一)/1", "第一章/一/(一)/2",
        "第一章/一/(一)/2/(1)", "第一章/一/(一)/2/(2)", "第一章/一/(二)", "第一章/二",
    ]  # fmt: skip


def test_an_outline_may_be_turned_inside_out() -> None:
    text = "1.建设平台\n(一)归集数据\n(二)开放数据\n2.培育产业\n(一)引进企业\n(二)扶持企业\n"
    assert [path for path, _ in numbered(text)] == ["1", "1/(一)", "1/(二)", "2", "2/(一)", "2/(二)"]


def test_the_title_leaves_out_a_clause_that_names_bodies() -> None:
    text = "一、加强建设(市数据局牵头,市财政局配合)\n二、扩大开放\n责任单位:市数据局\n"
    assert numbered(text) == [("一", "加强建设"), ("二", "扩大开放")]


def test_signs_in_a_circle_count_only_at_a_line_start() -> None:
    text = "一、主要任务\n1.推进共享。包括①归集,②共享。\n2.推进开放\n①开放目录\n②开放接口\n"
    assert [path for path, _ in numbered(text)] == ["一", "一/1", "一/2", "一/2/①", "一/2/②"]


def test_leading_sentences_and_bare_lines_are_sections_but_no_headings() -> None:
    text = """一、总体要求
指导思想
以服务群众为根本,坚持统筹规划、分步实施,努力建成人人可用、处处可及的数字云汀,让数据多跑路。
基本原则
——统一规划。坚持全县一张图,防止各自为政和重复投入。
——安全可控。坚持底线思维,守住数据安全的防线。
二、重点任务
(一)建设平台
完善顶层设计。编制总体框架,明确各方分工,形成推进合力。
专栏1 重点工程
光网工程。全县行政村接入千兆光网,年内完成改造任务。
"""
    sections = outline_of(text).sections
    assert [(section.title, section.numbered) for section in sections] == [
        ("总体要求", True),
        ("指导思想", False),
        ("基本原则", False),
        ("统一规划", False),
        ("安全可控", False),
        ("重点任务", True),
        ("建设平台", True),
        ("完善顶层设计", False),
        ("专栏1 重点工程", False),
        ("光网工程", False),
    ]
    assert {section.path for section in sections if not section.numbered} == {"一", "二/(一)"}
    assert sections[4].parent == 2


def test_offsets_find_the_innermost_section_and_the_paragraph() -> None:
    text = "前言。\n一、任务\n(一)建设平台\n归集数据。完善设计。\n二、保障\n落实责任。\n"
    outline = outline_of(text)
    place = text.index("归集")
    assert outline.section_at(0) is None
    section = outline.section_at(place)
    assert section is not None and section.path == "一/(一)"
    assert outline.numbered_at(place) == section
    assert outline.paragraph_at(place) == Span(place, place + len("归集数据。完善设计。"))
    assert outline.paragraph_at(text.index("\n")) == Span(3, 3)
    last = outline.section_at(text.index("落实"))
    assert last is not None and last.span == Span(text.index("二、"), len(text))


def test_the_kind_of_a_section_follows_its_title_and_is_inherited() -> None:
    text = """一、发展基础
(一)发展现状
成绩突出。
(二)存在问题
问题不少。
二、总体要求
1.强化保障。坚持安全。
2.创新驱动。坚持改革。
三、建设普惠便捷的数字社会
(一)发展智慧养老
开展服务。
四、保障措施
(一)加强领导
压实责任。
"""
    kinds = {section.title: section.kind for section in outline_of(text).sections}
    assert kinds == {
        "发展基础": "status_quo",
        "发展现状": "status_quo",
        "存在问题": "problems",
        "总体要求": "goals",
        "强化保障": "goals",
        "创新驱动": "goals",
        "建设普惠便捷的数字社会": "tasks",
        "发展智慧养老": "tasks",
        "保障措施": "safeguards",
        "加强领导": "safeguards",
    }


def test_page_furniture_has_no_headings() -> None:
    text = "1.上一篇 2.下一篇\n一、任务\n1.建设平台\n2.培育产业\n"
    outline = outline_of(text, (Span(0, text.index("\n")),))
    assert [section.path for section in outline.sections] == ["一", "一/1", "一/2"]


def seconds(text: str) -> float:
    started = time.process_time()
    outline_of(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    "pattern",
    [
        "一",
        "(",
        "1.1.1.1",
        "第",
        "一、",
        "一、\n",
        "(一)",
        "1. ",
        " ",
        "附件\n",
        "目录\n",
        "序号\n1\n",
        "——",
        "①\n",
    ],
)
def test_hostile_input_takes_linear_time(pattern: str) -> None:
    seconds("一、甲")  # rules are loaded once
    assert seconds((pattern * 100_000)[:100_000]) < 3

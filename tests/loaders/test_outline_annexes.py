"""Several documents in one file: covering notice, annexed plan, annexes and their rows."""

from __future__ import annotations

from loaders.document import Cell, Document, SourceMap, Span, Table
from loaders.outline import Outline, read_outline

NOTICE = """云汀市人民政府办公室关于印发数字云汀行动方案的通知
各县(市、区)人民政府:
现将《数字云汀行动方案》印发给你们,并提出以下要求,请一并落实。
1.提高认识。各县要高度重视。
2.抓好落实。每季度报送进展。
附件:1.数字云汀行动方案
2.重点任务分工表
云汀市人民政府办公室
2024年3月5日
附件1
数字云汀行动方案
为加快建设,制定本方案。
一、总体要求
统筹推进。
二、重点任务
(一)建设平台
1.搭建中台。归集数据。
2.打通系统。
附件2
重点任务分工表
"""


def outline_of(text: str, tables: tuple[Table, ...] = ()) -> Outline:
    return read_outline(Document("样例.txt", "0" * 64, text, text, SourceMap(len(text)), tables=tables))


def rows(outline: Outline) -> list[tuple[str, str]]:
    return [
        (each.path, each.title) for each in outline.sections if each.path.startswith("附件") and each.numbered
    ]


def test_notice_plan_and_annex_have_outlines_of_their_own() -> None:
    outline = outline_of(NOTICE + "1.搭建中台。市数据局负责。\n2.打通系统。市财政局负责。\n")
    assert [(each.part, each.path) for each in outline.sections if each.numbered] == [
        (0, "1"),
        (0, "2"),
        (1, "一"),
        (1, "二"),
        (1, "二/(一)"),
        (1, "二/(一)/1"),
        (1, "二/(一)/2"),
        (1, "附件2/1"),
        (1, "附件2/2"),
    ]
    last_of_notice = outline.sections[1]
    assert last_of_notice.span.end == NOTICE.index("附件:")
    annex = next(each for each in outline.sections if each.path == "附件2")
    assert (annex.title, annex.numbered, annex.kind) == ("重点任务分工表", False, "tasks")


def test_a_glossary_in_a_document_without_line_ends_counts_below_its_annex() -> None:
    text = (
        "一、任务(一)建设平台。归集数据,完善功能。(二)培育产业。引进企业。二、保障(一)加强领导。压实责任。"
        "(二)强化监督。定期通报。附件:名词解释附件名词解释1.数据中台。指共用的支撑系统。2.边缘节点。指就近的算力。"
    )
    outline = outline_of(text)
    assert rows(outline) == [("附件/1", "数据中台"), ("附件/2", "边缘节点")]
    assert {each.kind for each in outline.sections if each.path.startswith("附件")} == {"glossary"}


def test_rows_of_a_table_count_by_their_number_and_take_the_task_column() -> None:
    cells: list[Cell] = []
    text = NOTICE
    for row, words in enumerate(
        [
            ["序号", "类别", "重点任务", "责任单位"],
            ["1", "服务", "推行免证办。年内上线", "市公安局"],
            ["2", "", "建设直达平台", "市财政局"],
        ]
    ):
        for column, word in enumerate(words):
            if word:
                cells.append(Cell(Span(len(text), len(text) + len(word)), row, column))
                text += word + "\n"
    table = Table(Span(len(NOTICE), len(text)), tuple(cells))
    outline = outline_of(text, (table,))
    assert rows(outline) == [("附件2/1", "推行免证办"), ("附件2/2", "建设直达平台")]


def test_rows_are_found_with_a_cell_on_each_line_too() -> None:
    table = """序号
类别
重点任务
责任单位
1
服务
推行免证办
市公安局
2
建设直达平台
市财政局
3
治理
升级预警系统
市水务局
"""
    assert rows(outline_of(NOTICE + table)) == [
        ("附件2/1", "推行免证办"),
        ("附件2/2", "建设直达平台"),
        ("附件2/3", "升级预警系统"),
    ]


def test_rows_are_found_with_a_row_on_each_line_too() -> None:
    table = "序号\t重点任务\t责任单位\n1\t推行免证办\t市公安局\n2\t建设直达平台\t市财政局\n"
    assert rows(outline_of(NOTICE + table)) == [("附件2/1", "推行免证办"), ("附件2/2", "建设直达平台")]


def test_a_table_inside_the_text_is_no_outline() -> None:
    text = "一、目标\n序号\t指标\t数值\n1\t上网率\t90%\n2\t上云率\t80%\n二、保障\n落实责任。\n"
    assert [each.path for each in outline_of(text).sections] == ["一", "二"]


CONTENTS = "总则\n1.1 编制目的\n1.2 工作原则\n组织体系\n2.1 指挥机构\n3 附则\n"
BODY = "1 总则\n1.1 编制目的\n为保障安全。\n1.2 工作原则\n以人为本。\n2 组织体系\n2.1 指挥机构\n统一指挥。\n3 附则\n"


def test_a_table_of_contents_without_its_name_counts_no_headings() -> None:
    outline = outline_of("云汀市防汛应急预案\n" + CONTENTS + BODY + "由市应急局解释。\n")
    assert [each.path for each in outline.sections if each.numbered] == [
        "1",
        "1/1.1",
        "1/1.2",
        "2",
        "2/2.1",
        "3",
    ]


def test_headings_that_come_again_below_text_of_their_own_count_twice() -> None:
    part = "1.加强领导\n各县要重视这项工作。\n2.抓好落实\n按月报送进展情况。\n3.做好宣传\n用好各类媒体。\n"
    outline = outline_of(f"云汀市行动方案\n一、近期\n{part}二、远期\n{part}")
    assert len([each for each in outline.sections if each.numbered]) == 8

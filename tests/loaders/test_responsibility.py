"""Responsibility in whole documents: lines and tables, running text, conventions, scope, fields."""

from __future__ import annotations

import time

import pytest

from loaders.document import Cell, Document, SourceMap, Span, Table
from loaders.extractors.responsibility import read_responsibilities
from loaders.facts import Fact
from loaders.outline import read_outline
from loaders.profile import Profile
from loaders.reading import Reading
from loaders.sentences import read_sentences
from ontology.regions import Region, load_regions
from ontology.vocabulary import Vocabulary

PROVINCE = Region("X9", "松岭省", "province", "100000", ("松岭",))
CITY = Region("X901", "桐溪市", "prefecture", "X9", ("桐溪",))
DISTRICT = Region("X90101", "柳塘区", "county", "X901", ("柳塘",))
REGIONS = load_regions().extended([PROVINCE, CITY, DISTRICT])

L, S, R = "lead", "support", "responsible"


def facts_of(
    text: str,
    region: Region | None = CITY,
    tables: tuple[Table, ...] = (),
    date: str | None = None,
) -> list[Fact]:
    """The responsibility facts of a text, in order."""
    document = Document("case.txt", "0" * 64, text, text, SourceMap(len(text)), tables=tables)
    outline = read_outline(document)
    reading = Reading(
        document,
        Vocabulary((), REGIONS, "test"),
        outline,
        read_sentences(document, outline),
        Profile((), region=region, date=date),
    )
    return sorted(read_responsibilities(reading), key=lambda fact: (fact.start, fact.fields["order"]))


def said(text: str, region: Region | None = CITY, **more: object) -> list[tuple[str, str]]:
    """(role, name) of every responsible body, in order."""
    found = facts_of(text, region, **more)  # type: ignore[arg-type]
    return [(fact.fields["role"], fact.fields["organization"]) for fact in found]


LAYOUTS: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "own lines",
        "一、夯实底座\n1.建设云资源池\n按季度公布使用率。\n责任单位:市数据局、财政局\n完成时限:2027年6月底\n"
        "2.完善目录\n每月核对一次。\n牵头单位:市数据局\n配合单位:市司法局,各县区\n",
        [
            (R, "桐溪市数据局"),
            (R, "桐溪市财政局"),
            (L, "桐溪市数据局"),
            (S, "桐溪市司法局"),
            (S, "桐溪市各县区"),
        ],
    ),
    (
        "label on one line, bodies on the next",
        "一、夯实底座\n按季度公布使用率。\n责任单位:\n市数据局、财政局\n",
        [(R, "桐溪市数据局"), (R, "桐溪市财政局")],
    ),
    (
        "last sentence without brackets",
        "一、夯实底座\n按季度公布使用率。市数据局牵头,市财政局、审计局配合。\n",
        [(L, "桐溪市数据局"), (S, "桐溪市财政局"), (S, "桐溪市审计局")],
    ),
    (
        "label at the end of a paragraph",
        "一、夯实底座\n按季度公布使用率。责任单位:市数据局、财政局。\n",
        [(R, "桐溪市数据局"), (R, "桐溪市财政局")],
    ),
    (
        "lead and responsible persons are no bodies",
        "一、夯实底座\n按季度公布使用率。\n牵头领导:程某某\n责任单位:市数据局\n责任人:于某\n",
        [(R, "桐溪市数据局")],
    ),
    (
        "bodies alone in brackets behind a sentence",
        "一、夯实底座\n按季度公布使用率。(市数据局、财政局)\n",
        [(R, "桐溪市数据局"), (R, "桐溪市财政局")],
    ),
    (
        "cells set apart by tabs",
        "序号\t任务\t责任单位\t牵头单位\n1\t建设云资源池\t市财政局\t市数据局\n2\t完善目录\t无\t市司法局\n",
        [(R, "桐溪市财政局"), (L, "桐溪市数据局"), (L, "桐溪市司法局")],
    ),
    (
        "a cell a line",
        "序号\n重点任务\n责任单位\n牵头单位\n完成时限\n1\n建设云资源池\n市财政局、审计局\n市数据局\n2027年6月底\n"
        "2\n完善目录\n无\n市司法局\n长期坚持\n",
        [(R, "桐溪市财政局"), (R, "桐溪市审计局"), (L, "桐溪市数据局"), (L, "桐溪市司法局")],
    ),
    (
        "a cell a line, each closed by |",
        "序号 |\n重点任务 |\n责任领导 |\n责任单位 |\n完成时限 |\n1 |\n建设云资源池 |\n程某某 |\n市数据局、财政局 |\n全年 |\n",
        [(R, "桐溪市数据局"), (R, "桐溪市财政局")],
    ),
    (
        "a table without numbers, a cell a line",
        "主要任务\n工作措施\n责任单位\n备注\n一、加大支持\n(一)减轻负担\n市税务局等,各县、市、区政府,桐溪高新区管委会\n"
        "2027年12月\n2.对困难企业给予补助,按季拨付。\n市经信局、市财政局等,各县、市、区政府\n",
        [
            (R, "桐溪市税务局"),
            (R, "桐溪市各县、市、区政府"),
            (R, "桐溪高新区管委会"),
            (R, "桐溪市经信局"),
            (R, "桐溪市财政局"),
            (R, "桐溪市各县、市、区政府"),
        ],
    ),
    (
        "a task over two lines of a cell-a-line table",
        "序号\n任务\n责任单位\n1\n建设云资源池,\n按季度公布\n市数据局\n2\n完善目录\n市司法局\n",
        [(R, "桐溪市数据局"), (R, "桐溪市司法局")],
    ),
    (
        "page foot",
        "一、夯实底座\n按季度公布使用率。\n主办单位:桐溪市人民政府办公室 技术支持:某公司 网站地图\n",
        [],
    ),
]


@pytest.mark.parametrize(("layout", "text", "expected"), LAYOUTS, ids=[case[0] for case in LAYOUTS])
def test_layout_is_read(layout: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_first_body_leads_in_every_clause_after_the_convention() -> None:
    text = (
        "一、夯实底座\n1.建设云资源池。按季度公布。(市数据局、财政局负责。列第一位者为牵头单位,下同)\n"
        "2.完善目录。每月核对。(责任单位:市司法局、审计局,各县区配合)\n3.扩大试点。(市民政局牵头,市财政局配合)\n"
    )
    assert said(text) == [
        (L, "桐溪市数据局"), (R, "桐溪市财政局"), (L, "桐溪市司法局"), (R, "桐溪市审计局"), (S, "桐溪市各县区"),
        (L, "桐溪市民政局"), (S, "桐溪市财政局"),
    ]  # fmt: skip


def test_convention_of_the_covering_notice_holds_for_the_plan() -> None:
    text = "各牵头单位要抓紧推进,排在第一位的为牵头单位。\n一、夯实底座\n按季度公布。(责任单位:市数据局、财政局)\n"
    assert said(text) == [(L, "桐溪市数据局"), (R, "桐溪市财政局")]


def test_starred_body_leads_and_loses_its_star() -> None:
    text = (
        "一、夯实底座\n1.建设云资源池。按季度公布。(责任单位:☆市数据局、财政局。标☆的为牵头单位,下同)\n"
        "2.完善目录。每月核对。(责任单位:市司法局、☆审计局)\n"
    )
    assert said(text) == [
        (L, "桐溪市数据局"), (R, "桐溪市财政局"), (R, "桐溪市司法局"), (L, "桐溪市审计局"),
    ]  # fmt: skip


def test_columns_are_told_by_their_heads() -> None:
    rows = [
        ["任务", "责任单位", "牵头单位"],
        ["建设云资源池", "市财政局", "市数据局"],
        ["完善目录", "无", "市司法局"],
    ]
    text, cells = "", []
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            cells.append(Cell(Span(len(text), len(text) + len(word)), row, column, head=row == 0))
            text += word + ("\n" if column == 2 else " ")
    table = Table(Span(0, len(text)), tuple(cells))
    assert said(text, CITY, tables=(table,)) == [
        (R, "桐溪市财政局"), (L, "桐溪市数据局"), (L, "桐溪市司法局"),
    ]  # fmt: skip
    fact = facts_of(text, CITY, tables=(table,))[0]
    assert fact.fields["task"] == "建设云资源池"
    assert fact.quote == "市财政局"


# --- what a clause covers ----------------------------------------------------------------------


def test_closing_clause_covers_all_paragraphs_of_its_item() -> None:
    text = "一、夯实底座\n1.建设云资源池\n先摸清家底。\n再统一入池。\n(责任单位:市数据局、财政局)\n2.完善目录\n每月核对。\n"
    first, second = facts_of(text)
    assert first.fields["task"] == second.fields["task"] == "建设云资源池"
    assert first.fields["task_path"] == "一/1"
    start, end = first.fields["task_span"]
    assert "先摸清家底。\n再统一入池。" in text[start:end]
    assert [fact.fields["order"] for fact in (first, second)] == [0, 1]


def test_clauses_in_one_paragraph_cover_the_sentences_since_the_last() -> None:
    text = "一、夯实底座\n先摸清家底。(市数据局负责)再统一入池,按季度公布。(市财政局负责)\n"
    first, second = facts_of(text)
    assert (first.fields["task"], second.fields["task"]) == ("先摸清家底", "再统一入池,按季度公布")
    assert text[slice(*second.fields["task_span"])] == "再统一入池,按季度公布。"


def test_clause_right_behind_a_heading_covers_what_follows() -> None:
    text = "一、夯实底座(责任单位:市数据局)\n先摸清家底。\n再统一入池。\n二、完善目录\n每月核对。\n"
    (fact,) = facts_of(text)
    assert fact.fields["task"] == "夯实底座"
    assert "再统一入池" in text[slice(*fact.fields["task_span"])]


def test_duty_in_running_text_keeps_its_own_words() -> None:
    (fact,) = facts_of("一、健全机制\n完善会商制度。市财政局要优先安排运维经费,按季拨付。\n")
    assert fact.fields["task"] == "优先安排运维经费,按季拨付"


# --- fields ------------------------------------------------------------------------------------


def test_fields_say_whose_the_body_is_and_how_it_was_named() -> None:
    first, second, third, fourth = facts_of("一、底座\n入池。(责任单位:市数据局、财政局,各县区,省税务局)\n")
    names = [fact.fields["name_from"] for fact in (first, second, third, fourth)]
    assert names == ["prefix", "carried", "document", "prefix"]
    assert [fact.fields["organization_region"] for fact in (first, second, third, fourth)] == [
        "X901", "X901", "X901", "X9",
    ]  # fmt: skip
    assert [fact.fields["group"] for fact in (first, second, third)] == [False, False, True]
    assert second.fields["written"] == second.quote == "财政局"
    assert first.fields["organization_type"] == "department"


@pytest.mark.parametrize(
    ("clause", "date", "expected"),
    [
        ("(市数据局牵头,市财政局配合,2027年底前完成)", None, "2027"),
        ("(责任单位:市数据局;完成时限:2027年6月)", None, "2027-06-30"),
        ("(责任单位:市数据局,9月底前完成)", "2026-02-03", "2026-09-30"),
        ("(责任单位:市数据局,9月底前完成)", None, None),
        ("(责任单位:市数据局,持续推进)", "2026-02-03", None),
    ],
)
def test_deadline_of_a_clause(clause: str, date: str | None, expected: str | None) -> None:
    fact = facts_of(f"一、底座\n入池。{clause}\n", CITY, date=date)[0]
    assert fact.fields["deadline"] == expected


# --- robustness --------------------------------------------------------------------------------


def test_flattened_document_gives_the_same_facts() -> None:
    lines = [
        "一、夯实底座",
        "(一)建设云资源池。按季度公布使用率。(责任单位:市数据局、财政局)",
        "(二)完善目录。每月核对一次。(市司法局牵头,各县区配合)",
        "二、健全机制",
        "(一)压实责任。市财政局要优先安排运维经费。",
        "(二)加强评估。由市审计局负责年度评估。",
    ]
    assert said("\n".join(lines)) == said("".join(lines)) != []


def test_document_without_a_region_keeps_names_as_written() -> None:
    assert said("一、底座\n入池。(责任单位:市数据局、财政局)\n", None) == [(R, "市数据局"), (R, "财政局")]


@pytest.mark.parametrize(
    "unit", ["(", "责任单位:", "局、", "市局牵头,", "由市数据局", "各部门要", "一", "(局", "市和局"]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        facts_of(text)
        return time.process_time() - started

    seconds(1000)
    small, large = seconds(12_000), seconds(48_000)
    assert large < max(16 * small, 2)

"""Pages become plain text with tables, whatever their makers did."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.document import Document
from loaders.reader import load_bytes
from ontology.errors import InputError

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>通知_云溪市</title>
<meta name="ArticleTitle" content="关于推进数据共享的通知"><meta name="PubDate" content="2026-03-05 10:00">
<style>p{{color:red}}</style></head><body><div class="nav"><ul><li><a href="/">走进云溪</a></li></ul></div>
<h1>云溪市数据局关于推进
数据共享的通知</h1><p>&nbsp;&nbsp;各县区（市）&amp;园区：</p><p style="display: none">看不见</p>
<p>一、总体要求<br>（一）目标。</p>
<table><tr><th>序号</th><th>任务</th><th colspan="2">单位</th></tr>
<tr><td rowspan="2">1</td><td>建设<br>平台</td><td>數(shù)據局</td><td>　财政局</td></tr>
<tr><td>推广<p>应用</p></td><td></td><td>无</td></tr></table><p>附则</p><script>alert("x")</script></body></html>"""


def read(source: str, name: str = "a.html") -> Document:
    return load_bytes(source.encode("utf-8"), name)


def test_the_body_becomes_lines_and_nothing_hidden_is_read() -> None:
    document = read(PAGE.format(charset="utf-8"))
    assert document.format == "html"
    assert document.clean.split("\n")[:5] == [
        "走进云溪",
        "云溪市数据局关于推进数据共享的通知",
        "各县区(市)&园区:",
        "一、总体要求",
        "(一)目标。",
    ]
    assert "看不见" not in document.clean
    assert "alert" not in document.clean
    assert [document.clean[start:end] for start, end in document.furniture] == ["走进云溪"]


def test_a_page_says_of_itself_what_its_head_holds() -> None:
    origin = read(PAGE.format(charset="utf-8")).origin
    assert origin["title"] == "通知_云溪市"
    assert origin["ArticleTitle"] == "关于推进数据共享的通知"
    assert origin["PubDate"] == "2026-03-05 10:00"


def test_cells_take_their_places_with_rowspan_and_colspan() -> None:
    document = read(PAGE.format(charset="utf-8"))
    (table,) = document.tables
    found = [
        (
            document.clean[cell.span.start : cell.span.end],
            cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            cell.head,
        )
        for cell in table.cells
    ]
    assert found == [
        ("序号", 0, 0, 1, 1, True), ("任务", 0, 1, 1, 1, True), ("单位", 0, 2, 1, 2, True),
        ("1", 1, 0, 2, 1, False), ("建设 平台", 1, 1, 1, 1, False), ("数据局", 1, 2, 1, 1, False),
        ("财政局", 1, 3, 1, 1, False), ("推广 应用", 2, 1, 1, 1, False),
        ("", 2, 2, 1, 1, False), ("无", 2, 3, 1, 1, False),
    ]  # fmt: skip
    raw = document.source_map.raw(*table.cells[5].span)
    assert document.raw[raw.start : raw.end] == "數(shù)據局"
    assert document.clean[table.span.start : table.span.end].split("\n")[0] == "序号\t任务\t单位"


def test_a_table_that_frames_the_page_is_no_data() -> None:
    document = read(
        "<table><tr><td>左</td><td><p>第一段</p><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>"
    )
    assert len(document.tables) == 1
    assert document.clean == "左\n第一段\n甲\t乙\n"


@pytest.mark.parametrize(
    ("declared", "real"), [("gb2312", "gb18030"), ("utf-8", "gb18030"), ("gbk", "utf-8"), ("big5", "gb18030")]
)
def test_the_charset_is_found_even_where_the_page_is_wrong_about_it(declared: str, real: str) -> None:
    document = load_bytes(PAGE.format(charset=declared).encode(real), "a.html")
    assert "云溪市数据局关于推进数据共享的通知" in document.clean


def test_a_page_is_known_by_its_first_bytes_too() -> None:
    assert load_bytes(b"\xef\xbb\xbf <!doctype html><p>\xe7\x94\xb2", "a.txt").format == "html"


@pytest.mark.parametrize("source", ["", "<html></html>", "<script>x</script>", "<!-- only a comment"])
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(InputError, match="empty"):
        read(f"<!doctype html>{source}")


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 20_000 + "正文",
        "<x>" * 10_000 + "<div>" * 10_000 + "正文",
        "<table><tr><td>" * 10_000 + "正文",
        "<ul><li>" * 10_000 + "正文",
        "<b><i><font size=1>" * 3_000 + "<p>正文" * 3_000,
        f"<div title='{'x' * 1_000_000}'>正文</div>",
        "&amp;&#20013;&bogus;" * 50_000,
        "正文" + "<" * 200_000,
        "正文" + "<a " * 100_000,
        "正文<!--" * 50_000,
        "<table><tr><td colspan=99999999 rowspan=99999999>正文<td>x</table>",
        "<p>" + "一" * 300_000,
        "正文&#xD800;&#0;&#x110000;",
    ],
    ids=range(13),
)
def test_hostile_pages_are_read_in_good_time(source: str) -> None:
    began = time.process_time()
    assert read(f"<!doctype html>{source}").clean
    assert time.process_time() - began < 5


TAGS = st.sampled_from(
    [
        "<p>", "</p>", "<table>", "<tr>", "<td>", "<td rowspan=2>", "<th>", "</td>", "</table>", "<br>",
        "<a>", "</a>", "<div hidden>", "</div>", "甲", "數(shù)", " ", "\n",
    ]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(TAGS, max_size=30))
def test_every_cell_lies_within_its_table_in_reading_order(pieces: list[str]) -> None:
    try:
        document = read("".join(pieces))
    except InputError:
        return
    for table in document.tables:
        spans = [cell.span for cell in table.cells]
        assert spans == sorted(spans)
        assert all(table.span.start <= start <= end <= table.span.end for start, end in spans)
        places = [(cell.row, cell.column) for cell in table.cells]
        assert len(set(places)) == len(places)

"""Numbers, units and the words that compare them."""

from __future__ import annotations

import time

import pytest

from loaders.figures import Figure, find_figures, spelt_number


def only(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("新建泊位不少于40个", ">=", "40", "个"),
        ("网点40个以上", ">=", "40", "个"),
        ("网点逾40家", ">=", "40", "家"),
        ("网点40余家", ">=", "40", "家"),
        ("投资12.5亿元左右", "~", "12.5", "亿元"),
        ("差错率控制在3%以内", "<=", "3", "%"),
        ("能效不高于1.25", "<=", "1.25", ""),
        ("开户1,200万户", "=", "1200", "万户"),
        ("每县建1-2个", "=", "1-2", "个"),
        ("用户超35万", ">=", "35", "万"),
        ("带宽达到500Mbps", "=", "500", "Mbps"),
        ("至少创建2家", ">=", "2", "家"),
        ("五大片区", "=", "5", "大"),
        ("三星级景区", "=", "3", "星级"),
        ("接入速率千兆", "=", "1000", "兆"),
        ("比上年翻一番", "=", "1", "番"),
        ("占比四成以上", ">=", "40", "%"),
        ("材料减少一半", "=", "50", "%"),
    ],
)
def test_a_figure_has_comparator_value_and_unit(text: str, comparator: str, value: str, unit: str) -> None:
    figure = list(find_figures(text))[-1]
    assert (figure.comparator, figure.value, figure.unit) == (comparator, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "5G网络",
        "IPv6规模部署",
        "2031年底",
        "3月10日",
        "第3批",
        "1+4+N体系",
        "7×24小时",
        "泽政发〔2030〕12号",
        "DB00/T 1234-2030",
    ],
)
def test_names_dates_and_numbers_of_papers_are_no_figures(text: str) -> None:
    assert [figure.value for figure in find_figures(text) if figure.unit] == []


def test_a_figure_covers_the_words_that_compare() -> None:
    text = "建成不少于20个以上"
    figure = only(text)
    assert text[figure.start : figure.end] == "不少于20个以上"
    assert text[figure.number : figure.unit_end] == "20个"


@pytest.mark.parametrize(
    ("written", "number"),
    [("六", 6), ("两", 2), ("十", 10), ("十二", 12), ("三十", 30), ("二十五", 25), ("千", None)],
)
def test_numbers_in_characters_are_counted(written: str, number: int | None) -> None:
    assert spelt_number(written) == number


@pytest.mark.parametrize("sign", ["一", "(", "1", "万", "翻", ","])
def test_a_long_line_of_one_sign_costs_no_more_than_prose(sign: str) -> None:
    start = time.process_time()
    list(find_figures(sign * 100_000))
    assert time.process_time() - start < 2

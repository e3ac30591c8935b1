"""Dates in all the forms that documents use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates import find_dates, numeral, whole_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021年7月1日", "2021-07-01"),
        ("2021 年12月 3 日", "2021-12-03"),
        ("2023-02-23", "2023-02-23"),
        ("2022- 04- 27", "2022-04-27"),
        ("2017/04/28", "2017-04-28"),
        ("2007.07.05", "2007-07-05"),
        ("二○二三年三月十一日", "2023-03-11"),
        ("二〇一一年十二月二十八日", "2011-12-28"),
        ("二零二四年元月一日", "2024-01-01"),
        ("(2023年1月1日)", "2023-01-01"),
    ],
)
def test_a_date_is_read_in_every_form(written: str, iso: str) -> None:
    assert whole_date(written) == iso


@pytest.mark.parametrize(
    ("damaged", "iso"),
    [
        ("20251224", "2025-12-24"),
        ("2018213日", "2018-02-13"),
        ("2017424", "2017-04-24"),
        ("20180105", "2018-01-05"),
    ],
)
def test_a_date_that_lost_its_signs_is_read_where_one_day_fits(damaged: str, iso: str) -> None:
    assert whole_date(damaged) == iso


@pytest.mark.parametrize(
    "text", ["2019116", "6月21日", "2021年7月", "2021年13月1日", "2021年", "20211", "1.4GHz"]
)
def test_what_is_no_certain_day_is_no_date(text: str) -> None:
    assert whole_date(text) is None


def test_dates_are_found_in_running_text_with_their_places() -> None:
    text = "自2021年7月1日起施行,至二〇二三年六月三十日止。"
    assert [(text[start:end], iso) for start, end, iso in find_dates(text)] == [
        ("2021年7月1日", "2021-07-01"),
        ("二〇二三年六月三十日", "2023-06-30"),
    ]


def test_digits_before_a_year_make_it_no_date() -> None:
    assert not list(find_dates("编号12021年7月1日"))


@pytest.mark.parametrize(
    ("written", "number"), [("五", 5), ("十", 10), ("十四", 14), ("二十", 20), ("九十九", 99)]
)
def test_numerals_are_read(written: str, number: int) -> None:
    assert numeral(written) == number


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    assert whole_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()

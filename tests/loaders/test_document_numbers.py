"""Document numbers in their forms; registration numbers are none."""

from __future__ import annotations

import pytest

from loaders.document_numbers import find_numbers, whole_number, words_of


@pytest.mark.parametrize(
    "number",
    [
        "云政办发〔2021〕40号",
        "云政规〔2023〕5号",
        "云委办发〔2022〕7号",
        "石桥区政发[2020]3号",
        "云府厅字(2019)12号",
        "发改规划〔2020〕1号",
        "云数转办〔2024〕3号",
        "云政发【2018】9号",
        "云政发„2009‟3号",
        "和行办〔2021〕5号",
        "国令第800号",
        "云泽市人民政府令第31号",
        "公告(2025第17号)",
    ],
)
def test_every_form_of_a_number_is_kept_as_written(number: str) -> None:
    assert whole_number(number) == number


def test_a_damaged_number_is_kept_as_written() -> None:
    assert whole_number("云政发〔2018104号") == "云政发〔2018104号"


def test_blanks_and_brackets_around_a_number_are_no_part_of_it() -> None:
    assert whole_number("(云政发 〔2018〕 10 号)") == "云政发〔2018〕10号"


@pytest.mark.parametrize(
    "text",
    [
        "ZJSP12-2025-0003",
        "HNPR—2022—01034",
        "〔2021〕22号",
        "2021年7月1日",
        "第3号楼",
        "云政发〔2018〕10号要求",
    ],
)
def test_registration_numbers_and_other_text_are_no_numbers(text: str) -> None:
    assert whole_number(text) is None


def test_the_words_of_the_sentence_are_no_part_of_a_number() -> None:
    text = "根据云政发〔2021〕5号和《某办法》(北政字〔2020〕128号)要求"
    assert [found.value for found in find_numbers(text)] == ["云政发〔2021〕5号", "北政字〔2020〕128号"]


def test_the_words_before_the_year_tell_whose_number_it_is() -> None:
    assert words_of("北政办字〔2021〕5号") == "北政办字"

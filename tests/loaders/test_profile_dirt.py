"""Heads of pages whose marks, blanks and line breaks are lost or added by the site."""

from __future__ import annotations

import time

import pytest

from loaders.outline import read_outline
from loaders.profile import Profile, read_profile
from loaders.reader import load_bytes
from ontology.regions import Region, load_regions
from ontology.vocabulary import Vocabulary

PLACES = [
    Region("990000", "北岭省", "province", "100000", ("北岭",), (), ("岭",)),
    Region("990100", "云泽市", "prefecture", "990000", ("云泽",), (), ("云泽", "沄")),
    Region("990102", "石桥区", "county", "990100", ("石桥",), (), ("石桥",)),
    Region("980000", "西原省", "province", "100000", ("西原",), (), ("原",)),
    Region("990103", "新桥区", "county", "990100", ("新桥",), ("旧桥区",), ("新桥",)),
    Region("980100", "沄州市", "prefecture", "980000", ("沄州",), (), ("沄州", "沄")),
]
VOCABULARY = Vocabulary((), load_regions().extended(PLACES), "test")


def profile(text: str) -> Profile:
    document = load_bytes(text.encode("utf-8"), "test.txt")
    return read_profile(document, read_outline(document), VOCABULARY)


def values(read: Profile, field: str) -> list[str]:
    return list(dict.fromkeys(mention.value for mention in read.mentions if mention.field == field))


def dates(read: Profile) -> set[tuple[str, str]]:
    return {(mention.value, dict(mention.more)["of"]) for mention in read.mentions if mention.field == "date"}


ADDRESSEE = "各镇人民政府,区政府各部门:\n现将《石桥区数字行动方案》印发给你们,请照此落实。\n"


def test_cells_of_a_box_are_parted_by_single_blanks() -> None:
    read = profile(
        "索引号 990102/2023-00915 发文字号 石桥政发〔2023〕110号\n关键词 发布机构 石桥区政府办\n"
        "生成日期 2023-12-12 15:40:33 是否有效\n石桥区人民政府关于印发石桥区数字行动方案的通知\n" + ADDRESSEE
    )
    assert values(read, "number") == ["石桥政发〔2023〕110号"]
    assert dates(read) == {("2023-12-12", "written")}


@pytest.mark.parametrize("line", ["字体 较大的字便于老人阅读", "来源 多样的数据要归集", "名称 待定"])
def test_a_line_with_one_word_of_a_box_and_no_date_or_number_is_no_box(line: str) -> None:
    read = profile(line + "\n石桥区人民政府关于印发石桥区数字行动方案的通知\n" + ADDRESSEE)
    assert not values(read, "number")
    assert not dates(read)


def test_a_print_link_takes_no_number_for_its_value() -> None:
    read = profile(
        "发布时间:2020-07-30 来源:石桥区网站\n【字体: 】 打印\n石桥政发〔2020〕20号\n石桥区人民政府\n"
        "关于印发石桥区数字行动方案的通知\n" + ADDRESSEE
    )
    assert values(read, "number") == ["石桥政发〔2020〕20号"]


def test_an_empty_date_takes_no_number_for_its_value() -> None:
    read = profile(
        "石桥区人民政府关于印发石桥区数字行动方案的通知\n发文日期:2020年6月8日 主题词: 成文日期:\n"
        "石桥政发〔2020〕20号\n" + ADDRESSEE
    )
    assert values(read, "number") == ["石桥政发〔2020〕20号"]
    assert dates(read) == {("2020-06-08", "written")}


def test_a_label_may_be_glued_to_the_value_before_it() -> None:
    read = profile(
        "石桥区关于支持数据企业的若干措施\n来源:石桥区发展和改革局发布时间:2023-03-10\n为支持企业,提出以下措施。\n"
    )
    assert dates(read) == {("2023-03-10", "published")}


@pytest.mark.parametrize("line", ["石桥政发〔201931", "石桥政发〔2019〕31"])
def test_the_lost_end_of_a_number_is_put_back(line: str) -> None:
    read = profile("关于印发石桥区数字行动方案的通知\n" + line + "\n" + ADDRESSEE)
    assert values(read, "number") == ["石桥政发〔2019〕31号"]


def test_a_title_that_breaks_off_before_its_kind_goes_on_in_the_next_line() -> None:
    read = profile(
        "北岭省人民政府关于推动云泽高质量发展\n奋力谱写数字北岭新篇章的意见\n岭政发〔2023〕16号\n各市人民政府:\n"
        "现提出如下意见。\n"
    )
    assert read.titles == ("北岭省人民政府关于推动云泽高质量发展奋力谱写数字北岭新篇章的意见",)
    assert read.issuer == "北岭省人民政府"


def test_a_site_may_leave_the_end_of_a_notices_title_out() -> None:
    read = profile(
        "北岭省人民政府办公厅关于印发北岭省数据工作方案\n岭政办发〔2017〕55号\n各市人民政府:\n现将方案印发给你们。\n"
    )
    assert read.titles[0] == "北岭省人民政府办公厅关于印发北岭省数据工作方案"


@pytest.mark.parametrize("before, behind", [("—1— ", ""), ("", ".doc")])
def test_page_numbers_and_file_endings_are_no_part_of_a_title(before: str, behind: str) -> None:
    read = profile(f"{before}石桥区数字行动方案{behind}\n为建设数字石桥,制定本方案。\n一、总体要求\n")
    assert read.titles == ("石桥区数字行动方案",)


def test_blanks_inside_the_first_sentence_make_no_title() -> None:
    read = profile(
        "石桥区数字行动方案\n为深入贯彻 《北岭省人民政府关于加强数据工作的意见》(岭政发 〔2022〕14号)、"
        "《云泽市人民政府关于印发云泽市数据工作方案的通知》 (云泽政字 〔2023〕15号)精神,制定本方案。\n一、总体要求\n"
    )
    assert read.titles == ("石桥区数字行动方案",)


@pytest.mark.parametrize(
    "link",
    [
        "政策解读链接:《石桥区数字行动方案》政策解读",
        "政策解读:【图解】《石桥区数字方案》",
        "【文字解读】《石桥区数字方案》",
    ],
)
def test_a_link_to_an_explanation_is_no_title(link: str) -> None:
    read = profile("石桥区人民政府关于印发石桥区数字行动方案的通知\n" + link + "\n" + ADDRESSEE)
    assert read.titles[0] == "石桥区人民政府关于印发石桥区数字行动方案的通知"
    assert len(values(read, "title")) == 1


def test_a_box_title_may_begin_with_the_number() -> None:
    read = profile(
        "标题 | 石桥政办〔2020〕2号 石桥区人民政府办公室关于印发石桥区工作方案的通知 |\n" + ADDRESSEE
    )
    assert values(read, "title") == ["石桥区人民政府办公室关于印发石桥区工作方案的通知"]


def test_a_text_says_which_place_it_is_for() -> None:
    read = profile(
        "为稳定增长,根据《云泽市人民政府关于印发云泽市稳增长措施的通知》(云泽政发〔2016〕13号),结合石桥区实际,"
        "制定如下措施。\n一、提高效率\n"
    )
    assert read.region is not None and read.region.name == "石桥区"


def test_a_text_of_a_city_is_not_the_provinces() -> None:
    read = profile(
        "各县(市、区)人民政府:\n根据《北岭省人民政府关于加快我省教育发展的意见》(岭政办〔2017〕90号),"
        "统筹我市教育发展。\n"
    )
    assert read.region is None


def test_a_district_is_not_the_province_that_its_number_might_mean() -> None:
    read = profile(
        "区人民政府办公室关于印发数据工作方案的通知\n岭政办〔2020〕2号\n各街道办事处:\n现印发方案。\n"
    )
    assert read.region is None


@pytest.mark.parametrize("province, city", [("北岭省", "云泽市"), ("西原省", "沄州市")])
def test_the_province_that_a_text_names_tells_whose_number_it_is(province: str, city: str) -> None:
    read = profile(
        f"沄政办发〔2010〕153号\n各县(区)人民政府,市政府各部门:\n根据《{province}数据工作方案》,现印发我市方案。\n"
    )
    assert read.region is not None and read.region.name == city


@pytest.mark.parametrize(
    "piece", ["索引号 a ", "发布日期 2023-01-01 ", "X政字〔20", "结合", "《", "—1— ", "关于"]
)
def test_hostile_heads_take_time_in_proportion_to_their_length(piece: str) -> None:
    started = time.process_time()
    profile(piece * (60_000 // len(piece)))
    profile((piece + "\n") * (20_000 // len(piece)))
    assert time.process_time() - started < 6


def test_the_letters_of_a_label_may_stand_far_apart() -> None:
    read = profile(
        "文       号: 石桥政发〔2019〕2号 主  题  词:\n石桥区人民政府关于数据工作的通知\n" + ADDRESSEE
    )
    assert values(read, "number") == ["石桥政发〔2019〕2号"]


def test_a_number_behind_a_title_is_taken_off_and_notes_above_the_head_are_passed_over() -> None:
    read = profile(
        "石桥区人民政府关于印发石桥区数字行动方案的通知-石桥政发〔2015〕146号\n- 1、请自行查看内容是否完整,平台不作补充。\n"
        "石桥区人民政府关于印发石桥区数字行动方案\n的通知\n石桥政发〔2015〕146号\n" + ADDRESSEE
    )
    assert read.titles[0] == "石桥区人民政府关于印发石桥区数字行动方案的通知"
    assert values(read, "number") == ["石桥政发〔2015〕146号"]
    assert values(read, "addressee") == ["各镇人民政府,区政府各部门"]


def test_frames_of_drawn_tables_and_the_day_of_a_newspaper_are_no_headline() -> None:
    assert profile("┌────┬────┐\n│ 工作任务安排 │ 责任单位│\n└────┴────┘\n").titles == ()
    read = profile("云泽日报 2019年03月27日\n为加强数据工作,提出如下意见。\n")
    assert read.titles == ()
    assert read.region is not None and read.region.name == "云泽市"


def test_the_source_of_a_page_tells_whose_prefix_it_is() -> None:
    read = profile(
        "发布机构:区人民政府办公室\n生成日期:2021-03-23\n2021年区政府重点工作任务(石桥政发〔2021〕2号)\n"
        "来源:石桥区政府 2021-03-23 10:56\n各镇人民政府:\n现印发给你们。\n"
    )
    assert read.issuer == "石桥区人民政府办公室"
    assert values(read, "number") == ["石桥政发〔2021〕2号"]


def test_a_region_keeps_the_name_that_it_had() -> None:
    read = profile("云泽市旧桥区人民政府关于数据工作的通知\n各街道办事处:\n现印发给你们。\n")
    assert values(read, "region") == ["旧桥区"]
    assert read.region is not None and read.region.code == "990103"


def test_a_verb_before_a_county_is_no_place() -> None:
    assert profile("要会同县数据局做好工作,会同县督查室督办。\n").region is None

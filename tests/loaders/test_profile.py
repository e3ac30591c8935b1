"""What a document says about itself, in the layouts that pages have."""

from __future__ import annotations

import time

import pytest

from loaders.outline import Outline, read_outline
from loaders.profile import Profile, read_profile
from loaders.reader import load_bytes
from ontology.regions import Region, load_regions
from ontology.vocabulary import Vocabulary

PLACES = [
    Region("990000", "北岭省", "province", "100000", ("北岭",), (), ("岭",)),
    Region("990100", "云泽市", "prefecture", "990000", ("云泽",), (), ("云泽",)),
    Region("990102", "石桥区", "county", "990100", ("石桥",), (), ("石桥",)),
    Region("990181", "南屏市", "county", "990100", ("南屏",)),
]
VOCABULARY = Vocabulary((), load_regions().extended(PLACES), "test")


def profile(text: str) -> Profile:
    document = load_bytes(text.encode("utf-8"), "test.txt")
    return read_profile(document, read_outline(document), VOCABULARY)


def values(read: Profile, field: str) -> list[str]:
    """The distinct values of a field in reading order."""
    return list(dict.fromkeys(mention.value for mention in read.mentions if mention.field == field))


def dates(read: Profile) -> set[tuple[str, str]]:
    return {(mention.value, dict(mention.more)["of"]) for mention in read.mentions if mention.field == "date"}


NOTICE = """云泽市石桥区人民政府办公室
关于印发《数字石桥建设行动方案》的通知
石桥政办发〔2022〕18号
各镇人民政府,各街道办事处,区政府各部门:
《数字石桥建设行动方案》已经区政府常务会议研究通过,现印发给你们,请结合实际抓好落实。
云泽市石桥区人民政府办公室
2022年5月6日
(此件公开发布)
数字石桥建设行动方案
为加快数字石桥建设,制定本方案。
一、总体目标
到2024年,建成区级数据平台。
"""


def test_a_notice_with_its_annex_is_read_whole() -> None:
    read = profile(NOTICE)
    assert read.titles == ("关于印发《数字石桥建设行动方案》的通知", "数字石桥建设行动方案")
    assert read.number == "石桥政办发〔2022〕18号"
    assert read.issuer == "云泽市石桥区人民政府办公室"
    assert read.region is not None and read.region.code == "990102"
    assert read.region_from == "issuer"
    assert read.date == "2022-05-06"
    assert read.genre == "scheme"
    assert values(read, "addressee") == ["各镇人民政府,各街道办事处,区政府各部门"]
    assert dates(read) == {("2022-05-06", "signature")}


def test_each_mention_says_its_part_where_a_file_holds_several_documents() -> None:
    parts = {mention.value: dict(mention.more).get("part") for mention in profile(NOTICE).mentions}
    assert parts["关于印发《数字石桥建设行动方案》的通知"] == "0"
    assert parts["数字石桥建设行动方案"] == "1"


def test_a_text_flattened_into_one_line_reads_the_same() -> None:
    flat = profile(NOTICE.replace("\n", ""))
    assert values(flat, "number") == ["石桥政办发〔2022〕18号"]
    assert values(flat, "addressee") == ["各镇人民政府,各街道办事处,区政府各部门"]
    assert values(flat, "issuer") == ["云泽市石桥区人民政府办公室"]
    assert dates(flat) == {("2022-05-06", "signature")}
    assert "数字石桥建设行动方案" in flat.titles


def test_only_the_signature_runs_in_with_its_paragraph() -> None:
    read = profile(
        "云泽市人民政府关于印发云泽市数字政府建设规划的通知(云政字〔2021〕...\n政策\n发布部门:云泽市人民政府办公室\n"
        "发布时间:2021年12月9日\n公开方式:主动公开\n"
        "各县区人民政府,市政府各部门、单位:《云泽市数字政府建设规划》已经市政府同意,现印发给你们。云泽市人民政府"
        "2021年12月8日(此件公开发布)云泽市数字政府建设规划为全面推进数字化发展,制定本规划。规划期限为2021-2025年。"
        "一、发展基础" + "全市信息化发展水平稳步提升。" * 30
    )
    assert read.titles == ("云泽市人民政府关于印发云泽市数字政府建设规划的通知", "云泽市数字政府建设规划")
    assert read.number is None
    assert values(read, "issuer") == ["云泽市人民政府"]
    assert dates(read) == {("2021-12-08", "signature"), ("2021-12-09", "published")}
    assert read.date == "2021-12-08"
    assert read.horizon == "2025"
    assert values(read, "addressee") == ["各县区人民政府,市政府各部门、单位"]


def test_a_local_prefix_takes_its_place_from_the_site() -> None:
    read = profile(
        "市大数据局2023年工作要点\n云泽政务网 发布日期 : 2023-02-23\n字体大小: 打印\n\n2023年,持续深化改革。\n一、强基础\n"
    )
    assert read.issuer == "云泽市大数据局"
    assert read.region is not None and read.region.name == "云泽市"
    assert read.region_from == "site"
    assert read.horizon == "2023"
    assert read.genre == "work_points"
    assert dates(read) == {("2023-02-23", "published")}


def test_a_local_prefix_takes_its_place_from_the_signature_or_the_annex() -> None:
    text = "市人民政府办公室关于印发{}数据共享办法的通知\n各县(市、区)人民政府:\n现将办法印发给你们。\n{}\n2020年3月2日\n{}数据共享办法\n第一条 为了规范共享,制定本办法。\n"
    signed = profile(text.format("全市", "云泽市人民政府办公室", "全市"))
    assert values(signed, "issuer") == ["云泽市人民政府办公室"]
    annexed = profile(text.format("云泽市", "", "云泽市"))
    assert values(annexed, "issuer") == ["云泽市人民政府办公室"]
    assert annexed.region_from == "title"


def test_in_a_county_level_city_the_city_is_itself() -> None:
    read = profile(
        "市政府办公室关于印发南屏市智慧城市建设方案的通知\n各镇人民政府:\n现印发给你们。\n2021年3月1日\n"
    )
    assert read.issuer == "南屏市政府办公室"


def test_joint_issuers_are_one_value_each_with_letters_apart() -> None:
    read = profile(
        "北岭省发展和改革委员会\n北岭省财政厅\n科     技     厅\n关于印发《数据要素行动计划(2024—2026年)》的通知\n"
        "岭发改〔2024〕7号\n各市发展改革委:\n为落实部署,现将行动计划印发给你们。\n"
    )
    assert values(read, "issuer") == ["北岭省发展和改革委员会", "北岭省财政厅", "科技厅"]
    assert read.horizon == "2026"


def test_party_and_government_offices_written_together_are_two() -> None:
    read = profile(
        "中共云泽市委办公室云泽市人民政府办公室印发《关于推进数据共享的意见》的通知\n各县区党委、人民政府:\n现印发给你们。\n"
    )
    assert values(read, "issuer") == ["中共云泽市委办公室", "云泽市人民政府办公室"]


def test_a_title_that_leaves_organs_out_takes_them_from_the_signature() -> None:
    read = profile(
        "北岭省财政厅等三部门关于印发《数据资产管理办法》的通知\n各市财政局:\n现将《数据资产管理办法》印发给你们,请遵照执行。\n"
        "北岭省财政厅\n北岭省数据局\n北岭省审计厅\n2024年6月3日\n数据资产管理办法\n第一条 为了加强管理,制定本办法。\n"
    )
    assert values(read, "issuer") == ["北岭省财政厅", "北岭省数据局", "北岭省审计厅"]


def test_a_central_organ_has_no_region() -> None:
    read = profile(
        "国务院办公厅关于推进数据共享的指导意见\n国办发〔2023〕9号\n各省、自治区、直辖市人民政府:\n云泽市先行先试。\n"
    )
    assert read.issuer == "国务院办公厅"
    assert read.region is None


BOX = """索 引 号:0123/2021-05  |  主题分类:政务公开
文  号:云政办发〔2021〕21号  |  发布机构:云泽市人民政府办公室
成文日期:2021-04-15  |  发布日期:2021年05月20日
有 效 性:
名  称:云泽市人民政府办公室关于印发云泽市数据目录管理办法的通知
统一登记号:YZDR-2021-01004
云泽市人民政府办公室关于印发云泽市数据目录管理办法的通知
各县(区)人民政府,市直有关部门:
现将《云泽市数据目录管理办法》印发给你们,请遵照执行。
云泽市人民政府办公室
2021年4月13日
云泽市数据目录管理办法
第一条 为了规范数据目录管理,制定本办法。
"""


@pytest.mark.parametrize("parted", [" | ", "\n", "    "])
def test_a_box_is_read_however_its_cells_are_parted(parted: str) -> None:
    read = profile(BOX.replace("  |  ", parted))
    assert values(read, "number") == ["云政办发〔2021〕21号"]
    assert dates(read) == {
        ("2021-04-15", "written"),
        ("2021-05-20", "published"),
        ("2021-04-13", "signature"),
    }
    assert read.date == "2021-04-13"
    assert read.titles == (
        "云泽市人民政府办公室关于印发云泽市数据目录管理办法的通知",
        "云泽市数据目录管理办法",
    )


def test_values_on_the_line_below_their_label_are_read_and_empty_ones_stay_empty() -> None:
    read = profile(
        "石桥区人民政府工作规则\n发文字号:\n石桥政发〔2024〕7号\n发布机构:\n成文日期:\n2024年04月06日 16:40\n有效性:\n\n"
        "石桥区人民政府工作规则\n第一章 总则\n一、根据有关法律,制定本规则。\n"
    )
    assert read.number == "石桥政发〔2024〕7号"
    assert dates(read) == {("2024-04-06", "written")}
    assert read.issuer == "石桥区人民政府"
    assert read.titles == ("石桥区人民政府工作规则",)


def test_the_publisher_of_another_place_is_no_issuer() -> None:
    read = profile(
        "北岭省数字经济发展规划\n发布机构:石桥区人民政府\n发布日期:2022-03-04\n为推动数字经济发展,制定本规划。\n一、发展基础\n"
    )
    assert read.issuer is None
    assert read.region is not None and read.region.name == "北岭省"


def test_a_draft_without_issuer_takes_its_region_from_the_title() -> None:
    read = profile(
        "云泽市数字强市发展规划(2024—2026年)(征求意见稿)\n为深入推进数字强市建设,制定本规划。\n一、发展基础\n"
    )
    assert read.titles == ("云泽市数字强市发展规划(2024—2026年)(征求意见稿)",)
    assert (read.issuer, read.number, read.date) == (None, None, None)
    assert read.region_from == "title"
    assert read.horizon == "2026"


def test_a_call_for_comments_stands_before_the_draft() -> None:
    read = profile(
        "为提高质量,我局起草了《云泽市数据条例(征求意见稿)》,现公开征求意见。\n联系电话:0000-1234567\n"
        "附件:云泽市数据条例(征求意见稿)\n云泽市大数据局\n2023年6月1日\n云泽市数据条例(征求意见稿)\n目录\n第一章 总则\n"
        "第一章 总则\n第一条 为了促进发展,制定本条例。\n"
    )
    assert read.issuer == "云泽市大数据局"
    assert read.titles == ("云泽市数据条例(征求意见稿)",)
    assert dates(read) == {("2023-06-01", "signature")}
    assert not values(read, "addressee")


def test_a_news_page_has_its_headline_and_the_original_one_but_no_issuer_and_no_date() -> None:
    read = profile(
        "做强数据引擎,云泽推进城市转型升级\n云泽\n云泽 > 要闻 > 正文\n\n做强数据引擎,云泽推进城市转型升级\n\n"
        "原标题:云泽市“十四五”数据发展规划即将实施 推进城市转型\n\n"
        "6月21日下午,云泽市召开新闻发布会,《云泽市“十四五”数据发展规划》(以下简称《规划》)将印发实施。据悉,《规划》分为五章。\n"
    )
    assert values(read, "title") == [
        "做强数据引擎,云泽推进城市转型升级",
        "云泽市“十四五”数据发展规划即将实施 推进城市转型",
    ]
    assert read.region is not None and read.region.name == "云泽市"
    assert (read.issuer, read.date, read.genre) == (None, None, "news")
    assert read.short_titles == ("规划",)


@pytest.mark.parametrize(
    "broken",
    [
        "云泽市人民政府关于印发\n云泽市智慧社区建设方案的通知",
        "云泽市人民政府关于印发云泽市智慧社区\n建设方案的通知",
        "云泽市人民政府关于印发云泽市智慧社区建设方案\n的通知",
        "云泽市人民政府关于印发云泽市智慧社区建设方案的 通 知",
    ],
)
def test_a_title_broken_over_lines_is_one_value(broken: str) -> None:
    read = profile(broken + "\n各县区人民政府:\n现印发给你们,请认真执行。\n云泽市人民政府\n2022年2月2日\n")
    assert values(read, "title") == ["云泽市人民政府关于印发云泽市智慧社区建设方案的通知"]


def test_a_period_on_a_line_of_its_own_belongs_to_the_title() -> None:
    read = profile("云泽市数据要素行动计划\n(2023—2025年)\n为发挥数据要素作用,制定本计划。\n一、总体要求\n")
    assert read.titles == ("云泽市数据要素行动计划(2023—2025年)",)
    assert read.horizon == "2025"


def test_a_number_in_front_of_a_title_in_marks_is_taken_off() -> None:
    read = profile(
        "云政办发〔2016〕26号《云泽市人民政府办公厅关于印发〈云泽市2016年公开要点〉的通知》\n各区人民政府:\n"
        "《云泽市2016年公开要点》已经市政府同意,现印发给你们。\n云泽市人民政府办公厅\n2016年5月28日\n2016年是关键一年,要抓好落实。\n"
    )
    assert values(read, "number") == ["云政办发〔2016〕26号"]
    assert values(read, "title") == ["云泽市人民政府办公厅关于印发〈云泽市2016年公开要点〉的通知"]
    assert values(read, "issuer") == ["云泽市人民政府办公厅"]


def test_addressees_with_nested_brackets_over_many_lines_are_one_value() -> None:
    listed = (
        "各省、自治区、直辖市、兵团数据管理部门、发展改革委、教育厅(局)、科技厅(局、委)、工业和信息化主管部门"
        "(含计划单列市、省会(首府)城市及有关单列单位(含所属机构)),\n"
        + "各重点产业集聚区、各示范园区、" * 10
        + "\n中央各有关部门(含直属单位),各有关中央企业"
    )
    read = profile(f"关于做好数据统计工作的通知\n{listed}:\n现就有关事项通知如下。\n")
    assert values(read, "addressee") == [listed.replace("\n", "")]
    assert len(listed) > 200


@pytest.mark.parametrize("line", ["责任单位:", "联系人:", "附件:", "抄送:区委各部门,", "工作要求如下:"])
def test_a_label_is_no_addressee(line: str) -> None:
    read = profile(f"关于做好数据统计工作的通知\n{line}\n认真执行有关要求。\n一、统计范围\n")
    assert not values(read, "addressee")


def test_the_tail_gives_the_date_of_printing_and_no_addressee() -> None:
    read = profile(
        NOTICE.replace("到2024年", "抄送到2024年")
        + "抄送:区委各部门,区人大常委会办公室。\n石桥区人民政府办公室  2022年5月7日印发\n"
    )
    assert ("2022-05-07", "issued") in dates(read)
    assert values(read, "addressee") == ["各镇人民政府,各街道办事处,区政府各部门"]


def test_only_a_date_below_the_notice_signs_it() -> None:
    read = profile(
        "各县区人民政府,市人民政府各部门:\n现将《云泽市数字政府方案(2023—2025年)》印发给你们,请认真执行。\n2024年1月13日\n"
        "云泽市数字政府\n方案(2023—2025年)\n为推进建设,制定本方案。\n一、总体要求\n"
    )
    assert dates(read) == {("2024-01-13", "signature")}
    assert read.titles == ("云泽市数字政府方案(2023—2025年)",)
    assert read.issuer is None
    assert read.region is not None and read.region.name == "云泽市"


def test_a_table_cell_with_a_body_and_a_day_is_no_signature() -> None:
    rows = "".join(f"{n}\n完成第{n}批目录编制。\n云泽市财政局\n2023年{n}月20日\n" for n in range(1, 9))
    read = profile("云泽市2023年数据工作安排\n为抓好落实,制定本安排。\n一、任务\n" + rows + "完成\n")
    assert not dates(read)
    assert read.issuer is None


def test_the_day_on_which_a_page_was_saved_is_no_date() -> None:
    read = profile("2025年4月16日 星期三\n云泽市数据管理办法\n第一条 为了加强管理,制定本办法。\n")
    assert not dates(read)


def test_a_notice_inside_a_notice_is_a_part_of_its_own() -> None:
    read = profile(
        "石桥区人民政府办公室关于转发云泽市数据共享办法的通知\n石桥政办发〔2021〕3号\n各镇人民政府:\n现将市政府文件转发给你们。\n"
        "石桥区人民政府办公室\n2021年3月3日\n云泽市人民政府关于印发云泽市数据共享办法的通知\n云政发〔2021〕1号\n各县区人民政府:\n"
        "现将《云泽市数据共享办法》印发给你们,请遵照执行。\n云泽市人民政府\n2021年2月2日\n云泽市数据共享办法\n第一条 为了促进共享,制定本办法。\n"
    )
    assert read.number == "石桥政办发〔2021〕3号"
    assert read.issuer == "石桥区人民政府办公室"
    assert read.date == "2021-03-03"
    parts = {(m.field, m.value): dict(m.more).get("part") for m in read.mentions}
    assert parts["number", "云政发〔2021〕1号"] == "1"
    assert parts["issuer", "云泽市人民政府"] == "1"
    assert parts["addressee", "各县区人民政府"] == "1"
    assert parts["title", "云泽市数据共享办法"] == "2"


def test_an_order_over_two_lines_is_a_number_and_names_its_issuer() -> None:
    read = profile(
        "北岭省人民政府令\n第31号\n《北岭省数据办法》已经省人民政府常务会议通过,现予公布。\n2025年9月12日\n北岭省数据办法\n"
        "第一章 总则\n第一条 为了规范数据管理,制定本办法。\n"
    )
    assert read.number == "北岭省人民政府令第31号"
    assert read.issuer == "北岭省人民政府"
    assert read.titles == ("北岭省数据办法",)
    assert dates(read) == {("2025-09-12", "signature")}


def test_blanks_part_the_lines_of_a_flattened_page() -> None:
    read = profile(
        "当前位置:首页 > 政务公开 打印 石桥区人民政府办公室关于印发《石桥区数据方案》的通知 石桥政办字〔2025〕6号 "
        "各镇人民政府,区直各部门:经区政府同意,现将《石桥区数据方案》印发给你们。石桥区人民政府办公室 2025年4月8日 "
        "石桥区数据方案 为落实部署,制定本方案。一、总体要求 全面推进数据共享,不断提升治理水平。\n"
    )
    assert read.titles == ("石桥区人民政府办公室关于印发《石桥区数据方案》的通知", "石桥区数据方案")
    assert read.number == "石桥政办字〔2025〕6号"
    assert values(read, "addressee") == ["各镇人民政府,区直各部门"]
    assert dates(read) == {("2025-04-08", "signature")}


def test_a_paper_that_the_notice_only_builds_on_is_not_handed_on() -> None:
    read = profile(
        "关于印发云泽市数据清单的通知\n各县区:\n为贯彻《北岭省数据清单办法》,现将《云泽市数据清单》印发给你们。\n"
        "云泽市大数据局\n2025年4月8日\n"
    )
    assert "北岭省数据清单办法" not in read.titles


def test_organs_that_only_sign_are_issuers_beside_the_one_in_the_title() -> None:
    read = profile(
        "北岭省财政厅关于印发《数据资金办法》的通知\n各市财政局:\n现将《数据资金办法》印发给你们,请遵照执行。\n"
        "北岭省财政厅   北岭省数据局\n2013年9月4日\n数据资金办法\n第一条 为了规范管理,制定本办法。\n"
    )
    assert values(read, "issuer") == ["北岭省财政厅", "北岭省数据局"]


@pytest.mark.parametrize("remark", ["政务服务丨{}", "【政策】{}", "{}【全文废止】"])
def test_remarks_of_the_page_are_no_part_of_a_title(remark: str) -> None:
    title = "云泽市人民政府关于深化数据改革的实施意见"
    assert profile(remark.format(title) + "\n云政字〔2021〕30号\n").titles == (title,)


def test_the_issuer_signs_below_a_list_without_marks() -> None:
    read = profile(
        "云泽市人民政府关于印发2026年《政府工作报告》责任分解的通知\n各县区人民政府:\n现分解如下,请认真实施。\n一、扩大投资\n"
        "1.建设数据中心。\n牵头单位:市数据局\n完成时限:2026年12月\n云泽市人民政府\n2026年2月3日\n"
    )
    assert dates(read) == {("2026-02-03", "signature")}
    assert "政府工作报告" not in read.titles


@pytest.mark.parametrize(
    ("title", "horizon"),
    [
        ("云泽市“十四五”数字发展规划", "2025"),
        ("云泽市第十五个五年规划纲要", "2030"),
        ("云泽市2023年数据工作要点", "2023"),
        ("云泽市数据行动计划(20242026年)", "2026"),
        ("数字云泽发展规划(2019-2022年)", "2022"),
        ("云泽市数据管理办法", None),
    ],
)
def test_the_horizon_is_the_last_year_of_the_plan(title: str, horizon: str | None) -> None:
    assert profile(f"{title}\n为加快发展,现制定本文件。\n一、要求\n").horizon == horizon


def test_a_text_without_any_head_has_an_empty_profile() -> None:
    read = profile("持续优化服务。\n不断提升能力。\n")
    assert read.mentions == ()
    assert read.region is None


@pytest.mark.parametrize(
    "piece",
    [
        "《",
        "(",
        "1",
        "一",
        "2021年1月1日",
        "〔2021〕5号",
        "文号:",
        "各部门、",
        "关于印发《甲\n",
        "甲市财政局\n2021年1月1日\n",
    ],
)
def test_hostile_input_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        document = load_bytes((piece * (length // len(piece) + 1)).encode("utf-8"), "hostile.txt")
        start = time.process_time()
        read_profile(document, Outline((), ()), VOCABULARY)
        return time.process_time() - start

    seconds(1000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.01)

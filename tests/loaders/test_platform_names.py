"""Names of systems that no vocabulary knows: what is a name, where it begins and ends, how lists are spelt out."""

import time

import pytest

from loaders.document import Span
from loaders.system_names import NameReader


def names(text, level="市"):
    reader = NameReader(text, [], level)
    return [system.name for system in reader.read(Span(0, len(text))) if not system.generic]


def classes(text, level="市"):
    reader = NameReader(text, [], level)
    return [system.name for system in reader.read(Span(0, len(text))) if system.generic]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("加快建设惠企政策兑付平台。", "惠企政策兑付平台"),
        ("建立覆盖城乡的水质在线监测系统。", "水质在线监测系统"),
        ("建设公共资产管理和处置平台。", "公共资产管理和处置平台"),
        ("打造“阳光采购”监管平台。", "阳光采购监管平台"),
        ("推广“桐快办”小程序。", "桐快办小程序"),
        ("升级桐溪大脑。", "桐溪大脑"),
        ("扩容桐溪云。", "桐溪云"),
        ("推广“桐溪码”。", "桐溪码"),
        ("完善12345热线。", "12345热线"),
        ("优化政务外网。", "政务外网"),
        ("建设城市信息模型(CIM)平台。", "城市信息模型(CIM)平台"),
        ("上线“桐快办”岭南分厅5.0新版本。", "桐快办岭南分厅"),
        ("建设桐溪数字孪生平台2.0。", "桐溪数字孪生平台2.0"),
        ("建设工程建设项目审批管理系统。", "工程建设项目审批管理系统"),
        ("搭建数据资产登记平台体系。", "数据资产登记平台体系"),
    ],
)
def test_a_name_runs_from_the_verb_to_its_ending(sentence, name):
    assert names(sentence) == [name]


@pytest.mark.parametrize(
    ("level", "sentence", "name"),
    [
        ("市", "建设市排水调度平台。", "排水调度平台"),
        ("市", "建设全市统一的排水调度平台。", "排水调度平台"),
        ("市", "依托市级排水调度平台开展巡查。", "排水调度平台"),
        ("县", "依托市排水调度平台开展巡查。", "市排水调度平台"),
        ("市", "接入省排水调度平台。", "省排水调度平台"),
        ("市", "用好区(县)级排水调度平台。", "区(县)级排水调度平台"),
        ("市", "建设桐溪市排水调度平台。", "桐溪市排水调度平台"),
        ("市", "建设市民服务平台。", "市民服务平台"),
        ("区", "建设区块链存证平台。", "区块链存证平台"),
        ("自治区", "完善自治区草原监测平台。", "草原监测平台"),
    ],
)
def test_the_own_level_only_locates_and_another_level_tells_whose_it_is(level, sentence, name):
    assert names(sentence, level) == [name]


@pytest.mark.parametrize(
    ("sentence", "spelt"),
    [
        ("完善房屋、管网基础库。", ["房屋基础库", "管网基础库"]),
        ("建设渔业、林业等专题库。", ["渔业专题库", "林业专题库"]),
        ("建设身份核验、电子签章、统一支付三大支撑平台。", ["身份核验平台", "电子签章平台", "统一支付平台"]),
        ("构建桐溪云中心、桐溪数据中心等两大中心。", ["桐溪云中心", "桐溪数据中心"]),
        ("上线“桐企通”“桐码头”两个平台。", ["桐企通", "桐码头"]),
        ("依托省、区一体化监管平台。", ["省一体化监管平台", "区一体化监管平台"]),
        ("统筹算法、模型等共性平台建设。", ["算法共性平台", "模型共性平台"]),
        ("保障政务网络和桐溪云平台平稳运行。", ["政务网络", "桐溪云平台"]),
    ],
)
def test_a_list_is_spelt_out_and_its_counting_word_is_no_platform(sentence, spelt):
    assert names(sentence) == spelt


@pytest.mark.parametrize(
    "sentence",
    [
        "整合各类平台。",
        "建成一批国内领先的行业服务平台。",
        "清理相关系统。",
        "梳理各部门业务系统。",
        "健全基层治理体系。",
        "新建充电桩500个。",
        "运用区块链、5G等技术。",
        "发展平台经济,培育平台企业。",
        "推动企业上云。",
        "推行“一网通办”“免申即享”。",
        "系统推进改革,强化系统集成。",
        "举办桐溪大脑创新大赛。",
    ],
)
def test_generic_plurals_technologies_and_models_are_none(sentence):
    assert names(sentence) == []


def test_a_class_of_systems_keeps_its_wording():
    assert classes("推动水务、燃气等4个行业系统接入桐溪大脑。") == ["水务、燃气等4个行业系统"]
    assert classes("各部门已建的视频系统接入桐溪大脑。") == ["各部门已建的视频系统"]


def test_a_name_that_the_document_calls_an_app_counts_alone_too():
    text = "升级“桐快办”APP,通过“桐快办”办理事项。"
    assert names(text) == ["桐快办APP", "桐快办"]


@pytest.mark.parametrize("unit", ["“一”", "平台、", "与平台", "依托大脑建设平台、", "("])
def test_reading_takes_linear_time(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        begin = time.process_time()
        names(text)
        return time.process_time() - begin

    seconds(2_000)
    assert seconds(80_000) < 16 * max(seconds(20_000), 0.05)

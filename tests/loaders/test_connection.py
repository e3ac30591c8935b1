"""Connections: both ends, antecedents, classes of systems, and how two systems are joined."""

import pytest

from loaders.extractors.connection import read_connections
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.regions import load_regions
from ontology.vocabulary import Vocabulary


def connections(text):
    reading = read(
        load_bytes(text.encode(), "sample.txt"), Vocabulary((), load_regions(), "test-connections")
    )
    return [
        (fact.fields["source"], fact.fields["target"], fact.fields["how"])
        for fact in read_connections(reading)
    ]


@pytest.mark.parametrize(
    ("sentence", "link"),
    [
        ("依托桐溪大脑建设内涝预警系统。", ("内涝预警系统", "桐溪大脑", "built_on")),
        ("基于桐溪大脑打造指挥驾驶舱。", ("指挥驾驶舱", "桐溪大脑", "built_on")),
        ("以桐溪大脑为底座,搭建内涝预警系统。", ("内涝预警系统", "桐溪大脑", "built_on")),
        ("在桐溪大脑的基础上,开发内涝预警系统。", ("内涝预警系统", "桐溪大脑", "built_on")),
        ("推动内涝预警系统接入桐溪大脑。", ("内涝预警系统", "桐溪大脑", "integrated")),
        ("将内涝预警系统并入桐溪大脑。", ("内涝预警系统", "桐溪大脑", "integrated")),
        ("实现内涝预警系统与桐溪大脑互联互通。", ("内涝预警系统", "桐溪大脑", "mutual")),
        ("内涝预警系统与桐溪大脑完成对接。", ("内涝预警系统", "桐溪大脑", "integrated")),
        ("内涝预警系统全部迁移至桐溪云平台。", ("内涝预警系统", "桐溪云平台", "moves_to")),
        ("把内涝预警系统向桐溪云平台迁移。", ("内涝预警系统", "桐溪云平台", "moves_to")),
        ("各部门业务系统统一接入桐溪大脑。", ("各部门业务系统", "桐溪大脑", "integrated")),
        ("28个镇街自建系统接入桐溪大脑。", ("28个镇街自建系统", "桐溪大脑", "integrated")),
    ],
)
def test_both_ends_of_a_connection_are_read(sentence, link):
    assert connections(sentence) == [link]


def test_lists_connect_each_with_each():
    told = connections("依托桐溪大脑、桐溪云平台,建设内涝预警系统和桥梁监测系统。")
    assert {(source, target) for source, target, _ in told} == {
        (source, target)
        for source in ("内涝预警系统", "桥梁监测系统")
        for target in ("桐溪大脑", "桐溪云平台")
    }


def test_an_end_left_out_takes_what_the_sentence_or_the_one_before_speaks_of():
    assert connections("建设桐溪大脑,并与省数据共享平台互联互通。") == [
        ("桐溪大脑", "省数据共享平台", "mutual")
    ]
    assert connections("建设桐溪大脑。接入省数据共享平台。") == [("桐溪大脑", "省数据共享平台", "integrated")]
    assert connections("升级桐溪大脑。将内涝预警系统接入该平台。") == [
        ("内涝预警系统", "桐溪大脑", "integrated")
    ]


def test_a_platform_that_takes_in_a_class_of_systems_is_the_target():
    told = connections("建设桐溪大脑,融合各行业应用平台。")
    assert told == [("各行业应用平台", "桐溪大脑", "integrated")]


@pytest.mark.parametrize(
    "sentence",
    [
        "桐溪大脑由内涝预警系统和桥梁监测系统组成。",
        "建设内涝预警系统、桥梁监测系统。",
        "通过桐溪大脑推送预警信息,完善内涝预警系统。",
        "监管数据实时向桐溪大脑汇聚。",
    ],
)
def test_composition_lists_and_flows_of_data_are_none(sentence):
    assert connections(sentence) == []

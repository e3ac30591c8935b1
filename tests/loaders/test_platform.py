"""Platforms that the vocabulary knows, and what is done to them."""

import pytest

from loaders.actions import actions_on
from loaders.document import Span
from loaders.extractors.platform import read_platforms
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.regions import load_regions
from ontology.vocabulary import Term, Vocabulary

TERMS = (
    Term("云泽通", "platform", "移动办公", owner="X1"),
    Term("惠云泽", "platform", "政务服务", owner="X1"),
    Term("城市大脑", "platform", "城市大脑", aliases=("城市云脑",)),
    Term("政务云", "platform", "政务云"),
    Term("城市大脑创新大赛", "none"),
)


def platforms(text):
    vocabulary = Vocabulary(TERMS, load_regions(), "test-platforms")
    reading = read(load_bytes(text.encode(), "sample.txt"), vocabulary)
    return [(fact.fields["name"], fact.fields["action"]) for fact in read_platforms(reading)]


@pytest.mark.parametrize(
    ("sentence", "name", "action"),
    [
        ("加快建设城市大脑。", "城市大脑", "build"),
        ("推进城市大脑建设。", "城市大脑", "build"),
        ("深化城市大脑建设。", "城市大脑", "upgrade"),
        ("持续完善“城市云脑”。", "城市云脑", "upgrade"),
        ("依托政务云开展数据备份。", "政务云", "use"),
        ("推动各单位业务系统接入“云泽通”。", "云泽通", "connect"),
        ("加快“云泽通”推广应用。", "云泽通", "promote"),
        ("目前政务云已建成并稳定运行。", "政务云", "exist"),
        ("升级“惠云泽”APP功能。", "惠云泽APP", "upgrade"),
        ("建设“惠云泽”临汀分厅。", "惠云泽临汀分厅", "build"),
        ("建设“惠云泽·临汀掌上办”平台。", "惠云泽·临汀掌上办平台", "build"),
        ("建设城市大脑物联网平台。", "城市大脑物联网平台", "build"),
    ],
)
def test_a_known_name_is_read_with_its_action(sentence, name, action):
    assert platforms(sentence) == [(name, action)]


def test_a_verb_reaches_every_name_of_a_list():
    assert platforms("建设城市大脑、政务云和“云泽通”。") == [
        ("城市大脑", "build"),
        ("政务云", "build"),
        ("云泽通", "build"),
    ]


def test_one_fact_for_each_sentence_name_and_action():
    assert (
        platforms("建设政务云,扩大政务云覆盖,升级政务云。再次升级政务云。").count(("政务云", "upgrade")) == 2
    )


def test_contests_and_titles_of_papers_are_no_platforms():
    assert platforms("举办城市大脑创新大赛。制定《城市大脑管理办法》。") == []


def test_a_mere_mention_is_no_action():
    assert actions_on("政务云很重要", 0, 3, Span(0, 6)) == ()

"""What is done to a platform: verbs before and behind, several verbs, negation."""

import pytest

from loaders.actions import actions_on
from loaders.document import Span


def actions(text, name):
    start = text.index(name)
    return actions_on(text, start, start + len(name), Span(0, len(text)))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("搭建桐溪大脑。", ("build",)),
        ("建设完善桐溪大脑。", ("build",)),
        ("推进桐溪大脑建设与优化。", ("build", "upgrade")),
        ("深化桐溪大脑建设。", ("upgrade",)),
        ("提升桐溪大脑支撑能力。", ("upgrade",)),
        ("将桐溪大脑升级到3.0版。", ("upgrade",)),
        ("对桐溪大脑进行智能化改造。", ("upgrade",)),
        ("发布桐溪大脑4.0新版本。", ("upgrade",)),
        ("通过桐溪大脑调度车辆。", ("use",)),
        ("以桐溪大脑为底座,开展巡查。", ("use",)),
        ("在桐溪大脑的基础上拓展场景。", ("use",)),
        ("水务系统全部迁移至桐溪大脑。", ("use",)),
        ("把水务系统接入桐溪大脑。", ("connect",)),
        ("实现与桐溪大脑互联互通。", ("connect",)),
        ("加大力度推广桐溪大脑。", ("promote",)),
        ("桐溪大脑累计归集数据3亿条。", ("exist",)),
        ("截至年底,已建成桐溪大脑。", ("exist",)),
        ("由水务系统、燃气系统组成桐溪大脑。", ("build",)),
    ],
)
def test_the_governing_verb_tells(sentence, told):
    assert actions(sentence, "桐溪大脑") == told


@pytest.mark.parametrize(
    "sentence", ["各镇不再单独建设桐溪大脑。", "原则上不得新建桐溪大脑。", "严禁重复建设桐溪大脑。"]
)
def test_a_negated_building_is_no_action(sentence):
    assert actions(sentence, "桐溪大脑") == ()


def test_a_mere_mention_is_no_action():
    assert actions("桐溪大脑数据目录见附件。", "桐溪大脑") == ()

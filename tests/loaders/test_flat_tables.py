"""Tables whose cells became lines, with a category that is written once for several rows."""

import pytest

from loaders.extraction import extract
from loaders.reader import load_bytes
from ontology.vocabulary import load_vocabulary

HEAD = "松涧县2026年数字化任务分工表\n"


@pytest.fixture(scope="module")
def vocabulary(examples):
    return load_vocabulary(examples / "vocabulary.yaml")[0]


def duties(text, vocabulary):
    facts = extract(load_bytes((HEAD + text).encode(), "table.txt"), vocabulary)
    return [
        (fact.fields["role"], fact.fields["organization"].removeprefix("松涧县"), fact.fields["task"])
        for fact in facts
        if fact.kind == "responsibility"
    ]


def test_a_category_cell_that_stands_once_shifts_no_column(vocabulary):
    text = (
        "序号\n类别\n工作任务\n责任单位\n牵头单位\n完成时限\n"
        "1\n基础设施\n建成基站200个。\n县住房城乡建设局、各镇街\n县工业和信息化局\n12月底\n"
        "2\n升级政务云。\n县财政局\n县大数据中心\n6月底\n"
        "3\n数字政府\n推广电子证照。\n无\n县行政审批局\n11月底\n"
        "4\n开通掌上办事。\n县公安局\n县行政审批局\n9月底\n"
    )
    found = duties(text, vocabulary)
    assert ("lead", "大数据中心", "升级政务云。") in found
    assert ("responsible", "财政局", "升级政务云。") in found
    assert [body for role, body, task in found if task == "推广电子证照。"] == ["行政审批局"]
    assert ("lead", "行政审批局", "开通掌上办事。") in found and len(found) == 8


def test_two_shared_columns_are_carried_too(vocabulary):
    text = (
        "序号\n类别\n重点任务\n具体举措\n责任单位\n牵头单位\n时限\n"
        "1\n数字政府\n升级政务云\n完成扩容。\n县财政局\n县大数据中心\n6月底\n"
        "2\n新增存储。\n县发展和改革局\n县大数据中心\n9月底\n"
    )
    found = duties(text, vocabulary)
    assert [(role, body) for role, body, _ in found] == [
        ("responsible", "财政局"),
        ("lead", "大数据中心"),
        ("responsible", "发展和改革局"),
        ("lead", "大数据中心"),
    ]

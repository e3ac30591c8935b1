"""The shipped names, and a user's own beside them."""

import openpyxl
import pytest

from ontology.compile_terms import COMPILED, compiled, rows
from ontology.errors import VocabularyError
from ontology.vocabulary import load_vocabulary


def write(tmp_path, text):
    path = tmp_path / "我的 词表.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_compiled_names_are_current():
    assert COMPILED.read_text(encoding="utf-8") == compiled(), "stale: make generate"


def test_every_shipped_name_but_the_listed_themes_says_where_it_is_used():
    assert [row[0] for row in rows() if row[2] != "theme" and not row[5]] == []


def test_every_owner_is_a_region():
    vocabulary, _ = load_vocabulary()
    owners = {term.owner for term in vocabulary.terms if term.owner}
    assert owners and all(vocabulary.regions.get(owner) for owner in owners)


def test_none_leaves_the_listed_themes_and_the_regions_alone():
    vocabulary, problems = load_vocabulary("none")
    assert problems == []
    assert {term.type for term in vocabulary.terms} == {"theme"}
    assert vocabulary.regions.get("110000").name == "北京市"


def test_a_users_file_adds_names_and_regions_in_any_order(tmp_path):
    path = write(
        tmp_path,
        "regions:\n"
        "  - {name: 竹隐县, code: X101, level: 县级, parent: 云泽省}\n"
        "  - {名称: 云泽省, 代码: X1, 级别: 省级, 上级: 中国, 文号代字: 泽}\n"
        "terms:\n"
        "  - {名称: 泽事通, 类别: 平台, 归属: 云泽省, 别名: 泽事通APP、云泽办事}\n",
    )
    vocabulary, problems = load_vocabulary(path)
    assert problems == []
    assert [place.name for place in vocabulary.regions.path("X101")] == ["中国", "云泽省", "竹隐县"]
    term = next(term for term in vocabulary.terms if term.name == "泽事通")
    assert (term.owner, term.aliases) == ("X1", ("泽事通APP", "云泽办事"))
    assert vocabulary.fingerprint != load_vocabulary()[0].fingerprint


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{kind: platform}", "缺少名称"),
        ("{name: 甲, kind: 飞机}", "类别“飞机”不对"),
        ("{name: 甲, kind: platform, owner: 无何有之乡}", "没有归属地区“无何有之乡”"),
        ("{name: 甲, kind: platform, aliases: [山东通]}", "“山东通”已经是“山东通”的名称"),
        ("{name: 甲, kind: platform, 颜色: 红}", "不认识的栏目“颜色”"),
        ("甲", "不是“栏目: 值”的形式"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_used(tmp_path, line, reason):
    path = write(tmp_path, f"terms:\n  - {line}\n  - {{name: 好名称, kind: platform}}\n")
    vocabulary, problems = load_vocabulary(path)
    assert len(problems) == 1
    assert reason in problems[0].zh and "我的 词表.yaml" in problems[0].zh
    assert "第 2 行" in problems[0].zh or "“甲”" in problems[0].zh
    assert any(term.name == "好名称" for term in vocabulary.terms)


@pytest.mark.parametrize("text", ["terms: [", "- 一\n- 二\n", "平台: []\n", "a: &a [*a]\n", "terms: {}\x00"])
def test_a_file_that_cannot_be_read_is_one_clear_error(tmp_path, text):
    with pytest.raises(VocabularyError) as error:
        load_vocabulary(write(tmp_path, text))
    assert "\n" not in error.value.message.zh and "词表" in error.value.message.zh


def test_a_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(VocabularyError):
        load_vocabulary(tmp_path / "没有.yaml")


def test_a_workbook_with_chinese_heads_does_the_same(tmp_path):
    book = openpyxl.Workbook()
    places = book.active
    places.title = "地区"
    places.append(["名称", "代码", "级别", "上级", "简称"])
    places.append(["云泽省", "X1", "省级", "100000", "云泽"])
    names = book.create_sheet("名称")
    names.append(["名称", "类别", "类型", "归属", "别名", "说明"])
    names.append(["泽事通", "平台", "政务服务门户", "云泽", "泽事通APP,云泽办事", "省里的"])
    names.append(["", "平台", "", "", "", ""])
    path = tmp_path / "词表.xlsx"
    book.save(path)
    vocabulary, problems = load_vocabulary(path)
    term = next(term for term in vocabulary.terms if term.name == "泽事通")
    assert term.aliases == ("泽事通APP", "云泽办事") and term.owner == "X1"
    assert len(problems) == 1 and "工作表“名称”第 3 行" in problems[0].zh


def test_a_users_line_replaces_the_shipped_name(tmp_path):
    path = write(tmp_path, "terms:\n  - {name: 惠企通, kind: platform, owner: 福建省}\n")
    vocabulary, problems = load_vocabulary(path)
    assert problems == []
    assert [term.owner for term in vocabulary.terms if term.name == "惠企通"] == ["350000"]

"""The shipped names, and a user's own beside them."""

import openpyxl
import pytest

from ontology.compile_terms import COMPILED, compiled
from ontology.errors import VocabularyError
from ontology.vocabulary import load_vocabulary


def write(tmp_path, text):
    path = tmp_path / "我的 词表.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_compiled_names_are_current():
    assert COMPILED.read_text(encoding="utf-8") == compiled(), "stale: make generate"


def test_every_shipped_name_but_the_listed_themes_says_where_it_is_used():
    terms = load_vocabulary()[0].terms
    assert [term.name for term in terms if term.type != "theme" and not term.note] == []


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
        ("{name: 甲台, kind: 飞机}", "类别“飞机”不对"),
        ("{name: 甲台, kind: platform, owner: 无何有之乡}", "没有归属地区“无何有之乡”"),
        ("{name: 甲台, kind: platform, aliases: [山东通]}", "“山东通”已经是“山东通”的名称"),
        ("{name: 甲台, kind: platform, 颜色: 红}", "不认识的栏目“颜色”"),
        ("甲台", "不是“栏目: 值”的形式"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_used(tmp_path, line, reason):
    path = write(tmp_path, f"terms:\n  - {line}\n  - {{name: 好名称, kind: platform}}\n")
    vocabulary, problems = load_vocabulary(path)
    assert len(problems) == 1
    assert reason in problems[0].zh and "我的 词表.yaml" in problems[0].zh
    assert "第 2 行" in problems[0].zh and "line 2" in problems[0].en
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


def test_the_listed_themes_are_those_of_the_specification():
    themes = {term.name for term in load_vocabulary("none")[0].terms}
    assert len(themes) == 27 and {"智慧城市", "IPv6", "5G", "放管服改革", "千兆城市"} <= themes


def test_one_wording_of_a_realm_is_one_term():
    seen = {}
    for term in load_vocabulary()[0].terms:
        for wording in term.wordings:
            assert seen.setdefault((term.realm, wording), term.name) == term.name


def test_a_users_region_gets_short_names_marks_and_a_code_by_rule(tmp_path):
    path = write(
        tmp_path,
        "regions:\n"
        "  - {name: 云泽省, level: 省, parent: '100000'}\n"
        "  - {name: 岚溪畲族自治州, code: 9901, level: 地级, parent: 云泽省, marks: 岚州}\n",
    )
    regions = load_vocabulary(path)[0].regions
    state = regions.named("岚溪州")[0]
    assert (state.code, state.short, state.marks) == ("9901", ("岚溪州", "岚溪"), ("岚州", "岚溪", "岚"))
    code = regions.named("云泽")[0].code
    assert code.startswith("X") and load_vocabulary(path)[0].regions.named("云泽")[0].code == code


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{name: 甲县, level: county, parent: 乙市}", "没有上级地区“乙市”"),
        ("{name: 甲省, level: province, parent: 云泽县}", "不比它高"),
        ("{name: 甲县, level: county, parent: '370000', code: '../x'}", "只能用字母、数字"),
        ("{name: 甲县, level: county, parent: '370000', code: X1}", "用了两次"),
        ("{name: 甲县, level: 很高, parent: '370000'}", "级别“很高”不对"),
        ("{name: [甲县, 乙县], level: county, parent: '370000'}", "名称(name)只能有一个值"),
    ],
)
def test_a_bad_region_is_named_and_the_rest_is_used(tmp_path, line, reason):
    good = "{name: 云泽县, level: county, parent: '370000', code: X1}"
    vocabulary, problems = load_vocabulary(write(tmp_path, f"regions:\n  - {good}\n  - {line}\n"))
    assert len(problems) == 1 and reason in problems[0].zh and "第 3 行" in problems[0].zh
    assert vocabulary.regions.get("X1").name == "云泽县"


def test_an_alias_of_two_concepts_stays_with_the_first(tmp_path):
    path = write(
        tmp_path,
        "terms:\n  - {name: 甲台, kind: platform, aliases: [丙台]}\n"
        "  - {name: 乙台, kind: platform, aliases: [丙台, 丁台]}\n  - {name: 甲台, kind: none}\n",
    )
    vocabulary, problems = load_vocabulary(path)
    assert len(problems) == 2 and any("“丙台”已经是“甲台”的名称" in problem.zh for problem in problems)
    assert {term.name: term.aliases for term in vocabulary.terms if term.name in ("甲台", "乙台")} == {
        "甲台": ("丙台",),
        "乙台": ("丁台",),
    }


def test_a_user_may_say_that_a_shipped_name_is_none(tmp_path):
    vocabulary, problems = load_vocabulary(write(tmp_path, "terms:\n  - {name: 领导驾驶舱, kind: none}\n"))
    assert problems == []
    assert [term.kind for term in vocabulary.terms if "领导驾驶舱" in term.wordings] == ["none"]


def test_a_semicolon_separates_names_that_hold_a_list_comma(tmp_path):
    path = write(tmp_path, "terms:\n  - {name: 双公示, kind: 举措, aliases: 甲、乙公开;丙公开}\n")
    term = next(term for term in load_vocabulary(path)[0].terms if term.name == "双公示")
    assert term.aliases == ("甲、乙公开", "丙公开")


def test_a_note_changes_no_reading_and_so_no_fingerprint(tmp_path):
    lines = [
        "{name: 甲台, kind: platform, note: 一}",
        "{name: 甲台, kind: platform, note: 二}",
        "{name: 甲台, kind: none}",
    ]
    one, two, three = (
        load_vocabulary(write(tmp_path, f"terms:\n  - {line}\n"))[0].fingerprint for line in lines
    )
    assert one == two != three


def test_codes_that_a_sheet_took_for_numbers_keep_their_digits(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["名称", "类别", "归属"], ["甲台", "平台", 370000.0], ["乙台", "平台", 370200]):
        sheet.append(row)
    book.save(tmp_path / "表.xlsx")
    owners = {term.name: term.owner for term in load_vocabulary(tmp_path / "表.xlsx")[0].terms}
    assert (owners["甲台"], owners["乙台"]) == ("370000", "370200")


def test_hostile_yaml_neither_runs_nor_swells(tmp_path):
    bomb = "terms:\n  - &a {name: 甲台, kind: platform, aliases: &b [甲]}\n"
    bomb += "".join(f"  - &x{n} [{', '.join([f'*x{n - 1}' if n else '*b'] * 9)}]\n" for n in range(12))
    bomb += (
        "  - !!python/object/apply:os.system [echo]\n  - {name: !!python/name:os.system '', kind: platform}\n"
    )
    vocabulary, problems = load_vocabulary(write(tmp_path, bomb))
    assert len(problems) == 14 and any(term.name == "甲台" for term in vocabulary.terms)
    with pytest.raises(VocabularyError):
        load_vocabulary(write(tmp_path, "[" * 5000))


def test_the_file_of_the_examples_is_sound():
    from pathlib import Path

    vocabulary, problems = load_vocabulary(Path(__file__).parents[2] / "examples" / "vocabulary.yaml")
    assert problems == [] and vocabulary.regions.named("云泽省")

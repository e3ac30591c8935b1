"""The readers as spaCy components."""

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy is an extra")

SAMPLE = """云泽省数据局关于印发《数字云泽工作方案》的通知
各市人民政府:
现将方案印发给你们,请认真贯彻执行。
一、重点任务
(一)推进“一网通办”。深化政务服务改革。(责任单位:省数据局、教育厅)
"""


def test_components_are_found_by_name_in_any_blank_pipeline():
    nlp = spacy.blank("zh")
    nlp.add_pipe("zhengtu_heading")
    doc = nlp(SAMPLE)
    assert [span._.zhengtu["title"] for span in doc.spans["zhengtu_heading"]] == [
        "重点任务",
        "推进“一网通办”",
    ]


def test_components_share_one_reading_and_are_usable_one_by_one():
    from loaders.spacy_components import chinese

    nlp = chinese()
    for kind in ("metadata", "citation", "responsibility", "platform", "initiative"):
        nlp.add_pipe(f"zhengtu_{kind}")
    doc = nlp(SAMPLE)
    assert len(doc.user_data["zhengtu_reading"]) == 1
    bodies = [span._.zhengtu["organization"] for span in doc.spans["zhengtu_responsibility"]]
    assert [body[-3:] for body in bodies] == ["数据局", "教育厅"]
    assert [span._.zhengtu["name"] for span in doc.spans["zhengtu_initiative"]] == ["一网通办"]


def test_the_tokenizer_keeps_the_projects_words_whole_and_changes_no_other_jieba():
    import jieba

    from loaders.spacy_components import chinese

    before = jieba.get_FREQ("一网通办")
    assert "一网通办" in [token.text for token in chinese()("全面推行一网通办服务")]
    assert jieba.get_FREQ("一网通办") == before


def test_a_span_of_another_origin_has_no_fact():
    nlp = spacy.blank("zh")
    nlp.add_pipe("zhengtu_heading")
    assert nlp("随便一段话")[0:2]._.zhengtu is None


def test_every_kind_of_fact_has_a_component():
    from importlib.metadata import entry_points

    from loaders.facts import KINDS

    registered = {point.name for point in entry_points(group="spacy_factories")}
    assert {f"zhengtu_{kind}" for kind in KINDS} <= registered

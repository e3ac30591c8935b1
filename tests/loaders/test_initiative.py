"""Initiatives of a document: quoted names, campaigns, listed themes, names of the vocabulary."""

from loaders.extractors.initiative import read_initiatives
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.regions import load_regions
from ontology.vocabulary import Term, Vocabulary

LISTED = (
    *("数字政府", "智慧城市", "新型智慧城市", "智慧社区"),
    *("智慧街区", "企业上云", "数据开放", "电子证照"),
)
THEMES = (
    *(Term(name, "initiative", "theme") for name in LISTED),
    Term("放管服改革", "initiative", "theme", aliases=("放管服",)),
)
TERMS = (*THEMES, Term("一网通办", "initiative", "service_model"), Term("慢悠悠", "initiative"))


def facts(text, terms=TERMS):
    digest = str(hash(terms))
    reading = read(load_bytes(text.encode(), "sample.txt"), Vocabulary(terms, load_regions(), digest))
    return [fact.fields | {"start": fact.start} for fact in read_initiatives(reading)]


def initiatives(text, terms=TERMS):
    return [fact["name"] for fact in facts(text, terms)]


def test_each_name_is_read_once_a_document_at_its_first_place():
    found = facts("深化“一网通办”。推进数字政府建设。深化“一网通办”改革。巩固“一网通办”。")
    assert [(fact["name"], fact["theme"], fact["start"]) for fact in found] == [
        ("一网通办", False, 2),
        ("数字政府", True, 11),
        ("一网通办改革", False, 20),
    ]


def test_the_longer_theme_is_the_one_that_is_meant():
    assert initiatives("建设新型智慧城市。") == ["新型智慧城市"]


def test_what_the_world_is_like_is_no_commitment():
    text = "一、发展形势\n全国数字政府建设加快,“一网通办”普及。\n二、重点任务\n建设智慧城市。\n"
    assert initiatives(text) == ["智慧城市"]


def test_what_the_nation_does_is_not_the_regions():
    assert initiatives("我国数字政府建设提速,“一网通办”普及。") == []
    assert initiatives("对标先进地区,我市推进数字政府建设。") == ["数字政府"]


def test_a_task_that_mends_what_is_lacking_is_one():
    text = "一、补齐民生短板\n建设智慧社区。\n二、存在问题\n智慧城市建设滞后。\n"
    assert initiatives(text) == ["智慧社区"]


def test_a_title_names_a_paper_and_commits_to_nothing():
    assert initiatives("根据《“湖滨先行”数字政府建设规划》制定本方案。") == []


def test_a_theme_takes_its_listed_name_however_it_is_written():
    assert initiatives("深化“放管服”改革。建设智慧社区、街区。") == ["放管服改革", "智慧社区", "智慧街区"]
    assert initiatives("新增上云工业企业300家。") == ["企业上云"]
    assert initiatives("促进数据治理、流通、开放。") == ["数据开放"]


def test_a_theme_within_the_name_of_a_database_is_none():
    assert initiatives("完善电子证照基础库。") == []
    assert initiatives("推广电子证照。") == ["电子证照"]


def test_a_theme_within_the_name_of_a_campaign_counts_beside_it():
    assert initiatives("实施智慧社区提升工程。") == ["智慧社区", "智慧社区提升工程"]


def test_a_name_of_the_vocabulary_needs_marks_or_a_verb_that_commits():
    assert initiatives("全面推行一网通办。") == ["一网通办"]
    assert initiatives("参观一网通办大厅。") == []


def test_a_taught_name_is_read_where_its_marks_stand():
    assert initiatives("他们谈到“慢悠悠”。", THEMES) == []
    assert initiatives("他们谈到“慢悠悠”。") == ["慢悠悠"]


def test_names_are_read_without_any_vocabulary():
    text = "实施“千店焕新”行动。深化“一窗速办”改革。开展数据提质攻坚行动。"
    assert initiatives(text, ()) == ["千店焕新行动", "一窗速办改革", "数据提质攻坚行动"]


def test_the_kind_the_usual_name_and_the_beginning_are_told():
    (fact,) = facts("2027年3月,启动“送医入村”行动。")
    assert (fact["kind_of"], fact["known"], fact["date"]) == ("campaign", None, "2027-03")
    (fact,) = facts("全面推行一网通办。")
    assert (fact["kind_of"], fact["known"], fact["date"]) == ("service_model", "一网通办", None)

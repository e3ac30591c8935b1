"""Initiatives that the vocabulary knows, and the listed themes."""

from loaders.extractors.initiative import read_initiatives
from loaders.reader import load_bytes
from loaders.reading import read
from ontology.regions import load_regions
from ontology.vocabulary import Term, Vocabulary

TERMS = (
    Term("一网通办", "initiative"),
    Term("数字政府", "initiative", "theme"),
    Term("智慧城市", "initiative", "theme"),
    Term("新型智慧城市", "initiative", "theme"),
)


def initiatives(text):
    vocabulary = Vocabulary(TERMS, load_regions(), "test-initiatives")
    reading = read(load_bytes(text.encode(), "sample.txt"), vocabulary)
    return [(fact.fields["name"], fact.fields["theme"], fact.start) for fact in read_initiatives(reading)]


def test_a_name_is_read_once_a_document_at_its_first_place():
    text = "深化“一网通办”。推进数字政府建设。深化“一网通办”改革。"
    assert initiatives(text) == [("一网通办", False, 3), ("数字政府", True, 11)]


def test_the_longer_name_is_the_one_that_is_meant():
    assert [name for name, *_ in initiatives("建设新型智慧城市。")] == ["新型智慧城市"]


def test_what_the_world_is_like_is_no_commitment():
    text = "一、发展形势\n全国数字政府建设加快。\n二、重点任务\n建设智慧城市。\n"
    assert [name for name, *_ in initiatives(text)] == ["智慧城市"]


def test_a_title_names_a_paper_and_commits_to_nothing():
    assert initiatives("根据《数字政府建设规划》制定本方案。") == []

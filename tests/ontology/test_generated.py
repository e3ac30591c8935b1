"""What is generated from the schema is current, and its shapes hold what they should and refuse what they must."""

import json
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph

ONTOLOGY = Path(__file__).parent.parent.parent / "ontology"

PREFIXES = """
@prefix zt: <https://zhengtu.example/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix e: <https://zhengtu.example/> .
"""

#: one sound node of each class; the fragments of VIOLATIONS each spoil one
SOUND = {
    "Region": 'e:r a zt:Region ; rdfs:label "云泽省"@zh ; zt:code "X1" ; zt:level "province" .',
    "Organization": 'e:o a zt:Organization ; rdfs:label "数据局"@zh ; zt:leads e:t ; zt:organizationType "department" .',
    "Document": 'e:d a zt:Document ; rdfs:label "方案"@zh ; zt:issuedBy e:o .',
    "Section": 'e:sec a zt:Section ; rdfs:label "重点任务"@zh ; zt:document e:d ; zt:path "二" .',
    "Task": 'e:t a zt:Task ; rdfs:label "建设平台"@zh ; zt:document e:d ; zt:covers e:p .',
    "Platform": 'e:p a zt:Platform ; rdfs:label "城市大脑"@zh ; zt:sameKind e:k .',
    "PlatformKind": 'e:k a zt:PlatformKind ; rdfs:label "城市大脑"@zh .',
    "Initiative": 'e:i a zt:Initiative ; rdfs:label "一网通办"@zh .',
    "Commitment": 'e:c a zt:Commitment ; rdfs:label "云泽省一网通办"@zh .',
    "Indicator": 'e:ind a zt:Indicator ; rdfs:label "覆盖率"@zh .',
    "Target": 'e:tar a zt:Target ; rdfs:label "覆盖率≥95%"@zh ; zt:comparator ">=" ; zt:status "planned" .',
    "Source": f'e:s a zt:Source ; zt:sha256 "{"a" * 64}" ; zt:fileName "一.txt" ; zt:reader "1" ; zt:vocabulary "v" .',
    "Evidence": (
        'e:e a zt:Evidence ; zt:source e:s ; oa:hasSelector e:e1, e:e2 ; zt:cleanQuote "数据局" ; '
        "zt:sentenceStart 0 ; zt:sentenceEnd 9 ."
    ),
    "TextPositionSelector": "e:e1 a oa:TextPositionSelector ; oa:start 3 ; oa:end 6 .",
    "TextQuoteSelector": 'e:e2 a oa:TextQuoteSelector ; oa:exact "数据局" ; oa:prefix "" ; oa:suffix "牵头" .',
    "Statement": "e:st a zt:Statement ; rdf:subject e:o ; rdf:predicate zt:leads ; rdf:object e:t ; zt:evidence e:e .",
    "MetadataFact": 'e:f1 a zt:MetadataFact ; zt:source e:s ; zt:rule "r" ; zt:field "title" ; zt:value "方案" .',
    "HeadingFact": 'e:f2 a zt:HeadingFact ; zt:source e:s ; zt:rule "r" ; zt:path "一" ; zt:title "目标" .',
    "CitationFact": 'e:f3 a zt:CitationFact ; zt:source e:s ; zt:rule "r" ; zt:relation "basis" ; zt:title "规划" .',
    "ResponsibilityFact": (
        'e:f4 a zt:ResponsibilityFact ; zt:source e:s ; zt:rule "r" ; zt:role "lead" ; zt:organization "数据局" ; '
        "zt:group false ; zt:evidence e:e ."
    ),
    "PlatformFact": 'e:f5 a zt:PlatformFact ; zt:source e:s ; zt:rule "r" ; zt:name "城市大脑" ; zt:action "build" .',
    "ConnectionFact": (
        'e:f6 a zt:ConnectionFact ; zt:source e:s ; zt:rule "r" ; zt:sourceName "甲平台" ; zt:targetName "乙平台" .'
    ),
    "InitiativeFact": 'e:f7 a zt:InitiativeFact ; zt:source e:s ; zt:rule "r" ; zt:name "一网通办" .',
    "TargetFact": (
        'e:f8 a zt:TargetFact ; zt:source e:s ; zt:rule "r" ; zt:indicator "覆盖率" ; zt:value "95" ; '
        'zt:comparator ">=" ; zt:status "planned" .'
    ),
    "OrganizationFact": 'e:f9 a zt:OrganizationFact ; zt:source e:s ; zt:rule "r" ; zt:name "数据局" .',
}

#: class → (what stands in its sound node, what spoils it)
VIOLATIONS = {
    "Region": ('zt:level "province"', 'zt:level "planet"'),
    "Organization": ("zt:leads e:t", "zt:leads e:p"),
    "Document": ("zt:issuedBy e:o", "zt:issuedBy e:r"),
    "Section": ('zt:path "二"', "zt:path 2"),
    "Task": ("zt:document e:d ; ", ""),
    "Platform": ("zt:sameKind e:k", "zt:sameKind e:i"),
    "PlatformKind": ('"城市大脑"@zh', '"城市大脑"'),
    "Initiative": ('"一网通办"@zh', '"一网通办"@zh, "一网"@zh'),
    "Commitment": ('rdfs:label "云泽省一网通办"@zh', 'zt:path "一"'),
    "Indicator": ('"覆盖率"@zh', '"couverture"@fr'),
    "Target": ('">="', '"mehr"'),
    "Source": ("a" * 64, "nonsense"),
    "Evidence": ("zt:sentenceStart 0 ; ", ""),
    "TextPositionSelector": ("oa:start 3", "oa:start -3"),
    "TextQuoteSelector": ('oa:exact "数据局" ; ', ""),
    "Statement": ("rdf:predicate zt:leads", 'rdf:predicate "leads"'),
    "MetadataFact": ('zt:field "title"', 'zt:field "colour"'),
    "HeadingFact": ('zt:path "一" ; ', ""),
    "CitationFact": ('"basis"', '"because"'),
    "ResponsibilityFact": ('"lead"', '"boss"'),
    "PlatformFact": ('"build"', '"paint"'),
    "ConnectionFact": (' ; zt:targetName "乙平台"', ""),
    "InitiativeFact": ("zt:source e:s ; ", ""),
    "TargetFact": ('zt:value "95" ; ', ""),
    "OrganizationFact": ('zt:name "数据局"', 'zt:name "数据局", "公安局"'),
}


@pytest.fixture(scope="module")
def shapes():
    return Graph().parse(ONTOLOGY / "generated" / "zhengtu.shacl.ttl")


def conforms(shapes, nodes):
    data = Graph().parse(data=PREFIXES + "\n".join(nodes.values()), format="turtle")
    return validate(data, shacl_graph=shapes)[::2]


def test_chinese_labels_and_direct_edges_conform(shapes):
    assert conforms(shapes, SOUND)[0], conforms(shapes, SOUND)[1]


def test_every_shape_has_a_planted_violation():
    captions = json.loads((ONTOLOGY / "generated" / "captions.json").read_text(encoding="utf-8"))
    assert set(VIOLATIONS) == set(captions["classes"]) - {"Entity", "Fact"}


@pytest.mark.parametrize("name", sorted(VIOLATIONS))
def test_a_planted_violation_does_not_conform(shapes, name):
    good, bad = VIOLATIONS[name]
    assert good in SOUND[name]
    ok, report = conforms(shapes, {**SOUND, name: SOUND[name].replace(good, bad)})
    assert not ok
    assert "Constraint Violation" in report


def test_what_is_generated_is_current():
    pytest.importorskip(
        "linkml", reason="linkml generates the schema's outputs; it is a development dependency"
    )
    from ontology.generate import GENERATED, OUTPUTS

    for name, make in OUTPUTS.items():
        assert (GENERATED / name).read_text(encoding="utf-8") == make(), f"{name} is stale: make generate"


def test_the_typed_model_takes_a_chinese_fact():
    pytest.importorskip("pydantic", reason="the typed model is for users of pydantic")
    from ontology.generated import model

    fact = model.PlatformFact(id="e:1", name="城市大脑", action="build", rule=["r"], source="e:s")
    assert fact.name == "城市大脑"
    with pytest.raises(ValueError):
        model.PlatformFact(id="e:1", name="城市大脑", action="paint", rule=["r"], source="e:s")


def test_words_colours_and_types_are_at_hand_without_the_schema():
    from ontology.captions import load_captions

    captions = load_captions()
    assert captions.of_kind("platform_kind").caption.zh == "平台类别"
    assert captions.of_fact("responsibility").iri.endswith("#ResponsibilityFact")
    assert captions.relations["responsible_for"].cypher == "RESPONSIBLE_FOR"
    assert captions.values["Role"]["lead"].zh == "牵头"
    colours = [captions.of_kind(kind).colour for kind in captions.kinds]
    assert None not in colours and len(set(colours)) == len(colours)

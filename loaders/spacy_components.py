"""The readers as spaCy components: thin adapters, one a kind of fact.

    nlp = chinese()                      # spacy.blank("zh") with jieba and the project's words
    nlp.add_pipe("zhengtu_responsibility")
    doc = nlp(text)
    for span in doc.spans["zhengtu_responsibility"]:
        print(span.text, span._.zhengtu["organization"])

Each factory is registered under `spacy_factories`, so a pipeline that knows nothing of this project can add
`zhengtu_metadata`, `zhengtu_heading`, `zhengtu_citation`, `zhengtu_responsibility`, `zhengtu_platform`,
`zhengtu_connection`, `zhengtu_initiative`, `zhengtu_target` and `zhengtu_organization` by name once the
package is installed. No other module imports spaCy or jieba.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jieba
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from loaders.extraction import EXTRACTORS
from loaders.facts import Fact, in_order
from loaders.reader import load_bytes
from loaders.reading import Reading, read
from ontology.vocabulary import Vocabulary, load_vocabulary

#: where a Doc keeps its reading, so that several components share one
_READING = "zhengtu_reading"

Component = Callable[[Doc], Doc]
Factory = Callable[[Language, str, str | None], Component]


def _reading(doc: Doc, vocabulary: str | None) -> Reading:
    """The reading of a Doc's text, made once for each vocabulary."""
    readings: dict[str | None, Reading] = doc.user_data.setdefault(_READING, {})
    if vocabulary not in readings:
        name = str(doc.user_data.get("name", "document.txt"))
        terms, _ = load_vocabulary(vocabulary)
        readings[vocabulary] = read(load_bytes(doc.text.encode("utf-8"), name), terms)
    return readings[vocabulary]


def _span(doc: Doc, fact: Fact) -> Span | None:
    """The tokens that a fact touches, with the fact behind `span._.zhengtu`."""
    span = doc.char_span(fact.start, fact.end, label=fact.kind, alignment_mode="expand")
    if span is None:
        return None
    return Span(doc, span.start, span.end, label=fact.kind, span_id=fact.id)


def _component(kind: str, vocabulary: str | None) -> Component:
    """A component that puts the facts of one kind into `doc.spans["zhengtu_<kind>"]`."""

    def read_into(doc: Doc) -> Doc:
        found = in_order(EXTRACTORS[kind](_reading(doc, vocabulary)))
        facts: dict[str, dict[str, Any]] = doc.user_data.setdefault("zhengtu_facts", {})
        facts.update({fact.id: dict(fact.fields) for fact in found})
        spans = (_span(doc, fact) for fact in found)
        doc.spans[f"zhengtu_{kind}"] = [span for span in spans if span is not None]
        return doc

    return read_into


def _fields(span: Span) -> dict[str, Any] | None:
    """The fields of the fact that a span stands for; None for a span of another origin."""
    facts: dict[str, dict[str, Any]] = span.doc.user_data.get("zhengtu_facts", {})
    return facts.get(span.id_)


if not Span.has_extension("zhengtu"):
    Span.set_extension("zhengtu", getter=_fields)


def _factory(kind: str) -> Factory:
    """Registers the factory of one kind and gives it a name that entry points can find."""

    def make(nlp: Language, name: str, vocabulary: str | None) -> Component:
        return _component(kind, vocabulary)

    Language.factory(f"zhengtu_{kind}", default_config={"vocabulary": None}, func=make)
    return make


metadata = _factory("metadata")
heading = _factory("heading")
citation = _factory("citation")
responsibility = _factory("responsibility")
platform = _factory("platform")
connection = _factory("connection")
initiative = _factory("initiative")
target = _factory("target")
organization = _factory("organization")


def words(vocabulary: Vocabulary) -> list[str]:
    """Names that a tokenizer should keep whole, sorted."""
    return sorted({wording for term in vocabulary.terms for wording in (term.name, *term.aliases)})


def chinese(vocabulary: str | None = None) -> Language:
    """A blank Chinese pipeline whose tokenizer is jieba with the project's words.

    Args:
        vocabulary: a user's vocabulary file, or None for the shipped names.

    The segmenter is a tokenizer of its own, so that words added here change no other user of jieba.
    """
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    segmenter = jieba.Tokenizer()
    for word in words(load_vocabulary(vocabulary)[0]):
        segmenter.add_word(word)
    nlp.tokenizer.jieba_seg = segmenter
    return nlp

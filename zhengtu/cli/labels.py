"""What kinds of facts and entities, and relations, are called in tables for people: as the schema says."""

from __future__ import annotations

from loaders.facts import KINDS
from ontology.captions import load_captions
from zhengtu.language import say

#: kinds of facts in the order of the specification
FACT_KINDS = KINDS


def fact_kind(kind: str) -> str:
    """A fact kind in the current language."""
    return say(load_captions().of_fact(kind).caption) if kind in FACT_KINDS else kind


def entity_kind(kind: str) -> str:
    """An entity kind in the current language."""
    captions = load_captions()
    return say(captions.of_kind(kind).caption) if kind in captions.kinds else kind


def relation(name: str) -> str:
    """A relation in the current language."""
    known = load_captions().relations.get(name)
    return say(known.caption) if known is not None else name

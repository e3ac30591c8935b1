"""Names of bodies: whose they are, what a local prefix stands for, how a list carries it on."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.document import Span
from loaders.profile import Profile
from ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a document names it.

    Attributes:
        name: with its region instead of the local prefix: 即墨区大数据发展管理局.
        written: as it stands.
        span: clean span of the words (without a carried prefix).
        region: code of its region, or None (enterprises, central organs, unknown).
        bare: the name without region: 大数据发展管理局.
        name_from: written, prefix (区X局 → 即墨区X局), carried (from the body before it), or document.
        group: whether it is a group (各有关单位).
        type: government, party, department, leading_group, committee, enterprise, institution, park, other.
    """

    name: str
    written: str
    span: Span
    region: str | None
    bare: str
    name_from: str
    group: bool
    type: str


def read_bodies(text: str, span: Span, profile: Profile, vocabulary: Vocabulary) -> list[Body]:
    """The bodies of a list such as 区委网信办,区公安分局、大数据发展管理局,各有关单位.

    Args:
        text: the clean text.
        span: of the list, without label and verb.
        profile, vocabulary: of the document.
    """
    raise NotImplementedError

"""One document being read: what all extractors share."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from loaders.document import Document, Span
from loaders.facts import Fact, fact_id
from loaders.known_names import KnownName, known_names
from loaders.outline import Outline, read_outline
from loaders.profile import Profile, read_profile
from loaders.sentences import read_sentences
from loaders.system_name import SystemName
from loaders.system_names import systems_of
from ontology.vocabulary import Vocabulary

#: one nested title deep, at most 200 code points: a 《 that is never closed opens nothing
_TITLE = re.compile(r"《[^《》]{0,200}(?:《[^《》]{0,200}》[^《》]{0,200}){0,3}》")


@dataclass(frozen=True)
class Reading:
    """A document with its outline, sentences and profile, and the vocabulary it is read with.

    Every offset here counts code points of the clean text; `fact` turns them into raw ones.
    """

    document: Document
    vocabulary: Vocabulary
    outline: Outline
    sentences: tuple[Span, ...]
    profile: Profile

    @property
    def text(self) -> str:
        """The clean text."""
        return self.document.clean

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def known(self) -> list[KnownName]:
        """Names of the vocabulary in the text, left to right."""
        return known_names(self.vocabulary, self.text)

    @cached_property
    def systems(self) -> list[tuple[Span, list[SystemName]]]:
        """The sentences that name systems, outside titles of papers, with these names."""
        own = [mention.span for mention in self.profile.mentions if mention.field == "title"]
        found = systems_of(self.text, self.sentences, self.known, self.profile)
        return [
            (sentence, [name for name in names if not self.in_title(name.start)])
            for sentence, names in found
            if not any(span.start < sentence.end and sentence.start < span.end for span in own)
        ]

    @cached_property
    def _titles(self) -> list[Span]:
        """Clean spans of the outermost 《…》; a title names a paper, not what is done."""
        return [Span(*match.span()) for match in _TITLE.finditer(self.text)]

    @cached_property
    def _title_starts(self) -> list[int]:
        return [title.start for title in self._titles]

    def in_title(self, offset: int) -> bool:
        """Whether a clean offset stands inside 《》."""
        index = bisect_right(self._title_starts, offset) - 1
        return index >= 0 and offset < self._titles[index].end

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds a clean offset, else the empty span there."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return Span(offset, offset)

    def fact(
        self, kind: str, start: int, end: int, rule: str, sentence: Span | None = None, **fields: Any
    ) -> Fact:
        """A fact at a clean span.

        Args:
            kind: of the fact.
            start, end: clean offsets of the words it was read from.
            rule: name of the rule.
            sentence: clean span of its evidence; the sentence that holds `start` (widened to `end`) unless
                given.
            fields: what it states. A Span among them is turned into a raw [start, end].
        """
        around = sentence or self.sentence_at(start)
        document = self.document
        to_raw = document.source_map.raw
        for name, value in fields.items():
            if value.__class__ is Span:
                fields[name] = list(to_raw(*value))
        place = to_raw(start, end)
        return Fact(
            kind,
            document.name,
            place.start,
            place.end,
            document.clean[start:end],
            to_raw(min(around.start, start), max(around.end, end)),
            rule,
            fields,
            fact_id(document.sha256, kind, fields),
        )


def read(document: Document, vocabulary: Vocabulary) -> Reading:
    """Outline, sentences and profile of a document: a pure function of its text and the vocabulary."""
    outline = read_outline(document)
    return Reading(
        document=document,
        vocabulary=vocabulary,
        outline=outline,
        sentences=read_sentences(document, outline),
        profile=read_profile(document, outline, vocabulary),
    )

"""One source is read: bytes in, everything out that the graph keeps of it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from graph.report import Refusal
from graph.silent import looks_silent
from loaders.document import Document, Span
from loaders.extraction import EXTRACTORS
from loaders.facts import Fact, in_order
from loaders.reader import load_bytes
from loaders.reading import Reading, read
from ontology.bilingual import Bilingual
from ontology.errors import InputError
from ontology.vocabulary import Vocabulary

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself.

    Attributes:
        titles: the first is the document's, the others those of what it encloses.
        issuer, number, date: as metadata facts give them.
        region: code of its region; region_name and region_from: its name, and what it rests on.
        horizon: the last year of its period.
        genre: as loaders.profile tells it.
    """

    titles: tuple[str, ...] = ()
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    region: str | None = None
    region_name: str | None = None
    region_from: str | None = None
    horizon: str | None = None
    genre: str = "other"

    def as_dict(self) -> dict[str, Any]:
        """All attributes by name, as JSON has them."""
        return {**asdict(self), "titles": list(self.titles)}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> About:
        """What `as_dict` gave."""
        return cls(**{**row, "titles": tuple(row["titles"])})


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What one source says.

    Attributes:
        sha256: of its bytes.
        name: of the document that it was read as.
        text: the decoded text, in which all offsets count (code points).
        about: what the document says of itself.
        facts: in order, as `loaders.extraction.extract` gives them.
        clean: for each raw span of a sentence among the facts its clean text.
        sentences, with_fact, silent: counts, see graph.manifest.SourceRecord.
    """

    sha256: str
    name: str
    text: str
    about: About
    facts: tuple[Fact, ...]
    clean: dict[Span, str] = field(default_factory=dict)
    sentences: int = 0
    with_fact: int = 0
    silent: int = 0


def read_bytes(data: bytes, name: str, vocabulary: Vocabulary) -> SourceReading | Refusal:
    """Reads a source. Pure: the same bytes, ending of the name and vocabulary give the same.

    A document that brings an extractor down is refused, so that the rest of a build goes on.

    Args:
        data: bytes of the file.
        name: of the document; facts carry it, and its ending tells the format.
        vocabulary: known names and regions.
    """
    try:
        return _read(data, name, vocabulary)
    except InputError as error:
        return Refusal(name, error.message)
    except Exception as error:
        log.exception("reading %s failed", name)
        what = type(error).__name__
        zh = f"{name}:读取时程序出错({what});已跳过,请用 --debug 运行并报告"
        en = f"{name}: reading it failed ({what}); skipped, please report it with the output of --debug"
        return Refusal(name, Bilingual(zh, en))


def _read(data: bytes, name: str, vocabulary: Vocabulary) -> SourceReading:
    document = load_bytes(data, name)
    reading = read(document, vocabulary)
    facts = tuple(in_order(fact for extractor in EXTRACTORS.values() for fact in extractor(reading)))
    sentences = sentences_of(reading)
    told = with_fact(sentences, facts)
    return SourceReading(
        sha256=hashlib.sha256(data).hexdigest(),
        name=document.name,
        text=document.raw,
        about=_about(reading),
        facts=facts,
        clean=_clean_sentences(document, sentences, facts),
        sentences=len(sentences),
        with_fact=sum(told),
        silent=sum(not has and looks_silent(text) for has, (_, text) in zip(told, sentences, strict=True)),
    )


def _about(reading: Reading) -> About:
    profile = reading.profile
    return About(
        titles=profile.titles,
        issuer=profile.issuer,
        number=profile.number,
        date=profile.date,
        region=profile.region.code if profile.region else None,
        region_name=profile.region.name if profile.region else None,
        region_from=profile.region_from,
        horizon=profile.horizon,
        genre=profile.genre,
    )


def sentences_of(reading: Reading) -> list[tuple[Span, str]]:
    """The sentences of a reading: raw span and clean text."""
    raw, text = reading.document.source_map.raw, reading.text
    return [(raw(*sentence), text[sentence.start : sentence.end]) for sentence in reading.sentences]


def with_fact(sentences: list[tuple[Span, str]], facts: tuple[Fact, ...]) -> list[bool]:
    """For each sentence whether a fact was read from a part of it."""
    places = sorted((fact.start, fact.end) for fact in facts)
    told, index = [], 0
    reach = -1
    for span, _ in sentences:
        while index < len(places) and places[index][0] < span.end:
            reach = max(reach, places[index][1])
            index += 1
        told.append(reach > span.start)
    return told


def _clean_sentences(
    document: Document, sentences: list[tuple[Span, str]], facts: tuple[Fact, ...]
) -> dict[Span, str]:
    """The clean text of every sentence that a fact names; one that was widened is cut out anew."""
    known = dict(sentences)
    wanted = {fact.sentence for fact in facts}
    return {span: known[span] if span in known else clean_slice(document, span) for span in wanted}


def clean_slice(document: Document, span: Span) -> str:
    """The clean text of a raw span: the clean code points that begin inside it."""
    raw, length = document.source_map.raw, len(document.clean)

    def first_from(offset: int) -> int:
        low, high = 0, length
        while low < high:
            middle = (low + high) // 2
            if raw(middle, middle + 1).start < offset:
                low = middle + 1
            else:
                high = middle
        return low

    return document.clean[first_from(span.start) : first_from(span.end)]

"""Duties in running text: 由X负责, X要…, 成立X统筹…, 在X的统一领导下, 请X…, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from loaders.body_words import is_body
from loaders.clause_parts import ParsedClause
from loaders.clause_scope import Scope
from loaders.clauses import Clause, ClauseFinder
from loaders.document import Span
from loaders.duty_rules import DutyRules, Phrase
from loaders.duty_words import duty_words, is_concrete
from loaders.reading import Reading

_STOP = re.compile(r"[。!?\n]")
_PART = re.compile("[^;]+")
_NUMBER = re.compile(
    r"(?:第[一二三四五六七八九十百零]+[条章节款]|\(?[一二三四五六七八九十0-9]+\)?[、.]?)[ \u3000]*"
)
#: the number of an item that is no heading: 1. (2) 三、
_ITEM = re.compile(r"[\s]*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.])[ \u3000]*")
_BLANKS = " \t\u3000"
_MARKS = _BLANKS + "\n,。;:、"
#: how far a sentence reaches to either side of the word that made us look, in code points
_FAR = 400


class DutyReader:
    """Reads duties in the running text of a document.

    Args:
        reading: of the document.
        finder: of its clauses; parses sentences that are clauses without brackets.
        closed: clean spans that are read already or hold no duties, sorted.
    """

    def __init__(self, reading: Reading, finder: ClauseFinder, closed: Sequence[Span]) -> None:
        self._reading = reading
        self._text = reading.text
        self._finder = finder
        self._rules = DutyRules(reading.text, reading.profile, reading.vocabulary)
        self._closed = closed
        self._starts = [span.start for span in closed]

    def read(self) -> tuple[list[Clause], list[tuple[Clause, Scope]]]:
        """Sentences that are clauses as a whole (A牵头,B配合。), and duties with what they are."""
        sentences: list[Clause] = []
        spoken: list[tuple[Clause, Scope]] = []
        done = -1
        for match in duty_words().trigger.finditer(self._text, 0, len(self._text)):
            if (
                match.start() < done
                or self._is_closed(match.start())
                or self._reading.in_title(match.start())
            ):
                continue
            sentence = self._sentence(match.start())
            done = sentence.end
            clause = self._whole(sentence)
            if clause is not None:
                sentences.append(clause)
                continue
            for part in _PART.finditer(self._text, *sentence):
                spoken.extend(self._spoken(Span(*part.span())))
        return sentences, spoken

    # --- where sentences lie --------------------------------------------------------------------

    def _is_closed(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._closed[index].end

    def _sentence(self, offset: int) -> Span:
        """From the last stop, heading or clause to the next."""
        text = self._text
        start = max(0, offset - _FAR)
        for match in _STOP.finditer(text, start, offset):
            start = match.end()
        index = bisect_right(self._starts, offset) - 1
        if index >= 0:
            start = max(start, min(self._closed[index].end, offset))
        start = max(start, self._behind_heading(offset))
        item = _ITEM.match(text, start, offset)
        start = item.end() if item else start
        stop = _STOP.search(text, offset, offset + _FAR)
        end = stop.start() if stop else min(len(text), offset + _FAR)
        if index + 1 < len(self._closed):
            end = min(end, max(self._closed[index + 1].start, offset + 1))
        return Span(start, end)

    def _behind_heading(self, offset: int) -> int:
        """The end of the heading before an offset; in a heading the end of its number."""
        section = self._reading.outline.section_at(offset)
        if section is None or not section.numbered:
            return 0
        if section.heading.end <= offset:
            return section.heading.end
        number = _NUMBER.match(self._text, *section.heading)
        return min(number.end() if number else section.heading.start, offset)

    # --- what they say --------------------------------------------------------------------------

    def _whole(self, sentence: Span) -> Clause | None:
        """A牵头,B、C配合。 A sentence of bodies and verbs alone is a clause over the text before it."""
        text, start = self._text, sentence.start
        while start < sentence.end and text[start] in _BLANKS + "):,":
            start += 1
        if not text[start : sentence.end].rstrip(_BLANKS + ")").endswith(duty_words().last):
            return None
        outline = self._reading.outline
        section = outline.numbered_at(start)
        floor = section.heading.end if section is not None else outline.paragraph_at(start).start
        if not text[min(floor, start) : start].strip(_MARKS):
            return None
        parsed = self._finder.parse(Span(start, sentence.end))
        if not parsed.entries or not parsed.verbs or parsed.leftover:
            return None
        if not all(is_body(entry.body.written) and is_concrete(entry.body) for entry in parsed.entries):
            return None
        return Clause(Span(start, sentence.end), "sentence", parsed)

    def _spoken(self, part: Span) -> Iterator[tuple[Clause, Scope]]:
        """The duties of one sentence, each with its own words; a verb without any shares the rest of it."""
        phrases = self._rules.phrases(part)
        if not phrases:
            return
        section = self._reading.outline.numbered_at(part.start)
        path = section.path if section is not None else ""
        span, rest = _bounded(self._text, part), self._without(part, phrases)
        chained = False
        for index, phrase in enumerate(phrases):
            following = phrases[index + 1].span.start if index + 1 < len(phrases) else part.end
            own = self._text[phrase.span.end : following].strip(_MARKS)
            # 由A牵头,B配合,完成X: both share what is said once
            task = rest if chained or len(own) < 2 else own
            chained = len(own) < 2
            yield Clause(span, "spoken", ParsedClause(phrase.entries)), Scope(span, task, path)

    def _without(self, part: Span, phrases: Sequence[Phrase]) -> str:
        """A sentence without the words that give duties."""
        pieces, start = [], part.start
        for phrase in phrases:
            pieces.append(self._text[start : phrase.span.start])
            start = phrase.span.end
        pieces.append(self._text[start : part.end])
        return ",".join(piece for piece in (piece.strip(_MARKS) for piece in pieces) if piece)


def _bounded(text: str, span: Span) -> Span:
    """A sentence without marks before it, with the one that ends it."""
    start, end = span
    while start < end and text[start] in _BLANKS + "\n,;:":
        start += 1
    if end < len(text) and text[end] in "。;!?":
        end += 1
    return Span(start, end)

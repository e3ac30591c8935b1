"""Finds the responsibility clauses of a text: in brackets, behind labels, on lines of their own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.bodies import BodyReader, entries
from loaders.body_list import body_spans
from loaders.clause_grammar import ClauseParser
from loaders.clause_parts import ParsedClause
from loaders.clause_words import NO_ROLE, label_role, words
from loaders.document import Span
from loaders.profile import Profile
from ontology.vocabulary import Vocabulary

#: a bracket longer than this is prose, in code points
_LONGEST_CLAUSE = 1500
#: brackets that explain, name or refer
_NO_CLAUSE = ("以下", "简称", "下称", "即", "含", "详见", "见", "包括", "如", "不含", "附")
_BRACKET = re.compile(r"[()〔〕【】\[\]]")
_CLOSES = {")": "(", "〕": "〔", "】": "【", "]": "["}
_LABEL_MARK = re.compile(r"[:【〔\[]|[位门体][为是]")
#: in code points, blanks between its signs included
_LONGEST_LABEL = 30
_LINE = re.compile(r"[ \t\u3000]*\n\s*(?P<words>[^\n:]{2,100})(?=\n|$)")
_STOP = re.compile(r"[。\n]")
_BEFORE_LABEL = " \t\u3000\n。;:,、)】〕]☆★*·•-—"
#: between two label lines of one clause
_GAP = re.compile(r"[ \t\u3000\n。;,]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text that makes bodies responsible.

    Attributes:
        span: clean span, brackets and labels included.
        layout: bracket, label, bare (a bracket of bodies alone), sentence or cell.
        parsed: its bodies and roles.
    """

    span: Span
    layout: str
    parsed: ParsedClause


def bracket_pairs(text: str) -> list[Span]:
    """The outermost closed brackets of at most 1500 code points, in order; a stray one pairs with nothing."""
    pairs: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text):
        sign = match[0]
        if sign not in _CLOSES:
            stack.append((sign, match.start()))
            continue
        if stack and stack[-1][0] == _CLOSES[sign]:
            opened = stack.pop()[1]
            if match.end() - opened <= _LONGEST_CLAUSE:
                while pairs and pairs[-1].start >= opened:
                    pairs.pop()
                pairs.append(Span(opened, match.end()))
    return pairs


class ClauseFinder:
    """Finds and parses the clauses of one document.

    Args:
        text: clean text.
        profile, vocabulary: of the document.
        headings: where its numbered headings start, sorted; a clause on a flattened line ends there.
        closed: clean spans in which no clause is sought (titles in 《》, furniture, tables), sorted.
    """

    def __init__(
        self,
        text: str,
        profile: Profile,
        vocabulary: Vocabulary,
        headings: Sequence[int] = (),
        closed: Sequence[Span] = (),
    ) -> None:
        self._text = text
        self._profile = profile
        self._vocabulary = vocabulary
        self._headings = list(headings)
        self._closed = closed
        self._closed_starts = [span.start for span in closed]

    def parse(self, span: Span) -> ParsedClause:
        """Parses the inside of a clause."""
        return ClauseParser(self._text, BodyReader(self._text, self._profile, self._vocabulary)).parse(span)

    def find(self) -> list[Clause]:
        """All clauses in brackets and behind labels, in order."""
        pairs = bracket_pairs(self._text)
        found = [clause for pair in pairs if (clause := self._in_bracket(pair)) is not None]
        found += self._behind_labels([clause.span for clause in found], pairs)
        return sorted(found, key=lambda clause: clause.span)

    def _is_closed(self, offset: int) -> bool:
        index = bisect_right(self._closed_starts, offset) - 1
        return index >= 0 and offset < self._closed[index].end

    def _in_bracket(self, pair: Span) -> Clause | None:
        """A clause in brackets: with a label, with a verb last, or of bodies alone behind a sentence."""
        text, rules = self._text, words()
        inside = Span(pair.start + 1, pair.end - 1)
        bare = rules.trigger.search(text, *inside) is None
        if text.startswith(_NO_CLAUSE, pair.start + 1):
            return None
        if self._is_closed(pair.start) or (bare and not self._may_be_bare(pair)):
            return None
        if any(label_role(label[0]) != NO_ROLE for label in rules.label.finditer(text, *inside)):
            parsed = self.parse(inside)
            return Clause(pair, "bracket", parsed) if parsed.entries else None
        parsed = self.parse(inside)
        if not parsed.entries or parsed.entries[0].body.span.start > _from_word(text, inside)[0] + 2:
            return None
        if parsed.verbs:
            return Clause(pair, "bracket", parsed)
        return Clause(pair, "bare", parsed) if self._may_be_bare(pair) and not parsed.leftover else None

    def _may_be_bare(self, pair: Span) -> bool:
        """Whether a bracket stands behind a full sentence and ends the line."""
        before = self._text[pair.start - 1 : pair.start]
        behind = self._text[pair.end : pair.end + 1]
        return before in ("。", "\n") and behind in ("", "\n", "。") and pair.end - pair.start < 300

    # --- labels outside brackets ----------------------------------------------------------------

    def _behind_labels(self, taken: Sequence[Span], pairs: Sequence[Span]) -> list[Clause]:
        """Clauses that a label opens: 责任单位:… on a line of its own or at the end of a paragraph."""
        text = self._text
        starts = [span.start for span in taken]
        pair_starts = [pair.start for pair in pairs]
        stretches: list[Span] = []
        for match in _labels(text):
            index = bisect_right(starts, match.start()) - 1
            if index >= 0 and match.start() < taken[index].end:
                continue
            if stretches and match.start() < stretches[-1].end:
                continue
            around = bisect_left(pair_starts, match.start()) - 1
            if around >= 0 and match.start() < pairs[around].end:
                continue
            before = text[match.start() - 1 : match.start()]
            if before not in _BEFORE_LABEL or self._is_closed(match.start()):
                continue
            end = self._end_of(match.end())
            if stretches and _GAP.fullmatch(text, stretches[-1].end, match.start()):
                stretches[-1] = Span(stretches[-1].start, end)
            else:
                stretches.append(Span(match.start(), end))
        return [clause for stretch in stretches if (clause := self._labelled(stretch)) is not None]

    def _labelled(self, stretch: Span) -> Clause | None:
        line = self._text.rfind("\n", 0, stretch.start) + 1
        around = self._text[max(line, stretch.start - 60) : stretch.end + 60]
        if any(word in around for word in words().rules["page_words"]):
            return None
        parsed = self.parse(stretch)
        return Clause(stretch, "label", parsed) if parsed.entries else None

    def _end_of(self, label: int) -> int:
        """Where what a label opens ends: at 。, a line end or the next heading, empty lines passed over."""
        text, start = self._text, label
        while start < len(text) and text[start] in " \t\u3000\n":
            start += 1
        stop = _STOP.search(text, start, start + _LONGEST_CLAUSE)
        end = stop.start() if stop else min(len(text), start + _LONGEST_CLAUSE)
        if "\n" in text[label:start]:
            end = self._over_lines(end)
        heading = bisect_left(self._headings, start)
        if heading < len(self._headings):
            end = min(end, self._headings[heading])
        return end

    def _over_lines(self, end: int) -> int:
        """Below a label on a line of its own the bodies may be listed one a line."""
        while (line := _LINE.match(self._text, end)) is not None:
            listed = entries(self._text, Span(*line.span("words")))
            if not all(body_spans(self._text, entry) for _, entry in listed):
                break
            end = line.end()
        return end


def _labels(text: str) -> Iterator[re.Match[str]]:
    """The labels of a text: only what stands before a colon or in a bracket is looked at."""
    done = 0
    for mark in _LABEL_MARK.finditer(text):
        if mark[0] not in "【〔[":
            match = words().label.search(text, max(done, mark.start() - _LONGEST_LABEL), mark.end())
        else:
            match = words().label.match(text, mark.start())
        if match is not None and match.start() >= done:
            done = match.end()
            yield match


def _from_word(text: str, span: Span) -> tuple[int, int]:
    start, end = span
    while start < end and text[start] in " \t\u3000\n":
        start += 1
    return start, end

"""The grammar of a responsibility clause: labels, bodies, verbs and borders become roles.

    clause  := segment { border segment }            border := "," ";" "。" line end
    segment := [label] entry { "、" entry }
    entry   := [会同] bodies [manner verb] [more]

Rules, by name:
    label opens       a label gives its role to all bodies up to the next label
    verb closes       a verb gives its role to the bodies before it, back to the last verb; it beats the label
    comma borders     behind a label a verb reaches back to the last comma, and over groups before it
    with              会同B gives B support, whatever verb follows
    bracket tells     A局(牵头) gives A局 the role in its bracket
    star, first       marks and conventions are noted; the document decides what they mean
"""

from __future__ import annotations

from loaders.bodies import Body, BodyReader, entries
from loaders.body_list import body_spans, in_brackets
from loaders.clause_parts import Entry, ParsedClause, reached_back
from loaders.clause_words import DEADLINE, NO_ROLE, label_role, verb_role, words
from loaders.deadlines import deadline_in
from loaders.document import Span
from loaders.plain_entries import (
    NO_NAME,
    OPENER,
    OTHER_LABEL,
    ROLE_IN_BRACKET,
    is_name,
    plain_entry,
    stripped,
)

#: behind 联合, 商, 配合 a body of its own begins so; else the word is part of a name (联合执法办)
_BEGINS_BODY = tuple("省市区县州旗盟各有相")


class ClauseParser:
    """Parses the inside of one clause.

    Args:
        text: clean text.
        reader: of the document's bodies.
        label: what a table's head says of the cell: lead, support, responsible or deadline.
    """

    def __init__(self, text: str, reader: BodyReader, label: str | None = None) -> None:
        self._text = text
        self._reader = reader
        self._stars = words().rules["stars"]
        self._label = label
        self._open: list[Entry] = []
        self._segment = 0
        self._label_segment = 0
        self._with = False
        self._result = ParsedClause()

    def parse(self, span: Span) -> ParsedClause:
        """Reads a clause.

        Args:
            span: of its inside, without the brackets around it.
        """
        for part in self._without_notes(span):
            for label, stretch in self._labelled(part):
                if label:
                    self._open_label(label)
                for mark, entry in entries(self._text, stretch):
                    if mark and mark != "、":
                        self._border(mark)
                    self._entry(entry)
        self._flush()
        self._result.entries.sort(key=lambda entry: entry.body.span)
        return self._result

    # --- labels and borders ---------------------------------------------------------------------

    def _without_notes(self, span: Span) -> list[Span]:
        """The clause without 列第一位者为牵头单位 and the like."""
        parts, start = [], span.start
        for note in words().note.finditer(self._text, *span):
            parts.append(Span(start, note.start()))
            start = note.end()
        parts.append(Span(start, span.end))
        return [part for part in parts if part.end > part.start]

    def _labelled(self, span: Span) -> list[tuple[str, Span]]:
        """Stretches of a clause, each with the label before it ("" before the first)."""
        found: list[tuple[str, Span]] = []
        label, start = "", span.start
        for match in words().label.finditer(self._text, *span):
            found.append((label, Span(start, match.start())))
            label, start = match[0], match.end()
        found.append((label, Span(start, span.end)))
        return found

    def _open_label(self, label: str) -> None:
        self._flush()
        self._label = label_role(label)
        self._segment += 1
        self._label_segment = self._segment
        self._with = False
        self._reader.border()

    def _border(self, mark: str) -> None:
        self._segment += 1
        self._with = False
        self._reader.border()
        if mark in ";。\n":
            self._flush()

    def _flush(self) -> None:
        """Bodies that no verb told anything of take the label's role."""
        role = self._label if self._label not in (None, NO_ROLE, DEADLINE) else "responsible"
        for entry in self._open:
            entry.role = entry.role or role
        self._open = []

    # --- entries --------------------------------------------------------------------------------

    def _entry(self, span: Span) -> None:
        """Bodies and verbs of one entry, from left to right."""
        if self._label == DEADLINE:
            self._date(span)
            return
        if self._label == NO_ROLE:
            return
        text = self._text
        plain = plain_entry(text, span)
        if plain is not None:
            named = Span(span.start + plain.start, span.start + plain.end)
            taken = self._named(named, plain.lenient and self._lenient())
            if taken and plain.verb:
                self._verb(plain.verb)
            elif plain.verb:
                self._last_part(span, whole=True)
            elif not taken:
                self._result.leftover += 1
            return
        other = OTHER_LABEL.match(text, *stripped(text, span))
        if other is not None:
            self._flush()
            self._label = NO_ROLE
            return
        start = span.start
        while start < span.end:
            following = self._next_verb(start, span.end)
            if following is None:
                self._last_part(Span(start, span.end), whole=start == span.start)
                return
            start = following
        return

    def _next_verb(self, start: int, end: int) -> int | None:
        """Reads bodies up to the next verb that closes them; where to go on, or None if there is none."""
        text, rules = self._text, words()
        start = _skip(text, start, end)
        linked = rules.together.match(text, start, end)
        if linked is not None and self._names_body(linked.end(), end):
            self._with = True
            return linked.end()
        closed = in_brackets(text, start, end)
        if (met := self._met(start, end)) is not None:
            return met
        for match in rules.predicate.finditer(text, start, end):
            left = Span(start, match.start())
            if any(bracket.start < match.start() < bracket.end for bracket in closed):
                continue
            if not text[left.start : left.end].strip():
                self._verb(match[0])
                return match.end()
            to_the_end = not text[match.end() : end].strip(" \u3000)。")
            if self._add(left, lenient=to_the_end and self._lenient()):
                linked = rules.together.fullmatch(match[0])
                if (linked is not None and match[0] not in ("配合", "协同")) or (
                    linked is not None and self._names_body(match.end(), end)
                ):
                    self._with = True
                else:
                    self._verb(match[0])
                return match.end()
        return None

    def _met(self, start: int, end: int) -> int | None:
        """Reads A会同 of A会同B: A is taken, B supports; None where 会同 and the like are part of a name."""
        for match in words().together.finditer(self._text, start + 2, end):
            behind = self._text[match.end() : match.end() + 1]
            own = match[0] == "会同" or behind in _BEGINS_BODY
            if (
                own
                and self._names_body(match.end(), end)
                and body_spans(self._text, Span(start, match.start()))
            ):
                self._add(Span(start, match.start()))
                self._with = True
                return match.end()
        return None

    def _names_body(self, start: int, end: int) -> bool:
        """Whether a body follows, alone or with a verb."""
        stop = words().predicate.search(self._text, start, end)
        stretch = Span(start, stop.start() if stop else end)
        return bool(body_spans(self._text, stretch))

    def _last_part(self, span: Span, whole: bool) -> None:
        """What stands behind the last verb of an entry, or an entry without any verb."""
        span = Span(_skip(self._text, span.start, span.end), span.end)
        words_left = self._text[span.start : span.end].strip(" \u3000\n)。")
        if not words_left or words_left in words().rules["no_body"]:
            return
        if self._date(span):
            return
        if not self._add(span, lenient=whole and self._lenient()):
            self._result.leftover += 1

    def _lenient(self) -> bool:
        """Whether a name with an unknown ending counts: behind a label, or beside bodies already read."""
        return self._label is not None or bool(self._result.entries)

    def _date(self, span: Span) -> bool:
        found = deadline_in(self._text, span)
        if found is None:
            return False
        self._result.deadline = self._result.deadline or found
        return True

    def _add(self, span: Span, lenient: bool = False) -> bool:
        """Takes the bodies of an entry; False when it names none."""
        text = self._text
        start, end = stripped(text, span)
        starred = start < end and text[start] in self._stars
        while start < end and text[start] in self._stars:
            start += 1
        own = ROLE_IN_BRACKET.search(text, start, end)
        if own is not None:
            end = own.start()
        name = text[start:end]
        if not is_name(name):
            return False
        lenient = lenient and NO_NAME.search(name) is None
        return self._named(Span(start, end), lenient, starred, verb_role(own[1]) if own else None)

    def _named(self, span: Span, lenient: bool, starred: bool = False, role: str | None = None) -> bool:
        """Takes the bodies of a stretch of names alone."""
        bodies = self._reader.entry(span, lenient)
        if bodies is None:
            return False
        for body in bodies:
            self._take(body, starred, role)
        return True

    def _take(self, body: Body, starred: bool, own_role: str | None) -> None:
        listed = self._result.entries
        role = own_role or ("support" if self._with else None)
        if listed and listed[-1].body.span.start == body.span.start:
            listed[-1].body = body
            return
        entry = Entry(body, role, self._segment, starred, explicit=role is not None)
        listed.append(entry)
        self._open.append(entry)

    # --- verbs ----------------------------------------------------------------------------------

    def _verb(self, predicate: str) -> None:
        """A verb closes the bodies before it."""
        role = verb_role(predicate)
        self._result.verbs += 1
        reached = reached_back(role, self._label, self._label_segment, self._open)
        for entry in self._open:
            if entry.segment >= reached and entry.role is None:
                entry.role, entry.explicit = role, True
        self._open = [entry for entry in self._open if entry.segment < reached]
        self._with = False


def _skip(text: str, start: int, end: int) -> int:
    """Behind blanks and 由, 请, 和 at the start of an entry."""
    match = OPENER.match(text, start, end)
    return match.end() if match else start

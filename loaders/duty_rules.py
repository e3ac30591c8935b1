"""The rules for duties in one sentence; each is a method that tells what it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.bodies import Body, BodyReader, entries
from loaders.clause_parts import Entry
from loaders.document import Span
from loaders.duty_words import (
    COMPOSED,
    LEADS,
    NOUN,
    RELATIVE,
    REST_OF_LIST,
    SUPPORTS,
    TOGETHER,
    duty_words,
    is_concrete,
)
from loaders.profile import Profile
from ontology.vocabulary import Vocabulary

_SEGMENT = re.compile(r"[^,;:]+")
_OBJECT = re.compile("[对就]")
#: bodies before a colon, in code points
_LONGEST_NAMES = 60
#: what a body is said to be before its duty is told
_APPOINTED = re.compile(
    r"(?:\((?:以下|下文)?简?称[^()]{1,30}\))?(?:是|为|作为)[^,。;:是]{0,30}(?:部门|机构|单位|主体)$"
)
#: a verb that is a duty only behind 由 or 均需
_NEEDS_OPENER = ("落实", "贯彻落实", "具体实施")
#: a verb that may be part of a noun
_NOMINAL = ("统筹", "牵头", "配合", "参与", "协助")


@dataclass(slots=True)
class Phrase:
    """Bodies with the words that give them a duty.

    Attributes:
        span: clean span of all of it, opener and verb included.
        entries: the bodies with their roles.
    """

    span: Span
    entries: list[Entry]


class DutyRules:
    """Reads the duties of one sentence.

    Args:
        text: clean text.
        profile, vocabulary: of the document.
    """

    def __init__(self, text: str, profile: Profile, vocabulary: Vocabulary) -> None:
        self._text = text
        self._profile = profile
        self._vocabulary = vocabulary

    def phrases(self, sentence: Span) -> list[Phrase]:
        """All phrases of a sentence that give a body a duty, in order."""
        found = [*self._leadership(sentence), *self._founding(sentence)]
        above = [phrase.span for phrase in found]
        told, appointed = False, None
        for match in _SEGMENT.finditer(self._text, *sentence):
            segment = Span(*match.span())
            if any(span.start < segment.end and segment.start < span.end for span in above):
                continue
            phrase = (
                self._subject(segment)
                or self._charged(segment)
                or self._requested(segment)
                or self._standing(segment)
                or self._of_appointed(appointed, segment)
            )
            appointed = segment if phrase is None and self._may_be_told_next(segment) else None
            if phrase is None and told and self._text.startswith("会同", segment.start):
                phrase = self._with(segment, told=False)
            if phrase is not None:
                found.append(phrase)
                told = True
        return sorted(found, key=lambda phrase: phrase.span)

    # --- groups that lead -----------------------------------------------------------------------

    def _leadership(self, sentence: Span) -> Iterator[Phrase]:
        """在X的统一领导下: X leads. Of a party or government only 统一领导, not praise."""
        for match in duty_words().leadership.finditer(self._text, *sentence):
            bodies = self._bodies(Span(*match.span("body")))
            united = (match["how"] or "").endswith("统一")
            if bodies and all(
                body.type in ("leading_group", "committee") or (united and body.region) for body in bodies
            ):
                yield Phrase(Span(*match.span()), [Entry(body, "lead", 0) for body in bodies])

    def _founding(self, sentence: Span) -> Iterator[Phrase]:
        """成立X统筹协调推进Y: X leads."""
        for match in duty_words().founding.finditer(self._text, *sentence):
            bodies = self._bodies(Span(*match.span("body")))
            if bodies and all(len(body.bare) >= 6 for body in bodies):
                ahead = self._text[match.end() : match.end() + 8]
                leads = match["verb"] != "负责" or re.search("统筹|协调|领导|牵头", ahead)
                role = "lead" if leads else "responsible"
                yield Phrase(Span(*match.span()), [Entry(body, role, 0) for body in bodies])

    # --- subject and verb -----------------------------------------------------------------------

    def _subject(self, segment: Span) -> Phrase | None:
        """X要…, 由X负责…, X和Y分别负责…, 各X对本地区…负总责."""
        for duty in duty_words().duty.finditer(self._text, *segment):
            for start in self._openings(Span(segment.start, duty.start())):
                named = Span(start, duty.start())
                bodies = self._bodies(named) or self._bodies(self._without_object(named))
                if bodies and self._is_duty(duty, segment, opened=start > segment.start):
                    return self._told(segment, start, duty, bodies)
        return None

    def _is_duty(self, duty: re.Match[str], segment: Span, opened: bool) -> bool:
        """Whether the verb says what a body is to do."""
        behind = Span(duty.end(), segment.end)
        if duty["verb"] in _NOMINAL and NOUN.match(self._text, *behind):
            return False
        if opened:
            return RELATIVE.match(self._text, *behind) is None
        return duty["verb"] not in _NEEDS_OPENER

    def _told(self, segment: Span, start: int, duty: re.Match[str], bodies: list[Body]) -> Phrase:
        """The bodies of a subject with their role, and those it works with."""
        role = self._role(duty)
        found, end = [Entry(body, role, 0) for body in bodies], duty.end()
        joined = self._with(Span(end, segment.end), duty["verb"] == "会同")
        if joined is not None:
            found += joined.entries
            end = joined.span.end
        return Phrase(Span(self._opened(segment, start), end), found)

    def _role(self, duty: re.Match[str]) -> str:
        """The role of a duty: 要牵头 leads, 要积极配合 supports."""
        role = duty_words().roles[duty["verb"]]
        if role == "responsible" and LEADS.match(self._text, duty.end()):
            return "lead"
        if role == "responsible" and SUPPORTS.match(self._text, duty.end()):
            return "support"
        return role

    def _with(self, span: Span, told: bool) -> Phrase | None:
        """A要会同B、C制定…: B and C support; `told`: 会同 was read already."""
        match = TOGETHER.match(self._text, *span)
        if match is None and not told:
            return None
        bodies, end = self._listed_first(Span(match.end() if match else span.start, span.end))
        if not bodies:
            return None
        rest = REST_OF_LIST.match(self._text, end, span.end)
        end = rest.end() if rest else end
        return Phrase(Span(span.start, end), [Entry(body, "support", 0) for body in bodies])

    def _may_be_told_next(self, segment: Span) -> bool:
        """Whether a segment names a body whose duty the next one tells: X是主管部门, or X:"""
        if _APPOINTED.search(self._text, *segment):
            return True
        return self._text.startswith(":", segment.end) and segment.end - segment.start < _LONGEST_NAMES

    def _of_appointed(self, above: Span | None, segment: Span) -> Phrase | None:
        """X是Y工作的主管部门,负责… and X:负责…: the subject stands in the segment above."""
        if above is None:
            return None
        what = _APPOINTED.search(self._text, *above)
        duty = duty_words().duty.match(self._text, *segment)
        if duty is not None and not self._is_duty(duty, segment, opened=what is None):
            return None
        if duty is None and (what is not None or not duty_words().listed_duty.match(self._text, *segment)):
            return None
        bodies = self._bodies(Span(above.start, what.start() if what else above.end))
        if not bodies or any(body.group and body.region is None for body in bodies):
            return None
        if duty is None:
            return Phrase(
                Span(above.start, segment.start), [Entry(body, "responsible", 0) for body in bodies]
            )
        return self._told(Span(above.start, segment.end), above.start, duty, bodies)

    # --- bodies charged with any verb -----------------------------------------------------------

    def _charged(self, segment: Span) -> Phrase | None:
        """由X汇总通报: any verb behind a body that stands after 由; not 由X和Y组成."""
        opening = self._text.find("由", *segment)
        return self._asked(segment, opening, opening + 1) if opening >= 0 else None

    def _requested(self, segment: Span) -> Phrase | None:
        """请各X结合实际落实: what is asked of a body."""
        match = duty_words().request.search(self._text, *segment)
        if match is None or self._text[segment.start : match.start()].strip():
            return None
        return self._asked(segment, match.start(), match.end())

    def _standing(self, segment: Span) -> Phrase | None:
        """以下任务均涉及各X,不再列出: responsible for all that follows."""
        match = duty_words().standing.search(self._text, *segment)
        if match is None:
            return None
        bodies = self._bodies(Span(match.end(), segment.end))
        entries = [Entry(body, "responsible", 0) for body in bodies]
        return Phrase(Span(match.start(), segment.end), entries) if entries else None

    def _asked(self, segment: Span, opening: int, start: int) -> Phrase | None:
        bodies, end = self._listed_first(Span(start, segment.end))
        behind = self._text[end : segment.end]
        if not bodies or len(behind.strip()) < 2 or COMPOSED.match(behind):
            return None
        if not all(is_concrete(body) and body.type != "enterprise" for body in bodies):
            return None
        return Phrase(Span(opening, end), [Entry(body, "responsible", 0) for body in bodies])

    def _listed_first(self, span: Span) -> tuple[list[Body], int]:
        """The bodies that a stretch begins with, and where they end."""
        reader, bodies, end = self._reader(), list[Body](), span.start
        for mark, entry in entries(self._text, span):
            if mark and mark != "、":
                break
            whole = reader.entry(entry)
            if whole and entry.end < span.end:
                bodies += whole
                end = entry.end
                continue
            while (first := duty_words().at_start.match(self._text, *entry)) is not None:
                bodies += reader.entry(Span(*first.span())) or []
                end = first.end()
                if end >= span.end or self._text[end] not in "和与及":
                    break
                entry = Span(end + 1, entry.end)
            break
        return bodies, end

    # --- bodies ---------------------------------------------------------------------------------

    def _reader(self) -> BodyReader:
        return BodyReader(self._text, self._profile, self._vocabulary)

    def _bodies(self, span: Span) -> list[Body]:
        """The bodies of a list that is nothing else, all of them concrete; else []."""
        if not 1 < span.end - span.start < 200:
            return []
        reader, bodies = self._reader(), list[Body]()
        for mark, entry in entries(self._text, span):
            found = None if mark and mark != "、" else reader.entry(entry)
            if found is None:
                return []
            for body in found:
                if bodies and bodies[-1].span.start == body.span.start:
                    bodies.pop()
                bodies.append(body)
        return bodies if all(is_concrete(body) for body in bodies) else []

    def _openings(self, left: Span) -> list[int]:
        """Where the subject may begin: at the start, or behind 由, 请, 其中."""
        return [left.start, *(match.end() for match in duty_words().opener.finditer(self._text, *left))]

    def _opened(self, segment: Span, start: int) -> int:
        """Where the opener before a subject begins."""
        for match in duty_words().opener.finditer(self._text, segment.start, start):
            if match.end() == start:
                return match.start()
        return start

    def _without_object(self, span: Span) -> Span:
        """各县对本地区工作(负总责): the subject alone."""
        cut = _OBJECT.search(self._text, span.start + 2, span.end)
        return Span(span.start, cut.start() if cut else span.start)

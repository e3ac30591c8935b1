"""Duties in running text: 由X负责, X要…, 成立X统筹…, 在X的统一领导下, 请X….

Each rule is a method of its own name; a sentence counts only when it names a concrete body as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from loaders.bodies import Body, BodyReader, entries
from loaders.body_words import is_body, is_role, listed
from loaders.clause_grammar import Entry, ParsedClause
from loaders.clause_scope import Scope
from loaders.clause_words import alternatives, words
from loaders.clauses import Clause, ClauseFinder
from loaders.document import Span
from loaders.reading import Reading

_STOP = re.compile(r"[。!?\n]")
_SEGMENT = re.compile(r"[^,;:]+")
_BLANKS = " \t\u3000"
#: a class of bodies rather than bodies: 各类企业, 县级以上人民政府
_CLASS = re.compile(r"^各(?:类|种|项|方|界|自|行业|环节|领域|级各类)|以上|以下|^本(?:级|单位|部门)|^(?:其他|其它|有关|相关|所有|基层|试点)")
_COMPOSED = re.compile(r"[^,。;]{0,30}(?:组成|构成|兼任|担任)|[^,。;]{0,12}(?:任|为)(?:组长|主任|召集人|指挥长)|[^,。;]{0,20}的")


#: 统筹协调作用, 配合意识: a noun, not what a body does
_NOUN = re.compile("[^,。;]{0,4}(?:作用|意识|能力|机制|水平|力度|不足|不够|不力)")


#: 由A牵头、B参与的协调机制: what a mechanism is like
_RELATIVE = re.compile("[^,。;]{0,40}的[^,。;]{0,6}(?:机制|体系|格局|制度|模式|体制|局面)$")


class _Patterns(NamedTuple):
    trigger: re.Pattern[str]
    duty: re.Pattern[str]
    opener: re.Pattern[str]
    leadership: re.Pattern[str]
    founding: re.Pattern[str]
    task_of_group: re.Pattern[str]
    request: re.Pattern[str]
    roles: dict[str, str]


@cache
def _patterns() -> _Patterns:
    rules: dict[str, Any] = words().rules
    roles = {verb: role for role, verbs in rules["duty"].items() for verb in verbs}
    verbs = "|".join(
        re.escape(verb) + (f"(?!{alternatives(rules['not_duty'][verb])})" if verb in rules["not_duty"] else "")
        for verb in sorted(roles, key=len, reverse=True)
    )
    manner = alternatives(rules["duty_manner"])
    last = {ending[-1] for kind in _endings().values() for ending in kind} | {
        ending[-1] for ending in listed("group_endings")
    }
    ends = "".join(sorted(last | {"部", ")", "〕"}))
    groups = alternatives([*_endings()["leading_group"], *_endings()["committee"]])
    return _Patterns(
        trigger=re.compile(
            rf"[{ends}](?:{manner}){{0,3}}(?:{verbs})|领导下|负总责|负主体责任|(?:成立|组建|设立)|请[各省市区县州旗]|由[各省市区县州旗本]"
        ),
        duty=re.compile(f"(?:{manner}){{0,3}}(?P<verb>{verbs})"),
        opener=re.compile(alternatives(rules["duty_openers"])),
        leadership=re.compile(r"在(?P<body>[^,。;在]{2,40}?)的?(?P<how>统一|集中统一|集中|坚强|具体|直接|有力)?领导下"),
        founding=re.compile(
            rf"(?:成立|组建|设立)(?:了)?(?:由[^,。;]{{1,40}}?的)?(?P<body>[^,。;]{{2,40}}?(?:{groups}))(?=[,、]?(?P<verb>统筹|协调|统一领导|领导|负责|牵头|推进|研究|组织|全面))"
        ),
        task_of_group=re.compile("统筹|协调|领导|牵头"),
        request=re.compile("请(?=[各省市区县州旗])"),
        roles=roles,
    )


def _endings() -> dict[str, list[str]]:
    from loaders.rules import load_rules

    endings: dict[str, list[str]] = load_rules("bodies")["endings"]
    return endings


@dataclass(slots=True)
class _Phrase:
    """Bodies with the words that give them a duty: clean span of all of it, opener and verb included."""

    span: Span
    entries: list[Entry]


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
        self._closed = closed
        self._starts = [span.start for span in closed]

    def read(self) -> tuple[list[Clause], list[tuple[Clause, Scope]]]:
        """Sentences that are clauses as a whole (A牵头,B配合。), and duties with what they are."""
        sentences: list[Clause] = []
        spoken: list[tuple[Clause, Scope]] = []
        done = -1
        for match in _patterns().trigger.finditer(self._text):
            if match.start() < done or self._is_closed(match.start()) or self._reading.in_title(match.start()):
                continue
            sentence = self._sentence(match.start())
            done = sentence.end
            clause = self._whole(sentence)
            if clause is not None:
                sentences.append(clause)
                continue
            for part in self._parts(sentence):
                spoken.extend(self._spoken(part))
        return sentences, spoken

    # --- where sentences lie --------------------------------------------------------------------

    def _is_closed(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._closed[index].end

    def _sentence(self, offset: int) -> Span:
        """From the last stop, heading or clause to the next, at most 400 code points either way."""
        text = self._text
        start = max(0, offset - 400)
        for match in _STOP.finditer(text, start, offset):
            start = match.end()
        index = bisect_right(self._starts, offset) - 1
        if index >= 0:
            start = max(start, min(self._closed[index].end, offset))
        section = self._reading.outline.section_at(offset)
        if section is not None and section.numbered:
            # the number of a heading or article is no part of the sentence behind it
            if section.heading.end <= offset:
                start = max(start, section.heading.end)
            else:
                start = max(start, _behind_number(text, section.heading))
        stop = _STOP.search(text, offset, offset + 400)
        end = stop.start() if stop else min(len(text), offset + 400)
        if index + 1 < len(self._closed):
            end = min(end, max(self._closed[index + 1].start, offset + 1))
        return Span(start, end)

    def _parts(self, sentence: Span) -> Iterator[Span]:
        start = sentence.start
        for match in re.finditer(";", self._text[sentence.start : sentence.end]):
            yield Span(start, sentence.start + match.start())
            start = sentence.start + match.end()
        yield Span(start, sentence.end)

    # --- rules ----------------------------------------------------------------------------------

    def _whole(self, sentence: Span) -> Clause | None:
        """A牵头,B、C配合。 A sentence of bodies and verbs alone is a clause over the text before it."""
        start = sentence.start
        while start < sentence.end and self._text[start] in _BLANKS + "):,":
            start += 1
        if not self._text[start : sentence.end].rstrip(_BLANKS + ")").endswith(_last_words()):
            return None
        section = self._reading.outline.numbered_at(start)
        floor = section.heading.end if section is not None else self._reading.outline.paragraph_at(start).start
        if not self._text[min(floor, start) : start].strip(_BLANKS + "\n。"):
            return None
        parsed = self._finder.parse(Span(start, sentence.end))
        if not parsed.entries or not parsed.verbs or parsed.leftover:
            return None
        if not all(is_body(entry.body.written) and _is_concrete(entry.body) for entry in parsed.entries):
            return None
        return Clause(Span(start, sentence.end), "sentence", parsed)

    def _spoken(self, part: Span) -> Iterator[tuple[Clause, Scope]]:
        """The duties of one sentence, each with its own words."""
        phrases = sorted(self._phrases(part), key=lambda phrase: phrase.span)
        section = self._reading.outline.numbered_at(part.start)
        path = section.path if section is not None else ""
        rest: str | None = None
        for index, phrase in enumerate(phrases):
            following = phrases[index + 1].span.start if index + 1 < len(phrases) else part.end
            own = _trimmed(self._text[phrase.span.end : following])
            if len(own) < 2 and rest is None:
                rest = self._without(part, phrases)
            task = own if len(own) > 1 else rest or ""
            clause = Clause(_bounded(self._text, part), "spoken", ParsedClause(phrase.entries))
            yield clause, Scope(_bounded(self._text, part), task, path)

    def _without(self, part: Span, phrases: Sequence[_Phrase]) -> str:
        """A sentence without the words that give duties."""
        pieces, start = [], part.start
        for phrase in phrases:
            pieces.append(self._text[start : phrase.span.start])
            start = phrase.span.end
        pieces.append(self._text[start : part.end])
        return ",".join(piece for piece in map(_trimmed, pieces) if piece)

    def _phrases(self, part: Span) -> Iterator[_Phrase]:
        above = [*self._leadership(part), *self._founding(part)]
        yield from above
        told = False
        for match in _SEGMENT.finditer(self._text, *part):
            segment = Span(*match.span())
            if any(phrase.span.start < segment.end and segment.start < phrase.span.end for phrase in above):
                continue
            phrase = self._subject(segment) or self._charged(segment) or self._requested(segment)
            if phrase is None and told and self._text.startswith("会同", segment.start):
                phrase = self._with(segment, told=False)
            if phrase is not None:
                told = True
                yield phrase

    def _leadership(self, part: Span) -> Iterator[_Phrase]:
        """在X的统一领导下: X leads. Of a party or government only 统一领导, not praise."""
        for match in _patterns().leadership.finditer(self._text, *part):
            bodies = self._bodies(Span(*match.span("body")))
            groups = ("leading_group", "committee")
            if bodies and (
                all(body.type in groups for body in bodies)
                or (match["how"] or "").endswith("统一") and all(body.region for body in bodies)
            ):
                yield _Phrase(Span(*match.span()), [Entry(body, "lead", 0) for body in bodies])

    def _founding(self, part: Span) -> Iterator[_Phrase]:
        """成立X统筹协调推进Y: X leads."""
        for match in _patterns().founding.finditer(self._text, *part):
            bodies = self._bodies(Span(*match.span("body")))
            if bodies and all(len(body.bare) >= 6 for body in bodies):
                ahead = self._text[match.end() : match.end() + 8]
                role = "lead" if _patterns().task_of_group.search(ahead) or match["verb"] != "负责" else "responsible"
                yield _Phrase(Span(*match.span()), [Entry(body, role, 0) for body in bodies])

    def _subject(self, segment: Span) -> _Phrase | None:
        """X要…, 由X负责…, X和Y分别负责…, 各X对本地区…负总责."""
        for duty in _patterns().duty.finditer(self._text, *segment):
            for start in self._openings(Span(segment.start, duty.start())):
                named = Span(start, duty.start())
                bodies = self._bodies(named) or self._bodies(_without_object(self._text, named))
                if not bodies:
                    continue
                if duty["verb"] in ("统筹", "牵头", "配合", "参与", "协助") and _NOUN.match(self._text, *Span(duty.end(), segment.end)):
                    continue
                if start > segment.start and _RELATIVE.match(self._text, duty.end(), segment.end):
                    continue
                if duty["verb"] in ("落实", "贯彻落实", "具体实施") and start == segment.start:
                    continue
                role = self._role(duty)
                found = [Entry(body, role, 0) for body in bodies]
                end = duty.end()
                with_whom = self._with(Span(end, segment.end), duty["verb"] == "会同")
                if with_whom is not None:
                    found += with_whom.entries
                    end = with_whom.span.end
                return _Phrase(Span(self._opened(segment, start), end), found)
        return None

    def _role(self, duty: re.Match[str]) -> str:
        """The role of a duty: 要牵头 leads, 要积极配合 supports."""
        ahead = self._text[duty.end() : duty.end() + 8]
        role = _patterns().roles[duty["verb"]]
        if role == "responsible" and re.match("(?:切实|主动|认真|负责)?牵头(?!单位|部门)", ahead):
            return "lead"
        if role == "responsible" and re.match("(?:积极|主动|全力|认真|做好)?(?:配合|协助)(?!机制)", ahead):
            return "support"
        return role

    def _with(self, span: Span, told: bool) -> _Phrase | None:
        """A要会同B、C制定…: B and C support."""
        match = re.compile("(?:积极|主动)?(?:会同|联合|商)").match(self._text, *span)
        if match is None and not told:
            return None
        start = match.end() if match else span.start
        bodies: list[Body] = []
        reader = self._reader()
        end = start
        for mark, entry in entries(self._text, Span(start, span.end)):
            if mark and mark != "、":
                break
            whole = reader.entry(entry)
            if whole:
                bodies += whole
                end = entry.end
                continue
            shorter = self._at_start(entry)
            if shorter is not None:
                bodies += reader.entry(shorter) or []
                end = shorter.end
            break
        return _Phrase(Span(start, end), [Entry(body, "support", 0) for body in bodies]) if bodies else None

    def _charged(self, segment: Span) -> _Phrase | None:
        """由X汇总通报: any verb behind a body that stands after 由; not 由X和Y组成."""
        opening = self._text.find("由", *segment)
        if opening < 0:
            return None
        return self._named_first(segment, opening + 1, opening)

    def _requested(self, segment: Span) -> _Phrase | None:
        """请各X结合实际落实: what is asked of a body."""
        match = _patterns().request.search(self._text, *segment)
        if match is None or self._text[segment.start : match.start()].strip():
            return None
        return self._named_first(segment, match.end(), match.start())

    def _named_first(self, segment: Span, start: int, opening: int) -> _Phrase | None:
        reader = self._reader()
        bodies: list[Body] = []
        end = start
        for _mark, entry in entries(self._text, Span(start, segment.end)):
            whole = reader.entry(entry)
            if whole and entry.end < segment.end:
                bodies += whole
                end = entry.end
                continue
            while (shorter := self._at_start(entry)) is not None:
                bodies += reader.entry(shorter) or []
                end = shorter.end
                if self._text[end] not in "和与及":
                    break
                entry = Span(end + 1, entry.end)
            break
        behind = self._text[end : segment.end]
        if not bodies or len(behind.strip()) < 2 or _COMPOSED.match(behind):
            return None
        if not all(_is_concrete(body) and body.type != "enterprise" for body in bodies):
            return None
        return _Phrase(Span(opening, end), [Entry(body, "responsible", 0) for body in bodies])

    # --- bodies ---------------------------------------------------------------------------------

    def _reader(self) -> BodyReader:
        return BodyReader(self._text, self._reading.profile, self._reading.vocabulary)

    def _bodies(self, span: Span) -> list[Body]:
        """The bodies of a list that is nothing else, all of them concrete; else []."""
        if not 1 < span.end - span.start < 200:
            return []
        reader = self._reader()
        bodies: list[Body] = []
        for mark, entry in entries(self._text, span):
            if mark and mark != "、":
                return []
            found = reader.entry(entry)
            if found is None:
                return []
            for body in found:
                if bodies and bodies[-1].span.start == body.span.start:
                    bodies.pop()
                bodies.append(body)
        return bodies if all(_is_concrete(body) for body in bodies) else []

    def _at_start(self, span: Span) -> Span | None:
        """The body that a stretch begins with: 市政府办公室汇总… → 市政府办公室."""
        match = _at_start().match(self._text, *span)
        return Span(match.start(), match.end()) if match else None

    def _openings(self, left: Span) -> list[int]:
        """Where the subject may begin: at the start, or behind 由, 请, 其中."""
        starts = [left.start]
        starts += [match.end() for match in _patterns().opener.finditer(self._text, *left)]
        return starts

    def _opened(self, segment: Span, start: int) -> int:
        """Where the opener before a subject begins."""
        for match in _patterns().opener.finditer(self._text, segment.start, start):
            if match.end() == start:
                return match.start()
        return start


@cache
def _last_words() -> tuple[str, ...]:
    """How a sentence ends that is a clause: with a verb or a date."""
    rules = words().rules
    return (*(verb for verbs in rules["verbs"].values() for verb in verbs), *rules["no_body"], "前", "底", "月", "年")


@cache
def _at_start() -> re.Pattern[str]:
    ends = [ending for kind, endings in _endings().items() if kind != "enterprise" for ending in endings]
    more = alternatives(listed("continues"))
    return re.compile(
        f"[ \u3000]?[^,。;、的对将按]{{1,24}}?(?:{alternatives([*ends, *listed('group_endings')])})(?:{more}){{0,2}}"
        rf"(?:\([^()]{{0,20}}\))?"
    )


def _is_concrete(body: Body) -> bool:
    """Whether this is a body that can be named, not a class or a part played."""
    written = body.written
    if is_role(written) or _CLASS.search(written):
        return False
    if body.group:
        return written.startswith("各") or body.name_from in ("prefix", "carried") or body.region is not None
    if body.name_from in ("prefix", "carried") or (body.name_from == "written" and body.region is not None):
        return True
    if body.name_from == "document":
        return body.type in ("department", "government", "party") and not written.endswith(("部门", "单位", "机构", "机关"))
    if body.type in ("leading_group", "committee"):
        return len(written) >= 6
    return body.type in ("department", "party", "government") and not written.endswith(("部门", "单位", "机构", "机关"))


def _without_object(text: str, span: Span) -> Span:
    """各县对本地区工作(负总责): the subject alone."""
    cut = re.compile("[对就]").search(text, span.start + 2, span.end)
    return Span(span.start, cut.start()) if cut else Span(span.start, span.start)


def _behind_number(text: str, heading: Span) -> int:
    """Where the words of a heading begin."""
    match = re.compile(r"(?:第[一二三四五六七八九十百零]+[条章节款]|\(?[一二三四五六七八九十0-9]+\)?[、.]?)[ \u3000]*").match(
        text, *heading
    )
    return match.end() if match else heading.start


def _trimmed(text: str) -> str:
    return text.strip(" \t\u3000\n,。;:、")


def _bounded(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " \t\u3000\n,;:":
        start += 1
    if end < len(text) and text[end] in "。;!?":
        end += 1
    return Span(start, end)

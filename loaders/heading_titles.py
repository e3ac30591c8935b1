"""Where the title of a heading ends: on its line, at the first 。, or where its body runs on unmarked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.document import Span
from loaders.headings import Placed
from loaders.numbering import ARTICLE, LINE, SECTION, Number
from loaders.run_in_titles import best_cut, known_title

_BLANKS = " \t\u3000\xa0"
_LOOSE_ENDS = _BLANKS + "。,:;、，：；.．…·-—"
_PHRASE = 400  # longer titles are no titles: what follows is not looked at
_SHORT = 24
_LEAST_REST = 5
# scores that a cut must pass: in a title that shows no mark of its end, where other titles of the style
# run on too, and where the title could well be whole
_HINTED, _LIKELY_GLUED, _GLUED, _SURELY_GLUED = 1.0, 1.5, 1.8, 2.5
_FEW = 3  # fewer headings show no habit
# the topic of an article on a line of its own: 【目的依据】; before the text it belongs to the title
_TOPIC = re.compile(r"[【(（〔]([^【】()（）〔〕\n]{2,20})[】)）〕][ \t\u3000]*$", re.MULTILINE)
# a clause that names bodies is no part of the title: 建设X平台(市大数据局牵头)
_CLAUSE = re.compile(
    r"[(（〔【\[][^()（）〔〕【】\n]{0,300}(?:牵头|负责|配合|单位|部门|落实)[^()（）〔〕【】\n]{0,200}[)）〕】\]]?$"
)
_LABELLED = re.compile(r"[(（〔【\[]?(?:责任|牵头|配合|主办|负责|落实|实施)(?:单位|部门|主体|科室)[::]")
_GAP = re.compile(r"(?<=[\u4e00-\u9fff”》)])[ \t\u3000\xa0]+(?=[\u4e00-\u9fff“《]|\d{1,2}[.、]|\(\d)")
_SPACED = re.compile(r"(?:[\u4e00-\u9fff][ \t\u3000\xa0]+)+[\u4e00-\u9fff]")
_NOTHING_MORE = re.compile(
    r"\s*(?:[(（〔【][^()（）〔〕【】]*[)）〕】])?\s*(?:(?:责任|牵头|配合)[^。]{0,200})?"
)
_COMMA = re.compile("[,;:]")
_DOTS = re.compile(r"[.…·]{2,}[ \d]*$")


@dataclass(slots=True)
class _Phrase:
    """What stands behind a number, up to the first 。 or the end of its line."""

    start: int
    text: str
    style: int
    run_in: bool  # other headings or the body may follow on the line without a mark
    closed: bool  # it ends with 。
    bounded: bool  # it ends where the next number begins
    alone: bool = False  # nothing but a clause in brackets follows its 。
    comma: int = field(init=False)  # where its first mark stands, or -1
    cut: tuple[float, int] = (0.0, 0)  # how likely a title ends inside it, and where

    def __post_init__(self) -> None:
        mark = _COMMA.search(self.text)
        self.comma = mark.start() if mark else -1
        if self.run_in and self.style != ARTICLE:
            self.cut = best_cut(self.text[: self.comma + 1] if mark else self.text)


def title_spans(text: str, headings: Sequence[Placed]) -> list[Span]:
    """The clean span of each heading's title.

    Args:
        text: the clean text.
        headings: of one document, in reading order.
    """
    phrases = []
    for index, heading in enumerate(headings):
        following = headings[index + 1] if index + 1 < len(headings) else None
        end = following.number.start if following else len(text)
        phrase = _phrase(text, heading.number, end)
        phrase.alone = phrase.alone and (following is None or following.level <= heading.level)
        phrases.append(phrase)
    habits = _habits(phrases)
    return [
        Span(phrase.start, phrase.start + len(_title(phrase, habits).rstrip(_LOOSE_ENDS)))
        for phrase in phrases
    ]


def _line_end(text: str, start: int, following: int) -> int:
    """The end of the line, or a place behind the following number if that stands on it."""
    end = text.find("\n", start, following)
    if end >= 0:
        return end
    return following if following == len(text) else following + 1


def _phrase(text: str, number: Number, following: int) -> _Phrase:
    line_end = _line_end(text, number.end, following)
    start = _skip(text, number.end, line_end)
    if start == line_end < following:  # the number has a line of its own
        start = _skip(text, line_end + 1, following)
        line_end = _line_end(text, start, following)
    until = min(line_end, following)
    run_in = number.standing != LINE or following < line_end
    if number.style == ARTICLE and (topic := _TOPIC.match(text, start, until)):
        return _Phrase(topic.start(1), topic[1], number.style, False, False, True)
    stop = text.find("。", start, until)
    end = until if stop < 0 else stop
    words = _without_clause(_DOTS.sub("", text[start : min(end, start + _PHRASE)]))
    bounded = stop < 0 and until == following < line_end
    alone = stop >= 0 and _NOTHING_MORE.fullmatch(text, stop + 1, min(until, stop + _PHRASE)) is not None
    return _Phrase(start, words, number.style, run_in, stop >= 0, bounded, alone)


class _Habit(NamedTuple):
    """How most headings of one style are written where lines are run together."""

    glued: bool  # the body follows the title without a mark
    whole: bool  # the item is one sentence without a title of its own


def _habits(phrases: Sequence[_Phrase]) -> dict[int, _Habit]:
    seen: dict[int, list[_Phrase]] = {}
    for phrase in phrases:
        if phrase.run_in and phrase.closed:
            seen.setdefault(phrase.style, []).append(phrase)
    habits = {}
    for style, group in seen.items():
        if len(group) >= _FEW:
            alone = sum(phrase.alone for phrase in group)
            marked = sum(phrase.comma >= 0 for phrase in group)
            hinted = sum(phrase.cut[0] > _HINTED for phrase in group)
            whole = alone * 3 > len(group) * 2 and marked > 0 and hinted * 3 < len(group)
            run_on = sum(phrase.cut[0] > _SURELY_GLUED or phrase.comma >= 0 for phrase in group)
            habits[style] = _Habit(not whole and run_on * 2 > len(group), whole)
    return habits


def _title(phrase: _Phrase, habits: dict[int, _Habit]) -> str:
    words = _before_gap(phrase)
    if phrase.style == ARTICLE or words != phrase.text:
        return words
    known = known_title(words, phrase.run_in)
    if known or not phrase.run_in:
        return words[: known or None]
    habit = habits.get(phrase.style, _Habit(False, False))
    short, marked = len(words) <= _SHORT, phrase.comma >= 0
    if (phrase.bounded and (short or not marked)) or (phrase.closed and habit.whole):
        return words
    score, cut = phrase.cut
    if phrase.closed and (short or not marked):
        return words[:cut] if score > (_GLUED if habit.glued else _SURELY_GLUED) else words
    if score > _LIKELY_GLUED:
        return words[:cut]
    return words[: phrase.comma] if marked else words


def title_text(text: str, span: Span) -> str:
    """A title as it is named: letters that are spaced out for looks (总  则) are closed up."""
    title = " ".join(text[span.start : span.end].split())
    return title.replace(" ", "") if _SPACED.fullmatch(title) else title


def _skip(text: str, start: int, until: int) -> int:
    while start < until and text[start] in _BLANKS + ":：.、":
        start += 1
    return start


def _without_clause(phrase: str) -> str:
    labelled = _LABELLED.search(phrase)
    if labelled and labelled.start() > 1:
        return phrase[: labelled.start()]
    clause = _CLAUSE.search(phrase) if phrase[-1:] in ")）〕】]" else None
    return phrase[: clause.start()] if clause and clause.start() > 1 else phrase


def _before_gap(phrase: _Phrase) -> str:
    """Cuts (一)指导思想 以… at the blank; titles of two phrases (第一章 X Y) and spaced letters stay."""
    words = phrase.text
    for gap in _GAP.finditer(words):
        head, rest = words[: gap.start()], words[gap.end() :]
        if len(head) > 40 or _COMMA.search(head):
            break
        if len(head) < 2 or (_SPACED.match(words) and len(head) < 4):
            continue
        prose = _COMMA.search(rest) is not None or len(rest) > _SHORT
        run_in = phrase.run_in and phrase.style > SECTION and len(head) >= 4 and len(rest) >= _LEAST_REST
        if run_in or (prose and (phrase.style != ARTICLE or len(head) <= 12)):
            return head
    return words

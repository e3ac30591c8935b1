"""Where the title of a heading ends: on its line, at the first 。, or where its body runs on unmarked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.headings import Placed
from loaders.numbering import ARTICLE, LINE, SECTION, Number
from loaders.rules import load_rules

_BLANKS = " \t\u3000\xa0"
_LOOSE_ENDS = _BLANKS + "。,:;、，：；.．…·-—"
_PHRASE = 400  # longer titles are no titles: what follows is not looked at
_SHORT = 24
_LEAST_REST = 5  # a body is at least a short sentence
# scores that a cut must pass: in a title that shows no mark of its end, where other titles of the style
# run on too, and where the title could well be whole
_HINTED, _LIKELY_GLUED, _GLUED, _SURELY_GLUED = 1.0, 1.5, 1.8, 2.5
_VERB = 1.0  # openers below this are nouns as often
_FEW = 3  # fewer headings show no habit
# a topic before the text of an article: 【目的依据】, (目的和依据)
_TOPIC = re.compile(r"[【(（〔]([^【】()（）〔〕\n]{2,20})[】)）〕]")
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


class _Words(NamedTuple):
    fixed: tuple[str, ...]
    joining: tuple[str, ...]
    openers: re.Pattern[str]
    weights: tuple[float, ...]
    endings: dict[str, float]
    dangling: tuple[str, ...]


@cache
def _words() -> _Words:
    rules = load_rules("title_words")
    openers = sorted(rules["openers"], key=lambda row: -float(row["weight"]))
    return _Words(
        fixed=tuple(sorted(rules["fixed"], key=len, reverse=True)),
        joining=tuple(rules["joining"]),
        openers=re.compile("|".join(f"({row['pattern']})" for row in openers)),  # the heaviest matches first
        weights=tuple(float(row["weight"]) for row in openers),
        endings={word: float(row["weight"]) for row in rules["endings"] for word in row["words"]},
        dangling=tuple(rules["dangling"]),
    )


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
            marks = [_COMMA.search(phrase.text) for phrase in group]
            heads = [
                phrase.text[: mark.end()] if mark else phrase.text
                for mark, phrase in zip(marks, group, strict=True)
            ]
            scores = [_best_cut(head)[0] for head in heads]
            alone = sum(phrase.alone for phrase in group)
            hinted = sum(score > _HINTED for score in scores)
            whole = alone * 3 > len(group) * 2 and any(marks) and hinted * 3 < len(group)
            run_on = sum(
                score > _SURELY_GLUED or mark is not None for score, mark in zip(scores, marks, strict=True)
            )
            habits[style] = _Habit(not whole and run_on * 2 > len(group), whole)
    return habits


def _title(phrase: _Phrase, habits: dict[int, _Habit]) -> str:
    words = _before_gap(phrase)
    if phrase.style == ARTICLE or words != phrase.text:
        return words
    known = _known_title(words, phrase.run_in)
    if known or not phrase.run_in:
        return words[: known or None]
    habit = habits.get(phrase.style, _Habit(False, False))
    comma = _COMMA.search(words)
    short = len(words) <= _SHORT
    if (phrase.bounded and (short or not comma)) or (phrase.closed and habit.whole):
        return words
    if (phrase.closed and not comma) or (phrase.closed and short):
        score, cut = _best_cut(words)
        return words[:cut] if score > (_GLUED if habit.glued else _SURELY_GLUED) else words
    score, cut = _best_cut(words[: comma.end()] if comma else words)
    if score > _LIKELY_GLUED:
        return words[:cut]
    return words[: comma.start()] if comma else words


def title_text(text: str, span: Span) -> str:
    """A title as it is named: letters that are spaced out for looks (总  则) are closed up."""
    title = " ".join(text[span.start : span.end].split())
    return title.replace(" ", "") if _SPACED.fullmatch(title) else title


def begins_like_a_sentence(words: str) -> bool:
    """Whether words begin with a verb, an adverb or a phrase of time, as tasks do (加快…, 围绕…)."""
    return _opens(words, 0) > 0


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


def _known_title(words: str, run_in: bool) -> int:
    """The length of a title that is usual in documents (指导思想), with its body behind it, or 0."""
    rules = _words()
    known = next((title for title in rules.fixed if words.startswith(title)), "")
    rest = words[len(known) :]
    if not known or rest.startswith(rules.joining):
        return 0
    glued = len(rest) >= _LEAST_REST if run_in else len(rest) > _SHORT and _opens(words, len(known)) >= 2
    return len(known) if glued else 0


def _best_cut(words: str) -> tuple[float, int]:
    """How likely a title ends inside words that no mark parts, and where; (0, 0) if nowhere."""
    best, place = 0.0, 0
    for cut in range(4, min(len(words) - _LEAST_REST + 1, 60)):
        head = words[:cut]
        opening = _opens(words, cut)
        takes_up = words[cut : cut + 4] in head  # the body takes up the words of its title
        if not opening and not takes_up:
            continue
        closing = _closes(head)
        if takes_up and closing and words[cut : cut + 4] == words[:4]:
            opening = max(opening, 3.0)
        if not opening or head.endswith(_words().dangling) or _inside_marks(head):
            continue
        score = opening + closing - 0.06 * cut
        if takes_up and closing and opening >= _VERB:
            score += 2.0
        if cut < 6 and not _opens(words, 0):  # 数字社会|构建加快推进: a subject with its predicate
            score -= 1.5
        if "的" in head[-8:-2]:  # …的数字经济: the noun that the title leads to
            score += 0.8
        if score > best:
            best, place = score, cut
    return best, place


def _opens(words: str, cut: int) -> float:
    rules = _words()
    match = rules.openers.match(words, cut)
    if match is None or match.lastindex is None or words.startswith("的", match.end()):
        return 0.0  # 战略实施的…: the verb belongs to the title
    return rules.weights[match.lastindex - 1]


def _closes(head: str) -> float:
    endings = _words().endings
    return max(endings.get(head[-length:], 0.0) for length in (1, 2, 3))


def _inside_marks(head: str) -> bool:
    return any(head.count(left) > head.count(right) for left, right in ("“”", "《》", "()", "〔〕"))

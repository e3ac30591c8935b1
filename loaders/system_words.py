"""Words that bound and build the names of systems: a sentence becomes a row of tokens.

All words are data (rules/platform_names.yaml) in one automaton, longest first, so that a fixed phrase with
a verb inside (工程建设) hides the verb. One-character particles count only where the word segmenter cuts
them as words: 和 is no conjunction inside 和平.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import rjieba
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from loaders.rules import load_rules

#: quotations, an abbreviation in brackets, a count with its measure word, signs
_FIXED = re.compile(
    # a look at the sign itself: at most places nothing needs to be tried
    r"(?=[“(省市县区旗盟州一二两三四五六七八九十0-9、等,;。:!?\n)《》〔〕\[\]—…；，：”‘’ |\t☆★◆])"
    r"(?:(?P<quote>“[^“”\n]{1,24}”)"
    r"|(?P<abbr>\([A-Za-z][A-Za-z0-9+-]{0,9}\)|\((?![一二三四五六七八九十])[一-鿿]{2,4}\)(?:(?=[一-鿿])|(?<=节点\(..\))|(?<=节点\(...\))))"
    r"|(?P<level>[省市县区旗盟州](?:级)?\([省市县区旗盟州、]{1,5}\)级?)"
    r"|(?P<count>(?:[一二两三四五六七八九十]{1,2}|(?<![0-9.])[0-9]{1,3}余?)(?:个|大|类|款|套|项|种|座|家|级(?!以上)))"
    r"|(?P<date>(?:20[0-9]{2}年|(?<![0-9])[0-9]{1,2}月)(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?底?前?)"
    r"|(?P<number>(?<![0-9.])[0-9一二三四五六七八九十]{1,3}(?:\.(?![0-9])|、))"
    r"|(?P<list>、)"
    r"|(?P<etc>等(?![级同候]))"
    r"|(?P<hard>[,;。:!?\n()《》〔〕\[\]—…；，。：“”‘’ |\t☆★◆]))"
)

#: kinds in the order in which a word that stands in two lists is taken
_KINDS = (
    ("trap", "traps"),
    ("word", "words"),
    ("store", "stores"),
    ("head", "heads"),
    ("weak", "weak"),
    ("verb", "verbs"),
    ("stop", "stops"),
    ("mark", "class_marks"),
    ("short", "short_heads"),
    ("join", "joins"),
    ("particle", "particles"),
)
_ONE = frozenset({"join", "particle"})
#: boundaries wherever they stand outside the fixed phrases; the segmenter glues them to unknown names
_ALWAYS = frozenset("与以")


class Token(NamedTuple):
    """A piece of a sentence: kind, and clean offsets."""

    kind: str
    start: int
    end: int


@cache
def _gate() -> tuple[AhoCorasick, list[bool]]:
    rules = load_rules("platform_names")
    ends = {*rules["heads"], *rules["stores"], *rules["short_heads"], *rules["after_brackets"]}
    words = sorted(ends.union(rules["traps"]))
    # few words, read over every text: the fastest form, which takes the most room, is small here
    matcher = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return matcher, [word in ends for word in words]


def candidates(text: str) -> list[int]:
    """Offsets of what may end a name of a system: one pass over the text."""
    automaton, ends = _gate()
    return [start for index, start, _ in automaton.find_matches_as_indexes(text) if ends[index]]


@cache
def _lexicon() -> tuple[AhoCorasick, list[tuple[str, str]]]:
    rules = load_rules("platform_names")
    kinds: dict[str, str] = {}
    for kind, name in _KINDS:
        for word in rules[name]:
            kinds.setdefault(word, kind)
    kinds.setdefault("与", "join")
    rows = sorted(kinds.items())
    words = [word for word, _ in rows]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA), rows


def tokens_of(text: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens of a sentence, left to right, without gaps.

    Args:
        text: clean text.
        start, end: of the sentence, clean offsets.
        known: clean spans of names of systems that the vocabulary or the document itself tells.
    """
    fixed = _fixed(text, start, end, known)
    fixed.append(Token("end", end, end))
    automaton, rows = _lexicon()
    found: list[Token] = []
    singles: set[int] | None = None
    cursor = filled = start
    for token in fixed:
        piece = text[cursor : token.start]
        for index, left, right in automaton.find_matches_as_indexes(piece) if piece else ():
            kind, place = rows[index][1], cursor + left
            if kind in _ONE and piece[left:right] not in _ALWAYS:
                after_head = found and found[-1].end == place and found[-1].kind in ("head", "store", "short")
                if not after_head and singles is None:
                    singles = _single_words(text, start, end)
                if not after_head and singles is not None and place not in singles:
                    continue
            if place > filled:
                found.append(Token("word", filled, place))
            filled = cursor + right
            found.append(Token(kind, place, filled))
        if token.start > filled:
            found.append(Token("word", filled, token.start))
        cursor = filled = token.end
        if cursor > token.start:
            found.append(token)
        if token.kind == "abbr" and (tail := _bracket_head(text, cursor)):
            found.append(Token("head", cursor, cursor + tail))
            cursor = filled = cursor + tail
    return found


def _bracket_head(text: str, place: int) -> int:
    """Length of an ending that is one only behind brackets: 信息模型(CIM)中心."""
    endings = load_rules("platform_names")["after_brackets"]
    return next((len(word) for word in endings if text.startswith(word, place)), 0)


def _fixed(text: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> list[Token]:
    """Quotations, brackets, counts and signs; a known name outside quotation marks is one token."""
    if not known:
        return [_of_match(text, start, match) for match in _FIXED.finditer(text, start, end)]
    found: list[Token] = []
    waiting = list(reversed(known))
    cursor = start
    while cursor < end:
        match = _FIXED.search(text, cursor, end)
        while waiting and waiting[-1][0] < cursor:
            waiting.pop()
        if waiting and (match is None or waiting[-1][0] < match.start()):
            span = waiting.pop()
            found.append(Token("known", *span))
            cursor = span[1]
        elif match is None:
            return found
        else:
            found.append(_of_match(text, start, match))
            cursor = match.end()
    return found


def _of_match(text: str, start: int, match: re.Match[str]) -> Token:
    """The token of a fixed form; a date is none of a name."""
    kind = str(match.lastgroup)
    if kind == "date":
        kind = "hard"
    elif kind == "number":
        # 3.升级: a number of the outline stands at the beginning only
        inside = "list" if match[0][-1] == "、" else "word"
        kind = inside if text[start : match.start()].strip("(（") else "hard"
    return Token(kind, match.start(), match.end())


def _single_words(text: str, start: int, end: int) -> set[int]:
    """Offsets of the words of one character, by the word segmenter."""
    singles, cursor = set(), start
    for word in rjieba.cut(text[start:end]):
        if len(word) == 1:
            singles.add(cursor)
        cursor += len(word)
    return singles

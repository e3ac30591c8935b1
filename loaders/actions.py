"""What is done to a platform: the action that the words around its name tell."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.document import Span
from loaders.rules import any_of, load_rules

#: where a clause ends; a list (、) stays in one clause, so that its verb reaches every name
_BORDER = re.compile(r"[,;。:!?\n]")
#: code points that a verb may stand away; no prose has it farther
_FAR = 400
#: before a name: its predicate stands behind it
_TURNED = re.compile(r"[将把对由使与同和向](?=[^,;。]{0,40}$)")
#: 结合X建设, … : the noun of action ends its clause
_NOUN_ENDS = re.compile("[一-鿿]{2,4}[,。;的]")
#: 接入的X, 联通各类平台的X
_DESCRIBES = re.compile("的|[^,;。]{0,30}?(?:平台|系统|数据|网)的")
#: joins a second noun of action: X建设与优化
_AND = re.compile("[和与、及]")

ACTIONS = ("build", "upgrade", "use", "connect", "promote", "exist")


class _Verbs(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    later: re.Pattern[str]
    meaning: dict[tuple[str, str], str]
    weak_means: str
    negated: re.Pattern[str]
    base: re.Pattern[str]
    new_version: re.Pattern[str]
    until_now: re.Pattern[str]
    stands: re.Pattern[str]
    carried: re.Pattern[str]


@cache
def _verbs() -> _Verbs:
    rules = load_rules("platform_actions")
    meaning = {
        (side, verb): action
        for action in ACTIONS
        for side in ("before", "after", "later")
        for verb in rules[action][side]
    }
    meaning.update({("before", verb): "weak" for verb in rules["weak"]})

    def side_of(side: str) -> re.Pattern[str]:
        return re.compile(any_of(verb for at, verb in meaning if at == side))

    return _Verbs(
        before=side_of("before"),
        after=re.compile(f"(?:{side_of('after').pattern})(?!架构|方案|机制|模式|管理)"),
        later=side_of("later"),
        meaning=meaning,
        weak_means=rules["weak_means"],
        negated=re.compile(any_of(rules["negated"])),
        base=re.compile(f".{{0,30}}?(?:{any_of(rules['base_after'])})"),
        new_version=re.compile(rules["new_version"]),
        until_now=re.compile(any_of(rules["until_now"])),
        stands=re.compile(any_of(rules["stands"])),
        carried=re.compile(any_of(rules["carried"])),
    )


def clause_around(text: str, start: int, end: int, sentence: Span) -> Span:
    """The part of a sentence between two borders (,;。:) that holds a name.

    Args:
        text: clean text; start, end, sentence: clean offsets.
    """
    left = sentence.start
    for border in _BORDER.finditer(text, sentence.start, start):
        left = border.end()
    right = _BORDER.search(text, end, sentence.end)
    return Span(left, right.start() if right else sentence.end)


def actions_on(text: str, start: int, end: int, sentence: Span) -> tuple[str, ...]:
    """The actions on the names of a list at a clean span, each one of ACTIONS.

    The nearest verb before the list in its clause tells, unless a noun of action directly behind the list
    does (推进城市大脑建设: build), or the predicate behind it where the list is turned to the front
    (将X升级).
    Without any, words of standing (已, 累计) tell that it exists; a mere mention, and a negated building
    (不再新建), is no action at all: ().
    """
    verbs = _verbs()
    sentence = Span(max(sentence.start, start - _FAR), min(sentence.end, end + _FAR))
    clause = clause_around(text, start, end, sentence)
    nearest, verb_at = _before(verbs, text, clause, start)
    lead = text[clause.start : start]
    if nearest in ("build", "upgrade") and verbs.negated.search(lead):
        return ()
    behind = _after_quote(text, end)
    if _is_base(verbs, text, lead, behind, clause.end):
        return ("use",)
    if verbs.new_version.match(text, behind):
        return ("upgrade",)
    nouns = _nouns_behind(verbs, text, behind, clause.end)
    noun_ends = nearest == "use" and _NOUN_ENDS.match(text, behind) and {*nouns[:1]} <= {"build", "upgrade"}
    if nouns and (noun_ends or nearest in (None, "weak", "build", "upgrade")):
        # 深化X建设, 完善X建设: what is built further stands already
        return tuple("upgrade" if nearest == "upgrade" and told == "build" else told for told in nouns)
    turned = _TURNED.search(text, max(clause.start, verb_at), start)
    if nearest in (None, "weak") or (turned and nearest != "use"):
        later = _later(verbs, text, behind, clause, bool(turned))
        if later:
            return (later,)
    if nearest is None:
        return _untold(verbs, text, start, clause, sentence)
    return (verbs.weak_means if nearest == "weak" else nearest,)


def _inside_brackets(text: str, left: int, place: int) -> bool:
    return text.count("(", left, place) > text.count(")", left, place)


def _untold(verbs: _Verbs, text: str, start: int, clause: Span, sentence: Span) -> tuple[str, ...]:
    """Without any verb: what the clause before does, what stands there already, or nothing."""
    if verbs.stands.search(text, clause.start, clause.end):
        return ("exist",)
    if clause.start > sentence.start and (
        verbs.carried.match(text, clause.start) or _inside_brackets(text, sentence.start, start)
    ):
        told, _ = _before(verbs, text, Span(sentence.start, clause.start), clause.start - 1)
        return (verbs.weak_means if told == "weak" else told or verbs.weak_means,)
    return ()


def _before(verbs: _Verbs, text: str, clause: Span, start: int) -> tuple[str | None, int]:
    """What the nearest verb before a list means, and where it stands."""
    last = None
    for match in verbs.before.finditer(text, clause.start, start):
        # 联通各领域的城市大脑: what is joined there describes the name
        joins = verbs.meaning["before", match[0]] == "connect" or match[0] == "结合"
        if not (joins and _DESCRIBES.match(text, match.end(), start)):
            last = match
    return (verbs.meaning["before", last[0]], last.start()) if last else (None, clause.start)


def _is_base(verbs: _Verbs, text: str, lead: str, behind: int, stop: int) -> bool:
    """以X为底座, 在X的基础上."""
    place = max(lead.rfind("以"), lead.rfind("在"))
    return place >= 0 and len(lead) - place < 40 and bool(verbs.base.match(text, behind, stop))


def _nouns_behind(verbs: _Verbs, text: str, behind: int, stop: int) -> tuple[str, ...]:
    """The nouns of action directly behind a list: one, or two that are joined."""
    told: list[str] = []
    match = verbs.after.match(text, behind, stop)
    while match and len(told) < 2:
        meaning = verbs.meaning["after", match[0]]
        if meaning not in told:
            told.append(meaning)
        joint = _AND.match(text, match.end(), stop)
        match = verbs.after.match(text, joint.end(), stop) if joint else None
    return tuple(told)


def _later(verbs: _Verbs, text: str, behind: int, clause: Span, turned: bool) -> str | None:
    """What the first predicate behind a list in its clause means."""
    match = verbs.later.search(text, behind, clause.end)
    if not match:
        return None
    told = verbs.meaning["later", match[0]]
    if told == "build" and not turned and text[match.start() - 1] == "的":
        return None
    return told


def _after_quote(text: str, end: int) -> int:
    """Steps over a closing quotation mark."""
    return end + 1 if text[end : end + 1] in ("”", "’") else end

"""Figures in running text: a number, its unit, and whether it is a floor, a ceiling, about or exactly so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.rules import any_of, load_rules

_HAN = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_ARABIC = r"(?:,\d{3}(?!\d)){1,4}(?:\.\d{1,6})?|\d{0,11}(?:\.\d{1,6})?"
#: what may not stand before a number: names, versions, ordinals, document numbers; 1,200 is one number
_NOT_BEFORE = r"(?<![0-9A-Za-z.+×/〔第\-][0-9])(?<!\d,[0-9])"
#: how far the comparing words reach before a number, in code points
_NEAR = 8
_LINKS = "(?:了|到|为|在|至|达|达到|的)?"


class Figure(NamedTuple):
    """A number with its unit.

    Attributes:
        start, end: clean offsets with the words that compare (不少于10个, 10个以上).
        number: where the number itself begins.
        unit_end: behind the unit.
        value: without signs of thousands: 1-2, 4.5, 1000.
        unit: with 万 or 亿 before it where they are written: 万个, 亿元, %; "" for a bare number.
        kind: of the unit: count, share, physical, money, technical, time, big (十大), star, speed or bare.
        comparator: >=, <=, = or ~.
        spelt: whether the number is written in characters.
    """

    start: int
    end: int
    number: int
    unit_end: int
    value: str
    unit: str
    kind: str
    comparator: str
    spelt: bool


class _Patterns(NamedTuple):
    arabic: re.Pattern[str]
    spelt: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    kinds: dict[str, str]
    signs: dict[str, str]


@cache
def _patterns() -> _Patterns:
    rules = load_rules("target")
    kinds = {unit: kind for kind, units in rules["units"].items() for unit in units} | {"大": "big"}
    latin = [unit for unit in kinds if unit[-1].isascii() and unit[-1].isalpha()]
    other = [unit for unit in kinds if unit not in latin]
    unit = f"(?P<unit>(?:{any_of(latin)})(?![0-9A-Za-z])|{any_of(other)})?"
    between = f"(?:{any_of(rules['between'])})"
    scale = f"(?P<more>{between})?(?P<scale>{any_of(rules['scales'])})?(?P<odd>{between})?"
    upper = rf"(?:[%万亿]?[-—–~～至到]{{1,2}}(?P<upper>\d(?:{_ARABIC})))?"
    signs = {
        word: sign for side in ("before", "behind") for sign, words in rules[side].items() for word in words
    }
    fractions = "|".join(f"(?<={word[0]}){re.escape(word[1:])}" for word in rules["fractions"])
    measures = any_of(rules["han_measures"])
    return _Patterns(
        arabic=re.compile(rf"(?P<value>\d{_NOT_BEFORE}(?:{_ARABIC})){upper}{scale}{unit}"),
        # a class of signs first, so that the search skips prose quickly
        spelt=re.compile(
            rf"[一二两三四五六七八九十百千万翻半过](?:"
            rf"(?<=[一二两三四五六七八九十])[一二三四五六七八九十]{{0,2}}"
            rf"(?P<unit>星级|{measures}|成(?=[左以。,;的]|$))"
            rf"|(?<=[千百万])兆(?!瓦|城)|(?<=翻)了?(?P<times>[一二两三])?番|{fractions})"
        ),
        before=re.compile(
            rf"({any_of([word for words in rules['before'].values() for word in words])}){_LINKS}\Z"
            r"|(至少|最少)[一-鿿]{1,4}\Z"
        ),
        behind=re.compile(any_of([word for words in rules["behind"].values() for word in words])),
        kinds=kinds,
        signs=signs,
    )


@cache
def _guarded() -> dict[str, re.Pattern[str]]:
    """Units that are also parts of words, with what must follow them."""
    return {unit: re.compile(f"{behind}|$") for unit, behind in load_rules("target")["guarded"].items()}


def find_figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """The figures between two offsets, in order: in digits and in characters (六大, 五星级, 千兆).

    Args:
        text: clean text.
        start, end: offsets in code points.
    """
    stop = len(text) if end is None else end
    found = [*_in_digits(text, start, stop), *_in_characters(text, start, stop)]
    return iter(sorted(found, key=lambda figure: figure.number))


def _in_digits(text: str, start: int, stop: int) -> Iterator[Figure]:
    patterns = _patterns()
    for match in patterns.arabic.finditer(text, start, stop):
        unit = match["unit"] or ""
        kind = patterns.kinds[unit] if unit else "bare"
        if match["value"].startswith("0") and not match["value"].startswith("0."):
            continue
        if not unit and _NO_NUMBER_BEFORE.match(text, match.end()):
            continue
        if unit in _guarded() and not _guarded()[unit].match(text, match.end()):
            continue
        value = match["value"].replace(",", "")
        if match["upper"]:
            value = f"{value}-{match['upper'].replace(',', '')}"
        scale = match["scale"] or ""
        figure = _compared(text, start, match.start(), match.end(), value, scale + unit, kind)
        if figure.comparator == "=" and (match["more"] or match["odd"]):
            figure = figure._replace(comparator=">=")
        yield figure


#: behind a bare number: years, dates, names of networks and versions, telephone numbers
_NO_NUMBER_BEFORE = re.compile(r"[年月日号时位届周岁级A-Za-z+×/:〕\-]|\.\d")


#: 第三类, 百十家: the sign before belongs to the number
_PART_OF = ("第", "百", "千", "几", "之")


def _in_characters(text: str, start: int, stop: int) -> Iterator[Figure]:
    patterns = _patterns()
    for match in patterns.spelt.finditer(text, start, stop):
        written = match[0]
        if written.endswith("兆"):
            value = {"百": "100", "千": "1000", "万": "10000"}[written[0]]
            figure = _compared(text, start, match.start(), match.end(), value, "兆", "speed")
        elif written.startswith("翻"):
            value = str(_HAN[match["times"] or "一"])
            figure = _compared(text, start, match.start(), match.end(), value, "番", "share")
        elif match["unit"] is None:
            value = str(load_rules("target")["fractions"][written])
            figure = _compared(text, start, match.start(), match.end(), value, "%", "share")
        else:
            number = spelt_number(written.removesuffix(match["unit"]))
            if number is None or text[match.start() - 1 : match.start()] in _PART_OF:
                continue
            if match["unit"] == "成":
                yield _compared(
                    text, start, match.start(), match.end(), str(number * 10), "%", "share"
                )._replace(spelt=True)
                continue
            kind = "star" if match["unit"] in ("星级", "级") else patterns.kinds[match["unit"]]
            figure = _compared(text, start, match.start(), match.end(), str(number), match["unit"], kind)
        yield figure._replace(spelt=True)


def _compared(text: str, floor: int, number: int, unit_end: int, value: str, unit: str, kind: str) -> Figure:
    """A figure with the comparing words around it; those behind it say more (约100个以上)."""
    patterns = _patterns()
    near = max(floor, number - _NEAR)
    before = patterns.before.search(text[near:number])
    behind = patterns.behind.match(text, unit_end)
    word = behind[0] if behind else before[1] or before[2] if before else ""
    return Figure(
        start=near + before.start() if before else number,
        end=behind.end() if behind else unit_end,
        number=number,
        unit_end=unit_end,
        value=value,
        unit=unit,
        kind=kind,
        comparator=patterns.signs.get(word, "="),
        spelt=False,
    )


def spelt_number(written: str) -> int | None:
    """The number that 一 … 九十九 stands for (两 counts 2), or None."""
    tens, ten, ones = written.rpartition("十")
    if any(part and part not in _HAN for part in (tens, ones)):
        return None
    return (_HAN[tens] * 10 if tens else 10) * bool(ten) + (_HAN[ones] if ones else 0)

"""When a fact that was found is one that the gold holds: the same names, a place in the same sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

Row = Mapping[str, Any]


class Rule(NamedTuple):
    """What makes two facts of a kind the same: fields compared as names, fields compared exactly, and whether
    the sentence counts."""

    names: tuple[str, ...]
    exact: tuple[str, ...]
    placed: bool


RULES: Mapping[str, Rule] = {
    "metadata": Rule(("value",), ("field",), False),
    "heading": Rule(("title",), (), True),
    "citation": Rule(("title",), (), False),
    "responsibility": Rule(("organization",), ("role",), True),
    "platform": Rule(("name",), (), True),
    "connection": Rule(("source", "target"), (), True),
    "initiative": Rule(("name",), (), False),
    "target": Rule(("unit",), ("value",), True),
    "organization": Rule(("name",), (), False),
}
_IGNORED = re.compile(r"[“”‘’\"'《》〈〉「」『』\s]")
_SCALES = {"": 1.0, "万": 1e4, "亿": 1e8}


class Key(NamedTuple):
    """What is compared of a fact."""

    names: tuple[str, ...]
    exact: tuple[str, ...]


class Entry(NamedTuple):
    """A distinct fact: its key and the row it came from."""

    key: Key
    row: Row


def plain(value: object) -> str:
    """A value as it is compared: NFKC, without quotation marks, brackets of titles and blanks."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", "" if value is None else str(value)))


def _magnitude(value: object, unit: object) -> tuple[str, str]:
    """Value and unit with 万 and 亿 moved into the value, so that 60万个 is 600000个."""
    text, name = plain(value).replace(",", ""), plain(unit)
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)([万亿]?)", text)
    if match:
        text = f"{float(match[1]) * _SCALES[match[2]]:g}"
    while name[:1] in _SCALES and name and re.fullmatch(r"-?[\d.]+(e[+-]?\d+)?", text):
        text, name = f"{float(text) * _SCALES[name[0]]:g}", name[1:]
    return text, name


def _key(row: Row) -> Key:
    kind = row["kind"]
    if kind == "target":
        value, unit = _magnitude(row.get("value"), row.get("unit"))
        return Key((unit,), (value,))
    rule = RULES[kind]
    names = [plain(row.get(name)) for name in rule.names]
    if kind == "connection":
        names.sort()  # a connection has no direction that two readers would agree on
    return Key(tuple(names), tuple(plain(row.get(name)) for name in rule.exact))


def distinct(rows: Iterable[Row], kind: str) -> list[Entry]:
    """One entry for each key, and each sentence where the sentence counts."""
    found: dict[tuple[Key, object], Entry] = {}
    for row in rows:
        if row["kind"] != kind:
            continue
        place: object = ()
        if RULES[kind].placed:
            context = row.get("context") or (row["start"], row["end"])
            place = context if isinstance(context, str) else tuple(context)
        key = _key(row)
        found.setdefault((key, place), Entry(key, row))
    return list(found.values())


def alike(one: str, other: str) -> bool:
    """Whether two names differ only a little: one holds the other, or four fifths are common."""
    if one == other:
        return True
    if not one or not other:
        return False
    if min(len(one), len(other)) >= 3 and (one in other or other in one):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.8


def same_place(gold: Entry, found: Entry) -> bool:
    """Whether the evidence overlaps the sentence that the gold cites (by offsets, or by its words for formats
    whose plain text is the loader's own)."""
    if not RULES[gold.row["kind"]].placed:
        return True
    context = gold.row["context"]
    if isinstance(context, str):
        quote, sentence = plain(found.row.get("quote")), plain(context)
        return bool(quote) and (quote in sentence or sentence in quote)
    return bool(found.row["start"] < context[1] and found.row["end"] > context[0])

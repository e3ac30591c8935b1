"""One line of a vocabulary: its fields by English or Chinese names, checked, as a term or a region."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ontology.bilingual import Bilingual
from ontology.region import LEVELS, Region
from ontology.regions import Regions
from ontology.term import KINDS, Term

#: heads of an Excel sheet and keys of a YAML line → fields
TERM_FIELDS = {
    "名称": "name",
    "类别": "kind",
    "类型": "type",
    "归属": "owner",
    "别名": "aliases",
    "说明": "note",
}
REGION_FIELDS = {
    "名称": "name",
    "代码": "code",
    "级别": "level",
    "上级": "parent",
    "简称": "short",
    "曾用名": "former",
    "文号代字": "marks",
}
KIND_WORDS = {"平台": "platform", "举措": "initiative", "机构": "body", "单位": "body", "不是名称": "none"}
LEVEL_WORDS = {
    "国家": "country",
    "省级": "province",
    "地级": "prefecture",
    "地市级": "prefecture",
    "县级": "county",
    "乡级": "township",
    "功能区": "zone",
}

#: several names in one cell
_BETWEEN = re.compile(r"[、,,;;\n]+")


class BadLineError(Exception):
    """A line that can't be used; says why in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.reason = Bilingual(zh, en)


def _text(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    return "" if value is None else str(value).strip()


def _several(row: Mapping[str, Any], field: str) -> tuple[str, ...]:
    value = row.get(field)
    if isinstance(value, list):
        return tuple(dict.fromkeys(str(item).strip() for item in value if str(item).strip()))
    return tuple(dict.fromkeys(part.strip() for part in _BETWEEN.split(_text(row, field)) if part.strip()))


def _needed(row: Mapping[str, Any], field: str, word: str) -> str:
    value = _text(row, field)
    if not value:
        raise BadLineError(f"缺少{word}({field})", f"{field} is missing")
    return value


def in_english(row: Mapping[Any, Any], fields: Mapping[str, str]) -> dict[str, Any]:
    """A line by its English fields.

    Args:
        row: by English or Chinese names.
        fields: Chinese name → field.

    Raises:
        BadLineError: a field is unknown.
    """
    told: dict[str, Any] = {}
    for key, value in row.items():
        field = fields.get(str(key).strip(), str(key).strip())
        if field not in fields.values():
            raise BadLineError(f"不认识的栏目“{key}”", f"unknown field {key!r}")
        told[field] = value
    return told


def read_region(row: Mapping[str, Any], region_of: Callable[[str], Region | None]) -> Region:
    """A region from a line.

    Args:
        row: by English fields.
        region_of: the region of a code or a full name.

    Raises:
        BadLineError: a field is missing or not possible.
    """
    name, code = _needed(row, "name", "名称"), _needed(row, "code", "代码")
    level = _text(row, "level")
    level = LEVEL_WORDS.get(level, level)
    if level not in LEVELS:
        words = "、".join(LEVEL_WORDS)
        raise BadLineError(
            f"级别“{level}”不对,应为:{words}", f"level {level!r} is none of {', '.join(LEVELS)}"
        )
    parent = _text(row, "parent")
    above = region_of(parent) if parent else None
    if parent and above is None:
        raise BadLineError(f"没有上级地区“{parent}”", f"there is no region {parent!r} above it")
    return Region(
        code=code,
        name=name,
        level=level,
        parent=above.code if above else None,
        short=_several(row, "short"),
        former=_several(row, "former"),
        marks=_several(row, "marks"),
    )


def read_term(row: Mapping[str, Any], region_of: Callable[[str], Region | None]) -> Term:
    """A term from a line.

    Args:
        row: by English fields.
        region_of: the region of a code or a full name.

    Raises:
        BadLineError: a field is missing or not possible.
    """
    name = _needed(row, "name", "名称")
    kind = _text(row, "kind")
    kind = KIND_WORDS.get(kind, kind)
    if kind not in KINDS:
        words = "、".join(KIND_WORDS)
        raise BadLineError(f"类别“{kind}”不对,应为:{words}", f"kind {kind!r} is none of {', '.join(KINDS)}")
    owner = _text(row, "owner")
    place = region_of(owner) if owner else None
    if owner and place is None:
        raise BadLineError(f"没有归属地区“{owner}”", f"there is no region {owner!r} that owns it")
    return Term(
        name=name,
        kind=kind,
        type=_text(row, "type") or None,
        owner=place.code if place else None,
        aliases=_several(row, "aliases"),
        note=_text(row, "note") or None,
    )


def region_finder(regions: Regions) -> Callable[[str], Region | None]:
    """The region of a code or of an unambiguous full or short name."""

    def region_of(word: str) -> Region | None:
        by_code = regions.get(word)
        if by_code is not None:
            return by_code
        named = [region for region in regions.named(word) if word not in region.former]
        return named[0] if len(named) == 1 else None

    return region_of

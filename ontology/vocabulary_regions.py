"""Regions that a user's vocabulary adds."""

from __future__ import annotations

import hashlib
import re

from ontology.bilingual import Bilingual
from ontology.place_names import marks_of
from ontology.region import LEVELS, Region
from ontology.regions import Regions
from ontology.vocabulary_fields import (
    BadLineError,
    check_fields,
    choice_of,
    list_of,
    named,
    place_of,
    text_of,
)
from ontology.vocabulary_file import Row

_LEVELS = {
    **{level: level for level in LEVELS},
    **dict.fromkeys(("国家",), "country"),
    **dict.fromkeys(("省级", "省"), "province"),
    **dict.fromkeys(("地级", "地市级", "市级", "市"), "prefecture"),
    **dict.fromkeys(("县级", "区县级", "区县"), "county"),
    **dict.fromkeys(("乡级", "镇街"), "township"),
    **dict.fromkeys(("开发区", "功能区", "新区"), "zone"),
}
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,19}")


def read_regions(rows: list[Row], regions: Regions, bad: list[Bilingual]) -> Regions:
    """Adds the file's regions; their order in the file doesn't matter."""
    table = regions
    waiting = rows
    codes: set[str] = set()
    while waiting:
        left, errors, fresh = [], [], []
        for row in waiting:
            try:
                check_fields(row)
                region = _region(row, table)
            except _UnknownParentError as error:
                left.append(row)
                errors.append(named(row, error.why))
            except BadLineError as error:
                bad.append(named(row, error.why))
            else:
                if region.code in codes:
                    why = Bilingual(f"代码 {region.code} 用了两次", f"code {region.code} is used twice")
                    bad.append(named(row, why))
                    continue
                codes.add(region.code)
                fresh.append(region)
        if not fresh:
            bad += errors
            break
        table = table.extended(fresh)
        waiting = left
    return table


class _UnknownParentError(BadLineError):
    """The region above isn't known, or not yet."""


def _region(row: Row, table: Regions) -> Region:
    name = text_of(row, "name", needed=True) or ""
    level = choice_of(row, "level", _LEVELS)
    if len(name) < 2 or level == "country":
        raise BadLineError("不能添加国家或单字的地名", "a country or a name of one sign can't be added")
    told = text_of(row, "parent", needed=True) or ""
    parent = place_of(told, table)
    if parent is None:
        raise _UnknownParentError(
            f"没有上级地区“{told}”(或不止一处)", f"there is no region {told!r} above it (or several)"
        )
    if parent.rank >= LEVELS.index(level) or parent.name == name:
        raise BadLineError(f"上级“{parent.name}”不比它高", f"parent {parent.name} doesn't stand above it")
    code = text_of(row, "code") or "X" + hashlib.sha256(f"{parent.code}/{name}".encode()).hexdigest()[:6]
    if not _CODE.fullmatch(code):
        raise BadLineError(
            f"代码“{code}”只能用字母、数字、- 和 _", f"code {code}: letters, digits, - and _ only"
        )
    rules = table.rules
    short = list_of(row, "short") or rules.short_names(name, level)
    marks = list_of(row, "marks")
    if level != "zone":
        marks = marks_of(rules.stem(name), marks)
    return Region(code, name, level, parent.code, short, list_of(row, "former"), marks)

"""Checks the rows of a vocabulary file and makes terms and regions of them; a bad line is named, the rest is
used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ontology.bilingual import Bilingual
from ontology.regions import Regions
from ontology.term import KINDS, THEME, Term
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
from ontology.vocabulary_regions import read_regions

_KINDS = {
    **{kind: kind for kind in KINDS},
    **dict.fromkeys(("平台", "系统"), "platform"),
    **dict.fromkeys(("举措",), "initiative"),
    **dict.fromkeys(("单位", "机构"), "body"),
    **dict.fromkeys(("排除", "不是", "无"), "none"),
}
_TYPES = {
    "主题": THEME,
    "政府": "government",
    "党委": "party",
    "部门": "department",
    "领导小组": "leading_group",
    "委员会": "committee",
    "企业": "enterprise",
    "事业单位": "institution",
    "园区": "park",
    "其他": "other",
}


class ReadRows(NamedTuple):
    """What a file gives.

    Attributes:
        terms: the user's terms.
        regions: the table with the user's regions.
        bad_lines: one line for each bad line of the file.
    """

    terms: list[Term]
    regions: Regions
    bad_lines: list[Bilingual]


def read_rows(rows: Iterable[Row], regions: Regions, shipped: Sequence[Term]) -> ReadRows:
    """Makes terms and regions of rows.

    Args:
        rows: of a file, in order.
        regions: the shipped table; owners and parents may stand in it or in the file.
        shipped: terms whose names a user's alias can't take.
    """
    rows = list(rows)
    bad: list[Bilingual] = []
    table = read_regions([row for row in rows if row.part == "regions"], regions, bad)
    terms = _Terms(table, shipped)
    for row in rows:
        if row.part == "terms":
            try:
                check_fields(row)
                terms.read(row)
            except BadLineError as error:
                bad.append(named(row, error.why))
    for row, why in terms.clashes():
        bad.append(named(row, why, whole=False))
    return ReadRows(list(terms.found.values()), table, bad)


class _Terms:
    """Terms of one file, as they are read."""

    def __init__(self, table: Regions, shipped: Sequence[Term]) -> None:
        self._table = table
        self._shipped = {(term.realm, term.name): term for term in shipped}
        self._rows: dict[tuple[str, str], Row] = {}
        self.found: dict[tuple[str, str], Term] = {}

    def read(self, row: Row) -> None:
        """Takes one row.

        Raises:
            BadLineError: it can't be used.
        """
        name = text_of(row, "name", needed=True) or ""
        kind = choice_of(row, "kind", _KINDS)
        if len(name) < 2:
            raise BadLineError("单字不能作名称", "a name of one sign can't be used")
        told = text_of(row, "owner")
        owner = place_of(told, self._table) if told else None
        if told and owner is None:
            raise BadLineError(
                f"没有归属地区“{told}”(或不止一处)", f"there is no region {told!r} that owns it (or several)"
            )
        type_ = text_of(row, "type")
        aliases = tuple(alias for alias in list_of(row, "aliases") if alias != name and len(alias) > 1)
        term = Term(
            name, kind, _TYPES.get(type_, type_) if type_ else None, owner.code if owner else None, aliases,
            text_of(row, "note"),
        )  # fmt: skip
        key = (term.realm, name)
        if key in self.found:
            raise BadLineError(
                f"名称“{name}”已见于 {self._rows[key].place.zh}",
                f"{name!r} stands in {self._rows[key].place.en} already",
            )
        self.found[key], self._rows[key] = term, row

    def clashes(self) -> list[tuple[Row, Bilingual]]:
        """Takes out aliases that are another concept's name or alias; says where and why."""
        found = []
        whose: dict[tuple[str, str], str] = {key: key[1] for key in self.found}
        for key, term in list(self.found.items()):
            kept = []
            for alias in term.aliases:
                place = (term.realm, alias)
                other = whose.get(place) or (self._shipped[place].name if place in self._shipped else None)
                if other is None or other == term.name:
                    whose[place] = term.name
                    kept.append(alias)
                    continue
                why = Bilingual(
                    f"“{alias}”已经是“{other}”的名称", f"{alias!r} is a name of {other!r} already"
                )
                found.append((self._rows[key], why))
            if len(kept) < len(term.aliases):
                self.found[key] = Term(term.name, term.kind, term.type, term.owner, tuple(kept), term.note)
        return found

"""Fields of a vocabulary row: read one by one, each with its own complaint."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ontology.bilingual import Bilingual
from ontology.nearest import nearest
from ontology.region import Region
from ontology.regions import Regions
from ontology.vocabulary_file import HEADS, Row

#: code points of the longest name that is taken
_LONGEST = 100
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


class BadLineError(Exception):
    """Why a line isn't used, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.why = Bilingual(zh, en)


def named(row: Row, why: Bilingual, whole: bool = True) -> Bilingual:
    """The line with its place, its name and what is wrong."""
    name = row.values.get("name")
    label_zh, label_en = (f"({name})", f" ({name})") if isinstance(name, str) and name else ("", "")
    rest = Bilingual("这一行没有用", "not used")
    if not whole:
        rest = Bilingual("这个别名没有用", "that alias isn't used")
    return Bilingual(
        f"{row.place.zh}{label_zh}:{why.zh},{rest.zh}",
        f"{row.place.en}{label_en}: {why.en}; {rest.en}",
    )


def word_of(row: Row, field: str) -> str:
    """A field as a person calls it: 归属(owner)."""
    return next((f"{word}({field})" for word, name in HEADS[row.part].items() if name == field), field)


def check_fields(row: Row) -> None:
    """Whether a row has fields, and only known ones.

    Raises:
        BadLineError: it hasn't; the nearest field is named.
    """
    if not row.values:
        raise BadLineError("不是“栏目: 值”的形式", "is no line of fields")
    known = set(HEADS[row.part].values())
    for field in row.values:
        if field not in known:
            like = nearest(field, [*known, *HEADS[row.part]], 1)
            hint_zh, hint_en = (f"(是不是 {like[0]}?)", f" (is it {like[0]}?)") if like else ("", "")
            raise BadLineError(f"不认识的栏目“{field}”{hint_zh}", f"unknown field {field!r}{hint_en}")


def text_of(row: Row, field: str, needed: bool = False) -> str | None:
    """The text of a field, None where it is empty.

    Raises:
        BadLineError: there are several texts, none where one is needed, or an unfit one.
    """
    value = row.values.get(field, "")
    if isinstance(value, list):
        raise BadLineError(f"{word_of(row, field)}只能有一个值", f"{field} takes one value")
    if not value:
        if needed:
            raise BadLineError(f"缺少{word_of(row, field)}", f"{field} is missing")
        return None
    if len(value) > _LONGEST or _CONTROL.search(value):
        raise BadLineError(
            f"{word_of(row, field)}过长或含有控制字符", f"{field} is too long or has control characters"
        )
    return value


def list_of(row: Row, field: str) -> tuple[str, ...]:
    """A list in YAML, or one text whose parts are separated by ；(else by 、 or a comma)."""
    value = row.values.get(field, [])
    if isinstance(value, str):
        marks = "[;；\n]" if re.search("[;；\n]", value) else "[、,，]"
        value = [part.strip() for part in re.split(marks, value)]
    for item in value:
        if len(item) > _LONGEST or _CONTROL.search(item):
            raise BadLineError(
                f"{word_of(row, field)}过长或含有控制字符", f"{field} is too long or has control characters"
            )
    return tuple(dict.fromkeys(item for item in value if item))


def choice_of(row: Row, field: str, choices: Mapping[str, str]) -> str:
    """The value that a text stands for, by the words that a user may give.

    Raises:
        BadLineError: another word was given, or none.
    """
    told = text_of(row, field, needed=True) or ""
    if told not in choices:
        zh = "、".join(word for word in choices if not word.isascii())
        en = ", ".join(word for word in choices if word.isascii())
        raise BadLineError(
            f"{word_of(row, field).partition('(')[0]}“{told}”不对,应为:{zh}",
            f"{field} {told!r} is none of {en}",
        )
    return choices[told]


def place_of(told: str, table: Regions) -> Region | None:
    """A region by its code or, where only one bears it, by its name."""
    found = table.get(told)
    if found is None:
        named = table.named(told)
        found = named[0] if len(named) == 1 else None
    return found

"""A user's vocabulary: a YAML file or an Excel workbook. A bad line is named, the rest is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ontology.bilingual import Bilingual
from ontology.errors import VocabularyError
from ontology.region import LEVELS, Region
from ontology.regions import Regions
from ontology.term import Term
from ontology.vocabulary_rows import (
    REGION_FIELDS,
    TERM_FIELDS,
    BadLineError,
    in_english,
    read_region,
    read_term,
    region_finder,
)

#: a user's file is words that a person wrote; a larger one is something else
LARGEST = 20_000_000

Made = TypeVar("Made", Region, Term)


class Line(NamedTuple):
    """A line of the file: where it stands, for a person, and its fields."""

    place: Bilingual
    row: Mapping[Any, Any]


@dataclass
class Content:
    """What a file gives.

    Attributes:
        terms, regions: that can be used.
        problems: one line for each that can't.
    """

    terms: list[Term] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    problems: list[Bilingual] = field(default_factory=list)


def read_vocabulary_file(path: Path, regions: Regions, shipped: Iterable[Term]) -> Content:
    """Reads a user's file.

    Args:
        path: `.xlsx` is a workbook, anything else YAML.
        regions: the shipped regions, which owners and parents may name.
        shipped: the shipped terms, whose names a user's alias may not take for something else.

    Raises:
        VocabularyError: it can't be read at all.
    """
    read = _workbook_lines if path.suffix.lower() == ".xlsx" else _yaml_lines
    try:
        if path.stat().st_size > LARGEST:
            raise VocabularyError(f"词表太大:{path}", f"the vocabulary is too large: {path}")
        places, names = read(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise VocabularyError(
            f"读不了词表 {path}:{reason}", f"can't read the vocabulary {path}: {reason}"
        ) from error
    content = Content()
    for _ in LEVELS:  # a line may stand before that of the region above it
        content.problems.clear()
        region_of = region_finder(regions.extended(content.regions))
        known = len(content.regions)
        content.regions = list(_made(places, REGION_FIELDS, read_region, region_of, content.problems, path))
        if len(content.regions) == known:
            break
    region_of = region_finder(regions.extended(content.regions))
    terms = _made(names, TERM_FIELDS, read_term, region_of, content.problems, path)
    content.terms = list(_unambiguous(terms, shipped, content.problems, path))
    return content


def _made(
    lines: Iterable[Line],
    fields: Mapping[str, str],
    make: Callable[[Mapping[str, Any], Callable[[str], Region | None]], Made],
    region_of: Callable[[str], Region | None],
    problems: list[Bilingual],
    path: Path,
) -> Iterator[Made]:
    for line in lines:
        try:
            if not isinstance(line.row, Mapping):
                raise BadLineError("不是“栏目: 值”的形式", "is no line of fields")
            yield make(in_english(line.row, fields), region_of)
        except BadLineError as bad:
            problems.append(_named(path, line.place, bad.reason))


def _named(path: Path, place: Bilingual, reason: Bilingual) -> Bilingual:
    return Bilingual(
        f"{path.name} {place.zh}:{reason.zh},这一行没有用", f"{path.name} {place.en}: {reason.en}; not used"
    )


def _unambiguous(
    terms: Iterable[Term], shipped: Iterable[Term], problems: list[Bilingual], path: Path
) -> Iterator[Term]:
    """Terms of which no wording is another concept's."""
    own = list(terms)
    replaced = {(term.kind, term.name) for term in own}
    taken = {
        (term.kind, word): term.name
        for term in shipped
        if (term.kind, term.name) not in replaced
        for word in (term.name, *term.aliases)
    }
    for term in own:
        words = [(term.kind, word) for word in (term.name, *term.aliases)]
        clash = next((word for word in words if taken.get(word, term.name) != term.name), None)
        if clash is not None:
            other = taken[clash]
            reason = Bilingual(
                f"“{clash[1]}”已经是“{other}”的名称", f"{clash[1]!r} is a name of {other!r} already"
            )
            problems.append(_named(path, Bilingual(f"“{term.name}”", repr(term.name)), reason))
            continue
        taken.update(dict.fromkeys(words, term.name))
        yield term


def _yaml_lines(path: Path) -> tuple[list[Line], list[Line]]:
    import yaml

    try:
        text = path.read_text(encoding="utf-8-sig")
        tree: Any = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        where = getattr(error, "problem_mark", None)
        line = f" {where.line + 1}" if where is not None else ""
        raise VocabularyError(
            f"词表 {path} 不是正确的 YAML(UTF-8)" + (f",第{line} 行" if line else ""),
            f"the vocabulary {path} is no sound YAML in UTF-8" + (f", line{line}" if line else ""),
        ) from error
    if data is None:
        return [], []
    sections = {"regions", "terms", "地区", "名称"}
    if not isinstance(data, dict) or not set(data) <= sections:
        raise VocabularyError(
            f"词表 {path} 顶层应当只有 regions(地区)和 terms(名称)",
            f"the vocabulary {path} may have only regions and terms at its top",
        )
    marks = {key.value: value for key, value in tree.value}
    found: dict[str, list[Line]] = {"regions": [], "terms": []}
    for section, rows in data.items():
        nodes = marks[section].value if isinstance(rows, list) else []
        name = {"地区": "regions", "名称": "terms"}.get(str(section), str(section))
        for node, row in zip(nodes, rows or (), strict=False):
            number = node.start_mark.line + 1
            found[name].append(Line(Bilingual(f"第 {number} 行", f"line {number}"), row))
    return found["regions"], found["terms"]


def _workbook_lines(path: Path) -> tuple[list[Line], list[Line]]:
    import zipfile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise VocabularyError(f"{path} 不是 Excel 工作簿", f"{path} is no Excel workbook") from error
    found: dict[bool, list[Line]] = {True: [], False: []}
    for sheet in book.worksheets:
        head: list[str] | None = None
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            words = ["" if cell is None else str(cell).strip() for cell in cells]
            if not any(words):
                continue
            if head is None:
                head = words
                continue
            row = {name: value for name, value in zip(head, words, strict=False) if name and value}
            place = Bilingual(f"工作表“{sheet.title}”第 {number} 行", f"sheet {sheet.title!r} row {number}")
            found["代码" in head or "code" in head].append(Line(place, row))
    book.close()
    return found[True], found[False]

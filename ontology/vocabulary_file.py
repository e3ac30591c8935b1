"""Reads a user's vocabulary file, YAML or Excel, into plain rows that remember their line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ontology.bilingual import Bilingual
from ontology.errors import VocabularyError

if TYPE_CHECKING:
    import yaml

#: names of the two parts of a YAML file
_PARTS = {"regions": "regions", "地区": "regions", "terms": "terms", "名称": "terms", "词条": "terms"}

#: a user's file is words that a person wrote; a larger one is something else (bytes)
LARGEST = 20_000_000

#: Chinese heads of columns (and keys in YAML), by part
HEADS = {
    "terms": {
        "名称": "name",
        "类别": "kind",
        "类型": "type",
        "归属": "owner",
        "别名": "aliases",
        "说明": "note",
        "备注": "note",
    },
    "regions": {
        "名称": "name",
        "代码": "code",
        "级别": "level",
        "上级": "parent",
        "简称": "short",
        "曾用名": "former",
        "文号代字": "marks",
    },
}

Value = str | list[str]


class Row(NamedTuple):
    """One line of the file.

    Attributes:
        part: `terms` or `regions`.
        place: file and line, for people.
        values: field → text or list of texts; fields by their English names, unknown ones as written.
    """

    part: str
    place: Bilingual
    values: dict[str, Value]


def read_vocabulary_file(path: Path) -> list[Row]:
    """The rows of a file, in order.

    Args:
        path: `.xlsx` is read as Excel, everything else as YAML.

    Raises:
        VocabularyError: it can't be opened, or is neither.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise VocabularyError(
                f"词表 {path} 太大(超过 20 MB),不像词表",
                f"vocabulary {path} is too large (over 20 MB) to be one",
            )
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            return list(_excel_rows(path))
        return list(_yaml_rows(_text_of(path), path))
    except OSError as error:
        reason = error.strerror or str(error)
        raise VocabularyError(
            f"读不了词表 {path}:{reason};请检查路径",
            f"can't read vocabulary {path}: {reason}; check the path",
        ) from error


def _text_of(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise VocabularyError(
        f"词表 {path} 不是文本;请存为 UTF-8 的 YAML 或 .xlsx",
        f"vocabulary {path} is no text; save it as UTF-8 YAML or .xlsx",
    )


def _yaml_rows(text: str, path: Path) -> Iterator[Row]:
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise VocabularyError(
            f"词表 {path} 第 {line} 行不是合法的 YAML;请检查缩进、冒号和引号",
            f"vocabulary {path}, line {line}: no valid YAML; check indentation, colons and quotes",
        ) from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise _shapeless(path)
    for key, value in root.value:
        part = _PARTS.get(str(key.value))
        if part is None or not (isinstance(value, yaml.SequenceNode) or not value.value):
            raise _shapeless(path)
        yield from _yaml_part(part, value, path) if isinstance(value, yaml.SequenceNode) else ()


def _shapeless(path: Path) -> VocabularyError:
    return VocabularyError(
        f"词表 {path} 顶层应当只有 regions(地区)和 terms(名称)两个列表;格式见 docs/vocabulary.md",
        f"vocabulary {path} may have two lists only at its top, regions and terms; see docs/vocabulary.md",
    )


def _yaml_part(part: str, node: yaml.SequenceNode, path: Path) -> Iterator[Row]:
    import yaml

    for item in node.value:
        number = item.start_mark.line + 1
        values: dict[str, Value] = {}
        if isinstance(item, yaml.MappingNode):
            for key, value in item.value:
                values[HEADS[part].get(str(key.value), str(key.value))] = _yaml_value(value)
        yield Row(part, Bilingual(f"{path.name} 第 {number} 行", f"{path.name} line {number}"), values)


def _yaml_value(node: Any) -> Value:
    """The text as written (370000 and 07 stay text), or a flat list of texts; what is deeper is left out."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return "" if node.tag.endswith(":null") else str(node.value).strip()
    if isinstance(node, yaml.SequenceNode):
        texts = [_yaml_value(item) for item in node.value if isinstance(item, yaml.ScalarNode)]
        return [text for text in texts if isinstance(text, str) and text]
    return ""


def _excel_rows(path: Path) -> Iterator[Row]:
    import zipfile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
        raise VocabularyError(
            f"词表 {path} 不是 Excel 工作簿;请存为 .xlsx",
            f"vocabulary {path} is no Excel workbook; save it as .xlsx",
        ) from error
    found = False
    try:
        for sheet in book.worksheets:
            rows = sheet.iter_rows(values_only=True)
            heads = [_cell(value) for value in next(rows, ())]
            part = "regions" if "代码" in heads or "code" in heads else "terms"
            fields = [HEADS[part].get(head, head) for head in heads]
            if "name" not in fields:
                continue
            found = True
            for line, values in enumerate(rows, start=2):
                told = {field: _cell(value) for field, value in zip(fields, values, strict=False) if field}
                if any(told.values()):
                    place = Bilingual(
                        f"{path.name} 工作表“{sheet.title}”第 {line} 行",
                        f"{path.name} sheet {sheet.title!r} row {line}",
                    )
                    yield Row(part, place, {field: text for field, text in told.items() if text})
    finally:
        book.close()
    if not found:
        raise VocabularyError(
            f"词表 {path} 没有“名称”一列;表头见 docs/vocabulary.md",
            f"vocabulary {path} has no column 名称; docs/vocabulary.md shows the heads",
        )


def _cell(value: object) -> str:
    """A cell's text; a code that Excel took for a number keeps its digits."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()

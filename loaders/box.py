"""The information box of a page: 索引号, 文号, 发布机构, 成文日期 … and their values."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.dates import find_dates
from loaders.document_numbers import whole_number
from loaders.page_lines import Line
from loaders.page_rules import page_rules
from loaders.titles import read_title

#: a line of a box is shorter, in code points
_LONGEST = 400

#: links of the page that have no value
_LINKS = ("打印", "分享", "分享到", "字体", "字体大小", "字号大小")
#: behind a label, not inside a time of day
_COLON = re.compile(r"[一-鿿】]\s{0,4}:")
_EDGES = re.compile(r"[\s:|】\]•·]+")


class BoxField(NamedTuple):
    """A labelled value: its field (number, issuer, written, published, title, other), the label as written,
    and the value with its offsets. An empty value is an empty span."""

    field: str
    label: str
    start: int
    end: int
    value: str


def read_box_line(text: str, lines: list[Line], index: int) -> tuple[list[BoxField], int]:
    """The fields of a box line, and the index of the line behind them.

    Args:
        text: clean text.
        lines: of the page.
        index: of the line that may hold labels.

    A label alone at a line's end takes the next line as its value, unless that is a label itself: an empty
    value stays empty.
    """
    line = lines[index]
    labels = _loose_labels(text, line)
    if not labels:
        labels = list(page_rules().label.finditer(text, line.start, min(line.end, line.start + _LONGEST)))
    if not labels or not _leads(text, line, labels[0].start()):
        return [], index
    found = []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start() if following else line.end
        found.append(_field(text, label, label.end(), stop))
    index += 1
    last = found[-1]
    if not last.value and index < len(lines) and not _is_label_line(text, lines[index]):
        value = lines[index]
        named = last.field == "title" or read_title(text, lines, index) is None
        if not _may_be_value(last, value.text):
            named = False
        if named and (last.field != "other" or (":" in line.text and len(value.text) < 40)):
            found[-1] = _field(text, labels[-1], value.start, value.end)
            index += 1
    return found, index


def _loose_labels(text: str, line: Line) -> list[re.Match[str]]:
    """The labels of a line whose cells are parted by single blanks (索引号 A 成文日期 B), or the one label
    before a date or a number."""
    stop = min(line.end, line.start + _LONGEST)
    rules = page_rules()
    if not rules.loose_label.match(text, line.start, stop) or _COLON.search(text, line.start, stop):
        return []
    labels = list(rules.loose_label.finditer(text, line.start, stop))
    if len(labels) > 1:
        return labels
    value = text[labels[0].end() : stop].strip()
    return labels if whole_number(value) or [*find_dates(value)][:1] else []


def _may_be_value(label: BoxField, value: str) -> bool:
    """Whether the line below an empty label may be its value: a date below a date's label, no number below
    any label but a number's; links have none."""
    if label.field in ("written", "published", "updated"):
        return bool([*find_dates(value)][:1])
    return label.label not in _LINKS and (label.field == "number" or not whole_number(value))


def _leads(text: str, line: Line, start: int) -> bool:
    """Whether a label stands at the start of its line or cell; a site's name or a short word may come before
    it."""
    before = text[line.start : start].strip(" \t|:•·[【")
    return len(before) <= 30 and not re.search(r"[。;,]", before)


def _is_label_line(text: str, line: Line) -> bool:
    match = page_rules().label.search(text, line.start, line.end)
    return match is not None and not _EDGES.sub("", text[line.start : match.start()])


def _field(text: str, label: re.Match[str], start: int, stop: int) -> BoxField:
    name = re.sub(r"[\s【】]", "", label[0])
    edge = _EDGES.match(text, start, stop)
    first = edge.end() if edge else start
    cell = text.find("|", first, stop)
    last = cell if cell >= 0 else stop
    value = text[first:last].rstrip(" \t\u3000|•·[【")
    return BoxField(page_rules().field_of[name], name, first, first + len(value), value)

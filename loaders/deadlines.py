"""Dates until when something is to be done: 2023年12月底前, 6月底, 年底前."""

from __future__ import annotations

import re
from calendar import monthrange

from loaders.document import Span

_DEADLINE = re.compile(
    # what a date begins with, so that most places cost one look
    r"(?=[0-9年底末内上下一二三四第])"
    r"(?:(?:(?P<year>(?:19|20)\d\d)年?)?(?:(?P<month>1[0-2]|0?[1-9])月(?:份)?(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?"
    r"(?P<end>底|末)?|(?P<yearend>年?(?:底|末|内))|(?P<half>上半年|下半年)|(?P<quarter>[一二三四第]{1,2}季度))(?:之?前|以前|内)?"
    r"|(?P<alone>(?:19|20)\d\d)年(?:度|全年)?|(?P<dotted>(?:19|20)\d\d[.\-/](?:1[0-2]|0?[1-9])(?:[.\-/](?:3[01]|[12]\d|0?[1-9]))?))"
)


def deadline_in(text: str, span: Span) -> Span | None:
    """The clean span of the first date in a stretch of a clause, or None."""
    for match in _DEADLINE.finditer(text, *span):
        if (
            match["year"]
            or match["month"]
            or match["alone"]
            or match["dotted"]
            or match["yearend"]
            or match["half"]
        ):
            if match["yearend"] in ("内", "末", "底") and not match["year"]:
                continue
            return Span(match.start(), match.end())
    return None


def iso_deadline(written: str, year: int | None) -> str | None:
    """A date as YYYY or YYYY-MM-DD, or None where no year can be told.

    Args:
        written: as `deadline_in` found it.
        year: of the document, taken where the date names none.
    """
    match = _DEADLINE.match(written)
    if match is None:
        return None
    if match["dotted"]:
        parts = [int(part) for part in re.split(r"[.\-/]", match["dotted"])]
        return _iso(*parts)
    if match["alone"]:
        return match["alone"]
    told = int(match["year"]) if match["year"] else year
    if told is None:
        return None
    if match["month"]:
        return _iso(told, int(match["month"]), int(match["day"]) if match["day"] else None)
    if match["half"] == "上半年":
        return _iso(told, 6)
    return str(told)


def _iso(year: int, month: int, day: int | None = None) -> str:
    last = monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{min(day or last, last):02d}"

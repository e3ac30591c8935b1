"""When something is said to have begun, or to begin: the date that stands with what is done."""

from __future__ import annotations

import re

#: farther back a date belongs to something else
_REACH = 30
#: a date that is no deadline: neither 到2027年 nor 2027年底前
_DATE = re.compile(
    r"(?<![到至])((?:19|20)\d\d)年(?:(\d{1,2})月)?(?:(\d{1,2})日)?(?![\d度前末]|[一-鿿]?[底末前])"
)
#: what may stand between a date and the name: a verb of beginning
_BEGINS = re.compile(
    r"(?:起|以来)?,?[一-鿿]{0,12}?(?:启动|实施|开展|推出|推行|举办|试行|发起|提出|上线)[一-鿿]{0,8}“?"
)


def beginning(text: str, floor: int, start: int) -> str | None:
    """The date at which what is named at a clean offset begins: 2027年3月,启动…行动.

    Args:
        text: clean text.
        floor: where its sentence begins (clean offset).
        start: where the name begins (clean offset).

    Returns:
        YYYY, YYYY-MM or YYYY-MM-DD, or None; what must be done by a day (3月底前) is a deadline and none.
    """
    dates = list(_DATE.finditer(text, max(floor, start - _REACH), start))
    if not dates or not _BEGINS.fullmatch(text, dates[-1].end(), start):
        return None
    return "-".join(part.zfill(2) for part in dates[-1].groups() if part)

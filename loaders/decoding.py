"""Bytes become text: byte-order mark, then strict decoding, then scoring."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from loaders.rules import load_rules

#: Marks in the order they are tried: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_GBK = "gb18030"

#: Encodings of Chinese text without a mark. On equal scores the earlier one wins.
_CANDIDATES = ("utf-8", _GBK, "big5hkscs", "utf-16-le", "utf-16-be")

#: Bytes that are judged: enough prose to tell encodings apart, and the same time for every size of file.
_SAMPLE = 65_536

#: Of the judged code points, the share of undecodable bytes above which a file is no text in that encoding.
#: Mirror sites lose a character in some hundred; a wrong encoding loses one in ten or more.
_MOST_BAD = 0.05

#: The share of control characters above which a file is binary: texts hold hardly any.
_MOST_CONTROL = 0.01

#: The score from which on bytes are Chinese words, not chance.
_SURE_WORDS = 0.5

#: The score that plain prose has in its own encoding (0.4 to 0.6), and none in a wrong one (below 0.1).
_PROSE = 0.3

#: What a page's own word for its encoding is worth beside the score: it decides between equals.
_DECLARED = 0.1

#: The score below which bytes are no UTF-16 without a mark: nearly every pair of bytes is a character there.
_LEAST_UTF_16 = 0.15

_TWO_BYTES = re.compile("[\x80-\u07ff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file: its text without byte-order mark, and the encoding that was found."""

    text: str
    encoding: str


def _one_for_each_byte(error: UnicodeError) -> tuple[str, int]:
    """Handler for decoding errors: every undecodable byte becomes one U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _REPLACEMENT * (error.end - error.start), error.end


codecs.register_error("zhengtu.one-for-each-byte", _one_for_each_byte)


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """Decodes a file's bytes; None if they are no text in any encoding that is known.

    A byte-order mark decides; then UTF-8 that holds strictly (a hundred bytes of another encoding hardly ever
    do); then the encoding whose text looks most like Chinese prose. Undecodable bytes become one U+FFFD each.

    Args:
        data: the bytes.
        declared: what the file says of itself (HTML's charset); believed if its text is plausible.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _whole(data[len(mark) :], encoding)
    sample = data[:_SAMPLE]
    if b"\x00" not in sample:
        strict = _strict(data, "utf-8")
        if strict is not None and not _chance(strict.text, sample):
            return strict if _plausible(strict.text[:_SAMPLE]) else None
    # most of what is no UTF-8 is GBK: where it is plain prose, no other encoding needs a look
    if declared in (None, _GBK) and not sample.isascii() and _score(sample, _GBK) >= _PROSE:
        return _whole(data, _GBK)
    scores = {name: _score(sample, name) for name in dict.fromkeys((*_CANDIDATES, declared)) if name}
    if declared is not None:
        scores[declared] += _DECLARED
    encoding = max(scores, key=lambda name: scores[name])
    if encoding.startswith("utf-16") and scores[encoding] < _LEAST_UTF_16:
        return None
    return _whole(data, encoding)


def _chance(text: str, sample: bytes) -> bool:
    """Whether bytes hold as UTF-8 by chance: a word or two of GBK (通知) may, as letters of two bytes."""
    strange = _TWO_BYTES.findall(text[:_SAMPLE])
    if not strange or not _TWO_BYTES.sub("", text[:_SAMPLE]).isascii():
        return False
    return _score(sample, _GBK) >= _SURE_WORDS


def known_encoding(name: str) -> str | None:
    """The codec for a charset's name as pages give it (gb2312 is read as its superset gb18030, as browsers
    do), or None."""
    folded = name.strip().strip("\"'").lower()
    if folded in ("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "hz-gb-2312", "chinese"):
        return _GBK
    if folded in ("big5", "big5-hkscs", "cn-big5", "x-x-big5"):
        return "big5hkscs"
    return {"utf-8": "utf-8", "utf8": "utf-8", "utf-16": "utf-16-le", "utf-16le": "utf-16-le"}.get(
        folded, "utf-16-be" if folded == "utf-16be" else None
    )


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _whole(data: bytes, encoding: str) -> Decoded | None:
    decoded = Decoded(_lossy(data, encoding), encoding)
    return decoded if _plausible(decoded.text[:_SAMPLE]) else None


def _lossy(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "zhengtu.one-for-each-byte")


def _plausible(text: str) -> bool:
    """Whether text holds few enough undecodable bytes and control characters to be read."""
    size = max(len(text), 1)
    bad = text.count(_REPLACEMENT)
    # a sample may cut the last character, and a very short text may have one bad byte
    return bad <= 3 + _MOST_BAD * size and len(_CONTROL.findall(text)) <= _MOST_CONTROL * size


def _score(sample: bytes, encoding: str) -> float:
    """How much the sample looks like Chinese prose in an encoding: the share of very frequent characters
    among all but the ASCII ones, less what prose does not hold. Undecodable bytes count double."""
    text = _lossy(sample, encoding)
    if text.isascii() and not _CONTROL.search(text):
        return _SURE_WORDS
    size = max(len(_NOT_ASCII.findall(text)), 1)
    frequent = len(_frequent().findall(text))
    bad = text.count(_REPLACEMENT) + len(_PRIVATE.findall(text)) + len(_CONTROL.findall(text))
    return (frequent - 2 * bad) / size


@cache
def _frequent() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(load_rules("decoding")["frequent"].split())) + "]")

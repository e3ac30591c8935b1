"""Bytes become text, whatever the encoding and whatever was lost on the way."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.decoding import decode, known_encoding

SIMPLIFIED = (
    "云溪市人民政府办公室关于推进数据共享的通知。各县区要加强统筹,完善机制,确保各项工作落实。\r\n" * 4
)
TRADITIONAL = "雲溪市人民政府辦公室關於推進數據共享的通知。各縣區要加強統籌,完善機制,確保各項工作落實。\n" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
def test_an_encoding_without_a_mark_is_found(encoding: str) -> None:
    text = TRADITIONAL if encoding == "big5hkscs" else SIMPLIFIED
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_counts_nothing(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + SIMPLIFIED.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("place", [0, 60, -3])
def test_each_undecodable_byte_becomes_one_replacement_character(encoding: str, place: int) -> None:
    lines = SIMPLIFIED.split("\r\n")
    cut = len("\r\n".join(lines[:2]).encode(encoding)) if place == 60 else place
    data = SIMPLIFIED.encode(encoding)
    at = cut if cut >= 0 else len(data)
    decoded = decode(data[:at] + b"\xff\xff" + data[at:])
    assert decoded is not None
    assert decoded.encoding == encoding
    assert decoded.text.replace("\ufffd", "") == SIMPLIFIED
    assert decoded.text.count("\ufffd") == 2


def test_a_character_cut_in_half_costs_its_remaining_bytes() -> None:
    data = SIMPLIFIED.encode("utf-8")
    decoded = decode(data[:1] + data[3:])
    assert decoded is not None
    assert decoded.text == "\ufffd" + SIMPLIFIED[1:]


@pytest.mark.parametrize("text", ["通知", "关于印发方案的通知", "一、总体要求", "各县区人民政府:"])
def test_a_short_text_is_enough_for_the_usual_encodings(text: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        decoded = decode(text.encode(encoding))
        assert decoded is not None
        assert decoded.text == text


def test_plain_letters_are_utf_8() -> None:
    decoded = decode(b"hello, world")
    assert decoded is not None
    assert decoded.encoding == "utf-8"


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00" * 400, b"\x01\x02\x03\x04" * 100])
def test_binary_bytes_are_no_text(data: bytes) -> None:
    assert decode(data) is None


def test_a_declared_charset_is_believed_only_where_it_reads() -> None:
    data = SIMPLIFIED.encode("gb18030")
    for declared in ("gb18030", "utf-8", "big5hkscs"):
        decoded = decode(data, declared)
        assert decoded is not None
        assert decoded.text == SIMPLIFIED, declared


def test_charset_names_are_read_as_browsers_do() -> None:
    assert known_encoding("GB2312") == "gb18030"
    assert known_encoding(" 'utf8' ") == "utf-8"
    assert known_encoding("klingon") is None


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_crash_it(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or isinstance(decoded.text, str)


#: what documents are written in; two-byte UTF-8 (accents, C1 controls) may as well be a short word in GBK
_WRITTEN = st.one_of(
    st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    st.characters(min_codepoint=0x3001, max_codepoint=0x9FFF),
    st.sampled_from("“”—…①\n\U0001f600\U00020000"),
)


@settings(max_examples=60, deadline=None)
@given(st.text(_WRITTEN, max_size=80))
def test_what_utf_8_holds_comes_back(text: str) -> None:
    decoded = decode(text.encode("utf-8"))
    assert decoded is None or decoded.text == text

"""A file becomes a document, or one clear line says why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from loaders.reader import load, load_bytes
from ontology.errors import InputError

SHARED = Path(__file__).parents[3] / "shared" / "corpus"
TEXT = "云溪市數(shù)據局關于推進數據共享的通知\r\n一、總體要求\r\n"


def test_a_document_knows_its_bytes_its_raw_and_its_clean_text(tmp_path: Path) -> None:
    path = tmp_path / "通 知.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    document = load(path)
    assert document.name == "通 知.txt"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.raw == TEXT
    assert document.clean == "云溪市数据局关于推进数据共享的通知\n一、总体要求\n"
    assert document.encoding == "gb18030"
    start = document.clean.index("一、")
    span = document.source_map.raw(start, start + 6)
    assert document.raw[span.start : span.end] == "一、總體要求"


def test_names_are_kept_in_nfc() -> None:
    assert load_bytes(b"abc", "cafe\u0301.txt").name == "caf\u00e9.txt"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\xe3\x80\x80", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n\xff", "PDF"),
        (b"PK\x03\x04" + b"\x00" * 30, "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 30, "Office"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (bytes(range(256)) * 20, "not text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as refused:
        load_bytes(data, "某文件.txt")
    for language in ("zh", "en"):
        line = refused.value.in_language(language)
        assert "某文件.txt" in line
        assert "\n" not in line
    assert says in refused.value.in_language("en")


def test_a_path_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.txt", tmp_path):
        with pytest.raises(InputError, match="can't be opened"):
            load(path)


@pytest.mark.parametrize("character", ["一", "(", "（", "?", "数(shù)", "?耙", "打印", "「"])
def test_a_long_line_of_one_thing_is_read_quickly(character: str) -> None:
    document = load_bytes((character * (100_000 // len(character))).encode(), "a.txt")
    assert document.clean


@pytest.mark.shared
@pytest.mark.parametrize("name", ["dongying", "jimo", "qingdao145", "qingdao2023", "rizhao"])
def test_the_corpus_reads_clean(name: str) -> None:
    path = SHARED / f"{name}.txt"
    if not path.exists():
        pytest.skip("the reference corpus is not beside the project")
    document = load(path)
    assert not set("\r\ufffd數據設") & set(document.clean)
    assert not any(
        "\ue000" <= character <= "\uf8ff" or character in "āáǎàīíǐìūúǔù" for character in document.clean
    )


def test_a_file_larger_than_any_document_is_refused_at_once(tmp_path):
    path = tmp_path / "一行.txt"
    with path.open("wb") as file:
        for _ in range(50):
            file.write("数据".encode() * 170_000)
    with pytest.raises(InputError) as refused:
        load(path)
    assert "太大" in refused.value.message.zh and "\n" not in refused.value.message.zh
    with pytest.raises(InputError):
        load_bytes(path.read_bytes(), "一行.txt")

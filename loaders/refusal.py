"""Why a file can't be read, in one line: what, where, what to do."""

from __future__ import annotations

from ontology.errors import InputError

#: First bytes of formats that are known but not read: (bytes, offset, zh, en).
_FORMATS = (
    (b"%PDF-", "PDF 文件", "a PDF file"),
    (b"PK\x03\x04", "压缩包或 Office/WPS/OFD 文件", "an archive or an Office, WPS or OFD file"),
    (b"PK\x05\x06", "空压缩包", "an empty archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office/WPS 文件", "an old Office or WPS file"),
    (b"{\\rtf", "RTF 文件", "an RTF file"),
    (b"\x89PNG\r\n", "图片", "an image"),
    (b"\xff\xd8\xff", "图片", "an image"),
    (b"GIF8", "图片", "an image"),
    (b"II*\x00", "图片", "an image"),
    (b"MM\x00*", "图片", "an image"),
    (b"Rar!\x1a", "压缩包", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包", "an archive"),
    (b"\x1f\x8b", "压缩包", "an archive"),
    (b"SQLite format 3", "数据库文件", "a database file"),
    (b"\x7fELF", "程序", "a program"),
    (b"MZ\x90\x00", "程序", "a program"),
)

_ADVICE_ZH = "请转成 UTF-8 文本或 HTML 再读"
_ADVICE_EN = "convert it to UTF-8 text or HTML first"


def known_binary(data: bytes, name: str) -> InputError | None:
    """The refusal of a file whose first bytes show a format that is not read, or None."""
    for mark, zh, en in _FORMATS:
        if data.startswith(mark):
            return InputError(
                f"{name}:这是{zh},现在还不读;{_ADVICE_ZH}",
                f"{name}: this is {en}, which is not read; {_ADVICE_EN}",
            )
    return None


def no_text(name: str) -> InputError:
    """The refusal of bytes that are no text."""
    return InputError(
        f"{name}:不是文本,或编码无法辨认(已试 UTF-8、GB18030、Big5、UTF-16);{_ADVICE_ZH}",
        f"{name}: not text, or of an unknown encoding (tried UTF-8, GB18030, Big5, UTF-16); {_ADVICE_EN}",
    )


def empty(name: str) -> InputError:
    """The refusal of a file without a visible character."""
    return InputError(
        f"{name}:文件是空的;请检查是否下载完整",
        f"{name}: the file is empty; check that it was downloaded in full",
    )


def too_large(name: str, size: int, largest: int) -> InputError:
    """The refusal of a file that is larger than any document."""
    has, most = f"{size / 1e6:.0f} MB", f"{largest / 1e6:.0f} MB"
    return InputError(
        f"{name}:文件太大({has},至多 {most});请拆成一份文件一个文档再读",
        f"{name}: the file is too large ({has}, at most {most}); split it into one file a document",
    )


def unreadable(name: str, error: OSError) -> InputError:
    """The refusal of a path that can't be opened."""
    reason = error.strerror or type(error).__name__
    return InputError(
        f"{name}:打不开({reason});请检查路径和权限",
        f"{name}: can't be opened ({reason}); check the path and its permissions",
    )

"""An HTML page becomes raw text with its tables and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from loaders.decoding import decode, known_encoding
from loaders.html_nesting import bound_nesting
from loaders.html_text import PageText, page_text
from loaders.refusal import empty, no_text

_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".asp", ".aspx", ".jsp", ".php", ".jhtml")
_BEGINNING = re.compile(rb"\s*(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_CHARSET = re.compile(
    rb"""(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([a-zA-Z0-9_\-]{2,20})""", re.IGNORECASE
)

#: Bytes in which a page names its charset; browsers look at 1,024, Chinese sites put comments before.
_HEAD_BYTES = 4096
#: Bounds on what is kept of a page's <meta> elements.
_MOST_META, _LONGEST_META = 64, 2000


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its text with tables and link lines (spans in the text), encoding and origin."""

    content: PageText
    encoding: str
    origin: dict[str, str]


def is_html(data: bytes, name: str) -> bool:
    """Whether a file is a page, by its name or its first bytes."""
    return (
        name.lower().endswith(_ENDINGS) or _BEGINNING.match(data.lstrip(b"\xef\xbb\xbf")[:1024]) is not None
    )


def read_html(data: bytes, name: str) -> Page:
    """Reads a page.

    The encoding comes from a byte-order mark, then from strict UTF-8, then from what the page declares if its
    text is plausible so, then from scoring.

    Args:
        data: its bytes.
        name: for the error message.

    Raises:
        InputError: the bytes are no text, or the page shows none.
    """
    from selectolax.lexbor import LexborHTMLParser

    declared = _CHARSET.search(data[:_HEAD_BYTES])
    decoded = decode(data, known_encoding(declared[1].decode("ascii")) if declared else None)
    if decoded is None:
        raise no_text(name)
    tree = LexborHTMLParser(bound_nesting(decoded.text))
    if tree.body is None:
        raise empty(name)
    content = page_text(tree.body)
    if not content.text.strip():
        raise empty(name)
    return Page(content, decoded.encoding, _origin(tree))


def _origin(tree: Any) -> dict[str, str]:
    """<title> and <meta name=… content=…> (ArticleTitle, PubDate, ContentSource … on government sites)."""
    origin: dict[str, str] = {}
    title = tree.css_first("title")
    if title is not None and title.text().strip():
        origin["title"] = " ".join(title.text().split())[:_LONGEST_META]
    for meta in tree.css("meta")[:_MOST_META]:
        name, content = (meta.attributes.get(key) for key in ("name", "content"))
        if name and content and content.strip():
            origin.setdefault(name.strip()[:100], " ".join(content.split())[:_LONGEST_META])
    return origin

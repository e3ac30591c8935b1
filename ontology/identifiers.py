"""Identifiers of everything in the graph: full IRIs, readable, made from content alone.

A part of an identifier keeps Chinese as it is. What an IRI can't hold (blanks, `<>"{}|[]\\^` and the
backtick, control, private and invisible characters), what would be read as structure (`/ ? # %`) and the sign
`~`, which marks a shortened name, is percent-encoded in UTF-8: different names never meet in one identifier.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

#: the base that identifiers begin with unless the user gives another
DEFAULT_BASE = "https://zhengtu.example/"

#: code points of a name that are kept; what is longer is cut and gets a digest of the whole
LONGEST_PART = 80

#: written out, not asked of unicodedata: its tables differ between versions of Python
_UNSAFE = re.compile(
    '[\x00-\x20<>"{}|\\\\^`%/#?~\\[\\]\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000'
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\uffff\U000e0000-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000))
    + "]"
)
_OPENING = "([（［【〔〈„"
_CLOSING = ")]）］】〕〉‟"
_BRACKETS = str.maketrans(dict.fromkeys(_OPENING, "〔") | dict.fromkeys(_CLOSING, "〕"))


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits of SHA-256 over parts that are kept apart."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def folded_number(number: str) -> str:
    """A document number as its identity counts: width, bracket shape and blanks are folded.

    鲁政字[2021] 128号 and 鲁政字〔２０２１〕128号 are 鲁政字〔2021〕128号; another 字, year or number stays
    another.
    """
    bracketed = number.translate(_BRACKETS)
    plain = unicodedata.normalize("NFKC", bracketed).translate(_BRACKETS)
    # once more: taking out a blank may bring together what composes
    return unicodedata.normalize("NFKC", "".join(plain.split()))


def part(text: str) -> str:
    """A name as one part of an identifier; a long one is cut and ends in ~ and a digest of the whole.

    Args:
        text: any text, also a hostile one; compared in NFC.
    """
    name = unicodedata.normalize("NFC", text)
    if not name:
        return "~"
    ending = ""
    if len(name) > LONGEST_PART:
        name, ending = name[: LONGEST_PART - 20], "~" + digest(name)
    name = _UNSAFE.sub(_encoded, name)
    if name in (".", ".."):
        name = name.replace(".", "%2E")
    return name + ending


def _encoded(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "surrogatepass"))


class Identifiers:
    """Makes all identifiers of one base.

    Args:
        base_iri: an absolute IRI that identifiers begin with; ends in / or #, else / is added.
    """

    __slots__ = ("base",)

    def __init__(self, base_iri: str = DEFAULT_BASE) -> None:
        self.base = base_iri if base_iri.endswith(("/", "#")) else base_iri + "/"

    def _make(self, kind: str, *parts: str) -> str:
        return "/".join([self.base + kind, *parts])

    # the three kinds of named graph; a source's graph has the source's own identifier

    def source(self, sha256: str) -> str:
        """The source with these bytes, and its graph."""
        return self._make("source", sha256)

    @property
    def derived(self) -> str:
        """The graph of what follows from all sources."""
        return self.base + "derived"

    @property
    def reference(self) -> str:
        """The graph of ontology, regions and vocabulary."""
        return self.base + "reference"

    # what a source says

    def fact(self, fact_id: str) -> str:
        """A fact, by the id that it has in exports (`<16 digits>/<kind>/<16 digits>`)."""
        return self._make("fact", fact_id)

    def evidence(self, sha256: str, start: int, end: int) -> str:
        """A piece of evidence: raw code points start to end of a source."""
        return self._make("evidence", sha256[:16], f"{start}-{end}")

    def selector(self, evidence: str, kind: str) -> str:
        """A selector of a piece of evidence: `position` or `quote`."""
        return f"{evidence}/{kind}"

    def section(self, sha256: str, path: str) -> str:
        """A section of a source, by its path in the outline (二/(一)/3)."""
        return self._make("section", sha256[:16], part(path))

    def task(self, sha256: str, path: str, words: str) -> str:
        """A task: the words that a clause covers, under a heading of a source."""
        return self._make("task", sha256[:16], part(path or "0"), digest(words))

    # what sources share

    def region(self, code: str) -> str:
        """A region, by its code."""
        return self._make("region", part(code))

    def organization(self, region: str | None, name: str) -> str:
        """A body: region (code, None where nothing tells) and its name without that region."""
        return self._make("organization", part(region or "0"), part(name))

    def platform(self, region: str | None, name: str) -> str:
        """A platform: whose it is (code) and its name."""
        return self._make("platform", part(region or "0"), part(name))

    def platform_kind(self, name: str) -> str:
        """A kind of platform: 城市大脑."""
        return self._make("platform_kind", part(name))

    def initiative(self, name: str) -> str:
        """An initiative as a concept that regions share."""
        return self._make("initiative", part(name))

    def commitment(self, region: str | None, initiative: str) -> str:
        """What one region commits to: region (code) and the initiative's name."""
        return self._make("commitment", part(region or "0"), part(initiative))

    def indicator(self, name: str, scope: str = "") -> str:
        """A figure's name and what it is counted over."""
        return self._make("indicator", part(name), *([part(scope)] if scope else []))

    def target(self, region: str | None, stated: Mapping[str, Any]) -> str:
        """One region's figure: region (code) and all that is stated of it."""
        text = json.dumps(stated, ensure_ascii=False, sort_keys=True)
        return self._make("target", part(region or "0"), digest(text))

    def document(self, number: str | None = None, region: str | None = None, title: str = "") -> str:
        """A document as a work: by its number where it has one, else by its issuer's region (code) and
        title."""
        if number:
            return self._make("document", part(folded_number(number)))
        return self._make("document", part(region or "0"), part(title))

    def term(self, kind: str, name: str) -> str:
        """A term of the vocabulary as a SKOS concept."""
        return self._make("term", part(kind), part(name))

    def statement(self, subject: str, relation: str, object_: str) -> str:
        """The node of a direct edge, by the identifiers of its ends and the relation's name."""
        return self._make("statement", digest(subject, relation, object_))

"""The name that one item of a list holds: modifiers with an ending, a quotation, or a short word (云, 码)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.system_chunks import Item
from loaders.system_endings import QUOTES, shapes
from loaders.system_locators import is_generic, without_locator
from loaders.system_name import SystemName
from loaders.system_words import Token
from ontology.term import Term

_OF_LEVEL = re.compile("(?:国家|自治区|[省市州盟县区旗])级?(?:平台|系统)")
#: 2.0, but not 4.0新版本, 1.2万
_VERSION = re.compile(r"(?:[0-9]{1,2}\.[0-9]{1,2})(?![0-9.]{0,4}\s?(?:新?版|[%万亿个GTM]))")
_QUOTATION = re.compile("“([^“”\n]{1,24})”")
#: 全市政务系统: the bodies of a field, no box
_WHOLE = re.compile("全[省市县区州旗]")


class ItemReader:
    """Reads the names of items.

    Args:
        text: clean text.
        level: character of the document's own level.
        apps: names that the document shows to be apps.
        terms: terms of the vocabulary by their clean spans.
    """

    def __init__(
        self, text: str, level: str, apps: frozenset[str], terms: Mapping[tuple[int, int], Term]
    ) -> None:
        self._text, self._level, self._apps, self._terms = text, level, apps, terms

    def read(self, item: Item, sibling: bool) -> SystemName | None:
        """The name, or None.

        Args:
            item: of a list.
            sibling: whether another quotation of the list is a system.
        """
        return self.quoted(item, sibling) or self._with_head(item) or self._short(item)

    def _with_head(self, item: Item) -> SystemName | None:
        """Modifiers and an ending."""
        if item.head < 0:
            return None
        token, text = item.tokens[item.head], self._text
        start, end = item.tokens[0].start, self._after(item)
        ending = text[token.start : token.end]
        if shapes().not_before.match(text, end) or self._lacks_app(item, ending):
            return None
        if text[start] == "等":
            # A等服务平台, where A is no list that is read here
            return None
        if ending == "系统" and _WHOLE.match(text, start):
            return None
        name = without_locator(QUOTES.sub("", text[start:end]), self._level)
        if token.kind == "known":
            return SystemName(start, end, name, start, end, False, "known_platform")
        if not is_generic(name[: name.rfind(ending)], ending):
            return SystemName(start, end, name, start, end, False, "name_ending")
        if _OF_LEVEL.fullmatch(name):
            # 省级平台: no name, but it tells which end of a connection is meant
            return SystemName(start, end, name, start, end, True, "platform_of_level")
        return None

    def _lacks_app(self, item: Item, ending: str) -> bool:
        """Whether a branch (专区) has no app before it whose branch it is."""
        return ending in shapes().branches and not any(
            token.kind in ("quote", "known") or self._words(token) == "APP" for token in item.tokens
        )

    def _words(self, token: Token) -> str:
        return self._text[token.start : token.end]

    def _after(self, item: Item) -> int:
        """Where a name ends: with 体系, an abbreviation or a version behind its ending."""
        text, end = self._text, item.tokens[item.head].end
        if text.startswith("体系", end):
            end += 2
        if item.head + 1 < len(item.tokens) and item.tokens[item.head + 1].kind == "abbr":
            end = item.tokens[item.head + 1].end
        version = _VERSION.match(text, end)
        return version.end() if version else end

    def quoted(self, item: Item, sibling: bool) -> SystemName | None:
        """A quotation that is the name, or its last part, without any ending behind."""
        at = item.quote
        if at < 0 or item.head > at:
            return None
        token = item.tokens[at]
        words, form = self._text[token.start + 1 : token.end - 1], shapes()
        if form.not_before.match(self._text, token.end):
            return None
        known = self._is_known(token.start, words)
        if not known and not sibling and not self._looks_named(token.start, words):
            return None
        if not known and form.none.search(words):
            return None
        version = _VERSION.match(self._text, token.end)
        name, end = words + (version[0] if version else ""), version.end() if version else token.end
        rule = "known_platform" if known else "quoted_name"
        return SystemName(token.start, end, name, token.start, end, False, rule)

    def _is_known(self, start: int, words: str) -> bool:
        """Whether the vocabulary, or the document itself, knows the words behind a quotation mark."""
        term = self._terms.get((start + 1, start + 1 + len(words)))
        return bool(term and term.kind == "platform") or words in self._apps

    def _looks_named(self, start: int, words: str) -> bool:
        """Whether a quotation has the shape of a system's name, or follows 接入, 登录 …"""
        framed = len(words) <= 5 and self._text.endswith(shapes().frames, 0, start)
        return framed or bool(shapes().quoted.fullmatch(words))

    def quotations(self) -> list[int]:
        """Offsets of the quotations of the text that may be names by themselves."""
        found = ((match.start(), match[1]) for match in _QUOTATION.finditer(self._text))
        return [
            start for start, words in found if self._is_known(start, words) or self._looks_named(start, words)
        ]

    def _short(self, item: Item) -> SystemName | None:
        """云, 码 and 库: the whole item, of three to eight characters."""
        at = next((i for i, token in enumerate(item.tokens) if token.kind == "short"), -1)
        if at < 1:
            return None
        start, end = item.tokens[0].start, item.tokens[at].end
        following = self._text[end : end + 1]
        name = without_locator(self._text[start:end], self._level)
        ends = at == len(item.tokens) - 1 or item.tokens[at + 1].kind in ("weak", "count")
        ends = ends or following in "功应用上中内之" or name in shapes().bare
        if not 3 <= len(name) <= 8 or not ends:
            return None
        return SystemName(start, end, name, start, end, False, "name_ending")

"""Names of information systems, read by what names are: modifiers and an ending, or a quotation.

A name that the vocabulary knows, or that the document shows to be an app (“某易办”APP), is taken as is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from loaders.document import Span
from loaders.known_names import KnownName
from loaders.profile import Profile
from loaders.rules import load_rules
from loaders.system_chunks import Chunk, Item, chunks_of
from loaders.system_classes import class_of
from loaders.system_endings import QUOTES, app_names, shared_ending
from loaders.system_items import ItemReader
from loaders.system_locators import own_level, without_locator
from loaders.system_name import SystemName
from loaders.system_words import candidates, tokens_of

__all__ = ["NameReader", "SystemName", "systems_of"]

#: no name crosses one of these signs
_CLAUSE = re.compile("[^,;。:!?\n]+")
_LEVEL = re.compile("^(?:(?:省|市|州|盟|县|区|旗)级?)(?![民场政域])")
_PLACE = re.compile("[一-鿿]{1,4}?[市县区旗州]")


class NameReader:
    """Reads the names of one document.

    Args:
        text: clean text.
        known: names of the vocabulary in it.
        level: character of the document's own level, see system_locators.own_level.
    """

    def __init__(self, text: str, known: Sequence[KnownName], level: str) -> None:
        self._text, self._level = text, level
        apps = app_names(text)
        self._items = ItemReader(text, level, apps, {(one.start, one.end): one.term for one in known})
        self._spans = _known_spans(text, known, apps)
        quoted = self._items.quotations()
        self._places = sorted({*candidates(text), *quoted, *(start for start, _ in self._spans)})
        self._levels = frozenset(load_rules("platform_names")["levels"])

    def read(self, sentence: Span) -> Iterator[SystemName]:
        """The names of a sentence, left to right; only clauses with a possible name are looked at."""
        text, places = self._text, self._places
        at = bisect_left(places, sentence.start)
        if at == len(places) or places[at] >= sentence.end:
            return
        for clause in _CLAUSE.finditer(text, sentence.start, sentence.end):
            start, end = clause.span()
            at = bisect_left(places, start, at)
            if at == len(places) or places[at] >= sentence.end:
                return
            if places[at] < end:
                yield from self._of_clause(start, end)

    def _of_clause(self, start: int, end: int) -> Iterator[SystemName]:
        text, first = self._text, bisect_left(self._spans, (start, 0))
        last = bisect_left(self._spans, (end, 0))
        spans = [span for span in self._spans[first:last] if span[1] <= end]
        for chunk in chunks_of(text, tokens_of(text, start, end, spans), end):
            quoted = any(item.quote >= 0 and self._items.quoted(item, False) for item in chunk.items)
            yield from class_of(text, chunk, quoted) or self._listed(chunk, quoted)

    def _listed(self, chunk: Chunk, quoted: bool) -> Iterator[SystemName]:
        """The names of a list, each with the span of the list."""
        items = chunk.items
        if len(items) == 1:
            yield from self._single(chunk, quoted)
            return
        levels: list[str] = []
        found: list[SystemName] = []
        start = chunk.end
        for index, item in enumerate(items):
            if self._is_level(items, index):
                levels.append(self._words(item))
                start = chunk.start
                continue
            shared = shared_ending(self._text, items[index:]) if index + 1 < len(items) else ""
            for name in self._of_item(item, len(items), shared, bool(levels), quoted):
                found += self._at_levels(name, item, levels)
            levels = []
        if found:
            start = min([start, *(name.start for name in found)])
            end = max(name.end for name in found)
            if items[-1].head >= 0:
                # A、B三大平台建设: what is done stands behind the word that counts
                end = max(end, items[-1].tokens[items[-1].head].end)
            yield from (name._replace(list_start=start, list_end=end) for name in found)

    def _single(self, chunk: Chunk, quoted: bool) -> Iterator[SystemName]:
        """The name of what is no list."""
        item = chunk.items[0]
        if self._words(item) in self._levels:
            return
        name = self._items.read(item, quoted)
        if name:
            end = max(name.end, item.tokens[item.head].end) if item.head >= 0 else name.end
            start, stop, written, _, _, generic, rule = name
            yield SystemName(start, stop, written, min(chunk.end, start), end, generic, rule)

    def _words(self, item: Item) -> str:
        return self._text[item.tokens[0].start : item.tokens[-1].end]

    def _is_level(self, items: tuple[Item, ...], index: int) -> bool:
        """省 of 省、市X平台; 某县 of 某县、某区X平台."""
        words = self._words(items[index])
        if words in self._levels:
            return True
        if index + 1 == len(items) or not _PLACE.fullmatch(words):
            return False
        return bool(_PLACE.match(self._words(items[index + 1])))

    def _at_levels(self, name: SystemName, item: Item, levels: list[str]) -> list[SystemName]:
        """省、市X: X of each level; X carries the last level itself, behind 两级 it does not."""
        if not levels or name.generic:
            return [name]
        of_place = _PLACE.match(levels[0]) and levels[0] not in self._levels
        stem = _LEVEL.sub("", _PLACE.sub("", name.name, count=1) if of_place else name.name)
        wordings = [without_locator(level.removesuffix("级") + stem, self._level) for level in levels]
        found = [name._replace(name=wording) for wording in wordings]
        return found if item.counter else [*found, name]

    def _of_item(
        self, item: Item, count: int, shared: str, leveled: bool, quoted: bool
    ) -> Iterator[SystemName]:
        own = self._items.read(item, quoted)
        if own:
            # 三大平台 behind what was listed is none of its own
            if leveled or not item.counted or count == 1:
                yield own
        elif shared and item.head < 0 and not item.counted:
            start, end = item.tokens[0].start, item.tokens[-1].end
            stem = without_locator(QUOTES.sub("", self._text[start:end]), self._level)
            yield SystemName(start, end, stem + shared, start, end, False, "listed_ending")


def _known_spans(text: str, known: Sequence[KnownName], apps: frozenset[str]) -> list[tuple[int, int]]:
    """Where a name stands that no ending shows: of the vocabulary, or an app of this document."""
    spans = {
        (one.start, one.end)
        for one in known
        if one.term.kind == "platform" and one.term.owner and not one.term.name.endswith(("平台", "系统"))
    }
    if apps:
        names = sorted(apps, key=lambda name: (-len(name), name))
        pattern = re.compile("|".join(re.escape(name) for name in names))
        spans.update(match.span() for match in pattern.finditer(text))
    return sorted(spans)


def systems_of(
    text: str, sentences: Sequence[Span], known: Sequence[KnownName], profile: Profile
) -> list[tuple[Span, list[SystemName]]]:
    """The sentences that name systems, with the names.

    Args:
        text: clean text; sentences: of it.
        known: names of the vocabulary in it.
        profile: of the document; it tells whose 市 and 全市 only locate.
    """
    reader = NameReader(text, known, own_level(profile))
    rows = ((sentence, list(reader.read(sentence))) for sentence in sentences)
    return [(sentence, names) for sentence, names in rows if names]

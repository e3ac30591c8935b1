"""Names of bodies in lists that say what they are: A、B等行业领军企业."""

from __future__ import annotations

import re

import rjieba

from loaders.document import Span
from loaders.organization_names import Found
from loaders.organization_words import organization_words

#: how far before 等 its list may begin, in code points
_FAR = 120
_ITEM = re.compile("[^、]+")
_LIST_START = re.compile("[,。;:!?(\n]")
_NAME = re.compile("[0-9A-Za-z一-鿿·]{2,20}")
_OWN_ENDINGS = ("基地", "项目", "校区", "小镇", "产业城", "实验室")
_PROPER = ("nr", "ns", "nz", "eng")


def listed_names(text: str, sentence: Span) -> list[Found]:
    """The items of lists that a class of bodies closes; only those that are names.

    Args:
        text: clean text.
        sentence: clean span.
    """
    words, found = organization_words(), []
    for match in words.class_list.finditer(text, *sentence):
        start = max(sentence.start, match.start() - _FAR)
        for mark in _LIST_START.finditer(text, start, match.start()):
            start = mark.end()
        if text.find("、", start, match.start()) < 0:
            continue
        items = [Span(*item.span()) for item in _ITEM.finditer(text, start, match.start())]
        kind = words.classes[match["class"]]
        items[0] = _without_verbs(text, items[0])
        names = [text[item.start : item.end] for item in items]
        if any(_is_name(name) for name in names):
            # one name among them, and the others are names too: fields don't stand beside bodies
            found += [
                Found(item, kind)
                for item, name in zip(items, names, strict=True)
                if _NAME.fullmatch(name) and name not in words.generic
            ]
    return found


def _without_verbs(text: str, item: Span) -> Span:
    """The first item without the words that lead to the list: 引进A, 加强与A."""
    start = item.start
    stops = organization_words().stops
    place = item.start
    for word, tag in rjieba.tag(text[item.start : item.end]):
        place += len(word)
        if place < item.end and (
            word in stops or (tag.startswith(("p", "d", "v")) and start == place - len(word))
        ):
            start = place
    return Span(start, item.end)


def _is_name(name: str) -> bool:
    """Whether an item is a proper name, not a field or a class."""
    generic = organization_words().generic
    if name in generic:
        return False
    tagged = [(word, tag) for word, tag in rjieba.tag(name) if word not in generic]
    proper = any(tag.startswith(_PROPER) or not rjieba.has_word(word) for word, tag in tagged)
    if name.endswith(_OWN_ENDINGS):
        return bool(tagged) and len(name) >= 5
    return proper and (len(tagged) <= 2 or organization_words().ending.search(name) is not None)

"""Cuts the tokens of a sentence into chunks, and each chunk into the items that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.system_words import Token

HEADS = frozenset({"head", "store", "known"})
_NAMING = HEADS | {"quote", "short"}
_BORDERS = frozenset({"hard", "verb", "stop", "particle"})
#: they bound a name or not, by what stands around them
_UNSURE = frozenset({"weak", "join"})
#: without any of these a piece is one thing
_PARTING = frozenset({"list", "join", "count", "etc", "quote"})
#: tokens of the longest list that is read as one; more is no prose
_LONGEST = 200
#: with and to: behind 与 stands the other end of a connection, no second half of a name
_WITH = re.compile(r"[^,;。:!?\n]{0,60}?(?:互联|互通|对接|衔接|级联|联动|贯通|融合|集成|连通|联通|共享|联网)")


class Item(NamedTuple):
    """One thing of a list.

    Attributes:
        tokens: its words, from left to right.
        counted: behind 等 or a counting word (三大…): it sums up what was listed.
        counter: the counting word, else "".
        etc: behind 等.
        head: index of the token that ends the name, or -1.
        quote: index of the first quotation, or -1.
    """

    tokens: tuple[Token, ...]
    counted: bool = False
    counter: str = ""
    etc: bool = False
    head: int = -1
    quote: int = -1


class Chunk(NamedTuple):
    """What stands between two boundaries.

    Attributes:
        items: what it lists.
        start, end: clean offsets.
        plural: where a word for many begins that stands before it in its phrase (一批国内知名的…平台), or -1.
        clause_plural: the same with verbs between, anywhere in the clause, or -1.
    """

    items: tuple[Item, ...]
    start: int
    end: int
    plural: int = -1
    clause_plural: int = -1


def chunks_of(text: str, tokens: list[Token], stop: int) -> Iterator[Chunk]:
    """The chunks of a sentence that hold a name or a quotation.

    Args:
        text: clean text.
        tokens: of the sentence.
        stop: where the sentence ends.
    """
    piece: list[Token] = []
    plural, in_clause = -1, -1
    rows = [*tokens, Token("hard", stop, stop)]
    for index, token in enumerate(rows):
        kind = token.kind
        if len(piece) < _LONGEST and kind not in _BORDERS:
            following = rows[index + 1].kind
            if kind not in _UNSURE or not _bounds(text, token, piece, following):
                piece.append(token)
                continue
        kinds = {one.kind for one in piece}
        if not kinds.isdisjoint(_NAMING):
            plain = kinds.isdisjoint(_PARTING)
            items = (_item(piece),) if plain else tuple(_items(text, piece))
            yield Chunk(items, piece[0].start, piece[-1].end, plural, in_clause)
        mark = next(one.start for one in piece if one.kind == "mark") if "mark" in kinds else -1
        named = not kinds.isdisjoint(HEADS)
        # 一批国内知名的…平台, 各地已建的…系统: particles carry it on, a verb or a name ends it
        plural = -1 if named or kind in ("hard", "verb", "weak") else max(plural, mark)
        in_clause = -1 if named or kind == "hard" else max(in_clause, mark)
        piece = []


def _item(tokens: list[Token], counted: bool = False, counter: str = "", etc: bool = False) -> Item:
    head = quote = -1
    for index, token in enumerate(tokens):
        if token.kind in HEADS:
            head = index
        elif quote < 0 and token.kind == "quote":
            quote = index
    return Item(tuple(tokens), counted, counter, etc, head, quote)


def _bounds(text: str, token: Token, piece: list[Token], following: str) -> bool:
    """Whether a word that may stand in a name, or a conjunction, bounds one here."""
    last = piece[-1].kind if piece else ""
    if token.kind == "weak":
        if following == "mark":
            return True
        if last == "quote":
            # “无证明城市”支撑平台
            return following not in HEADS
        return last in ("", "list") or last in HEADS
    if token.kind == "join":
        return not piece or following in HEADS or bool(_WITH.match(text, token.end))
    return False


def _items(text: str, piece: list[Token]) -> Iterator[Item]:
    listed = any(token.kind == "list" for token in piece)
    tokens: list[Token] = []
    counted, counter, etc, before = False, "", False, False
    for index, token in enumerate(piece):
        cut = token.kind == "list" or (token.kind == "join" and _separates(piece, index, listed))
        sums = token.kind in ("count", "etc") and (before or any(map(_is_named, tokens)))
        if cut or sums or (token.kind == "quote" and _stands_alone(tokens)):
            if tokens:
                yield _item(tokens, counted, counter, etc)
            before = before or bool(tokens)
            counted, etc, counter = counted and not tokens, etc and not tokens, "" if tokens else counter
            tokens = [token] if token.kind == "quote" else []
        if sums:
            counted = True
            counter = text[token.start : token.end] if token.kind == "count" else counter
            etc = etc or token.kind == "etc"
        elif not cut and (not tokens or tokens[-1] is not token):
            tokens.append(token)
    if tokens:
        yield _item(tokens, counted, counter, etc)


def _is_named(token: Token) -> bool:
    return token.kind in HEADS or token.kind == "quote"


def _stands_alone(tokens: list[Token]) -> bool:
    """A quotation directly behind a quotation or a name begins an item of its own."""
    return bool(tokens) and _is_named(tokens[-1])


def _separates(piece: list[Token], index: int, listed: bool) -> bool:
    """Whether 和 stands between two names, not inside one (管理和服务平台)."""
    if index and (piece[index - 1].kind in HEADS or piece[index - 1].kind in ("quote", "abbr", "short")):
        return True
    later = piece[index + 1 :]
    if any(token.kind == "list" for token in later):
        return False
    if listed:
        return True
    return any(token.kind == "store" for token in later)

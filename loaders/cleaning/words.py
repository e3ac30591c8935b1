"""How much a piece of text looks like words: what damaged runs are weighed with."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_LONGEST = 4

#: What a character counts: within a word, as a frequent single one, as any other, and if prose has no use
#: for it.
_IN_WORD, _PARTICLE, _LONE, _STRANGE = 1.0, 0.3, -0.5, -2.0

_PARTICLES = frozenset(
    "的和与及等在为以对将由要把按并或其各市省区县镇局办一二三四五六七八九十、。“”《》()，（）；：,;: \u3000"
)


@cache
def word_ranks() -> dict[str, int]:
    """Frequent words with their rank, 0 for the most frequent."""
    lines = files(__package__).joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    return {word: rank for rank, word in enumerate(line for line in lines if not line.startswith("#"))}


def weigh(text: str) -> list[float]:
    """How much each character of simplified text speaks for it being prose (more is better).

    Words are taken greedily, the longest first, from left to right.
    """
    ranks = word_ranks()
    weights: list[float] = []
    at = 0
    while at < len(text):
        sizes = range(min(_LONGEST, len(text) - at), 1, -1)
        length = next((size for size in sizes if text[at : at + size] in ranks), 1)
        weights += [_IN_WORD] * length if length > 1 else [_weigh_one(text[at])]
        at += length
    return weights


def _weigh_one(character: str) -> float:
    if character in _PARTICLES:
        return _PARTICLE
    return _LONE if "一" <= character <= "\u9fff" or character.isascii() else _STRANGE


def best_word(left: str, character: str, right: str) -> tuple[int, int]:
    """The best word that `character` is part of between its neighbours: its length (0 if none) and rank
    negated, so that the larger pair is the better one."""
    around = left[-_LONGEST + 1 :] + character + right[: _LONGEST - 1]
    place = len(left[-_LONGEST + 1 :])
    ranks = word_ranks()
    found = (
        (size, -ranks[word])
        for size in range(2, _LONGEST + 1)
        for start in range(max(0, place - size + 1), place + 1)
        if (word := around[start : start + size]) in ranks and start + size <= len(around)
    )
    return max(found, default=(0, 0))

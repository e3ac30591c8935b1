"""Text that remembers where each of its code points came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from loaders.document import SourceMap


class Edit(NamedTuple):
    """Words to put in the place of `text[start:end]`.

    Attributes:
        start, end: range in the text as it is before any edit of the same batch.
        words: what stands there afterwards, perhaps nothing.
        origins: for each code point of `words` the range it stands for, within start and end; without them
            words of the same length stand for the old ones one by one, others each for the whole range.
    """

    start: int
    end: int
    words: str
    origins: tuple[tuple[int, int], ...] | None = None


class MappedText:
    """A text under cleaning.

    Every stage either puts another text of the same length in its place (`exchange`), which costs the map
    nothing, or takes pieces out (`cut`) or hands in edits (`edit`), which cost what they touch and one copy
    of the rest. As long as nothing was moved the map is the identity and takes no memory.
    """

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: array[int] | None = None
        self._ends: array[int] | None = None

    def exchange(self, text: str) -> None:
        """Puts a text in place that stands code point for code point for the old one.

        Raises:
            ValueError: the lengths differ.
        """
        if len(text) != len(self.text):
            raise ValueError("a text of another length needs edits")
        self.text = text

    def cut(self, spans: Sequence[tuple[int, int]]) -> None:
        """Takes out spans, given in reading order and apart from each other."""
        if not spans:
            return
        starts = [0, *(end for _, end in spans)]
        ends = [*(start for start, _ in spans), len(self.text)]
        text = self.text
        self.text = "".join([text[start:end] for start, end in zip(starts, ends, strict=True)])
        kept = chain.from_iterable(map(range, starts, ends))
        if self._starts is None:
            self._starts = array("I", kept)
        elif self._ends is None:
            self._starts = array("I", map(self._starts.__getitem__, kept))
        else:
            places = list(kept)
            self._starts = array("I", map(self._starts.__getitem__, places))
            self._ends = array("I", map(self._ends.__getitem__, places))

    def edit(self, edits: Iterable[Edit]) -> None:
        """Applies edits, given in reading order and apart from each other.

        Raises:
            ValueError: edits overlap or are out of order.
        """
        batch = list(edits)
        if not batch:
            return
        old_starts, old_ends = self._arrays()
        pieces: list[str] = []
        starts, ends = array("I"), array("I")
        done = 0
        for edit in batch:
            if edit.start < done:
                raise ValueError("edits overlap or are out of order")
            pieces += (self.text[done : edit.start], edit.words)
            starts += old_starts[done : edit.start]
            ends += old_ends[done : edit.start]
            for first, behind in _origins(edit):
                starts.append(old_starts[first])
                ends.append(old_ends[behind - 1])
            done = edit.end
        pieces.append(self.text[done:])
        starts += old_starts[done:]
        ends += old_ends[done:]
        self.text, self._starts, self._ends = "".join(pieces), starts, ends

    def _arrays(self) -> tuple[array[int], array[int]]:
        starts = self._starts if self._starts is not None else array("I", range(len(self.text)))
        ends = self._ends if self._ends is not None else array("I", (start + 1 for start in starts))
        return starts, ends

    def source_map(self) -> SourceMap:
        """The map from the text as it is now to the text as it was given."""
        return SourceMap(len(self.text), self._starts, self._ends)


def _origins(edit: Edit) -> Iterable[tuple[int, int]]:
    if edit.origins is not None:
        return edit.origins
    if len(edit.words) == edit.end - edit.start:
        return pairwise(range(edit.start, edit.end + 1))
    return ((edit.start, edit.end),) * len(edit.words)

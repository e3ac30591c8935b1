"""Names of bodies in lists: what hangs together, what a local prefix stands for, how a list carries it on."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.body_list import body_spans, in_brackets, trimmed
from loaders.body_names import Body, BodyNamer, place_of
from loaders.body_words import listed, type_of
from loaders.document import Span
from loaders.prefixes import expand_prefix
from loaders.profile import Profile
from ontology.regions import Region
from ontology.vocabulary import Vocabulary

__all__ = ["Body", "BodyReader", "entries", "read_bodies"]

_SEPARATOR = re.compile("[、,;。\n]")
_BRACKETED = re.compile(r"[(〔][^()〔〕]*[)〕]")
_PLAIN_GROUP = re.compile("^(?!各).*(?:有关|相关|直属|直|级)部门$")
#: a group whose words go on: 市直有关部门、单位
_PLAIN_GROUP = re.compile("^(?!各).*(?:有关|相关|直属|直|级)部门$")
#: what stands behind a place in a list, at most 150 code points
_LIST = re.compile("、[^,;。()\n]{2,150}")


class BodyReader:
    """Reads the entries of one list after the other.

    Args:
        text: clean text.
        profile, vocabulary: of the document.
    """

    def __init__(self, text: str, profile: Profile, vocabulary: Vocabulary) -> None:
        self._text = text
        self._namer = BodyNamer(text, profile, vocabulary)
        self._held: int | None = None
        self._last: Body | None = None
        self._places: list[tuple[Span, Region]] = []

    def border(self) -> None:
        """A `,` `;` or `。`: nothing is carried over it."""
        self._namer.forget()
        self._last = self._held = None
        self._places = []

    def entry(self, span: Span, lenient: bool = False) -> list[Body] | None:
        """The bodies of one entry of a list.

        Args:
            span: of the entry.
            lenient: whether a name with an unknown ending counts (behind a label everything is a body).

        Returns:
            the bodies (the first may widen the one read before, with the same start); [] for a part that
            belongs to its neighbour (各镇、街); None when it is no body.
        """
        span = trimmed(self._text, span)
        written = self._text[span.start : span.end]
        if self._nothing_waits() and self._namer.is_plain(written):
            return [self._remember(self._namer.named(span))]
        if (joined := self._joined(written, span)) is not None:
            return joined
        if self._held is not None:
            span = Span(self._held, span.end)
            self._held = None
        if each := self._carried_each(written, span):
            return [each]
        if (ended := self._shared_ending(span)) is not None:
            return ended
        spans = body_spans(self._text, span)
        if not spans and lenient and 2 <= len(written) <= 30:
            spans = [span]
        bodies: list[Body] = []
        for part in spans:
            part_written = self._text[part.start : part.end]
            each = self._carried_each(part_written, part) if bodies else None
            bodies.append(each or self._remember(self._namer.named(part)))
        return bodies or None

    def _nothing_waits(self) -> bool:
        """Whether no word before is completed by the next, as 各镇 is by 街."""
        last = self._last
        return self._held is None and not self._places and (last is None or not last.group)

    def _remember(self, body: Body) -> Body:
        self._last = body
        return body

    # --- groups whose words are listed ----------------------------------------------------------

    def _joined(self, written: str, span: Span) -> list[Body] | None:
        """各镇、街 and 各县、区人民政府: one group in parts; a first part without 各 waits for the rest."""
        places, last = listed("place_words"), self._last
        if last is not None and written == "单位" and _PLAIN_GROUP.search(last.bare):
            # 市直有关部门、单位 is one group
            return [self._widened(last, written, span, "、")]
        if last is not None and written == "单位" and _PLAIN_GROUP.search(last.bare):
            # 市直有关部门、单位 is one group
            return [self._widened(last, written, span, "、")]
        if last is None or not last.group or not _only_places(last.written):
            if written in places and self._held is None:
                self._held = span.start
                return []
            return None
        if last.written == "各级" and written.startswith("各"):
            return [self._widened(last, written, span, "")]
        head = next((place for place in places if written.startswith(place)), None)
        if head is None or (written in listed("carries_each") and written not in places):
            return None
        rest = re.sub(f"^{_BRACKETED.pattern}", "", written[len(head) :])
        if rest and rest not in listed("place_endings") and rest not in places:
            return None
        # 镇街 is a word of its own, so that 各镇、街 is written 各镇街
        mark = "" if last.written + written == "各镇街" else "、"
        return [self._widened(last, written, span, mark)]

    def _widened(self, last: Body, written: str, span: Span, mark: str) -> Body:
        """The group read before, with one more word."""
        return self._remember(
            replace(
                last,
                name=last.name + mark + written,
                written=self._text[last.span.start : span.end],
                bare=last.bare + mark + written,
                span=Span(last.span.start, span.end),
                type=type_of(written) or last.type,
            )
        )

    def _carried_each(self, written: str, span: Span) -> Body | None:
        """功能区 in 各镇、街、功能区 stands for 各功能区, 政府 in 各级党委、政府 for 各级政府."""
        last = self._last
        if last is None or not last.group or not last.bare.startswith("各"):
            return None
        if written not in listed("carries_each") and not self._other_level(written):
            return None
        whose = "各级" if last.bare.startswith("各级") else "各"
        if written in ("政府", "人民政府") and (party := re.fullmatch("(各.+?)(?:党委|委)", last.bare)):
            # 各县(市、区)委、政府: the same places
            whose = party[1]
        return self._remember(self._namer.at_home(whose + written, written, span, "carried"))

    def _other_level(self, written: str) -> bool:
        """市人民政府 behind 各盟行政公署 in a region's document: the governments of a level below."""
        place = next((place for place in listed("place_words") if written.startswith(place)), "")
        if not place or written[len(place) :] not in listed("place_endings"):
            return False
        return expand_prefix(written, self._namer.home, self._namer.regions)[2] != "prefix"

    # --- places that share an ending ------------------------------------------------------------

    def _shared_ending(self, span: Span) -> list[Body] | None:
        """枕江区、望沧市政府: places listed before the word 政府 that they share; the places wait for it."""
        if not self._places and self._text[span.end : span.end + 1] != "、":
            return None
        name = self._text[span.start : span.end]
        place = place_of(name, self._namer.home, self._namer.regions)
        if place is None:
            return None
        ending = name[place[1] :]
        if not ending:
            if not self._ending_follows(span.end):
                return None
            self._places.append((span, place[0]))
            return []
        waiting, self._places = self._places, []
        if not waiting or ending not in listed("place_endings"):
            return None
        kind = type_of(ending) or "government"
        bodies = []
        for at, region in waiting:
            written = self._text[at.start : at.end]
            bodies.append(Body(written + ending, written, at, region.code, ending, "carried", False, kind))
        return [*bodies, self._remember(self._namer.named(span))]

    def _ending_follows(self, offset: int) -> bool:
        """Whether more places follow, the last of them with an ending they share."""
        following = _LIST.match(self._text, offset)
        for piece in following[0].split("、")[1:] if following else ():
            place = place_of(piece, self._namer.home, self._namer.regions)
            if place is None:
                return False
            if place[1] < len(piece):
                return piece[place[1] :].startswith(listed("place_endings"))
        return False


def _only_places(written: str) -> bool:
    """Whether a group is 各 and words of places only: 各镇, 各市(州), 各级."""
    bare = _BRACKETED.sub("", written)
    parts = re.sub("^各", "", bare).split("、")
    return bare.startswith("各") and all(part in listed("place_words") or part == "级" for part in parts)


def read_bodies(text: str, span: Span, profile: Profile, vocabulary: Vocabulary) -> list[Body]:
    """The bodies of a list such as 区委网信办,区公安分局、大数据发展管理局,各有关单位.

    Args:
        text: the clean text.
        span: of the list, without label and verb.
        profile, vocabulary: of the document.
    """
    reader = BodyReader(text, profile, vocabulary)
    bodies: list[Body] = []
    for mark, part in entries(text, span):
        if mark and mark != "、":
            reader.border()
        for body in reader.entry(part, lenient=True) or ():
            if bodies and bodies[-1].span.start == body.span.start:
                bodies.pop()
            bodies.append(body)
    return bodies


def entries(text: str, span: Span) -> list[tuple[str, Span]]:
    """The entries of a list with the mark before each, "" before the first; marks in brackets don't count."""
    closed = in_brackets(text, *span)
    found: list[tuple[str, Span]] = []
    mark, start, bracket = "", span.start, 0
    for match in _SEPARATOR.finditer(text, *span):
        while bracket < len(closed) and closed[bracket].end <= match.start():
            bracket += 1
        if bracket < len(closed) and closed[bracket].start < match.start():
            continue
        found.append((mark, Span(start, match.start())))
        mark, start = match[0], match.end()
    found.append((mark, Span(start, span.end)))
    return [(mark, part) for mark, part in found if text[part.start : part.end].strip()]

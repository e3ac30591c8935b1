"""Citations: other papers in 《》, numbers that stand alone, and standards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.citation_context import Context, is_paper, read_context
from loaders.document import Span
from loaders.facts import Fact
from loaders.prefixes import expand_prefix
from loaders.quoted_titles import Quoted, bare_numbers, cited_standards, quoted_titles
from loaders.reading import Reading
from loaders.titles import same_title

#: 《规划》, 《工作要点》: the paper itself or one named before, whether or not 以下简称 said so
_KIND_ONLY = re.compile(
    r"(?:本|该)?(?:工作|实施|行动|总体|发展|建设|指导|若干)?(?:规划|方案|要点|意见|办法|通知|纲要|条例|计划|规定|细则|措施|决定|通告|公告|报告|指南|规范)\Z"
)


def read_citations(reading: Reading) -> Iterator[Fact]:
    """Facts of kind citation.

    Fields: title (without marks; null where only a number stands), number, relation (basis, cites), action
    (what is done to the paper: 出台, 修订 …), issuer (the organ named before the mark).
    """
    covered: list[Span] = []
    own = {same_title(title) for title in reading.profile.titles}
    before: Context | None = None
    gap = 0
    for quoted in quoted_titles(reading.text):
        if quoted.start < gap:
            # 《通知》 in the bracket with the number: the short title of the paper before it
            continue
        covered.append(Span(quoted.start, quoted.end))
        context = read_context(reading.text, quoted.start, quoted.end, before, gap)
        before, gap = context, quoted.end
        if not _is_own(reading, quoted, own) and is_paper(reading.text, quoted.start, quoted.title or ""):
            yield from _fact(reading, quoted, context, "title_in_marks")
    covered += [mention.span for mention in reading.profile.mentions]
    numbers = {mention.value for mention in reading.profile.mentions if mention.field == "number"}
    for rule, found in (
        ("standard", cited_standards(reading.text)),
        ("number_alone", bare_numbers(reading.text)),
    ):
        for quoted in found:
            if quoted.number in numbers:
                # a page shows the document's own number more than once
                continue
            if not any(span.start <= quoted.start < span.end for span in covered):
                context = read_context(reading.text, quoted.start, quoted.end, None, 0)
                yield from _fact(reading, quoted, context, rule)


def _is_own(reading: Reading, quoted: Quoted, own: set[str]) -> bool:
    """Whether a title is the document's own or a short one of a paper named before."""
    title = quoted.title or ""
    if _KIND_ONLY.match(title) or title in reading.profile.short_titles:
        return True
    if quoted.number and quoted.number == reading.profile.number:
        return True
    return same_title(title) in own


def _fact(reading: Reading, quoted: Quoted, context: Context, rule: str) -> Iterator[Fact]:
    """The fact, unless it stands in page furniture."""
    sentence = reading.sentence_at(quoted.start)
    if sentence.start == sentence.end:
        return
    issuer = context.issuer
    if issuer:
        home, regions = reading.profile.region, reading.vocabulary.regions
        issuer = "、".join(expand_prefix(name, home, regions)[0] for name in issuer.split("、"))
    yield reading.fact(
        "citation",
        quoted.start,
        quoted.end,
        rule=rule,
        sentence=sentence,
        title=quoted.title,
        number=quoted.number,
        relation=context.relation,
        action=context.action,
        issuer=issuer,
    )

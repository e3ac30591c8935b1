"""info: what was read, what was refused, and where something may have been missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengtu.cli.frame import argument, command, option
from zhengtu.cli.labels import FACT_KINDS, fact_kind
from zhengtu.cli.notes import note, refused
from zhengtu.cli.output import output_option
from zhengtu.cli.settings import Settings
from zhengtu.cli.tables import Table, form_option, write_table
from zhengtu.language import current_language, say, t

if TYPE_CHECKING:
    from graph.api import DocumentInfo, Graph


@command(
    "info",
    zh="图里的文件:标题、发文机关、文号、日期、地区,各类事实多少,有多少句读出了事实;未读的文件和原因。\n"
    "“疑似漏读”是看来应有事实却没有读出的句子;--unread 逐句列出,并说明为什么像。",
    en="The documents: title, issuer, number, date, region, facts by kind, share of sentences with a fact; "
    "what was refused and why.\n“silent” sentences look as if they held a fact that was not read; "
    "--unread lists them.",
)
@argument("docs", zh="文件…", en="DOC…", nargs=-1)
@option("--unread", is_flag=True, zh="逐句列出疑似漏读的句子", en="list the silent sentences")
@form_option
@output_option
def info_command(
    settings: Settings, docs: tuple[str, ...], unread: bool, form: str, output: str | None
) -> None:
    """Shows documents, or their silent sentences."""
    from graph.api import open_graph

    with open_graph(settings.graph) as graph:
        documents = _chosen(graph, docs)
        if unread:
            _unread(graph, documents, form, output)
            return
        data = _data(graph, {one.doc for one in documents} if docs else None)
        write_table(_table(documents, wide=form == "csv"), form, output, data)
        for refusal in () if docs else graph.refused:
            refused(refusal)
        if not documents:
            note(settings, t("图里还没有文件;请用 build 读入。", "there are no documents yet; use build"))


def _chosen(graph: Graph, docs: tuple[str, ...]) -> list[DocumentInfo]:
    """The documents asked for, all when none is named."""
    for doc in docs:
        graph.sha256(doc)  # names the nearest when there is no such document
    return [one for one in graph.documents() if not docs or one.doc in docs]


def _data(graph: Graph, docs: set[str] | None) -> dict[str, Any]:
    """The JSON form, of all documents or of some."""
    data = graph.info()
    for row in data["refused"]:
        row["reason"] = say(row["reason"])
    return {name: [row for row in rows if docs is None or row["doc"] in docs] for name, rows in data.items()}


def _table(documents: list[DocumentInfo], wide: bool) -> Table:
    """One row a document; CSV gets a column for each kind, people one cell for all."""
    heads = [
        t("文件", "document"),
        t("标题", "title"),
        t("发文机关", "issuer"),
        t("文号", "number"),
        t("日期", "date"),
        t("地区", "region"),
        *([fact_kind(kind) for kind in FACT_KINDS] if wide else [t("事实", "facts")]),
        t("句子", "sentences"),
        t("有事实的句子", "with a fact"),
        t("疑似漏读", "silent"),
    ]
    rows = []
    for one in documents:
        counted = {kind: one.facts.get(kind, 0) for kind in FACT_KINDS}
        told = t("、", ", ").join(f"{fact_kind(kind)} {count}" for kind, count in counted.items() if count)
        share = f"{one.with_fact / one.sentences:.0%}" if one.sentences else ""
        facts: list[object] = list(counted.values()) if wide else [told]
        head = [one.doc, one.title, one.issuer, one.number, one.date, one.region]
        rows.append([*head, *facts, one.sentences, share, one.silent])
    return Table(heads, rows)


def _unread(graph: Graph, documents: list[DocumentInfo], form: str, output: str | None) -> None:
    from graph.silent import signs

    heads = [t(zh, en) for zh, en in (("文件", "document"), ("起", "start"), ("止", "end"))]
    heads += [t("像是", "looks like"), t("所在", "path"), t("句子", "sentence")]
    rows: list[list[object]] = []
    data = []
    for document in documents:
        for one in graph.silent_sentences(document.doc):
            why = [reason.in_language(current_language()) for reason in signs(one.text)]
            rows.append([one.doc, one.start, one.end, t("、", ", ").join(why), one.path, one.text])
            data.append(
                {
                    "doc": one.doc,
                    "start": one.start,
                    "end": one.end,
                    "why": why,
                    "path": one.path,
                    "text": one.text,
                }
            )
    write_table(Table(heads, rows), form, output, data)

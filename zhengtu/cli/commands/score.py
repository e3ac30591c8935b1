"""score: facts against gold."""

from __future__ import annotations

import dataclasses
from typing import Any

from zhengtu.cli.frame import argument, command, option
from zhengtu.cli.labels import fact_kind
from zhengtu.cli.notes import note
from zhengtu.cli.output import output_option
from zhengtu.cli.settings import Settings
from zhengtu.cli.tables import Table, form_option, write_table
from zhengtu.language import t
from zhengtu.score import WAYS, Figures, KindScore, pooled, score_files


@command(
    "score",
    zh="与标准答案比对:按类别、按文件给出准确率、召回率、F1。\n"
    "严格:名称相同,且证据与标准答案的句子重叠;宽松:名称可略有出入。\n"
    "标准答案以文件命名(甲.jsonl 对应 doc 含“甲”的事实)。",
    en="Figures against gold, by kind and document.\nstrict: equal names, and evidence that overlaps the "
    "gold's sentence; relaxed: names may differ a little. A gold file is named after its document.",
)
@argument("predicted", zh="读出的事实", en="PREDICTED")
@argument("gold", zh="标准答案…", en="GOLD…", nargs=-1, required=True)
@option(
    "--errors",
    metavar="KIND",
    zh="列出某类(all:全部)漏读和误读的",
    en="list what was missed or wrong (all: every kind)",
)
@form_option
@output_option
def score_command(
    settings: Settings,
    predicted: str,
    gold: tuple[str, ...],
    errors: str | None,
    form: str,
    output: str | None,
) -> None:
    """Compares and shows the figures."""
    scores = score_files(predicted, gold)
    write_table(_table(scores), form, output, _as_json(scores))
    if errors:
        for line in _errors(scores, errors):
            note(settings, line)


def _table(scores: dict[str, dict[str, KindScore]]) -> Table:
    heads = [
        t("文件", "document"),
        t("类别", "kind"),
        t("标准", "gold"),
        t("读出", "found"),
        *(
            f"{way} {figure}"
            for way in (t("严格", "strict"), t("宽松", "relaxed"))
            for figure in ("P", "R", "F1")
        ),
        t("其他字段", "further fields"),
    ]
    rows: list[list[object]] = []
    for document, kinds in scores.items():
        for kind, one in kinds.items():
            attributes = " ".join(f"{name} {share:.2f}" for name, share in one.attributes.items())
            figures = (one.strict, one.relaxed)
            rows.append([document, fact_kind(kind), one.gold, one.found, *_cells(figures), attributes])
    together = pooled(scores.values())
    for kind in dict.fromkeys(name for name, _ in together):
        strict, relaxed = (together[kind, way] for way in WAYS)
        name = t("合计", "total") if kind == "total" else fact_kind(kind)
        rows.append([t("全部", "all"), name, strict.gold, strict.found, *_cells((strict, relaxed)), ""])
    return Table(heads, rows)


def _cells(figures: tuple[Figures, Figures]) -> list[str]:
    return [f"{number:.3f}" for one in figures for number in (one.precision, one.recall, one.f1)]


def _as_json(scores: dict[str, dict[str, KindScore]]) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    for document, kinds in scores.items():
        answer[document] = {
            kind: {"gold": one.gold, "found": one.found}
            | {way: _figures(getattr(one, way)) for way in WAYS}
            | dict(one.attributes)
            for kind, one in kinds.items()
        }
        total = pooled([kinds])
        if total:
            answer[document]["total"] = {"gold": total["total", "strict"].gold} | {
                way: _figures(total["total", way]) for way in WAYS
            }
    answer["pooled"] = {
        f"{kind} {way}": dataclasses.asdict(one) | {"f1": one.f1}
        for (kind, way), one in pooled(scores.values()).items()
    }
    return answer


def _figures(one: Figures) -> dict[str, float]:
    return {"precision": one.precision, "recall": one.recall, "f1": one.f1, "hit": one.hit}


#: what tells a fact in a list of errors
_STATED = ("field", "name", "title", "organization", "role", "source", "target", "value", "unit")


def _errors(scores: dict[str, dict[str, KindScore]], wanted: str) -> list[str]:
    lines = []
    for document, kinds in scores.items():
        for kind, one in kinds.items():
            if wanted not in (kind, "all"):
                continue
            for title, rows in ((t("漏读", "missed"), one.missed), (t("误读", "wrong"), one.wrong)):
                for row in rows:
                    stated = "/".join(str(row[name]) for name in _STATED if row.get(name))
                    place = f"@{row.get('start', '')} {row.get('quote', '')[:60]}"
                    lines.append(f"{document} {fact_kind(kind)} {title}: {stated} {place}")
    return lines

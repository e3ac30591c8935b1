"""What the program offers, as its help lists it: without click, so that help opens at once."""

from __future__ import annotations

from ontology.bilingual import Bilingual

ABOUT = Bilingual(
    "政图:把公文读成有据可查的图。每一条事实都带着原文里的那句话。",
    "Zhengtu reads Chinese policy documents into one graph of facts, each with the sentence it rests on.",
)

#: command -> (module under zhengtu.cli.commands, its one line), in the order of work
COMMANDS: dict[str, tuple[str, Bilingual]] = {
    "demo": (
        "demo",
        Bilingual("读示例文件,建图,给出两个有据可查的回答", "reads the examples and answers two questions"),
    ),
    "build": (
        "build",
        Bilingual("把文件和文件夹读进图目录", "reads files and folders into the graph directory"),
    ),
    "remove": ("build", Bilingual("从图目录里去掉文件", "takes documents out again")),
    "info": (
        "info",
        Bilingual(
            "图里有哪些文件,读出了多少,漏了什么",
            "which documents there are, what was read, what may be missed",
        ),
    ),
    "ask": ("ask", Bilingual("现成的问题;不带参数列出全部", "a named query; alone it lists them")),
    "show": ("show", Bilingual("一个机构、平台、举措……的全部所知", "everything known of one entity")),
    "search": ("search", Bilingual("按词查找实体和句子", "finds entities and sentences")),
    "sparql": ("sparql", Bilingual("自己写的 SPARQL 查询(只读)", "your own SPARQL query (read-only)")),
    "facts": (
        "facts",
        Bilingual("不建图,直接读出事实(JSON Lines)", "reads facts without a graph (JSON Lines)"),
    ),
    "text": ("text", Bilingual("偏移量所数的纯文本", "the plain text that offsets count in")),
    "export": ("export", Bilingual("导出事实、实体、三元组、RDF", "exports facts, entities, triples, RDF")),
    "check": (
        "check",
        Bilingual("逐处核对:引文、形状约束、存储", "checks every span, the shapes, the store"),
    ),
    "score": ("score", Bilingual("与标准答案比对,给出准确率、召回率、F1", "figures against gold")),
}

#: the options that every command takes: (as help shows it, what it does)
COMMON: dict[str, tuple[str, Bilingual]] = {
    "graph": (
        "--graph DIR",
        Bilingual(
            "图目录(默认 $ZHENGTU_GRAPH,否则 ./zhengtu-graph)",
            "the graph directory (default: $ZHENGTU_GRAPH, else ./zhengtu-graph)",
        ),
    ),
    "lang": (
        "--lang [zh|en]",
        Bilingual("界面语言(默认随系统)", "language of what you read (default: your locale's)"),
    ),
    "quiet": ("-q, --quiet", Bilingual("只输出数据和错误", "only data and errors")),
    "debug": ("--debug", Bilingual("出错时显示完整的调用栈", "show the traceback of an error")),
    "help": ("-h, --help", Bilingual("显示这段说明", "show this text")),
}
VERSION = ("--version", Bilingual("显示版本", "show the version"))

"""The front door: command line, public API, configuration.

    >>> import zhengtu
    >>> document = zhengtu.load("examples/示例.txt")        # doctest: +SKIP
    >>> facts = zhengtu.extract(document)                   # doctest: +SKIP

Names are fetched when they are first used, so that `import zhengtu` costs next to nothing.
"""

from __future__ import annotations

from typing import Any

from zhengtu.neighbours import refuse_foreign

__version__ = "0.1.0"

refuse_foreign()

#: public name -> the module that holds it
_HOMES = {
    "Answer": "queries.answers",
    "Document": "loaders.document",
    "Fact": "loaders.facts",
    "GraphError": "ontology.errors",
    "InputError": "ontology.errors",
    "NotFoundError": "ontology.errors",
    "QueryError": "ontology.errors",
    "UsageError": "ontology.errors",
    "VocabularyError": "ontology.errors",
    "ZhengtuError": "ontology.errors",
    "ask": "zhengtu.api",
    "Options": "graph.build",
    "build": "zhengtu.api",
    "check": "zhengtu.api",
    "export": "zhengtu.api",
    "extract": "zhengtu.api",
    "load": "zhengtu.api",
    "load_vocabulary": "ontology.vocabulary",
    "open_graph": "graph.api",
    "named_queries": "zhengtu.api",
    "read_facts": "zhengtu.api",
    "remove": "zhengtu.api",
    "score_files": "zhengtu.score",
    "search": "zhengtu.api",
    "show": "zhengtu.api",
    "sparql": "zhengtu.api",
}

__all__ = [*_HOMES, "__version__"]


def __getattr__(name: str) -> Any:
    """Fetches a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'zhengtu' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

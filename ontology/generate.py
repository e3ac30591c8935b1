"""Writes everything in ontology/generated/ from the schema (a development script: `make generate`).

LinkML's generators do the work; what their stock output lacks is added here, from the same schema:

- SHACL shapes are open (direct edges and properties of users' own are welcome), labels are language-tagged,
  JSON literals are rdf:JSON, and a link to an abstract class asks for an IRI only;
- OWL labels are given in Chinese and English;
- `captions.json` holds what programs show and need at start: captions, node labels, relation types, colours.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent
SCHEMA = HOME / "schema" / "zhengtu.yaml"
GENERATED = HOME / "generated"

SH = "http://www.w3.org/ns/shacl#"


def _annotations(element: Any) -> dict[str, Any]:
    """The annotations of a schema element as plain values."""
    return {name: element.annotations[name].value for name in element.annotations}


def _view() -> Any:
    from linkml_runtime.utils.schemaview import SchemaView

    return SchemaView(str(SCHEMA))


def shacl() -> str:
    """Shapes as Turtle."""
    from linkml.generators.shaclgen import ShaclGenerator
    from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
    from rdflib.collection import Collection

    view = _view()
    graph = Graph().parse(data=ShaclGenerator(str(SCHEMA)).serialize(), format="turtle")
    sh = {
        name: URIRef(SH + name) for name in ("closed", "ignoredProperties", "path", "datatype", "languageIn")
    }
    for shape in list(graph.subjects(sh["closed"])):
        for ignored in graph.objects(shape, sh["ignoredProperties"]):
            Collection(graph, ignored).clear()  # type: ignore[no-untyped-call]
        graph.remove((shape, sh["closed"], None))
        graph.remove((shape, sh["ignoredProperties"], None))
    kinds = {
        URIRef(view.get_uri(slot, expand=True)): _annotations(slot) for slot in view.all_slots().values()
    }
    for shape, path in list(graph.subject_objects(sh["path"])):
        told = kinds.get(URIRef(str(path)), {})
        if told.get("language") or told.get("json"):
            graph.remove((shape, sh["datatype"], None))
        if told.get("language"):
            languages = BNode()
            Collection(graph, languages, [Literal("zh"), Literal("en")])
            graph.add((shape, sh["datatype"], RDF.langString))
            graph.add((shape, sh["languageIn"], languages))
        elif told.get("json"):
            graph.add((shape, sh["datatype"], RDF.JSON))
    for shape in list(graph.subjects(sh["path"], URIRef(view.get_uri("id", expand=True)))):
        graph.remove((shape, None, None))  # a node's identifier is the node
        graph.remove((None, None, shape))
    abstract = {URIRef(view.get_uri(c, expand=True)) for c in view.all_classes().values() if c.abstract}
    _loosen_abstract(graph, abstract)
    graph.remove((None, sh["datatype"], XSD.anyURI))
    return _turtle(graph)


def _loosen_abstract(graph: Any, abstract: set[Any]) -> None:
    """A link to any entity or fact asks for an IRI: its class stands in a graph that may not be at hand."""
    from rdflib import URIRef

    of_class, node_kind = URIRef(SH + "class"), URIRef(SH + "nodeKind")
    for shape, wanted in list(graph.subject_objects(of_class)):
        if wanted in abstract:
            graph.remove((shape, of_class, wanted))
            graph.set((shape, node_kind, URIRef(SH + "IRI")))


def owl() -> str:
    """The ontology as Turtle, with labels in both languages."""
    from linkml.generators.owlgen import OwlSchemaGenerator
    from rdflib import RDFS, Graph, Literal, URIRef

    generator = OwlSchemaGenerator(
        str(SCHEMA),
        metaclasses=False,
        type_objects=False,
        skip_vacuous_min_zero_cardinality_axioms=True,
        skip_vacuous_local_range_axioms=True,
        consolidate_cardinality_axioms=True,
    )
    graph = Graph().parse(data=generator.serialize(), format="turtle")
    view = _view()
    for element in (*view.all_classes().values(), *view.all_slots().values()):
        told = _annotations(element)
        node = URIRef(view.get_uri(element, expand=True))
        if told.get("zh"):
            graph.remove((node, RDFS.label, None))
            graph.add((node, RDFS.label, Literal(told["zh"], lang="zh")))
            graph.add((node, RDFS.label, Literal(told["en"], lang="en")))
    return _turtle(graph)


def _turtle(graph: Any) -> str:
    """Turtle that is the same at every run: blank nodes are named by what they say."""
    from rdflib import Graph
    from rdflib.compare import to_canonical_graph

    canonical = Graph()
    for prefix, namespace in graph.namespaces():
        canonical.bind(prefix, namespace)
    for triple in to_canonical_graph(graph):
        canonical.add(triple)
    return str(canonical.serialize(format="turtle"))


def context() -> str:
    """The JSON-LD context."""
    from linkml.generators.jsonldcontextgen import ContextGenerator

    data = json.loads(ContextGenerator(str(SCHEMA), metadata=False).serialize())
    terms = data["@context"]
    for name, value in terms.items():
        if isinstance(value, dict):
            value.pop("@context", None)  # closed lists of values are plain words
            told = value.get("@id", name)
            value["@id"] = told if ":" in told or told.startswith("@") else f"zt:{told}"
    return json.dumps({"@context": terms}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def model() -> str:
    """The typed model: pydantic classes."""
    from linkml.generators.pydanticgen import PydanticGenerator

    text = PydanticGenerator(str(SCHEMA), metadata_mode="None").serialize()
    return str(text)


def captions() -> str:
    """What programs show and need at start, as JSON."""
    view = _view()
    classes = {}
    for name, element in view.all_classes().items():
        classes[name] = {"iri": view.get_uri(element, expand=True), **_annotations(element)}
    relations = {}
    properties = {}
    for slot in view.all_slots().values():
        told = {"iri": view.get_uri(slot, expand=True), **_annotations(slot)}
        if "relation" in told:
            relations[told.pop("relation")] = told
        else:
            properties[slot.name] = told
    values = {
        name: {text: _annotations(value) for text, value in enum.permissible_values.items()}
        for name, enum in view.all_enums().items()
    }
    data = {"classes": classes, "relations": relations, "properties": properties, "values": values}
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, default=str) + "\n"


#: file in ontology/generated/ → what gives its text
OUTPUTS: Mapping[str, Callable[[], str]] = {
    "zhengtu.owl.ttl": owl,
    "zhengtu.shacl.ttl": shacl,
    "context.jsonld": context,
    "model.py": model,
    "captions.json": captions,
}


def main() -> None:
    """Writes all outputs and says which changed."""
    warnings.simplefilter("ignore")
    GENERATED.mkdir(exist_ok=True)
    for name, make in OUTPUTS.items():
        path, text = GENERATED / name, make()
        old = path.read_text(encoding="utf-8") if path.exists() else None
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{'unchanged' if old == text else 'written  '} {path.relative_to(HOME.parent)}\n")


if __name__ == "__main__":
    main()

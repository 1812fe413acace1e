"""Reads exported networks with igraph and networkx and prints what they found as JSON, for the Rust tests.

    network_files.py FILE...     GraphML with both, GEXF with networkx (igraph reads none)

Needs igraph and networkx (both from PyPI); `scripts/bench network` installs them into a folder of its own.
"""

import json
import math
import sys
from pathlib import Path

import igraph
import networkx as nx


def known(attributes):
    """Without what is missing: networkx leaves it out, igraph says "" or NaN."""
    missing = lambda value: value is None or value == "" or (isinstance(value, float) and math.isnan(value))
    return {name: value for name, value in attributes.items() if not missing(value)}


def by_igraph(path):
    graph = igraph.Graph.Read_GraphML(str(path))
    names = graph.vs["office_id"]
    return {
        "directed": graph.is_directed(),
        "nodes": {node["office_id"]: known(node.attributes()) for node in graph.vs},
        "edges": [[names[edge.source], names[edge.target], known(edge.attributes())] for edge in graph.es],
    }


def by_networkx(path):
    graph = nx.read_gexf(path, version="1.3") if path.suffix == ".gexf" else nx.read_graphml(path)
    return {
        "directed": graph.is_directed(),
        "nodes": {node: known(attributes) for node, attributes in graph.nodes(data=True)},
        "edges": [[source, target, known(attributes)] for source, target, attributes in graph.edges(data=True)],
    }


found = {}
for path in map(Path, sys.argv[1:]):
    peers = {"networkx": by_networkx(path)}
    if path.suffix == ".graphml":
        peers["igraph"] = by_igraph(path)
    found[path.name] = peers
json.dump(found, sys.stdout)

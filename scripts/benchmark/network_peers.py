"""Checks our figures against python-igraph and networkx, and measures igraph beside ours in the same run.

    network_peers.py check DIR            every DIR/NAME.csv with DIR/NAME.ours.json
    network_peers.py golden DIR           the peers' figures of the same networks as one JSON, for the Rust tests
    network_peers.py measure PROGRAM DIR [NAME]   betweenness of DIR/NAME.csv by both, CPU seconds

Needs igraph and networkx (both from PyPI); `scripts/bench network` installs them into a folder of its own.
"""

import csv
import json
import math
import random
import resource
import subprocess
import sys
from pathlib import Path

import igraph
import networkx as nx

TOLERANCE = 1e-9
# Two runs of Leiden rarely end in the same division; what counts is how good it is.
Q_TOLERANCE = 0.003


def read(folder, name):
    with open(folder / f"{name}.nodes.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    with open(folder / f"{name}.csv", newline="") as file:
        ties = [(int(row["source"]), int(row["target"])) for row in csv.DictReader(file)]
    return [row["group"] for row in rows], ties


def gini(values):
    values = sorted(values)
    n, total = len(values), sum(values)
    if total == 0:
        return 0.0
    return 2 * sum((i + 1) * x for i, x in enumerate(values)) / (n * total) - (n + 1) / n


def leiden_q(graph):
    random.seed(1)
    igraph.set_random_number_generator(random)
    runs = (graph.community_leiden("modularity", n_iterations=-1) for _ in range(20))
    return max(run.modularity for run in runs)


def peers(groups, ties):
    """The same figures by igraph and networkx; betweenness and constraint by both."""
    n = len(groups)
    ig = igraph.Graph(n=n, edges=ties)
    g = nx.Graph()
    g.add_nodes_from(range(n))
    g.add_edges_from(ties)
    for v, group in enumerate(groups):
        g.nodes[v]["group"] = group
    degrees = ig.degree()
    within = sum(groups[a] == groups[b] for a, b in ties)
    constraint = nx.constraint(g)
    return {
        "nodes": n,
        "edges": ig.ecount(),
        "density": nx.density(g),
        "components": nx.number_connected_components(g),
        "articulation_points": sorted(ig.articulation_points()),
        "bridges": sorted(sorted(pair) for pair in nx.bridges(g)),
        "degree_centralization": sum(max(degrees) - d for d in degrees) / ((n - 1) * (n - 2)),
        "gini_degree": gini(degrees),
        "assortativity": nx.attribute_assortativity_coefficient(g, "group"),
        "ei_index": (len(ties) - 2 * within) / len(ties),
        "q": leiden_q(ig),
        "degree": degrees,
        "betweenness": ig.betweenness(),
        "betweenness_networkx": list(nx.betweenness_centrality(g, normalized=False).values()),
        "constraint": [None if math.isnan(constraint[v]) else constraint[v] for v in range(n)],
        "constraint_igraph": [None if math.isnan(c) else c for c in ig.constraint()],
        "core": ig.coreness(),
    }


def differs(ours, theirs):
    """Where two values part; None where they agree."""
    if isinstance(theirs, list):
        if len(ours) != len(theirs):
            return f"{len(ours)} entries, not {len(theirs)}"
        parted = ((at, differs(a, b)) for at, (a, b) in enumerate(zip(ours, theirs)))
        return next((f"[{at}] {how}" for at, how in parted if how), None)
    if isinstance(theirs, float) and isinstance(ours, (int, float)):
        same = abs(ours - theirs) <= TOLERANCE * max(1.0, abs(theirs))
    else:
        same = ours == theirs
    return None if same else f"{ours!r}, not {theirs!r}"


def names(folder):
    return sorted(path.name.removesuffix(".ours.json") for path in folder.glob("*.ours.json"))


def check(folder):
    faults = 0
    for name in names(folder):
        groups, ties = read(folder, name)
        ours = json.loads((folder / f"{name}.ours.json").read_text())
        theirs = peers(groups, ties)
        flat = {key: ours[key] for key in theirs if key in ours}
        flat["articulation_points"] = sorted(int(v) for v in ours["articulation_points"])
        flat["bridges"] = sorted(sorted(int(v) for v in pair) for pair in ours["bridges"])
        for key in ("degree", "betweenness", "constraint", "core"):
            flat[key] = [node[key] for node in ours["per_node"]]
        flat["betweenness_networkx"] = flat["betweenness"]
        flat["constraint_igraph"] = flat["constraint"]
        bad = {key: differs(flat[key], theirs[key]) for key in theirs if key != "q"}
        bad = {key: how for key, how in bad.items() if how}
        q = ours["communities"]["q"]
        if q < theirs["q"] - Q_TOLERANCE:
            bad["q"] = f"{q} is worse than {theirs['q']}"
        for key, how in bad.items():
            print(f"{name}: {key}: {how}")
        faults += len(bad)
        print(f"{name}: {len(groups)} nodes, {len(ties)} ties, Q {q:.4f} (igraph {theirs['q']:.4f}): "
              f"{'equal' if not bad else 'DIFFERENT'}")
    return 1 if faults else 0


def golden(folder):
    """Networks and figures on few lines: tests read them without Python."""
    networks = []
    for name in names(folder):
        groups, ties = read(folder, name)
        figures = peers(groups, ties)
        for key in ("betweenness_networkx", "constraint_igraph", "nodes", "edges", "degree"):
            figures.pop(key)
        figures["articulation_points"] = [str(v) for v in figures["articulation_points"]]
        figures["bridges"] = [[str(v) for v in pair] for pair in figures["bridges"]]
        networks.append({"name": name, "groups": groups, "ties": ties, **figures})
    text = ",\n".join(json.dumps(network, separators=(",", ":")) for network in networks)
    print(f"[{text}]")
    return 0


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def measure(program, folder, name):
    groups, ties = read(folder, name)
    graph = igraph.Graph(n=len(groups), edges=ties)
    before = cpu()
    theirs = graph.betweenness()
    peer = cpu() - before
    told = subprocess.run([program, "betweenness", folder / f"{name}.csv"], check=True, capture_output=True, text=True)
    ours, total = (float(word) for word in told.stdout.split())
    same = abs(total - sum(theirs)) <= TOLERANCE * sum(theirs)
    print(f"betweenness of {len(groups)} nodes and {len(ties)} ties: ours {ours:.2f} CPU-s, igraph {igraph.__version__} "
          f"{peer:.2f} CPU-s, ratio {ours / peer:.3f}; sums {'equal' if same else 'DIFFERENT'}")
    return 0 if same else 1


def main(arguments):
    match arguments:
        case ["check", folder]:
            return check(Path(folder))
        case ["golden", folder]:
            return golden(Path(folder))
        case ["measure", program, folder, *wanted]:
            return max(measure(program, Path(folder), name) for name in wanted or ["5k"])
    print(__doc__, file=sys.stderr)
    return 2


sys.exit(main(sys.argv[1:]))

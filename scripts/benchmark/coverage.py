"""PySAL access and `hoshizu access` on the same part of the real files: 居宅介護支援 of 大阪府, every tenth town.

Both get points on a plane in kilometres. PySAL gets its table of distances ready made and is timed without it; hoshizu is
timed as a process, reading and printing included.
"""

import csv
import gzip
import io
import json
import math
import subprocess
import sys
import time
import warnings
import zipfile

import numpy as np
import pandas as pd
from access import fca, weights
from scipy.spatial import cKDTree

warnings.filterwarnings("ignore")
program, real, folder = sys.argv[1:4]
PREFECTURE, LIMIT = "大阪府", 18.0


def plane(lat, lon):
    return (lon - 135.5) * 111.195 * math.cos(math.radians(34.7)), (lat - 34.7) * 111.195


def towns():
    with gzip.open(f"{real}/region/japanese_addresses_towns.csv.gz", "rt", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file)):
            if row["pref"] == PREFECTURE and row["lat"] and number % 10 == 0:
                yield (f"t{number}", *plane(float(row["lat"]), float(row["lng"])), 100 + number % 900)


def offices():
    archive = zipfile.ZipFile(f"{real}/kaigo/jigyosho_430.zip")
    with archive.open(archive.namelist()[0]) as raw:
        for number, row in enumerate(csv.DictReader(io.TextIOWrapper(raw, encoding="utf-8-sig"))):
            if row["都道府県名"] == PREFECTURE and 34 < float(row["緯度"] or 0) < 35.1:
                yield (f"o{number}", *plane(float(row["緯度"]), float(row["経度"])), 1 + number % 5)


def write(name, header, rows):
    with open(f"{folder}/{name}", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return f"{folder}/{name}"


demand, supply = list(towns()), list(offices())
paths = write("demand.csv", ["id", "x", "y", "pop"], demand), write("supply.csv", ["id", "x", "y", "cap"], supply)
people = pd.DataFrame({"geoid": [d[0] for d in demand], "demand": [float(d[3]) for d in demand]}).set_index("geoid", drop=False)
amount = pd.DataFrame({"geoid": [s[0] for s in supply], "supply": [float(s[3]) for s in supply]}).set_index("geoid", drop=False)
people.index.name = amount.index.name = None
near = cKDTree([d[1:3] for d in demand]).query_ball_tree(cKDTree([s[1:3] for s in supply]), LIMIT)
origin = np.repeat(np.arange(len(demand)), [len(found) for found in near])
dest = np.concatenate([np.array(found, dtype=int) for found in near])
apart = np.array([d[1:3] for d in demand])[origin] - np.array([s[1:3] for s in supply])[dest]
cost = pd.DataFrame(
    {"origin": people.index[origin], "dest": amount.index[dest], "cost": np.sqrt((apart**2).sum(axis=1))}
)
print(f"{len(demand)} towns, {len(supply)} offices, {len(cost)} pairs within {LIMIT:g} km")

CASES = [
    ("2sfca", 10, fca.two_stage_fca, None),
    ("e2sfca", 12, fca.two_stage_fca, weights.step_fn({4: 1, 8: 0.68, 12: 0.22})),
    ("gaussian", 18, fca.two_stage_fca, weights.gaussian(6)),
    ("3sfca", 12, fca.three_stage_fca, weights.step_fn({4: 0.962, 8: 0.704, 12: 0.377})),
]
for name, limit, function, weight in CASES:
    begun = time.perf_counter()
    theirs = function(
        people, amount[["supply"]], cost, limit, demand_name="demand", supply_name="supply", weight_fn=weight
    )
    pysal = time.perf_counter() - begun
    begun = time.perf_counter()
    command = [program, "access", "--demand", paths[0], "--supply", paths[1], "--method", name, "--catchment", str(limit)]
    said = subprocess.run([*command, "--json"], check=True, capture_output=True).stdout
    own = time.perf_counter() - begun
    ours = pd.Series({row["id"]: row["value"] for row in json.loads(said)})
    worst = float((ours - theirs.reindex(ours.index).fillna(0)).abs().max())
    print(f"{name:9} PySAL {pysal:6.2f} s   hoshizu {own:6.2f} s   largest difference {worst:.1e}")

"""Makes the second reference data set: `python make.py` with PySAL access 1.1.10.post3.

Clustered towns and offices on a plane in kilometres, some towns empty, some out of reach of everything, one office that
nobody reaches, two offices at one place. The committed files are what it wrote; the test reads them without Python.
"""

import csv
import math
import random

import pandas as pd
from access import fca, weights

draw = random.Random(20260401)
centres = [(12, 9), (30, 26), (41, 8)]


def place(spread):
    x, y = draw.choice(centres)
    return round(draw.gauss(x, spread), 3), round(draw.gauss(y, spread), 3)


demand = [(f"t{i:02}", *place(5), draw.choice([0, 37, 120, 480, 1900])) for i in range(88)]
demand += [("far1", -40.0, 60.0, 800), ("far2", 95.0, 95.0, 15)]
supply = [(f"o{i:02}", *place(3), draw.randint(1, 40)) for i in range(24)]
supply += [("o24", *supply[0][1:3], 7), ("alone", 150.0, -80.0, 12)]

cost = pd.DataFrame(
    [(d[0], s[0], math.hypot(d[1] - s[1], d[2] - s[2])) for d in demand for s in supply],
    columns=["origin", "dest", "cost"],
)
people = pd.DataFrame([(d[0], d[3]) for d in demand], columns=["geoid", "demand"]).set_index("geoid", drop=False)
amount = pd.DataFrame([(s[0], s[3]) for s in supply], columns=["geoid", "supply"]).set_index("geoid", drop=False)
people.index.name = amount.index.name = None


def run(function, limit, weight):
    values = function(
        people, amount[["supply"]], cost.copy(), limit, demand_name="demand", supply_name="supply", weight_fn=weight
    )
    return values.reindex(people.index)


columns = {
    "2sfca": run(fca.two_stage_fca, 7.5, None),
    "e2sfca": run(fca.two_stage_fca, 9, weights.step_fn({3: 1, 6: 0.68, 9: 0.22})),
    "gaussian": run(fca.two_stage_fca, 10.5, weights.gaussian(3.5)),
    "3sfca": run(fca.three_stage_fca, 9, weights.step_fn({3: 0.962, 6: 0.704, 9: 0.377})),
    "nearest": cost.groupby("origin").cost.min().reindex(people.index),
}


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


write("demand.csv", ["id", "x", "y", "pop"], demand)
write("supply.csv", ["id", "x", "y", "cap"], supply)
write(
    "expected.csv",
    ["id", *columns],
    [[d[0], *("" if math.isnan(c[d[0]]) else repr(float(c[d[0]])) for c in columns.values())] for d in demand],
)

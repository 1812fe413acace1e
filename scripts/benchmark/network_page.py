"""What `/network` answers over HTTP: how long a municipality of the demo prefecture takes, worked out anew and known.

    python3 network_page.py PROGRAM FOLDER

Loads the demo prefecture, asks as the keeper of its largest municipality that has two waves (411 offices, 1,613 ties),
and prints the median beside what is asked. "Anew" is the first question after a start of the program: scenes of both
waves and of today are worked out. Ends with 1 when an answer is not what was asked for; slowness ends nothing.
"""

import os
import sys
import time

from served import Server, ask, line, told

program, folder = sys.argv[1:3]
data = os.path.join(folder, "network-data")
AREA = "48100"
STARTS, AGAIN = 7, 3
server = Server(program, data)


def measure(name, path, cookie, asked_anew=""):
    anew, again = [], []
    for _ in range(STARTS):
        with server:
            time.sleep(2)  # what follows a start (gap map, search index) is done
            ask("/network/plan?area=nowhere", cookie)  # the session is known
            first, *times = server.timed(path, cookie)
            answer, size = told(first), len(first[2])
            anew.append(times)
            again += [server.timed(path, cookie)[1:] for _ in range(AGAIN)]
    line(f"{name}, anew", *zip(*anew, strict=True), asked_anew)
    line(f"{name}, known ({size / 1000:.0f} KB)", *zip(*again, strict=True))
    return answer


def main():
    if not os.path.exists(os.path.join(data, "done")):
        server.run("demo")
        with open(os.path.join(data, "done"), "w", encoding="utf-8"):
            pass
    cookie = server.signed_in(AREA)
    print(f"answers over HTTP, median of {STARTS} starts")
    network = measure("GET /network of a municipality", f"/network?area={AREA}", cookie, "asked: 100 ms or less")
    inside = sum(node["inside"] for node in network["nodes"])
    print(f"  ({inside} offices, {len(network['ties'])} ties, {len(network['waves'])} waves and today)")
    assert inside > 300 and len(network["ties"]) > 1_000 and network["sees_all"]
    plan = measure("GET /network/plan, 5 introductions", f"/network/plan?area={AREA}", cookie)
    assert plan["steps"]
    busy = max(range(inside), key=lambda v: network["nodes"][v]["figures"]["degree"]["either"])
    path = f"/offices/{network['nodes'][busy]['id']}/introductions"
    assert measure("GET /offices/{id}/introductions", path, cookie)["near"]


main()

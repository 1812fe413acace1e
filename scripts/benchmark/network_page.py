"""What `/network` answers over HTTP: how long a municipality of the demo prefecture takes, worked out anew and known.

    python3 network_page.py PROGRAM FOLDER

Loads the demo prefecture, asks as the keeper of its largest municipality that has two waves (411 offices, 1,613 ties),
and prints the median beside what is asked. "Anew" is the first question after a start of the program: scenes of both
waves and of today are worked out. Ends with 1 when an answer is not what was asked for; slowness ends nothing.
"""

import gzip
import http.client
import json
import os
import statistics
import subprocess
import sys
import time

program, folder = sys.argv[1:3]
data = os.path.join(folder, "network-data")
PORT = 18232
AREA = "48100"
STARTS, AGAIN = 7, 3
PASSWORD = "hoshi-no-tsunagari-2026"
environment = {**os.environ, "HOSHIZU_DATA_DIR": data, "HOSHIZU_LISTEN": f"127.0.0.1:{PORT}"}


def run(*arguments):
    return subprocess.run([program, *arguments], env=environment, check=True, capture_output=True, text=True).stdout


class Server:
    """The program, from start to end of a block."""

    def __enter__(self):
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen([program, "serve"], env=environment, **quiet)
        self.process.stdout.readline()
        return self

    def cpu(self):
        """Seconds of all its threads so far; what else the machine does hardly changes it."""
        total = 0
        for task in os.scandir(f"/proc/{self.process.pid}/task"):
            with open(os.path.join(task.path, "schedstat"), encoding="ascii") as stat:
                total += int(stat.read().split()[0])
        return total / 1e9

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def ask(path, cookie="", method="GET", body=None):
    """Status, headers, body and seconds from the connection to the last byte."""
    headers = {"x-hoshizu": "1", "content-type": "application/json", "accept-encoding": "gzip", "cookie": cookie}
    headers["origin"] = f"http://127.0.0.1:{PORT}"
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    connection.request(method, f"/api/v1{path}", json.dumps(body) if body else None, headers)
    answer = connection.getresponse()
    text = answer.read()
    seconds = time.perf_counter() - start
    connection.close()
    return answer.status, answer.headers, text, seconds


def told(answer):
    status, headers, text, _ = answer
    assert status == 200, (status, text[:300])
    return json.loads(gzip.decompress(text) if headers["content-encoding"] == "gzip" else text)


def signed_in():
    token = run("user", "add", "keeper", "--role", "keeper", "--area", AREA).split("#")[-1].split()[0]
    with Server():
        ask("/invitations/take", method="POST", body={"token": token, "password": PASSWORD})
        answer = ask("/session", method="POST", body={"login": "keeper", "password": PASSWORD})
        return answer[1]["set-cookie"].split(";")[0]


def line(what, seconds, cpu, asked=""):
    median, cpu = (statistics.median(values) * 1000 for values in (seconds, cpu))
    print(f"{what:<62} {median:8.1f} ms {cpu:8.1f} ms CPU   {asked}")


def measure(name, path, cookie, asked_anew=""):
    anew, again = [], []
    for _ in range(STARTS):
        with Server() as server:
            time.sleep(2)  # what follows a start (gap map, search index) is done
            ask("/network/plan?area=nowhere", cookie)  # the session is known

            def timed():
                before = server.cpu()
                asked = ask(path, cookie)
                return asked, asked[3], server.cpu() - before

            first, *times = timed()
            answer, size = told(first), len(first[2])
            anew.append(times)
            again += [timed()[1:] for _ in range(AGAIN)]
    line(f"{name}, anew", *zip(*anew, strict=True), asked_anew)
    line(f"{name}, known ({size / 1000:.0f} KB)", *zip(*again, strict=True))
    return answer


def main():
    if not os.path.exists(os.path.join(data, "done")):
        run("demo")
        with open(os.path.join(data, "done"), "w", encoding="utf-8") as done:
            done.write(signed_in())
    with open(os.path.join(data, "done"), encoding="utf-8") as done:
        cookie = done.read()
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

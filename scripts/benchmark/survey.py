"""Sheets of a ☆ survey saved at once: how many a second, and whether an acknowledged one is ever lost.

    python3 survey.py PROGRAM FOLDER DEMO_FILES

Imports a generated prefecture, asks every office of it, and lets all respondents answer at the same time in three
saves each. In the middle the server is killed with signal 9 and started again; afterwards every save that was
acknowledged is looked for. Prints the figures; ends with 1 when a save is missing.
"""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time

program, folder, files = sys.argv[1:4]
data = os.path.join(folder, "survey-data")
PORT = 18231
CLIENTS = 32


def run(*arguments):
    environment = {**os.environ, "HOSHIZU_DATA_DIR": data}
    return subprocess.run([program, *arguments], env=environment, check=False, capture_output=True, text=True)


def start():
    environment = {**os.environ, "HOSHIZU_DATA_DIR": data, "HOSHIZU_LISTEN": f"127.0.0.1:{PORT}"}
    server = subprocess.Popen([program, "serve"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    server.stdout.readline()
    return server


class Client:
    def __init__(self, cookie=""):
        self.cookie, self.connection = cookie, None

    def ask(self, method, path, body=None):
        """Status, headers and JSON; `None` when the server is not there."""
        headers = {"x-hoshizu": "1", "content-type": "application/json", "origin": f"http://127.0.0.1:{PORT}"}
        if self.cookie:
            headers["cookie"] = self.cookie
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
            self.connection.request(method, path, json.dumps(body) if body is not None else None, headers)
            answer = self.connection.getresponse()
            text = answer.read()
            return answer.status, answer.headers, json.loads(text) if text[:1] in (b"{", b"[") else None
        except (OSError, http.client.HTTPException):
            self.connection = None
            return None


def must(answer, status):
    assert answer and answer[0] == status, answer and (answer[0], answer[2])
    return answer[2]


def keeper():
    """An account that keeps the survey, signed in."""
    added = run("user", "add", "keeper", "--role", "keeper", "--area", "48000")
    assert "#" in added.stdout, added.stderr
    token = added.stdout.split("#")[-1].split()[0]
    client = Client()
    taken = client.ask("POST", "/api/v1/invitations/take", {"token": token, "password": "hoshi-no-chosa-2026"})
    assert taken and taken[0] in (200, 201, 204), taken
    status = client.ask("POST", "/api/v1/session", {"login": "keeper", "password": "hoshi-no-chosa-2026"})
    cookie = status[1]["set-cookie"].split(";")[0]
    return Client(cookie)


def sheets_of(client):
    design = must(client.ask("GET", "/api/v1/surveys/usual?area=48000"), 200)
    everybody = {"systems": ["care", "disability", "child", "health", "municipal", "community"]}
    design.update(respondents=everybody, roster=everybody, roster_size=60)
    period = {"opens_on": "2026-01-01", "closes_on": "2030-12-31"}
    began = time.time()
    made = must(client.ask("POST", "/api/v1/surveys", {"design": design, "period": period}), 201)
    wave = made["waves"][0]
    print(f"made {wave['sheets']} sheets of 60 rows in {time.time() - began:.1f} s")
    must(client.ask("PUT", f"/api/v1/waves/{wave['id']}", {"period": period, "state": "open"}), 200)
    codes = [sheet["code"] for sheet in must(client.ask("GET", f"/api/v1/waves/{wave['id']}/sheets"), 200)["items"]]
    return codes


class Load:
    def __init__(self, saves):
        self.saves, self.at, self.lock = saves, 0, threading.Lock()
        self.kept, self.slow, self.failed = {}, [], 0

    def work(self):
        client = Client()
        while True:
            with self.lock:
                if self.at == len(self.saves):
                    return
                code, body = self.saves[self.at]
                self.at += 1
            while True:
                began = time.time()
                answer = client.ask("PATCH", f"/api/v1/sheets/{code}", body)
                if answer and answer[0] == 200:
                    break
                with self.lock:
                    self.failed += 1
                if answer:
                    sys.exit(f"{answer[0]} {answer[2]}")
                time.sleep(0.2)  # the page tries again as well
            with self.lock:
                self.slow.append(time.time() - began)
                self.kept.setdefault(code, set()).update(row["office"] for row in body["rows"])


def main():
    if not os.path.exists(data):
        imported = run("import", "--edition", "2026-03", files)
        print((imported.stdout + imported.stderr).strip().splitlines()[-1])
    server = start()
    client = keeper()
    codes = sheets_of(client)[:10_000]
    first = must(client.ask("GET", f"/api/v1/sheets/{codes[0]}"), 200)
    offices = [row["office"] for row in first["rows"]]
    rounds = [
        [(code, {"consents": True, "rows": [{"office": office, "star": {"closeness": 2}} for office in part]}) for code in codes]
        for part in (offices[1:5], offices[5:9])
    ]
    last = [(code, {"state": "finished", "rows": [{"office": office, "star": {}} for office in offices[9:12]]}) for code in codes]
    load = Load([save for part in [*rounds, last] for save in part if save[0] != codes[0]])
    threads = [threading.Thread(target=load.work) for _ in range(CLIENTS)]
    began = time.time()
    for thread in threads:
        thread.start()
    while load.at < len(load.saves) // 2:
        time.sleep(0.05)
    server.send_signal(signal.SIGKILL)
    server.wait()
    down = time.time()
    server = start()
    down = time.time() - down
    for thread in threads:
        thread.join()
    took = time.time() - began - down
    load.slow.sort()
    print(f"{len(load.slow)} saves of {len(codes)} respondents by {CLIENTS} clients in {took:.1f} s: "
          f"{len(load.slow) / took:.0f} a second; median {load.slow[len(load.slow) // 2] * 1000:.0f} ms, "
          f"p99 {load.slow[int(len(load.slow) * 0.99)] * 1000:.0f} ms; killed once, {load.failed} tries repeated")
    missing = 0
    reader = Client()
    for code, wanted in load.kept.items():
        rows = must(reader.ask("GET", f"/api/v1/sheets/{code}"), 200)["rows"]
        missing += len(wanted - {row["office"] for row in rows if row["star"]})
    print(f"{sum(map(len, load.kept.values()))} acknowledged ☆ looked for after the restart: {missing} missing")
    server.terminate()
    sys.exit(1 if missing else 0)


main()

"""The program as a server of the benchmarks: started, signed in to, asked over HTTP and timed.

PORT is its own, so that a server of somebody at work is left alone.
"""

import gzip
import http.client
import json
import os
import statistics
import subprocess
import time

PORT = 18232
PASSWORD = "hoshi-no-tsunagari-2026"


class Server:
    """The program over a folder of data, from start to end of a block."""

    def __init__(self, program, data):
        self.program = program
        self.environment = {**os.environ, "HOSHIZU_DATA_DIR": data, "HOSHIZU_LISTEN": f"127.0.0.1:{PORT}"}

    def run(self, *arguments):
        """What a command of the program prints."""
        command = [self.program, *arguments]
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout

    def __enter__(self):
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen([self.program, "serve"], env=self.environment, **quiet)
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

    def timed(self, path, cookie=""):
        """The answer, its seconds, and seconds of CPU."""
        before = self.cpu()
        answer = ask(path, cookie)
        return answer, answer[3], self.cpu() - before

    def signed_in(self, area):
        """The cookie of a keeper of an area, who is invited and takes the invitation."""
        login = f"keeper{time.time_ns()}"
        invited = self.run("user", "add", login, "--role", "keeper", "--area", area)
        token = invited.split("#")[-1].split()[0]
        with self:
            ask("/invitations/take", method="POST", body={"token": token, "password": PASSWORD})
            answer = ask("/session", method="POST", body={"login": login, "password": PASSWORD})
            return answer[1]["set-cookie"].split(";")[0]


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
    """What an answer tells; an error ends the benchmark."""
    status, headers, text, _ = answer
    assert status == 200, (status, text[:300])
    return json.loads(gzip.decompress(text) if headers["content-encoding"] == "gzip" else text)


def line(what, seconds, cpu, asked=""):
    """Prints medians."""
    median, cpu = (statistics.median(values) * 1000 for values in (seconds, cpu))
    print(f"{what:<62} {median:8.1f} ms {cpu:8.1f} ms CPU   {asked}")

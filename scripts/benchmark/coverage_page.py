"""What a municipality is told of its gaps over HTTP, by an installation that holds all of Japan.

    python3 coverage_page.py PROGRAM DATA

DATA holds the real files, imported. Asks as the keeper of 枚方市 and prints medians beside what is asked; the first
answer after a start waits for the figures of the country and is left out. What-if is worked out anew each time: for the
services with most offices within reach. Ends with 1 when an answer is not what was asked for.
"""

import sys
import time

from served import Server, ask, line, told

program, data = sys.argv[1:3]
AREA, PREFECTURE = "27210", "27000"
TIMES = 7
PUT = "place=34.81,135.65"  # in the middle of it
ASKED = "asked: 200 ms or less"
server = Server(program, data)


def wait():
    for _ in range(300):
        if ask(f"/coverage?area={AREA}")[0] == 200:
            return
        time.sleep(0.2)
    sys.exit("the figures of the country are not ready after a minute")


def main():
    cookie = server.signed_in(AREA)
    what_if = [f"/gaps/what-if?area={AREA}&service={service}&{PUT}" for service in ("care-430", "care-331", "care-520")]
    questions = [
        ("one measure of one service, the parts of a prefecture", f"/coverage?area={PREFECTURE}"),
        ("every service side by side, a prefecture", f"/coverage/side-by-side?area={PREFECTURE}"),
        ("the council's table", f"/gaps/council?area={AREA}"),
        *((f"what-if of {path.split('service=')[1].split('&')[0]}, one office put", path) for path in what_if),
        ("the best three places", f"/gaps/places?area={AREA}&service=care-430"),
    ]
    print(f"answers to a municipality over HTTP, all of Japan loaded, median of {TIMES}")
    with server:
        wait()
        for name, path in questions:
            told(ask(path, cookie))
            times = []
            for _ in range(TIMES):
                answer, *measured = server.timed(path, cookie)
                told(answer)
                times.append(measured)
            line(name, *zip(*times, strict=True), ASKED)


main()

#!/usr/bin/env python3
"""Four kinds of connections that take for ever, and whether others are still served meanwhile:
slow.py PORT.

slowhttptest opens three hundred connections from one address, which is more than one address is let
have. Somebody else, from another address, must be answered at once all the time, and when it is over
no connection may be left. Ends with "N passed, N failed".
"""

from __future__ import annotations

import http.client
import subprocess
import sys
import time

SECONDS = 20
SLOW = {
    "headers": ("-H", "/"),
    "bodies": ("-B", "/api/v1/session"),
    "ranges": ("-R", "/"),
    "reading": ("-X", "/"),
}


def is_served(port: int) -> bool:
    """Somebody else: loopback has more than one address."""
    asking = http.client.HTTPConnection(
        "127.0.0.1", port, timeout=3, source_address=("127.0.0.2", 0)
    )
    try:
        asking.request("GET", "/readyz")
        return asking.getresponse().status == 200
    except OSError:
        return False
    finally:
        asking.close()


def open_connections(port: int) -> int:
    said = subprocess.run(
        ["ss", "-Htn", "state", "established", f"( sport = :{port} )"],
        capture_output=True,
        text=True,
        check=True,
    )
    return len(said.stdout.splitlines())


def main() -> int:
    port = int(sys.argv[1])
    passed = failed = 0
    for what, (mode, path) in SLOW.items():
        words = ["slowhttptest", mode, "-c", "300", "-i", "5", "-r", "200", "-x", "24", "-p", "3"]
        slow = subprocess.Popen(
            [*words, "-l", str(SECONDS), "-u", f"http://127.0.0.1:{port}{path}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        served = asked = most = 0
        while slow.poll() is None:
            asked += 1
            served += is_served(port)
            most = max(most, open_connections(port))
            time.sleep(0.5)
        for _ in range(20):
            left = open_connections(port)
            if left == 0:
                break
            time.sleep(0.5)
        right = asked > 0 and served == asked and left == 0
        passed, failed = passed + right, failed + (not right)
        print(
            f"{'ok   ' if right else 'WRONG'}  slow {what}: {served} of {asked} others were served, "
            f"{most} connections at most, {left} left afterwards"
        )
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

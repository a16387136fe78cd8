#!/usr/bin/env python3
"""Looks at the headers of every kind of answer: headers.py BASE_URL PASSWORD.

Over TLS also at what only TLS promises. A page, its script, an API answer, a download, a refusal of each kind, and what is not there.
Ends with "N passed, N failed".
"""

from __future__ import annotations

import re
import sys

from asking import Answer, ask, sign_in

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
# What tells an attacker what runs here.
NEVER = ("server", "x-powered-by", "access-control-allow-origin", "via")


class Looking:
    def __init__(self) -> None:
        self.passed = self.failed = 0

    def expect(self, holds: bool, what: str) -> None:
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"WRONG  {what}")

    def look(self, what: str, answer: Answer, status: int) -> None:
        self.expect(answer.status == status, f"{what}: answered {answer.status}, not {status}")
        for name, value in ALWAYS.items():
            self.expect(answer.headers.get(name) == value, f"{what}: {name} is not {value}")
        for name in NEVER:
            self.expect(name not in answer.headers, f"{what}: tells {name}")
        policy = answer.headers.get("content-security-policy", "")
        self.expect("frame-ancestors 'none'" in policy, f"{what}: can be framed: {policy}")
        self.expect("unsafe" not in policy, f"{what}: its policy has 'unsafe': {policy}")

    def kept_nowhere(self, what: str, answer: Answer) -> None:
        cached = answer.headers.get("cache-control", "")
        self.expect("no-store" in cached, f"{what}: may be kept: {cached!r}")


def main() -> int:
    base, password = sys.argv[1:3]
    looking = Looking()
    cookie, token = sign_in(base, "head", password)
    signed_in = {"Cookie": cookie}
    page = ask(f"{base}/")
    looking.look("the page", page, 200)
    script = re.search(rb'src="(/assets/[^"]+\.js)"', page.body)
    looking.expect(script is not None, "the page has a script of its own")
    if script:
        looking.look("its script", ask(base + script.group(1).decode()), 200)
    api = f"{base}/api/v1"
    answers = {
        "a list": (ask(f"{api}/cases", headers=signed_in), 200),
        "a download": (ask(f"{api}/exports/cases", headers=signed_in), 200),
        "nobody": (ask(f"{api}/cases"), 401),
        "no such record": (ask(f"{api}/cases/none", headers=signed_in), 404),
        "no such operation": (ask(f"{api}/none", headers=signed_in), 404),
        "another method": (ask(f"{api}/cases", "PATCH", {}, signed_in), 405),
        "without the token": (ask(f"{api}/people", "POST", {}, signed_in), 400),
        "a wrong token": (
            ask(
                f"{api}/people",
                "POST",
                {},
                {**signed_in, "X-CSRF-Token": "0", "Idempotency-Key": "security-1"},
            ),
            403,
        ),
        "what is no JSON": (
            ask(f"{api}/people/matches", "POST", [1], {**signed_in, "X-CSRF-Token": token}),
            400,
        ),
    }
    for what, (answer, status) in answers.items():
        looking.look(what, answer, status)
        looking.kept_nowhere(what, answer)
    if base.startswith("https:"):
        strict = page.headers.get("strict-transport-security", "")
        looking.expect("max-age=" in strict, f"over TLS: no HSTS: {strict!r}")
        who = {"email": "head@demo.example", "password": password}
        cookie = ask(f"{api}/session", "POST", who).headers.get("set-cookie", "")
        for word in ("Secure", "HttpOnly", "SameSite=Strict"):
            looking.expect(word in cookie, f"over TLS: the cookie is not {word}")
    print(f"{looking.passed} passed, {looking.failed} failed")
    return 1 if looking.failed or not looking.passed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""sqlmap on every query parameter of the API description, as several roles:
injection.py BASE_URL PASSWORD FOLDER.

Each operation that takes parameters in its query is asked with values that could be right. What
sqlmap holds for injectable stands in its table of results. First it must find a parameter of a server
made for it that is open to injection: or it would find nothing here either.
Ends with "N passed, N failed".
"""

from __future__ import annotations

import csv
import http.server
import pathlib
import sqlite3
import subprocess
import sys
import threading
import urllib.parse

import yaml
from asking import ROLES, ROOT, ask, sign_in

SAMPLES = {"integer": "1", "number": "1", "boolean": "true"}
NAMED = {"q": "smi", "from": "2026-01-01", "to": "2026-03-31", "area_code": "SCA"}


def resolved(description: dict, one: dict) -> dict:
    while "$ref" in one:
        found = description
        for part in one["$ref"][2:].split("/"):
            found = found[part]
        one = found
    return one


def sample(parameter: dict) -> str:
    schema = parameter["schema"]
    if parameter["name"] in NAMED:
        return NAMED[parameter["name"]]
    if "enum" in schema:
        return str(schema["enum"][0])
    if schema.get("format") == "date":
        return "2026-01-01"
    return SAMPLES.get(schema.get("type"), "one")


def targets(description: dict, ids: dict[str, str]) -> list[str]:
    """Paths with a query, each parameter of the operation in it."""
    found = []
    for path, item in description["paths"].items():
        if "get" not in item:
            continue
        every = [*item.get("parameters", []), *item["get"].get("parameters", [])]
        asked = [resolved(description, one) for one in every]
        query = {one["name"]: sample(one) for one in asked if one["in"] == "query"}
        if not query:
            continue
        kind = path.split("/")[1]
        filled = path.replace("{id}", ids.get(kind, "none")).replace("{code}", "antisocial_behaviour")
        found.append(f"{filled}?{urllib.parse.urlencode(query)}")
    return found


class Open(http.server.BaseHTTPRequestHandler):
    """Puts what it is asked for into its statement as it comes."""

    def do_GET(self) -> None:
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        try:
            rows = self.server.records.execute(
                f"SELECT name, street FROM person WHERE name = '{query['q'][0]}'"
            ).fetchall()
            status, said = 200, repr(rows)
        except (sqlite3.Error, KeyError, ValueError) as trouble:
            status, said = 400, str(trouble)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(said.encode())

    def log_message(self, *_: object) -> None:
        pass


def finds_what_is_open(folder: pathlib.Path) -> bool:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Open)
    server.records = sqlite3.connect(":memory:", check_same_thread=False)
    server.records.executescript(
        "CREATE TABLE person (name, street); INSERT INTO person VALUES ('smi', 'Cliff Street');"
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = tried(f"http://127.0.0.1:{server.server_port}/find?q=smi", "a=b", folder)
    server.shutdown()
    return bool(found)


def tried(url: str, cookie: str, folder: pathlib.Path) -> list[str] | None:
    """What sqlmap found, or nothing at all when it did not come to its end."""
    subprocess.run(
        ["sqlmap", "-u", url, "--cookie", cookie, "--batch", "--level=2", "--risk=2"]
        + ["--technique=BEU", "--flush-session", "--output-dir", str(folder)]
        + ["--ignore-code=401,403,404,409", "--param-exclude=waymark"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )
    tables = list(folder.glob("results-*.csv"))
    if not tables:
        return None
    # What sqlmap takes back itself is no finding: an audit grows while it is read, and so answers
    # otherwise the second time.
    return [
        str(row)
        for table in tables
        for row in csv.DictReader(table.open())
        if not row["Note(s)"].startswith("false positive")
    ]


def main() -> int:
    base, password = sys.argv[1:3]
    folder = pathlib.Path(sys.argv[3])
    description = yaml.safe_load((ROOT / "api" / "openapi.yaml").read_text(encoding="utf-8"))
    if not finds_what_is_open(folder / "control"):
        print("sqlmap did not find a parameter that is open to it\n0 passed, 1 failed")
        return 1
    passed, failed = 1, 0
    for role in ROLES:
        cookie, _ = sign_in(base, role, password)
        ids = {}
        for kind in ("cases", "referrals"):
            answer = ask(f"{base}/api/v1/{kind}", headers={"Cookie": cookie})
            rows = yaml.safe_load(answer.body).get(kind) if answer.status == 200 else None
            if rows:
                ids[kind] = rows[0]["id"]
        for number, path in enumerate(targets(description, ids)):
            url = f"{base}/api/v1{path}"
            if ask(url, headers={"Cookie": cookie}).status in (403, 404):
                continue  # not for this role: nothing is asked of the database
            found = tried(url, cookie, folder / f"{role}-{number}")
            right = found == []
            passed, failed = passed + right, failed + (not right)
            print(f"{'ok   ' if right else 'WRONG'}  {role}: {path}", *(found or []), flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())

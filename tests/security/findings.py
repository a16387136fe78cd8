#!/usr/bin/env python3
"""What a tool found, less what explained.toml explains: findings.py testssl|wapiti REPORT.

Ends with "N passed, N failed": each finding counts, an explained one as passed, and so does the
report itself.
"""

from __future__ import annotations

import json
import pathlib
import sys
import tomllib

HARMLESS = {"OK", "INFO", "DEBUG"}


def of_testssl(report: list[dict]) -> list[tuple[str, str]]:
    return [
        (one["id"], f"{one['severity']}: {one['finding']}")
        for one in report
        if one["severity"] not in HARMLESS
    ]


def of_wapiti(report: dict) -> list[tuple[str, str]]:
    return [
        (one["info"], f"{kind}: {one['method']} {one['path']}")
        for group in ("vulnerabilities", "anomalies")
        for kind, found in report[group].items()
        for one in found
    ]


def main() -> int:
    tool, path = sys.argv[1:3]
    report = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    known = tomllib.loads(
        (pathlib.Path(__file__).parent / "explained.toml").read_text(encoding="utf-8")
    )["explained"]
    why = {one["id"]: one["why"] for one in known if one["tool"] == tool}
    found = {"testssl": of_testssl, "wapiti": of_wapiti}[tool](report)
    failed = 0
    for name, what in found:
        failed += name not in why
        print(f"{'left ' if name in why else 'WRONG'}  {name}: {what}\n       {why.get(name, '')}")
    print(f"{len(found) - failed + 1} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

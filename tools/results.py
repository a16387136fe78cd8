#!/usr/bin/env python3
"""Counts tests: prints "PASSED FAILED" from what a test runner wrote.

    results.py ctest CTEST_XML GTEST_FOLDER    a program that died counts as one failure more
    results.py vitest JSON
    results.py lines FILE                      the last line "N passed, N failed" of a text

A skipped test counts as failed: the scripts provide everything that a test could want, so a skip
is something that nobody looked at. A missing file is an error, not zero.
"""

import json
import pathlib
import re
import sys
import xml.etree.ElementTree as xml


def is_good(case):
    return case.get("result") == "completed" and case.find("failure") is None


def all_passed(file):
    """Whether a file of results holds tests, and none that failed or was skipped."""
    cases = list(xml.parse(file).getroot().iter("testcase"))
    return bool(cases) and all(map(is_good, cases))


def from_gtest(folder):
    passed = failed = 0
    ran = set()
    for file in sorted(pathlib.Path(folder).glob("*.xml")):
        ran.add(file.stem)
        for case in xml.parse(file).getroot().iter("testcase"):
            good = is_good(case)
            passed, failed = (passed + 1, failed) if good else (passed, failed + 1)
            if not good:
                print(f"failed or skipped: {case.get('classname')}.{case.get('name')}",
                      file=sys.stderr)
    return passed, failed, ran


def from_ctest(ctest_file, gtest_folder):
    passed, failed, ran = from_gtest(gtest_folder)
    for case in xml.parse(ctest_file).getroot().iter("testcase"):
        if case.get("name") not in ran:
            print(f"wrote no results: {case.get('name')}", file=sys.stderr)
            failed += 1
    return passed, failed


def from_vitest(file):
    results = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
    passed = results["numPassedTests"]
    did_not_load = sum(1 for file in results["testResults"]
                       if file["status"] == "failed" and not file["assertionResults"])
    return passed, results["numTotalTests"] - passed + did_not_load


def from_lines(file):
    text = pathlib.Path(file).read_text(encoding="utf-8")
    found = re.findall(r"^(\d+) passed, (\d+) failed$", text, re.MULTILINE)
    if not found:
        raise SystemExit(f"{file} has no line 'N passed, N failed'")
    return int(found[-1][0]), int(found[-1][1])


def main(kind, *files):
    counters = {"ctest": from_ctest, "vitest": from_vitest, "lines": from_lines}
    passed, failed = counters[kind](*files)
    print(passed, failed)


if __name__ == "__main__":
    main(*sys.argv[1:])

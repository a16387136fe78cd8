#!/usr/bin/env python3
"""Runs the C++ tests of build/dev that have not passed just as they are now.

    cpp_tests.py CTEST_XML DATA_DIGEST

A test is known by its program's bytes and the digest of everything else that it reads. One that
passed so keeps the results it wrote then; every other runs. WAYMARK_TEST_ALL=1 runs them all.
Prints "PASSED FAILED" of all of them, as results.py counts them, as the last line.
"""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

import results

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "build" / "dev" / "gtest"
PASSED = ROOT / "build" / "test-passed" / "cpp"


def tests():
    """Each test's name and its program; nothing for a program that was not built."""
    said = subprocess.run(["ctest", "--preset", "dev", "--show-only=json-v1"], cwd=ROOT,
                          capture_output=True, text=True, check=True).stdout
    for test in json.loads(said[said.index("{"):])["tests"]:
        command = test.get("command")
        yield test["name"], pathlib.Path(command[0]) if command else None


def digest_of(program, data):
    return hashlib.sha256(program.read_bytes() + data.encode()).hexdigest()


def passed_before(name, digest):
    remembered = PASSED / name
    return (not os.environ.get("WAYMARK_TEST_ALL") and (RESULTS / f"{name}.xml").exists()
            and remembered.exists() and remembered.read_text(encoding="utf-8") == digest)


def run(names, ctest_xml):
    """Runs these tests; gives back ctest's exit code."""
    only = "^(" + "|".join(map(re.escape, names)) + ")$"
    return subprocess.run(["ctest", "--preset", "dev", "--output-junit", str(ctest_xml),
                           "--tests-regex", only], cwd=ROOT, check=False).returncode


def main(ctest_xml, data):
    programs = dict(tests())
    digests = {name: digest_of(program, data) for name, program in programs.items() if program}
    same = {name for name, digest in digests.items() if passed_before(name, digest)}
    fresh = sorted(programs.keys() - same)
    for folder in (RESULTS, PASSED):
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            if file.name.removesuffix(".xml") not in same:
                file.unlink()
    if same:
        print("passed just as they are now:", " ".join(sorted(same)))

    status = run(fresh, ctest_xml) if fresh else 0
    for name in fresh:
        written = RESULTS / f"{name}.xml"
        if name in digests and written.exists() and results.all_passed(written):
            (PASSED / name).write_text(digests[name], encoding="utf-8")
    passed, failed = results.from_ctest(ctest_xml, RESULTS) if fresh else results.from_gtest(
        RESULTS)[:2]
    print(passed, failed)
    sys.exit(status)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2])

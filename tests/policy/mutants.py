"""Plants the faults of faults.toml one at a time in a copy of the code, and says which are found.

    python3 tests/policy/mutants.py [--only WORDS] [--jobs 1]

For each: the copy is built (without optimising), and the matrix, the twin worlds and some random
decisions are asked until one of them finds something. Slow: it is not part of make test. Ends with
`N passed, N failed`: a fault that is found has passed.
"""

from __future__ import annotations

import argparse
import pathlib
import subprocess
import sys
import time
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COPY = ROOT / "build" / "mutants" / "source"
BUILD = ROOT / "build" / "mutants" / "build"
PROGRAM = BUILD / "waymark"

CHECKS = (
    ("matrix", ["matrix.py", "--quick"]),
    ("twins", ["twins.py", "--requests", "1500"]),
    ("decisions", ["decisions.py", "--decisions", "60000", "--first-acts", "800", "--users", "30"]),
)


def take_copy() -> None:
    """Makes the copy as the code is now; files that are alike keep their dates."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", ":!web", ":!docs"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        ours, theirs = ROOT / name, COPY / name
        if not ours.exists():
            continue
        content = ours.read_bytes()
        if not theirs.exists() or theirs.read_bytes() != content:
            theirs.parent.mkdir(parents=True, exist_ok=True)
            theirs.write_bytes(content)


def build(jobs: int) -> str:
    """What the compiler said, when it failed."""
    if not (BUILD / "build.ninja").exists():
        settings = [
            "-DCMAKE_BUILD_TYPE=Debug",
            "-DCMAKE_CXX_FLAGS=-O0",
            "-DWAYMARK_TESTS=OFF",
        ]
        subprocess.run(
            ["cmake", "-S", COPY, "-B", BUILD, "-G", "Ninja", *settings],
            check=True,
            capture_output=True,
        )
    done = subprocess.run(
        ["ninja", "-C", BUILD, f"-j{jobs}", "waymark"], capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else done.stdout[-1500:]


def found_by() -> tuple[str, str]:
    """The first check that fails and what it said first; nothing when all pass."""
    for name, words in CHECKS:
        done = subprocess.run(
            [sys.executable, str(HERE / words[0]), "--program", str(PROGRAM), *words[1:]],
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        if done.returncode != 0:
            said = [line for line in done.stdout.splitlines() if line.startswith("WRONG")]
            last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
            return name, (said or last or [""])[0][:200]
    return "", ""


def plant(fault: dict, jobs: int) -> tuple[bool, str]:
    path = COPY / fault["file"]
    before = path.read_text(encoding="utf-8")
    if before.count(fault["old"]) != 1:
        return False, f"its place stands {before.count(fault['old'])} times in {fault['file']}"
    try:
        path.write_text(before.replace(fault["old"], fault["new"]), encoding="utf-8")
        if said := build(jobs):
            return False, f"it does not build: {said[-300:]}"
        name, said = found_by()
        return bool(name), f"by {name}: {said}" if name else "nothing found it"
    finally:
        path.write_text(before, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="faults whose name has these words in it")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    faults = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))["fault"]
    chosen = [one for one in faults if not asked.only or asked.only in one["name"]]
    take_copy()
    if said := build(asked.jobs):
        raise SystemExit(f"the copy does not build: {said}")
    killed = 0
    for fault in chosen:
        began = time.monotonic()
        is_killed, said = plant(fault, asked.jobs)
        killed += is_killed
        mark = "killed  " if is_killed else "SURVIVED"
        print(f"{mark} {fault['name']} ({time.monotonic() - began:.0f} s) {said}", flush=True)
    print(f"{killed} passed, {len(chosen) - killed} failed")
    return 0 if killed == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())

"""The matrix: everybody, at every door, on every record, against the model of docs/policy.md.

    python3 tests/policy/matrix.py [--program build/release/waymark] [--database postgresql://...]

Ends with `N passed, N failed`; a cell is one test. With --quick it stops at the first fault.
"""

from __future__ import annotations

import argparse
import collections
import pathlib
import re
import sys
import time

import product
import small_world
from cells import Cells
from doors import Doors
from model import ROLES
from operations import FOR_ANYBODY, NEVER, check_complete, read_description, routes
from watching import CANDIDATE, Found, Watcher, masked

FEWEST_CELLS = 17000


def snapshot(watcher: Watcher) -> dict[str, tuple]:
    """Every record as the head sees it; drafts as their authors do."""
    roots = {"case": "cases", "person": "people", "place": "places", "referral": "referrals"}
    seen = {}
    for key, kind in watcher.b.kinds.items():
        if kind in roots:
            draft = kind == "referral" and watcher.world.referrals[key].state == "draft"
            who = watcher.world.referrals[key].author if draft else "head"
            seen[key] = masked(watcher.ask(who, "GET", f"/{roots[kind]}/{watcher.b.ids[key]}"))
    return seen


def check_roles(watcher: Watcher) -> None:
    """The page names the roles that there are."""
    answer = watcher.client.must(watcher.b.first, "GET", "/administration/roles")
    there = {role["code"] for role in answer["roles"]}
    for code in sorted(there ^ set(ROLES)):
        watcher.cell(
            False, "list", "list_roles", "first", code, "on the page or in the product alone"
        )
    for code in sorted(there & set(ROLES)):
        watcher.cell(True, "list", "list_roles", "first", code)


def check_sign_out(watcher: Watcher) -> None:
    """A session that was ended opens nothing: by its owner, or because the account changed."""
    watcher.ask("officer_s", "DELETE", "/session")
    for user in ("officer_s", "gone"):
        for path in ("/session", "/cases", f"/cases/{watcher.b.ids['own']}"):
            answer = watcher.client.ask(watcher.session(user), "GET", path)
            watcher.cell(
                answer.status == 401,
                "get",
                "get_session",
                user,
                f"after the end {path}",
                f"answered {answer.status}",
                path,
            )


def check_second_factor(watcher: Watcher, subject: product.Product, description: dict) -> None:
    """Where a second factor is asked for, whoever has none reaches what sets it up, and no more."""
    subject.stop()
    subject.start("--require-second-factor", "true")
    watcher.client = subject.client()
    for operation, route in routes(description).items():
        if operation in FOR_ANYBODY | {"sign_out"}:
            continue
        for user in ("officer_n", "head", "administrator"):
            path = re.sub(r"\{[a-z]+\}", watcher.b.ids["own"], route.path)
            if_match = NEVER if route.needs_revision else None
            answer = watcher.ask(
                user, route.method, path, if_match=if_match, key=watcher.client.new_key()
            )
            refused = answer.status == 403 and answer.json()["code"] == "second_factor_needed"
            watcher.cell(
                refused != route.path.startswith("/session"),
                "second factor",
                operation,
                user,
                "none set up",
                f"answered {answer.status} {answer.body[:80]!r}",
                f"{route.method} {path}",
            )


def check_log(watcher: Watcher, log: pathlib.Path) -> None:
    """Nothing typed is in the server's log; ids may be."""
    text = log.read_bytes().lower()
    found = {
        token
        for token in CANDIDATE.findall(text)
        if token in watcher.b.canaries.owners
        and (token.startswith(b"zq") or token.startswith(b"07"))
    }
    watcher.cell(
        not found, "log", "serve", "the server", "log", f"canaries in the log: {sorted(found)[:5]}"
    )
    watcher.cell(b'"event":"request"' in text, "log", "serve", "the server", "requests", "no log")


def run(subject: product.Product, stop_at_first: bool) -> Watcher:
    began = time.monotonic()
    builder = small_world.make(subject.client())
    built = time.monotonic()
    watcher = Watcher(builder, builder.client, stop_at_first)
    description = read_description()
    check_complete(description)
    check_roles(watcher)
    before = snapshot(watcher)
    Doors(watcher).run()
    Cells(watcher, description).run()
    for key, seen in snapshot(watcher).items():
        watcher.cell(seen == before[key], "unchanged", "every write", "head", key, "it changed")
    check_sign_out(watcher)
    check_second_factor(watcher, subject, description)
    check_log(watcher, subject.log)
    print(f"world in {built - began:.1f} s, asked in {time.monotonic() - built:.1f} s")
    return watcher


def table(title: str, counts: collections.Counter, widest: int = 200) -> None:
    print(f"\n{title}")
    for name, number in sorted(counts.items(), key=lambda pair: -pair[1])[:widest]:
        print(f"  {number:7d}  {name}")


def report(watcher: Watcher) -> int:
    by: dict[int, collections.Counter] = {part: collections.Counter() for part in range(4)}
    for cell, number in watcher.cells.items():
        for part in range(4):
            by[part][cell[part]] += number
    for part, title in (
        (0, "By channel"),
        (1, "By operation"),
        (2, "By user"),
        (3, "By relationship"),
    ):
        table(title, by[part])
    print()
    for fault in watcher.faults.values():
        print(fault)
    total = sum(watcher.cells.values())
    print(
        f"\n{watcher.answers} answers, {watcher.searched_bytes / 1e6:.1f} MB searched for "
        f"{len(watcher.b.canaries.owners)} canaries"
    )
    if total < FEWEST_CELLS:
        print(f"WRONG  only {total} cells, fewer than {FEWEST_CELLS}")
    failed = len(watcher.faults) + (total < FEWEST_CELLS)
    print(f"{total - len(watcher.faults)} passed, {failed} failed")
    return 1 if failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program")
    parser.add_argument(
        "--database", help="an empty PostgreSQL database; else a SQLite file is made"
    )
    parser.add_argument("--quick", action="store_true", help="stop at the first fault")
    asked = parser.parse_args()
    with product.fresh(product.find_program(asked.program), asked.database) as subject:
        try:
            return report(run(subject, asked.quick))
        except Found as found:
            print(found)
            print("0 passed, 1 failed")
            return 1


if __name__ == "__main__":
    sys.exit(main())

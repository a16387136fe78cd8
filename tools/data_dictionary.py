#!/usr/bin/env python3
"""Writes docs/data-dictionary.md from migrations/: every table, its owner, its columns and what the
migrations say about them.

    data_dictionary.py [--check]      with --check, fails when the file is stale
"""

import pathlib
import re
import sqlite3
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "data-dictionary.md"
OWNER = re.compile(r"^-- owner: *(\w+)")
TABLE = re.compile(r"^CREATE TABLE (\w+)")
COLUMN = re.compile(r"^ +(\w+) +[A-Z]+[^-]*(?:-- (.*))?$")
ADDED = re.compile(r"^ALTER TABLE (\w+) ADD COLUMN (\w+)[^-]*(?:-- (.*))?$")


def for_sqlite(sql):
    """What store/migrations.cpp would run on SQLite."""
    kept, keep = [], True
    for line in sql.splitlines():
        if line.startswith("-- only: "):
            keep = line == "-- only: sqlite"
        elif line.startswith("-- end only"):
            keep = True
        elif keep:
            kept.append(line.replace("{{without_rowid}}", "WITHOUT ROWID"))
    return "\n".join(kept)


def said_in(sql, owners, meanings):
    """Notes the owner of each table made here, and what stands beside each column."""
    owner = table = None
    for line in sql.splitlines():
        if found := OWNER.match(line):
            owner = found[1]
        elif found := TABLE.match(line):
            table = found[1]
            owners[table] = owner
        elif found := ADDED.match(line):
            meanings[(found[1], found[2])] = found[3] or ""
        elif line.startswith(")"):
            table = None
        elif table and (found := COLUMN.match(line)):
            meanings[(table, found[1])] = found[2] or ""


def text():
    database = sqlite3.connect(":memory:")
    owners, meanings = {}, {}
    for file in sorted((ROOT / "migrations").glob("*.sql")):
        sql = file.read_text(encoding="utf-8")
        database.executescript(for_sqlite(sql))
        said_in(sql, owners, meanings)
    lines = ["# Data dictionary", "", "Written by `tools/data_dictionary.py` from `migrations/`; "
             "`make docs` writes it again. Ids are UUIDs, times", "UTC and yes or no 1 or 0. "
             "A table belongs to one module; nobody else reads it but by that module's door."]
    names = [row[0] for row in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    known = [name for name in names if name in owners]
    for owner in sorted({owners[name] for name in known}):
        lines += ["", f"## {owner}"]
        for table in sorted(name for name in known if owners[name] == owner):
            lines += ["", f"### {table}", "", "| Column | Type | May be empty | |",
                      "|---|---|---|---|"]
            for _, name, kind, required, _, key in database.execute(f"PRAGMA table_info({table})"):
                empty = "no" if required or key else "yes"
                lines.append(f"| `{name}` | {kind} | {empty} | {meanings.get((table, name), '')} |")
    return "\n".join(lines) + "\n"


def main():
    wanted = text()
    if "--check" in sys.argv[1:]:
        if not OUT.exists() or OUT.read_text(encoding="utf-8") != wanted:
            sys.exit("docs/data-dictionary.md is stale: run make docs")
        return
    OUT.write_text(wanted, encoding="utf-8")


if __name__ == "__main__":
    main()

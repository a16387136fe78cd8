"""Reads the records as they lie in the database, past the program, on either engine."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess

# What a server keeps for itself: these rows follow from others, or from when it was started.
KEPT_BY_THE_SERVER = {
    "access_version",
    "audit_checkpoint",
    "audit_head",
    "audit_node",
    "audit_progress",
    "schema_migration",
    "user_session",
    # Told apart by what was read, which is counted by itself.
    "audit_entry",
    "audit_shown",
}


class Rows:
    def __init__(self, database: str) -> None:
        self.database = database
        self.is_sqlite = database.startswith("sqlite:")

    def ask(self, sql: str) -> list[tuple[str, ...]]:
        """Every cell as text; nothing at all is empty."""
        if self.is_sqlite:
            path = self.database.removeprefix("sqlite:")
            with contextlib.closing(sqlite3.connect(path, timeout=30)) as at:
                return [tuple(_text(cell) for cell in row) for row in at.execute(sql)]
        said = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-F", "\x1f", "-c", sql, self.database],
            capture_output=True,
            text=True,
            check=True,
        )
        return [tuple(line.split("\x1f")) for line in said.stdout.splitlines()]

    def one(self, sql: str) -> int:
        return int(self.ask(sql)[0][0])

    def tables(self) -> list[str]:
        known = (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            if self.is_sqlite
            else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        return sorted(name for (name,) in self.ask(known) if name not in KEPT_BY_THE_SERVER)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        tables = self.tables()
        every = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in tables)
        return {name: int(count) for name, count in self.ask(every)}

    def acts(self, since: int = 0) -> dict[str, int]:
        """How often the audit has each action, after the entry with the number `since`."""
        sql = f"SELECT action, count(*) FROM audit_entry WHERE sequence > {since} GROUP BY action"
        return {action: int(count) for action, count in self.ask(sql)}

    def last_entry(self) -> int:
        return self.one("SELECT coalesce(max(sequence), 0) FROM audit_entry")

    def newest_checkpoint(self) -> str:
        note = self.ask("SELECT note FROM audit_checkpoint ORDER BY size DESC LIMIT 1")
        return "\n".join(line for (line,) in note) + "\n"

    def faults(self) -> list[str]:
        """What the database itself finds broken."""
        if not self.is_sqlite:
            return []  # pg_amcheck looks at the end: see torture.py
        found = self.ask("PRAGMA integrity_check") + self.ask("PRAGMA foreign_key_check")
        return [" ".join(row) for row in found if row != ("ok",)]


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)

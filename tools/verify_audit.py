#!/usr/bin/python3
"""Checks the audit without any of Waymark's own code: its chain, its tree, and who signed its heads.

For a witness, a data protection officer or a regulator, on any machine with Python and Debian's
python3-cryptography. It reads an SQLite file, or a PostgreSQL database by way of psql:

    tools/verify_audit.py waymark.db --log-key KEY [--witness-key KEY ...] [--held FILE ...]

    tools/verify_audit.py --extract FILE --log-key KEY [--witness-key KEY ...]

KEY is a public key, or a file that holds it; FILE a checkpoint that was kept. It prints what is wrong
and at which entry, and ends with 5; or that the audit is whole, and ends with 0. An extract is the file that a regulator was given; it is
checked without the database.

An entry's hash is SHA-256 over the hash before it and every column, each as "LENGTH:TEXT"; the tree is
that of RFC 6962 over those hashes; a checkpoint is a signed note of C2SP, a witness's signature its
cosignature/v1.
"""

from __future__ import annotations

import argparse
import base64
import csv
import datetime
import hashlib
import itertools
import pathlib
import sqlite3
import subprocess
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

COLUMNS = (
    *("sequence", "at", "actor_id", "agency_id", "action", "subject_kind", "subject_id"),
    *("revision", "detail", "request_id", "shown", "hash"),
)
TOLERANCE = datetime.timedelta(minutes=10)
LOG, WITNESS = 1, 4
ENOUGH_AGENCIES = 2
SUSPECTS = 24


class Broken(Exception):
    """What is wrong with the audit, and at which entry."""

    def __init__(self, fault: str, at: int):
        super().__init__(f"{fault} at entry {at}")
        self.fault, self.at = fault, at


# Reading


def rows_of(database: str, sql: str):
    """Rows as lists of text, out of either kind of database."""
    if database.startswith("postgres"):
        copy = f"COPY ({sql}) TO STDOUT WITH (FORMAT csv)"
        command = ["psql", "--no-psqlrc", "--quiet", "--command", copy, database]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as psql:
            yield from csv.reader(psql.stdout)
        if psql.returncode != 0:
            sys.exit(f"psql ended with {psql.returncode}")
        return
    path = pathlib.Path(database.removeprefix("sqlite:"))
    if not path.exists():
        sys.exit(f"there is no {path}")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for row in connection.execute(sql):
        yield ["" if cell is None else str(cell) for cell in row]


# Keys and notes


class Key:
    def __init__(self, given: str):
        if "+" not in given or pathlib.Path(given).exists():
            given = pathlib.Path(given).read_text(encoding="utf-8")
        self.name, key_id, encoded = given.strip().split("+", 2)
        kind_and_key = base64.b64decode(encoded, validate=True)
        self.kind, self.key = kind_and_key[0], kind_and_key[1:]
        self.id = hashlib.sha256(self.name.encode() + b"\n" + kind_and_key).digest()[:4]
        if self.id.hex() != key_id:
            sys.exit(f"{self.name}: the key and its id do not belong together")

    def signed(self, message: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, message)
        except InvalidSignature:
            return False
        return True


def time_of(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def text_of(time: datetime.datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.") + f"{time.microsecond // 1000:03d}Z"


class Note:
    def __init__(self, text: str):
        body, _, signatures = text.partition("\n\n")
        self.body = body.encode() + b"\n"
        self.origin, size, root, at = body.split("\n")
        self.size, self.root = int(size), base64.b64decode(root, validate=True)
        self.at = time_of(at.removeprefix("at "))
        self.signatures = [self.parts(line) for line in signatures.splitlines() if line]

    @staticmethod
    def parts(line: str) -> tuple[str, bytes, bytes]:
        dash, name, encoded = line.split(" ")
        if dash != "\u2014":
            raise ValueError(line)
        decoded = base64.b64decode(encoded, validate=True)
        return name, decoded[:4], decoded[4:]

    def is_by(self, key: Key) -> bool:
        return any(
            (name, key_id) == (key.name, key.id) and key.signed(self.body, signature)
            for name, key_id, signature in self.signatures
        )

    def cosigned_by(self, key: Key, part: tuple[str, bytes, bytes]) -> bool:
        name, key_id, signature = part
        if (name, key_id) != (key.name, key.id) or key.kind != WITNESS:
            return False
        seconds = int.from_bytes(signature[:8], "big")
        message = f"cosignature/v1\ntime {seconds}\n".encode() + self.body
        return key.signed(message, signature[8:])


# The chain and the tree


def entry_hash(previous: str, place: int, row: list[str]) -> bytes:
    parts = [previous, str(place), *row[1:10]] + ([row[10]] if row[10] else [])
    text = b"".join(b"%d:%s" % (len(one), one) for one in (part.encode() for part in parts))
    return hashlib.sha256(text).digest()


class Tree:
    def __init__(self):
        self.size, self.parts = 0, []

    def add(self, entry: bytes) -> None:
        self.parts.append(hashlib.sha256(b"\0" + entry).digest())
        position, self.size = self.size, self.size + 1
        while position % 2:
            right = self.parts.pop()
            self.parts[-1] = self.node(self.parts[-1], right)
            position //= 2

    @staticmethod
    def node(left: bytes, right: bytes) -> bytes:
        return hashlib.sha256(b"\1" + left + right).digest()

    def root(self) -> bytes:
        if not self.parts:
            return hashlib.sha256(b"").digest()
        root = self.parts[-1]
        for part in reversed(self.parts[:-1]):
            root = self.node(part, root)
        return root


def diagnosis(suspects: list[tuple[int, str, list[str]]]) -> str:
    """What was done, from the first rows that do not follow: (place, hash before it, row)."""

    def fits(row, place, before, wanted):
        return entry_hash(before, place, row).hex() == wanted

    pairs = list(itertools.permutations(suspects, 2))
    if any(fits(a[2], b[0], b[1], b[2][11]) for a, b in pairs):
        return "moved"
    if len(suspects) == 1:
        return "altered"
    place, before, row = suspects[1]
    if any(fits(row, place + shift, before, row[11]) for shift in range(1, 1001)):
        return "missing"
    if any(fits(a[2], b[0], before, a[2][11]) for a, b in pairs for before in (b[1], b[2][11])):
        return "swapped"
    return "spliced" if place == suspects[0][0] + 1 else "altered"


class Check:
    def __init__(self, database: str, log_keys: list[Key], witnesses: list[Key], held: list[Note]):
        self.database, self.log_keys, self.witnesses = database, log_keys, witnesses
        self.held = sorted(held, key=lambda note: note.size)
        self.notes = [(int(s), text) for s, text in rows_of(database, CHECKPOINTS)]
        self.cosigned: dict[int, list[tuple[str, str]]] = {}
        for size, agency, line in rows_of(database, COSIGNATURES):
            self.cosigned.setdefault(int(size), []).append((agency, line.rstrip("\n")))
        self.tree, self.witnessed, self.signed, self.kept = Tree(), 0, 0, 0
        self.last_at: datetime.datetime | None = None

    def run(self) -> None:
        head_size, head_hash = next(rows_of(self.database, HEAD))
        place, previous, suspects = 0, "", []
        waiting, held = iter(self.notes), list(self.held)
        coming = self.read(next(waiting, None))
        for row in rows_of(self.database, ENTRIES):
            place += 1
            if int(row[0]) != place:
                if suspects:
                    break
                raise Broken("missing" if int(row[0]) > place else "spliced", place)
            if place > int(head_size):
                raise Broken("beyond_head", place)
            digest = entry_hash(previous, place, row)
            if digest.hex() != row[11]:
                suspects.append((place, previous, row))
                if len(suspects) == SUSPECTS:
                    break
            previous = row[11]
            if suspects:
                continue
            self.check_clock(place, row[1], coming)
            self.tree.add(digest)
            if coming and coming[0] == place:
                self.check_note(place, coming[1])
                coming = self.read(next(waiting, None))
            while held and held[0].size == place:
                self.check_held(held.pop(0))
        if suspects:
            raise Broken(diagnosis(suspects), suspects[0][0])
        if int(head_size) > place or held or coming:
            raise Broken("cut_off", place + 1)
        if head_hash != previous:
            raise Broken("head_differs", place)
        newest = self.notes[-1][0] if self.notes else 0
        if self.held and self.held[-1].size > newest:
            raise Broken("checkpoints_rolled_back", newest + 1)

    @staticmethod
    def read(found):
        if found is None:
            return None
        try:
            return found[0], Note(found[1])
        except (ValueError, IndexError):
            return found[0], None

    def check_clock(self, place: int, at: str, coming) -> None:
        if self.last_at and at < text_of(self.last_at - TOLERANCE):
            raise Broken("wrong_clock", place)
        if coming and coming[1] and at > text_of(coming[1].at + TOLERANCE):
            raise Broken("wrong_clock", place)

    def check_note(self, place: int, note: Note | None) -> None:
        by_log = note and (not self.log_keys or any(note.is_by(key) for key in self.log_keys))
        if not by_log or note.size != place:
            raise Broken("wrong_key", self.signed + 1)
        if note.root != self.tree.root():
            raise Broken("forked", self.signed + 1)
        if self.last_at and note.at + TOLERANCE < self.last_at:
            raise Broken("wrong_clock", place)
        self.last_at, self.signed = note.at, place
        lines = self.cosigned.get(place, [])
        for _, line in lines:
            part = Note.parts(line)
            if not any(note.cosigned_by(key, part) for key in self.witnesses):
                raise Broken("wrong_key", place)
        if len({agency for agency, _ in lines}) >= ENOUGH_AGENCIES:
            self.witnessed = place

    def check_held(self, note: Note) -> None:
        if note.root != self.tree.root():
            raise Broken("forked", (self.signed if self.log_keys else self.kept) + 1)
        self.kept = note.size


ENTRIES = f"SELECT {', '.join(COLUMNS)} FROM audit_entry ORDER BY sequence"
HEAD = "SELECT sequence, hash FROM audit_head WHERE id = 1"
CHECKPOINTS = "SELECT size, note FROM audit_checkpoint ORDER BY size"
COSIGNATURES = (
    "SELECT s.size, w.agency_id, s.line FROM audit_cosignature s "
    "JOIN audit_witness w ON w.id = s.witness_id ORDER BY s.size, s.witness_id"
)
WITNESSES = "SELECT key FROM audit_witness"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    options.add_argument("database", nargs="?", help="an SQLite file, or postgresql://...")
    options.add_argument("--extract", help="a file that a regulator was given")
    options.add_argument("--log-key", action="append", default=[])
    options.add_argument("--witness-key", action="append", default=[])
    options.add_argument("--held", action="append", default=[])
    given = options.parse_args()
    if given.extract:
        if given.database or given.held or not given.log_key:
            options.error("--extract needs --log-key, and no database or --held")
        # Shares this file's keys, notes and tree, which it imports.
        from verify_extract import check_file  # pylint: disable=import-outside-toplevel

        return check_file(given.extract, given.log_key, given.witness_key)
    if not given.database:
        options.error("which database, or --extract FILE?")
    witnesses = given.witness_key or [row[0] for row in rows_of(given.database, WITNESSES)]
    held = [Note(pathlib.Path(file).read_text(encoding="utf-8")) for file in given.held]
    keys = [Key(key) for key in given.log_key]
    check = Check(given.database, keys, [Key(key) for key in witnesses], held)
    try:
        check.run()
    except Broken as broken:
        print(f"The audit is broken at entry {broken.at}: {broken.fault}", file=sys.stderr)
        return 5
    print(f"The audit is whole: {check.tree.size} entries, {len(check.notes)} checkpoints.")
    print(f"Root: {base64.b64encode(check.tree.root()).decode()}")
    print(f"Seen by witnesses of at least {ENOUGH_AGENCIES} agencies: the first {check.witnessed} entries")
    if not keys:
        print("Nothing says whose the signatures are: give --log-key.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

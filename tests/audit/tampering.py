#!/usr/bin/python3
"""Does to the audit what somebody could who owns the database, and expects to be told what and where.

A demonstration is made and served, and its heads are signed by two witnesses. Then each kind of
tampering is done to a copy: both verifiers, the program's and tools/verify_audit.py, must name it with
its place, and a witness must not sign what does not continue what it saw. The attacker knows how the
log is made, and computes what can be computed; only keys are not theirs, but where it says so.

    tests/audit/tampering.py --waymark build/release/waymark
"""

from __future__ import annotations

import argparse
import contextlib
import pathlib
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
from verify_audit import COLUMNS, entry_hash  # noqa: E402  pylint: disable=wrong-import-position

WITNESSES = (("police.example/waymark", "police"), ("fire.example/waymark", "fire"))


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class World:
    """A served log in a folder, with its witnesses."""

    def __init__(self, waymark: pathlib.Path, folder: pathlib.Path):
        self.waymark, self.folder, self.port = waymark, folder, free_port()
        self.database = folder / "waymark.db"

    def run(self, *words: str, database: pathlib.Path | None = None) -> subprocess.CompletedProcess:
        at = ["--database", f"sqlite:{database or self.database}"]
        return subprocess.run(
            [self.waymark, *words, *at],
            cwd=ROOT,
            input="a pass phrase that is long enough\n",
            capture_output=True,
            text=True,
            check=False,
        )

    def right(self, *words: str, **more) -> str:
        done = self.run(*words, **more)
        if done.returncode != 0:
            sys.exit(f"{words}: {done.returncode} {done.stderr}")
        return done.stdout

    def make(self) -> None:
        self.right("demo", "--size", "small")
        (self.folder / "log.pub").write_text(self.right("audit-key"), encoding="utf-8")
        for name, agency in WITNESSES:
            public = self.right("witness", "key", name, "--out", str(self.folder / f"{agency}.key"))
            self.right("witness", "add", public.splitlines()[-1], "--agency", agency)

    def serve(
        self,
        database: pathlib.Path | None = None,
        key: pathlib.Path | None = None,
        signs: bool = True,
    ):
        """A server that has signed the head of its log, if it is one that does."""
        words = [self.waymark, "serve", "--database", f"sqlite:{database or self.database}"]
        words += ["--programmes", "programmes", "--listen", f"127.0.0.1:{self.port}"]
        words += ["--web", "no-such", "--audit-key", str(key or self.folder / "waymark.db.audit-key")]
        server = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=1):
                    break
            except OSError:
                time.sleep(0.1)
        if signs:
            self.wait_until_signed(database or self.database)
        return server

    @staticmethod
    def wait_until_signed(path: pathlib.Path) -> None:
        """Until the head as it is has a checkpoint, which a server makes when it starts."""
        query = "SELECT (SELECT max(size) FROM audit_checkpoint) = sequence FROM audit_head"
        with contextlib.closing(sqlite3.connect(path)) as at:
            for _ in range(200):
                if at.execute(query).fetchone()[0]:
                    return
                time.sleep(0.1)
        sys.exit("the server did not sign the head of its log")

    def witness(self, agency: str) -> subprocess.CompletedProcess:
        words = ["witness", "run", "--once", "--log", f"http://127.0.0.1:{self.port}"]
        words += ["--log-key", str(self.folder / "log.pub")]
        words += ["--key", str(self.folder / f"{agency}.key")]
        return self.run(*words, "--state", str(self.state(agency)))

    def state(self, agency: str) -> pathlib.Path:
        return self.folder / f"{agency}.state"

    def grow(self) -> None:
        """A server comes, is asked for something that is noted, is witnessed, and goes."""
        for _, agency in WITNESSES:
            self.right("user", "add", f"{agency}{time.time_ns()}@demo.example", "--name", "X Y")
        server = self.serve()
        try:
            for _, agency in WITNESSES:
                seen = self.witness(agency)
                if seen.returncode != 0:
                    sys.exit(f"the witness did not sign: {seen.stderr}")
        finally:
            server.terminate()
            server.wait(30)


class Copy:
    """A copy of the database, in the hands of somebody who may do anything to it."""

    def __init__(self, world: World, name: str):
        self.world = world
        self.path = world.folder / f"{name}.db"
        shutil.copy(world.database, self.path)
        self.at = sqlite3.connect(self.path, isolation_level=None)
        for (trigger,) in self.at.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if trigger.startswith("audit_"):
                self.at.execute(f"DROP TRIGGER {trigger}")
        self.sizes = [size for (size,) in self.at.execute("SELECT size FROM audit_checkpoint ORDER BY 1")]
        (self.last,) = self.at.execute("SELECT max(sequence) FROM audit_entry").fetchone()

    def do(self, sql: str, *values) -> None:
        self.at.execute(sql, values)

    def row(self, place: int) -> list[str]:
        columns = ", ".join(COLUMNS)
        found = self.at.execute(f"SELECT {columns} FROM audit_entry WHERE sequence = ?", (place,))
        return ["" if cell is None else str(cell) for cell in found.fetchone()]

    def swap(self, one: int, other: int) -> None:
        for was, becomes in ((one, -1), (other, one), (-1, other)):
            self.do("UPDATE audit_entry SET sequence = ? WHERE sequence = ?", becomes, was)

    def swap_hashes(self, one: int, other: int) -> None:
        first, second = self.row(one)[11], self.row(other)[11]
        self.do("UPDATE audit_entry SET hash = ? WHERE sequence = ?", second, one)
        self.do("UPDATE audit_entry SET hash = ? WHERE sequence = ?", first, other)

    def set_head(self, place: int) -> None:
        self.do("UPDATE audit_head SET sequence = ?, hash = ?", place, self.row(place)[11])

    def chain_from(self, place: int) -> None:
        """Computes every hash anew, and lets the tree be built again."""
        previous = self.row(place - 1)[11]
        (last,) = self.at.execute("SELECT max(sequence) FROM audit_entry").fetchone()
        for at in range(place, last + 1):
            previous = entry_hash(previous, at, self.row(at)).hex()
            self.do("UPDATE audit_entry SET hash = ? WHERE sequence = ?", previous, at)
        self.do("DELETE FROM audit_node")
        self.set_head(last)


def edit(copy: Copy):
    place = copy.last - 40
    copy.do("UPDATE audit_entry SET actor_id = 'somebody else' WHERE sequence = ?", place)
    return "altered", place


def delete(copy: Copy):
    place = copy.last - 40
    copy.do("DELETE FROM audit_entry WHERE sequence = ?", place)
    return "missing", place


def delete_and_close_up(copy: Copy):
    place = copy.last - 40
    copy.do("DELETE FROM audit_entry WHERE sequence = ?", place)
    for at in range(place + 1, copy.last + 1):
        copy.do("UPDATE audit_entry SET sequence = ? WHERE sequence = ?", at - 1, at)
    copy.do("UPDATE audit_head SET sequence = sequence - 1")
    return "missing", place


def reorder(copy: Copy):
    one, other = copy.last - 40, copy.last - 30
    copy.swap(one, other)
    copy.swap_hashes(one, other)
    return "moved", one


def swap_whole_rows(copy: Copy):
    copy.swap(copy.last - 40, copy.last - 30)
    return "swapped", copy.last - 40


def truncate(copy: Copy):
    place = copy.last - 4
    copy.do("DELETE FROM audit_entry WHERE sequence > ?", place)
    copy.set_head(place)
    return "cut_off", place + 1


def splice(copy: Copy):
    place = copy.last - 40
    foreign = entry_hash("another log", place, copy.row(3)).hex()
    copy.do(
        "UPDATE audit_entry SET action = 'case.read', subject_kind = 'case', subject_id = 'x', hash = ? "
        "WHERE sequence = ?",
        foreign,
        place,
    )
    return "spliced", place


def fork(copy: Copy):
    place = copy.sizes[0] + 2
    copy.do("UPDATE audit_entry SET actor_id = 'somebody else' WHERE sequence = ?", place)
    copy.chain_from(place)
    return "forked", copy.sizes[0] + 1


def re_sign(copy: Copy):
    """Everything anew, and signed: with another key, for the log's own is out of reach."""
    fork(copy)
    copy.do("DELETE FROM audit_checkpoint")
    copy.do("DELETE FROM audit_cosignature")
    copy.at.close()
    server = copy.world.serve(copy.path, copy.world.folder / "other.key")
    server.terminate()
    server.wait(30)
    return "wrong_key", 1


def re_sign_with_the_stolen_key(copy: Copy):
    fork(copy)
    copy.do("DELETE FROM audit_checkpoint WHERE size > ?", copy.sizes[0])
    copy.do("DELETE FROM audit_cosignature WHERE size > ?", copy.sizes[0])
    copy.at.close()
    server = copy.world.serve(copy.path)
    server.terminate()
    server.wait(30)
    # Only who holds what was signed before can tell.
    return "forked", None


def turn_the_clock(copy: Copy):
    place = copy.sizes[0] + 2
    copy.do("UPDATE audit_entry SET at = '2021-06-01T09:00:00.000Z' WHERE sequence = ?", place)
    copy.chain_from(place)
    return "wrong_clock", place


def roll_back_checkpoints(copy: Copy):
    copy.do("DELETE FROM audit_checkpoint WHERE size > ?", copy.sizes[0])
    copy.do("DELETE FROM audit_cosignature WHERE size > ?", copy.sizes[0])
    return "checkpoints_rolled_back", copy.sizes[0] + 1


def roll_back_all(copy: Copy):
    roll_back_checkpoints(copy)
    copy.do("DELETE FROM audit_entry WHERE sequence > ?", copy.sizes[0])
    copy.do("DELETE FROM audit_node")
    copy.set_head(copy.sizes[0])
    return "cut_off", copy.sizes[0] + 1


KINDS = (
    *(edit, delete, delete_and_close_up, reorder, swap_whole_rows, truncate, splice, fork, re_sign),
    *(re_sign_with_the_stolen_key, turn_the_clock, roll_back_checkpoints, roll_back_all),
)
# What a server with this database would ask a witness to sign.
ASKED_OF_A_WITNESS = {
    "roll_back_all": "gone",
    "re_sign_with_the_stolen_key": "rewritten",
}
SAID = re.compile(r"broken at entry (\d+): (\w+)")


class Count:
    def __init__(self):
        self.passed = self.failed = 0

    def expect(self, holds: bool, what: str) -> None:
        self.passed += holds
        self.failed += not holds
        if not holds:
            print(f"FAIL  {what}")


def check(world: World, count: Count, name: str, path: pathlib.Path, expected) -> None:
    known = ["--log-key", str(world.folder / "log.pub"), "--held", str(world.state("police"))]
    own = world.run("verify-audit", *known, database=path)
    other = subprocess.run(
        ["/usr/bin/python3", ROOT / "tools" / "verify_audit.py", path, *known],
        capture_output=True,
        text=True,
        check=False,
    )
    for who, done in (("waymark", own), ("verify_audit.py", other)):
        if expected is None:
            count.expect(done.returncode == 0, f"{who}: {name} is whole: {done.stderr}")
            continue
        found = SAID.search(done.stderr)
        said = (found[2], int(found[1])) if found else done.stderr
        fits = found and found[2] == expected[0] and expected[1] in (None, int(found[1]))
        count.expect(done.returncode == 5 and bool(fits), f"{who}: {name}: {said}, not {expected}")


def check_server(world: World, count: Count, name: str, path: pathlib.Path) -> None:
    """The server itself signs nothing that does not continue what it signed."""
    world.right("user", "add", f"{name}@demo.example", "--name", "X Y", database=path)
    server = world.serve(path, signs=False)
    time.sleep(2)
    server.terminate()
    server.wait(30)
    with contextlib.closing(sqlite3.connect(path)) as at:
        query = "SELECT (SELECT max(size) FROM audit_checkpoint) < sequence FROM audit_head"
        count.expect(bool(at.execute(query).fetchone()[0]), f"server: {name}: it signed")


def check_witness(world: World, count: Count, name: str, path: pathlib.Path) -> None:
    """With a database that was tampered with, the server signs anew; the witness does not."""
    # Something new, so that there is something to ask for.
    world.right("user", "add", f"{name}@demo.example", "--name", "X Y", database=path)
    server = world.serve(path)
    try:
        before = world.state("police").read_bytes()
        seen = world.witness("police")
        refused = seen.returncode == 5 and ASKED_OF_A_WITNESS[name] in seen.stderr
        count.expect(refused, f"witness: {name}: {seen.returncode} {seen.stdout}{seen.stderr}")
        count.expect(world.state("police").read_bytes() == before, f"witness: {name}: still held")
    finally:
        server.terminate()
        server.wait(30)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    options.add_argument("--waymark", type=pathlib.Path, default=ROOT / "build/release/waymark")
    waymark = options.parse_args().waymark.resolve()
    count = Count()
    with tempfile.TemporaryDirectory(prefix="waymark-audit-") as folder:
        world = World(waymark, pathlib.Path(folder))
        world.make()
        world.grow()
        world.grow()
        check(world, count, "nothing", world.database, None)
        for kind in KINDS:
            copy = Copy(world, kind.__name__)
            expected = kind(copy)
            copy.at.close()
            check(world, count, kind.__name__, copy.path, expected)
            if kind is fork:
                check_server(world, count, kind.__name__, copy.path)
            if kind.__name__ in ASKED_OF_A_WITNESS:
                check_witness(world, count, kind.__name__, copy.path)
    print(f"{count.passed} passed, {count.failed} failed")
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())

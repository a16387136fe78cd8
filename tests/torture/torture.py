#!/usr/bin/env python3
"""Kills the server in the middle of its work, again and again, and looks at what is left.

    torture.py --program build/release/waymark --rounds 200 [--postgresql FOLDER --restart COMMAND]

Writers who each keep a case do one thing after another until kill -9 cuts them off; with PostgreSQL
every third time the whole database is killed too. Then the server is started again, and:

- what was acknowledged is there, once; what was not is there once or not at all;
- asked again with the same Idempotency-Key, an act gives the same answer, and is there once;
- a change of a title is there or not, and says so to who tries it again from the old revision;
- every table has exactly the rows that the acts done make (what one act of each kind makes is counted
  on a quiet server first), and the audit exactly their entries: nothing is half done;
- each reading that was answered is in the audit;
- the audit verifies, and continues what was signed before; the database finds itself sound.

FOLDER is that of a PostgreSQL which COMMAND starts again. Ends with "N passed, N failed": a check of
a round counts as one.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import os
import pathlib
import random
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "policy"), str(ROOT / "tests" / "torture")]

from build import Builder  # noqa: E402
from product import Product, find_program  # noqa: E402
from rows import Rows  # noqa: E402
from writers import CREATES, FOUND, KINDS, Act, Writer, attempt  # noqa: E402

WRITERS = 6
SHORTEST, LONGEST = 0.02, 0.6  # seconds of work before the kill
MOST_ASKED_AGAIN = 12  # of the acknowledged acts of a round
Counts = collections.Counter


def children_of(pid: str) -> list[str]:
    found = []
    for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # After the name in brackets: the state, then the parent.
            if status.read_text().rpartition(")")[2].split()[1] == pid:
                found.append(status.parent.name)
    return found


class Torture:
    def __init__(self, product: Product, postgresql: str, restart: str, seed: int) -> None:
        self.product = product
        self.postgresql, self.restart = postgresql, restart
        self.rows = Rows(product.database)
        self.choose = random.Random(seed)
        self.tally = Counts()
        self.writers: list[Writer] = []
        self.makes: dict[str, tuple[Counts, Counts]] = {}  # kind: rows of tables, acts in the audit
        self.expected_rows, self.expected_acts = Counts(), Counts()
        self.last_entry = 0
        self.held = product.folder / "held"
        self.log_key = product.folder / "log.pub"

    def check(self, what: str, is_right: bool, why: object = "") -> None:
        self.tally["passed" if is_right else "failed"] += 1
        if not is_right:
            print(f"WRONG  round {self.tally['rounds']}: {what}\n       {why}", flush=True)

    # A quiet server first

    def build(self) -> None:
        self.product.run("migrate")
        self.product.add_administrators()
        self.serve()
        builder = Builder(self.product.client())
        builder.agency("council", "council")
        builder.area("NOR")
        for index in range(WRITERS):
            builder.user(f"writer_{index}", "council", ("hub_officer", "NOR"))
        builder.user("opener", "council", ("hub_manager", "NOR"))
        builder.place("place", "opener")
        for index in range(WRITERS):
            builder.person(f"person_{index}", "opener")
            builder.case(
                f"case_{index}",
                "opener",
                "NOR",
                ((f"person_{index}", "witness"),),
                ("place",),
                lead_user=f"writer_{index}",
            )
        self.writers = [Writer(builder, f"writer_{index}", index) for index in range(WRITERS)]
        self.log_key.write_text(self.run("audit-key", *self.keys()[:2]), encoding="utf-8")
        # The first of some things on a case makes more than those that follow.
        for writer in self.writers:
            for kind in KINDS:
                writer.try_it(builder.client, writer.act(kind))
            writer.looks(builder.client)
        for kind in KINDS:
            self.makes[kind] = self.made_by_one(kind)
        self.look_at_cases()
        self.remember()

    def look_at_cases(self) -> None:
        client = self.product.client()
        for writer in self.writers:
            writer.looks(client)

    def made_by_one(self, kind: str) -> tuple[Counts, Counts]:
        """What an act of this kind adds; the same for a writer as for another, or we cannot count."""
        found = []
        client = self.product.client()
        for writer in self.writers[:3]:
            rows, last = Counts(self.rows.counts()), self.rows.last_entry()
            act = writer.act(kind)
            writer.try_it(client, act)
            if not act.is_done:
                sys.exit(f"{kind} does not work: {act.answer}")
            added = Counts(self.rows.counts())
            added.subtract(rows)
            kept = Counts({table: count for table, count in added.items() if count})
            found.append((kept, Counts(self.rows.acts(last))))
        if found[0] != found[1] or found[1] != found[2]:
            sys.exit(f"{kind} adds now this, now that: {found}")
        if kind != "read" and not found[0][1]:
            sys.exit(f"{kind} leaves nothing in the audit")
        return found[0]

    def keys(self) -> list[str]:
        return ["--audit-key", str(self.product.folder / "policy.db.audit-key")]

    def run(self, *words: str) -> str:
        done = subprocess.run(
            [str(self.product.program), *words, "--database", self.product.database],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{words[0]}: {done.stdout[-500:]} {done.stderr[-500:]}")
        return done.stdout

    def serve(self) -> None:
        self.product.start("--durable", "true")

    def remember(self) -> None:
        self.expected_rows = Counts(self.rows.counts())
        self.expected_acts = Counts(self.rows.acts())
        self.last_entry = self.rows.last_entry()

    # A round

    def round(self) -> None:
        self.tally["rounds"] += 1
        done = [[] for _ in self.writers]
        begun = threading.Event()
        threads = [
            threading.Thread(
                target=writer.write_until_cut_off, args=(self.product.port, acts, begun)
            )
            for writer, acts in zip(self.writers, done, strict=True)
        ]
        for thread in threads:
            thread.start()
        begun.wait(30)
        time.sleep(self.choose.uniform(SHORTEST, LONGEST))
        self.kill()
        for thread in threads:
            thread.join(60)
        self.serve()
        self.look(done)

    def kill(self) -> None:
        process = self.product.process
        if self.postgresql and self.tally["rounds"] % 3 == 0:
            self.kill_postgresql()
            time.sleep(self.choose.uniform(0, 0.2))
            process.kill()
            process.wait(30)
            self.start_postgresql()
        else:
            process.kill()
            process.wait(30)
        self.tally["kills"] += 1

    def kill_postgresql(self) -> None:
        """The postmaster and all that it began, at once."""
        pid = pathlib.Path(self.postgresql, "data", "postmaster.pid").read_text().split()[0]
        for one in (pid, *children_of(pid)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(one), signal.SIGKILL)
        self.tally["database kills"] += 1

    def start_postgresql(self) -> None:
        # What a killed postmaster leaves may hold its shared memory for a moment.
        for _ in range(20):
            said = subprocess.run(
                shlex.split(self.restart), check=False, text=True, stderr=subprocess.PIPE
            )
            if said.returncode == 0:
                return
            time.sleep(0.5)
        sys.exit(f"PostgreSQL did not start again: {said.stderr[-2000:]}")

    # What is left

    def look(self, done: list[list[Act]]) -> None:
        every = [act for acts in done for act in acts]
        refused = [act for act in every if act.answer and not act.is_done]
        self.check(
            "nothing is refused but for a database that is gone",
            all(act.answer.status == 503 for act in refused),
            [(act.method, act.path, act.answer) for act in refused[:3]],
        )
        there = self.found(every)
        lost = [act for act in every if act.kind in CREATES and act.is_done and not there[act.token]]
        self.check("what was acknowledged is there", not lost, lost[:3])
        twice = [act for act in every if there[act.token] > 1]
        self.check("nothing is there twice", not twice, twice[:3])
        applied = Counts(act.kind for act in every if there[act.token])
        client = self.product.client()
        for writer, acts in zip(self.writers, done, strict=True):
            applied["title"] += self.titles(writer, acts)
        read = sum(act.kind == "read" and act.is_done for act in every)
        begun_reading = sum(act.kind == "read" for act in every)
        self.counts(applied, (read, begun_reading))
        self.ask_again(client, every, there)
        self.tree()
        self.tally["acknowledged"] += sum(act.is_done for act in every)
        self.tally["cut off"] += sum(act.answer is None for act in every)
        self.tally["cut off, but done"] += sum(
            there[act.token] for act in every if act.answer is None
        )
        self.look_at_cases()
        self.remember()

    def found(self, every: list[Act]) -> Counts:
        """How often the token of each act lies in the records."""
        wanted = [act for act in every if act.kind in CREATES]
        there = Counts()
        for begin in range(0, len(wanted), 100):
            part = wanted[begin : begin + 100]
            sql = " UNION ALL ".join(
                f"SELECT '{act.token}', ({FOUND[act.kind].format(token=act.token)})" for act in part
            )
            for token, count in self.rows.ask(sql):
                there[token] = int(count)
        return there

    def titles(self, writer: Writer, acts: list[Act]) -> int:
        """How many changes of a title were made, by what the case says now."""
        changes = [act for act in acts if act.kind == "title"]
        kept = [act for act in changes if act.is_done]
        title = self.rows.ask(f"SELECT title FROM case_record WHERE id = '{writer.case}'")[0][0]
        expected = [(kept[-1].body["title"] if kept else writer.title)]
        unknown = [act for act in changes if act.answer is None]
        expected += [act.body["title"] for act in unknown]
        self.check("a title is the last one acknowledged", title in expected, (title, expected))
        if not unknown:
            return len(kept)
        was_done = title == unknown[-1].body["title"]
        again = attempt(self.product.client(), unknown[-1])
        right = again is not None and again.status == (412 if was_done else 200)
        self.check("a title tried again is refused exactly if it is there", right, again)
        return len(kept) + 1

    def counts(self, applied: Counts, reads: tuple[int, int]) -> None:
        rows, acts = Counts(self.expected_rows), Counts(self.expected_acts)
        for kind, times in applied.items():
            for table, count in self.makes[kind][0].items():
                rows[table] += count * times
            for action, count in self.makes[kind][1].items():
                acts[action] += count * times
        now_rows, now_acts = Counts(self.rows.counts()), Counts(self.rows.acts())
        off = {table: (now_rows[table], rows[table]) for table in rows if now_rows[table] != rows[table]}
        self.check("each table has the rows of the acts that are done", not off, off)
        reading = self.makes["read"][1]
        off = {
            action: (now_acts[action], acts[action], reads)
            for action in {*acts, *now_acts}
            if not reads[0] * reading[action]
            <= now_acts[action] - acts[action]
            <= reads[1] * reading[action]
        }
        self.check("what is done, and what was read, is in the audit, and nothing else", not off, off)
        self.check("the database is sound", not self.rows.faults(), self.rows.faults()[:3])

    def ask_again(self, client, every: list[Act], there: Counts) -> None:
        """With the same keys: what was answered is answered again; what was cut off is done now."""
        creates = [act for act in every if act.kind in CREATES]
        known = [act for act in creates if act.is_done]
        rows = Counts(self.rows.counts())
        for act in self.choose.sample(known, min(len(known), MOST_ASKED_AGAIN)):
            again = attempt(client, act)
            same = again and (again.status, again.body) == (act.answer.status, act.answer.body)
            self.check("an answer given is given again", bool(same), (act, again))
        cut_off = [act for act in creates if not act.is_done]
        for act in cut_off:
            for _ in range(2):
                again = attempt(client, act)
                self.check("what was cut off can be asked again",
                           again is not None and 200 <= again.status < 300, (act, again))
            if not there[act.token]:
                rows.update(self.makes[act.kind][0])
        now, now_rows = self.found(creates), Counts(self.rows.counts())
        off = [act for act in creates if now[act.token] != 1]
        self.check("asked again, everything is there once", not off, off[:3])
        off = {table: (now_rows[table], rows[table]) for table in rows if now_rows[table] != rows[table]}
        self.check("asking again adds nothing else", not off, off)

    def tree(self) -> None:
        """The audit is whole, and continues what was signed in the rounds before."""
        words = ["verify-audit", "--log-key", str(self.log_key)]
        if self.held.exists():
            words += ["--held", str(self.held)]
        try:
            self.run(*words)
            self.check("the audit verifies", True)
        except RuntimeError as said:
            self.check("the audit verifies", False, said)
        self.held.write_text(self.rows.newest_checkpoint(), encoding="utf-8")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("--program")
    asked.add_argument("--rounds", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--database", help="an empty PostgreSQL database; SQLite without it")
    asked.add_argument("--postgresql", default="", help="the folder that its data lie in")
    asked.add_argument("--restart", default="", help="the command that starts it again")
    said = asked.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="waymark-torture-"))
    product = Product(
        find_program(said.program), folder, said.database or f"sqlite:{folder / 'policy.db'}"
    )
    torture = Torture(product, said.postgresql, said.restart, said.seed)
    began = time.monotonic()
    try:
        torture.build()
        for _ in range(said.rounds):
            torture.round()
            if torture.tally["rounds"] % 20 == 0:
                print(f"{torture.tally['rounds']} rounds", flush=True)
    finally:
        product.stop()
        shutil.rmtree(folder, ignore_errors=True)
    tally = torture.tally
    print(
        f"{tally['rounds']} rounds, {tally['kills']} kills of the server and "
        f"{tally['database kills']} of the database, in {time.monotonic() - began:.0f} s: "
        f"{tally['acknowledged']} acknowledged, {tally['cut off']} cut off, of which "
        f"{tally['cut off, but done']} were done"
    )
    print(f"{tally['passed']} passed, {tally['failed']} failed")
    return 1 if tally["failed"] or not tally["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())

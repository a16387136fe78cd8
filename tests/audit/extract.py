#!/usr/bin/python3
"""Takes extracts from a demonstration as a regulator gets them, and edits them as somebody could who
stands between: tools/verify_audit.py --extract must say that they hold, or name what was done and where.

    tests/audit/extract.py --waymark build/release/waymark
"""

from __future__ import annotations

import argparse
import base64
import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

from tampering import ROOT, WITNESSES, Count, World

READER, PASSWORD = "dpo@demo.example", "for demonstration only"


class Reader:
    """Somebody who is signed in."""

    def __init__(self, port: int):
        self.base, self.cookie = f"http://127.0.0.1:{port}/api/v1", ""
        body = json.dumps({"email": READER, "password": PASSWORD}).encode()
        kind = {"Content-Type": "application/json"}
        with self.open(urllib.request.Request(f"{self.base}/session", body, kind)) as answer:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    @staticmethod
    def open(asked: urllib.request.Request):
        return urllib.request.urlopen(asked, timeout=60)

    def get(self, path: str) -> dict:
        asked = urllib.request.Request(f"{self.base}{path}", headers={"Cookie": self.cookie})
        with self.open(asked) as answer:
            return json.load(answer)


def take(world: World) -> dict[str, dict]:
    """Extracts of each kind, of this year."""
    server = world.serve()
    try:
        reader = Reader(world.port)
        session = reader.get("/session")
        days = f"?from_on={session['today'][:4]}-01-01&to_on={session['today']}"
        cases = reader.get("/cases?state=open&limit=100")["cases"]
        details = [reader.get(f"/cases/{case['id']}") for case in cases]
        of_a_person = next(one for one in details if len(one["people"]) > 1)
        of_a_place = next(one for one in details if one["places"])
        person = of_a_person["people"][0]["person_id"]
        place = of_a_place["places"][0]["place_id"]
        leader = of_a_person["lead_user_id"]
        # What was just looked at is told when it is signed; the server signs when it starts.
        server.terminate()
        server.wait(30)
        server = world.serve()
        reader = Reader(world.port)
        return {
            "case": reader.get(f"/cases/{of_a_person['id']}/audit/extract{days}"),
            "person": reader.get(f"/people/{person}/audit/extract{days}"),
            "place": reader.get(f"/places/{place}/audit/extract{days}"),
            "user": reader.get(f"/users/{leader}/looks/extract{days}"),
        }
    finally:
        server.terminate()
        server.wait(30)


# Each edits an extract, and says what must be said of it.


def edit_an_entry(said: dict) -> str:
    entry = said["entries"][2]
    entry["actor_id"] = said["asked_by"]["id"][:-1] + "0"
    return f"entry {entry['sequence']}: what it says and its proof"


def edit_what_was_shown(said: dict) -> str:
    entry = next(one for one in said["entries"] if len(one.get("shown", [])) > 1)
    entry["shown"].pop()
    return f"entry {entry['sequence']}: what it says and its proof"


def edit_a_hash(said: dict) -> str:
    entry = said["entries"][1]
    entry["hash"] = said["entries"][0]["hash"]
    return f"entry {entry['sequence']}: its hash is not that of what it says"


def swap_two_proofs(said: dict) -> str:
    one, other = said["entries"][0], said["entries"][-1]
    one["proof"], other["proof"] = other["proof"], one["proof"]
    return f"entry {one['sequence']}: what it says and its proof"


def swap_two_entries(said: dict) -> str:
    entries = said["entries"]
    entries[0], entries[1] = entries[1], entries[0]
    return f"entry {entries[1]['sequence']}: out of order"


def say_an_entry_twice(said: dict) -> str:
    said["entries"].insert(1, said["entries"][0])
    return f"entry {said['entries'][0]['sequence']}: out of order"


def move_an_entry(said: dict) -> str:
    entry = said["entries"][-1]
    entry["sequence"] -= 1
    return f"entry {entry['sequence']}: "


def invent_an_entry(said: dict) -> str:
    entry = copy.deepcopy(said["entries"][-1])
    entry["sequence"], entry["previous_hash"] = entry["sequence"] + 1, entry["hash"]
    said["entries"].append(entry)
    return f"entry {entry['sequence']}: what it says and its proof"


def hold_back_with_another_hash(said: dict) -> str:
    entry = said["entries"][1]
    entry["is_whole"], entry["hash"] = False, said["entries"][0]["hash"]
    return f"entry {entry['sequence']}: what it says and its proof"


def change_the_checkpoint(said: dict) -> str:
    origin, size, *rest = said["checkpoint"].split("\n")
    said["checkpoint"] = "\n".join((origin, str(int(size) + 1), *rest))
    return "the checkpoint is not signed by the log's key"


def change_its_root(said: dict) -> str:
    lines = said["checkpoint"].split("\n")
    lines[2] = base64.b64encode(bytes(32)).decode()
    said["checkpoint"] = "\n".join(lines)
    return "the checkpoint is not signed by the log's key"


def give_a_checkpoint_that_is_none(said: dict) -> str:
    said["checkpoint"] = "trust me"
    return "the checkpoint is none"


def give_an_older_checkpoint(said: dict) -> str:
    """The log's own, but not the one that the proofs lead to."""
    said["checkpoint"] = said["witnessed"]["checkpoint"]
    said["witnessed"] = None
    return f"entry {said['entries'][0]['sequence']}: what it says and its proof"


def change_the_step_to_what_witnesses_saw(said: dict) -> str:
    said["witnessed"]["proof"][0] = base64.b64encode(bytes(32)).decode()
    return "does not continue the one that witnesses signed"


def take_a_witness_away(said: dict) -> str:
    lines = said["witnessed"]["checkpoint"].splitlines()
    said["witnessed"]["checkpoint"] = "\n".join(lines[:-1]) + "\n"
    return "does not bear two of their signatures"


def leave_a_field_out(said: dict) -> str:
    entry = said["entries"][0]
    del entry["request_id"]
    return f"entry {entry['sequence']}: it lacks a part"


EDITS = (
    *(edit_an_entry, edit_what_was_shown, edit_a_hash, swap_two_proofs, swap_two_entries),
    *(say_an_entry_twice, move_an_entry, invent_an_entry, hold_back_with_another_hash),
    *(change_the_checkpoint, change_its_root, give_a_checkpoint_that_is_none),
    *(give_an_older_checkpoint, change_the_step_to_what_witnesses_saw, take_a_witness_away),
    leave_a_field_out,
)


def verify(world: World, said: dict, key: pathlib.Path | None = None) -> subprocess.CompletedProcess:
    file = world.folder / "extract.json"
    file.write_text(json.dumps(said), encoding="utf-8")
    words = [ROOT / "tools" / "verify_audit.py", "--extract", file]
    words += ["--log-key", key or world.folder / "log.pub"]
    for witness in said["witnesses"]:
        words += ["--witness-key", witness["key"]]
    return subprocess.run(
        ["/usr/bin/python3", *words], capture_output=True, text=True, check=False
    )


def check_whole(world: World, count: Count, kind: str, said: dict) -> None:
    done = verify(world, said)
    many = len(said["entries"])
    count.expect(done.returncode == 0, f"{kind}: it holds: {done.stderr}")
    count.expect(many > 0 and f"{many} entries hold" in done.stdout, f"{kind}: {done.stdout}")
    seen = f"Seen by witnesses of at least {len(WITNESSES)} agencies: "
    count.expect(seen in done.stdout, f"{kind}: who saw it: {done.stdout}")
    whole = all(one["is_whole"] for one in said["entries"])
    count.expect(whole or "held back" in done.stdout, f"{kind}: what is held back: {done.stdout}")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    options.add_argument("--waymark", type=pathlib.Path, default=ROOT / "build/release/waymark")
    waymark = options.parse_args().waymark.resolve()
    count = Count()
    with tempfile.TemporaryDirectory(prefix="waymark-extract-") as folder:
        world = World(waymark, pathlib.Path(folder))
        world.make()
        world.grow()
        taken = take(world)
        for kind, said in taken.items():
            check_whole(world, count, kind, said)
        for edit in EDITS:
            said = copy.deepcopy(taken["person"])
            expected = edit(said)
            done = verify(world, said)
            found = done.returncode == 5 and expected in done.stderr
            count.expect(found, f"{edit.__name__}: {done.stdout}{done.stderr}, not {expected}")
        held = copy.deepcopy(taken["person"])
        held["entries"][0]["is_whole"] = False
        done = verify(world, held)
        count.expect("Of them 1 are held back" in done.stdout, f"held back: {done.stdout}{done.stderr}")
        other = world.folder / "other.pub"
        other.write_text(world.right("witness", "key", "a.b/c", "--out", str(world.folder / "c.key")).splitlines()[-1])
        done = verify(world, taken["person"], other)
        count.expect("not signed by the log's key" in done.stderr, f"another key: {done.stderr}")
    print(f"{count.passed} passed, {count.failed} failed")
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Checks an extract of the audit, the file that a regulator may ask for, without the database.

Called by tools/verify_audit.py --extract FILE; keep the two files together. Whoever has the file and
the log's public key needs nothing else: every entry in it must be in the tree under a head that the
log signed. An entry that names records which did not exist for whoever made the extract is held back
in part: its place is proved by its hash, what the file says of it is not.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import pathlib
import sys

from verify_audit import ENOUGH_AGENCIES, Key, Note, Tree, entry_hash, text_of

FORMAT = "waymark.extract/1"


class Wrong(Exception):
    """What is wrong with the extract, and at which entry where it is one."""

    def __init__(self, fault: str, at: int | None = None):
        super().__init__(f"entry {at}: {fault}" if at else fault)
        self.fault, self.at = fault, at


def hashes(listed: list[str]) -> list[bytes]:
    return [base64.b64decode(one, validate=True) for one in listed]


def root_by(leaf: bytes, position: int, size: int, proof: list[bytes]) -> bytes | None:
    """The root that an inclusion proof leads to (RFC 9162 section 2.1.3.2)."""
    if not 0 <= position < size:
        return None
    node, last, at = position, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return None
        if node % 2 or node == last:
            at = Tree.node(sibling, at)
            while not node % 2 and node:
                node, last = node // 2, last // 2
        else:
            at = Tree.node(at, sibling)
        node, last = node // 2, last // 2
    return at if last == 0 else None


def continues(old: Note, new: Note, proof: list[bytes]) -> bool:
    """Whether the newer tree begins with the older (RFC 9162 section 2.1.4.2)."""
    if not 0 < old.size <= new.size:
        return False
    if old.size == new.size:
        return not proof and old.root == new.root
    path = [old.root, *proof] if old.size & (old.size - 1) == 0 else list(proof)
    node, last = old.size - 1, new.size - 1
    while node % 2:
        node, last = node // 2, last // 2
    if not path:
        return False
    first, *path = path
    old_hash = new_hash = first
    for part in path:
        if last == 0:
            return False
        if node % 2 or node == last:
            old_hash, new_hash = Tree.node(part, old_hash), Tree.node(part, new_hash)
            while not node % 2 and node:
                node, last = node // 2, last // 2
        else:
            new_hash = Tree.node(new_hash, part)
        node, last = node // 2, last // 2
    return last == 0 and old_hash == old.root and new_hash == new.root


def hash_of(entry: dict) -> bytes:
    """The entry's hash, computed from what it says where it says all."""
    if not entry["is_whole"]:
        return bytes.fromhex(entry["hash"])
    revision = "" if entry["revision"] is None else str(entry["revision"])
    row = ["", entry["at"], entry["actor_id"], entry["agency_id"], entry["action"]]
    row += [entry["subject_kind"], entry["subject_id"], revision, entry["detail"]]
    row += [entry["request_id"], ",".join(entry["shown"])]
    return entry_hash(entry["previous_hash"], entry["sequence"], row)


class Extract:
    def __init__(self, said: dict, log_keys: list[Key], witnesses: list[Key]):
        self.said, self.log_keys, self.witnesses = said, log_keys, witnesses
        self.head, self.witnessed = self.note(said["checkpoint"]), 0
        self.names = {one["name"]: one for one in said["witnesses"]}

    def note(self, text: str) -> Note:
        """One that the log signed, and whose other signatures are those of witnesses."""
        try:
            note = Note(text)
        except (ValueError, IndexError) as no_note:
            raise Wrong("the checkpoint is none") from no_note
        if not any(note.is_by(key) for key in self.log_keys):
            raise Wrong("the checkpoint is not signed by the log's key")
        return note

    def check(self) -> tuple[int, int]:
        """How many entries hold whole, and how many in their place alone."""
        self.check_witnessed()
        whole = part = before = 0
        for entry in self.said["entries"]:
            place = entry["sequence"]
            if place <= before:
                raise Wrong("out of order", place)
            self.check_entry(entry, place)
            before = place
            whole, part = whole + entry["is_whole"], part + (not entry["is_whole"])
        return whole, part

    def check_entry(self, entry: dict, place: int) -> None:
        try:
            digest, proof = hash_of(entry), hashes(entry["proof"])
        except (ValueError, KeyError, TypeError) as broken:
            raise Wrong("it lacks a part of what it says", place) from broken
        leaf = hashlib.sha256(b"\0" + digest).digest()
        if root_by(leaf, place - 1, self.head.size, proof) != self.head.root:
            raise Wrong("what it says and its proof do not lead to the signed head", place)
        if entry["is_whole"] and digest.hex() != entry["hash"]:
            raise Wrong("its hash is not that of what it says", place)

    def check_witnessed(self) -> None:
        given = self.said["witnessed"]
        if given is None:
            return
        note = self.note(given["checkpoint"])
        if not continues(note, self.head, hashes(given["proof"])):
            raise Wrong("the newest head does not continue the one that witnesses signed")
        agencies = set()
        for part in note.signatures:
            if any(note.cosigned_by(key, part) for key in self.witnesses):
                agencies.add(self.names.get(part[0], {}).get("agency_id", part[0]))
        if len(agencies) >= ENOUGH_AGENCIES:
            self.witnessed = note.size
        elif self.witnesses:
            raise Wrong("the head that witnesses signed does not bear two of their signatures")


def cut_short(said: dict, head: Note) -> bool:
    """Whether the head is older than the end of the last day that was asked for."""
    ends = datetime.datetime.fromisoformat(said["to_on"]).replace(tzinfo=datetime.timezone.utc)
    return head.at < ends + datetime.timedelta(days=1)


def report(said: dict, extract: Extract, whole: int, part: int) -> None:
    about, by = said["about"], said["asked_by"]
    print(f"About the {about['kind']} {about['id']}, {said['from_on']} to {said['to_on']};")
    print(f"asked for by {by['name']}, {by['agency_name']}, at {said['asked_at']}.")
    print(f"{whole + part} entries hold, under the head of {extract.head.size} entries that the log")
    print(f"signed at {text_of(extract.head.at)}.")
    if part:
        print(f"Of them {part} are held back in part: their place is proved, what is said of them is not.")
    if cut_short(said, extract.head):
        print("Nothing after that head is in the extract, though the last day may have gone on.")
    if not extract.witnesses:
        print("Nothing says who else signed: give --witness-key for each witness.")
    elif extract.witnessed:
        seen = sum(one["sequence"] <= extract.witnessed for one in said["entries"])
        print(f"Seen by witnesses of at least {ENOUGH_AGENCIES} agencies: {seen} of the entries.")
    else:
        print("No head is signed by witnesses yet.")
    print("Names, and who asked, are as the server wrote them: no proof covers them.")


def check_file(file: str, log_keys: list[str], witness_keys: list[str]) -> int:
    try:
        said = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
        if said["format"] != FORMAT:
            sys.exit(f"{file} is no extract of the form {FORMAT}")
        extract = Extract(said, [Key(key) for key in log_keys], [Key(key) for key in witness_keys])
        whole, part = extract.check()
    except Wrong as wrong:
        print(f"The extract does not hold: {wrong}", file=sys.stderr)
        return 5
    except (ValueError, KeyError, TypeError) as broken:
        print(f"{file} is no whole extract: {broken!r}", file=sys.stderr)
        return 5
    report(said, extract, whole, part)
    return 0

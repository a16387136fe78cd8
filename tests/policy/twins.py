"""Twin worlds: two databases that differ only in what a person may not see, asked the same.

    python3 tests/policy/twins.py [--program build/release/waymark] [--requests 5000] [--seed 1]

The small world is built once and copied. In the copy, colleagues then open, change and refer what
the model says does not exist for the reader. The reader asks both worlds the same: every reading of
the API description with ids of either world, filters, cursors and searches; and writes, some of
which match or name what is hidden. The answers must be the same to the byte once moments, the
request's id and the ids of what the reader made are masked. Ends with `N passed, N failed`.
"""

from __future__ import annotations

import argparse
import copy
import pathlib
import random
import re
import sys
import tempfile
import time
from dataclasses import dataclass

import product
import small_world
from build import Builder
from operations import NEVER, NOBODY, OPERATIONS, OWN_AGENCY, Route, read_description, routes
from product import Answer, Client, Session
from watching import MOMENT

UUID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
# What is known and written on the page: how many cases and referrals a hub has had shows in the
# numbers that it gives. Take this line away when references no longer count.
# Likewise the numbers of audit entries, which count what everybody does.
NUMBERED = re.compile(rb'"sequence":\d+|"next":"\d+"')
COUNTED = re.compile(rb'(?<=")([A-Z]{3}-(?:R-)?20\d\d-)\d{4,}(?=")')


@dataclass
class Request:
    method: str
    path: str
    body: object = None
    if_match: str | None = None
    key: str | None = None
    headers: dict | None = None


class Twin:
    """One of the two worlds, as the reader meets it."""

    def __init__(self, client: Client, session: Session, known: set[bytes]) -> None:
        self.client = client
        self.session = session
        self.known = known
        self.made: dict[bytes, bytes] = {}  # ids that came later, in the order they were met
        self.references: dict[bytes, bytes] = {}

    def ask(self, request: Request) -> tuple[Answer, tuple]:
        answer = self.client.ask(
            self.session,
            request.method,
            self._own(request.path),
            self._own_body(request.body),
            request.if_match,
            request.key,
            request.headers,
        )
        return answer, self._masked(answer)

    def _own(self, text: str) -> str:
        """A request may name `made:3`, the fourth id that this world gave."""
        ids = list(self.made)
        return re.sub(
            r"made:(\d+)",
            lambda at: ids[int(at[1])].decode() if int(at[1]) < len(ids) else NOBODY,
            text,
        )

    def _own_body(self, body: object) -> object:
        if isinstance(body, dict):
            return {key: self._own_body(value) for key, value in body.items()}
        if isinstance(body, list):
            return [self._own_body(value) for value in body]
        return self._own(body) if isinstance(body, str) else body

    def _masked(self, answer: Answer) -> tuple:
        left_out = ["x-request-id", "set-cookie"]
        if NUMBERED.search(answer.body):
            left_out.append("content-length")  # goes by the digits of the numbers
        headers = tuple(
            (key, self._mask(value.encode()))
            for key, value in answer.headers
            if key.lower() not in left_out
        )
        return answer.status, headers, self._mask(answer.body)

    def _mask(self, text: bytes) -> bytes:
        text = re.sub(rb'"request_id":"[^"]*"', b"", MOMENT.sub(b"AT", text))
        text = NUMBERED.sub(b"NUMBER", COUNTED.sub(self._reference, text))
        return UUID.sub(self._id, text)

    def _id(self, found: re.Match) -> bytes:
        if found[0] in self.known:
            return found[0]
        return self.made.setdefault(found[0], b"made:%d" % len(self.made))

    def _reference(self, found: re.Match) -> bytes:
        if found[0] in self.known:
            return found[0]
        return self.references.setdefault(found[0], found[1] + b"%d" % len(self.references))


# What happens in the other world alone


def hidden_acts(b: Builder, reader: str) -> set[tuple[str, str]]:
    """Colleagues work on what the reader may not see; gives the records that it touched."""
    who = "officer_n"
    b.person("hidden_person", who, family="Hiddenperson", born="1990-05-06")
    b.place("hidden_place", who)
    people: tuple = (("hidden_person", "victim"),)
    if reader == "knows_family":
        people += (("known", "alleged_perpetrator"),)
    b.case("hidden_case", who, "NOR", people, ("hidden_place",), lead_user=who)
    touched = {("case", "hidden_case"), ("person", "hidden_person"), ("place", "hidden_place")}
    b.note(who, "hidden_case")
    b.action(who, "hidden_case", "north_council", who)
    b.goal(who, "hidden_case")
    b.victim_updates(who, "hidden_case", "hidden_person")
    b.assess(who, "hidden_case", "opening")
    b.draft("hidden_draft", who)
    b.send("hidden_referral", who, "NOR", ("hidden_person",), "hidden_place")
    touched |= {("referral", "hidden_draft"), ("referral", "hidden_referral")}
    # What was there before is changed, worked on, closed and shared with others.
    for key in ("of_known", "of_harmed", "known_was_in", "own", "nobody_in_it", "came_later_case"):
        if not b.world.exists_for(reader, "case", key) and b.world.exists_for(who, "case", key):
            b.note(who, key)
            b.action(who, key, "north_council")
            touched.add(("case", key))
    for key in ("of_harmed", "own"):
        if not b.world.exists_for(reader, "case", key):
            b.bring_in(who, key, "charity")
    for key in ("about_known", "waiting_of_other_hub", "waiting_own"):
        if not b.world.exists_for(reader, "referral", key):
            b.decide(who, key, "reject")
            touched.add(("referral", key))
    b.declare("hidden_interest", "manager_n", "hidden_person", "associate", "team_officer")
    return touched


# What the reader asks


class Script:
    def __init__(self, b: Builder, description: dict, reader: str, seed: int) -> None:
        self.b = b
        self.reader = reader
        self.random = random.Random(seed)
        self.routes = routes(description)
        self.parameters = {
            operation["operationId"]: [
                one
                for one in operation.get("parameters", [])
                if one.get("in") == "query" or "$ref" in one
            ]
            for item in description["paths"].values()
            for operation in item.values()
            if isinstance(operation, dict)
        }
        self.words = [token.decode() for token in b.canaries.owners]
        self.cursors: list[str] = []
        self.made = 0
        self.keys = 0
        self.readings = [
            one
            for one in OPERATIONS
            if self.routes[one.id].method == "GET" and one.activity not in ("report",)
        ]
        self.writings = [
            one
            for one in OPERATIONS
            if self.routes[one.id].method != "GET"
            and not one.id.startswith(("change_own", "sign_out"))
            and "second_factor" not in one.id
            and "passkey" not in one.id  # a challenge is another each time
        ]

    def next(self) -> Request:
        drawn = self.random.random()
        if drawn < 0.7:
            return self._reading()
        if drawn < 0.85:
            return self._refused_write()
        return self._real_write()

    def _id(self, kind: str | None) -> str:
        drawn = self.random.random()
        if drawn < 0.05:
            return NOBODY
        if drawn < 0.15 and self.made:
            return f"made:{self.random.randrange(self.made)}"
        if kind in ("area", "agency", "team", "user"):
            return self.b.ids[
                self.random.choice(["NOR", "SOU", "police", "police_nor", "officer_n"])
            ]
        if kind == "agreement":
            return self.b.ids["agreement"]
        keys = [
            key for key, one in self.b.kinds.items() if kind in (None, one) and key in self.b.ids
        ]
        if not keys:  # of what only answers to being asked for
            keys = [key for key in self.b.kinds if key in self.b.ids]
        return self.b.ids[self.random.choice(keys)]

    def _query(self, operation: str) -> str:
        parts = []
        for parameter in self.parameters[operation]:
            name = parameter.get("name") or parameter["$ref"].rsplit("/", 1)[-1].lower()
            if name in ("id", "link", "ifmatch", "idempotencykey") or self.random.random() < 0.35:
                continue
            parts.append(f"{name}={self._value(name, parameter)}")
        return "?" + "&".join(parts) if parts else ""

    def _value(self, name: str, parameter: dict) -> str:
        choices = parameter.get("schema", {}).get("enum")
        if choices:
            return (
                self.random.choice([*choices, "none"])
                if self.random.random() < 0.1
                else self.random.choice(choices)
            )
        if name == "q":
            word = self.random.choice([*self.words, "Hiddenperson", "NOR-2026-0001"])
            return word[: self.random.randint(2, len(word))]
        if name == "limit":
            return str(self.random.choice([1, 1, 2, 3, 10, 100, 101, 0]))
        if name == "after":
            return self.random.choice(self.cursors) if self.cursors else "none"
        if name.endswith("_id"):
            return self._id("area")
        return {
            "figure": lambda: self.random.choice(
                [
                    "open_by_stage",
                    "open_by_age",
                    "overdue",
                    "referrals_waiting",
                    "cases_opened",
                    "referrals_received",
                ]
            ),
            "row": lambda: self.random.choice(
                ["objective", "scanning", "under_30", "action", "review", "waiting"]
            ),
            "programme_code": lambda: "place_problem_solving",
            "kind": lambda: "note",
        }.get(name, lambda: "none")()

    def _filled(self, route: Route, kind: str | None) -> str:
        path = route.path.replace("{id}", self._id(kind)).replace("{code}", "place_problem_solving")
        links = [*self.b.links.values(), NOBODY]
        return re.sub(r"\{(link|person)\}", lambda _: self.random.choice(links), path)

    def _reading(self) -> Request:
        operation = self.random.choice(self.readings)
        query = operation.query if self.random.random() < 0.3 else self._query(operation.id)
        headers = {"If-None-Match": '"1"'} if self.random.random() < 0.1 else None
        method = "HEAD" if self.random.random() < 0.03 else "GET"
        path = self._filled(self.routes[operation.id], operation.kind)
        return Request(method, path + query, headers=headers)

    def _key(self) -> str:
        self.keys += 1
        return f"twins-key-{self.keys:06d}"

    def _refused_write(self) -> Request:
        operation = self.random.choice(self.writings)
        body = operation.body
        if isinstance(body, dict):
            mine = self.b.ids[self.b.world.users[self.reader].agency]
            body = {
                key: mine
                if value == OWN_AGENCY
                else self._id("person")
                if value == NOBODY
                else value
                for key, value in body.items()
            }
        route = self.routes[operation.id]
        path = self._filled(route, operation.kind)
        return Request(
            route.method, path, body, NEVER if route.needs_revision else None, self._key()
        )

    def _real_write(self) -> Request:
        """Something that may succeed, and meets what is hidden: by name, by place, by id."""
        names = [
            ("Hidden", "Hiddenperson"),
            ("Someone", "Newperson"),
            ("Known", self.random.choice(self.words)),
        ]
        given, family = self.random.choice(names)
        person = {
            "given_names": given,
            "family_name": family,
            "date_of_birth": "1990-05-06",
            "phone": self.random.choice(
                ["07700900123", *[w for w in self.words if w.startswith("07")]]
            ),
            "addresses": [{"line": "2 Hidden Row", "town": "Filey", "postcode": "YO11 1AA"}],
        }
        place = {
            "kind": "premises",
            "name": f"{self.random.choice(self.words)} House",
            "line": "2 Hidden Row",
        }
        drawn = self.random.random()
        if drawn < 0.2:
            return Request("POST", "/people", person, key=self._key())
        if drawn < 0.35:
            return Request("POST", "/places", place, key=self._key())
        if drawn < 0.55:
            return Request("POST", self.random.choice(["/people/matches"]), person)
        if drawn < 0.65:
            return Request("POST", "/places/matches", place)
        if drawn < 0.75:
            return Request("POST", "/referrals", {"form": {"what": "typed"}}, key=self._key())
        on_case = f"/cases/{self._id('case')}"
        if drawn < 0.85:
            body = {"kind": "note", "nature": "fact", "body": "Something was seen"}
            return Request("POST", f"{on_case}/chronology", body, key=self._key())
        if drawn < 0.95:
            body = {"person_id": self._id("person"), "role": "witness"}
            return Request("POST", f"{on_case}/people", body, key=self._key())
        return self._opening()

    def _opening(self) -> Request:
        mine = self.b.world.users[self.reader]
        area = next((held.place[1] for held in mine.roles if held.place[0] == "area"), "NOR")
        body = {
            "area_id": self.b.ids[area],
            "programme_code": "place_problem_solving",
            "title": "Something new",
            "subject_kind": "place",
            "lead_agency_id": self.b.ids[mine.agency],
            "answers": self.b.opening_answers(area, ("case", "own")),
            "people": [{"person_id": self._id("person"), "role": "witness"}],
        }
        return Request("POST", "/cases", body, key=self._key())

    def learn(self, twin: Twin, answer: Answer) -> None:
        self.made = len(twin.made)
        if b'"next":"' in answer.body and not answer.json()["next"].isdigit():
            self.cursors.append(answer.json()["next"])


def compare(
    base: Builder,
    subject: product.Product,
    folder: pathlib.Path,
    reader: str,
    asked: int,
    seed: int,
) -> list[str]:
    """Asks both worlds; gives what differed."""
    ours = copy_of(subject, folder / "plain")
    other = copy_of(subject, folder / "other")
    ours.start()
    other.start()
    try:
        b = copy.deepcopy(base)
        b.client = other.client()
        touched = hidden_acts(b, reader)
        seen = [one for one in touched if b.world.reads(reader, *one)]
        if seen:
            raise SystemExit(f"{reader} sees what was to be hidden: {seen}")
        known = {given.encode() for given in base.ids.values()} | set(base.canaries.owners)
        known |= {given.encode() for given in base.links.values()}
        known |= {token.upper() for token in known}
        b.client = ours.client()  # for what a script has to look up of the programme
        return ask_both(
            b,
            Twin(ours.client(), b.sessions[reader], known),
            Twin(other.client(), b.sessions[reader], known),
            reader,
            asked,
            seed,
        )
    finally:
        ours.stop()
        other.stop()


def ask_both(b: Builder, left: Twin, right: Twin, reader: str, asked: int, seed: int) -> list[str]:
    script = Script(b, read_description(), reader, seed)
    wrong = []
    statuses: dict[int, int] = {}
    for number in range(asked):
        request = script.next()
        answer, masked_left = left.ask(request)
        _, masked_right = right.ask(request)
        statuses[answer.status] = statuses.get(answer.status, 0) + 1
        if masked_left != masked_right:
            wrong.append(
                f"WRONG  request {number} of {reader}, seed {seed}: {request}\n"
                f"       without: {_shown(masked_left, masked_right)}\n"
                f"       with:    {_shown(masked_right, masked_left)}"
            )
        script.learn(left, answer)
    print(
        f"{reader}: {asked} requests, {len(wrong)} answered differently; "
        f"by status {dict(sorted(statuses.items()))}"
    )
    return wrong


def _shown(one: tuple, other: tuple) -> str:
    """Where it begins to differ."""
    left, right = repr(one), repr(other)
    at = next((i for i, pair in enumerate(zip(left, right)) if pair[0] != pair[1]), 0)
    return left[max(0, at - 120) : at + 160]


copy_of = product.copy_of


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program")
    parser.add_argument("--requests", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", default="knows_family,officer_s,police_n")
    asked = parser.parse_args()
    began = time.monotonic()
    wrong: list[str] = []
    readers = asked.readers.split(",")
    with product.fresh(product.find_program(asked.program)) as subject:
        base = small_world.make(subject.client())
        subject.stop()
        base.client = None  # type: ignore[assignment]
        for reader in readers:
            with tempfile.TemporaryDirectory(prefix="waymark-twins-") as folder:
                wrong += compare(
                    base, subject, pathlib.Path(folder), reader, asked.requests, asked.seed
                )
    for one in wrong[:40]:
        print(one)
    print(f"in {time.monotonic() - began:.1f} s")
    print(f"{len(readers) * asked.requests - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""A million random decisions, the product's against the model's.

    python3 tests/policy/decisions.py [--program build/release/waymark] [--decisions 1000000]

One decision is one user and one record, held against the model at one door in one state of the
world: whether a record is among the rows of a list, an export or a search that asks for all of its
kind or family; and for single look-ups, whether it is found, and what may be done with it. The
world changes between rounds. Ends with `N passed, N failed`.
"""

from __future__ import annotations

import argparse
import collections
import csv
import io
import sys
import time

import product
from product import Client
from random_world import RandomWorld


class Judge:
    def __init__(self, grown: RandomWorld, client: Client) -> None:
        self.g = grown
        self.b = grown.b
        self.world = grown.world
        self.client = client
        self.decided: collections.Counter = collections.Counter()
        self.there: collections.Counter = collections.Counter()
        self.wrong: list[str] = []

    def round(self, families: int, singles: int) -> None:
        self.key_of = {given: key for key, given in self.b.ids.items()}
        self.reference = {
            token.decode().upper(): what.removeprefix("reference of ")
            for token, what in self.b.canaries.what.items()
            if what.startswith("reference of case")
        }
        for user in self.world.users:
            self._lists(user)
            self._export(user)
            self._families(user, families)
            self._singles(user, singles)

    def _decision(
        self, door: str, user: str, key: str, product_says: object, model_says: object
    ) -> None:
        self.decided[door] += 1
        self.there[door] += bool(model_says)
        if product_says != model_says:
            self.wrong.append(
                f"WRONG  {door}: {user} and {key}: "
                f"the product says {product_says}, the model {model_says}"
            )

    def _rows(self, user: str, path: str, name: str) -> list[dict]:
        rows, after = [], ""
        while True:
            answer = self.client.ask(self.b.sessions[user], "GET", path + after)
            if answer.status != 200:
                return rows
            page = answer.json()
            rows += page[name]
            if page["next"] is None:
                return rows
            after = f"&after={page['next']}"

    def _lists(self, user: str) -> None:
        shown: dict[str, str] = {}
        for state in ("open", "closed"):
            for row in self._rows(user, f"/cases?state={state}&limit=100", "cases"):
                shown[self.key_of[row["id"]]] = state
        for key, case in self.world.cases.items():
            state = "open" if case.is_open else "closed"
            expected = state if self.world.reads(user, "case", key) else None
            self._decision("list of cases", user, key, shown.get(key), expected)
        shown = {}
        for state in ("draft", "waiting", "decided"):
            for row in self._rows(user, f"/referrals?state={state}&limit=100", "referrals"):
                shown[self.key_of[row["id"]]] = state
        for key, referral in self.world.referrals.items():
            expected = referral.state if self.world.reads(user, "referral", key) else None
            self._decision("list of referrals", user, key, shown.get(key), expected)

    def _export(self, user: str) -> None:
        answer = self.client.ask(self.b.sessions[user], "GET", "/exports/cases")
        may = self.world.in_force(user) and self.world.may(user, "export")
        if not may:
            self._decision("export", user, "all", answer.status == 200, False)
            return
        rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"))))[1:]
        shown = {self.reference[row[0]] for row in rows if row}
        for key in self.world.cases:
            self._decision(
                "export", user, key, key in shown, self.world.exists_for(user, "case", key)
            )

    def _families(self, user: str, most: int) -> None:
        names = self.g.random.sample(list(self.g.families), min(most, len(self.g.families)))
        for name in names:
            answer = self.client.ask(self.b.sessions[user], "GET", f"/search?q={name}")
            rows = answer.json()["people"] if answer.status == 200 else []
            shown = {self.key_of[row["id"]] for row in rows}
            may = self.world.in_force(user) and self.world.may(user, "search")
            for key in self.g.families[name]:
                expected = may and self.world.exists_for(user, "person", key)
                self._decision("search", user, key, key in shown, expected)

    def _singles(self, user: str, most: int) -> None:
        roots = {"case": "cases", "person": "people", "place": "places", "referral": "referrals"}
        keys = [key for key, kind in self.b.kinds.items() if kind in roots]
        for key in self.g.random.sample(keys, min(most, len(keys))):
            kind = self.b.kinds[key]
            answer = self.client.ask(
                self.b.sessions[user], "GET", f"/{roots[kind]}/{self.b.ids[key]}"
            )
            self._decision(
                f"look-up of a {kind}",
                user,
                key,
                answer.status == 200,
                self.world.reads(user, kind, key),
            )
            if kind == "case" and answer.status == 200:
                found = answer.json()
                self._decision(
                    "may work", user, key, found["may_work"], self.world.may(user, "work")
                )
                self._decision("may run", user, key, found["may_run"], self.world.runs(user, key))
            if kind == "referral" and answer.status == 200:
                may = self.world.decide(user, "triage", "referral", key) == "allowed"
                if self.world.referrals[key].state != "draft":
                    self._decision("may triage", user, key, answer.json()["may_triage"], may)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program")
    parser.add_argument("--database")
    parser.add_argument("--decisions", type=int, default=1_000_000)
    parser.add_argument("--users", type=int, default=40)
    parser.add_argument("--first-acts", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = time.monotonic()
    with product.fresh(product.find_program(asked.program), asked.database) as subject:
        grown = RandomWorld(subject.client(), asked.seed, asked.users)
        for _ in range(asked.first_acts):
            grown.act()
        print(
            f"grown in {time.monotonic() - began:.1f} s: {grown.acts} acts, "
            f"{grown.refused} of them refused by the product"
        )
        judge = Judge(grown, grown.b.client)
        rounds = 0
        while judge.decided.total() < asked.decisions and len(judge.wrong) < 200:
            judge.round(families=15, singles=60)
            rounds += 1
            for _ in range(100):
                grown.act()
            for _ in range(3):
                grown.change_somebody()
    world = grown.world
    print(
        f"{rounds} rounds, {len(world.users)} users, {len(world.cases)} cases, "
        f"{len(world.people)} people, {len(world.places)} places, "
        f"{len(world.referrals)} referrals, {len(world.interests)} conflicts of interest"
    )
    for door, number in sorted(judge.decided.items()):
        print(f"  {number:8d} {door}, {judge.there[door]} of them yes")
    for wrong in judge.wrong[:40]:
        print(wrong)
    print(f"in {time.monotonic() - began:.1f} s")
    print(f"{judge.decided.total() - len(judge.wrong)} passed, {len(judge.wrong)} failed")
    return 1 if judge.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

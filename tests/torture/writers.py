"""Writers that never rest: each has a case of its own and does one thing after another to it.

An act carries a token that no other act has, and says where its token lies once it is done. What was
answered is kept; what was not may or may not have been done, and is asked again afterwards.
"""

from __future__ import annotations

import http.client
import random
import threading
from dataclasses import dataclass

from build import Builder, Canaries
from product import Answer, Client, Session

# Each is done about as often as the others.
KINDS = ("person", "case", "note", "action", "referral", "correction", "title", "read")
# Done once for an Idempotency-Key; a title is held to its revision, and a reading changes nothing.
CREATES = KINDS[:6]

# Where the token of an act lies, once it is done: how many rows there are.
FOUND = {
    "person": "SELECT count(*) FROM person_record WHERE family_name = '{token}'",
    "case": "SELECT count(*) FROM case_record WHERE title = 'About {token}'",
    "note": "SELECT count(*) FROM case_entry WHERE body = 'Saw {token}'",
    "action": "SELECT count(*) FROM case_action WHERE description = 'Do {token}'",
    "referral": "SELECT count(*) FROM referral_record WHERE draft LIKE '%{token}%'",
    "correction": "SELECT count(*) FROM case_entry WHERE body LIKE '%{token}%'",
}


@dataclass
class Act:
    session: Session
    kind: str
    token: str
    method: str
    path: str
    body: dict | None
    key: str | None = None
    if_match: str | None = None
    answer: Answer | None = None

    @property
    def is_done(self) -> bool:
        return self.answer is not None and 200 <= self.answer.status < 300


def attempt(client: Client, act: Act) -> Answer | None:
    """What the server answers, or nothing when it was cut off. Nothing is asked twice."""
    try:
        return client.ask(
            act.session, act.method, act.path, act.body, act.if_match, act.key, tries=1
        )
    except (OSError, http.client.HTTPException):
        client.close()
        return None


class Writer:
    """One worker with a case of their own, on one connection."""

    def __init__(self, builder: Builder, name: str, index: int) -> None:
        self.name = name
        self.session = builder.sessions[name]
        self.case = builder.ids[f"case_{index}"]
        self.place = builder.ids["place"]
        self.opening = {
            "area_id": builder.ids["NOR"],
            "programme_code": "place_problem_solving",
            "subject_kind": "place",
            "lead_agency_id": builder.ids["council"],
            "answers": builder.opening_answers("NOR", ("case", "any")),
            "people": [{"person_id": builder.ids[f"person_{index}"], "role": "witness"}],
            "places": [{"place_id": self.place, "role": "where_it_happens"}],
        }
        self.user = builder.ids[name]
        self.lead_agency = builder.ids["council"]
        self.due_on = str(builder.day(7))
        self.canaries = Canaries()
        self.canaries.made = (index + 1) * 10_000_000
        self.choose = random.Random(index)
        self.etag = ""
        self.title = f"About case_{index}"

    def act(self, kind: str) -> Act:
        token = self.canaries.word(kind)
        case = f"/cases/{self.case}"
        if kind == "title":
            return Act(self.session, kind, token, "PUT", case, self._titled(token), if_match=self.etag)
        if kind == "read":
            return Act(self.session, kind, token, "GET", f"/places/{self.place}", None)
        path, body = {
            "person": ("/people", self._person(token)),
            "case": ("/cases", {**self.opening, "title": f"About {token}"}),
            "note": (
                f"{case}/chronology",
                {"kind": "note", "nature": "fact", "body": f"Saw {token}"},
            ),
            "action": (
                f"{case}/actions",
                {
                    "description": f"Do {token}",
                    "owner_agency_id": self.lead_agency,
                    "owner_user_id": None,
                    "due_on": self.due_on,
                },
            ),
            "referral": ("/referrals", {"form": {"what_happened": f"So far {token}"}}),
            "correction": (f"{case}/corrections", {"what": f"It was {token}"}),
        }[kind]
        return Act(self.session, kind, token, "POST", path, body, key=f"torture-{token}")

    def _titled(self, token: str) -> dict:
        return {
            "title": f"About {token}",
            "lead_agency_id": self.lead_agency,
            "lead_user_id": self.user,
        }

    @staticmethod
    def _person(token: str) -> dict:
        return {
            "given_names": "Sam",
            "family_name": token,
            "phone": "07700900123",
            "aliases": [{"given_names": "Sammy", "family_name": "", "kind": "nickname"}],
            "addresses": [{"line": "1 High Street", "town": "Scarborough", "postcode": "YO11 1AA"}],
        }

    def looks(self, client: Client) -> None:
        """Reads its case, for the revision that its next change of title starts from."""
        answer = client.ask(self.session, "GET", f"/cases/{self.case}")
        self.etag, self.title = answer.header("etag") or "", answer.json()["title"]

    def try_it(self, client: Client, act: Act) -> None:
        act.answer = attempt(client, act)
        if act.kind == "title" and act.is_done and act.answer:
            self.etag = act.answer.header("etag") or ""

    def write_until_cut_off(self, port: int, acts: list[Act], begun: threading.Event) -> None:
        client = Client(port)
        while True:
            act = self.act(self.choose.choice(KINDS))
            acts.append(act)
            self.try_it(client, act)
            if act.answer is None:
                return
            begun.set()
            if act.answer.status == 503:
                continue  # the database was cut off from under the server: not done, and said so

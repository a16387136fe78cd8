"""Asks as somebody, and watches every byte that comes back.

What is found wrong is kept as a Fault with the request that shows it. Each thing that was held
against the model is a cell: operation, user, relationship, channel.
"""

from __future__ import annotations

import collections
import re
from dataclasses import dataclass

from build import Builder
from product import Answer, Client, Session

# What could be a canary: a word, a phone number, an id, a reference. Looked up in the list of them.
CANDIDATE = re.compile(
    rb"zq[bcdfghjklmnpqrstvwxz]{9}|07\d{9}"
    rb"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    rb"|[a-z]{3}-(?:r-)?20\d\d-\d{4,}"
)
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z")


@dataclass(frozen=True)
class Fault:
    channel: str
    operation: str
    user: str
    record: str
    said: str
    repeat: str

    def __str__(self) -> str:
        return (
            f"WRONG  {self.operation} as {self.user} on {self.record} "
            f"({self.channel}): {self.said}\n"
            f"       {self.repeat}"
        )


class Found(Exception):
    """The first fault, when one is enough."""


class Watcher:
    def __init__(self, builder: Builder, client: Client, stop_at_first: bool = False) -> None:
        self.stop_at_first = stop_at_first
        self.b = builder
        self.world = builder.world
        self.client = client
        self.cells: collections.Counter = collections.Counter()
        self.faults: dict[tuple, Fault] = {}
        self.answers = 0
        self.searched_bytes = 0
        self._reads: dict[tuple[str, bytes], bool] = {}
        self.nobody = Session("nobody")

    def session(self, user: str) -> Session:
        return self.b.sessions.get(user, self.nobody)

    def ask(self, user: str, method: str, path: str, body: object = None, **more) -> Answer:
        answer = self.client.ask(self.session(user), method, path, body, **more)
        self.answers += 1
        self._search(user, method, path, answer)
        return answer

    def _search(self, user: str, method: str, path: str, answer: Answer) -> None:
        everything = answer.everything().lower()
        self.searched_bytes += len(everything)
        for token in set(CANDIDATE.findall(everything)):
            if token in self.b.canaries.owners and not self.entitled(user, token):
                what = self.b.canaries.what[token]
                self.fault(
                    "canary",
                    f"{method} {path.split('?')[0]}",
                    user,
                    what,
                    f"came upon {token.decode()}, {what}",
                    f"{method} {path}",
                )

    def entitled(self, user: str, token: bytes) -> bool:
        known = self._reads.get((user, token))
        if known is None:
            owners = self.b.canaries.owners[token]
            known = user in self.world.users and any(
                self.world.reads(user, kind, key) for kind, key in owners
            )
            known = known or self._told_in_part(user, token)
            self._reads[user, token] = known
        return known

    def _told_in_part(self, user: str, token: bytes) -> bool:
        """Whoever knows a case in part knows its reference and its lead worker's telephone, and by a
        summary its title."""
        if user not in self.world.users:
            return False
        parts = self.world.shared_in_part(user)
        what, _, key = self.b.canaries.what[token].partition(" of ")
        if what == "phone":
            return any(self.world.cases[case].lead_user == key for case in parts)
        return (what == "reference" and key in parts) or (
            what == "title" and parts.get(key) == "summary"
        )

    def cell(
        self,
        holds: bool,
        channel: str,
        operation: str,
        user: str,
        record: str,
        said: object = "",
        repeat: str = "",
    ) -> None:
        self.cells[channel, operation, user, record] += 1
        if not holds:
            self.fault(channel, operation, user, record, str(said), repeat)

    def fault(self, *words: str) -> None:
        # The same path with another id is another fault; the same one again is not.
        fault = self.faults.setdefault(words[:4], Fault(*words))
        if self.stop_at_first:
            raise Found(fault)


def masked(answer: Answer) -> tuple:
    """An answer without what differs each time: the request's id and the moment."""
    headers = tuple(
        (key.lower(), value)
        for key, value in answer.headers
        if key.lower() not in ("x-request-id", "date")
    )
    body = re.sub(rb'"request_id":"[^"]*"', b"", MOMENT.sub(b"", answer.body))
    return answer.status, headers, body

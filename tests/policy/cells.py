"""Every operation of the API description, as everybody, on every record: what the model says.

A record that does not exist for somebody must be answered byte for byte as an id that is nobody's.
"""

from __future__ import annotations

from operations import NEVER, NOBODY, OPERATIONS, OWN_AGENCY, Operation, Route, routes
from watching import Watcher, masked

REFUSED_WHEN_RIGHT = (400, 409, 412)
KINDS_OF_LINK = {"person", "place", "partner", "action", "agreement", "goal", "named"}


class Cells:
    def __init__(self, watcher: Watcher, description: dict) -> None:
        self.w = watcher
        self.b = watcher.b
        self.routes = routes(description)
        self.records: dict[str, list[str]] = {}
        for key, kind in self.b.kinds.items():
            self.records.setdefault(kind, []).append(key)
        self.records["area"] = ["NOR", "SOU", "OLD"]
        self.records["agency"] = ["police"]
        self.records["team"] = ["police_nor"]
        self.records["agreement"] = ["agreement"]
        # Nobody's id: what somebody asked for, or opened in an emergency, is told in doors.py.
        self.records["no_such"] = ["nothing"]
        self.b.ids["nothing"] = NOBODY
        self.records["user"] = ["officer_n", "head", "gone"]
        self.records["account"] = ["officer_n", "police_n", "housing_worker", "head", "approver_n"]
        self.users = [*self.b.world.users, "nobody"]

    def run(self) -> None:
        for operation in OPERATIONS:
            if operation.changes_session:
                self._without_session(operation)
                continue
            for user in self.users:
                if operation.kind is None:
                    self._alone(operation, user)
                else:
                    self._on_records(operation, user)
        for name in ("get_case", "get_person", "get_place", "get_referral"):
            operation = next(one for one in OPERATIONS if one.id == name)
            for user in self.users:
                self._other_methods(operation, user)

    # One operation as one user

    def _decide(self, user: str, operation: Operation, key: str | None) -> str:
        if user == "nobody":
            return "nobody"
        if operation.kind == "no_such":
            decided = self.w.world.decide(user, operation.activity)
            return "absent" if decided == "allowed" else decided
        if operation.kind in ("agency", "team", "agreement"):
            return self.w.world.decide(user, operation.activity)
        return self.w.world.decide(user, operation.activity, operation.kind, key or "")

    def _without_session(self, operation: Operation) -> None:
        route = self.routes[operation.id]
        answer = self.w.ask("nobody", route.method, route.path)
        self._judge("write", operation, "nobody", "nothing", "nobody", answer, None, route)

    def _alone(self, operation: Operation, user: str) -> None:
        route = self.routes[operation.id]
        path = route.path.replace("{code}", "place_problem_solving")
        answer = self._send(user, operation, route, path)
        decided = (
            self._decide(user, operation, None)
            if user == "nobody"
            else (self.w.world.decide(user, operation.activity))
        )
        self._judge(_channel(route), operation, user, "nothing", decided, answer, None, route)

    def _on_records(self, operation: Operation, user: str) -> None:
        route = self.routes[operation.id]
        for key in self.records[operation.kind or ""]:
            link = self._link(operation, key)
            if operation.link and not link:
                continue
            answer = self._send(user, operation, route, self._path(route, self.b.ids[key], link))
            absent = self._send(user, operation, route, self._path(route, NOBODY, link))
            decided = self._decide(user, operation, key)
            self._judge(_channel(route), operation, user, key, decided, answer, absent, route)

    def _link(self, operation: Operation, key: str) -> str | None:
        """The id of something that is in this record: for the second id of a path."""
        if operation.link is None:
            return None
        if operation.link in ("action", "agreement", "goal", "grant"):
            return self.b.links.get((key, operation.link))
        if operation.link == "named":
            return self.b.links.get((key, "0"))
        found = [
            given
            for (of, part), given in self.b.links.items()
            if of == key and self._kind_of_part(part) == operation.link
        ]
        return found[0] if found else None

    def _kind_of_part(self, part: str) -> str:
        if part in ("action", "agreement", "goal", "grant"):
            return part
        return self.b.kinds.get(part, "partner")

    @staticmethod
    def _path(route: Route, given_id: str, link: str | None) -> str:
        path = route.path.replace("{id}", given_id)
        return path.replace("{link}", link or "").replace("{person}", link or "")

    def _send(self, user: str, operation: Operation, route: Route, path: str, **more):
        if route.needs_revision:
            more["if_match"] = NEVER
        if route.needs_key:
            more["key"] = self.w.client.new_key()
        body = operation.body
        if isinstance(body, dict) and OWN_AGENCY in body.values():
            agency = self.b.ids[self.w.world.users[user].agency] if user != "nobody" else NOBODY
            body = {key: agency if value == OWN_AGENCY else value for key, value in body.items()}
        return self.w.ask(user, route.method, path + operation.query, body, **more)

    def _judge(self, channel, operation, user, key, decided, answer, absent, route) -> None:
        if decided == "nobody":
            holds = answer.status == 401
        elif decided == "forbidden":
            holds = answer.status == 403
        elif decided == "absent":
            holds = answer.status == 404 and masked(answer) == masked(absent)
        else:
            right = operation.right or ((200,) if route.method == "GET" else REFUSED_WHEN_RIGHT)
            holds = answer.status in right
        said = f"{decided}, but answered {answer.status} {answer.body[:160]!r}"
        repeat = f"{route.method} {route.path}{operation.query} {operation.body}"
        self.w.cell(holds, channel, operation.id, user, key, said, repeat)

    # HEAD, OPTIONS, PATCH and a condition on what was read before

    def _other_methods(self, operation: Operation, user: str) -> None:
        route = self.routes[operation.id]
        absent_path = self._path(route, NOBODY, None)
        absents = {
            method: masked(self.w.ask(user, method, absent_path))
            for method in ("HEAD", "OPTIONS", "PATCH")
        }
        condition = {"If-None-Match": '"1"'}
        absent = self.w.ask(user, "GET", absent_path, headers=condition)
        for key in self.records[operation.kind or ""]:
            path = self._path(route, self.b.ids[key], None)
            for method, expected in absents.items():
                answer = self.w.ask(user, method, path)
                holds = answer.status == 405 and masked(answer) == expected
                self.w.cell(
                    holds,
                    method,
                    operation.id,
                    user,
                    key,
                    f"{method} answered {answer.status} {answer.body[:80]!r}",
                    f"{method} {path}",
                )
            answer = self.w.ask(user, "GET", path, headers=condition)
            decided = self._decide(user, operation, key)
            self._judge("etag", operation, user, key, decided, answer, absent, route)


def _channel(route: Route) -> str:
    return "get" if route.method == "GET" else "write"

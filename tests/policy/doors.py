"""The doors that show several records at once: lists, search, matches, counts, exports, history.

What each shows a user must be just what exists for them by the model: for every user and record,
whether it is there is a cell.
"""

from __future__ import annotations

import csv
import io

from operations import NOBODY
from watching import Watcher, masked


class Doors:
    def __init__(self, watcher: Watcher) -> None:
        self.w = watcher
        self.b = watcher.b
        self.world = watcher.world
        self.users = [u for u in self.world.users if self.world.in_force(u)]
        self.key_of = {given: key for key, given in self.b.ids.items()}
        self.of_kind: dict[str, list[str]] = {}
        for key, kind in self.b.kinds.items():
            self.of_kind.setdefault(kind, []).append(key)
        # One word of each record by which it can be searched.
        self.word: dict[str, str] = {}
        self.given: dict[str, str] = {}
        self.phone: dict[str, str] = {}
        self.reference: dict[str, str] = {}
        for token, what in self.b.canaries.what.items():
            key = what.split(" of ")[-1]
            if what.startswith(("family name of", "title of", "name of")):
                self.word[key] = token.decode()
            if what.startswith("given name of"):
                self.given[key] = token.decode()
            if what.startswith("phone of"):
                self.phone[key] = token.decode()
            if what.startswith("reference of"):
                self.reference[key] = token.decode().upper()

    def run(self) -> None:
        self.due_of_head: dict[str, set[str]] = {}
        for user in ["head", *(one for one in self.users if one != "head")]:
            self._lists_of_cases(user)
            self._lists_of_referrals(user)
            self._interests(user)
            self._in_part(user)
            self._search(user)
            self._matches(user)
            self._cases_of_records(user)
            self._figures(user)
            self._my_work(user)
            self._said_of_cases(user)
            self._export(user)
            self._history(user)
            self._named_in_bodies(user)
            self._opening(user)
            self._approvals(user)

    def _approvals(self, user: str) -> None:
        answer = self.w.ask(user, "GET", "/account-approvals")
        if not self.world.may(user, "approve"):
            self.w.cell(answer.status == 403, "list", "list_account_approvals", user, "all", "open")
            return
        waiting = answer.json()
        expected = {one for one in self.world.users if self.world.decides_a_role_of(user, one)}
        shown = {self.key_of[one["user"]["id"]] for one in waiting["roles"]}
        path = "/account-approvals"
        self._compare("list", "list_account_approvals", user, "user", shown, expected, path)
        # Every account was confirmed when it was made, and whoever was invited has come.
        rest = waiting["invitations"] + waiting["accounts"]
        self.w.cell(not rest, "list", "list_account_approvals", user, "others", str(rest)[:160])

    def visible(self, user: str, kind: str) -> set[str]:
        return {key for key in self.of_kind[kind] if self.world.exists_for(user, kind, key)}

    def _compare(self, channel, operation, user, kind, shown, expected, repeat) -> None:
        for key in self.of_kind[kind]:
            holds = (key in shown) == (key in expected)
            said = "shown" if key in shown else "left out"
            self.w.cell(holds, channel, operation, user, key, f"{said} by {repeat}", repeat)

    def pages(self, user: str, path: str, name: str) -> list[dict] | None:
        """All rows of a list, page by page; nothing when it is refused."""
        rows, after = [], ""
        while True:
            answer = self.w.ask(user, "GET", path + after)
            if answer.status != 200:
                return None
            page = answer.json()
            rows += page[name]
            if page["next"] is None:
                return rows
            after = f"&after={page['next']}"

    def _keys(self, rows: list[dict]) -> set[str]:
        return {self.key_of[row["id"]] for row in rows}

    # Lists

    def _lists_of_cases(self, user: str) -> None:
        may = self.world.may(user, "read")
        cases, seen = self.world.cases, self.visible(user, "case")
        opened = {key for key in seen if cases[key].is_open}
        asked = [
            ("list", "state=open&limit=100", opened),
            ("list", "state=closed&limit=100", seen - opened),
            ("cursor", "state=open&limit=2", opened),
            ("filter", "state=open&limit=100&programme_code=place_problem_solving", opened),
            ("filter", "state=open&limit=100&programme_code=antisocial_behaviour", set()),
            (
                "filter",
                "state=open&limit=100&lead=me",
                {key for key in opened if cases[key].lead_user == user},
            ),
        ]
        for area in ("NOR", "SOU", "OLD"):
            asked.append(
                (
                    "filter",
                    f"state=open&limit=100&area_id={self.b.ids[area]}",
                    {key for key in opened if cases[key].area == area},
                )
            )
        for channel, query, expected in asked:
            self._one_list(user, channel, "list_cases", f"/cases?{query}", "cases", may, expected)
        for due in ("review", "reassessment", "update", "action"):
            path = f"/cases?state=open&limit=3&due={due}"
            rows = self.pages(user, path, "cases")
            if user == "head":
                self.due_of_head[due] = self._keys(rows or [])
            expected = self.due_of_head[due] & opened
            self._one_list(user, "sort", "list_cases", path, "cases", may, expected)
            days = [row["due_on"] for row in rows or []]
            self.w.cell(
                days == sorted(days),
                "sort",
                "list_cases",
                user,
                f"by {due}",
                f"not in order: {days}",
                path,
            )

    def _one_list(self, user, channel, operation, path, name, may, expected) -> None:
        rows = self.pages(user, path, name)
        kind = {"cases": "case", "referrals": "referral"}[name]
        if not may or rows is None:
            self.w.cell(
                not may and rows is None,
                channel,
                operation,
                user,
                "any",
                "refused" if rows is None else "not refused",
                path,
            )
            return
        shown = [self.key_of[row["id"]] for row in rows]
        self.w.cell(
            len(shown) == len(set(shown)),
            channel,
            operation,
            user,
            "any",
            f"a row comes twice: {shown}",
            path,
        )
        self._compare(channel, operation, user, kind, set(shown), expected, path)

    def _lists_of_referrals(self, user: str) -> None:
        may = self.world.may(user, "read") or self.world.may(user, "refer")
        seen = self.visible(user, "referral")
        for state in ("draft", "waiting", "decided"):
            of_state = {key for key in seen if self.world.referrals[key].state == state}
            path = f"/referrals?state={state}&limit=100"
            self._one_list(user, "list", "list_referrals", path, "referrals", may, of_state)
            path = f"/referrals?state={state}&limit=1"
            self._one_list(user, "cursor", "list_referrals", path, "referrals", may, of_state)
            if state == "draft":
                continue
            in_area = {key for key in of_state if self.world.referrals[key].area == "NOR"}
            path = f"/referrals?state={state}&limit=100&area_id={self.b.ids['NOR']}"
            self._one_list(user, "filter", "list_referrals", path, "referrals", may, in_area)

    def _interests(self, user: str) -> None:
        answer = self.w.ask(user, "GET", "/interests")
        if answer.status != 200:
            return
        shown = self._keys(answer.json()["interests"])
        expected = self.visible(user, "interest")
        self._compare("list", "list_interests", user, "interest", shown, expected, "/interests")

    def _in_part(self, user: str) -> None:
        answer = self.w.ask(user, "GET", "/shared-in-part")
        if answer.status != 200:
            return
        named = {reference: key for key, reference in self.b.references.items()}
        rows = {named[row["reference"]]: row for row in answer.json()["cases"]}
        expected = self.world.shared_in_part(user)
        path = "/shared-in-part"
        self._compare("list", "list_shared_in_part", user, "case", set(rows), set(expected), path)
        for key, depth in expected.items():
            row = rows.get(key, {})
            told = {name for name, value in row.items() if value is not None}
            more = told & {"title", "programme_code", "stage", "risk_band", "opened_on"}
            holds = row.get("depth") == depth and bool(more) == (depth == "summary")
            self.w.cell(holds, "depth", "list_shared_in_part", user, key, row, path)

    # Search, suggestions, matches

    def _search(self, user: str) -> None:
        if not self.world.may(user, "search"):
            return
        for kind, name in (("person", "people"), ("place", "places"), ("case", "cases")):
            for key in self.of_kind[kind]:
                there = self.world.exists_for(user, kind, key)
                if kind == "case":
                    # A case is found by its reference; its title shows nobody more than its page.
                    typed = [("search", self.reference[key])]
                else:
                    words = self.word[key]
                    typed = [("search", words), ("suggestion", words[:8])]
                if kind == "person":
                    typed.append(("search", self.phone.get(key)))
                for channel, words in typed:
                    if words:
                        self._one_search(user, channel, name, key, words, there)

    def _one_search(self, user, channel, name, key, words, there) -> None:
        path = f"/search?q={words}"
        answer = self.w.ask(user, "GET", path)
        rows = answer.json()[name] if answer.status == 200 else []
        found = self.b.ids[key] in {row["id"] for row in rows}
        self.w.cell(
            found == there,
            channel,
            "search",
            user,
            key,
            f"{'found' if found else 'not found'} by {words}",
            path,
        )
        for row in rows:
            if row["id"] == self.b.ids[key] and "open_cases" in row:
                expected = sum(
                    case.is_open and any(part.record == key for part in case.people + case.places)
                    for case_key, case in self.world.cases.items()
                    if self.world.exists_for(user, "case", case_key)
                )
                self.w.cell(
                    row["open_cases"] == expected,
                    "count",
                    "search",
                    user,
                    key,
                    f"{row['open_cases']} open cases, not {expected}",
                    path,
                )

    def _matches(self, user: str) -> None:
        if not self.world.may(user, "search"):
            return
        for key in self.of_kind["person"]:
            if key not in self.word:
                continue
            body = {
                "given_names": self.given[key],
                "family_name": self.word[key],
                "phone": self.phone.get(key, ""),
            }
            answer = self.w.ask(user, "POST", "/people/matches", body)
            self._one_match(user, "match_people", "person", key, answer)
        for key in self.of_kind["place"]:
            body = {
                "kind": "premises",
                "name": f"{self.word[key]} House",
                "line": f"2 {self._token('line of', key)} Road",
                "town": self._token("town of", key),
            }
            answer = self.w.ask(user, "POST", "/places/matches", body)
            self._one_match(user, "match_places", "place", key, answer)

    def _token(self, what: str, key: str) -> str:
        return next(
            token.decode()
            for token, said in self.b.canaries.what.items()
            if said == f"{what} {key}"
        )

    def _one_match(self, user, operation, kind, key, answer) -> None:
        there = self.world.exists_for(user, kind, key)
        shown = {m[kind]["id"] for m in answer.json()["matches"]} if answer.status == 200 else set()
        self.w.cell(
            (self.b.ids[key] in shown) == there,
            "suggestion",
            operation,
            user,
            key,
            f"{answer.status}, matched {self.b.ids[key] in shown}",
            f"{operation} {key}",
        )

    # Counts

    def _cases_of_records(self, user: str) -> None:
        if not self.world.may(user, "read"):
            return
        for kind, root in (("person", "people"), ("place", "places")):
            for key in self.visible(user, kind):
                path = f"/{root}/{self.b.ids[key]}"
                cases = self.w.ask(user, "GET", path).json().get("cases", [])
                shown = {self.key_of[case["case_id"]] for case in cases}
                expected = {
                    case_key
                    for case_key in self.visible(user, "case")
                    if any(
                        part.record == key
                        for part in self.world.cases[case_key].people
                        + self.world.cases[case_key].places
                    )
                }
                self._compare("count", f"get_{kind}", user, "case", shown, expected, path)

    def _counted(self, user: str, area: str) -> tuple[set[str], set[str]]:
        """The open cases and waiting referrals that a hub's figures count for this user."""
        whole = self.world.may_in(user, "figures", area)
        closed = self.world.closed_to(user)
        cases = {
            key
            for key, case in self.world.cases.items()
            if case.area == area
            and case.is_open
            and (("case", key) not in closed if whole else self.world.exists_for(user, "case", key))
        }
        referrals = {
            key
            for key, one in self.world.referrals.items()
            if one.area == area
            and one.state == "waiting"
            and (
                ("referral", key) not in closed
                if whole
                else self.world.exists_for(user, "referral", key)
            )
        }
        return cases, referrals

    def _figures(self, user: str) -> None:
        if not self.world.may(user, "figures"):
            return
        for area in ("NOR", "SOU"):
            root = f"/hubs/{self.b.ids[area]}/picture"
            figures = {f["code"]: f for f in self.w.ask(user, "GET", root).json()["figures"]}
            cases, referrals = self._counted(user, area)
            for code, expected in (
                ("open_by_stage", cases),
                ("open_by_age", cases),
                ("referrals_waiting", referrals),
            ):
                base = figures[code]["base"]
                self.w.cell(
                    base == len(expected),
                    "count",
                    "get_hub_picture",
                    user,
                    f"{area} {code}",
                    f"base {base}, not {len(expected)}",
                    root,
                )
            if self.world.may(user, "read"):
                self._rows_behind(user, area, root, figures["open_by_stage"])

    def _rows_behind(self, user: str, area: str, root: str, figure: dict) -> None:
        shown: set[str] = set()
        for row in figure["rows"]:
            path = f"{root}/rows?figure=open_by_stage&row={row['code']}&limit=100"
            rows = self.pages(user, path, "cases")
            shown |= self._keys(rows or [])
        expected = {
            key
            for key in self.visible(user, "case")
            if self.world.cases[key].area == area and self.world.cases[key].is_open
        }
        self._compare(
            "count", "get_hub_picture_rows", user, "case", shown, expected, root + "/rows"
        )

    def _my_work(self, user: str) -> None:
        work = self.w.ask(user, "GET", "/my-work").json()
        mine = {
            key
            for key in self.visible(user, "case")
            if self.world.cases[key].lead_user == user
            and self.world.cases[key].is_open
            and self.world.may(user, "read")
        }
        drafts = {
            key
            for key in self.visible(user, "referral")
            if self.world.referrals[key].state == "draft"
        }
        for name, expected in (("cases", mine), ("my_drafts", drafts)):
            total = work[name]["total"]
            self.w.cell(
                total == len(expected),
                "count",
                "get_my_work",
                user,
                name,
                f"{total} {name}, not {len(expected)}",
                "/my-work",
            )

    def _said_of_cases(self, user: str) -> None:
        """Who leads, who is in it, and what the reader may do, as the case itself says."""
        if not self.world.may(user, "read"):
            return
        for key in self.visible(user, "case"):
            path = f"/cases/{self.b.ids[key]}"
            found = self.w.ask(user, "GET", path).json()
            case = self.world.cases[key]
            said = {
                "lead": (found.get("lead_user_id"), self.b.ids.get(case.lead_user or "")),
                "work": (found.get("may_work"), self.world.may(user, "work")),
                "run": (found.get("may_run"), self.world.runs(user, key)),
                "partners": (
                    sum(one["to_on"] is None for one in found.get("partners", [])),
                    sum(not one.ended for one in case.partners),
                ),
            }
            for what, (shown, expected) in said.items():
                self.w.cell(
                    shown == expected,
                    "detail",
                    "get_case",
                    user,
                    key,
                    f"{what}: {shown}, not {expected}",
                    path,
                )

    # Export and history

    def _export(self, user: str) -> None:
        if not self.world.may(user, "export"):
            return
        cases, seen = self.world.cases, self.visible(user, "case")
        by_reference = {reference: key for key, reference in self.reference.items() if key in cases}
        for query, expected in (
            ("", seen),
            ("?state=open", {key for key in seen if cases[key].is_open}),
            ("?state=closed", {key for key in seen if not cases[key].is_open}),
        ):
            answer = self.w.ask(user, "GET", f"/exports/cases{query}")
            rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"))))[1:]
            shown = {by_reference[row[0]] for row in rows if row}
            self._compare(
                "export", "export_cases", user, "case", shown, expected, f"/exports/cases{query}"
            )

    def _history(self, user: str) -> None:
        if not self.world.may(user, "read"):
            return
        for key in self.visible(user, "case"):
            path = f"/cases/{self.b.ids[key]}/audit?limit=100"
            entries = self.pages(user, path, "entries") or []
            looked = any(entry["action"].endswith(".read") for entry in entries)
            changed = any(not entry["action"].endswith(".read") for entry in entries)
            expected = self.world.may(user, "who_looked")
            self.w.cell(
                looked == expected and changed,
                "history",
                "get_case_audit",
                user,
                key,
                f"who looked: {looked}, who changed: {changed}",
                path,
            )

    # Ids named in the body of a write: a hidden one is answered as one that is nobody's

    def _named_in_bodies(self, user: str) -> None:
        if not self.world.may(user, "work"):
            return
        base = next(
            (key for key in self.visible(user, "case") if self.world.cases[key].is_open), None
        )
        here = f"/cases/{self.b.ids[base]}" if base else None
        for kind in ("person", "place"):
            for key in self.of_kind[kind]:
                if self.world.exists_for(user, kind, key):
                    continue
                for operation, path, body in self._bodies(user, kind, here):
                    self._as_absent(user, operation, kind, key, path, body)

    def _bodies(self, user: str, kind: str, here: str | None):
        """Writes that fail anyway, with a place for an id (the text ID)."""
        if kind == "person":
            if here:
                yield "add_case_person", f"{here}/people", {"person_id": "ID", "role": "no_such"}
                yield "add_entry", f"{here}/chronology", {
                    "kind": "contact",
                    "channel": "no_such",
                    "body": "x",
                    "person_id": "ID",
                }
                yield "agree_victim_updates", f"{here}/victim-updates", {
                    "person_id": "ID",
                    "channel": "letter",
                    "every_days": 7,
                }
            if self.world.may(user, "run"):
                yield "open_case", "/cases", {
                    "area_id": self.b.ids["NOR"],
                    "programme_code": "place_problem_solving",
                    "title": "",
                    "subject_kind": "place",
                    "lead_agency_id": NOBODY,
                    "answers": {},
                    "people": [{"person_id": "ID", "role": "victim"}],
                }
        else:
            if here:
                yield "add_case_place", f"{here}/places", {"place_id": "ID", "role": "no_such"}
                yield "add_entry", f"{here}/chronology", {
                    "kind": "incident",
                    "body": "x",
                    "place_id": "ID",
                    "happened_at": "2099-01-01T00:00:00Z",
                }
            yield "create_person", "/people", {
                "given_names": "",
                "family_name": "",
                "addresses": [{"line": "1 X", "place_id": "ID"}],
            }

    def _opening(self, user: str) -> None:
        """Where a case may be opened; the title is missing, so none is."""
        for area in ("NOR", "SOU"):
            body = {
                "area_id": self.b.ids[area],
                "programme_code": "place_problem_solving",
                "title": "",
                "subject_kind": "place",
                "lead_agency_id": self.b.ids[self.world.users[user].agency],
            }
            answer = self.w.ask(user, "POST", "/cases", body, key=self.w.client.new_key())
            may = self.world.may_open_in(user, area)
            self.w.cell(
                answer.status == (400 if may else 403),
                "write",
                "open_case",
                user,
                f"in {area}",
                f"{'may' if may else 'may not'}, answered {answer.status} {answer.body[:120]!r}",
                f"POST /cases {body}",
            )

    def _as_absent(self, user, operation, kind, key, path, body) -> None:
        answers = []
        for given in (self.b.ids[key], NOBODY):
            filled = _with_id(body, given)
            answers.append(self.w.ask(user, "POST", path, filled, key=self.w.client.new_key()))
        holds = masked(answers[0]) == masked(answers[1]) and answers[0].status >= 400
        self.w.cell(
            holds,
            "error",
            operation,
            user,
            key,
            f"answered {answers[0].status} {answers[0].body[:160]!r}, "
            f"not {answers[1].body[:160]!r}",
            f"POST {path} {body} with the id of the {kind}",
        )


def _with_id(body: object, given: str) -> object:
    if isinstance(body, dict):
        return {key: _with_id(value, given) for key, value in body.items()}
    if isinstance(body, list):
        return [_with_id(value, given) for value in body]
    return given if body == "ID" else body

"""Builds a world through the real product and tells the model the same, act by act.

Every name, address, phone number and text that goes in carries a canary: a token of its own, kept
with the records whose readers may see it. References and ids that the product gives are canaries
too. Keys (`officer_n`, `c_own`) are ours; the product's ids are in `ids`.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field

from model import Grant, RoleHeld, Span, User, World
from product import ADMINISTRATOR, PASSWORD, SECOND, Client, Session

LETTERS = "bcdfghjklmnpqrstvwxz"


@dataclass
class Canaries:
    """Tokens, and for each the records any one of which entitles a reader to it."""

    owners: dict[bytes, list[tuple[str, str]]] = field(default_factory=dict)
    what: dict[bytes, str] = field(default_factory=dict)
    made: int = 0

    def _digest(self) -> bytes:
        self.made += 1
        return hashlib.sha256(f"canary {self.made}".encode()).digest()

    def word(self, what: str, *owners: tuple[str, str]) -> str:
        token = "Zq" + "".join(LETTERS[byte % len(LETTERS)] for byte in self._digest()[:9])
        self.keep(token, what, *owners)
        return token

    def phone(self, what: str, *owners: tuple[str, str]) -> str:
        token = "07" + "".join(str(byte % 10) for byte in self._digest()[:9])
        self.keep(token, what, *owners)
        return token

    def keep(self, token: str, what: str, *owners: tuple[str, str]) -> None:
        known = self.owners.setdefault(token.lower().encode(), [])
        known.extend(owner for owner in owners if owner not in known)
        self.what.setdefault(token.lower().encode(), what)


class Builder:
    def __init__(self, client: Client) -> None:
        self.client = client
        self.first = client.sign_in("first", ADMINISTRATOR)
        self.second = client.sign_in("second", SECOND)
        self.today = datetime.date.fromisoformat(self.first.facts["today"])
        self.world = World(self.today)
        self.canaries = Canaries()
        self.ids: dict[str, str] = {}
        self.kinds: dict[str, str] = {}  # key of a record to case, person ...
        self.sessions: dict[str, Session] = {}
        self.links: dict[tuple[str, str], str] = {}  # (case, part of it) to its id
        self.long_ago = self.today - datetime.timedelta(days=700)
        self._answers: dict[str, dict] = {}
        self.references: dict[str, str] = {}
        self.terms: dict[str, str] = {}  # under which anything is shared
        directory = client.must(self.first, "GET", "/directory")
        for agency in directory["agencies"]:
            self.ids[agency["code"]] = agency["id"]

    def day(self, days: int) -> datetime.date:
        return self.today + datetime.timedelta(days=days)

    def _record(self, kind: str, key: str, given_id: str) -> str:
        self.ids[key] = given_id
        self.kinds[key] = kind
        self.canaries.keep(given_id, f"id of {key}", (kind, key))
        return given_id

    def revision(self, session: Session, path: str) -> str:
        answer = self.client.ask(session, "GET", path)
        if answer.status != 200:
            raise RuntimeError(f"{session.name}: {path} answered {answer.status}")
        return answer.header("etag") or ""

    # The directory

    def agency(self, key: str, kind: str) -> None:
        body = {
            "code": key,
            "name": f"Agency {key}",
            "kind": kind,
            "valid_from": str(self.long_ago),
        }
        made = self.client.must(self.first, "POST", "/administration/agencies", body)
        self.ids[key] = made["id"]

    def area(self, key: str) -> None:
        body = {"code": key, "name": f"Hub {key}", "valid_from": str(self.long_ago)}
        self.ids[key] = self.client.must(self.first, "POST", "/administration/areas", body)["id"]

    def end_area(self, key: str) -> None:
        body = {
            "code": key,
            "name": f"Hub {key}",
            "valid_from": str(self.long_ago),
            "valid_to": str(self.day(-1)),
        }
        self.client.must(self.first, "PUT", f"/administration/areas/{self.ids[key]}", body, '"1"')

    def team(self, key: str, agency: str, area: str | None = None) -> None:
        body = {
            "agency_id": self.ids[agency],
            "name": f"Team {key}",
            "valid_from": str(self.long_ago),
        }
        if area:
            body["area_id"] = self.ids[area]
        self.ids[key] = self.client.must(self.first, "POST", "/administration/teams", body)["id"]
        self.world.teams[key] = agency
        if area:
            self.world.hub_of_team[key] = area

    def user(
        self,
        key: str,
        agency: str,
        *roles: tuple,
        span: tuple[int, int | None] = (-700, None),
        sign_in: bool = True,
        waiting: tuple[tuple, ...] = (),
    ) -> None:
        """`roles` are (role, place) or (role, place, first day, last day), days from today; a
        place is "" for the partnership, or the key of an area or a team. Those in `waiting` are
        proposed, and nobody approves them."""
        held = [self._held(*one) for one in roles]
        held += [self._held(*one, waits=True) for one in waiting]
        account = User(
            agency, Span(self.day(span[0]), self.day(span[1]) if span[1] else None), held
        )
        self.world.users[key] = account
        self.world.users_changed()
        email = self.canaries.word(f"e-mail of {key}", ("user", key)).lower() + "@policy.example"
        body = self._account_body(key, account)
        body["phone"] = self.canaries.phone(f"phone of {key}", ("user", key))
        made = self.client.must(
            self.first,
            "POST",
            "/administration/users",
            {**body, "email": email},
        )
        self.ids[key] = made["id"]
        self.kinds[key] = "user"
        self._approve(key)
        self._invite(key)
        self.sessions[key] = self.client.sign_in(key, email) if sign_in else Session(key)

    def _held(
        self, role: str, place: str, first: int = -700, last: int | None = None, waits: bool = False
    ) -> RoleHeld:
        where = "team" if place in self.world.teams else "area" if place else "partnership"
        span = Span(self.day(first), self.day(last) if last else None)
        return RoleHeld(role, (where, place), span, waits)

    def _deciders(self, key: str) -> list[Session]:
        """Whoever may decide about the account, and the second administrator."""
        world = self.world
        able = [one for one in self.sessions if world.decides_about(one, key)]
        return [self.sessions[one] for one in able] + [self.second]

    def _approve(self, key: str) -> None:
        """Approves what was proposed for the account, but for what is to wait."""
        to_wait = {
            (held.role, self.ids.get(held.place[1], self._partnership()))
            for held in self.world.users[key].roles
            if held.waits
        }
        for session in self._deciders(key):
            waiting = self.client.must(session, "GET", "/account-approvals")["roles"]
            for one in waiting:
                if one["user"]["id"] != self.ids[key]:
                    continue
                if (one["role"]["role"], one["role"]["held_at_id"]) in to_wait:
                    continue
                path = f"/account-approvals/roles/{one['id']}"
                self.client.must(session, "PUT", path, {"decision": "approve"})

    def _invite(self, key: str) -> None:
        """They choose the password by a link from the one and a code from the other."""
        link = self.client.must(
            self.first, "PUT", f"/administration/users/{self.ids[key]}/invitation"
        )
        session = self._deciders(key)[0]
        path = f"/account-approvals/invitations/{self.ids[key]}"
        code = self.client.must(session, "PUT", path)["code"]
        body = {"token": link["token"], "code": code, "password": PASSWORD}
        self.client.must(Session("invited"), "POST", "/invitation", body)

    def _account_body(self, key: str, account: User) -> dict:
        partnership = self.first.facts["user_id"] and self._partnership()
        return {
            "agency_id": self.ids[account.agency],
            "name": f"Worker {key}",
            "valid_from": str(account.span.first),
            "valid_to": str(account.span.last) if account.span.last else None,
            "roles": [
                {
                    "role": held.role,
                    "held_at": held.place[0],
                    "held_at_id": self.ids.get(held.place[1], partnership),
                    "valid_from": str(held.span.first),
                    "valid_to": str(held.span.last) if held.span.last else None,
                }
                for held in account.roles
            ],
        }

    def _partnership(self) -> str:
        if "partnership" not in self.ids:
            me = self.first.facts["user_id"]
            account = self.client.must(self.first, "GET", f"/administration/users/{me}")
            self.ids["partnership"] = account["roles"][0]["held_at_id"]
        return self.ids["partnership"]

    def change_user(self, key: str) -> None:
        """Sends the account as the model has it now; their sessions end by that."""
        self.world.users_changed()
        path = f"/administration/users/{self.ids[key]}"
        answer = self.client.ask(self.first, "GET", path)
        body = self._account_body(key, self.world.users[key])
        body["phone"] = answer.json()["phone"]
        self.client.must(self.first, "PUT", path, body, f'"{answer.json()["revision"]}"')
        self._approve(key)

    def sign_in_again(self, key: str) -> None:
        path = f"/administration/users/{self.ids[key]}"
        email = self.client.must(self.first, "GET", path)["email"]
        self.sessions[key] = self.client.sign_in(key, email)

    # People and places

    def person(self, key: str, author: str, family: str = "", born: str | None = None) -> None:
        own = ("person", key)
        word = self.canaries.word
        body = {
            "given_names": word(f"given name of {key}", own),
            "family_name": family or word(f"family name of {key}", own),
            "phone": self.canaries.phone(f"phone of {key}", own),
            "phone_is_safe": "no",
            "email": f"{word(f'e-mail of {key}', own).lower()}@people.example",
            "safe_contact": f"Only by {word(f'safe contact of {key}', own)}",
            "needs": f"Interpreter {word(f'needs of {key}', own)}",
            "aliases": [
                {
                    "given_names": word(f"alias of {key}", own),
                    "family_name": "",
                    "kind": "nickname",
                }
            ],
            "addresses": [
                {
                    "line": f"1 {word(f'address of {key}', own)} Street",
                    "town": word(f"town of {key}", own),
                    "postcode": "YO11 1AA",
                }
            ],
        }
        if born:
            body["date_of_birth"] = born
        made = self.client.must(self.sessions[author], "POST", "/people", body)
        self._record("person", key, made["id"])
        self.world.enter("person", key, author)

    def place(self, key: str, author: str) -> None:
        own = ("place", key)
        word = self.canaries.word
        body = {
            "kind": "premises",
            "name": f"{word(f'name of {key}', own)} House",
            "line": f"2 {word(f'line of {key}', own)} Road",
            "locality": word(f"locality of {key}", own),
            "town": word(f"town of {key}", own),
        }
        made = self.client.must(self.sessions[author], "POST", "/places", body)
        self._record("place", key, made["id"])
        self.world.enter("place", key, author)

    # Cases

    def opening_answers(self, area: str, owner: tuple[str, str]) -> dict:
        if area not in self._answers:
            path = f"/programmes/place_problem_solving?area_code={area}"
            self._answers[area] = self.client.must(self.first, "GET", path)
        answers = {}
        for asked in self._answers[area]["fields"]:
            if "opening" in asked["required_at"]:
                answers[asked["code"]] = [self._answer_to(asked, owner)]
        return answers

    def _answer_to(self, asked: dict, owner: tuple[str, str]) -> str:
        if asked["options"]:
            return asked["options"][0]["code"]
        if asked["type"] == "yes_no_unknown":
            return "yes"
        if asked["type"] == "date":
            return str(self.day(-30))
        if asked["type"] == "number":
            return "3"
        return f"Said {self.canaries.word('answer', owner)}"

    def case(
        self,
        key: str,
        opener: str,
        area: str,
        people: tuple[tuple[str, str], ...] = (),
        places: tuple[str, ...] = (),
        lead_agency: str | None = None,
        lead_user: str | None = None,
        title: str | None = None,
    ) -> None:
        agency = lead_agency or self.world.users[opener].agency
        own = ("case", key)
        body = {
            "area_id": self.ids[area],
            "programme_code": "place_problem_solving",
            "title": title or f"About {self.canaries.word(f'title of {key}', own)}",
            "subject_kind": "place",
            "lead_agency_id": self.ids[agency],
            "answers": self.opening_answers(area, own),
            "people": [{"person_id": self.ids[p], "role": role} for p, role in people],
            "places": [{"place_id": self.ids[p], "role": "where_it_happens"} for p in places],
        }
        if lead_user:
            body["lead_user_id"] = self.ids[lead_user]
        made = self.client.must(self.sessions[opener], "POST", "/cases", body)
        self._record("case", key, made["id"])
        self.canaries.keep(made["reference"], f"reference of {key}", own)
        self.references[key] = made["reference"]
        self.world.open_case(key, opener, area, agency, lead_user, people, places)
        self._remember_parts(key, made)

    def _remember_parts(self, key: str, case: dict) -> None:
        by_id = {given: ours for ours, given in self.ids.items()}
        for part in case["people"]:
            self.links[key, by_id[part["person_id"]]] = part["id"]
        for part in case["places"]:
            self.links[key, by_id[part["place_id"]]] = part["id"]
        for part in case["partners"]:
            if part["to_on"] is None:
                self.links[key, by_id[part["team_id"] or part["agency_id"]]] = part["id"]

    def _on_case(self, who: str, key: str, method: str, path: str, body: dict) -> dict:
        session, where = self.sessions[who], f"/cases/{self.ids[key]}"
        etag = self.revision(session, where) if method == "PUT" else None
        return self.client.must(session, method, where + path, body, etag)

    def agreement(self, key: str, who: str, parties: list[str]) -> None:
        """One that lets these agencies share: what is shared from now on is shared under it."""
        body = {
            "title": "Agreement of the test world",
            "covers": "",
            "starts_on": str(self.long_ago),
            "review_on": str(self.day(300)),
            "ends_on": str(self.day(400)),
            "parties": [self.ids[agency] for agency in parties],
            "purposes": ["prevent_crime"],
            "gateways": ["CDA115"],
        }
        made = self.client.must(self.sessions[who], "POST", "/agreements", body)
        self.ids[key] = made["id"]
        self.terms = {
            "purpose": "prevent_crime",
            "gateway": "CDA115",
            "agreement_id": made["id"],
            "ends_on": str(self.day(90)),
        }

    def share(self, who: str, key: str, to: tuple[str, str], depth: str) -> str:
        """Gives back the key of the grant."""
        name = f"grant {len(self.world.grants)}: {key} to {to[1]} in {depth}"
        word = self.canaries.word(f"why {name}", ("case", key))
        body = {
            "to_kind": to[0],
            "to_id": self.ids[to[1]],
            "depth": depth,
            "reason": f"Because {word}",
            **self.terms,
        }
        grants = self._on_case(who, key, "POST", "/sharing", body)["grants"]
        self._remember_grants(key, grants)
        self.ids[name] = grants[0]["id"]
        until = datetime.datetime.combine(self.day(91), datetime.time())
        self.world.grant(name, Grant(key, to, depth, until))
        return name

    def _remember_grants(self, key: str, grants: list[dict]) -> None:
        self.links[key, "grant"] = grants[0]["id"]

    def stop_sharing(self, who: str, key: str, name: str) -> None:
        path = f"/cases/{self.ids[key]}/sharing/{self.ids[name]}/ending"
        body, revision = {"reason": "No longer"}, self._grant_revision(name)
        self.client.must(self.sessions[who], "PUT", path, body, revision)
        self.world.set_grant(name, "withdrawn")

    def narrow(self, who: str, key: str, name: str, depth: str) -> None:
        path = f"/cases/{self.ids[key]}/sharing/{self.ids[name]}"
        body = {"depth": depth, "ends_on": self.terms["ends_on"]}
        self.client.must(self.sessions[who], "PUT", path, body, self._grant_revision(name))
        self.world.narrow_grant(name, depth)

    def _grant_revision(self, name: str) -> str:
        case = self.world.grants[name].case
        grants = self.client.must(self.sessions["head"], "GET", f"/cases/{self.ids[case]}/sharing")
        found = [one for one in grants["grants"] if one["id"] == self.ids[name]]
        return f'"{found[0]["revision"]}"'

    def emergency(self, who: str, key: str) -> None:
        body = {"reference": self.references[key], "reason": "He is at the door"}
        self.client.must(self.sessions[who], "POST", "/emergency-access", body)
        soon = self.world.now + datetime.timedelta(hours=1)
        self.world.grant(f"emergency of {who} in {key}", Grant(key, ("user", who), "content", soon))

    def seal(self, who: str, person: str, asker: str) -> None:
        """A safe address, which nobody is ever shown here: it is asked for and waits."""
        said = {"line": "street", "town": "town", "postcode": "postcode", "note": "way in"}
        body = {name: self.canaries.word(f"safe {what} of {person}") for name, what in said.items()}
        path = f"/people/{self.ids[person]}/safe-address"
        self.ids[f"safe address of {person}"] = kept = self.client.must(
            self.sessions[who], "POST", path, body
        )["id"]
        asking = {"reason": "The boiler has to be mended"}
        path = f"/safe-addresses/{kept}/reveals"
        self.client.must(self.sessions[asker], "POST", path, asking)

    def bring_in(self, who: str, key: str, agency: str, team: str | None = None) -> None:
        word = self.canaries.word(f"why {agency} is in {key}", ("case", key))
        body = {"agency_id": self.ids[agency], "reason": f"Because {word}", **self.terms}
        if team:
            body["team_id"] = self.ids[team]
        self._remember_parts(key, self._on_case(who, key, "POST", "/partners", body))
        self.world.bring_in(key, agency, team)

    def end_partner(self, who: str, key: str, agency: str, team: str | None = None) -> None:
        link = self.links[key, team or agency]
        path = f"/cases/{self.ids[key]}/partners/{link}/ending"
        self.client.must(self.sessions[who], "PUT", path, None, '"1"')
        self.world.end_partner(key, agency, team)

    def add_person(self, who: str, key: str, person: str, role: str) -> None:
        body = {"person_id": self.ids[person], "role": role}
        self._remember_parts(key, self._on_case(who, key, "POST", "/people", body))
        self.world.add_person(key, person, role)

    def end_person(self, who: str, key: str, person: str) -> None:
        path = f"/cases/{self.ids[key]}/people/{self.links[key, person]}/ending"
        self.client.must(self.sessions[who], "PUT", path, None, '"1"')
        self.world.end_part(key, person)

    def transfer(self, who: str, key: str, area: str, agency: str, user: str | None = None) -> None:
        body = {
            "area_id": self.ids[area],
            "reason": f"Moved {self.canaries.word(f'transfer of {key}', ('case', key))}",
            "consent": "given",
            "lead_agency_id": self.ids[agency],
        }
        if user:
            body["lead_user_id"] = self.ids[user]
        self._on_case(who, key, "PUT", "/transfer", body)
        self.world.transfer(key, who, area, agency, user)

    def change_lead(self, who: str, key: str, agency: str, user: str | None = None) -> None:
        title = self.client.must(self.sessions[who], "GET", f"/cases/{self.ids[key]}")["title"]
        body = {"title": title, "lead_agency_id": self.ids[agency]}
        body["lead_user_id"] = self.ids[user] if user else None
        self._on_case(who, key, "PUT", "", body)
        self.world.change_lead(key, who, agency, user)

    def note(self, who: str, key: str) -> None:
        word = self.canaries.word(f"note on {key}", ("case", key))
        body = {"kind": "note", "nature": "fact", "body": f"We saw {word}"}
        made = self._on_case(who, key, "POST", "/chronology", body)
        self.canaries.keep(made["id"], f"id of a note on {key}", ("case", key))

    def letter(self, who: str, key: str, person: str) -> None:
        word = self.canaries.word
        body = {
            "person_id": self.ids[person],
            "route": "by_hand",
            "subject": f"About {word(f'subject of a letter on {key}', ('case', key))}",
            "body": f"We say {word(f'letter on {key}', ('case', key))}",
            "safe_contact_read": True,
        }
        made = self._on_case(who, key, "POST", "/letters", body)
        self.canaries.keep(made["id"], f"id of a letter on {key}", ("case", key))

    def action(self, who: str, key: str, agency: str, user: str | None = None) -> None:
        word = self.canaries.word(f"action on {key}", ("case", key))
        body = {
            "description": f"Visit {word}",
            "owner_agency_id": self.ids[agency],
            "owner_user_id": self.ids[user] if user else None,
            "due_on": str(self.today),
        }
        made = self._on_case(who, key, "POST", "/actions", body)
        self.links[key, "action"] = made["id"]
        self.world.cases[key].actions["action"] = agency
        self.canaries.keep(made["id"], f"id of an action on {key}", ("case", key))

    def goal(self, who: str, key: str) -> None:
        word = self.canaries.word(f"goal of {key}", ("case", key))
        body = {"description": f"Quiet {word}", "agreed_with": "victim"}
        made = self._on_case(who, key, "POST", "/outcomes/goals", body)
        self.links[key, "goal"] = made["goals"][0]["id"]

    def victim_updates(self, who: str, key: str, person: str) -> None:
        body = {"person_id": self.ids[person], "channel": "letter", "every_days": 7}
        made = self._on_case(who, key, "POST", "/victim-updates", body)
        self.links[key, "agreement"] = made["agreements"][0]["id"]

    def assess(self, who: str, key: str, point: str) -> None:
        area = self.world.cases[key].area
        questionnaire = self._answers[area]["questionnaire"]
        body = {
            "point": point,
            "answers": [
                {
                    "question": question["code"],
                    "answer": question["answers"][0]["code"],
                    "note": f"As {self.canaries.word(f'risk of {key}', ('case', key))} said",
                }
                for question in questionnaire["questions"]
            ],
        }
        self._on_case(who, key, "POST", "/risk-assessments", body)

    def close(self, who: str, key: str) -> None:
        """Through every stage that the programme asks for, to closed."""
        programme = self._answers[self.world.cases[key].area]
        own = ("case", key)
        self.assess(who, key, "closing")
        stages = {stage["code"]: stage for stage in programme["stages"]}
        now = self.client.must(self.sessions[who], "GET", f"/cases/{self.ids[key]}")["stage"]
        for stage in _way_to_closed(stages, now)[:-1]:
            self._on_case(who, key, "PUT", "/stage", {"stage": stage})
        self._on_case(
            who,
            key,
            "PUT",
            "/closure",
            {
                "reason": programme["closing_reasons"][0]["code"],
                "summary": f"Ended {self.canaries.word(f'closing of {key}', own)}",
                "victim_told": "told",
                "measures": [
                    {"measure": m["code"], "not_taken": programme["not_taken_reasons"][0]["code"]}
                    for m in programme["measures"]
                    if m["code"] not in ("risk_band", "risk_score")
                ],
                "answers": {
                    asked["code"]: [self._answer_to(asked, own)]
                    for asked in programme["fields"]
                    if "closing" in asked["required_at"]
                },
            },
        )
        self.world.set_open(key, False)

    def reopen(self, who: str, key: str) -> None:
        word = self.canaries.word(f"reopening of {key}", ("case", key))
        self._on_case(who, key, "PUT", "/reopening", {"reason": f"Again {word}"})
        self.world.set_open(key, True)

    # Referrals

    def draft(self, key: str, author: str) -> None:
        word = self.canaries.word(f"draft {key}", ("referral", key))
        body = {"form": {"what_happened": f"So far {word}"}}
        made = self.client.must(self.sessions[author], "POST", "/referrals", body)
        self._record("referral", key, made["id"])
        self.world.start_referral(key, author)

    def send(
        self,
        key: str,
        author: str,
        area: str,
        people: tuple[str, ...] = (),
        place: str | None = None,
        new_person: str | None = None,
    ) -> None:
        """Refers people whom the author knows to be on record; `new_person` is one described."""
        self.draft(key, author)
        own = ("referral", key)
        word = self.canaries.word
        named = [
            {
                "role": "victim",
                "given_names": word(f"named in {key}", own),
                "family_name": word(f"named in {key}", own),
                "choice": "known",
                "person_id": self.ids[person],
            }
            for person in people
        ]
        if new_person:
            named.append(
                {
                    "role": "victim",
                    "given_names": word(f"given name of {new_person}", own, ("person", new_person)),
                    "family_name": word(
                        f"family name of {new_person}", own, ("person", new_person)
                    ),
                    "choice": "new",
                }
            )
        body = {
            "area_id": self.ids[area],
            "source_kind": "public",
            "source": "self",
            "channel": "phone",
            "referrer_name": word(f"referrer of {key}", own),
            "referrer_contact": self.canaries.phone(f"referrer of {key}", own),
            "how_known": "saw_it",
            "programme_code": "place_problem_solving",
            "subject_kind": "place",
            "what_happened": f"Shouting {word(f'what happened in {key}', own)}",
            "where_happened": f"By {word(f'where of {key}', own)}",
            "risk_now": "no",
            "risk_now_note": word(f"risk in {key}", own),
            "safe_contact": word(f"safe contact in {key}", own),
            "consent": "given",
            "people": named,
        }
        if place:
            body["place_id"] = self.ids[place]
        session, path = self.sessions[author], f"/referrals/{self.ids[key]}"
        etag = self.revision(session, path)
        made = self.client.must(session, "POST", f"{path}/submission", body, etag)
        self.canaries.keep(made["reference"], f"reference of {key}", own)
        for index, person in enumerate(made["people"]):
            self.links[key, str(index)] = person["id"]
        self.world.send_referral(key, area, people, place)
        if new_person:
            seen = self.client.must(self.sessions["head"], "GET", path)
            self._record("person", new_person, seen["people"][-1]["person_id"])
            self.world.enter_by_referral(new_person, key)

    def decide(self, who: str, key: str, decision: str, case: str | None = None) -> None:
        session, path = self.sessions[who], f"/referrals/{self.ids[key]}"
        own = ("referral", key)
        body: dict = {"decision": decision}
        if decision in ("accept", "link"):
            found = self.client.must(session, "GET", path)
            for token, owners in self.canaries.owners.items():
                if own in owners and self.canaries.what[token].split()[0] in (
                    "what",
                    "where",
                    "risk",
                    "safe",
                    "named",
                ):
                    owners.append(("case", case or ""))
            for index, person in enumerate(found["people"]):
                if not person["choice"] or person["choice"] == "none_shown":
                    raise RuntimeError(f"{key}: person {index} is not chosen")
        if decision == "accept":
            area = self.world.referrals[key].area or ""
            body[
                "title"
            ] = f"Accepted {self.canaries.word(f'title of {case}', ('case', case or ''))}"
            body["answers"] = self.opening_answers(area, ("case", case or ""))
        elif decision == "link":
            body["case_id"] = self.ids[case or ""]
        else:
            body["reason"] = f"Since {self.canaries.word(f'decision of {key}', own)}"
        etag = self.revision(session, path)
        made = self.client.must(session, "POST", f"{path}/decision", body, etag)
        roles = tuple("victim" for _ in self.world.referrals[key].people)
        if decision == "accept" and case:
            self._record("case", case, made["case_id"])
            self.canaries.keep(made["case_reference"], f"reference of {case}", ("case", case))
            agency = self.world.users[who].agency
            self.world.open_case(case, who, self.world.referrals[key].area or "", agency)
        self.world.decide_referral(key, case, roles)
        if case:
            made = self.client.must(session, "GET", f"/cases/{self.ids[case]}")
            self._remember_parts(case, made)

    # Conflicts of interest

    def declare(self, key: str, who: str, person: str, kind: str, user: str | None = None) -> None:
        word = self.canaries.word(f"note of {key}", ("interest", key))
        body = {"kind": kind, "note": f"From {word}"}
        if user:
            body["user_id"] = self.ids[user]
        path = f"/people/{self.ids[person]}/interests"
        self.client.must(self.sessions[who], "POST", path, body)
        self.world.declare(key, user or who, person)
        self.kinds[key] = "interest"

    def find_interests(self, who: str) -> None:
        """Learns the ids of those declared, from somebody who may read them."""
        found = self.client.must(self.sessions[who], "GET", "/interests")["interests"]
        by_id = {given: ours for ours, given in self.ids.items()}
        for one in found:
            for key, interest in self.world.interests.items():
                named = f"Worker {interest.user}" == one["user_name"]
                if named and by_id[one["person_id"]] == interest.person and not interest.ended:
                    self._record("interest", key, one["id"])

    def end_interest(self, who: str, key: str) -> None:
        word = self.canaries.word(f"ending of {key}", ("interest", key))
        path = f"/interests/{self.ids[key]}/ending"
        self.client.must(self.sessions[who], "PUT", path, {"reason": f"A slip {word}"}, '"1"')
        self.world.end_interest(key)


def _way_to_closed(stages: dict[str, dict], now: str) -> list[str]:
    """The shortest way from a stage to one that is closed, without the first."""
    ways = [[now]]
    seen = {now}
    while ways:
        way = ways.pop(0)
        for step in stages[way[-1]]["may_move_to"]:
            if stages[step]["closed"]:
                return [*way[1:], step]
            if step not in seen:
                seen.add(step)
                ways.append([*way, step])
    raise RuntimeError("no way to closed")

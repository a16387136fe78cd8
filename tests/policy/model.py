"""The policy of docs/policy.md as a small program of its own.

A World is told what happens (who is brought into which case, what ends, who knows whom) and
decides, for a user and a record, what the page says. It is written from that page and reads its
table; it knows nothing of the product's code, its database or its API. Records are named by
whatever keys the caller chooses. Days are dates; `today` is the day on which everything is decided.
"""

from __future__ import annotations

import datetime
import pathlib
import re
from dataclasses import dataclass, field

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "policy.md"

# The rows of the page's table, by the words that the rest of the code uses for them.
ACTIVITIES = {
    "signed_in": "use the directory, the programmes and their own account",
    "refer": "make referrals",
    "triage": "triage referrals",
    "read": "read records",
    "work": "work on cases",
    "run": "run cases",
    "search": "search",
    "figures": "see a hub's figures",
    "map": "see the map",
    "report": "see the committee report",
    "export": "export cases",
    "who_looked": "see who looked",
    "emergency": "open a case in an emergency",
    "agreements": "write sharing agreements",
    "keep_safe": "keep safe addresses",
    "administer": "administer",
    "approve": "approve accounts",
    "opens_records": "open the records of the place where it is held",
}


def read_roles(page: str) -> dict[str, set[str]]:
    """What each role allows, from the table of the page. Every row and cell must be there."""
    lines = [line for line in page.splitlines() if line.startswith("|")]
    head = next(i for i, line in enumerate(lines) if "hub_officer" in line)
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[head:]]
    codes = cells[0][1:]
    roles: dict[str, set[str]] = {code: set() for code in codes}
    rows = {row[0]: row[1:] for row in cells[2:]}
    for activity, words in ACTIVITIES.items():
        for code, cell in zip(codes, rows[words], strict=True):
            if cell not in ("yes", "no"):
                raise ValueError(f"{words}, {code}: {cell}")
            if cell == "yes":
                roles[code].add(activity)
    return roles


ROLES = read_roles(PAGE.read_text(encoding="utf-8"))


@dataclass
class Span:
    """Two days, both included; the last may be open."""

    first: datetime.date
    last: datetime.date | None = None

    def covers(self, day: datetime.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass
class RoleHeld:
    role: str
    place: tuple[str, str]  # ("partnership", ""), ("area", key) or ("team", key)
    span: Span
    waits: bool = False  # for somebody to approve it


@dataclass
class User:
    agency: str
    span: Span
    roles: list[RoleHeld]


@dataclass
class Part:
    """Somebody's, or a place's, part in a case."""

    record: str
    role: str = ""
    ended: bool = False


@dataclass
class Partner:
    agency: str
    team: str | None = None
    ended: bool = False


@dataclass
class Case:
    area: str
    lead_agency: str
    lead_user: str | None
    is_open: bool = True
    people: list[Part] = field(default_factory=list)
    places: list[Part] = field(default_factory=list)
    partners: list[Partner] = field(default_factory=list)
    filed: set[tuple[str, str]] = field(default_factory=set)
    actions: dict[str, str] = field(default_factory=dict)  # to whose agency they are


@dataclass
class Entry:
    """A person or a place on record."""

    author: str
    filed: set[tuple[str, str]] = field(default_factory=set)


@dataclass
class Referral:
    author: str
    state: str = "draft"
    area: str | None = None
    people: list[str] = field(default_factory=list)  # those known to be on record
    place: str | None = None
    case: str | None = None
    filed: set[tuple[str, str]] = field(default_factory=set)


@dataclass
class Interest:
    user: str
    person: str
    ended: bool = False


@dataclass
class Grant:
    """Leave for an agency, a team or a person to know a case, at a depth, until an instant."""

    case: str
    to: tuple[str, str]  # ("agency", key), ("team", key) or ("user", key)
    depth: str  # existence, summary, content
    until: datetime.datetime
    state: str = "live"  # asked, live, refused, withdrawn


PARTNERSHIP = ("partnership", "")


class World:
    def __init__(self, today: datetime.date) -> None:
        self.today = today
        self.now = datetime.datetime.combine(today, datetime.time(12))
        self.users: dict[str, User] = {}
        self.teams: dict[str, str] = {}  # team to agency
        self.hub_of_team: dict[str, str] = {}
        self.cases: dict[str, Case] = {}
        self.people: dict[str, Entry] = {}
        self.places: dict[str, Entry] = {}
        self.referrals: dict[str, Referral] = {}
        self.interests: dict[str, Interest] = {}
        self.grants: dict[str, Grant] = {}
        # Worked out when asked for, and forgotten when something happens.
        self._closed: dict[str, set[tuple[str, str]]] = {}
        self._belongs: dict[str, set[tuple[str, str]]] = {}
        self._hub_agencies: set[str] | None = None

    # Who is asking

    def roles_today(self, user: str) -> list[RoleHeld]:
        return [
            role
            for role in self.users[user].roles
            if role.span.covers(self.today) and not role.waits
        ]

    def in_force(self, user: str) -> bool:
        return self.users[user].span.covers(self.today)

    def may(self, user: str, activity: str) -> bool:
        if activity == "signed_in":
            return self.in_force(user)
        return any(activity in ROLES[role.role] for role in self.roles_today(user))

    def may_in(self, user: str, activity: str, area: str) -> bool:
        """By a role that is held there, or in the whole partnership."""
        here = (PARTNERSHIP, ("area", area))
        return any(
            activity in ROLES[role.role] and role.place in here for role in self.roles_today(user)
        )

    def may_open_in(self, user: str, area: str) -> bool:
        teams = {("team", team) for team, hub in self.hub_of_team.items() if hub == area}
        return self.may_in(user, "run", area) or any(
            "run" in ROLES[role.role] and role.place in teams for role in self.roles_today(user)
        )

    def works_in(self, user: str) -> set[tuple[str, str]]:
        """The places whose records the user's roles open."""
        return {
            role.place for role in self.roles_today(user) if "opens_records" in ROLES[role.role]
        }

    def belongs_to(self, user: str) -> set[tuple[str, str]]:
        if user not in self._belongs:
            own = {("agency", self.users[user].agency), ("user", user)}
            self._belongs[user] = self.works_in(user) | own
        return self._belongs[user]

    def users_changed(self) -> None:
        self._belongs.clear()
        self._hub_agencies = None

    # The second person for accounts

    def decides_about(
        self, user: str, account: str, proposer: str = "", gives_power: bool = False
    ) -> bool:
        if user in (account, proposer):
            return False
        agency = self.users[account].agency
        approvers = {
            one
            for one, known in self.users.items()
            if known.agency == agency
            and one not in (account, proposer)
            and self.in_force(one)
            and any(role.role == "agency_approver" for role in self.roles_today(one))
        }
        if approvers and not gives_power:
            return user in approvers
        return self.may(user, "administer")

    def decides_a_role_of(self, user: str, account: str) -> bool:
        """Whether a role of the account waits that the user decides; none of theirs is one."""
        return any(
            role.waits
            and self.decides_about(
                user, account, gives_power=bool({"administer", "approve"} & ROLES[role.role])
            )
            for role in self.users[account].roles
        )

    # What happens

    def _scopes_of(self, case: Case) -> set[tuple[str, str]]:
        scopes = {PARTNERSHIP, ("area", case.area)}
        if case.lead_user:
            scopes.add(("user", case.lead_user))
        for partner in case.partners:
            if not partner.ended:
                scopes.add(("team", partner.team) if partner.team else ("agency", partner.agency))
        return scopes

    def _file(self, key: str) -> None:
        """Files a case anew, and with it whoever and whatever is in it."""
        case = self.cases[key]
        granted = {g.to for g in self.grants.values() if g.case == key and self._opens(g)}
        before, case.filed = case.filed, self._scopes_of(case) | granted
        for parts, entries in ((case.people, self.people), (case.places, self.places)):
            for part in parts:
                entry = entries[part.record]
                if not part.ended:
                    entry.filed |= case.filed
                for scope in before - case.filed:
                    if scope == ("user", entry.author) or self._other_case(part.record, scope):
                        continue
                    entry.filed.discard(scope)
        self._closed.clear()

    def _other_case(self, record: str, scope: tuple[str, str]) -> bool:
        return any(
            scope in case.filed and any(part.record == record for part in case.people + case.places)
            for case in self.cases.values()
        )

    def enter(self, kind: str, key: str, author: str) -> None:
        """Somebody puts a person or a place on record."""
        entries = self.people if kind == "person" else self.places
        entries[key] = Entry(author, {PARTNERSHIP, ("user", author)})
        self._closed.clear()

    def open_case(
        self,
        key: str,
        opener: str,
        area: str,
        lead_agency: str,
        lead_user: str | None = None,
        people: tuple[tuple[str, str], ...] = (),
        places: tuple[str, ...] = (),
    ) -> None:
        case = Case(area, lead_agency, lead_user)
        case.people = [Part(person, role) for person, role in people]
        case.places = [Part(place) for place in places]
        self.cases[key] = case
        self._lead(case, lead_agency, self.users[opener].agency)
        self._file(key)
        self._let_go()

    def _lead(self, case: Case, agency: str, actors: str) -> None:
        case.lead_agency = agency
        there = any(p.agency == agency and not p.ended for p in case.partners)
        if agency != actors and not there:
            case.partners.append(Partner(agency))

    def change_lead(self, key: str, actor: str, agency: str, user: str | None) -> None:
        case = self.cases[key]
        if (case.lead_agency, case.lead_user) != (agency, user):
            self._lead(case, agency, self.users[actor].agency)
            case.lead_user = user
            self._file(key)

    def transfer(self, key: str, actor: str, area: str, agency: str, user: str | None) -> None:
        case = self.cases[key]
        case.area, case.lead_user = area, user
        self._lead(case, agency, self.users[actor].agency)
        self._file(key)

    def set_open(self, key: str, is_open: bool) -> None:
        self.cases[key].is_open = is_open

    def add_person(self, key: str, person: str, role: str) -> None:
        self.cases[key].people.append(Part(person, role))
        self._file(key)
        self._let_go()

    def add_place(self, key: str, place: str) -> None:
        self.cases[key].places.append(Part(place))
        self._file(key)

    def end_part(self, key: str, record: str) -> None:
        case = self.cases[key]
        for part in case.people + case.places:
            if part.record == record:
                part.ended = True
        self._file(key)

    def bring_in(self, key: str, agency: str, team: str | None = None) -> None:
        self.cases[key].partners.append(Partner(agency, team))
        self._file(key)

    def end_partner(self, key: str, agency: str, team: str | None = None) -> None:
        for partner in self.cases[key].partners:
            if (partner.agency, partner.team) == (agency, team):
                partner.ended = True
        self._file(key)

    def start_referral(self, key: str, author: str) -> None:
        self.referrals[key] = Referral(author, filed={("user", author)})

    def send_referral(
        self, key: str, area: str, people: tuple[str, ...] = (), place: str | None = None
    ) -> None:
        """`people` are those on record whom the author chose."""
        referral = self.referrals[key]
        referral.state, referral.area = "waiting", area
        referral.people, referral.place = list(people), place
        referral.filed |= {PARTNERSHIP, ("area", area)}
        agency = self.users[referral.author].agency
        if not self.runs_hubs(agency) and PARTNERSHIP not in self.works_in(referral.author):
            referral.filed.add(("agency", agency))
        for entry in [self.people[p] for p in people] + ([self.places[place]] if place else []):
            entry.filed.add(("area", area))
        self._closed.clear()

    def enter_by_referral(self, key: str, referral: str) -> None:
        """Somebody unknown is put on record by a referral."""
        self.people[key] = Entry(
            self.referrals[referral].author, set(self.referrals[referral].filed)
        )
        self.referrals[referral].people.append(key)
        self._closed.clear()

    def name_in_referral(self, key: str, person: str) -> None:
        """Triage says that somebody named in it is this person on record."""
        referral = self.referrals[key]
        referral.people.append(person)
        self.people[person].filed.add(("area", referral.area or ""))
        self._closed.clear()

    def decide_referral(
        self, key: str, case: str | None = None, roles: tuple[str, ...] = ()
    ) -> None:
        referral = self.referrals[key]
        referral.state, referral.case = "decided", case
        if case:
            for person, role in zip(referral.people, roles, strict=True):
                self.cases[case].people.append(Part(person, role))
            if referral.place:
                self.cases[case].places.append(Part(referral.place))
            self._file(case)
        self._let_go()

    def declare(self, key: str, user: str, person: str) -> None:
        self.interests[key] = Interest(user, person)
        self._let_go()

    def _let_go(self) -> None:
        """Whoever is closed out of a case loses its lead, also when the conflict comes to it later."""
        self._closed.clear()
        with_conflicts = {one.user for one in self.interests.values() if not one.ended}
        for key, case in self.cases.items():
            if case.lead_user not in with_conflicts or not case.is_open:
                continue
            if ("case", key) in self.closed_to(case.lead_user):
                case.lead_user = None
                self._file(key)

    def end_interest(self, key: str) -> None:
        self.interests[key].ended = True
        self._closed.clear()

    # Sharing grants

    def grant(self, key: str, grant: Grant) -> None:
        self.grants[key] = grant
        self._file(grant.case)

    def set_grant(self, key: str, state: str) -> None:
        """It is given, refused or withdrawn."""
        self.grants[key].state = state
        self._file(self.grants[key].case)

    def narrow_grant(self, key: str, depth: str) -> None:
        self.grants[key].depth = depth
        self._file(self.grants[key].case)

    def pass_time(self, now: datetime.datetime) -> None:
        """Grants, roles and accounts end by the clock alone."""
        self.now, self.today = now, now.date()
        self.users_changed()
        for key in {grant.case for grant in self.grants.values()}:
            self._file(key)

    def is_live(self, grant: Grant) -> bool:
        return grant.state == "live" and self.now < grant.until

    def _opens(self, grant: Grant) -> bool:
        return self.is_live(grant) and grant.depth == "content"

    def shared_in_part(self, user: str) -> dict[str, str]:
        """Cases of which the user is told that they exist, or in summary, and no more."""
        parts: dict[str, str] = {}
        for grant in self.grants.values():
            if not self.is_live(grant) or grant.to not in self.belongs_to(user):
                continue
            if ("case", grant.case) in self.closed_to(user) or self.reads(user, "case", grant.case):
                continue
            if grant.depth == "summary" or grant.case not in parts:
                parts[grant.case] = grant.depth
        return parts if self.in_force(user) and self.may(user, "read") else {}

    # What is closed by a conflict of interest

    def closed_to(self, user: str) -> set[tuple[str, str]]:
        if user not in self._closed:
            self._closed[user] = self._close(user)
        return self._closed[user]

    def _close(self, user: str) -> set[tuple[str, str]]:
        known = {i.person for i in self.interests.values() if i.user == user and not i.ended}
        if not known:
            return set()
        people = set(known)
        for case in self.cases.values():
            if any(part.record in known for part in case.people):
                people |= {part.record for part in case.people if part.role != "professional"}
        cases = {
            key
            for key, case in self.cases.items()
            if any(part.record in people for part in case.people)
        }
        places = set()
        for place in self.places:
            of_it = {
                key
                for key, case in self.cases.items()
                if any(part.record == place for part in case.places)
            }
            if of_it and of_it <= cases:
                places.add(place)
        referrals = {
            key
            for key, referral in self.referrals.items()
            if referral.case in cases
            or referral.place in places
            or any(person in people for person in referral.people)
        }
        closed = {("person", key) for key in people} | {("case", key) for key in cases}
        return (
            closed | {("place", key) for key in places} | {("referral", key) for key in referrals}
        )

    # What is decided

    def filed(self, kind: str, key: str) -> set[tuple[str, str]]:
        if kind == "case":
            return self.cases[key].filed
        if kind in ("person", "place"):
            return (self.people if kind == "person" else self.places)[key].filed
        return self.referrals[key].filed

    def runs_hubs(self, agency: str) -> bool:
        if self._hub_agencies is None:
            self._hub_agencies = {
                user.agency
                for user in self.users.values()
                if any(role.place[0] == "area" and not role.waits for role in user.roles)
            }
        return agency in self._hub_agencies

    def exists_for(self, user: str, kind: str, key: str) -> bool:
        """Whether the record is there for the user, whatever their roles let them do with it."""
        if kind == "user":
            return key in self.users
        if kind == "account":
            return self.decides_about(user, key)
        if kind == "area":
            return True
        if kind == "interest":
            interest = self.interests[key]
            return (
                not interest.ended
                and interest.user != user
                and self.exists_for(user, "person", interest.person)
            )
        if (kind, key) in self.closed_to(user):
            return False
        return bool(self.filed(kind, key) & self.belongs_to(user))

    def reads(self, user: str, kind: str, key: str) -> bool:
        """Whether the user comes to know what the record says, by any door."""
        if not self.in_force(user):
            return False
        if kind == "user" and self.may(user, "approve") and self.decides_a_role_of(user, key):
            return True
        needs = {
            "case": ("read",),
            "person": ("read",),
            "place": ("read",),
            "referral": ("read", "refer"),
            "interest": ("who_looked",),
            "user": ("administer",),
        }[kind]
        return any(self.may(user, one) for one in needs) and self.exists_for(user, kind, key)

    def runs(self, user: str, case_key: str) -> bool:
        case = self.cases[case_key]
        return self.may(user, "run") and (
            self.may_in(user, "run", case.area)
            or case.lead_agency == self.users[user].agency
            or case.lead_user == user
        )

    def decide(self, user: str, activity: str, kind: str | None = None, key: str = "") -> str:
        """allowed, forbidden, absent, or nobody (not signed in).

        `activity` is one of ACTIVITIES, `refer_or_read`, `figures_rows:cases`,
        `figures_rows:referrals`, `looks` or `action:LINK`, an action of the case; `run`, `triage` and
        actions are also held against the record."""
        if not self.in_force(user):
            return "nobody"
        either = {
            "refer_or_read": (("refer",), ("read",)),
            "figures_rows:cases": (("figures", "read"),),
            "figures_rows:referrals": (("figures", "triage"),),
            "looks": (("who_looked",),),
        }.get(activity, (("work" if activity.startswith("action:") else activity,),))
        if not any(all(self.may(user, one) for one in ways) for ways in either):
            return "forbidden"
        if activity == "looks" and PARTNERSHIP not in self.belongs_to(user):
            return "forbidden"
        if kind is None:
            return "allowed"
        if not key or not self.exists_for(user, kind, key):
            return "absent"
        if activity == "run" and kind == "case" and not self.runs(user, key):
            return "forbidden"
        if activity.startswith("action:") and not self.runs(user, key):
            owner = self.cases[key].actions[activity.removeprefix("action:")]
            return "allowed" if owner == self.users[user].agency else "forbidden"
        if activity == "triage" and self.referrals[key].state != "draft":
            in_hub = self.may_in(user, "triage", self.referrals[key].area or "")
            return "allowed" if in_hub else "forbidden"
        return "allowed"

"""A random world, grown act by act through the product: for comparing decisions in bulk.

Who acts is somebody who, by the model, may; what the product refuses for reasons of its own
(somebody is in the case already, an action is open) is passed over, and counted.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from build import Builder
from model import RoleHeld, Span
from product import Client

AREAS = ("NOR", "SOU", "EAS")
AGENCIES = {
    "north_council": "council",
    "south_council": "council",
    "police": "police",
    "housing": "housing",
    "health": "health",
    "charity": "charity",
}
TEAMS = {
    "police_nor": ("police", "NOR"),
    "police_sou": ("police", "SOU"),
    "housing_team": ("housing", None),
    "health_team": ("health", None),
    "charity_eas": ("charity", "EAS"),
    "north_team": ("north_council", "NOR"),
    "south_team": ("south_council", "EAS"),
}
PERSON_ROLES = ("victim", "victim", "alleged_perpetrator", "witness", "professional")


class RandomWorld:
    def __init__(self, client: Client, seed: int, users: int) -> None:
        self.b = Builder(client)
        self.world = self.b.world
        self.random = random.Random(seed)
        self.made = 0
        self.acts = 0
        self.refused = 0
        for agency, kind in AGENCIES.items():
            self.b.agency(agency, kind)
        for area in AREAS:
            self.b.area(area)
        for team, (agency, area) in TEAMS.items():
            self.b.team(team, agency, area)
        self.b.user("head", "county", ("head_of_safer_communities", ""))
        self.b.user("dpo", "county", ("data_protection_officer", ""))
        self.b.agreement("agreement", "head", [*AGENCIES, "county"])
        for number in range(users):
            roles = tuple(self._role() for _ in range(self.random.choice((1, 1, 1, 2, 2, 3))))
            # Whoever administers, on any day, holds no role that reads.
            if "administrator" in {role for role, *_ in roles}:
                roles = tuple(one for one in roles if one[0] == "administrator")
            self.b.user(f"user_{number}", self.random.choice(list(AGENCIES)), *roles)
        self.families: dict[str, list[str]] = {}

    def _role(self) -> tuple:
        role, place = self.random.choice(
            [
                ("hub_officer", "area"),
                ("hub_officer", "area"),
                ("hub_manager", "area"),
                ("hub_officer", "team"),
                ("partner_worker", "team"),
                ("partner_worker", "team"),
                ("analyst", "area"),
                ("analyst", ""),
                ("data_protection_officer", ""),
                ("scrutiny_member", ""),
                ("administrator", ""),
            ]
        )
        where = {
            "area": self.random.choice(AREAS),
            "team": self.random.choice(list(TEAMS)),
            "": "",
        }[place]
        days = self.random.choice([(-700, None)] * 8 + [(-700, -1), (1, None)])
        return (role, where, *days)

    # Choosing

    def _key(self, kind: str) -> str:
        self.made += 1
        return f"{kind}_{self.made}"

    def _actor(self, may: Callable[[str], bool]) -> str | None:
        users = [user for user in self.world.users if self.world.in_force(user) and may(user)]
        return self.random.choice(users) if users else None

    def _seen(self, user: str, kind: str, keys: list[str], most: int) -> list[str]:
        some = self.random.sample(keys, min(len(keys), 30))
        return [key for key in some if self.world.exists_for(user, kind, key)][:most]

    def act(self) -> None:
        """One random thing that happens."""
        acts = [
            (6, self._enter),
            (8, self._open),
            (3, self._bring_in),
            (2, self._end_partner),
            (3, self._share),
            (1, self._share_less),
            (2, self._join),
            (1, self._leave),
            (2, self._transfer),
            (1, self._lead),
            (5, self._refer),
            (3, self._decide),
            (1, self._draft),
            (0.6, self._declare),
            (0.4, self._end_interest),
            (0.15, self._close),
        ]
        chosen = self.random.choices([one for _, one in acts], [weight for weight, _ in acts])[0]
        self.acts += 1
        try:
            chosen()
        except RuntimeError as refused:
            if " answered 4" not in str(refused):
                raise
            self.refused += 1

    # Acts

    def _enter(self) -> None:
        author = self._actor(lambda user: self.world.may(user, "work"))
        if not author:
            return
        if self.random.random() < 0.3:
            self.b.place(self._key("place"), author)
            return
        # Ten share a family name that nobody else has, so that one search asks about ten.
        open_families = [name for name, keys in self.families.items() if len(keys) < 10]
        family = open_families[0] if open_families else self.b.canaries.word("family")
        key = self._key("person")
        self.b.person(key, author, family)
        self.families.setdefault(family, []).append(key)

    def _open(self) -> None:
        area = self.random.choice(AREAS)
        opener = self._actor(lambda user: self.world.may_open_in(user, area))
        if not opener:
            return
        people = self._seen(opener, "person", list(self.world.people), self.random.randint(0, 3))
        places = self._seen(opener, "place", list(self.world.places), self.random.randint(0, 1))
        roles = tuple((person, self.random.choice(PERSON_ROLES)) for person in people)
        agency = self.world.users[opener].agency
        lead = opener if self.random.random() < 0.5 else None
        if self.random.random() < 0.15:
            agency, lead = self.random.choice(list(AGENCIES)), None
        self.b.case(self._key("case"), opener, area, roles, tuple(places), agency, lead)

    def _runner(self) -> tuple[str, str] | None:
        if not self.world.cases:
            return None
        key = self.random.choice(list(self.world.cases))
        who = self._actor(lambda user: self.world.decide(user, "run", "case", key) == "allowed")
        return (who, key) if who and self.world.cases[key].is_open else None

    def _bring_in(self) -> None:
        if chosen := self._runner():
            team = self.random.choice(list(TEAMS)) if self.random.random() < 0.5 else None
            agency = TEAMS[team][0] if team else self.random.choice(list(AGENCIES))
            self.b.bring_in(*chosen, agency, team)

    def _share(self) -> None:
        if chosen := self._runner():
            kind, all_of = self.random.choice(
                [("agency", AGENCIES), ("team", TEAMS), ("user", self.world.users)]
            )
            to = (kind, self.random.choice(list(all_of)))
            depth = self.random.choice(("existence", "summary", "content"))
            self.b.share(*chosen, to, depth)

    def _share_less(self) -> None:
        live = [name for name, grant in self.world.grants.items() if self.world.is_live(grant)]
        if not live:
            return
        name = self.random.choice(live)
        key = self.world.grants[name].case
        who = self._actor(lambda user: self.world.decide(user, "run", "case", key) == "allowed")
        if not who:
            return
        if self.random.random() < 0.5:
            self.b.stop_sharing(who, key, name)
        else:
            self.b.narrow(who, key, name, "existence")

    def _end_partner(self) -> None:
        shared = [
            key for key, case in self.world.cases.items() if any(not p.ended for p in case.partners)
        ]
        if not shared:
            return
        key = self.random.choice(shared)
        who = self._actor(lambda user: self.world.decide(user, "run", "case", key) == "allowed")
        partner = self.random.choice([p for p in self.world.cases[key].partners if not p.ended])
        if who and (key, partner.team or partner.agency) in self.b.links:
            self.b.end_partner(who, key, partner.agency, partner.team)

    def _join(self) -> None:
        if chosen := self._runner():
            for person in self._seen(chosen[0], "person", list(self.world.people), 1):
                self.b.add_person(*chosen, person, self.random.choice(PERSON_ROLES))

    def _leave(self) -> None:
        if chosen := self._runner():
            there = [part.record for part in self.world.cases[chosen[1]].people if not part.ended]
            if there and len(set(there)) == len(there):
                self.b.end_person(*chosen, self.random.choice(there))

    def _transfer(self) -> None:
        if chosen := self._runner():
            self.b.transfer(*chosen, self.random.choice(AREAS), self.random.choice(list(AGENCIES)))

    def _lead(self) -> None:
        if chosen := self._runner():
            self.b.change_lead(*chosen, self.random.choice(list(AGENCIES)))

    def _close(self) -> None:
        if chosen := self._runner():
            self.b.close(*chosen)

    def _draft(self) -> None:
        if author := self._actor(lambda user: self.world.may(user, "refer")):
            self.b.draft(self._key("referral"), author)

    def _refer(self) -> None:
        author = self._actor(lambda user: self.world.may(user, "refer"))
        if author:
            people = self._seen(
                author, "person", list(self.world.people), self.random.randint(0, 2)
            )
            places = self._seen(author, "place", list(self.world.places), self.random.randint(0, 1))
            self.b.send(
                self._key("referral"),
                author,
                self.random.choice(AREAS),
                tuple(people),
                places[0] if places else None,
            )

    def _decide(self) -> None:
        waiting = [key for key, one in self.world.referrals.items() if one.state == "waiting"]
        if not waiting:
            return
        key = self.random.choice(waiting)
        who = self._actor(
            lambda user: self.world.decide(user, "triage", "referral", key) == "allowed"
        )
        if not who:
            return
        if self.random.random() < 0.5:
            self.b.decide(who, key, "reject")
        else:
            self.b.decide(who, key, "accept", self._key("case"))

    def _declare(self) -> None:
        who = self._actor(
            lambda user: self.world.may(user, "who_looked") and self.world.may(user, "read")
        )
        people = self._seen(who, "person", list(self.world.people), 1) if who else []
        users = [user for user in self.world.users if user not in ("head", "dpo")]
        if people and who:
            user = self.random.choice(users)
            # A second one for the same two answers as if it were new, and is not.
            if any(
                i.user == user and i.person == people[0] and not i.ended
                for i in self.world.interests.values()
            ):
                return
            key = self._key("interest")
            self.b.declare(key, who, people[0], "family", user)
            self.b.find_interests("dpo")

    def _end_interest(self) -> None:
        live = [
            key for key, one in self.world.interests.items() if not one.ended and key in self.b.ids
        ]
        if live:
            self.b.end_interest("head", self.random.choice(live))

    def change_somebody(self) -> None:
        """A joiner, a mover, a leaver: at once."""
        key = self.random.choice([user for user in self.world.users if user not in ("head", "dpo")])
        account = self.world.users[key]
        drawn = self.random.random()
        if drawn < 0.2:
            account.span.last = self.b.day(-1) if account.span.last is None else None
        elif drawn < 0.4:
            account.agency = self.random.choice(list(AGENCIES))
        else:
            role, place, first, last = self._role()
            where = "team" if place in TEAMS else "area" if place else "partnership"
            span = Span(self.b.day(first), self.b.day(last) if last else None)
            kept = account.roles[:2]
            if "administrator" in {role, *(one.role for one in kept)}:
                kept = []
            account.roles = [*kept, RoleHeld(role, (where, place), span)]
        self.b.change_user(key)
        self.b.sign_in_again(key)

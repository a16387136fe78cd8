"""The model keeps what the page says, before the product is held to it."""

from __future__ import annotations

import datetime
import unittest

from model import ACTIVITIES, Grant, RoleHeld, Span, User, World, read_roles
from operations import OPERATIONS, check_complete, read_description

TODAY = datetime.date(2026, 2, 2)
LONG_AGO = Span(datetime.date(2020, 1, 1))


def user(agency: str, role: str, *place: str) -> User:
    return User(agency, LONG_AGO, [RoleHeld(role, (place[0], place[1]), LONG_AGO)])


class ThePage(unittest.TestCase):
    def setUp(self) -> None:
        self.world = World(TODAY)
        self.world.users = {
            "officer": user("council", "hub_officer", "area", "NOR"),
            "other": user("council", "hub_officer", "area", "SOU"),
            "police": user("police", "partner_worker", "team", "police_nor"),
            "analyst": user("council", "analyst", "partnership", ""),
        }
        self.world.enter("person", "victim", "officer")
        self.world.enter("person", "harmer", "officer")
        people = (("victim", "victim"), ("harmer", "alleged_perpetrator"))
        self.world.open_case("case", "officer", "NOR", "council", None, people)

    def sees(self, who: str, kind: str = "case", key: str = "case") -> bool:
        return self.world.reads(who, kind, key)

    def grant(self, depth: str, to: tuple[str, str] = ("agency", "police"), **more) -> None:
        until = self.world.now + datetime.timedelta(hours=1)
        self.world.grant("grant", Grant("case", to, depth, until, **more))

    def test_a_cell_that_says_neither_yes_nor_no_is_refused(self) -> None:
        words = "use the directory, the programmes and their own account"
        row = f"| | hub_officer |\n|---|---|\n| {words} | maybe |"
        with self.assertRaises(ValueError):
            read_roles(row)

    def test_every_operation_of_the_api_description_is_said_to_be_for_somebody(self) -> None:
        check_complete(read_description())
        for operation in OPERATIONS:
            needed = operation.activity.split(":")[0]
            more = {"looks", "refer_or_read", "figures_rows", "action"}
            self.assertIn(needed, {*ACTIVITIES, *more}, operation.id)

    def test_a_case_exists_for_its_hub_alone(self) -> None:
        self.assertEqual([self.sees(who) for who in self.world.users], [True, False, False, False])

    def test_a_partner_sees_the_case_and_its_people_until_it_ends(self) -> None:
        self.world.bring_in("case", "police", "police_nor")
        self.assertTrue(self.sees("police") and self.sees("police", "person", "victim"))
        self.world.end_partner("case", "police", "police_nor")
        self.assertFalse(self.sees("police") or self.sees("police", "person", "victim"))

    def test_a_conflict_closes_everybody_in_the_case(self) -> None:
        self.world.declare("interest", "officer", "harmer")
        self.assertFalse(self.sees("officer") or self.sees("officer", "person", "victim"))

    def test_a_grant_of_the_content_opens_the_case_until_its_instant(self) -> None:
        self.grant("content")
        self.assertTrue(self.sees("police") and self.sees("police", "person", "victim"))
        self.world.pass_time(self.world.grants["grant"].until)
        self.assertFalse(self.sees("police") or self.sees("police", "person", "victim"))

    def test_a_lesser_grant_is_told_in_part_and_opens_nothing(self) -> None:
        for depth in ("existence", "summary"):
            self.grant(depth)
            self.assertFalse(self.sees("police") or self.sees("police", "person", "victim"))
            self.assertEqual(self.world.shared_in_part("police"), {"case": depth})
            self.assertEqual(self.world.shared_in_part("other"), {})

    def test_a_grant_opens_nothing_before_it_is_given_nor_once_refused_or_withdrawn(self) -> None:
        self.grant("content", state="asked")
        for state in ("asked", "refused", "withdrawn"):
            self.world.set_grant("grant", state)
            self.assertFalse(self.sees("police"), state)
        self.world.set_grant("grant", "live")
        self.assertTrue(self.sees("police"))

    def test_a_grant_that_is_narrowed_opens_no_more_than_is_left(self) -> None:
        self.grant("content")
        self.world.narrow_grant("grant", "existence")
        self.assertFalse(self.world.reads("police", "case", "case"))
        self.assertEqual(self.world.shared_in_part("police"), {"case": "existence"})

    def test_no_grant_opens_what_a_conflict_closes(self) -> None:
        self.world.declare("interest", "officer", "harmer")
        self.grant("content", ("user", "officer"))
        self.assertFalse(self.sees("officer"))
        self.grant("existence", ("user", "officer"))
        self.assertEqual(self.world.shared_in_part("officer"), {})


if __name__ == "__main__":
    unittest.main()

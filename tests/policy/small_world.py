"""The world of the matrix: small, with every relationship that the page speaks of.

Two hubs (NOR, SOU) and one that has ended (OLD); councils that run hubs and agencies that do not;
everybody from the head to somebody whose account has not begun; and cases that are one's own,
another hub's, shared, no longer shared, transferred, closed by a conflict, and so on. The key of a
record says what it is: that is the relationship the matrix counts by.
"""

from __future__ import annotations

from build import Builder
from product import Client


def make(client: Client) -> Builder:
    b = Builder(client)
    _directory(b)
    _users(b)
    _agreements(b)
    _people(b)
    _cases(b)
    _referrals(b)
    _sharing(b)
    _conflicts(b)
    _endings(b)
    return b


def _directory(b: Builder) -> None:
    b.agency("north_council", "council")
    b.agency("south_council", "council")
    b.agency("old_council", "council")
    b.agency("police", "police")
    b.agency("housing", "housing")
    b.agency("charity", "charity")
    for area in ("NOR", "SOU", "OLD"):
        b.area(area)
    b.team("police_nor", "police", "NOR")
    b.team("police_sou", "police", "SOU")
    b.team("housing_team", "housing")
    b.team("charity_team", "charity")
    b.team("north_team", "north_council", "NOR")
    b.team("south_team", "south_council", "SOU")


def _users(b: Builder) -> None:
    b.user("officer_n", "north_council", ("hub_officer", "NOR"))
    b.user("manager_n", "north_council", ("hub_manager", "NOR"))
    b.user("officer_s", "south_council", ("hub_officer", "SOU"))
    b.user("manager_s", "south_council", ("hub_manager", "SOU"))
    b.user("head", "county", ("head_of_safer_communities", ""))
    b.user("dpo", "county", ("data_protection_officer", ""))
    b.user("analyst", "county", ("analyst", ""))
    b.user("analyst_n", "north_council", ("analyst", "NOR"))
    b.user("scrutiny", "county", ("scrutiny_member", ""))
    b.user("administrator", "county", ("administrator", ""))
    b.user("police_n", "police", ("partner_worker", "police_nor"))
    b.user("police_s", "police", ("partner_worker", "police_sou"))
    b.user("housing_worker", "housing", ("partner_worker", "housing_team"))
    b.user("charity_worker", "charity", ("partner_worker", "charity_team"))
    b.user("refuge_1", "charity", ("refuge_worker", "charity_team"))
    b.user("refuge_2", "charity", ("refuge_worker", "charity_team"))
    b.user("adviser_n", "police", ("domestic_abuse_adviser", "police_nor"))
    b.user("team_officer", "north_council", ("hub_officer", "north_team"))
    b.user("police_runner", "police", ("hub_officer", "police_nor"))
    b.user("lead_only", "south_council", ("partner_worker", "south_team"))
    b.user("former_hub", "old_council", ("hub_officer", "OLD"))
    # Several roles
    b.user("both_hubs", "county", ("hub_officer", "NOR"), ("hub_officer", "SOU"))
    b.user("figures_n_officer_s", "south_council", ("analyst", "NOR"), ("hub_officer", "SOU"))
    b.user("manager_n_officer_s", "north_council", ("hub_manager", "NOR"), ("hub_officer", "SOU"))
    b.user(
        "scrutiny_partner", "housing", ("scrutiny_member", ""), ("partner_worker", "housing_team")
    )
    b.user(
        "administrator_scrutiny", "north_council", ("administrator", ""), ("scrutiny_member", "")
    )
    b.user("dpo_officer", "county", ("data_protection_officer", ""), ("hub_officer", "NOR"))
    b.user(
        "partner_n_officer_s",
        "south_council",
        ("partner_worker", "police_nor"),
        ("hub_officer", "SOU"),
    )
    # Roles that nobody has approved
    waits = ("hub_manager", "NOR")
    b.user("waits_alone", "north_council", waiting=(waits, ("agency_approver", "")))
    b.user("waits_too", "south_council", ("hub_officer", "SOU"), waiting=(waits,))
    b.user("waits_county", "county", ("scrutiny_member", ""), waiting=(("analyst", ""),))
    b.user("waits_charity", "charity", waiting=(("refuge_worker", "charity_team"),))
    b.user("approver_n", "north_council", ("agency_approver", ""))
    b.user(
        "approver_charity",
        "charity",
        ("agency_approver", ""),
        waiting=(("partner_worker", "charity_team"),),
    )
    b.user("approver_over", "south_council", ("agency_approver", "", -700, -1))
    # Dates
    b.user("role_over", "north_council", ("hub_officer", "NOR", -700, -1))
    b.user("role_to_come", "north_council", ("hub_officer", "NOR", 1, None))
    b.user(
        "role_changed", "north_council", ("hub_officer", "NOR", -700, -1), ("hub_officer", "SOU")
    )
    b.user("gone", "north_council", ("hub_manager", "NOR"))
    b.user("not_begun", "north_council", ("hub_manager", "NOR"), span=(1, None))
    # Conflicts of interest
    b.user("knows_family", "north_council", ("hub_officer", "NOR"))
    b.user("is_in_it", "north_council", ("hub_manager", "NOR"))
    b.user("head_knows", "county", ("head_of_safer_communities", ""))
    b.user("dpo_knows", "county", ("data_protection_officer", ""))
    b.user("police_knows", "police", ("partner_worker", "police_nor"))
    b.user("knew_once", "north_council", ("hub_officer", "NOR"))


def _agreements(b: Builder) -> None:
    agencies = ["north_council", "south_council", "old_council", "police", "housing", "charity"]
    b.agreement("agreement", "head", [*agencies, "county"])


def _sharing(b: Builder) -> None:
    for key, person in (
        ("shared_agency", "harmer_1"),
        ("shared_team", "ended_person"),
        ("shared_person", "bystander"),
        ("shared_summary", "victim_2"),
        ("shared_existence", "harmer_1"),
        ("shared_ended", "victim_2"),
        ("shared_narrowed", "third"),
        ("in_emergency", "fourth"),
    ):
        b.case(key, "officer_n", "NOR", ((person, "witness"),))
    b.share("officer_n", "shared_agency", ("agency", "charity"), "content")
    b.share("officer_n", "shared_team", ("team", "police_sou"), "content")
    b.share("officer_n", "shared_person", ("user", "officer_s"), "content")
    b.share("officer_n", "shared_summary", ("agency", "police"), "summary")
    b.share("officer_n", "shared_summary", ("user", "knows_family"), "summary")
    b.share("officer_n", "shared_existence", ("user", "officer_s"), "existence")
    ended = b.share("officer_n", "shared_ended", ("agency", "charity"), "content")
    b.stop_sharing("officer_n", "shared_ended", ended)
    narrowed = b.share("officer_n", "shared_narrowed", ("agency", "housing"), "content")
    b.narrow("officer_n", "shared_narrowed", narrowed, "existence")
    # What a conflict will close is shared in part with who has it.
    b.share("officer_n", "of_known", ("user", "dpo_knows"), "summary")
    b.share("officer_s", "transferred", ("user", "knows_family"), "existence")
    b.emergency("officer_s", "in_emergency")
    b.seal("refuge_1", "harmer_1", "refuge_2")


def _people(b: Builder) -> None:
    for key in (
        "victim_1",
        "harmer_1",
        "victim_2",
        "professional_1",
        "known",
        "harmed",
        "third",
        "fourth",
        "self_person",
        "household_person",
        "bystander",
        "moved_person",
        "ended_person",
        "once_known",
        "alone_n",
        "later_person",
    ):
        b.person(key, "officer_n")
    for key in ("victim_s", "harmer_s", "alone_s"):
        b.person(key, "officer_s")
    b.person("alone_police", "police_n")
    b.person("from_police", "police_n")
    b.person("by_head", "head")
    b.person("by_former", "former_hub")
    for key in ("place_n", "place_known", "place_shared", "place_alone", "place_moved"):
        b.place(key, "officer_n")
    b.place("place_s", "officer_s")
    b.place("place_police", "police_n")


def _cases(b: Builder) -> None:
    victim_and_harmer = (("victim_1", "victim"), ("harmer_1", "alleged_perpetrator"))
    b.case("own", "officer_n", "NOR", victim_and_harmer, ("place_n",), lead_user="officer_n")
    b.case(
        "other_hub",
        "officer_s",
        "SOU",
        (("victim_s", "victim"), ("harmer_s", "alleged_perpetrator")),
        ("place_s",),
    )
    b.case("nobody_in_it", "officer_n", "NOR")
    b.case("partner_agency", "officer_n", "NOR", (("victim_2", "victim"),))
    b.bring_in("officer_n", "partner_agency", "police")
    b.case("partner_team", "officer_n", "NOR", (("bystander", "witness"),), ("place_shared",))
    b.bring_in("officer_n", "partner_team", "police", "police_nor")
    b.case("partner_ended", "officer_n", "NOR", (("ended_person", "victim"),))
    b.bring_in("officer_n", "partner_ended", "housing")
    b.note("housing_worker", "partner_ended")
    b.end_partner("officer_n", "partner_ended", "housing")
    b.case("partner_again", "officer_n", "NOR")
    b.bring_in("officer_n", "partner_again", "housing")
    b.end_partner("officer_n", "partner_again", "housing")
    b.bring_in("officer_n", "partner_again", "housing")
    b.case("partner_hub", "officer_s", "SOU", (("alone_s", "witness"),))
    b.bring_in("officer_s", "partner_hub", "north_council")
    b.case(
        "led_by_police",
        "officer_n",
        "NOR",
        (("victim_1", "victim"),),
        lead_agency="police",
        lead_user="police_runner",
    )
    b.case("lead_changed", "officer_n", "NOR")
    b.change_lead("officer_n", "lead_changed", "police", "police_n")
    b.case("lead_worker", "officer_s", "SOU", lead_user="lead_only")
    b.case(
        "transferred",
        "officer_n",
        "NOR",
        (("moved_person", "victim"),),
        ("place_moved",),
        lead_user="officer_n",
    )
    b.bring_in("officer_n", "transferred", "housing")
    b.transfer("head", "transferred", "SOU", "south_council", "officer_s")
    b.case("transferred_back", "officer_s", "SOU", (("victim_s", "witness"),))
    b.bring_in("officer_s", "transferred_back", "charity", "charity_team")
    b.transfer("head", "transferred_back", "NOR", "north_council", "officer_n")
    b.case("part_ended", "officer_n", "NOR", (("later_person", "witness"),))
    b.end_person("officer_n", "part_ended", "later_person")
    b.bring_in("officer_n", "part_ended", "charity")
    b.case("closed", "officer_n", "NOR", (("victim_2", "victim"),))
    b.bring_in("officer_n", "closed", "police")
    b.close("officer_n", "closed")
    b.case("reopened", "officer_n", "NOR")
    b.close("officer_n", "reopened")
    b.reopen("officer_n", "reopened")
    b.case("former_hubs", "former_hub", "OLD", (("by_former", "victim"),))
    # For conflicts of interest
    b.case(
        "of_known",
        "officer_n",
        "NOR",
        (
            ("known", "alleged_perpetrator"),
            ("harmed", "victim"),
            ("professional_1", "professional"),
        ),
        ("place_known", "place_shared"),
        lead_user="knows_family",
    )
    b.bring_in("officer_n", "of_known", "police")
    b.case("of_harmed", "officer_n", "NOR", (("harmed", "victim"), ("third", "witness")))
    b.case("of_third", "officer_n", "NOR", (("third", "witness"), ("fourth", "victim")))
    b.case("of_professional", "officer_n", "NOR", (("professional_1", "professional"),))
    b.case("known_was_in", "officer_n", "NOR", (("known", "witness"), ("bystander", "witness")))
    b.end_person("officer_n", "known_was_in", "known")
    b.case("known_closed", "officer_n", "NOR", (("known", "witness"),))
    b.close("officer_n", "known_closed")
    b.case(
        "of_self",
        "officer_n",
        "NOR",
        (("self_person", "victim"), ("household_person", "witness")),
        lead_user="is_in_it",
    )
    b.case("of_once_known", "officer_n", "NOR", (("once_known", "victim"),))
    for key, who in (
        ("own", "officer_n"),
        ("other_hub", "officer_s"),
        ("of_known", "officer_n"),
        ("partner_agency", "police_n"),
        ("transferred", "officer_s"),
    ):
        b.note(who, key)
        b.action(who, key, b.world.users[who].agency, who)
        b.goal(who, key)
        b.assess(who, key, "opening")
    b.action("officer_n", "of_known", "north_council", "knows_family")
    b.victim_updates("officer_n", "own", "victim_1")
    b.victim_updates("officer_n", "of_known", "harmed")
    b.victim_updates("officer_s", "other_hub", "victim_s")
    b.letter("officer_n", "own", "victim_1")
    b.letter("officer_n", "of_known", "harmed")
    b.letter("officer_s", "other_hub", "victim_s")


def _referrals(b: Builder) -> None:
    b.draft("draft_of_officer", "officer_n")
    b.draft("draft_of_police", "police_n")
    b.draft("draft_of_closed_out", "knows_family")
    b.send("waiting_of_police", "police_n", "NOR", ("alone_police",))
    b.send("waiting_own", "officer_n", "NOR", ("alone_n",), "place_n")
    b.send("waiting_of_other_hub", "officer_s", "NOR")
    b.send("waiting_elsewhere", "officer_n", "SOU")
    b.send("waiting_described", "housing_worker", "NOR", new_person="described")
    b.send("of_team_of_council", "lead_only", "NOR", new_person="described_by_team")
    b.send("about_known", "officer_n", "NOR", ("known",))
    b.send("about_known_by_closed_out", "police_knows", "NOR")
    b.send("about_closed_place", "officer_n", "NOR", (), "place_known")
    b.send("accepted", "police_n", "NOR", ("from_police",), "place_police")
    b.decide("officer_n", "accepted", "accept", "from_referral")
    b.send("linked", "officer_n", "NOR", ("alone_n",))
    b.decide("manager_n", "linked", "link", "nobody_in_it")
    b.send("rejected", "housing_worker", "NOR")
    b.decide("officer_n", "rejected", "reject")
    b.send("became_closed_case", "police_n", "NOR", (), "place_shared")
    b.decide("officer_n", "became_closed_case", "link", "of_known")


def _conflicts(b: Builder) -> None:
    b.declare("family", "knows_family", "known", "family")
    b.declare("self", "is_in_it", "self_person", "self")
    b.declare("household", "manager_n", "household_person", "household", "is_in_it")
    b.declare("by_manager", "manager_n", "known", "associate", "police_knows")
    b.declare("of_head", "head_knows", "known", "associate")
    b.declare("of_dpo", "dpo_knows", "harmed", "family")
    b.declare("over", "knew_once", "once_known", "associate")
    b.declare("in_south", "officer_s", "alone_s", "associate")
    b.find_interests("dpo")
    b.end_interest("manager_n", "over")
    b.end_interest("manager_s", "in_south")
    # What comes after it closes as well.
    b.person("came_later", "officer_n")
    b.case("came_later_case", "officer_n", "NOR", (("known", "witness"), ("came_later", "victim")))
    b.case("joined_later", "officer_n", "NOR")
    b.add_person("officer_n", "joined_later", "known", "alleged_perpetrator")


def _endings(b: Builder) -> None:
    b.end_area("OLD")
    b.world.users["gone"].span.last = b.day(-1)
    b.change_user("gone")

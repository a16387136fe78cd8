"""What each operation of the API description needs by the page, and how it is asked without change.

A write is asked with something that cannot succeed (a revision that never was, a choice that is not
offered): whoever may do it is told what is wrong (400, 409, 412), everybody else is refused before.
`Operation.kind` is whose id stands in the path; `link` what the second id is of.
"""

from __future__ import annotations

import pathlib
from dataclasses import dataclass

import yaml

DESCRIPTION = pathlib.Path(__file__).resolve().parents[2] / "api" / "openapi.yaml"
NOBODY = "01900000-0000-7000-8000-000000000000"
OWN_AGENCY = "the asker's own agency"  # put in its place when it is sent
NEVER = '"999999"'  # a revision that never was
DAY = "2026-01-05"
DAYS = "?from_on=2026-01-01&to_on=2026-12-31"


@dataclass(frozen=True)
class Operation:
    id: str
    activity: str  # of the model
    kind: str | None = None
    body: object = None
    query: str = ""
    link: str | None = None
    # What an answer to somebody who may do it looks like, when it is not the usual of its method.
    right: tuple[int, ...] = ()
    changes_session: bool = False


def _on_cases() -> list[Operation]:
    read = [
        Operation(one, "read", "case")
        for one in (
            *("get_case", "get_case_answers", "get_chronology", "get_risk_assessments"),
            *("get_actions", "get_reviews", "get_victim_updates", "get_outcomes"),
            *("get_case_audit", "list_sharing", "list_letters"),
        )
    ]
    read.append(Operation("extract_case_audit", "looks", "case", query=DAYS))
    action = {"description": "", "owner_agency_id": OWN_AGENCY, "due_on": DAY}
    review = {"held_on": DAY, "summary": "x", "next_review_on": DAY, "measures": []}
    work = [
        Operation("set_case_answers", "work", "case", {"answers": {}}),
        Operation("add_case_person", "work", "case", {"person_id": NOBODY, "role": "no_such"}),
        Operation("end_case_person", "work", "case", None, link="person"),
        Operation("add_case_place", "work", "case", {"place_id": NOBODY, "role": "linked"}),
        Operation("end_case_place", "work", "case", None, link="place"),
        Operation(
            "add_entry", "work", "case", {"kind": "contact", "channel": "no_such", "body": "x"}
        ),
        Operation("assess_risk", "work", "case", {"point": "opening", "answers": []}),
        Operation("add_action", "work", "case", action),
        Operation("update_action", "action:action", "case", action, link="action"),
        Operation(
            "record_action_result", "action:action", "case", {"result": "no_such"}, link="action"
        ),
        Operation("record_review", "work", "case", review),
        Operation(
            "agree_victim_updates",
            "work",
            "case",
            {"person_id": NOBODY, "channel": "no_such", "every_days": 7},
        ),
        Operation(
            "record_victim_update",
            "work",
            "case",
            {"given_on": DAY, "channel": "no_such", "result": "given"},
            link="agreement",
        ),
        Operation("record_measures", "work", "case", {"measures": [{"measure": "no_such"}]}),
        Operation("agree_goal", "work", "case", {"description": "x", "agreed_with": "no_such"}),
        Operation("record_goal_result", "work", "case", {"result": "no_such"}, link="goal"),
    ]
    grounds = {"reason": "x", "purpose": "no_such", "gateway": "no_such", "ends_on": DAY}
    transfer = {"area_id": NOBODY, "reason": "x", "consent": "given", "lead_agency_id": NOBODY}
    letter = {"person_id": NOBODY, "route": "by_hand", "subject": "x", "body": "x"}
    closing = {"reason": "no_such", "summary": "x", "victim_told": "told", "measures": []}
    run = [
        Operation("update_case", "run", "case", {"title": "x", "lead_agency_id": NOBODY}),
        Operation("move_case", "run", "case", {"stage": "no_such"}),
        Operation("transfer_case", "run", "case", transfer),
        Operation("close_case", "run", "case", closing),
        Operation("reopen_case", "run", "case", {"reason": ""}),
        Operation("correct_case", "run", "case", {"what": ""}),
        Operation("write_letter", "run", "case", letter),
        Operation("check_letter", "run", "case", letter, right=(400,)),
        Operation("bring_in_partner", "run", "case", {"agency_id": NOBODY, **grounds}),
        Operation("renew_partner", "run", "case", grounds, link="partner"),
        Operation(
            "share_case",
            "run",
            "case",
            {"to_kind": "agency", "to_id": NOBODY, "depth": "content", **grounds},
        ),
        Operation(
            "narrow_sharing", "run", "case", {"depth": "content", "ends_on": DAY}, link="grant"
        ),
        Operation("end_sharing", "run", "case", {"reason": ""}, link="grant"),
        Operation("end_partner", "run", "case", None, link="partner"),
    ]
    return read + work + run


def _on_referrals() -> list[Operation]:
    sending = {
        "area_id": NOBODY,
        "source_kind": "public",
        "source": "self",
        "how_known": "saw_it",
        "programme_code": "no_such",
        "subject_kind": "place",
        "what_happened": "x",
        "risk_now": "no",
        "consent": "given",
        "people": [],
    }
    return [
        Operation("get_referral", "refer_or_read", "referral"),
        Operation("save_referral_draft", "refer", "referral", {"form": {}}),
        Operation("discard_referral_draft", "refer", "referral"),
        Operation("send_referral", "refer", "referral", sending),
        Operation("set_referral_owner", "triage", "referral", {"owner_user_id": NOBODY}),
        Operation("choose_referral_person", "triage", "referral", {"choice": "new"}, link="named"),
        Operation("decide_referral", "triage", "referral", {"decision": "no_such"}),
        Operation("record_referrer_told", "triage", "referral", {"told_on": DAY, "how": "phone"}),
    ]


def _on_people_and_places() -> list[Operation]:
    return [
        Operation("get_person", "read", "person"),
        Operation("update_person", "work", "person", {"given_names": "x", "family_name": "x"}),
        Operation("declare_interest", "read", "person", {"kind": "no_such"}),
        Operation("get_place", "read", "place"),
        Operation("update_place", "work", "place", {"kind": "address", "line": "1 X Street"}),
        Operation("get_person_audit", "looks", "person"),
        Operation("get_safe_address", "keep_safe", "person"),
        Operation("seal_safe_address", "keep_safe", "person", {"line": "", "town": "", "postcode": "", "note": ""}),
        Operation("get_place_audit", "looks", "place"),
        Operation("extract_person_audit", "looks", "person", query=DAYS),
        Operation("extract_place_audit", "looks", "place", query=DAYS),
        Operation("end_interest", "who_looked", "interest", {"reason": "x"}),
    ]


def _figures() -> list[Operation]:
    period = "?from=2026-01-01&to=2026-01-31"
    return [
        Operation("get_hub_picture", "figures", "area"),
        Operation(
            "get_hub_picture_rows",
            "figures_rows:cases",
            "area",
            query="?figure=open_by_age&row=under_30",
        ),
        Operation(
            "get_hub_picture_rows",
            "figures_rows:referrals",
            "area",
            query="?figure=referrals_waiting&row=waiting",
        ),
        Operation("get_boundaries", "map"),
        Operation("get_incident_months", "map"),
        Operation("get_hot_spots", "map", right=(200, 409)),
        Operation("get_repeat_locations", "map"),
        Operation("get_committee_report", "report", query=period),
        Operation("get_committee_report_page", "report", query=period),
        Operation("get_committee_report_table", "report", query=period, right=(200, 404)),
        Operation("export_cases", "export"),
    ]


def _without_a_record() -> list[Operation]:
    alone = [
        Operation("list_referrals", "refer_or_read"),
        Operation("list_cases", "read"),
        Operation("list_interests", "who_looked"),
        Operation("list_shared_in_part", "read"),
        Operation("list_access_requests", "read"),
        Operation(
            "ask_for_access",
            "read",
            body={"reference": "", "depth": "content", "purpose": "", "reason": ""},
        ),
        Operation(
            "decide_access_request",
            "run",
            "no_such",
            {"decision": "refused", "answer": "x"},
        ),
        Operation("get_user_looks", "looks", "user", query="?from_on=2020-01-01&to_on=2099-12-31"),
        Operation("extract_user_looks", "looks", "user", query=DAYS),
        Operation("get_audit_state", "who_looked"),
        Operation("list_emergencies", "who_looked"),
        Operation("open_in_emergency", "emergency", body={"reference": "x", "reason": ""}),
        Operation(
            "review_emergency", "who_looked", "no_such", {"finding": "justified", "note": "x"}
        ),
        Operation("end_safe_address", "keep_safe", "no_such"),
        Operation("ask_for_reveal", "keep_safe", "no_such", {"reason": "x"}),
        Operation("list_reveals", "keep_safe"),
        Operation("decide_reveal", "keep_safe", "no_such", {"decision": "given"}),
        Operation("look_at_safe_address", "keep_safe", "no_such"),
        Operation("get_letter", "read", "no_such"),
        Operation("decide_letter", "run", "no_such", {"decision": "agreed", "answer": ""}),
        Operation("list_notices", "signed_in"),
        Operation("see_notice", "signed_in", "no_such"),
        Operation("list_agreements", "signed_in"),
        Operation("get_agreement", "signed_in", "agreement"),
        Operation("create_agreement", "agreements", body={}),
        Operation("change_agreement", "agreements", "agreement", {}),
        Operation("search", "search", query="?q=nothing"),
        Operation(
            "match_people", "search", body={"given_names": "x", "family_name": "x"}, right=(200,)
        ),
        Operation("match_places", "search", body={"kind": "address", "line": "1 X"}, right=(200,)),
        Operation("start_referral", "refer", body={"form": 1}),
        Operation("create_person", "work", body={"given_names": "", "family_name": ""}),
        Operation("create_place", "work", body={"kind": "no_such"}),
        Operation("open_case", "run", body={"title": ""}),
        Operation("get_my_work", "signed_in"),
        Operation("get_session", "signed_in"),
        Operation("get_directory", "signed_in"),
        Operation("get_colleagues", "signed_in"),
        Operation("get_programmes", "signed_in"),
        Operation("get_programme", "signed_in"),
        Operation("change_own_password", "signed_in", body={}),
        Operation("begin_second_factor", "signed_in", body={}),
        Operation("confirm_second_factor", "signed_in", body={}),
        Operation("remove_app", "signed_in", body={}, right=(409,)),
        Operation("list_passkeys", "signed_in"),
        Operation("ask_for_passkey", "signed_in", right=(200,)),
        Operation("begin_passkey", "signed_in", body={}, right=(400, 409)),
        Operation("add_passkey", "signed_in", body={}, right=(409,)),
        Operation("remove_passkey", "signed_in", "no_such", {}),
        Operation("sign_out", "signed_in", changes_session=True),
    ]
    administering = [
        Operation("reset_second_factor", "administer", "user", {"identity_checked": ""}),
        Operation("reset_sign_on", "administer", "user", {"identity_checked": ""}),
        Operation("get_user", "administer", "user"),
        Operation("update_user", "administer", "user", {}),
    ]
    decision = {"decision": ""}
    approving = [
        Operation("list_account_approvals", "approve"),
        Operation("decide_account", "approve", "account", decision),
        # Nobody's id: whose a waiting role is, is told in doors.py.
        Operation("decide_role", "approve", "no_such", decision),
        Operation("approve_invitation", "approve", "no_such"),
        Operation("invite_user", "administer", "no_such"),
        Operation("list_system_accounts", "approve"),
        # None of the accounts here is a system's.
        Operation("make_system_token", "approve", "no_such", {"permissions": [], "ends_on": DAY}),
        Operation("end_system_token", "approve", "no_such"),
    ]
    for thing in ("area", "agency", "team"):
        plural = "agencies" if thing == "agency" else f"{thing}s"
        administering.append(Operation(f"list_{plural}", "administer"))
        administering.append(Operation(f"create_{thing}", "administer", body={}))
        administering.append(Operation(f"update_{thing}", "administer", thing, {}))
    administering.append(Operation("list_users", "administer"))
    administering.append(Operation("create_user", "administer", body={}))
    administering.append(Operation("list_roles", "administer"))
    return alone + administering + approving


OPERATIONS = (
    _on_cases() + _on_referrals() + _on_people_and_places() + _figures() + _without_a_record()
)

# Signing in is what makes somebody, and a witness signs what it asks; the description is for anybody.
FOR_ANYBODY = {
    *("sign_in", "accept_invitation", "get_openapi", "get_checkpoint", "keep_cosignature"),
    *("list_sign_on_providers", "begin_sign_on", "finish_sign_on", "give_sign_on_code"),
}


@dataclass(frozen=True)
class Route:
    method: str
    path: str
    needs_revision: bool
    needs_key: bool


def read_description() -> dict:
    return yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))


def routes(description: dict) -> dict[str, Route]:
    """Of the API description, by operation id."""
    found = {}
    for path, item in description["paths"].items():
        for method in ("get", "post", "put", "delete"):
            if method not in item:
                continue
            named = {
                one["$ref"].rsplit("/", 1)[-1]
                for one in item[method].get("parameters", [])
                if "$ref" in one
            }
            found[item[method]["operationId"]] = Route(
                method.upper(), path, "IfMatch" in named, "IdempotencyKey" in named
            )
    return found


def check_complete(description: dict) -> None:
    """Every operation of the description is here, and nothing else is."""
    described = set(routes(description)) - FOR_ANYBODY
    here = {operation.id for operation in OPERATIONS}
    if described != here:
        raise SystemExit(
            "tests/policy/operations.py and the API description differ: only described "
            f"{sorted(described - here)}, only here {sorted(here - described)}. "
            "Say on docs/policy.md whom each new operation is for, and add it to operations.py."
        )

#include "cases/case_people.h"

#include "access/directory.h"
#include "case_people_sql.h"
#include "cases/conflicts.h"
#include "filing.h"
#include "involving.h"
#include "parts.h"
#include "rows.h"
#include "updates_due.h"

namespace waymark::cases {

namespace {

CasePerson person_from(store::Row const& row) {
    return {row.id<CasePersonId>("id"), row.id<PersonId>("person_id"),
            row.text("role"),           row.flag("is_subject"),
            row.text("note"),           row.date("from_on"),
            row.optional_date("to_on"), row.integer("revision")};
}

CasePlace place_from(store::Row const& row) {
    return {row.id<CasePlaceId>("id"), row.id<PlaceId>("place_id"), row.text("role"),
            row.flag("is_subject"),    row.date("from_on"),         row.optional_date("to_on"),
            row.integer("revision")};
}

CasePartner partner_from(access::Work& work, store::Row const& row) {
    CasePartner partner{row.id<CasePartnerId>("id"),
                        row.id<AgencyId>("agency_id"),
                        {},
                        row.optional_id<TeamId>("team_id"),
                        {},
                        row.text("reason"),
                        row.date("from_on"),
                        row.optional_date("to_on"),
                        row.integer("revision")};
    if (auto const agency = access::agency(work, partner.agency_id)) {
        partner.agency_name = agency->name;
    }
    if (partner.team_id) {
        if (auto const team = access::team(work, *partner.team_id)) partner.team_name = team->name;
    }
    return partner;
}

template <class Rows>
Result<Rows> part(access::Work& work, CaseId const& id, char const* name,
                  Rows (*read)(access::Work&, CaseId const&)) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    work.note({"case.read", "case", id.value, std::nullopt, name});
    return read(work, id);
}

void note_change(access::Work& work, CaseId const& id, std::string fields) {
    work.note({"case.change", "case", id.value, std::nullopt, std::move(fields)});
}

Error already_in_case() {
    return {Refusal::Conflict, "already_in_case"};
}

Error already_ended() {
    return {Refusal::Conflict, "already_ended"};
}

std::vector<FieldError> mistakes_in(access::Work& work, NewPartner const& request) {
    std::vector<FieldError> mistakes;
    if (!is_agency_now(work, request.agency_id)) {
        mistakes.push_back({"agency_id", "not_offered"});
    } else if (request.team_id) {
        auto const team = access::team(work, *request.team_id);
        if (!team || team->agency != request.agency_id || !team->valid.covers(work.clock().today)) {
            mistakes.push_back({"team_id", "not_in_agency"});
        }
    }
    check_text(mistakes, "reason", request.reason, kLongestBody, Needed::Yes);
    if (mistakes.empty()) mistakes = sharing::mistakes_in(work, request.agency_id, request.terms);
    return mistakes;
}

Result<std::vector<Involvement>> involvements(access::Work& work, access::ScopedSql const& sql,
                                              store::Value const& id) {
    if (!work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    std::vector<Involvement> list;
    for (auto const& row : access::all(work, sql, {id, kMostRows})) {
        list.push_back({summary_from(row), row.text("role"), row.flag("is_subject"),
                        row.optional_date("to_on")});
    }
    work.note({.action = "case.list",
               .subject_kind = "list",
               .shown = access::ids_of(list, [](auto const& one) { return one.in_case.id; })});
    return list;
}

}  // namespace

std::vector<CasePerson> people_of(access::Work& work, CaseId const& id) {
    std::vector<CasePerson> list;
    for (auto const& row : work.tx().all(sql::kPeople, {id})) list.push_back(person_from(row));
    return list;
}

std::vector<CasePlace> places_of(access::Work& work, CaseId const& id) {
    std::vector<CasePlace> list;
    for (auto const& row : work.tx().all(sql::kPlaces, {id})) list.push_back(place_from(row));
    return list;
}

std::vector<CasePartner> partners_of(access::Work& work, CaseId const& id) {
    std::vector<CasePartner> list;
    for (auto const& row : work.tx().all(sql::kPartners, {id})) {
        list.push_back(partner_from(work, row));
    }
    return list;
}

Result<std::vector<CasePerson>> people(access::Work& work, CaseId const& id) {
    return part(work, id, "people", people_of);
}

Result<std::vector<CasePlace>> places(access::Work& work, CaseId const& id) {
    return part(work, id, "places", places_of);
}

Result<std::vector<CasePartner>> partners(access::Work& work, CaseId const& id) {
    return part(work, id, "partners", partners_of);
}

Result<std::vector<Involvement>> cases_of(access::Work& work, PersonId const& person) {
    return involvements(work, sql::kCasesOfPerson, person);
}

Result<std::vector<Involvement>> cases_of(access::Work& work, PlaceId const& place) {
    return involvements(work, sql::kCasesOfPlace, place);
}

Result<CasePersonId> add_person(access::Work& work, programmes::Catalogue const& catalogue,
                                CaseId const& id, OpeningPerson const& person) {
    auto const standing = to_work_on_open(work, id);
    if (!standing) return standing.error();
    std::vector<FieldError> mistakes;
    check_person(mistakes, "", work, definition_of(catalogue, standing->programme), person);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    if (work.tx().first(sql::kHasPerson, {id, person.person_id, person.role})) {
        return already_in_case();
    }

    auto const row = insert_person(work, id, person, work.clock().today);
    write_entries(
        work, id,
        {{.kind = "person", .detail = "added," + person.role, .about_id = person.person_id.value}});
    refile(work, id);
    follow_conflicts(work, id);
    note_change(work, id, "people");
    return row;
}

Result<CasePlaceId> add_place(access::Work& work, CaseId const& id, OpeningPlace const& place) {
    auto const standing = to_work_on_open(work, id);
    if (!standing) return standing.error();
    std::vector<FieldError> mistakes;
    check_place(mistakes, "", work, place);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    if (work.tx().first(sql::kHasPlace, {id, place.place_id, place.role})) {
        return already_in_case();
    }

    auto const row = insert_place(work, id, place, work.clock().today);
    write_entries(
        work, id,
        {{.kind = "place", .detail = "added," + place.role, .about_id = place.place_id.value}});
    refile(work, id);
    follow_conflicts(work, id);
    note_change(work, id, "places");
    return row;
}

Result<std::int64_t> change_person(access::Work& work, programmes::Catalogue const& catalogue,
                                   PersonChange const& request) {
    auto const standing = to_work_on_open(work, request.case_id);
    if (!standing) return standing.error();
    auto const row = work.tx().first(sql::kPerson, {request.id, request.case_id});
    if (!row) return access::not_found("no_such_person_in_case");
    auto const before = person_from(*row);
    if (before.to_on) return already_ended();
    OpeningPerson const after{before.person_id, request.role, request.is_subject, request.note};
    std::vector<FieldError> mistakes;
    check_person(mistakes, "", work, definition_of(catalogue, standing->programme), after);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    if (request.role != before.role &&
        work.tx().first(sql::kHasPerson, {request.case_id, before.person_id, request.role})) {
        return already_in_case();
    }

    auto const changed = work.tx().execute(
        sql::kChangePerson,
        {request.id, request.revision, request.role, request.is_subject, request.note});
    if (changed != 1) return access::stale();
    write_entries(work, request.case_id,
                  {{.kind = "person",
                    .detail = "changed," + before.role + "," + request.role,
                    .about_id = before.person_id.value}});
    note_change(work, request.case_id, "people");
    return request.revision + 1;
}

Result<Done> end_person(access::Work& work, CaseId const& case_id, CasePersonId const& id,
                        std::int64_t revision) {
    auto const standing = to_work_on_open(work, case_id);
    if (!standing) return standing.error();
    auto const row = work.tx().first(sql::kPerson, {id, case_id});
    if (!row) return access::not_found("no_such_person_in_case");
    auto const person = person_from(*row);
    if (person.to_on) return already_ended();

    auto const today = to_text(work.clock().today);
    if (work.tx().execute(sql::kEndPerson, {id, revision, today}) != 1) return access::stale();
    if (!has_person(work, case_id, person.person_id)) {
        work.tx().execute(sql::kEndAgreementsOf, {case_id, person.person_id, today});
        follow_updates_due(work, *standing);
    }
    write_entries(
        work, case_id,
        {{.kind = "person", .detail = "ended," + person.role, .about_id = person.person_id.value}});
    note_change(work, case_id, "people");
    return Done{};
}

Result<Done> end_place(access::Work& work, CaseId const& case_id, CasePlaceId const& id,
                       std::int64_t revision) {
    auto const standing = to_work_on_open(work, case_id);
    if (!standing) return standing.error();
    auto const row = work.tx().first(sql::kPlace, {id, case_id});
    if (!row) return access::not_found("no_such_place_in_case");
    auto const place = place_from(*row);
    if (place.to_on) return already_ended();

    auto const today = to_text(work.clock().today);
    if (work.tx().execute(sql::kEndPlace, {id, revision, today}) != 1) return access::stale();
    write_entries(
        work, case_id,
        {{.kind = "place", .detail = "ended," + place.role, .about_id = place.place_id.value}});
    note_change(work, case_id, "places");
    return Done{};
}

Result<CasePartnerId> bring_in_partner(access::Work& work, NewPartner const& request) {
    auto const standing = to_run(work, request.case_id);
    if (!standing) return standing.error();
    if (!standing->is_open) return Error{Refusal::Conflict, "case_closed"};
    auto mistakes = mistakes_in(work, request);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const team = request.team_id ? request.team_id->value : std::string{};
    if (work.tx().first(sql::kHasPartner, {request.case_id, request.agency_id, team})) {
        return already_in_case();
    }

    auto const id = insert_partner(work, request, work.clock().today);
    write_entries(work, request.case_id,
                  {{.kind = "partner",
                    .body = request.reason,
                    .detail = team.empty() ? "brought_in" : "brought_in," + team,
                    .about_id = request.agency_id.value}});
    refile(work, request.case_id);
    note_change(work, request.case_id, "partners");
    return id;
}

Result<std::int64_t> renew_partner(access::Work& work, PartnerRenewal const& request) {
    auto const standing = to_run(work, request.case_id);
    if (!standing) return standing.error();
    auto const row = work.tx().first(sql::kPartner, {request.id, request.case_id});
    if (!row) return access::not_found("no_such_partner");
    if (!row->is_null("to_on")) return already_ended();
    NewPartner const renewed{.case_id = request.case_id,
                             .agency_id = row->id<AgencyId>("agency_id"),
                             .team_id = row->optional_id<TeamId>("team_id"),
                             .reason = request.reason,
                             .terms = request.terms};
    if (auto mistakes = mistakes_in(work, renewed); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    auto const grant = give_to(work, renewed);
    if (work.tx().execute(sql::kRenewPartner, {request.id, request.revision, grant}) != 1) {
        return access::stale();
    }
    sharing::end_with(work, row->id<sharing::GrantId>("grant_id"), sharing::Ending::Replaced);
    write_entries(work, request.case_id,
                  {{.kind = "partner",
                    .body = request.reason,
                    .detail = "renewed",
                    .about_id = renewed.agency_id.value}});
    note_change(work, request.case_id, "partners");
    return request.revision + 1;
}

Result<Done> end_partner(access::Work& work, CaseId const& case_id, CasePartnerId const& id,
                         std::int64_t revision) {
    auto const standing = to_run(work, case_id);
    if (!standing) return standing.error();
    auto const row = work.tx().first(sql::kPartner, {id, case_id});
    if (!row) return access::not_found("no_such_partner");
    if (!row->is_null("to_on")) return already_ended();

    auto const agency = row->id<AgencyId>("agency_id");
    auto const left = work.tx().first(sql::kOpenActionsOfAgency, {case_id, agency});
    if (left->integer("total") > 0 && !is_in_case(work, *standing, agency, id)) {
        return Error{Refusal::Conflict, "partner_has_open_actions"};
    }

    auto const today = to_text(work.clock().today);
    if (work.tx().execute(sql::kEndPartner, {id, revision, today}) != 1) return access::stale();
    sharing::end_with(work, row->id<sharing::GrantId>("grant_id"), sharing::Ending::PartnerEnded);
    write_entries(work, case_id,
                  {{.kind = "partner", .detail = "ended", .about_id = agency.value}});
    refile(work, case_id);
    note_change(work, case_id, "partners");
    return Done{};
}

}  // namespace waymark::cases

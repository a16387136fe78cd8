// Sending a referral to the hub's queue.

#include "checks.h"
#include "choosing.h"
#include "foundation/working_days.h"
#include "places/places.h"
#include "referrals_sql.h"
#include "standing.h"

#include <set>
#include <stdexcept>

namespace waymark::referrals {

namespace {

using store::text_of;

// Who may know of it beside its hub and the partnership: the author, and the author's agency. One
// that runs hubs is left out: its other hubs would see what is not theirs.
std::vector<access::Scope> author_scopes(access::Work& work) {
    auto const& actor = work.actor();
    if (actor.agency.empty()) return {};  // an operator's command
    std::vector<access::Scope> scopes = {access::scope_of(work.tx(), actor.user.value)};
    bool const is_partnerships = actor.sees_partnership;
    if (!is_partnerships && !access::runs_hubs(work, actor.agency))
        scopes.push_back(access::scope_of(work.tx(), actor.agency.value));
    return scopes;
}

// Nobody at risk waits for the next day.
Date triage_due_on(access::Work const& work, programmes::Definition const& definition,
                   Said const& said) {
    auto const today = work.clock().today;
    if (said.risk_now == programmes::kYes) return today;
    return add_working_days(today, definition.timings.triage_working_days);
}

// SCA-R-2026-0412: counted by hub and London year, growing beyond four digits when it must.
std::string next_reference(access::Work& work, access::Area const& area) {
    auto const year = year_of(work.clock().today);
    auto const used = work.tx().first(sql::kNextReference, {area.id, year})->integer("last");
    auto const before = area.code + "-R-" + std::to_string(year) + "-";
    for (;;) {
        auto reference = before + drawn_number(used);
        if (!work.tx().first(sql::kHasReference, {reference})) return reference;
    }
}

void write(access::Work& work, ReferralId const& id, access::Area const& area, Date due_on,
           Said const& said) {
    auto referrer_agency = said.referrer_agency_id;
    if (!referrer_agency && said.source_kind == "agency" && !work.actor().agency.empty()) {
        referrer_agency = work.actor().agency;
    }
    work.tx().execute(sql::kSend, {id,
                                   next_reference(work, area),
                                   area.id,
                                   said.source_kind,
                                   said.source,
                                   said.channel,
                                   said.referrer_name,
                                   said.referrer_contact,
                                   referrer_agency,
                                   said.how_known,
                                   said.programme_code,
                                   said.subject_kind,
                                   said.class_code,
                                   said.what_happened,
                                   said.where_happened,
                                   said.place_id,
                                   text_of(said.happened_on),
                                   said.happened_note,
                                   said.how_often,
                                   said.risk_now,
                                   said.risk_now_note,
                                   said.consent,
                                   said.safe_contact,
                                   work.now(),
                                   to_text(due_on)});
}

void write_person(access::Work& work, ReferralId const& id, std::size_t position,
                  NewReferralPerson const& person, Chosen const& chosen, std::int64_t revision) {
    auto const entry = new_uuid(work.clock().now);
    auto const& choice = person.choice.choice;
    std::optional<std::string> at;
    std::optional<UserId> by;
    if (!choice.empty()) {
        at = work.now();
        by = work.actor().user;
        note_choice(work, id, revision, entry, choice, chosen);
    }
    work.tx().execute(
        sql::kInsertPerson,
        {entry, id, position, person.role, person.given_names, person.family_name,
         text_of(person.date_of_birth), person.phone, person.email, person.address_line,
         person.town, person.postcode, chosen.person_id, choice, at, by, chosen.shown});
}

void file(access::Work& work, ReferralId const& id, std::vector<access::Scope> scopes) {
    scopes.push_back(access::scope_of(work.tx(), work.actor().partnership.value));
    for (auto const scope : std::set<access::Scope>{scopes.begin(), scopes.end()}) {
        work.tx().execute(sql::kFile, {scope, work.now(), id});
    }
}

std::optional<access::Area> area_now(access::Work& work, AreaId const& id) {
    auto const area = access::area(work, id);
    if (!area || !area->valid.covers(work.clock().today)) return std::nullopt;
    return *area;
}

programmes::Definition const* definition_now(access::Work const& work,
                                             programmes::Catalogue const& catalogue,
                                             std::string const& code,
                                             std::optional<access::Area> const& area) {
    auto const ref = catalogue.current(code, area ? area->code : "", work.clock().today);
    return ref ? catalogue.find(*ref) : nullptr;
}

}  // namespace

Result<std::int64_t> send(access::Work& work, programmes::Catalogue const& catalogue,
                          ReferralId const& id, std::int64_t revision,
                          NewReferral const& referral) {
    auto const draft = to_write(work, id);
    if (!draft) return draft.error();
    auto const area = area_now(work, referral.area_id);
    auto const* definition = definition_now(work, catalogue, referral.programme_code, area);
    auto mistakes = mistakes_in(work, definition, area, referral);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    if (!hold(work, id, revision)) return access::stale();

    auto const hub = access::scope_of(work.tx(), area->id.value);
    auto scopes = author_scopes(work);
    scopes.push_back(hub);
    write(work, id, *area, triage_due_on(work, *definition, referral), referral);
    for (std::size_t i = 0; i < referral.people.size(); ++i) {
        auto const& person = referral.people[i];
        auto const chosen = carry_out(work, entered(person), person.choice, scopes, hub);
        write_person(work, id, i, person, chosen, revision + 1);
    }
    if (referral.place_id && !places::file_under(work, *referral.place_id, {hub})) {
        throw std::logic_error("a place was checked to be visible and is not");
    }
    file(work, id, scopes);
    work.note({"referral.send", "referral", id.value, revision + 1, area->code});
    return revision + 1;
}

}  // namespace waymark::referrals

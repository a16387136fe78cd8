#include "rows.h"

#include "access/directory.h"
#include "foundation/text.h"

#include <algorithm>
#include <map>

namespace waymark::referrals {

namespace {

constexpr std::size_t kHeadline = 100;
constexpr char const* kGoesOn = "…";

bool continues_a_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

// How many bytes the first `count` characters have.
std::size_t bytes_of(std::string const& text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (continues_a_character(text[at])) continue;
        if (count-- == 0) break;
    }
    return at;
}

int age_in_days(access::Work const& work, store::Row const& row) {
    auto const received_at = row.optional_instant("received_at");
    auto const decided_at = row.optional_instant("decided_at");
    auto const from = london_date(received_at.value_or(row.instant("created_at")));
    return days_between(from, decided_at ? london_date(*decided_at) : work.clock().today);
}

}  // namespace

// Where the last sentence that is whole within so many bytes ends; 0 when none is.
std::size_t end_of_sentences(std::string const& line, std::size_t within) {
    for (auto at = std::min(within, line.size() - 1); at > 0; --at) {
        auto const last = line[at - 1];
        if (line[at] == ' ' && (last == '.' || last == '!' || last == '?')) return at;
    }
    return 0;
}

std::string headline_of(std::string_view what_happened) {
    std::string line;
    for (char const c : what_happened) {
        bool const space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!space) line += c;
        if (space && !line.empty() && line.back() != ' ') line += ' ';
    }
    line = trimmed(line);
    auto const end = bytes_of(line, kHeadline);
    if (end == line.size()) return line;
    if (auto const whole = end_of_sentences(line, end); whole > 0) return line.substr(0, whole);
    auto const between_words = line.rfind(' ', end);
    return line.substr(0, between_words == std::string::npos ? end : between_words) + kGoesOn;
}

ReferralSummary summary_from(access::Work const& work, store::Row const& row) {
    auto const state = row.text("state");
    auto const due = row.optional_date("triage_due_on");
    return {
        .id = row.id<ReferralId>("id"),
        .reference = row.optional_text("reference"),
        .state = state,
        .area_id = row.optional_id<AreaId>("area_id"),
        .programme_code = row.text("programme_code"),
        .subject_kind = row.text("subject_kind"),
        .class_code = row.text("class"),
        .source = row.text("source"),
        .risk_now = row.text("risk_now"),
        .received_at = row.optional_instant("received_at"),
        .triage_due_on = due,
        .overdue = state == "waiting" && due && *due < work.clock().today,
        .age_days = age_in_days(work, row),
        .owner_user_id = row.optional_id<UserId>("owner_user_id"),
        .owner_name = {},
        .escalated_at = row.optional_instant("escalated_at"),
        .decision = row.optional_text("decision"),
        .headline = headline_of(row.text("what_happened")),
        .created_at = row.instant("created_at"),
        .revision = row.integer("revision"),
    };
}

Said said_from(store::Row const& row) {
    return {
        .source_kind = row.text("source_kind"),
        .source = row.text("source"),
        .channel = row.text("channel"),
        .referrer_name = row.text("referrer_name"),
        .referrer_contact = row.text("referrer_contact"),
        .referrer_agency_id = row.optional_id<AgencyId>("referrer_agency_id"),
        .how_known = row.text("how_known"),
        .programme_code = row.text("programme_code"),
        .subject_kind = row.text("subject_kind"),
        .class_code = row.text("class"),
        .what_happened = row.text("what_happened"),
        .where_happened = row.text("where_happened"),
        .place_id = row.optional_id<PlaceId>("place_id"),
        .happened_on = row.optional_date("happened_on"),
        .happened_note = row.text("happened_note"),
        .how_often = row.text("how_often"),
        .risk_now = row.text("risk_now"),
        .risk_now_note = row.text("risk_now_note"),
        .consent = row.text("consent"),
        .safe_contact = row.text("safe_contact"),
    };
}

ReferralPerson person_from(store::Row const& row) {
    ReferralPerson person;
    person.id = row.id<ReferralPersonId>("id");
    person.role = row.text("role");
    person.given_names = row.text("given_names");
    person.family_name = row.text("family_name");
    person.date_of_birth = row.optional_date("date_of_birth");
    person.phone = row.text("phone");
    person.email = row.text("email");
    person.address_line = row.text("address_line");
    person.town = row.text("town");
    person.postcode = row.text("postcode");
    person.choice = row.text("choice");
    person.person_id = row.optional_id<PersonId>("person_id");
    person.choice_at = row.optional_instant("choice_at");
    person.choice_by = row.optional_id<UserId>("choice_by");
    person.shown = row.text("shown");
    return person;
}

std::string name_of(access::Work& work, std::optional<std::string> const& user_id) {
    if (!user_id) return {};
    auto const colleague = access::colleague(work, *user_id);
    return colleague ? colleague->name : std::string{};
}

// A page has few owners: each is looked up once.
void add_owner_names(access::Work& work, std::vector<ReferralSummary>& rows) {
    std::map<UserId, std::string> names;
    for (auto& row : rows) {
        if (!row.owner_user_id) continue;
        auto const [found, is_new] = names.try_emplace(*row.owner_user_id);
        if (is_new) found->second = name_of(work, row.owner_user_id->value);
        row.owner_name = found->second;
    }
}

bool may_triage(access::Work const& work, std::optional<AreaId> const& area) {
    return area && work.actor().may_in(access::Permission::TriageReferrals, *area);
}

}  // namespace waymark::referrals

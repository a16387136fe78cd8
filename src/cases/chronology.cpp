#include "cases/chronology.h"

#include "access/directory.h"
#include "chronology_sql.h"
#include "involving.h"
#include "parts.h"
#include "standing.h"

#include <algorithm>
#include <array>

namespace waymark::cases {

namespace {

// Later than any instant that is written.
constexpr char const* kAfterAll = "9999";

Entry entry_from(store::Row const& row) {
    return {.id = row.id<EntryId>("id"),
            .kind = row.text("kind"),
            .nature = row.text("nature"),
            .body = row.text("body"),
            .detail = row.text("detail"),
            .about_id = row.text("about_id"),
            .happened_at = row.instant("happened_at"),
            .recorded_at = row.instant("recorded_at"),
            .recorded_by = row.id<UserId>("recorded_by"),
            .recorded_by_name = {},
            .agency_id = row.id<AgencyId>("agency_id"),
            .agency_name = {}};
}

std::vector<FieldError> mistakes_in(std::vector<std::string> const& kinds) {
    auto const& known = entry_kinds();
    if (kinds.size() > kMostKinds) return {{"kinds", "too_many"}};
    for (auto const& kind : kinds) {
        if (std::find(known.begin(), known.end(), kind) == known.end()) {
            return {{"kinds", "not_offered"}};
        }
    }
    return {};
}

std::vector<store::Row> rows_of(access::Work& work, CaseId const& id,
                                std::optional<EntryCursor> const& before, int limit,
                                std::vector<std::string> const& kinds) {
    auto const at = before ? to_text(before->happened_at) : kAfterAll;
    auto const entry = before ? before->id.value : std::string{};
    if (kinds.empty()) return work.tx().all(sql::kEntries, {id, at, entry, limit});
    std::array<std::string, kMostKinds> asked;
    std::copy(kinds.begin(), kinds.end(), asked.begin());
    return work.tx().all(sql::kEntriesOfKinds, {id, at, entry, limit, asked[0], asked[1], asked[2],
                                                asked[3], asked[4], asked[5]});
}

// A page has few authors and agencies: each is looked up once.
void add_names(access::Work& work, std::vector<Entry>& entries) {
    std::map<UserId, std::string> people;
    std::map<AgencyId, std::string> agencies;
    for (auto& entry : entries) {
        if (auto const [name, is_new] = people.try_emplace(entry.recorded_by); is_new) {
            auto const author = access::colleague(work, entry.recorded_by.value);
            if (author) name->second = author->name;
        }
        if (auto const [name, is_new] = agencies.try_emplace(entry.agency_id); is_new) {
            auto const agency = access::agency(work, entry.agency_id);
            if (agency) name->second = agency->name;
        }
        entry.recorded_by_name = people[entry.recorded_by];
        entry.agency_name = agencies[entry.agency_id];
    }
}

void check_written(std::vector<FieldError>& mistakes, access::Work const& work,
                   std::string const& body, std::optional<Instant> const& happened_at) {
    check_text(mistakes, "body", body, kLongestBody, Needed::Yes);
    if (happened_at && *happened_at > work.clock().now) {
        mistakes.push_back({"happened_at", "in_the_future"});
    }
}

EntryId write(access::Work& work, CaseId const& id, NewEntry const& entry) {
    work.note({"case.change", "case", id.value, std::nullopt, std::string{entry.kind}});
    return {write_entries(work, id, {entry})};
}

}  // namespace

std::vector<std::string_view> const& entry_kinds() {
    static std::vector<std::string_view> const kinds = {
        "opened",       "note",        "contact",        "incident",      "stage",   "risk",
        "action_added", "lead",        "action_changed", "person",        "place",   "review",
        "partner",      "action_done", "update",         "update_agreed", "answers", "transfer",
        "closed",       "reopened",    "sharing",        "letter"};
    return kinds;
}

EntryPage entries_of(access::Work& work, CaseId const& id, std::optional<EntryCursor> const& before,
                     int limit, std::vector<std::string> const& kinds) {
    EntryPage page;
    for (auto const& row : rows_of(work, id, before, limit + 1, kinds)) {
        page.rows.push_back(entry_from(row));
    }
    if (page.rows.size() > static_cast<std::size_t>(limit)) {
        page.rows.pop_back();
        page.next = EntryCursor{page.rows.back().happened_at, page.rows.back().id};
    }
    add_names(work, page.rows);
    return page;
}

Result<EntryPage> chronology(access::Work& work, CaseId const& id,
                             std::optional<EntryCursor> const& before, int limit,
                             std::vector<std::string> const& kinds) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    if (auto mistakes = mistakes_in(kinds); !mistakes.empty()) return invalid(std::move(mistakes));

    work.note({"case.read", "case", id.value, std::nullopt, "chronology"});
    return entries_of(work, id, before, std::clamp(limit, 1, kMostRows), kinds);
}

Result<EntryId> add_note(access::Work& work, NewNote const& request) {
    auto const standing = to_work_on(work, request.case_id);
    if (!standing) return standing.error();
    std::vector<FieldError> mistakes;
    if (request.nature.empty()) {
        mistakes.push_back({"nature", "required"});
    } else if (request.nature != "fact" && request.nature != "opinion" &&
               request.nature != "third_party") {
        mistakes.push_back({"nature", "not_offered"});
    }
    check_written(mistakes, work, request.body, request.happened_at);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return write(work, request.case_id,
                 {.kind = "note",
                  .body = request.body,
                  .nature = request.nature,
                  .happened_at = request.happened_at});
}

Result<EntryId> add_contact(access::Work& work, programmes::Catalogue const& catalogue,
                            NewContact const& request) {
    auto const standing = to_work_on(work, request.case_id);
    if (!standing) return standing.error();
    auto const& definition = definition_of(catalogue, standing->programme);
    std::vector<FieldError> mistakes;
    check_code(mistakes, "channel", request.channel, definition.lists.update_channels,
               work.clock().today);
    if (request.person_id && !has_person(work, request.case_id, *request.person_id)) {
        mistakes.push_back({"person_id", "not_in_case"});
    }
    check_written(mistakes, work, request.body, request.happened_at);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return write(work, request.case_id,
                 {.kind = "contact",
                  .body = request.body,
                  .detail = request.channel,
                  .about_id = request.person_id ? request.person_id->value : std::string{},
                  .happened_at = request.happened_at});
}

Result<EntryId> add_incident(access::Work& work, NewIncident const& request) {
    auto const standing = to_work_on(work, request.case_id);
    if (!standing) return standing.error();
    std::vector<FieldError> mistakes;
    if (request.place_id && !has_place(work, request.case_id, *request.place_id)) {
        mistakes.push_back({"place_id", "not_in_case"});
    }
    check_written(mistakes, work, request.body, request.happened_at);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return write(work, request.case_id,
                 {.kind = "incident",
                  .body = request.body,
                  .about_id = request.place_id ? request.place_id->value : std::string{},
                  .happened_at = request.happened_at});
}

Result<std::int64_t> count_incidents(access::Work& work, CaseId const& id, Date from, Date to) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    auto const row = work.tx().first(
        sql::kCountIncidents, {id, to_text(start_of_london_day(from)),
                               to_text(start_of_london_day(add_days(to, 1))), standing->area_id});
    work.note({"case.read", "case", id.value, std::nullopt, "incidents"});
    return row->integer("total");
}

}  // namespace waymark::cases

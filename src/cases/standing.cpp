#include "standing.h"

#include "access/directory.h"
#include "foundation/text.h"
#include "standing_sql.h"

#include <algorithm>
#include <stdexcept>

namespace waymark::cases {

namespace {

using access::Permission;

// More people than any agency has who work on cases.
constexpr int kMostColleagues = 10'000;

Error not_allowed() {
    return {Refusal::Forbidden, "not_allowed"};
}

Standing standing_from(store::Row const& row) {
    return {
        .id = row.id<CaseId>("id"),
        .reference = row.text("reference"),
        .area_id = row.id<AreaId>("area_id"),
        .programme = {row.text("programme_code"), row.text("programme_version"),
                      row.text("extension_version")},
        .title = row.text("title"),
        .stage = row.text("stage"),
        .is_open = row.flag("is_open"),
        .opened_on = row.date("opened_on"),
        .lead_agency_id = row.id<AgencyId>("lead_agency_id"),
        .lead_user_id = row.optional_id<UserId>("lead_user_id"),
        .reassess_by = row.optional_date("reassess_by"),
        .revision = row.integer("revision"),
    };
}

Result<Standing> standing_for(access::Work& work, Permission permission,
                              access::ScopedSql const& statement, CaseId const& id) {
    if (!work.actor().may(permission)) return not_allowed();
    auto const row = access::first(work, statement, {id});
    if (!row) return access::not_found("no_such_case");
    return standing_from(*row);
}

}  // namespace

Result<Standing> to_read(access::Work& work, CaseId const& id) {
    return standing_for(work, Permission::ReadCases, sql::kStanding, id);
}

Result<Standing> to_work_on(access::Work& work, CaseId const& id) {
    return standing_for(work, Permission::WorkOnCases, sql::kHold, id);
}

Result<Standing> to_work_on_open(access::Work& work, CaseId const& id) {
    auto standing = to_work_on(work, id);
    if (standing && !standing->is_open) return Error{Refusal::Conflict, "case_closed"};
    return standing;
}

Result<Standing> to_run(access::Work& work, CaseId const& id) {
    auto standing = standing_for(work, Permission::RunCases, sql::kHold, id);
    if (standing && !may_run(work, *standing)) return Error{Refusal::Forbidden, "not_your_case"};
    return standing;
}

bool may_run(access::Work const& work, Standing const& standing) {
    auto const& actor = work.actor();
    return actor.may(Permission::RunCases) &&
           (actor.may_in(Permission::RunCases, standing.area_id) ||
            standing.lead_agency_id == actor.agency || standing.lead_user_id == actor.user);
}

std::vector<UserId> who_answers_for(access::Work& work, Standing const& standing) {
    std::vector<UserId> whom;
    if (standing.lead_user_id) whom.push_back(*standing.lead_user_id);
    for (auto const& one : access::who_may(work, access::Permission::ReadAudit)) {
        if (one.held_at == "partnership" || one.held_at_id == standing.area_id.value) {
            whom.push_back(one.user);
        }
    }
    return whom;
}

programmes::Definition const& definition_of(programmes::Catalogue const& catalogue,
                                            programmes::Ref const& ref) {
    auto const* definition = catalogue.find(ref);
    if (definition == nullptr) {
        throw std::runtime_error("the programme version of a case is not loaded: " + ref.code +
                                 " " + ref.version + " " + ref.extension);
    }
    return *definition;
}

std::string write_entries(access::Work& work, CaseId const& id,
                          std::vector<NewEntry> const& entries) {
    // Ids made in one millisecond are in no order; entries that happened together are kept in
    // theirs by handing the ids out sorted.
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < entries.size(); ++i) ids.push_back(new_uuid(work.clock().now));
    std::sort(ids.begin(), ids.end());
    auto const now = work.now();
    auto const& actor = work.actor();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto const& entry = entries[i];
        auto const happened_at = to_text(entry.happened_at.value_or(work.clock().now));
        work.tx().execute(sql::kInsertEntry,
                          {id, happened_at, ids[i], entry.kind, entry.nature, entry.body,
                           entry.detail, entry.about_id, now, actor.user, actor.agency});
    }
    return ids.empty() ? std::string{} : ids.back();
}

Instant instant_on(access::Work const& work, Date day) {
    return day == work.clock().today ? work.clock().now : start_of_london_day(day);
}

void check_text(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& text, std::size_t longest, Needed needed) {
    if (!is_clean_utf8(text)) {
        mistakes.push_back({field, "not_clean_text"});
    } else if (is_blank(text)) {
        if (needed == Needed::Yes) mistakes.push_back({field, "required"});
    } else if (characters(text) > longest) {
        mistakes.push_back({field, "too_long"});
    }
}

void check_code(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& code, std::vector<programmes::Option> const& list, Date day) {
    if (code.empty()) {
        mistakes.push_back({field, "required"});
    } else if (!programmes::offers(list, code, day)) {
        mistakes.push_back({field, "not_offered"});
    }
}

void check_day(std::vector<FieldError>& mistakes, std::string const& field,
               access::Work const& work, Date day) {
    if (day > work.clock().today) mistakes.push_back({field, "in_the_future"});
}

bool is_agency_now(access::Work& work, AgencyId const& agency) {
    auto const found = access::agency(work, agency);
    return found && found->valid.covers(work.clock().today);
}

bool works_for(access::Work& work, AgencyId const& agency, UserId const& user) {
    auto const all = access::colleagues(work, agency, kMostColleagues);
    return std::any_of(all.begin(), all.end(), [&](auto const& one) { return one.id == user; });
}

void check_lead(std::vector<FieldError>& mistakes, access::Work& work, AgencyId const& agency,
                std::optional<UserId> const& user) {
    if (!is_agency_now(work, agency)) {
        mistakes.push_back({"lead_agency_id", "not_offered"});
    } else if (user && !works_for(work, agency, *user)) {
        mistakes.push_back({"lead_user_id", "not_in_agency"});
    }
}

Answers recorded_answers(access::Work& work, CaseId const& id) {
    Answers answers;
    for (auto const& row : work.tx().all(sql::kAnswers, {id})) {
        answers[row.text("field")].push_back(row.text("value"));
    }
    return answers;
}

Answers merged(Answers recorded, Answers const& given) {
    for (auto const& [field, values] : given) {
        if (values.empty()) {
            recorded.erase(field);
        } else {
            recorded[field] = values;
        }
    }
    return recorded;
}

void check_given_answers(std::vector<FieldError>& mistakes,
                         programmes::Definition const& definition, programmes::Point point,
                         Date day, Answers const& recorded, Answers const& given) {
    auto const checked = programmes::check_answers(definition, point, day, merged(recorded, given));
    if (!checked) {
        for (auto const& mistake : checked.error().fields) {
            // What was recorded stays good when a list has changed since.
            if (given.contains(mistake.field) || mistake.code == "required") {
                mistakes.push_back({"answers." + mistake.field, mistake.code});
            }
        }
    }
    // Clearing a field that the programme does not have is a mistake too.
    for (auto const& [field, values] : given) {
        if (values.empty() && definition.field(field) == nullptr) {
            mistakes.push_back({"answers." + field, "not_asked"});
        }
    }
}

void store_answers(access::Work& work, CaseId const& id, Answers const& given) {
    for (auto const& [field, values] : given) {
        work.tx().execute(sql::kDeleteAnswer, {id, field});
        for (std::size_t i = 0; i < values.size(); ++i) {
            work.tx().execute(sql::kInsertAnswer, {id, field, i, values[i]});
        }
    }
}

std::int64_t raise_revision(access::Work& work, Standing const& standing) {
    work.tx().execute(sql::kRaiseRevision, {standing.id, work.now()});
    return standing.revision + 1;
}

}  // namespace waymark::cases

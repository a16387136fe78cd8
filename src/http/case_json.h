#pragma once

// Cases as JSON, for every route that shows them.

#include "cases/actions.h"
#include "cases/case_people.h"
#include "cases/cases.h"
#include "cases/chronology.h"
#include "http/http.h"
#include "http/names.h"
#include "people/people.h"
#include "places/places.h"

namespace waymark::http {

std::string full_name(people::Summary const& person);
std::string one_line(places::Summary const& place);

// Whoever is named in an answer is looked at: people or places that it names and that nobody has
// noted yet, as a search does.
template <class Summaries>
void note_shown(access::Work& work, std::string const& kind, Summaries const& named) {
    if (named.empty()) return;
    work.note({.action = kind + ".shown",
               .subject_kind = "list",
               .shown = access::ids_of(named, [](auto const& one) { return one.id; })});
}

JsonObject case_row_json(cases::CaseSummary const& summary, Names& names,
                         std::optional<Date> due_on = std::nullopt);
// What the case page shows first; asks cases, people and places. The case must be visible.
Result<JsonObject> case_json(access::Work& work, CaseId const& id);
// The case as a case page's answer, with its ETag, or the refusal. `status` 200 or 201.
Response case_answer(access::Work& work, CaseId const& id, int status = 200);

JsonObject entry_json(cases::Entry const& entry, Names& names);
JsonObject action_json(cases::Action const& action, Names& names, Date today);
JsonObject involvement_json(cases::Involvement const& involvement);

// Paging cursors are the sorting values of the last row, joined; they mean nothing to a client.
std::string cursor_text(std::string const& sort, std::string const& id);
struct CursorParts {
    std::string sort, id;
};
std::optional<CursorParts> cursor_parts(std::string_view text);

}  // namespace waymark::http

#pragma once

// Everything that happened on a case, by when it happened.
//
// People write notes, contacts and incidents; every other entry the system writes when a use case
// changes something, so the chronology alone tells the story. Nothing is edited or deleted: what
// was wrong is put right by a further entry. Notes are taken by closed cases too, because what is
// reported after closing counts into demand. The refusals that every use case shares stand at the
// top of cases.h.

#include "cases/cases.h"

#include <string_view>
#include <vector>

namespace waymark::cases {

using EntryId = Id<struct EntryTag>;

struct Entry {
    EntryId id;
    std::string kind;      // one of entry_kinds()
    std::string nature;    // fact, opinion or third_party, of notes
    std::string body;      // as written
    std::string detail;    // codes, of entries that the system wrote: opened,assessing
    std::string about_id;  // the person, place, action, review ... it concerns
    Instant happened_at;
    Instant recorded_at;
    UserId recorded_by;
    std::string recorded_by_name;
    AgencyId agency_id;
    std::string agency_name;
};

// opened, note, contact, incident, stage, risk, action_added, action_changed, action_done, review,
// update_agreed, update, person, place, partner, lead, answers, transfer, closed, reopened,
// sharing.
std::vector<std::string_view> const& entry_kinds();

struct EntryCursor {
    Instant happened_at;
    EntryId id;
};

struct EntryPage {
    std::vector<Entry> rows;
    std::optional<EntryCursor> next;
};

// The most kinds that can be asked for at once.
constexpr std::size_t kMostKinds = 6;

// Newest first, before `before`; at most `limit`, cut to kMostRows. All kinds when none is named.
// Refuses with Invalid `kinds` too_many or not_offered.
Result<EntryPage> chronology(access::Work& work, CaseId const& id,
                             std::optional<EntryCursor> const& before, int limit,
                             std::vector<std::string> const& kinds = {});

// All need WorkOnCases, and refuse with Invalid: `body` required, too_long, not_clean_text;
// `happened_at` in_the_future.
struct NewNote {
    CaseId case_id;
    std::string nature;  // fact, opinion or third_party; else `nature` required, not_offered
    std::string body;
    std::optional<Instant> happened_at = std::nullopt;  // now unless given
};
Result<EntryId> add_note(access::Work& work, NewNote const& request);

struct NewContact {
    CaseId case_id;
    std::string channel;  // of the programme's update_channels; else `channel` not_offered
    std::string body;
    std::optional<PersonId> person_id = std::nullopt;  // `person_id` not_in_case unless in it now
    std::optional<Instant> happened_at = std::nullopt;
};
Result<EntryId> add_contact(access::Work& work, programmes::Catalogue const& catalogue,
                            NewContact const& request);

// Something reported to us: it counts as demand before or after.
struct NewIncident {
    CaseId case_id;
    Instant happened_at;
    std::string body;
    std::optional<PlaceId> place_id = std::nullopt;  // `place_id` not_in_case unless in it now
};
Result<EntryId> add_incident(access::Work& work, NewIncident const& request);

// How many incidents were reported to us from one day to another, both included, about those harmed
// in this case (victim, both) or where it happens: on this case and on the other cases of its hub,
// because what is reported after closing belongs to a new one. For demand before and after. A day
// is one in Europe/London. What it counts may be on cases that the reader does not see.
Result<std::int64_t> count_incidents(access::Work& work, CaseId const& id, Date from, Date to);

}  // namespace waymark::cases

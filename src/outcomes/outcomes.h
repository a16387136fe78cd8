#pragma once

// What changed for people: the same measures at opening, at every review and at closing of a case,
// the outcomes that were agreed, and demand before and after.
//
// A measure is either taken or recorded as not taken, with why: "not asked" is a finding, an empty
// field is none. The risk band and score are never sent: they come from the case's own risk
// assessments. Reading needs Permission::ReadCases, recording WorkOnCases; a case that the actor
// may not see refuses with NotFound `no_such_case`. Nothing here commits.

#include "access/work.h"
#include "cases/cases.h"
#include "cases/reviews.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "programmes/programmes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace waymark::outcomes {

using MeasureId = Id<struct MeasureTag>;
using GoalId = Id<struct GoalTag>;

// Why there is no risk band or score: nobody assessed the risk for that point. Other reasons are
// the programme's not_taken_reasons.
inline constexpr std::string_view kNoAssessment = "no_assessment";

// One answer to a measure: a value, or why there is none.
struct Given {
    std::string measure;  // of the case's programme version
    std::optional<std::string> value = std::nullopt;
    std::optional<std::string> not_taken = std::nullopt;
};

// Measures taken, as they stand on record.
struct Taken {
    MeasureId id;
    std::string point;     // opening, review or closing
    std::string point_id;  // the review's
    std::string measure;
    std::optional<std::string> value;
    std::optional<std::string> not_taken;
    Date taken_on;
    Instant recorded_at;
    UserId recorded_by;
};

// Records the measures of an open case at one point, with risk band and score from its latest
// assessment for that point. Recording a point again adds to the record; the latest counts.
// Measures of a review or a closing go with it: see record_review and close_case.
//
// Refuses with Forbidden `not_allowed`, NotFound `no_such_case`, Conflict `case_closed`, or
// `close_instead` for the point Closing, and with Invalid, every mistake at once: `measures.CODE`
// required (neither value nor reason), not_both, repeated, not_offered (no such choice),
// not_a_number, out_of_range, reason_not_offered, from_assessment (risk is not sent);
// `measures[i].measure` not_offered when the programme has no such measure; `point_id` not_offered
// when it is not one of the case's reviews (at opening there is none).
Result<Done> record(access::Work& work, programmes::Catalogue const& catalogue, CaseId const& id,
                    programmes::Point point, std::string const& point_id,
                    std::vector<Given> const& measures);

// Whether one agreed outcome was met.
struct GivenResult {
    GoalId id;
    std::string result;  // of the programme's outcome_results
};

// Closes the case and records its closing measures and the results of its agreed outcomes in one,
// so that no case is closed unmeasured. Files the demand after closing to be counted once its
// months have passed. Gives the case's new revision.
//
// Refuses as cases::close and record do, and with Invalid `goals.ID` required (an agreed outcome
// that has no result yet and is given none), not_offered, repeated, already_recorded (a result is
// there: it is changed by itself, not over a colleague's), not_found; all mistakes at once.
Result<std::int64_t> close_case(access::Work& work, programmes::Catalogue const& catalogue,
                                cases::CloseRequest const& request,
                                std::vector<Given> const& measures,
                                std::vector<GivenResult> const& goals = {});

// The same for a review.
Result<cases::ReviewId> record_review(access::Work& work, programmes::Catalogue const& catalogue,
                                      cases::NewReview const& request,
                                      std::vector<Given> const& measures);

// After a case was opened, whoever opened it: files its demand before opening, and counts it when
// the actor may see incidents. Doing it again changes nothing.
Result<Done> follow_opening(access::Work& work, programmes::Catalogue const& catalogue,
                            CaseId const& id);

// After the risk was assessed for opening: the opening measures take it over when they were
// recorded without. Harmless at any time. Recording measures does it too.
Result<Done> follow_assessment(access::Work& work, CaseId const& id);

// Newest first; within one recording, by measure.
Result<std::vector<Taken>> measures(access::Work& work, CaseId const& id);

// Agreed outcomes

struct Goal {
    GoalId id;
    std::string description;
    std::string agreed_with;  // victim, household, partners, community
    Date agreed_on;
    std::optional<std::string> result;  // of the programme's outcome_results
    std::optional<Date> result_on;
    std::int64_t revision;
};

struct NewGoal {
    CaseId case_id;
    std::string description;
    std::string agreed_with;
};

inline constexpr std::size_t kLongestGoal = 1000;

// Refuses with Conflict `case_closed`; Invalid `description` required, too_long, not_clean_text,
// `agreed_with` required, not_offered.
Result<GoalId> agree(access::Work& work, NewGoal const& request);

struct GoalResult {
    CaseId case_id;
    GoalId id;
    std::int64_t revision;
    std::string result;
};

// Also after closing, because some of it is only heard then. Refuses with NotFound `no_such_goal`,
// Invalid `result` required, not_offered, and Stale. Gives the goal's new revision.
Result<std::int64_t> record_result(access::Work& work, programmes::Catalogue const& catalogue,
                                   GoalResult const& request);

// Oldest first.
Result<std::vector<Goal>> goals(access::Work& work, CaseId const& id);

// Demand before and after

// One count on one side of a case.
struct DemandCount {
    // Nothing of `after` while the case is open.
    std::optional<Date> from_on, to_on;  // both included
    std::optional<std::int64_t> count;
    // Whether what can be known is known: the window has passed and its data is there. A count that
    // is not available is never shown as nought.
    bool available = false;
    std::optional<Date> available_from;  // the first day on which the window has passed
};

// Incidents before opening or after closing. Both sides are counted at the same places: all that
// the case has with a position, also those whose part in it ended; an incident near two of them
// counts once. `before` is counted again when `after` is, so that a place found later is in both.
struct Demand {
    std::string span;  // before, after
    // Incidents reported to the hub about those harmed or the place, as cases::count_incidents
    // says, in the programme's demand_window_days before the day of opening, or after the day of
    // closing, that day in neither. No count for who does not work in the hub: what is on its other
    // cases is no partner's to learn.
    DemandCount reported;
    // Imported incidents at the case's places, in the three whole months of
    // incidents::demand_window, because published ones are dated by month. No count when the case
    // has no place with a position; not available when a month of it has not been imported.
    DemandCount recorded;
    std::vector<std::string> months;  // of recorded: counted whole; oldest first
};

// `before`, then `after`. What is not stored yet is counted now; recorded incidents only when the
// actor may see incidents.
Result<std::vector<Demand>> demand(access::Work& work, programmes::Catalogue const& catalogue,
                                   CaseId const& id);

struct DemandCounted {
    std::int64_t counted = 0;  // windows that are now known
    std::int64_t waiting = 0;  // looked at, and still to come or without a month's data
};

// Housekeeping, by an operator's command or the server's own clock: counts every window that has
// passed and was not known, at most `limit` of them, longest waiting first. Needs SeeMap and to see
// the cases: Gate::for_system has both. Refuses with Forbidden `not_allowed`.
Result<DemandCounted> count_demand_due(access::Work& work, programmes::Catalogue const& catalogue,
                                       int limit = 500);

}  // namespace waymark::outcomes

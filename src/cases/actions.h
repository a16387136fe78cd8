#pragma once

// The plan of a case: what each agency agreed to do, by whom, when, and how it ended.
//
// An agency answers for its own actions. Whoever runs the case may give one to any agency in it; a
// partner only to their own (Forbidden `not_your_agency`). The refusals that every use case shares
// stand at the top of cases.h.

#include "cases/cases.h"

namespace waymark::cases {

using ActionId = Id<struct ActionTag>;

struct Action {
    ActionId id;
    CaseId case_id;
    std::string tool;  // of the programme's actions; empty when it is none of them
    std::string description;
    AgencyId owner_agency_id;
    std::optional<UserId> owner_user_id;
    Date due_on;
    std::optional<Date> remind_on;
    std::optional<std::string> result;  // of the programme's action_results; nothing while open
    std::string result_note;
    std::optional<Date> completed_on;
    std::int64_t revision;
    Instant created_at;
    UserId created_by;
};

struct ActionPlan {
    std::string tool = {};
    std::string description;
    AgencyId owner_agency_id;
    std::optional<UserId> owner_user_id = std::nullopt;
    Date due_on;
    std::optional<Date> remind_on = std::nullopt;
};

// The plan, open actions first, each part by due date.
Result<std::vector<Action>> actions(access::Work& work, CaseId const& id);

// Needs WorkOnCases. Refuses with Invalid: `tool` not_offered; `description` required, too_long,
// not_clean_text; `owner_agency_id` not_in_case (neither lead, nor partner now, nor the agency of a
// hub worker who asks); `owner_user_id` not_in_agency; `due_on` in_the_past; `remind_on` after_due.
Result<ActionId> add_action(access::Work& work, programmes::Catalogue const& catalogue,
                            CaseId const& case_id, ActionPlan const& plan);

// As adding; a due date may stay in the past but not be moved there. Refuses also with NotFound
// `no_such_action` and Conflict `action_has_result`. Gives the new revision.
Result<std::int64_t> update_action(access::Work& work, programmes::Catalogue const& catalogue,
                                   CaseId const& case_id, ActionId const& id, std::int64_t revision,
                                   ActionPlan const& plan);

struct ActionResult {
    CaseId case_id;
    ActionId id;
    std::int64_t revision;
    std::string result;            // done, overtaken_by_events, not_done_by_agency, refused
    std::string result_note = {};  // why, unless done
    std::optional<Date> completed_on = std::nullopt;  // today unless given
};

// Ends an action, once. Refuses as update_action does, and with Invalid: `result` required,
// not_offered; `result_note` required unless done, too_long, not_clean_text; `completed_on`
// in_the_future.
Result<std::int64_t> record_result(access::Work& work, programmes::Catalogue const& catalogue,
                                   ActionResult const& request);

// One line of a list of actions from many cases.
struct DueAction {
    Action action;
    std::string reference;
    std::string title;
    AreaId area_id;
};

struct DueActions {
    std::int64_t total;    // however few rows are given
    std::int64_t overdue;  // of them, due before today
    std::vector<DueAction> rows;
};

// Open actions by due date, those of cases that the actor may see. `until`: due by that day.
Result<DueActions> my_open(access::Work& work, int limit);
Result<DueActions> agency_open(access::Work& work, std::optional<Date> until, int limit);
// Those of the actor's agency for which nobody is named, so that they are somebody's job.
Result<DueActions> unnamed_of_agency(access::Work& work, int limit);
// In one hub, due before today.
Result<DueActions> overdue_in(access::Work& work, AreaId const& area, int limit);

}  // namespace waymark::cases

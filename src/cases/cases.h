#pragma once

// A case is one piece of joint work, run from opening to closing under one version of a programme.
//
// Every use case answers only for what its actor may see, leaves an audit entry, writes what it
// changed into the chronology, and never commits. A case that the actor may not see refuses with
// NotFound `no_such_case`, as one that does not exist. Reading needs Permission::ReadCases, adding
// WorkOnCases, running RunCases *and* to be of the case's hub, its lead agency or its lead worker
// (else Forbidden `not_your_case`). What a closed case does not take refuses with Conflict
// `case_closed`. An edit that carries an old revision refuses with Stale.

#include "access/work.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "programmes/programmes.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace waymark::cases {

// The answers to the fields of a programme, by field code.
using Answers = std::map<std::string, std::vector<std::string>>;

// The longest texts taken, in characters.
inline constexpr std::size_t kLongestTitle = 200;
inline constexpr std::size_t kLongestBody = 20000;

// A risk band when nobody has assessed the risk yet.
inline constexpr std::string_view kNotRecorded = "not_recorded";
// In `victim_told`, when they were; otherwise one of the programme's not_told_reasons.
inline constexpr std::string_view kTold = "told";

struct Closing {
    std::string closing_reason;  // of the case's programme version
    std::string closing_summary;
    std::string victim_told;
    Date closed_on;
};

// One line of a list.
struct CaseSummary {
    CaseId id;
    std::string reference;  // SCA-2026-0147: said on the phone
    AreaId area_id;
    std::string programme_code;
    std::string title;  // short, without names
    std::string subject_kind;
    std::string stage;
    bool is_open;
    Date opened_on;
    std::optional<Date> closed_on;
    AgencyId lead_agency_id;
    std::optional<UserId> lead_user_id;
    std::string risk_band;  // kNotRecorded until assessed
    std::optional<Date> reassess_by;
    std::optional<Date> next_review_on;
    std::optional<Date> update_due_on;  // the earliest update promised to a victim
    std::int64_t revision;
};

// The case as its page shows it.
struct CaseDetail : CaseSummary {
    programmes::Ref programme;  // fixed at opening, however the programme changes later
    std::string area_code;
    std::string area_name;
    std::string lead_agency_name;
    std::string lead_user_name;  // empty when nobody leads
    std::optional<std::int64_t> risk_score;
    std::optional<Closing> closing;  // of a closed case
    int times_reopened;
    Instant created_at;
    UserId created_by;
    Instant updated_at;
    bool may_work;  // what this actor may do with it
    bool may_run;
};

struct OpeningPerson {
    PersonId person_id;
    std::string role;  // of the programme
    bool is_subject = false;
    std::string note = {};
};

struct OpeningPlace {
    PlaceId place_id;
    std::string role;  // one of place_roles()
    bool is_subject = false;
};

struct NewCase {
    AreaId area_id;
    std::string programme_code;
    std::string title;
    std::string subject_kind;  // of the programme
    Answers answers;
    AgencyId lead_agency_id;
    std::optional<UserId> lead_user_id = std::nullopt;  // of the lead agency
    std::optional<Date> opened_on = std::nullopt;       // today unless given; never in the future
    std::vector<OpeningPerson> people = {};
    std::vector<OpeningPlace> places = {};
};

// Opens a case under the programme version that is current on that day, with the area's extension,
// at its first stage, and gives it a reference. Filed under the partnership, the hub and the lead
// worker; a lead agency that is not the actor's own is brought in as a partner. People and places
// are filed with it.
//
// Refuses with Forbidden `not_allowed` or `not_your_area`; with Invalid: `area_id`,
// `programme_code`, `subject_kind`, `lead_agency_id`, `people[i].role`, `places[i].role`
// not_offered; `lead_user_id` not_in_agency; `title` required, too_long, not_clean_text;
// `opened_on` in_the_future; `people[i].person_id`, `places[i].place_id` not_found, repeated; and
// `answers.FIELD` with what programmes::check_answers says at opening.
Result<CaseId> open(access::Work& work, programmes::Catalogue const& catalogue,
                    NewCase const& request);

Result<CaseDetail> find(access::Work& work, CaseId const& id);
// By what is said on the phone; letters of either size.
Result<CaseId> find_by_reference(access::Work& work, std::string_view reference);
// The summaries of those that the actor may see, in the order of `ids`: for lists made elsewhere.
Result<std::vector<CaseSummary>> summaries(access::Work& work, std::vector<CaseId> const& ids);

enum class Due { Review, Reassessment, Update, Action };

struct Filter {
    bool is_open = true;
    std::optional<AreaId> area_id = std::nullopt;
    std::string programme_code = {};  // empty: any
    std::string stage = {};
    std::string risk_band = {};
    std::optional<UserId> lead_user_id = std::nullopt;
    // Only open cases with this falling due until then, soonest first.
    std::optional<Due> due = std::nullopt;
    std::optional<Date> due_until = std::nullopt;  // today unless given
};

// Where a page ended: the sorting date and id of its last row.
struct Cursor {
    Date on;
    CaseId id;
};

struct CaseRow : CaseSummary {
    Date sorted_on;  // opened_on, or the date on which the thing asked for falls due
};

struct Page {
    std::vector<CaseRow> rows;
    std::optional<Cursor> next;  // nothing when this was the last page
};

constexpr int kMostRows = 200;

// Newest first, or soonest due first. `limit` is cut to kMostRows.
Result<Page> list(access::Work& work, Filter const& filter, std::optional<Cursor> const& after,
                  int limit);

// How many list would give in all.
Result<std::int64_t> count(access::Work& work, Filter const& filter);

struct CaseUpdate {
    CaseId id;
    std::int64_t revision;
    std::string title;
    AgencyId lead_agency_id;
    std::optional<UserId> lead_user_id;
};

// Changes the title and who leads. Mistakes as at opening. Gives the new revision.
Result<std::int64_t> update(access::Work& work, CaseUpdate const& request);

Result<Answers> answers(access::Work& work, CaseId const& id);

// Sets the fields that are named; an empty list clears one. The others stay. Needs WorkOnCases.
// Refuses with Invalid `answers.FIELD` as programmes::check_answers does for opening.
Result<std::int64_t> set_answers(access::Work& work, programmes::Catalogue const& catalogue,
                                 CaseId const& id, std::int64_t revision, Answers const& given);

struct StageMove {
    CaseId id;
    std::int64_t revision;
    std::string stage;
    std::string reason = {};
};

// Refuses with Invalid `stage` not_offered when the programme has no such stage, and with Conflict
// `stage_not_next` when it does not lead there from the present one; closing and reopening have
// use cases of their own (Conflict `close_instead`).
Result<std::int64_t> change_stage(access::Work& work, programmes::Catalogue const& catalogue,
                                  StageMove const& request);

struct StageChange {
    std::string from_stage;  // empty at opening
    std::string to_stage;
    std::string reason;
    Instant changed_at;
    UserId changed_by;
};
// Oldest first.
Result<std::vector<StageChange>> stage_history(access::Work& work, CaseId const& id);

struct CloseRequest {
    CaseId id;
    std::int64_t revision;
    std::string closing_reason;
    std::string closing_summary;
    std::string victim_told;                       // kTold or a not_told_reason
    std::optional<Date> closed_on = std::nullopt;  // today unless given
    Answers answers = {};                          // given together with the closing
    // What the caller found wrong with what came with it: refused with the mistakes found here.
    std::vector<FieldError> also_wrong = {};
};

// Closes the case. Refuses with Conflict `cannot_close` when anything stands in the way, naming
// every obstacle as a field with the code `obstacle`: `open_actions`, `risk_reassessment_due` (the
// day to reassess is past), `no_closing_risk` (no assessment for closing since it was last opened),
// `stage_not_next` (the programme does not lead from this stage to closed). Refuses with Invalid:
// `closing_reason`, `victim_told` required, not_offered; `closing_summary` required, too_long,
// not_clean_text; `closed_on` in_the_future, before_opening; `answers.FIELD` when one that the
// programme needs at closing is neither recorded nor given, or is wrong.
Result<std::int64_t> close(access::Work& work, programmes::Catalogue const& catalogue,
                           CloseRequest const& request);

struct ReopenRequest {
    CaseId id;
    std::int64_t revision;
    std::string reason;
    std::string stage = {};  // the first that the programme leads to from closed, unless given
};

// Opens a closed case again; its closing stays in the chronology. Refuses with Conflict
// `case_is_open`; Invalid `reason` required, too_long, not_clean_text, `stage` not_offered.
Result<std::int64_t> reopen(access::Work& work, programmes::Catalogue const& catalogue,
                            ReopenRequest const& request);

struct TransferRequest {
    CaseId id;
    std::int64_t revision;
    AreaId area_id;  // where it goes
    std::string reason;
    std::string consent;  // given or not_needed; refused stops the transfer
    AgencyId lead_agency_id;
    std::optional<UserId> lead_user_id = std::nullopt;
};

// Moves an open case, its plan and its people and places to another hub with a new lead. Who
// transfers may not see it afterwards. Partners stay, and so do reference, programme and history.
// Refuses with Conflict `same_area`, `consent_refused`; Invalid `area_id` not_offered, `reason`
// required, too_long, not_clean_text, `consent` required, not_offered, and the lead as at opening.
Result<std::int64_t> transfer(access::Work& work, TransferRequest const& request);

// What falls due until today: on cases that the actor leads, or on all that they may see (their
// hubs' and those that they were brought into).
enum class Whose { Mine, Ours };
struct DueCases {
    std::int64_t total;    // however few rows are given
    std::int64_t overdue;  // of the total, those that were due before today
    std::vector<CaseRow> rows;
};
Result<DueCases> due(access::Work& work, Due kind, Whose whose, int limit);

}  // namespace waymark::cases

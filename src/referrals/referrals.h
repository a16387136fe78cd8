#pragma once

// A referral is everything that comes in, from whomever, until somebody has decided it and the
// referrer has heard.
//
// It starts as a draft that only its author knows. Once sent it is waiting in the queue of its hub,
// with a day by which it must be decided, and nothing makes it leave the queue but a decision. Who
// may know of it: its hub, those who work for the whole partnership, its author, and the author's
// agency, which may follow its own referral and read the decision, but not the case that came of
// it. An agency that runs hubs is not told as a whole: its other hubs are strangers.
//
// Every use case answers only for what its actor may see (else NotFound `no_such_referral`, as one
// that does not exist), leaves an audit entry and never commits. A refusal changes nothing. An edit
// that carries an old revision refuses with Stale. Whose roles never allow it is refused with
// Forbidden `not_allowed`. Triage, which is to own, choose, decide and tell, needs
// Permission::TriageReferrals and a role in the referral's hub, else Forbidden `not_your_area`.

#include "access/work.h"
#include "cases/cases.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "programmes/programmes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::referrals {

using ReferralPersonId = Id<struct ReferralPersonTag>;

// The longest texts taken, in characters. What happened, where and how sure go into one entry of a
// case's chronology, so together they fit there.
inline constexpr std::size_t kLongestForm = 60000;
inline constexpr std::size_t kLongestWhatHappened = 8000;
inline constexpr std::size_t kLongestLine = 500;
inline constexpr std::size_t kLongestRiskNote = 2000;
inline constexpr std::size_t kLongestSafeContact = 1000;
inline constexpr std::size_t kLongestReason = 4000;
inline constexpr std::size_t kMostPeople = 20;
inline constexpr std::size_t kMostShown = 50;  // matches shown for one person
inline constexpr int kMostRows = 200;

// Which person of ours somebody named in a referral is.
struct Choice {
    std::string choice;                 // known, new, none_shown; empty when nobody has chosen yet
    std::optional<PersonId> person_id;  // of known
    std::vector<PersonId> shown;        // the matches that were shown, best first
};

// Somebody as they were described.
struct NamedPerson {
    std::string role;  // of the programme
    std::string given_names;
    std::string family_name;
    std::optional<Date> date_of_birth;
    std::string phone;
    std::string email;
    std::string address_line;
    std::string town;
    std::string postcode;
};

struct NewReferralPerson : NamedPerson {
    Choice choice;
};

// What is said in a referral. Fields that are not said to be needed may be left empty.
struct Said {
    std::string source_kind;  // needed: agency, public; import, of an operator's command
    std::string source;       // needed: of the programme's intake_sources
    std::string channel;      // phone, email, counter, web_form, letter, meeting, in_waymark
    std::string referrer_name;
    std::string referrer_contact;
    std::optional<AgencyId>
        referrer_agency_id;      // the author's, when an agency refers, unless given
    std::string how_known;       // needed: saw_it, told_by_victim, told_by_other, records
    std::string programme_code;  // needed
    std::string subject_kind;    // needed: of the programme
    std::string class_code;      // `class` in the table and the API: of the programme's classes
    std::string what_happened;   // needed
    std::string where_happened;
    std::optional<PlaceId> place_id;
    std::optional<Date> happened_on;
    std::string happened_note;  // time of day, or how sure
    std::string how_often;      // of the programme's measure of frequency
    std::string risk_now;       // needed: yes, no, not_known
    std::string risk_now_note;
    std::string consent;  // needed: given, refused, not_asked, not_needed
    std::string safe_contact;
};

struct NewReferral : Said {
    AreaId area_id;
    std::vector<NewReferralPerson> people;
};

struct ReferralPerson : NamedPerson {
    ReferralPersonId id;
    // Which person, who chose so and when. Left empty, as if nobody had chosen, for a reader who
    // may not know of that person: that somebody is on record is not the referrer's to learn.
    std::string choice;
    std::optional<PersonId> person_id;
    std::optional<Instant> choice_at;
    std::optional<UserId> choice_by;
    std::string shown;  // ID:SCORE of each match that was shown, with commas; only for triage
};

// One line of a list.
struct ReferralSummary {
    ReferralId id;
    std::optional<std::string> reference;  // SCA-R-2026-0412, from when it was sent
    std::string state;                     // draft, waiting, decided
    std::optional<AreaId> area_id;
    std::string programme_code;
    std::string subject_kind;
    std::string class_code;
    std::string source;
    std::string risk_now;
    std::optional<Instant> received_at;
    std::optional<Date> triage_due_on;
    bool overdue;  // still waiting after that day; follows from the dates alone
    int age_days;  // since it was received, or begun, until decided
    std::optional<UserId> owner_user_id;
    std::string owner_name;  // empty when nobody owns it
    std::optional<Instant> escalated_at;
    std::optional<std::string> decision;
    // The first sentences of what happened, as many as are short; else its first words, with "…".
    std::string headline;
    Instant created_at;
    std::int64_t revision;
};

// The referral as its page shows it.
struct Referral : ReferralSummary {
    std::string form;  // as typed so far, of a draft; opaque
    Said said;
    std::vector<ReferralPerson> people;
    std::string decision_reason;
    std::optional<Instant> decided_at;
    std::string decided_by_name;
    std::optional<CaseId> case_id;  // only for who may see that case
    std::string case_reference;
    std::optional<Date> referrer_told_on;
    std::string referrer_told_how;
    std::string created_by_name;
    bool may_triage;  // whether this actor may own, choose, decide and tell
};

// Drafts. Need MakeReferrals; another's draft does not exist. Refuse with Invalid `form` too_long,
// not_clean_text; what is no longer a draft with Conflict `already_sent`.
Result<ReferralId> start(access::Work& work, std::string_view form);
Result<std::int64_t> save_draft(access::Work& work, ReferralId const& id, std::int64_t revision,
                                std::string_view form);
Result<Done> discard(access::Work& work, ReferralId const& id, std::int64_t revision);

// Sends one's draft to the hub's queue: gives it a reference and the day by which it is decided,
// the programme's working days later, or the same day when somebody is at risk now. A known person
// and the place become known to the hub too; a new person is recorded.
//
// Refuses with Conflict `already_sent`; with Invalid, naming every mistake: required, not_offered,
// too_long, not_clean_text, in_the_future; `area_id`, `referrer_agency_id` not_offered; `place_id`
// and `people[i].person_id` not_found; `people` too_many; `people[i].FIELD` with what
// people::create refuses. Gives the new revision.
Result<std::int64_t> send(access::Work& work, programmes::Catalogue const& catalogue,
                          ReferralId const& id, std::int64_t revision, NewReferral const& referral);

// Needs ReadCases or MakeReferrals, as the lists do.
Result<Referral> find(access::Work& work, ReferralId const& id);

struct Filter {
    std::string state = "waiting";  // or decided, or draft: one's own
    std::optional<AreaId> area_id = std::nullopt;
    bool overdue = false;     // only of those waiting
    bool in_my_hubs = false;  // only where the actor holds a role: not what they only follow
};

// Where a page ended: when its last row was received, decided or begun, and its id.
struct Cursor {
    Instant at;
    ReferralId id;
};

struct Page {
    std::vector<ReferralSummary> rows;
    std::optional<Cursor> next;  // nothing when this was the last page
};

// Waiting ones oldest first; decided ones and drafts latest first. `limit` is cut to kMostRows.
// Refuses with Invalid: `state` not_offered; `overdue` not_offered with a state that is not
// waiting.
Result<Page> queue(access::Work& work, Filter const& filter, std::optional<Cursor> const& after,
                   int limit);

// Those of these that the actor may see, in the order given: for lists made elsewhere. No drafts.
Result<std::vector<ReferralSummary>> summaries(access::Work& work,
                                               std::vector<ReferralId> const& ids);

// What waits in the hubs where the actor holds a role; and their own drafts.
struct Totals {
    std::int64_t waiting = 0;
    std::int64_t overdue = 0;
    std::int64_t my_drafts = 0;
};
Result<Totals> totals(access::Work& work);

// Takes from a user what they own and may not see because of a conflict of interest, so that it
// waits for an owner again. After one was declared.
void let_go(access::Work& work, UserId const& user);

// Makes a colleague who may triage in that hub responsible for deciding it; not one to whom
// somebody named in it is closed. Refuses with Conflict `not_waiting`; Invalid `owner_user_id`
// required, not_offered. Gives the new revision, as all of triage does.
Result<std::int64_t> set_owner(access::Work& work, ReferralId const& id, std::int64_t revision,
                               UserId const& owner);

// Records which person somebody named is; may be put right until the decision. Only the hub comes
// to know that person by it, never the referrer. Refuses with NotFound
// `no_such_person_in_referral`; Conflict `not_waiting`; Invalid `choice` required, not_offered
// (known or new), `person_id` required, not_found, `shown` too_many, not_found.
Result<std::int64_t> choose_person(access::Work& work, ReferralId const& id, std::int64_t revision,
                                   ReferralPersonId const& person, Choice const& choice);

struct Decision {
    std::string decision;     // accept, link, advise, signpost, another_panel, reject
    std::string reason = {};  // needed, unless accepted or linked
    std::optional<CaseId> case_id = std::nullopt;           // to link with
    std::string title = {};                                 // of the new case, as what follows
    std::string programme_code = {};                        // the referral's unless given
    std::optional<AgencyId> lead_agency_id = std::nullopt;  // the actor's unless given
    std::optional<UserId> lead_user_id = std::nullopt;
    cases::Answers answers = {};  // that the programme needs at opening
};

// Decides a referral, once. Accepting opens a case in the hub with the people, the place and what
// was reported; linking adds them to an open case that the actor may work on. With either, what was
// said about safe contact goes on the records of those harmed (victim, both), or when nobody is, of
// reporters.
//
// Refuses with Conflict `already_decided`, `not_waiting` (of a draft), `people_not_resolved` (a
// case needs to know who everybody is), `case_closed`; with Invalid: `decision` required,
// not_offered, `reason` required, too_long, not_clean_text, `case_id` required, not_found (also
// when it is not visible), `people[i].role` not_offered (by the programme of the case), and what
// cases::open refuses.
Result<std::int64_t> decide(access::Work& work, programmes::Catalogue const& catalogue,
                            ReferralId const& id, std::int64_t revision, Decision const& decision);

// When and how the referrer heard what was decided: phone, email, letter, in_person, in_waymark, or
// that they cannot be told. May be put right. Refuses with Conflict `not_decided`; Invalid `how`
// required, not_offered, `told_on` in_the_future, before_decision.
Result<std::int64_t> record_referrer_told(access::Work& work, ReferralId const& id,
                                          std::int64_t revision, Date told_on,
                                          std::string const& how);

// Marks what waits past its day as escalated, once, and gives how many were. For hourly
// housekeeping with an operator's work; what is overdue does not depend on it.
Result<std::int64_t> escalate_overdue(access::Work& work);

}  // namespace waymark::referrals

#pragma once

// Reviews of the whole case, and the updates that victims were promised.
//
// An update goes by a channel that is safe for the person: one that their record marks as not safe
// is refused with Conflict `unsafe_channel`, when it is agreed and when it is used. The refusals
// that every use case shares stand at the top of cases.h.

#include "cases/cases.h"

namespace waymark::cases {

using ReviewId = Id<struct ReviewTag>;
using AgreementId = Id<struct AgreementTag>;
using UpdateId = Id<struct UpdateTag>;

struct Review {
    ReviewId id;
    Date held_on;
    std::string summary;
    std::optional<Date> next_review_on;
    Instant recorded_at;
    UserId recorded_by;
};

struct NewReview {
    CaseId case_id;
    std::string summary;
    std::optional<Date> held_on = std::nullopt;         // today unless given
    std::optional<Date> next_review_on = std::nullopt;  // by the programme's timings unless given
    Answers answers = {};                               // given together with the review
    // What the caller found wrong with what came with it: refused with the mistakes found here.
    std::vector<FieldError> also_wrong = {};
};

// Needs WorkOnCases. Refuses with Invalid: `summary` required, too_long, not_clean_text; `held_on`
// in_the_future, before_opening; `next_review_on` not_after_review; `answers.FIELD` when one that
// the programme needs at review is neither recorded nor given, or is wrong.
Result<ReviewId> record_review(access::Work& work, programmes::Catalogue const& catalogue,
                               NewReview const& request);
// Newest first.
Result<std::vector<Review>> reviews(access::Work& work, CaseId const& id);

// How somebody wants to hear what happens. With the channel `no_contact` nothing ever falls due.
struct Agreement {
    AgreementId id;
    PersonId person_id;
    std::string channel;
    int every_days;
    std::optional<Date> next_due_on;
    Date agreed_on;
    std::optional<Date> ended_on;
    std::int64_t revision;
};

struct NewAgreement {
    CaseId case_id;
    PersonId person_id;
    std::string channel;
    int every_days;
};

constexpr int kLongestUpdateGapDays = 365;

// Replaces what was agreed with that person on this case before. Needs WorkOnCases. Refuses with
// Invalid: `person_id` not_in_case, not_to_be_told (neither victim, reporter nor both); `channel`
// required, not_offered; `every_days` out_of_range (1 to kLongestUpdateGapDays; any for
// no_contact).
Result<AgreementId> agree_updates(access::Work& work, programmes::Catalogue const& catalogue,
                                  NewAgreement const& request);
// Standing ones first.
Result<std::vector<Agreement>> agreements(access::Work& work, CaseId const& id);

struct Update {
    UpdateId id;
    AgreementId agreement_id;
    PersonId person_id;
    Date given_on;
    std::string channel;
    std::string result;
    std::string note;
    std::optional<Date> was_due_on;
    UserId recorded_by;
};

struct NewUpdate {
    CaseId case_id;
    AgreementId agreement_id;
    std::int64_t revision;
    std::string result;  // given, tried or declined
    std::string channel;
    std::string note = {};
    std::optional<Date> given_on = std::nullopt;  // today unless given
};

// Records that somebody was told, or that it was tried. Given or declined, the next falls due after
// the agreed days; tried, the promise is still owed and the date stays. Needs WorkOnCases. Refuses
// with NotFound `no_such_agreement`; Conflict `agreement_ended`; Invalid `result` required,
// not_offered, `channel` required, not_offered, `note` too_long, not_clean_text, `given_on`
// in_the_future, before_agreement.
Result<UpdateId> record_update(access::Work& work, programmes::Catalogue const& catalogue,
                               NewUpdate const& request);
// Newest first.
Result<std::vector<Update>> updates(access::Work& work, CaseId const& id);

}  // namespace waymark::cases

#pragma once

// Risk assessments: a dated set of answers to the questions of the case's programme version, its
// score and band, and, where a worker knows better, the band they set instead and why.
//
// The latest one gives the case its risk band, score and the day to reassess by. The refusals that
// every use case shares stand at the top of cases.h.

#include "cases/cases.h"

namespace waymark::cases {

using RiskId = Id<struct RiskTag>;

struct Override {
    std::string band;
    std::string reason;  // one of the questionnaire's override_reasons
    std::string note;    // in words, because a code alone explains nothing
};

struct NewAssessment {
    CaseId case_id;
    std::string point;                           // opening, review or closing
    std::map<std::string, std::string> answers;  // by question
    std::map<std::string, std::string> notes = {};
    std::optional<Override> override_by = std::nullopt;
    std::optional<Date> assessed_on = std::nullopt;  // today unless given
};

struct RiskAssessment {
    RiskId id;
    std::string point;
    std::string questionnaire_version;
    std::int64_t score;        // core questions, comparable between hubs
    std::int64_t local_score;  // the hub's own questions
    std::string scored_band;
    std::string band;             // after professional judgement
    std::string override_reason;  // empty when the band is the score's
    std::string override_note;
    Date assessed_on;
    std::optional<Date> reassess_by;
    Instant recorded_at;
    UserId recorded_by;
};

struct RiskAnswer {
    std::string question;
    std::string answer;
    std::string note;
};

struct RiskDetail {
    RiskAssessment assessment;
    std::vector<RiskAnswer> answers;  // by question
};

// Needs WorkOnCases. Refuses with Invalid: `point` not_offered; `answers.QUESTION` as
// programmes::score says; `notes.QUESTION` not_asked, too_long, not_clean_text; `override.band`
// not_offered; `override.reason` required, not_offered; `override.note` required, too_long,
// not_clean_text; `assessed_on` in_the_future, before_last (an older one than the latest on
// record).
Result<RiskAssessment> assess(access::Work& work, programmes::Catalogue const& catalogue,
                              NewAssessment const& request);

// Newest first.
Result<std::vector<RiskAssessment>> risk_history(access::Work& work, CaseId const& id);
// Refuses with NotFound `no_such_assessment`.
Result<RiskDetail> risk_detail(access::Work& work, CaseId const& case_id, RiskId const& id);

}  // namespace waymark::cases

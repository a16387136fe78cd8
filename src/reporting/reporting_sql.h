#pragma once

// A statement about one hub, in two forms: for readers of all of it, and for others, bounded by
// their scopes.

#include "access/scopes.h"
#include "access/work.h"

#include <string>
#include <string_view>
#include <vector>

namespace waymark::reporting {

// In the text, {visible} stands for the condition on the case `c`, {visible_referral} for that on
// the referral `r`; both begin with AND.
class HubSql {
  public:
    HubSql(std::string_view name, int fixed, std::string const& text);

    // `sees_all`: the reader works in the hub.
    std::vector<store::Row> all(access::Work& work, bool sees_all,
                                std::vector<store::Value> const& values) const;
    store::Row one(access::Work& work, bool sees_all,
                   std::vector<store::Value> const& values) const;

  private:
    std::string whole_name_, whole_text_;
    access::ScopedSql scoped_;
};

namespace sql {

// $1 area, $2 programme or empty text, in all of them.
extern HubSql const kOpenByStageAndRisk;
extern HubSql const kOpenByAge;
extern HubSql const kOverdueCases;
extern HubSql const kOverdueActions;
extern HubSql const kReferralsWaiting;
extern HubSql const kReceivedBetween;
extern HubSql const kOpenedBetween;
extern HubSql const kClosedBetween;
extern HubSql const kClosingReasons;
extern HubSql const kOutcomes;

extern HubSql const kRowsOpen;
extern HubSql const kRowsOverdue;
extern HubSql const kRowsOpened;
extern HubSql const kRowsClosed;
extern HubSql const kRowsOutcome;
extern HubSql const kRowsReceived;
extern HubSql const kRowsWaiting;

// Of the partnership, by area and programme, between two days.
extern store::Sql const kReportReferrals;
extern store::Sql const kReportOpened;
extern store::Sql const kReportOpenAtEnd;
extern store::Sql const kReportClosed;
extern store::Sql const kReportOutcomes;
extern store::Sql const kReportActions;
extern store::Sql const kReportUpdates;
extern store::Sql const kReportReassessments;

extern access::ScopedSql const kExport;

}  // namespace sql

}  // namespace waymark::reporting

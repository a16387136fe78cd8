#include "report_words.h"

#include <map>
#include <stdexcept>

namespace waymark::reporting {

namespace {

std::map<std::string_view, std::string_view> const kLabels = {
    {"antisocial_behaviour", "Anti-social behaviour"},
    {"place_problem_solving", "Place-based problem solving"},
    {"standard", "Standard"},
    {"medium", "Medium"},
    {"high", "High"},
    {"not_recorded", "Not recorded"},
    {"under_30", "Under 30 days"},
    {"30_to_89", "30 to 89 days"},
    {"90_to_179", "90 to 179 days"},
    {"180_to_364", "180 to 364 days"},
    {"365_and_over", "365 days and over"},
    {"actions", "Actions"},
    {"reviews", "Reviews"},
    {"reassessments", "Risk reassessments"},
    {"updates", "Updates to victims"},
    {"waiting", "Waiting for a decision"},
    {"overdue", "Waiting past the day to decide by"},
    {"count", "Number"},
    {"cases", "Cases"},
    {"items", "Things overdue"},
    {"year_before", "A year earlier"},
    {"not_recorded_start", "Not recorded at opening"},
    {"not_recorded_end", "Not recorded at closing"},
    {"not_recorded_both", "Not recorded at either"},
    {"improved", "Improved"},
    {"same", "The same"},
    {"worse", "Worse"},
    {"in_time", "In time"},
    {"late", "Late"},
    {"not_decided", "Not decided yet"},
    {"no_target", "No day to decide by"},
    {"not_completed", "Not completed"},
    {"ended_otherwise", "Ended otherwise"},
    {"not_done", "Not done"},
    {"tried", "Tried, not reached"},
    {"total", "Total"},
    {"resolved_early_intervention", "Resolved by early intervention"},
    {"not_antisocial_behaviour", "Not anti-social behaviour"},
    {"passed_to_police", "Passed to the police"},
    {"counted", "Known before and after"},
    {"not_counted", "Not known"},
    {"before_recorded", "Recorded incidents before"},
    {"after_recorded", "Recorded incidents after"},
    {"before_reported", "Reported to the hub before"},
    {"after_reported", "Reported to the hub after"},
    {"median_days", "Median days open"},
    {"percent_in_time", "In time, %"},
    {"all_met", "All met"},
    {"some_met", "Some met in full"},
    {"none_met", "None met in full"},
    {"none_agreed", "None agreed"},
    {"percent_all_met", "All met, % of those recorded"},
    {"percent_improved", "Improved, % of those recorded"},
};

constexpr std::string_view kEndChange =
    "Cases closed in the last 12 months, by how the measure changed between opening and closing.";

std::map<std::string_view, FigureWords> const kFigures = {
    {"open_by_stage", {"Open cases by stage", "Cases open now, by the stage they stand at."}},
    {"open_by_risk",
     {"Open cases by risk band",
      "Cases open now, by the band of the latest risk assessment with any override."}},
    {"open_by_age", {"Open cases by age", "Cases open now, by days since they were opened."}},
    {"overdue",
     {"Overdue",
      "Open cases with something that should have been done before today. Not recorded: open cases "
      "without a day for the next review or reassessment."}},
    {"referrals_waiting",
     {"Referrals waiting",
      "Referrals received and not decided. Overdue: the day to decide by is "
      "past."}},
    {"referrals_received",
     {"Referrals received by month",
      "Referrals received in each of the last 12 months, and in the same month a year earlier. "
      "This month is compared with the same days."}},
    {"cases_opened",
     {"Cases opened by month",
      "Cases opened in each of the last 12 months, and in the same month a year earlier. This "
      "month is compared with the same days."}},
    {"cases_closed",
     {"Cases closed by month",
      "Cases that stand closed, by the month they were closed in, and in the same month a year "
      "earlier. This month is compared with the same days."}},
    {"closing_reasons",
     {"Closing reasons", "Cases closed in the last 12 months, by why they were closed."}},
    {"outcome_risk_band", {"Risk band, opening to closing", kEndChange}},
    {"outcome_risk_score", {"Risk score, opening to closing", kEndChange}},
    {"outcome_frequency", {"How often it happens, opening to closing", kEndChange}},
    {"outcome_feels_safe", {"How safe the person feels, opening to closing", kEndChange}},
    {"outcome_confidence_in_agencies",
     {"Confidence in the agencies, opening to closing", kEndChange}},
};

constexpr std::string_view kCaseRecords = "The partnership's case records";
constexpr std::string_view kChange =
    "Cases closed in the period, by how the measure at closing compares with the same measure at "
    "opening. The percentage is of cases where both were recorded.";
constexpr std::string_view kClosedBase = "Cases closed in the period";

std::map<std::string_view, TableWords> const kTables = {
    {"referrals",
     {"Referrals received, and decided within target",
      "Referrals received in the period, by whether the decision was made by the day to decide by. "
      "The percentage is of all received.",
      "Referrals received in the period", "The partnership's referral records"}},
    {"opened",
     {"Cases opened", "Cases with an opening date in the period.", "Cases opened in the period",
      kCaseRecords}},
    {"open_at_end",
     {"Cases open at the end of the period",
      "Cases opened by the last day and not closed by then. A case that was closed and opened "
      "again counts as open throughout.",
      "Cases open on the last day", kCaseRecords}},
    {"closing_reasons",
     {"Cases closed, by reason",
      "Cases with a closing date in the period that have not been opened again, by closing reason.",
      kClosedBase, kCaseRecords}},
    {"closing_reasons_before",
     {"Cases closed, by reason: same period a year earlier",
      "As the table before, for the same period a year earlier.", "Cases closed in that period",
      kCaseRecords}},
    {"days_open",
     {"Median days open",
      "Of cases closed in the period, the median number of days from opening to closing. Not shown "
      "where the number of closed cases is not.",
      kClosedBase, kCaseRecords}},
    {"actions",
     {"Actions completed on time",
      "Actions due in the period, by whether they were done by their day. Ended otherwise: "
      "overtaken by events, refused, or not done by the agency. The percentage is of all due.",
      "Actions due in the period", kCaseRecords}},
    {"updates",
     {"Updates to victims on time",
      "Updates to victims made in the period, by whether they were given by the day promised. The "
      "percentage is of all made.",
      "Updates made or tried in the period", kCaseRecords}},
    {"reassessments",
     {"Risk reassessed on time",
      "Risk assessments to be repeated in the period on cases then open, by whether they were by "
      "their day. The percentage is of all due.",
      "Reassessments due in the period", kCaseRecords}},
    {"outcome_risk_band", {"Risk band, opening to closing", kChange, kClosedBase, kCaseRecords}},
    {"outcome_risk_score", {"Risk score, opening to closing", kChange, kClosedBase, kCaseRecords}},
    {"outcome_frequency",
     {"How often it happens, opening to closing", kChange, kClosedBase, kCaseRecords}},
    {"outcome_feels_safe",
     {"How safe the person feels, opening to closing", kChange, kClosedBase, kCaseRecords}},
    {"outcome_confidence_in_agencies",
     {"Confidence in the agencies, opening to closing", kChange, kClosedBase, kCaseRecords}},
    {"agreed_outcomes",
     {"Agreed outcomes",
      "Cases closed in the period, by how many of the outcomes agreed with the people concerned "
      "were met in full. Not recorded: outcomes were agreed, none is known to be met, and of one "
      "or "
      "more nobody knows. The percentage is of cases with agreed outcomes that are recorded.",
      kClosedBase, kCaseRecords}},
    {"demand",
     {"Demand before and after",
      "Police-recorded incidents near the places of cases closed in the period, in the three whole "
      "months before the month of opening and after the month of closing; and incidents reported "
      "to the hub about the same people harmed or the same place, whichever of its cases they were "
      "put on, in the 90 days before the day of opening and after the day of closing. Only cases "
      "for which both are known are added up.",
      kClosedBase, "Published police incident data, and the partnership's case records"}},
};

template <class Words>
Words const& known(std::map<std::string_view, Words> const& all, std::string_view code) {
    auto const found = all.find(code);
    if (found == all.end()) throw std::logic_error("no words for a figure");
    return found->second;
}

}  // namespace

std::string label(std::string_view code) {
    if (auto const found = kLabels.find(code); found != kLabels.end()) {
        return std::string{found->second};
    }
    std::string text{code};
    for (auto& c : text) {
        if (c == '_') c = ' ';
    }
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

FigureWords figure_words(std::string_view code) {
    return known(kFigures, code);
}

TableWords table_words(std::string_view code) {
    return known(kTables, code);
}

namespace words {

std::string_view const kSuppression =
    "Counts from 1 to 4 are shown as c, and so are as many other counts as it takes that none can "
    "be worked out from the totals. Percentages and medians that rest on them are not shown.";
std::string_view const kDemonstration = "Demonstration data: no real person or place";
std::string_view const kReportTitle = "Community safety report";
std::string_view const kPeriod = "Period";
std::string_view const kPrevious = "Compared with";
std::string_view const kMade = "Made";
std::string_view const kContents = "Contents";
std::string_view const kDefinition = "Definition";
std::string_view const kBase = "Base";
std::string_view const kNotRecorded = "Not recorded";
std::string_view const kSource = "Source";
std::string_view const kHub = "Hub";
std::string_view const kAllHubs = "All hubs";
std::string_view const kYearBefore = ", a year earlier";
std::string_view const kNotAvailable = "not available";
std::string_view const kNoneApplies = "does not apply";
std::string_view const kSectionText =
    "Activity and outcomes by hub, with the same period a year earlier beside each.";
std::string_view const kNothingYet = "Nothing was recorded for this period.";
std::string_view const kExportHeading =
    "reference,programme,hub,stage,risk_band,opened_on,closed_on,closing_reason,days_open\r\n";

std::string day(Date date) {
    static constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
    return std::to_string(day_of(date)) + " " + std::string{kMonths[month_of(date) - 1]} + " " +
           std::to_string(year_of(date));
}

}  // namespace words

}  // namespace waymark::reporting

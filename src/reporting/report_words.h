#pragma once

// Every word that figures, reports and exports print.

#include "foundation/dates.h"

#include <string>
#include <string_view>

namespace waymark::reporting {

// A code as people read it: what is listed in report_words.cpp, else the code with spaces.
std::string label(std::string_view code);

struct FigureWords {
    std::string_view title;
    std::string_view definition;
};
FigureWords figure_words(std::string_view code);

struct TableWords {
    std::string_view title;
    std::string_view definition;
    std::string_view base;  // what it counts over
    std::string_view source;
};
TableWords table_words(std::string_view code);

namespace words {

extern std::string_view const kSuppression;
extern std::string_view const kDemonstration;
extern std::string_view const kReportTitle;
extern std::string_view const kPeriod;
extern std::string_view const kPrevious;
extern std::string_view const kMade;
extern std::string_view const kContents;
extern std::string_view const kDefinition;
extern std::string_view const kBase;
extern std::string_view const kNotRecorded;
extern std::string_view const kSource;
extern std::string_view const kHub;
extern std::string_view const kAllHubs;
extern std::string_view const kYearBefore;  // after a column's name
extern std::string_view const kNotAvailable;
extern std::string_view const kNoneApplies;
extern std::string_view const kSectionText;
extern std::string_view const kNothingYet;
extern std::string_view const kExportHeading;

std::string day(Date date);  // 31 March 2026

}  // namespace words

}  // namespace waymark::reporting

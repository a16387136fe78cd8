#pragma once

// The hub's picture, the committee report and the export of cases.
//
// Reads report_* views only. Every figure carries what it means, what it counts over and how many
// of those have no value. Words are in report_words.cpp.

#include "access/work.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::reporting {

// The hub's picture, computed live

struct Column {
    std::string code;
    std::string label;
};

struct FigureRow {
    std::string code;
    std::string label;
    // One for each column; nothing where the column does not apply. The first is how many cases or
    // referrals rows_behind lists for the row.
    std::vector<std::optional<std::int64_t>> values;
    bool opens;  // whether this reader can list them
};

struct Figure {
    std::string code;
    std::string title;
    std::string definition;
    std::int64_t base;          // how many records it counts over
    std::int64_t not_recorded;  // how many of those have no value
    std::vector<Column> columns;
    std::vector<FigureRow> rows;
};

struct HubPicture {
    AreaId area_id;
    std::string area_name;
    Instant as_at;
    std::vector<Figure> figures;
};

// Figures of one hub, of one programme when its code is given. Whoever works in the hub, or in the
// whole partnership, is shown all of the hub's; anybody else only what they may see themselves.
// Needs SeeHubPicture (Forbidden `not_allowed`). Refuses with NotFound `no_such_area`.
Result<HubPicture> hub_picture(access::Work& work, AreaId const& area,
                               std::string const& programme_code = {});

struct RowsAsked {
    AreaId area;
    std::string figure;
    std::string row;
    std::string programme_code = {};
    std::string after = {};  // `next` of the page before
    int limit = 25;          // 1 to kMostRows
};

constexpr int kMostRows = 200;

struct RowsBehind {
    std::vector<CaseId> cases;          // of most figures
    std::vector<ReferralId> referrals;  // of those that count referrals
    std::optional<std::string> next;    // nothing when this was the last page
};

// The cases or referrals that a row of a figure counts, by id. Needs SeeHubPicture and ReadCases,
// or TriageReferrals for referrals (Forbidden `not_allowed`). Refuses with NotFound `no_such_area`,
// `no_such_figure` (also for a row that the figure does not have).
Result<RowsBehind> rows_behind(access::Work& work, RowsAsked const& asked);

// The committee report

// A table as printed. Figures that would let somebody be found are `c`: see suppression.h.
struct Table {
    std::string code;
    std::string title;
    std::string definition;
    std::string base;
    std::string not_recorded;
    std::string source;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

struct Section {
    std::string code;  // of the programme
    std::string title;
    std::string text;
    std::vector<Table> tables;
};

struct CommitteeReport {
    std::string partnership_name;
    bool is_demo;
    Date from, to;                    // both included
    Date previous_from, previous_to;  // the same period a year earlier
    Instant made_at;
    std::string suppression;  // the rule that was applied, in words
    std::vector<Section> sections;

    Table const* table(std::string_view code) const;  // nullptr when there is none
};

// The same day a year earlier; 29 February becomes 1 March, so that periods which meet still do.
Date year_earlier(Date day);

// Of the whole partnership, for whoever may see reports: it names nobody, counts under five are
// not shown, and neither is what would give them away. Each programme is a section.
//
// Needs SeeReports (Forbidden `not_allowed`). Refuses with Invalid: `to` before_from,
// in_the_future, or too_long after `from` (more than five years).
Result<CommitteeReport> committee_report(access::Work& work, Date from, Date to);

// One page that stands by itself: no script, its style inside.
std::string to_html(CommitteeReport const& report);
// The page's style as a content policy names it: sha256-...
std::string const& style_hash();
// A table with its definition, base, not recorded and source below it.
std::string to_csv(CommitteeReport const& report, Table const& table);

// The export of cases

enum class State { Any, Open, Closed };

// Every case that the reader may see, as CSV, the first line naming the columns: reference,
// programme, hub, stage, risk band, opened, closed, closing reason, days open. No names. Gives the
// text in pieces of some lines each; memory stays small whatever there is. `piece` answers false to
// stop. Needs ExportRecords (Forbidden `not_allowed`).
Result<Done> stream_cases(access::Work& work, State state,
                          std::function<bool(std::string_view piece)> const& piece);

}  // namespace waymark::reporting

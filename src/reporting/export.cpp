// The export of cases: one row after another, never all of them.

#include "foundation/csv.h"
#include "report_words.h"
#include "reporting/reporting.h"
#include "reporting_sql.h"

namespace waymark::reporting {

namespace {

// How much is gathered before it is handed on.
constexpr std::size_t kPiece = 32 * 1024;

void write(csv::Writer& writer, store::Row const& row, Date today) {
    auto const opened = row.date("opened_on");
    auto const closed = row.optional_date("closed_on");
    writer.text(row.text("reference"))
        .text(row.text("programme_code"))
        .text(row.text("hub"))
        .text(row.text("stage"))
        .text(row.text("risk_band"))
        .text(row.text("opened_on"))
        .text(row.text_or_empty("closed_on"))
        .text(row.text_or_empty("closing_reason"))
        .number(std::int64_t{days_between(opened, closed.value_or(today))});
    writer.end_row();
}

}  // namespace

Result<Done> stream_cases(access::Work& work, State state,
                          std::function<bool(std::string_view piece)> const& piece) {
    if (!work.actor().may(access::Permission::ExportRecords)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    work.note({"case.export", "list", ""});
    std::string text{words::kExportHeading};
    csv::Writer writer{text};
    bool is_wanted = true;
    access::each(work, sql::kExport, {state != State::Closed, state != State::Open},
                 [&](store::Row const& row) {
                     if (!is_wanted) return;
                     write(writer, row, work.clock().today);
                     if (text.size() < kPiece) return;
                     is_wanted = piece(text);
                     text.clear();
                 });
    if (is_wanted && !text.empty()) piece(text);
    return Done{};
}

}  // namespace waymark::reporting

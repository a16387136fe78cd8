// `waymark report committee`: the report as one page and its tables as CSV.

#include "app/commands.h"
#include "app/common.h"
#include "reporting/reporting.h"
#include "store/migrations.h"

#include <filesystem>
#include <fstream>
#include <iostream>

namespace waymark::app {

namespace {

Date day_from(std::string const& text, char const* flag) {
    auto const date = parse_date(text);
    if (!date) throw Stop{kWrongUse, std::string{flag} + " is a date such as 2026-03-31"};
    return *date;
}

void write_file(std::filesystem::path const& path, std::string const& text) {
    std::ofstream file{path, std::ios::binary};
    file << text;
    if (!file.flush()) throw Stop{kFailed, "cannot write " + path.string()};
    std::cout << path.string() << "\n";
}

void write_all(reporting::CommitteeReport const& report, std::filesystem::path const& folder) {
    std::filesystem::create_directories(folder);
    write_file(folder / "report.html", reporting::to_html(report));
    for (auto const& section : report.sections) {
        for (auto const& table : section.tables) {
            write_file(folder / (section.code + "." + table.code + ".csv"),
                       reporting::to_csv(report, table));
        }
    }
}

}  // namespace

int committee_report(Settings const& settings, CommitteeWishes const& wishes) {
    auto const from = day_from(wishes.from, "--from");
    auto const to = day_from(wishes.to, "--to");
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const partnership = only_partnership(database);
    auto const deadline = store::Deadline::after(std::chrono::minutes{10});
    auto const report = database.write(deadline, [&](store::Transaction& tx) {
        auto work = access::Gate::for_system(tx, partnership, system_clock(), "report");
        auto made = reporting::committee_report(work, from, to);
        if (made) access::Gate::finish(work);
        return made;
    });
    if (!report) throw Stop{kRefused, "no report was made: " + words_of(report.error())};
    if (wishes.out.empty()) {
        std::cout << reporting::to_html(*report);
    } else {
        write_all(*report, wishes.out);
    }
    return kDone;
}

}  // namespace waymark::app

// Commands about the database as a whole: schema, audit, backups, imports, the demonstration.

#include "access/directory.h"
#include "app/commands.h"
#include "app/common.h"
#include "app/files.h"
#include "app/keys.h"
#include "audit/log.h"
#include "audit/verify.h"
#include "demo/demo.h"
#include "foundation/text.h"
#include "incidents/import.h"
#include "referrals/import.h"
#include "store/backup.h"
#include "store/migrations.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace waymark::app {

namespace {

// Prints what an import did; gives the exit code.
int tell(store::Database& database, PartnershipId const& partnership,
         incidents::ImportSummary const& summary, std::string const& rejected,
         std::string const& outside) {
    std::cout << "Rows read      " << summary.rows_read << "\n"
              << "Added          " << summary.added << "\n"
              << "Known already  " << summary.known << "\n"
              << "Rejected       " << summary.rejected << "\n"
              << "In no area     " << summary.outside << "\n";
    database.read(store::Deadline::after(std::chrono::seconds{30}), [&](store::Transaction& tx) {
        auto work = access::Gate::for_system(tx, partnership, system_clock(), "import");
        for (auto const& area : access::areas(work, access::Include::Former)) {
            auto const found = summary.by_area.find(area.id);
            if (found != summary.by_area.end()) {
                std::cout << "  " << area.name << "  " << found->second << "\n";
            }
        }
    });
    if (summary.outside > 0) std::cout << "Those in no area are in " << outside << "\n";
    if (summary.category_assumed) {
        std::cout << "The file does not say what happened: taken as anti-social behaviour.\n";
    }
    if (summary.rejected == 0) return kDone;
    for (auto const& [reason, count] : summary.reasons) {
        std::cout << "  rejected: " << reason << "  " << count << "\n";
    }
    std::cout << "Rejected rows are in " << rejected << "\n";
    return kRowsRejected;
}

// Prints what an import did, which names no one; gives the exit code.
int tell(referrals::ImportSummary const& summary, std::string const& rejected) {
    std::cout << "Rows read      " << summary.rows_read << "\n"
              << "Added          " << summary.added << "\n";
    for (auto const& [area, count] : summary.by_area) {
        std::cout << "  " << area << "  " << count << "\n";
    }
    std::cout << "Known already  " << summary.known << "\n"
              << "Rejected       " << summary.rejected << "\n";
    if (summary.rejected == 0) return kDone;
    for (auto const& [reason, count] : summary.reasons) {
        std::cout << "  " << reason << "  " << count << "\n";
    }
    std::cout << "Rejected rows are in " << rejected << "\n"
              << "Put them right and import the file again: what is in already stays as it is.\n";
    return kRowsRejected;
}

// How many lines a file has, to measure progress by; 0 of what is no file.
double lines_of(std::string const& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return 0;
    std::ifstream file{path, std::ios::binary};
    return static_cast<double>(std::count(std::istreambuf_iterator<char>{file}, {}, '\n'));
}

// For rows about people: only whoever runs the command may read it.
std::ofstream private_file(std::string const& path) {
    using std::filesystem::perms;
    std::ofstream file{path, std::ios::binary};
    if (!file) throw Stop{kRefused, "cannot write rejected rows to " + path};
    // What is no file, such as /dev/null, is nobody's to close to others, or to remove.
    if (std::filesystem::is_regular_file(path)) {
        std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
    }
    return file;
}

void remove_file(std::string const& path) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored)) std::filesystem::remove(path, ignored);
}

}  // namespace

int migrate(Settings const& settings, std::string const& grant_to) {
    store::Database database{store_settings(settings)};
    auto const run = store::migrate(database);
    std::cout << (run == 0 ? std::string{"The schema is up to date."}
                           : "Migrations run: " + std::to_string(run))
              << "\n";
    if (!grant_to.empty()) {
        store::grant_use(database, grant_to);
        std::cout << "Granted to the role.\n";
    }
    return kDone;
}

int verify_audit(Settings const& settings, VerifyWishes const& wishes) {
    audit::Trust trust;
    for (auto const& given : wishes.log_keys) trust.log_keys.push_back(log_key_from(given));
    for (auto const& file : wishes.held) {
        auto note = audit::SignedNote::parse(text_of_file(file));
        if (!note) throw Stop{kWrongUse, file + " holds no checkpoint"};
        trust.held.push_back(std::move(*note));
    }
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    Progress progress{"Checking"};
    auto const found = database.read(store::Deadline::never(), [&](store::Transaction& tx) {
        auto const all = static_cast<double>(audit::size_of(tx));
        return audit::verify(tx, trust, [&](std::uint64_t done) {
            progress.show(static_cast<double>(done) / all, std::to_string(done) + " entries");
        });
    });
    std::cout << "Entries checked: " << found.entries << ", checkpoints: " << found.checkpoints
              << "\n";
    if (found.fault == audit::Fault::None) {
        std::cout << "The audit is whole. Its last hash: " << found.head << "\n"
                  << "Seen by witnesses of at least two agencies: the first " << found.witnessed
                  << " entries\n";
        if (trust.log_keys.empty()) {
            std::cout << "Nothing says whose the signatures are: give --log-key.\n";
        }
        return kDone;
    }
    std::cerr << "The audit is broken at entry " << found.at << ": " << audit::code_of(found.fault)
              << "\n";
    return kAuditBroken;
}

int print_audit_key(Settings const& settings) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    std::cout << audit_key_of(settings, database).verifier().text() << "\n";
    return kDone;
}

int backup(Settings const& settings, std::string const& file) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    // Nothing writes over a backup, so there is no --force to offer.
    if (std::filesystem::exists(file)) throw Stop{kRefused, "there is a file of that name already"};
    auto const report = store::backup(database, file);
    std::cout << "Backup written and checked: " << report.bytes << " bytes, " << report.migrations
              << " migrations.\n";
    return kDone;
}

int restore(Settings const& settings, std::string const& file, bool force) {
    store::restore(store_settings(settings), file,
                   force ? store::Overwrite::Yes : store::Overwrite::No);
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    std::cout << "Restored and checked.\n";
    return kDone;
}

int import_incidents(Settings const& settings, ImportIncidents const& what) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const partnership = only_partnership(database);
    auto const rejected = what.rejected.empty() ? what.file + ".rejected.csv" : what.rejected;
    std::ofstream rejected_rows{rejected, std::ios::binary};
    if (!rejected_rows) throw Stop{kRefused, "cannot write rejected rows to " + rejected};
    auto const outside = what.outside.empty() ? what.file + ".in-no-area.csv" : what.outside;
    std::ofstream outside_rows{outside, std::ios::binary};
    if (!outside_rows) throw Stop{kRefused, "cannot list what lies in no area in " + outside};

    std::error_code ignored;
    auto const size = static_cast<double>(std::filesystem::file_size(what.file, ignored));
    Progress progress{"Importing"};
    incidents::ImportOptions options;
    options.source = what.source;
    options.rejected = &rejected_rows;
    options.outside = &outside_rows;
    options.progress = [&](incidents::ImportProgress const& at) {
        progress.show(size > 0 ? static_cast<double>(at.bytes_read) / size : 0,
                      std::to_string(at.rows_read) + " rows");
        return true;
    };
    auto const done = incidents::import_file(database, partnership, what.file, options);
    rejected_rows.close();
    outside_rows.close();
    if (!done || done->rejected == 0) remove_file(rejected);
    if (!done || done->outside == 0) remove_file(outside);
    if (!done) throw Stop{kRefused, "nothing was imported: " + words_of(done.error())};
    return tell(database, partnership, *done, rejected, outside);
}

int import_referrals(Settings const& settings, ImportReferrals const& what) {
    auto const catalogue = load_programmes(settings);
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const partnership = only_partnership(database);
    auto const rejected = what.rejected.empty() ? what.file + ".rejected.csv" : what.rejected;
    auto rejected_rows = private_file(rejected);

    auto const lines = lines_of(what.file);
    referrals::ImportOptions options;
    options.rejected = &rejected_rows;
    auto const done = [&] {
        Progress progress{"Importing"};
        options.progress = [&](referrals::ImportProgress const& at) {
            progress.show(lines > 0 ? static_cast<double>(at.line) / lines : 0,
                          std::to_string(at.rows_read) + " rows");
            return true;
        };
        return referrals::import_file(database, partnership, catalogue, what.file, options);
    }();
    rejected_rows.close();
    if (!done || done->rejected == 0) remove_file(rejected);
    if (!done) throw Stop{kRefused, "nothing was imported: " + words_of(done.error())};
    if (!rejected_rows) throw Stop{kFailed, "rejected rows could not all be written"};
    return tell(*done, rejected);
}

int import_boundaries(Settings const& settings, std::string const& file, std::string const& kind) {
    store::Database database{store_settings(settings)};
    store::require_current_schema(database);
    auto const wanted = incidents::boundary_kind(kind);
    if (!kind.empty() && !wanted) throw Stop{kWrongUse, "--kind is district, ward or lsoa"};
    auto const done =
        incidents::import_boundaries_file(database, only_partnership(database), file, wanted);
    if (!done) throw Stop{kRefused, "nothing was imported: " + words_of(done.error())};
    std::cout << "Boundaries read  " << done->read << " (" << incidents::code_of(done->kind)
              << ")\n"
              << "Added            " << done->added << "\n"
              << "Changed          " << done->changed << "\n"
              << "Known already    " << done->known << "\n"
              << "Ours             " << done->ours << "\n";
    if (done->locations_moved > 0) {
        std::cout << "Incident locations that changed area: " << done->locations_moved << "\n";
    }
    return kDone;
}

int make_demo(Settings const& settings, DemoWishes const& wishes) {
    auto const as_of =
        wishes.as_of.empty() ? std::optional{system_clock().today} : parse_date(wishes.as_of);
    if (!as_of) throw Stop{kWrongUse, "--as-of is a date such as 2026-03-31"};
    auto const catalogue = load_programmes(settings);
    store::Database database{store_settings(settings)};
    store::migrate(database);
    Progress progress{"Making the demonstration"};
    demo::Options const options{
        .seed = wishes.seed,
        .as_of = *as_of,
        .size = wishes.size == "small" ? demo::Size::Small : demo::Size::Full,
        .boundaries_folder = wishes.boundaries,
        .cost = access::PasswordCost::Interactive,
        .progress = [&](int percent,
                        std::string_view what) { progress.show(percent / 100.0, what); },
    };
    auto const made = demo::make(database, catalogue, options);
    progress.show(1, "");
    std::cout << "\nDemonstration data: invented people, invented places.\n"
              << made.agencies << " agencies, " << made.users << " users, " << made.people
              << " people, " << made.referrals << " referrals, " << made.cases << " cases ("
              << made.open_cases << " open), " << made.incidents << " recorded incidents\n\n"
              << "Who can sign in (the first eleven of " << made.accounts.size() << "):\n";
    std::size_t shown = 0;
    for (auto const& account : made.accounts) {
        if (++shown > 11) break;
        std::cout << "  " << account.email << "  " << account.role_words << ", " << account.agency
                  << (account.area.empty() ? "" : ", " + account.area) << "\n";
    }
    std::cout << "Password: " << made.password << "\n";
    if (made.one_case.viewers.empty()) return kDone;
    std::cout << "\nThe same case as six people see it: " << made.one_case.reference << "\n";
    for (auto const& one : made.one_case.viewers) {
        std::cout << "  " << one.email << "  " << one.sees << "\n";
    }
    return kDone;
}

}  // namespace waymark::app

// Referrals from a file into the queues of their hubs, a row at a time.

#include "referrals/import.h"

#include "access/directory.h"
#include "access/gate.h"
#include "foundation/csv.h"
#include "foundation/text.h"
#include "import_rows.h"
#include "referrals/referrals.h"
#include "referrals_sql.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace waymark::referrals {

namespace {

// No hub and no agency has it: a code that is nobody's is refused as an id that is nobody's.
constexpr char const* kNobody = "nobody";

template <class Entry>
auto id_of(std::vector<Entry> const& entries, std::string const& code) -> decltype(Entry::id) {
    auto const found = std::find_if(entries.begin(), entries.end(),
                                    [&](Entry const& entry) { return entry.code == code; });
    return found == entries.end() ? decltype(Entry::id){kNobody} : found->id;
}

// With the hub and the agency that the row's codes name.
NewReferral addressed(access::Work& work, ImportedRow const& row) {
    auto referral = row.referral;
    if (!row.area_code.empty()) referral.area_id = id_of(access::areas(work), row.area_code);
    if (!row.agency_code.empty()) {
        referral.referrer_agency_id = id_of(access::agencies(work), row.agency_code);
    }
    return referral;
}

enum class Taken { Added, Known };

class Importer {
  public:
    Importer(store::Database& database, PartnershipId const& partnership,
             programmes::Catalogue const& catalogue, ImportOptions const& options)
        : database_(database),
          partnership_(partnership),
          catalogue_(catalogue),
          options_(options) {}

    Result<ImportSummary> run(std::istream& file);

  private:
    Result<Taken> take(csv::Row const& row, ImportColumns const& columns, std::string& area);
    Result<Taken> put(ImportedRow const& row);
    Result<Taken> put_in(store::Transaction& tx, ImportedRow const& row);
    std::string count_rejected(Error const& error);

    store::Database& database_;
    PartnershipId partnership_;
    programmes::Catalogue const& catalogue_;
    ImportOptions const& options_;
    ImportSummary summary_;
};

Result<ImportSummary> Importer::run(std::istream& file) {
    csv::Reader reader(file);
    csv::Row row;
    if (!reader.next(row)) return invalid({{"file", "empty"}});
    if (row.fault != csv::Fault::None) {
        return invalid({{"file", std::string{csv::code_of(row.fault)}}});
    }
    auto const columns = import_columns_of(row.fields);
    if (!columns) return columns.error();

    csv::Rejects rejects(options_.rejected, row.fields);
    while (reader.next(row)) {
        ++summary_.rows_read;
        std::string area;
        auto const taken = take(row, *columns, area);
        if (!taken) {
            rejects.add(row, count_rejected(taken.error()));
        } else if (*taken == Taken::Known) {
            ++summary_.known;
        } else {
            ++summary_.added;
            ++summary_.by_area[area];
        }
        if (options_.progress &&
            !options_.progress({static_cast<std::int64_t>(row.line), summary_.rows_read})) {
            return summary_;
        }
    }
    summary_.is_finished = true;
    return summary_;
}

Result<Taken> Importer::take(csv::Row const& row, ImportColumns const& columns, std::string& area) {
    if (row.fault == csv::Fault::TooManyFields ||
        (row.fault == csv::Fault::None && row.fields.size() != columns.count)) {
        return invalid({{"row", "wrong_number_of_fields"}});
    }
    if (row.fault != csv::Fault::None) {
        return invalid({{"row", std::string{csv::code_of(row.fault)}}});
    }
    auto const read = imported_row_from(row.fields, columns);
    area = read.area_code;
    return read.is_clean_text ? put(read) : invalid(read.mistakes);
}

Result<Taken> Importer::put(ImportedRow const& row) {
    return database_.write(store::Deadline::never(),
                           [&](store::Transaction& tx) { return put_in(tx, row); });
}

// Leaves nothing behind, not even a draft, unless it is added: only then does anything commit.
Result<Taken> Importer::put_in(store::Transaction& tx, ImportedRow const& row) {
    auto work = access::Gate::for_system(tx, partnership_, options_.clock(), "import");
    auto const referral = addressed(work, row);
    auto const sender =
        referral.referrer_agency_id ? referral.referrer_agency_id->value : referral.source;
    auto const known = tx.first(sql::kFindImported, {partnership_, sender, row.source_reference});
    if (known) {
        if (known->text("content_digest") == row.digest) return Taken::Known;
        return invalid({{"source_reference", "known_and_different"}});
    }
    auto const id = start(work, "");
    if (!id) throw std::logic_error("an import may not begin a referral");
    auto mistakes = row.mistakes;
    if (auto const sent = send(work, catalogue_, *id, 1, referral); !sent) {
        auto const more = by_column(row, sent.error().fields);
        mistakes.insert(mistakes.end(), more.begin(), more.end());
        if (mistakes.empty()) throw std::logic_error("a new draft may not be sent");
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    tx.execute(sql::kInsertImported, {partnership_, sender, row.source_reference, row.digest, *id});
    access::Gate::finish(work);
    return Taken::Added;
}

std::string Importer::count_rejected(Error const& error) {
    ++summary_.rejected;
    std::vector<std::string> reasons;
    for (auto const& [field, code] : error.fields) {
        reasons.push_back(field + ": " + code);
        ++summary_.reasons[reasons.back()];
    }
    return join(reasons, "; ");
}

}  // namespace

Result<ImportSummary> import_referrals(store::Database& database, PartnershipId const& partnership,
                                       programmes::Catalogue const& catalogue, std::istream& file,
                                       ImportOptions const& options) {
    return Importer(database, partnership, catalogue, options).run(file);
}

Result<ImportSummary> import_file(store::Database& database, PartnershipId const& partnership,
                                  programmes::Catalogue const& catalogue, std::string const& path,
                                  ImportOptions const& options) {
    std::filesystem::path const given{path};
    std::error_code error;
    std::ifstream file(given, std::ios::binary);
    if (!file || std::filesystem::is_directory(given, error)) {
        return invalid({{"file", "not_readable"}});
    }
    return import_referrals(database, partnership, catalogue, file, options);
}

}  // namespace waymark::referrals

// Incidents from a file into the database, a chunk at a time.

#include "incidents/import.h"

#include "access/gate.h"
#include "checks.h"
#include "foundation/csv.h"
#include "foundation/text.h"
#include "hubs.h"
#include "incidents_sql.h"
#include "keys.h"
#include "rows.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unordered_map>

namespace waymark::incidents {

namespace {

constexpr std::size_t kLongestField = 4096;
constexpr std::size_t kLongestRow = 16 * 1024;
constexpr std::size_t kMostColumns = 100;
constexpr int kMostImportsListed = 100;

struct KeyedIncident {
    std::string key;
    Incident incident;
    std::string place;  // what tells its location from others
};

struct KnownLocation {
    std::int64_t id;
    std::optional<std::size_t> hub;  // position in Hubs::areas
};
using Locations = std::unordered_map<std::string, KnownLocation>;

std::string place_of(Incident const& incident) {
    return std::to_string(incident.longitude) + " " + std::to_string(incident.latitude) + " " +
           incident.location;
}

bool is_code(std::string const& text) {
    return !text.empty() && code_from_name(text) == text;
}

// Lists what lies in no area, once there is something.
class Outside {
  public:
    explicit Outside(std::ostream* file) : file_(file) {}

    void add(Incident const& one) {
        if (file_ == nullptr) return;
        std::string text;
        csv::Writer writer(text);
        if (!is_headed_) {
            for (auto const* name :
                 {"month", "longitude", "latitude", "location", "lsoa_code", "category"}) {
                writer.text(name);
            }
            writer.end_row();
            is_headed_ = true;
        }
        writer.text(one.occurred_on.empty() ? one.month : one.occurred_on)
            .number(one.longitude)
            .number(one.latitude)
            .text(one.location)
            .text(one.lsoa_code)
            .text(one.category);
        writer.end_row();
        *file_ << text;
    }

  private:
    std::ostream* file_;
    bool is_headed_ = false;
};

// What one chunk comes to; added to the summary once it is durable.
struct Tally {
    std::int64_t written = 0;
    std::int64_t added = 0;
    std::vector<Incident const*> outside;
    std::map<AreaId, std::int64_t> by_area;
};

class Importer {
  public:
    Importer(store::Database& database, PartnershipId const& partnership,
             ImportOptions const& options)
        : database_(database),
          partnership_(partnership),
          options_(options),
          keys_(partnership),
          outside_(options.outside) {}

    Result<ImportSummary> run(std::istream& file);

  private:
    void start();
    void finish();
    // False at the end of the file.
    bool read_chunk(csv::Reader& reader, RowRules const& rules, csv::Rejects& rejects);
    void write_chunk();
    Tally write_rows(store::Transaction& tx, Locations& fresh);
    KnownLocation locate(store::Transaction& tx, KeyedIncident const& row, Locations& fresh);
    std::int64_t add_location(store::Transaction& tx, Incident const& incident,
                              std::optional<AreaId> const& area);
    void refresh_hubs(store::Transaction& tx);

    store::Database& database_;
    PartnershipId partnership_;
    ImportOptions const& options_;
    RowKeys keys_;
    Outside outside_;
    FileDigest digest_;
    std::int64_t bytes_read_ = 0;
    ImportSummary summary_;
    std::vector<KeyedIncident> chunk_;
    std::optional<Hubs> hubs_;
    std::string hubs_stamp_;
    Locations locations_;
};

Result<ImportSummary> Importer::run(std::istream& file) {
    csv::Reader reader(file, {.longest_field = kLongestField,
                              .longest_row = kLongestRow,
                              .most_fields = kMostColumns,
                              .on_read = [this](std::string_view bytes) {
                                  digest_.add(bytes);
                                  bytes_read_ += static_cast<std::int64_t>(bytes.size());
                              }});
    csv::Row header;
    if (!reader.next(header)) return invalid({{"file", "empty"}});
    if (header.fault != csv::Fault::None) {
        return invalid({{"file", std::string{csv::code_of(header.fault)}}});
    }
    auto const columns = columns_of(header.fields);
    if (!columns) return columns.error();
    summary_.category_assumed = !columns->category;
    if (summary_.category_assumed && !is_code(options_.category)) {
        return invalid({{"category", "not_a_code"}});
    }

    csv::Rejects rejects(options_.rejected, header.fields);
    RowRules const rules{*columns, options_.category, month_text(options_.clock().today)};
    start();
    for (bool there_is_more = true; there_is_more;) {
        there_is_more = read_chunk(reader, rules, rejects);
        write_chunk();
        bool const goes_on =
            !options_.progress || options_.progress({bytes_read_, summary_.rows_read});
        if (!goes_on && there_is_more) return summary_;
    }
    finish();
    return summary_;
}

void Importer::start() {
    database_.write(store::Deadline::never(), [&](store::Transaction& tx) {
        auto work = access::Gate::for_system(tx, partnership_, options_.clock(), "import");
        summary_.import_id = new_uuid(work.clock().now);
        tx.execute(sql::kInsertImport, {summary_.import_id, partnership_, options_.source,
                                        work.now(), work.actor().user});
        work.note({"incident.import", "import", summary_.import_id, std::nullopt, "started"});
        access::Gate::finish(work);
        return 0;
    });
}

void Importer::finish() {
    auto const digest = digest_.finish();
    database_.write(store::Deadline::never(), [&](store::Transaction& tx) {
        auto work = access::Gate::for_system(tx, partnership_, options_.clock(), "import");
        tx.execute(sql::kFinishImport, {summary_.import_id, work.now(), digest});
        work.note({"incident.import", "import", summary_.import_id, std::nullopt, "finished"});
        access::Gate::finish(work);
        return 0;
    });
    summary_.is_finished = true;
}

bool Importer::read_chunk(csv::Reader& reader, RowRules const& rules, csv::Rejects& rejects) {
    chunk_.clear();
    csv::Row row;
    for (std::size_t i = 0; i < std::max<std::size_t>(options_.chunk_rows, 1); ++i) {
        if (!reader.next(row)) return false;
        ++summary_.rows_read;
        std::variant<Incident, std::string_view> checked = std::string_view{};
        if (row.fault == csv::Fault::TooManyFields) {
            checked = std::string_view{"wrong_number_of_fields"};
        } else if (row.fault != csv::Fault::None) {
            checked = csv::code_of(row.fault);
        } else {
            checked = incident_from(row.fields, rules);
        }
        if (auto const* const reason = std::get_if<std::string_view>(&checked)) {
            ++summary_.rejected;
            ++summary_.reasons[std::string{*reason}];
            rejects.add(row, *reason);
            continue;
        }
        auto& incident = std::get<Incident>(checked);
        auto key = keys_.key_of(incident);
        auto place = place_of(incident);
        chunk_.push_back({std::move(key), std::move(incident), std::move(place)});
    }
    return true;
}

void Importer::write_chunk() {
    Locations fresh;
    // Nothing but `fresh` and the hubs changes before the commit, and both start anew if the
    // transaction has to be run again.
    auto const tally = database_.write(store::Deadline::never(), [&](store::Transaction& tx) {
        fresh.clear();
        refresh_hubs(tx);
        auto counted = write_rows(tx, fresh);
        auto const known = summary_.known + counted.written - counted.added;
        tx.execute(sql::kCountImport,
                   {summary_.import_id, summary_.rows_read, summary_.added + counted.added, known,
                    summary_.rejected, summary_.outside + std::ssize(counted.outside)});
        tx.commit();
        return counted;
    });
    locations_.merge(fresh);
    summary_.added += tally.added;
    summary_.known += tally.written - tally.added;
    summary_.outside += std::ssize(tally.outside);
    for (auto const* const incident : tally.outside) outside_.add(*incident);
    for (auto const& [area, count] : tally.by_area) summary_.by_area[area] += count;
}

// Somebody may import boundaries meanwhile.
void Importer::refresh_hubs(store::Transaction& tx) {
    auto stamp = boundary_stamp(tx, partnership_);
    if (hubs_ && stamp == hubs_stamp_) return;
    hubs_ = read_hubs(tx, partnership_, Detail::Full);
    hubs_stamp_ = std::move(stamp);
    locations_.clear();
}

Tally Importer::write_rows(store::Transaction& tx, Locations& fresh) {
    Tally tally;
    std::vector<store::Value> values;
    values.reserve(sql::kRecordsAtOnce * sql::kRecordColumns);
    // In the order of the keys, so that a large index is walked through rather than jumped about.
    std::sort(chunk_.begin(), chunk_.end(),
              [](auto const& a, auto const& b) { return a.key < b.key; });
    for (std::size_t i = 0; i < chunk_.size(); ++i) {
        auto const& row = chunk_[i];
        auto const location = locate(tx, row, fresh);
        auto const* const area = location.hub ? &hubs_->areas[*location.hub] : nullptr;
        if (area != nullptr) {
            ++tally.by_area[*area];
        } else {
            tally.outside.push_back(&row.incident);
        }
        auto const& one = row.incident;
        values.insert(
            values.end(),
            {row.key, location.id, one.month,
             one.occurred_on.empty() ? store::Value{nullptr} : store::Value{one.occurred_on},
             one.category, summary_.import_id,
             area != nullptr ? store::Value{*area} : store::Value{nullptr}});
        if (values.size() == sql::kRecordsAtOnce * sql::kRecordColumns) {
            tally.added += tx.execute(sql::insert_records(), values);
            values.clear();
        }
    }
    for (std::span<store::Value const> rest = values; !rest.empty();
         rest = rest.subspan(sql::kRecordColumns)) {
        tally.added += tx.execute(sql::insert_record(), rest.first(sql::kRecordColumns));
    }
    tally.written = static_cast<std::int64_t>(chunk_.size());
    return tally;
}

KnownLocation Importer::locate(store::Transaction& tx, KeyedIncident const& row, Locations& fresh) {
    if (auto const known = locations_.find(row.place); known != locations_.end()) {
        return known->second;
    }
    if (auto const known = fresh.find(row.place); known != fresh.end()) return known->second;
    auto const hub = hubs_->index.find({row.incident.longitude, row.incident.latitude});
    auto const area = hub ? std::optional{hubs_->areas[*hub]} : std::nullopt;
    KnownLocation const location{add_location(tx, row.incident, area), hub};
    fresh.emplace(row.place, location);
    return location;
}

std::int64_t Importer::add_location(store::Transaction& tx, Incident const& incident,
                                    std::optional<AreaId> const& area) {
    auto row = tx.first(sql::kInsertLocation, {partnership_, incident.longitude, incident.latitude,
                                               incident.location, incident.lsoa_code, area});
    if (!row) {
        row = tx.first(sql::kFindLocation,
                       {partnership_, incident.longitude, incident.latitude, incident.location});
    }
    return row->integer("id");
}

}  // namespace

Result<ImportSummary> import_incidents(store::Database& database, PartnershipId const& partnership,
                                       std::istream& file, ImportOptions const& options) {
    return Importer(database, partnership, options).run(file);
}

Result<ImportSummary> import_file(store::Database& database, PartnershipId const& partnership,
                                  std::string const& path, ImportOptions options) {
    std::filesystem::path const given{path};
    std::error_code error;
    std::ifstream file(given, std::ios::binary);
    if (!file || std::filesystem::is_directory(given, error)) {
        return invalid({{"file", "not_readable"}});
    }
    if (options.source.empty()) options.source = given.filename().string();
    return import_incidents(database, partnership, file, options);
}

Result<std::vector<Import>> imports(access::Work& work, int limit) {
    if (auto const refused = refusal_to_show(work)) return *refused;
    std::vector<Import> list;
    auto const most = std::clamp(limit, 1, kMostImportsListed);
    for (auto const& row : work.tx().all(sql::kImports, {work.actor().partnership, most})) {
        list.push_back({.id = row.text("id"),
                        .source = row.text("source"),
                        .rows_read = row.integer("rows_read"),
                        .rows_added = row.integer("rows_added"),
                        .rows_known = row.integer("rows_known"),
                        .rows_rejected = row.integer("rows_rejected"),
                        .rows_outside = row.integer("rows_outside"),
                        .imported_at = row.instant("imported_at"),
                        .finished_at = row.optional_instant("finished_at")});
    }
    work.note({"import.list", "list", ""});
    return list;
}

}  // namespace waymark::incidents

// Boundaries: read from a file, given to their hubs, and drawn.

#include "access/directory.h"
#include "access/gate.h"
#include "checks.h"
#include "foundation/text.h"
#include "hubs.h"
#include "incidents/import.h"
#include "incidents_sql.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

namespace waymark::incidents {

namespace {

constexpr std::uintmax_t kMostBytes = 50'000'000;

// How far a border may move when it is made lighter to draw.
double tolerance_metres(BoundaryKind kind) {
    switch (kind) {
        case BoundaryKind::District:
            return 50;
        case BoundaryKind::Ward:
            return 15;
        case BoundaryKind::Lsoa:
            return 10;
    }
    return 0;
}

// What the Office for National Statistics begins its codes with.
std::optional<BoundaryKind> kind_of_code(std::string_view code) {
    struct Beginning {
        std::string_view text;
        BoundaryKind kind;
    };
    static constexpr std::array kBeginnings = {
        Beginning{"E06", BoundaryKind::District}, Beginning{"E07", BoundaryKind::District},
        Beginning{"E08", BoundaryKind::District}, Beginning{"E09", BoundaryKind::District},
        Beginning{"W06", BoundaryKind::District}, Beginning{"E05", BoundaryKind::Ward},
        Beginning{"W05", BoundaryKind::Ward},     Beginning{"E01", BoundaryKind::Lsoa},
        Beginning{"W01", BoundaryKind::Lsoa}};
    for (auto const& [text, kind] : kBeginnings) {
        if (code.starts_with(text)) return kind;
    }
    return std::nullopt;
}

std::optional<BoundaryKind> kind_of(std::vector<geography::Boundary> const& boundaries) {
    auto const first = kind_of_code(boundaries.front().code);
    bool const all_alike = std::all_of(boundaries.begin(), boundaries.end(), [&](auto const& one) {
        return kind_of_code(one.code) == first;
    });
    return all_alike ? first : std::nullopt;
}

// The hubs, those of today first, so that a former one never takes a present one's boundary.
std::vector<access::Area> hubs_by_standing(access::Work& work) {
    auto list = access::areas(work, access::Include::Former);
    std::stable_partition(list.begin(), list.end(), [&](access::Area const& area) {
        return area.valid.covers(work.clock().today);
    });
    return list;
}

template <class Test>
std::optional<AreaId> hub_where(std::vector<access::Area> const& hubs, Test const& test) {
    auto const found = std::find_if(hubs.begin(), hubs.end(), test);
    return found == hubs.end() ? std::nullopt : std::optional{found->id};
}

std::optional<AreaId> hub_of_district(std::vector<access::Area> const& hubs,
                                      geography::Boundary const& district) {
    auto found = hub_where(hubs, [&](auto const& hub) { return hub.gss_code == district.code; });
    if (found) return found;
    auto const name = lower_ascii(trimmed(district.name));
    return hub_where(hubs, [&](auto const& hub) { return lower_ascii(trimmed(hub.name)) == name; });
}

// "Selby 002A" is in Selby.
std::optional<AreaId> hub_of_name(std::vector<access::Area> const& hubs, std::string_view name) {
    auto const end = name.rfind(' ');
    if (end == name.npos) return std::nullopt;
    auto const place = lower_ascii(name.substr(0, end));
    return hub_where(hubs,
                     [&](auto const& hub) { return lower_ascii(trimmed(hub.name)) == place; });
}

std::optional<AreaId> hub_of_part(std::vector<access::Area> const& hubs, Hubs const& districts,
                                  geography::Boundary const& part, BoundaryKind kind) {
    if (!part.object.empty()) {
        auto found = hub_where(hubs, [&](auto const& hub) { return hub.gss_code == part.object; });
        if (found) return found;
    }
    if (auto const inside = inner_point(part)) {
        if (auto found = districts.find(*inside)) return found;
    }
    return kind == BoundaryKind::Lsoa ? hub_of_name(hubs, part.name) : std::nullopt;
}

Error faulty(std::vector<geography::Fault> const& faults) {
    Error error{Refusal::Invalid, "check_file"};
    for (auto const& fault : faults) {
        error.fields.push_back({fault.path.empty() ? "file" : fault.path, fault.code});
    }
    return error;
}

void put(access::Work& work, geography::Boundary const& boundary,
         geography::Boundary const& outline, std::optional<AreaId> const& area,
         BoundarySummary& summary) {
    auto const& partnership = work.actor().partnership;
    auto const geometry = geography::geojson_geometry(boundary);
    auto const known = work.tx().first(sql::kBoundary, {partnership, boundary.code});
    if (area) ++summary.ours;
    if (known && known->text("kind") == code_of(summary.kind) &&
        known->text("name") == boundary.name && known->optional_id<AreaId>("area_id") == area &&
        known->text("geometry") == geometry) {
        ++summary.known;
        return;
    }
    ++(known ? summary.changed : summary.added);
    auto const drawn = geography::geojson_geometry(outline);
    work.tx().execute(sql::kPutBoundary, {partnership, boundary.code, code_of(summary.kind),
                                          boundary.name, area, work.now(), geometry, drawn});
}

// Wards and LSOAs that were nobody's may lie in a district that was imported only now.
void adopt_parts(access::Work& work, std::vector<access::Area> const& hubs) {
    auto const& partnership = work.actor().partnership;
    auto const districts = read_districts(work.tx(), partnership);
    for (auto const& row : work.tx().all(sql::kNobodys, {partnership})) {
        auto const kind = boundary_kind(row.text("kind"));
        auto const part = geography::boundary_from_geojson_geometry(
            row.text("code"), row.text("name"), row.text("geometry"));
        if (!kind || !part) continue;
        if (auto const area = hub_of_part(hubs, districts, *part, *kind)) {
            work.tx().execute(sql::kAdopt, {partnership, part->code, area, work.now()});
        }
    }
}

}  // namespace

Result<BoundarySummary> import_boundaries(access::Work& work, std::string_view text,
                                          std::optional<BoundaryKind> kind) {
    if (!work.actor().may(access::Permission::Administer)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto const read = geography::read_boundaries(text);
    if (auto const* const faults = std::get_if<1>(&read)) return faulty(*faults);
    auto const& boundaries = std::get<0>(read);
    if (!kind) kind = kind_of(boundaries);
    if (!kind) return invalid({{"kind", "required"}});

    auto const hubs = hubs_by_standing(work);
    bool const is_districts = *kind == BoundaryKind::District;
    auto const outlines = geography::simplified(boundaries, tolerance_metres(*kind));
    auto const districts = read_districts(work.tx(), work.actor().partnership);
    BoundarySummary summary{.kind = *kind, .read = static_cast<std::int64_t>(boundaries.size())};
    for (std::size_t i = 0; i < boundaries.size(); ++i) {
        auto const& boundary = boundaries[i];
        put(work, boundary, outlines[i],
            is_districts ? hub_of_district(hubs, boundary)
                         : hub_of_part(hubs, districts, boundary, *kind),
            summary);
    }
    if (summary.added + summary.changed > 0) {
        if (is_districts) adopt_parts(work, hubs);
        summary.locations_moved = classify_again(work.tx(), work.actor().partnership);
    }
    work.note({"boundary.import", "list", "", std::nullopt, std::string{code_of(*kind)}});
    return summary;
}

namespace {

// Puts the parts of an area together, drawn as they are: borders between them stay.
std::string put_together(std::vector<geography::Boundary> parts) {
    geography::Boundary whole;
    for (auto& part : parts) {
        std::move(part.polygons.begin(), part.polygons.end(), std::back_inserter(whole.polygons));
    }
    return geography::geojson_geometry(whole);
}

void add_hubs_without_districts(access::Work& work, std::optional<AreaId> const& only,
                                std::vector<Outline>& list) {
    auto const& partnership = work.actor().partnership;
    auto const hubs = access::areas(work, access::Include::Former);
    for (auto const& [area, kind] : hub_parts(work.tx(), partnership)) {
        if (kind == BoundaryKind::District || (only && area != *only)) continue;
        auto const hub = std::find_if(hubs.begin(), hubs.end(),
                                      [&id = area](auto const& one) { return one.id == id; });
        if (hub == hubs.end()) continue;
        list.push_back({.code = hub->gss_code.empty() ? hub->code : hub->gss_code,
                        .name = hub->name,
                        .kind = std::string{code_of(BoundaryKind::District)},
                        .area = area,
                        .outline = put_together(
                            read_parts(work.tx(), partnership, area, kind, Detail::Outline))});
    }
}

}  // namespace

Result<std::vector<Outline>> boundaries(access::Work& work, BoundaryKind kind,
                                        std::optional<AreaId> const& area) {
    if (auto const refused = refusal_of(work, {.area = area})) return *refused;
    std::vector<Outline> list;
    auto const rows =
        work.tx().all(sql::kOutlines, {work.actor().partnership, code_of(kind), area});
    for (auto const& row : rows) {
        list.push_back({row.text("code"), row.text("name"), row.text("kind"),
                        row.optional_id<AreaId>("area_id"), row.text("outline")});
    }
    if (kind == BoundaryKind::District) add_hubs_without_districts(work, area, list);
    // Here and not in the query, because databases differ in the order of names.
    std::sort(list.begin(), list.end(), [](Outline const& a, Outline const& b) {
        return std::tie(a.name, a.code) < std::tie(b.name, b.code);
    });
    work.note({"boundary.list", "list", ""});
    return list;
}

Result<BoundarySummary> import_boundaries_file(store::Database& database,
                                               PartnershipId const& partnership,
                                               std::string const& path,
                                               std::optional<BoundaryKind> kind, Clock clock) {
    std::ifstream file(path, std::ios::binary);
    std::error_code error;
    if (!file || std::filesystem::is_directory(path, error)) {
        return invalid({{"file", "not_readable"}});
    }
    file.seekg(0, std::ios::end);
    auto const size = file.tellg();
    if (static_cast<std::uintmax_t>(size) > kMostBytes) return invalid({{"file", "too_large"}});
    std::string text(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(text.data(), size)) return invalid({{"file", "not_readable"}});
    return database.write(store::Deadline::never(), [&](store::Transaction& tx) {
        auto work = access::Gate::for_system(tx, partnership, clock, "import");
        auto summary = import_boundaries(work, text, kind);
        if (summary) access::Gate::finish(work);
        return summary;
    });
}

}  // namespace waymark::incidents

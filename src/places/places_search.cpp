// Finding places: which may be the one entered, which answers what is typed, which lies near, and
// names for a list.

#include "places/places.h"

#include "place_checks.h"
#include "place_rows.h"
#include "squares.h"

#include "foundation/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace waymark::places {

namespace {

using access::Permission;

// A street may hold more places than anybody would read through. What bounds the
// work is how many rows are taken from each key, and from all.
constexpr int kFromEachKey = 200;
constexpr int kFromEachPrefix = 100;
constexpr std::size_t kMostCandidates = 400;
constexpr int kFromEachSquare = 500;
constexpr std::size_t kMostNearby = 2000;
// Nobody types more than this to find a place.
constexpr std::size_t kLongestTyped = 200;
// In metres: one place is hardly ever put on the map further apart than that.
constexpr double kMatchedWithin = 150;

using LookUp = std::vector<PlaceId> (*)(access::Work&, std::string const&, int);

std::vector<PlaceId> candidates(access::Work& work, std::vector<std::string> const& keys,
                                LookUp look_up, int from_each, std::size_t most = kMostCandidates) {
    std::set<PlaceId> seen;
    std::vector<PlaceId> found;
    for (auto const& key : keys) {
        for (auto& id : look_up(work, key, from_each)) {
            if (found.size() == most) return found;
            if (seen.insert(id).second) found.push_back(std::move(id));
        }
    }
    return found;
}

std::size_t at_most(int limit) {
    return static_cast<std::size_t>(std::clamp(limit, 0, kMostShown));
}

template <class T>
void keep_first(std::vector<T>& list, int limit) {
    if (list.size() > at_most(limit))
        list.erase(list.begin() + std::clamp(limit, 0, kMostShown), list.end());
}

// The same order each time for records that answer equally well.
auto order_of(Place const& place) {
    return std::tie(place.town, place.name, place.line, place.id);
}

// What is entered is not checked before it is compared: a position nowhere here is none.
std::optional<Point> point_of(Place const& place) {
    if (!place.longitude || !place.latitude) return std::nullopt;
    if (!is_longitude(*place.longitude) || !is_latitude(*place.latitude)) return std::nullopt;
    return Point{*place.longitude, *place.latitude};
}

std::vector<FieldError> mistakes_in_circle(double longitude, double latitude, double metres) {
    std::vector<FieldError> mistakes;
    if (!is_longitude(longitude)) mistakes.push_back({"longitude", "out_of_range"});
    if (!is_latitude(latitude)) mistakes.push_back({"latitude", "out_of_range"});
    if (!(metres > 0 && metres <= kMostMetres)) mistakes.push_back({"metres", "out_of_range"});
    return mistakes;
}

Summary summary_of(Place const& place) {
    return {place.id,       place.kind, place.name,    place.line,
            place.locality, place.town, place.postcode};
}

}  // namespace

Result<std::vector<Match>> matches(access::Work& work, Place const& entered, int limit) {
    auto const& actor = work.actor();
    if (!actor.may(Permission::MakeReferrals) && !actor.may(Permission::SearchRecords)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    matching::PreparedPlace const prepared{details_of(entered)};
    auto keys = matching::lookup_keys(details_of(entered));
    if (auto const point = point_of(entered)) {
        // Something unnamed, such as a stretch of path, is known by where it is.
        for (auto& square : squares_within(*point, kMatchedWithin)) keys.push_back(square);
    }
    std::vector<Match> found;
    for (auto& kept : load(work, candidates(work, keys, under_key, kFromEachKey))) {
        if (kept.place.id == entered.id) continue;
        auto comparison =
            matching::compare(prepared, matching::PreparedPlace{details_of(kept.place)});
        if (comparison.band == matching::Band::Unlikely) continue;
        found.push_back({std::move(kept.place), std::move(comparison)});
    }
    std::sort(found.begin(), found.end(), [](Match const& a, Match const& b) {
        if (a.comparison.score != b.comparison.score) {
            return a.comparison.score > b.comparison.score;
        }
        return order_of(a.summary) < order_of(b.summary);
    });
    keep_first(found, limit);
    auto const id_of = [](Match const& match) { return match.summary.id; };
    work.note(
        {.action = "place.match", .subject_kind = "search", .shown = access::ids_of(found, id_of)});
    return found;
}

Result<std::vector<Summary>> search(access::Work& work, std::string_view typed, int limit) {
    if (!work.actor().may(Permission::SearchRecords)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    std::vector<std::pair<int, Place>> found;
    if (typed.size() <= kLongestTyped && is_clean_utf8(typed)) {
        auto const prefixes = matching::place_search_prefixes(typed);
        for (auto& kept : load(work, candidates(work, prefixes, under_prefix, kFromEachPrefix))) {
            int const rank = matching::search_rank(typed, details_of(kept.place));
            if (rank > 0) found.emplace_back(rank, std::move(kept.place));
        }
    }
    std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
        if (a.first != b.first) return a.first > b.first;
        return order_of(a.second) < order_of(b.second);
    });
    keep_first(found, limit);
    std::vector<Summary> shown;
    for (auto const& [rank, place] : found) {
        shown.push_back(summary_of(place));
    }
    auto const id_of = [](Summary const& summary) { return summary.id; };
    work.note({.action = "place.search",
               .subject_kind = "search",
               .shown = access::ids_of(shown, id_of)});
    return shown;
}

Result<std::vector<Nearby>> near(access::Work& work, double longitude, double latitude,
                                 double metres, int limit) {
    auto const& actor = work.actor();
    if (!actor.may(Permission::SearchRecords)) return Error{Refusal::Forbidden, "not_allowed"};
    if (auto mistakes = mistakes_in_circle(longitude, latitude, metres); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    Point const centre{longitude, latitude};
    auto const squares = squares_within(centre, metres);
    std::vector<Nearby> found;
    for (auto& kept :
         load(work, candidates(work, squares, under_key, kFromEachSquare, kMostNearby))) {
        auto const point = point_of(kept.place);
        if (!point) continue;
        double const away = metres_between(centre, *point);
        if (away <= metres) found.push_back({std::move(kept.place), away});
    }
    std::sort(found.begin(), found.end(), [](Nearby const& a, Nearby const& b) {
        if (a.metres != b.metres) return a.metres < b.metres;
        return order_of(a.place) < order_of(b.place);
    });
    keep_first(found, limit);
    auto const id_of = [](Nearby const& nearby) { return nearby.place.id; };
    work.note({.action = "place.search",
               .subject_kind = "search",
               .shown = access::ids_of(found, id_of)});
    return found;
}

std::vector<Summary> summaries(access::Work& work, std::vector<PlaceId> const& ids) {
    if (!work.actor().may(Permission::ReadCases)) return {};
    std::map<PlaceId, Summary> known;
    for (auto const& kept : load(work, ids)) {
        known.emplace(kept.place.id, summary_of(kept.place));
    }
    std::vector<Summary> list;
    for (auto const& id : ids) {
        if (auto const found = known.find(id); found != known.end()) list.push_back(found->second);
    }
    return list;
}

}  // namespace waymark::places

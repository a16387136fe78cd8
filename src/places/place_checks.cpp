#include "place_checks.h"

#include "squares.h"

#include "access/directory.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace waymark::places {

namespace {

constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kLongestTown = 100;
constexpr std::size_t kLongestUprn = 12;  // digits, as Ordnance Survey's AddressBase gives them

constexpr std::array<std::string_view, 4> kKinds{"address", "premises", "street", "open_space"};

// Round the United Kingdom with its islands, in degrees.
constexpr double kWest = -9, kEast = 2.2, kSouth = 49.7, kNorth = 61;

void check_line(std::vector<FieldError>& mistakes, char const* field, std::string const& text,
                std::size_t longest) {
    if (!is_clean_utf8(text)) {
        mistakes.push_back({field, "not_clean_text"});
    } else if (characters(text) > longest) {
        mistakes.push_back({field, "too_long"});
    } else if (text.find_first_of("\t\r\n") != std::string::npos) {
        mistakes.push_back({field, "not_one_line"});
    }
}

// What a place of this kind cannot be found again without.
void check_kind(std::vector<FieldError>& mistakes, Place const& place) {
    if (std::find(kKinds.begin(), kKinds.end(), place.kind) == kKinds.end()) {
        mistakes.push_back({"kind", "not_offered"});
    }
    bool const by_line = place.kind == "address" || place.kind == "street";
    if (by_line && place.line.empty()) mistakes.push_back({"line", "required"});
    bool const by_name =
        place.kind == "open_space" || (place.kind == "premises" && place.line.empty());
    if (by_name && place.name.empty()) mistakes.push_back({"name", "required"});
}

void check_degrees(std::vector<FieldError>& mistakes, char const* field,
                   std::optional<double> degrees, bool other_is_given,
                   bool (*is_in_range)(double)) {
    if (!degrees && other_is_given) mistakes.push_back({field, "required"});
    if (degrees && !is_in_range(*degrees)) mistakes.push_back({field, "out_of_range"});
}

bool is_uprn(std::string_view text) {
    return text.size() <= kLongestUprn &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_longitude(double degrees) {
    return degrees >= kWest && degrees <= kEast;
}

bool is_latitude(double degrees) {
    return degrees >= kSouth && degrees <= kNorth;
}

Place normalised(Place place) {
    for (auto* text :
         {&place.kind, &place.name, &place.line, &place.locality, &place.town, &place.uprn}) {
        *text = trimmed(*text);
    }
    auto postcode = matching::fold_postcode(place.postcode);
    place.postcode = postcode.empty() ? trimmed(place.postcode) : std::move(postcode);
    return place;
}

std::vector<FieldError> mistakes_in(access::Work& work, Place const& place) {
    std::vector<FieldError> mistakes;
    check_kind(mistakes, place);
    check_line(mistakes, "name", place.name, kLongestLine);
    check_line(mistakes, "line", place.line, kLongestLine);
    check_line(mistakes, "locality", place.locality, kLongestTown);
    check_line(mistakes, "town", place.town, kLongestTown);
    if (!place.postcode.empty() && matching::fold_postcode(place.postcode).empty()) {
        mistakes.push_back({"postcode", "not_a_postcode"});
    }
    if (!is_uprn(place.uprn)) mistakes.push_back({"uprn", "not_a_uprn"});
    check_degrees(mistakes, "longitude", place.longitude, bool(place.latitude), is_longitude);
    check_degrees(mistakes, "latitude", place.latitude, bool(place.longitude), is_latitude);
    if (place.area_id && !access::area(work, *place.area_id)) {
        mistakes.push_back({"area_id", "not_found"});
    }
    return mistakes;
}

std::vector<std::string> changed_fields(Place const& before, Place const& after) {
    std::vector<std::string> names;
    auto const compare = [&](char const* name, auto Place::*field) {
        if (before.*field != after.*field) names.emplace_back(name);
    };
    compare("kind", &Place::kind);
    compare("name", &Place::name);
    compare("line", &Place::line);
    compare("locality", &Place::locality);
    compare("town", &Place::town);
    compare("postcode", &Place::postcode);
    compare("uprn", &Place::uprn);
    compare("longitude", &Place::longitude);
    compare("latitude", &Place::latitude);
    compare("area_id", &Place::area_id);
    return names;
}

matching::PlaceDetails details_of(Place const& place) {
    return {
        .name = place.name,
        .line = place.line,
        .locality = place.locality,
        .town = place.town,
        .postcode = place.postcode,
        .uprn = place.uprn,
        .longitude = place.longitude,
        .latitude = place.latitude,
    };
}

std::vector<std::string> keys_of(Place const& place) {
    auto keys = matching::filing_keys(details_of(place));
    if (place.longitude && place.latitude) {
        keys.push_back(square_of({*place.longitude, *place.latitude}));
    }
    return keys;
}

}  // namespace waymark::places

// GeoJSON and TopoJSON in, checked boundaries or every fault with its path out.

#include "shapes.h"

#include "foundation/text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <unordered_set>

namespace waymark::geography {

namespace {

namespace json = boost::json;

constexpr std::size_t kMostBytes = 50'000'000;
constexpr std::size_t kMostDepth = 32;
constexpr std::size_t kMostPoints = 5'000'000;
constexpr std::size_t kMostBoundaries = 50'000;
constexpr std::size_t kMostFaults = 100;
constexpr std::size_t kLongestCode = 40;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kFewestInRing = 4;

// Where we are in the file; put into words only when there is a fault to tell of. `name` is always
// one of this file's own literals.
struct Path {
    Path const* parent = nullptr;
    std::string_view name;
    std::size_t index = 0;

    Path member(std::string_view member_name) const { return {this, member_name, 0}; }
    Path element(std::size_t position) const { return {this, {}, position}; }

    std::string text() const {
        if (!parent) return "";
        auto const before = parent->text();
        if (name.empty()) return before + "[" + std::to_string(index) + "]";
        return before.empty() ? std::string(name) : before + "." + std::string(name);
    }
};

struct Reading {
    std::vector<Boundary> boundaries = {};
    std::unordered_set<std::string> codes = {};
    std::vector<Fault> faults = {};
    std::size_t points = 0;
    bool stopped = false;  // so much is wrong, or so much is there, that reading on helps nobody

    void fault(Path const& path, std::string_view code) {
        if (stopped) return;
        faults.push_back({path.text(), std::string(code)});
        if (faults.size() == kMostFaults) {
            faults.push_back({"", "too_many_faults"});
            stopped = true;
        }
    }
    void stop(Path const& path, std::string_view code) {
        fault(path, code);
        stopped = true;
    }
};

json::object const* object_at(json::object const& parent, char const* name, Path const& path,
                              Reading& reading) {
    auto const* const value = parent.if_contains(name);
    auto const* const object = value ? value->if_object() : nullptr;
    if (!object) reading.fault(path.member(name), value ? "wrong_type" : "required");
    return object;
}

json::array const* array_at(json::object const& parent, char const* name, Path const& path,
                            Reading& reading) {
    auto const* const value = parent.if_contains(name);
    auto const* const array = value ? value->if_array() : nullptr;
    if (!array) reading.fault(path.member(name), value ? "wrong_type" : "required");
    return array;
}

std::string_view text_at(json::object const& parent, char const* name) {
    auto const* const value = parent.if_contains(name);
    auto const* const text = value ? value->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

// At least two numbers; a height or a measure after them is passed over.
std::optional<Point> pair_of(json::value const& value) {
    auto const* const array = value.if_array();
    if (!array || array->size() < 2) return std::nullopt;
    auto const& items = *array;
    if (!items[0].is_number() || !items[1].is_number()) return std::nullopt;
    return Point{items[0].to_number<double>(), items[1].to_number<double>()};
}

bool on_earth(Point point) {
    return std::abs(point.longitude) <= 180 && std::abs(point.latitude) <= 90;
}

bool count_points(std::size_t more, Path const& path, Reading& reading) {
    reading.points += more;
    if (reading.points > kMostPoints) reading.stop(path, "too_many_points");
    return !reading.stopped;
}

bool check_ring(Ring const& ring, Path const& path, Reading& reading) {
    if (ring.size() < kFewestInRing) {
        reading.fault(path, "ring_too_short");
    } else if (ring.front() != ring.back()) {
        reading.fault(path, "ring_not_closed");
    } else {
        return true;
    }
    return false;
}

// Both formats nest rings alike; they differ in what a ring is made of.
template <class ReadRing>
Polygon read_polygon(json::value const& value, Path const& path, Reading& reading,
                     ReadRing const& read_ring) {
    Polygon polygon;
    auto const* const rings = value.if_array();
    if (!rings)
        reading.fault(path, "wrong_type");
    else if (rings->empty())
        reading.fault(path, "required");
    for (std::size_t i = 0; rings && i < rings->size() && !reading.stopped; ++i) {
        auto const here = path.element(i);
        auto ring = read_ring((*rings)[i], here);
        if (ring && check_ring(*ring, here, reading)) polygon.push_back(std::move(*ring));
    }
    return polygon;
}

template <class ReadRing>
std::vector<Polygon> read_polygons(json::object const& geometry, char const* member,
                                   Path const& path, Reading& reading, ReadRing const& read_ring) {
    auto const type = text_at(geometry, "type");
    if (type != "Polygon" && type != "MultiPolygon") {
        reading.fault(path.member("type"), "unknown_type");
        return {};
    }
    auto const* const shapes = geometry.if_contains(member);
    auto const here = path.member(member);
    if (!shapes) {
        reading.fault(here, "required");
        return {};
    }
    if (type == "Polygon") return {read_polygon(*shapes, here, reading, read_ring)};

    std::vector<Polygon> polygons;
    auto const* const array = shapes->if_array();
    if (!array)
        reading.fault(here, "wrong_type");
    else if (array->empty())
        reading.fault(here, "required");
    for (std::size_t i = 0; array && i < array->size() && !reading.stopped; ++i) {
        polygons.push_back(read_polygon((*array)[i], here.element(i), reading, read_ring));
    }
    return polygons;
}

// Whether a property is named as the Office for National Statistics names codes and names: letters,
// a two-figure year and CD or NM, as in LAD22CD and LSOA11NM.
bool is_statistical(std::string_view key, std::string_view ending) {
    if (key.size() < 5 || lower_ascii(key.substr(key.size() - 2)) != ending) return false;
    auto const digit = [&](std::size_t from_end) {
        return std::isdigit(static_cast<unsigned char>(key[key.size() - from_end])) != 0;
    };
    return digit(3) && digit(4);
}

std::string scalar_text(json::value const* value) {
    if (!value) return "";
    if (auto const* const text = value->if_string()) return trimmed(std::string_view(*text));
    if (auto const* const number = value->if_int64()) return std::to_string(*number);
    if (auto const* const number = value->if_uint64()) return std::to_string(*number);
    return "";
}

template <std::size_t N>
std::string named_text(json::object const& properties,
                       std::array<std::string_view, N> const& names) {
    for (auto const name : names) {
        for (auto const& [key, value] : properties) {
            if (lower_ascii(key) != name) continue;
            if (auto text = scalar_text(&value); !text.empty()) return text;
        }
    }
    return "";
}

// The first such property is the area's own; those after it tell what the area is part of.
std::string statistical_text(json::object const& properties, std::string_view ending) {
    for (auto const& [key, value] : properties) {
        if (!is_statistical(key, ending)) continue;
        if (auto text = scalar_text(&value); !text.empty()) return text;
    }
    return "";
}

std::string code_of(json::object const& feature, json::object const& properties) {
    static constexpr std::array<std::string_view, 3> kFirst = {"code", "gss_code", "area_code"};
    static constexpr std::array<std::string_view, 2> kLast = {"objectid", "id"};
    auto code = statistical_text(properties, "cd");
    if (code.empty()) code = named_text(properties, kFirst);
    if (code.empty()) code = scalar_text(feature.if_contains("id"));
    if (code.empty()) code = named_text(properties, kLast);
    return code;
}

std::string name_of(json::object const& properties) {
    static constexpr std::array<std::string_view, 4> kNames = {"name", "area_name", "district",
                                                               "ward"};
    auto name = statistical_text(properties, "nm");
    return name.empty() ? named_text(properties, kNames) : name;
}

void check_text(std::string const& text, std::size_t longest, Path const& path, Reading& reading) {
    if (!is_clean_utf8(text))
        reading.fault(path, "not_clean_text");
    else if (characters(text) > longest)
        reading.fault(path, "too_long");
}

// `feature` is a GeoJSON feature or a TopoJSON geometry: both carry id and properties.
void add_boundary(json::object const& feature, std::vector<Polygon> polygons, Path const& path,
                  Reading& reading) {
    auto const* const value = feature.if_contains("properties");
    auto const* const found = value ? value->if_object() : nullptr;
    auto const properties = found ? *found : json::object();
    Boundary boundary{.code = code_of(feature, properties), .name = name_of(properties)};
    if (boundary.name.empty()) boundary.name = boundary.code;

    auto const here = path.member("properties");
    if (boundary.code.empty()) reading.fault(here, "required");
    check_text(boundary.code, kLongestCode, here, reading);
    if (boundary.name != boundary.code) check_text(boundary.name, kLongestName, here, reading);
    if (!boundary.code.empty() && !reading.codes.insert(boundary.code).second) {
        reading.fault(here, "repeated_code");
    }
    if (reading.boundaries.size() == kMostBoundaries) {
        return reading.stop(path, "too_many_boundaries");
    }
    boundary.polygons = std::move(polygons);
    boundary.box = box_around(boundary.polygons);
    reading.boundaries.push_back(std::move(boundary));
}

// None named means CRS84, says RFC 7946. The older names of WGS84 are met in files that write
// longitude first all the same.
void check_crs(json::object const& holder, Path const& path, Reading& reading) {
    auto const* const crs = holder.if_contains("crs");
    if (!crs || crs->is_null()) return;
    auto const* const object = crs->if_object();
    auto const* const value = object ? object->if_contains("properties") : nullptr;
    auto const* const properties = value ? value->if_object() : nullptr;
    auto const name = properties ? lower_ascii(text_at(*properties, "name")) : "";
    static constexpr std::array<std::string_view, 7> kKnown = {
        "crs84",
        "ogc:crs84",
        "urn:ogc:def:crs:ogc:1.3:crs84",
        "urn:ogc:def:crs:ogc::crs84",
        "http://www.opengis.net/def/crs/ogc/1.3/crs84",
        "epsg:4326",
        "urn:ogc:def:crs:epsg::4326"};
    if (std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end()) {
        reading.fault(path.member("crs"), "unsupported_crs");
    }
}

// GeoJSON

std::optional<Ring> read_geojson_ring(json::value const& value, Path const& path,
                                      Reading& reading) {
    auto const* const positions = value.if_array();
    if (!positions) {
        reading.fault(path, "wrong_type");
        return std::nullopt;
    }
    if (!count_points(positions->size(), path, reading)) return std::nullopt;
    Ring ring;
    ring.reserve(positions->size());
    for (std::size_t i = 0; i < positions->size(); ++i) {
        auto const point = pair_of((*positions)[i]);
        if (!point || !on_earth(*point)) {
            reading.fault(path.element(i), point ? "out_of_range" : "wrong_type");
            return std::nullopt;
        }
        ring.push_back(*point);
    }
    return ring;
}

std::vector<Polygon> read_geojson_geometry(json::object const& geometry, Path const& path,
                                           Reading& reading) {
    return read_polygons(geometry, "coordinates", path, reading,
                         [&](json::value const& ring, Path const& here) {
                             return read_geojson_ring(ring, here, reading);
                         });
}

void read_feature_collection(json::object const& collection, Reading& reading) {
    Path const root;
    check_crs(collection, root, reading);
    auto const* const features = array_at(collection, "features", root, reading);
    auto const path = root.member("features");
    for (std::size_t i = 0; features && i < features->size() && !reading.stopped; ++i) {
        auto const here = path.element(i);
        auto const* const feature = (*features)[i].if_object();
        if (!feature || text_at(*feature, "type") != "Feature") {
            reading.fault(here, "wrong_type");
            continue;
        }
        if (auto const* const geometry = object_at(*feature, "geometry", here, reading)) {
            auto const shape = here.member("geometry");
            add_boundary(*feature, read_geojson_geometry(*geometry, shape, reading), here, reading);
        }
    }
}

// TopoJSON

struct Transform {
    Point scale = {1, 1};
    Point translate = {0, 0};
};

struct Topology {
    std::optional<Transform> transform = {};
    std::vector<std::vector<Point>> arcs = {};
};

std::optional<Transform> read_transform(json::object const& topology, Reading& reading) {
    Path const root;
    if (!topology.if_contains("transform")) return std::nullopt;
    auto const* const object = object_at(topology, "transform", root, reading);
    auto const here = root.member("transform");
    auto const part = [&](char const* name) {
        auto const* const value = object ? object->if_contains(name) : nullptr;
        auto const pair = value ? pair_of(*value) : std::nullopt;
        if (object && !pair) reading.fault(here.member(name), value ? "wrong_type" : "required");
        return pair.value_or(Point{});
    };
    return Transform{part("scale"), part("translate")};
}

// Quantised positions are steps from the one before, on a grid that the transform lays out.
std::vector<Point> read_arc(json::value const& value, std::optional<Transform> const& transform,
                            Path const& path, Reading& reading) {
    std::vector<Point> points;
    auto const* const positions = value.if_array();
    if (!positions) reading.fault(path, "wrong_type");
    if (!positions || !count_points(positions->size(), path, reading)) return points;
    Point grid;
    for (std::size_t i = 0; i < positions->size(); ++i) {
        auto const pair = pair_of((*positions)[i]);
        auto point = pair.value_or(Point{});
        if (pair && transform) {
            grid = {grid.longitude + pair->longitude, grid.latitude + pair->latitude};
            point = {grid.longitude * transform->scale.longitude + transform->translate.longitude,
                     grid.latitude * transform->scale.latitude + transform->translate.latitude};
        }
        if (!pair || !on_earth(point)) {
            reading.fault(path.element(i), pair ? "out_of_range" : "wrong_type");
            return {};
        }
        points.push_back(point);
    }
    return points;
}

// Arc ~i, written as a negative number, is arc i run backwards.
bool append_arc(Ring& ring, json::value const& value, Topology const& topology, Path const& path,
                Reading& reading) {
    auto const* const number = value.if_int64();
    auto const index = number ? (*number < 0 ? ~*number : *number) : 0;
    if (!number || static_cast<std::size_t>(index) >= topology.arcs.size()) {
        reading.fault(path, number ? "no_such_arc" : "wrong_type");
        return false;
    }
    auto arc = topology.arcs[static_cast<std::size_t>(index)];
    // Counted again at each use: a small file may name a long arc very often.
    if (!count_points(arc.size(), path, reading)) return false;
    if (*number < 0) std::reverse(arc.begin(), arc.end());
    if (!ring.empty() && !arc.empty() && ring.back() != arc.front()) {
        reading.fault(path, "ring_not_closed");
        return false;
    }
    if (!ring.empty() && !arc.empty()) ring.pop_back();
    ring.insert(ring.end(), arc.begin(), arc.end());
    return true;
}

std::optional<Ring> read_topojson_ring(json::value const& value, Topology const& topology,
                                       Path const& path, Reading& reading) {
    auto const* const arcs = value.if_array();
    if (!arcs) {
        reading.fault(path, "wrong_type");
        return std::nullopt;
    }
    Ring ring;
    for (std::size_t i = 0; i < arcs->size(); ++i) {
        if (!append_arc(ring, (*arcs)[i], topology, path.element(i), reading)) return std::nullopt;
    }
    return ring;
}

// Nesting ends because the parser has already refused a file that is too deep.
void read_topojson_object(json::value const& value, Topology const& topology, Path const& path,
                          Reading& reading) {
    auto const* const object = value.if_object();
    if (!object) return reading.fault(path, "wrong_type");
    check_crs(*object, path, reading);
    if (text_at(*object, "type") == "GeometryCollection") {
        auto const* const members = array_at(*object, "geometries", path, reading);
        auto const here = path.member("geometries");
        for (std::size_t i = 0; members && i < members->size() && !reading.stopped; ++i) {
            read_topojson_object((*members)[i], topology, here.element(i), reading);
        }
        return;
    }
    auto polygons = read_polygons(*object, "arcs", path, reading,
                                  [&](json::value const& ring, Path const& here) {
                                      return read_topojson_ring(ring, topology, here, reading);
                                  });
    add_boundary(*object, std::move(polygons), path, reading);
}

void read_topology(json::object const& file, Reading& reading) {
    Path const root;
    check_crs(file, root, reading);
    Topology topology{.transform = read_transform(file, reading)};
    auto const* const arcs = array_at(file, "arcs", root, reading);
    auto const arcs_path = root.member("arcs");
    for (std::size_t i = 0; arcs && i < arcs->size() && !reading.stopped; ++i) {
        topology.arcs.push_back(
            read_arc((*arcs)[i], topology.transform, arcs_path.element(i), reading));
    }
    // With an arc missing, every ring that runs along it would be reported as well.
    if (!reading.faults.empty()) return;

    auto const* const objects = object_at(file, "objects", root, reading);
    auto const path = root.member("objects");
    std::size_t position = 0;
    if (!objects) return;
    for (auto const& member : *objects) {
        if (reading.stopped) return;
        auto const before = reading.boundaries.size();
        read_topojson_object(member.value(), topology, path.element(position++), reading);
        for (auto i = before; i < reading.boundaries.size(); ++i) {
            reading.boundaries[i].object = std::string_view(member.key());
        }
    }
}

std::string_view code_of_parse_error(boost::system::error_code const& error) {
    if (error == json::error::too_deep) return "too_deep";
    return error == json::error::array_too_large || error == json::error::object_too_large ||
                   error == json::error::string_too_large
               ? "too_large"
               : "not_json";
}

// Gives `read` the object that the text holds, or notes why there is none.
template <class Read>
void with_object(std::string_view text, Reading& reading, Read const& read) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.size() > kMostBytes) return reading.stop({}, "too_large");
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    json::monotonic_resource memory;
    json::parse_options options;
    options.max_depth = kMostDepth;
    boost::system::error_code error;
    auto const value = json::parse(text, error, &memory, options);
    if (error) return reading.stop({}, code_of_parse_error(error));
    if (!value.is_object()) return reading.stop({}, "wrong_type");
    read(value.get_object());
}

}  // namespace

std::variant<std::vector<Boundary>, std::vector<Fault>> read_boundaries(std::string_view text) {
    Reading reading;
    with_object(text, reading, [&](json::object const& file) {
        auto const type = text_at(file, "type");
        if (type == "FeatureCollection")
            read_feature_collection(file, reading);
        else if (type == "Topology")
            read_topology(file, reading);
        else
            reading.fault(Path().member("type"), "unknown_type");
    });
    if (reading.faults.empty() && reading.boundaries.empty()) reading.fault({}, "none");
    if (!reading.faults.empty()) return std::move(reading.faults);
    return std::move(reading.boundaries);
}

std::optional<Boundary> boundary_from_geojson_geometry(std::string code, std::string name,
                                                       std::string_view geometry) {
    Reading reading;
    Boundary boundary{.code = std::move(code), .name = std::move(name)};
    with_object(geometry, reading, [&](json::object const& object) {
        boundary.polygons = read_geojson_geometry(object, {}, reading);
    });
    if (!reading.faults.empty()) return std::nullopt;
    boundary.box = box_around(boundary.polygons);
    return boundary;
}

}  // namespace waymark::geography

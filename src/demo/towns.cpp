#include "towns.h"

#include <cstdio>

namespace waymark::demo {

namespace {

constexpr std::string_view kUnusedLetters = "CKMV";

}  // namespace

std::vector<District> const& districts() {
    // clang-format off
    static std::vector<District> const all = {
        {"CRA", "Craven", "E07000163", 0.09, false, 0,
         {{"Skipton", "BD23", -2.017, 53.962, 6}, {"Settle", "BD24", -2.276, 54.069, 2},
          {"Ingleton", "LA6", -2.470, 54.154, 1}},
         {{"Canal Basin", "open_space", "town_centre", 0}, {"Springs Car Park", "premises", "car_park", 0},
          {"Bus Station Shelter", "premises", "transport", 0}, {"Ribble Field", "open_space", "park", 1}},
         {{-2.46, 54.24}, {-2.20, 54.26}, {-1.98, 54.19}, {-1.90, 54.10}, {-1.86, 53.97}, {-1.95, 53.88},
          {-2.08, 53.87}, {-2.20, 53.95}, {-2.33, 54.01}, {-2.46, 54.08}, {-2.52, 54.16}}},
        {"HAM", "Hambleton", "E07000164", 0.11, false, 0,
         {{"Northallerton", "DL6", -1.433, 54.339, 5}, {"Thirsk", "YO7", -1.343, 54.233, 3},
          {"Bedale", "DL8", -1.591, 54.288, 1}, {"Stokesley", "TS9", -1.193, 54.470, 1},
          {"Easingwold", "YO61", -1.193, 54.121, 1}},
         {{"Applegarth Green", "open_space", "park", 0}, {"Market Cross", "street", "town_centre", 1},
          {"Station Underpass", "premises", "transport", 0}, {"Recreation Ground", "open_space", "park", 2}},
         {{-1.62, 54.51}, {-1.55, 54.44}, {-1.62, 54.34}, {-1.70, 54.27}, {-1.58, 54.23}, {-1.46, 54.18},
          {-1.33, 54.14}, {-1.28, 54.04}, {-1.12, 54.00}, {-1.05, 54.07}, {-1.12, 54.17}, {-1.14, 54.28},
          {-1.08, 54.38}, {-1.05, 54.48}, {-1.22, 54.50}, {-1.42, 54.49}}},
        {"HAR", "Harrogate", "E07000165", 0.22, false, 14,
         {{"Harrogate", "HG1", -1.540, 53.993, 7}, {"Ripon", "HG4", -1.524, 54.136, 3},
          {"Knaresborough", "HG5", -1.468, 54.008, 2}, {"Pateley Bridge", "HG3", -1.758, 54.087, 0.5},
          {"Boroughbridge", "YO51", -1.397, 54.094, 0.7}},
         {{"Library Gardens", "open_space", "park", 0}, {"Tower Street Car Park", "premises", "car_park", 0},
          {"Bandstand Green", "open_space", "park", 0}, {"Spa Arcade", "premises", "shops", 0},
          {"Minster Close", "street", "heritage", 1}, {"Riverside Steps", "open_space", "heritage", 2}},
         {{-1.70, 54.27}, {-1.58, 54.23}, {-1.46, 54.18}, {-1.33, 54.14}, {-1.28, 54.04}, {-1.24, 53.96},
          {-1.36, 53.92}, {-1.50, 53.91}, {-1.68, 53.91}, {-1.80, 53.93}, {-1.86, 53.97}, {-1.90, 54.10},
          {-1.98, 54.19}, {-1.80, 54.20}}},
        {"RIC", "Richmondshire", "E07000166", 0.05, false, 0,
         {{"Richmond", "DL10", -1.737, 54.403, 3}, {"Catterick Garrison", "DL9", -1.720, 54.375, 3},
          {"Leyburn", "DL8", -1.828, 54.309, 1}, {"Hawes", "DL8", -2.196, 54.304, 0.4}},
         {{"Castle Walk", "open_space", "heritage", 0}, {"Garrison Retail Park", "premises", "shops", 1}},
         {{-2.20, 54.26}, {-2.32, 54.33}, {-2.30, 54.42}, {-2.15, 54.46}, {-1.95, 54.45}, {-1.80, 54.49},
          {-1.62, 54.51}, {-1.55, 54.44}, {-1.62, 54.34}, {-1.70, 54.27}, {-1.80, 54.20}, {-1.98, 54.19}}},
        {"RYE", "Ryedale", "E07000167", 0.09, false, 0,
         {{"Malton", "YO17", -0.797, 54.136, 3}, {"Pickering", "YO18", -0.776, 54.245, 2},
          {"Norton", "YO17", -0.786, 54.128, 2}, {"Helmsley", "YO62", -1.058, 54.247, 1},
          {"Kirkbymoorside", "YO62", -0.931, 54.270, 1}},
         {{"Market Hall Yard", "premises", "town_centre", 0}, {"Beck Isle Green", "open_space", "park", 1},
          {"Level Crossing Shops", "premises", "shops", 2}},
         {{-1.05, 54.07}, {-1.12, 54.17}, {-1.14, 54.28}, {-1.08, 54.38}, {-0.92, 54.41}, {-0.74, 54.38},
          {-0.62, 54.30}, {-0.50, 54.22}, {-0.38, 54.17}, {-0.42, 54.11}, {-0.60, 54.07}, {-0.75, 54.02},
          {-0.90, 53.99}}},
        {"SCA", "Scarborough", "E07000168", 0.30, true, 0,
         {{"Scarborough", "YO11", -0.405, 54.281, 8}, {"Whitby", "YO22", -0.615, 54.484, 3},
          {"Filey", "YO14", -0.292, 54.209, 1.5}, {"Eastfield", "YO11", -0.402, 54.243, 2.5}},
         {{"South Slipway", "open_space", "town_centre", 0}, {"Cliff Lift Gardens", "open_space", "park", 0},
          {"Arcade Parade", "street", "town_centre", 0}, {"North Marine Car Park", "premises", "car_park", 0},
          {"Valley Bridge Steps", "open_space", "heritage", 0}, {"Harbour Swing Bridge", "street", "town_centre", 1},
          {"Overdale Parade Shops", "premises", "shops", 3}, {"Brigg Shelters", "premises", "heritage", 2}},
         {{-0.92, 54.41}, {-0.74, 54.38}, {-0.62, 54.30}, {-0.50, 54.22}, {-0.38, 54.17}, {-0.24, 54.16},
          {-0.24, 54.23}, {-0.33, 54.26}, {-0.36, 54.30}, {-0.42, 54.34}, {-0.48, 54.41}, {-0.52, 54.46},
          {-0.59, 54.51}, {-0.74, 54.54}, {-0.86, 54.56}}},
        {"SEL", "Selby", "E07000169", 0.14, false, 0,
         {{"Selby", "YO8", -1.067, 53.783, 6}, {"Tadcaster", "LS24", -1.262, 53.884, 2},
          {"Sherburn in Elmet", "LS25", -1.247, 53.796, 2}},
         {{"Abbey Park", "open_space", "park", 0}, {"Canal Towpath", "open_space", "park", 0},
          {"Wharf Bus Shelters", "premises", "transport", 0}, {"Brewery Lane Car Park", "premises", "car_park", 1}},
         {{-1.30, 53.90}, {-1.20, 53.92}, {-1.08, 53.89}, {-1.00, 53.92}, {-0.92, 53.88}, {-0.90, 53.78},
          {-0.93, 53.70}, {-1.05, 53.65}, {-1.20, 53.64}, {-1.30, 53.70}, {-1.33, 53.80}}},
    };
    // clang-format on
    return all;
}

std::string draw_street(Random& random) {
    static constexpr std::string_view kFirst[] = {
        "Lantern",  "Sandpiper",  "Gorse",   "Quarry",  "Tannery",  "Bracken",   "Kestrel",
        "Ropewalk", "Fellside",   "Mariner", "Orchard", "Gasworks", "Beacon",    "Dunlin",
        "Foundry",  "Heather",    "Ivy",     "Juniper", "Limekiln", "Mallard",   "Osprey",
        "Pennant",  "Rowan",      "Saddler", "Tern",    "Weaver",   "Wharfside", "Yarrow",
        "Alder",    "Brickfield", "Curlew",  "Damson"};
    static constexpr std::string_view kSecond[] = {"Street",  "Road",  "Avenue", "Close",
                                                   "Terrace", "Court", "Drive",  "Lane"};
    return std::string{random.pick(kFirst)} + " " + std::string{random.pick(kSecond)};
}

std::string postcode_in(Random& random, Town const& town) {
    std::string code{town.outward};
    code += ' ';
    code += static_cast<char>('0' + random.between(1, 9));
    code += random.pick(kUnusedLetters);
    code += random.pick(kUnusedLetters);
    return code;
}

std::string mobile_number(std::size_t n) {
    char text[16];
    std::snprintf(text, sizeof text, "07700 900%03u", static_cast<unsigned>(n % 1000));
    return text;
}

std::string landline_number(std::size_t n) {
    static constexpr char const* kForms[] = {"01632 960%03u", "0113 496 0%03u", "0114 496 0%03u",
                                             "0191 498 0%03u"};
    char text[20];
    std::snprintf(text, sizeof text, kForms[n / 1000 % 4], static_cast<unsigned>(n % 1000));
    return text;
}

bool is_invented_postcode(std::string_view postcode) {
    if (postcode.size() < 6) return false;
    auto const last_two = postcode.substr(postcode.size() - 2);
    return kUnusedLetters.find(last_two[0]) != std::string_view::npos &&
           kUnusedLetters.find(last_two[1]) != std::string_view::npos;
}

bool is_invented_phone(std::string_view phone) {
    for (std::string_view const start :
         {"07700 900", "01632 960", "0113 496 0", "0114 496 0", "0191 498 0"}) {
        if (phone.starts_with(start) && phone.size() == start.size() + 3) return true;
    }
    return false;
}

}  // namespace waymark::demo

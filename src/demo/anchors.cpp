#include "anchors.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace waymark::demo {

namespace {

// A few places carry much of the demand, and most carry little.
double draw_rate(Random& random) {
    double const u = random.unit();
    return 0.12 + 1.6 * u * u * u * u;
}

// How many happen when `expected` do on average (Poisson, by Knuth's product of uniforms).
int draw_count(Random& random, double expected) {
    double const limit = std::exp(-expected);
    double product = random.unit();
    int count = 0;
    while (product > limit && count < 200) {
        product *= random.unit();
        ++count;
    }
    return count;
}

std::string degrees(double value) {
    char text[24];
    std::snprintf(text, sizeof text, "%.6f", value);
    return text;
}

Anchor anchor_in_town(Random& random, std::size_t district) {
    auto const& towns = districts()[district].towns;
    std::vector<double> weights;
    for (auto const& town : towns) weights.push_back(town.weight);
    auto const town = random.weighted(weights);
    // Denser towards the middle of the town.
    double const distance = std::pow(random.unit(), 1.6), angle = random.between(0.0, 6.28318);
    return {.district = district,
            .town = town,
            .longitude = towns[town].longitude + 0.016 * distance * std::cos(angle),
            .latitude = towns[town].latitude + 0.010 * distance * std::sin(angle),
            .name = draw_street(random),
            .kind = "street",
            .place_kind = "street",
            .a_month = draw_rate(random) * (1.6 - distance)};
}

double effect_on(std::vector<Effect> const& effects, std::size_t anchor, Date month) {
    double share = 1;
    for (auto const& effect : effects) {
        if (effect.anchor != anchor || month < effect.from) continue;
        double const length = std::max(1, days_between(effect.from, effect.to));
        double const done = std::min(1.0, days_between(effect.from, month) / length);
        share *= 1 - (1 - effect.remaining) * done;
    }
    return share;
}

}  // namespace

std::vector<Anchor> make_anchors(Random random, std::size_t count, double incidents_a_month) {
    std::vector<Anchor> made;
    std::vector<double> weights;
    for (std::size_t d = 0; d < districts().size(); ++d) {
        weights.push_back(districts()[d].weight);
        for (auto const& spot : districts()[d].spots) {
            auto anchor = anchor_in_town(random, d);
            auto const& town = districts()[d].towns[spot.town];
            anchor.town = spot.town;
            anchor.longitude = town.longitude + random.between(-0.004, 0.004);
            anchor.latitude = town.latitude + random.between(-0.003, 0.003);
            anchor.name = spot.name;
            anchor.kind = spot.kind;
            anchor.place_kind = spot.place_kind;
            anchor.a_month = random.between(3.0, 7.0) * (0.5 + 2 * districts()[d].weight);
            made.push_back(std::move(anchor));
        }
    }
    while (made.size() < count) made.push_back(anchor_in_town(random, random.weighted(weights)));
    double total = 0;
    for (auto const& anchor : made) total += anchor.a_month;
    for (auto& anchor : made) anchor.a_month *= incidents_a_month / total;
    return made;
}

double season_of(District const& district, unsigned month) {
    static constexpr double kTown[] = {0.80, 0.82, 0.92, 1.02, 1.08, 1.12,
                                       1.18, 1.18, 1.02, 1.05, 0.98, 0.83};
    static constexpr double kSeaside[] = {0.55, 0.60, 0.75, 1.05, 1.15, 1.35,
                                          1.75, 1.85, 1.10, 0.80, 0.60, 0.50};
    return (district.has_season ? kSeaside : kTown)[month - 1];
}

std::string incidents_file(Random random, std::vector<Anchor> const& anchors,
                           std::vector<Effect> const& effects, Date first_of_the_month) {
    static constexpr char const* kKinds[] = {"Anti-social behaviour", "Criminal damage and arson",
                                             "Public order", "Drugs"};
    auto const month = to_text(first_of_the_month).substr(0, 7);
    std::string file = "Month,Longitude,Latitude,Location,Crime type\n";
    for (std::size_t i = 0; i < anchors.size(); ++i) {
        auto const& anchor = anchors[i];
        double const expected =
            anchor.a_month * effect_on(effects, i, first_of_the_month) *
            season_of(districts()[anchor.district], month_of(first_of_the_month));
        for (int left = draw_count(random, expected); left > 0; --left) {
            file += month + "," + degrees(anchor.longitude) + "," + degrees(anchor.latitude) +
                    ",On or near " + anchor.name + "," +
                    kKinds[random.weighted({0.78, 0.12, 0.07, 0.03})] + "\n";
        }
    }
    return file;
}

std::string outlines_file() {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    char const* comma = "";
    for (auto const& district : districts()) {
        text += comma;
        text += R"({"type":"Feature","properties":{"LAD21CD":")" + std::string{district.gss_code} +
                R"(","LAD21NM":")" + std::string{district.name} +
                R"(","note":"Demonstration outline, drawn by hand"},)" +
                R"("geometry":{"type":"Polygon","coordinates":[[)";
        auto ring = district.outline;
        ring.push_back(ring.front());
        char const* between = "";
        for (auto const& [longitude, latitude] : ring) {
            text += between + ("[" + degrees(longitude)) + "," + degrees(latitude) + "]";
            between = ",";
        }
        text += "]]}}";
        comma = ",";
    }
    return text + "]}";
}

}  // namespace waymark::demo

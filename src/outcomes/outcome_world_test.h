#pragma once

// The small world that the tests of outcomes start from: TestWorld's people, the shipped
// programmes, and one open case in Scarborough that Amal leads, about Vic, at a place with a
// position.

#include "cases/cases.h"
#include "cases/chronology.h"
#include "cases/risk.h"
#include "incidents/import.h"
#include "outcomes/outcomes.h"
#include "people/people.h"
#include "places/places.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <sstream>

namespace waymark::outcomes {

inline programmes::Catalogue const& shipped_catalogue() {
    static programmes::Loaded const loaded = programmes::Catalogue::load(source_path("programmes"));
    return std::get<programmes::Catalogue>(loaded);
}

struct OutcomeWorld : TestWorld {
    programmes::Catalogue const& catalogue = shipped_catalogue();
    CaseId id;

    OutcomeWorld() { id = open_case(-0.4, 54.28); }

    template <class Do>
    auto as(std::string const& who, Do&& act) {
        auto work = work_as(who);
        auto result = act(static_cast<access::Work&>(work));
        work.finish();
        return result;
    }

    CaseId open_case(std::optional<double> longitude, std::optional<double> latitude) {
        auto work = work_as("amal");
        auto const hub = access::scope_of(work->tx(), area("SCA").value);
        people::Person person;
        person.given_names = "Vic";
        person.family_name = "Example";
        auto const vic = people::create(work, person, {hub})->id;
        auto const home = places::create(work,
                                         {.kind = "address",
                                          .line = "4 Cliff Street",
                                          .town = "Scarborough",
                                          .longitude = longitude,
                                          .latitude = latitude},
                                         {hub});
        auto const made = cases::open(work, catalogue,
                                      {.area_id = area("SCA"),
                                       .programme_code = "antisocial_behaviour",
                                       .title = "Noise on Cliff Street",
                                       .subject_kind = "person",
                                       .answers = {{"behaviour_type", {"noise", "threats"}},
                                                   {"behaviour_class", {"personal"}},
                                                   {"hate_element", {"not_known"}},
                                                   {"harm_test", {"met"}},
                                                   {"effect_on_person", {"Cannot sleep"}},
                                                   {"local_season", {"all_year"}},
                                                   {"case_review_explained", {"yes"}},
                                                   {"person_agrees_to_close", {"yes"}}},
                                       .lead_agency_id = agency("council"),
                                       .lead_user_id = user("amal"),
                                       .people = {{vic, "victim", true}},
                                       .places = {{home->id, "home_of_victim", false}}});
        work.finish();
        return *made;
    }

    // As Scarborough's people say: often, unsafe, little confidence.
    static std::vector<Given> bad() {
        return {{"frequency", "daily"}, {"feels_safe", "2"}, {"confidence_in_agencies", "2"}};
    }
    static std::vector<Given> good() {
        return {{"frequency", "stopped"},
                {"feels_safe", "4"},
                {"confidence_in_agencies", std::nullopt, "declined"}};
    }

    Result<Done> record_opening(std::vector<Given> const& given) {
        return as("amal", [&](access::Work& work) {
            return record(work, catalogue, id, programmes::Point::Opening, "", given);
        });
    }

    void assess(std::string const& point, bool highest) {
        auto const ref = catalogue.current("antisocial_behaviour", "SCA", clock.today);
        std::map<std::string, std::string> answers;
        for (auto const& question : catalogue.find(*ref)->risk.questions) {
            auto const by_weight = [](auto const& a, auto const& b) { return a.weight < b.weight; };
            auto const& options = question.answers;
            answers[question.code] =
                (highest ? std::max_element(options.begin(), options.end(), by_weight)
                         : std::min_element(options.begin(), options.end(), by_weight))
                    ->code;
        }
        ASSERT_TRUE(as("amal", [&](access::Work& work) {
            return cases::assess(work, catalogue,
                                 {.case_id = id, .point = point, .answers = answers});
        }));
    }

    cases::CloseRequest closing() {
        return {.id = id,
                .revision = std::stoll(
                    value("SELECT revision FROM case_record WHERE id = '" + id.value + "'")),
                .closing_reason = "resolved_early_intervention",
                .closing_summary = "It has stopped.",
                .victim_told = "told"};
    }
    Result<std::int64_t> close_it(std::vector<Given> const& given) {
        auto const request = closing();
        return as("amal",
                  [&](access::Work& work) { return close_case(work, catalogue, request, given); });
    }

    // One incident in each month at that point, by month alone.
    void import_months(std::vector<std::string> const& months, double longitude = -0.4,
                       double latitude = 54.28) {
        std::string text = "Month,Longitude,Latitude,Location,LSOA code,Crime type\n";
        for (auto const& month : months) {
            text += month + "," + std::to_string(longitude) + "," + std::to_string(latitude) +
                    ",On or near Cliff Street,E01000001,Anti-social behaviour\n";
        }
        std::istringstream file(text);
        ASSERT_TRUE(incidents::import_incidents(database(), partnership(), file,
                                                {.clock = [this] { return clock; }}));
    }

    std::string core(std::string const& column) {
        return value("SELECT coalesce(CAST(" + column +
                     " AS TEXT), 'null') FROM outcome_core WHERE case_id = '" + id.value + "'");
    }

    // All tables but the audit, which may tell of what was looked at before refusing.
    std::string records() {
        std::istringstream lines(dump());
        std::string kept;
        for (std::string line; std::getline(lines, line);) {
            if (line.rfind("audit_", 0) != 0) kept += line + "\n";
        }
        return kept;
    }
};

}  // namespace waymark::outcomes

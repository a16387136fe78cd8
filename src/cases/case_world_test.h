#pragma once

// The small world that the tests of cases start from: TestWorld's people and hubs, and one open
// case of anti-social behaviour in Scarborough that Amal leads, about Vic, with Alan said to have
// done it, at Vic's home. The catalogue is the one that ships.

#include "cases/actions.h"
#include "cases/case_people.h"
#include "cases/cases.h"
#include "cases/chronology.h"
#include "cases/reviews.h"
#include "cases/risk.h"
#include "people/people.h"
#include "places/places.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::cases {

inline programmes::Catalogue const& shipped_catalogue() {
    static programmes::Loaded const loaded = programmes::Catalogue::load(source_path("programmes"));
    return std::get<programmes::Catalogue>(loaded);
}

struct CaseWorld : TestWorld {
    programmes::Catalogue const& catalogue = shipped_catalogue();
    PersonId vic, alan;
    PlaceId home;
    CaseId id;

    CaseWorld() {
        auto work = work_as("amal");
        vic = make_person(work, "Vic");
        alan = make_person(work, "Alan");
        auto const place = places::create(
            work, {.kind = "address", .line = "4 Cliff Street", .town = "Scarborough"},
            {access::scope_of(work->tx(), area("SCA").value)});
        home = place->id;
        id = *open(work, catalogue, well_formed());
        work.finish();
        pass(std::chrono::milliseconds{1});
    }

    static PersonId make_person(access::Work& work, std::string const& name) {
        std::vector<access::Scope> scopes;
        for (auto const& hub : work.actor().areas) {
            scopes.push_back(access::scope_of(work.tx(), hub.value));
        }
        people::Person person;
        person.given_names = name;
        person.family_name = "Example";
        person.phone = "01723 000000";
        person.email = "someone@example.org";
        auto const made = people::create(work, person, scopes);
        return made->id;
    }

    static Answers opening_answers() {
        return {{"behaviour_type", {"noise", "threats"}}, {"behaviour_class", {"personal"}},
                {"hate_element", {"not_known"}},          {"harm_test", {"met"}},
                {"effect_on_person", {"Cannot sleep"}},   {"local_season", {"all_year"}}};
    }

    NewCase well_formed() const {
        return {.area_id = area("SCA"),
                .programme_code = "antisocial_behaviour",
                .title = "Noise on Cliff Street",
                .subject_kind = "person",
                .answers = opening_answers(),
                .lead_agency_id = agency("council"),
                .lead_user_id = user("amal"),
                .people = {{vic, "victim", true}, {alan, "alleged_perpetrator"}},
                .places = {{home, "home_of_victim"}}};
    }

    // Does something as somebody, commits it, and gives what it gave. What is done next happens a
    // little later, so that there is an order in which things happened.
    template <class Do>
    auto as(std::string const& who, Do&& act) {
        auto work = work_as(who);
        auto result = act(static_cast<access::Work&>(work));
        work.finish();
        pass(std::chrono::milliseconds{1});
        return result;
    }

    std::int64_t revision() {
        return std::stoll(value("SELECT revision FROM case_record WHERE id = '" + id.value + "'"));
    }
    std::string column(std::string const& name) {
        return value("SELECT " + name + " FROM case_record WHERE id = '" + id.value + "'");
    }

    bool sees(std::string const& who) {
        return as(who, [&](access::Work& work) { return bool(find(work, id)); });
    }

    // Kinds and details of the chronology, oldest first.
    std::string story() {
        auto const page = as("helen", [&](access::Work& work) {
            return chronology(work, id, std::nullopt, kMostRows);
        });
        std::string text;
        for (auto row = page->rows.rbegin(); row != page->rows.rend(); ++row) {
            text += row->kind + " ";
        }
        return text;
    }

    // The answer that weighs least, or most, to every question of the case's questionnaire.
    std::map<std::string, std::string> risk_answers(bool highest = false) const {
        auto const ref = catalogue.current("antisocial_behaviour", "SCA", clock.today);
        std::map<std::string, std::string> answers;
        for (auto const& question : catalogue.find(*ref)->risk.questions) {
            auto const& options = question.answers;
            auto const by_weight = [](auto const& a, auto const& b) { return a.weight < b.weight; };
            answers[question.code] =
                highest ? std::max_element(options.begin(), options.end(), by_weight)->code
                        : std::min_element(options.begin(), options.end(), by_weight)->code;
        }
        return answers;
    }
    RiskAssessment assess_as(std::string const& who, std::string const& point,
                             bool highest = false) {
        return *as(who, [&](access::Work& work) {
            return assess(work, catalogue,
                          {.case_id = id, .point = point, .answers = risk_answers(highest)});
        });
    }

    ActionPlan plan(std::string const& agency_code) const {
        return {.description = "Visit and explain",
                .owner_agency_id = agency(agency_code),
                .due_on = add_days(clock.today, 7)};
    }
    ActionId add_action_as(std::string const& who, std::string const& agency_code) {
        return *as(who, [&](access::Work& work) {
            return add_action(work, catalogue, id, plan(agency_code));
        });
    }
    CasePartnerId bring_in(std::string const& agency_code, std::optional<TeamId> team_id = {}) {
        return *as("amal", [&](access::Work& work) {
            return bring_in_partner(work, {.case_id = id,
                                           .agency_id = agency(agency_code),
                                           .team_id = team_id,
                                           .reason = "Knows the street",
                                           .terms = terms()});
        });
    }

    // Everything that closing asks for; the revision is the present one.
    CloseRequest closing() {
        return {
            .id = id,
            .revision = revision(),
            .closing_reason = "resolved_early_intervention",
            .closing_summary = "It has stopped.",
            .victim_told = "told",
            .answers = {{"case_review_explained", {"yes"}}, {"person_agrees_to_close", {"yes"}}}};
    }
    void move_to(std::string const& stage) {
        auto const seen = revision();
        auto const moved = as("amal", [&](access::Work& work) {
            return change_stage(work, catalogue, {.id = id, .revision = seen, .stage = stage});
        });
        ASSERT_TRUE(moved) << stage;
    }
    void close_it() {
        assess_as("amal", "closing");
        auto const request = closing();
        auto const closed =
            as("amal", [&](access::Work& work) { return close(work, catalogue, request); });
        ASSERT_TRUE(closed);
    }
};

// One row of a table of refusals: what is arranged, what is tried, and what is answered.
struct RefusalCase {
    char const* name;
    char const* actor;
    void (*arrange)(CaseWorld& world);
    Error (*attempt)(CaseWorld& world, access::Work& work);
    Refusal refusal;
    char const* code;
    std::vector<FieldError> fields;
};

inline void nothing(CaseWorld&) {}

template <class T>
Error error_of(Result<T> const& result) {
    return result ? Error{Refusal::TooMany, "it_was_allowed"} : result.error();
}

// Everything but the audit, which may tell of what was looked at before refusing.
inline std::string records_of(TestWorld& world) {
    std::string kept;
    std::string const all = world.dump();
    for (std::size_t from = 0; from < all.size();) {
        auto const to = all.find('\n', from);
        auto const line = all.substr(from, to - from + 1);
        if (line.rfind("audit_", 0) != 0) kept += line;
        from = to + 1;
    }
    return kept;
}

// The work is finished, so that a write made before the refusal would show.
inline void expect_refused(RefusalCase const& row) {
    CaseWorld world;
    row.arrange(world);
    auto const before = records_of(world);
    auto work = world.work_as(row.actor);
    auto const error = row.attempt(world, work);
    work.finish();
    EXPECT_EQ(error.refusal, row.refusal);
    EXPECT_EQ(error.code, row.code);
    EXPECT_EQ(error.fields, row.fields);
    EXPECT_EQ(records_of(world), before);
}

}  // namespace waymark::cases

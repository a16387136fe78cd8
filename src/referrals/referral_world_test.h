#pragma once

// The small world that the tests of referrals start from: TestWorld's people and hubs, Vic who is
// on record in Scarborough, and a form that Carys, of the police's Scarborough team, may send
// there.

#include "cases/case_people.h"
#include "cases/cases.h"
#include "cases/chronology.h"
#include "people/people.h"
#include "places/places.h"
#include "referrals/referrals.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::referrals {

inline programmes::Catalogue const& shipped_catalogue() {
    static programmes::Loaded const loaded = programmes::Catalogue::load(source_path("programmes"));
    return std::get<programmes::Catalogue>(loaded);
}

struct ReferralWorld : TestWorld {
    programmes::Catalogue const& catalogue = shipped_catalogue();
    PersonId vic;
    PlaceId street;

    ReferralWorld() {
        auto work = work_as("amal");
        auto const hub = access::scope_of(work->tx(), area("SCA").value);
        people::Person person;
        person.given_names = "Vic";
        person.family_name = "Example";
        person.phone = "01723 000000";
        vic = people::create(work, person, {hub})->id;
        places::Place place;
        place.kind = "street";
        place.line = "Cliff Street";
        place.town = "Scarborough";
        street = places::create(work, place, {hub})->id;
        work.finish();
    }

    static NewReferralPerson named(std::string const& name, std::string const& role,
                                   Choice choice = {}) {
        NewReferralPerson person;
        person.role = role;
        person.given_names = name;
        person.family_name = "Example";
        person.choice = std::move(choice);
        return person;
    }

    // Everything that is needed, and two people: one new and one whom nobody could place.
    NewReferral well_formed() const {
        NewReferral form;
        form.area_id = area("SCA");
        form.source_kind = "agency";
        form.source = "police";
        form.how_known = "told_by_victim";
        form.programme_code = "antisocial_behaviour";
        form.subject_kind = "person";
        form.what_happened = "Shouting and banging at night.";
        form.where_happened = "Behind the flats";
        form.risk_now = "no";
        form.consent = "given";
        form.people = {named("Nell", "victim", {"new", {}, {}}),
                       named("Someone", "alleged_perpetrator", {"none_shown", {}, {}})};
        return form;
    }

    template <class Do>
    auto as(std::string const& who, Do&& act) {
        auto work = work_as(who);
        auto result = act(static_cast<access::Work&>(work));
        work.finish();
        return result;
    }

    ReferralId draft_of(std::string const& who) {
        return *as(who, [](access::Work& work) { return start(work, "{\"what\":\"typed\"}"); });
    }
    ReferralId sent_by(std::string const& who, NewReferral const& form) {
        auto const id = draft_of(who);
        auto const done =
            as(who, [&](access::Work& work) { return send(work, catalogue, id, 1, form); });
        EXPECT_TRUE(done) << (done ? "" : done.error().code);
        if (!done) {
            for (auto const& field : done.error().fields) {
                ADD_FAILURE() << field.field << " " << field.code;
            }
        }
        return id;
    }
    ReferralId sent_by(std::string const& who) { return sent_by(who, well_formed()); }

    // One that Amal can accept: everybody in it is somebody of ours.
    ReferralId resolved_by(std::string const& who) {
        auto form = well_formed();
        form.people = {named("Nell", "victim", {"new", {}, {}})};
        return sent_by(who, form);
    }

    Referral read_as(std::string const& who, ReferralId const& id) {
        return *as(who, [&](access::Work& work) { return find(work, id); });
    }
    bool sees(std::string const& who, ReferralId const& id) {
        auto const found = as(who, [&](access::Work& work) { return find(work, id); });
        if (!found) {
            EXPECT_EQ(found.error().code, "no_such_referral");
        }
        return bool(found);
    }
    bool sees_person(std::string const& who, PersonId const& id) {
        return as(who, [&](access::Work& work) { return bool(people::find(work, id)); });
    }

    static cases::Answers opening_answers() {
        return {{"behaviour_type", {"noise", "threats"}}, {"behaviour_class", {"personal"}},
                {"hate_element", {"not_known"}},          {"harm_test", {"met"}},
                {"effect_on_person", {"Cannot sleep"}},   {"local_season", {"all_year"}}};
    }
    Decision accepting() const {
        return {.decision = "accept",
                .title = "Noise behind the flats",
                .lead_user_id = user("amal"),
                .answers = opening_answers()};
    }
    CaseId case_of(std::string const& hub, std::string const& who) {
        return *as(who, [&](access::Work& work) {
            auto answers = opening_answers();
            if (hub != "SCA") answers.erase("local_season");
            return cases::open(work, catalogue,
                               {.area_id = area(hub),
                                .programme_code = "antisocial_behaviour",
                                .title = "Noise",
                                .subject_kind = "person",
                                .answers = answers,
                                .lead_agency_id = agency("council"),
                                .lead_user_id = user(who)});
        });
    }
};

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

// One row of a table of refusals: what is arranged, what is tried, and what is answered. What
// arranging made is handed on.
struct RefusalCase {
    char const* name;
    char const* actor;
    ReferralId (*arrange)(ReferralWorld& world);
    Error (*attempt)(ReferralWorld& world, access::Work& work, ReferralId const& id);
    Refusal refusal;
    char const* code;
    std::vector<FieldError> fields;
};

// The work is finished, so that a write made before the refusal would show.
inline void expect_refused(RefusalCase const& row) {
    ReferralWorld world;
    auto const id = row.arrange(world);
    auto const before = records_of(world);
    auto work = world.work_as(row.actor);
    auto const error = row.attempt(world, work, id);
    work.finish();
    EXPECT_EQ(error.refusal, row.refusal);
    EXPECT_EQ(error.code, row.code);
    EXPECT_EQ(error.fields, row.fields);
    EXPECT_EQ(records_of(world), before);
}

}  // namespace waymark::referrals

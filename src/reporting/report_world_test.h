#pragma once

// A small partnership with made-up work, for the tests of reporting: rows are written as they are,
// from a seed, because reporting reads what is there and knows nobody who wrote it.

#include "reporting/reporting.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

namespace waymark::reporting {

struct ReportWorld : TestWorld {
    std::mt19937 random{7};
    int made = 0;

    // The same numbers from every standard library.
    int up_to(int most) { return static_cast<int>(random() % (static_cast<unsigned>(most) + 1)); }
    template <std::size_t n>
    std::string one_of(char const* const (&list)[n]) {
        return list[static_cast<std::size_t>(up_to(static_cast<int>(n) - 1))];
    }
    static std::string quoted(std::string const& text) { return "'" + text + "'"; }
    static std::string or_null(std::optional<Date> const& day) {
        return day ? quoted(to_text(*day)) : "NULL";
    }
    std::string next_id() { return "id-" + std::to_string(10000 + made++); }

    template <class Do>
    auto as(std::string const& who, Do&& act) {
        auto work = work_as(who);
        auto result = act(static_cast<access::Work&>(work));
        work.finish();
        return result;
    }

    access::Scope scope(std::string const& entity) {
        auto work = work_as("amal");
        return access::scope_of(work->tx(), entity);
    }

    struct Made {
        std::string hub = "SCA", programme = "antisocial_behaviour", stage = "working";
        std::string band = "standard", reason = "stopped_by_itself";
        Date opened = make_date(2025, 11, 1);
        std::optional<Date> closed = std::nullopt;
        std::optional<Date> review = std::nullopt, reassess = std::nullopt, update = std::nullopt;
    };
    std::string add_case(Made const& one) {
        auto const id = next_id();
        bool const open = !one.closed;
        run("INSERT INTO case_record (id, reference, partnership_id, area_id, programme_code, "
            "programme_version, title, subject_kind, stage, is_open, opened_on, closed_on, "
            "closing_reason, lead_agency_id, risk_band, reassess_by, next_review_on, "
            "update_due_on, created_at, created_by, updated_at) VALUES (" +
            quoted(id) + ", 'R-" + id + "', " + quoted(partnership().value) + ", " +
            quoted(area(one.hub).value) + ", " + quoted(one.programme) + ", '2026', 'Noise', " +
            "'person', " + quoted(open ? one.stage : "closed") + ", " + (open ? "1" : "0") + ", " +
            quoted(to_text(one.opened)) + ", " + or_null(one.closed) + ", " +
            (open ? "NULL" : quoted(one.reason)) + ", " + quoted(agency("council").value) + ", " +
            quoted(one.band) + ", " + or_null(one.reassess) + ", " + or_null(one.review) + ", " +
            or_null(one.update) + ", '2025', 'x', '2025')");
        for (auto const& entity : {partnership().value, area(one.hub).value}) {
            file(id, entity, one.opened, open);
        }
        return id;
    }
    void file(std::string const& id, std::string const& entity, Date opened, bool open) {
        run("INSERT INTO case_scope VALUES (" + std::to_string(scope(entity)) + ", " +
            (open ? "1" : "0") + ", " + quoted(to_text(opened)) + ", " + quoted(id) + ")");
    }

    void add_referral(std::string const& hub, std::string const& received, Date due,
                      std::string const& decided = {}) {
        auto const id = next_id();
        run("INSERT INTO referral_record (id, partnership_id, area_id, state, programme_code, "
            "received_at, triage_due_on, decided_at, created_at, created_by, updated_at) VALUES (" +
            quoted(id) + ", " + quoted(partnership().value) + ", " + quoted(area(hub).value) +
            ", " + (decided.empty() ? "'waiting'" : "'decided'") + ", 'antisocial_behaviour', " +
            quoted(received) + ", " + quoted(to_text(due)) + ", " +
            (decided.empty() ? "NULL" : quoted(decided)) + ", '2025', 'x', '2025')");
        run("INSERT INTO referral_scope VALUES (" + std::to_string(scope(area(hub).value)) + ", " +
            (decided.empty() ? "'waiting'" : "'decided'") + ", " + quoted(received) + ", " +
            quoted(id) + ")");
    }

    void add_outcome(std::string const& id) {
        static char const* const bands[] = {"'standard'", "'medium'", "'high'", "NULL"};
        static char const* const numbers[] = {"1", "2", "3", "NULL"};
        std::string values;
        for (int half = 0; half < 2; ++half) {
            values += ", " + one_of(bands);
            for (int i = 0; i < 4; ++i) values += ", " + one_of(numbers);
        }
        run("INSERT INTO outcome_core (case_id, opening_risk_band, opening_risk_score, "
            "opening_frequency, opening_feels_safe, opening_confidence, closing_risk_band, "
            "closing_risk_score, closing_frequency, closing_feels_safe, closing_confidence) "
            "VALUES (" +
            quoted(id) + values + ")");
    }

    void add_action(std::string const& id, std::string const& hub, Date due, bool done) {
        run("INSERT INTO case_action (id, case_id, area_id, description, owner_agency_id, due_on, "
            "result, completed_on, created_at, created_by) VALUES (" +
            quoted(next_id()) + ", " + quoted(id) + ", " + quoted(area(hub).value) + ", 'x', " +
            quoted(agency("council").value) + ", " + quoted(to_text(due)) + ", " +
            (done ? "'done', " + quoted(to_text(due)) : "NULL, NULL") + ", '2025', 'x')");
    }

    // Two years of work in both hubs; today is 2 February 2026.
    void populate(int cases) {
        static char const* const hubs[] = {"SCA", "SCA", "HAR"};
        static char const* const stages[] = {"opened", "assessing", "working"};
        static char const* const bands[] = {"standard", "medium", "high", "not_recorded"};
        static char const* const reasons[] = {"stopped_by_itself", "moved_away",
                                              "all_options_used"};
        static char const* const programmes[] = {"antisocial_behaviour", "antisocial_behaviour",
                                                 "place_problem_solving"};
        for (int i = 0; i < cases; ++i) {
            Made one{.hub = one_of(hubs),
                     .programme = one_of(programmes),
                     .stage = one_of(stages),
                     .band = one_of(bands),
                     .reason = one_of(reasons),
                     .opened = add_days(clock.today, -up_to(800))};
            if (up_to(1) == 0) {
                one.closed = std::min(clock.today, add_days(one.opened, up_to(300)));
            } else {
                if (up_to(2) > 0) one.review = add_days(clock.today, up_to(20) - 10);
                if (up_to(2) > 0) one.reassess = add_days(clock.today, up_to(20) - 10);
                if (up_to(2) == 0) one.update = add_days(clock.today, up_to(20) - 10);
            }
            auto const id = add_case(one);
            if (one.closed && up_to(3) > 0) add_outcome(id);
            if (!one.closed) {
                for (int k = up_to(2); k > 0; --k) {
                    add_action(id, one.hub, add_days(clock.today, up_to(20) - 10), up_to(1) == 0);
                }
            }
            auto const received = add_days(clock.today, -up_to(800));
            add_referral(
                one.hub, to_text(received) + "T12:00:00.000Z", add_days(received, 3),
                up_to(4) == 0 ? "" : to_text(add_days(received, up_to(6))) + "T09:00:00.000Z");
        }
    }

    std::int64_t number(std::string const& sql) { return std::stoll(value(sql)); }
};

inline Figure const& figure(HubPicture const& picture, std::string const& code) {
    for (auto const& one : picture.figures) {
        if (one.code == code) return one;
    }
    throw std::runtime_error("no figure " + code);
}

}  // namespace waymark::reporting

// What lists and filing promise: every reader's pages and counts are what a slow reading of the
// records says, whatever happened to the cases, and each case is shown once.

#include "case_world_test.h"

#include <random>
#include <set>

namespace waymark::cases {

namespace {

std::vector<std::string> ids_of(std::vector<CaseRow> const& rows) {
    std::vector<std::string> ids;
    for (auto const& row : rows) ids.push_back(row.id.value);
    return ids;
}

// Every page of a list, one after another.
std::vector<std::string> all_pages(CaseWorld& world, std::string const& who, Filter const& filter,
                                   int size) {
    std::vector<std::string> ids;
    std::optional<Cursor> after;
    do {
        auto const page =
            *world.as(who, [&](access::Work& work) { return list(work, filter, after, size); });
        EXPECT_LE(page.rows.size(), static_cast<std::size_t>(size));
        for (auto const& id : ids_of(page.rows)) ids.push_back(id);
        after = page.next;
    } while (after);
    return ids;
}

// A partnership with a few dozen cases, made by use cases in a chance order that the seed fixes.
struct BusyWorld : CaseWorld {
    std::mt19937 chance{20260202};
    std::vector<CaseId> cases{id};

    int up_to(int most) { return static_cast<int>(chance() % static_cast<unsigned>(most + 1)); }

    CaseId open_one() {
        bool const in_harrogate = up_to(3) == 0;
        auto request = well_formed();
        request.opened_on = add_days(clock.today, -up_to(5));
        // Vic is in many cases, and somebody in this one only.
        if (!in_harrogate) {
            request.people[1].person_id =
                as("amal", [](access::Work& work) { return make_person(work, "Only"); });
        }
        if (in_harrogate) {
            request.area_id = area("HAR");
            request.people = {};
            request.places = {};
            request.answers.erase("local_season");
            request.lead_user_id = user("bea");
        } else if (up_to(2) == 0) {
            request.lead_user_id = std::nullopt;
        }
        return *as(in_harrogate ? "bea" : "amal",
                   [&](access::Work& work) { return open(work, catalogue, request); });
    }

    // One change that may be refused; what matters is that filing follows those that are not.
    void change_one() {
        auto const& which =
            cases[static_cast<std::size_t>(up_to(static_cast<int>(cases.size()) - 1))];
        auto const kind = up_to(9);
        as("helen", [&](access::Work& work) {
            auto const found = *find(work, which);
            change(work, found, kind);
            return 0;
        });
    }

    void change(access::Work& work, CaseDetail const& c, int kind) {
        auto const police = agency("police");
        switch (kind) {
            case 0:
                return ignore(
                    bring_in_partner(work, {c.id, police, team("police_sca"), "R", terms()}));
            case 1:
                return ignore(bring_in_partner(work, {c.id, agency("housing"), {}, "R", terms()}));
            case 2:
                return end_one_partner(work, c);
            case 3:
                return plan_one(work, c);
            case 4:
                return end_one_action(work, c);
            case 5:
                return ignore(assess(work, catalogue, assessment(c)));
            case 6:
                return c.is_open ? close_one(work, c) : reopen_one(work, c);
            case 7:
                return reopen_one(work, c);
            case 8:
                return transfer_one(work, c);
            default:
                return ignore(update(work, {c.id, c.revision, c.title, agency("council"),
                                            user(up_to(1) == 0 ? "amal" : "bea")}));
        }
    }

  private:
    template <class T>
    static void ignore(Result<T> const&) {}

    NewAssessment assessment(CaseDetail const& c) {
        auto answers = risk_answers(up_to(1) == 1);
        if (c.programme.extension.empty()) {
            std::erase_if(answers, [](auto const& one) { return one.first.starts_with("local_"); });
        }
        return {.case_id = c.id, .point = "closing", .answers = answers};
    }
    void end_one_partner(access::Work& work, CaseDetail const& c) {
        auto const all = partners(work, c.id);
        if (!all->empty()) ignore(end_partner(work, c.id, all->front().id, 1));
    }
    void plan_one(access::Work& work, CaseDetail const& c) {
        auto made = plan("council");
        made.due_on = add_days(clock.today, up_to(6));
        ignore(add_action(work, catalogue, c.id, made));
    }
    void end_one_action(access::Work& work, CaseDetail const& c) {
        auto const all = actions(work, c.id);
        if (all->empty()) return;
        ignore(
            record_result(work, catalogue, {c.id, all->front().id, all->front().revision, "done"}));
    }
    void close_one(access::Work& work, CaseDetail const& c) {
        ignore(assess(work, catalogue, assessment(c)));
        auto request = closing();
        request.id = c.id;
        request.revision = find(work, c.id)->revision;
        ignore(close(work, catalogue, request));
    }
    void reopen_one(access::Work& work, CaseDetail const& c) {
        ignore(reopen(work, catalogue, {c.id, c.revision, "Again"}));
    }
    void transfer_one(access::Work& work, CaseDetail const& c) {
        ignore(transfer(work, {c.id, c.revision, area(up_to(1) == 0 ? "SCA" : "HAR"), "Moved",
                               "given", agency("council"), user("bea")}));
    }
};

// What filing should say, told from the records in the plainest way.
std::string scopes_in_truth() {
    return "SELECT DISTINCT a.number AS scope, c.is_open, c.opened_on, c.id AS case_id"
           "  FROM case_record c JOIN access_scope a ON a.entity_id IN (c.partnership_id, "
           "c.area_id)"
           "    OR a.entity_id = c.lead_user_id"
           "    OR EXISTS (SELECT 1 FROM case_partner p WHERE p.case_id = c.id AND p.to_on IS NULL"
           "        AND a.entity_id = CASE WHEN p.team_id IS NULL THEN p.agency_id"
           "                          ELSE p.team_id END)";
}

std::string due_in_truth() {
    std::string const from = " AS due_on, id AS case_id FROM case_record WHERE is_open = 1 AND ";
    return "SELECT t.scope, d.kind, d.due_on, d.case_id FROM (" + scopes_in_truth() +
           ") t JOIN ("
           "SELECT 'review' AS kind, next_review_on" +
           from +
           "next_review_on IS NOT NULL"
           " UNION ALL SELECT 'reassessment', reassess_by" +
           from +
           "reassess_by IS NOT NULL"
           " UNION ALL SELECT 'update', update_due_on" +
           from +
           "update_due_on IS NOT NULL"
           " UNION ALL SELECT 'action', min(due_on), case_id FROM case_action"
           "  WHERE result IS NULL GROUP BY case_id"
           ") d ON d.case_id = t.case_id";
}

std::string differences(TestWorld& world, std::string const& filed, std::string const& truth) {
    auto const count = [&](std::string const& one, std::string const& other) {
        return world.value("SELECT count(*) FROM (" + one + " EXCEPT " + other + ") AS d");
    };
    return count(filed, truth) + " too many, " + count(truth, filed) + " missing";
}

// The tests of a busy world only read it, so it is made once.
class BusyHubs : public testing::Test {
  protected:
    static inline std::unique_ptr<BusyWorld> busy;
    BusyWorld& world = *busy;

    static void SetUpTestSuite() {
        busy = std::make_unique<BusyWorld>();
        for (int i = 0; i < 20; ++i) busy->cases.push_back(busy->open_one());
        for (int i = 0; i < 120; ++i) {
            busy->change_one();
            if (i % 20 == 19) busy->pass_days(1);
        }
    }
    static void TearDownTestSuite() { busy.reset(); }
};

TEST_F(BusyHubs, AreFiledAsASlowReadingSays) {
    EXPECT_EQ(differences(world, "SELECT scope, is_open, opened_on, case_id FROM case_scope",
                          scopes_in_truth()),
              "0 too many, 0 missing");
    EXPECT_EQ(
        differences(world, "SELECT scope, kind, due_on, case_id FROM case_due", due_in_truth()),
        "0 too many, 0 missing");
    // The world is busy enough for that to mean something.
    EXPECT_NE(world.value("SELECT count(*) FROM case_record WHERE is_open = 0"), "0");
    EXPECT_NE(world.value("SELECT count(*) FROM case_record WHERE times_reopened > 0"), "0");
    EXPECT_NE(world.value("SELECT count(*) FROM case_transfer"), "0");
    EXPECT_NE(world.value("SELECT count(*) FROM case_partner WHERE to_on IS NOT NULL"), "0");
    EXPECT_NE(world.value("SELECT count(*) FROM case_due WHERE kind = 'action'"), "0");
    EXPECT_NE(world.value("SELECT count(*) FROM case_due WHERE kind = 'reassessment'"), "0");
}

// Nobody in this world has left a case, so its people are known where its cases are, to the
// partnership and to whoever recorded them, and to nobody else.
TEST_F(BusyHubs, MakeTheirPeopleKnownWhereverACaseOfTheirsIsFiledAndNowhereElse) {
    EXPECT_EQ(differences(world, "SELECT scope, person_id FROM person_scope",
                          "SELECT scope, person_id FROM ("
                          "SELECT s.scope, p.person_id FROM case_scope s"
                          "  JOIN case_person p ON p.case_id = s.case_id"
                          " UNION SELECT a.number, p.id FROM person_record p"
                          "  JOIN access_scope a ON a.entity_id IN (p.partnership_id, "
                          "p.created_by)"
                          "  JOIN person_scope f ON f.person_id = p.id AND f.scope = a.number"
                          ") AS known"),
              "0 too many, 0 missing");
    EXPECT_EQ(differences(world, "SELECT DISTINCT scope, person_id FROM person_key",
                          "SELECT scope, person_id FROM person_scope"),
              "0 too many, 0 missing");
    EXPECT_NE(world.value("SELECT count(*) FROM audit_entry WHERE action = 'person.withdraw'"),
              "0");
}

// The ids that a reader should be shown, from the records, in the order of the list.
std::vector<std::string> shown_in_truth(CaseWorld& world, std::string const& who,
                                        std::string const& condition, bool by_due) {
    auto const scopes = world.as(who, [](access::Work& work) {
        std::string text = "NULL";
        for (auto const scope : work.actor().scopes) text += "," + std::to_string(scope);
        return text;
    });
    std::string const order = by_due ? "next_review_on ASC, id ASC" : "opened_on DESC, id DESC";
    std::vector<std::string> ids;
    for (int rank = 0;; ++rank) {
        auto const total = std::stoi(world.value(
            "SELECT count(*) FROM case_record WHERE " + condition +
            " AND id IN (SELECT case_id FROM case_scope WHERE scope IN (" + scopes + "))"));
        if (rank >= total) return ids;
        ids.push_back(world.value("SELECT id FROM (SELECT id, row_number() OVER (ORDER BY " +
                                  order + ") AS rank FROM case_record WHERE " + condition +
                                  " AND id IN (SELECT case_id FROM case_scope WHERE scope IN (" +
                                  scopes +
                                  "))) AS ranked WHERE rank = " + std::to_string(rank + 1)));
    }
}

TEST_F(BusyHubs, GiveEachReaderEveryCaseOfTheirsOnceInOrderHoweverLongThePage) {
    for (auto const* const who : {"amal", "bea", "carys", "dev", "helen"}) {
        auto const open_ones = shown_in_truth(world, who, "is_open = 1", false);
        auto const closed_ones = shown_in_truth(world, who, "is_open = 0", false);
        EXPECT_FALSE(open_ones.empty()) << who;
        for (int const size : {1, 3, 100}) {
            EXPECT_EQ(all_pages(world, who, {}, size), open_ones) << who << size;
            EXPECT_EQ(all_pages(world, who, {.is_open = false}, size), closed_ones) << who;
        }
        world.as(who, [&](access::Work& work) {
            EXPECT_EQ(*count(work, {}), static_cast<std::int64_t>(open_ones.size())) << who;
            return 0;
        });
    }
    auto const amals =
        world.as("amal", [](access::Work& work) { return work.actor().scopes.size(); });
    EXPECT_GE(amals, 3U) << "the arms of several scopes are joined here";
}

TEST_F(BusyHubs, FilterByEachThingAndCountTheSame) {
    struct Asked {
        Filter filter;
        std::string condition;
    };
    auto const until = add_days(world.clock.today, 25);
    std::string const lead = "lead_user_id = '" + world.user("bea").value + "' AND is_open = 1";
    std::vector<Asked> const asked = {
        {{.area_id = world.area("HAR")},
         "is_open = 1 AND area_id = '" + world.area("HAR").value + "'"},
        {{.programme_code = "place_problem_solving"}, "is_open = 1 AND programme_code = 'none'"},
        {{.stage = "opened"}, "is_open = 1 AND stage = 'opened'"},
        {{.risk_band = "high"}, "is_open = 1 AND risk_band = 'high'"},
        {{.lead_user_id = world.user("bea")}, lead},
        {{.lead_user_id = world.user("bea"), .due = Due::Review, .due_until = until},
         lead + " AND next_review_on <= '" + to_text(until) + "'"},
        {{.due = Due::Review, .due_until = until},
         "is_open = 1 AND next_review_on <= '" + to_text(until) + "'"},
    };
    for (auto const* const who : {"amal", "bea", "carys", "helen"}) {
        for (auto const& one : asked) {
            auto const& filter = one.filter;
            auto const& condition = one.condition;
            auto const truth = shown_in_truth(world, who, condition, filter.due.has_value());
            EXPECT_EQ(all_pages(world, who, filter, 2), truth) << who << ": " << condition;
            auto const counted =
                *world.as(who, [&](access::Work& work) { return count(work, filter); });
            EXPECT_EQ(counted, static_cast<std::int64_t>(truth.size())) << who << ": " << condition;
        }
    }
}

TEST(DueCases, AreMineOrOursWithTheirTotalAndNeverClosedOnes) {
    CaseWorld world;
    auto const other = *world.as("marek", [&](access::Work& work) {
        auto request = world.well_formed();
        request.lead_user_id = world.user("marek");
        return open(work, world.catalogue, request);
    });
    world.as("amal", [&](access::Work& work) {
        return *agree_updates(work, world.catalogue, {world.id, world.vic, "phone", 3});
    });
    world.assess_as("amal", "opening", true);
    world.add_action_as("amal", "council");
    auto const totals = [&](std::string const& who, Whose whose) {
        return world.as(who, [&](access::Work& work) {
            std::string text;
            for (auto const kind : {Due::Review, Due::Reassessment, Due::Update, Due::Action}) {
                auto const found = *due(work, kind, whose, 1);
                EXPECT_LE(found.rows.size(), 1U);
                text += std::to_string(found.total) + " ";
            }
            return text;
        });
    };

    EXPECT_EQ(totals("amal", Whose::Ours), "0 0 0 0 ");
    world.pass_days(3);
    EXPECT_EQ(totals("amal", Whose::Ours), "0 0 1 0 ");
    world.pass_days(4);
    EXPECT_EQ(totals("amal", Whose::Ours), "0 1 1 1 ");
    world.pass_days(21);
    EXPECT_EQ(totals("amal", Whose::Ours), "2 1 1 1 ");
    EXPECT_EQ(totals("amal", Whose::Mine), "1 1 1 1 ");
    EXPECT_EQ(totals("marek", Whose::Mine), "1 0 0 0 ");
    EXPECT_EQ(totals("helen", Whose::Ours), "2 1 1 1 ");
    EXPECT_EQ(totals("bea", Whose::Ours), "0 0 0 0 ");
    EXPECT_EQ(totals("bea", Whose::Mine), "0 0 0 0 ");
    EXPECT_FALSE(other.empty());
}

}  // namespace

}  // namespace waymark::cases

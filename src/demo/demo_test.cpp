// What the demonstration promises, at its small size: that everything there is to see occurs in it,
// that every record could be nobody's, and that it is the same each time.

#include "demo.h"

#include "access/accounts.h"
#include "audit/verify.h"
#include "cases/case_sharing.h"
#include "store/migrations.h"
#include "test_world.h"
#include "towns.h"
#include "world.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <set>

namespace waymark::demo {

namespace {

namespace fs = std::filesystem;

Date as_of() {
    return make_date(2026, 1, 31);
}

programmes::Catalogue const& catalogue() {
    static programmes::Loaded const loaded = programmes::Catalogue::load(source_path("programmes"));
    return std::get<programmes::Catalogue>(loaded);
}

// A new database of its own, gone afterwards.
class Scratch {
  public:
    Scratch() {
        static int number = 0;
        name_ = "waymark_demo_" + std::to_string(getpid()) + "_" + std::to_string(++number);
        char const* const engine = std::getenv("WAYMARK_TEST_ENGINE");
        is_postgresql_ = engine != nullptr && std::string{engine} == "postgresql";
        std::string url = "sqlite:" + path();
        if (is_postgresql_) {
            server_ = std::getenv("WAYMARK_TEST_POSTGRESQL");
            command("CREATE DATABASE " + name_ + " TEMPLATE template0");
            auto const at = server_.find("/postgres?");
            url = server_.substr(0, at + 1) + name_ + server_.substr(at + 9);
        }
        database_ = std::make_unique<store::Database>(
            store::Settings{.url = url, .connections = 2, .durable = false, .cache_kib = 8192});
        store::migrate(*database_);
    }
    ~Scratch() {
        database_.reset();
        if (is_postgresql_) {
            command("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
        } else {
            for (char const* const suffix : {"", "-wal", "-shm"}) fs::remove(path() + suffix);
        }
    }
    store::Database& database() { return *database_; }

    std::vector<store::Row> rows(std::string const& sql) {
        texts_.push_back(sql);
        auto tx = database_->begin(store::Mode::Read, store::Deadline::never());
        return tx.all(
            {names_.emplace_back("demo_test." + std::to_string(texts_.size())), texts_.back()}, {});
    }
    // The values of the column "value", in the order of the query.
    std::vector<std::string> column(std::string const& sql) {
        std::vector<std::string> values;
        for (auto const& row : rows(sql)) values.push_back(row.text_or_empty("value"));
        return values;
    }
    std::set<std::string> distinct(std::string const& sql) {
        auto const all = column(sql);
        return {all.begin(), all.end()};
    }
    std::int64_t count(std::string const& from) {
        return rows("SELECT COUNT(*) AS value FROM " + from).front().integer("value");
    }

  private:
    std::string path() const {
        return (fs::is_directory("/dev/shm") ? "/dev/shm/" : "/tmp/") + name_;
    }
    void command(std::string const& sql) const {
        auto const line = "psql -q -v ON_ERROR_STOP=1 -d '" + server_ + "' -c '" + sql + "'";
        if (std::system(line.c_str()) != 0) throw std::runtime_error("psql failed");
    }

    std::string name_, server_;
    bool is_postgresql_ = false;
    std::unique_ptr<store::Database> database_;
    std::deque<std::string> texts_, names_;
};

Options small(std::uint64_t seed = 2021) {
    return {
        .seed = seed, .as_of = as_of(), .size = Size::Small, .cost = access::PasswordCost::Minimal};
}

// Made once, because making it takes seconds.
struct MadeWorld {
    Scratch scratch;
    Made made = make(scratch.database(), catalogue(), small());
};
MadeWorld& world() {
    static MadeWorld one;
    return one;
}

using Codes = std::set<std::string>;

TEST(Demonstration, HasWhatItSaysAndIsMarkedAsOne) {
    auto& [scratch, made] = world();

    EXPECT_EQ(scratch.count("org_partnership WHERE is_demo = 1"), 1);
    EXPECT_NE(scratch.column("SELECT name AS value FROM org_partnership")[0].find("demonstration"),
              std::string::npos);
    EXPECT_EQ(scratch.count("org_area"), 7);
    EXPECT_EQ(made.agencies, scratch.count("org_agency"));
    EXPECT_EQ(made.agencies, 30);
    EXPECT_EQ(made.users, scratch.count("user_account"));
    EXPECT_EQ(made.people, scratch.count("person_record"));
    EXPECT_GE(made.people, 300);
    EXPECT_LE(made.people, 310);
    EXPECT_EQ(made.referrals, scratch.count("referral_record"));
    EXPECT_GE(made.referrals, 195);
    EXPECT_EQ(made.cases, scratch.count("case_record"));
    EXPECT_GE(made.cases, 110);
    EXPECT_EQ(made.open_cases, scratch.count("case_record WHERE is_open = 1"));
    EXPECT_GE(made.open_cases, 8);
    EXPECT_EQ(made.places, scratch.count("place_record"));
    EXPECT_EQ(made.incidents, scratch.count("incident_record"));
    EXPECT_GE(made.incidents, 1000);
    EXPECT_EQ(scratch.count("incident_boundary WHERE area_id IS NOT NULL"), 7);
}

TEST(Demonstration, ListsTheElevenAccountsToTryFirst) {
    Codes const wanted = {"officer.sca",     "manager.sca", "officer.har", "partner.police.sca",
                          "partner.housing", "head",        "analyst",     "dpo",
                          "scrutiny",        "admin",       "approver"};
    auto const& accounts = world().made.accounts;
    ASSERT_GE(accounts.size(), 55U);
    Codes first;
    for (std::size_t i = 0; i < 11; ++i) {
        auto const& email = accounts[i].email;
        first.insert(email.substr(0, email.find('@')));
        EXPECT_TRUE(email.ends_with("@demo.example")) << email;
    }
    EXPECT_EQ(first, wanted);
}

TEST(Demonstration, LetsItsPeopleSignIn) {
    auto& [scratch, made] = world();
    auto const in = access::sign_in(
        scratch.database(),
        {.email = "officer.sca@demo.example", .password = made.password, .network_address = "::1"},
        std::chrono::hours{1}, clock_at(start_of_london_day(as_of()) - std::chrono::hours{1}),
        store::Deadline::never());
    EXPECT_TRUE(in);
}

// What is printed is what each of them finds.
TEST(Demonstration, ShowsOneCaseAsSixPeopleSeeIt) {
    auto& [scratch, made] = world();
    ASSERT_EQ(made.one_case.viewers.size(), 6u);
    std::vector<std::string> found;
    for (auto const& viewer : made.one_case.viewers) {
        auto tx = scratch.database().begin(store::Mode::Read, store::Deadline::never());
        auto const clock = clock_at(start_of_london_day(as_of()) + std::chrono::hours{1});
        auto system = access::Gate::for_system(tx, made.partnership, clock, "test");
        auto const user = access::user_with_email(system, viewer.email);
        ASSERT_TRUE(user) << viewer.email;
        auto work = access::Gate::on_behalf_of(tx, user->id, clock, "test");
        ASSERT_TRUE(work) << viewer.email;
        auto const whole = cases::find_by_reference(*work, made.one_case.reference);
        std::string depth = whole ? "whole" : "nothing";
        if (whole && cases::find(*work, *whole)->may_run) depth = "runs";
        auto const parts = *cases::known_in_part(*work);
        for (auto const& part : parts) {
            if (part.reference != made.one_case.reference) continue;
            depth = part.depth == sharing::Depth::Summary ? "summary" : "existence";
        }
        found.push_back(depth);
    }
    EXPECT_EQ(found, (std::vector<std::string>{"runs", "whole", "summary", "existence", "nothing",
                                               "nothing"}));
}

TEST(Demonstration, HoldsEveryRole) {
    auto& scratch = world().scratch;
    Codes every;
    for (auto const& role : access::roles()) every.insert(std::string{role.code});
    EXPECT_EQ(scratch.distinct("SELECT DISTINCT role AS value FROM role_assignment"), every);
}

TEST(Demonstration, ShowsReferralsInEveryStateAndWithEveryDecision) {
    auto& scratch = world().scratch;
    EXPECT_EQ(scratch.distinct("SELECT DISTINCT state AS value FROM referral_record"),
              (Codes{"draft", "waiting", "decided"}));
    EXPECT_EQ(scratch.distinct("SELECT DISTINCT decision AS value FROM referral_record "
                               "WHERE decision IS NOT NULL"),
              (Codes{"accept", "link", "advise", "signpost", "another_panel", "reject"}));
    EXPECT_GE(scratch.count("referral_record WHERE escalated_at IS NOT NULL"), 1);
    EXPECT_GE(
        scratch.count("referral_record WHERE state = 'waiting' AND triage_due_on < '2026-01-31'"),
        1);
    EXPECT_GE(scratch.count("referral_record WHERE state = 'decided' AND referrer_told_on IS NULL"),
              1);
    EXPECT_EQ(scratch.distinct("SELECT DISTINCT choice AS value FROM referral_person "
                               "WHERE choice IN ('known', 'new')"),
              (Codes{"known", "new"}));
}

TEST(Demonstration, ShowsCasesInEveryStageOfBothProgrammes) {
    auto& scratch = world().scratch;
    for (auto const* const programme : {"antisocial_behaviour", "place_problem_solving"}) {
        auto const ref = catalogue().current(programme, "SEL", as_of());
        Codes every;
        for (auto const& stage : catalogue().find(*ref)->stages) every.insert(stage.code);
        auto const seen = scratch.distinct(
            "SELECT DISTINCT to_stage AS value FROM case_stage_change s JOIN case_record c "
            "ON c.id = s.case_id WHERE c.programme_code = '" +
            std::string{programme} + "'");
        EXPECT_EQ(seen, every) << programme;
    }
    EXPECT_EQ(scratch
                  .distinct("SELECT DISTINCT stage AS value FROM case_record "
                            "WHERE programme_code = 'antisocial_behaviour'")
                  .size(),
              5U);
    EXPECT_GE(scratch.count("case_transfer"), 1);
    EXPECT_GE(scratch.count("case_record WHERE times_reopened > 0"), 1);
}

TEST(Demonstration, ShowsRiskActionsReviewsAndUpdatesOfEveryKind) {
    auto& scratch = world().scratch;
    EXPECT_EQ(scratch.distinct("SELECT DISTINCT band AS value FROM case_risk"),
              (Codes{"standard", "medium", "high"}));
    EXPECT_EQ(scratch.distinct("SELECT DISTINCT point AS value FROM case_risk"),
              (Codes{"opening", "review", "closing"}));
    EXPECT_GE(scratch.count("case_risk WHERE override_reason <> ''"), 1);
    EXPECT_EQ(
        scratch.distinct("SELECT DISTINCT COALESCE(result, 'open') AS value FROM case_action"),
        (Codes{"open", "done", "overtaken_by_events", "not_done_by_agency", "refused"}));
    EXPECT_EQ(scratch.distinct("SELECT DISTINCT result AS value FROM case_update"),
              (Codes{"given", "tried", "declined"}));
    EXPECT_GE(scratch.count("case_record WHERE update_due_on < '2026-01-31'"), 1);
    EXPECT_GE(scratch.count("case_record WHERE next_review_on < '2026-01-31' AND is_open = 1"), 1);
    EXPECT_GE(scratch.count("case_review"), 100);
}

TEST(Demonstration, MeasuresOutcomesAndSaysWhyNot) {
    auto& scratch = world().scratch;
    EXPECT_EQ(scratch.distinct("SELECT DISTINCT point AS value FROM outcome_measure"),
              (Codes{"opening", "review", "closing"}));
    EXPECT_GE(scratch.count("outcome_measure WHERE not_taken IS NOT NULL"), 20);
    EXPECT_GE(scratch.count("outcome_goal WHERE result = 'met'"), 5);
    EXPECT_GE(scratch.count("outcome_goal WHERE result IS NULL"), 1);
    // Most get better, and some do not.
    auto const better = scratch.count(
        "outcome_core WHERE closing_risk_score < opening_risk_score AND closing_risk_score IS NOT "
        "NULL");
    auto const worse = scratch.count(
        "outcome_core WHERE closing_risk_score > opening_risk_score AND opening_risk_score IS NOT "
        "NULL");
    EXPECT_GT(better, 2 * worse);
    EXPECT_GE(worse, 1);
    EXPECT_GE(scratch.count("outcome_demand WHERE span = 'before' AND recorded > 0"), 1);
    EXPECT_GE(scratch.count("outcome_demand WHERE span = 'after'"), 1);
}

TEST(Demonstration, DatesNothingAfterItsLastDay) {
    auto& scratch = world().scratch;
    for (auto const* const from :
         {"audit_entry WHERE at >= '2026-01-31'", "case_entry WHERE happened_at >= '2026-01-31'",
          "case_entry WHERE recorded_at >= '2026-01-31'",
          "case_record WHERE opened_on >= '2026-01-31'",
          "case_record WHERE closed_on >= '2026-01-31'",
          "referral_record WHERE created_at >= '2026-01-31'",
          "person_record WHERE updated_at >= '2026-01-31'",
          "incident_record WHERE month >= '2026-01'"}) {
        EXPECT_EQ(scratch.count(from), 0) << from;
    }
}

TEST(Demonstration, UsesNoPostcodeAndNoNumberThatCouldBeSomebodys) {
    auto& scratch = world().scratch;
    auto const postcodes = scratch.distinct(
        "SELECT postcode AS value FROM person_address UNION SELECT postcode FROM place_record "
        "UNION SELECT postcode FROM referral_person");
    EXPECT_GE(postcodes.size(), 20U);
    for (auto const& one : postcodes) EXPECT_TRUE(one.empty() || is_invented_postcode(one)) << one;

    auto const phones = scratch.distinct(
        "SELECT phone AS value FROM person_record UNION SELECT phone FROM user_account "
        "UNION SELECT phone FROM referral_person");
    EXPECT_GE(phones.size(), 50U);
    for (auto const& one : phones) EXPECT_TRUE(one.empty() || is_invented_phone(one)) << one;

    auto const emails = scratch.distinct(
        "SELECT email AS value FROM person_record UNION SELECT email FROM user_account "
        "UNION SELECT email FROM referral_person");
    for (auto const& one : emails) EXPECT_TRUE(one.empty() || one.ends_with(".example")) << one;
}

TEST(InventedPostcodesAndNumbers, AreToldFromRealOnes) {
    EXPECT_TRUE(is_invented_postcode("YO11 4CK"));
    EXPECT_FALSE(is_invented_postcode("YO11 4CA"));
    EXPECT_FALSE(is_invented_postcode("YO11 4AB"));
    EXPECT_FALSE(is_invented_postcode(""));
    EXPECT_TRUE(is_invented_phone("07700 900123"));
    EXPECT_TRUE(is_invented_phone("0113 496 0123"));
    EXPECT_FALSE(is_invented_phone("07700 901123"));
    EXPECT_FALSE(is_invented_phone("07700 9001234"));
    EXPECT_FALSE(is_invented_phone("01723 000000"));
}

TEST(Demonstration, HasAnAuditThatVerifies) {
    auto& scratch = world().scratch;
    auto tx = scratch.database().begin(store::Mode::Read, store::Deadline::never());
    auto const found = audit::verify(tx);
    EXPECT_GT(found.entries, 1000u);
    EXPECT_EQ(audit::code_of(found.fault), "none") << found.at;
}

// What is said to be the same, as text: everything but ids and the numbers in references, which are
// drawn, and in an order without them.
std::string story(Scratch& scratch) {
    std::string text;
    for (auto const* const sql :
         {"SELECT substr(reference, 1, 9) || stage || title || opened_on || COALESCE(closed_on, "
          "'') || risk_band "
          "|| "
          "COALESCE(closing_reason, '') || updated_at AS value FROM case_record ORDER BY 1",
          "SELECT COALESCE(substr(reference, 1, 11), '') || state || COALESCE(decision, '') || "
          "created_at || "
          "updated_at AS value FROM referral_record ORDER BY 1",
          "SELECT given_names || family_name || COALESCE(date_of_birth, '') || phone || created_at "
          "AS value FROM person_record ORDER BY 1",
          // What an entry tells besides may be ids; and other tests may have signed in.
          "SELECT at || action || subject_kind AS value FROM audit_entry WHERE request_id = 'demo' "
          "ORDER BY sequence",
          "SELECT measure || point || COALESCE(value, '') || COALESCE(not_taken, '') || "
          "recorded_at "
          "AS value FROM outcome_measure ORDER BY 1"}) {
        for (auto const& line : scratch.column(sql)) text += line + "\n";
    }
    return text;
}

// The first line in which two stories differ: short enough to read in a report.
std::string first_difference(std::string const& a, std::string const& b) {
    if (a == b) return "";
    auto const at = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    auto const from = at == 0 ? 0 : a.rfind('\n', at - 1) + 1;
    return a.substr(from, a.find('\n', at) - from) + " | " +
           b.substr(from, b.find('\n', at) - from);
}

TEST(Demonstration, IsTheSameAgainFromTheSameSeedAndAnotherFromAnother) {
    auto const first = story(world().scratch);

    Scratch again;
    make(again.database(), catalogue(), small());
    EXPECT_EQ(first_difference(story(again), first), "");

    Scratch other;
    make(other.database(), catalogue(), small(7));
    EXPECT_NE(first_difference(story(other), first), "");
}

TEST(Demonstration, RefusesADatabaseThatHoldsAPartnership) {
    TestWorld used;
    auto const before = used.dump();
    EXPECT_THROW(make(used.database(), catalogue(), small()), CannotMake);
    EXPECT_EQ(used.dump(), before);
}

// A case that moves takes its places out of the first hub's sight.
TEST(Demonstration, RecordsAPlaceAnewForAHubThatDoesNotKnowIt) {
    Scratch scratch;
    auto const options = small();
    auto const directory = make_directory(scratch.database(), options, make_date(2025, 1, 1));
    Timeline timeline{scratch.database(), directory.partnership, start_of_london_day(as_of())};
    World world{.options = options,
                .catalogue = catalogue(),
                .directory = directory,
                .population = make_population(Random{1}, 20, make_date(2025, 1, 1)),
                .anchors = make_anchors(Random{1}, 20, 60),
                .timeline = timeline,
                .random = Random{1}};
    auto const in_hub = [&](std::size_t number, auto record) {
        auto const& hub = world.directory.hubs[number];
        auto tx = scratch.database().begin(store::Mode::Write, store::Deadline::never());
        auto work = access::Gate::on_behalf_of(tx, hub.officers[0].user,
                                               clock_at(start_of_london_day(as_of())), "demo");
        auto const id = record(*work, world, hub, 0);
        access::Gate::finish(*work);
        return id;
    };
    for (auto const record : {record_home, record_anchor}) {
        auto const first = in_hub(0, record);
        EXPECT_EQ(in_hub(0, record), first);
        auto const second = in_hub(1, record);
        EXPECT_NE(second, first);
        EXPECT_EQ(in_hub(1, record), second);
    }
    EXPECT_EQ(scratch.count("place_record"), 4);
}

}  // namespace

}  // namespace waymark::demo

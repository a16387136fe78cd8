#pragma once

// A small true world for tests: a real database with the real migrations, on SQLite or, with
// WAYMARK_TEST_ENGINE=postgresql, on the server that WAYMARK_TEST_POSTGRESQL names.
//
// One partnership with two hubs, Scarborough (SCA) and Harrogate (HAR), and these people:
//   amal    hub officer in Scarborough, of the council
//   marek   hub manager in Scarborough, of the council
//   bea     hub officer in Harrogate, of the council
//   carys   partner worker in the police's Scarborough team
//   dev     partner worker in the housing association's team
//   helen   head of safer communities, partnership-wide
//   dpo     data protection officer
//   admin   administrator
// The three agencies are parties of one agreement. All sign in with kPassword. The clock stands at
// 10:00 UTC on Monday 2 February 2026 until a test moves it.

#include "access/app_secrets.h"
#include "access/directory.h"
#include "access/gate.h"
#include "sharing/grants.h"
#include "store/migrations.h"
#include "store/store.h"

#include <deque>
#include <map>
#include <memory>
#include <string>

namespace waymark {

constexpr char const* kPassword = "a long enough pass phrase";

// Work that is under way in a test, with the transaction it runs in. Rolled back unless finished.
class WorkUnderWay {
  public:
    WorkUnderWay(store::Database& database, UserId const& user, Clock clock);
    WorkUnderWay(store::Database& database, PartnershipId const& partnership, Clock clock);

    access::Work& operator*() { return *work_; }
    access::Work* operator->() { return work_.get(); }
    operator access::Work&() { return *work_; }
    // Writes the audit and commits.
    void finish();

  private:
    std::unique_ptr<store::Transaction> tx_;
    std::unique_ptr<access::Work> work_;
};

class TestWorld {
  public:
    TestWorld();
    ~TestWorld();
    TestWorld(TestWorld const&) = delete;
    TestWorld& operator=(TestWorld const&) = delete;

    store::Database& database() { return *database_; }
    WorkUnderWay work_as(std::string const& name);
    // What an operator's command does: it needs nobody to approve it.
    WorkUnderWay work_of_system();

    UserId user(std::string const& name) const { return users_.at(name); }
    AreaId area(std::string const& code) const { return areas_.at(code); }  // SCA, HAR
    AgencyId agency(std::string const& code) const {
        return agencies_.at(code);
    }  // council, police, housing
    TeamId team(std::string const& code) const { return teams_.at(code); }  // police_sca, housing
    PartnershipId partnership() const { return partnership_; }
    // The agreement that all three agencies are parties of, and sharing under it for 90 days.
    sharing::AgreementId agreement() const { return agreement_; }
    sharing::Terms terms() const;

    // Runs one statement and commits it: for arranging what no use case would do.
    void run(std::string const& sql);
    // One value of a query with one row and one column, as text.
    std::string value(std::string const& sql);
    // Every row of every table, in a fixed order: to show that nothing changed.
    std::string dump();
    // "amal case.close SCA-2026-0001" lines since the world was made; ids that are users' are
    // named.
    std::string audit_trail();

    // What the server checks second factors with, for no passkeys.
    access::CheckedWith checked_with() const { return {{}, &sealing_key}; }
    sealing::SealingKey const sealing_key = sealing::SealingKey::make();

    // A point in time for the next work; see the top of this file for where it starts.
    Clock clock;
    void pass(std::chrono::milliseconds time) { clock = clock_at(clock.now + time); }
    void pass_days(int days) { pass(std::chrono::hours{24 * days}); }

  private:
    std::vector<std::string> tables();
    store::Sql keep(std::string text);
    void populate();

    std::string path_;
    std::unique_ptr<store::Database> database_;
    PartnershipId partnership_;
    sharing::AgreementId agreement_;
    std::map<std::string, UserId> users_;
    std::map<std::string, AreaId> areas_;
    std::map<std::string, AgencyId> agencies_;
    std::map<std::string, TeamId> teams_;
    std::int64_t audit_from_ = 0;
    std::deque<std::string> statements_;
};

// Where the repository stands, for test data and programme files.
std::string source_path(std::string const& relative);

}  // namespace waymark

// The world that tests start from.

#include "test_world.h"

#include "access/accounts.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace waymark {

namespace {

namespace fs = std::filesystem;

// Tables that migrations fill and no use case changes.
bool is_seeded(std::string const& table) {
    return table == "schema_migration" || table == "sharing_code" || table == "sharing_limit" ||
           table == "safe_address_limit" || table == "access_limit";
}

bool on_postgresql() {
    char const* const engine = std::getenv("WAYMARK_TEST_ENGINE");
    return engine != nullptr && std::string{engine} == "postgresql";
}

// Memory-backed where there is such a place: these databases live for milliseconds.
fs::path scratch() {
    fs::path const shared{"/dev/shm"};
    return fs::is_directory(shared) ? shared : fs::temp_directory_path();
}

void remove_database(std::string const& path) {
    for (char const* const suffix : {"", "-wal", "-shm"}) fs::remove(path + suffix);
}

// Nothing is there: a program of the same number that was killed may have left its own.
std::string scratch_file(std::string const& purpose) {
    static int number = 0;
    auto path = (scratch() / ("waymark-test-" + std::to_string(getpid()) + "-" + purpose + "-" +
                              std::to_string(++number)))
                    .string();
    remove_database(path);
    return path;
}

store::Settings settings_for(std::string const& url) {
    return {.url = url, .connections = 2, .durable = false, .cache_kib = 512};
}

// A migrated SQLite file, made once by each test program and then copied.
std::string const& sqlite_template() {
    struct Made {
        std::string path = scratch_file("template");
        Made() {
            store::Database database{settings_for("sqlite:" + path)};
            store::migrate(database);
        }
        ~Made() { remove_database(path); }
    };
    static Made const made;
    return made.path;
}

// The url of a database of this program's own on the test server, made once.
std::string const& postgresql_url() {
    struct Made {
        std::string url;
        std::string name = "waymark_test_" + std::to_string(getpid());
        std::string server;

        static std::string with_database(std::string const& server_url, std::string const& name) {
            // postgresql:///postgres?host=... becomes postgresql:///NAME?host=...
            auto const at = server_url.find("/postgres?");
            if (at == std::string::npos) {
                throw std::runtime_error(
                    "WAYMARK_TEST_POSTGRESQL must be postgresql:///postgres?host=FOLDER");
            }
            return server_url.substr(0, at + 1) + name + server_url.substr(at + 9);
        }

        Made() {
            char const* const set = std::getenv("WAYMARK_TEST_POSTGRESQL");
            if (set == nullptr) throw std::runtime_error("WAYMARK_TEST_POSTGRESQL is not set");
            server = set;
            command("DROP DATABASE IF EXISTS " + name);
            command("CREATE DATABASE " + name + " TEMPLATE template0");
            url = with_database(server, name);
            store::Database database{settings_for(url)};
            store::migrate(database);
        }
        ~Made() { command("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"); }

        void command(std::string const& sql) const {
            // CREATE DATABASE cannot run in a transaction, which is all the store offers.
            auto const line = "psql -q -v ON_ERROR_STOP=1 -d '" + server + "' -c '" + sql + "'";
            if (std::system(line.c_str()) != 0) {
                throw std::runtime_error("psql could not prepare the test database");
            }
        }
    };
    static Made const made;
    return made.url;
}

}  // namespace

std::string source_path(std::string const& relative) {
    return std::string{WAYMARK_SOURCE_DIR} + "/" + relative;
}

WorkUnderWay::WorkUnderWay(store::Database& database, UserId const& user, Clock clock)
    : tx_(std::make_unique<store::Transaction>(
          database.begin(store::Mode::Write, store::Deadline::after(std::chrono::seconds{20})))) {
    auto work = access::Gate::on_behalf_of(*tx_, user, clock, "test");
    if (!work) throw std::runtime_error("no such user in the test world, or not valid today");
    work_ = std::make_unique<access::Work>(std::move(*work));
}

WorkUnderWay::WorkUnderWay(store::Database& database, PartnershipId const& partnership, Clock clock)
    : tx_(std::make_unique<store::Transaction>(
          database.begin(store::Mode::Write, store::Deadline::after(std::chrono::seconds{20})))),
      work_(std::make_unique<access::Work>(
          access::Gate::for_system(*tx_, partnership, clock, "test"))) {}

void WorkUnderWay::finish() {
    access::Gate::finish(*work_);
    work_.reset();
    tx_.reset();
}

TestWorld::TestWorld() : clock(clock_at(*parse_instant("2026-02-02T10:00"))) {
    if (on_postgresql()) {
        database_ = std::make_unique<store::Database>(settings_for(postgresql_url()));
        auto tx = database_->begin(store::Mode::Write, store::Deadline::never());
        tx.execute(keep("SET LOCAL session_replication_role = replica"), {});
        for (auto const& table : tables()) {
            if (!is_seeded(table)) tx.execute(keep("DELETE FROM " + table), {});
        }
        tx.execute(keep("INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '')"), {});
        tx.execute(keep("INSERT INTO audit_progress (id, shown_up_to) VALUES (1, 0)"), {});
        tx.execute(keep("INSERT INTO access_version (id, number) VALUES (1, 1)"), {});
        // As the migration left it: tests end a code's time to see what that does.
        tx.execute(keep("UPDATE sharing_code SET valid_to = NULL"), {});
        tx.commit();
    } else {
        path_ = scratch_file("world");
        fs::copy_file(sqlite_template(), path_);
        database_ = std::make_unique<store::Database>(settings_for("sqlite:" + path_));
    }
    populate();
}

TestWorld::~TestWorld() {
    database_.reset();
    if (!path_.empty()) remove_database(path_);
}

void TestWorld::populate() {
    using access::PasswordCost;
    auto tx = database_->begin(store::Mode::Write, store::Deadline::never());
    partnership_ = access::create_partnership(tx, "Test Partnership", true, clock);
    auto work = access::Gate::for_system(tx, partnership_, clock, "test");
    access::Validity const always{make_date(2014, 4, 1), std::nullopt};

    for (auto const& [code, name] : {std::pair{"SCA", "Scarborough"}, {"HAR", "Harrogate"}}) {
        areas_[code] = *access::create_area(work, {{}, code, name, "", always});
    }
    for (auto const& [code, name, kind] : {std::tuple{"council", "North Riding Council", "council"},
                                           {"police", "North Riding Police", "police"},
                                           {"housing", "Moors Homes", "housing"}}) {
        agencies_[code] = *access::create_agency(work, {{}, code, name, kind, always});
    }
    teams_["police_sca"] = *access::create_team(
        work, {{}, agencies_["police"], areas_["SCA"], "Scarborough neighbourhood team", always});
    teams_["housing"] = *access::create_team(
        work, {{}, agencies_["housing"], std::nullopt, "Tenancy team", always});

    struct Person {
        char const *name, *agency, *role, *held_at;
        std::string held_at_id;
    };
    for (auto const& person : std::initializer_list<Person>{
             {"amal", "council", "hub_officer", "area", areas_["SCA"].value},
             {"marek", "council", "hub_manager", "area", areas_["SCA"].value},
             {"bea", "council", "hub_officer", "area", areas_["HAR"].value},
             {"carys", "police", "partner_worker", "team", teams_["police_sca"].value},
             {"dev", "housing", "partner_worker", "team", teams_["housing"].value},
             {"helen", "council", "head_of_safer_communities", "partnership", partnership_.value},
             {"dpo", "council", "data_protection_officer", "partnership", partnership_.value},
             {"admin", "council", "administrator", "partnership", partnership_.value},
         }) {
        access::User const user{
            .id = {},
            .agency = agencies_[person.agency],
            .email = std::string{person.name} + "@example.org",
            .name = person.name,
            .job_title = "",
            .phone = "",
            .valid = always,
            .roles = {{person.role, person.held_at, person.held_at_id, always}},
        };
        auto const id = *access::create_user(work, user);
        if (!access::set_password(work, id, kPassword, PasswordCost::Minimal)) std::abort();
        users_[person.name] = id;
    }
    agreement_ = *sharing::create_agreement(
        work, {.id = {},
               .title = "Test agreement",
               .covers = "",
               .starts_on = make_date(2020, 1, 1),
               .review_on = make_date(2027, 1, 1),
               .ends_on = make_date(2028, 12, 31),
               .parties = {agencies_["council"], agencies_["police"], agencies_["housing"]},
               .purposes = {"prevent_crime", "support_victim"},
               .gateways = {"CDA115", "SAFEG"}});
    audit_from_ = static_cast<std::int64_t>(work.notes().size());
    access::Gate::finish(work);
}

sharing::Terms TestWorld::terms() const {
    return {"prevent_crime", "CDA115", agreement_, add_days(clock.today, 90)};
}

WorkUnderWay TestWorld::work_as(std::string const& name) {
    return {*database_, users_.at(name), clock};
}

WorkUnderWay TestWorld::work_of_system() {
    return {*database_, partnership_, clock};
}

store::Sql TestWorld::keep(std::string text) {
    statements_.push_back(std::move(text));
    return {statements_.back(), statements_.back()};
}

void TestWorld::run(std::string const& sql) {
    auto tx = database_->begin(store::Mode::Write, store::Deadline::never());
    tx.execute(keep(sql), {});
    tx.commit();
}

std::string TestWorld::value(std::string const& sql) {
    auto tx = database_->begin(store::Mode::Read, store::Deadline::never());
    auto const row = tx.first(keep(sql), {});
    if (!row) throw std::runtime_error("the query gave no row");
    return row->text_or_empty(row->columns().front());
}

std::vector<std::string> TestWorld::tables() {
    auto tx = database_->begin(store::Mode::Read, store::Deadline::never());
    std::vector<std::string> names;
    auto const sql = database_->engine() == store::Engine::Sqlite
                         ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                         : "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'";
    for (auto const& row : tx.all(keep(sql), {})) names.push_back(row.text("name"));
    std::sort(names.begin(), names.end());
    return names;
}

std::string TestWorld::dump() {
    std::string text;
    auto const names = tables();
    auto tx = database_->begin(store::Mode::Read, store::Deadline::never());
    for (auto const& table : names) {
        std::vector<std::string> lines;
        for (auto const& row : tx.all(keep("SELECT * FROM " + table), {})) {
            std::string line = table;
            for (auto const& column : row.columns()) {
                line += " | " + row.optional_text(column).value_or("NULL");
            }
            lines.push_back(line);
        }
        std::sort(lines.begin(), lines.end());
        for (auto const& line : lines) text += line + "\n";
    }
    return text;
}

std::string TestWorld::audit_trail() {
    auto tx = database_->begin(store::Mode::Read, store::Deadline::never());
    std::string text;
    auto const rows =
        tx.all(keep("SELECT actor_id, action, subject_kind, detail, shown FROM audit_entry "
                    "WHERE sequence > " +
                    std::to_string(audit_from_) + " ORDER BY sequence"),
               {});
    for (auto const& row : rows) {
        auto who = row.text("actor_id");
        for (auto const& [name, id] : users_) {
            if (id.value == who) who = name;
        }
        text += who + " " + row.text("action") + " " + row.text("subject_kind");
        for (auto const* const column : {"detail", "shown"}) {
            if (auto const said = row.text(column); !said.empty()) text += " " + said;
        }
        text += "\n";
    }
    return text;
}

}  // namespace waymark

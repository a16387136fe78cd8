// waymark_bench: measures the release build against the project's bars, on SQLite and, where
// WAYMARK_BENCH_POSTGRESQL names an empty database, on PostgreSQL beside it. The server and the
// load share the machine. Prints one table and writes it as lines of JSON.

#include "bare_referral.h"
#include "client.h"
#include "figures.h"
#include "generate.h"
#include "incident_file.h"
#include "server_process.h"

#include "access/directory.h"
#include "access/gate.h"
#include "store/migrations.h"

#include <sodium.h>
#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <thread>

namespace waymark::bench {

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

struct Wishes {
    std::string waymark = "build/release/waymark";
    std::string web = "web/dist";
    std::string programmes = "programmes";
    std::string out = "build/bench";
    std::string data = "build/bench-data";
    std::string incidents = "../shared/data/lancashire-asb-2022.tab";
    double scale = 1;
    double seconds = 5;  // of each load
};

class Bench {
  public:
    Bench(Wishes const& wishes, std::string engine, std::string url, Figures& figures)
        : wishes_(wishes),
          engine_(std::move(engine)),
          url_(std::move(url)),
          figures_(figures),
          sizes_(sizes_at(wishes.scale)) {}

    void run() {
        measure_start();
        measure_export();
        {
            auto const server = start();
            auto const head = sign_in(server->port(), kHead, kPassword);
            auto const officer = sign_in(server->port(), kOfficer, kPassword);
            measure_cases(server->port(), head);
            measure_lists(server->port(), head, officer);
            measure_picture(server->port(), officer);
            measure_search(server->port(), head, officer);
            measure_referrals(server->port(), officer);
        }
    }

    // On a database of its own.
    void measure_import(std::string const& empty_url) {
        auto const file = incident_file();
        auto const took = run_program({wishes_.waymark, "import", "incidents", file, "--database",
                                       empty_url, "--programmes", wishes_.programmes});
        add("import of 56,434 incidents", took.count(), "s", Bar::AtMost, 3);
    }

  private:
    void add(std::string const& name, double figure, std::string const& unit, Bar bar = Bar::None,
             double value = 0) {
        figures_.add({engine_ + ": " + name, figure, unit, bar, value});
    }
    std::unique_ptr<ServerProcess> start() const {
        return std::make_unique<ServerProcess>(wishes_.waymark, url_, wishes_.web,
                                               wishes_.programmes,
                                               wishes_.out + "/server-" + engine_ + ".log");
    }
    LoadResult get(unsigned short port, Session const& session, int connections,
                   std::function<std::string(std::int64_t)> const& path) const {
        return load(port, session, connections, wishes_.seconds,
                    [&](std::int64_t connection, std::int64_t turn, Answer const&) {
                        return Asked{.path = path(turn * 64 + connection)};
                    });
    }

    void measure_start() {
        auto const server = start();
        add("start to first answer", server->start_to_first_answer().count(), "s", Bar::AtMost,
            0.5);
        std::this_thread::sleep_for(std::chrono::seconds{2});
        add("idle memory", server->memory("VmRSS"), "MiB", Bar::AtMost, 60);
    }

    void measure_export() {
        auto const server = start();
        auto const head = sign_in(server->port(), kHead, kPassword);
        std::int64_t rows = 0;
        double seconds = 0;
        for (auto const* const state : {"closed", "open"}) {
            auto const read =
                stream(server->port(), head, std::string{"/api/v1/exports/cases?state="} + state);
            rows += read.rows - 1;
            seconds += read.seconds;
        }
        if (rows < sizes_.cases) throw std::runtime_error("the export lacks rows");
        add("export of " + std::to_string(rows) + " rows", static_cast<double>(rows) / seconds,
            "rows/s", Bar::AtLeast, 100'000);
        add("most memory while exporting", server->memory("VmHWM"), "MiB", Bar::AtMost, 64);
    }

    void measure_cases(unsigned short port, Session const& head) {
        auto const constant =
            get(port, {}, 32, [](std::int64_t) { return std::string{"/healthz"}; });
        add("constant answer, 32 connections", constant.a_second(), "a second");
        auto const read = get(port, head, 32, [&](std::int64_t turn) {
            return "/api/v1/cases/" + case_id(turn * 7919 % sizes_.cases);
        });
        add("case read, 32 connections", read.a_second(), "a second");
        add("case read, p95 at 32 connections", read.p95_ms, "ms", Bar::AtMost, 5);
        add("case read to constant answer", read.a_second() / constant.a_second(), "ratio",
            Bar::AtLeast, 0.5);
        auto const chronology = get(port, head, 8, [&](std::int64_t turn) {
            return "/api/v1/cases/" + case_id(turn * 7919 % sizes_.cases) + "/chronology";
        });
        add("chronology, p95 at 8 connections", chronology.p95_ms, "ms", Bar::AtMost, 30);
    }

    void measure_lists(unsigned short port, Session const& head, Session const& officer) {
        struct List {
            char const* name;
            char const* path;
        };
        static constexpr List kLists[] = {
            {"open cases", "/api/v1/cases?state=open"},
            {"closed cases", "/api/v1/cases?state=closed"},
            {"reviews due", "/api/v1/cases?state=open&due=review"},
            {"actions due", "/api/v1/cases?state=open&due=action"},
            {"referral queue", "/api/v1/referrals?state=waiting"},
            {"decided referrals", "/api/v1/referrals?state=decided"},
            {"my work", "/api/v1/my-work"},
        };
        for (auto const& list : kLists) {
            auto const path = [&](std::int64_t) { return std::string{list.path}; };
            auto const wide = get(port, head, 8, path);
            auto const narrow = get(port, officer, 8, path);
            auto const name = std::string{list.name};
            add(name + ", partnership-wide, p95 at 8", wide.p95_ms, "ms", Bar::AtMost, 30);
            add(name + ", of one hub, p95 at 8", narrow.p95_ms, "ms", Bar::AtMost, 30);
            // My work is another question for each of the two, so there is nothing to compare.
            if (name == "my work") continue;
            add(name + ", one hub to partnership-wide", narrow.p95_ms / wide.p95_ms, "ratio",
                Bar::AtMost, 1.2);
        }
    }

    std::string hub_of(unsigned short port, Session const& officer) const {
        auto const session = json::parse(ask(port, officer, {.path = "/api/v1/session"}).body);
        return std::string{session.at("area_ids").at(0).as_string()};
    }
    void measure_picture(unsigned short port, Session const& officer) {
        auto const path = "/api/v1/hubs/" + hub_of(port, officer) + "/picture";
        auto const result = get(port, officer, 1, [&](std::int64_t) { return path; });
        add("hub picture, p95", result.p95_ms, "ms", Bar::AtMost, 150);
    }

    void measure_search(unsigned short port, Session const& head, Session const& officer) {
        // As typed: the first letters of a name, one more at each key.
        auto const typed = [&](std::int64_t turn) {
            auto const name = family_name_of(turn / 4);
            auto const length =
                std::min<std::size_t>(name.size(), 3 + static_cast<std::size_t>(turn % 4));
            return "/api/v1/search?q=" + name.substr(0, length);
        };
        add("search as you type, partnership-wide, p95 at 4", get(port, head, 4, typed).p95_ms,
            "ms", Bar::AtMost, 50);
        add("search as you type, one hub, p95 at 4", get(port, officer, 4, typed).p95_ms, "ms",
            Bar::AtMost, 50);
    }

    std::string referral_body(std::string const& area, std::int64_t number) const {
        char phone[20];
        std::snprintf(phone, sizeof phone, "07700 9%05lld",
                      static_cast<long long>(number % 100'000));
        return json::serialize(json::object{
            {"area_id", area},
            {"source_kind", "public"},
            {"source", "self"},
            {"channel", "phone"},
            {"how_known", "saw_it"},
            {"programme_code", "antisocial_behaviour"},
            {"subject_kind", "person"},
            {"class", "nuisance"},
            {"what_happened", "Loud music and shouting, three or four nights a week."},
            {"risk_now", "no"},
            {"consent", "given"},
            {"people", json::array{json::object{{"role", "victim"},
                                                {"given_names", "Measured"},
                                                {"family_name", family_name_of(number)},
                                                {"phone", phone},
                                                {"choice", "new"}}}}});
    }
    // A referral is a draft and then its sending: two requests, each durable when it is answered.
    void measure_referrals(unsigned short port, Session const& officer) {
        auto const area = hub_of(port, officer);
        auto const next = [&](std::int64_t connection, std::int64_t turn, Answer const& last) {
            if (turn % 2 == 0) {
                return Asked{
                    .method = "POST", .path = "/api/v1/referrals", .body = R"({"form":{}})"};
            }
            auto const id = std::string{json::parse(last.body).at("id").as_string()};
            return Asked{.method = "POST",
                         .path = "/api/v1/referrals/" + id + "/submission",
                         .body = referral_body(area, turn * 64 + connection),
                         .etag = last.etag};
        };
        auto const sent = load(port, officer, 32, wishes_.seconds, next);
        store::Database database{{.url = url_, .connections = 2}};
        double const bare = bare_referrals_a_second(database, wishes_.seconds);
        add("referrals written and sent, 32 connections", sent.a_second() / 2, "a second");
        add("bare SQL of a referral's rows", bare, "a second");
        add("referral to bare SQL", sent.a_second() / 2 / bare, "ratio", Bar::AtLeast, 0.5);
    }

    std::string incident_file() const {
        if (fs::exists(wishes_.incidents)) return wishes_.incidents;
        auto const made = wishes_.data + "/incidents.tab";
        write_incident_file(made);
        return made;
    }

    Wishes const& wishes_;
    std::string engine_, url_;
    Figures& figures_;
    Sizes sizes_;
};

// A partnership with nothing in it, for the import.
void make_empty(std::string const& url) {
    store::Database database{{.url = url, .connections = 2}};
    store::migrate(database);
    auto tx = database.begin(store::Mode::Write, store::Deadline::never());
    access::create_partnership(tx, "Measured partnership", true, system_clock());
    tx.commit();
}

void remove_sqlite(std::string const& path) {
    for (char const* const suffix : {"", "-wal", "-shm"}) fs::remove(path + suffix);
}

// The large database for SQLite is kept: making it takes minutes. It is made under another name
// first, so that an interrupted run leaves none that looks whole.
std::string large_sqlite(Wishes const& wishes) {
    auto const today = system_clock().today;
    auto const path = wishes.data + "/scale-" + std::to_string(wishes.scale) + ".db";
    if (fs::exists(path)) {
        std::cerr << "Using " << path << ", as it was made before\n";
        store::Database database{{.url = "sqlite:" + path, .connections = 1}};
        store::migrate(database);
        take_away_measured_referrals(database);
        return "sqlite:" + path;
    }
    auto const making = path + ".new";
    remove_sqlite(making);
    std::cerr << "Making " << path << "\n";
    {
        store::Database database{{.url = "sqlite:" + making,
                                  .connections = 1,
                                  .durable = false,
                                  .cache_kib = 256 * 1024}};
        store::migrate(database);
        generate(database, sizes_at(wishes.scale), today);
    }
    for (char const* const suffix : {"-wal", "-shm"}) {
        if (fs::exists(making + suffix)) fs::rename(making + suffix, path + suffix);
    }
    fs::rename(making, path);
    return "sqlite:" + path;
}

void measure_sqlite(Wishes const& wishes, Figures& figures) {
    Bench bench{wishes, "sqlite", large_sqlite(wishes), figures};
    auto const empty = wishes.data + "/import.db";
    remove_sqlite(empty);
    make_empty("sqlite:" + empty);
    bench.measure_import("sqlite:" + empty);
    remove_sqlite(empty);
    bench.run();
}

// The server is started for the bench and is empty, so the import comes before the large database,
// into the same one.
void measure_postgresql(Wishes const& wishes, std::string const& url, Figures& figures) {
    Bench bench{wishes, "postgresql", url, figures};
    make_empty(url);
    bench.measure_import(url);
    store::Database database{{.url = url, .connections = 2}};
    std::cerr << "Making the large database on PostgreSQL\n";
    generate(database, sizes_at(wishes.scale), system_clock().today);
    // What PostgreSQL does by itself after a while, and long before there are ten years of records.
    run_program({"/usr/bin/vacuumdb", "--quiet", "--analyze", "--dbname=" + url});
    bench.run();
}

int run(int argc, char** argv) {
    Wishes wishes;
    CLI::App app{"Measures the release build of Waymark against its bars"};
    app.add_option("--waymark", wishes.waymark, "the program to measure");
    app.add_option("--web", wishes.web, "the built web application");
    app.add_option("--programmes", wishes.programmes, "folder of programmes");
    app.add_option("--out", wishes.out, "folder for the figures");
    app.add_option("--data", wishes.data, "folder where the large database is kept");
    app.add_option("--incidents", wishes.incidents,
                   "file to import; one is made when it is absent");
    app.add_option("--scale", wishes.scale, "share of a million people, for quick runs")
        ->check(CLI::Range(0.0001, 1.0));
    app.add_option("--seconds", wishes.seconds, "length of each load")
        ->check(CLI::Range(0.2, 60.0));
    CLI11_PARSE(app, argc, argv);

    fs::create_directories(wishes.out);
    fs::create_directories(wishes.data);
    Figures figures;
    measure_sqlite(wishes, figures);
    if (char const* const url = std::getenv("WAYMARK_BENCH_POSTGRESQL"); url != nullptr) {
        measure_postgresql(wishes, url, figures);
    } else {
        std::cerr << "WAYMARK_BENCH_POSTGRESQL is not set: PostgreSQL was not measured\n";
    }
    figures.write(wishes.out, wishes.scale == 1 ? "bench" : "bench-scaled");
    std::cout << figures.missed() << " bars missed\n";
    // A bar that is missed is a finding, which the table shows; a measurement that fails is not.
    return 0;
}

}  // namespace

}  // namespace waymark::bench

int main(int argc, char** argv) {
    if (sodium_init() < 0) return 1;
    try {
        return waymark::bench::run(argc, argv);
    } catch (std::exception const& trouble) {
        std::cerr << "waymark_bench: " << trouble.what() << "\n";
        return 1;
    }
}

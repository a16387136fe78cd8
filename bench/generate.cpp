#include "generate.h"

#include "access/accounts.h"
#include "access/gate.h"
#include "bulk.h"
#include "matching/matching.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>

namespace waymark::bench {

namespace {

constexpr int kHubs = 7;
constexpr int kYears = 10;
// Of each hub; each leads some hundred open cases in the busiest hub, fewer elsewhere.
constexpr std::size_t kWorkers = 40;
// Of what a hub has: the first is the busiest, as one of the real ones is.
constexpr std::array<int, kHubs> kShare{30, 22, 14, 11, 9, 9, 5};

constexpr std::string_view kGiven[] = {"Amelia", "Thomas", "Susan",  "Daniel",  "Fatima", "Piotr",
                                       "Holly",  "Kevin",  "Priya",  "Gary",    "Ioana",  "Declan",
                                       "Grace",  "Imran",  "Brenda", "Leonard", "Yasmin", "Callum"};
constexpr std::string_view kStems[] = {"Barker", "Hodg",  "Met",    "Sykes", "Thack", "Wade",
                                       "List",   "Hol",   "Atkin",  "Dobs",  "Fawc",  "Hark",
                                       "Kirb",   "Marsd", "Nettle", "Outhw", "Pears", "Stockd",
                                       "Tenn",   "Ump",   "Ver",    "Whit",  "Ellw",  "Brays"};
constexpr std::string_view kEnds[] = {"son",  "ley", "ton", "royd", "wood", "field",
                                      "gate", "by",  "er",  "well", "man",  "shaw"};
constexpr std::string_view kStreets[] = {"Lantern", "Gorse",  "Quarry", "Tannery", "Bracken",
                                         "Kestrel", "Beacon", "Dunlin", "Foundry", "Heather"};

std::uint64_t mixed(std::uint64_t number) {
    number += 0x9E3779B97F4A7C15ULL;
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9ULL;
    number = (number ^ (number >> 27)) * 0x94D049BB133111EBULL;
    return number ^ (number >> 31);
}

// In order of number, so that inserting them in turn fills pages in turn.
std::string id_of(unsigned kind, std::int64_t number) {
    return fmt::format("01800000-{:04x}-7000-8000-{:012x}", kind, number);
}

enum Kind : unsigned {
    kPersonKind = 1,
    kCaseKind,
    kEntryKind,
    kRiskKind,
    kActionKind,
    kCasePersonKind,
    kReferralKind,
    kReferralPersonKind,
    kStageKind,
};

int hub_of(std::int64_t number) {
    auto left = static_cast<int>(mixed(static_cast<std::uint64_t>(number) ^ 0xA5) % 100);
    for (int hub = 0; hub < kHubs; ++hub) {
        if ((left -= kShare[static_cast<std::size_t>(hub)]) < 0) return hub;
    }
    return 0;
}

matching::PersonDetails details_of(std::int64_t number) {
    auto const bits = mixed(static_cast<std::uint64_t>(number));
    char phone[20], postcode[12];
    std::snprintf(phone, sizeof phone, "07700 9%05u", static_cast<unsigned>(bits >> 8) % 100'000);
    std::snprintf(postcode, sizeof postcode, "YO%u %uC%c", static_cast<unsigned>(bits % 80 + 10),
                  static_cast<unsigned>(bits >> 40) % 10, static_cast<char>("CKMV"[bits >> 62]));
    matching::PersonDetails details;
    details.given_names = kGiven[bits % std::size(kGiven)];
    details.family_name = family_name_of(number);
    details.date_of_birth =
        add_days(make_date(1940, 1, 1), static_cast<int>((bits >> 20) % (365 * 65)));
    details.phones = {phone};
    details.addresses = {std::to_string(bits % 90 + 1) + " " +
                         std::string{kStreets[(bits >> 12) % std::size(kStreets)]} + " Street"};
    details.postcodes = {postcode};
    return details;
}

// The directory, made by the use cases.
struct Directory {
    PartnershipId partnership;
    access::Scope scope;
    AgencyId council;
    std::array<AreaId, kHubs> areas;
    std::array<access::Scope, kHubs> area_scopes;
    struct Worker {
        UserId id;
        access::Scope scope;
    };
    std::array<std::array<Worker, kWorkers>, kHubs> workers;

    // Who leads a case, or took a referral, of that number.
    Worker const& worker_of(int hub, std::int64_t number) const {
        auto const which = mixed(static_cast<std::uint64_t>(number) ^ 0x3C) % kWorkers;
        return workers[static_cast<std::size_t>(hub)][which];
    }
};

template <class T>
T expect(Result<T> result) {
    if (!result) throw std::runtime_error("the bench was refused: " + result.error().code);
    return *std::move(result);
}

Directory make_directory(store::Database& database, Date today) {
    static constexpr char const* kCodes[kHubs] = {"SCA", "HAR", "SEL", "HAM", "CRA", "RYE", "RIC"};
    auto const first_day = add_months(today, -12 * kYears - 1);
    auto const clock = clock_at(start_of_london_day(first_day));
    auto tx = database.begin(store::Mode::Write, store::Deadline::never());
    Directory made{};
    made.partnership = access::create_partnership(tx, "Measured partnership", true, clock);
    auto work = access::Gate::for_system(tx, made.partnership, clock, "bench");
    access::Validity const valid{first_day, std::nullopt};
    made.scope = access::scope_of(tx, made.partnership.value);
    made.council =
        expect(access::create_agency(work, {{}, "council", "Council", "council", valid}));
    auto const add_user = [&](std::string const& email, access::RoleHeld const& role) {
        access::User user;
        user.agency = made.council;
        user.email = email;
        user.name = "Somebody Measured";
        user.valid = valid;
        user.roles = {role};
        auto const id = expect(access::create_user(work, user));
        expect(access::set_password(work, id, kPassword, access::PasswordCost::Minimal));
        return id;
    };
    for (std::size_t hub = 0; hub < kHubs; ++hub) {
        made.areas[hub] =
            expect(access::create_area(work, {{}, kCodes[hub], kCodes[hub], "", valid}));
        made.area_scopes[hub] = access::scope_of(tx, made.areas[hub].value);
        for (std::size_t one = 0; one < kWorkers; ++one) {
            auto const number = std::to_string(hub) + "." + std::to_string(one);
            auto const email = hub == 0 && one == 0 ? std::string{kOfficer}
                                                    : "officer" + number + "@bench.example";
            auto const id = add_user(email, {"hub_officer", "area", made.areas[hub].value, valid});
            made.workers[hub][one] = {id, access::scope_of(tx, id.value)};
        }
    }
    add_user(kHead, {"head_of_safer_communities", "partnership", made.partnership.value, valid});
    access::Gate::finish(work);
    return made;
}

class Generator {
  public:
    Generator(store::Database& database, Sizes const& sizes, Date today)
        : database_(database),
          sizes_(sizes),
          today_(today),
          directory_(make_directory(database, today)) {}

    void run() {
        step("people", [&](auto& tx) { people(tx); });
        step("addresses", [&](auto& tx) { addresses(tx); });
        step("who may know them", [&](auto& tx) { person_scopes(tx); });
        for (int hub = 0; hub < kHubs; ++hub) {
            step("search keys of hub " + std::to_string(hub + 1), [&](auto& tx) { keys(tx, hub); });
        }
        step("search keys of all", [&](auto& tx) { all_keys(tx); });
        step("cases", [&](auto& tx) { cases(tx); });
        step("who may know cases", [&](auto& tx) { case_scopes(tx); });
        step("what falls due", [&](auto& tx) { due(tx); });
        step("people in cases", [&](auto& tx) { people_in_cases(tx); });
        step("chronologies", [&](auto& tx) { entries(tx); });
        step("risk, actions and outcomes", [&](auto& tx) { around_cases(tx); });
        step("referrals", [&](auto& tx) { referrals(tx); });
        step("counters", [&](auto& tx) { counters(tx); });
        run_sql("bench.analyse", "ANALYZE");
    }

  private:
    template <class Do>
    void step(std::string const& what, Do&& act) {
        auto const start = std::chrono::steady_clock::now();
        auto tx = database_.begin(store::Mode::Write, store::Deadline::never());
        act(tx);
        tx.commit();
        std::chrono::duration<double> const took = std::chrono::steady_clock::now() - start;
        std::cerr << "  made " << what << " in " << static_cast<int>(took.count() * 10) / 10.0
                  << " s\n";
    }
    void run_sql(char const* name, char const* text) {
        auto tx = database_.begin(store::Mode::Write, store::Deadline::never());
        tx.execute({name, text}, {});
        tx.commit();
    }

    std::string at(Date day) const { return to_text(day) + "T10:00:00.000Z"; }
    bool is_open(std::int64_t number) const { return number >= sizes_.cases - sizes_.open_cases; }
    // Opened in order of number over the ten years; the last are open.
    Date opened_on(std::int64_t number) const {
        auto const days = static_cast<double>(365 * kYears - 3);
        return add_days(today_,
                        -static_cast<int>(days * static_cast<double>(sizes_.cases - number) /
                                          static_cast<double>(sizes_.cases)) -
                            1);
    }
    Date closed_on(std::int64_t number) const {
        return std::min(
            add_days(opened_on(number),
                     20 + static_cast<int>(mixed(static_cast<std::uint64_t>(number)) % 200)),
            add_days(today_, -1));
    }
    Date due_on(std::int64_t number, int salt) const {
        auto const bits = mixed(static_cast<std::uint64_t>(number * 7 + salt));
        return add_days(today_, static_cast<int>(bits % 60) - 20);
    }
    char const* band_of(std::int64_t number) const {
        static constexpr char const* kBands[] = {"standard", "standard", "medium", "high"};
        return kBands[mixed(static_cast<std::uint64_t>(number) ^ 0x51) % 4];
    }
    static std::int64_t person_of(std::int64_t number, std::int64_t people, int which) {
        return static_cast<std::int64_t>(mixed(static_cast<std::uint64_t>(number * 3 + which)) %
                                         static_cast<std::uint64_t>(people));
    }

    void people(store::Transaction& tx) {
        Bulk rows{tx, "person_record",
                  "id, partnership_id, given_names, family_name, date_of_birth, "
                  "date_of_birth_note, phone, phone_is_safe, filed_keys, created_at, created_by, "
                  "updated_at"};
        for (std::int64_t i = 0; i < sizes_.people; ++i) {
            auto const details = details_of(i);
            std::string keys;
            for (auto const& key : matching::filing_keys(details)) {
                keys += (keys.empty() ? "" : "\t") + key;
            }
            auto const made = at(add_days(today_, -static_cast<int>(i % 3600) - 1));
            rows.add({id_of(kPersonKind, i), directory_.partnership.value, details.given_names,
                      details.family_name, to_text(*details.date_of_birth), "exact",
                      details.phones[0], "yes", keys, made, "system:bench", made});
        }
        rows.finish();
    }
    void addresses(store::Transaction& tx) {
        Bulk rows{tx, "person_address", "person_id, position, line, town, postcode"};
        for (std::int64_t i = 0; i < sizes_.people; ++i) {
            auto const details = details_of(i);
            rows.add({id_of(kPersonKind, i), std::int64_t{0}, details.addresses[0], "Scarborough",
                      details.postcodes[0]});
        }
        rows.finish();
    }
    void person_scopes(store::Transaction& tx) {
        Bulk rows{tx, "person_scope", "scope, person_id"};
        for (std::int64_t i = 0; i < sizes_.people; ++i) {
            rows.add({directory_.scope, id_of(kPersonKind, i)});
        }
        for (int hub = 0; hub < kHubs; ++hub) {
            for (std::int64_t i = 0; i < sizes_.people; ++i) {
                if (hub_of(i) == hub) rows.add({scope_of(hub), id_of(kPersonKind, i)});
            }
        }
        rows.finish();
    }
    access::Scope scope_of(int hub) const {
        return directory_.area_scopes[static_cast<std::size_t>(hub)];
    }
    // Sorted before they are written: the table is one tree in this order.
    void keys(store::Transaction& tx, int hub) {
        std::vector<std::pair<std::string, std::int64_t>> filed;
        for (std::int64_t i = 0; i < sizes_.people; ++i) {
            if (hub_of(i) != hub) continue;
            for (auto& key : matching::filing_keys(details_of(i)))
                filed.emplace_back(std::move(key), i);
        }
        std::sort(filed.begin(), filed.end());
        Bulk rows{tx, "person_key", "scope, key, person_id"};
        for (auto const& [key, person] : filed) {
            rows.add({scope_of(hub), key, id_of(kPersonKind, person)});
        }
        rows.finish();
    }
    void all_keys(store::Transaction& tx) {
        tx.execute({"bench.all_keys",
                    "INSERT INTO person_key (scope, key, person_id) "
                    "SELECT CAST($1 AS BIGINT), key, person_id FROM person_key "
                    "WHERE scope <> $1 ORDER BY key, person_id"},
                   {directory_.scope});
    }

    void cases(store::Transaction& tx) {
        Bulk rows{tx, "case_record",
                  "id, reference, partnership_id, area_id, programme_code, programme_version, "
                  "extension_version, title, subject_kind, stage, is_open, opened_on, closed_on, "
                  "closing_reason, closing_summary, victim_told, lead_agency_id, lead_user_id, "
                  "risk_band, risk_score, reassess_by, next_review_on, update_due_on, created_at, "
                  "created_by, updated_at"};
        static constexpr char const* kStages[] = {"opened", "assessing", "working", "monitoring"};
        for (std::int64_t i = 0; i < sizes_.cases; ++i) {
            auto const hub = static_cast<std::size_t>(hub_of(i));
            bool const open = is_open(i);
            auto const opened = opened_on(i);
            auto const next = [&](int salt) {
                return open ? BulkValue{to_text(due_on(i, salt))} : BulkValue{nullptr};
            };
            auto const if_closed = [&](std::string text) {
                return open ? BulkValue{nullptr} : BulkValue{std::move(text)};
            };
            rows.add({id_of(kCaseKind, i),
                      reference(i),
                      directory_.partnership.value,
                      directory_.areas[hub].value,
                      "antisocial_behaviour",
                      "2026",
                      "",
                      "Noise at night, Gorse Street",
                      "person",
                      open ? kStages[mixed(static_cast<std::uint64_t>(i)) % 4] : "closed",
                      std::int64_t{open},
                      to_text(opened),
                      if_closed(to_text(closed_on(i))),
                      if_closed("resolved_early_intervention"),
                      if_closed("It has stopped."),
                      if_closed("told"),
                      directory_.council.value,
                      directory_.worker_of(static_cast<int>(hub), i).id.value,
                      band_of(i),
                      std::int64_t{20},
                      next(1),
                      next(2),
                      next(3),
                      at(opened),
                      directory_.worker_of(static_cast<int>(hub), i).id.value,
                      at(opened)});
        }
        rows.finish();
    }
    std::string reference(std::int64_t number) const {
        static constexpr char const* kCodes[kHubs] = {"SCA", "HAR", "SEL", "HAM",
                                                      "CRA", "RYE", "RIC"};
        char text[40];
        std::snprintf(text, sizeof text, "%s-%d-%06lld", kCodes[hub_of(number)],
                      year_of(opened_on(number)), static_cast<long long>(number));
        return text;
    }

    void case_scopes(store::Transaction& tx) {
        Bulk rows{tx, "case_scope", "scope, is_open, opened_on, case_id"};
        for_each_scope([&](access::Scope scope, std::int64_t i) {
            rows.add({scope, std::int64_t{is_open(i)}, to_text(opened_on(i)), id_of(kCaseKind, i)});
        });
        rows.finish();
    }
    // Every case under each of its scopes, scope by scope; closed ones have lower numbers.
    template <class Do>
    void for_each_scope(Do&& act) const {
        for (std::int64_t i = 0; i < sizes_.cases; ++i) act(directory_.scope, i);
        for (int hub = 0; hub < kHubs; ++hub) {
            for (std::int64_t i = 0; i < sizes_.cases; ++i) {
                if (hub_of(i) == hub) act(scope_of(hub), i);
            }
        }
        std::map<access::Scope, std::vector<std::int64_t>> led;
        for (std::int64_t i = 0; i < sizes_.cases; ++i) {
            led[directory_.worker_of(hub_of(i), i).scope].push_back(i);
        }
        for (auto const& [scope, numbers] : led) {
            for (auto const i : numbers) act(scope, i);
        }
    }
    void due(store::Transaction& tx) {
        Bulk rows{tx, "case_due", "scope, kind, due_on, case_id"};
        for_each_scope([&](access::Scope scope, std::int64_t i) {
            if (!is_open(i)) return;
            rows.add({scope, "reassessment", to_text(due_on(i, 1)), id_of(kCaseKind, i)});
            rows.add({scope, "review", to_text(due_on(i, 2)), id_of(kCaseKind, i)});
            rows.add({scope, "update", to_text(due_on(i, 3)), id_of(kCaseKind, i)});
            rows.add({scope, "action", to_text(due_on(i, 4)), id_of(kCaseKind, i)});
        });
        rows.finish();
    }

    void people_in_cases(store::Transaction& tx) {
        Bulk rows{tx, "case_person", "id, case_id, person_id, role, is_subject, from_on, added_by"};
        for (std::int64_t i = 0; i < sizes_.cases; ++i) {
            auto const hub = static_cast<std::size_t>(hub_of(i));
            for (int which = 0; which < 2; ++which) {
                rows.add({id_of(kCasePersonKind, i * 2 + which), id_of(kCaseKind, i),
                          id_of(kPersonKind, person_of(i, sizes_.people, which)),
                          which == 0 ? "victim" : "alleged_perpetrator", std::int64_t{which == 0},
                          to_text(opened_on(i)),
                          directory_.worker_of(static_cast<int>(hub), i).id.value});
            }
        }
        rows.finish();
    }
    void entries(store::Transaction& tx) {
        Bulk rows{tx, "case_entry",
                  "case_id, happened_at, id, kind, nature, body, detail, recorded_at, recorded_by, "
                  "agency_id"};
        auto const each = sizes_.entries / sizes_.cases;
        for (std::int64_t i = 0; i < sizes_.cases; ++i) {
            auto const hub = static_cast<std::size_t>(hub_of(i));
            for (std::int64_t n = 0; n < each; ++n) {
                auto const when = at(std::min(add_days(opened_on(i), static_cast<int>(n * 6)),
                                              add_days(today_, -1)));
                bool const note = n > 0;
                rows.add({id_of(kCaseKind, i), when, id_of(kEntryKind, i * each + n),
                          note ? "note" : "opened", note ? "fact" : "",
                          note ? "Joint visit made. Nobody at home; a card was left with our "
                                 "number and the time of the next visit."
                               : "",
                          "", when, directory_.worker_of(static_cast<int>(hub), i).id.value,
                          directory_.council.value});
            }
        }
        rows.finish();
    }
    void around_cases(store::Transaction& tx) {
        Bulk risk{tx, "case_risk",
                  "id, case_id, point, questionnaire_version, score, scored_band, band, "
                  "assessed_on, reassess_by, recorded_at, recorded_by"};
        Bulk action{tx, "case_action",
                    "id, case_id, area_id, tool, description, owner_agency_id, owner_user_id, "
                    "due_on, result, completed_on, created_at, created_by"};
        Bulk stage{tx, "case_stage_change",
                   "id, case_id, from_stage, to_stage, changed_at, changed_by"};
        Bulk core{tx, "outcome_core",
                  "case_id, opening_risk_band, opening_risk_score, opening_frequency, "
                  "opening_feels_safe, opening_confidence, closing_risk_band, closing_risk_score, "
                  "closing_frequency, closing_feels_safe, closing_confidence, goals_agreed, "
                  "goals_met"};
        for (std::int64_t i = 0; i < sizes_.cases; ++i) {
            auto const hub = static_cast<std::size_t>(hub_of(i));
            auto const id = id_of(kCaseKind, i);
            auto const& officer = directory_.worker_of(static_cast<int>(hub), i).id.value;
            bool const open = is_open(i);
            auto const opened = opened_on(i);
            auto const bits = mixed(static_cast<std::uint64_t>(i) ^ 0x77);
            risk.add({id_of(kRiskKind, i), id, "opening", "2026", std::int64_t{20}, "medium",
                      band_of(i), to_text(opened), to_text(due_on(i, 1)), at(opened), officer});
            for (int which = 0; which < 2; ++which) {
                bool const done = !open || which == 0;
                action.add({id_of(kActionKind, i * 2 + which), id, directory_.areas[hub].value,
                            "visit", "Visit both homes and explain", directory_.council.value,
                            officer, to_text(done ? add_days(opened, 14) : due_on(i, 4)),
                            done ? BulkValue{"done"} : BulkValue{nullptr},
                            done ? BulkValue{to_text(std::min(add_days(opened, 12), today_))}
                                 : BulkValue{nullptr},
                            at(opened), officer});
            }
            stage.add({id_of(kStageKind, i), id, "", "opened", at(opened), officer});
            auto const part = [&](int shift, int most) {
                return BulkValue{
                    static_cast<std::int64_t>((bits >> shift) % static_cast<unsigned>(most))};
            };
            auto const closing = [&](BulkValue value) { return open ? BulkValue{nullptr} : value; };
            core.add({id, band_of(i), part(2, 60), part(8, 7), part(11, 5), part(14, 5),
                      closing(std::string{"standard"}), closing(part(17, 40)), closing(part(20, 7)),
                      closing(part(23, 5)), closing(part(26, 5)), std::int64_t{1},
                      std::int64_t{open ? 0 : 1}});
        }
        risk.finish();
        action.finish();
        stage.finish();
        core.finish();
    }

    void referrals(store::Transaction& tx) {
        Bulk rows{tx, "referral_record",
                  "id, reference, partnership_id, area_id, state, source_kind, source, how_known, "
                  "programme_code, subject_kind, class, what_happened, risk_now, consent, "
                  "received_at, triage_due_on, decision, decided_at, decided_by, created_at, "
                  "created_by, updated_at"};
        std::map<std::pair<access::Scope, std::string>,
                 std::vector<std::pair<std::string, std::string>>>
            filed;
        for (std::int64_t i = 0; i < sizes_.referrals; ++i) {
            auto const hub = static_cast<std::size_t>(hub_of(i));
            bool const waiting = i >= sizes_.referrals - sizes_.waiting;
            auto const day = add_days(
                today_, -1 - static_cast<int>((sizes_.referrals - i) * 3600 / sizes_.referrals));
            auto const received =
                waiting ? at(add_days(today_, -static_cast<int>(i % 9) - 1)) : at(day);
            std::string const state = waiting ? "waiting" : "decided";
            auto const decided = [&](std::string text) {
                return waiting ? BulkValue{nullptr} : BulkValue{std::move(text)};
            };
            auto const& [worker, own_scope] = directory_.worker_of(static_cast<int>(hub), i);
            auto const& officer = worker.value;
            rows.add({id_of(kReferralKind, i),
                      "BEN-R-" + std::to_string(i),
                      directory_.partnership.value,
                      directory_.areas[hub].value,
                      state,
                      "public",
                      "self",
                      "saw_it",
                      "antisocial_behaviour",
                      "person",
                      "nuisance",
                      "Loud music and shouting, three or four nights a week.",
                      "no",
                      "given",
                      received,
                      to_text(due_on(i, 5)),
                      decided("advise"),
                      decided(at(add_days(day, 2))),
                      decided(officer),
                      received,
                      officer,
                      received});
            for (auto const scope :
                 {directory_.scope, scope_of(static_cast<int>(hub)), own_scope}) {
                filed[{scope, state}].emplace_back(received, id_of(kReferralKind, i));
            }
        }
        rows.finish();
        Bulk scopes{tx, "referral_scope", "scope, state, sort_at, referral_id"};
        for (auto& [key, list] : filed) {
            std::sort(list.begin(), list.end());
            for (auto const& [when, id] : list) scopes.add({key.first, key.second, when, id});
        }
        scopes.finish();
    }
    // So that what is opened under load gets a reference nobody has.
    void counters(store::Transaction& tx) {
        Bulk of_cases{tx, "case_reference_counter", "area_id, year, last"};
        for (auto const& area : directory_.areas) {
            of_cases.add({area.value, std::int64_t{year_of(today_)}, sizes_.cases + 1'000'000});
        }
        of_cases.finish();
    }

    store::Database& database_;
    Sizes sizes_;
    Date today_;
    Directory directory_;
};

}  // namespace

Sizes sizes_at(double scale) {
    auto const of = [&](double whole) {
        return std::max<std::int64_t>(100, static_cast<std::int64_t>(whole * scale));
    };
    return {of(1e6), of(5e5), of(25e3), of(5e5) * 10, of(2e5), of(2e3)};
}

std::string case_id(std::int64_t number) {
    return id_of(kCaseKind, number);
}

std::string family_name_of(std::int64_t number) {
    auto const bits = mixed(static_cast<std::uint64_t>(number) ^ 0x3C);
    return std::string{kStems[bits % std::size(kStems)]} +
           std::string{kEnds[(bits >> 8) % std::size(kEnds)]};
}

void generate(store::Database& database, Sizes const& sizes, Date today) {
    Generator{database, sizes, today}.run();
}

void take_away_measured_referrals(store::Database& database) {
    // Ids that generate made begin like no id made in our time.
    static constexpr store::Sql kStatements[] = {
        {"bench.take_away_scopes",
         "DELETE FROM referral_scope WHERE referral_id NOT LIKE '01800000-%'"},
        {"bench.take_away_people",
         "DELETE FROM referral_person WHERE referral_id NOT LIKE '01800000-%'"},
        {"bench.take_away_referrals", "DELETE FROM referral_record WHERE id NOT LIKE '01800000-%'"},
    };
    auto tx = database.begin(store::Mode::Write, store::Deadline::never());
    for (auto const& statement : kStatements) tx.execute(statement, {});
    tx.commit();
}

}  // namespace waymark::bench

#include "bare_referral.h"

#include "foundation/ids.h"

#include <chrono>

namespace waymark::bench {

namespace {

// What a referral that names one new person leaves behind, counted on one: the record with its
// scopes, the person with scopes and keys, how they were described, the answers kept for its two
// requests, and the audit's entries with its head.
constexpr int kScopes = 3, kPersonScopes = 3, kKeys = 6, kAnswers = 2, kAudits = 6;

store::Sql const kReferral{
    "bench.referral",
    "INSERT INTO referral_record (id, reference, partnership_id, area_id, state, draft, "
    "source_kind, "
    "source, what_happened, risk_now, consent, received_at, triage_due_on, created_at, created_by, "
    "updated_at) SELECT CAST($1 AS TEXT), CAST($1 AS TEXT), partnership_id, id, 'waiting', '', "
    "'public', 'self', $2, 'no', 'given', $3, '2026-01-01', $3, 'bench', $3 FROM org_area "
    "ORDER BY code LIMIT 1"};
store::Sql const kReferralScope{"bench.referral_scope",
                                "INSERT INTO referral_scope (scope, state, sort_at, referral_id) "
                                "VALUES ($1, 'waiting', $2, $3)"};
store::Sql const kPerson{
    "bench.person",
    "INSERT INTO person_record (id, partnership_id, given_names, family_name, filed_keys, "
    "created_at, created_by, updated_at) VALUES ($1, '', 'Bare', 'Measured', '', $2, 'bench', $2)"};
store::Sql const kPersonScope{"bench.person_scope",
                              "INSERT INTO person_scope (scope, person_id) VALUES ($1, $2)"};
store::Sql const kKey{"bench.person_key",
                      "INSERT INTO person_key (scope, key, person_id) VALUES ($1, $2, $3)"};
store::Sql const kNamed{
    "bench.referral_person",
    "INSERT INTO referral_person (id, referral_id, position, role, given_names, family_name, "
    "person_id, choice) VALUES ($1, $2, 0, 'victim', 'Bare', 'Measured', $3, 'new')"};
store::Sql const kAnswer{
    "bench.idempotency",
    "INSERT INTO http_idempotency (user_id, key, request, status, body, etag, location, "
    "created_at) VALUES ('bench', $1, '', 200, $2, '', '', $3)"};
store::Sql const kHead{"bench.audit_head", "UPDATE audit_head SET hash = hash WHERE id = 1"};
store::Sql const kAudit{
    "bench.audit_entry",
    "INSERT INTO audit_entry (sequence, at, actor_id, agency_id, action, subject_kind, subject_id, "
    "detail, request_id, hash) VALUES ($1, $2, 'bench', '', 'referral.send', 'referral', $3, '', "
    "'', '')"};

// Far from the scopes and the sequence that are in use, so that nothing meets these rows.
constexpr std::int64_t kScope = 1'000'000'000;

std::int64_t next_sequence(store::Transaction& tx) {
    static store::Sql const kLast{"bench.last", "SELECT MAX(sequence) AS last FROM audit_entry"};
    return tx.first(kLast, {})->optional_integer("last").value_or(0) + 1'000'000'000;
}

void write_one(store::Database& database, std::int64_t& sequence) {
    auto tx = database.begin(store::Mode::Write, store::Deadline::never());
    auto const clock = system_clock();
    auto const now = to_text(clock.now);
    auto const referral = new_uuid(clock.now), person = new_uuid(clock.now);
    tx.execute(kReferral, {referral, "Loud music and shouting, three or four nights a week.", now});
    for (int i = 0; i < kScopes; ++i) tx.execute(kReferralScope, {kScope + i, now, referral});
    tx.execute(kPerson, {person, now});
    for (int i = 0; i < kPersonScopes; ++i) {
        tx.execute(kPersonScope, {kScope + i, person});
        for (int k = 0; k < kKeys; ++k) {
            tx.execute(kKey,
                       {kScope + i, "bench:" + std::to_string(k) + person.substr(24), person});
        }
    }
    tx.execute(kNamed, {new_uuid(clock.now), referral, person});
    // About as long as the answer that the server keeps.
    static std::string const answer(1000, 'x');
    for (int i = 0; i < kAnswers; ++i) tx.execute(kAnswer, {new_uuid(clock.now), answer, now});
    tx.execute(kHead, {});
    for (int i = 0; i < kAudits; ++i) tx.execute(kAudit, {sequence++, now, referral});
    tx.commit();
}

}  // namespace

double bare_referrals_a_second(store::Database& database, double seconds) {
    std::int64_t sequence = 0;
    {
        auto tx = database.begin(store::Mode::Read, store::Deadline::never());
        sequence = next_sequence(tx);
    }
    auto const start = std::chrono::steady_clock::now();
    std::chrono::duration<double> passed{};
    std::int64_t written = 0;
    while (passed.count() < seconds) {
        write_one(database, sequence);
        ++written;
        passed = std::chrono::steady_clock::now() - start;
    }
    return static_cast<double>(written) / passed.count();
}

}  // namespace waymark::bench

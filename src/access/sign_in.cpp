#include "access/sign_in.h"

#include "access/second_factor.h"
#include "access_sql.h"
#include "foundation/digest.h"
#include "foundation/text.h"
#include "sign_in_parts.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace waymark::access {

namespace {

constexpr std::chrono::seconds kLongestWait{15 * 60};

// How many failures in a row cost nothing, and how long after the last one they are forgotten. A
// whole office can share an address, and its staff mistype a few times every morning.
struct Patience {
    std::string_view kind;
    int free_failures;
    std::chrono::hours forget_after;
};
constexpr Patience kAccount{"account", 5, std::chrono::hours{24}};
constexpr Patience kAddress{"address", 30, std::chrono::hours{1}};

std::string bucket(Patience const& patience, std::string_view value) {
    return sha256_hex(std::string{patience.kind} + ":" + std::string{value});
}

// 0 for the first few failures, then 1, 2, 4 ... seconds.
std::chrono::seconds wait_after(std::int64_t failures, Patience const& patience) {
    if (failures < patience.free_failures) return std::chrono::seconds{0};
    auto const doublings = std::min<std::int64_t>(failures - patience.free_failures, 10);
    return std::min(std::chrono::seconds{1LL << doublings}, kLongestWait);
}

bool must_wait(store::Transaction& tx, Patience const& patience, std::string_view value,
               Instant now) {
    auto const row = tx.first(sql::kFailures, {bucket(patience, value)});
    return row && row->instant("last_at") + wait_after(row->integer("failures"), patience) > now;
}

void count(store::Transaction& tx, Patience const& patience, std::string_view value, Instant now) {
    tx.execute(sql::kCountFailure,
               {bucket(patience, value), to_text(now), to_text(now - patience.forget_after)});
}

struct Known {
    UserId user;
    std::string hash;
    bool has_second_factor;
};

// A hash that no password fits, so that an unknown address costs as much time as a known one.
std::string const& decoy_hash() {
    static std::string const hash = hash_password(random_hex(32), PasswordCost::Interactive);
    return hash;
}

audit::Pending entry(SignInAttempt const& attempt, Clock clock, std::string_view action,
                     std::string const& user) {
    return sign_in_entry(attempt.request_id, clock, action, user);
}

void refuse(store::Database& database, SignInAttempt const& attempt, Clock clock,
            std::optional<Known> const& known, store::Deadline deadline) {
    database.write(deadline, [&](store::Transaction& tx) {
        count_failure(tx, attempt.email, attempt.network_address, clock.now);
        std::array const entries{
            entry(attempt, clock, "session.refuse", known ? known->user.value : std::string{})};
        audit::append(tx, entries);
        tx.commit();
    });
}

// Somebody knows the password: its owner may want to hear of it.
void note_code_asked_for(store::Database& database, SignInAttempt const& attempt, Clock clock,
                         UserId const& user, store::Deadline deadline) {
    database.write(deadline, [&](store::Transaction& tx) {
        std::array const entries{entry(attempt, clock, "session.ask_code", user.value)};
        audit::append(tx, entries);
        tx.commit();
    });
}

}  // namespace

bool must_wait(store::Transaction& tx, std::string_view email, std::string_view network_address,
               Instant now) {
    return (!email.empty() && must_wait(tx, kAccount, email, now)) ||
           must_wait(tx, kAddress, network_address, now);
}

void count_failure(store::Transaction& tx, std::string_view email, std::string_view network_address,
                   Instant now) {
    if (!email.empty()) count(tx, kAccount, email, now);
    count(tx, kAddress, network_address, now);
}

void begin_session(store::Transaction& tx, SignedIn const& signed_in, std::string_view email,
                   std::string_view request_id, std::chrono::minutes longest, Clock clock) {
    auto const idle_since = to_text(clock.now - longest);
    tx.execute(sql::kDeleteOldSessions, {to_text(clock.now), idle_since});
    tx.execute(sql::kInsertSession,
               {sha256_hex(signed_in.session_token), signed_in.user, signed_in.csrf_token,
                to_text(clock.now), to_text(clock.now + longest), signed_in.second_factor_proved});
    // Only the account's count: one right guess must not clear an address that tries many.
    tx.execute(sql::kForgetFailures, {bucket(kAccount, email)});
    tx.execute(sql::kForgetOldFailures, {to_text(clock.now - kAccount.forget_after)});
    std::array const entries{
        sign_in_entry(request_id, clock, "session.create", signed_in.user.value)};
    audit::append(tx, entries);
}

audit::Pending sign_in_entry(std::string_view request_id, Clock clock, std::string_view action,
                             std::string const& user, std::string detail) {
    return {{user.empty() ? "system:sign-in" : user, "", std::string{request_id}, clock.now},
            {std::string{action}, "user", user, std::nullopt, std::move(detail)}};
}

std::string hash_password(std::string_view password, PasswordCost cost) {
    bool const minimal = cost == PasswordCost::Minimal;
    std::array<char, crypto_pwhash_STRBYTES> out;
    int const failed = crypto_pwhash_str(
        out.data(), password.data(), password.size(),
        minimal ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
        minimal ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (failed != 0) throw store::Unavailable("not enough memory to hash a password");
    return out.data();
}

bool password_fits(std::string const& hash, std::string_view password) {
    return password.size() <= kLongestPassword &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string weakness_of(std::string_view password) {
    if (characters(password) < kShortestPassword) return "too_short";
    if (password.size() > kLongestPassword) return "too_long";
    auto const lower = lower_ascii(password);
    for (std::string_view common : {"password", "qwerty", "123456", "letmein", "welcome",
                                    "football", "waymark", "community"}) {
        // A common word with a few characters added is still a common password.
        if (lower.find(common) != std::string::npos && lower.size() < common.size() + 6) {
            return "too_common";
        }
    }
    if (std::all_of(lower.begin(), lower.end(), [&](char c) { return c == lower.front(); })) {
        return "too_common";
    }
    return "";
}

Result<SignedIn> sign_in(store::Database& database, SignInAttempt const& attempt,
                         std::chrono::minutes longest, Clock clock, store::Deadline deadline) {
    SignInAttempt tried = attempt;
    tried.email = lower_ascii(trimmed(attempt.email));

    bool wait = false;
    std::optional<Known> known;
    database.read(deadline, [&](store::Transaction& tx) {
        wait = must_wait(tx, tried.email, tried.network_address, clock.now);
        if (auto const row = tx.first(sql::kCredentials, {tried.email})) {
            auto const user = row->id<UserId>("id");
            known = Known{user, row->text("password_hash"), has_second_factor(tx, user)};
        }
    });
    if (wait) return Error{Refusal::TooMany, "wait_and_try_again"};

    auto const& hash = known ? known->hash : decoy_hash();
    if (!password_fits(hash, tried.password) || !known) {
        refuse(database, tried, clock, known, deadline);
        return Error{Refusal::Unauthorised, "sign_in_failed"};
    }
    if (known->has_second_factor && tried.code.empty()) {
        note_code_asked_for(database, tried, clock, known->user, deadline);
        return Error{Refusal::Unauthorised, "second_factor_needed"};
    }

    SignedIn const signed_in{random_hex(32), random_hex(16), known->user};
    bool valid = false;
    bool code_taken = true;
    database.write(deadline, [&](store::Transaction& tx) {
        valid = tx.first(sql::kUser, {known->user, to_text(clock.today)}).has_value();
        // Asked again here, and one that is being set up is waited for, so that none is passed by.
        hold_second_factor(tx, known->user);
        code_taken = !has_second_factor(tx, known->user) ||
                     take_code(tx, known->user, tried.code, clock.now);
        if (!valid || !code_taken) return;
        begin_session(tx, signed_in, tried.email, tried.request_id, longest, clock);
        tx.commit();
    });
    if (!valid || !code_taken) {
        refuse(database, tried, clock, known, deadline);
        return Error{Refusal::Unauthorised, valid ? "second_factor_wrong" : "sign_in_failed"};
    }
    return signed_in;
}

void sign_out(Work& work, std::string_view session_token) {
    work.tx().execute(sql::kDeleteSession, {sha256_hex(session_token)});
    work.note({"session.end", "user", work.actor().user.value});
}

void end_sessions(Work& work, UserId const& user) {
    work.tx().execute(sql::kDeleteSessionsOfUser, {user});
    work.note({"session.revoke", "user", user.value});
}

void touch_session(store::Transaction& tx, std::string_view session_token, Instant now) {
    tx.execute(sql::kTouchSession, {sha256_hex(session_token), to_text(now)});
}

}  // namespace waymark::access
